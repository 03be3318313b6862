export const id = 3347;
export const ids = [3347];
export const modules = {

/***/ 73347:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  run: () => (/* binding */ run)
});

// EXTERNAL MODULE: ./build/adapters/aws/ecs.js
var ecs = __webpack_require__(78102);
// EXTERNAL MODULE: ./build/records/dns-name.js
var dns_name = __webpack_require__(87724);
// EXTERNAL MODULE: ./build/adapters/aws/aws-calls.js
var aws_calls = __webpack_require__(22970);
// EXTERNAL MODULE: ./build/adapters/aws/route53-lists.js
var route53_lists = __webpack_require__(2118);
;// CONCATENATED MODULE: ./build/adapters/aws/hosted-zones.js



/**
 * The hosted zones of the login's account over the AWS API.
 * @param login its region tells the partition only: Route 53 is one for all regions
 */
function awsHostedZones(login) {
    const call = (0,aws_calls/* awsCalls */.JT)(login, {
        name: "Route 53",
        atOnce: 2,
        open: async (settings) => {
            const sdk = await Promise.all(/* import() */[__webpack_require__.e(3422), __webpack_require__.e(1279), __webpack_require__.e(5118), __webpack_require__.e(5861), __webpack_require__.e(8621)]).then(__webpack_require__.t.bind(__webpack_require__, 8621, 19));
            return { sdk, client: new sdk.Route53Client(settings) };
        },
    });
    return {
        all: () => (0,route53_lists/* listZones */.c)(call),
        records: async (zone) => (await (0,route53_lists/* listRecords */.V)(call, { zone })).map(recordSet),
    };
}
function recordSet(set) {
    const how = routing(set);
    return {
        name: (0,dns_name/* dnsName */.Tu)(set.Name ?? ""),
        type: set.Type ?? "",
        values: (set.ResourceRecords ?? []).map(({ Value }) => Value ?? ""),
        ...(set.AliasTarget?.DNSName === undefined ? {} : { alias: (0,dns_name/* dnsName */.Tu)(set.AliasTarget.DNSName) }),
        ...(set.SetIdentifier === undefined ? {} : { member: set.SetIdentifier }),
        ...(how === undefined ? {} : { routing: how }),
        ...(set.TrafficPolicyInstanceId === undefined ? {} : { trafficPolicy: set.TrafficPolicyInstanceId }),
    };
}
function routing(set) {
    if (set.Weight !== undefined)
        return "weighted";
    if (set.Region !== undefined)
        return "latency";
    if (set.Failover !== undefined)
        return "failover";
    if (set.GeoLocation !== undefined)
        return "geolocation";
    if (set.GeoProximityLocation !== undefined)
        return "geoproximity";
    if (set.CidrRoutingConfig !== undefined)
        return "ip-based";
    return set.MultiValueAnswer ? "multivalue" : undefined;
}

// EXTERNAL MODULE: ./build/adapters/aws/elastic-load-balancing.js
var elastic_load_balancing = __webpack_require__(40651);
;// CONCATENATED MODULE: ./build/adapters/aws/load-balancers.js


/** Application, network and gateway load balancers over the AWS API. */
function awsLoadBalancers(login) {
    const call = (0,elastic_load_balancing/* balancingCalls */.Dp)(login);
    const asked = (what, operation) => ({ action: `elasticloadbalancing:Describe${what}`, operation });
    return {
        all: async () => (await (0,elastic_load_balancing/* everyLoadBalancer */.SJ)(call, login.region)).map(loadBalancer),
        async targetGroups() {
            const found = await (0,aws_calls/* allPages */.S4)(async (Marker) => {
                const answer = await call(asked("TargetGroups", `list the target groups in ${login.region}`), ({ sdk, client }) => client.send(new sdk.DescribeTargetGroupsCommand({ Marker, PageSize: elastic_load_balancing/* PageSize */.pH })));
                return { items: answer.TargetGroups ?? [], next: answer.NextMarker };
            });
            return found.map(targetGroup);
        },
        async rules(arn) {
            const listeners = await (0,aws_calls/* allPages */.S4)(async (Marker) => {
                const answer = await call(asked("Listeners", `list the listeners of ${arn}`), ({ sdk, client }) => client.send(new sdk.DescribeListenersCommand({ LoadBalancerArn: arn, Marker, PageSize: elastic_load_balancing/* PageSize */.pH })));
                return { items: answer.Listeners ?? [], next: answer.NextMarker };
            });
            return (await Promise.all(listeners.map((listener) => rulesOf(call, listener)))).flat();
        },
    };
}
async function rulesOf(call, listener) {
    const ListenerArn = listener.ListenerArn ?? "";
    // Only listeners of application load balancers have rules.
    if (!/:listener\/app\//.test(ListenerArn))
        return [rule(ListenerArn, { Actions: listener.DefaultActions })];
    const asked = { action: "elasticloadbalancing:DescribeRules", operation: `list the rules of ${ListenerArn}` };
    const rules = await (0,aws_calls/* allPages */.S4)(async (Marker) => {
        const answer = await call(asked, ({ sdk, client }) => client.send(new sdk.DescribeRulesCommand({ ListenerArn, Marker, PageSize: elastic_load_balancing/* PageSize */.pH })));
        return { items: answer.Rules ?? [], next: answer.NextMarker };
    });
    return rules.map((each) => rule(ListenerArn, each));
}
function loadBalancer({ LoadBalancerArn, LoadBalancerName, DNSName, AvailabilityZones, }) {
    const addresses = (AvailabilityZones ?? [])
        .flatMap((zone) => zone.LoadBalancerAddresses ?? [])
        .flatMap(({ IpAddress, PrivateIPv4Address, IPv6Address }) => [IpAddress, PrivateIPv4Address, IPv6Address])
        .filter((address) => address !== undefined);
    return { arn: LoadBalancerArn ?? "", name: LoadBalancerName ?? "", dnsName: DNSName ?? "", addresses };
}
function targetGroup(group) {
    const codes = group.Matcher?.HttpCode ?? undefined;
    const isHttp = group.HealthCheckProtocol?.startsWith("HTTP") ?? false;
    return {
        arn: group.TargetGroupArn ?? "",
        loadBalancers: group.LoadBalancerArns ?? [],
        health: isHttp && group.HealthCheckPath ? { path: group.HealthCheckPath, ...(codes ? { codes } : {}) } : {},
    };
}
function rule(listener, { Priority, Conditions = [], Actions = [] }) {
    const ofField = (field) => Conditions.filter((condition) => condition.Field === field);
    const hosts = ofField("host-header");
    const paths = ofField("path-pattern");
    return {
        listener,
        priority: Priority === undefined || Priority === "default" ? Number.POSITIVE_INFINITY : Number(Priority),
        hosts: hosts.flatMap(({ Values, HostHeaderConfig }) => HostHeaderConfig?.Values ?? Values ?? []),
        byRegex: hosts.some(({ RegexValues, HostHeaderConfig }) => (HostHeaderConfig?.RegexValues ?? RegexValues ?? []).length > 0),
        paths: paths.flatMap(({ Values, PathPatternConfig }) => PathPatternConfig?.Values ?? Values ?? []),
        takesPart: Conditions.length > hosts.length,
        targetGroups: [
            ...new Set(Actions.flatMap(({ TargetGroupArn, ForwardConfig }) => [
                TargetGroupArn,
                ...(ForwardConfig?.TargetGroups ?? []).map((group) => group.TargetGroupArn),
            ]).filter((group) => group !== undefined)),
        ],
    };
}

;// CONCATENATED MODULE: ./build/adapters/aws/scaling.js

/** Application Auto Scaling of ECS services over the AWS API. */
function awsScaling(login) {
    const call = (0,aws_calls/* awsCalls */.JT)(login, {
        name: "Application Auto Scaling",
        atOnce: 4,
        open: async (settings) => {
            const sdk = await Promise.all(/* import() */[__webpack_require__.e(3422), __webpack_require__.e(1279), __webpack_require__.e(5118), __webpack_require__.e(5861), __webpack_require__.e(1491)]).then(__webpack_require__.t.bind(__webpack_require__, 11491, 19));
            return { sdk, client: new sdk.ApplicationAutoScalingClient(settings) };
        },
    });
    return {
        async services() {
            const asked = {
                action: "application-autoscaling:DescribeScalableTargets",
                operation: `list what scales in ${login.region}`,
            };
            // Its own default, and largest, page is 50: https://docs.aws.amazon.com/autoscaling/application/APIReference/API_DescribeScalableTargets.html
            const targets = await (0,aws_calls/* allPages */.S4)(async (NextToken) => {
                const answer = await call(asked, ({ sdk, client }) => client.send(new sdk.DescribeScalableTargetsCommand({ ServiceNamespace: "ecs", NextToken, MaxResults: 50 })));
                return { items: answer.ScalableTargets ?? [], next: answer.NextToken };
            });
            return targets.flatMap(scalableService);
        },
    };
}
function scalableService({ ResourceId = "", MinCapacity, MaxCapacity }) {
    const [, cluster, service] = /^service\/([^/]+)\/([^/]+)$/.exec(ResourceId) ?? [];
    if (cluster === undefined || service === undefined)
        return [];
    return [{ cluster, service, min: MinCapacity ?? 0, max: MaxCapacity ?? 0 }];
}

// EXTERNAL MODULE: ./build/inventory/facts/ecs.js
var facts_ecs = __webpack_require__(67374);
;// CONCATENATED MODULE: ./build/inventory/facts/schedules.js

/** Targets of the API itself: https://docs.aws.amazon.com/scheduler/latest/UserGuide/managing-targets-universal.html */
const API_TARGET = /^arn:[\w-]+:scheduler:::aws-sdk:(\w+):(\w+)$/i;
/** What a target's ARN and parameters say that it starts. */
function readTarget({ arn, taskDefinition, input }) {
    if (taskDefinition !== undefined)
        return task(arn, taskDefinition);
    const [, service = "", call = ""] = API_TARGET.exec(arn) ?? [];
    const starter = starters.get(`${service}.${call}`.toLowerCase());
    if (starter !== undefined)
        return starter(input);
    const [, kind, name = ""] = /^arn:[\w-]+:(lambda|states):[^:]*:[^:]*:(?:function|stateMachine):(.+)$/.exec(arn) ?? [];
    if (kind === "lambda")
        return { kind: "function", name };
    if (kind === "states")
        return { kind: "state machine", name };
    return { kind: "other", what: arn.split(":")[2] ?? "" };
}
/** Whether reading the whole of a schedule tells more than the ARN of its target does. */
function needsParameters(arn) {
    const [, service = "", call = ""] = API_TARGET.exec(arn) ?? [];
    return /^arn:[\w-]+:ecs:/.test(arn) || starters.has(`${service}.${call}`.toLowerCase());
}
/** Calls of the API that start a task, or something that may start one. */
const starters = new Map([
    ["ecs.runtask", readRunTask],
    ["lambda.invoke", (input) => ({ kind: "function", name: named(input, "FunctionName") })],
    ["sfn.startexecution", (input) => ({ kind: "state machine", name: named(input, "StateMachineArn") })],
]);
function readRunTask(input) {
    const given = parsed(input);
    if (given === undefined)
        return { kind: "unreadable task", why: "its parameters are no JSON object" };
    const definition = textOf(given, "TaskDefinition");
    if (definition === undefined)
        return { kind: "unreadable task", why: "its parameters name no task definition" };
    // What RunTask does without: https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_RunTask.html
    // A plain call of the API: the Scheduler does not name itself.
    return { ...task(textOf(given, "Cluster") ?? "default", definition), startedBy: textOf(given, "StartedBy") ?? "" };
}
function task(cluster, definition) {
    return { kind: "task", cluster: (0,facts_ecs/* clusterName */.S)(cluster), family: (0,facts_ecs/* familyOf */.A)(definition), definition };
}
function named(input, key) {
    return (textOf(parsed(input) ?? {}, key) ?? "unknown").split(/:(?:function|stateMachine):/).at(-1) ?? "unknown";
}
function parsed(input) {
    try {
        const value = JSON.parse(input ?? "");
        return typeof value === "object" && value !== null ? value : undefined;
    }
    catch {
        return undefined;
    }
}
/** Parameters of the API are written `Cluster` or `cluster`. */
function textOf(parameters, key) {
    const value = parameters[key] ?? parameters[`${key.charAt(0).toLowerCase()}${key.slice(1)}`];
    return typeof value === "string" && value !== "" ? value : undefined;
}

;// CONCATENATED MODULE: ./build/adapters/aws/schedules.js


/** EventBridge's rules and EventBridge Scheduler's schedules over the AWS API. */
function awsSchedules(login) {
    const events = (0,aws_calls/* awsCalls */.JT)(login, {
        name: "EventBridge",
        atOnce: 6,
        open: async (settings) => {
            const sdk = await Promise.all(/* import() */[__webpack_require__.e(3422), __webpack_require__.e(1279), __webpack_require__.e(5118), __webpack_require__.e(5861), __webpack_require__.e(6612)]).then(__webpack_require__.t.bind(__webpack_require__, 96612, 19));
            return { sdk, client: new sdk.EventBridgeClient(settings) };
        },
    });
    const scheduler = (0,aws_calls/* awsCalls */.JT)(login, {
        name: "EventBridge Scheduler",
        atOnce: 6,
        open: async (settings) => {
            const sdk = await Promise.all(/* import() */[__webpack_require__.e(3422), __webpack_require__.e(1279), __webpack_require__.e(5118), __webpack_require__.e(5861), __webpack_require__.e(768)]).then(__webpack_require__.t.bind(__webpack_require__, 768, 19));
            return { sdk, client: new sdk.SchedulerClient(settings) };
        },
    });
    return {
        async rules() {
            const asked = { action: "events:ListRules", operation: `list the rules in ${login.region}` };
            const rules = await (0,aws_calls/* allPages */.S4)(async (NextToken) => {
                const answer = await events(asked, ({ sdk, client }) => client.send(new sdk.ListRulesCommand({ NextToken, Limit: 100 })));
                return { items: answer.Rules ?? [], next: answer.NextToken };
            });
            return Promise.all(rules.filter(({ ManagedBy }) => !ManagedBy).map((rule) => withTargets(events, rule)));
        },
        async schedules() {
            const asked = { action: "scheduler:ListSchedules", operation: `list the schedules in ${login.region}` };
            const found = await (0,aws_calls/* allPages */.S4)(async (NextToken) => {
                const answer = await scheduler(asked, ({ sdk, client }) => client.send(new sdk.ListSchedulesCommand({ NextToken, MaxResults: 100 })));
                return { items: answer.Schedules ?? [], next: answer.NextToken };
            });
            return (await Promise.all(found.map((summary) => schedule(scheduler, summary)))).filter((each) => each !== undefined);
        },
    };
}
async function withTargets(call, rule) {
    const name = rule.Name ?? "";
    const asked = { action: "events:ListTargetsByRule", operation: `list the targets of rule ${name}` };
    const targets = await (0,aws_calls/* allPages */.S4)(async (NextToken) => {
        const answer = await call(asked, ({ sdk, client }) => client.send(new sdk.ListTargetsByRuleCommand({ Rule: name, NextToken, Limit: 100 })));
        return { items: answer.Targets ?? [], next: answer.NextToken };
    });
    return {
        name,
        enabled: rule.State !== "DISABLED",
        ...(rule.ScheduleExpression ? { schedule: rule.ScheduleExpression } : {}),
        targets: targets.map(({ Arn = "", EcsParameters }) => readTarget({
            arn: Arn,
            ...(EcsParameters?.TaskDefinitionArn ? { taskDefinition: EcsParameters.TaskDefinitionArn } : {}),
        })),
    };
}
/** The list tells a target's ARN only: whatever that does not settle is read one by one. `undefined` when it has gone meanwhile. */
async function schedule(call, summary) {
    const { Name = "", GroupName = "default", State, Target } = summary;
    const arn = Target?.Arn ?? "";
    const known = { group: GroupName, name: Name, enabled: State !== "DISABLED" };
    if (!needsParameters(arn))
        return { ...known, expression: "", timeZone: "", target: readTarget({ arn }) };
    const asked = { action: "scheduler:GetSchedule", operation: `read schedule ${GroupName}/${Name}` };
    const answer = await call(asked, async ({ sdk, client }) => {
        try {
            return await client.send(new sdk.GetScheduleCommand({ Name, GroupName }));
        }
        catch (error) {
            if (error instanceof sdk.ResourceNotFoundException)
                return undefined;
            throw error;
        }
    });
    if (answer === undefined)
        return undefined;
    const { TaskDefinitionArn } = answer.Target?.EcsParameters ?? {};
    const input = answer.Target?.Input;
    return {
        ...known,
        expression: answer.ScheduleExpression ?? "",
        timeZone: answer.ScheduleExpressionTimezone ?? "UTC",
        target: readTarget({
            arn,
            ...(TaskDefinitionArn ? { taskDefinition: TaskDefinitionArn } : {}),
            ...(input === undefined ? {} : { input }),
        }),
    };
}

// EXTERNAL MODULE: ./build/adapters/aws/session.js
var aws_session = __webpack_require__(41059);
// EXTERNAL MODULE: ./build/adapters/github/id-token.js
var id_token = __webpack_require__(81748);
// EXTERNAL MODULE: ./build/adapters/private-folder.js
var private_folder = __webpack_require__(32699);
// EXTERNAL MODULE: ./build/playbook/report/markdown.js
var markdown = __webpack_require__(83280);
;// CONCATENATED MODULE: ./build/playbook/inventory/inventory-summary.js

/** A summary holds 1 MiB at most: https://docs.github.com/actions/reference/workflows-and-actions/workflow-commands#adding-a-job-summary */
const MOST_TEXT = 500_000;
const MOST_QUESTIONS = 200;
/** The job summary of an inventory, as Markdown: what there is, what is open, what to do next, and the file. */
function inventorySummary({ draft, text, questions }) {
    const { services, environment, region } = draft;
    const count = (number, what) => `${number} ${what}${number === 1 ? "" : "s"}`;
    const parts = [
        `### 📋 ${count(services.length, "service")} on ECS in ${region}, ${count(questions.length, "open question")}`,
        (0,markdown/* table */.tp)(["Service", "In ECS", "Tasks", "Image", "Load balancer", "Records", "Cron jobs", "Scaling"], services.map(row)),
        "#### Open questions",
        questions.length === 0 ? "None." : questionList(questions),
        "#### Next",
        [
            "1. Save the file below as `.github/k8s-migrate.yml`. It is also at the path in the output `file`.",
            "2. Answer what its lines with `QUESTION` ask.",
            `3. Look at the plan before anything is done: \`switchover\` with \`environment: ${environment}\`, \`phase: prepare\` and \`dry-run: true\`.`,
        ].join("\n"),
        text.length > MOST_TEXT
            ? "The file is too long to be shown here."
            : (0,markdown/* folded */.TM)(".github/k8s-migrate.yml", text.trimEnd()),
    ];
    return `${parts.join("\n\n")}\n`;
}
function row({ name, ecs, facts, records, crons }) {
    return [
        name,
        `${ecs.cluster}/${ecs.service}`,
        facts.tasks,
        (0,markdown/* code */.aY)(facts.image),
        facts.loadBalancers.join("\n") || "none",
        records.map((record) => record.name).join("\n"),
        crons.map(({ stop }) => Object.values(stop).join("")).join("\n"),
        facts.scaling,
    ];
}
/** Each question once, with all places where it is asked. */
function questionList(questions) {
    const asked = [...Map.groupBy(questions, ({ text }) => text)];
    const more = asked.length - MOST_QUESTIONS;
    return [
        (0,markdown/* table */.tp)(["Place", "Question"], asked.slice(0, MOST_QUESTIONS).map(([text, same]) => [placesOf(same.map(({ place }) => place)), text])),
        ...(more > 0 ? [`And ${more} more in the file.`] : []),
    ].join("\n\n");
}
function placesOf(places) {
    const [first = "", ...others] = places;
    if (first === "")
        return "end of the file";
    return others.length === 0 ? first : `${first} and ${others.length} more`;
}

;// CONCATENATED MODULE: ./build/inventory/facts.js
/** One key for a service of one cluster. Neither name can have a slash. */
function serviceKey({ cluster, name }) {
    return `${cluster}/${name}`;
}
/** Sorts by code points: the same order on every machine. */
function sorted(items, by) {
    return [...items].toSorted((a, b) => {
        const [left, right] = [by(a), by(b)];
        return left < right ? -1 : left > right ? 1 : 0;
    });
}
/** Each text once, sorted. */
function sortedTexts(texts) {
    return sorted(new Set(texts), (text) => text);
}

// EXTERNAL MODULE: ./build/inventory/remark.js
var remark = __webpack_require__(87771);
;// CONCATENATED MODULE: ./build/inventory/crons/starters.js

/** All rules and schedules, in the order of their kinds and names. */
function startersOf({ eventRules, schedules }) {
    const rules = sorted(eventRules ?? [], ({ name }) => name).map(({ name, enabled, schedule, targets }) => ({
        stop: { rule: name },
        title: `rule ${name}`,
        name,
        enabled,
        isOnce: false,
        targets,
        prefix: "events-rule/",
        ...(schedule === undefined ? {} : { when: `${schedule} in UTC` }),
    }));
    const others = sorted(schedules ?? [], ({ group, name }) => `${group}/${name}`).map(({ group, name, enabled, expression, timeZone, target }) => ({
        stop: { schedule: `${group}/${name}` },
        title: `schedule ${group}/${name}`,
        name,
        enabled,
        targets: [target],
        isOnce: expression.startsWith("at("),
        prefix: "chronos-schedule/",
        when: `${expression} in ${timeZone}`,
    }));
    return [...rules, ...others];
}
/** The tasks that a starter starts in these clusters. */
function tasksOf({ targets }, clusters) {
    return targets.flatMap((target) => (target.kind === "task" && clusters.has(target.cluster) ? [target] : []));
}

;// CONCATENATED MODULE: ./build/inventory/crons/task-owner.js


/**
 * Tells which service a task that is no part of one belongs to, by its key: the only one of its cluster, else the one that runs the same task
 * definition, else the one that runs the same image. `undefined` where none of these tells just one.
 */
function taskOwner(services, definitions) {
    const byCluster = Map.groupBy(services, ({ cluster }) => cluster);
    return ({ cluster, family, definition }) => {
        const here = byCluster.get(cluster) ?? [];
        if (here.length === 1)
            return only(here);
        const sameFamily = here.filter(({ taskDefinition }) => (0,facts_ecs/* familyOf */.A)(taskDefinition) === family);
        if (sameFamily.length > 0)
            return only(sameFamily);
        const images = new Set(imagesOf(definitions.get(definition ?? family)));
        return only(here.filter(({ taskDefinition }) => imagesOf(definitions.get(taskDefinition)).some((image) => images.has(image))));
    };
}
/** The definitions, as tasks name them, whose images are needed to tell the owner. */
function neededDefinitions(services, tasks) {
    const owner = taskOwner(services, new Map());
    const clusters = new Set(services.map(({ cluster }) => cluster));
    const open = tasks.filter((task) => clusters.has(task.cluster) && owner(task) === undefined);
    return [...new Set(open.map(({ definition, family }) => definition ?? family))].toSorted();
}
function only(services) {
    const [first, ...others] = services;
    return first === undefined || others.length > 0 ? undefined : serviceKey(first);
}
/** The repositories of a definition's images: tags and digests differ from one release to the next. */
function imagesOf(definition) {
    return (definition?.containers ?? []).map(({ image }) => (image.split("@")[0] ?? "").replace(/:[^/:]+$/, ""));
}

;// CONCATENATED MODULE: ./build/inventory/crons/draft-crons.js




const START = "start: [{ cronjob: … }]";
/** Shares out the rules and schedules that start tasks in the clusters of the services. */
function draftCrons(facts) {
    const clusters = new Set(facts.clusters);
    const ownerOf = taskOwner(facts.services, facts.definitions);
    const drafted = { byService: new Map(), remarks: [] };
    const at = (key) => {
        const found = drafted.byService.get(key) ?? { crons: [], remarks: [] };
        drafted.byService.set(key, found);
        return found;
    };
    const starters = startersOf(facts);
    for (const starter of starters) {
        const tasks = tasksOf(starter, clusters);
        if (tasks.length === 0)
            continue;
        const owners = sortedTexts(tasks.map((task) => ownerOf(task) ?? ""));
        const [owner = ""] = owners;
        if (owners.length > 1 || owner === "")
            drafted.remarks.push(ownerUnknown(starter, owners.length > 1, tasks));
        else if (starter.when === undefined)
            at(owner).remarks.push(byEvents(starter));
        else if (!starter.enabled)
            at(owner).remarks.push((0,remark/* note */.N4)(`${capital(starter.title)} (${starter.when}) is disabled: there is nothing to stop.`));
        else if (starter.isOnce)
            at(owner).remarks.push(once(starter));
        else
            at(owner).crons.push(cron(starter));
    }
    drafted.remarks.push(...unreadable(starters), ...wrappers(starters));
    return drafted;
}
function cron(starter) {
    return {
        stop: starter.stop,
        about: starter.when ?? "",
        remarks: [...alsoStarts(starter), (0,remark/* question */.b1)("Which CronJobs do this in EKS?", START)],
    };
}
/** What stops together with the tasks when the rule is disabled. */
function alsoStarts({ targets, title }) {
    const others = sortedTexts(targets.flatMap((target) => {
        if (target.kind === "task")
            return [];
        if (target.kind === "other")
            return [`a target of ${target.what}`];
        return target.kind === "unreadable task" ? ["another task"] : [`${target.kind} ${target.name}`];
    }));
    if (others.length === 0)
        return [];
    return [(0,remark/* question */.b1)(`${capital(title)} also starts ${(0,remark/* listed */.KE)(others)}, which stops with it. May it?`)];
}
function ownerUnknown(starter, several, tasks) {
    const what = (0,remark/* listed */.KE)(sortedTexts(tasks.map(({ cluster, family }) => `task ${family} in cluster ${cluster}`)));
    const state = starter.enabled ? "" : ", and is disabled";
    const [kind = "rule", name] = Object.entries(starter.stop)[0] ?? [];
    const why = several
        ? "which belong to several services, so that all of them stop with it. Which one does it move with?"
        : "and nothing tells which service that belongs to. Which one is it?";
    return (0,remark/* question */.b1)(`${capital(starter.title)} (${starter.when ?? "by events"}${state}) starts ${what}, ${why} Its entry under crons: { stop: { ${kind}: ${name} }, start: [{ cronjob: … }] }`);
}
function byEvents({ title }) {
    return (0,remark/* question */.b1)(`${capital(title)} starts a task of this service when events come, not by time: no CronJob can take over. What does in EKS?`);
}
function once({ title, when }) {
    return (0,remark/* question */.b1)(`${capital(title)} starts a task of this service once, ${when}. Has it run before the move?`);
}
function unreadable(starters) {
    return starters.flatMap(({ title, targets }) => targets.flatMap((target) => target.kind === "unreadable task"
        ? [
            (0,remark/* question */.b1)(`${capital(title)} starts an ECS task, but which cannot be read: ${target.why}. Does it belong to one of these services?`),
        ]
        : []));
}
/** One question for all, since most of them have nothing to do with ECS. */
function wrappers(starters) {
    const found = starters
        .filter(({ enabled, when }) => enabled && when !== undefined)
        .flatMap(({ title, targets }) => targets.flatMap((target) => target.kind === "function" || target.kind === "state machine"
        ? [`${title} (${target.kind} ${target.name})`]
        : []));
    if (found.length === 0)
        return [];
    return [
        (0,remark/* question */.b1)(`These start functions or state machines by time, and what those start was not read: ${(0,remark/* listed */.KE)(sortedTexts(found), 50)}. Does one of them start tasks of these services? Then it has to be stopped too.`),
    ];
}
function capital(text) {
    return `${text.charAt(0).toUpperCase()}${text.slice(1)}`;
}

;// CONCATENATED MODULE: ./build/inventory/crons/unexplained-tasks.js




/** ECS keeps this much of who started a task: https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_RunTask.html#ECS-RunTask-request-startedBy */
const STARTED_BY_LENGTH = 36;
/**
 * Questions about tasks that ran lately and were started by something that was not found, one for each task definition. None where rules or
 * schedules could not be read: then there is a question already, and nothing could be explained.
 */
function unexplainedTasks(facts) {
    const { services, definitions, tasks, eventRules, schedules } = facts;
    if (tasks === undefined || eventRules === undefined || schedules === undefined)
        return [];
    const starters = startersOf(facts);
    const ownerOf = taskOwner(services, definitions);
    const open = tasks.filter(({ group, startedBy, family }) => !group.startsWith("service:") && !starters.some((starter) => explains(starter, startedBy, family)));
    const byDefinition = Map.groupBy(open, ({ cluster, family }) => `${cluster}/${family}`);
    return sorted(byDefinition.values(), ([first]) => `${first?.cluster}/${first?.family}`).flatMap((same) => {
        const [first] = same;
        if (first === undefined)
            return [];
        const by = sortedTexts(same.map(({ startedBy }) => startedBy || "somebody who gave no name"));
        const text = `Tasks of ${first.family} ran lately in cluster ${first.cluster}, started by ${(0,remark/* listed */.KE)(by, 3)}, which is no rule or schedule that was found. What starts them, and how does it move?`;
        return [{ owner: ownerOf(first), remark: (0,remark/* question */.b1)(text) }];
    });
}
/** Names are cut, so that two may look alike: the task definition has to fit too. */
function explains({ name, prefix, targets }, startedBy, family) {
    const own = `${prefix}${name}`.slice(0, STARTED_BY_LENGTH);
    return targets.some((target) => {
        if (target.kind === "task")
            return target.family === family && (target.startedBy ?? own) === startedBy;
        return target.kind === "unreadable task" && own === startedBy;
    });
}

;// CONCATENATED MODULE: ./build/inventory/cron-switches.js
const SCHEDULERS = new Set("CRON CRONS CRONJOB CRONJOBS CRONTAB SCHEDULE SCHEDULED SCHEDULER SCHEDULERS SCHEDULES SCHEDULING BEAT CELERYBEAT QUARTZ HANGFIRE".split(" "));
const SWITCHES = new Set("ENABLE ENABLED DISABLE DISABLED ON OFF RUN RUNS START STARTS ACTIVE ACTIVATE USE SKIP NO WITH".split(" "));
/**
 * Whether a variable's name reads like a switch for cron jobs inside of the service: `CRON_ENABLED`, `RUN_SCHEDULER`, `enableCron`, `CRON`.
 * Not `CRON_SECRET` or `SCHEDULER_URL`.
 */
function looksLikeCronSwitch(variable) {
    const words = variable
        .replace(/([a-z0-9])([A-Z])/g, "$1_$2")
        .toUpperCase()
        .split(/[^A-Z0-9]+/)
        .filter((word) => word !== "");
    if (!words.some((word) => SCHEDULERS.has(word)))
        return false;
    return words.some((word) => SWITCHES.has(word)) || words.every((word) => SCHEDULERS.has(word));
}

;// CONCATENATED MODULE: ./build/inventory/health-status.js
const LARGEST_LIST = 12;
/**
 * The status codes of a target group's health check (`200`, `200,301`, `200-399`) as a probe has them: one, a class, or a list. `undefined` for
 * those that the file cannot say shortly, and for 200, which it has without.
 */
function healthStatus(codes) {
    const wanted = codes.split(",").flatMap((part) => {
        const [from, to] = part.trim().split("-").map(Number);
        const last = Math.min(to ?? from ?? 0, 599);
        if (from === undefined || !(from >= 100))
            return [];
        return Array.from({ length: Math.max(0, last - from + 1) }, (_, at) => from + at);
    });
    const classes = [1, 2, 3, 4, 5].filter((first) => {
        return Array.from({ length: 100 }, (_, at) => first * 100 + at).every((code) => wanted.includes(code));
    });
    const rest = wanted.filter((code) => !classes.includes(Math.floor(code / 100)));
    const all = [...rest, ...classes.map((first) => `${first}xx`)];
    if (all.length > LARGEST_LIST || all.length === 0)
        return undefined;
    const [only] = all;
    if (all.length > 1 || only === undefined)
        return all;
    return only === 200 ? undefined : only;
}

;// CONCATENATED MODULE: ./build/inventory/draft-service.js




/** The container whose image is deployed: that behind the load balancer, else the only one that matters. */
function mainContainer(service, definition) {
    const containers = definition?.containers ?? [];
    const served = sortedTexts(service.attachments.map(({ container }) => container));
    const essential = containers.filter((each) => each.essential);
    const [first] = served.length > 0 ? served : [containers.length === 1 ? containers[0]?.name : undefined];
    if (served.length < 2 && first !== undefined)
        return { name: first, remarks: [] };
    if (definition === undefined)
        return { remarks: [] };
    const names = served.length > 1 ? served : sortedTexts((essential.length > 0 ? essential : containers).map(({ name }) => name));
    return { remarks: [(0,remark/* question */.b1)(`Which container is the service itself: ${(0,remark/* listed */.KE)(names)}?`, "image: { container: … }")] };
}
/** How the new side is probed: as the load balancer checks the old one. */
function probeOf(checks) {
    const paths = sortedTexts(checks.flatMap(({ path }) => path ?? []));
    const [path] = paths;
    if (path === undefined) {
        return {
            remarks: [
                (0,remark/* question */.b1)("Which path tells that the service is well? Its load balancer asks for none.", "probe: { path: … }"),
            ],
        };
    }
    if (paths.length > 1) {
        return {
            remarks: [
                (0,remark/* question */.b1)(`Which path tells that the service is well? Its load balancers ask for ${(0,remark/* listed */.KE)(paths)}.`, "probe: { path: … }"),
            ],
        };
    }
    const codes = sortedTexts(checks.flatMap((check) => check.codes ?? []));
    const status = codes.length === 1 ? healthStatus(codes[0] ?? "") : undefined;
    const known = { probe: { path, ...(status === undefined ? {} : { status }) } };
    if (codes.length < 2 && (status !== undefined || codes[0] === undefined || codes[0] === "200"))
        return { ...known, remarks: [] };
    return {
        ...known,
        remarks: [(0,remark/* note */.N4)(`The load balancer takes ${(0,remark/* listed */.KE)(codes)}; a probe takes 200 unless status says otherwise.`)],
    };
}
/** What a service may start by itself, and what else is to be decided about it. */
function serviceRemarks(service, definition) {
    const remarks = { service: [], image: [], records: [], probe: [], crons: [] };
    if (service.isDaemon) {
        remarks.service.push((0,remark/* question */.b1)("This runs once on each machine of the cluster (a daemon). Does it move at all?"));
    }
    else if (service.desired === 0) {
        remarks.service.push((0,remark/* question */.b1)("This wants no tasks now, so that there is no running image to deploy. Does it move?"));
    }
    if (service.discoveredBy.length > 0) {
        remarks.records.push((0,remark/* question */.b1)(`Others may find its tasks without a load balancer, through ${(0,remark/* listed */.KE)(sortedTexts(service.discoveredBy))}, where no record can be switched. Who calls it there?`));
    }
    remarks.crons.push(...switches(definition));
    if (service.attachments.length === 0 && !service.isDaemon) {
        remarks.crons.push((0,remark/* question */.b1)("This has no load balancer. Does it start jobs by itself, as celery beat or a scheduler does? If not, delete this.", `- { stop: { worker: ${service.name} }, start: [{ deployment: … }] }`));
    }
    return remarks;
}
function switches(definition) {
    const found = (definition?.containers ?? []).flatMap((container) => sortedTexts(container.variables.filter(looksLikeCronSwitch)).map((variable) => ({ container, variable })));
    return sorted(found, ({ container, variable }) => `${variable} ${container.name}`).map(({ container, variable }) => (0,remark/* question */.b1)(`Variable ${variable} of container ${container.name} reads like a switch for cron jobs inside of the service. Is it one, and which value turns them off? If not, delete this.`, `- { stop: { env-switch: { ${whereNeeded(container, definition, variable)}name: ${variable}, off: "…" } }, start: [{ cronjob: … }] }`));
}
function whereNeeded(container, definition, variable) {
    const having = (definition?.containers ?? []).filter(({ variables }) => variables.includes(variable));
    return having.length > 1 ? `container: ${container.name}, ` : "";
}

// EXTERNAL MODULE: ./build/migration-file/forms/names.js
var names = __webpack_require__(20772);
// EXTERNAL MODULE: ./build/records/external-dns.js
var external_dns = __webpack_require__(46996);
;// CONCATENATED MODULE: ./build/inventory/records/draft-records.js




const TARGET = "Which ingress, http-route, service or host answers for this name in EKS?";
const MOVED = new Set(["A", "AAAA", "CNAME"]);
/** Drafts the records of services. Knows of all zones which name is in several, and what external-dns keeps. */
function recordDrafter(zones) {
    const inZones = namesInZones(zones);
    const owners = new Map(zones.map((zone) => [zone.id, (0,external_dns/* keptByExternalDns */.I)(zone).owners]));
    return (own) => {
        const drafted = { records: [], remarks: [] };
        for (const { name, followers } of sorted(own, (each) => `${each.name.name} ${each.name.zone.id}`)) {
            const hindrance = cannotMove(name);
            if (hindrance !== undefined) {
                drafted.remarks.push((0,remark/* question */.b1)(hindrance));
                continue;
            }
            const isAmbiguous = (inZones.get(name.name) ?? 0) > 1;
            drafted.records.push({
                name: name.name,
                ...(isAmbiguous ? { zone: name.zone.id } : {}),
                about: about(name, isAmbiguous),
                remarks: [
                    ...followersOf(name, followers),
                    ...doubts(name, owners.get(name.zone.id)?.get(name.name)),
                    (0,remark/* question */.b1)(TARGET, "target: { kind: …, name: … }"),
                ],
            });
        }
        return drafted;
    };
}
/** Why nobody but its keeper can switch a name, or the file cannot hold it. */
function cannotMove({ name, zone, there }) {
    const from = `${name} (zone ${zone.id})`;
    if (zone.keptBy !== undefined)
        return `${from} leads here, but only ${zone.keptBy} can change that zone. Who calls that name?`;
    const policy = there.find(({ trafficPolicy }) => trafficPolicy !== undefined)?.trafficPolicy;
    if (policy !== undefined) {
        return `${from} leads here by the traffic policy instance ${policy}, which has to be changed where it was made. How will it move?`;
    }
    if (!there.some(({ type }) => MOVED.has(type))) {
        return `${from} leads here by ${(0,remark/* listed */.KE)(sortedTexts(there.map(({ type }) => type)))} records only, which are not moved. How will they?`;
    }
    if (!(0,names/* isRecordName */.lx)(name))
        return `${JSON.stringify(name)} leads here, but is no name that can stand in this file. How will it move?`;
    return undefined;
}
function about({ there, zone }, isAmbiguous) {
    const types = sortedTexts(there.filter(({ type }) => MOVED.has(type)).map(({ type }) => type)).join(", ");
    const routing = sortedTexts(there.flatMap((set) => set.routing ?? [])).join(", ");
    const members = sortedTexts(there.flatMap(({ member }) => member ?? []));
    return [
        types,
        ...(routing === "" ? [] : [`${routing}: ${(0,remark/* listed */.KE)(members)}`]),
        ...(isAmbiguous ? [`${zone.isPrivate ? "private" : "public"} zone ${zone.name}`] : []),
    ].join("; ");
}
function followersOf({ name }, followers) {
    const names = sortedTexts(followers.map((each) => each.name)).filter((each) => each !== name);
    if (names.length === 0)
        return [];
    return [
        (0,remark/* note */.N4)(`${(0,remark/* listed */.KE)(names)} ${names.length === 1 ? "leads" : "lead"} to this name, and so ${names.length === 1 ? "follows" : "follow"} it. Where clients call ${names.length === 1 ? "that" : "those"}, probe may need it as its host.`),
    ];
}
/** What is to be decided before such a name is switched. */
function doubts(name, owner) {
    const remarks = [];
    const elsewhere = name.elsewhere.filter(({ type }) => MOVED.has(type));
    if (elsewhere.length > 0) {
        remarks.push((0,remark/* question */.b1)(`Not all of this name leads to ECS: ${(0,remark/* listed */.KE)(sortedTexts(elsewhere.map(setName)))} go elsewhere. Do they stay as they are?`));
    }
    const hints = sortedTexts(name.sets.filter(({ type }) => !MOVED.has(type)).map(({ type }) => type));
    if (hints.length > 0) {
        remarks.push((0,remark/* question */.b1)(`This name has ${(0,remark/* listed */.KE)(hints)} records too, which may hold addresses of the old side. What becomes of them?`));
    }
    if (owner !== undefined) {
        remarks.push((0,remark/* question */.b1)(`external-dns (owner ${owner}) keeps this record and would put it back. Which external-dns is it, and when does it let go?`));
    }
    if (name.name.startsWith("*.")) {
        remarks.push((0,remark/* question */.b1)("A wildcard switches every name below it that has no record of its own. Are all of them meant?"));
    }
    return remarks;
}
function setName({ type, member, routing }) {
    return member === undefined ? type : `${type} ${member} (${routing ?? "routing unknown"})`;
}
/** In how many zones each name has records that move. */
function namesInZones(zones) {
    const counts = new Map();
    for (const zone of zones) {
        const names = new Set(zone.records.filter(({ type }) => MOVED.has(type)).map(({ name }) => name));
        for (const name of names)
            counts.set(name, (counts.get(name) ?? 0) + 1);
    }
    return counts;
}

// EXTERNAL MODULE: ./build/records/name-that-answers.js
var name_that_answers = __webpack_require__(46980);
;// CONCATENATED MODULE: ./build/inventory/records/name-nodes.js


/** HTTPS and SVCB may hold a target and addresses: https://www.rfc-editor.org/rfc/rfc9460 */
const LEADING = new Set(["A", "AAAA", "CNAME", "HTTPS", "SVCB"]);
/** All such names of the zones. */
function nameNodes(zones) {
    return zones.flatMap((zone) => {
        const byName = Map.groupBy(zone.records.filter(({ type }) => LEADING.has(type)), ({ name }) => name);
        return [...byName].map(([name, sets]) => ({ zone, name, sets }));
    });
}
/** The names, and for A and AAAA the addresses, that a record set leads to. */
function leadsTo({ name, type, alias, values }) {
    if (alias !== undefined)
        return [alias];
    if (type === "CNAME")
        return values.map(dns_name/* dnsName */.Tu);
    if (type === "A" || type === "AAAA")
        return values;
    // "priority target parameters…"; a dot stands for the record's own name.
    return values
        .map((value) => (0,dns_name/* dnsName */.Tu)(value.split(/\s+/)[1] ?? ""))
        .filter((target) => target !== "" && target !== name);
}
/**
 * Finds which nodes may answer for a name: in the public zone that fits best, and in each private zone that fits, the name's own, else that of
 * the wildcard that covers it. Who asks from where is not known: what may answer in some place counts.
 */
function answering(nodes, zones) {
    const inZone = new Map(zones.map((zone) => [zone, new Map()]));
    for (const node of nodes)
        inZone.get(node.zone)?.set(node.name, node);
    const existing = new Map(zones.map((zone) => [zone, (0,name_that_answers/* existingNames */.Q)(zone)]));
    const byName = Map.groupBy(zones, (zone) => zone.name);
    return (name) => {
        const fitting = (0,dns_name/* namesAbove */.s3)(name).flatMap((parent) => byName.get(parent) ?? []);
        const best = fitting.find((zone) => !zone.isPrivate)?.name;
        return fitting
            .filter((zone) => zone.isPrivate || zone.name === best)
            .flatMap((zone) => {
            const answer = (0,name_that_answers/* nameThatAnswers */.M)(name, existing.get(zone) ?? new Set());
            const node = answer === undefined ? undefined : inZone.get(zone)?.get(answer);
            return node === undefined ? [] : [node];
        });
    };
}

;// CONCATENATED MODULE: ./build/inventory/records/open-records.js




/** What stands before a load balancer and cannot be seen through: https://docs.aws.amazon.com/Route53/latest/DeveloperGuide/resource-record-sets-choosing-alias-non-alias.html */
const FRONTS = [
    ["CloudFront", /\.cloudfront\.net$/],
    ["API Gateway", /\.execute-api\.[\w-]+\.amazonaws\.com$|^d-[\w]+\.execute-api\./],
    ["Global Accelerator", /\.awsglobalaccelerator\.com$/],
];
/** Questions about records that belong to no service alone. */
function openRecords(facts, out, nameOf) {
    return [...severalServices(out, nameOf), ...unserved(facts, out), ...fronts(facts), ...externalDns(facts)];
}
function severalServices({ ambiguous }, nameOf) {
    return sorted(ambiguous, ({ name }) => `${name.name} ${name.zone.id}`).map(({ name, services }) => {
        const others = name.followers.length > 0 ? ", by itself or by names that lead to it" : "";
        return (0,remark/* question */.b1)(`${name.name} (zone ${name.zone.id}) leads to ${(0,remark/* listed */.KE)(services.map(nameOf))}${others}, so that it moves with none of them alone. Where does it go?`);
    });
}
function unserved(facts, { unserved: names }) {
    const balancers = new Map((facts.loadBalancers ?? []).map(({ arn, name }) => [arn, name]));
    const pairs = names.flatMap(({ name, loadBalancers }) => [...loadBalancers].map((arn) => ({ name, balancer: balancers.get(arn) ?? arn })));
    return sorted(Map.groupBy(pairs, ({ balancer }) => balancer), ([balancer]) => balancer).map(([balancer, reaching]) => (0,remark/* question */.b1)(`${(0,remark/* listed */.KE)(sortedTexts(reaching.map(({ name }) => name)))} lead${reaching.length === 1 ? "s" : ""} to load balancer ${balancer}, where a redirect, a fixed answer or something outside of these services answers. Does it have to move too?`));
}
function fronts({ zones = [] }) {
    const nodes = nameNodes(zones);
    return FRONTS.flatMap(([front, pattern]) => {
        const names = nodes.filter(({ sets }) => sets.some((set) => leadsTo(set).some((target) => pattern.test(target))));
        if (names.length === 0)
            return [];
        return [
            (0,remark/* question */.b1)(`${(0,remark/* listed */.KE)(sortedTexts(names.map(({ name }) => name)))} lead${names.length === 1 ? "s" : ""} to ${front}, and what is behind it was not read. Is it one of these services? Then what it uses as its origin has to move.`),
        ];
    });
}
function externalDns({ zones = [] }) {
    return sorted(zones, ({ name, id }) => `${name} ${id}`).flatMap((zone) => {
        const { unmatched } = (0,external_dns/* keptByExternalDns */.I)(zone);
        if (unmatched.size === 0)
            return [];
        return [
            (0,remark/* question */.b1)(`external-dns keeps records in zone ${zone.name} (${zone.id}), and for ${(0,remark/* listed */.KE)(sortedTexts(unmatched.keys()))} it is not clear which. Is one of the records above among them?`),
        ];
    });
}

;// CONCATENATED MODULE: ./build/inventory/records/host-rules.js
/**
 * The rules of a load balancer that may take requests for a host, those of each listener in their order, until one takes all of them.
 * @param host a name as in a record: `*.example.com` stands for all names below example.com
 */
function rulesFor(host, rules) {
    return [...Map.groupBy(rules, ({ listener }) => listener).values()].flatMap((ofListener) => {
        const taking = [];
        for (const rule of ofListener.toSorted((a, b) => a.priority - b.priority)) {
            if (!mayTake(rule, host))
                continue;
            taking.push(rule);
            if (takesAll(rule, host))
                break;
        }
        return taking;
    });
}
function mayTake({ hosts, byRegex }, host) {
    if (byRegex || hosts.length === 0)
        return true;
    return hosts.some((pattern) => overlap(pattern.toLowerCase(), host));
}
function takesAll({ hosts, byRegex, takesPart }, host) {
    if (takesPart || byRegex)
        return false;
    // The star of a wildcard record is a letter like others here: only a pattern with a star in its place takes all names below.
    return hosts.length === 0 || hosts.some((pattern) => fits(pattern.toLowerCase(), host));
}
/** Whether the text fits the pattern, in which `*` stands for any letters and `?` for one. */
function fits(pattern, text) {
    const source = pattern
        .replace(/[.+^${}()|[\]\\]/g, "\\$&")
        .replaceAll("*", ".*")
        .replaceAll("?", ".");
    return new RegExp(`^${source}$`).test(text);
}
/** Whether some text fits both patterns. */
function overlap(one, other) {
    const known = new Map();
    const from = (i, j) => {
        const key = `${i},${j}`;
        const found = known.get(key) ?? rest(i, j);
        known.set(key, found);
        return found;
    };
    const rest = (i, j) => {
        const [a, b] = [one[i], other[j]];
        if (a === "*")
            return from(i + 1, j) || (b !== undefined && from(i, j + 1));
        if (b === "*")
            return from(i, j + 1) || (a !== undefined && from(i + 1, j));
        if (a === undefined || b === undefined)
            return a === b;
        return (a === b || a === "?" || b === "?") && from(i + 1, j + 1);
    };
    return from(0, 0);
}

;// CONCATENATED MODULE: ./build/inventory/records/reaching-names.js


/**
 * Finds every name that ends at one of the load balancers.
 * @param classic names of classic load balancers, which stand for themselves in place of an ARN
 */
function reachingNames(zones, loadBalancers, classic = []) {
    const nodes = nameNodes(zones);
    const ends = endsAt(loadBalancers, classic);
    const resolve = answering(nodes, zones);
    const found = new Map();
    const above = new Map();
    for (const node of nodes) {
        const targets = node.sets.flatMap(leadsTo);
        const direct = new Set(targets.flatMap(ends));
        if (direct.size > 0)
            found.set(node, reaching(node, direct));
        for (const next of new Set(targets.flatMap(resolve))) {
            if (next !== node)
                above.set(next, [...(above.get(next) ?? []), node]);
        }
    }
    spread(found, above);
    const reaches = (target) => ends(target).length > 0 || resolve(target).some((node) => found.has(node));
    for (const each of found.values()) {
        for (const set of each.sets)
            (leadsTo(set).some(reaches) ? each.there : each.elsewhere).push(set);
    }
    return [...found.values()];
}
function reaching(node, loadBalancers) {
    return {
        ...node,
        loadBalancers: new Set(loadBalancers),
        isDirect: loadBalancers.size > 0,
        there: [],
        elsewhere: [],
        followers: [],
    };
}
/** Carries what a name reaches to all names that lead to it, in circles too. */
function spread(found, above) {
    const queue = [...found.keys()];
    for (let node = queue.shift(); node !== undefined; node = queue.shift()) {
        const from = found.get(node);
        if (from === undefined)
            continue;
        for (const upper of above.get(node) ?? []) {
            const follower = found.get(upper) ?? reaching(upper, new Set());
            const before = found.has(upper) ? follower.loadBalancers.size : -1;
            found.set(upper, follower);
            for (const arn of from.loadBalancers)
                follower.loadBalancers.add(arn);
            if (!from.followers.includes(follower))
                from.followers.push(follower);
            if (follower.loadBalancers.size > before)
                queue.push(upper);
        }
    }
}
/** Tells at which load balancers a name or an address ends by itself. */
function endsAt(loadBalancers, classic) {
    const byTarget = new Map();
    for (const { arn, dnsName: name, addresses } of loadBalancers) {
        for (const target of [(0,dns_name/* dnsName */.Tu)(name), ...addresses])
            byTarget.set(target, arn);
    }
    const byName = new Map(classic.map((name) => [name.toLowerCase(), name]));
    return (target) => {
        const plain = target.replace(/^dualstack\./, "");
        // AWS makes the name of a classic load balancer of its own name and a number, with "internal-" before it in a private network.
        const [, name = ""] = /^(?:internal-)?(.+)-\d+\.[a-z0-9-]+\.elb\.amazonaws\.com(?:\.cn)?$/.exec(plain) ?? [];
        const arn = byTarget.get(plain) ?? byName.get(name);
        return arn === undefined ? [] : [arn];
    };
}

;// CONCATENATED MODULE: ./build/inventory/records/shared-load-balancers.js

/** ARNs of the load balancers, and names of the classic ones, that send requests to each service, by its key. */
function loadBalancersOf(services, groups) {
    const byGroup = new Map(groups.map(({ arn, loadBalancers }) => [arn, loadBalancers]));
    return new Map(services.map((service) => [
        serviceKey(service),
        [
            ...new Set(service.attachments.flatMap(({ targetGroup, classic }) => [
                ...(byGroup.get(targetGroup ?? "") ?? []),
                ...(classic === undefined ? [] : [classic]),
            ])),
        ],
    ]));
}
/**
 * ARNs of the load balancers of these services that send requests to something else too: another service, or a target group that belongs to none
 * of them. Of these the listeners' rules have to be known.
 */
function sharedLoadBalancers(services, groups) {
    const owner = ownersOfGroups(services);
    const served = Map.groupBy(groups.flatMap(({ arn, loadBalancers }) => loadBalancers.map((each) => ({ each, owners: owner.get(arn) ?? [""] }))), ({ each }) => each);
    return [...served]
        .filter(([, parts]) => {
        const owners = new Set(parts.flatMap((part) => part.owners));
        return owners.size > 1 && [...owners].some((each) => each !== "");
    })
        .map(([arn]) => arn)
        .toSorted();
}
/** The services behind each target group, by its ARN. */
function ownersOfGroups(services) {
    const pairs = services.flatMap((service) => service.attachments.flatMap(({ targetGroup }) => targetGroup === undefined ? [] : [{ targetGroup, key: serviceKey(service) }]));
    const grouped = Map.groupBy(pairs, ({ targetGroup }) => targetGroup);
    return new Map([...grouped].map(([group, owners]) => [group, [...new Set(owners.map(({ key }) => key))]]));
}
/** Tells which services answer for a name at a load balancer; "" stands for something that is none of them. */
function servedBy(facts, rulesFor) {
    const owners = ownersOfGroups(facts.services);
    const all = new Map();
    for (const [key, loadBalancers] of loadBalancersOf(facts.services, facts.targetGroups ?? [])) {
        for (const each of loadBalancers)
            all.set(each, [...(all.get(each) ?? []), key]);
    }
    return (loadBalancer, host) => {
        const rules = facts.listenerRules.get(loadBalancer);
        if (rules === undefined)
            return all.get(loadBalancer) ?? [];
        return rulesFor(host, rules).flatMap(({ targetGroups }) => {
            // Beside a service's own target group there may be others for the same requests, with CodeDeploy for example.
            const services = targetGroups.flatMap((group) => owners.get(group) ?? []);
            return services.length > 0 ? services : [""];
        });
    };
}

;// CONCATENATED MODULE: ./build/inventory/records/share-out.js




/**
 * Shares out all names that reach a load balancer of the services. Of a chain the name next to the load balancer is the one to switch, as long as
 * all that leads to it belongs to one service; where it does not, the names above are looked at one by one.
 */
function shareOut(facts) {
    const classic = facts.services.flatMap(({ attachments }) => attachments.flatMap((each) => each.classic ?? []));
    const names = reachingNames(facts.zones ?? [], ofServices(facts), classic);
    const served = servedBy(facts, rulesFor);
    const own = (name) => {
        const services = [...name.loadBalancers].flatMap((each) => served(each, name.name)).filter((key) => key !== "");
        return new Set(services);
    };
    const out = { byService: new Map(), ambiguous: [], unserved: [] };
    const seen = new Set();
    const visit = (name) => {
        if (seen.has(name))
            return;
        seen.add(name);
        const followers = allFollowers(name);
        const services = new Set([name, ...followers].flatMap((each) => [...own(each)]));
        const [only] = services;
        if (only !== undefined && services.size === 1) {
            out.byService.set(only, [...(out.byService.get(only) ?? []), { name, followers }]);
            // One that also ends at a load balancer by itself has to be switched itself.
            for (const each of followers)
                if (!each.isDirect)
                    seen.add(each);
            return;
        }
        if (services.size === 0)
            out.unserved.push(name);
        else if (own(name).size > 0)
            out.ambiguous.push({ name, services: sortedTexts(services) });
        for (const each of inOrder(name.followers))
            visit(each);
    };
    for (const each of inOrder(names.filter(({ isDirect }) => isDirect)))
        visit(each);
    return out;
}
/** Only the load balancers that serve one of the services. */
function ofServices({ services, targetGroups, loadBalancers }) {
    const ours = new Set(services.flatMap(({ attachments }) => attachments.flatMap((each) => each.targetGroup ?? [])));
    const serving = new Set((targetGroups ?? []).filter(({ arn }) => ours.has(arn)).flatMap((group) => group.loadBalancers));
    return (loadBalancers ?? []).filter(({ arn }) => serving.has(arn));
}
function allFollowers(name) {
    const found = new Set();
    const queue = [...name.followers];
    for (let next = queue.shift(); next !== undefined; next = queue.shift()) {
        if (next === name || found.has(next))
            continue;
        found.add(next);
        queue.push(...next.followers);
    }
    return inOrder(found);
}
function inOrder(names) {
    return sorted(names, ({ name, zone }) => `${name} ${zone.id}`);
}

;// CONCATENATED MODULE: ./build/inventory/service-names.js

/** As long as a Helm release's name may be: https://helm.sh/docs/chart_template_guide/getting_started/ */
const LONGEST = 53;
/**
 * A name for each service in the file, by `serviceKey`, unique over all clusters: the service's own; where several have it, that of
 * its cluster, where it is alone there; else both. Only small letters, digits and `-`.
 */
function serviceNames(services) {
    const inCluster = count(services.map(({ cluster }) => cluster));
    const own = count(services.map(({ name }) => plain(name)));
    const first = new Map(services.map((service) => {
        const { cluster, name } = service;
        const alone = inCluster.get(cluster) === 1;
        return [serviceKey(service), own.get(plain(name)) === 1 ? plain(name) : alone ? plain(cluster) : both(service)];
    }));
    const times = count([...first.values()]);
    const taken = new Set();
    const names = new Map();
    for (const service of sorted(services, serviceKey)) {
        const key = serviceKey(service);
        const name = first.get(key) ?? "";
        const wanted = times.get(name) === 1 ? name : both(service);
        names.set(key, free(wanted, taken));
    }
    return names;
}
function both({ cluster, name }) {
    return plain(`${cluster}-${name}`);
}
function plain(text) {
    const letters = text
        .toLowerCase()
        .replace(/[^a-z0-9]+/g, "-")
        .replace(/^-|-$/g, "");
    return letters.slice(0, LONGEST).replace(/-$/, "") || "service";
}
function free(name, taken) {
    let candidate = name;
    for (let next = 2; taken.has(candidate); next++)
        candidate = `${name.slice(0, LONGEST - 4)}-${next}`;
    taken.add(candidate);
    return candidate;
}
function count(texts) {
    const counts = new Map();
    for (const text of texts)
        counts.set(text, (counts.get(text) ?? 0) + 1);
    return counts;
}

;// CONCATENATED MODULE: ./build/inventory/draft-file.js










/** Decides what of the file can be decided, and asks about the rest. The same facts give the same draft, in whatever order they come. */
function draftFile(facts, place) {
    const names = serviceNames(facts.services);
    const nameOf = (key) => names.get(key) ?? key;
    const shared = shareOut(facts);
    const crons = draftCrons(facts);
    const unexplained = unexplainedTasks(facts);
    const draftRecords = recordDrafter(facts.zones ?? []);
    const balancers = loadBalancersOf(facts.services, facts.targetGroups ?? []);
    const clusters = sortedTexts(facts.services.map(({ cluster }) => cluster));
    const services = facts.services.map((service) => {
        const key = serviceKey(service);
        const definition = facts.definitions.get(service.taskDefinition);
        const container = mainContainer(service, definition);
        const { records, remarks: recordRemarks } = draftRecords(shared.byService.get(key) ?? []);
        const probe = records.length === 0 ? { remarks: [] } : probeOf(healthChecks(service, facts));
        const own = crons.byService.get(key) ?? { crons: [], remarks: [] };
        const remarks = serviceRemarks(service, definition);
        return {
            name: nameOf(key),
            ecs: { service: service.name, cluster: service.cluster },
            ...(container.name === undefined ? {} : { container: container.name }),
            records,
            ...("probe" in probe && probe.probe !== undefined ? { probe: probe.probe } : {}),
            crons: own.crons,
            remarks: {
                service: remarks.service,
                image: container.remarks,
                records: [...recordRemarks, ...severalOf(key, shared), ...remarks.records],
                probe: probe.remarks,
                crons: [
                    ...own.remarks,
                    ...remarks.crons,
                    ...unexplained.filter(({ owner }) => owner === key).map(({ remark }) => remark),
                ],
            },
            facts: {
                image: imageOf(service, facts, container.name),
                tasks: `${service.running}/${service.desired}`,
                loadBalancers: titles(balancers.get(key) ?? [], facts),
                scaling: scalingOf(service, facts),
            },
        };
    });
    return {
        ...place,
        ...(clusters.length === 1 && clusters[0] !== undefined ? { cluster: clusters[0] } : {}),
        services: sorted(services, ({ name }) => name),
        remarks: [
            ...missing(facts),
            ...openRecords(facts, shared, nameOf),
            ...crons.remarks,
            ...unexplained.filter(({ owner }) => owner === undefined).map(({ remark }) => remark),
        ],
    };
}
/** Names that lead to others too: their question stands once, at the end of the file. */
function severalOf(key, { ambiguous }) {
    const names = sortedTexts(ambiguous.filter(({ services }) => services.includes(key)).map(({ name }) => name.name));
    return names.length === 0
        ? []
        : [
            (0,remark/* note */.N4)(`${(0,remark/* listed */.KE)(names)} ${names.length === 1 ? "leads" : "lead"} here and to other services: see the end of this file.`),
        ];
}
function missing(facts) {
    const byAction = Map.groupBy(facts.missing, ({ action }) => action);
    return sorted(byAction, ([action]) => action).map(([action, parts]) => (0,remark/* question */.b1)(`The login lacks the right ${action}, so that ${(0,remark/* listed */.KE)(sortedTexts(parts.map(({ what }) => what)))} could not be read. Allow it and run this again.`));
}
function healthChecks({ attachments }, { targetGroups = [] }) {
    const groups = new Map((targetGroups ?? []).map((group) => [group.arn, group]));
    return attachments.flatMap(({ targetGroup }) => groups.get(targetGroup ?? "")?.health ?? []);
}
function imageOf({ taskDefinition }, { definitions }, container) {
    const containers = definitions.get(taskDefinition)?.containers ?? [];
    return (containers.find(({ name }) => name === container)?.image ??
        (containers.length > 0 ? `${containers.length} containers` : "not known"));
}
function titles(arns, { loadBalancers }) {
    const names = new Map((loadBalancers ?? []).map(({ arn, name }) => [arn, name]));
    return sortedTexts(arns.map((arn) => names.get(arn) ?? arn));
}
function scalingOf({ cluster, name }, { scaling }) {
    if (scaling === undefined)
        return "not known";
    const found = scaling.find((each) => each.cluster === cluster && each.service === name);
    return found === undefined ? "" : `${found.min} to ${found.max}`;
}

// EXTERNAL MODULE: ./node_modules/yaml/dist/index.js
var dist = __webpack_require__(38815);
;// CONCATENATED MODULE: ./build/inventory/file/comment-lines.js
/** How wide a comment is at most, without the indentation of its place. */
const WIDTH = 110;
/** Remarks as the lines of a comment, for the YAML library, which puts the # before. Nothing for none. */
function commentLines(remarks) {
    return remarks.flatMap(({ open, text, fill }) => [
        ...wrapped(open ? `QUESTION: ${text}` : text),
        ...(fill === undefined ? [] : [fill]),
    ]);
}
function asComment(lines) {
    return lines.length === 0 ? null : lines.map((line) => ` ${line}`).join("\n");
}
function wrapped(text) {
    const lines = [];
    for (const word of text.split(/\s+/)) {
        const last = lines.at(-1);
        if (last !== undefined && last.length + 1 + word.length <= WIDTH)
            lines[lines.length - 1] = `${last} ${word}`;
        else
            lines.push(word);
    }
    return lines;
}

;// CONCATENATED MODULE: ./build/inventory/file/write-service.js


/** The keys of a service as they are known. */
function serviceContent(service, withCluster) {
    const { container, ecs, records, probe, crons } = service;
    return {
        ...(container === undefined ? {} : { image: { container } }),
        ecs: withCluster ? ecs : { service: ecs.service },
        ...(records.length === 0
            ? {}
            : { records: records.map(({ name, zone }) => ({ name, ...(zone === undefined ? {} : { zone }) })) }),
        ...(probe === undefined ? {} : { probe }),
        ...(crons.length === 0 ? {} : { crons: crons.map(({ stop }) => ({ stop })) }),
    };
}
/** Puts a service's remarks into its map: each before the key that it is about, or where that key would be. */
function addRemarks(map, service) {
    const { remarks, records, crons } = service;
    const sections = [
        ["image", [...remarks.service, ...remarks.image]],
        ["ecs", []],
        ["records", remarks.records],
        ["probe", remarks.probe],
        ["crons", crons.length > 0 ? [] : remarks.crons],
    ];
    let waiting = [];
    for (const [name, about] of sections) {
        const lines = name === "crons" ? cronLines(about) : commentLines(about);
        waiting.push(...lines);
        const pair = map.items.find(({ key }) => key.value === name);
        if (pair === undefined)
            continue;
        pair.key.commentBefore = asComment(waiting);
        waiting = [];
    }
    map.comment = asComment(waiting);
    for (const name of ["image", "ecs", "probe"])
        inOneLine(map.get(name));
    for (const [at, record] of records.entries()) {
        const item = map.getIn(["records", at]);
        item.get("name", true).comment = asComment([record.about]);
        item.comment = asComment(commentLines(record.remarks));
    }
    for (const [at, cron] of crons.entries()) {
        const item = map.getIn(["crons", at]);
        inOneLine(item.get("stop"));
        item.get("stop").comment = asComment([cron.about]);
        item.comment = asComment(commentLines(cron.remarks));
    }
    if (crons.length > 0)
        map.get("crons").comment = asComment(commentLines(remarks.crons));
}
/** Entries for a list that is not there yet: its key is among the lines. */
function cronLines(remarks) {
    const filled = remarks.filter(({ fill }) => fill !== undefined);
    const others = commentLines(remarks.filter(({ fill }) => fill === undefined));
    return filled.length === 0 ? others : [...others, "crons:", ...commentLines(filled).map((line) => `  ${line}`)];
}
function inOneLine(node) {
    if ((0,dist/* isCollection */.P3)(node))
        node.flow = true;
}

;// CONCATENATED MODULE: ./build/inventory/file/write-file.js




const EKS = (0,remark/* question */.b1)("Which EKS cluster do these services move to?", "eks: { aws-region: …, cluster: … }");
const OPTIONAL = (0,remark/* note */.N4)("There may also be: role-to-assume in ecs, eks and dns, where the job's own login may not change things; state: { s3: { bucket: … } }, to keep the journal outside of EKS, as is better for production; window, outside of which the switch is refused.");
const RELEASE = (0,remark/* question */.b1)("Which chart deploys these services, into which namespace, with which values files? What one service has differently goes there.", 'release: { chart: …, namespace: …, value-files: ["…"] }');
const VALUES_PATH = (0,remark/* note */.N4)("Where in the chart's values the image goes, if it is not there:\nvalues-path: image");
/** The file, with its remarks as comments where they belong, and its questions in their order. */
function writeFile(draft) {
    const document = new dist/* Document */.yo(content(draft));
    const at = (...path) => document.getIn(path);
    const { environment, services } = draft;
    const ofEnvironment = [EKS, ...dns(draft), OPTIONAL];
    document.commentBefore = asComment(head(draft));
    inOneLine(at("environments", environment, "ecs"));
    at("environments", environment).comment = asComment(commentLines(ofEnvironment));
    at("defaults", "image").comment = asComment(VALUES_PATH.text.split("\n"));
    at("defaults").comment = asComment(commentLines([RELEASE]));
    for (const service of services)
        addRemarks(at("services", service.name), service);
    for (const { key } of at("services").items.slice(1))
        key.spaceBefore = true;
    document.comment = asComment(commentLines(draft.remarks));
    return {
        text: document.toString({ lineWidth: 0 }),
        questions: [
            ...write_file_open(`environments.${environment}`, ofEnvironment),
            ...write_file_open("defaults", [RELEASE]),
            ...services.flatMap(openOf),
            ...write_file_open("", draft.remarks),
        ],
    };
}
function head({ region, environment }) {
    return [
        `What runs on ECS in ${region}, as environment ${environment}: a first file, by k8s-migrate/actions/inventory.`,
        "Each QUESTION is yours: write the answer in place of each … in the line below it, take that line's # away, and delete",
        "the question. Then save the file as .github/k8s-migrate.yml.",
    ];
}
function dns({ dnsRole }) {
    if (dnsRole === undefined)
        return [];
    return [
        (0,remark/* question */.b1)(`The hosted zones were read by the role ${dnsRole}. Which role may change them?`, "dns: { role-to-assume: … }"),
    ];
}
function content({ environment, region, cluster, services }) {
    const ecs = { "aws-region": region, ...(cluster === undefined ? {} : { cluster }) };
    return {
        version: 1,
        environments: { [environment]: { ecs } },
        defaults: { image: { from: "ecs" } },
        services: Object.fromEntries(services.map((each) => [each.name, serviceContent(each, cluster === undefined)])),
    };
}
function openOf({ name, remarks, records, crons }) {
    const place = `services.${name}`;
    return [
        ...write_file_open(place, remarks.service),
        ...write_file_open(`${place}.image`, remarks.image),
        ...write_file_open(`${place}.records`, remarks.records),
        ...records.flatMap((record) => write_file_open(`${place}.records, ${record.name}`, record.remarks)),
        ...write_file_open(`${place}.probe`, remarks.probe),
        ...crons.flatMap(({ stop, remarks: about }) => write_file_open(`${place}.crons, ${Object.values(stop).join("")}`, about)),
        ...write_file_open(`${place}.crons`, remarks.crons),
    ];
}
function write_file_open(place, remarks) {
    return remarks.filter((remark) => remark.open).map(({ text }) => ({ place, text }));
}

// EXTERNAL MODULE: ./build/inventory/missing-right.js
var missing_right = __webpack_require__(63688);
// EXTERNAL MODULE: ./build/advice/nearest.js
var nearest = __webpack_require__(62291);
// EXTERNAL MODULE: ./build/errors.js
var errors = __webpack_require__(19473);
;// CONCATENATED MODULE: ./build/playbook/inventory/find-services.js



/**
 * The services of the clusters that are asked for, or of all, and the clusters that could be read. Fails when there is none: with what was not allowed, where that is the reason, and
 * with the clusters that there are where one is asked for that is not.
 */
async function findServices(request, ports, read) {
    const { ecs } = ports;
    const names = request.clusters.length > 0 ? [...new Set(request.clusters)] : await ecs.clusters();
    let denied;
    const found = await Promise.all(names.map((name) => read(`the services of cluster ${name}`, async () => {
        try {
            return { name, services: await ecs.services(name) };
        }
        catch (error) {
            denied ??= error;
            throw error;
        }
    })));
    const absent = found.flatMap((each) => (each !== undefined && each.services === undefined ? [each.name] : []));
    if (absent.length > 0 && request.clusters.length > 0)
        throw await noSuchCluster(absent, request, ecs);
    const services = found.flatMap((each) => each?.services ?? []);
    if (services.length > 0)
        return { clusters: found.flatMap((each) => (each?.services ? [each.name] : [])), services };
    if (denied !== undefined)
        throw denied;
    const where = request.clusters.length > 0 ? `clusters ${names.join(", ")}` : `${names.length} clusters`;
    throw new errors/* UserError */.yo(`There is no ECS service in ${request.region} (${where}): check aws-region and clusters, and that the login is of the right account`);
}
async function noSuchCluster(absent, { region }, ecs) {
    const known = await ecs.clusters().catch((error) => {
        if (error instanceof missing_right/* MissingRight */.t)
            return [];
        throw error;
    });
    const lines = absent.map((name) => {
        const meant = (0,nearest/* nearest */.p)(name, known);
        return `clusters: there is no ECS cluster ${name} in ${region}${meant === undefined ? "" : `; did you mean ${meant}?`}`;
    });
    return errors/* UserError */.yo.fromProblems("Clusters that are not there:", lines) ?? new errors/* UserError */.yo(lines.join("\n"));
}

;// CONCATENATED MODULE: ./build/playbook/inventory/read-facts.js





/** Reads all that the file is made of, at the same time as far as it can be. */
async function readFacts(request, ports) {
    const missing = [];
    const read = async (what, part) => {
        try {
            return await part();
        }
        catch (error) {
            if (!(error instanceof missing_right/* MissingRight */.t))
                throw error;
            missing.push({ action: error.action, what });
            return undefined;
        }
    };
    const { loadBalancers, scaling, schedules } = ports;
    const [{ clusters, services }, zones, balancers, targetGroups, eventRules, found, scalable] = await Promise.all([
        findServices(request, ports, read),
        readZones(ports, read),
        read("the load balancers, and so the records that lead to them,", () => loadBalancers.all()),
        read("the target groups, and so the records that lead to services,", () => loadBalancers.targetGroups()),
        read("the rules of EventBridge", () => schedules.rules()),
        read("the schedules of EventBridge Scheduler", () => schedules.schedules()),
        read("how services scale", () => scaling.services()),
    ]);
    const [tasks, own, listenerRules] = await Promise.all([
        readTasks(clusters, ports, read),
        readDefinitions(definitionsOf(services), ports, read),
        readRules(sharedLoadBalancers(services, targetGroups ?? []), ports, read),
    ]);
    const started = startersOf({ eventRules, schedules: found }).flatMap((starter) => tasksOf(starter, new Set(clusters)));
    const others = tasks?.filter(({ group }) => !group.startsWith("service:")) ?? [];
    const needed = neededDefinitions(services, [...started, ...others]).filter((name) => !own.has(name));
    const definitions = new Map([...own, ...(await readDefinitions(needed, ports, read))]);
    return {
        clusters,
        services,
        definitions,
        tasks,
        zones,
        loadBalancers: balancers,
        targetGroups,
        listenerRules,
        eventRules,
        schedules: found,
        scaling: scalable,
        missing,
    };
}
async function readZones({ zones }, read) {
    const all = await read("the hosted zones", () => zones.all());
    if (all === undefined)
        return undefined;
    const filled = await Promise.all(all.map(async (zone) => {
        const records = await read(`the records of zone ${zone.name} (${zone.id})`, () => zones.records(zone.id));
        return records === undefined ? [] : [{ ...zone, records }];
    }));
    return filled.flat();
}
async function readTasks(clusters, { ecs }, read) {
    const found = await Promise.all(clusters.map((cluster) => read("the tasks that ran lately", () => ecs.tasks(cluster))));
    return found.every((each) => each === undefined) ? undefined : found.flatMap((each) => each ?? []);
}
/** Of a service with a controller of one's own and no primary task set none is known. */
function definitionsOf(services) {
    return [...new Set(services.map(({ taskDefinition }) => taskDefinition))].filter((arn) => arn !== "");
}
async function readDefinitions(names, { ecs }, read) {
    const found = await Promise.all(names.map(async (name) => [name, await read("the task definitions", () => ecs.taskDefinition(name))]));
    return new Map(found.flatMap(([name, definition]) => (definition === undefined ? [] : [[name, definition]])));
}
async function readRules(arns, { loadBalancers }, read) {
    const found = await Promise.all(arns.map(async (arn) => [
        arn,
        await read("which names a shared load balancer sends to which service", () => loadBalancers.rules(arn)),
    ]));
    return new Map(found.flatMap(([arn, rules]) => (rules === undefined ? [] : [[arn, rules]])));
}

;// CONCATENATED MODULE: ./build/playbook/inventory/take-inventory.js



/**
 * Reads what runs on ECS and what leads to it, and makes a first migration file of it. It changes nothing. What the login may not read becomes a
 * question; it fails when no service can be found.
 */
async function takeInventory(request, ports) {
    const { log } = ports;
    const where = request.clusters.length > 0 ? request.clusters.join(", ") : "all clusters";
    log.info(`Reading ECS in ${request.region} (${where}), and the hosted zones`);
    const facts = await readFacts(request, ports);
    const records = (facts.zones ?? []).reduce((sum, zone) => sum + zone.records.length, 0);
    log.info(`Read ${facts.services.length} services in ${facts.clusters.length} clusters, ${records} records in ${facts.zones?.length ?? 0} zones, ${facts.eventRules?.length ?? 0} rules and ${facts.schedules?.length ?? 0} schedules`);
    for (const { action, what } of facts.missing)
        log.debug(`Not allowed: ${action} (${what})`);
    const { environment, region, dnsRole } = request;
    const draft = draftFile(facts, { environment, region, ...(dnsRole === undefined ? {} : { dnsRole }) });
    return { draft, ...writeFile(draft) };
}

// EXTERNAL MODULE: ./build/actions/run-action.js + 1 modules
var run_action = __webpack_require__(82644);
// EXTERNAL MODULE: ./build/migration-file/forms/aws-forms.js
var aws_forms = __webpack_require__(88655);
;// CONCATENATED MODULE: ./build/actions/inventory/inputs.js



/** Reads all inputs of `inventory`. Fails with one `UserError` that lists every problem. */
function readInventoryInputs(io) {
    const problems = [];
    const environment = io.input("environment");
    const region = io.input("aws-region") || process.env.AWS_REGION || process.env.AWS_DEFAULT_REGION || "";
    if (environment === "")
        problems.push("environment: missing; write what to call it, such as production");
    else if (!names/* OWN_NAME */.Zr.test(environment)) {
        problems.push(`environment: "${environment}" must be small letters, digits and "-"; write one such as production`);
    }
    if (region === "")
        problems.push("aws-region: missing; write the region of ECS, such as us-west-1, or set AWS_REGION");
    else if (!aws_forms/* REGION */.Zg.test(region))
        problems.push(`aws-region: "${region}" is not a region; write one such as us-west-1`);
    const clusters = io.lines("clusters").map((line) => line.replace(/^arn:[\w-]+:ecs:[^:]*:\d*:cluster\//, ""));
    for (const name of clusters) {
        if (!aws_forms/* ECS_NAME */.GK.test(name))
            problems.push(`clusters: "${name}" is not a cluster's name; write one name a line`);
    }
    const roles = ["role-to-assume", "dns-role-to-assume"];
    const [roleToAssume = "", dnsRoleToAssume = ""] = roles.map((name) => {
        const arn = io.input(name);
        if (arn !== "" && !aws_forms/* ROLE_ARN */.xG.test(arn)) {
            problems.push(`${name}: "${arn}" is not a role's ARN; write one such as arn:aws:iam::111122223333:role/inventory`);
        }
        return arn;
    });
    const error = errors/* UserError */.yo.fromProblems("Inputs of inventory:", problems);
    if (error)
        throw error;
    return { environment, region, clusters, roleToAssume, dnsRoleToAssume };
}

;// CONCATENATED MODULE: ./build/actions/inventory/run.js












/** `actions/inventory`: a first migration file from what runs on ECS. It reads only. */
async function run() {
    await (0,run_action/* runAction */.C)(async (io) => {
        const inputs = readInventoryInputs(io);
        const { environment, region, clusters, dnsRoleToAssume: dnsRole } = inputs;
        const request = { environment, region, clusters, ...(dnsRole === "" ? {} : { dnsRole }) };
        const inventory = await untilEnd((signal) => takeInventory(request, portsOf(inputs, io, signal)));
        // It stays for the job's later steps: nothing in it is secret, and the runner empties this place after the job.
        const file = await (0,private_folder/* writePrivateFile */.Pl)(await (0,private_folder/* makePrivateFolder */.I2)(), "k8s-migrate.yml", inventory.text);
        io.log.info(`Wrote ${file}: ${inventory.questions.length} open questions`);
        io.output("file", file);
        io.output("open-questions", String(inventory.questions.length));
        await io.summary(inventorySummary(inventory));
    });
}
/** Many calls are under way or waiting: when one fails the others need not go on. */
async function untilEnd(work) {
    const ended = new AbortController();
    try {
        return await work(ended.signal);
    }
    finally {
        ended.abort();
    }
}
function portsOf({ region, roleToAssume, dnsRoleToAssume }, io, signal) {
    const login = (role) => {
        const idToken = (0,id_token/* awsIdToken */.k)(process.env);
        const session = { region, roleToAssume: role, ...(idToken ? { idToken } : {}), onSecrets: io.hide };
        return { region, credentials: (0,aws_session/* awsSession */.y)(session), signal };
    };
    const own = login(roleToAssume);
    return {
        ecs: (0,ecs/* awsEcs */.N)(own),
        loadBalancers: awsLoadBalancers(own),
        zones: awsHostedZones(dnsRoleToAssume === "" ? own : login(dnsRoleToAssume)),
        schedules: awsSchedules(own),
        scaling: awsScaling(own),
        log: io.log,
    };
}


/***/ }),

/***/ 82644:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  C: () => (/* binding */ runAction)
});

// EXTERNAL MODULE: ./node_modules/@actions/core/lib/core.js + 7 modules
var core = __webpack_require__(33838);
// EXTERNAL MODULE: ./build/values/secrets.js
var values_secrets = __webpack_require__(14882);
;// CONCATENATED MODULE: ./build/adapters/github/actions-io.js


function actionsIo() {
    const secrets = [];
    const hidden = (text) => (0,values_secrets/* redact */.E$)(text, secrets);
    return {
        input: (name) => core/* getInput */.V4(name),
        text: (name) => core/* getInput */.V4(name, { trimWhitespace: false }),
        lines: (name) => core/* getMultilineInput */.q3(name),
        output: (name, value) => core/* setOutput */.uH(name, hidden(value)),
        async summary(markdown) {
            if (!process.env.GITHUB_STEP_SUMMARY)
                return;
            await core/* summary */.z.addRaw(hidden(markdown), true).write();
        },
        keep: (name, value) => core/* saveState */.LZ(name, value),
        kept: (name) => core/* getState */.Gu(name),
        exportVariable: (name, value) => core/* exportVariable */.dN(name, value),
        hide(texts) {
            for (const text of texts)
                core/* setSecret */.Pq(text);
            secrets.push(...texts);
        },
        hidden,
        fail(message, place) {
            if (place === undefined)
                return core/* setFailed */.C1(hidden(message));
            process.exitCode = core/* ExitCode */.yU.Failure;
            core/* error */.z3(hidden(message), { file: place.file, ...(place.line === undefined ? {} : { startLine: place.line }) });
        },
        log: {
            info: (line) => core/* info */.pq(hidden(line)),
            debug: (line) => core/* debug */.Yz(hidden(line)),
            warn: (line) => core/* warning */.$e(hidden(line)),
            group: (title, work) => core/* group */.Os(hidden(title), work),
        },
    };
}

// EXTERNAL MODULE: ./build/errors.js
var errors = __webpack_require__(19473);
;// CONCATENATED MODULE: ./build/actions/run-action.js


/** Runs an action's shell: whatever it throws becomes the one error of the step. */
async function runAction(shell) {
    const io = actionsIo();
    try {
        await shell(io);
    }
    catch (error) {
        io.fail((0,errors/* describeError */.Uc)(error));
    }
}


/***/ }),

/***/ 70188:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Q: () => (/* binding */ awsReason),
/* harmony export */   Z: () => (/* binding */ awsErrorName)
/* harmony export */ });
/** What AWS says, without the SDK's stack of wrappers: `AccessDeniedException: User … is not authorized to …`. */
function awsReason(error) {
    if (!(error instanceof Error))
        return String(error);
    const text = error.message || (error.code ?? "no message");
    return error.name === "Error" || text.startsWith(error.name) ? text : `${error.name}: ${text}`;
}
/** The error's name as AWS gives it, such as `ResourceNotFoundException`. */
function awsErrorName(error) {
    return error instanceof Error ? error.name : "";
}


/***/ }),

/***/ 41059:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   y: () => (/* binding */ awsSession)
/* harmony export */ });
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(51455);
/* harmony import */ var _advice_aws_advice_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(70537);
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(19473);
/* harmony import */ var _aws_errors_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(70188);




/** A session is renewed when less than this is left, so that a call that starts now does not outlive it. */
const RENEW_BEFORE_MS = 5 * 60_000;
/**
 * AWS credentials for the job. With a role: by the runner's OIDC token, else by the job's credentials (role chaining).
 * Without: the SDK's default chain (environment, web identity, container, instance).
 * Role sessions are renewed whenever they are asked for near their end.
 */
function awsSession(source) {
    if (source.roleToAssume === "")
        return defaultChain(source.region);
    let session;
    let renewing;
    return async () => {
        if (isFresh(session))
            return session;
        // Calls that come while one renews it wait for that one.
        renewing ??= renew().finally(() => {
            renewing = undefined;
        });
        return renewing;
    };
    async function renew() {
        session = await readCache(source.cacheFile);
        if (isFresh(session))
            return session;
        session = await assumeRole(source);
        source.onSecrets?.([session.secretAccessKey, session.sessionToken ?? ""].filter((secret) => secret !== ""));
        await writeCache(source.cacheFile, session);
        return session;
    }
}
function defaultChain(region) {
    let client;
    return async () => {
        if (client === undefined) {
            const { STSClient, proxyAwareHandler } = await loadSts();
            client = new STSClient({ region, requestHandler: proxyAwareHandler() });
        }
        try {
            return await client.config.credentials();
        }
        catch (error) {
            throw new _errors_js__WEBPACK_IMPORTED_MODULE_1__/* .UserError */ .yo(`AWS credentials: the job has none (${(0,_aws_errors_js__WEBPACK_IMPORTED_MODULE_2__/* .awsReason */ .Q)(error)}). Set role-to-assume and "permissions: id-token: write", or run aws-actions/configure-aws-credentials before`);
        }
    };
}
/** Not at the start: a session that is kept needs none of it. */
async function loadSts() {
    const [sts, http] = await Promise.all([Promise.all(/* import() */[__webpack_require__.e(3422), __webpack_require__.e(1279), __webpack_require__.e(5118), __webpack_require__.e(5861), __webpack_require__.e(1695)]).then(__webpack_require__.t.bind(__webpack_require__, 71695, 19)), Promise.all(/* import() */[__webpack_require__.e(3422), __webpack_require__.e(1279), __webpack_require__.e(7356)]).then(__webpack_require__.bind(__webpack_require__, 34975))]);
    return { ...sts, ...http };
}
async function assumeRole({ region, roleToAssume, idToken, onSecrets }) {
    const { STSClient, AssumeRoleCommand, AssumeRoleWithWebIdentityCommand, proxyAwareHandler } = await loadSts();
    const token = await idToken?.();
    if (token !== undefined)
        onSecrets?.([token]);
    const client = new STSClient({ region, requestHandler: proxyAwareHandler() });
    const names = { RoleArn: roleToAssume, RoleSessionName: `k8s-migrate-${process.env.GITHUB_RUN_ID ?? "local"}` };
    try {
        const { Credentials } = token
            ? await client.send(new AssumeRoleWithWebIdentityCommand({ ...names, WebIdentityToken: token }))
            : await client.send(new AssumeRoleCommand(names));
        if (!Credentials?.AccessKeyId || !Credentials.SecretAccessKey)
            throw new Error("the answer holds no credentials");
        return {
            accessKeyId: Credentials.AccessKeyId,
            secretAccessKey: Credentials.SecretAccessKey,
            ...(Credentials.SessionToken ? { sessionToken: Credentials.SessionToken } : {}),
            ...(Credentials.Expiration ? { expiration: Credentials.Expiration } : {}),
        };
    }
    catch (error) {
        const next = nextStep(error, token);
        throw new _errors_js__WEBPACK_IMPORTED_MODULE_1__/* .OutsideError */ .Cp({
            system: "AWS STS",
            operation: `assume role ${roleToAssume} ${token ? "with the runner's OIDC token" : "with the job's credentials"}`,
            reason: (0,_aws_errors_js__WEBPACK_IMPORTED_MODULE_2__/* .awsReason */ .Q)(error),
            ...(next === undefined ? {} : { next }),
            cause: error,
        });
    }
    finally {
        client.destroy();
    }
}
function nextStep(error, token) {
    const [name, reason] = [(0,_aws_errors_js__WEBPACK_IMPORTED_MODULE_2__/* .awsErrorName */ .Z)(error), (0,_aws_errors_js__WEBPACK_IMPORTED_MODULE_2__/* .awsReason */ .Q)(error)];
    if (token !== undefined)
        return (0,_advice_aws_advice_js__WEBPACK_IMPORTED_MODULE_3__/* .webIdentityAdvice */ .DU)({ name, reason, subject: subjectOf(token) });
    const known = (0,_advice_aws_advice_js__WEBPACK_IMPORTED_MODULE_3__/* .awsAdvice */ ._7)({ name, reason });
    if (known === _advice_aws_advice_js__WEBPACK_IMPORTED_MODULE_3__/* .SESSION_ENDED */ .gb) {
        return 'the job\'s AWS session has ended: log in again, or add "permissions: id-token: write", by which the login renews itself';
    }
    const step = 'add "permissions: id-token: write" to the job to log in without stored keys, or let the job\'s credentials assume the role';
    return name.startsWith("AccessDenied") ? `${step}: ${known}; the role has to trust them too` : step;
}
/** Whom an OIDC token is for, read without checking it: a trust policy has to match this, letter by letter. */
function subjectOf(token) {
    try {
        const claims = JSON.parse(Buffer.from(token.split(".")[1] ?? "", "base64url").toString());
        return claims.sub ?? "missing";
    }
    catch {
        return "unreadable";
    }
}
function isFresh(session) {
    if (session === undefined)
        return false;
    return session.expiration === undefined || session.expiration.getTime() - Date.now() > RENEW_BEFORE_MS;
}
async function readCache(file) {
    if (file === undefined)
        return undefined;
    try {
        const { expiration, ...kept } = JSON.parse(await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.readFile)(file, "utf8"));
        return { ...kept, ...(expiration ? { expiration: new Date(expiration) } : {}) };
    }
    catch {
        return undefined;
    }
}
async function writeCache(file, session) {
    if (file === undefined)
        return;
    // Several kubectl calls may renew at once: each reader sees one whole session or the other.
    const draft = `${file}.${process.pid}`;
    await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.writeFile)(draft, JSON.stringify(session), { mode: 0o600 });
    await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.rename)(draft, file);
}


/***/ }),

/***/ 81748:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   k: () => (/* binding */ awsIdToken)
/* harmony export */ });
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(19473);

/** The audience that AWS's guide for GitHub's OIDC provider names, and that configure-aws-credentials asks for. */
const AWS_AUDIENCE = "sts.amazonaws.com";
/**
 * The runner's OIDC token for AWS; `undefined` when the job has no `id-token: write`.
 * Not `core.getIDToken`: that one prints a mask command, and the credential plugin's stdout belongs to kubectl and Helm.
 * https://docs.github.com/actions/security-for-github-actions/security-hardening-your-deployments/about-security-hardening-with-openid-connect
 */
function awsIdToken(env) {
    const url = env.ACTIONS_ID_TOKEN_REQUEST_URL;
    const requestToken = env.ACTIONS_ID_TOKEN_REQUEST_TOKEN;
    if (!url || !requestToken)
        return undefined;
    return async () => {
        // Large, and not needed while the credential plugin has a session that is good.
        const [{ HttpClient }, { BearerCredentialHandler }] = await Promise.all([
            __webpack_require__.e(/* import() */ 2779).then(__webpack_require__.bind(__webpack_require__, 22779)),
            __webpack_require__.e(/* import() */ 2145).then(__webpack_require__.bind(__webpack_require__, 92145)),
        ]);
        const http = new HttpClient("k8s-migrate", [new BearerCredentialHandler(requestToken)], {
            allowRetries: true,
            maxRetries: 5,
        });
        try {
            const answer = await http.getJson(`${url}&audience=${encodeURIComponent(AWS_AUDIENCE)}`);
            if (!answer.result?.value)
                throw new Error(`the answer (HTTP ${answer.statusCode}) holds no token`);
            return answer.result.value;
        }
        catch (error) {
            throw new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .OutsideError */ .Cp({
                system: "GitHub",
                operation: "get the job's OIDC token",
                reason: error.message,
                next: 'check that the job has "permissions: id-token: write"',
                cause: error,
            });
        }
        finally {
            http.dispose();
        }
    };
}


/***/ }),

/***/ 32699:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   I2: () => (/* binding */ makePrivateFolder),
/* harmony export */   Pl: () => (/* binding */ writePrivateFile),
/* harmony export */   QD: () => (/* binding */ makeFolderIn),
/* harmony export */   Yv: () => (/* binding */ removePrivateFolder)
/* harmony export */ });
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(51455);
/* harmony import */ var node_os__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(48161);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(76760);



/** A new folder that only this user may enter, in the runner's own temporary place, which it empties after the job. */
async function makePrivateFolder() {
    // mkdtemp makes the folder with mode 0700.
    return (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.mkdtemp)((0,node_path__WEBPACK_IMPORTED_MODULE_2__.join)(process.env.RUNNER_TEMP ?? (0,node_os__WEBPACK_IMPORTED_MODULE_1__.tmpdir)(), "k8s-migrate-"));
}
/** The same below another one, which takes it along. */
async function makeFolderIn(folder) {
    return (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.mkdtemp)((0,node_path__WEBPACK_IMPORTED_MODULE_2__.join)(folder, "part-"));
}
/** Writes a file that only this user may read, and returns its path. */
async function writePrivateFile(folder, name, content) {
    const path = (0,node_path__WEBPACK_IMPORTED_MODULE_2__.join)(folder, name);
    await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.writeFile)(path, content, { mode: 0o600 });
    return path;
}
/** Removes such a folder with all that is in it. No error when it is gone already. */
async function removePrivateFolder(folder) {
    await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.rm)(folder, { recursive: true, force: true });
}


/***/ }),

/***/ 70537:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   DU: () => (/* binding */ webIdentityAdvice),
/* harmony export */   _7: () => (/* binding */ awsAdvice),
/* harmony export */   gb: () => (/* binding */ SESSION_ENDED)
/* harmony export */ });
/* unused harmony export trustAdvice */
const SESSION_ENDED = 'the job\'s AWS session has ended: log in again, or set role-to-assume and "permissions: id-token: write", by which the login renews itself';
/**
 * What to do about a failure that any call to AWS can meet; `undefined` when it is not known.
 * https://docs.aws.amazon.com/IAM/latest/UserGuide/troubleshoot_access-denied.html
 */
function awsAdvice({ name, reason, cluster }) {
    // Before the rest: what is not allowed is said in a message that quotes much.
    if (name.startsWith("AccessDenied") || name === "UnauthorizedOperation")
        return denied(reason, cluster);
    if (/SignatureDoesNotMatch|InvalidSignature/.test(name)) {
        return "check the job's secret access key, and that the runner's clock is right";
    }
    if (/expired/i.test(name + reason))
        return SESSION_ENDED;
    if (/UnrecognizedClient|InvalidClientTokenId|InvalidAccessKeyId/.test(name)) {
        return "check the job's AWS keys: AWS does not know them, or the region is not enabled in this account";
    }
    if (/Throttling|TooManyRequests/.test(name))
        return "run it again: AWS was asked too often";
    if (name === "PriorRequestNotComplete")
        return "run it again: another change of this hosted zone is still under way";
    if (name === "NoSuchHostedZone")
        return "check the zone's id, and that the login is one of the account that has the zone";
    const host = /getaddrinfo \w+ (\S+)/.exec(reason)?.[1];
    if (host !== undefined)
        return `check aws-region: there is no ${host}, or the runner cannot look it up`;
    if (/ECONNREFUSED|ETIMEDOUT|ECONNRESET|socket hang up|timed? ?out/i.test(reason)) {
        return "check that the runner can reach AWS, through HTTPS_PROXY where it has to";
    }
    return undefined;
}
/** The action that is missing, and the statement that allows it. */
function denied(reason, cluster) {
    const action = /not authorized to perform: ([\w-]+:\w+)/.exec(reason)?.[1];
    if (action === undefined)
        return "allow it to the role, or the user, whose credentials the job has";
    const who = /(?:User|user): (\S+)/.exec(reason)?.[1];
    const resource = /on resource: (\S+)/.exec(reason)?.[1] ?? clusterArn(who, cluster) ?? "*";
    const [, by] = /with an explicit deny in an? ([A-Za-z- ]+?)(?: policy)?(?:: |$|\.)/.exec(reason) ?? [];
    if (by !== undefined)
        return `take the deny of ${action} out of the ${by} policy that AWS names`;
    const [, limit, sort] = /because no (.+?) (policy|boundary) allows/.exec(reason) ?? [];
    if (limit !== undefined && limit !== "identity-based") {
        return `let the ${limit} ${sort} allow ${action}: that ${roleIn(who)} may do it by its own policies is not enough`;
    }
    const statement = JSON.stringify({ Effect: "Allow", Action: action, Resource: resource });
    return `allow ${action} on this ${subjectOf(action)} for the role, by ${statement} in a policy of ${roleIn(who)}`;
}
/** Some messages name no resource; they name the caller, who is of the same account. */
function clusterArn(who, cluster) {
    const [, partition, account] = /^arn:([\w-]+):\w+::(\d+):/.exec(who ?? "") ?? [];
    if (account === undefined || cluster === undefined)
        return undefined;
    return `arn:${partition}:eks:${cluster.region}:${account}:cluster/${cluster.name}`;
}
function subjectOf(action) {
    if (action.startsWith("eks:"))
        return "cluster";
    return action.startsWith("sts:") ? "role" : "resource";
}
/** `arn:aws:sts::111122223333:assumed-role/deploy/run` is a session of the role "deploy". */
function roleIn(arn) {
    return /:assumed-role\/([^/]+)\//.exec(arn ?? "")?.[1] ?? arn ?? "it";
}
/**
 * What to do when STS gives no role for the runner's OIDC token; `undefined` when it is not known.
 * https://docs.aws.amazon.com/STS/latest/APIReference/API_AssumeRoleWithWebIdentity.html#API_AssumeRoleWithWebIdentity_Errors
 * @param subject the token's `sub`
 */
function webIdentityAdvice({ name, reason, subject }) {
    if (/^(?:AccessDenied|InvalidIdentityToken|IDP|ExpiredToken)/.test(name))
        return trustAdvice(reason, subject);
    if (name.startsWith("RegionDisabled")) {
        return "set aws-region to one where the account has STS switched on, or switch it on there (IAM, account settings)";
    }
    if (name.startsWith("Validation") && /\barn\b/i.test(reason)) {
        return "correct role-to-assume: it has to be a role's whole ARN, such as arn:aws:iam::111122223333:role/deploy";
    }
    return awsAdvice({ name, reason });
}
/**
 * What to do when a role is not given for the runner's OIDC token.
 * https://docs.github.com/en/actions/how-tos/secure-your-work/security-harden-deployments/oidc-in-aws
 * @param subject the token's `sub`
 */
function trustAdvice(reason, subject) {
    if (/audience/i.test(reason)) {
        return "add the audience sts.amazonaws.com to the account's identity provider for GitHub (aws iam add-client-id-to-open-id-connect-provider)";
    }
    if (/No OpenIDConnect provider/i.test(reason)) {
        return "make the account's identity provider for https://token.actions.githubusercontent.com (aws iam create-open-id-connect-provider), and check that the role is of the right account";
    }
    if (/expired/i.test(reason))
        return "run it again, and check the runner's clock: the job's OIDC token has expired";
    return `check the role's trust policy: its OIDC provider, the audience sts.amazonaws.com, and that its condition on …:sub allows this job, whose sub is "${subject}"`;
}


/***/ }),

/***/ 62291:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   p: () => (/* binding */ nearest)
/* harmony export */ });
/** The word that is most like `text`, or `undefined` when none is like it. */
function nearest(text, words) {
    const wanted = text.toLowerCase().replace(/[\s_]+/g, "-");
    const [best] = words
        .map((word) => ({ word, distance: distance(wanted, word.toLowerCase()) }))
        .filter(({ word, distance: far }) => far <= Math.max(1, Math.floor(word.length / 3)))
        .toSorted((a, b) => a.distance - b.distance);
    return best?.word;
}
/**
 * How many letters have to be put in, taken out, replaced, or swapped with their neighbour:
 * https://en.wikipedia.org/wiki/Damerau%E2%80%93Levenshtein_distance
 */
function distance(a, b) {
    const [from, to] = [Array.from(a), Array.from(b)];
    let before = [];
    let row = Array.from({ length: to.length + 1 }, (_, at) => at);
    for (const [i, letter] of from.entries()) {
        const next = [i + 1];
        for (const [j, other] of to.entries()) {
            const isSwapped = i > 0 && j > 0 && letter === to[j - 1] && from[i - 1] === other;
            const changed = (row[j] ?? 0) + (letter === other ? 0 : 1);
            const swapped = isSwapped ? (before[j - 1] ?? 0) + 1 : changed;
            next.push(Math.min((next[j] ?? 0) + 1, (row[j + 1] ?? 0) + 1, changed, swapped));
        }
        [before, row] = [row, next];
    }
    return row[to.length] ?? 0;
}


/***/ }),

/***/ 19473:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Cp: () => (/* binding */ OutsideError),
/* harmony export */   Uc: () => (/* binding */ describeError),
/* harmony export */   yo: () => (/* binding */ UserError),
/* harmony export */   zg: () => (/* binding */ StepError)
/* harmony export */ });
/** The user's to fix: the message says what is wrong, where, and what to write instead. */
class UserError extends Error {
    name = "UserError";
    /** Joins several problems into one error, so that a user fixes them in one go. `undefined` when there is none. */
    static fromProblems(heading, problems) {
        const [first, ...others] = problems;
        if (first === undefined)
            return undefined;
        if (others.length === 0)
            return new UserError(first);
        return new UserError(`${heading}\n${problems.map((problem) => `- ${problem}`).join("\n")}`);
    }
}
/** An outside system failed. The message holds system, operation, reason and next step. */
class OutsideError extends Error {
    name = "OutsideError";
    failure;
    constructor(failure) {
        const [first = "", ...more] = failure.reason.split("\n");
        // Right below the first line: some systems say much.
        const next = failure.next ? [`Next: ${failure.next}`] : [];
        super([`${failure.system}: ${failure.operation} failed: ${first}`, ...next, ...more].join("\n"), {
            cause: failure.cause,
        });
        this.failure = failure;
    }
}
/** A step of ours did not succeed. The message says what is wrong, what to do, and what the state is now. */
class StepError extends Error {
    name = "StepError";
    /** @param lines the first names the problem; empty ones are left out */
    constructor(lines, cause) {
        super(lines.filter((line) => line !== "").join("\n"), { cause });
    }
}
function asText(value) {
    return typeof value === "string" ? value : JSON.stringify(value);
}
/** One text for any thrown value: its message, then the messages of its causes that say something new. */
function describeError(error) {
    const parts = [];
    for (let current = error; current !== undefined && current !== null && parts.length < 5;) {
        const text = current instanceof Error ? current.message || current.name : asText(current);
        if (!parts.some((part) => part.includes(text)))
            parts.push(text);
        current = current instanceof Error ? current.cause : undefined;
    }
    return parts.join("\nCaused by: ");
}


/***/ }),

/***/ 83280:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   OF: () => (/* binding */ fenced),
/* harmony export */   TM: () => (/* binding */ folded),
/* harmony export */   aY: () => (/* binding */ code),
/* harmony export */   tp: () => (/* binding */ table)
/* harmony export */ });
/** A Markdown table. Cells are escaped, so that no value can break out of its column, or is HTML. */
function table(header, rows) {
    const line = (cells) => `| ${cells.map(cell).join(" | ")} |`;
    return [line(header), `|${header.map(() => " --- |").join("")}`, ...rows.map(line)].join("\n");
}
/** Text as code, whatever backticks it holds. */
function code(text) {
    if (text === "")
        return "";
    const longest = Math.max(0, ...[...text.matchAll(/`+/g)].map((run) => run[0].length));
    const fence = "`".repeat(longest + 1);
    return longest === 0 ? `${fence}${text}${fence}` : `${fence} ${text} ${fence}`;
}
/** A block of text as it is, folded under a title. */
function folded(title, text) {
    return `<details><summary>${title}</summary>\n\n${fenced(text)}\n\n</details>`;
}
/** A block of text as it is: nothing in it is escaped, so that secrets in it are found and hidden. */
function fenced(text) {
    const longest = Math.max(2, ...[...text.matchAll(/`+/g)].map((run) => run[0].length));
    const fence = "`".repeat(longest + 1);
    return `${fence}text\n${text}\n${fence}`;
}
/** What is code, or has a backslash before it, is no HTML already. */
const PLAIN_OR_NOT = /\\.|(?<!`)(`+)(?!`).*?(?<!`)\1(?!`)|[&<]/gs;
function cell(text) {
    return text
        .replace(PLAIN_OR_NOT, (found) => (found === "&" ? "&amp;" : found === "<" ? "&lt;" : found))
        .replaceAll("|", "\\|")
        .replace(/\r\n|\r|\n/g, "<br>");
}


/***/ }),

/***/ 14882:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   E$: () => (/* binding */ redact),
/* harmony export */   RM: () => (/* binding */ masksFor),
/* harmony export */   SE: () => (/* binding */ SHORTEST_MASK)
/* harmony export */ });
/** GitHub drops outputs that contain masked text, and a short mask would riddle the log: shorter leaves are not masked. */
const SHORTEST_MASK = 8;
/**
 * The texts to mask for the leaves of `secret-values`: each leaf and each of its lines, also as the quotes of Go and JSON
 * show them (`pass\"word`, and quoted once more in Helm 4's log; Go's JSON has `\u0026` for `&`), and its base64 form, since
 * Secrets hold that.
 */
function masksFor(secretLeaves) {
    const masks = secretLeaves.flatMap((leaf) => {
        const texts = [leaf, ...leaf.split(/\r?\n/)].map((text) => text.trim());
        const quoted = texts.map(inQuotes);
        return [
            ...texts,
            ...quoted,
            ...quoted.map(inQuotes),
            ...quoted.map(inGoJson),
            Buffer.from(leaf).toString("base64"),
        ];
    });
    return [...new Set(masks)].filter((mask) => mask.length >= SHORTEST_MASK);
}
function inQuotes(text) {
    return JSON.stringify(text).slice(1, -1);
}
/** https://pkg.go.dev/encoding/json#HTMLEscape */
function inGoJson(quoted) {
    return quoted.replace(/[&<>]/g, (sign) => `\\u00${sign.charCodeAt(0).toString(16)}`);
}
/** Replaces every mask in a text by `***`, and masks that lie over each other as one, so that no part of any is left. */
function redact(text, masks) {
    const places = masks.flatMap((mask) => placesOf(mask, text)).toSorted((a, b) => a.start - b.start);
    let shown = "";
    let end = 0;
    for (const place of places) {
        if (place.start >= end)
            shown += `${text.slice(end, place.start)}***`;
        end = Math.max(end, place.end);
    }
    return shown + text.slice(end);
}
function placesOf(mask, text) {
    const places = [];
    if (mask === "")
        return places;
    for (let start = text.indexOf(mask); start >= 0; start = text.indexOf(mask, start + 1)) {
        places.push({ start, end: start + mask.length });
    }
    return places;
}


/***/ })

};
