export const id = 3948;
export const ids = [3948];
export const modules = {

/***/ 22970:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Am: () => (/* binding */ inGroups),
/* harmony export */   JT: () => (/* binding */ awsCalls),
/* harmony export */   S4: () => (/* binding */ allPages)
/* harmony export */ });
/* harmony import */ var _advice_aws_advice_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(70537);
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(19473);
/* harmony import */ var _inventory_missing_right_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(63688);
/* harmony import */ var _aws_errors_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(70188);




/**
 * Calls to one API of AWS, few at once, which are repeated when AWS says that they were too many.
 * They fail with `MissingRight` where the login may not, else with `OutsideError`.
 */
function awsCalls(login, system) {
    let opened;
    const waiting = [];
    let free = system.atOnce;
    return async (call, ask) => {
        if (free === 0)
            await new Promise((go) => waiting.push(go));
        else
            free--;
        try {
            login.signal?.throwIfAborted();
            opened ??= clientSettings(login).then(system.open);
            return await ask(await opened);
        }
        catch (error) {
            throw failed(system.name, call, error);
        }
        finally {
            const next = waiting.shift();
            if (next)
                next();
            else
                free++;
        }
    };
}
async function clientSettings({ region, credentials }) {
    const { proxyAwareHandler } = await Promise.all(/* import() */[__webpack_require__.e(3422), __webpack_require__.e(1279), __webpack_require__.e(7356)]).then(__webpack_require__.bind(__webpack_require__, 34975));
    return {
        region,
        credentials,
        requestHandler: proxyAwareHandler(),
        // Route 53 takes five requests a second for the whole account, others may use them up: this one slows down by itself.
        // https://docs.aws.amazon.com/Route53/latest/DeveloperGuide/DNSLimitations.html#limits-api-requests
        retryMode: "adaptive",
        maxAttempts: 10,
    };
}
function failed(system, { action, operation }, error) {
    // A login that fails says so itself.
    if (!(error instanceof Error) || error.name === "UserError" || error instanceof _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .OutsideError */ .Cp)
        return error;
    const [name, reason] = [(0,_aws_errors_js__WEBPACK_IMPORTED_MODULE_2__/* .awsErrorName */ .Z)(error), (0,_aws_errors_js__WEBPACK_IMPORTED_MODULE_2__/* .awsReason */ .Q)(error)];
    const next = (0,_advice_aws_advice_js__WEBPACK_IMPORTED_MODULE_3__/* .awsAdvice */ ._7)({ name, reason });
    const failure = { system, operation, reason, ...(next === undefined ? {} : { next }), cause: error };
    return isDenied(name) ? new _inventory_missing_right_js__WEBPACK_IMPORTED_MODULE_1__/* .MissingRight */ .t(action, failure) : new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .OutsideError */ .Cp(failure);
}
function isDenied(name) {
    return name.startsWith("AccessDenied") || name === "UnauthorizedOperation";
}
/** All items of a list that comes in pages. `page` gets the token of the last one; an answer without one ends it. */
async function allPages(page) {
    const all = [];
    let token;
    do {
        const { items, next } = await page(token);
        all.push(...items);
        token = next;
    } while (token !== undefined && token !== "");
    return all;
}
/** The items in groups of at most that many. */
function inGroups(items, size) {
    return Array.from({ length: Math.ceil(items.length / size) }, (_, at) => items.slice(at * size, (at + 1) * size));
}


/***/ }),

/***/ 78102:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   N: () => (/* binding */ awsEcs)
/* harmony export */ });
/* harmony import */ var _inventory_facts_ecs_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(67374);
/* harmony import */ var _aws_calls_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(22970);


/** ECS over the AWS API. */
function awsEcs(login) {
    const call = (0,_aws_calls_js__WEBPACK_IMPORTED_MODULE_0__/* .awsCalls */ .JT)(login, {
        name: "ECS",
        atOnce: 8,
        open: async (settings) => {
            const sdk = await Promise.all(/* import() */[__webpack_require__.e(3422), __webpack_require__.e(1279), __webpack_require__.e(5118), __webpack_require__.e(5861), __webpack_require__.e(212)]).then(__webpack_require__.t.bind(__webpack_require__, 80212, 19));
            return { sdk, client: new sdk.ECSClient(settings) };
        },
    });
    return {
        async clusters() {
            const asked = { action: "ecs:ListClusters", operation: `list the clusters in ${login.region}` };
            const arns = await (0,_aws_calls_js__WEBPACK_IMPORTED_MODULE_0__/* .allPages */ .S4)(async (nextToken) => {
                const answer = await call(asked, ({ sdk, client }) => client.send(new sdk.ListClustersCommand({ nextToken, maxResults: 100 })));
                return { items: answer.clusterArns ?? [], next: answer.nextToken };
            });
            return arns.map(_inventory_facts_ecs_js__WEBPACK_IMPORTED_MODULE_1__/* .clusterName */ .S);
        },
        services: (cluster) => services(call, cluster),
        async taskDefinition(taskDefinition) {
            const asked = { action: "ecs:DescribeTaskDefinition", operation: `describe task definition ${taskDefinition}` };
            const answer = await call(asked, async ({ sdk, client }) => {
                try {
                    return await client.send(new sdk.DescribeTaskDefinitionCommand({ taskDefinition }));
                }
                catch (error) {
                    // "Unable to describe task definition": rules outlive what they name.
                    if (error instanceof sdk.ClientException && !/not authorized/i.test(error.message))
                        return undefined;
                    throw error;
                }
            });
            return answer && definition(taskDefinition, answer.taskDefinition);
        },
        async tasks(cluster) {
            const found = await Promise.all(["RUNNING", "STOPPED"].map((status) => taskArns(call, cluster, status)));
            const asked = { action: "ecs:DescribeTasks", operation: `describe the tasks of cluster ${cluster}` };
            const described = await Promise.all((0,_aws_calls_js__WEBPACK_IMPORTED_MODULE_0__/* .inGroups */ .Am)(found.flat(), 100).map((tasks) => call(asked, ({ sdk, client }) => client.send(new sdk.DescribeTasksCommand({ cluster, tasks })))));
            return described.flatMap((answer) => answer.tasks ?? []).map((task) => taskOf(cluster, task));
        },
    };
}
async function services(call, cluster) {
    const asked = { action: "ecs:ListServices", operation: `list the services of cluster ${cluster}` };
    const arns = await (0,_aws_calls_js__WEBPACK_IMPORTED_MODULE_0__/* .allPages */ .S4)(async (nextToken) => {
        const answer = await call(asked, async ({ sdk, client }) => {
            try {
                return await client.send(new sdk.ListServicesCommand({ cluster, nextToken, maxResults: 100 }));
            }
            catch (error) {
                if (error instanceof sdk.ClusterNotFoundException)
                    return undefined;
                throw error;
            }
        });
        return { items: answer === undefined ? [undefined] : (answer.serviceArns ?? []), next: answer?.nextToken };
    });
    const listed = arns.filter((arn) => arn !== undefined);
    if (listed.length < arns.length)
        return undefined;
    // As many as one call takes: https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_DescribeServices.html
    const described = await Promise.all((0,_aws_calls_js__WEBPACK_IMPORTED_MODULE_0__/* .inGroups */ .Am)(listed, 10).map((group) => call({ action: "ecs:DescribeServices", operation: `describe services of cluster ${cluster}` }, ({ sdk, client }) => client.send(new sdk.DescribeServicesCommand({ cluster, services: group })))));
    return described
        .flatMap((answer) => answer.services ?? [])
        .filter((service) => service.status === "ACTIVE")
        .map((service) => serviceOf(cluster, service));
}
function serviceOf(cluster, service) {
    // With CodeDeploy and other controllers of one's own, task sets have what else the service has itself.
    const primary = service.taskSets?.find((set) => set.status === "PRIMARY");
    const from = primary ?? service;
    const connect = service.deployments?.find((deployment) => deployment.status === "PRIMARY")?.serviceConnectConfiguration;
    const connected = connect?.enabled ? (connect.services ?? []) : [];
    return {
        cluster,
        name: service.serviceName ?? "",
        taskDefinition: from.taskDefinition ?? "",
        desired: service.desiredCount ?? 0,
        running: service.runningCount ?? 0,
        isDaemon: service.schedulingStrategy === "DAEMON",
        attachments: (from.loadBalancers ?? []).map(({ containerName = "", targetGroupArn, loadBalancerName }) => ({
            container: containerName,
            ...(targetGroupArn ? { targetGroup: targetGroupArn } : {}),
            ...(loadBalancerName ? { classic: loadBalancerName } : {}),
        })),
        discoveredBy: [
            ...(from.serviceRegistries ?? []).map(({ registryArn = "" }) => registryArn),
            ...connected.map(({ discoveryName, portName = "" }) => discoveryName ?? portName),
        ],
    };
}
/** Of the environment only the names are taken: its values are often secrets. */
function definition(arn, given) {
    return {
        arn,
        family: given?.family ?? (0,_inventory_facts_ecs_js__WEBPACK_IMPORTED_MODULE_1__/* .familyOf */ .A)(arn),
        containers: (given?.containerDefinitions ?? []).map((container) => ({
            name: container.name ?? "",
            image: container.image ?? "",
            essential: container.essential ?? true,
            variables: [...(container.environment ?? []), ...(container.secrets ?? [])].map(({ name }) => name ?? ""),
        })),
    };
}
async function taskArns(call, cluster, status) {
    const desiredStatus = status;
    return (0,_aws_calls_js__WEBPACK_IMPORTED_MODULE_0__/* .allPages */ .S4)(async (nextToken) => {
        const answer = await call({ action: "ecs:ListTasks", operation: `list the tasks of cluster ${cluster}` }, ({ sdk, client }) => client.send(new sdk.ListTasksCommand({ cluster, desiredStatus, nextToken, maxResults: 100 })));
        return { items: answer.taskArns ?? [], next: answer.nextToken };
    });
}
function taskOf(cluster, { taskDefinitionArn = "", startedBy = "", group = "" }) {
    return { cluster, family: (0,_inventory_facts_ecs_js__WEBPACK_IMPORTED_MODULE_1__/* .familyOf */ .A)(taskDefinitionArn), startedBy, group };
}


/***/ }),

/***/ 40651:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Dp: () => (/* binding */ balancingCalls),
/* harmony export */   SJ: () => (/* binding */ everyLoadBalancer),
/* harmony export */   pH: () => (/* binding */ PageSize)
/* harmony export */ });
/* harmony import */ var _aws_calls_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(22970);

/** The largest that these lists take: https://docs.aws.amazon.com/elasticloadbalancing/latest/APIReference/API_DescribeLoadBalancers.html */
const PageSize = 400;
function balancingCalls(login) {
    return (0,_aws_calls_js__WEBPACK_IMPORTED_MODULE_0__/* .awsCalls */ .JT)(login, {
        name: "Elastic Load Balancing",
        atOnce: 6,
        open: async (settings) => {
            const sdk = await Promise.all(/* import() */[__webpack_require__.e(3422), __webpack_require__.e(1279), __webpack_require__.e(5118), __webpack_require__.e(5861), __webpack_require__.e(586)]).then(__webpack_require__.t.bind(__webpack_require__, 50586, 19));
            return { sdk, client: new sdk.ElasticLoadBalancingV2Client(settings) };
        },
    });
}
/** Application, network and gateway load balancers of the region. */
async function everyLoadBalancer(call, region) {
    const asked = {
        action: "elasticloadbalancing:DescribeLoadBalancers",
        operation: `list the load balancers in ${region}`,
    };
    return (0,_aws_calls_js__WEBPACK_IMPORTED_MODULE_0__/* .allPages */ .S4)(async (Marker) => {
        const answer = await call(asked, ({ sdk, client }) => client.send(new sdk.DescribeLoadBalancersCommand({ Marker, PageSize })));
        return { items: answer.LoadBalancers ?? [], next: answer.NextMarker };
    });
}


/***/ }),

/***/ 2118:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   V: () => (/* binding */ listRecords),
/* harmony export */   c: () => (/* binding */ listZones)
/* harmony export */ });
/* harmony import */ var _records_dns_name_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(87724);
/* harmony import */ var _aws_calls_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(22970);


/** The hosted zones of the account. */
async function listZones(call) {
    const asked = { action: "route53:ListHostedZones", operation: "list the hosted zones" };
    const zones = await (0,_aws_calls_js__WEBPACK_IMPORTED_MODULE_0__/* .allPages */ .S4)(async (Marker) => {
        const answer = await call(asked, ({ sdk, client }) => client.send(new sdk.ListHostedZonesCommand({ Marker, MaxItems: 100 })));
        return { items: answer.HostedZones ?? [], next: answer.IsTruncated ? answer.NextMarker : undefined };
    });
    return zones.map(hostedZone);
}
/** The record sets of a zone, or of one name in it. */
async function listRecords(call, { zone, name, pageSize = 300 }) {
    const operation = `list the records of ${name === undefined ? "" : `${(0,_records_dns_name_js__WEBPACK_IMPORTED_MODULE_1__/* .dnsName */ .Tu)(name)} in `}zone ${zone}`;
    const asked = { action: "route53:ListResourceRecordSets", operation };
    const isWanted = ({ Name }) => name === undefined || Name === name;
    // Three tokens, since members of a set share name and type. The SDK has no paginator for them.
    const records = await (0,_aws_calls_js__WEBPACK_IMPORTED_MODULE_0__/* .allPages */ .S4)(async (place) => {
        const answer = await call(asked, ({ sdk, client }) => client.send(new sdk.ListResourceRecordSetsCommand({
            HostedZoneId: zone,
            MaxItems: pageSize,
            ...(place ?? (name === undefined ? {} : { StartRecordName: name })),
        })));
        const items = answer.ResourceRecordSets ?? [];
        const next = {
            StartRecordName: answer.NextRecordName,
            StartRecordType: answer.NextRecordType,
            StartRecordIdentifier: answer.NextRecordIdentifier,
        };
        // They are in the order of their names: after the first one with another name comes none that is wanted.
        return { items, next: answer.IsTruncated && items.every(isWanted) ? next : undefined };
    });
    return records.filter(isWanted);
}
function hostedZone({ Id, Name, Config, LinkedService }) {
    return {
        id: (Id ?? "").replace("/hostedzone/", ""),
        name: (0,_records_dns_name_js__WEBPACK_IMPORTED_MODULE_1__/* .dnsName */ .Tu)(Name ?? ""),
        isPrivate: Config?.PrivateZone ?? false,
        ...(LinkedService
            ? { keptBy: LinkedService.ServicePrincipal ?? LinkedService.Description ?? "an AWS service" }
            : {}),
    };
}


/***/ }),

/***/ 67374:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   A: () => (/* binding */ familyOf),
/* harmony export */   S: () => (/* binding */ clusterName)
/* harmony export */ });
/** The name at the end of a cluster's ARN; a name stays as it is. */
function clusterName(arnOrName) {
    return arnOrName.split(":cluster/").at(-1) ?? arnOrName;
}
/** The family of a task definition, given as ARN, `family:revision` or `family`. */
function familyOf(taskDefinition) {
    return (taskDefinition.split(":task-definition/").at(-1) ?? taskDefinition).split(":")[0] ?? "";
}


/***/ }),

/***/ 63688:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   t: () => (/* binding */ MissingRight)
/* harmony export */ });
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(19473);

/** A login lacks the right to read something. What can be done without it goes on. */
class MissingRight extends _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .OutsideError */ .Cp {
    /** The right as IAM names it, such as `ecs:ListServices`. */
    action;
    constructor(action, failure) {
        super(failure);
        this.action = action;
    }
}


/***/ }),

/***/ 87771:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   KE: () => (/* binding */ listed),
/* harmony export */   N4: () => (/* binding */ note),
/* harmony export */   b1: () => (/* binding */ question)
/* harmony export */ });
function question(text, fill) {
    return { text, open: true, ...(fill === undefined ? {} : { fill }) };
}
function note(text) {
    return { text, open: false };
}
/** Names in a sentence: "a, b and c", and of many the first and how many more there are. */
function listed(names, most = 10) {
    const shown = names.length > most ? [...names.slice(0, most), `${names.length - most} more`] : names;
    return shown.length < 2 ? shown.join("") : `${shown.slice(0, -1).join(", ")} and ${shown.at(-1)}`;
}


/***/ }),

/***/ 88655:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Cz: () => (/* binding */ CONTAINER_NAME),
/* harmony export */   ET: () => (/* binding */ isBucketName),
/* harmony export */   GK: () => (/* binding */ ECS_NAME),
/* harmony export */   Hu: () => (/* binding */ EKS_CLUSTER),
/* harmony export */   Kf: () => (/* binding */ ECS_SERVICE),
/* harmony export */   Of: () => (/* binding */ SCHEDULE_NAME),
/* harmony export */   Pc: () => (/* binding */ SET_IDENTIFIER),
/* harmony export */   XY: () => (/* binding */ RULE_NAME),
/* harmony export */   ZN: () => (/* binding */ HOSTED_ZONE_ID),
/* harmony export */   Zg: () => (/* binding */ REGION),
/* harmony export */   xG: () => (/* binding */ ROLE_ARN)
/* harmony export */ });
// Forms of names in AWS. Whether the thing exists is for AWS to say.
const REGION = /^[a-z]{2}(-[a-z]+)+-\d+$/;
const ROLE_ARN = /^arn:aws[a-z-]*:iam::\d{12}:role\/[\w+=,.@/-]+$/;
/** https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_CreateCluster.html, and the same for services. */
const ECS_NAME = /^[A-Za-z0-9_-]{1,255}$/;
/** A service, with its cluster where that is another one: `orders-beat` or `workers/orders-beat`. */
const ECS_SERVICE = /^([A-Za-z0-9_-]{1,255}\/)?[A-Za-z0-9_-]{1,255}$/;
/** https://docs.aws.amazon.com/eks/latest/APIReference/API_CreateCluster.html */
const EKS_CLUSTER = /^[0-9A-Za-z][A-Za-z0-9_-]{0,99}$/;
/** https://docs.aws.amazon.com/eventbridge/latest/APIReference/API_PutRule.html */
const RULE_NAME = /^[A-Za-z0-9._-]{1,64}$/;
/** A schedule, with its group where that is not `default`. https://docs.aws.amazon.com/scheduler/latest/APIReference/API_CreateSchedule.html */
const SCHEDULE_NAME = /^([0-9A-Za-z_.-]{1,64}\/)?[0-9A-Za-z_.-]{1,64}$/;
/** https://docs.aws.amazon.com/Route53/latest/APIReference/API_GetHostedZone.html */
const HOSTED_ZONE_ID = /^Z[A-Z0-9]{1,31}$/;
/** https://docs.aws.amazon.com/Route53/latest/APIReference/API_ResourceRecordSet.html */
const SET_IDENTIFIER = /^\S(.{0,126}\S)?$/;
/** A container's name, or an environment variable's. */
const CONTAINER_NAME = /^[A-Za-z0-9_-]{1,255}$/;
/** https://docs.aws.amazon.com/AmazonS3/latest/userguide/bucketnamingrules.html */
function isBucketName(name) {
    if (!/^[a-z0-9][a-z0-9.-]{1,61}[a-z0-9]$/.test(name) || name.includes(".."))
        return false;
    return !/^(xn--|sthree-|amzn-s3-demo-)|^\d+\.\d+\.\d+\.\d+$|(-s3alias|--ol-s3|\.mrap|--x-s3|--table-s3)$/.test(name);
}


/***/ }),

/***/ 20772:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   CU: () => (/* binding */ NAMESPACE),
/* harmony export */   W1: () => (/* binding */ IMAGE),
/* harmony export */   Zr: () => (/* binding */ OWN_NAME),
/* harmony export */   _i: () => (/* binding */ OBJECT_NAME),
/* harmony export */   gE: () => (/* binding */ CRONJOB_NAME),
/* harmony export */   lx: () => (/* binding */ isRecordName),
/* harmony export */   q: () => (/* binding */ sameName),
/* harmony export */   uy: () => (/* binding */ isHostName)
/* harmony export */ });
/** A label of DNS, as Kubernetes names most things: https://kubernetes.io/docs/concepts/overview/working-with-objects/names/ */
const LABEL = "[a-z0-9]([-a-z0-9]*[a-z0-9])?";
/** The name of an object in Kubernetes, at most 253 characters. */
const OBJECT_NAME = new RegExp(`^(?=.{1,253}$)${LABEL}(\\.${LABEL})*$`);
/** The controller puts 11 characters behind it: https://kubernetes.io/docs/concepts/workloads/controllers/cron-jobs/ */
const CRONJOB_NAME = new RegExp(`^(?=.{1,52}$)${LABEL}(\\.${LABEL})*$`);
const NAMESPACE = new RegExp(`^(?=.{1,63}$)${LABEL}$`);
/** What we call an environment or a service: it becomes part of names in Kubernetes and S3. */
const OWN_NAME = new RegExp(`^(?=.{1,53}$)${LABEL}$`);
/** An image, with its registry or without, and by tag or digest. */
const IMAGE = /^[a-z0-9]+([._:/-]+[A-Za-z0-9_]+)*(@sha256:[0-9a-f]{64})?$/;
/** A host name: labels of letters, digits and "-", with a dot between them, at least two. A dot at the end may stand. */
function isHostName(name) {
    return isDnsName(name, /^[a-z0-9]([a-z0-9-]*[a-z0-9])?$/i);
}
/** The name of a record, which may also be a wildcard, and may have "_" in it. */
function isRecordName(name) {
    return isDnsName(name.replace(/^\*\./, ""), /^[a-z0-9_]([a-z0-9_-]*[a-z0-9_])?$/i);
}
function isDnsName(name, label) {
    const bare = name.replace(/\.$/, "");
    const labels = bare.split(".");
    return bare.length <= 253 && labels.length > 1 && labels.every((each) => each.length <= 63 && label.test(each));
}
/** Upper and lower case, and a dot at the end, make no other name. */
function sameName(name) {
    return name.toLowerCase().replace(/\.$/, "");
}


/***/ }),

/***/ 87724:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Tu: () => (/* binding */ dnsName),
/* harmony export */   eI: () => (/* binding */ isInZone),
/* harmony export */   s3: () => (/* binding */ namesAbove)
/* harmony export */ });
/**
 * A DNS name in the one form to compare in: lower case, no last dot, escapes resolved.
 * Route 53 writes what is not a letter, digit, `-`, `_` or dot as a backslash and three octal digits: `\052` for `*`.
 * https://docs.aws.amazon.com/Route53/latest/DeveloperGuide/DomainNameFormat.html
 */
function dnsName(text) {
    return text
        .trim()
        .replace(/\\([0-3][0-7]{2})/g, (_, octal) => String.fromCharCode(Number.parseInt(octal, 8)))
        .replace(/\.$/, "")
        .toLowerCase();
}
/** Whether a name is that of a zone, or below it. Both in the form to compare in. */
function isInZone(name, zone) {
    return name === zone || name.endsWith(`.${zone}`);
}
/** The name itself and all above it, from the longest. */
function namesAbove(name) {
    const labels = name.split(".");
    return labels.map((_, at) => labels.slice(at).join("."));
}


/***/ }),

/***/ 46996:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   I: () => (/* binding */ keptByExternalDns)
/* harmony export */ });
/** What external-dns writes beside the records that it keeps: https://kubernetes-sigs.github.io/external-dns/latest/docs/registry/txt/ */
const HERITAGE = /heritage=external-dns/;
/**
 * Which names of a zone external-dns keeps. Its TXT record has the name of the record, or that with a prefix, such as `a-` or one of the
 * user's own: so it is about the longest name that its own ends with. Not seen are those that it has encrypted.
 */
function keptByExternalDns(zone) {
    const names = new Set(zone.records.filter(({ type }) => type !== "TXT").map(({ name }) => name));
    const owned = { owners: new Map(), unmatched: new Map() };
    for (const { name, type, values = [] } of zone.records) {
        const text = values.join(" ");
        if (type !== "TXT" || !HERITAGE.test(text))
            continue;
        // Every name ends with that of the zone.
        const about = ends(name).find((end) => names.has(end) && (end !== zone.name || end === name));
        const owner = /external-dns\/owner=([^,"\s]+)/.exec(text)?.[1] ?? "unknown";
        if (about === undefined)
            owned.unmatched.set(name, owner);
        else
            owned.owners.set(about, owner);
    }
    return owned;
}
/** The text and what is left of it when letters are taken from its start, from the longest. */
function ends(text) {
    return Array.from({ length: text.length }, (_, at) => text.slice(at));
}


/***/ }),

/***/ 46980:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   M: () => (/* binding */ nameThatAnswers),
/* harmony export */   Q: () => (/* binding */ existingNames)
/* harmony export */ });
/* harmony import */ var _dns_name_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(87724);

/** All names that exist in the zone: also those that have no record, but names below them that have. */
function existingNames(zone) {
    const names = new Set([zone.name]);
    for (const { name } of zone.records) {
        for (const each of (0,_dns_name_js__WEBPACK_IMPORTED_MODULE_0__/* .namesAbove */ .s3)(name)) {
            if (names.has(each))
                break;
            names.add(each);
        }
    }
    return names;
}
/** A name that exists answers for itself; else the wildcard right below its nearest parent that exists: https://www.rfc-editor.org/rfc/rfc4592 */
function nameThatAnswers(name, existing) {
    if (existing.has(name))
        return name;
    const encloser = (0,_dns_name_js__WEBPACK_IMPORTED_MODULE_0__/* .namesAbove */ .s3)(name).find((parent) => existing.has(parent));
    const wildcard = `*.${encloser}`;
    return existing.has(wildcard) ? wildcard : undefined;
}


/***/ })

};
