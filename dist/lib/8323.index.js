export const id = 8323;
export const ids = [8323];
export const modules = {

/***/ 8323:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   balancerErrorRate: () => (/* binding */ balancerErrorRate),
/* harmony export */   cloudWatchCalls: () => (/* binding */ cloudWatchCalls)
/* harmony export */ });
/* harmony import */ var _aws_calls_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(22970);

/** https://docs.aws.amazon.com/elasticloadbalancing/latest/application/load-balancer-cloudwatch-metrics.html */
const METRICS = { requests: "RequestCount", balancer: "HTTPCode_ELB_5XX_Count", targets: "HTTPCode_Target_5XX_Count" };
function cloudWatchCalls(login) {
    return (0,_aws_calls_js__WEBPACK_IMPORTED_MODULE_0__/* .awsCalls */ .JT)(login, {
        name: "CloudWatch",
        atOnce: 2,
        open: async (settings) => {
            const sdk = await Promise.all(/* import() */[__webpack_require__.e(1279), __webpack_require__.e(5861), __webpack_require__.e(4085)]).then(__webpack_require__.t.bind(__webpack_require__, 44085, 19));
            return { sdk, client: new sdk.CloudWatchClient(settings) };
        },
    });
}
/** @param loadBalancer its ARN; only application load balancers count what they answer */
async function balancerErrorRate(call, loadBalancer, { from, to }) {
    const [, dimension = ""] = loadBalancer.split(":loadbalancer/");
    if (!dimension.startsWith("app/"))
        return undefined;
    const asked = { action: "cloudwatch:GetMetricData", operation: `read the error rate of ${dimension}` };
    const found = await (0,_aws_calls_js__WEBPACK_IMPORTED_MODULE_0__/* .allPages */ .S4)(async (NextToken) => {
        const answer = await call(asked, ({ sdk, client }) => client.send(new sdk.GetMetricDataCommand({
            MetricDataQueries: queriesOf(dimension),
            StartTime: from,
            EndTime: to,
            NextToken,
        })));
        return { items: answer.MetricDataResults ?? [], next: answer.NextToken };
    });
    const sum = (id) => found
        .filter((each) => each.Id === id)
        .flatMap(({ Values = [] }) => Values)
        .reduce((all, value) => all + value, 0);
    return errorRate({ requests: sum("requests"), failed: sum("balancer") + sum("targets") });
}
/** What the balancer answers before it has chosen a target is no request to it, but may have failed. */
function errorRate({ requests, failed }) {
    const all = Math.max(requests, failed);
    return all === 0 ? undefined : { rate: failed / all, requests: all };
}
function queriesOf(Value) {
    return Object.entries(METRICS).map(([Id, MetricName]) => ({
        Id,
        MetricStat: {
            Metric: { Namespace: "AWS/ApplicationELB", MetricName, Dimensions: [{ Name: "LoadBalancer", Value }] },
            Period: 60,
            Stat: "Sum",
        },
    }));
}


/***/ })

};
