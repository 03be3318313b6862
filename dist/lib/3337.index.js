export const id = 3337;
export const ids = [3337];
export const modules = {

/***/ 15927:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   F: () => (/* binding */ inMove)
/* harmony export */ });
/* harmony import */ var _adapters_private_folder_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(32699);
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(19473);
/* harmony import */ var _playbook_report_move_summary_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(86072);
/* harmony import */ var _cancellation_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(49613);




/**
 * Runs the work of a phase with a private folder, which is taken away afterwards, and a signal that fires when the job is cancelled.
 * What it throws has a job summary, too.
 * @param what the phase, in words: "prepare in production"
 */
async function inMove(io, what, work) {
    const folder = await (0,_adapters_private_folder_js__WEBPACK_IMPORTED_MODULE_0__/* .makePrivateFolder */ .I2)();
    io.keep("folder", folder);
    const cancelled = (0,_cancellation_js__WEBPACK_IMPORTED_MODULE_3__/* .cancellation */ .W)((signal) => io.log.info(`Got ${signal}: stopping at the next step`));
    try {
        await work({ folder, stop: cancelled.signal });
    }
    catch (error) {
        await io.summary((0,_playbook_report_move_summary_js__WEBPACK_IMPORTED_MODULE_2__/* .notRunSummary */ .n)(what, { error: (0,_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .describeError */ .Uc)(error), refused: error instanceof _errors_js__WEBPACK_IMPORTED_MODULE_1__/* .UserError */ .yo }));
        throw error;
    }
    finally {
        cancelled.end();
        await (0,_adapters_private_folder_js__WEBPACK_IMPORTED_MODULE_0__/* .removePrivateFolder */ .Yv)(folder);
    }
}


/***/ }),

/***/ 33337:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   P: () => (/* binding */ readMoveInputs)
/* harmony export */ });
/* harmony import */ var _move_plan_hash_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(97494);
/* harmony import */ var _deploy_input_forms_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(30156);


/** Adds what is wrong to `problems`. */
function readMoveInputs(io, problems) {
    const environment = io.input("environment");
    if (environment === "")
        problems.push("environment: missing; write one of the migration file, such as production");
    const planHash = io.input("plan-hash");
    const dryRun = (0,_deploy_input_forms_js__WEBPACK_IMPORTED_MODULE_1__/* .booleanInput */ .tE)(io, "dry-run", problems);
    if (planHash !== "" && !(0,_move_plan_hash_js__WEBPACK_IMPORTED_MODULE_0__/* .isPlanHash */ .eL)(planHash)) {
        problems.push(`plan-hash: "${planHash}" is none; write the output plan-hash of a run with dry-run: true, or leave it out`);
    }
    if (planHash !== "" && dryRun) {
        problems.push("plan-hash: not used with dry-run, which makes a plan; leave one of them out");
    }
    // Also on one line, as a workflow_dispatch form gives them.
    const services = io.lines("services").flatMap((line) => line.split(/[\s,]+/).filter((name) => name !== ""));
    return { environment, services: [...new Set(services)], config: io.input("config"), dryRun, planHash };
}


/***/ }),

/***/ 98340:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  o: () => (/* binding */ openMove)
});

// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(76760);
// EXTERNAL MODULE: ./build/inventory/missing-right.js
var missing_right = __webpack_require__(63688);
// EXTERNAL MODULE: ./build/advice/nearest.js
var nearest = __webpack_require__(62291);
;// CONCATENATED MODULE: ./build/running-image/image-reference.js
/** What an image is called without its tag and digest: `registry.example.com:5000/team/app` for `registry.example.com:5000/team/app:1.2`. */
function repositoryOf(image) {
    const [named = ""] = image.split("@");
    // A colon before the last slash is that of the registry's port: https://pkg.go.dev/github.com/distribution/reference
    return named.replace(/:[^/:]*$/, "");
}
/** The digest by which an image is named; `undefined` where it is named by a tag or by nothing. */
function pinnedDigest(image) {
    return image.split("@")[1];
}

;// CONCATENATED MODULE: ./build/running-image/running-image.js


/** The image of that container, or of the one that the service is about. Nothing is guessed: see `ImageProblem`. */
function runningImageOf(facts, asked) {
    const { taskDefinition, tasks } = facts;
    const containers = containersOf(facts, taskDefinition);
    const container = chosen(facts, containers, asked);
    if (typeof container !== "string")
        return container;
    if (tasks.length === 0)
        return noTask(facts);
    const arns = [taskDefinition, ...tasks.map((task) => task.taskDefinition)];
    const references = arns.map((arn) => imageIn(containersOf(facts, arn), container));
    // Another definition with the same image is a change of something else.
    if (new Set(references).size > 1) {
        const runs = counted(tasks.map((task) => revisionOf(task.taskDefinition)));
        return underWay(facts, `it is to run ${revisionOf(taskDefinition)}, and its tasks run ${runs}`);
    }
    const reference = references[0] ?? "";
    // What a definition names by digest is what runs, whether ECS reports it or not.
    const digests = tasks.map((task) => pinnedDigest(reference) ?? task.digests[container] ?? "");
    if (digests.includes(""))
        return noDigest(facts, container, reference);
    if (new Set(digests).size > 1)
        return underWay(facts, `its tasks run ${counted(digests.map(shortDigest))}`);
    const image = `${repositoryOf(reference)}@${digests[0]}`;
    return { image, container, containers: containers.map(({ name }) => name), taskDefinition };
}
function noCluster(cluster, region, clusters) {
    return { kind: "no-cluster", problem: `there is no ECS cluster ${cluster} in ${region}${meant(cluster, clusters)}` };
}
function noService({ cluster, service }, services) {
    const problem = `there is no ECS service ${service} in cluster ${cluster}${meant(service, services)}`;
    return { kind: "no-service", problem };
}
function chosen(facts, containers, asked) {
    const names = containers.map(({ name }) => name);
    if (names.length === 0) {
        const problem = `${who(facts)} has task definition ${revisionOf(facts.taskDefinition)}, which is not there any more`;
        return { kind: "no-container", problem };
    }
    const has = `it has ${names.join(", ")}`;
    if (asked !== undefined) {
        if (names.includes(asked))
            return asked;
        const what = `${who(facts)} has no container ${asked}`;
        return { kind: "no-container", problem: `${what}${meant(asked, names) || `: ${has}`}` };
    }
    if (names.length === 1)
        return names[0] ?? "";
    const served = [...new Set(facts.served)].filter((name) => names.includes(name));
    if (served.length === 1)
        return served[0] ?? "";
    const choices = served.length > 1 ? `its load balancers use ${served.join(", ")}` : has;
    return { kind: "which-container", problem: `${who(facts)} has more than one container: ${choices}. Name one` };
}
function noTask(facts) {
    const wants = facts.desired === 0 ? ", and is to have none" : "";
    const problem = `${who(facts)} has no running task${wants}: which image it runs is known only while one runs`;
    return { kind: "no-task", problem };
}
function underWay(facts, how) {
    return { kind: "under-way", problem: `${who(facts)} is being deployed: ${how}. Wait until that is done` };
}
/** Older agents leave it out for images outside of ECR: https://github.com/aws/containers-roadmap/issues/1640 */
function noDigest(facts, container, reference) {
    const problem = `ECS does not report the digest of ${reference}, which container ${container} of service ${facts.service} in cluster ${facts.cluster} runs. Name the image by its digest in the task definition, or let the values say it`;
    return { kind: "no-digest", problem };
}
function containersOf({ definitions }, arn) {
    return definitions.find((definition) => definition.arn === arn)?.containers ?? [];
}
function imageIn(containers, name) {
    return containers.find((container) => container.name === name)?.image;
}
function who({ cluster, service }) {
    return `ECS service ${service} in cluster ${cluster}`;
}
function meant(name, names) {
    const found = (0,nearest/* nearest */.p)(name, names);
    return found === undefined ? "" : `; did you mean ${found}?`;
}
/** `orders:3` */
function revisionOf(arn) {
    return arn.split(":task-definition/").at(-1) ?? arn;
}
function shortDigest(digest) {
    return `${digest.slice(0, "sha256:".length + 12)}…`;
}
/** `orders:3 (2 tasks), orders:4 (1 task)` */
function counted(texts) {
    return [...new Set(texts)]
        .toSorted((a, b) => a.localeCompare(b, "en", { numeric: true }))
        .map((text) => {
        const count = texts.filter((each) => each === text).length;
        return `${text} (${count} ${count === 1 ? "task" : "tasks"})`;
    })
        .join(", ");
}

// EXTERNAL MODULE: ./build/adapters/aws/aws-calls.js
var aws_calls = __webpack_require__(22970);
// EXTERNAL MODULE: ./build/adapters/aws/ecs.js
var aws_ecs = __webpack_require__(78102);
;// CONCATENATED MODULE: ./build/adapters/aws/running-images/seen-service.js

/** @returns undefined where the cluster has no such service */
async function seeService(call, name) {
    const service = await describedService(call, name);
    if (service === undefined || service === "no cluster")
        return service;
    return { service, tasks: await runningTasks(call, name) };
}
async function describedService(call, { cluster, service }) {
    const asked = {
        action: "ecs:DescribeServices",
        operation: `describe service ${service} of cluster ${cluster}`,
    };
    return call(asked, async ({ sdk, client }) => {
        try {
            const { services = [] } = await client.send(new sdk.DescribeServicesCommand({ cluster, services: [service] }));
            return services.find(isThere);
        }
        catch (error) {
            if (error instanceof sdk.ClusterNotFoundException)
                return "no cluster";
            throw error;
        }
    });
}
/** A service that was deleted is listed for a while: https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_DeleteService.html */
function isThere({ status }) {
    return status === "ACTIVE";
}
async function runningTasks(call, { cluster, service }) {
    const what = `the tasks of service ${service} in cluster ${cluster}`;
    const arns = await (0,aws_calls/* allPages */.S4)(async (nextToken) => {
        const answer = await call({ action: "ecs:ListTasks", operation: `list ${what}` }, ({ sdk, client }) => client.send(new sdk.ListTasksCommand({ cluster, serviceName: service, nextToken, maxResults: 100 })));
        return { items: answer.taskArns ?? [], next: answer.nextToken };
    });
    return (await describedTasks(call, { cluster, arns, what })).flatMap(asRunning);
}
/** @param asked.what those tasks are, in words */
async function describedTasks(call, { cluster, arns, what }) {
    const described = await Promise.all((0,aws_calls/* inGroups */.Am)(arns, 100).map((tasks) => call({ action: "ecs:DescribeTasks", operation: `describe ${what}` }, ({ sdk, client }) => client.send(new sdk.DescribeTasksCommand({ cluster, tasks })))));
    return described.flatMap((answer) => answer.tasks ?? []);
}
/** None for one that starts or ends. */
function asRunning({ lastStatus, desiredStatus, taskDefinitionArn = "", containers = [] }) {
    if (lastStatus !== "RUNNING" || desiredStatus !== "RUNNING")
        return [];
    const digests = containers.flatMap(({ name, imageDigest }) => (name && imageDigest ? [[name, imageDigest]] : []));
    return [{ taskDefinition: taskDefinitionArn, digests: Object.fromEntries(digests) }];
}

;// CONCATENATED MODULE: ./build/adapters/aws/running-images/seen-together.js


/** As many services as one call takes: https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_DescribeServices.html */
const DESCRIBED_AT_ONCE = 10;
/**
 * Services of one cluster in as few calls as possible: the first time that one of them is taken all are looked for.
 * @param expected those that will be taken
 * @returns gives what was seen of a service, but once: who asks again wants to know what is then. Undefined too where it was
 *   not expected, is the only one of its cluster, or was not seen; then it has to be asked for alone
 */
function seenTogether(call, expected) {
    const unseen = Map.groupBy(expected, ({ cluster }) => cluster);
    const seen = new Map();
    return async ({ cluster, service }) => {
        const names = new Set(unseen.get(cluster)?.map((each) => each.service));
        if (names.has(service) && names.size > 1) {
            unseen.delete(cluster);
            // Asked for alone, each says itself what is wrong with it.
            const all = seeAll(call, cluster, [...names]).catch(() => new Map());
            for (const name of names)
                seen.set(keyOf({ cluster, service: name }), all);
        }
        const key = keyOf({ cluster, service });
        const found = seen.get(key);
        seen.delete(key);
        return (await found)?.get(service);
    };
}
async function seeAll(call, cluster, names) {
    const asked = { action: "ecs:DescribeServices", operation: `describe services of cluster ${cluster}` };
    const described = await Promise.all((0,aws_calls/* inGroups */.Am)(names, DESCRIBED_AT_ONCE).map((services) => call(asked, ({ sdk, client }) => client.send(new sdk.DescribeServicesCommand({ cluster, services })))));
    const services = described.flatMap((answer) => answer.services ?? []).filter(isThere);
    const tasks = await tasksByService(call, cluster, names);
    const found = services.map(async (service) => {
        const { serviceName: name = "" } = service;
        const own = tasks?.get(name);
        const isNone = own === undefined && tasks !== undefined && service.runningCount === 0;
        return [
            name,
            { service, tasks: isNone ? [] : (own ?? (await runningTasks(call, { cluster, service: name }))) },
        ];
    });
    return new Map(await Promise.all(found));
}
/** @returns undefined where so much else runs in the cluster that those of each service are in fewer pages */
async function tasksByService(call, cluster, { length: mostPages }) {
    const what = `the tasks of cluster ${cluster}`;
    const arns = [];
    let nextToken;
    for (let page = 0; page === 0 || nextToken; page++) {
        if (page === mostPages)
            return undefined;
        const answer = await call({ action: "ecs:ListTasks", operation: `list ${what}` }, ({ sdk, client }) => client.send(new sdk.ListTasksCommand({ cluster, nextToken, maxResults: 100 })));
        arns.push(...(answer.taskArns ?? []));
        nextToken = answer.nextToken;
    }
    const tasks = new Map();
    for (const task of await describedTasks(call, { cluster, arns, what })) {
        // The group of a service's tasks: https://docs.aws.amazon.com/AmazonECS/latest/developerguide/task-groups.html
        const [, service] = /^service:(.*)$/.exec(task.group ?? "") ?? [];
        if (service !== undefined)
            tasks.set(service, [...(tasks.get(service) ?? []), ...asRunning(task)]);
    }
    return tasks;
}
function keyOf({ cluster, service }) {
    return `${cluster}/${service}`;
}

;// CONCATENATED MODULE: ./build/adapters/aws/running-images.js






/**
 * Images that ECS runs, over the AWS API. Needs `ecs:DescribeServices`, `ecs:ListTasks`, `ecs:DescribeTasks` and
 * `ecs:DescribeTaskDefinition`; with `ecs:ListClusters` and `ecs:ListServices` it also knows what a wrong name may mean.
 * @param expected services that will be asked for: the first question for one of them asks ECS for all of its cluster, in fewer
 *   calls. Whoever asks for one again gets what is then
 */
function awsRunningImages(login, expected = []) {
    const ecs = (0,aws_ecs/* awsEcs */.N)(login);
    const call = (0,aws_calls/* awsCalls */.JT)(login, {
        name: "ECS",
        atOnce: 8,
        open: async (settings) => {
            const sdk = await Promise.all(/* import() */[__webpack_require__.e(1279), __webpack_require__.e(5861), __webpack_require__.e(212)]).then(__webpack_require__.t.bind(__webpack_require__, 80212, 19));
            return { sdk, client: new sdk.ECSClient(settings) };
        },
    });
    const expectedOne = seenTogether(call, expected);
    return {
        async runningImage({ cluster, service, container }) {
            const found = (await expectedOne({ cluster, service })) ?? (await seeService(call, { cluster, service }));
            if (found === "no cluster")
                return noCluster(cluster, login.region, await readable(ecs.clusters()));
            if (found === undefined) {
                const others = await readable(ecs.services(cluster));
                return noService({ cluster, service }, others.map(({ name }) => name));
            }
            // With CodeDeploy and other controllers of one's own, task sets have what else the service has itself.
            const { taskDefinition = "", loadBalancers = [] } = found.service.taskSets?.find((set) => set.status === "PRIMARY") ?? found.service;
            const { tasks } = found;
            const arns = [...new Set([taskDefinition, ...tasks.map((task) => task.taskDefinition)])];
            const facts = {
                cluster,
                service,
                taskDefinition,
                tasks,
                desired: found.service.desiredCount ?? 0,
                served: loadBalancers.map(({ containerName = "" }) => containerName),
                definitions: (await Promise.all(arns.map((arn) => ecs.taskDefinition(arn)))).filter((each) => each !== undefined),
            };
            return runningImageOf(facts, container);
        },
    };
}
/** A list that is only for a better message. */
async function readable(list) {
    try {
        return (await list) ?? [];
    }
    catch (error) {
        if (error instanceof missing_right/* MissingRight */.t)
            return [];
        throw error;
    }
}

;// CONCATENATED MODULE: ./build/advice/s3-advice.js
/** What to do about a failure that only calls to S3 meet; `undefined` when it is none of these: see awsAdvice. */
function s3Advice({ name, reason, place, bucketRegion }) {
    const { bucket, region } = place;
    if (name === "NoSuchBucket") {
        return `check state.s3 in the migration file: there is no bucket ${bucket}; or make it (aws s3 mb s3://${bucket} --region ${region}), with versioning (aws s3api put-bucket-versioning --bucket ${bucket} --versioning-configuration Status=Enabled)`;
    }
    if (/^(?:PermanentRedirect|AuthorizationHeaderMalformed|TemporaryRedirect|IllegalLocationConstraintException)$/.test(name)) {
        return `set state.s3.aws-region to ${bucketRegion ?? `where bucket ${bucket} is (aws s3api get-bucket-location --bucket ${bucket})`}: it is not in ${region}`;
    }
    if (name === "InvalidBucketName")
        return `correct state.s3.bucket: ${bucket} cannot be a bucket's name`;
    if (!name.startsWith("AccessDenied"))
        return undefined;
    // Such as kms:Decrypt, where a key of KMS encrypts the bucket, or a deny that AWS names: awsAdvice knows about these.
    const action = /not authorized to perform: (\w+:\w+)/.exec(reason)?.[1];
    const denied = /with an explicit deny|because no (?!identity-based)/.test(reason);
    return denied || (action !== undefined && !action.startsWith("s3:")) ? undefined : s3Rights(place);
}
/**
 * What a login needs to keep journals in a bucket. Without s3:ListBucket S3 says AccessDenied of an object that is not there:
 * https://docs.aws.amazon.com/AmazonS3/latest/API/API_GetObject.html
 */
function s3Rights({ bucket, folder, region }) {
    const partition = region.startsWith("cn-") ? "aws-cn" : region.startsWith("us-gov-") ? "aws-us-gov" : "aws";
    const arn = `arn:${partition}:s3:::${bucket}`;
    const statements = [
        { Effect: "Allow", Action: ["s3:GetObject", "s3:PutObject"], Resource: `${arn}/${folder}/*` },
        { Effect: "Allow", Action: "s3:ListBucket", Resource: arn },
    ];
    return `allow s3:GetObject, s3:PutObject and s3:ListBucket on bucket ${bucket} for the role, or the user, whose credentials the job has, by ${JSON.stringify(statements)} in its policy; a bucket of another account has to allow it too`;
}

;// CONCATENATED MODULE: ./build/adapters/aws/s3-keys.js
function addressOf({ bucket }, key) {
    return `s3://${bucket}/${key}`;
}
/** The folder of all journals: `k8s-migrate`, below the prefix where there is one. */
function folderIn({ prefix = "" }) {
    const own = prefix.replace(/^\/+|\/+$/g, "");
    return `${own === "" ? "" : `${own}/`}k8s-migrate`;
}
/** A part of a key that has no `/` of its own, and is not `.` or `..`, which clients take out of addresses. */
function keyPart(name) {
    const encoded = encodeURIComponent(name);
    return /^\.+$/.test(encoded) ? encoded.replaceAll(".", "%2E") : encoded;
}

// EXTERNAL MODULE: external "node:timers/promises"
var promises_ = __webpack_require__(58500);
// EXTERNAL MODULE: ./build/adapters/aws/aws-errors.js
var aws_errors = __webpack_require__(70188);
// EXTERNAL MODULE: ./build/advice/aws-advice.js
var aws_advice = __webpack_require__(70537);
// EXTERNAL MODULE: ./build/errors.js
var errors = __webpack_require__(19473);
;// CONCATENATED MODULE: ./build/adapters/aws/s3-errors.js





/** `undefined` when there was no answer. */
function httpStatus(error) {
    return error?.$metadata?.httpStatusCode;
}
/** Turns any failure of a call to S3 into one that says what to do next. Where the login for it failed, it is that failure. */
function s3Error(operation, place, error) {
    if (error instanceof Error && ["OutsideError", "UserError"].includes(error.name))
        return error;
    const where = { ...place, folder: folderIn(place) };
    const [name, reason] = [(0,aws_errors/* awsErrorName */.Z)(error), (0,aws_errors/* awsReason */.Q)(error)];
    const next = s3Advice({ name, reason, place: where, bucketRegion: bucketRegion(error) }) ?? (0,aws_advice/* awsAdvice */._7)({ name, reason });
    return new errors/* OutsideError */.Cp({ system: "S3", operation, reason, ...(next === undefined ? {} : { next }), cause: error });
}
/** S3 says in a header, or in the message, where a bucket is that was looked for in another region. */
function bucketRegion(error) {
    const { $response, Region } = (error ?? {});
    return $response?.headers?.["x-amz-bucket-region"] ?? Region ?? /expecting '([\w-]+)'/.exec((0,aws_errors/* awsReason */.Q)(error))?.[1];
}

;// CONCATENATED MODULE: ./build/adapters/aws/s3-objects.js




/** Of a call with the SDK's own tries. */
const CALL_LIMIT_MS = 15_000;
const TRIES = 4;
const FIRST_PAUSE_MS = 250;
function s3Objects(place) {
    const { bucket, region } = place;
    let loading;
    return {
        async read(key) {
            try {
                return await get(key);
            }
            catch (error) {
                throw s3Error(`read ${addressOf(place, key)}`, place, error);
            }
        },
        async write(key, text, expected) {
            for (let pauseMs = FIRST_PAUSE_MS, tried = 1;; pauseMs *= 2, tried++) {
                try {
                    return await put(key, text, expected);
                }
                catch (error) {
                    const failure = s3Error(`write ${addressOf(place, key)}`, place, error);
                    if (!mayBeThere(error))
                        throw failure;
                    const stored = await get(key).catch(() => {
                        throw failure;
                    });
                    // A try of ours was done, and its answer was lost; another try then met what it had written itself.
                    if (stored?.text === text)
                        return stored;
                    if (stored?.version !== expected)
                        return "changed";
                    if (tried === TRIES)
                        throw failure;
                    await (0,promises_.setTimeout)(pauseMs);
                }
            }
        },
    };
    function load() {
        loading ??= (async () => {
            const [s3, { proxyAwareHandler }] = await Promise.all([Promise.all(/* import() */[__webpack_require__.e(1279), __webpack_require__.e(5861), __webpack_require__.e(3711)]).then(__webpack_require__.t.bind(__webpack_require__, 53711, 19)), Promise.all(/* import() */[__webpack_require__.e(1279), __webpack_require__.e(4975)]).then(__webpack_require__.bind(__webpack_require__, 34975))]);
            const client = new s3.S3Client({ region, credentials: place.credentials, requestHandler: proxyAwareHandler() });
            return { ...s3, client };
        })();
        return loading;
    }
    async function get(key) {
        const { client, GetObjectCommand } = await load();
        return limited(async (abortSignal) => {
            try {
                const { Body, ETag = "" } = await client.send(new GetObjectCommand({ Bucket: bucket, Key: key }), {
                    abortSignal,
                });
                return { text: (await Body?.transformToString("utf-8")) ?? "", version: ETag };
            }
            catch (error) {
                if ((0,aws_errors/* awsErrorName */.Z)(error) === "NoSuchKey")
                    return undefined;
                throw error;
            }
        });
    }
    /** https://docs.aws.amazon.com/AmazonS3/latest/userguide/conditional-writes.html */
    async function put(key, text, expected) {
        const { client, PutObjectCommand } = await load();
        const condition = expected === undefined ? { IfNoneMatch: "*" } : { IfMatch: expected };
        const object = { Bucket: bucket, Key: key, Body: text, ContentType: "application/json", ...condition };
        const { ETag = "" } = await limited((abortSignal) => client.send(new PutObjectCommand(object), { abortSignal }));
        return { text, version: ETag };
    }
}
/** Whether a write that failed so may have been done, by this try or by one before it. */
function mayBeThere(error) {
    const status = httpStatus(error);
    // Without an answer, or with one that says nothing about the object.
    if (status === undefined || status >= 500 || (0,aws_errors/* awsErrorName */.Z)(error) === "RequestTimeout")
        return true;
    // Another one is there (412), is being written (409), or what was expected is gone (404).
    return ["PreconditionFailed", "ConditionalRequestConflict", "NoSuchKey"].includes((0,aws_errors/* awsErrorName */.Z)(error));
}
/** The SDK's own limit is for parts of a call, and an answer may stop in its middle. */
async function limited(work) {
    const signal = AbortSignal.timeout(CALL_LIMIT_MS);
    let late;
    const lapse = new Promise((_, reject) => {
        late = () => reject(new Error(`no answer within ${CALL_LIMIT_MS / 1000} s: timeout`));
        signal.addEventListener("abort", late);
    });
    try {
        return await Promise.race([work(signal), lapse]);
    }
    finally {
        if (late)
            signal.removeEventListener("abort", late);
    }
}

;// CONCATENATED MODULE: ./build/adapters/aws/s3-journals.js



/** Journals in a bucket, `k8s-migrate/<environment>/<service>/journal.json`; their locks are beside them (s3-leases.ts). */
function s3Journals(place) {
    const objects = s3Objects(place);
    const folderOf = ({ environment, service }) => `${folderIn(place)}/${keyPart(environment)}/${keyPart(service)}`;
    const objectOf = (key) => `${folderOf(key)}/journal.json`;
    return {
        place(key) {
            const { environment, service } = key;
            const journal = addressOf(place, objectOf(key));
            return {
                journal,
                lock: { namespace: environment, name: service },
                rights: s3Rights({ ...place, folder: folderIn(place) }),
                show: `aws s3 cp ${journal} -`,
                remove: `aws s3 rm --recursive ${addressOf(place, folderOf(key))}/`,
            };
        },
        // The bucket is the user's to make: who pays for it, and who may read it, is not for us to choose.
        prepare: async () => undefined,
        read: (key) => objects.read(objectOf(key)),
        async write(key, text, expected) {
            const written = await objects.write(objectOf(key), text, expected);
            return written === "changed" ? written : { version: written.version };
        },
    };
}

;// CONCATENATED MODULE: ./build/adapters/aws/s3-leases.js




/** Leases in a bucket: `k8s-migrate/<namespace>/<name>/lock.json`, compared and swapped by S3's conditional writes. */
function s3Leases(place) {
    const objects = s3Objects(place);
    const keyOf = (namespace, name) => `${folderIn(place)}/${keyPart(namespace)}/${keyPart(name)}/lock.json`;
    return {
        async read(namespace, name) {
            const key = keyOf(namespace, name);
            const stored = await allowed(place, objects.read(key));
            if (stored === undefined || stored === "forbidden")
                return stored;
            const { text, version } = stored;
            return { ...asLease(text, addressOf(place, key)), namespace, name, version };
        },
        async write(lease, expected) {
            const { namespace, name } = lease;
            const written = await allowed(place, objects.write(keyOf(namespace, name), lockText(lease), expected));
            if (typeof written === "string")
                return written;
            return { ...lease, version: written.version };
        },
    };
}
/** Other denials, such as that of a key of KMS, say more as they are. */
async function allowed(place, work) {
    try {
        return await work;
    }
    catch (error) {
        if (error instanceof errors/* OutsideError */.Cp && error.failure.next === s3Rights({ ...place, folder: folderIn(place) }))
            return "forbidden";
        throw error;
    }
}
/** For people, a field a line. Where it is says whose lock it is. */
function lockText({ holder, runUrl, acquiredAt, unsettledSince, renewedAt, durationSeconds, journalHead, }) {
    const kept = { holder, runUrl, acquiredAt, unsettledSince, renewedAt, durationSeconds, journalHead };
    return `${JSON.stringify(kept, undefined, 2)}\n`;
}
/** @param address where it was read */
function asLease(text, address) {
    let json;
    try {
        json = JSON.parse(text);
    }
    catch {
        json = null;
    }
    if (typeof json !== "object" || json === null || typeof json.holder !== "string") {
        throw new errors/* UserError */.yo(`${address} is not a lock as k8s-migrate writes it. Make sure that no run works on this service, remove it (aws s3 rm ${address}), and run this again`);
    }
    const { holder, durationSeconds, journalHead } = json;
    const textOf = (value) => (typeof value === "string" ? value : "");
    return {
        holder,
        runUrl: textOf(json.runUrl),
        acquiredAt: textOf(json.acquiredAt),
        unsettledSince: textOf(json.unsettledSince),
        renewedAt: textOf(json.renewedAt),
        durationSeconds: typeof durationSeconds === "number" ? durationSeconds : 0,
        ...(typeof journalHead === "string" ? { journalHead } : {}),
    };
}

// EXTERNAL MODULE: ./build/adapters/aws/session.js
var aws_session = __webpack_require__(41059);
// EXTERNAL MODULE: ./build/adapters/github/id-token.js
var id_token = __webpack_require__(81748);
// EXTERNAL MODULE: ./build/adapters/kubernetes/client.js + 1 modules
var kubernetes_client = __webpack_require__(16656);
// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __webpack_require__(77598);
;// CONCATENATED MODULE: ./build/journal/journal-name.js

/** What a label's value and most names in Kubernetes may have, so that it can be used for either. */
const LONGEST = 63;
const HASH_LENGTH = 10;
/**
 * A name in the cluster for the journal and its lock: `journal-production-orders`. With a hash at its end where that would be no
 * valid name, or that of another journal too: `a-b` and `c` make the same as `a` and `b-c`.
 */
function journalName({ environment, service }) {
    const plain = `journal-${environment}-${service}`;
    const isPlain = /^[a-z0-9]+$/.test(environment) && /^[a-z0-9]([a-z0-9-]*[a-z0-9])?$/.test(service);
    if (isPlain && plain.length <= LONGEST)
        return plain;
    const hash = (0,external_node_crypto_.createHash)("sha256")
        .update(JSON.stringify([environment, service]))
        .digest("hex")
        .slice(0, HASH_LENGTH);
    const readable = plain
        .toLowerCase()
        .replace(/[^a-z0-9]+/g, "-")
        .slice(0, LONGEST - HASH_LENGTH - 1);
    return `${readable.replace(/-+$/, "")}-${hash}`;
}

// EXTERNAL MODULE: ./build/adapters/kubernetes/api-errors.js
var api_errors = __webpack_require__(14520);
// EXTERNAL MODULE: ./build/adapters/kubernetes/namespaces.js
var namespaces = __webpack_require__(36476);
;// CONCATENATED MODULE: ./build/adapters/kubernetes/journals.js





const JOURNAL_NAMESPACE = "k8s-migrate";
const FIELD = "journal.json";
const LABELS = { "app.kubernetes.io/managed-by": "k8s-migrate", "app.kubernetes.io/component": "journal" };
/** Of all values together: https://kubernetes.io/docs/concepts/configuration/configmap/#motivation */
const LARGEST_BYTES = 1024 * 1024;
const journals_TRIES = 4;
const journals_FIRST_PAUSE_MS = 250;
/** Journals in a cluster, each in a ConfigMap; their locks are Leases of the same name (leases.ts). */
function clusterJournals(client, namespace = JOURNAL_NAMESPACE) {
    const { core } = client;
    /** Each journal as it was last seen here. */
    const seen = new Map();
    return {
        place(key) {
            const name = journalName(key);
            return {
                journal: `ConfigMap ${name} in namespace ${namespace}`,
                lock: { namespace, name },
                rights: `allow get, create and update of leases and configmaps, by ${rules()} in a Role of namespace ${namespace} that is bound to the login`,
                show: `kubectl get configmap ${name} --namespace ${namespace} --output=jsonpath='{.data.journal\\.json}'`,
                remove: `kubectl delete configmap,lease ${name} --namespace ${namespace}`,
            };
        },
        async prepare() {
            const state = await (0,namespaces/* clusterNamespaces */.x)(client).ensure(namespace, { create: true, labels: {} });
            if (state === "unreadable")
                await findOut();
        },
        async read(key) {
            const name = journalName(key);
            try {
                return await get(name);
            }
            catch (error) {
                throw (0,api_errors/* apiError */.pb)(`read ConfigMap ${name} in namespace ${namespace}`, error);
            }
        },
        async write(key, text, expected) {
            const name = journalName(key);
            const operation = `write ConfigMap ${name} in namespace ${namespace}`;
            const bytes = Buffer.byteLength(text);
            if (bytes > LARGEST_BYTES)
                throw tooLarge(operation, { bytes, name });
            const before = seen.get(name);
            let version = expected;
            for (let pauseMs = journals_FIRST_PAUSE_MS, tried = 1;; pauseMs *= 2, tried++) {
                try {
                    return await (version === undefined ? create(key, text) : replace(key, text, version));
                }
                catch (error) {
                    if (version !== undefined && (0,api_errors/* apiStatus */.$T)(error) === 404)
                        return "changed";
                    const failure = (0,api_errors/* apiError */.pb)(operation, error);
                    if (!journals_mayBeThere(error))
                        throw failure;
                    const stored = await get(name).catch(() => {
                        throw failure;
                    });
                    // A try of ours was done, and its answer was lost.
                    if (stored?.text === text)
                        return { version: stored.version };
                    if (stored?.version !== version) {
                        // Another one may put a label on it, and leave the journal as it is.
                        if (stored === undefined || before?.version !== expected || before?.text !== stored.text)
                            return "changed";
                        version = stored.version;
                    }
                    if (tried === journals_TRIES)
                        throw failure;
                    await (0,promises_.setTimeout)(pauseMs);
                }
            }
        },
    };
    async function get(name) {
        try {
            return kept(await core.readNamespacedConfigMap({ name, namespace }));
        }
        catch (error) {
            if ((0,api_errors/* apiStatus */.$T)(error) === 404)
                return undefined;
            throw error;
        }
    }
    async function create(key, text) {
        const body = { metadata: { name: journalName(key), labels: labelsOf(key) }, data: { [FIELD]: text } };
        return kept(await core.createNamespacedConfigMap({ namespace, body }));
    }
    async function replace(key, text, expected) {
        const name = journalName(key);
        // What others put on it is written again.
        const base = seen.get(name)?.metadata;
        // The API server compares the resourceVersion.
        const own = { name, resourceVersion: expected, labels: { ...base?.labels, ...labelsOf(key) } };
        const metadata = Object.assign({}, base, own);
        return kept(await core.replaceNamespacedConfigMap({ name, namespace, body: { metadata, data: { [FIELD]: text } } }));
    }
    function kept({ metadata = {}, data }) {
        const { name = "", resourceVersion: version = "" } = metadata;
        const text = data?.[FIELD] ?? "";
        seen.set(name, { text, version, metadata });
        return { text, version };
    }
    /** Whether a namespace is there that this login may not read. */
    async function findOut() {
        try {
            const body = { metadata: { generateName: "journal-" } };
            await core.createNamespacedConfigMap({ namespace, body, dryRun: "All" });
        }
        catch (error) {
            const { failure } = (0,api_errors/* apiError */.pb)(`look for namespace ${namespace}`, error);
            if ((0,api_errors/* apiStatus */.$T)(error) !== 404)
                throw new errors/* OutsideError */.Cp(failure);
            const next = `let somebody who may run kubectl create namespace ${namespace} once, or keep the journal in S3 (state.s3 in the migration file)`;
            throw new errors/* OutsideError */.Cp({ ...failure, next });
        }
    }
    function tooLarge(operation, { bytes, name }) {
        const copy = `kubectl get configmap ${name} --namespace ${namespace} --output=jsonpath='{.data.journal\\.json}' | aws s3 cp - s3://…/k8s-migrate/<environment>/<service>/journal.json`;
        return new errors/* OutsideError */.Cp({
            system: "Kubernetes API",
            operation,
            reason: `a ConfigMap holds ${LARGEST_BYTES} bytes, and the journal would have ${bytes}`,
            next: `keep the journal in S3: set state.s3 in the migration file, and copy what there is (${copy})`,
        });
    }
}
function rules() {
    const verbs = `verbs: ["get", "create", "update"]`;
    return `rules: [{apiGroups: [""], resources: ["configmaps"], ${verbs}}, {apiGroups: ["coordination.k8s.io"], resources: ["leases"], ${verbs}}]`;
}
/** For `kubectl get configmap --selector`. A name that cannot be a label's value is in the document only. */
function labelsOf({ environment, service }) {
    const own = { "k8s-migrate.dev/environment": environment, "k8s-migrate.dev/service": service };
    const valid = Object.entries(own).filter(([, value]) => /^[A-Za-z0-9]([\w.-]{0,61}[A-Za-z0-9])?$/.test(value));
    return { ...LABELS, ...Object.fromEntries(valid) };
}
/** Whether a write that failed so may have been done: there was no answer, or the server did not get through with it. */
function journals_mayBeThere(error) {
    const status = (0,api_errors/* apiStatus */.$T)(error);
    // Conflict: another one is there, or a try of ours. Not found: what was expected is gone, or the namespace is.
    return status === undefined || status >= 500 || status === 409 || status === 429;
}

// EXTERNAL MODULE: ./build/adapters/kubernetes/leases.js
var leases = __webpack_require__(17731);
// EXTERNAL MODULE: ./build/adapters/kubernetes/live-objects.js + 8 modules
var live_objects = __webpack_require__(81753);
// EXTERNAL MODULE: ./build/adapters/kubernetes/release-secrets.js + 1 modules
var release_secrets = __webpack_require__(23442);
// EXTERNAL MODULE: ./build/adapters/kubernetes/suspend-flags.js
var suspend_flags = __webpack_require__(23236);
// EXTERNAL MODULE: ./build/cronjobs/manifest-suspend.js
var manifest_suspend = __webpack_require__(14073);
// EXTERNAL MODULE: ./build/journal/canonical-json.js
var canonical_json = __webpack_require__(96861);
// EXTERNAL MODULE: ./build/plan/documents.js
var documents = __webpack_require__(89272);
// EXTERNAL MODULE: ./build/plan/kube-object.js
var kube_object = __webpack_require__(42349);
// EXTERNAL MODULE: ./build/plan/plan.js
var plan = __webpack_require__(71583);
// EXTERNAL MODULE: ./build/release/release.js
var release = __webpack_require__(43007);
// EXTERNAL MODULE: ./build/workloads/objects.js
var objects = __webpack_require__(40549);
// EXTERNAL MODULE: ./build/playbook/deploy/deploy-release.js + 4 modules
var deploy_release = __webpack_require__(87033);
// EXTERNAL MODULE: ./build/playbook/deploy/deploy-types.js
var deploy_types = __webpack_require__(66785);
// EXTERNAL MODULE: ./build/playbook/deploy/plan-release.js
var plan_release = __webpack_require__(35281);
// EXTERNAL MODULE: ./build/playbook/deploy/since-good.js
var since_good = __webpack_require__(50070);
// EXTERNAL MODULE: ./build/playbook/find-record.js
var find_record = __webpack_require__(1057);
;// CONCATENATED MODULE: ./build/playbook/move/read-once.js
/**
 * Reads each thing once, so that all who look at it see the same. For one look only: what is written meanwhile, by this run or
 * another, is not seen.
 */
function readOnce({ releases, cronJobs }) {
    const suspendState = once((namespace, name) => cronJobs.suspendStates([{ namespace, name }]));
    return {
        releases: {
            ...releases,
            history: once(releases.history),
            read: once(releases.read),
            readRecord: once(releases.readRecord),
        },
        cronJobs: {
            ...cronJobs,
            async suspendStates(asked) {
                return (await Promise.all(asked.map(({ namespace, name }) => suspendState(namespace, name)))).flat();
            },
        },
    };
}
function once(read) {
    const known = new Map();
    return (...given) => {
        const key = JSON.stringify(given);
        const found = known.get(key) ?? read(...given);
        known.set(key, found);
        return found;
    };
}

;// CONCATENATED MODULE: ./build/playbook/move/release-deploys.js















/** Deploys of services as Helm releases, by the playbook of `deploy`. */
function releaseDeploys(parts) {
    const { prepare, live } = parts;
    return {
        look,
        async deploy(wanted, stop) {
            const { request, ports } = await prepare(wanted);
            const result = await (0,deploy_release/* deployRelease */.H)(request, ports, stop);
            const { release, namespace } = request;
            if ((0,deploy_types/* isFailure */.N)(result))
                throw new errors/* StepError */.zg([(0,errors/* describeError */.Uc)(result.error)], result.error);
            return `deployed release ${namespace}/${release}: ${result.done.join("; ")}`;
        },
        running: (service) => running(service, readOnce(parts)),
        async stop({ release }, jobs) {
            const placed = (names) => names.map((text) => {
                const [name = "", namespace = release.namespace] = text.split("/").toReversed();
                return { namespace, name };
            });
            await parts.cronJobs.suspend(placed(jobs.cronJobs));
            await live.scaleToZero(placed(jobs.deployments));
        },
    };
    async function look(wanted) {
        const nothing = { now: null, wanted: null, isSo: false, totals: "" };
        const read = readOnce(parts);
        try {
            const { request, ports } = await prepare(wanted);
            // What it tells is for who asks for debug logs: the plan of the phase says what matters.
            const log = { ...ports.log, info: ports.log.debug };
            const planned = await (0,plan_release/* planRelease */.F)(request, { ...ports, ...read, log }, AbortSignal.timeout(request.timeoutMs));
            const now = await nowOf(wanted, read);
            const shall = stateOf({ digest: planned.chartDigest, values: request.record.values }, { wanted, on: [] });
            const problems = schedulersIn(planned.manifest ?? "", wanted.service);
            const isSo = planned.plan?.isUnchanged === true && planned.release?.status === "deployed" && (0,canonical_json/* sameJson */.V)(now, shall);
            return { now, wanted: shall, isSo, totals: planned.plan ? (0,plan/* planTotals */.H)(planned.plan) : "", problems };
        }
        catch (error) {
            return { ...nothing, problems: [(0,errors/* describeError */.Uc)(error)] };
        }
    }
    async function nowOf(wanted, read) {
        const { name, namespace } = wanted.service.release;
        const { releases } = read;
        const history = await releases.history(name, namespace);
        if (history.length === 0)
            return null;
        const there = (0,release/* deployedRevision */.Sf)(history);
        const found = there && (await releases.read(name, namespace, there.revision));
        const { cronJobs: on } = await running(wanted.service, read);
        if (found === undefined)
            return { deployed: false, on };
        const record = await (0,find_record/* findRecord */.T)(found, { releases });
        if (record === undefined)
            return { revision: found.revision, on };
        if (record.values.secretLeaves > 0) {
            throw new errors/* UserError */.yo(`release ${namespace}/${name} was deployed with secret-values, which prepare does not know and would take away; keep them in a Secret that the chart only refers to, and deploy it so before`);
        }
        return stateOf({ digest: record.chart.digest, values: record.values }, { wanted, on });
    }
    /** Of all revisions that may have left something: one that failed may not have deleted what it drops. */
    async function running(service, { releases, cronJobs }) {
        const { name, namespace } = service.release;
        const deployed = (0,release/* deployedRevision */.Sf)(await releases.history(name, namespace));
        const since = await (0,since_good/* revisionsSinceGood */.y)({ release: name, namespace }, { releases });
        const good = deployed && (await releases.read(name, namespace, deployed.revision));
        const manifests = [...since, ...(good ? [good] : [])].map(({ manifest }) => manifest);
        const schedulers = schedulersOf(service);
        const deployments = manifests
            .flatMap((manifest) => (0,objects/* objectsOf */.i)(manifest, namespace))
            .filter((object) => object.kind === "Deployment" && schedulers.has(object.name));
        const [states, workloads] = await Promise.all([
            cronJobs.suspendStates(eachOnce(manifests.flatMap((manifest) => (0,manifest_suspend/* cronJobsIn */.Y)(manifest, namespace)))),
            live.readiness(eachOnce(deployments)),
        ]);
        const text = (each) => (each.namespace === namespace ? each.name : `${each.namespace}/${each.name}`);
        return {
            cronJobs: states
                .filter(({ suspend }) => !suspend)
                .map(text)
                .toSorted(),
            deployments: workloads
                .filter(({ wanted }) => wanted > 0)
                .map(text)
                .toSorted(),
        };
    }
}
function eachOnce(all) {
    return [...new Map(all.map((each) => [`${each.namespace}/${each.name}`, each])).values()];
}
function schedulersOf({ crons }) {
    return new Set(crons.flatMap(({ start }) => start.flatMap((each) => (each.kind === "deployment" ? each.name : []))));
}
/** Deployments that the chart would start, and that start jobs which ECS runs. */
function schedulersIn(manifest, service) {
    const schedulers = schedulersOf(service);
    return (0,documents/* documentsOf */.u)(manifest).objects.flatMap(({ kind, metadata, spec }) => {
        const replicas = (0,kube_object/* isMap */.jh)(spec) && typeof spec.replicas === "number" ? spec.replicas : 1;
        if (kind !== "Deployment" || !schedulers.has(metadata.name) || replicas === 0)
            return [];
        return [
            `Deployment ${metadata.name} would start jobs that ECS runs, so that each run would come twice; set its replicas to 0 in the values, until the cron jobs are switched`,
        ];
    });
}
function stateOf({ digest, values }, { wanted, on }) {
    const { files, inline, set, setString } = values;
    const path = `${wanted.service.image.valuesPath}=`;
    const image = setString.find((line) => line.startsWith(path))?.slice(path.length);
    const all = (0,canonical_json/* canonicalJson */.d)({ files, inline, set, setString });
    return {
        chart: digest,
        values: `sha256:${(0,external_node_crypto_.createHash)("sha256").update(all).digest("hex")}`,
        ...(image === undefined ? {} : { image }),
        on,
    };
}

;// CONCATENATED MODULE: ./build/playbook/steps/deploy-suspended.js


const ID = "deploy-suspended";
/**
 * Deploys the image that ECS runs to the new side, with every CronJob suspended: a CronJob that runs there too would double each
 * run. Its undo leaves the release, which serves nobody, and stops what of it starts jobs.
 */
function deploySuspended({ deploys, images }) {
    return { id: ID, plan, apply, verify, undo, foreign };
    async function plan(service, move) {
        const { name, namespace } = service.release;
        const release = `${namespace}/${name}`;
        const title = `deploy ${release} with its CronJobs suspended`;
        const moved = otherRelease(service, move);
        if (moved !== undefined)
            return { step: ID, title, changes: [], already: [], problems: [moved] };
        const wanted = await wantedDeploy(service);
        if ("problem" in wanted)
            return { step: ID, title, changes: [], already: [], problems: [wanted.problem] };
        const look = await deploys.look(wanted);
        const problems = [...look.problems, ...strangers(service, look.now, move)];
        if (problems.length > 0)
            return { step: ID, title, changes: [], already: [], problems };
        const image = wanted.image === undefined ? "" : ` with ${wanted.image}`;
        if (look.isSo) {
            const already = `release ${release} is deployed${image} already, its CronJobs suspended`;
            return { step: ID, title, changes: [], already: [already], problems };
        }
        const totals = look.totals === "" ? "" : ` (${look.totals})`;
        const words = `deploy release ${release}${image}, its CronJobs suspended${totals}`;
        const change = { step: ID, target: targetOf(service), words, before: look.now, after: look.wanted };
        return { step: ID, title, changes: [change], already: [], problems };
    }
    async function wantedDeploy(service) {
        if (service.image.from === "values")
            return { service, image: undefined };
        const { cluster, service: name } = service.ecs;
        const found = await images.runningImage({ cluster, service: name, container: service.image.container });
        return "problem" in found ? found : { service, image: found.image };
    }
    async function apply(change, service, stop) {
        if (change.target !== targetOf(service)) {
            const running = runningIn(change.before);
            await deploys.stop(service, running);
            return `stopped ${named(running)}`;
        }
        const wanted = await wantedDeploy(service);
        // As it was a moment ago, under the same lock; yet a deploy to ECS takes no lock of ours.
        if ("problem" in wanted)
            throw new errors/* StepError */.zg([wanted.problem]);
        if (wanted.image !== undefined && wanted.image !== deploy_suspended_imageIn(change.after)) {
            throw new errors/* StepError */.zg([
                `ECS runs another image now: ${wanted.image}, and the plan was for ${deploy_suspended_imageIn(change.after)}`,
                "Next: run this again, when the deployment in ECS has ended",
            ]);
        }
        return deploys.deploy(wanted, stop);
    }
    async function verify(service) {
        const release = `${service.release.namespace}/${service.release.name}`;
        const { cronJobs, deployments } = await deploys.running(service);
        const running = [
            ...cronJobs.map((cronJob) => `CronJob ${cronJob} is not suspended`),
            ...deployments.map((deployment) => `Deployment ${deployment} is not scaled to zero`),
        ];
        if (running.length === 0)
            return `nothing of release ${release} starts jobs`;
        throw new errors/* StepError */.zg([
            `Release ${release} starts jobs that ECS runs, so that each run would come twice: ${running.join("; ")}`,
            deployments.length === 0
                ? "Next: find out who switches them on. Then a dry run, and its plan-hash, suspends them; so does rollback"
                : "Next: set the replicas of these Deployments to 0 in the values, until the cron jobs are switched, and run this again; rollback scales them to zero",
        ]);
    }
    async function undo(service, move) {
        const { name, namespace } = service.release;
        const release = `${namespace}/${name}`;
        const title = `stop what starts jobs in ${release}`;
        const moved = otherRelease(service, move);
        if (moved !== undefined)
            return { step: ID, title, changes: [], already: [], problems: [moved] };
        const hasBegun = move.some((entry) => entry.kind === "intent" && entry.step === ID);
        const running = await deploys.running(service);
        if (!hasBegun || named(running) === "") {
            const already = hasBegun
                ? `nothing of release ${release} starts jobs; it is left as it is`
                : `release ${release} was not touched`;
            return { step: ID, title, changes: [], already: [already], problems: [] };
        }
        const words = `stop ${named(running)} of release ${release}`;
        const target = `jobs of release ${release}`;
        const { cronJobs: on, deployments } = running;
        const change = { step: ID, target, words, before: { on, deployments }, after: { on: [], deployments: [] } };
        return { step: ID, title, changes: [change], already: [], problems: [] };
    }
    /** Deploys are allowed while a move is open; yet CronJobs must stay suspended, and nothing be taken back unseen. */
    function foreign({ made, now, wanted }) {
        const { cronJobs } = runningIn(now);
        if (cronJobs.length > 0)
            return [`has CronJobs that were switched on: ${cronJobs.join(", ")}`];
        return (0,canonical_json/* sameJson */.V)(made, wanted)
            ? ["is not what this move has deployed: it was deployed, rolled back or removed"]
            : [];
    }
}
/** Where the file names another release than the one that this move has written to: that one would be forgotten. */
function otherRelease(service, move) {
    const targets = move.flatMap((entry) => entry.kind === "intent" && entry.step === ID && entry.target.startsWith("release ") ? [entry.target] : []);
    const other = targets.find((target) => target !== targetOf(service));
    if (other === undefined)
        return undefined;
    return `this move has deployed ${other}, and the migration file says ${targetOf(service)} now; put the file back, or roll back with the file as it was before you change it`;
}
/** CronJobs that run on the new side before anything was moved, and that the file does not know: nobody would run them any more. */
function strangers({ crons, release }, now, move) {
    if (move.some((entry) => entry.kind === "intent" && entry.step === ID))
        return [];
    const known = new Set(crons.flatMap(({ start }) => start.map(({ name }) => name)));
    const unknown = runningIn(now).cronJobs.filter((name) => !known.has(name));
    if (unknown.length === 0)
        return [];
    return [
        `CronJobs of release ${release.namespace}/${release.name} run on the new side already, and crons names none of them: ${unknown.join(", ")}; prepare would suspend them. Name in crons what is moved, and suspend the others yourself where that is right`,
    ];
}
function named({ cronJobs, deployments }) {
    return [...cronJobs.map((name) => `CronJob ${name}`), ...deployments.map((name) => `Deployment ${name}`)].join(", ");
}
function targetOf({ release }) {
    return `release ${release.namespace}/${release.name}`;
}
/** What a state says that runs. */
function runningIn(state) {
    const names = (value) => Array.isArray(value) ? value.filter((name) => typeof name === "string") : [];
    const fields = typeof state === "object" && state !== null && !Array.isArray(state) ? state : {};
    return { cronJobs: names(fields.on), deployments: names(fields.deployments) };
}
function deploy_suspended_imageIn(state) {
    const image = typeof state === "object" && state !== null && !Array.isArray(state) ? state.image : "";
    return typeof image === "string" ? image : "";
}

// EXTERNAL MODULE: ./build/actions/cluster-login.js + 2 modules
var cluster_login = __webpack_require__(35642);
// EXTERNAL MODULE: ./build/records/dns-name.js
var dns_name = __webpack_require__(87724);
// EXTERNAL MODULE: ./build/adapters/aws/elastic-load-balancing.js
var elastic_load_balancing = __webpack_require__(40651);
;// CONCATENATED MODULE: ./build/adapters/aws/balancers.js


/** https://docs.aws.amazon.com/elasticloadbalancing/latest/application/edit-load-balancer-attributes.html#client-keep-alive */
const KEEP_ALIVE = "client_keep_alive.seconds";
/** Load balancers of the login's region over the AWS API. They are listed once, and again for one that was not there then. */
function awsBalancers(login) {
    const call = (0,elastic_load_balancing/* balancingCalls */.Dp)(login);
    let listing;
    let isWhole = false;
    function list() {
        isWhole = false;
        listing = (0,elastic_load_balancing/* everyLoadBalancer */.SJ)(call, login.region).then((found) => {
            isWhole = true;
            return new Map(found.map((each) => balancer(each)).map((each) => [each.dnsName, each]));
        }, (error) => {
            listing = undefined;
            throw error;
        });
        return listing;
    }
    return {
        async byDnsName(name) {
            const wanted = (0,dns_name/* dnsName */.Tu)(name).replace(/^dualstack\./, "");
            const before = isWhole ? await listing : undefined;
            const known = before?.get(wanted);
            if (known)
                return known;
            // It may have been made since. Those who ask while a list is under way share it.
            return (await (listing === undefined || isWhole ? list() : listing)).get(wanted);
        },
        async keepAlive(arn) {
            const asked = {
                action: "elasticloadbalancing:DescribeLoadBalancerAttributes",
                operation: `read the attributes of ${arn}`,
            };
            const { Attributes = [] } = await call(asked, ({ sdk, client }) => client.send(new sdk.DescribeLoadBalancerAttributesCommand({ LoadBalancerArn: arn })));
            const value = Attributes.find(({ Key }) => Key === KEEP_ALIVE)?.Value;
            return value === undefined ? undefined : Number(value);
        },
        async setKeepAlive(arn, seconds) {
            const asked = {
                action: "elasticloadbalancing:ModifyLoadBalancerAttributes",
                operation: `set ${KEEP_ALIVE} of ${arn} to ${seconds}`,
            };
            const Attributes = [{ Key: KEEP_ALIVE, Value: String(seconds) }];
            await call(asked, ({ sdk, client }) => client.send(new sdk.ModifyLoadBalancerAttributesCommand({ LoadBalancerArn: arn, Attributes })));
        },
    };
}
function balancer(found) {
    return {
        arn: found.LoadBalancerArn ?? "",
        dnsName: (0,dns_name/* dnsName */.Tu)(found.DNSName ?? ""),
        type: found.Type ?? "application",
        canonicalHostedZoneId: found.CanonicalHostedZoneId ?? "",
        hasIpv6: found.IpAddressType?.startsWith("dualstack") ?? false,
        scheme: found.Scheme ?? "internet-facing",
    };
}

;// CONCATENATED MODULE: ./build/adapters/aws/call-failures.js


/** https://docs.aws.amazon.com/Route53/latest/APIReference/CommonErrors.html and API_ChangeResourceRecordSets.html there */
const PUT_OFF = new Set(["Throttling", "ThrottlingException", "TooManyRequestsException", "PriorRequestNotComplete"]);
const UNREACHED = new Set(["ECONNREFUSED", "ENOTFOUND", "EAI_AGAIN", "ENETUNREACH", "EHOSTUNREACH"]);
/** They come before the request. */
const LOGIN_ERRORS = new Set(["UserError", "OutsideError", "CredentialsProviderError"]);
/** @param error as the SDK throws it, when it does not repeat anything itself */
function callFailure(error) {
    if (LOGIN_ERRORS.has((0,aws_errors/* awsErrorName */.Z)(error)))
        return "refused";
    const status = httpStatus(error);
    if (PUT_OFF.has((0,aws_errors/* awsErrorName */.Z)(error)) || status === 429 || wasSkewed(error))
        return "put-off";
    if (status === undefined)
        return wasUnsent(error) ? "unsent" : "lost";
    // An answer of success that cannot be read is one that got lost on its way.
    return status >= 500 || status < 400 ? "lost" : "refused";
}
/** The SDK has just learnt how wrong this machine's clock is: it signs the next request by the right time. */
function wasSkewed(error) {
    return error.$metadata?.clockSkewCorrected === true;
}
function wasUnsent(error) {
    const { code = "", syscall } = error;
    // Node tries several addresses of a name, and tells of all of them in one error.
    if (UNREACHED.has(code) || syscall === "connect" || error instanceof AggregateError)
        return true;
    // https://github.com/smithy-lang/smithy-typescript/blob/main/packages/node-http-handler/src/set-connection-timeout.ts
    return /\b(?:connect|getaddrinfo) E[A-Z]|did not establish a connection/.test((0,aws_errors/* awsReason */.Q)(error));
}

;// CONCATENATED MODULE: ./build/adapters/aws/record-set-form.js
const ESCAPE = /\\([0-3][0-7]{2})/g;
/** A dot inside of a label, and the backslash itself: resolved they could not be told from others. */
const KEPT_ESCAPES = new Set(["\\056", "\\134"]);
/** A record set of the API in our form. Nothing that a DELETE has to repeat is left out. */
function fromRoute53(set) {
    const { Name = "", Type = "", TTL, ResourceRecords, AliasTarget: alias, SetIdentifier } = set;
    const routing = routingOf(set);
    return {
        name: readName(Name),
        type: Type,
        ...(TTL === undefined ? {} : { ttl: TTL }),
        ...(ResourceRecords?.length ? { values: ResourceRecords.map(({ Value = "" }) => Value) } : {}),
        ...(alias === undefined ? {} : { alias: aliasOf(alias) }),
        ...(SetIdentifier === undefined ? {} : { setIdentifier: SetIdentifier }),
        ...(routing === undefined ? {} : { routing }),
        ...(set.HealthCheckId === undefined ? {} : { healthCheckId: set.HealthCheckId }),
        ...(set.TrafficPolicyInstanceId === undefined ? {} : { trafficPolicyInstanceId: set.TrafficPolicyInstanceId }),
    };
}
/** The same record set as the API takes it. */
function toRoute53(set) {
    const { name, type, ttl, values, alias, setIdentifier, routing } = set;
    return {
        Name: writtenName(name),
        Type: type,
        ...(ttl === undefined ? {} : { TTL: ttl }),
        ...(values === undefined ? {} : { ResourceRecords: values.map((Value) => ({ Value })) }),
        ...(alias === undefined
            ? {}
            : {
                AliasTarget: {
                    HostedZoneId: alias.zone,
                    DNSName: writtenName(alias.name),
                    EvaluateTargetHealth: alias.evaluateTargetHealth,
                },
            }),
        ...(setIdentifier === undefined ? {} : { SetIdentifier: setIdentifier }),
        ...(routing === undefined ? {} : routing.policy === "weighted" ? { Weight: routing.weight } : routing.fields),
        ...(set.healthCheckId === undefined ? {} : { HealthCheckId: set.healthCheckId }),
        ...(set.trafficPolicyInstanceId === undefined ? {} : { TrafficPolicyInstanceId: set.trafficPolicyInstanceId }),
    };
}
/**
 * A name with the escapes and the last dot that Route 53 lists it with: `\052.example.com.`.
 * https://docs.aws.amazon.com/Route53/latest/DeveloperGuide/DomainNameFormat.html
 */
function writtenName(name) {
    const plain = name.toLowerCase().replace(/\.$/, "");
    const escaped = plain.replace(/\\[0-3][0-7]{2}|[^a-z0-9_.-]/g, (found) => found.length > 1 ? found : `\\${found.charCodeAt(0).toString(8).padStart(3, "0")}`);
    return `${escaped}.`;
}
function readName(written) {
    return written
        .replace(ESCAPE, (whole, octal) => KEPT_ESCAPES.has(whole) ? whole : String.fromCharCode(Number.parseInt(octal, 8)))
        .replace(/\.$/, "")
        .toLowerCase();
}
function aliasOf({ HostedZoneId, DNSName, EvaluateTargetHealth, }) {
    return {
        zone: HostedZoneId ?? "",
        name: readName(DNSName ?? ""),
        evaluateTargetHealth: EvaluateTargetHealth ?? false,
    };
}
function routingOf(set) {
    const { Weight, Region, Failover, GeoLocation, GeoProximityLocation, MultiValueAnswer, CidrRoutingConfig } = set;
    if (Weight !== undefined)
        return { policy: "weighted", weight: Weight };
    if (Region !== undefined)
        return { policy: "latency", fields: { Region } };
    if (Failover !== undefined)
        return { policy: "failover", fields: { Failover } };
    if (GeoLocation !== undefined)
        return { policy: "geolocation", fields: fieldsOf({ GeoLocation }) };
    if (GeoProximityLocation !== undefined)
        return { policy: "geoproximity", fields: fieldsOf({ GeoProximityLocation }) };
    if (CidrRoutingConfig !== undefined)
        return { policy: "ip-based", fields: fieldsOf({ CidrRoutingConfig }) };
    return MultiValueAnswer ? { policy: "multivalue", fields: { MultiValueAnswer } } : undefined;
}
/** As JSON, which the journal keeps: without what is undefined. */
function fieldsOf(fields) {
    return JSON.parse(JSON.stringify(fields));
}

;// CONCATENATED MODULE: ./build/adapters/aws/record-batches.js



/** https://docs.aws.amazon.com/Route53/latest/APIReference/API_ChangeResourceRecordSets.html#API_ChangeResourceRecordSets_Errors */
const REFUSALS = new Set(["InvalidChangeBatch", "InvalidInput", "NoSuchHealthCheck", "NoSuchHostedZone"]);
const LONGEST_COMMENT = 256;
/** Sends a batch, once. Only what Route 53 has certainly not taken up is sent again. */
async function sendBatch({ write }, batch) {
    const { zone, remove, create, comment } = batch;
    const changes = [
        ...remove.map((set) => ({ Action: "DELETE", ResourceRecordSet: toRoute53(set) })),
        ...create.map((set) => ({ Action: "CREATE", ResourceRecordSet: toRoute53(set) })),
    ];
    const asked = { action: "route53:ChangeResourceRecordSets", operation: `change records of zone ${zone}` };
    return write(asked, async ({ sdk, client }) => {
        const ChangeBatch = { Changes: changes, Comment: comment.slice(0, LONGEST_COMMENT) };
        try {
            const answer = await client.send(new sdk.ChangeResourceRecordSetsCommand({ HostedZoneId: zone, ChangeBatch }));
            const { Id } = answer.ChangeInfo ?? {};
            if (Id === undefined)
                return { state: "unknown", reason: "the answer names no change" };
            return { state: "made", change: Id.replace("/change/", "") };
        }
        catch (error) {
            return outcomeOf(error);
        }
    });
}
/** Throws on what is neither a refusal nor unknown. */
function outcomeOf(error) {
    if (REFUSALS.has((0,aws_errors/* awsErrorName */.Z)(error)))
        return { state: "refused", reason: refusal(error) };
    if (callFailure(error) === "lost")
        return { state: "unknown", reason: (0,aws_errors/* awsReason */.Q)(error) };
    throw error;
}
/** Of a batch that is wrong in several ways Route 53 tells all of them, in brackets. */
function refusal(error) {
    const { messages = [], message } = error;
    const text = messages.length > 0 ? messages.join(", ") : message.replace(/^\[(.*)\]$/s, "$1");
    return text === "" ? (0,aws_errors/* awsErrorName */.Z)(error) : text;
}

// EXTERNAL MODULE: ./build/adapters/clock.js
var adapters_clock = __webpack_require__(21759);
;// CONCATENATED MODULE: ./build/adapters/aws/request-rate.js
const SECOND_MS = 1000;
/**
 * Keeps requests to so many a second. One counts until a second after its answer: so they are not too many for who receives them either,
 * however long they take to get there.
 *
 * @param perSecond `Infinity`: as they come
 */
function requestRate(perSecond, clock) {
    if (perSecond === Number.POSITIVE_INFINITY)
        return (ask) => ask();
    // From when on each of them may be used; one that is under way has no time yet.
    const free = Array.from({ length: perSecond }, () => 0);
    let line = Promise.resolve();
    let answered = () => undefined;
    async function take() {
        if (free.length === 0) {
            await new Promise((resolve) => {
                answered = resolve;
            });
        }
        const first = free.shift() ?? 0;
        const pauseMs = first - clock.now().getTime();
        if (pauseMs > 0)
            await clock.sleep(pauseMs);
    }
    return async (ask) => {
        const mine = line.then(take);
        line = mine;
        await mine;
        try {
            return await ask();
        }
        finally {
            free.push(clock.now().getTime() + SECOND_MS);
            answered();
        }
    };
}

;// CONCATENATED MODULE: ./build/adapters/aws/route53-calls.js




/** For the whole account: https://docs.aws.amazon.com/Route53/latest/DeveloperGuide/DNSLimitations.html#limits-api-requests */
const PER_SECOND = 5;
const BUDGET_MS = 120_000;
const route53_calls_FIRST_PAUSE_MS = 400;
const LONGEST_PAUSE_MS = 8000;
/** What never got there hardly will soon: the network is closed, or a name is wrong. */
const UNSENT_TRIES = 3;
/** Calls to Route 53, which keep to its limits. All of one account should go through the same ones. */
function route53Calls(login, options = {}) {
    const { budgetMs = BUDGET_MS, perSecond = PER_SECOND, clock = adapters_clock/* systemClock */.m, random = Math.random } = options;
    const inRate = requestRate(perSecond, clock);
    const call = (0,aws_calls/* awsCalls */.JT)(login, {
        name: "Route 53",
        atOnce: PER_SECOND,
        open: async (settings) => {
            const sdk = await Promise.all(/* import() */[__webpack_require__.e(1279), __webpack_require__.e(5861), __webpack_require__.e(8621)]).then(__webpack_require__.t.bind(__webpack_require__, 8621, 19));
            // The SDK would repeat a write whose answer got lost, which is then refused since it is done already.
            const client = new sdk.Route53Client({ ...settings, retryMode: "standard", maxAttempts: 1 });
            return { sdk, client };
        },
    });
    const repeated = (mayRepeat) => (asked, ask) => call(asked, async (api) => {
        let failedAt;
        for (let tries = 1;; tries++) {
            try {
                return await inRate(() => ask(api));
            }
            catch (error) {
                const failure = callFailure(error);
                if (!mayRepeat.includes(failure) || (failure === "unsent" && tries >= UNSENT_TRIES))
                    throw error;
                const now = clock.now().getTime();
                failedAt ??= now;
                const pauseMs = random() * Math.min(LONGEST_PAUSE_MS, route53_calls_FIRST_PAUSE_MS * 2 ** (tries - 1));
                if (now + pauseMs - failedAt > budgetMs)
                    throw error;
                await clock.sleep(pauseMs, login.signal);
                login.signal?.throwIfAborted();
            }
        }
    });
    return { read: repeated(["put-off", "unsent", "lost"]), write: repeated(["put-off", "unsent"]) };
}

// EXTERNAL MODULE: ./build/adapters/aws/route53-lists.js
var route53_lists = __webpack_require__(2118);
;// CONCATENATED MODULE: ./build/adapters/aws/record-sets.js





/**
 * The hosted zones of the login's account and their record sets, over the AWS API. One for an account: its requests are kept to what
 * Route 53 takes of the whole account.
 * @param login its region tells the partition only: Route 53 is one for all regions
 * @param options.pageSize how many record sets come at once; 300 at most
 */
function awsRecordSets(login, options = {}) {
    const calls = route53Calls(login, options);
    const { pageSize } = options;
    return {
        zones: () => (0,route53_lists/* listZones */.c)(calls.read),
        async nameServers(zone) {
            const asked = { action: "route53:GetHostedZone", operation: `read zone ${zone}` };
            const { DelegationSet } = await calls.read(asked, ({ sdk, client }) => client.send(new sdk.GetHostedZoneCommand({ Id: zone })));
            return (DelegationSet?.NameServers ?? []).map(dns_name/* dnsName */.Tu);
        },
        all: async (zone) => (await (0,route53_lists/* listRecords */.V)(calls.read, { zone, pageSize })).map(fromRoute53),
        async named(zone, name) {
            return (await (0,route53_lists/* listRecords */.V)(calls.read, { zone, name: writtenName(name), pageSize })).map(fromRoute53);
        },
        change: (batch) => sendBatch(calls, batch),
        async status(change) {
            const asked = { action: "route53:GetChange", operation: `ask how far change ${change} is` };
            const { ChangeInfo } = await calls.read(asked, ({ sdk, client }) => client.send(new sdk.GetChangeCommand({ Id: change })));
            return ChangeInfo?.Status === "INSYNC" ? "INSYNC" : "PENDING";
        },
        async testAnswer(zone, { name, type }) {
            const asked = { action: "route53:TestDNSAnswer", operation: `ask what zone ${zone} answers for ${type} ${name}` };
            const { ResponseCode = "", RecordData = [] } = await calls.read(asked, ({ sdk, client }) => client.send(new sdk.TestDNSAnswerCommand({
                HostedZoneId: zone,
                RecordName: writtenName(name),
                RecordType: type,
            })));
            return { rcode: ResponseCode, values: RecordData };
        },
    };
}

// EXTERNAL MODULE: external "node:dns"
var external_node_dns_ = __webpack_require__(40610);
// EXTERNAL MODULE: ./build/duration/duration.js
var duration = __webpack_require__(79805);
;// CONCATENATED MODULE: ./build/probe/failures.js

/** `k8s-orders.us-west-2.elb.amazonaws.com:443` */
function placeText({ address, port }) {
    return `${address.includes(":") ? `[${address}]` : address}:${port}`;
}
function timedOut(request, phase) {
    const within = `within ${(0,duration/* formatDuration */.a)(request.timeoutMs)}`;
    const what = {
        connect: `takes no connection ${within}`,
        handshake: `does not end the TLS handshake ${within}`,
        answer: `does not answer ${within}`,
        body: `begins to answer, and does not end ${within}`,
    };
    return { kind: "timed-out", problem: `${placeText(request)} ${what[phase]}` };
}
const STOPPED = { kind: "stopped", problem: "it was stopped" };
/**
 * A failed connection in words, by what Node says of it.
 * https://nodejs.org/api/errors.html#common-system-errors
 */
function connectionFailure(request, phase, { code = "", message }) {
    const at = placeText(request);
    if (code === "ECONNREFUSED")
        return { kind: "refused", problem: `${at} refuses the connection` };
    if (code === "ENOTFOUND" || code === "EAI_AGAIN" || code === "ENODATA") {
        const unsure = code === "EAI_AGAIN" ? ": DNS does not answer" : "";
        return { kind: "name-not-found", problem: `DNS gives no address for ${request.address}${unsure}` };
    }
    if (code === "ETIMEDOUT")
        return timedOut(request, phase);
    if (code === "EHOSTUNREACH" || code === "ENETUNREACH" || code === "EADDRNOTAVAIL") {
        return { kind: "unreachable", problem: `there is no way to ${at} from here (${code})` };
    }
    if (code === "ECONNRESET" || code === "EPIPE")
        return { kind: "reset", problem: `${at} ${broken(phase)}` };
    if (code.startsWith("HPE_"))
        return { kind: "not-http", problem: `${at} does not speak HTTP there: ${message}` };
    if (phase === "handshake" || code.startsWith("ERR_SSL_"))
        return handshakeFailure(at, request.host, { code, message });
    return { kind: "other", problem: `${at}: ${message}` };
}
function broken(phase) {
    if (phase === "body")
        return "breaks off in the middle of its answer";
    return `ends the connection ${phase === "answer" ? "before it answers" : "in the TLS handshake"}`;
}
function handshakeFailure(at, host, said) {
    // What OpenSSL makes of an answer that is no TLS.
    if (/WRONG_VERSION_NUMBER|PACKET_LENGTH_TOO_LONG|HTTP_REQUEST/.test(said.code)) {
        return { kind: "tls", problem: `${at} does not speak TLS there` };
    }
    // `40EC…:error:0A000438:SSL routines:ssl3_read_bytes:tlsv1 alert internal error:…`
    const reason = /:SSL routines:[^:]*:([^:]+)/.exec(said.message)?.[1] ?? said.message;
    return { kind: "tls", problem: `${at} refuses the TLS handshake for ${host}: ${reason}` };
}

// EXTERNAL MODULE: external "node:dgram"
var external_node_dgram_ = __webpack_require__(41314);
// EXTERNAL MODULE: external "node:events"
var external_node_events_ = __webpack_require__(78474);
// EXTERNAL MODULE: external "node:net"
var external_node_net_ = __webpack_require__(77030);
// EXTERNAL MODULE: ./node_modules/dns-packet/index.js
var dns_packet = __webpack_require__(14894);
;// CONCATENATED MODULE: ./build/adapters/dns/message.js



/**
 * Fails where it is no name that DNS can hold.
 * @param recursive whether the server shall ask others for what it does not know itself
 */
function newQuery(question, recursive) {
    // Whoever cannot see the question must not be able to guess it: https://www.rfc-editor.org/rfc/rfc5452#section-9.2
    const id = (0,external_node_crypto_.randomInt)(0x1_0000);
    const { type } = question;
    const name = (0,dns_name/* dnsName */.Tu)(question.name);
    // https://www.rfc-editor.org/rfc/rfc1035#section-2.3.4
    if (name.length > 253 || name.split(".").some((label) => label === "" || label.length > 63)) {
        throw new Error("DNS has no such names");
    }
    const query = {
        type: "query",
        id,
        flags: recursive ? dns_packet.RECURSION_DESIRED : 0,
        questions: [{ name, type, class: "IN" }],
    };
    return { id, question, bytes: dns_packet.encode(query), stream: dns_packet.streamEncode(query) };
}
/** The message when it answers that question; undefined for any other, and for what cannot be read. */
function answerTo({ id, question }, bytes) {
    let message;
    try {
        message = dns_packet.decode(bytes);
    }
    catch {
        return undefined;
    }
    const [asked, more] = message.questions ?? [];
    const isOurs = asked !== undefined &&
        more === undefined &&
        asked.type === question.type &&
        (0,dns_name/* dnsName */.Tu)(asked.name) === (0,dns_name/* dnsName */.Tu)(question.name);
    return message.flag_qr && message.id === id && isOurs ? message : undefined;
}
function dnsAnswer(message) {
    const { rcode = "NOERROR" } = message;
    return {
        rcode,
        isAuthoritative: message.flag_aa,
        records: (message.answers ?? []).map(record),
    };
}
function record(answer) {
    const { ttl = 0 } = answer;
    return { name: (0,dns_name/* dnsName */.Tu)(answer.name), type: answer.type, ttl, value: shownValue(answer) };
}
function shownValue(answer) {
    switch (answer.type) {
        case "CNAME":
        case "DNAME":
        case "NS":
        case "PTR":
            return (0,dns_name/* dnsName */.Tu)(answer.data);
        case "SOA": {
            const { mname, rname, serial, refresh, retry, expire, minimum } = answer.data;
            return [(0,dns_name/* dnsName */.Tu)(mname), (0,dns_name/* dnsName */.Tu)(rname), serial, refresh, retry, expire, minimum].join(" ");
        }
        case "TXT":
            return [answer.data].flat().map(String).join("");
        default: {
            const { data } = answer;
            return typeof data === "string" ? data : JSON.stringify(data);
        }
    }
}

;// CONCATENATED MODULE: ./build/adapters/dns/exchange.js




/** Nothing came back, or nothing leads there. */
class Unanswered extends Error {
}
/**
 * Asks over UDP.
 * @param signal ends it; it rejects with the signal's reason then
 */
async function askByUdp(server, query, signal) {
    // One of its own for each try: so the port it comes from is as hard to guess as the id.
    const socket = (0,external_node_dgram_.createSocket)((0,external_node_net_.isIPv6)(server.address) ? "udp6" : "udp4");
    try {
        return await new Promise((resolve, reject) => {
            const fail = (error) => reject(new Unanswered(error.message, { cause: error }));
            signal.throwIfAborted();
            signal.addEventListener("abort", () => reject(signal.reason), { once: true });
            socket.on("error", fail);
            socket.on("message", (bytes) => {
                const answer = answerTo(query, bytes);
                // Anything else is not from who was asked, or comes late: the answer may follow.
                if (answer)
                    resolve(answer);
            });
            // Connected it gets only what that server sends, and learns that nothing listens there.
            socket.once("connect", () => {
                socket.send(query.bytes, (error) => {
                    if (error)
                        fail(error);
                });
            });
            socket.connect(server.port, server.address);
        });
    }
    finally {
        socket.close();
    }
}
/** Asks over TCP: https://www.rfc-editor.org/rfc/rfc7766. `signal` as above. */
async function askByTcp(server, query, signal) {
    const socket = (0,external_node_net_.connect)({ host: server.address, port: server.port });
    // What fails is told by who waits.
    socket.on("error", () => undefined);
    signal.addEventListener("abort", () => socket.destroy(), { once: true });
    try {
        await (0,external_node_events_.once)(socket, "connect", { signal });
        socket.write(query.stream);
        let bytes = Buffer.alloc(0);
        for await (const chunk of socket.iterator({ destroyOnReturn: false })) {
            bytes = Buffer.concat([bytes, chunk]);
            const length = bytes.length < 2 ? undefined : bytes.readUInt16BE(0);
            if (length === undefined || bytes.length < length + 2)
                continue;
            const answer = answerTo(query, bytes.subarray(2, length + 2));
            if (answer)
                return answer;
            throw new Unanswered("what came back answers another question");
        }
        throw new Unanswered("the connection was closed before the answer");
    }
    catch (error) {
        signal.throwIfAborted();
        if (error instanceof Unanswered)
            throw error;
        throw new Unanswered(error.message || error.code, { cause: error });
    }
    finally {
        socket.destroy();
    }
}

;// CONCATENATED MODULE: ./build/adapters/dns/name-servers.js




const name_servers_STOPPED = { kind: "other", problem: "it was stopped" };
/** Questions from this machine, over UDP, and over TCP where the answer is too long for it. */
function nameServers({ resolver, timeoutMs = 2000, retries = 2 } = {}) {
    async function ask(asked, stop) {
        let failure = name_servers_STOPPED;
        for (let tries = 0; tries <= retries; tries++) {
            if (stop?.aborted)
                return name_servers_STOPPED;
            const found = await askOnce(asked, { timeoutMs, stop });
            if (!("kind" in found))
                return found;
            // Nothing that comes back later says more than what came back once.
            if (failure.kind !== "other" || failure === name_servers_STOPPED)
                failure = found;
        }
        return stop?.aborted ? name_servers_STOPPED : failure;
    }
    return {
        ask: (server, question, stop) => ask({ server, question, recursive: false }, stop),
        async resolve(question, stop) {
            let failure = { kind: "other", problem: "the machine has no resolver: name one" };
            for (const server of resolver === undefined ? external_node_dns_.getServers().map(serverOf) : [resolver]) {
                const found = await ask({ server, question, recursive: true }, stop);
                if (!("kind" in found) || stop?.aborted)
                    return found;
                failure = found;
            }
            return failure;
        },
    };
}
async function askOnce({ server, question, recursive }, limits) {
    const who = placeText(server);
    let byUdp = false;
    try {
        const query = newQuery(question, recursive);
        const short = await name_servers_limited(limits, (signal) => askByUdp(server, query, signal));
        byUdp = true;
        if (!short.flag_tc)
            return dnsAnswer(short);
        return dnsAnswer(await name_servers_limited(limits, (signal) => askByTcp(server, query, signal)));
    }
    catch (error) {
        if (limits.stop?.aborted)
            return name_servers_STOPPED;
        const { message } = error;
        if (byUdp)
            return { kind: "other", problem: `${who} has more to say than fits UDP, and over TCP: ${message}` };
        if (error instanceof Unanswered)
            return { kind: "blocked", problem: `${who} gives no answer: ${message}` };
        return { kind: "other", problem: `${who} cannot be asked for ${question.type} ${question.name}: ${message}` };
    }
}
async function name_servers_limited({ timeoutMs, stop }, work) {
    const limit = AbortSignal.timeout(timeoutMs);
    try {
        return await work(stop === undefined ? limit : AbortSignal.any([limit, stop]));
    }
    catch (error) {
        if (limit.aborted)
            throw new Unanswered(`nothing came back within ${timeoutMs / 1000} s`);
        throw error;
    }
}
/** `9.9.9.9`, `2620:fe::fe`, and with a port `9.9.9.9:5353` or `[2620:fe::fe]:5353`: https://nodejs.org/api/dns.html#dnsgetservers */
function serverOf(text) {
    const [, bracketed, plain, port] = /^(?:\[(.+)\]|([^:]+)):(\d+)$/.exec(text) ?? [];
    const address = bracketed ?? plain;
    return address === undefined ? { address: text, port: 53 } : { address, port: Number(port) };
}

// EXTERNAL MODULE: external "node:http"
var external_node_http_ = __webpack_require__(37067);
// EXTERNAL MODULE: external "node:https"
var external_node_https_ = __webpack_require__(44708);
;// CONCATENATED MODULE: ./build/adapters/error-rate-url.js




const LONGEST_ANSWER = 64 * 1024;
const EXPECTED = 'a number from 0 to 1, as text or as JSON {"errorRate": 0.01, "requests": 120}';
/**
 * The error rate that a URL answers with; undefined for no requests, or none that are known (`null`, or no content). Redirects are not
 * followed, HTTPS_PROXY, HTTP_PROXY and NO_PROXY are honoured.
 */
async function errorRateAt(address, timeoutMs) {
    const signal = AbortSignal.timeout(timeoutMs);
    const shown = withoutSecrets(address);
    const failed = (reason, cause) => new errors/* OutsideError */.Cp({
        system: "Error rate",
        operation: `GET ${shown}`,
        reason,
        next: `check the URL in the migration file: it has to answer with ${EXPECTED}`,
        cause,
    });
    try {
        const response = await get(address, signal);
        const { statusCode: status = 0 } = response;
        if (status === 204)
            return undefined;
        if (status !== 200) {
            response.destroy();
            throw failed(status >= 300 && status < 400 ? `it redirects (${status}), which is not followed` : `it answers ${status}`);
        }
        const read = errorRateIn(await textOf(response));
        if (read === "unknown form")
            throw failed("the answer is something else");
        return read;
    }
    catch (error) {
        if (error instanceof errors/* OutsideError */.Cp)
            throw error;
        // The error itself may hold the whole URL.
        throw failed(signal.aborted ? `no answer within ${timeoutMs / 1000} s` : reasonOf(error));
    }
}
async function get(address, signal) {
    const url = new URL(address);
    const isTls = url.protocol === "https:";
    const agent = { proxyEnv: process.env };
    const request = isTls ? external_node_https_.request : external_node_http_.request;
    const sent = request(url, {
        signal,
        agent: isTls ? new external_node_https_.Agent(agent) : new external_node_http_.Agent(agent),
        headers: { accept: "application/json, text/plain", "user-agent": "k8s-migrate" },
    });
    sent.on("error", () => undefined).end();
    const [response] = (await (0,external_node_events_.once)(sent, "response", { signal }));
    return response;
}
async function textOf(response) {
    const chunks = [];
    let size = 0;
    for await (const chunk of response) {
        chunks.push(chunk);
        size += chunk.length;
        if (size > LONGEST_ANSWER)
            break;
    }
    return Buffer.concat(chunks).toString("utf8").trim();
}
function errorRateIn(text) {
    let value;
    try {
        value = JSON.parse(text);
    }
    catch {
        return "unknown form";
    }
    const { errorRate: rate, requests } = (typeof value === "object" && value !== null ? value : { errorRate: value });
    if (rate === null || requests === 0)
        return undefined;
    if (typeof rate !== "number" || !(rate >= 0 && rate <= 1))
        return "unknown form";
    if (requests !== undefined && requests !== null && typeof requests !== "number")
        return "unknown form";
    return { rate, requests: requests ?? undefined };
}
/** Without user, password, query and fragment, where keys and tokens are. */
function withoutSecrets(address) {
    if (!URL.canParse(address))
        return "a URL that cannot be read";
    const { protocol, host, pathname } = new URL(address);
    return `${protocol}//${host}${pathname}`;
}
function reasonOf(error) {
    const { code } = error;
    if (code === "ERR_INVALID_URL" || code === "ERR_INVALID_PROTOCOL")
        return "it is not a URL of http or https";
    return (0,errors/* describeError */.Uc)(error).split("\n")[0] ?? "";
}

;// CONCATENATED MODULE: ./build/adapters/error-rates.js

/** Error rates from CloudWatch, or from whatever the user has at a URL. */
function errorRates({ login, timeoutMs = 10_000 }) {
    const byRegion = new Map();
    async function open(region) {
        const { balancerErrorRate, cloudWatchCalls } = await __webpack_require__.e(/* import() */ 8323).then(__webpack_require__.bind(__webpack_require__, 8323));
        const call = cloudWatchCalls(login(region));
        return (loadBalancer, between) => balancerErrorRate(call, loadBalancer, between);
    }
    return {
        async read(source, between) {
            if (source.kind === "url")
                return errorRateAt(source.url, timeoutMs);
            const { region, loadBalancer } = source;
            const reading = byRegion.get(region) ?? open(region);
            byRegion.set(region, reading);
            return (await reading)(loadBalancer, between);
        },
    };
}

;// CONCATENATED MODULE: ./build/probe/answer.js
/** How much of a body is read. */
const BODY_LIMIT = 64 * 1024;

// EXTERNAL MODULE: external "node:tls"
var external_node_tls_ = __webpack_require__(41692);
;// CONCATENATED MODULE: ./build/probe/certificate-failure.js

const SHOWN_NAMES = 5;
/** What is wrong with a certificate, all of it; `undefined` where nothing is. */
function certificateFailure(request, certificate) {
    const { names, isForHost, chainProblem } = certificate;
    const shown = [...names.slice(0, SHOWN_NAMES), ...(names.length > SHOWN_NAMES ? ["…"] : [])].join(", ");
    const problems = [
        ...(isForHost ? [] : [`is not for ${request.host}: it is for ${shown || "no host"}`]),
        ...(chainProblem === undefined ? [] : [chainText(chainProblem, certificate)]),
    ];
    if (problems.length === 0)
        return undefined;
    return { kind: "certificate", problem: `the certificate of ${placeText(request)} ${problems.join("; it ")}` };
}
function chainText(code, { issuer, validFrom, validTo }) {
    if (code === "CERT_HAS_EXPIRED")
        return `expired at ${validTo}`;
    if (code === "CERT_NOT_YET_VALID")
        return `is valid from ${validFrom} only`;
    if (code === "CERT_REVOKED")
        return "was revoked";
    if (/SELF_SIGNED|ISSUER|UNTRUSTED|VERIFY_LEAF/.test(code)) {
        const by = issuer === "" ? "nobody whom it names" : issuer;
        return `is issued by ${by}, who is not trusted here. Where that is an authority of your own, give its certificate in NODE_EXTRA_CA_CERTS`;
    }
    return `is not trusted: ${code}`;
}

// EXTERNAL MODULE: ./build/adapters/proxy.js
var proxy = __webpack_require__(32101);
;// CONCATENATED MODULE: ./build/adapters/http-probe/connection.js








/** A failure that is known in words already. */
class KnownFailure extends Error {
    failure;
    constructor(failure) {
        super(failure.problem);
        this.failure = failure;
    }
}
/**
 * The proxy by which the address is reached; `undefined` for a direct connection. NO_PROXY may list the address, the name that has
 * it, or the host: who reaches the host without a proxy today does so after the switch too.
 */
function proxyOf({ scheme, address, addressOf = address, port, host }) {
    const proxies = [address, addressOf, host].map((place) => (0,proxy/* proxyFor */.i)(`${scheme}://${placeText({ address: place, port })}`));
    return proxies.includes(undefined) ? undefined : proxies[0];
}
/** Connects, without a word to the server yet. The caller ends the socket. */
async function openConnection(request, signal) {
    const proxy = proxyOf(request);
    if (proxy !== undefined)
        return openTunnel(request, new URL(proxy), signal);
    const socket = (0,external_node_net_.connect)({ host: request.address, port: request.port });
    return ready(socket, "connect", signal);
}
/**
 * A tunnel for plain HTTP too: a proxy that is asked in the usual way goes where the Host header says, which is the old side.
 * https://www.rfc-editor.org/rfc/rfc9110#name-connect
 */
async function openTunnel(request, proxy, signal) {
    const at = placeText(request);
    const login = `${decodeURIComponent(proxy.username)}:${decodeURIComponent(proxy.password)}`;
    const connecting = (proxy.protocol === "https:" ? external_node_https_.request : external_node_http_.request)({
        host: proxy.hostname.replace(/^\[|\]$/g, ""),
        method: "CONNECT",
        path: at,
        agent: false,
        signal,
        ...(proxy.port === "" ? {} : { port: proxy.port }),
        headers: {
            host: at,
            ...(login === ":" ? {} : { "proxy-authorization": `Basic ${Buffer.from(login).toString("base64")}` }),
        },
    });
    const through = `the proxy ${proxy.host}, by which ${at} is reached,`;
    connecting.on("error", () => undefined).end();
    try {
        const [answer, socket, head] = (await (0,external_node_events_.once)(connecting, "connect", { signal }));
        socket.on("error", () => undefined);
        if (answer.statusCode !== 200) {
            socket.destroy();
            const next = `let it through, or list ${request.address} in NO_PROXY where the runner reaches it without`;
            throw new KnownFailure({ kind: "proxy", problem: `${through} answers ${answer.statusCode}: ${next}` });
        }
        if (head.length > 0)
            socket.unshift(head);
        return socket;
    }
    catch (error) {
        connecting.destroy();
        if (error instanceof KnownFailure || signal.aborted)
            throw error;
        const { code, message } = error;
        throw new KnownFailure({ kind: "proxy", problem: `${through} cannot be used: ${message || code}` });
    }
}
/** Speaks TLS on it, and lets nothing through to a server whose certificate is wrong. */
async function connection_secure(socket, request, { ca, signal }) {
    const { host } = request;
    const secured = (0,external_node_tls_.connect)({
        socket,
        ...((0,external_node_net_.isIP)(host) ? {} : { servername: host }),
        ...(ca === undefined ? {} : { ca }),
        ALPNProtocols: ["http/1.1"],
        // Else Node ends the connection before anybody can see what the certificate is. It is checked below, and nothing is sent before.
        rejectUnauthorized: false,
        checkServerIdentity: () => undefined,
    });
    await ready(secured, "secureConnect", signal);
    const failure = certificateFailure(request, certificateFacts(secured, host));
    if (failure === undefined)
        return secured;
    secured.destroy();
    throw new KnownFailure(failure);
}
function certificateFacts(secured, host) {
    const certificate = secured.getPeerCertificate();
    const { subjectaltname = "", issuer, valid_from: from, valid_to: to } = certificate;
    return {
        names: subjectaltname.split(", ").flatMap((name) => /^(?:DNS|IP Address):(.+)$/.exec(name)?.[1] ?? []),
        issuer: connection_text(issuer?.CN) || connection_text(issuer?.O),
        validFrom: time(from),
        validTo: time(to),
        // A text, whatever its type says: https://nodejs.org/api/tls.html#tlssocketauthorizationerror
        chainProblem: secured.authorized ? undefined : String(secured.authorizationError),
        isForHost: (0,external_node_tls_.checkServerIdentity)(host, certificate) === undefined,
    };
}
function connection_text(name) {
    return Array.isArray(name) ? name.join(" ") : (name ?? "");
}
/** As a certificate has it, `Nov 25 12:00:00 2026 GMT`, as RFC 3339. */
function time(given) {
    const date = new Date(given);
    return Number.isNaN(date.getTime()) ? given : date.toISOString().replace(".000", "");
}
async function ready(socket, event, signal) {
    // What fails later is told by who reads.
    socket.on("error", () => undefined);
    try {
        await (0,external_node_events_.once)(socket, event, { signal });
        return socket;
    }
    catch (error) {
        socket.destroy();
        throw error;
    }
}

;// CONCATENATED MODULE: ./build/adapters/http-probe.js





/**
 * Probes from this machine, by HTTP/1.1. Goes through HTTPS_PROXY or HTTP_PROXY where these are set and NO_PROXY lists neither the
 * address nor the host: then nothing else leads out of the runner.
 *
 * @param options.ca authorities in PEM that are trusted in place of Node's own and NODE_EXTRA_CA_CERTS
 */
function httpProbes({ ca } = {}) {
    return {
        async ask(request, stop) {
            const limit = AbortSignal.timeout(request.timeoutMs);
            const signal = stop === undefined ? limit : AbortSignal.any([limit, stop]);
            const progress = { phase: "connect", sockets: [] };
            try {
                signal.throwIfAborted();
                let socket = await openConnection(request, signal);
                progress.sockets.push(socket);
                if (request.scheme === "https") {
                    progress.phase = "handshake";
                    socket = await connection_secure(socket, request, { ca, signal });
                    progress.sockets.push(socket);
                }
                progress.phase = "answer";
                const response = await answerOn(socket, request, signal);
                progress.phase = "body";
                return await read(response, request.headers);
            }
            catch (error) {
                if (stop?.aborted)
                    return STOPPED;
                return limit.aborted ? timedOut(request, progress.phase) : failureOf(request, progress.phase, error);
            }
            finally {
                for (const socket of progress.sockets.toReversed())
                    socket.destroy();
            }
        },
    };
}
async function answerOn(socket, request, signal) {
    const { scheme, host, port, path } = request;
    // Ended between two of our turns: nobody would hear of it any more.
    if (socket.destroyed)
        throw Object.assign(new Error("the connection is closed"), { code: "ECONNRESET" });
    // What is written in the file may have other letters than a request may.
    const { pathname, search } = new URL(`http://host${path}`);
    const usual = port === (scheme === "https" ? 443 : 80);
    const sent = (0,external_node_http_.request)({
        // Instead of an agent, which would open a connection to the host itself.
        createConnection: () => socket,
        path: pathname + search,
        signal,
        headers: {
            host: usual ? host : placeText({ address: host, port }),
            "user-agent": "k8s-migrate",
            accept: "*/*",
            // A packed body could not be searched.
            "accept-encoding": "identity",
        },
    });
    sent.on("error", () => undefined).end();
    const [response] = (await (0,external_node_events_.once)(sent, "response", { signal }));
    return response;
}
async function read(response, names) {
    const chunks = [];
    let size = 0;
    for await (const chunk of response) {
        chunks.push(chunk);
        size += chunk.length;
        if (size > BODY_LIMIT)
            break;
    }
    const wanted = names.map((name) => name.toLowerCase());
    const headers = Object.entries(response.headers).flatMap(([name, value]) => value === undefined || !wanted.includes(name) ? [] : [[name, [value].flat().join(", ")]]);
    return {
        status: response.statusCode ?? 0,
        headers: Object.fromEntries(headers),
        body: Buffer.concat(chunks).subarray(0, BODY_LIMIT).toString("utf8"),
        bodyIsCut: size > BODY_LIMIT,
    };
}
function failureOf(request, phase, error) {
    if (error instanceof KnownFailure)
        return error.failure;
    // A name with several addresses, none of which took the connection.
    const first = error instanceof AggregateError ? (error.errors[0] ?? error) : error;
    const { code, message } = first;
    return connectionFailure(request, phase, { code, message });
}

;// CONCATENATED MODULE: ./build/probe/curl-command.js

/**
 * A request as the words of a command, for curl 7.83 and later (January 2022): each word goes to curl as it is, no shell reads them.
 * It writes the body as it is, then what `readCurlOutput` reads. https://curl.se/docs/manpage.html
 */
function curlCommand(request, { mark, authorities }) {
    const { scheme, address, port, host, path, timeoutMs } = request;
    // What is written in the file may have other letters than a request may.
    const { pathname, search } = new URL(`http://host${path}`);
    const options = [
        ["--noproxy", "*"],
        ["--max-time", (timeoutMs / 1000).toFixed(3)],
        ["--user-agent", "k8s-migrate"],
        // A packed body could not be searched.
        ["--header", "accept-encoding: identity"],
        ...(authorities === undefined ? [] : [["--cacert", authorities]]),
        // Whatever host the URL has: to that address. So TLS and the Host header have the name.
        ["--connect-to", `::${placeText({ address, port })}`],
        ["--write-out", writeOut(mark)],
        ["--url", `${scheme}://${placeText({ address: host, port })}${pathname}${search}`],
    ];
    return ["curl", "--disable", "--silent", "--globoff", "--path-as-is", "--http1.1", ...options.flat()];
}
function writeOut(mark) {
    return [
        "",
        `${mark} result %{exitcode} %{http_code} %{size_download} %{time_connect} %{time_appconnect} %{errormsg}`,
        `${mark} headers %{header_json}`,
        `${mark} end`,
        "",
    ].join("\\n");
}

;// CONCATENATED MODULE: ./build/probe/curl-output.js


/** The log of a container is cut at 10 MiB, its beginning first: https://kubernetes.io/docs/concepts/cluster-administration/logging/#log-rotation */
const LOG_HOLDS = 8 * 1024 * 1024;
/**
 * What curl wrote by `curlCommand`: an answer, or why there is none; `undefined` where the text has not all of it.
 * @param options.mark the one that the command had
 * @param options.hasIpv6 whether curl ran where there is IPv6 at all: it does not tell that apart itself
 */
function readCurlOutput(text, request, { mark, hasIpv6 }) {
    const begin = text.lastIndexOf(`\n${mark} result `);
    if (begin < 0)
        return undefined;
    const told = new RegExp(String.raw `^\n${mark} result (\d+) (\d{3}) (\d+) ([\d.]+) ([\d.]+) ([^\n]*)\n${mark} headers (\{.*\})\s*\n${mark} end\n$`, "s").exec(text.slice(begin));
    if (told === null)
        return undefined;
    const [, code = "", status = "", size = "", connected, secured, message = "", headers = ""] = told;
    const exitCode = Number(code);
    if (exitCode === 0) {
        const body = text.slice(0, begin);
        return answerOf(request, { status: Number(status), size: Number(size), body, headers });
    }
    if (exitCode === COULD_NOT_CONNECT && request.address.includes(":") && !hasIpv6) {
        return connectionFailure(request, "connect", { code: "ENETUNREACH", message });
    }
    const phase = phaseOf(request, {
        connected: Number(connected) > 0,
        secured: Number(secured) > 0,
        begun: Number(status) > 0,
    });
    return curl_output_failureOf(request, phase, { exitCode, message });
}
function answerOf(request, { status, size, body, headers }) {
    if (size > LOG_HOLDS) {
        return { kind: "other", problem: `${placeText(request)} answers with ${size} bytes, more than a pod's log holds` };
    }
    const parsed = parsedHeaders(headers);
    if (parsed === undefined)
        return { kind: "other", problem: `curl cannot tell the headers of ${placeText(request)}` };
    const wanted = request.headers.map((name) => name.toLowerCase());
    const chosen = Object.entries(parsed).filter(([name]) => wanted.includes(name));
    return {
        status,
        headers: Object.fromEntries(chosen.map(([name, values]) => [name, values.join(", ")])),
        body: Buffer.from(body).subarray(0, BODY_LIMIT).toString("utf8"),
        bodyIsCut: size > BODY_LIMIT,
    };
}
function parsedHeaders(text) {
    try {
        return JSON.parse(text);
    }
    catch {
        return undefined;
    }
}
/** curl gives 0 for the time, and for the status, of what it did not come to. */
function phaseOf({ scheme }, { connected, secured, begun }) {
    if (!connected)
        return "connect";
    if (scheme === "https" && !secured)
        return "handshake";
    return begun ? "body" : "answer";
}
const COULD_NOT_CONNECT = 7;
/** https://curl.se/libcurl/c/libcurl-errors.html */
function curl_output_failureOf(request, phase, { exitCode, message }) {
    const failed = (code, at = phase) => connectionFailure(request, at, { code, message });
    switch (exitCode) {
        case 6:
            return failed("ENOTFOUND");
        case COULD_NOT_CONNECT:
            return failed(/no route|unreachable|assign requested/i.test(message) ? "EHOSTUNREACH" : "ECONNREFUSED");
        case 28:
            return timedOut(request, phase);
        case 1:
        case 8:
            return failed("HPE_");
        case 18:
            return failed("ECONNRESET", "body");
        case 52:
            return failed("ECONNRESET", "answer");
        case 55:
        case 56:
            return failed("ECONNRESET", phase === "connect" ? "answer" : phase);
        case 35:
            return curl_output_handshakeFailure(request, message);
        case 51:
        case 60:
            return {
                kind: "certificate",
                problem: `the certificate of ${placeText(request)} ${certificateText(request, message)}`,
            };
        default:
            return {
                kind: "other",
                problem: `${placeText(request)}: ${message === "" ? `curl ends with ${exitCode}` : message}`,
            };
    }
}
function curl_output_handshakeFailure(request, message) {
    const known = [
        [/wrong version number|packet length too long|http request/i, "ERR_SSL_WRONG_VERSION_NUMBER"],
        [/reset by peer|SSL_ERROR_SYSCALL|unexpected eof/i, "ECONNRESET"],
    ];
    const code = known.find(([pattern]) => pattern.test(message))?.[1] ?? "";
    // `OpenSSL/3.0.19: error:0A000410:SSL routines::sslv3 alert handshake failure`: only its end says something.
    const reason = /:SSL routines:[^:]*:(.+)/.exec(message)?.[1] ?? message;
    return connectionFailure(request, "handshake", { code, message: reason });
}
function certificateText({ host }, message) {
    if (/subject name/i.test(message))
        return `is not for ${host}`;
    if (/expired/i.test(message))
        return "expired";
    if (/not yet valid/i.test(message))
        return "is not valid yet";
    const reason = message.replace(/^SSL certificate problem: /, "");
    return `is not trusted in the cluster (${reason}). Where it is of an authority of your own, give that one's certificate in NODE_EXTRA_CA_CERTS`;
}

// EXTERNAL MODULE: external "node:fs"
var external_node_fs_ = __webpack_require__(73024);
;// CONCATENATED MODULE: ./build/adapters/kubernetes/pod-probe-authorities.js

/** They go with the pod, in an annotation: https://kubernetes.io/docs/concepts/overview/working-with-objects/annotations/ */
const LIMIT_BYTES = 200 * 1024;
/**
 * The certificates in the file of NODE_EXTRA_CA_CERTS, in PEM, and nothing else of it; none where there is no such file, as Node has
 * it, or where they are too many for a pod. https://nodejs.org/api/cli.html#node_extra_ca_certsfile
 */
function extraAuthorities(file = process.env.NODE_EXTRA_CA_CERTS ?? "") {
    const found = pod_probe_authorities_textOf(file).match(/-----BEGIN CERTIFICATE-----[^-]+-----END CERTIFICATE-----/g) ?? [];
    return found.join("\n").length > LIMIT_BYTES ? [] : found;
}
function pod_probe_authorities_textOf(file) {
    if (file === "")
        return "";
    try {
        return (0,external_node_fs_.readFileSync)(file, "utf8");
    }
    catch {
        return "";
    }
}

;// CONCATENATED MODULE: ./build/adapters/kubernetes/pod-probe-manifest.js
const PROBE_CONTAINER = "curl";
const AUTHORITIES = "k8s-migrate.dev/authorities";
const FOLDER = "/etc/k8s-migrate";
/** Where the pod has the authorities, in PEM. */
const AUTHORITIES_FILE = `${FOLDER}/authorities.pem`;
/** What finds an owner's pods. */
function probePodLabels({ environment, service }) {
    return {
        "app.kubernetes.io/managed-by": "k8s-migrate",
        "app.kubernetes.io/component": "probe",
        "k8s-migrate.dev/environment": labelValue(environment),
        "k8s-migrate.dev/service": labelValue(service),
    };
}
/** https://kubernetes.io/docs/concepts/overview/working-with-objects/labels/#syntax-and-character-set */
function labelValue(text) {
    return text
        .replaceAll(/[^A-Za-z0-9._-]/g, "-")
        .slice(0, 63)
        .replaceAll(/^[._-]+|[._-]+$/g, "");
}
/**
 * A pod that runs one command and ends. It keeps to the strictest of the profiles that a namespace may hold its pods to:
 * https://kubernetes.io/docs/concepts/security/pod-security-standards/#restricted
 */
function probePod({ namespace, name, owner, image, command, authorities, deadlineSeconds }) {
    const volume = { name: "authorities", readOnly: true, mountPath: FOLDER };
    return {
        apiVersion: "v1",
        kind: "Pod",
        metadata: {
            namespace,
            name,
            labels: {
                ...probePodLabels(owner),
                // A proxy beside it would ask in its place, and never end: https://istio.io/latest/docs/setup/additional-setup/sidecar-injection/
                "sidecar.istio.io/inject": "false",
            },
            annotations: {
                // https://linkerd.io/2/features/proxy-injection/
                "linkerd.io/inject": "disabled",
                ...(authorities.length > 0 ? { [AUTHORITIES]: authorities.join("\n") } : {}),
            },
        },
        spec: {
            restartPolicy: "Never",
            activeDeadlineSeconds: deadlineSeconds,
            terminationGracePeriodSeconds: 1,
            automountServiceAccountToken: false,
            enableServiceLinks: false,
            // An image may name its user, which a kubelet does not take for "not root": it wants the number.
            securityContext: { runAsNonRoot: true, runAsUser: 65532, seccompProfile: { type: "RuntimeDefault" } },
            containers: [
                {
                    name: PROBE_CONTAINER,
                    image,
                    command,
                    resources: { requests: { cpu: "10m", memory: "32Mi" }, limits: { cpu: "100m", memory: "64Mi" } },
                    securityContext: {
                        allowPrivilegeEscalation: false,
                        readOnlyRootFilesystem: true,
                        capabilities: { drop: ["ALL"] },
                    },
                    ...(authorities.length > 0 ? { volumeMounts: [volume] } : {}),
                },
            ],
            ...(authorities.length > 0 ? { volumes: [authoritiesVolume()] } : {}),
        },
    };
}
/** Certificates are no secrets, and an annotation goes with its pod: https://kubernetes.io/docs/concepts/workloads/pods/downward-api/ */
function authoritiesVolume() {
    const fieldRef = { fieldPath: `metadata.annotations['${AUTHORITIES}']` };
    return { name: "authorities", downwardAPI: { items: [{ path: "authorities.pem", fieldRef }] } };
}

// EXTERNAL MODULE: ./build/evidence/text.js
var evidence_text = __webpack_require__(22205);
;// CONCATENATED MODULE: ./build/probe/pod-trouble.js
const IMAGE_NEXT = "name in probe.image an image with curl that the cluster's nodes can pull";
/** https://github.com/kubernetes/kubernetes/blob/v1.36.3/pkg/kubelet/images/types.go */
const PULLING = new Set(["ErrImagePull", "ImagePullBackOff", "ErrImageNeverPull", "RegistryUnavailable"]);
const FINAL = new Set(["InvalidImageName", "CreateContainerConfigError", "CreateContainerError", "RunContainerError"]);
/** Why a pod has not begun to ask; `undefined` where nothing speaks against it. */
function podTrouble({ phase, reason, message, waiting }) {
    if (phase === "Failed")
        return { problem: said({ reason, message }), isFinal: true, next: undefined };
    if (waiting !== undefined && (PULLING.has(waiting.reason) || FINAL.has(waiting.reason))) {
        return { problem: said(waiting), isFinal: FINAL.has(waiting.reason), next: IMAGE_NEXT };
    }
    if (reason === "Unschedulable") {
        return {
            problem: said({ reason, message }),
            isFinal: false,
            next: "make room for it: it asks for 10m CPU and 32Mi",
        };
    }
    return undefined;
}
/** What to do when the cluster refuses to make the pod, by its words; `undefined` for other reasons. */
function refusedPodNext(reason, namespace) {
    if (/violates PodSecurity|admission webhook .* denied/.test(reason)) {
        return `let a pod that keeps to the profile "restricted" run in namespace ${namespace}, or leave probe.from out, so that the runner asks`;
    }
    if (/exceeded quota|failed quota/.test(reason)) {
        return `leave room in the quota of namespace ${namespace} for one more pod with 10m CPU and 32Mi`;
    }
    if (/cannot \w+ resource "pods/.test(reason)) {
        return `give the login in namespace ${namespace} create, get, list and delete on pods, and get on pods/log; or leave probe.from out, so that the runner asks`;
    }
    return undefined;
}
function said({ reason, message }) {
    return [reason, message].filter((each) => each !== "").join(": ") || "nobody says why";
}

;// CONCATENATED MODULE: ./build/adapters/kubernetes/pod-probe-run.js






const POLL_MS = 300;
/** A registry that fails once may not the next time. */
const PULL_TROUBLE_MS = 20_000;
const LOG_READS = 5;
const LOST_AFTER_MS = 30_000;
/** Makes the pod. Fails with `OutsideError` where the cluster does not let it. */
async function createPod({ core }, pod) {
    const { namespace, name } = idOf(pod);
    try {
        await core.createNamespacedPod({ namespace, body: pod });
    }
    catch (error) {
        throw podError(`create pod ${name}`, error, namespace);
    }
}
/** A failed call about such a pod. */
function podError(operation, error, namespace) {
    const told = (0,api_errors/* apiError */.pb)(`${operation} in namespace ${namespace}, for probe.from: cluster,`, error);
    const next = refusedPodNext(told.failure.reason, namespace);
    return next === undefined ? told : new errors/* OutsideError */.Cp({ ...told.failure, next });
}
/**
 * Waits until the pod's container has ended, and reads all that it wrote, once `isWhole` takes it for that.
 * @param options.startWithinMs how long it may take until it runs
 * @returns `undefined` when the signal has fired
 */
async function endOfPod(client, pod, options) {
    const { signal, startWithinMs } = options;
    for (const began = Date.now();; await (0,promises_.setTimeout)(POLL_MS, undefined, { signal }).catch(() => undefined)) {
        if (signal?.aborted)
            return undefined;
        const live = await readPod(client, pod);
        const state = live.status?.containerStatuses?.find(({ name }) => name === PROBE_CONTAINER)?.state;
        if (state?.terminated !== undefined) {
            const log = await wholeLog(client, pod, options.isWhole);
            const { exitCode, message = "" } = state.terminated;
            return { log, exitCode, message, hasIpv6: live.status?.podIPs?.some(({ ip }) => ip.includes(":")) ?? false };
        }
        const waited = Date.now() - began;
        // A node that is gone tells of no end.
        const isLost = waited > (pod.spec?.activeDeadlineSeconds ?? 0) * 1000 + LOST_AFTER_MS;
        if (state?.running !== undefined && live.status?.phase !== "Failed" && !isLost)
            continue;
        const trouble = podTrouble(factsOf(live));
        if (trouble?.isFinal || waited > startWithinMs || (trouble?.next !== undefined && waited > PULL_TROUBLE_MS)) {
            throw notStarted(idOf(pod), trouble ?? { problem: "it did not start, or did not end, in time", next: undefined });
        }
    }
}
function notStarted({ namespace, name }, { problem, next }) {
    return new errors/* OutsideError */.Cp({
        system: "Kubernetes",
        operation: `run pod ${name} in namespace ${namespace}, for probe.from: cluster,`,
        reason: (0,evidence_text/* oneLine */.TN)(problem),
        next: next ??
            `put right what keeps pods from starting in namespace ${namespace}, or leave probe.from out, so that the runner asks`,
    });
}
/** Why a container has ended without a result. */
function endText({ exitCode, message, log }) {
    const last = (0,evidence_text/* lastLines */.w$)(log).at(-1) ?? "";
    return `its container ended with exit code ${exitCode}${message || last ? `: ${message || last}` : ""}`;
}
function factsOf({ status }) {
    const unscheduled = status?.conditions?.find((each) => each.type === "PodScheduled" && each.status === "False");
    const { reason = unscheduled?.reason ?? "", message = unscheduled?.message ?? "" } = status ?? {};
    const waiting = status?.containerStatuses?.[0]?.state?.waiting;
    return {
        phase: status?.phase ?? "",
        reason,
        message,
        waiting: waiting && { reason: waiting.reason ?? "", message: waiting.message ?? "" },
    };
}
async function readPod({ core }, pod) {
    const id = idOf(pod);
    try {
        return await core.readNamespacedPod(id);
    }
    catch (error) {
        if ((0,api_errors/* apiStatus */.$T)(error) === 404)
            throw notStarted(idOf(pod), { problem: "somebody has deleted it", next: "run this again" });
        throw podError(`read pod ${id.name}`, error, id.namespace);
    }
}
/** A log may come a moment later than the container's end. */
async function wholeLog(client, pod, isWhole) {
    for (let read = 1;; read++) {
        const log = await readLog(client, pod, read === LOG_READS);
        if (log !== undefined && (isWhole(log) || read === LOG_READS))
            return log;
        await (0,promises_.setTimeout)(POLL_MS);
    }
}
/** `undefined` where it cannot be read, but the next time maybe. */
async function readLog({ core }, pod, isLast) {
    const { namespace, name } = idOf(pod);
    try {
        return await core.readNamespacedPodLog({ namespace, name, container: PROBE_CONTAINER });
    }
    catch (error) {
        if (isLast || (0,api_errors/* apiStatus */.$T)(error) === 403)
            throw podError(`read the log of pod ${name}`, error, namespace);
        return undefined;
    }
}
function idOf({ metadata }) {
    return { namespace: metadata?.namespace ?? "", name: metadata?.name ?? "" };
}

;// CONCATENATED MODULE: ./build/adapters/kubernetes/pod-probe.js









const START_WITHIN_MS = 180_000;
/**
 * Probes from inside the cluster, by HTTP/1.1: a pod for each request, which is gone afterwards. Needs `create`, `get`, `list` and
 * `delete` of pods in that namespace, and `get` of `pods/log`.
 */
function podProbes(client, options) {
    const { namespace, image, owner, authorities = extraAuthorities(), startWithinMs = START_WITHIN_MS } = options;
    let removed;
    /** Whether those of the image were not enough the last time. */
    let needed = false;
    return {
        async ask(request, signal) {
            if (signal?.aborted)
                return STOPPED;
            removed ??= removeLeft(client, { namespace, owner });
            await removed;
            if (!needed) {
                const answer = await askOnce(request, [], signal);
                if (authorities.length === 0 || !("problem" in answer) || answer.kind !== "certificate")
                    return answer;
            }
            const answer = await askOnce(request, authorities, signal);
            needed = !("problem" in answer);
            return answer;
        },
    };
    async function askOnce(request, trusted, signal) {
        const mark = `k8s-migrate-${(0,external_node_crypto_.randomBytes)(16).toString("hex")}`;
        const file = trusted.length > 0 ? AUTHORITIES_FILE : undefined;
        const wanted = {
            namespace,
            owner,
            image,
            authorities: trusted,
            name: `k8s-migrate-probe-${(0,external_node_crypto_.randomBytes)(5).toString("hex")}`,
            command: curlCommand(request, { mark, authorities: file }),
            deadlineSeconds: Math.ceil((startWithinMs + request.timeoutMs) / 1000),
        };
        const ended = await ranPod(probePod(wanted), {
            startWithinMs,
            signal,
            isWhole: (log) => readCurlOutput(log, request, { mark, hasIpv6: true }) !== undefined,
        });
        if (ended === undefined)
            return STOPPED;
        const answer = readCurlOutput(ended.log, request, { mark, hasIpv6: ended.hasIpv6 });
        if (answer !== undefined)
            return answer;
        const next = `name in probe.image an image with curl 7.83 or later; ${image} is used now`;
        throw notStarted(wanted, { problem: endText(ended), next });
    }
    /** Gone afterwards, whatever happens. */
    async function ranPod(pod, waiting) {
        const name = pod.metadata?.name ?? "";
        try {
            await createPod(client, pod);
            const ended = await endOfPod(client, pod, waiting);
            await remove(client, { namespace, name });
            return ended;
        }
        catch (error) {
            // Also where the answer to its making got lost. What went wrong first is what is told.
            await remove(client, { namespace, name }).catch(() => undefined);
            throw error;
        }
    }
}
/** What a run that was killed has left. */
async function removeLeft(client, { namespace, owner }) {
    const labelSelector = Object.entries(probePodLabels(owner))
        .map(([name, value]) => `${name}=${value}`)
        .join(",");
    try {
        const { items } = await client.core.listNamespacedPod({ namespace, labelSelector });
        await Promise.all(items.map(({ metadata }) => remove(client, { namespace, name: metadata?.name ?? "" })));
    }
    catch (error) {
        throw error instanceof errors/* OutsideError */.Cp ? error : podError("list pods", error, namespace);
    }
}
async function remove({ core }, { namespace, name }) {
    try {
        await core.deleteNamespacedPod({ namespace, name });
    }
    catch (error) {
        if ((0,api_errors/* apiStatus */.$T)(error) === 404)
            return;
        throw podError(`delete pod ${name}`, error, namespace);
    }
}

// EXTERNAL MODULE: ./build/migration-file/forms/names.js
var names = __webpack_require__(20772);
;// CONCATENATED MODULE: ./build/route-target/host-fit.js

/**
 * The closest of these patterns that fits the host; `undefined` where none does.
 * @param host may be a wildcard itself: then only what takes all of it fits
 * @param patterns an empty one takes every host
 */
function hostFit(host, patterns, labels) {
    const fits = patterns.map((pattern) => fitOf((0,names/* sameName */.q)(host), (0,names/* sameName */.q)(pattern), labels));
    return ["exact", "wildcard", "any"].find((fit) => fits.includes(fit));
}
function fitOf(host, pattern, labels) {
    if (pattern === "")
        return "any";
    if (host === pattern)
        return pattern.startsWith("*.") ? "wildcard" : "exact";
    if (!pattern.startsWith("*.") || !host.endsWith(pattern.slice(1)))
        return undefined;
    const more = host.slice(0, -pattern.slice(1).length);
    if (more === "")
        return undefined;
    return labels === "some" || !more.includes(".") ? "wildcard" : undefined;
}

;// CONCATENATED MODULE: ./build/route-target/http-route-target.js

/** Where an HTTPRoute is reached for a host: https://gateway-api.sigs.k8s.io/api-types/httproute/ */
function httpRouteTarget(route, host) {
    const who = `HTTPRoute ${route.namespace}/${route.name}`;
    const { hostnames, parents } = route;
    const ownFit = hostFit(host, hostnames.length === 0 ? [""] : hostnames, "some");
    if (ownFit === undefined) {
        return { kind: "unfit", problem: `${who} has no host name for ${host}; it has: ${hostnames.join(", ")}` };
    }
    const [first] = parents;
    if (first === undefined)
        return { kind: "unfit", problem: `${who} names no Gateway as its parent` };
    const candidates = parents.filter((parent) => !parent.gateway.exists || listenersFor(parent, host).length > 0);
    const [parent] = candidates;
    if (parent === undefined)
        return noListener(first, host);
    const gateways = [...new Set(candidates.map(gatewayText))];
    // Which of them a record is to point at is for the user to say: one may be for the inside only.
    if (gateways.length > 1) {
        const example = candidates.flatMap(({ gateway }) => gateway.addresses)[0] ?? "…";
        const problem = `${who} is served for ${host} by ${gateways.join(" and ")}: name the address of the right one, as in target: { kind: host, name: ${example} }`;
        return { kind: "unfit", problem };
    }
    const problems = candidates.map((each) => parentProblem(who, each));
    const problem = problems.find((each) => each !== undefined);
    if (problem !== undefined)
        return problem;
    const attached = candidates.flatMap((each) => listenersFor(each, host));
    const fit = ownFit === "any"
        ? hostFit(host, attached.map(({ hostname }) => hostname), "some")
        : ownFit;
    return found(parent, attached, fit ?? ownFit);
}
function found(parent, attached, fit) {
    const listeners = attached.map(({ port, protocol }) => {
        return { port, scheme: protocol === "HTTPS" ? "https" : "http" };
    });
    const known = new Map(listeners.map((listener) => [`${listener.scheme} ${listener.port}`, listener]));
    return { addresses: parent.gateway.addresses, listeners: [...known.values()], fit, tlsHosts: [] };
}
/** The listeners of a parent that the route is attached to, and that take that host. */
function listenersFor({ gateway, sectionName, port }, host) {
    return gateway.listeners.filter((listener) => 
    // Other protocols do not take HTTPRoutes: https://gateway-api.sigs.k8s.io/reference/spec/#protocoltype
    (listener.protocol === "HTTP" || listener.protocol === "HTTPS") &&
        (sectionName === undefined || listener.name === sectionName) &&
        (port === undefined || listener.port === port) &&
        hostFit(host, [listener.hostname], "some") !== undefined);
}
function parentProblem(who, parent) {
    const { gateway, conditions } = parent;
    const by = gatewayText(parent);
    if (!gateway.exists)
        return { kind: "missing", problem: `${who} names ${by}, which is not there` };
    const accepted = conditions?.find(({ type }) => type === "Accepted");
    if (accepted === undefined)
        return { kind: "not-ready", problem: `${who} is not accepted by ${by} yet` };
    // Both are told: https://gateway-api.sigs.k8s.io/reference/spec/#routeconditiontype
    const wrong = [accepted, conditions?.find(({ type }) => type === "ResolvedRefs")].find((each) => each?.isTrue === false);
    if (wrong !== undefined) {
        const said = [wrong.reason, wrong.message].filter((text) => text !== "").join(": ");
        const what = wrong.type === "Accepted" ? `is not accepted by ${by}` : `cannot lead to what it names, says ${by}`;
        return { kind: "not-ready", problem: `${who} ${what}: ${said}` };
    }
    if (gateway.addresses.length === 0)
        return { kind: "not-ready", problem: `${by} has no address yet` };
    return undefined;
}
function noListener(parent, host) {
    const { gateway, sectionName, port } = parent;
    const which = `${sectionName === undefined ? "" : ` named ${sectionName}`}${port === undefined ? "" : ` at port ${port}`}`;
    const has = gateway.listeners.map((each) => `${each.name} (${each.protocol} ${each.port} ${each.hostname || "any host"})`);
    const problem = `${gatewayText(parent)} has no HTTP or HTTPS listener${which} for host ${host}; it has: ${has.join(", ")}`;
    return { kind: "unfit", problem };
}
function gatewayText({ gateway }) {
    return `Gateway ${gateway.namespace}/${gateway.name}`;
}

;// CONCATENATED MODULE: ./build/route-target/find-target.js


/** Where that object is reached for a host, or why it is not. */
function routeTargetOf(facts, host) {
    if (facts.kind === "ingress")
        return ingressTarget(facts, host);
    return facts.kind === "service" ? serviceTarget(facts) : httpRouteTarget(facts, host);
}
function ingressTarget(ingress, host) {
    const who = `Ingress ${ingress.namespace}/${ingress.name}`;
    const fit = hostFit(host, ingress.hosts, "one");
    if (fit === undefined) {
        const has = ingress.hosts.length === 0 ? "it has none at all" : `it has: ${ingress.hosts.join(", ")}`;
        return { kind: "unfit", problem: `${who} has no rule for host ${host}; ${has}` };
    }
    const { addresses, listeners, tlsHosts } = ingress;
    return addresses.length === 0 ? noAddress(who) : { addresses, listeners, fit, tlsHosts };
}
function serviceTarget({ namespace, name, type, addresses, listeners }) {
    const who = `Service ${namespace}/${name}`;
    if (type !== "LoadBalancer") {
        return {
            kind: "unfit",
            problem: `${who} is of type ${type}: only one of type LoadBalancer has an address outside`,
        };
    }
    return addresses.length === 0 ? noAddress(who) : { addresses, listeners, fit: undefined, tlsHosts: [] };
}
function noAddress(who) {
    return { kind: "not-ready", problem: `${who} has no address yet` };
}

;// CONCATENATED MODULE: ./build/route-target/route-target.js
const KINDS = { ingress: "Ingress", "http-route": "HTTPRoute", service: "Service" };
/** `Ingress commerce/orders` */
function objectText({ kind, namespace, name }) {
    return `${KINDS[kind]} ${namespace}/${name}`;
}
/** As the object says it, else the one that is usual for the scheme. */
function portFor(target, scheme) {
    const usual = scheme === "https" ? 443 : 80;
    const { listeners } = target;
    if (listeners === undefined)
        return usual;
    const known = listeners.filter((listener) => listener.scheme === scheme);
    const fit = known.length > 0 ? known : listeners.filter((listener) => listener.scheme === undefined);
    const usualOne = fit.find(({ port }) => port === usual);
    const only = usualOne ?? (fit.length === 1 ? fit[0] : undefined);
    if (only !== undefined)
        return only.port;
    const all = listeners.map((each) => `${each.scheme === undefined ? "" : `${each.scheme} `}${each.port}`).join(", ");
    const at = target.addresses[0] ?? "";
    if (known.length > 1)
        return { kind: "unfit", problem: `${at} has more than one port for ${scheme}: ${all}` };
    return { kind: "unfit", problem: `${at} has no port for ${scheme}; it has ${all || "none"}` };
}

;// CONCATENATED MODULE: ./build/adapters/kubernetes/http-routes.js

const GROUP = "gateway.networking.k8s.io";
const API = { group: GROUP, version: "v1" };
/** An HTTPRoute with the Gateways that it names. Fails as the API does where it is not there. */
async function readHttpRoute(client, { namespace, name }) {
    const read = await client.custom.getNamespacedCustomObject({ ...API, plural: "httproutes", namespace, name });
    const { metadata, spec, status } = read;
    // A parent may be something else than a Gateway, such as a Service in a mesh.
    const refs = (spec?.parentRefs ?? []).filter(({ group = GROUP, kind = "Gateway" }) => group === GROUP && kind === "Gateway");
    const parents = await Promise.all(refs.map(async (ref) => {
        const { sectionName, port } = ref;
        const told = status?.parents?.find(({ parentRef }) => sameParent(parentRef, ref, namespace));
        const gateway = await readGateway(client, { namespace: ref.namespace ?? namespace, name: ref.name });
        return {
            gateway,
            sectionName,
            port,
            conditions: told && conditionsOf(told.conditions ?? [], metadata.generation),
        };
    }));
    const facts = { namespace, name, hostnames: spec?.hostnames ?? [], parents };
    return { facts, deleted: metadata.deletionTimestamp !== undefined };
}
async function listHttpRoutes({ custom }, namespace) {
    const found = await custom.listNamespacedCustomObject({ ...API, plural: "httproutes", namespace });
    return found;
}
async function readGateway({ custom }, { namespace, name }) {
    try {
        const read = await custom.getNamespacedCustomObject({ ...API, plural: "gateways", namespace, name });
        const { spec, status } = read;
        const listeners = (spec?.listeners ?? []).map(({ hostname = "", ...listener }) => ({ hostname, ...listener }));
        const addresses = (status?.addresses ?? [])
            // A name of the controller's own is no address: https://gateway-api.sigs.k8s.io/reference/spec/#addresstype
            .filter(({ type = "IPAddress" }) => type === "IPAddress" || type === "Hostname")
            .map(({ value }) => value);
        return { namespace, name, exists: true, addresses, listeners };
    }
    catch (error) {
        if ((0,api_errors/* apiStatus */.$T)(error) === 404)
            return { namespace, name, exists: false, addresses: [], listeners: [] };
        throw (0,api_errors/* apiError */.pb)(`read Gateway ${namespace}/${name}`, error);
    }
}
function sameParent(a, b, namespace) {
    return (a.name === b.name &&
        (a.namespace ?? namespace) === (b.namespace ?? namespace) &&
        a.sectionName === b.sectionName &&
        a.port === b.port);
}
/** What was said of an older state of the route does not count. */
function conditionsOf(conditions, generation = 0) {
    return conditions
        .filter(({ observedGeneration = generation }) => observedGeneration >= generation)
        .map(({ type, status, reason = "", message = "" }) => ({ type, isTrue: status === "True", reason, message }));
}

;// CONCATENATED MODULE: ./build/adapters/kubernetes/route-targets.js





/** Targets of records in a real cluster. Needs `get` of their kinds, of Gateways too; with `list` it knows what a wrong name may mean. */
function clusterRouteTargets(client) {
    return {
        async find(target, host) {
            if (target.kind === "host") {
                return { addresses: [target.name], listeners: undefined, fit: undefined, tlsHosts: [] };
            }
            const read = await readFacts(client, target);
            return "problem" in read ? read : routeTargetOf(read, host);
        },
    };
}
async function readFacts(client, target) {
    try {
        const [facts, deleted] = await route_targets_factsOf(client, target);
        if (!deleted)
            return facts;
        return { kind: "missing", problem: `${objectText(target)} is being deleted` };
    }
    catch (error) {
        if ((0,api_errors/* apiStatus */.$T)(error) !== 404)
            throw (0,api_errors/* apiError */.pb)(`read ${objectText(target)}`, error);
        return missing(client, target);
    }
}
/** With whether the object is being deleted. */
async function route_targets_factsOf(client, { kind, namespace, name }) {
    if (kind === "http-route") {
        const { facts, deleted } = await readHttpRoute(client, { namespace, name });
        return [{ kind, ...facts }, deleted];
    }
    if (kind === "ingress") {
        const ingress = await client.networking.readNamespacedIngress({ namespace, name });
        return [{ kind, namespace, name, ...ingressFacts(ingress) }, ingress.metadata?.deletionTimestamp !== undefined];
    }
    const service = await client.core.readNamespacedService({ namespace, name });
    return [{ kind, namespace, name, ...serviceFacts(service) }, service.metadata?.deletionTimestamp !== undefined];
}
async function missing(client, target) {
    const { namespace, name, kind } = target;
    const lists = {
        ingress: () => client.networking.listNamespacedIngress({ namespace }),
        service: () => client.core.listNamespacedService({ namespace }),
        "http-route": () => listHttpRoutes(client, namespace),
    };
    let names = [];
    try {
        names = (await lists[kind]()).items.flatMap(({ metadata }) => metadata?.name ?? []);
    }
    catch (error) {
        if ((0,api_errors/* apiStatus */.$T)(error) === 404) {
            const next = "install the Gateway API, or name another kind of target";
            return { kind: "missing", problem: `${objectText(target)} is not there: the cluster has no HTTPRoutes; ${next}` };
        }
        if ((0,api_errors/* apiStatus */.$T)(error) !== 403)
            throw (0,api_errors/* apiError */.pb)(`list what is beside ${objectText(target)}`, error);
    }
    const meant = (0,nearest/* nearest */.p)(name, names);
    const problem = `${objectText(target)} is not there${meant === undefined ? "" : `; did you mean ${meant}?`}`;
    return { kind: "missing", problem };
}
function ingressFacts({ metadata, spec, status }) {
    const rules = spec?.rules ?? [];
    return {
        hosts: [...rules.map(({ host = "" }) => host), ...(spec?.defaultBackend ? [""] : [])],
        tlsHosts: (spec?.tls ?? []).flatMap(({ hosts = [] }) => hosts),
        listeners: listenPorts(metadata?.annotations?.["alb.ingress.kubernetes.io/listen-ports"]),
        addresses: (status?.loadBalancer?.ingress ?? []).flatMap(addressIn),
    };
}
/**
 * Of the load balancer controller of AWS, as in `[{"HTTP": 80}, {"HTTPS": 443}]`:
 * https://kubernetes-sigs.github.io/aws-load-balancer-controller/latest/guide/ingress/annotations/#listen-ports
 */
function listenPorts(annotation) {
    if (annotation === undefined)
        return undefined;
    try {
        const ports = JSON.parse(annotation).flatMap((each) => Object.entries(each));
        return ports.map(([scheme, port]) => ({ port, scheme: scheme === "HTTPS" ? "https" : "http" }));
    }
    catch {
        // The controller says so in an event, and gives no address.
        return undefined;
    }
}
function serviceFacts({ spec, status }) {
    const ports = (spec?.ports ?? []).filter(({ protocol = "TCP" }) => protocol === "TCP");
    return {
        type: spec?.type ?? "ClusterIP",
        listeners: ports.map(({ port, name, appProtocol }) => ({ port, scheme: schemeIn(appProtocol) ?? schemeIn(name) })),
        addresses: (status?.loadBalancer?.ingress ?? []).flatMap(addressIn),
    };
}
function schemeIn(text) {
    return text === "http" || text === "https" ? text : undefined;
}
function addressIn({ hostname, ip }) {
    const address = hostname || ip;
    return address ? [address] : [];
}

// EXTERNAL MODULE: ./build/records/leads-to.js
var leads_to = __webpack_require__(20018);
// EXTERNAL MODULE: ./build/journal/history.js
var journal_history = __webpack_require__(47548);
;// CONCATENATED MODULE: ./build/records/ready-at.js
/** From when on nobody holds to what was there before the TTL was lowered. */
function readyAt({ insync, oldTtlSeconds, oldKeepAliveSeconds = 0, marginSeconds }) {
    const seconds = Math.max(oldTtlSeconds, oldKeepAliveSeconds) + marginSeconds;
    return new Date(insync.getTime() + seconds * 1000);
}

// EXTERNAL MODULE: ./build/playbook/dns/known-states.js
var known_states = __webpack_require__(28292);
// EXTERNAL MODULE: ./build/playbook/dns/moved-names.js + 6 modules
var moved_names = __webpack_require__(46872);
// EXTERNAL MODULE: ./build/playbook/dns/plan-switch.js + 2 modules
var plan_switch = __webpack_require__(5695);
;// CONCATENATED MODULE: ./build/playbook/steps/lower-keep-alive.js







const lower_keep_alive_ID = "lower-keep-alive";
/** More than this keeps clients on the old side for longer than the TTL does. */
const LONG_SECONDS = 300;
/**
 * Lowers how long the old load balancer keeps a client's connection, where the file asks for it: who keeps one never asks DNS again.
 * Whether that counts for connections that are open already is not documented, so the old value has to be waited out.
 */
function lowerKeepAlive({ old, reader }) {
    return { id: lower_keep_alive_ID, plan, apply, waitFor, undo };
    async function plan(service, move, look) {
        const wanted = service.prepare.keepAliveSeconds;
        const title = "lower the client keep-alive of the old load balancer";
        const result = { step: lower_keep_alive_ID, title, changes: [], already: [], problems: [], warnings: [] };
        const balancers = await oldBalancers(service, move, look);
        if (wanted !== undefined && balancers.length === 0 && service.records.length > 0) {
            result.warnings?.push("prepare.keep-alive: the records lead to no application load balancer of the old side's account and region, so that it is not lowered");
        }
        for (const { arn, dnsName } of balancers) {
            const now = await old.keepAlive(arn);
            if (now === undefined)
                continue;
            if (wanted === undefined) {
                if (now > LONG_SECONDS) {
                    result.warnings?.push(`${dnsName} keeps a client's connection for up to ${now} s, and who keeps one stays on the old side: prepare.keep-alive lowers it`);
                }
                continue;
            }
            if (now <= wanted) {
                result.already.push(`${dnsName} keeps a client's connection for ${now} s`);
                continue;
            }
            const words = `lower the client keep-alive of ${dnsName} to ${wanted} s`;
            result.changes.push({ step: lower_keep_alive_ID, target: lower_keep_alive_targetOf(arn), words, before: lower_keep_alive_image(now), after: lower_keep_alive_image(wanted) });
            result.waitMs = Math.max(result.waitMs ?? 0, now * 1000 + service.prepare.marginMs);
        }
        return result;
    }
    /** Those that the records lead to, or did before this move. */
    async function oldBalancers(service, move, look) {
        const { names } = await (0,moved_names/* movedNames */.C)(service, look, reader);
        const known = (0,known_states/* knownNames */.UH)(move, plan_switch/* RECORD_STEPS */.ec);
        const sets = names.flatMap(({ moved }) => {
            const before = known.find(({ zone, name }) => zone === moved.zone.id && name === moved.name);
            return before?.original ?? moved.sets;
        });
        const found = await Promise.all([...new Set(sets.flatMap(leads_to/* leadsTo */.R))].map((name) => old.byDnsName(name)));
        return [...new Map(found.flatMap((each) => (each ? [[each.arn, each]] : []))).values()];
    }
    async function apply({ target, before, after }) {
        const arn = arnOf(target);
        const [expected, wanted] = [secondsIn(before), secondsIn(after)];
        const now = await old.keepAlive(arn);
        if (now !== expected && now !== wanted) {
            throw new errors/* UserError */.yo(`The client keep-alive of ${arn} is ${now} s and not ${expected} s, as when this was planned; nothing was written. Run this again`);
        }
        if (now !== wanted)
            await old.setKeepAlive(arn, wanted);
        const made = await old.keepAlive(arn);
        if (made === wanted)
            return `the client keep-alive of ${arn} is ${wanted} s`;
        throw new errors/* OutsideError */.Cp({
            system: "Elastic Load Balancing",
            operation: `set the client keep-alive of ${arn} to ${wanted} s`,
            reason: `it is ${made} s afterwards`,
        });
    }
    function waitFor({ prepare }, move, now) {
        const seconds = Math.max(0, ...move.flatMap((entry) => (entry.kind === "intent" && entry.step === lower_keep_alive_ID ? [secondsIn(entry.before)] : [])));
        const waited = { oldTtlSeconds: 0, oldKeepAliveSeconds: seconds, marginSeconds: prepare.marginMs / 1000 };
        const notBefore = readyAt({ insync: now, ...waited });
        return { notBefore, why: `until then clients may keep a connection by the old keep-alive of ${seconds} s` };
    }
    async function undo(_service, move) {
        const result = {
            step: lower_keep_alive_ID,
            title: "put back the client keep-alive",
            changes: [],
            already: [],
            problems: [],
        };
        const written = move.flatMap((entry) => (entry.kind === "intent" && entry.step === lower_keep_alive_ID ? [entry] : []));
        for (const target of new Set(written.map((entry) => entry.target))) {
            const original = secondsIn((0,journal_history/* preImageOf */.s0)({ entries: [...move] }, target, lower_keep_alive_ID) ?? null);
            const arn = arnOf(target);
            const now = await old.keepAlive(arn);
            const isOurs = written.some((entry) => entry.target === target && secondsIn(entry.after) === now);
            if (now === original) {
                result.already.push(`the client keep-alive of ${arn} is ${now} s`);
            }
            else if (isOurs && now !== undefined) {
                const words = `put back the client keep-alive of ${arn} to ${original} s`;
                result.changes.push({ step: lower_keep_alive_ID, target, words, before: lower_keep_alive_image(now), after: lower_keep_alive_image(original) });
            }
            else {
                result.problems.push(`the client keep-alive of ${arn} is ${now} s, neither what this move made it nor the ${original} s that it was; set it by hand, and run this again`);
            }
        }
        return result;
    }
}
function lower_keep_alive_targetOf(arn) {
    return `load balancer ${arn}`;
}
function arnOf(target) {
    return target.replace(/^load balancer /, "");
}
function lower_keep_alive_image(seconds) {
    return { keepAliveSeconds: seconds };
}
function secondsIn(value) {
    const fields = typeof value === "object" && value !== null && !Array.isArray(value) ? value : {};
    return typeof fields.keepAliveSeconds === "number" ? fields.keepAliveSeconds : 0;
}

// EXTERNAL MODULE: ./build/records/batches.js
var records_batches = __webpack_require__(52045);
// EXTERNAL MODULE: ./build/records/set-map.js
var set_map = __webpack_require__(80782);
// EXTERNAL MODULE: ./build/records/ttl.js
var records_ttl = __webpack_require__(27113);
// EXTERNAL MODULE: ./build/records/compare.js
var compare = __webpack_require__(64750);
// EXTERNAL MODULE: ./build/records/address.js
var address = __webpack_require__(6217);
// EXTERNAL MODULE: ./build/records/alias-target.js
var alias_target = __webpack_require__(57263);
;// CONCATENATED MODULE: ./build/dns/agreement.js




/**
 * Of which side an answer is. Where it fits both it counts as `after`: the two cannot be told apart.
 * Of a routed set any member will do: which one is drawn differs from answer to answer.
 */
function answerSide(answer, { before, after, addresses }) {
    const answered = valuesOf(answer);
    const [old, fresh] = [expectation(before, addresses.before), expectation(after, addresses.after)];
    if (agrees(answer, answered, fresh))
        return "after";
    if (agrees(answer, answered, old))
        return "before";
    const [isOld, isFresh] = [
        answered.some((value) => old.all.has(value)),
        answered.some((value) => fresh.all.has(value)),
    ];
    const isKnown = answered.every((value) => old.all.has(value) || fresh.all.has(value));
    return isKnown && isOld && isFresh ? "mixed" : "neither";
}
/**
 * Whether an answer has the TTL of one of these record sets. A name server of the zone gives the whole TTL, a resolver what is left of it.
 * Of an alias of anything but a load balancer the TTL is not known here: any will do.
 * @param sets those of the name and type that was asked for, or of its CNAME
 */
function ttlAgrees({ records, isAuthoritative }, sets) {
    const ttls = sets.map(ttlOf);
    if (ttls.includes(undefined))
        return true;
    const [first] = records;
    if (first === undefined)
        return sets.length === 0 || sets.some(mayAnswerNothing);
    return records
        .filter(({ name }) => name === first.name)
        .every(({ ttl }) => ttls.some((known) => (isAuthoritative ? ttl === known : ttl <= (known ?? 0))));
}
function ttlOf({ ttl, alias }) {
    return alias !== undefined && (0,alias_target/* isLoadBalancer */.Zl)((0,dns_name/* dnsName */.Tu)(alias.name)) ? records_ttl/* LOAD_BALANCER_TTL */.t3 : ttl;
}
function expectation(sets, addresses) {
    const aliased = new Set([...addresses].map(address/* canonicalAddress */.Z));
    const choices = sets.map((set) => {
        if (set.alias !== undefined)
            return { values: aliased, isWhole: false };
        const canonical = set.type === "CNAME" ? dns_name/* dnsName */.Tu : address/* canonicalAddress */.Z;
        // Multivalue answers hold up to eight members at a time: https://docs.aws.amazon.com/Route53/latest/DeveloperGuide/routing-policy-multivalue.html
        return { values: new Set((set.values ?? []).map(canonical)), isWhole: set.routing?.policy !== "multivalue" };
    });
    const all = new Set(choices.flatMap(({ values }) => [...values]));
    const parts = new Set(choices.flatMap(({ values, isWhole }) => (isWhole ? [] : [...values])));
    return {
        all,
        isEmpty: sets.length === 0,
        isNothing: aliased.size === 0 && sets.some(mayAnswerNothing),
        isSome: (values) => values.every((value) => parts.has(value)) ||
            choices.some(({ values: whole }) => whole.size === values.length && values.every((value) => whole.has(value))),
    };
}
/** An AAAA alias of a load balancer that has no IPv6 is a record, and answers nothing. */
function mayAnswerNothing({ type, alias }) {
    return type === "AAAA" && alias !== undefined;
}
function agrees({ rcode }, answered, side) {
    if (answered.length === 0) {
        return rcode === "NOERROR" ? side.isEmpty || side.isNothing : rcode === "NXDOMAIN" && side.isEmpty;
    }
    return rcode === "NOERROR" && side.isSome(answered);
}
/** What the name itself has: its CNAME, or else its addresses. */
function valuesOf({ records }) {
    const [first] = records;
    if (first?.type === "CNAME")
        return [(0,dns_name/* dnsName */.Tu)(first.value)];
    return [...new Set(records.map(({ value }) => (0,address/* canonicalAddress */.Z)(value)))];
}

// EXTERNAL MODULE: ./build/few-at-a-time.js
var few_at_a_time = __webpack_require__(99964);
;// CONCATENATED MODULE: ./build/playbook/dns/zone-servers.js
const DNS_PORT = 53;
/** The name servers that the world asks for a public zone; for a private one the resolver that the user has named. */
async function serversOf(zone, { servers, asked }) {
    if (zone.isPrivate) {
        if (asked.resolver === undefined) {
            return { servers: [], nobody: "no resolver that sees private zones is named (dns.resolver)", left: 0 };
        }
        return { servers: [zone_servers_named(asked.resolver)], nobody: "", left: 0 };
    }
    if (asked.nameServers.length > 0)
        return { servers: asked.nameServers.map(zone_servers_named), nobody: "", left: 0 };
    const found = await Promise.all(zone.nameServers.map(async (name) => {
        const answer = await servers.resolve({ name, type: "A" });
        if ("problem" in answer)
            return [];
        const addresses = answer.records.filter(({ type }) => type === "A").map(({ value }) => value);
        return addresses.slice(0, 1).map((address) => ({ address, port: DNS_PORT, title: name }));
    }));
    const known = found.flat();
    if (known.length === 0)
        return { servers: [], nobody: "the zone's name servers have no addresses here", left: 0 };
    return { servers: known, nobody: "", left: zone.nameServers.length - known.length };
}
function zone_servers_named(server) {
    return { ...server, title: server.port === DNS_PORT ? server.address : `${server.address} port ${server.port}` };
}

;// CONCATENATED MODULE: ./build/playbook/dns/verify-answers.js






/** With the members of a routed set that stay as they are: a name server may answer with any of them. */
function withOthers(expected) {
    const { zone, name, before, after } = expected;
    const own = new Set([...before, ...after].map(set_map/* setKey */.qL));
    const types = new Set([...before, ...after].map(({ type }) => type));
    const others = zone.records.filter((set) => set.name === name && set.setIdentifier !== undefined && types.has(set.type) && !own.has((0,set_map/* setKey */.qL)(set)));
    return { ...expected, before: [...before, ...others], after: [...after, ...others] };
}
const AT_ONCE = 40;
const LOOK_AGAIN_MS = 2000;
const LIMIT_MS = 3 * 60_000;
/** As many answers of a weighted set are drawn where only Route 53 itself can be asked: a call each. */
const DRAWS = 2;
/**
 * Asks every name server of each zone until all of them answer what they shall.
 * @returns what was found, in words
 * @throws StepError when one of them does not in three minutes
 */
async function verifyAnswers(expected, ports, stop) {
    const said = [];
    for (const [, same] of Map.groupBy(expected, ({ zone }) => zone.id)) {
        const zone = same[0]?.zone;
        if (zone === undefined)
            continue;
        said.push(await verifyZone(zone, same, { ports, stop, targets: aliasTargets(ports) }));
    }
    return said.join("; ");
}
function aliasTargets({ servers }) {
    const seen = new Map();
    let looks = new Map();
    const look = async (name, type) => {
        const answer = await servers.resolve({ name, type });
        const known = seen.get(`${name} ${type}`) ?? new Set();
        if (!("problem" in answer))
            for (const { value } of answer.records)
                known.add(value);
        seen.set(`${name} ${type}`, known);
    };
    return {
        lookAgain() {
            looks = new Map();
        },
        async of(sets, { type }) {
            const names = [...new Set(sets.flatMap(({ alias }) => alias?.name ?? []))];
            await Promise.all(names.map((name) => {
                const looking = looks.get(`${name} ${type}`) ?? look(name, type);
                looks.set(`${name} ${type}`, looking);
                return looking;
            }));
            return new Set(names.flatMap((name) => [...(seen.get(`${name} ${type}`) ?? [])]));
        },
    };
}
async function verifyZone(zone, expected, asking) {
    const { servers, nobody, left } = await serversOf(zone, asking.ports);
    if (servers.length === 0)
        return withoutServers(zone, expected, { ...asking, why: nobody });
    const questions = expected.flatMap(questionsOf);
    const end = asking.ports.clock.now().getTime() + LIMIT_MS;
    let open = servers.flatMap((server) => questions.map((question) => ({ ...question, server })));
    for (;;) {
        const answers = await (0,few_at_a_time/* fewAtATime */.a)(open, AT_ONCE, async (one) => ({ ...one, wrong: await wrongAt(one, asking) }));
        const blocked = answers.every(({ wrong }) => wrong?.isBlocked);
        if (blocked && answers.length > 0 && open.length === servers.length * questions.length && !zone.isPrivate) {
            return withoutServers(zone, expected, { ...asking, why: "DNS is blocked from here" });
        }
        const still = answers.filter(({ wrong }) => wrong !== undefined);
        if (still.length === 0) {
            return zone.isPrivate
                ? `the resolver answers the new records of private zone ${zone.name}`
                : `${left === 0 ? "all" : "only"} ${servers.length} name servers of ${zone.name} answer the new records${left === 0 ? "" : `: ${left} have no address here`}`;
        }
        const first = still[0];
        if (asking.stop.aborted || asking.ports.clock.now().getTime() >= end) {
            throw new errors/* StepError */.zg([
                `Not every name server has the new records of zone ${zone.name} after ${(0,duration/* formatDuration */.a)(LIMIT_MS)}: ${first?.server.title} ${first?.wrong?.words}`,
                "The records are changed, and both sides serve. Run this again: it goes on with looking",
            ]);
        }
        open = still;
        asking.targets.lookAgain();
        await asking.ports.clock.sleep(LOOK_AGAIN_MS, asking.stop);
    }
}
/** By their types, before and after. */
function questionsOf(expected) {
    const types = new Set([...expected.before, ...expected.after].map(({ type }) => type));
    return [...types].map((type) => ({
        ...expected,
        before: expected.before.filter((set) => set.type === type),
        after: expected.after.filter((set) => set.type === type),
        question: { name: askable(expected.name), type: type },
    }));
}
/** A wildcard is seen by a name below it that nobody has. */
function askable(name) {
    return name.startsWith("*.") ? `k8s-migrate-probe${name.slice(1)}` : name;
}
async function wrongAt({ server, ...asked }, { ports, stop, targets }) {
    const { zone, question } = asked;
    // A resolver answers only who asks it to find out.
    const answer = await (zone.isPrivate
        ? ports.servers.resolve(question, stop)
        : ports.servers.ask(server, question, stop));
    if ("problem" in answer)
        return { words: `does not answer: ${answer.problem}`, isBlocked: answer.kind === "blocked" };
    const words = await misfit(answer, asked, targets);
    return words === undefined ? undefined : { words, isBlocked: false };
}
/** What is wrong with an answer, in words; undefined where nothing is. */
async function misfit(answer, asked, targets) {
    const { before, after, question } = asked;
    const [old, fresh] = await Promise.all([targets.of(before, question), targets.of(after, question)]);
    const side = answerSide(answer, { before, after, addresses: { before: old, after: fresh } });
    const values = answer.records.map(({ value }) => value).join(", ") || answer.rcode;
    if (side !== "after")
        return `answers ${question.name} ${question.type} with ${values}`;
    // What a resolver keeps it has got before.
    if (!answer.isAuthoritative || ttlAgrees(answer, after))
        return undefined;
    return `answers ${question.name} ${question.type} with a TTL of ${answer.records[0]?.ttl} s`;
}
/** What can be said where no name server can be asked: for a public zone Route 53 tells what it would answer. */
async function withoutServers(zone, expected, { ports, why, targets }) {
    if (zone.isPrivate) {
        return `private zone ${zone.name} has the new records; what its resolvers answer was not seen: ${why}`;
    }
    for (const asked of expected.flatMap(questionsOf)) {
        for (let draw = 0; draw < DRAWS; draw++) {
            const { rcode, values } = await ports.records.testAnswer(zone.id, asked.question);
            const { type, name } = asked.question;
            const records = values.map((value) => ({ name, type, ttl: 0, value }));
            const answer = { rcode, isAuthoritative: false, records };
            const [old, fresh] = await Promise.all([
                targets.of(asked.before, asked.question),
                targets.of(asked.after, asked.question),
            ]);
            const isAlias = asked.after.some(({ alias }) => alias !== undefined);
            const side = answerSide(answer, { ...asked, addresses: { before: old, after: fresh } });
            // Without DNS nobody knows what the target of an alias resolves to.
            if (side === "after" || (isAlias && side === "neither" && values.length > 0))
                continue;
            throw new errors/* StepError */.zg([
                `Route 53 would answer ${name} ${type} with ${values.join(", ") || rcode}, and not with the new records`,
                "Run this again: it goes on with looking",
            ]);
        }
    }
    return `Route 53 would answer the new records of ${zone.name}; its name servers were not asked: ${why}`;
}

;// CONCATENATED MODULE: ./build/playbook/dns/take-back-records.js






/**
 * What brings back the record sets that a step has written, as they were before the move: those that it alone has written, or, for
 * the switch, those that it has written last. Nothing where they are neither as the move made them nor as they were.
 * @param steps whose writes are taken back; left out, those of all that write record sets
 */
async function recordsBack(step, move, { reader, steps = plan_switch/* RECORD_STEPS */.ec }) {
    const names = [];
    const back = { changes: [], already: [], problems: [] };
    const all = (0,known_states/* knownNames */.UH)(move, steps);
    // Who writes last takes all back at once: both steps have written the same record sets.
    const later = new Set(plan_switch/* RECORD_STEPS */.ec.slice(plan_switch/* RECORD_STEPS */.ec.indexOf(step) + 1));
    const isOfLater = keysOf((0,known_states/* knownNames */.UH)(move, [...later]));
    const own = keysOf((0,known_states/* knownNames */.UH)(move, [step]));
    const mine = all.filter((known) => own.has(take_back_records_keyOf(known)) && !isOfLater.has(take_back_records_keyOf(known)));
    for (const [zone, known] of Map.groupBy(mine, ({ zone: id }) => id)) {
        const found = await reader.named(zone, known.map(({ name }) => name));
        const open = known.flatMap((each) => {
            const now = (0,known_states/* ownSets */.qP)(each, found.filter(({ name }) => name === each.name));
            names.push({ zone, name: each.name, before: each.states.at(-1) ?? [], after: each.original });
            if ((0,compare/* sameSets */.sC)(now, each.original)) {
                back.already.push(`${each.name} is as it was`);
                return [];
            }
            if (!(0,known_states/* isKnown */.qE)(each, now)) {
                back.problems.push(foreign(each, now));
                return [];
            }
            return [{ name: each.name, before: now, after: each.original }];
        });
        const title = known[0]?.zoneName ?? "";
        const batches = (0,records_batches/* batchesOf */.c)(open);
        back.changes.push(...batches.map(({ before, after }) => {
            const written = [...new Set(after.map(({ name }) => name))];
            return {
                step,
                target: (0,known_states/* zoneTarget */.Yk)({ id: zone, name: title }, ` from ${written[0]}`),
                words: `put back the records of ${(0,plan_switch/* namesText */.cb)(written)} in zone ${title}`,
                before: (0,set_map/* setMap */.Jb)(before),
                after: (0,set_map/* setMap */.Jb)(after),
            };
        }));
    }
    return { ...back, names };
}
function foreign(known, now) {
    const lines = (0,compare/* setDifference */._i)(known.original, now).join("; ");
    return `${known.name} in zone ${known.zone} is neither as this move made it nor as it was before, so that it is left alone: ${lines}. Put it right by hand, as it was or as the move made it, and run this again`;
}
function keysOf(known) {
    return new Set(known.map(take_back_records_keyOf));
}
function take_back_records_keyOf({ zone, name }) {
    return `${zone} ${name}`;
}
/** What the name servers shall answer once these are put back. */
async function expectedBack(names, reader) {
    if (names.length === 0)
        return [];
    const zones = await reader.zonesFor(names.map(({ name }) => name), { isLocked: false });
    return names.flatMap((each) => {
        const zone = zones.find(({ id }) => id === each.zone);
        return zone === undefined ? [] : [withOthers({ ...each, zone })];
    });
}

;// CONCATENATED MODULE: ./build/playbook/dns/until-insync.js


const until_insync_LOOK_AGAIN_MS = 4000;
/** Usually it takes a minute: https://docs.aws.amazon.com/Route53/latest/APIReference/API_GetChange.html */
const until_insync_LIMIT_MS = 10 * 60_000;
/**
 * Waits until all name servers of Route 53 have these changes.
 * @throws StepError when they do not have them in ten minutes, or it is stopped
 */
async function untilInsync(changes, { records, clock }, stop) {
    const end = clock.now().getTime() + until_insync_LIMIT_MS;
    for (const change of changes) {
        while ((await records.status(change)) !== "INSYNC") {
            if (clock.now().getTime() >= end) {
                throw new errors/* StepError */.zg([
                    `Route 53 has not brought change ${change} to all of its name servers in ${(0,duration/* formatDuration */.a)(until_insync_LIMIT_MS)}`,
                    "The records are changed all the same. Run this again: it goes on with looking",
                ]);
            }
            await clock.sleep(until_insync_LOOK_AGAIN_MS, stop);
            if (stop.aborted)
                throw new errors/* StepError */.zg(["Stopped while waiting for the name servers of Route 53"]);
        }
    }
}

;// CONCATENATED MODULE: ./build/playbook/dns/write-batch.js



/** How often a write of which nothing is known is looked for, and how long after one look the next comes. */
const LOOKS = 5;
const write_batch_LOOK_AGAIN_MS = 3000;
const MOST_TRIES = 3;
/**
 * Swaps record sets of a zone in one batch: all of them, or none. When the answer gets lost the zone tells whether it was made.
 * @returns by what Route 53 tells how far the change is; undefined where that got lost
 * @throws UserError when nothing was written, since something else is there; StepError when that is not known
 */
async function writeBatch(swap, { records, clock }, { reader, stop }) {
    const { zone, before, after, comment } = swap;
    for (let tries = 1;; tries++) {
        const outcome = await records.change({ zone, remove: before, create: after, comment });
        if (outcome.state === "made")
            return outcome.change;
        if (outcome.state === "refused") {
            const found = await ownFound(swap, reader);
            if ((0,compare/* sameSets */.sC)(found, after))
                return undefined;
            throw refusedError(outcome.reason, before, found);
        }
        const found = await settled(swap, { clock, reader, stop });
        if ((0,compare/* sameSets */.sC)(found, after))
            return undefined;
        if (!(0,compare/* sameSets */.sC)(found, before))
            throw foreignError((0,compare/* setDifference */._i)(after, found));
        // It was not made, and would be refused if the first one were made after all.
        if (tries < MOST_TRIES && !stop.aborted)
            continue;
        throw new errors/* OutsideError */.Cp({
            system: "Route 53",
            operation: `change records of zone ${zone}`,
            reason: outcome.reason,
            next: "run this again: the records are as they were",
        });
    }
}
/** What is there once it no longer changes to what was written, or the looks are over. */
async function settled(swap, { clock, reader, stop }) {
    for (let looks = 1;; looks++) {
        const found = await ownFound(swap, reader);
        if ((0,compare/* sameSets */.sC)(found, swap.after) || looks === LOOKS || stop.aborted)
            return found;
        await clock.sleep(write_batch_LOOK_AGAIN_MS, stop);
    }
}
/** Only those that the batch is about: other members of a routed set, and other types, are none of its business. */
async function ownFound({ zone, before, after }, reader) {
    const keys = new Set([...before, ...after].map(set_map/* setKey */.qL));
    const names = [...before, ...after].map(({ name }) => name);
    return (await reader.named(zone, names)).filter((set) => keys.has((0,set_map/* setKey */.qL)(set)));
}
function refusedError(reason, before, found) {
    const differences = (0,compare/* setDifference */._i)(before, found);
    if (differences.length === 0) {
        return new errors/* UserError */.yo(`Route 53 refuses the change: ${reason}\nNothing was written`);
    }
    return new errors/* UserError */.yo(`The records are not what they were when this was planned, so nothing was written:\n${lines(differences)}\nFind out who changes them. To go on from what is there now, run it with dry-run: true, look at the plan, and run it with that plan-hash`);
}
function foreignError(differences) {
    return new errors/* StepError */.zg([
        "The records were changed by somebody else while this wrote them:",
        lines(differences),
        "Find out who changes them, and run this again",
    ]);
}
function lines(differences) {
    return differences.map((line) => `- ${line}`).join("\n");
}

;// CONCATENATED MODULE: ./build/playbook/steps/lower-ttl.js












const lower_ttl_ID = "lower-ttl";
/** For a plan: how long Route 53 takes until all name servers have a change, as a rule. */
const INSYNC_MS = 60_000;
/**
 * Lowers the TTL of the records that move, and of those that they stand for, all members of a set together. Until the old TTL is over
 * nothing may be switched.
 */
function lowerTtl(parts) {
    const planned = new Map();
    const changes = new Map();
    const putBack = new Map();
    return { id: lower_ttl_ID, plan, apply, verify, waitFor, undo, verifyUndo };
    async function plan(service, move, look) {
        const seconds = service.prepare.ttlSeconds;
        const title = `lower the TTL of the records of ${service.name} to ${seconds} s`;
        const { names, zones, problems, warnings } = await (0,moved_names/* movedNames */.C)(service, look, parts.reader);
        const result = { step: lower_ttl_ID, title, changes: [], already: [], problems, warnings, foreign: [] };
        const known = (0,known_states/* knownNames */.UH)(move, plan_switch/* RECORD_STEPS */.ec);
        if (service.records.length === 0)
            result.already.push("no record is to move");
        const lowered = new Map();
        let longest = 0;
        for (const { moved, record } of names) {
            const own = replacementsOf(moved, zones, seconds);
            const { seconds: old, through } = (0,records_ttl/* oldTtl */.oY)(moved, zones);
            if (own.length === 0) {
                result.already.push(`${moved.name} has a TTL of ${old} s${through === moved.name ? "" : ` (${through})`}`);
                continue;
            }
            if (record.managedBy !== undefined) {
                const wanted = own.map(({ name }) => name).join(", ");
                result.warnings?.push(`${wanted} is kept by ${record.managedBy} and left to it. Set its TTL to ${seconds} there`);
                continue;
            }
            longest = Math.max(longest, old);
            for (const each of own)
                lowered.set(`${each.zone.id} ${each.name}`, each);
        }
        for (const each of known) {
            const zone = zones.find(({ id }) => id === each.zone);
            const there = zone?.records.filter(({ name }) => name === each.name) ?? [];
            const words = (0,known_states/* foreignWords */.Km)(each, there);
            if (zone !== undefined && words !== "")
                result.foreign?.push(`${each.name} in zone ${zone.name}: ${words}`);
        }
        const expected = [...lowered.values()];
        planned.set(service.name, [...expected, ...loweredBefore((0,known_states/* knownNames */.UH)(move, [lower_ttl_ID]), expected, zones)]);
        if (problems.length > 0 || expected.length === 0)
            return result;
        const waitMs = longest * 1000 + service.prepare.marginMs + INSYNC_MS;
        return { ...result, changes: changesOf(expected, seconds), waitMs };
    }
    async function apply(change, service, stop) {
        const [before, after] = [(0,set_map/* setsOf */.Nc)(change.before), (0,set_map/* setsOf */.Nc)(change.after)];
        const { id, name } = (0,known_states/* zoneOfTarget */.tn)(change.target);
        const comment = `k8s-migrate: lower the TTL for ${service.name}`;
        const written = await writeBatch({ zone: id, before, after, comment }, parts, { reader: parts.reader, stop });
        if (written !== undefined)
            changes.set(service.name, [...(changes.get(service.name) ?? []), written]);
        return `changed the TTL of ${(0,evidence_text/* counted */.hS)(after.length, "record set")} of ${name}`;
    }
    async function verify(service, stop) {
        const expected = planned.get(service.name) ?? [];
        if (expected.length === 0)
            return "";
        await untilInsync(changes.get(service.name) ?? [], parts, stop);
        return `with the lower TTL ${await verifyAnswers(expected, parts, stop)}`;
    }
    /** By what was there before: of several writes in one move the longest TTL counts. */
    function waitFor({ prepare }, move, now) {
        const ttls = move.flatMap((entry) => entry.kind === "intent" && entry.step === lower_ttl_ID ? (0,set_map/* setsOf */.Nc)(entry.before).map(({ ttl = 0 }) => ttl) : []);
        const oldTtlSeconds = Math.max(0, ...ttls);
        const notBefore = readyAt({ insync: now, oldTtlSeconds, marginSeconds: prepare.marginMs / 1000 });
        return { notBefore, why: `until then clients may keep to the old TTL of ${oldTtlSeconds} s` };
    }
    async function undo(service, move) {
        const { names, ...back } = await recordsBack(lower_ttl_ID, move, parts);
        putBack.set(service.name, names);
        return { step: lower_ttl_ID, title: `put back the TTL of the records of ${service.name}`, ...back };
    }
    async function verifyUndo(service, stop) {
        const expected = await expectedBack(putBack.get(service.name) ?? [], parts.reader);
        if (expected.length === 0)
            return "";
        await untilInsync(changes.get(service.name) ?? [], parts, stop);
        return verifyAnswers(expected, parts, stop);
    }
}
/** What this move has lowered already: a run that was cut may not have seen that every name server has it. */
function loweredBefore(known, open, zones) {
    return known.flatMap((each) => {
        const zone = zones.find(({ id }) => id === each.zone);
        if (zone === undefined || open.some(({ zone: { id }, name }) => id === each.zone && name === each.name))
            return [];
        const after = (0,known_states/* ownSets */.qP)(each, zone.records.filter(({ name }) => name === each.name));
        return [withOthers({ zone, name: each.name, before: each.original, after })];
    });
}
function replacementsOf(moved, zones, seconds) {
    return (0,records_ttl/* ttlTargets */.T0)(moved, zones).flatMap((target) => {
        const after = (0,records_ttl/* loweredSets */._H)(target, seconds);
        const isLower = after.some((set, index) => set.ttl !== target.sets[index]?.ttl);
        return isLower ? [{ zone: target.zone, name: target.name, before: target.sets, after }] : [];
    });
}
function changesOf(lowered, seconds) {
    const zones = new Map(lowered.map(({ zone }) => [zone.id, zone]));
    return [...zones.values()].flatMap((zone) => {
        const batches = (0,records_batches/* batchesOf */.c)(lowered.filter((each) => each.zone.id === zone.id));
        return batches.map(({ before, after }) => {
            const names = [...new Set(after.map(({ name }) => name))];
            return {
                step: lower_ttl_ID,
                target: (0,known_states/* zoneTarget */.Yk)(zone, ` from ${names[0]}`),
                words: `lower the TTL of ${(0,plan_switch/* namesText */.cb)(names)} in zone ${zone.name} to ${seconds} s`,
                before: (0,set_map/* setMap */.Jb)(before),
                after: (0,set_map/* setMap */.Jb)(after),
            };
        });
    });
}

;// CONCATENATED MODULE: ./build/probe/request.js
/** Long enough for a start that is slow, and shorter than what load balancers wait for. */
const PROBE_TIMEOUT_MS = 10_000;
/** The request by which one record's target is probed. `recordName` may be a wildcard only where the file names a `host`. */
function probeRequest({ scheme, path, host, headers }, at) {
    const { address, addressOf = address, port, recordName } = at;
    return {
        scheme,
        address,
        ...(addressOf === address ? {} : { addressOf }),
        port,
        path,
        host: (host ?? recordName).replace(/\.$/, ""),
        // Where an answer leads to says much about a wrong one.
        headers: [...Object.keys(headers), "location"],
        timeoutMs: PROBE_TIMEOUT_MS,
    };
}

// EXTERNAL MODULE: ./build/probe/addresses.js
var probe_addresses = __webpack_require__(39221);
;// CONCATENATED MODULE: ./build/playbook/probe/look-up.js

/** Looks up where a name is, by IPv4 and IPv6; an address is its own. */
async function lookUp(names, name, stop) {
    if ((0,probe_addresses/* isAddress */.PW)(name))
        return { addresses: [name], problem: undefined };
    const [a, aaaa] = await Promise.all([
        names.resolve({ name, type: "A" }, stop),
        names.resolve({ name, type: "AAAA" }, stop),
    ]);
    return (0,probe_addresses/* addressesIn */.Mh)({ a, aaaa });
}

// EXTERNAL MODULE: ./build/migration-file/forms/http-forms.js
var http_forms = __webpack_require__(10492);
;// CONCATENATED MODULE: ./build/probe/compare.js


const SHOWN = 200;
/** Of what both have, before what differs. */
const SHOWN_BEFORE = 40;
/**
 * In what the new side's answer is another one than the old side's, in words; empty where it is not. Spaces around a body do not count.
 * @param hidden gives a text without the secrets that it holds
 */
function differences(answers, wanted, hidden) {
    const { old, now } = answers;
    if (wanted.compare === "off")
        return [];
    if (!sameStatus(old.status, now.status, wanted.status)) {
        return [`its status is ${now.status}, and that of the old side ${old.status}`];
    }
    if (wanted.compare === "status" || (old.body.trim() === now.body.trim() && old.bodyIsCut === now.bodyIsCut))
        return [];
    // As a whole: a part of a secret could not be found any more.
    const [oldText, newText] = [old, now].map(({ body }) => hidden(body).trim());
    const from = Math.max(0, firstDifference(oldText, newText) - SHOWN_BEFORE);
    return [`its body is ${part(newText, from)}, and that of the old side ${part(oldText, from)}`];
}
/** A class such as `2xx` in the file means that its statuses are as good as each other. */
function sameStatus(old, now, wanted) {
    const classes = wanted.filter((each) => typeof each === "string");
    return old === now || classes.some((each) => (0,http_forms/* statusFits */.l7)(old, [each]) && (0,http_forms/* statusFits */.l7)(now, [each]));
}
function firstDifference(a, b) {
    let at = 0;
    while (at < a.length && a[at] === b[at])
        at++;
    return at;
}
function part(text, from) {
    if (text === "")
        return "empty";
    const shown = (0,evidence_text/* oneLine */.TN)(text.slice(from, from + SHOWN));
    return `"${from > 0 ? "…" : ""}${shown}${text.length > from + SHOWN ? "…" : ""}"`;
}

;// CONCATENATED MODULE: ./build/playbook/probe/old-side.js

/** The old side is asked when it is needed first, and again before a difference is told: its answer may have changed meanwhile. */
function oldSide({ probes, requests, hidden }, wanted) {
    let known;
    let problem;
    /** Addresses of the new side are asked at once: all of them wait for the same answer. */
    let first;
    async function ask(stop) {
        const failures = [];
        for (const request of requests) {
            const answer = await probes.ask(request, stop);
            if (!("problem" in answer)) {
                known = answer;
                problem = undefined;
                return;
            }
            failures.push(answer.problem);
        }
        problem = failures.join("; ") || "it has no address";
    }
    return {
        async differences(answer, stop) {
            first ??= ask(stop);
            await first;
            if (known === undefined)
                return [];
            if (differences({ old: known, now: answer }, wanted, hidden).length === 0)
                return [];
            await ask(stop);
            return differences({ old: known, now: answer }, wanted, hidden);
        },
        problem: () => (known === undefined ? problem : undefined),
    };
}

;// CONCATENATED MODULE: ./build/probe/misfits.js

const LONGEST_SHOWN = 100;
/**
 * What of an answer is not as the file wants it, in words; empty where it passes. A header fits when its value is the wanted one,
 * parameters such as `; charset=utf-8` aside where none are wanted. Bodies are not shown: nobody knows what is in them.
 */
function misfits(answer, wanted) {
    return [
        ...statusMisfit(answer, wanted.status),
        ...Object.entries(wanted.headers).flatMap(([name, value]) => headerMisfit(answer, name, value)),
        ...(wanted.body === undefined ? [] : bodyMisfit(answer, wanted.body)),
    ];
}
function statusMisfit({ status, headers }, wanted) {
    if ((0,http_forms/* statusFits */.l7)(status, wanted))
        return [];
    const { location } = headers;
    // The query may hold a token.
    const to = location === undefined ? "" : ` (to ${shown(location.split(/[?#]/)[0] ?? "")})`;
    return [`its status is ${status}${to}, and has to be ${wanted.join(" or ")}`];
}
function headerMisfit({ headers }, name, wanted) {
    const value = headers[name.toLowerCase()];
    const has = `has to be "${shown(wanted)}"`;
    if (value === undefined)
        return [`it has no header ${name}, which ${has}`];
    const bare = wanted.includes(";") ? value : (value.split(";")[0] ?? "");
    if (value.trim() === wanted.trim() || bare.trim() === wanted.trim())
        return [];
    return [`its header ${name} is "${shown(value)}", and ${has}`];
}
function bodyMisfit({ body, bodyIsCut }, wanted) {
    if (body.includes(wanted))
        return [];
    const has = `has to have "${shown(wanted)}" in it`;
    if (body === "")
        return [`its body is empty, and ${has}`];
    return [`its body${bodyIsCut ? ", of which the first 64 kB were read," : ""} ${has}`];
}
function shown(text) {
    const line = text.replace(/\s+/g, " ");
    return line.length > LONGEST_SHOWN ? `${line.slice(0, LONGEST_SHOWN)}…` : line;
}

;// CONCATENATED MODULE: ./build/playbook/probe/probe-until.js


/** Probes until it has passed so often in a row, the time is over, or the signal fires. */
async function probeUntil(parts, goal, signal) {
    const { clock } = parts;
    const { passes, intervalMs } = goal.wanted;
    const end = clock.now().getTime() + goal.limitMs;
    const seen = { tries: 0, inRow: 0, most: 0, lastFailure: undefined };
    let last;
    for (;;) {
        if (signal?.aborted)
            return { passed: false, by: "stop", tries: seen.tries, problem: stoppedText(seen) };
        const { problem, kind } = await tryOnce(parts.probes, goal, signal);
        // A try that was broken off says nothing.
        if (signal?.aborted)
            continue;
        count(seen, problem);
        if (problem !== undefined && kind !== undefined && goal.endsAt?.includes(kind)) {
            return { passed: false, by: "failure", kind, tries: seen.tries, problem };
        }
        if (seen.tries === 1 || problem !== last)
            parts.tell?.(problem ?? "it passes");
        last = problem;
        if (seen.inRow >= passes)
            return { passed: true, tries: seen.tries };
        if (clock.now().getTime() + intervalMs > end) {
            return { passed: false, by: "limit", tries: seen.tries, problem: limitText(seen, goal) };
        }
        await clock.sleep(intervalMs, signal);
    }
}
function count(seen, problem) {
    seen.tries++;
    seen.inRow = problem === undefined ? seen.inRow + 1 : 0;
    seen.most = Math.max(seen.most, seen.inRow);
    seen.lastFailure = problem ?? seen.lastFailure;
}
async function tryOnce(probes, goal, signal) {
    const answer = await probes.ask(goal.request, signal);
    if ("problem" in answer)
        return answer;
    const misfit = misfits(answer, goal.wanted);
    const problems = misfit.length > 0 ? misfit : ((await goal.check?.(answer, signal)) ?? []);
    return problems.length === 0 ? {} : { problem: problems.join("; ") };
}
function limitText(seen, { wanted: { passes }, limitMs }) {
    const within = `within ${(0,duration/* formatDuration */.a)(limitMs)} (${tries(seen)})`;
    if (seen.lastFailure === undefined) {
        return `it passed ${times(seen.most)} ${within}, and has to pass ${times(passes)} in a row: that needs more time`;
    }
    const row = seen.most === 0 ? "it never passed" : `it passed ${times(seen.most)} in a row at most`;
    const has = passes === 1 ? "" : `, and has to pass ${times(passes)}`;
    return `${row} ${within}${has}. The last failure: ${seen.lastFailure}`;
}
function stoppedText(seen) {
    const failure = seen.lastFailure === undefined ? "" : `. The last failure: ${seen.lastFailure}`;
    return `it was stopped after ${tries(seen)}${failure}`;
}
function tries(seen) {
    return seen.tries === 1 ? "1 try" : `${seen.tries} tries`;
}
function times(often) {
    return often === 1 ? "once" : `${often} times`;
}

;// CONCATENATED MODULE: ./build/playbook/probe/probe-addresses.js




/** A name whose addresses are others each time would be no load balancer. */
const ROUNDS = 4;
/**
 * Probes every address of a name, all at once, and those that it has got by the end of that. An address that fails, and is gone
 * from DNS by then, does not count.
 */
async function probeAddresses(parts, goal, stop) {
    const { name } = goal;
    const done = new Map();
    let found = await addressesOf(parts, name, stop);
    for (let round = 1; round <= ROUNDS; round++) {
        if (stop?.aborted)
            break;
        const fresh = found.addresses.filter((each) => !done.has(each));
        if (fresh.length === 0)
            break;
        const hasIpv4 = found.addresses.some((each) => !(0,probe_addresses/* isIpv6 */.sX)(each));
        await Promise.all(fresh.map(async (address) => {
            const endsAt = endsAtOnce(address, { name, hasIpv4 });
            done.set(address, await probeOne(parts, { ...goal, address, endsAt }, stop));
        }));
        found = newer(found, await addressesOf(parts, name, stop));
    }
    const all = [...done.values()];
    if (all.some((each) => !each.passed && each.by === "failure" && each.kind === "proxy")) {
        done.set(name, await probeOne(parts, { ...goal, address: name, endsAt: [] }, stop));
        found.addresses.push(name);
    }
    if (stop?.aborted)
        return { passed: [], failed: [], notes: [], stopped: true };
    return judged(goal, done, found);
}
async function addressesOf({ names }, name, stop) {
    if (names === undefined)
        return { addresses: [name], problem: undefined, byName: false };
    const found = await lookUp(names, name, stop);
    const byName = found.addresses.length === 0;
    return { ...found, addresses: byName ? [name] : [...found.addresses], byName };
}
/** What DNS once gave stays where it gives nothing any more. */
function newer(before, now) {
    if (!now.byName || before.byName)
        return now;
    return { ...before, problem: now.problem ?? "DNS gives no address any more" };
}
/** There is no use in waiting where another way is left. */
function endsAtOnce(address, { name, hasIpv4 }) {
    return [
        ...((0,probe_addresses/* isIpv6 */.sX)(address) && hasIpv4 ? ["unreachable"] : []),
        ...((0,probe_addresses/* isAddress */.PW)(name) || address === name ? [] : ["proxy"]),
    ];
}
async function probeOne(parts, goal, stop) {
    const { address, wanted, old, end, endsAt } = goal;
    const asked = askedText(goal, address);
    parts.tell(`asking ${asked}`);
    return probeUntil({ ...parts, tell: (line) => parts.tell(`${asked}: ${line}`) }, {
        request: goal.request(address),
        wanted,
        limitMs: Math.max(end - parts.clock.now().getTime(), leastFor(wanted)),
        endsAt,
        ...(old === undefined ? {} : { check: old.differences }),
    }, stop);
}
/** Also the last of many has the time for its passes. In the cluster each try needs a pod first. */
function leastFor({ passes, intervalMs, from }) {
    return passes * intervalMs + PROBE_TIMEOUT_MS * (from === "cluster" ? passes : 1);
}
function judged(goal, done, found) {
    const { name } = goal;
    const result = { passed: [], failed: [], notes: [], stopped: false };
    const unsure = found.byName || found.problem !== undefined;
    if (unsure && !(0,probe_addresses/* isAddress */.PW)(name))
        result.notes.push(lookUpNote(name, found));
    for (const address of found.addresses) {
        const outcome = done.get(address);
        if (outcome === undefined)
            result.failed.push(`${name} has other addresses each time that it is looked up`);
        else if (outcome.passed)
            result.passed.push(address);
        else if (outcome.by === "failure")
            result.notes.push(notAskedText(goal, address, outcome));
        else
            result.failed.push(`${askedText(goal, address)}: ${outcome.problem}`);
    }
    // Such as one with IPv6 addresses only by now.
    return result.passed.length + result.failed.length === 0 ? { ...result, failed: result.notes, notes: [] } : result;
}
function askedText({ url, name }, address) {
    return `${url} at ${address}${address === name ? "" : ` (${name})`}`;
}
function lookUpNote(name, { byName, problem }) {
    const why = problem === undefined ? "" : ` (${problem})`;
    if (byName)
        return `the addresses of ${name} are not known here${why}: it was asked by its name, maybe not at each of them`;
    return `${name} may have more addresses than were asked${why}`;
}
function notAskedText({ name }, address, { kind, problem }) {
    if (kind === "proxy")
        return `${address} was not asked by itself, only ${name}: ${problem}`;
    return `${address} was not asked, since there is no IPv6 from here: ${problem}`;
}

;// CONCATENATED MODULE: ./build/playbook/steps/probe-new-side.js







const probe_new_side_ID = "probe-new-side";
const probe_new_side_LOOK_AGAIN_MS = 5000;
/** A probe waits for most of its time: between its passes. */
const probe_new_side_AT_ONCE = 16;
const PODS_AT_ONCE = 4;
/**
 * Asks the new side as clients will once the records point there: at the address behind each record's target, by the record's name.
 * Changes nothing, so there is nothing to take back.
 */
function probeNewSide(parts) {
    return { id: probe_new_side_ID, plan, apply, verify, undo };
    async function plan(service) {
        const { probe, records } = service;
        const wildcards = probe !== undefined && probe.host === undefined ? records.filter(({ name }) => name.startsWith("*")) : [];
        const problems = wildcards.map(({ name }) => `${name} cannot be asked for: write in probe.host a name below it that the new side answers`);
        const already = probe === undefined || records.length === 0 ? ["nothing to probe: no record is to move"] : [];
        return { step: probe_new_side_ID, title: `probe the new side of ${service.name}`, changes: [], already, problems };
    }
    async function apply() {
        throw new Error(`${probe_new_side_ID} changes nothing`);
    }
    async function undo(service) {
        return { step: probe_new_side_ID, title: `probe the new side of ${service.name}`, changes: [], already: [], problems: [] };
    }
    async function verify(service, stop) {
        const { name, probe, records, release } = service;
        if (probe === undefined || records.length === 0)
            return "";
        const place = placeOf(service, probe);
        const olds = probe.compare === "off" ? undefined : await parts.oldSide?.(service);
        const tell = (line) => parts.log.info(`${name}: ${line}`);
        // A load balancer takes minutes from its Ingress to its first answer: it has as long as the release has.
        const end = parts.clock.now().getTime() + release.timeoutMs;
        const verified = await (0,few_at_a_time/* fewAtATime */.a)(records, probe.from === "cluster" ? PODS_AT_ONCE : probe_new_side_AT_ONCE, (record) => {
            const old = olds?.find((each) => each.record === record.name);
            return verifyRecord({ record, probe, old, place, end, tell }, stop);
        });
        const passed = verified.flatMap((each) => each.passed);
        const mind = [...new Set(verified.flatMap(({ notes }) => notes))];
        for (const note of mind)
            parts.log.warn(`${name}: ${note}`);
        return [`the new side answers: ${[...new Set(passed)].join(", ")}`, ...mind].join("; ");
    }
    function placeOf(service, { from }) {
        if (from === "runner")
            return parts.probes;
        if (parts.clusterProbes === undefined)
            throw new Error("nothing can be asked from the cluster here");
        return parts.clusterProbes(service);
    }
    async function verifyRecord(job, stop) {
        const { record, probe, end, tell } = job;
        const host = probe.host ?? record.name;
        const target = await found(record, { host, end, tell }, stop);
        const port = portFor(target, probe.scheme);
        if (typeof port !== "number")
            throw notThere(record, port);
        const url = `${probe.scheme}://${host}${probe.path}`;
        const old = await oldSideOf(job, port, stop);
        const result = { passed: [], notes: [] };
        for (const name of target.addresses) {
            const request = (address) => probeRequest(probe, { address, addressOf: name, port, recordName: record.name });
            const outcome = await probeAddresses({ probes: job.place, clock: parts.clock, names: parts.names, tell }, { name, url, request, wanted: probe, old, end }, stop);
            if (outcome.stopped)
                throw new errors/* StepError */.zg([`Stopped while asking ${url} at ${name}`]);
            if (outcome.failed.length > 0)
                throw notAnswering(outcome.failed);
            const at = outcome.passed.join(", ");
            result.passed.push(at === name ? url : `${url} at ${at}`);
            result.notes.push(...outcome.notes);
        }
        const unknown = old?.problem();
        if (unknown !== undefined) {
            result.notes.push(`what the old side of ${record.name} answers is not known here, so it was not compared: ${unknown}`);
        }
        return result;
    }
    /** At the same port: clients have one URL for both sides. */
    async function oldSideOf({ record, probe, old, place }, port, stop) {
        if (old === undefined || probe.compare === "off")
            return undefined;
        const { names } = parts;
        const asked = await Promise.all(old.addresses.map(async (name) => {
            const { addresses } = names === undefined ? { addresses: [] } : await lookUp(names, name, stop);
            return (addresses.length === 0 ? [name] : addresses).map((address) => ({ address, addressOf: name }));
        }));
        const requests = asked
            .flat()
            .map((at) => probeRequest(probe, { ...at, port: old.port ?? port, recordName: record.name }));
        return oldSide({ probes: place, requests, hidden: parts.hidden ?? ((text) => text) }, probe);
    }
    async function found(record, { host, end, tell }, stop) {
        for (let told = "";;) {
            const target = await parts.targets.find(record.target, host);
            if (!("problem" in target))
                return target;
            if (target.kind !== "not-ready" || parts.clock.now().getTime() >= end)
                throw notThere(record, target);
            if (target.problem !== told)
                tell(`waiting: ${target.problem}`);
            told = target.problem;
            await parts.clock.sleep(probe_new_side_LOOK_AGAIN_MS, stop);
            if (stop.aborted)
                throw new errors/* StepError */.zg([`Stopped while waiting: ${target.problem}`]);
        }
    }
}
function notAnswering(failed) {
    const [first = "", ...others] = failed;
    return new errors/* StepError */.zg([
        `The new side does not answer as probe wants: ${first}`,
        ...others.map((each) => `Nor at another address: ${each}`),
        "Clients still go to the old side. Put the new side right, or the probe, and run this again",
    ]);
}
function notThere({ name, target }, { problem }) {
    const what = target.kind === "host" ? target.name : objectText(target);
    return new errors/* StepError */.zg([
        `The new side of ${name} is not reached at ${what}: ${problem}`,
        "Put it right in the chart's values, or name another target in the migration file, and run this again",
    ]);
}

// EXTERNAL MODULE: ./build/records/ladder.js
var ladder = __webpack_require__(19977);
// EXTERNAL MODULE: ./build/playbook/move/step.js
var step = __webpack_require__(60022);
;// CONCATENATED MODULE: ./build/playbook/dns/bake.js





const PROBE_EVERY_MS = 10_000;
/** From the cluster each probe is a pod. */
const PROBE_BY_POD_EVERY_MS = 30_000;
/**
 * Watches the new side for as long as the file says before its share of the traffic grows; at once where it has none yet.
 * @returns what was seen, in words; empty where there was nothing to watch
 * @throws AbortedStepError when the new side fails by the file's rules; StepError when nothing can be told: the share stays then
 */
async function bakeBefore({ service, before, after, names }, bake, stop) {
    const percent = shareOf(before);
    // What is put back is not watched first.
    if (percent === 0 || (shareOf(after) <= percent && !isLast(after, names)))
        return "";
    const { bakeMs, abort } = service.switch;
    const from = bake.clock.now();
    const end = from.getTime() + bakeMs;
    bake.log.info(`${service.name}: watching ${percent} % on the new side for ${(0,duration/* formatDuration */.a)(bakeMs)}`);
    let inRow = 0;
    let probes = 0;
    while (bake.clock.now().getTime() < end) {
        const problem = await bake.probe(service, stop);
        if (stop.aborted)
            throw new errors/* StepError */.zg([`Stopped at ${percent} % on the new side. Run this again to go on, or go back`]);
        probes++;
        inRow = problem === undefined ? 0 : inRow + 1;
        if (problem !== undefined)
            bake.log.warn(`${service.name}: a probe of the new side failed: ${problem}`);
        if (inRow >= abort.probeFailures) {
            throw new step/* AbortedStepError */.U([
                `The new side failed ${inRow} probes in a row at ${percent} % of the traffic, so that the records are put back: ${problem}`,
            ]);
        }
        const everyMs = service.probe?.from === "cluster" ? PROBE_BY_POD_EVERY_MS : PROBE_EVERY_MS;
        await bake.clock.sleep(Math.min(everyMs, Math.max(1, end - bake.clock.now().getTime())), stop);
    }
    const rate = await rateSince(from, { service, before, names }, bake);
    return `${percent} % on the new side for ${(0,duration/* formatDuration */.a)(bakeMs)}: ${probes} probes${rate === "" ? "" : `, ${rate}`}`;
}
/** What the file's rule of an error rate says, in words; empty where there is none. */
async function rateSince(from, { service, before, names }, bake) {
    const rule = service.switch.abort.errorRate;
    if (rule === undefined)
        return "";
    const percent = shareOf(before);
    const source = await bake.source(service, names);
    const seen = source === undefined ? undefined : await bake.errorRates.read(source, { from, to: bake.clock.now() });
    const hold = (why) => new errors/* StepError */.zg([
        `Nothing can be told of the new side at ${percent} % of the traffic: ${why}`,
        "It stays at that share. Run this again to watch it once more and go on, or go back",
    ]);
    if (source === undefined)
        throw hold("CloudWatch knows no load balancer that the records lead to");
    if (seen === undefined)
        throw hold("no requests were counted");
    const { rate, requests } = seen;
    if (requests !== undefined && requests < rule.leastRequests) {
        throw hold(`${requests} requests were counted, and ${rule.leastRequests} are needed`);
    }
    const shown = `${(rate * 100).toFixed(2)} % errors${requests === undefined ? "" : ` of ${requests} requests`}`;
    if (rate <= rule.most)
        return shown;
    throw new step/* AbortedStepError */.U([
        `The new side had ${shown} at ${percent} % of the traffic, and ${rule.most * 100} % are allowed, so that the records are put back`,
    ]);
}
/** Whether these are what the records are to become in the end. */
function isLast(after, names) {
    return after.every((set) => names.some((name) => name.after.some((wanted) => (0,compare/* sameSet */.XV)(wanted, set))));
}
/** The share of the new side in percent. */
function shareOf(sets) {
    const weights = sets.flatMap(({ setIdentifier, routing }) => setIdentifier === ladder/* NEW */.dy && routing?.policy === "weighted" ? [routing.weight] : []);
    return Math.max(0, ...weights);
}

;// CONCATENATED MODULE: ./build/playbook/steps/switch-dns.js









/**
 * Leads the records of a service to the new side: one batch for each zone, each a compare-and-swap, zone after zone. With weights it
 * does so step by step, each step watched before the next. Its undo puts back the records as they were before the move.
 */
function switchDns(parts) {
    /** What was planned last of each service, for what comes after its changes. */
    const planned = new Map();
    const changes = new Map();
    const putBack = new Map();
    return { id: plan_switch/* SWITCH_DNS */.lk, plan, apply, verify, undo, takeBack, verifyUndo };
    async function plan(service, move, { isLocked }) {
        const { names, ...rest } = await (0,plan_switch/* planSwitch */.S7)(service, { move, isLocked }, parts);
        planned.set(service.name, names);
        return { step: plan_switch/* SWITCH_DNS */.lk, title: `switch the records of ${service.name} to the new side`, ...rest };
    }
    async function apply(change, service, stop) {
        const [before, after] = [(0,set_map/* setsOf */.Nc)(change.before), (0,set_map/* setsOf */.Nc)(change.after)];
        const { id, name } = (0,known_states/* zoneOfTarget */.tn)(change.target);
        const names = planned.get(service.name) ?? [];
        const watched = await bakeBefore({ service, before, after, names }, parts.bake, stop);
        const comment = `k8s-migrate: ${service.name}`;
        const written = await writeBatch({ zone: id, before, after, comment }, parts, { reader: parts.reader, stop });
        if (written !== undefined) {
            changes.set(service.name, [...(changes.get(service.name) ?? []), written]);
            // What is watched next has to be there.
            if (/ at \d+ %/.test(change.target))
                await untilInsync([written], parts, stop);
        }
        return `${watched === "" ? "" : `${watched}; `}changed ${(0,evidence_text/* counted */.hS)(after.length, "record set")} of ${name}`;
    }
    async function verify(service, stop) {
        const names = planned.get(service.name) ?? [];
        const expected = names.map(({ moved, before, after }) => {
            return withOthers({ zone: moved.zone, name: moved.name, before, after });
        });
        return answered(service, expected, stop);
    }
    async function answered(service, expected, stop) {
        if (expected.length === 0)
            return "";
        const own = changes.get(service.name) ?? [];
        await untilInsync(own, parts, stop);
        const words = await verifyAnswers(expected, parts, stop);
        return own.length === 0 ? words : `Route 53 is in sync; ${words}`;
    }
    async function undo(service, move) {
        const title = `put back the records of ${service.name}`;
        const { names, ...back } = await recordsBack(plan_switch/* SWITCH_DNS */.lk, move, parts);
        putBack.set(service.name, names);
        return { step: plan_switch/* SWITCH_DNS */.lk, title, ...back };
    }
    /** The TTL stays low, so that it can be switched anew. */
    async function takeBack(service, move) {
        const title = `lead the records of ${service.name} back to the old side`;
        const { names, ...back } = await recordsBack(plan_switch/* SWITCH_DNS */.lk, move, { ...parts, steps: [plan_switch/* SWITCH_DNS */.lk] });
        putBack.set(service.name, names);
        return { step: plan_switch/* SWITCH_DNS */.lk, title, ...back };
    }
    async function verifyUndo(service, stop) {
        return answered(service, await expectedBack(putBack.get(service.name) ?? [], parts.reader), stop);
    }
}

// EXTERNAL MODULE: ./build/inventory/remark.js
var remark = __webpack_require__(87771);
// EXTERNAL MODULE: ./build/records/zone-records.js
var zone_records = __webpack_require__(5668);
;// CONCATENATED MODULE: ./build/dns/delegation.js



/**
 * Why a switch in this zone would reach nobody: the world asks other name servers. Undefined where it asks those of the zone, and for a
 * private zone, which nothing delegates.
 * @param answered the name servers that the parent of the zone gives for it
 */
function delegationProblem(zone, answered) {
    if (zone.isPrivate)
        return undefined;
    const own = new Set(zone.nameServers.map(dns_name/* dnsName */.Tu));
    const asked = [...new Set(answered.map(dns_name/* dnsName */.Tu))].toSorted();
    const others = asked.filter((server) => !own.has(server));
    if (asked.length > 0 && others.length === 0)
        return undefined;
    const who = (0,zone_records/* zoneText */._)(zone);
    const has = `those of the zone are ${(0,remark/* listed */.KE)([...own].toSorted())}`;
    if (asked.length === 0) {
        return `${who} is asked by nobody: no name servers are registered for ${zone.name}, and ${has}. Register those with the parent of ${zone.name}, or name the zone that is in use`;
    }
    const which = others.length === asked.length ? "only other name servers" : "other name servers too";
    return `${who}: the parent of ${zone.name} names ${which}: ${(0,remark/* listed */.KE)(others)}, and ${has}. Name the zone that is in use, or put that right first`;
}
/**
 * The private zone whose answer this is, in words; undefined where it is not that of one. A resolver of a VPC tells what a private zone of the
 * name or above it has, and not what the world is told:
 * https://docs.aws.amazon.com/Route53/latest/DeveloperGuide/hosted-zone-private-considerations.html
 * @param zones all that are known
 */
function hidingZone({ name }, answered, zones) {
    const servers = answered.map(dns_name/* dnsName */.Tu);
    for (const zone of zones) {
        if (!zone.isPrivate || !(0,dns_name/* isInZone */.eI)(name, zone.name))
            continue;
        const own = zone.records.filter((set) => set.type === "NS" && set.name === name);
        const has = new Set(own.flatMap(({ values = [] }) => values.map(dns_name/* dnsName */.Tu)));
        if (servers.length === has.size && servers.every((server) => has.has(server)))
            return (0,zone_records/* zoneText */._)(zone);
    }
    return undefined;
}

;// CONCATENATED MODULE: ./build/playbook/dns/check-delegation.js


/** Whether the world asks the name servers of these zones, of each zone once in a run. */
function delegationCheck({ servers }) {
    const asked = new Map();
    return async (zones, all) => {
        const found = await Promise.all(zones
            .filter(({ isPrivate }) => !isPrivate)
            .map((zone) => {
            const known = asked.get(zone.id) ?? check(zone, all);
            asked.set(zone.id, known);
            return known;
        }));
        return {
            problems: found.flatMap(({ problems }) => problems),
            warnings: found.flatMap(({ warnings }) => warnings),
        };
    };
    async function check(zone, all) {
        const unknown = (why) => ({
            problems: [],
            warnings: [`whether ${(0,zone_records/* zoneText */._)(zone)} is the one that the world asks cannot be found out from here: ${why}`],
        });
        const answer = await servers.resolve({ name: zone.name, type: "NS" });
        if ("problem" in answer || answer.rcode === "REFUSED" || answer.rcode === "SERVFAIL") {
            return unknown("problem" in answer ? answer.problem : `the resolver answers ${answer.rcode}`);
        }
        const names = answer.records.filter(({ type }) => type === "NS").map(({ value }) => value);
        const problem = delegationProblem(zone, names);
        const hiding = problem === undefined ? undefined : hidingZone(zone, names, all);
        if (hiding !== undefined)
            return unknown(`the resolver answers from ${hiding}`);
        return { problems: problem === undefined ? [] : [problem], warnings: [] };
    }
}

;// CONCATENATED MODULE: ./build/playbook/dns/probe-once.js





/** Asks every address of the new side once, for each record. Gives what is wrong first, in words; undefined where nothing is. */
function probeOnce(parts) {
    return async (service, stop) => {
        const { probe, records } = service;
        if (probe === undefined)
            return undefined;
        const probes = (probe.from === "cluster" ? parts.clusterProbes?.(service) : undefined) ?? parts.probes;
        for (const record of records) {
            const target = await parts.targets.find(record.target, probe.host ?? record.name);
            if ("problem" in target)
                return target.problem;
            const port = portFor(target, probe.scheme);
            if (typeof port !== "number")
                return port.problem;
            const problem = await wrongAt(target.addresses, (address, addressOf) => probes.ask(probeRequest(probe, { address, addressOf, port, recordName: record.name }), stop));
            if (problem !== undefined)
                return `${record.name} at ${problem}`;
        }
        return undefined;
        async function wrongAt(names, ask) {
            for (const name of names) {
                const known = parts.names ? (await lookUp(parts.names, name, stop)).addresses : [];
                // Where DNS does not know it here, a proxy may.
                const addresses = known.length > 0 ? known : [name];
                const hasIpv4 = addresses.some((address) => !(0,probe_addresses/* isIpv6 */.sX)(address));
                for (const address of addresses) {
                    const first = await ask(address, name);
                    const answer = "problem" in first && first.kind === "proxy" ? await ask(name, name) : first;
                    // No way to IPv6 from here says nothing of the new side.
                    if ("problem" in answer && answer.kind === "unreachable" && (0,probe_addresses/* isIpv6 */.sX)(address) && hasIpv4)
                        continue;
                    const [problem] = "problem" in answer ? [answer.problem] : probe === undefined ? [] : misfits(answer, probe);
                    if (problem !== undefined)
                        return `${address}: ${problem}`;
                }
            }
            return undefined;
        }
    };
}

;// CONCATENATED MODULE: ./build/playbook/dns/read-zones.js



/** As many record sets come in one answer: https://docs.aws.amazon.com/Route53/latest/APIReference/API_ListResourceRecordSets.html */
const PAGE = 300;
const read_zones_AT_ONCE = 4;
/** Reads hosted zones in as few calls as it can, since Route 53 takes five a second of a whole account. */
function zoneReader(records) {
    let zones;
    const read = new Map();
    const sizes = new Map();
    return {
        named,
        async zonesFor(names, { isLocked }) {
            zones ??= records.zones();
            const all = await zones.catch((error) => {
                zones = undefined;
                throw error;
            });
            const wanted = all.filter((zone) => names.some((name) => (0,dns_name/* isInZone */.eI)(name, zone.name)));
            return (0,few_at_a_time/* fewAtATime */.a)(wanted, read_zones_AT_ONCE, async (zone) => {
                const known = await whole(zone);
                if (!isLocked)
                    return known;
                const own = chainsOf(names.filter((name) => (0,dns_name/* isInZone */.eI)(name, zone.name)), known);
                const fresh = await named(zone.id, [...own]);
                return { ...known, records: [...known.records.filter(({ name }) => !own.has(name)), ...fresh] };
            });
        },
    };
    function whole(zone) {
        const found = read.get(zone.id);
        if (found !== undefined)
            return found;
        const reading = readWhole(zone);
        read.set(zone.id, reading);
        reading.catch(() => read.delete(zone.id));
        return reading;
    }
    async function readWhole(zone) {
        const [nameServers, sets] = await Promise.all([
            zone.isPrivate ? [] : records.nameServers(zone.id),
            records.all(zone.id),
        ]);
        sizes.set(zone.id, sets.length);
        return { ...zone, nameServers, records: sets };
    }
    async function named(zone, names) {
        const distinct = [...new Set(names)];
        const pages = Math.ceil((sizes.get(zone) ?? Number.POSITIVE_INFINITY) / PAGE);
        if (distinct.length > pages) {
            const wanted = new Set(distinct);
            return (await records.all(zone)).filter(({ name }) => wanted.has(name));
        }
        return (await (0,few_at_a_time/* fewAtATime */.a)(distinct, read_zones_AT_ONCE, (name) => records.named(zone, name))).flat();
    }
}
/** With the names that these lead to in their zone: other services may have changed those, too. */
function chainsOf(names, { records }) {
    const own = new Set(names);
    // What is added meanwhile is gone through, too.
    for (const name of own) {
        const targets = records.filter((set) => set.name === name).flatMap(leads_to/* leadsTo */.R);
        const inZone = targets.map(dns_name/* dnsName */.Tu).filter((target) => records.some((set) => set.name === target));
        for (const target of inZone)
            own.add(target);
    }
    return own;
}

;// CONCATENATED MODULE: ./build/playbook/dns/dns-steps.js









/** The steps of the DNS half, over one reader of zones. */
function dnsSteps(ports, probe) {
    const reader = zoneReader(ports.records);
    const { targets, clock, log, balancers, errorRates } = ports;
    const probed = {
        ...probe,
        targets,
        clock,
        log,
        names: ports.servers,
        oldSide: async (service) => oldRecords((await (0,moved_names/* movedNames */.C)(service, { isLocked: false }, reader)).names),
    };
    const bake = { probe: probeOnce(probed), errorRates, source, clock, log };
    return {
        lower: [lowerTtl({ ...ports, reader }), lowerKeepAlive({ old: balancers.old, reader })],
        probe: probeNewSide(probed),
        switchDns: switchDns({ ...ports, reader, delegations: delegationCheck(ports), bake }),
    };
    async function source({ switch: { abort } }, names) {
        const wanted = abort.errorRate?.source;
        if (wanted?.kind === "url")
            return wanted;
        const [target] = names.flatMap(({ after }) => after.flatMap(leads_to/* leadsTo */.R));
        const balancer = target === undefined ? undefined : await balancers.new.byDnsName(target);
        if (balancer === undefined)
            return undefined;
        return { kind: "cloudwatch", loadBalancer: balancer.arn, region: balancer.arn.split(":")[3] ?? "" };
    }
}
function oldRecords(names) {
    return names.map(({ record, moved }) => ({
        record: record.name,
        addresses: [...new Set(moved.sets.flatMap((set) => [...(0,leads_to/* leadsTo */.R)(set), ...addressesIn(set)]))],
    }));
}
function addressesIn({ type, values = [] }) {
    return type === "CNAME" ? [] : values;
}

;// CONCATENATED MODULE: ./build/actions/move/open-dns.js









/** Puts together the steps of the DNS half: the zones in their account, the load balancers of both sides, and name servers. */
function openDns({ name: environment, ecs, eks, dns }, { client, session }, io) {
    const zones = { region: ecs.region, credentials: session("dns", { region: ecs.region, ...dns }) };
    const newSide = { region: eks.region, credentials: session("eks", eks) };
    const ports = {
        records: awsRecordSets(zones),
        servers: nameServers(dns.resolver === undefined ? {} : { resolver: dns.resolver }),
        asked: { resolver: dns.resolver, nameServers: dns.nameServers },
        balancers: {
            old: awsBalancers({ region: ecs.region, credentials: session("ecs", ecs) }),
            new: awsBalancers(newSide),
        },
        targets: clusterRouteTargets(client),
        errorRates: errorRates({ login: (region) => ({ ...newSide, region }) }),
        clock: adapters_clock/* systemClock */.m,
        log: io.log,
    };
    const clusterProbes = (service) => {
        const owner = { environment, service: service.name };
        return podProbes(client, { namespace: service.release.namespace, image: service.probe?.image ?? "", owner });
    };
    return dnsSteps(ports, { probes: httpProbes(), clusterProbes, hidden: io.hidden });
}

;// CONCATENATED MODULE: ./build/actions/move/open-move.js
















/** Logs in to both sides, and puts together what the phases work with. */
async function openMove({ environment, services, folder, prepare }, io) {
    const { ecs, eks, state } = environment;
    const target = {
        kind: "eks",
        cluster: eks.cluster,
        region: eks.region,
        roleToAssume: eks.roleToAssume,
        kubeContext: "",
    };
    const [login] = await Promise.all([(0,cluster_login/* logInToEks */.A)(target, folder, io), (0,kubernetes_client/* loadKubernetesClient */.u)()]);
    const client = await (0,kubernetes_client/* openCluster */.D)(login);
    const session = (side, { region, roleToAssume }) => {
        const idToken = (0,id_token/* awsIdToken */.k)(process.env);
        return (0,aws_session/* awsSession */.y)({
            region,
            roleToAssume,
            ...(idToken ? { idToken } : {}),
            cacheFile: (0,external_node_path_.join)(folder, `${side}-session.json`),
            onSecrets: io.hide,
        });
    };
    const store = state.kind === "cluster"
        ? { journals: clusterJournals(client), leases: (0,leases/* clusterLeases */.Q)(client) }
        : s3Store({ bucket: state.bucket, region: state.region, credentials: session("state", state) });
    const images = awsRunningImages({ region: ecs.region, credentials: session("ecs", ecs) }, services.filter(({ image }) => image.from === "ecs").map((each) => each.ecs));
    const deploys = releaseDeploys({
        prepare: prepare?.({ client, kubeconfig: login.kubeconfig }) ?? noDeploy,
        releases: (0,release_secrets/* releaseSecrets */.t)(client),
        cronJobs: (0,suspend_flags/* clusterCronJobs */.J)(client),
        live: (0,live_objects/* clusterObjects */.r)(client),
    });
    const dns = openDns(environment, { client, session }, io);
    return { store, steps: [...dns.lower, deploySuspended({ deploys, images }), dns.probe, dns.switchDns] };
}
function noDeploy() {
    throw new Error("nothing is deployed here");
}
function s3Store(place) {
    return { journals: s3Journals(place), leases: s3Leases(place) };
}


/***/ }),

/***/ 85151:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   h: () => (/* binding */ phaseRequest)
/* harmony export */ });
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(77598);

/** A phase as the inputs and the migration file want it. */
function phaseRequest(phase, { environment, dryRun, planHash }, { migration, run }) {
    const { services } = migration;
    const { ecs, eks } = migration.environment;
    const intent = {
        ecs: { region: ecs.region },
        eks: { region: eks.region, cluster: eks.cluster },
        dns: migration.environment.dns,
        services: services.map(({ name, ecs: from, records, probe, prepare, switch: switched }) => {
            return { name, from, records, probe, prepare, switched };
        }),
    };
    const newSalt = () => (0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.randomBytes)(16).toString("hex");
    // As JSON has it: without what is undefined.
    const asJson = JSON.parse(JSON.stringify(intent));
    const { window } = migration.environment;
    return { phase, environment, services, dryRun, planHash, run, intent: asJson, newSalt, window };
}


/***/ }),

/***/ 41164:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  T: () => (/* binding */ readFile)
});

// EXTERNAL MODULE: external "node:fs/promises"
var promises_ = __webpack_require__(51455);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(76760);
// EXTERNAL MODULE: ./build/errors.js
var errors = __webpack_require__(19473);
// EXTERNAL MODULE: ./build/adapters/workspace.js
var adapters_workspace = __webpack_require__(46452);
;// CONCATENATED MODULE: ./build/adapters/migration-files.js




/** Where it is when nothing else is said: a file, or a folder of files. */
const STANDARD = [".github/k8s-migrate.yml", ".github/k8s-migrate.yaml", ".github/k8s-migrate"];
/**
 * The migration file below a workspace.
 * @param config a file or a folder, from the workspace; empty: where it is by default
 */
function migrationFiles({ workspace, config }) {
    return {
        async read() {
            const path = config === "" ? standardPlace(workspace) : config;
            const kind = (0,adapters_workspace/* whatIsAt */.e)((0,external_node_path_.resolve)(workspace, path));
            if (kind === "nothing") {
                throw new errors/* UserError */.yo(`config: ${path} is not in the workspace; is there a checkout step before?`);
            }
            const paths = kind === "file" ? [path] : await yamlFilesBelow(workspace, path);
            return Promise.all(paths.map((each) => readText(workspace, each)));
        },
    };
}
function standardPlace(workspace) {
    const found = STANDARD.filter((path) => (0,adapters_workspace/* whatIsAt */.e)((0,external_node_path_.resolve)(workspace, path)) !== "nothing");
    const [first, second] = found;
    if (first === undefined) {
        throw new errors/* UserError */.yo(`There is no ${STANDARD[0]}, and no folder ${STANDARD[2]}/. Write one as docs/migration-file.md shows, or let actions/inventory write a first one; is there a checkout step before?`);
    }
    if (second !== undefined) {
        throw new errors/* UserError */.yo(`${first} and ${second} are both there; keep one: the file, or the folder with a file a service`);
    }
    return first;
}
/** In folders below it too; hidden files are those of editors. */
async function yamlFilesBelow(workspace, folder) {
    const root = (0,external_node_path_.resolve)(workspace, folder);
    const entries = await (0,promises_.readdir)(root, { recursive: true, withFileTypes: true });
    const found = entries
        .filter((entry) => !entry.isDirectory() && /^[^.].*\.ya?ml$/.test(entry.name))
        .map((entry) => (0,external_node_path_.relative)(root, (0,external_node_path_.join)(entry.parentPath, entry.name)).split(external_node_path_.sep).join("/"))
        .toSorted();
    if (found.length === 0)
        throw new errors/* UserError */.yo(`${folder} holds no .yml file; write one as docs/migration-file.md shows`);
    return found.map((path) => `${folder.replace(/\/+$/, "")}/${path}`);
}
async function readText(workspace, path) {
    try {
        return { path, text: await (0,promises_.readFile)((0,external_node_path_.resolve)(workspace, path), "utf8") };
    }
    catch (error) {
        throw new errors/* UserError */.yo(`${path} cannot be read: ${(0,errors/* describeError */.Uc)(error)}`);
    }
}

;// CONCATENATED MODULE: ./build/migration-file/problem.js

/** `.github/k8s-migrate.yml:31` */
function placeText({ file, line }) {
    return `${file}:${line}`;
}
/** A problem as one line of a log: `path:line:column: key: what; what to write instead`. */
function problemLine({ file, line, column, key, what, instead }) {
    const text = instead === undefined ? what : `${what}; ${instead}`;
    return `${file}:${line}:${column}: ${key === "" ? "" : `${key}: `}${text}`;
}
/** All problems as one error, or `undefined` where there is none. */
function problemsError(problems) {
    return errors/* UserError */.yo.fromProblems("The migration file cannot be used:", problems.map(problemLine));
}
/** In the order of the files, each line once. */
function inOrder(problems) {
    const byLine = new Map(problems.map((problem) => [problemLine(problem), problem]));
    return [...byLine.values()].toSorted((a, b) => compare(a.file, b.file) || a.line - b.line || a.column - b.column || compare(a.key, b.key));
}
function compare(a, b) {
    if (a === b)
        return 0;
    return a < b ? -1 : 1;
}

// EXTERNAL MODULE: ./build/advice/nearest.js
var nearest = __webpack_require__(62291);
// EXTERNAL MODULE: ./node_modules/zod/v4/classic/schemas.js + 11 modules
var schemas = __webpack_require__(92857);
// EXTERNAL MODULE: ./build/duration/duration.js
var duration_duration = __webpack_require__(79805);
;// CONCATENATED MODULE: ./build/migration-file/placeholders.js
/** What may stand in braces, and nothing else. */
const PLACEHOLDERS = ["service", "environment"];
const IN_BRACES = /\{([^{}]*)\}/g;
/** Every name in braces, known or not. */
function placeholdersIn(text) {
    return [...text.matchAll(IN_BRACES)].map(([, name]) => name ?? "");
}
/** Puts the names in. What is no placeholder stays. */
function fillIn(text, values) {
    return text.replace(IN_BRACES, (whole, name) => Object.hasOwn(values, name) ? values[name] : whole);
}

;// CONCATENATED MODULE: ./build/migration-file/schema/leaves.js



/** Facts are kept with the schema, and come out with it as JSON Schema. */
function withFacts(schema, facts) {
    const { example, ...rest } = facts;
    return schema.meta(example === undefined ? rest : { ...rest, examples: [example] });
}
function leaves_factsOf(schema) {
    const meta = schema.meta();
    if (meta?.is === undefined)
        return undefined;
    const { description = "", is, examples, placeholders } = meta;
    return {
        description,
        is: is,
        example: examples?.[0],
        placeholders: placeholders === true,
    };
}
/** Text in one line, of a form of its own. */
function leaves_text(facts) {
    const { pattern = /^\S(.*\S)?$/, problem, ...known } = facts;
    const wrong = problem ?? ((value) => (pattern.test(value) ? undefined : `is not ${known.is}`));
    const schema = schemas/* string */.YjP().check((context) => {
        const { value } = context;
        // What placeholders become is checked once they are filled in.
        const open = known.placeholders === true && placeholdersIn(value).length > 0;
        const found = value === "" && !pattern.test("") ? "is empty" : open ? placeholderProblem(value) : wrong(value);
        if (found === undefined)
            return;
        const what = typeof found === "string" ? found : found.what;
        const message = value === "" ? what : `${shown(value)} ${what}`;
        const params = typeof found === "string" ? instead(known, message) : found;
        context.issues.push({ code: "custom", message, input: value, params, continue: true });
    });
    return withFacts(schema, { ...known, ...(known.placeholders || problem ? {} : editorPattern(pattern, known)) });
}
/**
 * What a message says to write in its place.
 * @param what what the message says before: what it names needs no name again
 */
function instead({ is, example }, what) {
    if (example === undefined)
        return { instead: `write ${is}` };
    const name = what.endsWith(`is not ${is}`) ? "one" : is;
    return { instead: `write ${name} such as ${shownExample(example)}` };
}
function shownExample(example) {
    return typeof example === "string" ? example : flow(example);
}
/** As YAML in one line. */
function flow(value) {
    if (Array.isArray(value))
        return `[${value.map(flow).join(", ")}]`;
    if (typeof value !== "object" || value === null)
        return typeof value === "string" ? value : JSON.stringify(value);
    const entries = Object.entries(value).map(([name, each]) => `${name}: ${flow(each)}`);
    return entries.length === 0 ? "{}" : `{ ${entries.join(", ")} }`;
}
/** Text in quotes, cut where it is long. */
function shown(value) {
    return JSON.stringify(value.length > 60 ? `${value.slice(0, 57)}...` : value);
}
function placeholderProblem(value) {
    const unknown = placeholdersIn(value).find((name) => !PLACEHOLDERS.some((known) => known === name));
    return unknown === undefined ? undefined : `has {${unknown}}, but only {service} and {environment} are filled in`;
}
/** https://github.com/redhat-developer/yaml-language-server takes `patternErrorMessage`, as VS Code's JSON does. */
function editorPattern(pattern, facts) {
    return {
        pattern: pattern.source,
        patternErrorMessage: `Not ${facts.is}: write one such as ${shownExample(facts.example)}.`,
    };
}
/** One of several words. */
function choice(words, description) {
    const is = words.length < 3 ? words.join(" or ") : `one of ${words.join(", ")}`;
    return withFacts(schemas/* enum */.k5n(words), { description, is });
}
/** `90s`, `5m`, `1h30m`; milliseconds when read. */
function duration(facts) {
    return leaves_text({
        ...facts,
        is: "a duration",
        pattern: /^(\d+(\.\d+)?(ms|h|m|s))+$/,
        problem: (value) => ((0,duration_duration/* parseDuration */.E)(value) === undefined ? "is not a duration above zero" : undefined),
    });
}
/** A whole number within bounds. */
function count(facts, { from, to }) {
    return withFacts(schemas/* int */.Whr().min(from).max(to), { ...facts, is: `${facts.is} from ${from} to ${to}` });
}

;// CONCATENATED MODULE: ./build/migration-file/schema/schema-keys.js


/** A schema without what makes it optional or changes its output. */
function bare(schema) {
    if (schema instanceof schemas/* ZodOptional */.IiU || schema instanceof schemas/* ZodDefault */.XiL || schema instanceof schemas/* ZodPrefault */.xgV) {
        return bare(schema.unwrap());
    }
    return schema;
}
/** The schema of what is below a key or at a position. `undefined`: there is no such key. */
function schemaBelow(schema, step) {
    const found = schema === undefined ? undefined : bare(schema);
    if (found instanceof schemas/* ZodObject */.bvH) {
        const shape = found.shape;
        return Object.hasOwn(shape, step) ? shape[step] : undefined;
    }
    if (found instanceof schemas/* ZodRecord */.b8S)
        return found.valueType;
    if (found instanceof schemas/* ZodArray */.naA)
        return found.element;
    if (found instanceof schemas/* ZodUnion */.fZ7)
        return found.options.find((option) => option instanceof schemas/* ZodArray */.naA)?.element;
    return undefined;
}
/** The keys that a map may have; empty where names are free. */
function keysOf(schema) {
    const found = schema === undefined ? undefined : bare(schema);
    return found instanceof schemas/* ZodObject */.bvH ? Object.keys(found.shape) : [];
}
/** Every key below a schema, from the outside in. Names that are free stand as `<name>`, positions as `[]`. */
function allKeys(schema, path = "") {
    const found = bare(schema);
    if (found instanceof z.ZodArray)
        return allKeys(found.element, `${path}[]`);
    if (found instanceof z.ZodRecord) {
        const each = found.valueType;
        const facts = factsOf(each);
        const own = `${path}.<name>`;
        const key = facts ? [{ path: own, facts, standard: undefined, required: false }] : [];
        return [...key, ...allKeys(each, own)];
    }
    if (!(found instanceof z.ZodObject))
        return [];
    return Object.entries(found.shape).flatMap(([name, each]) => {
        const facts = factsOf(bare(each));
        if (facts === undefined)
            throw new Error(`The schema has no facts about ${path}.${name}.`);
        const own = path === "" ? name : `${path}.${name}`;
        const standard = each instanceof z.ZodDefault ? each.def.defaultValue : undefined;
        return [{ path: own, facts, standard, required: !each.safeParse(undefined).success }, ...allKeys(each, own)];
    });
}

;// CONCATENATED MODULE: ./build/migration-file/written.js
/** The value without its places. */
function plain(written) {
    if (written.kind === "leaf")
        return written.value;
    if (written.kind === "list")
        return written.items.map(plain);
    return Object.fromEntries([...written.entries].map(([name, value]) => [name, plain(value)]));
}
/** What is written below a key or at a position. */
function below(written, step) {
    if (written?.kind === "map")
        return written.entries.get(String(step));
    if (written?.kind === "list" && typeof step === "number")
        return written.items[step];
    return undefined;
}
/** What is written at a path; `undefined` when nothing is. */
function at(written, path) {
    return path.reduce(below, written);
}
/** What is written at a path, or the innermost thing around it. */
function nearestAt(written, path) {
    let found = written;
    for (const step of path) {
        const next = below(found, step);
        if (next === undefined)
            return found;
        found = next;
    }
    return found;
}
/** A path as people write it: `services.orders.records[0].target`. */
function keyText(path, base = "") {
    return path.reduce((text, step) => {
        if (typeof step === "number")
            return `${text}[${step}]`;
        const name = /^[\w<-]+$/.test(step) ? step : JSON.stringify(step);
        return text === "" ? name : `${text}.${name}`;
    }, base);
}
/** Maps merge, all else is replaced. What is in `over` keeps its place, and so does what only `under` has. */
function merge(under, over) {
    if (under === undefined || over === undefined)
        return over ?? under;
    if (under.kind !== "map" || over.kind !== "map")
        return over;
    const entries = new Map(under.entries);
    for (const [name, value] of over.entries)
        entries.set(name, merge(entries.get(name), value) ?? value);
    return { ...over, entries };
}

;// CONCATENATED MODULE: ./build/migration-file/issue-problems.js




/** What an issue of the schema says to the user, with the place of what it is about. */
function issueProblems(issue, checked) {
    const { schema, written } = checked;
    const path = issue.path;
    const found = at(written, path);
    const expected = path.reduce(schemaBelow, schema);
    const facts = expected && leaves_factsOf(bare(expected));
    if (found === undefined)
        return [missing(path, checked)];
    const report = (what, next) => {
        return [{ ...found.place, key: found.key, what, ...(next === undefined ? {} : { instead: next }) }];
    };
    if (issue.code === "unrecognized_keys") {
        return issue.keys.map((key) => unknownKey(key, { found, expected }));
    }
    if (issue.code === "invalid_key") {
        const place = found.keyPlace ?? found.place;
        const name = String(path.at(-1));
        return [{ ...place, key: found.key, what: `${shown(name)} is no name`, instead: nameForm(name, path) }];
    }
    if (issue.code === "custom") {
        return report(issue.message, issue.params?.instead);
    }
    if (found.kind === "leaf" && found.value === null)
        return report("is empty", facts && orLeaveOut(facts));
    if (found.kind === "list" && issue.code === "too_small")
        return report("has no entry", facts && suggestion(found, facts, ""));
    if (issue.code === "invalid_value" && issue.values.length > 1)
        return report(...notAmong(found, issue.values));
    const what = `${described(found)} is not ${facts?.is ?? issueType(issue)}`;
    return report(what, unquoted(found, { issue, expected }) ?? (facts && suggestion(found, facts, what)));
}
/** That nothing is written at a path, with the place of what is around it. */
function missing(path, { schema, written }) {
    const around = nearestAt(written, path);
    const depth = path.findIndex((_, length) => at(written, path.slice(0, length + 1)) === undefined);
    const key = keyText(path.slice(depth), around.key);
    const facts = factsAt(schema, path);
    return { ...around.place, key, what: "is missing", ...(facts ? instead(facts, "") : {}) };
}
/** What the schema knows of what is at a path. */
function factsAt(schema, path) {
    const expected = path.reduce(schemaBelow, schema);
    return expected && leaves_factsOf(bare(expected));
}
function unknownKey(key, { found, expected }) {
    const known = keysOf(expected);
    const free = known.filter((name) => at(found, [name]) === undefined);
    const meant = key.length > 60 ? undefined : ((0,nearest/* nearest */.p)(key, free) ?? (0,nearest/* nearest */.p)(key, known));
    const place = at(found, [key])?.keyPlace ?? found.place;
    const choices = known.length > 0 ? `here are ${known.join(", ")}` : undefined;
    return {
        ...place,
        key: keyText([key], found.key),
        what: "there is no such key",
        instead: meant === undefined ? (choices ?? "leave it out") : `did you mean ${meant}?`,
    };
}
function notAmong(found, values) {
    const words = values.map(String);
    const text = found.kind === "leaf" ? String(found.value) : undefined;
    const meant = text === undefined || text.length > 60 ? undefined : (0,nearest/* nearest */.p)(text, words);
    return [
        `${described(found)} is none of ${words.join(", ")}`,
        meant === undefined ? undefined : `did you mean ${meant}?`,
    ];
}
/** Environments and services have names of ours, headers those of HTTP. */
function nameForm(name, path) {
    if (path.at(-2) === "headers")
        return "write a header's name such as content-type";
    const plainName = name
        .toLowerCase()
        .replace(/[^a-z0-9]+/g, "-")
        .slice(0, 53)
        .replace(/^-+|-+$/g, "");
    return `write lower case letters, digits and "-", such as ${plainName || "orders"}`;
}
/** What to write where something would be right, but for its quotes. */
function unquoted(found, { issue, expected }) {
    const [only] = found.kind === "map" && found.entries.size === 1 ? found.entries.keys() : [];
    if (issueType(issue) === "text" && (only === "service" || only === "environment")) {
        return `put it in quotes, since YAML takes braces for a map: "{${only}}"`;
    }
    if (found.kind !== "leaf" || typeof found.value === "string")
        return undefined;
    const text = found.source ?? String(found.value);
    return expected?.safeParse(text).success ? `put it in quotes: "${text}"` : undefined;
}
function suggestion(found, facts, what) {
    return found.kind === "leaf" ? instead(facts, what).instead : `write it such as ${shownExample(facts.example)}`;
}
function orLeaveOut(facts) {
    return `${instead(facts, "").instead}, or leave the key out`;
}
/** What a value is, in words. */
function described(found) {
    if (found.kind !== "leaf")
        return `a ${found.kind}`;
    return typeof found.value === "string" ? shown(found.value) : (found.source ?? String(found.value));
}
function issueType(issue) {
    const words = { string: "text", array: "a list", object: "a map", record: "a map" };
    const expected = issue.code === "invalid_type" ? issue.expected : "";
    return words[expected] ?? "what is expected here";
}

;// CONCATENATED MODULE: ./build/migration-file/check-written.js


/**
 * Holds what is merged against a schema. Keys that are not there are told apart from problems where they may be written
 * in another place too: above the first list. Keys that the schema does not know are passed over, since each file was held
 * against its own schema before.
 */
function checkWritten(schema, written) {
    const result = schema.safeParse(plain(written));
    if (result.success)
        return { value: result.data, problems: [], missing: [] };
    const { issues } = result.error;
    const lacks = (path) => path.every((step) => typeof step === "string") && at(written, path) === undefined;
    return {
        missing: issues.map(({ path }) => path).filter(lacks),
        problems: issues
            .filter(({ code, path }) => code !== "unrecognized_keys" && !lacks(path))
            .flatMap((issue) => issueProblems(issue, { schema, written })),
    };
}

// EXTERNAL MODULE: ./build/release/release-name.js
var release_name = __webpack_require__(25011);
// EXTERNAL MODULE: ./build/migration-file/forms/aws-forms.js
var aws_forms = __webpack_require__(88655);
;// CONCATENATED MODULE: ./build/migration-file/forms/cron-syntax.js

const MONTHS = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"];
const DAYS = ["sun", "mon", "tue", "wed", "thu", "fri", "sat"];
const FIELDS = [
    { name: "minute", from: 0, to: 59 },
    { name: "hour", from: 0, to: 23 },
    { name: "day of the month", from: 1, to: 31 },
    { name: "month", from: 1, to: 12, words: MONTHS },
    { name: "day of the week", from: 0, to: 6, words: DAYS },
];
const NAMED = /^@(yearly|annually|monthly|weekly|daily|midnight|hourly)$/;
/**
 * What is wrong with the schedule of a CronJob, or `undefined`. What Kubernetes takes is what this parser takes:
 * https://github.com/robfig/cron/blob/v3.0.1/parser.go
 */
function cronProblem(schedule) {
    const text = schedule.trim();
    if (/^(CRON_)?TZ=/.test(text))
        return "has a time zone in it, which belongs into time-zone";
    if (/^(cron|rate|at)\(/.test(text))
        return "is in the form of AWS, where Kubernetes has five fields";
    if (text.startsWith("@every ")) {
        return (0,duration_duration/* parseDuration */.E)(text.slice("@every ".length).trim()) === undefined
            ? "has no duration after @every"
            : undefined;
    }
    if (text.startsWith("@"))
        return NAMED.test(text) ? undefined : "is no schedule that Kubernetes knows by name";
    const fields = text.split(/\s+/);
    if (fields.length !== FIELDS.length) {
        return `has ${fields.length === 1 ? "1 field" : `${fields.length} fields`}, where Kubernetes has five: minute, hour, day of the month, month, day of the week`;
    }
    for (const [at, field] of FIELDS.entries()) {
        const problem = fieldProblem(fields[at] ?? "", field);
        if (problem !== undefined)
            return `has "${fields[at]}" as ${field.name}, but ${problem}`;
    }
    return undefined;
}
function fieldProblem(text, field) {
    for (const part of text.split(",")) {
        const [range = "", step, ...more] = part.split("/");
        if (more.length > 0)
            return `"${part}" has more than one step`;
        if (step !== undefined && !/^0*[1-9]\d*$/.test(step))
            return `"${part}" has no step above zero`;
        const [from = "", to, ...others] = range.split("-");
        if (others.length > 0)
            return `"${range}" is no range`;
        if ((from === "*" || from === "?") && to === undefined)
            continue;
        const [low, high] = [numberOf(from, field), to === undefined ? undefined : numberOf(to, field)];
        const wrong = low === undefined ? from : to;
        if (low === undefined || (to !== undefined && high === undefined)) {
            return `"${wrong}" is not from ${field.from} to ${field.to}${sunday(wrong, field)}`;
        }
        if (high !== undefined && high < low)
            return `"${range}" ends before it begins`;
    }
    return undefined;
}
function numberOf(text, field) {
    const word = field.words?.indexOf(text.toLowerCase()) ?? -1;
    if (word >= 0)
        return word + field.from;
    const value = /^\d{1,4}$/.test(text) ? Number(text) : Number.NaN;
    return value >= field.from && value <= field.to ? value : undefined;
}
/** Other crons take 7 for Sunday. */
function sunday(text, field) {
    return field.words === DAYS && text === "7" ? ", and Sunday is 0" : "";
}

// EXTERNAL MODULE: ./build/migration-file/forms/names.js
var names = __webpack_require__(20772);
// EXTERNAL MODULE: ./build/migration-file/forms/time-zone.js
var time_zone = __webpack_require__(37154);
;// CONCATENATED MODULE: ./build/migration-file/schema/cron-checks.js

/** Refuses a map that has none of these keys, or more than one. */
function oneOf(keys) {
    return (context) => {
        const given = Object.keys(context.value).filter((key) => keys.includes(key));
        if (given.length === 1)
            return;
        const what = given.length === 0 ? "names nothing" : `has ${given.join(" and ")}`;
        report(context, { what, instead: `write one of ${keys.join(", ")}` });
    };
}
/** Refuses `replicas` at a CronJob. */
function replicasFit(context) {
    const { cronjob, replicas } = context.value;
    if (cronjob === undefined || replicas === undefined)
        return;
    report(context, { what: "a CronJob has no replicas", instead: "leave it out", path: ["replicas"] });
}
/** Refuses jobs that AWS knows itself, and jobs that nothing here starts. */
function cronChecks(context) {
    const { stop, start, jobs = [] } = context.value;
    const known = ["rule", "schedule"].find((key) => key in stop);
    if (jobs.length > 0 && known !== undefined) {
        report(context, { what: `AWS itself knows when a ${known} runs`, instead: "leave it out", path: ["jobs"] });
    }
    for (const kind of ["cronjob", "deployment"]) {
        const started = start.flatMap((each) => each[kind] ?? []);
        for (const [at, { [kind]: name }] of jobs.entries()) {
            if (name === undefined || started.includes(name))
                continue;
            const meant = (0,nearest/* nearest */.p)(name, started);
            const choices = started.length > 0 ? `write ${started.join(" or ")}` : `write it there, as - ${kind}: ${name}`;
            report(context, {
                what: `${JSON.stringify(name)} is not among what start names`,
                instead: meant === undefined ? choices : `did you mean ${meant}?`,
                path: ["jobs", at, kind],
            });
        }
    }
}
function report(context, problem) {
    const { what, instead, path } = problem;
    const place = path === undefined ? {} : { path };
    context.issues.push({
        code: "custom",
        message: what,
        input: context.value,
        params: { instead },
        ...place,
        continue: true,
    });
}

;// CONCATENATED MODULE: ./build/migration-file/schema/cron-schema.js







const envSwitch = schemas/* strictObject */.rej({
    service: leaves_text({
        description: "The ECS service. Default is that of `ecs`.",
        is: "an ECS service's name",
        example: "orders",
        pattern: aws_forms/* ECS_NAME */.GK,
        placeholders: true,
    }).optional(),
    cluster: leaves_text({
        description: "Its cluster. Default is that of `ecs`.",
        is: "an ECS cluster's name",
        example: "shop",
        pattern: aws_forms/* ECS_NAME */.GK,
        placeholders: true,
    }).optional(),
    container: leaves_text({
        description: "The container that has the variable. Needed only where more than one has it.",
        is: "a container's name",
        example: "web",
        pattern: aws_forms/* CONTAINER_NAME */.Cz,
        placeholders: true,
    }).optional(),
    name: leaves_text({
        description: "Name of the environment variable.",
        is: "a variable's name",
        example: "CRON_ENABLED",
        pattern: /^[^\s=]+$/,
    }),
    off: leaves_text({
        description: "The value that turns cron off.",
        is: "text",
        example: '"false"',
        pattern: /^[\s\S]*$/,
    }),
});
/** What is stopped on the ECS side: exactly one of these. */
const stopSchema = schemas/* strictObject */.rej({
    rule: leaves_text({
        description: "Name of an EventBridge rule.",
        is: "an EventBridge rule's name",
        example: "orders-nightly",
        pattern: aws_forms/* RULE_NAME */.XY,
        placeholders: true,
    }).optional(),
    schedule: leaves_text({
        description: "A schedule of EventBridge Scheduler, as `group/name`. Without a group it is `default`.",
        is: "a schedule",
        example: "shop/orders-nightly",
        pattern: aws_forms/* SCHEDULE_NAME */.Of,
        placeholders: true,
    }).optional(),
    "env-switch": withFacts(envSwitch, {
        description: "An environment variable that turns off the cron inside of an ECS service.",
        is: "a map",
        example: { name: "CRON_ENABLED", off: '"false"' },
    }).optional(),
    worker: leaves_text({
        description: "An ECS service that does nothing but start jobs, such as celery beat; as `cluster/service` where its cluster is another one.",
        is: "an ECS service's name",
        example: "orders-beat",
        pattern: aws_forms/* ECS_SERVICE */.Kf,
        placeholders: true,
    }).optional(),
})
    .check(oneOf(["rule", "schedule", "env-switch", "worker"]))
    .meta({ minProperties: 1, maxProperties: 1 });
const cronjob = leaves_text({
    description: "Name of a CronJob.",
    is: "a CronJob's name",
    example: "nightly-invoice",
    pattern: names/* CRONJOB_NAME */.gE,
    placeholders: true,
}).optional();
const deployment = leaves_text({
    description: "Name of a Deployment that starts jobs by itself.",
    is: "a Deployment's name",
    example: "beat",
    pattern: names/* OBJECT_NAME */._i,
    placeholders: true,
}).optional();
/** What takes over in Kubernetes: a CronJob or a Deployment. */
const startSchema = schemas/* strictObject */.rej({
    cronjob,
    deployment,
    replicas: count({ description: "Replicas of the Deployment. Default is 1.", is: "a whole number", example: 1 }, { from: 1, to: 1000 }).optional(),
})
    .check(oneOf(["cronjob", "deployment"]))
    .check(replicasFit)
    .meta({ minProperties: 1, not: { required: ["cronjob", "replicas"] } });
/** A job whose times AWS does not know. */
const jobSchema = schemas/* strictObject */.rej({
    cronjob,
    deployment,
    schedule: leaves_text({
        description: "When it runs, as Kubernetes writes it.",
        is: "a schedule",
        example: '"*/5 * * * *"',
        problem: cronProblem,
    }),
    "time-zone": leaves_text({
        description: "Time zone of the schedule.",
        is: "a time zone",
        example: "America/Los_Angeles",
        problem: (zone) => ((0,time_zone/* isTimeZone */.k)(zone) ? undefined : "is not a time zone"),
    }).default("UTC"),
    "max-run": duration({ description: "How long a run takes at most.", example: "10m" }).optional(),
})
    .check(oneOf(["cronjob", "deployment"]));
/** One thing that is stopped, with all that takes over from it. */
const cronSchema = schemas/* strictObject */.rej({
    stop: withFacts(stopSchema, {
        description: "What is stopped on the ECS side: one of `rule`, `schedule`, `env-switch`, `worker`.",
        is: "a map",
        example: { rule: "orders-nightly" },
    }),
    start: withFacts(schemas/* array */.YOg(startSchema).min(1), {
        description: "What takes over in Kubernetes: CronJobs and Deployments of the release.",
        is: "a list with at least one entry",
        example: [{ cronjob: "nightly-invoice" }],
    }),
    "missed-runs": choice(["all", "latest", "skip"], "Which of the runs that were due during the hand-over are caught up on.").default("latest"),
    jobs: withFacts(schemas/* array */.YOg(jobSchema), {
        description: "The jobs that an `env-switch` or a `worker` runs. AWS knows nothing of them: without this, their runs count as `unobserved`.",
        is: "a list",
        example: [{ cronjob: "cleanup", schedule: '"*/5 * * * *"' }],
    }).optional(),
})
    .check(cronChecks);

// EXTERNAL MODULE: ./build/migration-file/forms/http-forms.js
var http_forms = __webpack_require__(10492);
;// CONCATENATED MODULE: ./build/migration-file/schema/probe-schema.js




/** Of all platforms, made by the curl project: https://github.com/curl/curl-container */
const CURL_IMAGE = "curlimages/curl:8.21.0@sha256:7c12af72ceb38b7432ab85e1a265cff6ae58e06f95539d539b654f2cfa64bb13";
const statusFacts = { is: "a status, a class of them, or a list", example: 200 };
const probe_schema_status = schemas/* union */.KCZ([schemas/* int */.Whr().min(100).max(599), schemas/* string */.YjP().regex(http_forms/* STATUS_CLASS */.oN)]);
const statusList = schemas/* array */.YOg(withFacts(probe_schema_status, { description: "", is: "a status or a class of them", example: "2xx" }))
    .min(1);
/** How a side is asked. */
const probeSchema = schemas/* strictObject */.rej({
    scheme: choice(["https", "http"], "How it is asked.").default("https"),
    path: leaves_text({
        description: "What is asked for.",
        is: "a path",
        example: "/healthz",
        pattern: http_forms/* HTTP_PATH */.jz,
        placeholders: true,
    }),
    host: leaves_text({
        description: "The host that is asked for. Default is each record's name.",
        is: "a host name",
        example: "orders.example.com",
        placeholders: true,
        problem: (name) => ((0,names/* isHostName */.uy)(name) ? undefined : "is not a host name"),
    }).optional(),
    status: withFacts(schemas/* union */.KCZ([...probe_schema_status.options, statusList]), {
        description: "The status that the answer must have: one, a class such as `2xx`, or a list of them.",
        ...statusFacts,
    }).default(200),
    headers: withFacts(schemas/* record */.g1P(schemas/* string */.YjP().regex(http_forms/* HEADER_NAME */.EQ), schemas/* string */.YjP()), {
        description: "Headers that the answer must have.",
        is: "a map of text",
        example: { "content-type": "application/json" },
    }).optional(),
    body: leaves_text({
        description: "Text that must be somewhere in the answer's body.",
        is: "text",
        example: "ok",
        pattern: /^[\s\S]+$/,
    }).optional(),
    from: choice(["runner", "cluster"], "Who asks: the runner, or a pod in the cluster for what the runner cannot reach.").default("runner"),
    image: leaves_text({
        description: "Image of the pod that asks where `from` is `cluster`. It has to have `curl` 7.83 or later.",
        is: "an image",
        example: "registry.example.com/curl:8.21.0",
        pattern: names/* IMAGE */.W1,
    }).default(CURL_IMAGE),
    compare: choice(["off", "status", "body"], "What of the new side's answer must be as in the old side's: nothing, the status, or the whole body.").default("status"),
    passes: count({ description: "How often in a row it must pass.", is: "a whole number", example: 3 }, { from: 1, to: 100 }).default(3),
    interval: duration({ description: "How long to wait from one to the next.", example: "5s" }).default("5s"),
});

;// CONCATENATED MODULE: ./build/migration-file/schema/record-schema.js





const hostExample = "k8s-orders.us-west-2.elb.amazonaws.com";
const target = schemas/* strictObject */.rej({
    kind: choice(["ingress", "http-route", "service", "host"], "An Ingress, an HTTPRoute, a Service of type LoadBalancer, or a host by its name."),
    name: leaves_text({
        description: "Name of the object in Kubernetes; of a `host` its DNS name.",
        is: "a name",
        example: "orders",
        placeholders: true,
    }),
    namespace: leaves_text({
        description: "Namespace of the object. Default is that of `release`.",
        is: "a namespace",
        example: "commerce",
        pattern: names/* NAMESPACE */.CU,
        placeholders: true,
    }).optional(),
})
    .check((context) => {
    const { kind, name, namespace } = context.value;
    const wrong = placeholdersIn(name).length > 0 ? undefined : nameFacts(kind, name);
    if (wrong) {
        const message = `${shown(name)} is not ${wrong.is}`;
        context.issues.push({
            code: "custom",
            message,
            input: name,
            path: ["name"],
            params: instead(wrong, message),
            continue: true,
        });
    }
    if (kind === "host" && namespace !== undefined) {
        const params = { instead: "leave it out" };
        const message = "a host has no namespace";
        context.issues.push({ code: "custom", message, input: namespace, path: ["namespace"], params, continue: true });
    }
});
/** What the name should be, when it is not that. */
function nameFacts(kind, name) {
    if (kind === "host") {
        return (0,names/* isHostName */.uy)(name) ? undefined : { description: "", is: "a host name", example: hostExample };
    }
    if (names/* OBJECT_NAME */._i.test(name))
        return undefined;
    return { description: "", is: "the name of an object in Kubernetes", example: "orders" };
}
/** One name in DNS that moves. */
const recordSchema = schemas/* strictObject */.rej({
    name: leaves_text({
        description: "Name of the record set.",
        is: "a record's name",
        example: "orders.example.com",
        placeholders: true,
        problem: (name) => ((0,names/* isRecordName */.lx)(name) ? undefined : "is not a record's name"),
    }),
    zone: leaves_text({
        description: "Hosted zone, by id or name. Needed only where more than one zone has the record.",
        is: "a hosted zone",
        example: "Z0123456789ABCDEFGHIJ",
        problem: (zone) => aws_forms/* HOSTED_ZONE_ID */.ZN.test(zone) || (0,names/* isHostName */.uy)(zone) ? undefined : "is neither a zone's id nor its name",
    }).optional(),
    type: choice(["A", "AAAA", "CNAME"], "Type of the record set. Needed only where it is ambiguous; A and AAAA move together.").optional(),
    members: withFacts(schemas/* array */.YOg(leaves_text({
        description: "Set identifier of a member.",
        is: "a set identifier",
        example: "ecs",
        pattern: aws_forms/* SET_IDENTIFIER */.Pc,
        placeholders: true,
    }))
        .min(1), {
        description: "Which members of a weighted (or otherwise routed) set move, by their set identifiers. Default is all, where they point at the same.",
        is: "a list of set identifiers",
        example: ["ecs"],
    }).optional(),
    "managed-by": leaves_text({
        description: "What keeps the record, when it is not changed by hand: `terraform`, `cloudformation`, `cdk`, `external-dns` or another. It is not switched then: the plan prints what to change there.",
        is: "the name of what keeps it, of at most 40 characters",
        example: "terraform",
        pattern: /^\S(.{0,38}\S)?$/,
    }).optional(),
    target: withFacts(target, {
        description: "What the record points at afterwards.",
        is: "a map",
        example: { kind: "ingress", name: "orders" },
    }),
});

;// CONCATENATED MODULE: ./build/migration-file/schema/switch-schema.js




const EXAMPLE = [1, 10, 50, 100];
const weights = schemas/* array */.YOg(count({ description: "Percent.", is: "a whole number", example: 10 }, { from: 1, to: 100 }))
    .min(1)
    .check((context) => {
    const steps = context.value;
    const refuse = (at, message) => {
        const params = { instead: `write ascending numbers that end at 100, such as [${EXAMPLE.join(", ")}]` };
        context.issues.push({ code: "custom", message, input: steps[at], path: [at], params, continue: true });
    };
    for (const [at, step] of steps.entries()) {
        if (!(step >= 1 && step <= 100))
            continue;
        const before = steps[at - 1] ?? 0;
        if (step <= before)
            refuse(at, `${step} is not above ${before}, the one before it`);
        else if (at === steps.length - 1 && step !== 100)
            refuse(at, `${step} is the last, so that not all goes over`);
    }
})
    .meta({ uniqueItems: true, contains: { const: 100 } });
const source = schemas/* strictObject */.rej({
    cloudwatch: withFacts(schemas/* literal */.euz(true), {
        description: "`true`: the new load balancer's own counts, in CloudWatch.",
        is: "the word true",
    }).optional(),
    url: leaves_text({
        description: 'An https address that answers with the share, such as `0.01`, or `{"errorRate": 0.01, "requests": 120}`.',
        is: "an https address",
        example: "https://metrics.example.com/error-rate",
        pattern: http_forms/* HTTPS_ADDRESS */.vV,
        placeholders: true,
    }).optional(),
})
    .check(oneOf(["cloudwatch", "url"]))
    .meta({ minProperties: 1, maxProperties: 1 });
const errorRate = schemas/* strictObject */.rej({
    // One is below all: who writes 1 means 1 %.
    most: withFacts(schemas/* union */.KCZ([schemas/* number */.aig().min(0).lt(1), schemas/* string */.YjP().regex(http_forms/* PERCENTAGE */.LN)]), {
        description: "Which share of requests may fail: `0.01` or `1%`.",
        is: "a share below 1, or a percentage below 100%",
        example: "1%",
    }),
    from: withFacts(source, {
        description: "Where that is read: one of `cloudwatch`, `url`.",
        is: "a map",
        example: { cloudwatch: true },
    }),
    "least-requests": count({
        description: "With fewer requests in a step the rate says nothing, and the switch does not go further.",
        is: "a whole number",
        example: 100,
    }, { from: 1, to: 1_000_000 }).default(100),
});
const abort = schemas/* strictObject */.rej({
    "probe-failures": count({ description: "So many probes of the new side that fail in a row.", is: "a whole number", example: 3 }, { from: 1, to: 100 }).default(3),
    "error-rate": withFacts(errorRate, {
        description: "Too many requests of the new side that fail. Left out, only probes are watched.",
        is: "a map",
        example: { most: "1%", from: { cloudwatch: true } },
    }).optional(),
});
/** How the records go over. */
const switchSchema = schemas/* strictObject */.rej({
    weights: withFacts(weights, {
        description: "In which steps the records go over, in percent of the answers. Default is `[100]`: all at once.",
        is: "a list of whole numbers",
        example: EXAMPLE,
    }).default([100]),
    bake: duration({ description: "How long each step but the last is watched.", example: "5m" }).default("5m"),
    abort: withFacts(abort, {
        description: "What ends a step that is watched, and gives everything back to the old side.",
        is: "a map",
        example: { "probe-failures": 3 },
    }).prefault({}),
});

;// CONCATENATED MODULE: ./build/migration-file/schema/service-schema.js








const service_schema_image = schemas/* strictObject */.rej({
    from: choice(["ecs", "values"], "`ecs` deploys the digest that ECS runs now; `values` what the values files say."),
    container: leaves_text({
        description: "The container in the ECS task whose image it is. Needed only where there is more than one.",
        is: "a container's name",
        example: "web",
        pattern: aws_forms/* CONTAINER_NAME */.Cz,
        placeholders: true,
    }).optional(),
    "values-path": leaves_text({
        description: "The Helm value that takes the image, as `repository@sha256:…`.",
        is: "the path of a value",
        example: "image",
        pattern: /^[^\s.]+(\.[^\s.]+)*$/,
        placeholders: true,
    }).default("image"),
});
const release = schemas/* strictObject */.rej({
    name: leaves_text({
        description: "Name of the Helm release. Default is the service's name.",
        is: "a release's name",
        example: "orders",
        placeholders: true,
        problem: (name) => withoutKey((0,release_name/* releaseNameProblem */.A)(name)),
    }),
    chart: leaves_text({
        description: "The chart: a path, `repo/name`, the https address of a .tgz, or `oci://…`.",
        is: "a chart",
        example: "charts/service",
        placeholders: true,
    }),
    "chart-version": leaves_text({
        description: "Version of a chart that is not a path. Default is the newest.",
        is: "a version",
        example: '"1.4.2"',
    }).optional(),
    repository: leaves_text({
        description: "Address of the chart repository, when `chart` is only a name.",
        is: "an address",
        example: "https://charts.example.com",
        pattern: /^https?:\/\/\S+$/,
    }).optional(),
    namespace: leaves_text({
        description: "Namespace to deploy to.",
        is: "a namespace",
        example: "commerce",
        placeholders: true,
        problem: (name) => withoutKey((0,release_name/* namespaceNameProblem */.S)(name)),
    }),
    "value-files": withFacts(schemas/* array */.YOg(leaves_text({ description: "A path.", is: "a path", example: "charts/orders.yaml", placeholders: true })), {
        description: "Paths of values files. Later ones win.",
        is: "a list of paths",
        example: ['"charts/{service}/{environment}.yaml"'],
    }).default([]),
    timeout: duration({ description: "How long to wait until everything is ready.", example: "10m" }).default("5m"),
});
/** What the rules of `deploy` say, without the name of its input and the value. */
function withoutKey(problem) {
    const [what = "", next] = problem?.replace(/^\w+: "[^"]*" /, "").split(": ") ?? [];
    if (problem === undefined)
        return undefined;
    return next === undefined ? what : { what, instead: next };
}
const ecs = schemas/* strictObject */.rej({
    service: leaves_text({
        description: "Name of the ECS service. Default is the service's name here.",
        is: "an ECS service's name",
        example: "orders",
        pattern: aws_forms/* ECS_NAME */.GK,
        placeholders: true,
    }),
    cluster: leaves_text({
        description: "Its cluster. Default is that of the environment.",
        is: "an ECS cluster's name",
        example: "orders",
        pattern: aws_forms/* ECS_NAME */.GK,
        placeholders: true,
    }),
});
const prepare = schemas/* strictObject */.rej({
    ttl: count({ description: "What the TTL of the records is lowered to, in seconds.", is: "a number of seconds", example: 60 }, { from: 1, to: 3600 }).default(60),
    "keep-alive": count({
        description: "What the client keep-alive of the old load balancer is lowered to, in seconds. Left out, it stays as it is.",
        is: "a number of seconds",
        example: 60,
    }, 
    // https://docs.aws.amazon.com/elasticloadbalancing/latest/APIReference/API_LoadBalancerAttribute.html
    { from: 60, to: 604_800 }).optional(),
    margin: duration({
        description: "How much longer than the old TTL is waited before the switch.",
        example: "60s",
    }).default("60s"),
});
/** All that a service has once `defaults`, service and environment are merged. */
const serviceSchema = schemas/* strictObject */.rej({
    image: withFacts(service_schema_image, {
        description: "Which image is deployed.",
        is: "a map",
        example: { from: "ecs", "values-path": "image" },
    }),
    release: withFacts(release, {
        description: "The Helm release in EKS.",
        is: "a map",
        example: { chart: "charts/service", namespace: "commerce" },
    }),
    ecs: withFacts(ecs, {
        description: "The service in ECS.",
        is: "a map",
        example: { service: "orders", cluster: "orders" },
    }),
    records: withFacts(schemas/* array */.YOg(recordSchema), {
        description: "The names in DNS that move.",
        is: "a list",
        example: [{ name: "orders.example.com", target: { kind: "ingress", name: "orders" } }],
    }).default([]),
    probe: withFacts(probeSchema, {
        description: "How the new side is tried before traffic goes there. Needed where there are `records`.",
        is: "a map",
        example: { path: "/healthz" },
    }).optional(),
    crons: withFacts(schemas/* array */.YOg(cronSchema), {
        description: "The cron jobs that move, by the thing that is stopped.",
        is: "a list",
        example: [{ stop: { rule: "orders-nightly" }, start: [{ cronjob: "nightly-invoice" }] }],
    }).default([]),
    prepare: withFacts(prepare, {
        description: "What is lowered before the switch.",
        is: "a map",
        example: { ttl: 60 },
    }).prefault({}),
    switch: withFacts(switchSchema, {
        description: "How traffic goes over.",
        is: "a map",
        example: { weights: [1, 10, 50, 100] },
    }).prefault({}),
});

;// CONCATENATED MODULE: ./build/migration-file/merged-service.js





/** What follows from the names of service and environment where it is not written. */
const IMPLIED_KEYS = [
    ["release", "name"],
    ["ecs", "service"],
    ["ecs", "cluster"],
];
/**
 * What is written for a service in an environment: `defaults`, the service, and the service in that environment merged, with
 * what follows from the names put in and placeholders filled. Each value keeps the place where it was written.
 */
function mergedService(document, names) {
    const service = at(document, ["services", names.service]);
    if (service?.kind !== "map")
        return undefined;
    const own = new Map(service.entries);
    own.delete("environments");
    const upper = at(service, ["environments", names.environment]);
    const merged = merge(merge(at(document, ["defaults"]), { ...service, entries: own }), upper);
    if (merged?.kind !== "map")
        return undefined;
    const whole = { ...merged, key: service.key, place: service.place };
    const cluster = at(document, ["environments", names.environment, "ecs", "cluster"]);
    const given = IMPLIED_KEYS.reduce((so, path) => {
        const value = path[1] === "cluster" ? cluster : names.service;
        return value === undefined ? so : withImplied(so, path, value);
    }, whole);
    return filled(given, serviceSchema, names);
}
/** Puts a value in where nothing is written. */
function withImplied(written, path, value) {
    const [step, ...rest] = path;
    if (step === undefined || written.kind !== "map")
        return written;
    const key = keyText([step], written.key);
    const there = written.entries.get(String(step));
    if (rest.length === 0 && there !== undefined)
        return written;
    const { place } = written;
    const leaf = typeof value === "string" ? { kind: "leaf", key, place, value } : value;
    const inner = there ?? { kind: "map", key, place, entries: new Map() };
    const next = rest.length === 0 ? leaf : withImplied(inner, rest, value);
    return { ...written, entries: new Map([...written.entries, [String(step), next]]) };
}
/** Fills placeholders in where the schema says so. */
function filled(written, schema, names) {
    if (schema === undefined)
        return written;
    if (written.kind === "leaf") {
        const fits = typeof written.value === "string" && leaves_factsOf(bare(schema))?.placeholders === true;
        return fits ? { ...written, value: fillIn(String(written.value), names) } : written;
    }
    if (written.kind === "list") {
        return { ...written, items: written.items.map((item, index) => filled(item, schemaBelow(schema, index), names)) };
    }
    const entries = [...written.entries].map(([key, value]) => [key, filled(value, schemaBelow(schema, key), names)]);
    return { ...written, entries: new Map(entries) };
}

;// CONCATENATED MODULE: ./build/migration-file/switch-problems.js

/**
 * What in `switch` does not go with the rest of a service: steps that cannot be taken, and rules for steps that are not there.
 * @param service as merged for an environment
 * @param own what is written at the service itself, with its parts for environments
 */
function switchProblems(service, own) {
    const weights = at(service, ["switch", "weights"]);
    if (weights === undefined && hasStepsElsewhere(own))
        return [];
    if (weights === undefined)
        return ["bake", "abort"].flatMap((key) => withoutSteps(at(service, ["switch", key])));
    if (weights.kind !== "list" || weights.items.length < 2)
        return [];
    const records = at(service, ["records"]);
    const moved = records?.kind === "list" ? records.items : [];
    const kept = moved.filter((record) => at(record, ["managed-by"]) !== undefined);
    const noneOfOurs = {
        ...weights.place,
        key: weights.key,
        what: "no record is switched here, since all of them have managed-by",
        instead: "leave it out",
    };
    return [
        ...(moved.length > 0 && kept.length === moved.length ? [noneOfOurs] : []),
        ...moved.filter((record) => !kept.includes(record)).flatMap((record) => memberInSteps(at(record, ["members"]))),
    ];
}
/** Whether it has steps in another environment, which its rules are for. */
function hasStepsElsewhere(own) {
    const parts = below(own, "environments");
    return parts?.kind === "map" && [...parts.entries.values()].some((part) => at(part, ["switch", "weights"]));
}
/** Those in `defaults` are for the services that have steps. */
function withoutSteps(rule) {
    if (rule === undefined || rule.key.startsWith("defaults."))
        return [];
    const instead = "write switch.weights such as [1, 10, 50, 100], or leave it out";
    return [{ ...rule.place, key: rule.key, what: "only steps are watched, and there are none", instead }];
}
/** The set has weights of its own already, or another way to choose. */
function memberInSteps(members) {
    if (members === undefined)
        return [];
    const what = "members of a set go over at once, and switch.weights has steps";
    return [{ ...members.place, key: members.key, what, instead: "leave out one of them, or write weights: [100]" }];
}

;// CONCATENATED MODULE: ./build/migration-file/check-service.js







/** Merges what is written for a service in an environment, and holds it against the schema. */
function checkService(document, names) {
    const written = mergedService(document, names);
    if (written === undefined)
        return { problems: [], missing: [] };
    const { value, problems: own, missing } = checkWritten(serviceSchema, written);
    const problems = [...own, ...switchProblems(written, at(document, ["services", names.service]))];
    const records = at(written, ["records"]);
    const unprobed = records?.kind === "list" && records.items.length > 0 && at(written, ["probe"]) === undefined;
    const lacks = [...missing, ...(unprobed ? [["probe"]] : [])].map((path) => missingKey(path, { document, names }));
    return { ...(value === undefined || lacks.length > 0 ? {} : { keys: value }), written, problems, missing: lacks };
}
/** Told where the service is written, since there it can be added. */
function missingKey(path, { document, names }) {
    const full = ["services", names.service, ...path];
    const around = nearestAt(document, full);
    const facts = factsAt(serviceSchema, path);
    const next = facts ? `${instead(facts, "").instead}, here or in defaults` : "write it here or in defaults";
    return {
        service: names.service,
        path,
        problem: { ...(around.keyPlace ?? around.place), key: keyText(full), what: "is missing", instead: next },
    };
}

;// CONCATENATED MODULE: ./build/migration-file/claims.js





/**
 * What more than one place claims among the services of an environment: the same thing stopped, started, released or moved.
 * @param services as merged for the environment
 */
function doubleClaims(services) {
    const known = new Map();
    const problems = [];
    for (const claim of services.flatMap(claimsOf)) {
        const others = known.get(claim.thing) ?? [];
        const first = others.find((other) => claim.clashes?.(other) ?? true);
        if (first !== undefined)
            problems.push(doubled(claim, first));
        known.set(claim.thing, [...others, claim]);
    }
    return problems;
}
function doubled(claim, first) {
    const { key, place } = claim.written;
    if (key === first.written.key) {
        const what = `${claim.name} is ${claim.done} by ${first.service} and by ${claim.service}`;
        return { ...place, key, what, instead: "write {service} into its name, or write it at the service" };
    }
    const what = `${claim.name} is also ${claim.done} by ${first.written.key} at ${placeText(first.written.place)}`;
    return { ...place, key, what, instead: claim.instead };
}
function claimsOf(written) {
    const service = written.key;
    const release = at(written, ["release"]);
    const namespace = leafText(at(release, ["namespace"]));
    const records = itemsOf(at(written, ["records"])).flatMap((record) => recordClaims(record, service));
    const crons = itemsOf(at(written, ["crons"])).flatMap((cron) => cronClaims(cron, written));
    const named = at(release, ["name"]);
    if (named === undefined || namespace === "")
        return [...records, ...crons];
    const claim = {
        thing: `release ${namespace}/${leafText(named)}`,
        name: `the release ${leafText(named)} in ${namespace}`,
        done: "used",
        instead: "give each service a release of its own",
        written,
        service,
    };
    return [claim, ...records, ...crons];
}
function recordClaims(written, service) {
    const { data } = recordSchema.safeParse(plain(written));
    if (data === undefined)
        return [];
    const record = { zone: data.zone, type: data.type };
    return [
        {
            thing: `record ${(0,names/* sameName */.q)(data.name)}`,
            name: `the record ${data.name}`,
            done: "moved",
            instead: "move a record once, or tell the two apart by zone or type",
            written,
            service,
            record,
            clashes: ({ record: other }) => meet(record.zone, other?.zone) && sameType(record.type, other?.type),
        },
    ];
}
/** What is left out is any. */
function meet(one, other) {
    return one === undefined || other === undefined || (0,names/* sameName */.q)(one) === (0,names/* sameName */.q)(other);
}
/** A and AAAA move together. */
function sameType(one, other) {
    const together = (type) => (type === "AAAA" ? "A" : type);
    return meet(together(one), together(other));
}
function cronClaims(written, whole) {
    const { data } = cronSchema.safeParse(plain(written));
    if (data === undefined)
        return [];
    const text = (...path) => leafText(at(whole, path));
    const service = whole.key;
    const starts = data.start.map(({ cronjob, deployment }, index) => {
        const name = cronjob === undefined ? `the Deployment ${deployment}` : `the CronJob ${cronjob}`;
        return {
            thing: `start ${text("release", "namespace")} ${name}`,
            name,
            done: "started",
            instead: "start each in one place",
            written: at(written, ["start", index]) ?? written,
            service,
        };
    });
    const stop = below(written, "stop") ?? written;
    const [name, where] = stopped(data.stop, { service: text("ecs", "service"), cluster: text("ecs", "cluster") });
    const instead = "stop each once, and name all that takes over from it there";
    return [{ thing: `stop ${name} ${where}`, name, done: "stopped", instead, written: stop, service }, ...starts];
}
/** What is stopped, in words, and where it is. */
function stopped(stop, ecs) {
    if (stop.rule !== undefined)
        return [`the rule ${stop.rule}`, ""];
    if (stop.schedule !== undefined)
        return [`the schedule ${stop.schedule.replace(/^default\//, "")}`, ""];
    if (stop.worker !== undefined) {
        const [service, cluster = ecs.cluster] = stop.worker.split("/").toReversed();
        return [`the worker ${service}`, cluster];
    }
    const { name, service = ecs.service, cluster = ecs.cluster, container = "" } = stop["env-switch"] ?? { name: "" };
    return [`the variable ${name} of ${service}`, `${cluster}/${container}`];
}
function itemsOf(written) {
    return written?.kind === "list" ? written.items : [];
}
function leafText(written) {
    return written?.kind === "leaf" && typeof written.value === "string" ? written.value : "";
}

;// CONCATENATED MODULE: ./build/migration-file/join-files.js


/** What may be split over files, each name of it in one of them. */
const join_files_NAMED = ["environments", "services"];
/**
 * Files of a folder as if they were one. Each has the keys of the one file; an environment or a service is in one of them,
 * and so are the defaults.
 */
function joinFiles(files) {
    const problems = [];
    const [first] = files;
    const place = first?.place ?? { file: "", line: 1, column: 1 };
    const entries = new Map();
    for (const file of files) {
        const defaults = at(file, ["defaults"]);
        const known = entries.get("defaults");
        if (defaults && known)
            problems.push(twice(defaults, known, "write the defaults in one file"));
        else if (defaults)
            entries.set("defaults", defaults);
        for (const name of join_files_NAMED)
            addNamed(at(file, [name]), { name, entries, problems });
    }
    const document = { kind: "map", key: "", place, entries };
    if (!files.some((file) => at(file, ["version"]))) {
        problems.push({ ...place, key: "version", what: "is missing", instead: "write version: 1" });
    }
    for (const name of join_files_NAMED) {
        const found = entries.get(name);
        if (found?.kind === "map" && found.entries.size > 0)
            continue;
        problems.push({ ...(found ?? document).place, key: name, what: "is missing", instead: EXAMPLES[name] });
    }
    return { document, problems };
}
const EXAMPLES = {
    environments: "write one such as production, with ecs and eks: see docs/migration-file.md",
    services: "write one such as orders: see docs/migration-file.md",
};
function addNamed(found, { name, entries, problems }) {
    if (found?.kind !== "map")
        return;
    const known = entries.get(name);
    if (known?.kind !== "map") {
        entries.set(name, { ...found, entries: new Map(found.entries) });
        return;
    }
    for (const [each, value] of found.entries) {
        const other = known.entries.get(each);
        if (other)
            problems.push(twice(value, other, "write it in one file"));
        else
            known.entries.set(each, value);
    }
}
function twice(written, other, instead) {
    const place = written.keyPlace ?? written.place;
    const first = other.keyPlace ?? other.place;
    return { ...place, key: written.key, what: `is also at ${placeText(first)}`, instead };
}

;// CONCATENATED MODULE: ./build/migration-file/missing-keys.js
/**
 * Keys that a service lacks in every environment. What is missing only since it is written in a wrong way is left out.
 * @param checked of each environment its services
 * @param layers what is wrong in the files by themselves
 */
function missingEverywhere(checked, layers) {
    const all = checked.flatMap((services) => services.flatMap(({ missing }) => missing));
    const found = Map.groupBy(all, ({ service, path }) => `${service} ${path.join(".")}`);
    const everywhere = [...found.values()].filter((each) => each.length === checked.length);
    const reasons = Map.groupBy(layers.flatMap(reasonOf), ({ service }) => service);
    const forAll = reasons.get(undefined) ?? [];
    return everywhere.flatMap(([key]) => {
        if (key === undefined)
            return [];
        const explained = [...forAll, ...(reasons.get(key.service) ?? [])].some((reason) => explains(reason, key));
        return explained ? [] : [key.problem];
    });
}
/** A problem that may be why a key is missing. */
function reasonOf({ key, instead = "", what }) {
    const [, ofDefaults] = /^defaults\.(.+)$/.exec(key) ?? [];
    const [, service, ofService] = /^services\.([^.]+)\.(?:environments\.[^.]+\.)?(.+)$/.exec(key) ?? [];
    const own = ofDefaults ?? ofService;
    const [, meant] = /^did you mean (.+)\?$/.exec(instead) ?? [];
    if (own === undefined || (what === "there is no such key" && meant === undefined))
        return [];
    return [{ service, key: own, meant }];
}
function explains({ key, meant }, { path }) {
    const missing = path.join(".");
    if (missing === key || missing.startsWith(`${key}.`))
        return true;
    const parent = key.split(".").slice(0, -1);
    return meant !== undefined && [...parent, meant].join(".") === missing;
}

// EXTERNAL MODULE: ./node_modules/yaml/dist/index.js
var dist = __webpack_require__(38815);
;// CONCATENATED MODULE: ./build/migration-file/convert.js


/** Values with all aliases in them. Files without aliases stay far below. */
const MOST = 100_000;
/** More than the schema has. */
const DEEPEST = 50;
/** The values of a document with their places; aliases and `<<` are put in as what they stand for, at its place. */
function convert(document, file) {
    const walk = { ...file, anchors: anchorsOf(document), open: new Set(), count: 0, problems: [] };
    const written = document.contents === null ? undefined : nodeAt(document.contents, "", walk);
    return written === undefined ? { problems: walk.problems } : { written, problems: walk.problems };
}
/** The library looks for each alias's anchor from the start of the file. */
function anchorsOf(document) {
    const anchors = new Map();
    const found = new Map();
    (0,dist/* visit */.YR)(document, {
        Alias: (_, alias) => void found.set(alias, anchors.get(alias.source)),
        Value: (_, node) => void (node.anchor !== undefined && anchors.set(node.anchor, node)),
    });
    return found;
}
function nodeAt(node, key, walk) {
    const place = placeOf(node, walk);
    const refuse = (what, instead) => void walk.problems.push({ ...place, key, what, instead });
    walk.count += 1;
    if (walk.count > MOST) {
        if (walk.count === MOST + 1)
            refuse(`the file has more than ${MOST} values with its aliases`, "write fewer aliases");
        return undefined;
    }
    if ((0,dist/* isAlias */.Vj)(node)) {
        const target = walk.anchors.get(node);
        if (target === undefined) {
            return refuse(`*${node.source} has no anchor before it`, `write &${node.source} there, or the text in quotes`);
        }
        if (walk.open.has(target))
            return refuse(`*${node.source} is within itself`, "write out what it is");
        return nodeAt(target, key, walk);
    }
    if ((0,dist/* isScalar */.jn)(node))
        return { kind: "leaf", key, place, ...leafValue(node) };
    if (walk.open.size === DEEPEST)
        return refuse("is nested too deeply", "write it as docs/migration-file.md shows");
    walk.open.add(node);
    const written = (0,dist/* isSeq */.oP)(node)
        ? {
            kind: "list",
            key,
            place,
            items: node.items.flatMap((item, at) => nodeAt(item, `${key}[${at}]`, walk) ?? []),
        }
        : { kind: "map", key, place, entries: entriesOf(node, key, walk) };
    walk.open.delete(node);
    return written;
}
function entriesOf(map, key, walk) {
    const entries = new Map();
    const merged = new Map();
    for (const pair of map.items) {
        const keyPlace = placeOf(pair.key, walk);
        const refuse = (what, instead) => void walk.problems.push({ ...keyPlace, key, what, instead });
        const name = (0,dist/* isScalar */.jn)(pair.key) ? String(pair.key.value) : undefined;
        if (name === undefined || name === "__proto__") {
            if (name === undefined)
                refuse("a key must be text", wordsFor(pair));
            else
                refuse("__proto__ cannot be a key", "leave it out");
        }
        else if (name === "<<" && (0,dist/* isScalar */.jn)(pair.key) && pair.key.type === "PLAIN") {
            for (const [each, value] of mergedIn(pair.value, key, walk))
                if (!merged.has(each))
                    merged.set(each, value);
        }
        else if (entries.has(name)) {
            const first = entries.get(name)?.keyPlace;
            walk.problems.push({
                ...keyPlace,
                key: keyText([name], key),
                what: `is there twice, first in line ${first?.line}`,
                instead: "leave one of them out",
            });
        }
        else {
            const own = keyText([name], key);
            const value = pair.value === null ? nothing(own, keyPlace) : nodeAt(pair.value, own, walk);
            if (value !== undefined)
                entries.set(name, { ...value, keyPlace });
        }
    }
    for (const [name, value] of merged)
        if (!entries.has(name))
            entries.set(name, value);
    return entries;
}
/** `{service}` without quotes is a map to YAML. */
function wordsFor({ key }) {
    return (0,dist/* isMap */.jh)(key) ? "put text that has braces in it in quotes" : "write text before the colon";
}
/** What `<<` brings in: a map, or a list of maps of which the first wins. https://yaml.org/type/merge.html */
function mergedIn(value, key, walk) {
    const source = value !== null && (0,dist/* isAlias */.Vj)(value) ? walk.anchors.get(value) : value;
    const list = (0,dist/* isSeq */.oP)(source) ? source.items : [value];
    return list.flatMap((item) => {
        const written = item === null ? undefined : nodeAt(item, key, walk);
        if (written?.kind === "map")
            return [...written.entries];
        if (item === null || written !== undefined) {
            const place = item === null ? { file: walk.path, line: 1, column: 1 } : placeOf(item, walk);
            walk.problems.push({
                ...place,
                key,
                what: "<< brings in maps only",
                instead: "write << with a map, such as <<: *shared",
            });
        }
        return [];
    });
}
function nothing(key, place) {
    return { kind: "leaf", key, place, value: null };
}
function leafValue({ value, source }) {
    if (value === null || typeof value === "string")
        return { value };
    if (typeof value !== "number" && typeof value !== "boolean")
        return { value: source ?? "" };
    return { value, source: source ?? String(value) };
}
function placeOf(node, walk) {
    const offset = node?.range?.[0] ?? 0;
    return { file: walk.path, ...walk.lines(offset) };
}

;// CONCATENATED MODULE: ./build/migration-file/line-places.js
/** The library's own counter knows only the lines that it came to, which an error may be beyond. */
function linePlaces(text) {
    const starts = [0, ...[...text.matchAll(/\n/g)].map(({ index }) => index + 1)];
    return (offset) => {
        let [low, high] = [0, starts.length];
        while (high - low > 1) {
            const middle = (low + high) >> 1;
            if ((starts[middle] ?? 0) <= offset)
                low = middle;
            else
                high = middle;
        }
        return { line: low + 1, column: offset - (starts[low] ?? 0) + 1 };
    };
}

;// CONCATENATED MODULE: ./build/migration-file/read-yaml.js



/** More than ten times what hundreds of services take. */
const LARGEST = 1_000_000;
/**
 * Reads one file. Nothing in it is evaluated. `written` is what it says, `undefined` where that cannot be told for the problems.
 */
function readYaml({ path, text }) {
    const whole = (what, instead) => {
        return { problems: [{ file: path, line: 1, column: 1, key: "", what, instead }] };
    };
    if (text.length > LARGEST) {
        return whole(`has ${text.length} characters, and ${LARGEST} are read`, "write a file for each service, in .github/k8s-migrate/");
    }
    const lines = linePlaces(text);
    const document = parsed(text);
    if (document === undefined)
        return whole("is nested too deeply", "write it as docs/migration-file.md shows");
    const wrong = [...document.errors, ...document.warnings];
    if (wrong.length > 0)
        return { problems: syntaxProblems(wrong, { path, text, lines }) };
    if (document.contents === null)
        return whole("is empty", "write version: 1 and what is to move");
    if (!(0,dist/* isMap */.jh)(document.contents))
        return whole("is not a map", "write version: 1 and what is to move");
    return convert(document, { path, lines });
}
/** `undefined` when it is nested deeper than can be read. */
function parsed(text) {
    try {
        // Keys that are there twice are found by ourselves: the library compares each key with each.
        return (0,dist/* parseDocument */.Tp)(text, { version: "1.2", uniqueKeys: false, prettyErrors: false });
    }
    catch (error) {
        if (error instanceof RangeError)
            return undefined;
        throw error;
    }
}
const INSTEAD = {
    RESOURCE_EXHAUSTION: "write it as docs/migration-file.md shows",
    TAB_AS_INDENT: "indent by spaces",
    TAG_RESOLVE_FAILED: "leave the tag out",
    MULTIPLE_DOCS: "write one document a file: leave out the --- between them",
    BLOCK_AS_IMPLICIT_KEY: "put text that has a colon and a blank in it in quotes",
    BAD_SCALAR_START: "put the text in quotes",
    BAD_ALIAS: "put text that begins with * or & in quotes",
};
const WHAT = {
    RESOURCE_EXHAUSTION: "it is nested too deeply",
    MULTIPLE_DOCS: "another document begins here",
    BLOCK_AS_IMPLICIT_KEY: "a map cannot begin in the line of another key",
    MULTILINE_IMPLICIT_KEY: "a key and its colon must be in one line",
};
/** One for each place: what follows from it at the same place is no news. */
function syntaxProblems(errors, source) {
    const byPlace = new Map();
    for (const error of errors) {
        if (!byPlace.has(error.pos[0]))
            byPlace.set(error.pos[0], syntaxProblem(error, source));
    }
    return [...byPlace.values()];
}
function syntaxProblem(error, { path, text, lines }) {
    const { line, column } = lines(error.pos[0]);
    const written = text.split("\n", line)[line - 1] ?? "";
    const said = WHAT[error.code] ?? `${error.message.charAt(0).toLowerCase()}${error.message.slice(1)}`;
    const instead = insteadOf(error, written);
    return {
        file: path,
        line,
        column,
        key: "",
        what: `is not YAML: ${said}`,
        ...(instead === undefined ? {} : { instead }),
    };
}
function insteadOf({ code, message }, written) {
    // In a flow map, or at the start of a value, YAML takes the braces for its own.
    if (/[:[,-]\s*\{(service|environment)\}/.test(written))
        return "put {service} and {environment} in quotes";
    if (code === "BAD_INDENT") {
        const flow = message.startsWith("Flow");
        return flow ? "close the bracket, or indent what is in it" : "indent the keys of a map alike";
    }
    return INSTEAD[code] ?? (written.includes("\t") ? "indent by spaces" : undefined);
}

;// CONCATENATED MODULE: ./build/migration-file/schema/as-written.js

/**
 * The same schema for one place where it is written: any key may be left out, since another place may have it. Entries of
 * lists stay whole, since lists do not merge.
 */
function asWritten(schema) {
    if (schema instanceof schemas/* ZodOptional */.IiU || schema instanceof schemas/* ZodPrefault */.xgV) {
        return asWritten(schema.unwrap()).optional();
    }
    if (!(schema instanceof schemas/* ZodObject */.bvH))
        return schema;
    const shape = Object.entries(schema.shape).map(([key, each]) => {
        return [key, asWritten(each).optional()];
    });
    return schemas/* strictObject */.rej(Object.fromEntries(shape)).meta(schema.meta() ?? {});
}

;// CONCATENATED MODULE: ./build/migration-file/forms/server-address.js

const IPV4 = schemas/* ipv4 */.uXy();
const IPV6 = schemas/* ipv6 */.ugL();
const DNS_PORT = 53;
/**
 * Reads `10.0.0.2`, `10.0.0.2:5353`, `fd00:ec2::253` or `[fd00:ec2::253]:5353`; without a port it is that of DNS. Gives the server,
 * or what is wrong.
 */
function parseServerAddress(text) {
    const [, inBrackets, before = "", portText] = /^(?:\[(.*)\]|([^:]*))(?::([^:\]]*))?$/.exec(text) ?? [];
    const address = inBrackets ?? (portText === undefined && before === "" ? text : before);
    const isAddress = IPV6.safeParse(address).success || (inBrackets === undefined && IPV4.safeParse(address).success);
    // A name would have to be asked for, where it is not known yet whom to ask.
    if (!isAddress)
        return { problem: "is not an IP address, with its port or without" };
    if (portText === undefined)
        return { address, port: DNS_PORT };
    const port = /^[1-9]\d{0,4}$/.test(portText) ? Number(portText) : Number.NaN;
    if (!(port <= 65_535))
        return { problem: `has "${portText}" where a port is expected` };
    return { address, port };
}

// EXTERNAL MODULE: ./build/migration-file/window.js + 1 modules
var migration_file_window = __webpack_require__(41671);
;// CONCATENATED MODULE: ./build/migration-file/schema/environment-schema.js





function region(description) {
    return leaves_text({ description, is: "a region", example: "us-west-2", pattern: aws_forms/* REGION */.Zg });
}
function role(description) {
    const example = "arn:aws:iam::111122223333:role/migrate";
    return leaves_text({ description, is: "a role's ARN", example, pattern: aws_forms/* ROLE_ARN */.xG }).optional();
}
function server(description) {
    return leaves_text({
        description,
        is: "a server's address",
        example: "10.0.0.2",
        problem: (value) => {
            const parsed = parseServerAddress(value);
            return "problem" in parsed ? parsed.problem : undefined;
        },
    });
}
const environment_schema_ecs = withFacts(schemas/* strictObject */.rej({
    "aws-region": region("Region of the ECS side."),
    cluster: leaves_text({
        description: "The ECS cluster of services that name none of their own.",
        is: "an ECS cluster's name",
        example: "shop",
        pattern: aws_forms/* ECS_NAME */.GK,
    }).optional(),
    "role-to-assume": role("Role for all that is read and written on the ECS side. Default is the job's own login."),
}), { description: "The side that is left.", is: "a map", example: { "aws-region": "us-west-1", cluster: "shop" } });
const eks = withFacts(schemas/* strictObject */.rej({
    "aws-region": region("Region of the EKS cluster."),
    cluster: leaves_text({
        description: "Name of the EKS cluster.",
        is: "an EKS cluster's name",
        example: "shop",
        pattern: aws_forms/* EKS_CLUSTER */.Hu,
    }),
    "role-to-assume": role("Role for the EKS side. Default is the job's own login."),
}), { description: "The side that is moved to.", is: "a map", example: { "aws-region": "us-west-2", cluster: "shop" } });
const dns = withFacts(schemas/* strictObject */.rej({
    "role-to-assume": role("Role for Route 53, where the hosted zones are in another account. Default is that of `ecs`."),
    resolver: server("Where names are asked for: a resolver that sees private zones, or the only one that may be asked. Default is the machine's.").optional(),
    "name-servers": withFacts(schemas/* array */.YOg(server("An IP address, and its port where that is not 53.")).min(1), {
        description: "Asked in place of each public zone's own name servers, where these cannot be reached.",
        is: "a list of servers' addresses",
        example: ["10.0.0.53"],
    }).optional(),
}), {
    description: "Where the hosted zones are, and where names are asked for.",
    is: "a map",
    example: { "role-to-assume": "arn:aws:iam::333333333333:role/dns" },
});
const s3 = withFacts(schemas/* strictObject */.rej({
    bucket: leaves_text({
        description: "Name of the bucket.",
        is: "an S3 bucket's name",
        example: "shop-migration",
        problem: (name) => ((0,aws_forms/* isBucketName */.ET)(name) ? undefined : "is not an S3 bucket's name"),
    }),
    "aws-region": region("Region of the bucket. Default is that of `ecs`.").optional(),
    "role-to-assume": role("Role for the bucket. Default is that of `ecs`."),
}), { description: "Keeps it in S3.", is: "a map", example: { bucket: "shop-migration" } });
const state = withFacts(schemas/* strictObject */.rej({ s3 }), {
    description: "Where the journal and its lock are kept. Default is the EKS cluster, in the namespace `k8s-migrate`.",
    is: "a map",
    example: { s3: { bucket: "shop-migration" } },
});
const environment_schema_window = leaves_text({
    description: "When the switch is allowed: days, hours and time zone. It is refused at other times.",
    is: "a window",
    example: "Sun 02:00-05:00 America/Los_Angeles",
    problem: (value) => {
        const parsed = (0,migration_file_window/* parseWindow */.Et)(value);
        return "problem" in parsed ? parsed.problem : undefined;
    },
});
/** One place to move in, such as production. */
const environmentSchema = withFacts(schemas/* strictObject */.rej({ ecs: environment_schema_ecs, eks, dns: dns.optional(), state: state.optional(), window: environment_schema_window.optional() }), {
    description: "One place in which services move, such as `production`.",
    is: "a map",
    example: { ecs: { "aws-region": "us-west-1" }, eks: { "aws-region": "us-west-2", cluster: "shop" } },
});

;// CONCATENATED MODULE: ./build/migration-file/schema/file-schema.js






const file_schema_name = schemas/* string */.YjP()
    .regex(names/* OWN_NAME */.Zr)
    .meta({ patternErrorMessage: 'Not a name: write lower case letters, digits and "-".' });
const defaults = asWritten(serviceSchema);
const service = schemas/* strictObject */.rej({
    ...defaults.shape,
    environments: withFacts(schemas/* record */.g1P(file_schema_name, defaults), {
        description: "What differs in one environment, by its name. Maps merge, lists replace.",
        is: "a map of environments",
        example: { staging: { release: { namespace: "commerce-staging" } } },
    }).optional(),
});
/** One migration file, or one file of the folder: any of these keys. */
const fileSchema = schemas/* strictObject */.rej({
    version: withFacts(schemas/* literal */.euz(1), {
        description: "Version of this form.",
        is: "a version that is known here",
        example: 1,
    }).optional(),
    environments: withFacts(schemas/* record */.g1P(file_schema_name, environmentSchema), {
        description: "Where services move, by name: `production`, `staging`.",
        is: "a map of environments",
        example: { production: { ecs: {}, eks: {} } },
    }).optional(),
    defaults: withFacts(defaults, {
        description: "What all services have, unless they say otherwise. Maps merge, lists replace.",
        is: "a map",
        example: { release: { chart: "charts/service", namespace: "commerce" } },
    }).optional(),
    services: withFacts(schemas/* record */.g1P(file_schema_name, withFacts(service, {
        description: "One service that moves.",
        is: "a map",
        example: {},
    })), {
        description: "What moves, by name.",
        is: "a map of services",
        example: { orders: { image: { from: "ecs" } } },
    }).optional(),
});

;// CONCATENATED MODULE: ./build/migration-file/read-migration.js












/**
 * Reads the migration file, or the files of the folder. Gives all problems at once, in the order of the files. A key that
 * only some environments lack is none yet: `resolve` says so.
 */
function readMigration(files) {
    const read = files.map(readYaml);
    const written = read.flatMap((file) => file.written ?? []);
    const layers = written.flatMap(layerProblems);
    const own = [...read.flatMap((file) => file.problems), ...layers];
    // What other files refer to may be in the one that cannot be read.
    if (written.length < files.length)
        return { problems: inOrder(own) };
    const { document, problems: joined } = joinFiles(written);
    const problems = [own, joined, wholeProblems(document, layers)].flat();
    if (problems.length > 0)
        return { problems: inOrder(problems) };
    const [environments, services] = [namesIn(document, "environments"), namesIn(document, "services")];
    return { migration: { environments, services, document } };
}
/** What is wrong in one file by itself. */
function layerProblems(written) {
    const result = fileSchema.safeParse(plain(written));
    return result.success
        ? []
        : result.error.issues.flatMap((issue) => issueProblems(issue, { schema: fileSchema, written }));
}
/** What is wrong with all of it together. */
function wholeProblems(document, layers) {
    // What has no right name has a problem of its own.
    const environments = namesIn(document, "environments").filter((name) => names/* OWN_NAME */.Zr.test(name));
    const services = namesIn(document, "services").filter((name) => names/* OWN_NAME */.Zr.test(name));
    const strange = services.map((service) => strangers(at(document, ["services", service, "environments"]), environments));
    const checked = environments.map((environment) => {
        return services.map((service) => checkService(document, { service, environment }));
    });
    return [
        ...strange,
        ...checked.map((each) => doubleClaims(each.flatMap(({ written }) => written ?? []))),
        ...checked.flat().map(({ problems }) => problems),
        missingEverywhere(checked, layers),
    ].flat();
}
function namesIn(document, key) {
    const found = at(document, [key]);
    return found?.kind === "map" ? [...found.entries.keys()] : [];
}
/** Environments of a service that are not there. */
function strangers(written, environments) {
    if (written?.kind !== "map")
        return [];
    const unknown = [...written.entries].filter(([name]) => !environments.includes(name));
    return unknown.map(([name, value]) => {
        const meant = (0,nearest/* nearest */.p)(name, environments);
        const choices = `environments has ${environments.join(", ") || "none"}`;
        return {
            ...(value.keyPlace ?? value.place),
            key: value.key,
            what: `there is no environment ${shown(name)}`,
            instead: meant === undefined ? choices : `did you mean ${meant}?`,
        };
    });
}

;// CONCATENATED MODULE: ./build/migration-file/resolved.js



/** An environment in our own words. */
function environmentOf(name, keys) {
    const { ecs, eks, dns, state, window } = keys;
    const role = ecs["role-to-assume"] ?? "";
    const s3 = state?.s3;
    const parsed = window === undefined ? undefined : (0,migration_file_window/* parseWindow */.Et)(window);
    return {
        name,
        ecs: { region: ecs["aws-region"], cluster: ecs.cluster, roleToAssume: role },
        eks: { region: eks["aws-region"], cluster: eks.cluster, roleToAssume: eks["role-to-assume"] ?? "" },
        dns: {
            roleToAssume: dns?.["role-to-assume"] ?? role,
            resolver: dns?.resolver === undefined ? undefined : serversOf([dns.resolver])[0],
            nameServers: serversOf(dns?.["name-servers"] ?? []),
        },
        state: s3 === undefined
            ? { kind: "cluster" }
            : {
                kind: "s3",
                bucket: s3.bucket,
                region: s3["aws-region"] ?? ecs["aws-region"],
                roleToAssume: s3["role-to-assume"] ?? role,
            },
        window: parsed === undefined || "problem" in parsed ? undefined : parsed,
    };
}
/** The schema holds that they can be read. */
function serversOf(texts) {
    return texts.map(parseServerAddress).flatMap((each) => ("problem" in each ? [] : [each]));
}
/** A service in our own words. */
function serviceOf(name, keys) {
    const { image, release, ecs, records, probe, crons, prepare } = keys;
    return {
        name,
        image: { from: image.from, container: image.container, valuesPath: image["values-path"] },
        release: {
            name: release.name,
            namespace: release.namespace,
            chart: release.chart,
            chartVersion: release["chart-version"] ?? "",
            repository: release.repository ?? "",
            valueFiles: release["value-files"],
            timeoutMs: milliseconds(release.timeout),
        },
        ecs,
        records: records.map((record) => recordOf(record, release.namespace)),
        probe: probe === undefined ? undefined : probeOf(probe),
        crons: crons.map((cron) => cronOf(cron, ecs)),
        prepare: {
            ttlSeconds: prepare.ttl,
            keepAliveSeconds: prepare["keep-alive"],
            marginMs: milliseconds(prepare.margin),
        },
        switch: switchOf(keys.switch),
    };
}
function switchOf({ weights, bake, abort }) {
    const rate = abort["error-rate"];
    return {
        weights,
        bakeMs: milliseconds(bake),
        abort: {
            probeFailures: abort["probe-failures"],
            errorRate: rate === undefined
                ? undefined
                : {
                    most: typeof rate.most === "number" ? rate.most : Number.parseFloat(rate.most) / 100,
                    leastRequests: rate["least-requests"],
                    source: rate.from.url === undefined ? { kind: "cloudwatch" } : { kind: "url", url: rate.from.url },
                },
        },
    };
}
function recordOf(record, namespace) {
    const { name, zone, type, members = [], target } = record;
    const { kind } = target;
    return {
        name,
        zone,
        type,
        members,
        managedBy: record["managed-by"],
        target: kind === "host"
            ? { kind, name: target.name }
            : { kind, name: target.name, namespace: target.namespace ?? namespace },
    };
}
function probeOf({ status, headers = {}, interval, ...rest }) {
    const wanted = Array.isArray(status) ? status : [status];
    return { ...rest, host: rest.host, body: rest.body, status: wanted, headers, intervalMs: milliseconds(interval) };
}
function cronOf({ stop, start, jobs = [], ...cron }, ecs) {
    return {
        stop: stopOf(stop, ecs),
        start: start.map(({ cronjob, deployment = "", replicas = 1 }) => cronjob === undefined ? { kind: "deployment", name: deployment, replicas } : { kind: "cronjob", name: cronjob }),
        missedRuns: cron["missed-runs"],
        jobs: jobs.map(({ cronjob, deployment = "", ...job }) => ({
            runsIn: cronjob === undefined ? { kind: "deployment", name: deployment } : { kind: "cronjob", name: cronjob },
            schedule: job.schedule,
            timeZone: job["time-zone"],
            maxRunMs: job["max-run"] === undefined ? undefined : milliseconds(job["max-run"]),
        })),
    };
}
/** The schema holds that there is exactly one of them. */
function stopOf(stop, ecs) {
    const { rule, schedule, worker = "", "env-switch": variable } = stop;
    if (rule !== undefined)
        return { kind: "rule", name: rule };
    if (schedule !== undefined) {
        const [name = "", group = "default"] = schedule.split("/").toReversed();
        return { kind: "schedule", group, name };
    }
    if (variable !== undefined) {
        const { service = ecs.service, cluster = ecs.cluster, container, name, off } = variable;
        return { kind: "env-switch", cluster, service, container, name, off };
    }
    const [service = "", cluster = ecs.cluster] = worker.split("/").toReversed();
    return { kind: "worker", cluster, service };
}
function milliseconds(duration) {
    return (0,duration_duration/* parseDuration */.E)(duration) ?? 0;
}

;// CONCATENATED MODULE: ./build/migration-file/resolve.js







/**
 * What the file says for some services in an environment, or which keys they lack there.
 * @throws UserError when there is no such environment or service, with the names that there are
 */
function resolve({ document, environments, services }, wanted) {
    const strange = [
        unknownName("environment", wanted.environment, environments),
        ...wanted.services.map((name) => unknownName("service", name, services)),
    ];
    const error = errors/* UserError */.yo.fromProblems("Not in the migration file:", strange.filter((problem) => problem !== undefined));
    if (error)
        throw error;
    const names = services.filter((name) => wanted.services.length === 0 || wanted.services.includes(name));
    const checked = names.map((service) => ({
        service,
        ...checkService(document, { service, environment: wanted.environment }),
    }));
    const problems = checked.flatMap(({ problems: found, missing }) => [
        ...found,
        ...missing.map(({ problem }) => inEnvironment(problem, wanted.environment)),
    ]);
    if (problems.length > 0)
        return { problems: inOrder(problems) };
    const environment = environmentSchema.parse(plain(at(document, ["environments", wanted.environment])));
    const written = new Map(checked.map((each) => [each.service, each.written]));
    const found = (path) => writtenAt(path, { document, written });
    return {
        migration: {
            environment: environmentOf(wanted.environment, environment),
            services: checked.flatMap(({ service, keys }) => (keys ? [serviceOf(service, keys)] : [])),
            placeOf: (path) => found(path).place,
            where: (path) => `${found(path).key} at ${placeText(found(path).keyPlace ?? found(path).place)}`,
        },
    };
}
function inEnvironment(problem, environment) {
    const also = `, or for ${environment} only in its environments.${environment}`;
    return { ...problem, what: `is missing for ${environment}`, instead: `${problem.instead}${also}` };
}
/** For a service as it is merged, so that a default is found where it is written. */
function writtenAt(path, { document, written }) {
    const [top, name, ...rest] = path;
    const service = top === "services" ? written.get(String(name)) : undefined;
    return service ? nearestAt(service, rest) : nearestAt(document, path);
}
function unknownName(what, name, known) {
    if (known.includes(name))
        return undefined;
    const meant = (0,nearest/* nearest */.p)(name, known);
    const all = known.join(", ");
    const instead = meant === undefined ? `there are ${all}` : `did you mean ${meant}? There are ${all}`;
    return `${what} "${name}" is not in the migration file; ${instead}.`;
}

;// CONCATENATED MODULE: ./build/actions/move/read-file.js





/**
 * What the migration file in the workspace says for these services.
 * @throws UserError with all problems of the file in one list
 */
async function readFile({ config, environment, services }) {
    const files = migrationFiles({ workspace: process.env.GITHUB_WORKSPACE || process.cwd(), config });
    const read = readMigration(await files.read());
    if ("problems" in read)
        throw problemsError(read.problems);
    const resolved = resolve(read.migration, { environment, services });
    if ("problems" in resolved)
        throw problemsError(resolved.problems);
    if (resolved.migration.services.length === 0) {
        throw new errors/* UserError */.yo("The migration file names no services: add those that shall move, as docs/migration-file.md shows");
    }
    return resolved.migration;
}


/***/ }),

/***/ 11240:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   C: () => (/* binding */ runEntry)
/* harmony export */ });
/* harmony import */ var _adapters_github_run_context_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(59426);
/* harmony import */ var _deploy_unfinished_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(14713);


/** This process, as the journal names it. */
async function runEntry() {
    const { actor, url } = await (0,_adapters_github_run_context_js__WEBPACK_IMPORTED_MODULE_1__/* .runContext */ .p)();
    return { actor, url, holder: (0,_deploy_unfinished_js__WEBPACK_IMPORTED_MODULE_0__/* .newHolder */ .lb)(url) };
}


/***/ }),

/***/ 90577:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  G: () => (/* binding */ tellOutcome)
});

// EXTERNAL MODULE: external "node:fs/promises"
var promises_ = __webpack_require__(51455);
// EXTERNAL MODULE: external "node:os"
var external_node_os_ = __webpack_require__(48161);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(76760);
;// CONCATENATED MODULE: ./build/adapters/report-file.js



/**
 * Writes a file that later steps of the job read.
 * @returns its path, below the runner's folder for files of the job
 */
async function writeReportFile(name, text) {
    const folder = (0,external_node_path_.join)(process.env.RUNNER_TEMP || (0,external_node_os_.tmpdir)(), "k8s-migrate-reports");
    await (0,promises_.mkdir)(folder, { recursive: true });
    const path = (0,external_node_path_.join)(folder, name);
    await (0,promises_.writeFile)(path, text);
    return path;
}

// EXTERNAL MODULE: ./build/move/report/environment-values.js
var environment_values = __webpack_require__(4229);
// EXTERNAL MODULE: ./node_modules/zod/v4/classic/iso.js
var iso = __webpack_require__(64377);
// EXTERNAL MODULE: ./node_modules/zod/v4/classic/schemas.js + 11 modules
var schemas = __webpack_require__(92857);
// EXTERNAL MODULE: ./build/move/phases.js
var phases = __webpack_require__(13694);
// EXTERNAL MODULE: ./build/move/state.js
var state = __webpack_require__(30453);
;// CONCATENATED MODULE: ./build/move/report/report-schema.js



/** Fields may be added to a version. One that goes or gets another meaning makes the next one. */
const REPORT_VERSION = 1;
/** As `Date.toISOString` writes it. */
const time = iso/* datetime */.w$().describe("RFC 3339, UTC.");
const words = schemas/* string */.YjP();
const report_schema_image = schemas/* json */.Pq9()
    .meta({ id: "image", description: "What is there; null: nothing. Values of environment variables are left out." });
const changeSchema = schemas/* strictObject */.rej({
    target: schemas/* string */.YjP().describe("What is written to, by a name that is the same in each run."),
    words: words.describe("What is done, in words."),
    before: report_schema_image,
    after: report_schema_image,
    outcome: schemas/* enum */.k5n(["planned", "made", "found-made", "failed", "not-begun"])
        .describe("What became of it. `found-made`: made by an earlier run that was cut off."),
})
    .describe("One write to the world.");
const stepSchema = schemas/* strictObject */.rej({
    step: schemas/* string */.YjP().describe("Its id, such as `deploy-suspended`."),
    title: words.describe("What it is, in words."),
    changes: schemas/* array */.YOg(changeSchema).describe("In the order in which they are made."),
    already: schemas/* array */.YOg(words).describe("What was so already."),
    problems: schemas/* array */.YOg(words).describe("Why it cannot be done now, each with what to do."),
    warnings: schemas/* array */.YOg(words).describe("What whoever reads the plan should know."),
    verified: words.nullable().describe("What was found true after its changes; null where it did not come that far."),
});
const eventSchema = schemas/* strictObject */.rej({
    from: time,
    to: time,
    step: schemas/* string */.YjP(),
    words,
    outcome: schemas/* enum */.k5n(["made", "found-made", "failed", "verified"]),
})
    .describe("Something that was done in this run.");
const serviceSchema = schemas/* strictObject */.rej({
    service: schemas/* string */.YjP(),
    state: schemas/* enum */.k5n(state/* MOVE_STATES */.lD).describe("How far its move is."),
    readyAt: time.nullable().describe("Before this the next phase refuses; null: nothing is to be waited for."),
    failure: words.nullable().describe("Why it stopped; null where it did not."),
    heldBy: schemas/* string */.YjP()
        .nullable()
        .describe("The other run that holds its lock: an address, or a name; null where none does."),
    steps: schemas/* array */.YOg(stepSchema).describe("In the order in which they are done."),
    events: schemas/* array */.YOg(eventSchema).describe("In the order in which they were done."),
});
/** The report of a phase as JSON: for programs, and what the job summary is made from. */
const reportSchema = schemas/* strictObject */.rej({
    schemaVersion: schemas/* literal */.euz(REPORT_VERSION),
    tool: schemas/* strictObject */.rej({ name: schemas/* literal */.euz("k8s-migrate"), version: schemas/* string */.YjP() }).describe("What made this report."),
    run: schemas/* strictObject */.rej({
        actor: schemas/* string */.YjP().describe("Who started it, as GitHub says."),
        url: schemas/* string */.YjP().describe("Address of the workflow run; empty where there is none."),
    })
        .describe("The run that this report is of."),
    reportedAt: time,
    phase: schemas/* enum */.k5n(phases/* PHASES */.ZG),
    environment: schemas/* string */.YjP(),
    dryRun: schemas/* boolean */.zMY().describe("Whether nothing was to be written. `status` never writes."),
    result: schemas/* enum */.k5n(["planned", "done", "failed"])
        .describe("`planned`: nothing was written, as asked for: a dry run, or `status`."),
    state: schemas/* enum */.k5n(state/* MOVE_STATES */.lD).describe("That of the least advanced service."),
    readyAt: time.nullable().describe("The latest of its services; null: nothing is to be waited for."),
    next: words.nullable().describe("What to run to get on; null where there is nothing to do."),
    back: words.nullable().describe("What to run to get back; null where there is nothing to take back."),
    planHash: schemas/* string */.YjP().nullable().describe("For the input `plan-hash`; null for `status`, which plans nothing."),
    journals: schemas/* string */.YjP().describe("Where the journals are."),
    services: schemas/* array */.YOg(serviceSchema),
});

;// CONCATENATED MODULE: ./build/move/report/tool-version.js
/** The version in package.json, which a program in dist/ does not have beside it; a test holds the two together. */
const TOOL_VERSION = "0.1.0";

;// CONCATENATED MODULE: ./build/move/report/move-report.js



/** The report of a phase: what is told of it in JSON, and what its job summary is made from. */
function moveReport(outcome, context) {
    return move_report_hidden(whole(outcome, context), context.hide);
}
function whole(outcome, { at, run }) {
    return {
        schemaVersion: REPORT_VERSION,
        tool: { name: "k8s-migrate", version: TOOL_VERSION },
        run: { actor: run.actor, url: run.url },
        reportedAt: utc(at),
        phase: outcome.phase,
        environment: outcome.environment,
        dryRun: outcome.dryRun,
        result: resultOf(outcome),
        state: outcome.state,
        readyAt: timeOrNull(outcome.readyAt),
        next: outcome.next || null,
        back: outcome.back || null,
        planHash: outcome.planHash || null,
        journals: outcome.journals,
        services: outcome.services.map(reported),
    };
}
/** The report as a file. */
function reportText(report) {
    return `${JSON.stringify(report, null, 2)}\n`;
}
function resultOf({ services, dryRun }) {
    const hasFailed = services.some(({ failure, steps }) => failure !== undefined || steps.some(({ outcomes }) => outcomes.includes("failed")));
    if (hasFailed)
        return "failed";
    return dryRun ? "planned" : "done";
}
function reported({ service, state, readyAt, failure, heldBy, steps, events }) {
    return {
        service,
        state,
        readyAt: timeOrNull(readyAt),
        failure: failure ?? null,
        heldBy: heldBy || null,
        steps: steps.map(({ step, title, changes, outcomes, already, problems, warnings, verified }) => ({
            step,
            title,
            changes: changes.map(({ target, words, before, after }, index) => ({
                target,
                words,
                ...(0,environment_values/* withoutEnvironmentValues */.M)({ before, after }),
                outcome: outcomes[index] ?? "not-begun",
            })),
            already: [...already],
            problems: [...problems],
            warnings: [...(warnings ?? [])],
            verified: verified || null,
        })),
        events: events.map(({ from, to, step, words, outcome }) => ({
            from: utc(from),
            to: utc(to),
            step,
            words,
            outcome,
        })),
    };
}
function timeOrNull(time) {
    return time === undefined ? null : utc(time);
}
/** A journal may have times of another zone. */
function utc(time) {
    return new Date(time).toISOString();
}
function move_report_hidden(value, hide) {
    if (typeof value === "string")
        return hide(value);
    if (Array.isArray(value))
        return value.map((item) => move_report_hidden(item, hide));
    if (typeof value !== "object" || value === null)
        return value;
    // By definition and not by assignment, for a key such as __proto__.
    return Object.fromEntries(Object.entries(value).map(([key, field]) => [key, move_report_hidden(field, hide)]));
}

// EXTERNAL MODULE: ./build/playbook/report/move-summary.js + 6 modules
var move_summary = __webpack_require__(86072);
;// CONCATENATED MODULE: ./build/actions/move/tell-outcome.js



/** Outputs, job summary and report of a phase. Fails the step where one of its services failed. */
async function tellOutcome(outcome, run, io) {
    const report = moveReport(outcome, { at: new Date().toISOString(), run, hide: io.hidden });
    const path = await writeReportFile(`k8s-migrate-${outcome.phase}.json`, reportText(report));
    io.output("plan-hash", outcome.planHash);
    io.output("ready-at", report.readyAt ?? "");
    io.output("state", outcome.state);
    io.output("next", outcome.next);
    io.output("report", path);
    await io.summary((0,move_summary/* moveSummary */.w)(report));
    const failed = outcome.services.find(({ failure }) => failure !== undefined);
    if (failed === undefined)
        return;
    const ways = [
        outcome.next === "" ? "" : `To go on: ${outcome.next}`,
        outcome.back === "" ? "" : `To go back: ${outcome.back}`,
    ].filter((way) => way !== "");
    io.fail([`${failed.service}: ${failed.failure}`, ...ways].join("\n"));
}


/***/ }),

/***/ 96861:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   V: () => (/* binding */ sameJson),
/* harmony export */   d: () => (/* binding */ canonicalJson)
/* harmony export */ });
/**
 * One text for all ways to write the same JSON, so that it can be hashed and compared: keys sorted, no spaces. Fields that are
 * `undefined` count as absent. As in https://www.rfc-editor.org/rfc/rfc8785
 */
function canonicalJson(value) {
    if (Array.isArray(value))
        return `[${value.map((item) => canonicalJson(item ?? null)).join(",")}]`;
    if (typeof value !== "object" || value === null)
        return JSON.stringify(value);
    const fields = Object.entries(value).filter(([, field]) => field !== undefined);
    // By UTF-16 code units, whatever the locale.
    const sorted = fields.toSorted(([a], [b]) => (a < b ? -1 : 1));
    return `{${sorted.map(([key, field]) => `${JSON.stringify(key)}:${canonicalJson(field)}`).join(",")}}`;
}
/** Whether two values say the same in JSON. */
function sameJson(a, b) {
    return canonicalJson(a) === canonicalJson(b);
}


/***/ }),

/***/ 62633:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   PG: () => (/* binding */ headHash),
/* harmony export */   Rv: () => (/* binding */ entryHash),
/* harmony export */   fD: () => (/* binding */ relinked),
/* harmony export */   we: () => (/* binding */ chainProblems)
/* harmony export */ });
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(77598);
/* harmony import */ var _canonical_json_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(96861);


/** SHA-256 over the canonical JSON, which leaves out what is undefined; hexadecimal. */
function hashOf(value) {
    return (0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.createHash)("sha256").update((0,_canonical_json_js__WEBPACK_IMPORTED_MODULE_1__/* .canonicalJson */ .d)(value)).digest("hex");
}
/** The hash of an entry, over all that it says. */
function entryHash(entry) {
    return hashOf({ ...entry, hash: undefined });
}
/** What the first entry follows: the hash of the document without its entries. */
function rootHash(document) {
    return hashOf({ ...document, entries: undefined });
}
/** The hash that the next entry has to follow. */
function headHash(chain) {
    return chain.entries.at(-1)?.hash ?? rootHash(chain);
}
/** The same entries, linked anew. */
function relinked(header, entries) {
    const chain = { ...header, entries: [] };
    for (const [index, entry] of entries.entries()) {
        const linked = { ...entry, sequence: index + 1, previous: headHash(chain), hash: "" };
        chain.entries.push({ ...linked, hash: entryHash(linked) });
    }
    return chain;
}
/**
 * What is wrong with the chain, at which entry; empty when nothing is. Entries that are missing at the end are not seen here, nor
 * a chain that somebody made anew from some entry on: for both there is the head that the lock keeps (head.ts).
 */
function chainProblems(chain) {
    const problems = [];
    let previous = rootHash(chain);
    for (const [index, entry] of chain.entries.entries()) {
        const [expected, before] = [index + 1, chain.entries[index - 1]];
        const changed = entryHash(entry) !== entry.hash;
        if (entry.sequence > (before?.sequence ?? 0) + 1) {
            problems.push(`before entry ${entry.sequence} at least one is missing`);
        }
        else if (entry.sequence <= (before?.sequence ?? 0)) {
            problems.push(`entry ${entry.sequence} is at place ${expected}: entries were moved or added`);
        }
        else if (changed) {
            problems.push(`entry ${entry.sequence} was changed`);
        }
        else if (entry.previous !== previous) {
            const other = before === undefined ? "the head of the document was changed" : `entry ${before.sequence} was replaced`;
            problems.push(`entry ${entry.sequence} does not follow what is before it: ${other}, or this one`);
        }
        previous = entry.hash;
    }
    return problems;
}


/***/ }),

/***/ 67792:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   U: () => (/* binding */ headOf),
/* harmony export */   Y: () => (/* binding */ headProblem)
/* harmony export */ });
/**
 * The last entry of a journal, as the lock keeps it: `12 9f86…`. The lock gets it after the entry is written, so it may lag behind
 * the journal, by what a run wrote before it died, and is never ahead of it: a journal without that entry has lost its end, or is
 * an older one that was put back.
 */
function headOf({ entries }) {
    const last = entries.at(-1);
    return last && `${last.sequence} ${last.hash}`;
}
/** What is wrong with a journal whose lock has kept this head; undefined when nothing is. */
function headProblem(chain, head) {
    if (head === undefined)
        return undefined;
    const [, number, hash] = /^([1-9]\d*) ([0-9a-f]{64})$/.exec(head) ?? [];
    if (number === undefined)
        return `its lock says "${head}" of it, which no release of ours writes`;
    const count = Number(number);
    if (chain === undefined)
        return `it is gone, and its lock knows of ${count} entries`;
    const entry = chain.entries[count - 1];
    if (entry === undefined)
        return `its end is missing: it has ${chain.entries.length} entries, and its lock knows of ${count}`;
    // These had other hashes when the lock learnt of them.
    if (count <= upgradedEntries(chain))
        return undefined;
    return entry.hash === hash
        ? undefined
        : `entry ${count} is not the one that its lock knows of, or one before it is not`;
}
function upgradedEntries({ upgradedFrom }) {
    return upgradedFrom?.entries ?? 0;
}


/***/ }),

/***/ 47548:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Eb: () => (/* binding */ openIntents),
/* harmony export */   P6: () => (/* binding */ currentMove),
/* harmony export */   kJ: () => (/* binding */ lastMade),
/* harmony export */   s0: () => (/* binding */ preImageOf)
/* harmony export */ });
/* unused harmony export latestWait */
/** The entries of the move that is under way: those after the last phase that closed one. Empty between two moves. */
function currentMove({ entries }) {
    return entries.slice(entries.findLastIndex((entry) => entry.kind === "phase-ended" && entry.closes) + 1);
}
/**
 * Writes that were begun and of which nothing says how they ended, oldest first: whether they were made is to be seen in the
 * world. A write that failed stays open unless it is known not to have been made.
 */
function openIntents(document) {
    const move = currentMove(document);
    const ended = new Set(move.map(endedIntent));
    return move.filter((entry) => entry.kind === "intent" && !ended.has(entry.sequence));
}
function endedIntent(entry) {
    if (entry.kind === "done")
        return entry.intent;
    return entry.kind === "failed" && entry.written === "no" ? entry.intent : undefined;
}
/**
 * What was at the target before this move wrote to it for the first time: what a rollback puts back. `undefined` when it was
 * never meant to be written; null when it was not there.
 * @param step only what this step wrote
 */
function preImageOf(document, target, step) {
    const first = currentMove(document).find((entry) => entry.kind === "intent" && entry.target === target && (step ?? entry.step) === entry.step);
    return first?.before;
}
/** The wait of this move that was written last, of this step where one is given; `undefined` when there is none. */
function latestWait(document, step) {
    return currentMove(document).findLast((entry) => entry.kind === "wait" && (step ?? entry.step) === entry.step);
}
/** The writes of a step that were made, of each target the last one. */
function lastMade(move, step) {
    const done = new Set(move.flatMap((entry) => (entry.kind === "done" ? [entry.intent] : [])));
    const made = move.filter((entry) => entry.kind === "intent" && entry.step === step && done.has(entry.sequence));
    return [...new Map(made.map((intent) => [intent.target, intent])).values()];
}


/***/ }),

/***/ 33753:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   L8: () => (/* binding */ documentSchema),
/* harmony export */   RU: () => (/* binding */ MINIMUM_RELEASE),
/* harmony export */   f$: () => (/* binding */ SCHEMA_VERSION),
/* harmony export */   mn: () => (/* binding */ checkedEntry)
/* harmony export */ });
/* harmony import */ var zod__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(92857);
/* harmony import */ var zod__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(64377);

/** The version of the schema below. A change that an older release could not read needs the next number, and a row in upgrades.ts. */
const SCHEMA_VERSION = 1;
/** The first release that reads it: what a user of an older one is told to take. */
const MINIMUM_RELEASE = "v1.0.0";
const text = zod__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP().min(1);
const time = zod__WEBPACK_IMPORTED_MODULE_1__/* .datetime */ .w$({ offset: true });
const hash = zod__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP().regex(/^[0-9a-f]{64}$/);
const runSchema = zod__WEBPACK_IMPORTED_MODULE_0__/* .strictObject */ .rej({
    /** Who started it, as GitHub says. */
    actor: zod__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP(),
    /** Address of the workflow run; empty where there is none. */
    url: zod__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP(),
    /** Unique for each process. */
    holder: text,
});
const common = {
    /** The first one is 1. */
    sequence: zod__WEBPACK_IMPORTED_MODULE_0__/* .int */ .Whr().min(1),
    /** By the clock of the runner. */
    at: time,
    run: runSchema,
    /** Of the entry before it; of the first one: of the document without its entries. */
    previous: hash,
    /** Of this entry without this field. */
    hash,
};
const entrySchema = zod__WEBPACK_IMPORTED_MODULE_0__/* .discriminatedUnion */ .gMt("kind", [
    zod__WEBPACK_IMPORTED_MODULE_0__/* .strictObject */ .rej({
        ...common,
        kind: zod__WEBPACK_IMPORTED_MODULE_0__/* .literal */ .euz("phase-started"),
        phase: text,
        /** Of the plan that is carried out; empty where it was not asked for. */
        planHash: zod__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP(),
    }),
    /** Something is about to be written to the world. */
    zod__WEBPACK_IMPORTED_MODULE_0__/* .strictObject */ .rej({
        ...common,
        kind: zod__WEBPACK_IMPORTED_MODULE_0__/* .literal */ .euz("intent"),
        /** Which step of the plan. */
        step: text,
        /** What it changes, in words. */
        change: text,
        /** What is changed, by a name that is the same in each run: an ARN, `zone/name/type`. */
        target: text,
        /** The pre-image; null: it is not there. Secret values only as salted hashes. */
        before: zod__WEBPACK_IMPORTED_MODULE_0__/* .json */ .Pq9(),
        after: zod__WEBPACK_IMPORTED_MODULE_0__/* .json */ .Pq9(),
    }),
    /** What was intended is so now. */
    zod__WEBPACK_IMPORTED_MODULE_0__/* .strictObject */ .rej({
        ...common,
        kind: zod__WEBPACK_IMPORTED_MODULE_0__/* .literal */ .euz("done"),
        step: text,
        /** Sequence number of the intent. */
        intent: zod__WEBPACK_IMPORTED_MODULE_0__/* .int */ .Whr().min(1),
        /** Whether this run wrote it, or found it written: by a run that died before it could say so. */
        found: zod__WEBPACK_IMPORTED_MODULE_0__/* .boolean */ .zMY(),
    }),
    zod__WEBPACK_IMPORTED_MODULE_0__/* .strictObject */ .rej({
        ...common,
        kind: zod__WEBPACK_IMPORTED_MODULE_0__/* .literal */ .euz("failed"),
        step: text,
        /** Sequence number of the intent; absent where it did not get that far. */
        intent: zod__WEBPACK_IMPORTED_MODULE_0__/* .int */ .Whr().min(1).optional(),
        reason: text,
        /** What is known of the write. */
        written: zod__WEBPACK_IMPORTED_MODULE_0__/* ["enum"] */ .k5n(["no", "unknown"]),
    }),
    zod__WEBPACK_IMPORTED_MODULE_0__/* .strictObject */ .rej({
        ...common,
        kind: zod__WEBPACK_IMPORTED_MODULE_0__/* .literal */ .euz("wait"),
        step: text,
        notBefore: time,
        why: text,
    }),
    zod__WEBPACK_IMPORTED_MODULE_0__/* .strictObject */ .rej({
        ...common,
        kind: zod__WEBPACK_IMPORTED_MODULE_0__/* .literal */ .euz("phase-ended"),
        phase: text,
        outcome: zod__WEBPACK_IMPORTED_MODULE_0__/* ["enum"] */ .k5n(["completed", "waiting", "stopped", "failed"]),
        /** The command that leads on; empty where nothing is left to do. */
        next: zod__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP(),
        /** Whether the move is over by this: what comes later is another one. */
        closes: zod__WEBPACK_IMPORTED_MODULE_0__/* .boolean */ .zMY(),
    }),
    zod__WEBPACK_IMPORTED_MODULE_0__/* .strictObject */ .rej({ ...common, kind: zod__WEBPACK_IMPORTED_MODULE_0__/* .literal */ .euz("note"), text }),
]);
const documentSchema = zod__WEBPACK_IMPORTED_MODULE_0__/* .strictObject */ .rej({
    schemaVersion: zod__WEBPACK_IMPORTED_MODULE_0__/* .literal */ .euz(SCHEMA_VERSION),
    minimumRelease: text,
    environment: text,
    service: text,
    createdAt: time,
    /** For the hashes of secret values: hexadecimal. */
    salt: zod__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP().regex(/^[0-9a-f]{32,}$/),
    /** Where a release with an older schema began it: how far that one came. Its entries got new hashes then. */
    upgradedFrom: zod__WEBPACK_IMPORTED_MODULE_0__/* .strictObject */ .rej({ schemaVersion: zod__WEBPACK_IMPORTED_MODULE_0__/* .int */ .Whr(), entries: zod__WEBPACK_IMPORTED_MODULE_0__/* .int */ .Whr(), head: hash }).optional(),
    entries: zod__WEBPACK_IMPORTED_MODULE_0__/* .array */ .YOg(entrySchema),
});
/** One entry, checked: throws where the program made a wrong one. */
function checkedEntry(entry) {
    entrySchema.parse(entry);
    // Not what zod gives back: the hash is of this one, to the letter.
    return entry;
}


/***/ }),

/***/ 10492:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   EQ: () => (/* binding */ HEADER_NAME),
/* harmony export */   LN: () => (/* binding */ PERCENTAGE),
/* harmony export */   jz: () => (/* binding */ HTTP_PATH),
/* harmony export */   l7: () => (/* binding */ statusFits),
/* harmony export */   oN: () => (/* binding */ STATUS_CLASS),
/* harmony export */   vV: () => (/* binding */ HTTPS_ADDRESS)
/* harmony export */ });
/** `/healthz`, with a query or without. */
const HTTP_PATH = /^\/[^\s#]*$/;
/** `200`, or all of a class: `2xx`. */
const STATUS_CLASS = /^[1-5]xx$/;
/** https://www.rfc-editor.org/rfc/rfc9110#name-tokens */
const HEADER_NAME = /^[!#$%&'*+.^_`|~0-9A-Za-z-]+$/;
/** With a host and no user, whose password would be in the file. */
const HTTPS_ADDRESS = /^https:\/\/[^\s/?#@]+([/?#]\S*)?$/;
/** A share in percent below 100: `1%`, `0.5%`. */
const PERCENTAGE = /^\d{1,2}(\.\d+)?%$/;
/** Whether an answer's status is one of those that are wanted. */
function statusFits(status, wanted) {
    return wanted.some((each) => String(each) === String(status) || each === `${Math.floor(status / 100)}xx`);
}


/***/ }),

/***/ 37154:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   k: () => (/* binding */ isTimeZone)
/* harmony export */ });
/** Whether that is a time zone of the IANA database, such as `America/Los_Angeles` or `UTC`. */
function isTimeZone(name) {
    // Intl also takes offsets such as "+01:00"; Kubernetes does not.
    if (!/^[A-Za-z][A-Za-z0-9_+/-]*$/.test(name))
        return false;
    try {
        return new Intl.DateTimeFormat("en-US", { timeZone: name }).resolvedOptions().timeZone !== "";
    }
    catch {
        return false;
    }
}


/***/ }),

/***/ 41671:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  oe: () => (/* binding */ isInWindow),
  KC: () => (/* binding */ nextWindow),
  Et: () => (/* binding */ parseWindow)
});

// EXTERNAL MODULE: ./build/migration-file/forms/time-zone.js
var time_zone = __webpack_require__(37154);
;// CONCATENATED MODULE: ./build/migration-file/local-time.js
const MINUTE = 60_000;
const DAY = 24 * 60 * MINUTE;
const formats = new Map();
/** What a clock on the wall shows there, as if it were UTC: milliseconds since 1970. */
function wallClock(instant, timeZone) {
    const parts = Object.fromEntries(formatFor(timeZone)
        .formatToParts(instant)
        .map(({ type, value }) => [type, Number(value)]));
    return Date.UTC(parts.year, parts.month - 1, parts.day, parts.hour, parts.minute, parts.second);
}
/**
 * The first instant at which the wall clock shows that time or a later one. On the day on which clocks are put back a time
 * that comes twice is its first occurrence; one that is left out is when the clocks are put forward.
 * @param wall as `wallClock` gives it
 */
function instantOf(wall, timeZone) {
    // No zone changes twice within two days.
    const offsets = [wall - DAY, wall + DAY].map((around) => wallClock(around, timeZone) - around);
    const found = offsets
        .map((offset) => wall - offset)
        .filter((instant) => wallClock(instant, timeZone) === wall)
        .toSorted((a, b) => a - b);
    return found[0] ?? jumpOver(wall, timeZone, offsets);
}
/** When the clocks are put forward over that time. */
function jumpOver(wall, timeZone, offsets) {
    let before = wall - Math.max(...offsets);
    let after = wall - Math.min(...offsets);
    while (after - before > 1) {
        const middle = Math.floor((before + after) / 2);
        if (wallClock(middle, timeZone) < wall)
            before = middle;
        else
            after = middle;
    }
    return after;
}
function formatFor(timeZone) {
    const known = formats.get(timeZone);
    if (known)
        return known;
    const numeric = "numeric";
    const format = new Intl.DateTimeFormat("en-US", {
        timeZone,
        hourCycle: "h23",
        calendar: "gregory",
        numberingSystem: "latn",
        year: numeric,
        month: numeric,
        day: numeric,
        hour: numeric,
        minute: numeric,
        second: numeric,
    });
    formats.set(timeZone, format);
    return format;
}

;// CONCATENATED MODULE: ./build/migration-file/window.js


const DAYS = ["sun", "mon", "tue", "wed", "thu", "fri", "sat"];
const window_MINUTE = 60_000;
const window_DAY = 24 * 60 * window_MINUTE;
/**
 * Reads `Sun 02:00-05:00 America/Los_Angeles`. Days are a list or a range (`Mon,Wed`, `Fri-Sun`); without them it is every
 * day. When it ends at or before its start, it ends on the next day. Gives the window, or what is wrong.
 */
function parseWindow(text) {
    const words = text.trim().split(/\s+/);
    if (words.length === 2 && parseDays(words[0] ?? "") !== undefined)
        return { problem: "has no time zone" };
    const hasDays = words.length === 3;
    const [daysText = "", hours = "", timeZone = ""] = hasDays ? words : ["sun-sat", ...words];
    if (words.length < 2 || words.length > 3)
        return { problem: "is not days, hours and a time zone" };
    const days = parseDays(daysText);
    if (days === undefined)
        return { problem: `has "${daysText}" where days of the week are expected` };
    const [, h1, m1, h2, m2] = /^([01]\d|2[0-3]):([0-5]\d)-([01]\d|2[0-4]):([0-5]\d)$/.exec(hours) ?? [];
    const [from, to] = [minutes(h1, m1), minutes(h2, m2)];
    if (Number.isNaN(to) || to > 24 * 60)
        return { problem: `has "${hours}" where hours are expected` };
    if (from === to)
        return { problem: `begins and ends at the same time, where all day is 00:00-24:00` };
    if (!(0,time_zone/* isTimeZone */.k)(timeZone))
        return { problem: `has "${timeZone}" where a time zone is expected` };
    return { text, days, from, to: to > from ? to : to + 24 * 60, timeZone };
}
/** Whether the window is open then. */
function isInWindow(window, now) {
    return nextWindow(window, now).from <= now;
}
/** When the window is open next; the opening that lasts, when it is open now. */
function nextWindow(window, now) {
    const wall = wallClock(now.getTime(), window.timeZone);
    const today = wall - (((wall % window_DAY) + window_DAY) % window_DAY);
    // From yesterday, whose opening may last. A week later it opens again, but once a year its hours may be those left out.
    for (let day = -1; day <= 22; day++) {
        const midnight = today + day * window_DAY;
        if (!window.days.includes(new Date(midnight).getUTCDay()))
            continue;
        const from = instantOf(midnight + window.from * window_MINUTE, window.timeZone);
        const to = instantOf(midnight + window.to * window_MINUTE, window.timeZone);
        if (to > from && to > now.getTime())
            return { from: new Date(from), to: new Date(to) };
    }
    throw new Error(`The window "${window.text}" does not open within three weeks of ${now.toISOString()}.`);
}
function minutes(hour, minute) {
    return Number(hour) * 60 + Number(minute);
}
function parseDays(text) {
    const days = text
        .toLowerCase()
        .split(",")
        .map((part) => {
        const [first, last, ...more] = part.split("-").map((word) => DAYS.indexOf(word));
        if (first === undefined || first < 0 || last === -1 || more.length > 0)
            return undefined;
        return Array.from({ length: (((last ?? first) - first + 7) % 7) + 1 }, (_, at) => (first + at) % 7);
    });
    if (days.includes(undefined))
        return undefined;
    return [...new Set(days.flatMap((each) => each ?? []))].toSorted((a, b) => a - b);
}


/***/ }),

/***/ 91682:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   f: () => (/* binding */ changesOf)
/* harmony export */ });
function changesOf({ steps }) {
    return steps.flatMap(({ changes }) => changes);
}


/***/ }),

/***/ 13694:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   IZ: () => (/* binding */ PREPARE),
/* harmony export */   ZG: () => (/* binding */ PHASES),
/* harmony export */   fD: () => (/* binding */ rulesOf),
/* harmony export */   ot: () => (/* binding */ PHASE_RULES),
/* harmony export */   yz: () => (/* binding */ isWritingPhase)
/* harmony export */ });
/* unused harmony export WRITING_PHASES */
/** Phases that may write. They are what a journal has as `phase`. */
const WRITING_PHASES = ["prepare", "lower-ttl", "switch-dns", "restore-dns", "rollback"];
/** All phases, by the names that reports have. */
const PHASES = [...WRITING_PHASES, "status", "plan-dns", "verify-dns"];
const PREPARE = "switchover with phase: prepare";
const ROLLBACK = "rollback";
const dns = (command) => `actions/dns with command: ${command}`;
const DNS_STEPS = ["lower-ttl", "lower-keep-alive", "switch-dns"];
const PHASE_RULES = {
    prepare: {
        isBack: false,
        hasStep: (step) => step !== "switch-dns",
        during: "preparing",
        after: "prepared",
        isTimed: false,
        command: PREPARE,
        other: ROLLBACK,
    },
    "lower-ttl": {
        isBack: false,
        hasStep: (step) => step === "lower-ttl" || step === "lower-keep-alive",
        during: "preparing",
        after: "ttl-lowered",
        isTimed: false,
        command: dns("lower-ttl"),
        other: dns("restore"),
    },
    "switch-dns": {
        isBack: false,
        hasStep: (step) => step === "probe-new-side" || step === "switch-dns",
        during: "switching-dns",
        after: "dns-switched",
        isTimed: true,
        command: dns("switch"),
        other: dns("restore"),
    },
    "restore-dns": {
        isBack: true,
        hasStep: (step) => DNS_STEPS.includes(step),
        during: "rolling-back",
        after: "not-started",
        isTimed: false,
        command: dns("restore"),
        other: dns("switch"),
    },
    rollback: {
        isBack: true,
        hasStep: () => true,
        during: "rolling-back",
        after: "not-started",
        isTimed: false,
        command: ROLLBACK,
        other: PREPARE,
    },
};
function rulesOf(phase) {
    return PHASE_RULES[phase];
}
function isWritingPhase(phase) {
    return WRITING_PHASES.some((each) => each === phase);
}


/***/ }),

/***/ 97494:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   AW: () => (/* binding */ planDifferences),
/* harmony export */   Fp: () => (/* binding */ hasHash),
/* harmony export */   SH: () => (/* binding */ planHash),
/* harmony export */   eL: () => (/* binding */ isPlanHash)
/* harmony export */ });
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(77598);
/* harmony import */ var _journal_canonical_json_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(96861);
/* harmony import */ var _change_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(91682);



/** Enough that nobody meets another plan with the same hash by chance. */
const HASH_BYTES = 8;
/** Of each part of a change: enough to tell which of a plan's few changes is another one. */
const PART_BYTES = 3;
const FORM = /^([0-9a-f]{16})(?:\.([\w-]*))?$/;
/**
 * The hash of a plan: 16 hexadecimal digits over what is meant and what is there, then a point and a few letters for each change,
 * by which `planDifferences` tells what changed since. The part before the point is enough.
 */
function planHash(planned) {
    const parts = partsOf(planned).map(({ id, before, after }) => Buffer.concat([id, before, after]));
    return `${hashOf(planned)}.${Buffer.concat(parts).toString("base64url")}`;
}
function isPlanHash(text) {
    return FORM.test(text);
}
function hasHash(planned, given) {
    return FORM.exec(given)?.[1] === hashOf(planned);
}
/** What is no longer as it was in the plan with this hash, in words; empty where that cannot be told. */
function planDifferences(planned, given) {
    const known = FORM.exec(given)?.[2];
    if (known === undefined)
        return [];
    const old = oldParts(Buffer.from(known, "base64url"));
    const now = partsOf(planned);
    const differing = now.flatMap(({ service, change, ...part }) => {
        const was = old.find(({ id }) => id.equals(part.id));
        const what = `${service}: ${change.words}`;
        if (was === undefined)
            return [`${what}: was not in that plan`];
        return [
            ...(was.before.equals(part.before)
                ? []
                : [`${what}: what is there now is another: ${(0,_journal_canonical_json_js__WEBPACK_IMPORTED_MODULE_1__/* .canonicalJson */ .d)(change.before)}`]),
            ...(was.after.equals(part.after) ? [] : [`${what}: would now become another: ${(0,_journal_canonical_json_js__WEBPACK_IMPORTED_MODULE_1__/* .canonicalJson */ .d)(change.after)}`]),
        ];
    });
    const gone = old.filter(({ id }) => !now.some((part) => part.id.equals(id))).length;
    return [...differing, ...(gone === 0 ? [] : [`${gone} of its changes are not to be made any more`])];
}
function partsOf({ services }) {
    return services.flatMap((plan) => (0,_change_js__WEBPACK_IMPORTED_MODULE_2__/* .changesOf */ .f)(plan).map((change) => ({
        service: plan.service,
        change,
        id: digest([plan.service, change.step, change.target]).subarray(0, PART_BYTES),
        before: digest(change.before).subarray(0, PART_BYTES),
        after: digest(change.after).subarray(0, PART_BYTES),
    })));
}
function oldParts(bytes) {
    const length = 3 * PART_BYTES;
    return Array.from({ length: Math.floor(bytes.length / length) }, (_, index) => {
        const at = index * length;
        const part = (number) => bytes.subarray(at + number * PART_BYTES, at + (number + 1) * PART_BYTES);
        return { id: part(0), before: part(1), after: part(2) };
    });
}
function hashOf({ phase, environment, intent, services }) {
    const changes = services.flatMap((plan) => (0,_change_js__WEBPACK_IMPORTED_MODULE_2__/* .changesOf */ .f)(plan).map(({ step, target, before, after }) => [plan.service, step, target, before, after]));
    return digest([phase, environment, intent, changes]).subarray(0, HASH_BYTES).toString("hex");
}
function digest(value) {
    return (0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.createHash)("sha256").update((0,_journal_canonical_json_js__WEBPACK_IMPORTED_MODULE_1__/* .canonicalJson */ .d)(value)).digest();
}


/***/ }),

/***/ 96939:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  O: () => (/* binding */ changeLines)
});

// EXTERNAL MODULE: ./build/journal/canonical-json.js
var canonical_json = __webpack_require__(96861);
;// CONCATENATED MODULE: ./build/move/report/differences.js

/**
 * What differs between two values, field by field in the order in which they are written. Maps are compared by their keys, lists
 * of maps by the names of their items where each has one of its own, else by place; any other list is one field. A value of null
 * is taken for nothing.
 */
function differences(before, after) {
    return compare("", { before: before ?? undefined, after: after ?? undefined });
}
/** A salted hash that stands for a secret, as the journal has it. */
function isSecret(side) {
    return typeof side === "object" && side !== null && Object.keys(side).join() === "hmac-sha256";
}
function compare(path, sides) {
    const { before, after } = sides;
    if (before === undefined || after === undefined ? before === after : (0,canonical_json/* sameJson */.V)(before, after))
        return [];
    const present = [before, after].filter((side) => side !== undefined);
    if (present.every(isMap)) {
        return compareFields({ path, ...sides }, entries, (key) => (path === "" ? key : `${path}.${key}`));
    }
    if (present.every(isListOfMaps)) {
        const isByName = present.every((side) => namesOf(side) !== undefined);
        const items = (side) => {
            const names = isByName ? namesOf(side) : undefined;
            return (side ?? []).map((item, place) => [names?.[place] ?? `${place}`, item]);
        };
        return compareFields({ path, ...sides }, items, (key) => `${path}[${key}]`);
    }
    return [{ path, before, after }];
}
function compareFields(whole, fieldsOf, below) {
    const before = new Map(fieldsOf(whole.before));
    const after = new Map(fieldsOf(whole.after));
    const keys = new Set([...after.keys(), ...before.keys()]);
    // One that is there and has nothing in it.
    if (keys.size === 0)
        return [whole];
    return [...keys].flatMap((key) => compare(below(key), { before: before.get(key), after: after.get(key) }));
}
function entries(side) {
    return Object.entries((side ?? {}));
}
function isMap(side) {
    return typeof side === "object" && side !== null && !Array.isArray(side) && !isSecret(side);
}
function isListOfMaps(side) {
    return Array.isArray(side) && side.length > 0 && side.every(isMap);
}
/** Undefined where not each item has one of its own. */
function namesOf(side) {
    const names = (side ?? []).map(({ name }) => name).filter((name) => typeof name === "string");
    return new Set(names).size === (side ?? []).length ? names : undefined;
}

// EXTERNAL MODULE: ./build/move/report/one-line.js
var one_line = __webpack_require__(25642);
;// CONCATENATED MODULE: ./build/move/report/shown-difference.js



const PATH_CHARACTERS = 60;
const VALUE_CHARACTERS = 48;
/** Of a long value: what tells most is often at its end. */
const HEAD_CHARACTERS = 18;
/** What is left before the place where two long texts begin to differ: so much at least, and then the whole part of a name. */
const COMMON_CHARACTERS = 12;
const MOST_COMMON_CHARACTERS = 30;
const DIGEST = /\b(sha256:[0-9a-f]{12})[0-9a-f]{52}\b/g;
/** What would not be seen in a text, and JSON leaves as it is. */
const UNSEEN = /[\u0080-\u009f\u2028\u2029]|\p{Bidi_Control}/gu;
/** With whole values. */
function wholeDifference({ path, before, after }) {
    const from = before === undefined ? undefined : textOf(before);
    const to = after === undefined ? undefined : textOf(after);
    const shown = { path: (0,one_line/* oneLine */.TN)(path) || "value", before: from, after: to };
    if (from === undefined || from !== to)
        return shown;
    // Two secrets; or values that are the same in words, such as "1" and 1.
    if (isSecret(after))
        return { ...shown, after: "another secret" };
    return { ...shown, before: quoted(before), after: quoted(after) };
}
/** With long values shortened, so that what differs is still seen. */
function shortDifference({ path, before, after }) {
    const [from, to] = fromTheDifference(withShortDigests(before), withShortDigests(after));
    return { path: (0,one_line/* cutTo */.yd)(PATH_CHARACTERS, path), before: withoutMiddle(from), after: withoutMiddle(to) };
}
function textOf(value) {
    if (value === null)
        return "none";
    if (isSecret(value))
        return "a secret";
    if (typeof value === "string") {
        // Else nobody would see that it is empty, or begins with a space.
        return value !== "" && (0,one_line/* oneLine */.TN)(value) === value ? value : quoted(value);
    }
    const isPlainList = Array.isArray(value) && value.length > 0 && value.every((item) => typeof item !== "object");
    return isPlainList ? value.map((item) => textOf(item)).join(", ") : quoted(value);
}
function quoted(value) {
    return (0,canonical_json/* canonicalJson */.d)(value).replace(UNSEEN, (found) => `\\u${found.charCodeAt(0).toString(16).padStart(4, "0")}`);
}
function withShortDigests(text) {
    return text?.replace(DIGEST, "$1…");
}
/** Without most of what two long texts have in common at their beginning. */
function fromTheDifference(before, after) {
    if (before === undefined || after === undefined)
        return [before, after];
    const [a, b] = [(0,one_line/* charactersOf */.EX)(before), (0,one_line/* charactersOf */.EX)(after)];
    if (Math.max(a.length, b.length) <= VALUE_CHARACTERS)
        return [before, after];
    const differs = a.findIndex((character, place) => character !== b[place]);
    const first = beginning(a, differs === -1 ? a.length : differs);
    return first <= 1 ? [before, after] : [a, b].map((all) => `…${all.slice(first).join("")}`);
}
function beginning(characters, differs) {
    const last = differs - COMMON_CHARACTERS;
    const separator = characters.findLastIndex((character, place) => place <= last && /[/:@, ]/.test(character));
    return separator >= differs - MOST_COMMON_CHARACTERS ? separator : last;
}
function withoutMiddle(text) {
    if (text === undefined)
        return undefined;
    const all = (0,one_line/* charactersOf */.EX)(text);
    if (all.length <= VALUE_CHARACTERS)
        return text;
    const tail = VALUE_CHARACTERS - HEAD_CHARACTERS - 1;
    return `${all.slice(0, HEAD_CHARACTERS).join("")}…${all.slice(-tail).join("")}`;
}

;// CONCATENATED MODULE: ./build/move/report/change-lines.js


const NO_MARKS = { field: (path) => path, value: (text) => text };
/** What differs between before and after, in words, of at most `most` fields; empty where nothing does. */
function changeLines(images, most, marks = NO_MARKS) {
    const all = differences(images.before, images.after).map((difference) => {
        const whole = wholeDifference(difference);
        return { whole, short: shortDifference(whole) };
    });
    const shown = all.slice(0, most).map(({ short }) => words(short, images, marks));
    const left = all.length - shown.length;
    const cut = all.filter(({ whole, short }, index) => index >= most || !isSame(whole, short));
    return {
        lines: [...withKind(shown, images), ...(left > 0 ? [`and ${left} more`] : [])],
        whole: cut.map(({ whole }) => words(whole, images, NO_MARKS)),
    };
}
function withKind([first, ...others], { before, after }) {
    if (first === undefined)
        return [];
    const kind = before === null ? "new: " : after === null ? "gone: " : "";
    return [`${kind}${first}`, ...others];
}
function words({ path, before, after }, images, { field, value }) {
    const name = field(path);
    if (before === undefined)
        return `${name} ${value(after ?? "")}${images.before === null ? "" : " (new)"}`;
    if (after === undefined)
        return `${name} ${value(before)}${images.after === null ? "" : " (gone)"}`;
    return `${name} ${value(before)} -> ${value(after)}`;
}
function isSame(one, other) {
    return one.path === other.path && one.before === other.before && one.after === other.after;
}


/***/ }),

/***/ 4229:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   M: () => (/* binding */ withoutEnvironmentValues)
/* harmony export */ });
/* harmony import */ var _journal_canonical_json_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(96861);

const HIDDEN = "(not shown)";
const HIDDEN_OTHER = "(not shown, another one)";
/** As a task definition and a container of Kubernetes name it, and most charts: a list of names and values, or a map. */
const ENVIRONMENT = /^(environment|env|(extra|additional)_?env(ironment)?(vars|variables)?)$/i;
/**
 * What was there and what shall be, without the values of environment variables: any of them may be a secret. Where one becomes
 * another, that is still to be seen.
 */
function withoutEnvironmentValues(images) {
    const known = [];
    const before = walk(images.before, "", (variable) => {
        known.push(variable);
        return HIDDEN;
    });
    const after = walk(images.after, "", ({ place, value }) => {
        const old = known.find((each) => each.place === place);
        return old === undefined || (0,_journal_canonical_json_js__WEBPACK_IMPORTED_MODULE_0__/* .sameJson */ .V)(old.value, value) ? HIDDEN : HIDDEN_OTHER;
    });
    return { ...images, before, after };
}
function walk(value, place, hide) {
    if (Array.isArray(value))
        return value.map((item, index) => walk(item, `${place}[${nameOf(item) ?? index}]`, hide));
    if (typeof value !== "object" || value === null)
        return value;
    return mapped(value, (key, field) => ENVIRONMENT.test(key) ? variables(field, `${place}.${key}`, hide) : walk(field, `${place}.${key}`, hide));
}
function variables(value, place, hide) {
    // Not a variable: what has this name may be "production", too.
    if (typeof value !== "object" || value === null)
        return value;
    if (!Array.isArray(value)) {
        return mapped(value, (name, field) => hide({ place: `${place}[${name}]`, value: field }));
    }
    return value.map((item, index) => {
        const at = `${place}[${nameOf(item) ?? index}]`;
        if (typeof item !== "object" || item === null || Array.isArray(item))
            return hide({ place: at, value: item });
        return mapped(item, (key, field) => (key === "name" ? field : hide({ place: `${at}.${key}`, value: field })));
    });
}
function nameOf(item) {
    if (typeof item !== "object" || item === null || Array.isArray(item))
        return undefined;
    return typeof item.name === "string" ? item.name : undefined;
}
function mapped(map, each) {
    // By definition and not by assignment, for a key such as __proto__.
    return Object.fromEntries(Object.entries(map).map(([key, field]) => [key, each(key, field)]));
}


/***/ }),

/***/ 25642:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   EX: () => (/* binding */ charactersOf),
/* harmony export */   TN: () => (/* binding */ oneLine),
/* harmony export */   yd: () => (/* binding */ cutTo)
/* harmony export */ });
/* harmony import */ var _evidence_text_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(22205);

/** Any text as one line: without control characters, and without those that turn the direction of what stands after them. */
function oneLine(text) {
    return (0,_evidence_text_js__WEBPACK_IMPORTED_MODULE_0__/* .plain */ .pj)(text.toWellFormed())
        .replace(/\p{Bidi_Control}/gu, "")
        .replace(/\s+/g, " ")
        .trim();
}
/** At most that many characters. None of them is cut in two. */
function cutTo(characters, text) {
    const all = charactersOf(text);
    return all.length <= characters ? text : `${all.slice(0, characters - 1).join("")}…`;
}
/** As Unicode counts them, not the halves that an emoji has in a JavaScript text. */
function charactersOf(text) {
    return Array.from(text);
}


/***/ }),

/***/ 52900:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   i: () => (/* binding */ sinceBack)
/* harmony export */ });
/* harmony import */ var _phases_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(13694);

/**
 * What a move has done since it was taken back for the last time, DNS and waits at least: every way back has these. One that did not
 * come to its end has not taken all back.
 */
function sinceBack(move) {
    const back = move.findLastIndex((entry) => {
        if (entry.kind !== "phase-ended" || entry.outcome !== "completed" || !(0,_phases_js__WEBPACK_IMPORTED_MODULE_0__/* .isWritingPhase */ .yz)(entry.phase))
            return false;
        return _phases_js__WEBPACK_IMPORTED_MODULE_0__/* .PHASE_RULES */ .ot[entry.phase].isBack;
    });
    return move.slice(back + 1);
}


/***/ }),

/***/ 30453:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   L4: () => (/* binding */ stateOf),
/* harmony export */   lD: () => (/* binding */ MOVE_STATES),
/* harmony export */   nZ: () => (/* binding */ waysFrom),
/* harmony export */   zk: () => (/* binding */ leastOf)
/* harmony export */ });
/* harmony import */ var _phases_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(13694);

/** How far the move of a service is, from the least advanced on. */
const MOVE_STATES = [
    "not-started",
    "rolling-back",
    "preparing",
    "ttl-lowered",
    "prepared",
    "switching-dns",
    "dns-switched",
];
/**
 * How far a move is, by its journal.
 * @param move the entries of the move that is under way: none where there is none
 */
function stateOf(move) {
    let state = "not-started";
    let withoutDns = "not-started";
    for (const entry of move) {
        if ((entry.kind !== "phase-started" && entry.kind !== "phase-ended") || !(0,_phases_js__WEBPACK_IMPORTED_MODULE_0__/* .isWritingPhase */ .yz)(entry.phase))
            continue;
        const { isBack, during, after, hasStep } = _phases_js__WEBPACK_IMPORTED_MODULE_0__/* .PHASE_RULES */ .ot[entry.phase];
        const isOver = entry.kind === "phase-ended" && entry.outcome === "completed";
        if (isBack) {
            state = isOver ? (hasStep("deploy-suspended") ? after : withoutDns) : during;
            continue;
        }
        // Who prepares anew what was switched has not gone back by that.
        if (rank(state) > rank(after))
            continue;
        state = isOver ? after : during;
        if (hasStep("deploy-suspended"))
            withoutDns = state;
    }
    return state;
}
/** The state of several services: that of the least advanced one. */
function leastOf(states) {
    return MOVE_STATES.find((state) => states.includes(state)) ?? "not-started";
}
function rank(state) {
    return MOVE_STATES.indexOf(state);
}
/** What to run next to get on, and to get back, in words; empty where there is nothing to do. */
function waysFrom(state) {
    const { rollback, "switch-dns": switchDns } = _phases_js__WEBPACK_IMPORTED_MODULE_0__/* .PHASE_RULES */ .ot;
    const ways = {
        "not-started": { next: _phases_js__WEBPACK_IMPORTED_MODULE_0__/* .PREPARE */ .IZ, back: "" },
        "rolling-back": { next: rollback.command, back: rollback.other },
        preparing: { next: _phases_js__WEBPACK_IMPORTED_MODULE_0__/* .PREPARE */ .IZ, back: rollback.command },
        "ttl-lowered": { next: switchDns.command, back: switchDns.other },
        // The phases after it come with later releases.
        prepared: { next: "", back: rollback.command },
        "switching-dns": { next: switchDns.command, back: switchDns.other },
        "dns-switched": { next: "", back: switchDns.other },
    };
    return ways[state];
}


/***/ }),

/***/ 72390:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   CL: () => (/* binding */ unwaited),
/* harmony export */   Js: () => (/* binding */ readyOf),
/* harmony export */   mJ: () => (/* binding */ hasNewWait)
/* harmony export */ });
/* harmony import */ var _since_back_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(52900);

/** Steps whose writes have to be waited for. */
const WAITED_FOR = ["lower-ttl", "lower-keep-alive"];
/**
 * When what a move has prepared is ready; undefined where nothing is to be waited for. Of each step the last wait counts, and none
 * that was taken back.
 */
function readyOf(move) {
    const waits = (0,_since_back_js__WEBPACK_IMPORTED_MODULE_0__/* .sinceBack */ .i)(move).filter((entry) => entry.kind === "wait");
    const last = new Map(waits.map((wait) => [wait.step, wait]));
    return [...last.values()]
        .map(({ notBefore, why }) => ({ at: new Date(notBefore), why }))
        .toSorted((a, b) => a.at.getTime() - b.at.getTime())
        .at(-1);
}
/** The steps that have written, and did not come so far as to say how long that has to be waited for. */
function unwaited(move) {
    const entries = (0,_since_back_js__WEBPACK_IMPORTED_MODULE_0__/* .sinceBack */ .i)(move);
    const notMade = new Set(entries.flatMap((entry) => (entry.kind === "failed" && entry.written === "no" ? [entry.intent] : [])));
    return WAITED_FOR.filter((step) => {
        const isOf = (entry) => "step" in entry && entry.step === step;
        const wait = entries.findLastIndex((entry) => entry.kind === "wait" && isOf(entry));
        return entries.some((entry, index) => index > wait && entry.kind === "intent" && isOf(entry) && !notMade.has(entry.sequence));
    });
}
/** Whether a step has written since its last wait was noted, so that there is a new one. */
function hasNewWait(move, step) {
    const last = (kind) => move.findLastIndex((entry) => entry.kind === kind && "step" in entry && entry.step === step);
    return last("done") > last("wait");
}


/***/ }),

/***/ 28292:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Km: () => (/* binding */ foreignWords),
/* harmony export */   UH: () => (/* binding */ knownNames),
/* harmony export */   Yk: () => (/* binding */ zoneTarget),
/* harmony export */   qE: () => (/* binding */ isKnown),
/* harmony export */   qP: () => (/* binding */ ownSets),
/* harmony export */   tn: () => (/* binding */ zoneOfTarget)
/* harmony export */ });
/* harmony import */ var _move_since_back_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(52900);
/* harmony import */ var _records_compare_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(64750);
/* harmony import */ var _records_ladder_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(19977);
/* harmony import */ var _records_set_map_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(80782);




/** Names the zone of a change: `zone Z1 example.com`, with more where one zone has several changes. */
function zoneTarget(zone, more = "") {
    return `zone ${zone.id} ${zone.name}${more}`;
}
/** The zone of such a change. */
function zoneOfTarget(target) {
    const [, id, name] = /^zone (\S+) (\S+)/.exec(target) ?? [];
    if (id === undefined || name === undefined)
        throw new Error(`"${target}" names no hosted zone`);
    return { id, name };
}
/**
 * The names in DNS that a move has written, or was about to, since it has put them back for the last time.
 * @param steps which steps' writes count
 */
function knownNames(move, steps) {
    const writes = (0,_move_since_back_js__WEBPACK_IMPORTED_MODULE_0__/* .sinceBack */ .i)(move).flatMap((entry) => {
        if (entry.kind !== "intent" || !steps.includes(entry.step))
            return [];
        const zone = zoneOfTarget(entry.target);
        const [before, after] = [(0,_records_set_map_js__WEBPACK_IMPORTED_MODULE_3__/* .setsOf */ .Nc)(entry.before), (0,_records_set_map_js__WEBPACK_IMPORTED_MODULE_3__/* .setsOf */ .Nc)(entry.after)];
        return [...new Set([...before, ...after].map(({ name }) => name))].map((name) => ({
            zone,
            name,
            before: before.filter((set) => set.name === name),
            after: after.filter((set) => set.name === name),
        }));
    });
    return [...Map.groupBy(writes, ({ zone, name }) => `${zone.id} ${name}`).values()].flatMap(knownName);
}
function knownName(all) {
    const [first] = all;
    if (first === undefined)
        return [];
    let writes = [first];
    for (const write of all.slice(1))
        writes = goesOn(write, writes) ? [...writes, write] : anew(write, writes);
    const { original, states } = folded(writes);
    return [{ zone: first.zone.id, zoneName: first.zone.name, name: first.name, original, states }];
}
/** Whether a write has found what those before it have left: else somebody else had changed it. */
function goesOn(write, earlier) {
    const isSeen = replacing(earlier.flatMap(({ before, after }) => [...before, ...after]));
    const isIts = replacing([...write.before, ...write.after]);
    const found = write.before.filter(isSeen);
    return folded(earlier).states.some((state) => (0,_records_compare_js__WEBPACK_IMPORTED_MODULE_1__/* .sameSets */ .sC)(state.filter(isIts), found));
}
/** What somebody else has made, and the move went on from, is what it has to put back. */
function anew(write, earlier) {
    const isIts = replacing([...write.before, ...write.after]);
    const { original, states } = folded(earlier);
    const others = (sets) => sets.filter((set) => !isIts(set));
    return [{ ...write, before: others(original), after: others(states.at(-1) ?? []) }, write];
}
function folded(writes) {
    const original = originalOf(writes);
    const states = [original];
    let state = original;
    for (const { before, after } of writes) {
        // A write that was not made is followed by one that begins where it would have.
        const replaces = replacing([...before, ...after]);
        const stays = state.filter((set) => !replaces(set));
        states.push([...stays, ...before], [...stays, ...after]);
        state = [...stays, ...after];
    }
    return { original, states };
}
/** Each record set as the first write of it has found it. A write names only what it changes. */
function originalOf(writes) {
    const seen = [];
    const original = [];
    for (const { before, after } of writes) {
        const isSeen = replacing(seen);
        original.push(...before.filter((set) => !isSeen(set)));
        seen.push(...before, ...after);
    }
    return original;
}
/** Which record sets cannot be there beside these: that of the same key, and any of the type where it stands alone or has weights of ours. */
function replacing(sets) {
    const keys = new Set(sets.map(_records_set_map_js__WEBPACK_IMPORTED_MODULE_3__/* .setKey */ .qL));
    const types = new Set(sets.filter(standsAlone).map(({ type }) => type));
    return (set) => keys.has((0,_records_set_map_js__WEBPACK_IMPORTED_MODULE_3__/* .setKey */ .qL)(set)) || types.has(set.type);
}
function standsAlone({ setIdentifier }) {
    return setIdentifier === undefined || setIdentifier === _records_ladder_js__WEBPACK_IMPORTED_MODULE_2__/* .OLD */ .u9 || setIdentifier === _records_ladder_js__WEBPACK_IMPORTED_MODULE_2__/* .NEW */ .dy;
}
/** Of what is found at a name that which the move may have written: other members of a routed set are not its own. */
function ownSets({ states }, found) {
    const keys = new Set(states.flat().map(_records_set_map_js__WEBPACK_IMPORTED_MODULE_3__/* .setKey */ .qL));
    return found.filter((set) => keys.has((0,_records_set_map_js__WEBPACK_IMPORTED_MODULE_3__/* .setKey */ .qL)(set)));
}
/** Whether what is found is something that the move has meant to make, or what was there before it. */
function isKnown({ states }, found) {
    return states.some((state) => (0,_records_compare_js__WEBPACK_IMPORTED_MODULE_1__/* .sameSets */ .sC)(state, found));
}
/** What of a name is neither as the move has made it nor as it was before, in words; empty where it is one of these. */
function foreignWords(known, found) {
    const now = ownSets(known, found);
    if (isKnown(known, now))
        return "";
    return (0,_records_compare_js__WEBPACK_IMPORTED_MODULE_1__/* .setDifference */ ._i)(known.states.at(-1) ?? [], now).join("; ");
}


/***/ }),

/***/ 46872:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  C: () => (/* binding */ movedNames)
});

// EXTERNAL MODULE: ./build/inventory/remark.js
var remark = __webpack_require__(87771);
// EXTERNAL MODULE: ./build/records/dns-name.js
var dns_name = __webpack_require__(87724);
// EXTERNAL MODULE: ./build/records/external-dns.js
var external_dns = __webpack_require__(46996);
// EXTERNAL MODULE: ./build/records/leads-to.js
var leads_to = __webpack_require__(20018);
// EXTERNAL MODULE: ./build/records/name-that-answers.js
var name_that_answers = __webpack_require__(46980);
// EXTERNAL MODULE: ./build/records/zone-records.js
var zone_records = __webpack_require__(5668);
;// CONCATENATED MODULE: ./build/records/beside.js






/** What stands beside record sets that move and may matter to who moves them, in words. */
function besideWarnings(moved, zones) {
    return [
        ...leftTypes(moved),
        ...hints(moved),
        ...issuers(moved),
        ...healthChecks(moved),
        ...aliasOfRecord(moved),
        ...otherZones(moved, zones),
        ...wildcard(moved, zones),
        ...externalDns(moved),
    ];
}
/** The user has named one type, and there is another. */
function leftTypes({ zone, name, sets }) {
    const moving = new Set(sets.map(({ type }) => type));
    const left = zone.records.filter((set) => set.name === name && (0,zone_records/* isMovedType */.a)(set) && !moving.has(set.type));
    if (left.length === 0)
        return [];
    const types = (0,remark/* listed */.KE)([...new Set(left.map(({ type }) => type))].toSorted());
    return [
        `${name}: its ${types} record does not move with this one: unless this file has that too, clients that ask for it stay on the old side`,
    ];
}
/** https://www.rfc-editor.org/rfc/rfc9460#section-7.3 */
function hints({ zone, name }) {
    const types = new Set(["HTTPS", "SVCB"]);
    const found = zone.records.filter((set) => set.name === name && types.has(set.type));
    return [...new Set(found.map(({ type }) => type))].map((type) => `${name} has an ${type} record too, which stays as it is: see that it names nothing of the old side, such as addresses in ipv4hint`);
}
/** The nearest CAA above a name says who may issue certificates for it: https://www.rfc-editor.org/rfc/rfc8659#section-3 */
function issuers({ zone, name }) {
    const withCaa = new Set(zone.records.filter(({ type }) => type === "CAA").map((set) => set.name));
    const at = (0,dns_name/* namesAbove */.s3)(name).find((each) => withCaa.has(each));
    if (at === undefined)
        return [];
    return [`${name}: the CAA record of ${at} says who may issue certificates: see that the new side's issuer is in it`];
}
function healthChecks({ name, sets }) {
    const ids = [...new Set(sets.flatMap(({ healthCheckId }) => healthCheckId ?? []))].toSorted();
    return ids.map((id) => `${name}: its health check ${id} stays as it is: see that it does not check the old side`);
}
function aliasOfRecord({ zone, name, sets }) {
    const targets = sets.flatMap(({ alias }) => (alias?.zone === zone.id ? [(0,dns_name/* dnsName */.Tu)(alias.name)] : []));
    return [...new Set(targets)].map((target) => `${name} is an alias of the record ${target}: ${name} alone is switched, and no longer follows it`);
}
/** Zones that answer for the name too, by a wildcard, or by a record of their own where the user has named this one. */
function otherZones({ zone, name }, zones) {
    return zones
        .filter((other) => other !== zone && (0,dns_name/* isInZone */.eI)(name, other.name))
        .flatMap((other) => {
        const answers = (0,name_that_answers/* nameThatAnswers */.M)(name, (0,name_that_answers/* existingNames */.Q)(other));
        const answering = other.records.some((set) => set.name === answers && (0,zone_records/* isMovedType */.a)(set));
        if (answers === undefined || !answering)
            return [];
        const by = answers === name ? "has a record of that name too" : `answers for that name too, by ${answers}`;
        return [`${name}: ${(0,zone_records/* zoneText */._)(other)} ${by}, which does not move with this one`];
    });
}
function wildcard({ zone, name }, zones) {
    if (!name.startsWith("*."))
        return [];
    const above = name.slice(2);
    const own = new Set(zone.records.filter(({ name: each }) => each.endsWith(`.${above}`)).map((set) => set.name));
    own.delete(name);
    const existing = (0,name_that_answers/* existingNames */.Q)(zone);
    const through = zones.flatMap(({ records }) => records.flatMap(({ name: from, ...set }) => {
        const target = (0,dns_name/* dnsName */.Tu)((0,leads_to/* leadsTo */.R)(set)[0] ?? "");
        const isBelow = target.endsWith(`.${above}`) && (0,name_that_answers/* nameThatAnswers */.M)(target, existing) === name;
        return isBelow && target !== name ? [`${target} (${from} leads there)`] : [];
    }));
    const known = [...new Set(through)].toSorted();
    return [
        `${name} switches every name below ${above} that has no record of its own${known.length === 0 ? "" : `, of which are known: ${(0,remark/* listed */.KE)(known)}`}`,
        ...(own.size === 0
            ? []
            : [`${name}: ${(0,remark/* listed */.KE)([...own].toSorted())} have records of their own and stay as they are`]),
    ];
}
function externalDns({ zone, name }) {
    const { owners, unmatched } = (0,external_dns/* keptByExternalDns */.I)(zone);
    const isUnclear = name.startsWith("*.") || name === zone.name;
    const unclear = [...unmatched.keys()].filter((txt) => isUnclear || mayBeAbout(txt, name)).toSorted();
    const isDefault = [...owners.values(), ...unmatched.values()].includes("default");
    return [
        ...(unclear.length === 0
            ? []
            : [
                `${name}: external-dns has ${(0,remark/* listed */.KE)(unclear)} for a record that could not be found: see that it is not this one`,
            ]),
        ...(isDefault
            ? [
                `${(0,zone_records/* zoneText */._)(zone)} has records of an external-dns with the owner "default": one in the new cluster must have another --txt-owner-id, or each takes the other's records for its own`,
            ]
            : []),
        ...encrypted({ zone, name }),
    ];
}
/** With a suffix of the user's own: `cname-orders-owned.example.com` for `orders.example.com`. */
function mayBeAbout(txt, name) {
    const [label = "", ...parent] = name.split(".");
    const [own = "", ...others] = txt.split(".");
    return parent.join(".") === others.join(".") && own.replace(/^(?:a|aaaa|cname)-/, "").startsWith(label);
}
/** The text of an encrypted registry cannot be read, its name can: https://kubernetes-sigs.github.io/external-dns/latest/docs/registry/txt/ */
function encrypted({ zone, name }) {
    const names = new Set(["a", "aaaa", "cname"].map((type) => `${type}-${name}`));
    const found = zone.records.filter((set) => set.type === "TXT" && names.has(set.name) && !/heritage=/.test((set.values ?? []).join(" ")));
    return [...new Set(found.map((set) => set.name))].map((txt) => `${name}: the TXT record ${txt} is named as external-dns names its own, and cannot be read: see that no external-dns keeps ${name}`);
}

// EXTERNAL MODULE: ./build/advice/nearest.js
var nearest = __webpack_require__(62291);
;// CONCATENATED MODULE: ./build/records/choose-zone.js





/**
 * The zone whose record of that name is meant: the one that says so, else the one that answers for the name, which of the public and of
 * the private zones is the one with the longest name. A problem where that is none, or several.
 */
function chosenZone(wanted, zones) {
    const { name } = wanted;
    const fitting = zones.filter((zone) => (0,dns_name/* isInZone */.eI)(name, zone.name));
    const candidates = wanted.zone === undefined ? answering(fitting) : fitting.filter(isNamed(wanted.zone));
    if (candidates.length === 0)
        return { problem: noZone(wanted, zones, fitting) };
    const having = candidates.filter((zone) => hasRecord(zone, name));
    const [zone, ...more] = having;
    if (zone === undefined)
        return { problem: noRecord(wanted, candidates, fitting) };
    return more.length === 0 ? { zone } : { problem: severalZones(name, having) };
}
function answering(fitting) {
    return [false, true].flatMap((isPrivate) => {
        const same = fitting.filter((zone) => zone.isPrivate === isPrivate);
        const longest = Math.max(...same.map(({ name }) => name.length));
        return same.filter(({ name }) => name.length === longest);
    });
}
function isNamed(wanted) {
    const id = wanted.replace(/^\/?hostedzone\//, "");
    return (zone) => zone.id === id || zone.name === (0,dns_name/* dnsName */.Tu)(wanted);
}
function hasRecord({ records }, name) {
    return records.some((set) => set.name === name && (0,zone_records/* isMovedType */.a)(set));
}
function noZone(wanted, zones, fitting) {
    const names = [...new Set(zones.map((zone) => zone.name))].toSorted();
    const other = "give dns.role-to-assume a role of the account that has it";
    if (wanted.zone === undefined) {
        const seen = names.length === 0 ? "this login sees none at all" : `this login sees those of ${(0,remark/* listed */.KE)(names)}`;
        return `${wanted.name}: no hosted zone holds that name; ${seen}: ${other}`;
    }
    if (zones.some(isNamed(wanted.zone))) {
        const right = fitting.length === 0 ? "no zone does" : `${(0,remark/* listed */.KE)(fitting.map(zone_records/* zoneText */._))} would`;
        return `${wanted.name}: zone ${wanted.zone} does not hold that name, ${right}: correct name or zone`;
    }
    const meant = (0,nearest/* nearest */.p)(wanted.zone, [...zones.map(({ id }) => id), ...names]);
    return `${wanted.name}: this login sees no hosted zone ${wanted.zone}; ${meant === undefined ? other : `did you mean ${meant}?`}`;
}
function severalZones(name, having) {
    return `${name} is in ${having.length} hosted zones, ${(0,remark/* listed */.KE)(having.map(zone_records/* zoneText */._))}: list the record once for each of them that is to be moved, with zone: ${having[0]?.id} and so on`;
}
function noRecord({ name, zone }, candidates, fitting) {
    const hidden = zone === undefined ? fitting.find((each) => hasRecord(each, name)) : undefined;
    if (hidden !== undefined) {
        return `${name} is in ${(0,zone_records/* zoneText */._)(hidden)}, but ${(0,remark/* listed */.KE)(candidates.map(zone_records/* zoneText */._))} ${candidates.length === 1 ? "answers for it and has" : "answer for it and have"} no such record: make it there, or write zone: ${hidden.id} where that one is meant`;
    }
    const there = candidates.flatMap(({ records }) => records.filter((set) => set.name === name).map(({ type }) => type));
    const only = there.length === 0 ? "" : `, only ${(0,remark/* listed */.KE)([...new Set(there)].toSorted())}`;
    const steps = [...new Set(candidates.map((each) => nextStep(each, name)))].join("; ");
    const have = candidates.length === 1 ? "has" : "have";
    return `${name}: ${(0,remark/* listed */.KE)(candidates.map(zone_records/* zoneText */._))} ${have} no A, AAAA or CNAME record of that name${only}; ${steps}`;
}
function nextStep(zone, name) {
    const delegated = delegatedAbove(zone, name);
    if (delegated !== undefined) {
        return `it leaves ${delegated.name} to ${(0,remark/* listed */.KE)(delegated.servers)}: give dns.role-to-assume a role of the account that has that zone`;
    }
    const answers = (0,name_that_answers/* nameThatAnswers */.M)(name, (0,name_that_answers/* existingNames */.Q)(zone));
    if (answers !== undefined && answers !== name) {
        return `the wildcard ${answers} answers for it: name the wildcard in the file, or make a record of its own`;
    }
    const within = (full) => full.slice(0, -zone.name.length - 1);
    const known = [...new Set(zone.records.filter(zone_records/* isMovedType */.a).map((set) => within(set.name)))].filter(Boolean);
    const meant = (0,nearest/* nearest */.p)(within(name), known);
    return meant === undefined ? "correct the name, or make the record first" : `did you mean ${meant}.${zone.name}?`;
}
/** The name at or above this one that the zone has given to other name servers, and those; undefined where it has none. */
function delegatedAbove(zone, name) {
    const above = (0,dns_name/* namesAbove */.s3)(name).filter((each) => each.endsWith(`.${zone.name}`));
    const set = zone.records.find(({ type, name: at }) => type === "NS" && above.includes(at));
    return set === undefined ? undefined : { name: set.name, servers: (set.values ?? []).map(dns_name/* dnsName */.Tu).toSorted() };
}

// EXTERNAL MODULE: ./build/journal/canonical-json.js
var canonical_json = __webpack_require__(96861);
// EXTERNAL MODULE: ./build/records/address.js
var address = __webpack_require__(6217);
;// CONCATENATED MODULE: ./build/records/moving-members.js





/**
 * Which record sets of a name move: all of simple ones, of routed ones the named members.
 * @param members set identifiers; empty: all, where they lead to the same place
 */
function movingMembers(sets, members) {
    const name = sets[0]?.name ?? "";
    const policies = [...new Set(sets.map(policyOf))].toSorted();
    if (policies.length > 1) {
        const each = [...byType(sets)].map(([type, same]) => `${type} is ${policyOf(same[0])}`).toSorted();
        return refused(`${name}: ${(0,remark/* listed */.KE)(each)}, so that they cannot be switched together: route them alike first`);
    }
    const known = identifiersOf(sets);
    if (known.length === 0) {
        return members.length === 0
            ? { sets: [...sets] }
            : refused(`${name} is no routed record, so that it has no members: leave out members`);
    }
    const unknown = members.filter((member) => !known.includes(member));
    if (unknown.length > 0)
        return refused(...unknown.map((member) => noMember(name, member, known)));
    const moving = sets.filter(({ setIdentifier = "" }) => members.length === 0 || members.includes(setIdentifier));
    const problem = unlike(name, moving) ?? (members.length === 0 ? apart(name, moving) : undefined);
    return problem === undefined ? { sets: moving } : refused(problem);
}
/** How a record set is routed, in a word. */
function policyOf(set) {
    return set?.routing?.policy ?? "simple";
}
function refused(...problems) {
    return { problems };
}
function byType(sets) {
    return Map.groupBy(sets, ({ type }) => type);
}
function identifiersOf(sets) {
    return [...new Set(sets.flatMap(({ setIdentifier }) => setIdentifier ?? []))].toSorted();
}
function noMember(name, member, known) {
    const meant = (0,nearest/* nearest */.p)(member, known);
    return `${name} has no member "${member}"; ${meant === undefined ? `its members are ${(0,remark/* listed */.KE)(known)}` : `did you mean ${meant}?`}`;
}
/** Why A and AAAA cannot move together, where they have not the same members. */
function unlike(name, sets) {
    const types = [...byType(sets)].map(([type, same]) => ({ type, members: identifiersOf(same) }));
    const [first, ...others] = types;
    if (others.every(({ members }) => (0,canonical_json/* sameJson */.V)(members, first?.members)))
        return undefined;
    const each = types.map(({ type, members }) => `${type} has ${(0,remark/* listed */.KE)(members)}`).toSorted();
    const common = (first?.members ?? []).filter((member) => others.every(({ members }) => members.includes(member)));
    const rest = common.length === 0 ? "" : `, or name those that move in both: members: [${common.join(", ")}]`;
    return `${name}: its members differ, ${(0,remark/* listed */.KE)(each)}, and A and AAAA move together: give them the same${rest}`;
}
/** Why not all members can move, where they do not lead to the same place. */
function apart(name, sets) {
    const differs = [...byType(sets).values()].some((same) => new Set(same.map(placeOf)).size > 1);
    if (!differs)
        return undefined;
    const members = [...Map.groupBy(sets, ({ setIdentifier = "" }) => setIdentifier)].toSorted(([a], [b]) => a < b ? -1 : 1);
    const places = members.map(([member, own]) => `${member} to ${(0,remark/* listed */.KE)([...new Set(own.map(placeOf))])}`);
    return `${name}: its members lead to different places, ${(0,remark/* listed */.KE)(places)}: name those that move, as in members: [${members[0]?.[0]}]`;
}
/** Where a record set leads, in one form. */
function placeOf({ type, alias, values = [] }) {
    if (alias !== undefined)
        return (0,dns_name/* dnsName */.Tu)(alias.name).replace(/^dualstack\./, "");
    const canonical = type === "CNAME" ? dns_name/* dnsName */.Tu : address/* canonicalAddress */.Z;
    return values.map(canonical).toSorted().join(" and ");
}

// EXTERNAL MODULE: ./build/records/alias-target.js
var alias_target = __webpack_require__(57263);
;// CONCATENATED MODULE: ./build/records/unmovable.js






/** Why nobody but its keeper can change records of this zone; undefined where that is not so. */
function keptZoneProblem(zone, name) {
    if (zone.keptBy === undefined)
        return undefined;
    return `${name}: only ${zone.keptBy} can change ${(0,zone_records/* zoneText */._)(zone)}: have it changed there, and take the record out of this file`;
}
/**
 * Why a switch of these record sets would not be made, or would not last, or would not lead anybody anywhere.
 * @param managedBy who makes the change instead, as the user says it
 */
function unmovableProblems(moved, managedBy) {
    const { zone, name, sets } = moved;
    return [
        ...policyInstances(name, sets),
        ...fronts(name, sets),
        ...hiddenByDelegation(zone, name),
        ...(isExternalDns(managedBy) ? [] : unmovable_externalDns(zone, name)),
    ];
}
function isExternalDns(managedBy) {
    return managedBy !== undefined && /external-?dns/i.test(managedBy);
}
function policyInstances(name, sets) {
    const ids = [...new Set(sets.flatMap(({ trafficPolicyInstanceId }) => trafficPolicyInstanceId ?? []))].toSorted();
    return ids.map((id) => `${name} is made by the traffic policy instance ${id}, and can only be changed through that: give it a new version of its policy, and take the record out of this file`);
}
function fronts(name, sets) {
    const found = sets.flatMap(({ type, alias, values = [] }) => {
        const target = (0,dns_name/* dnsName */.Tu)(alias?.name ?? (type === "CNAME" ? (values[0] ?? "") : ""));
        const front = (0,alias_target/* frontOf */.fX)(target);
        return front === undefined ? [] : [`${front} (${target})`];
    });
    return [...new Set(found)].map((front) => `${name} leads to ${front}, and what is behind that is switched there: move the name that it uses as its origin instead`);
}
function hiddenByDelegation(zone, name) {
    const delegated = delegatedAbove(zone, name);
    if (delegated === undefined)
        return [];
    return [
        `${name}: nobody is answered from ${(0,zone_records/* zoneText */._)(zone)}, which leaves ${delegated.name} to ${(0,remark/* listed */.KE)(delegated.servers)}: name the zone of those with zone, or give dns.role-to-assume a role of its account`,
    ];
}
function unmovable_externalDns(zone, name) {
    const owner = (0,external_dns/* keptByExternalDns */.I)(zone).owners.get(name);
    if (owner === undefined)
        return [];
    return [
        `${name} is kept by external-dns (owner ${owner}), which would put it back: have it let go of the record, by deleting its TXT record after taking away what it reads the name from; or change the name's target there and write managed-by: external-dns`,
    ];
}

;// CONCATENATED MODULE: ./build/records/find-sets.js






/**
 * Finds the record sets that a record of the file means.
 * @param zones all that the login of `dns` sees
 */
function findMoved(record, zones) {
    const name = (0,dns_name/* dnsName */.Tu)(record.name);
    const chosen = chosenZone({ name, zone: record.zone }, zones);
    if ("problem" in chosen)
        return find_sets_refused([chosen.problem]);
    const { zone } = chosen;
    const kept = keptZoneProblem(zone, name);
    if (kept !== undefined)
        return find_sets_refused([kept]);
    const there = zone.records.filter((set) => set.name === name && (0,zone_records/* isMovedType */.a)(set));
    const ofType = there.filter(({ type }) => record.type === undefined || type === record.type);
    if (ofType.length === 0) {
        const types = [...new Set(there.map(({ type }) => type))].toSorted().join(" and ");
        return find_sets_refused([`${name} has no ${record.type} record, but ${types}: correct type, or leave it out`]);
    }
    const moving = movingMembers(ofType, record.members);
    const moved = { zone, name, sets: "sets" in moving ? moving.sets : ofType };
    const problems = [...("problems" in moving ? moving.problems : []), ...unmovableProblems(moved, record.managedBy)];
    if (problems.length > 0)
        return find_sets_refused(problems);
    return { found: [moved], problems: [], warnings: besideWarnings(moved, zones) };
}
function find_sets_refused(problems) {
    return { found: [], problems, warnings: [] };
}

// EXTERNAL MODULE: ./build/records/ladder.js
var ladder = __webpack_require__(19977);
// EXTERNAL MODULE: ./build/records/set-map.js
var set_map = __webpack_require__(80782);
;// CONCATENATED MODULE: ./build/records/without-ladder.js

/** The record sets as they were before `ladderSets` put weights on top of some; all others stay. */
function withoutLadder(sets) {
    const isOnLadder = ({ name, type }) => [ladder/* OLD */.u9, ladder/* NEW */.dy].every((member) => sets.some((set) => set.name === name && set.type === type && set.setIdentifier === member));
    return sets.flatMap((set) => {
        if (!isOnLadder(set) || (set.setIdentifier !== ladder/* OLD */.u9 && set.setIdentifier !== ladder/* NEW */.dy))
            return [set];
        if (set.setIdentifier === ladder/* NEW */.dy)
            return [];
        const { setIdentifier: _, routing: __, ...simple } = set;
        return [simple];
    });
}

;// CONCATENATED MODULE: ./build/playbook/dns/moved-names.js





/** The names in DNS that move with a service, as they are in their zones. */
async function movedNames({ records }, look, reader) {
    if (records.length === 0)
        return { names: [], zones: [], problems: [], warnings: [] };
    const wanted = records.map(({ name }) => name.toLowerCase());
    const zones = await reader.zonesFor(wanted, look);
    const bare = zones.map((zone) => ({ ...zone, records: withoutLadder(zone.records) }));
    const all = { names: [], zones: bare, problems: [], warnings: [] };
    for (const record of records) {
        const { found, problems, warnings } = findMoved(record, bare);
        all.problems.push(...problems);
        all.warnings.push(...warnings);
        all.names.push(...found.map((moved) => ({ record, moved, found: foundSets(moved, zones) })));
    }
    return all;
}
function foundSets({ zone, name, sets }, zones) {
    const keys = new Set(sets.flatMap((set) => [
        (0,set_map/* setKey */.qL)(set),
        ...[ladder/* OLD */.u9, ladder/* NEW */.dy].map((setIdentifier) => (0,set_map/* setKey */.qL)({ name, type: set.type, setIdentifier })),
    ]));
    const all = zones.find(({ id }) => id === zone.id)?.records ?? [];
    return all.filter((set) => set.name === name && (0,zone_records/* isMovedType */.a)(set) && keys.has((0,set_map/* setKey */.qL)(set)));
}


/***/ }),

/***/ 5695:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  ec: () => (/* binding */ RECORD_STEPS),
  lk: () => (/* binding */ SWITCH_DNS),
  cb: () => (/* binding */ namesText),
  S7: () => (/* binding */ planSwitch)
});

// EXTERNAL MODULE: ./build/records/batches.js
var records_batches = __webpack_require__(52045);
// EXTERNAL MODULE: ./build/records/compare.js
var compare = __webpack_require__(64750);
// EXTERNAL MODULE: ./build/records/ladder.js
var ladder = __webpack_require__(19977);
// EXTERNAL MODULE: ./build/records/set-map.js
var set_map = __webpack_require__(80782);
// EXTERNAL MODULE: ./build/records/set-words.js
var set_words = __webpack_require__(63441);
// EXTERNAL MODULE: ./build/records/alias-target.js
var alias_target = __webpack_require__(57263);
// EXTERNAL MODULE: ./build/records/dns-name.js
var dns_name = __webpack_require__(87724);
;// CONCATENATED MODULE: ./build/records/switched.js



/**
 * What becomes of record sets when they are switched: they lead to the new side, and all else stays, above all their kind, TTL, routing and
 * health checks. Problems, each with what to do, where their kind cannot lead there.
 */
function switchedSets(moved, to) {
    const results = moved.sets.map((set) => switchedSet(set, { moved, to }));
    const problems = [...new Set(results.flatMap((result) => (typeof result === "string" ? [result] : [])))];
    if (problems.length > 0)
        return { problems };
    const sets = results.filter((result) => typeof result !== "string");
    return { sets, isAlready: (0,compare/* sameSets */.sC)(sets, moved.sets) };
}
function switchedSet(set, way) {
    if (set.alias !== undefined)
        return switchedAlias(set, set.alias, way);
    return set.type === "CNAME" ? switchedCname(set, way) : switchedAddresses(set, way);
}
function switchedAlias(set, alias, { moved, to }) {
    const { name, type } = set;
    const isRecord = alias.zone === moved.zone.id;
    if (!isRecord && !(0,alias_target/* isLoadBalancer */.Zl)((0,dns_name/* dnsName */.Tu)(alias.name))) {
        return `${name}: its ${type} record is an alias of ${alias.name}, which is neither a load balancer nor a record of its zone: switch what that stands for, and take the record out of this file`;
    }
    if (to.kind !== "load-balancer") {
        const what = to.kind === "host" ? to.name : "addresses";
        return `${name}: its ${type} record is an alias, which cannot lead to ${what}: choose a target that has a load balancer in AWS, or ${remade(moved, to)}`;
    }
    if (type === "AAAA" && !to.hasIpv6)
        return noIpv6(name, "the new load balancer has no IPv6 addresses");
    return { ...set, alias: { ...alias, zone: to.canonicalHostedZoneId, name: aliasName(alias.name, to.dnsName) } };
}
/** Of a network load balancer there is no name with the prefix: https://github.com/aws/aws-cdk/issues/16987 */
function aliasName(old, name) {
    const isPrefixed = old.startsWith("dualstack.") && !(0,alias_target/* isNetworkLoadBalancer */.pX)(name);
    return isPrefixed ? `dualstack.${name}` : name;
}
function switchedCname(set, { moved, to }) {
    if (to.kind === "addresses") {
        return `${set.name} is a CNAME record, which leads to a name, and the new side has only addresses: choose a target with a host name, or ${remade(moved, to)}`;
    }
    const target = to.kind === "host" ? to.name : to.dnsName;
    if ((0,dns_name/* dnsName */.Tu)(target) === moved.name) {
        return `${set.name} would lead to itself: choose a target with another name`;
    }
    const dot = set.values?.[0]?.endsWith(".") && !target.endsWith(".") ? "." : "";
    return { ...set, values: [`${target}${dot}`] };
}
function switchedAddresses(set, { moved, to }) {
    const { name, type } = set;
    if (to.kind !== "addresses") {
        const what = to.kind === "host" ? to.name : "a load balancer, whose addresses change";
        return `${name}: its ${type} record has addresses, and the new side is ${what}: ${remade(moved, to)}`;
    }
    const values = type === "AAAA" ? to.ipv6 : to.ipv4;
    if (values.length > 0)
        return { ...set, values: [...values] };
    if (type === "AAAA")
        return noIpv6(name, "the new side has no IPv6 addresses");
    return `${name} has an A record, and the new side has no IPv4 addresses: give it some`;
}
function noIpv6(name, why) {
    return `${name} has an AAAA record, and ${why}, so that clients with IPv6 would stay on the old side: give it some, or delete the AAAA record and wait for its TTL to pass`;
}
/** What kind the record has to be made first, to lead there. */
function remade({ zone, name }, to) {
    if (to.kind === "addresses")
        return "make it an A record first";
    if (to.kind === "load-balancer")
        return "make it an alias of the old load balancer first";
    // https://docs.aws.amazon.com/Route53/latest/DeveloperGuide/resource-record-sets-choosing-alias-non-alias.html
    return name === zone.name
        ? `choose a target with addresses: ${name} is the zone's own name, which cannot be a CNAME`
        : "make it a CNAME record first";
}

// EXTERNAL MODULE: ./build/records/ttl.js
var ttl = __webpack_require__(27113);
// EXTERNAL MODULE: ./build/playbook/dns/known-states.js
var known_states = __webpack_require__(28292);
// EXTERNAL MODULE: ./build/playbook/dns/moved-names.js + 6 modules
var moved_names = __webpack_require__(46872);
// EXTERNAL MODULE: ./build/probe/addresses.js
var probe_addresses = __webpack_require__(39221);
;// CONCATENATED MODULE: ./build/playbook/dns/new-side.js

/**
 * What a record's target is in DNS: a load balancer that AWS knows, another host, or addresses. Or why it is not known.
 * @param host that clients ask for
 */
async function newSideOf({ target }, host, { targets, balancers }) {
    const found = await targets.find(target, host);
    if ("problem" in found)
        return found;
    const { addresses } = found;
    const names = addresses.filter((address) => !(0,probe_addresses/* isAddress */.PW)(address));
    const [name] = names;
    if (name === undefined) {
        return {
            kind: "addresses",
            ipv4: addresses.filter((address) => !(0,probe_addresses/* isIpv6 */.sX)(address)),
            ipv6: addresses.filter(probe_addresses/* isIpv6 */.sX),
        };
    }
    if (addresses.length > 1) {
        return { problem: `it is reached at ${addresses.join(", ")}: name one of them, as kind: host` };
    }
    const balancer = await balancers.new.byDnsName(name);
    if (balancer === undefined)
        return { kind: "host", name };
    const { dnsName, canonicalHostedZoneId, hasIpv6 } = balancer;
    return { kind: "load-balancer", dnsName, canonicalHostedZoneId, hasIpv6 };
}

;// CONCATENATED MODULE: ./build/playbook/dns/plan-switch.js










const SWITCH_DNS = "switch-dns";
/** Steps that write record sets. */
const RECORD_STEPS = ["lower-ttl", SWITCH_DNS];
/** What has to be changed so that the records of a service lead to the new side. Writes nothing. */
async function planSwitch(service, { move, isLocked }, parts) {
    const { names, zones, problems, warnings } = await (0,moved_names/* movedNames */.C)(service, { isLocked }, parts.reader);
    const plan = {
        changes: [],
        already: [],
        problems: [...problems],
        warnings: [...new Set(warnings)],
        foreign: [],
        open: [],
        names: [],
    };
    if (service.records.length === 0)
        plan.already.push("no record is to move");
    const open = [];
    const known = (0,known_states/* knownNames */.UH)(move, RECORD_STEPS);
    for (const name of names) {
        const { moved, record, found } = name;
        const to = await newSideOf(record, service.probe?.host ?? moved.name, parts);
        if ("problem" in to) {
            plan.problems.push(`${moved.name}: the new side is not known: ${to.problem}`);
            continue;
        }
        const switched = switchedSets(moved, to);
        if ("problems" in switched) {
            plan.problems.push(...switched.problems);
            continue;
        }
        const own = known.find((each) => each.zone === moved.zone.id && each.name === moved.name);
        const foreign = own === undefined ? "" : (0,known_states/* foreignWords */.Km)(own, found);
        if (foreign !== "")
            plan.foreign?.push(`${moved.name} in zone ${moved.zone.name}: ${foreign}`);
        const each = { ...name, before: own?.original ?? moved.sets, after: switched.sets };
        if ((0,compare/* sameSets */.sC)(found, each.after)) {
            plan.already.push(`${moved.name} leads to the new side in zone ${moved.zone.name}`);
            plan.names.push(each);
            continue;
        }
        if (record.managedBy !== undefined) {
            plan.warnings?.push(leftTo(record.managedBy, each));
            plan.open?.push(`${moved.name} has to be changed in ${record.managedBy}`);
            continue;
        }
        plan.names.push(each);
        open.push(each);
    }
    if (open.length === 0)
        return plan;
    const { problems: undelegated, warnings: unknown } = await parts.delegations(zonesOf(open), zones);
    plan.problems.push(...undelegated, ...weightProblems(service, open));
    plan.warnings?.push(...unknown);
    if (plan.problems.length > 0)
        return plan;
    return { ...plan, changes: changesOf(service, open), early: longTtls(service, open, zones) };
}
function leftTo(manager, { moved, after }) {
    const wanted = after.map((set) => `${set.type} ${(0,set_words/* setWords */.a)(set)}`).join("; ");
    return `${moved.name} in zone ${moved.zone.name} is kept by ${manager} and left to it. Change it there to: ${wanted}`;
}
function zonesOf(names) {
    return [...new Map(names.map(({ moved }) => [moved.zone.id, moved.zone])).values()];
}
function weightProblems({ switch: { weights } }, names) {
    if (weights.length < 2)
        return [];
    return names.flatMap(({ moved, after, found }) => {
        const problem = (0,ladder/* ladderProblem */.qe)(moved.sets);
        if (problem !== undefined)
            return [problem];
        if ((0,ladder/* ladderRung */.DY)(moved.sets, after, found) !== undefined)
            return [];
        return [`${moved.name} has weights that lead elsewhere than the new side does now; restore it, and switch it anew`];
    });
}
/** Caches may hold to what is there now for as long as its TTL says. */
function longTtls({ prepare }, names, zones) {
    return names.flatMap(({ moved }) => {
        const { seconds } = (0,ttl/* oldTtl */.oY)(moved, zones);
        // Nobody can lower that of an alias of a load balancer.
        if (seconds <= Math.max(prepare.ttlSeconds, ttl/* LOAD_BALANCER_TTL */.t3))
            return [];
        return [
            `the TTL of ${moved.name} is ${seconds} s: lower it to ${prepare.ttlSeconds} s first, since clients keep to the old side for that long`,
        ];
    });
}
/** A batch for each zone, one zone after the other; with weights all of that for each of them. */
function changesOf(service, names) {
    const weights = service.switch.weights.length === 0 ? [100] : service.switch.weights;
    const found = new Map(names.map((name) => [name, (0,ladder/* ladderRung */.DY)(name.moved.sets, name.after, name.found) ?? 0]));
    return weights.flatMap((percent, index) => zonesOf(names).flatMap((zone) => {
        const replacements = names.flatMap((name) => {
            const { moved, after } = name;
            const at = found.get(name) ?? 0;
            if (moved.zone.id !== zone.id || at >= percent)
                return [];
            // From where it is, or from the weight before.
            const from = Math.max(at, weights[index - 1] ?? 0);
            const before = from === at ? name.found : (0,ladder/* ladderSets */.gr)(moved.sets, after, from);
            return [{ name: moved.name, before, after: ladderSetsOrAll(moved.sets, after, percent) }];
        });
        return zoneChanges(zone, replacements, percent);
    }));
}
/** A routed set has no weights of ours: it becomes what it shall be at once. */
function ladderSetsOrAll(before, after, percent) {
    return percent === 100 ? after : (0,ladder/* ladderSets */.gr)(before, after, percent);
}
function zoneChanges(zone, replacements, percent) {
    const batches = (0,records_batches/* batchesOf */.c)(replacements);
    const share = percent === 100 ? "" : ` for ${percent} % of the answers`;
    const at = percent === 100 ? "" : ` at ${percent} %`;
    return batches.map(({ before, after }) => {
        const names = [...new Set(after.map(({ name }) => name))];
        // Stays the same when the batches before it are made.
        const part = ` from ${names[0]}`;
        return {
            step: SWITCH_DNS,
            target: (0,known_states/* zoneTarget */.Yk)(zone, `${at}${part}`),
            words: `switch ${namesText(names)} in zone ${zone.name} to the new side${share}`,
            before: (0,set_map/* setMap */.Jb)(before),
            after: (0,set_map/* setMap */.Jb)(after),
        };
    });
}
const MOST_NAMES = 3;
function namesText(names) {
    if (names.length <= MOST_NAMES)
        return names.join(", ");
    return `${names.slice(0, MOST_NAMES - 1).join(", ")} and ${names.length - MOST_NAMES + 1} more names`;
}


/***/ }),

/***/ 24162:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  vs: () => (/* binding */ lockForbidden),
  a0: () => (/* binding */ readJournal),
  ht: () => (/* binding */ wholeJournal)
});

// EXTERNAL MODULE: ./build/errors.js
var errors = __webpack_require__(19473);
// EXTERNAL MODULE: ./build/journal/head.js
var head = __webpack_require__(67792);
// EXTERNAL MODULE: ./node_modules/zod/v4/classic/schemas.js + 11 modules
var schemas = __webpack_require__(92857);
// EXTERNAL MODULE: ./build/journal/chain.js
var journal_chain = __webpack_require__(62633);
// EXTERNAL MODULE: ./build/journal/schema.js
var schema = __webpack_require__(33753);
;// CONCATENATED MODULE: ./build/journal/upgrades.js


/**
 * By the version that they start from. Version 0 is that of the time before the first release; it keeps this way tested until
 * there is a second version.
 */
const upgrades = {
    0: {
        header: (header) => ({ ...header, minimumRelease: schema/* MINIMUM_RELEASE */.RU }),
        // Had the address of the run only, and another name for the pre-image.
        entry({ run, actor, preImage, ...entry }) {
            const before = entry.kind === "intent" ? { before: preImage ?? null } : {};
            const closes = entry.kind === "phase-ended" ? { closes: false } : {};
            return { ...entry, run: { actor, url: run, holder: run }, ...before, ...closes };
        },
    },
};
/** The oldest schema version that is read. */
const OLDEST_VERSION = 0;
/** A journal of an older schema version in the present one. It must have been found whole before: its entries get new hashes. */
function upgraded(chain, from) {
    if (from === schema/* SCHEMA_VERSION */.f$)
        return chain;
    const old = { schemaVersion: from, entries: chain.entries.length, head: (0,journal_chain/* headHash */.PG)(chain) };
    let { entries, ...header } = chain;
    for (let version = from; version < schema/* SCHEMA_VERSION */.f$; version++) {
        const upgrade = upgrades[version];
        if (upgrade === undefined)
            throw new Error(`No upgrade starts from schema version ${version}.`);
        header = { ...upgrade.header(header), schemaVersion: version + 1 };
        entries = entries.map(upgrade.entry);
    }
    return (0,journal_chain/* relinked */.fD)({ ...header, upgradedFrom: old }, entries);
}

;// CONCATENATED MODULE: ./build/journal/read-document.js





/** Of a chain only what is needed to check it: the rest is for the schema of its version. */
const chainSchema = schemas/* looseObject */._H3({
    schemaVersion: schemas/* int */.Whr().min(OLDEST_VERSION),
    minimumRelease: schemas/* string */.YjP().optional(),
    environment: schemas/* string */.YjP(),
    service: schemas/* string */.YjP(),
    entries: schemas/* array */.YOg(schemas/* looseObject */._H3({ sequence: schemas/* int */.Whr(), previous: schemas/* string */.YjP(), hash: schemas/* string */.YjP() })),
});
/**
 * Reads what is stored as a journal, of the present schema version or an older one, and finds out whether it is whole.
 * @param lockHead what its lock knows of it (head.ts)
 */
function readDocument(text, key, lockHead) {
    const json = parsed(text);
    if (json === undefined)
        return tampered("it is not JSON");
    const { schemaVersion, minimumRelease } = json;
    if (typeof schemaVersion === "number" && schemaVersion > schema/* SCHEMA_VERSION */.f$) {
        return { state: "newer", schemaVersion, release: typeof minimumRelease === "string" ? minimumRelease : undefined };
    }
    const loose = chainSchema.safeParse(json);
    if (!loose.success)
        return tampered(...faults(loose.error, json));
    const chain = json;
    const problems = (0,journal_chain/* chainProblems */.we)(chain);
    if (chain.environment !== key.environment || chain.service !== key.service) {
        problems.unshift(`it is the journal of ${chain.service} in ${chain.environment}`);
    }
    // What is wrong in the chain explains the rest.
    const lost = problems.length > 0 ? undefined : (0,head/* headProblem */.Y)(chain, lockHead);
    if (lost !== undefined)
        problems.push(lost);
    if (problems.length > 0)
        return tampered(...problems);
    const document = upgraded(chain, loose.data.schemaVersion);
    const strict = schema/* documentSchema */.L8.safeParse(document);
    if (!strict.success)
        return tampered(...faults(strict.error, document));
    return { state: "good", document: document };
}
function tampered(...problems) {
    return { state: "tampered", problems };
}
function parsed(text) {
    try {
        const json = JSON.parse(text);
        return typeof json === "object" && json !== null ? json : undefined;
    }
    catch {
        return undefined;
    }
}
/** `entry 3: planHash: Invalid input: expected string, received undefined` */
function faults({ issues }, json) {
    return issues.map(({ path, message }) => {
        const [first, place, ...rest] = path;
        const below = first === "entries" && typeof place === "number";
        const number = below ? json.entries?.[place]?.sequence : undefined;
        const where = below ? [`entry ${number ?? `at place ${place + 1}`}`, rest.join(".")] : [path.join(".")];
        return [...where.filter((part) => part !== ""), message].join(": ");
    });
}

;// CONCATENATED MODULE: ./build/playbook/journal/read-journal.js




const PROBLEMS_SHOWN = 3;
/**
 * Reads a journal without taking its lock, for who only looks: a status, a plan.
 * @returns `heldBy`: who has the lock, alive or not
 * @throws UserError when the journal was tampered with, or a newer release made it; OutsideError when it cannot be read
 */
async function readJournal(key, { journals, leases }) {
    const { lock } = journals.place(key);
    // First the lock: it is never ahead of the journal.
    const lease = await leases.read(lock.namespace, lock.name);
    if (lease === "forbidden")
        throw await lockForbidden(key, journals);
    const journal = await wholeJournal(key, { journals, lockHead: lease?.journalHead });
    return { journal, heldBy: lease === undefined || lease.holder === "" ? undefined : lease };
}
/** What is stored, found whole. Fails as `readJournal` does. */
async function wholeJournal(key, { journals, lockHead }) {
    const stored = await journals.read(key);
    if (stored === undefined) {
        const gone = (0,head/* headProblem */.Y)(undefined, lockHead);
        if (gone !== undefined)
            throw refused({ state: "tampered", problems: [gone] }, key, journals);
        return undefined;
    }
    const read = readDocument(stored.text, key, lockHead);
    if (read.state !== "good")
        throw refused(read, key, journals);
    return { document: read.document, version: stored.version };
}
/** Why a login that may not touch the lock gets no further. */
async function lockForbidden(key, journals) {
    const { journal, rights } = journals.place(key);
    // Where it may not touch the journal either, that failure has the system's own words.
    await journals.read(key);
    return new errors/* OutsideError */.Cp({
        system: "Journal",
        operation: `take the lock of ${journal}`,
        reason: "this login may not read and write it",
        next: rights,
    });
}
function refused(read, key, journals) {
    const { service, environment } = key;
    const { journal, show, remove } = journals.place(key);
    const which = `The journal of ${service} in ${environment} (${journal})`;
    if (read.state === "newer") {
        const release = read.release === undefined ? "the newest release" : `at least ${read.release}`;
        return new errors/* UserError */.yo(`${which} was made by a newer release of k8s-migrate: it has schema version ${read.schemaVersion}, and this release reads up to ${schema/* SCHEMA_VERSION */.f$}. Nothing was done. Use ${release}`);
    }
    const more = read.problems.length - PROBLEMS_SHOWN;
    const problems = [...read.problems.slice(0, PROBLEMS_SHOWN), ...(more > 0 ? [`${more} more`] : [])].join("; ");
    return new errors/* UserError */.yo([
        `${which} is not as k8s-migrate left it: ${problems}. Nothing was done, since what it says of the time before the move cannot be relied on`,
        `Next: look at it (${show}), and put back the last version that is whole, from the bucket's versions or a backup.`,
        `Where there is none: bring records, crons and services into the state that you want by hand, remove the journal and its lock (${remove}), and begin anew`,
    ].join("\n"));
}


/***/ }),

/***/ 48728:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Hj: () => (/* binding */ asPlanned),
/* harmony export */   _x: () => (/* binding */ asLookedAt),
/* harmony export */   g9: () => (/* binding */ phaseOutcome),
/* harmony export */   px: () => (/* binding */ unbegun),
/* harmony export */   q1: () => (/* binding */ begun)
/* harmony export */ });
/* harmony import */ var _move_phases_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(13694);
/* harmony import */ var _move_state_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(30453);


/** What to do about what somebody else has changed. */
const FOREIGN = "Somebody else has changed this since: to go on from what is there now, look at this plan, and run it with its plan-hash";
/** A service of which nothing was done yet. */
function begun(plan) {
    const steps = plan.steps.map(unbegun);
    const nothing = { events: [], readyAt: undefined, failure: undefined, heldBy: undefined };
    return { service: plan.service, state: "not-started", steps, ...nothing };
}
function unbegun(step) {
    return { ...step, outcomes: step.changes.map(() => "not-begun"), verified: "" };
}
/** A service as it was looked at, with nothing done. */
function asLookedAt(look) {
    const { state, heldBy, readyAt } = look;
    return { ...begun(look), state, heldBy: heldBy?.runUrl || heldBy?.holder, readyAt: readyAt?.toISOString() };
}
/**
 * The same where only a plan was asked for; what somebody else has changed is among what stands against it.
 * @param now with it, when what is planned would be ready if it were done then
 */
function asPlanned(look, now) {
    const looked = asLookedAt(look);
    const waits = look.steps.map(({ waitMs = 0 }) => waitMs);
    const longest = Math.max(0, ...waits);
    const ready = now === undefined || longest === 0 ? undefined : new Date(now.getTime() + longest);
    const readyAt = [looked.readyAt, ready?.toISOString()]
        .filter((each) => each !== undefined)
        .toSorted()
        .at(-1);
    const steps = looked.steps.map((step) => ({
        ...step,
        outcomes: step.changes.map(() => "planned"),
        problems: [
            ...step.problems,
            ...look.foreign.filter((each) => each.step === step.step).map(({ words }) => `${words}. ${FOREIGN}`),
        ],
    }));
    return { ...looked, steps, readyAt };
}
/** The whole of a phase, for its report. */
function phaseOutcome({ phase, environment, dryRun }, { services, hash }, { journals }) {
    const { state, ...ways } = whereTo(phase, services);
    const readyAt = services
        .flatMap((each) => each.readyAt ?? [])
        .toSorted()
        .at(-1);
    const [first] = services;
    const place = first === undefined ? "" : journals.place({ environment, service: first.service }).journal;
    return { phase, environment, dryRun, planHash: hash, state, readyAt, ...ways, services, journals: place };
}
/** Where the least advanced service is, and what leads on and back from there. */
function whereTo(phase, services) {
    const states = services.map((each) => each.state);
    if ((0,_move_phases_js__WEBPACK_IMPORTED_MODULE_0__/* .isWritingPhase */ .yz)(phase)) {
        const { isBack, command, other } = (0,_move_phases_js__WEBPACK_IMPORTED_MODULE_0__/* .rulesOf */ .fD)(phase);
        const isUnfinished = services.some(({ failure, state }) => failure !== undefined || state === "rolling-back");
        // Of a way back a service that is back has nothing to go on with.
        const open = isBack ? states.filter((each) => each !== "not-started") : [];
        if (isUnfinished && open.length > 0)
            return { state: (0,_move_state_js__WEBPACK_IMPORTED_MODULE_1__/* .leastOf */ .zk)(open), next: command, back: other };
        const state = (0,_move_state_js__WEBPACK_IMPORTED_MODULE_1__/* .leastOf */ .zk)(states);
        if (isUnfinished && !isBack)
            return { state, next: command, back: backFrom(states) && other };
    }
    const state = (0,_move_state_js__WEBPACK_IMPORTED_MODULE_1__/* .leastOf */ .zk)(states);
    return { state, next: (0,_move_state_js__WEBPACK_IMPORTED_MODULE_1__/* .waysFrom */ .nZ)(state).next, back: backFrom(states) };
}
/** Also where the least advanced one has nothing to go back from. */
function backFrom(states) {
    return states.map((each) => (0,_move_state_js__WEBPACK_IMPORTED_MODULE_1__/* .waysFrom */ .nZ)(each).back).find((way) => way !== "") ?? "";
}


/***/ }),

/***/ 34261:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   $b: () => (/* binding */ planService),
/* harmony export */   wI: () => (/* binding */ lookAtAll),
/* harmony export */   xm: () => (/* binding */ isPartOf)
/* harmony export */ });
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(19473);
/* harmony import */ var _few_at_a_time_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(99964);
/* harmony import */ var _journal_canonical_json_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(96861);
/* harmony import */ var _journal_history_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(47548);
/* harmony import */ var _move_change_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(91682);
/* harmony import */ var _move_state_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(30453);
/* harmony import */ var _move_waits_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(72390);
/* harmony import */ var _journal_read_journal_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(24162);








/** Reading is slow for each service, and what is read has limits of calls a second. */
const AT_ONCE = 8;
/** Reads the world and the journals. Writes nothing. */
function lookAtAll(services, request, store) {
    return (0,_few_at_a_time_js__WEBPACK_IMPORTED_MODULE_4__/* .fewAtATime */ .a)(services, AT_ONCE, (service) => lookAt(service, request, store));
}
/** What cannot be found out of a service is a problem of its own, so that all are told at once. */
async function lookAt(service, request, store) {
    const { environment, rules } = request;
    try {
        const { journal, heldBy } = await (0,_journal_read_journal_js__WEBPACK_IMPORTED_MODULE_3__/* .readJournal */ .a0)({ environment, service: service.name }, store);
        const move = (0,_journal_history_js__WEBPACK_IMPORTED_MODULE_5__/* .currentMove */ .P6)(journal?.document ?? { entries: [] });
        const plan = await planService(service, move, { steps: request.steps, back: rules.isBack, isLocked: false });
        const isLess = !rules.isBack && plan.steps.some(({ changes, problems }) => changes.length + problems.length > 0);
        const state = (0,_move_state_js__WEBPACK_IMPORTED_MODULE_1__/* .stateOf */ .L4)(move);
        // By the world, and not by what was done once.
        const now = state === rules.after && isLess ? rules.during : state;
        return { ...plan, state: now, move, heldBy, readyAt: (0,_move_waits_js__WEBPACK_IMPORTED_MODULE_2__/* .readyOf */ .Js)(move)?.at };
    }
    catch (error) {
        if (!(error instanceof _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .UserError */ .yo || error instanceof _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .OutsideError */ .Cp))
            throw error;
        const problems = [(0,_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .describeError */ .Uc)(error)];
        const steps = [{ step: "look", title: "find out what is there", changes: [], already: [], problems }];
        const unknown = { move: [], heldBy: undefined, foreign: [], readyAt: undefined };
        return { service: service.name, steps, state: "not-started", ...unknown };
    }
}
/** What there is to do for a service, by the world as it is now. A rollback of what never began does nothing. */
async function planService(service, move, { steps, back, isLocked }) {
    const planned = [];
    const foreign = [];
    if (back && move.length === 0)
        return { service: service.name, steps: [], foreign };
    for (const step of steps) {
        const plan = await (back ? step.undo(service, move) : step.plan(service, move, { isLocked }));
        planned.push(plan);
        if (back)
            continue;
        foreign.push(...(plan.foreign === undefined
            ? plan.changes.flatMap((change) => foreignChanges(step, change, move))
            : plan.foreign.map((words) => ({ step: step.id, words }))));
    }
    return { service: service.name, steps: planned, foreign };
}
/** Whether a plan of a service would do nothing but what another one does, by what is meant and what is there. */
function isPartOf(part, whole) {
    const all = (0,_move_change_js__WEBPACK_IMPORTED_MODULE_6__/* .changesOf */ .f)(whole);
    return (0,_move_change_js__WEBPACK_IMPORTED_MODULE_6__/* .changesOf */ .f)(part).every((change) => all.some((each) => each.step === change.step &&
        batchOf(each.target) === batchOf(change.target) &&
        isIn(change.before, each.before) &&
        isIn(change.after, each.after)));
}
/** The batches of a zone are named by what they begin with. */
function batchOf(target) {
    return target.split(" from ")[0] ?? target;
}
/** Whether a value is the same, or has only fields that the other one has, too. */
function isIn(part, whole) {
    if ((0,_journal_canonical_json_js__WEBPACK_IMPORTED_MODULE_7__/* .sameJson */ .V)(part, whole))
        return true;
    if (typeof part !== "object" || typeof whole !== "object" || part === null || whole === null)
        return false;
    if (Array.isArray(part) || Array.isArray(whole))
        return false;
    return Object.entries(part).every(([key, value]) => key in whole && (0,_journal_canonical_json_js__WEBPACK_IMPORTED_MODULE_7__/* .sameJson */ .V)(value, whole[key]));
}
function foreignChanges(step, { target, before, after }, move) {
    const made = (0,_journal_history_js__WEBPACK_IMPORTED_MODULE_5__/* .lastMade */ .kJ)(move, step.id).find((intent) => intent.target === target);
    if (made === undefined || (0,_journal_canonical_json_js__WEBPACK_IMPORTED_MODULE_7__/* .sameJson */ .V)(made.after, before))
        return [];
    const changes = step.foreign?.({ made: made.after, now: before, wanted: after }) ?? [
        `is ${(0,_journal_canonical_json_js__WEBPACK_IMPORTED_MODULE_7__/* .canonicalJson */ .d)(before)}, where this move made it ${(0,_journal_canonical_json_js__WEBPACK_IMPORTED_MODULE_7__/* .canonicalJson */ .d)(made.after)}`,
    ];
    return changes.map((words) => ({ step: step.id, words: `${target} ${words}` }));
}


/***/ }),

/***/ 89178:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  P: () => (/* binding */ runPhase)
});

// EXTERNAL MODULE: ./build/errors.js
var errors = __webpack_require__(19473);
// EXTERNAL MODULE: ./build/journal/history.js
var journal_history = __webpack_require__(47548);
// EXTERNAL MODULE: ./build/move/change.js
var change = __webpack_require__(91682);
// EXTERNAL MODULE: ./build/move/phases.js
var phases = __webpack_require__(13694);
// EXTERNAL MODULE: ./build/move/plan-hash.js
var plan_hash = __webpack_require__(97494);
// EXTERNAL MODULE: ./build/journal/chain.js
var chain = __webpack_require__(62633);
// EXTERNAL MODULE: ./build/journal/schema.js
var schema = __webpack_require__(33753);
;// CONCATENATED MODULE: ./build/journal/document.js


/**
 * A journal without entries.
 * @param made when, and a random salt: at least 16 bytes, hexadecimal
 */
function newDocument({ environment, service }, made) {
    return {
        schemaVersion: schema/* SCHEMA_VERSION */.f$,
        minimumRelease: schema/* MINIMUM_RELEASE */.RU,
        environment,
        service,
        createdAt: made.at.toISOString(),
        salt: made.salt,
        entries: [],
    };
}
/** The document with one entry more. Throws where the entry is none: that is a fault of the program. */
function append(document, entry, by) {
    const linked = {
        sequence: document.entries.length + 1,
        at: by.at.toISOString(),
        // What people look for comes first in its line.
        ...entry,
        run: by.run,
        previous: (0,chain/* headHash */.PG)(document),
        hash: "",
    };
    // As it will be read again: without fields that are undefined, for one.
    const stored = JSON.parse(JSON.stringify(linked));
    const checked = (0,schema/* checkedEntry */.mn)({ ...stored, hash: (0,chain/* entryHash */.Rv)(stored) });
    return { ...document, entries: [...document.entries, checked] };
}
/** The text that is stored: JSON, compact, yet with one entry a line for people. */
function journalText({ entries, ...header }) {
    const lines = entries.map((entry) => JSON.stringify(entry)).join(",\n");
    return `${JSON.stringify(header).slice(0, -1)},"entries":[\n${lines}\n]}\n`;
}

// EXTERNAL MODULE: ./build/journal/head.js
var journal_head = __webpack_require__(67792);
// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __webpack_require__(77598);
// EXTERNAL MODULE: ./build/journal/canonical-json.js
var canonical_json = __webpack_require__(96861);
;// CONCATENATED MODULE: ./build/journal/secret-hashes.js


const HASH_FIELD = "hmac-sha256";
/**
 * The value with salted hashes in the place of all that is at these paths: `{ "hmac-sha256": "9f86…" }`. With the same salt equal
 * values have equal hashes, so that a change is seen. Who reads the salt can try out guesses: what keeps a secret is that it cannot
 * be guessed. Paths that are not there are passed over; nulls stay.
 */
function withoutSecrets(value, paths, salt) {
    if (value === null || paths.length === 0)
        return value;
    if (paths.some((path) => path.length === 0))
        return hashed(value, salt);
    const below = (key) => paths.filter(([first]) => first === "*" || String(first) === String(key)).map((path) => path.slice(1));
    if (Array.isArray(value))
        return value.map((item, place) => withoutSecrets(item, below(place), salt));
    if (typeof value !== "object")
        return value;
    // By definition and not by assignment, for a key such as __proto__.
    return Object.fromEntries(Object.entries(value).map(([key, field]) => [key, withoutSecrets(field, below(key), salt)]));
}
/** All texts that stand at these paths or below them: what must not be said elsewhere. */
function secretTexts(value, paths) {
    const at = paths.flatMap((path) => valuesAt(value, path));
    return [...new Set(at.flatMap(textsOf))];
}
function hashed(value, salt) {
    // The key is the salt as bytes; what is hashed is JSON, so that 1 and "1" differ.
    const hash = (0,external_node_crypto_.createHmac)("sha256", Buffer.from(salt, "hex")).update((0,canonical_json/* canonicalJson */.d)(value)).digest("hex");
    return { [HASH_FIELD]: hash };
}
function valuesAt(value, [first, ...rest]) {
    if (first === undefined)
        return [value];
    if (typeof value !== "object" || value === null)
        return [];
    const fields = Object.entries(value).filter(([key]) => first === "*" || key === String(first));
    return fields.flatMap(([, field]) => valuesAt(field, rest));
}
function textsOf(value) {
    if (typeof value === "object" && value !== null)
        return Object.values(value).flatMap(textsOf);
    return value === null ? [] : [String(value)];
}

// EXTERNAL MODULE: ./build/values/secrets.js
var secrets = __webpack_require__(14882);
// EXTERNAL MODULE: ./build/playbook/hold-lease.js + 1 modules
var hold_lease = __webpack_require__(88077);
// EXTERNAL MODULE: ./build/playbook/journal/read-journal.js + 2 modules
var read_journal = __webpack_require__(24162);
;// CONCATENATED MODULE: ./build/playbook/journal/open-journal.js







/** A text such as "no" or "80" would be found in words that have nothing to do with it. */
const SHORTEST_HIDDEN = 4;
/** How often an append of ours at the opening is tried when a holder that is not quite dead writes in between. */
const FENCE_TRIES = 3;
/**
 * Takes the lock of a journal, reads it, and finds it whole. A lock whose holder died is taken over, with a word in the log and
 * in the journal.
 * @throws UserError when another run holds it, when it was tampered with, or when a newer release made it; OutsideError
 */
async function openJournal(request, ports, cancelled) {
    const lease = await takeLock(request, ports, cancelled);
    try {
        for (let tried = 1;; tried++) {
            const journal = await opened(request, ports, lease);
            if (lease.deadHolder === undefined)
                return journal;
            // By this a write that the dead holder still has under way finds another version, and is not made any more.
            const text = `Took the lock over from ${lease.deadHolder.runUrl || lease.deadHolder.holder}, which died with it`;
            const fenced = await journal.append({ kind: "note", text }).then(() => true, (error) => {
                if (tried === FENCE_TRIES || !(error instanceof OverwrittenError))
                    throw error;
                return false;
            });
            if (fenced)
                return journal;
        }
    }
    catch (error) {
        // Nothing was done. Yet where the one before died, the next one has to know.
        await (lease.deadHolder === undefined ? lease.release() : lease.abandon());
        throw error;
    }
}
async function takeLock(request, ports, cancelled) {
    const { key, run, waitMs } = request;
    await ports.journals.prepare();
    const wanted = { ...ports.journals.place(key).lock, holder: run.holder, runUrl: run.url, waitMs };
    const taken = await (0,hold_lease/* takeLease */._)(wanted, ports, cancelled);
    if (taken.state === "forbidden")
        throw await (0,read_journal/* lockForbidden */.vs)(key, ports.journals);
    if (taken.state === "held")
        return taken.lease;
    const { by } = taken;
    throw new errors/* UserError */.yo(`${key.service} in ${key.environment} is being worked on by ${by.runUrl || by.holder} since ${by.acquiredAt}. Nothing was changed. Wait until that run ends, or cancel it, and run this again`);
}
class OverwrittenError extends errors/* StepError */.zg {
}
/** The journal as it is now, for who holds its lock. */
async function opened(request, ports, lease) {
    const { key, run, newSalt, hidden = (text) => text } = request;
    const { journals, clock } = ports;
    const found = await (0,read_journal/* wholeJournal */.ht)(key, { journals, lockHead: lease.journalHead });
    let document = found?.document ?? newDocument(key, { at: clock.now(), salt: newSalt() });
    let version = found?.version;
    let masks = [];
    let turn = Promise.resolve();
    let ended;
    return {
        document: () => document,
        deadHolder: lease.deadHolder,
        lost: lease.lost,
        append(entry) {
            const written = turn.then(() => write(entry));
            turn = written.catch((error) => {
                ended ??= error instanceof Error ? error : new Error(String(error));
            });
            return written;
        },
        withoutSecrets(value, paths) {
            const texts = secretTexts(value, paths);
            // masksFor leaves out what GitHub cannot mask.
            const short = texts.filter((text) => text.length >= SHORTEST_HIDDEN);
            masks = [...new Set([...masks, ...(0,secrets/* masksFor */.RM)(texts), ...short])];
            return withoutSecrets(value, paths, document.salt);
        },
        async close(how) {
            await turn;
            ended ??= new errors/* StepError */.zg(["The journal is closed"]);
            await (how === "settled" ? lease.release() : lease.abandon());
        },
    };
    async function write(entry) {
        if (ended !== undefined)
            throw ended;
        const next = append(document, redacted(entry, (text) => hidden((0,secrets/* redact */.E$)(text, masks))), { at: clock.now(), run });
        const written = await whileHeld(() => journals.write(key, journalText(next), version), lease.lost);
        if (written === "changed") {
            throw new OverwrittenError([
                `The journal of ${key.service} in ${key.environment} was written by another one while this run held its lock`,
                "Nothing more is done. Run this again: it finds out what is true now",
            ]);
        }
        document = next;
        version = written.version;
        const head = (0,journal_head/* headOf */.U)(next);
        if (head !== undefined)
            lease.keepJournalHead(head);
        return next.entries.at(-1);
    }
}
/** Does not wait for an answer when the lock is lost: what was announced must not be begun then. */
async function whileHeld(work, lost) {
    const stopped = () => new errors/* StepError */.zg([(0,errors/* describeError */.Uc)(lost.reason), "Nothing more is done"], lost.reason);
    if (lost.aborted)
        throw stopped();
    let stop;
    const losing = new Promise((_, reject) => {
        stop = () => reject(stopped());
        lost.addEventListener("abort", stop);
    });
    try {
        return await Promise.race([work(), losing]);
    }
    finally {
        if (stop)
            lost.removeEventListener("abort", stop);
    }
}
/** Only what is said in words: a pre-image has to be put back to the letter. */
function redacted(entry, hide) {
    if (entry.kind === "intent")
        return { ...entry, change: hide(entry.change) };
    if (entry.kind === "failed")
        return { ...entry, reason: hide(entry.reason) };
    if (entry.kind === "wait")
        return { ...entry, why: hide(entry.why) };
    if (entry.kind === "note")
        return { ...entry, text: hide(entry.text) };
    return entry;
}

// EXTERNAL MODULE: ./build/move/state.js
var state = __webpack_require__(30453);
// EXTERNAL MODULE: ./build/move/waits.js
var move_waits = __webpack_require__(72390);
// EXTERNAL MODULE: ./build/playbook/move/phase-outcome.js
var phase_outcome = __webpack_require__(48728);
;// CONCATENATED MODULE: ./build/playbook/move/settle-open.js



/**
 * Writes of an earlier run of this phase whose end is not known: by the world as it is now each of them was made, or was not.
 * @returns those that were found made
 */
async function settleOpenIntents(journal, phase, plan) {
    const found = [];
    const planned = (0,change/* changesOf */.f)(plan);
    for (const intent of openOf(journal, phase)) {
        const { sequence, step, target, before } = intent;
        const still = planned.find((change) => change.step === step && change.target === target);
        if (still === undefined) {
            await journal.append({ kind: "done", step, intent: sequence, found: true });
            found.push(intent);
            continue;
        }
        const isAsBefore = (0,canonical_json/* sameJson */.V)(still.before, before);
        const reason = isAsBefore ? "it is as it was before" : `there is ${(0,canonical_json/* canonicalJson */.d)(still.before)} now`;
        await journal.append({ kind: "failed", step, intent: sequence, reason, written: isAsBefore ? "no" : "unknown" });
    }
    return found;
}
/** Those of the same phase, since the other way's say nothing of this one; and of each target the last one only. */
function openOf(journal, phase) {
    const move = (0,journal_history/* currentMove */.P6)(journal.document());
    const phases = new Map();
    let at = "";
    for (const entry of move) {
        if (entry.kind === "phase-started")
            at = entry.phase;
        phases.set(entry.sequence, at);
    }
    const isLast = ({ sequence, step, target }) => !move.some((entry) => entry.kind === "intent" && entry.sequence > sequence && entry.step === step && entry.target === target);
    return (0,journal_history/* openIntents */.Eb)(journal.document()).filter((intent) => phases.get(intent.sequence) === phase && isLast(intent));
}

// EXTERNAL MODULE: ./build/playbook/move/step.js
var move_step = __webpack_require__(60022);
// EXTERNAL MODULE: ./build/duration/duration.js
var duration = __webpack_require__(79805);
// EXTERNAL MODULE: ./build/move/report/change-lines.js + 2 modules
var change_lines = __webpack_require__(96939);
// EXTERNAL MODULE: ./build/move/report/environment-values.js
var environment_values = __webpack_require__(4229);
// EXTERNAL MODULE: ./build/move/report/one-line.js
var one_line = __webpack_require__(25642);
;// CONCATENATED MODULE: ./build/playbook/move/tell.js





const MOST_FIELDS = 5;
const LINE_CHARACTERS = 1200;
function teller(service, log) {
    const tell = (words) => log.info(lineOf(service, words));
    return {
        already: (words) => tell(`already so: ${words}`),
        goingTo: (change) => tell(`going to ${changeWords(change)}`),
        done: (words, milliseconds) => tell(`${words} (${(0,duration/* formatDuration */.a)(milliseconds)})`),
        foundDone: (words) => tell(`found done, by a run that was cut off: ${words}`),
        verified: (words, milliseconds) => tell(`verified: ${words} (${(0,duration/* formatDuration */.a)(milliseconds)})`),
        waiting: (until, why) => tell(`ready at ${until.toISOString().replace(/\.\d+Z$/, "Z")}: ${why}`),
        failed(words, error, milliseconds) {
            const [reason = ""] = (0,errors/* describeError */.Uc)(error).split("\n");
            tell(`failed after ${(0,duration/* formatDuration */.a)(milliseconds)} to ${words}: ${reason}`);
        },
    };
}
/** Tells in the log what a phase would do for one service, a line for each change. */
function tellServicePlan({ service, steps }, log) {
    const lines = steps.flatMap(planLines);
    for (const line of lines.length === 0 ? ["nothing to do"] : lines)
        log.info(lineOf(service, line));
}
function planLines({ already, changes, problems, warnings = [] }) {
    return [
        ...already.map((words) => `already so: ${words}`),
        ...changes.map((change) => `would ${changeWords(change)}`),
        ...warnings.map((warning) => `mind: ${warning}`),
        ...problems.map((problem) => `cannot be done: ${problem}`),
    ];
}
function changeWords({ words, before, after }) {
    const { lines } = (0,change_lines/* changeLines */.O)((0,environment_values/* withoutEnvironmentValues */.M)({ before, after }), MOST_FIELDS);
    return lines.length === 0 ? words : `${words} (${lines.join("; ")})`;
}
/** The runner takes a line that begins with `::` for a command, and `##[` wherever it is in a line. */
function lineOf(service, words) {
    return (0,one_line/* cutTo */.yd)(LINE_CHARACTERS, (0,one_line/* oneLine */.TN)(`${service}: ${words}`)).replaceAll("##[", "## [");
}

;// CONCATENATED MODULE: ./build/playbook/move/carry-out-service.js









/**
 * Carries out what is planned for one service, in its order, and stops at the first failure. Each write stands in the journal
 * before it is made.
 * @returns what was done; a failure is told in it, since what was done before stands
 */
async function carryOutService(job, journal, ports) {
    const { phase, service, plan, planHash } = job;
    const outcome = {
        ...(0,phase_outcome/* begun */.q1)(plan),
        state: (0,state/* stateOf */.L4)((0,journal_history/* currentMove */.P6)(journal.document())),
    };
    const stop = AbortSignal.any([ports.stop, journal.lost]);
    const tell = teller(service.name, ports.log);
    try {
        await journal.append({ kind: "phase-started", phase, planHash });
        for (const intent of await settleOpenIntents(journal, phase, plan)) {
            const now = ports.clock.now().toISOString();
            tell.foundDone(intent.change);
            outcome.events.push({ from: now, to: now, step: intent.step, words: intent.change, outcome: "found-made" });
        }
        for (const [index, step] of plan.steps.entries()) {
            const reported = outcome.steps[index] ?? (0,phase_outcome/* unbegun */.px)(step);
            await carryOutStep({ ...job, step, outcome: reported, events: outcome.events, tell }, journal, {
                ...ports,
                stop,
            });
        }
        const { isBack, after } = (0,phases/* rulesOf */.fD)(phase);
        const next = isBack ? "" : (0,state/* waysFrom */.nZ)(after).next;
        const closes = isBack && takesAllBack(job, journal);
        const isOpen = plan.steps.some(({ open = [] }) => open.length > 0);
        const end = isOpen
            ? { outcome: "waiting", next: (0,phases/* rulesOf */.fD)(phase).command }
            : { outcome: "completed", next };
        await journal.append({ kind: "phase-ended", phase, ...end, closes });
    }
    catch (error) {
        outcome.failure = (0,errors/* describeError */.Uc)(error);
        await ended(job, journal, { stopped: stop.aborted, log: ports.log });
    }
    const move = (0,journal_history/* currentMove */.P6)(journal.document());
    return { ...outcome, state: (0,state/* stateOf */.L4)(move), readyAt: (0,move_waits/* readyOf */.Js)(move)?.at.toISOString() };
}
/** Whether nothing of the move is left after this phase: by that the move is over. */
function takesAllBack({ phase }, journal) {
    const { hasStep } = (0,phases/* rulesOf */.fD)(phase);
    return (0,journal_history/* currentMove */.P6)(journal.document()).every((entry) => entry.kind !== "intent" || hasStep(entry.step));
}
async function carryOutStep(job, journal, { clock, stop }) {
    const { service, step: plan, outcome, events, tell } = job;
    const step = job.steps.find(({ id }) => id === plan.step);
    if (step === undefined)
        throw new Error(`there is no step ${plan.step}`);
    const event = (from, words, result) => {
        const to = clock.now();
        events.push({ from: from.toISOString(), to: to.toISOString(), step: step.id, words, outcome: result });
        return to.getTime() - from.getTime();
    };
    for (const words of plan.already)
        tell.already(words);
    for (const [index, change] of plan.changes.entries()) {
        if (stop.aborted)
            throw stopped(stop);
        const from = clock.now();
        tell.goingTo(change);
        try {
            const words = await write(step, change, { service, journal, stop });
            outcome.outcomes[index] = "made";
            tell.done(words, event(from, words, "made"));
        }
        catch (error) {
            outcome.outcomes[index] = "failed";
            tell.failed(change.words, error, event(from, change.words, "failed"));
            if (error instanceof move_step/* AbortedStepError */.U)
                await takeBack(job, step, { journal, event, clock, stop });
            throw error;
        }
    }
    await verifyStep({ ...job, step }, journal, { clock, stop, event });
}
async function verifyStep({ phase, service, step, outcome, tell, waits }, journal, { clock, stop, event }) {
    const { isBack } = (0,phases/* rulesOf */.fD)(phase);
    if (stop.aborted)
        throw stopped(stop);
    const from = clock.now();
    try {
        const found = isBack ? step.verifyUndo?.(service, stop) : step.verify?.(service, stop);
        outcome.verified = (await found) ?? "";
    }
    catch (error) {
        tell.failed(outcome.title, error, event(from, outcome.title, "failed"));
        throw error;
    }
    if (outcome.verified !== "")
        tell.verified(outcome.verified, event(from, outcome.verified, "verified"));
    const move = (0,journal_history/* currentMove */.P6)(journal.document());
    const shared = waits?.get(step.id);
    const wait = shared === undefined
        ? !isBack && (0,move_waits/* hasNewWait */.mJ)(move, step.id)
            ? step.waitFor?.(service, move, clock.now())
            : undefined
        : { notBefore: new Date(clock.now().getTime() + shared), why: "it was lowered for another service of this run" };
    if (wait === undefined)
        return;
    const { notBefore, why } = wait;
    tell.waiting(notBefore, why);
    await journal.append({ kind: "wait", step: step.id, notBefore: notBefore.toISOString(), why });
}
/** What a step has aborted must not stay; the phase fails all the same. */
async function takeBack({ service, tell }, step, { journal, event, clock, stop }) {
    const move = (0,journal_history/* currentMove */.P6)(journal.document());
    const { changes, problems } = await (step.takeBack ?? step.undo)(service, move);
    if (problems.length > 0)
        throw new errors/* StepError */.zg(["It could not be taken back:", ...problems]);
    for (const change of changes) {
        const from = clock.now();
        tell.goingTo(change);
        // Not when the job is stopped either: what was aborted is worse than what is there afterwards.
        const words = await write(step, change, { service, journal, stop: journal.lost });
        tell.done(words, event(from, words, "made"));
    }
    const from = clock.now();
    const found = (await step.verifyUndo?.(service, stop)) ?? "";
    if (found !== "")
        tell.verified(found, event(from, found, "verified"));
}
/** First the journal, then the world, then the journal. */
async function write(step, change, { service, journal, stop }) {
    const { words, target, before, after } = change;
    const intent = await journal.append({ kind: "intent", step: step.id, change: words, target, before, after });
    try {
        const said = await step.apply(change, service, stop);
        await journal.append({ kind: "done", step: step.id, intent: intent.sequence, found: false });
        return said;
    }
    catch (error) {
        const written = error instanceof errors/* UserError */.yo ? "no" : "unknown";
        const failed = {
            kind: "failed",
            step: step.id,
            intent: intent.sequence,
            reason: (0,errors/* describeError */.Uc)(error),
            written,
        };
        // What made it fail is worth more than that the journal fails, too.
        await journal.append(failed).catch(() => undefined);
        throw error;
    }
}
async function ended({ phase }, journal, { stopped: isStopped, log }) {
    const next = (0,phases/* rulesOf */.fD)(phase).command;
    try {
        await journal.append({
            kind: "phase-ended",
            phase,
            outcome: isStopped ? "stopped" : "failed",
            next,
            closes: false,
        });
    }
    catch (error) {
        log.debug(`The journal was not ended: ${(0,errors/* describeError */.Uc)(error)}`);
    }
}
function stopped(stop) {
    return new errors/* StepError */.zg([`Stopped: ${(0,errors/* describeError */.Uc)(stop.reason)}`], stop.reason);
}

// EXTERNAL MODULE: ./build/playbook/move/plan-phase.js
var plan_phase = __webpack_require__(34261);
// EXTERNAL MODULE: ./build/migration-file/window.js + 1 modules
var migration_file_window = __webpack_require__(41671);
;// CONCATENATED MODULE: ./build/playbook/move/timing.js




/** Why the phase cannot begin at this time; empty where it can, or has nothing to change. */
function untimely(timing, plans, now) {
    const changing = plans.filter((plan) => (0,change/* changesOf */.f)(plan).length > 0);
    if (!(0,phases/* rulesOf */.fD)(timing.phase).isTimed || changing.length === 0)
        return [];
    const unready = timing.skipWait ? [] : changing.flatMap((plan) => notReady(plan, now));
    return [...unready, ...outsideOfWindow(timing.window, now)];
}
/** For which waits a phase does not wait although they are not over, in words: each has to be told. */
function skippedWaits({ phase, skipWait }, plans, now) {
    if (!(0,phases/* rulesOf */.fD)(phase).isTimed || !skipWait)
        return [];
    return plans.flatMap(({ service, steps, move }) => {
        const ready = early(move, now);
        const waits = ready === undefined ? [] : [`does not wait until ${timeText(ready.at)}, as asked for: ${ready.why}`];
        const first = steps.flatMap((step) => (step.early ?? []).map((text) => `goes on, as asked for, although ${text}`));
        return [...first, ...waits].map((text) => `${service}: ${text}`);
    });
}
function notReady({ service, steps, move }, now) {
    const first = steps.flatMap((step) => (step.early ?? []).map((text) => `${service}: ${text}`));
    const cut = (0,move_waits/* unwaited */.CL)(move).map((step) => `${service}: ${step} was cut off before it was known how long to wait: run it again first`);
    const ready = early(move, now);
    if (ready === undefined)
        return [...first, ...cut];
    return [...first, ...cut, `${service}: is not ready before ${timeText(ready.at)}: ${ready.why}; run this again then`];
}
function early(move, now) {
    const ready = (0,move_waits/* readyOf */.Js)(move);
    return ready !== undefined && ready.at > now ? ready : undefined;
}
function outsideOfWindow(window, now) {
    if (window === undefined || (0,migration_file_window/* isInWindow */.oe)(window, now))
        return [];
    const { from, to } = (0,migration_file_window/* nextWindow */.KC)(window, now);
    const next = `it is open next from ${timeText(from)} to ${timeText(to)}`;
    return [`the window of the migration file is not open: ${window.text}; ${next}`];
}
function timeText(time) {
    return time.toISOString().replace(/\.\d+Z$/, "Z");
}

;// CONCATENATED MODULE: ./build/playbook/move/run-phase.js











/**
 * One phase of the move for some services: reads the world and the journals, plans, and carries the plan out service by service.
 * Stops at the first failure; what was done until then stands, in a state from which both ways are open.
 * @returns what was done; a service's failure is told in it
 * @throws UserError when it refuses, with all that is wrong in one list: nothing was written then
 */
async function runPhase(request, steps, ports) {
    const rules = (0,phases/* rulesOf */.fD)(request.phase);
    const own = steps.filter(({ id }) => rules.hasStep(id));
    const inOrder = rules.isBack ? own.toReversed() : own;
    const look = { environment: request.environment, steps: inOrder, rules };
    const looks = await (0,plan_phase/* lookAtAll */.wI)(request.services, look, ports);
    const { phase, environment, intent } = request;
    const planned = { phase, environment, intent, services: looks };
    refuse(request, looks, ports.clock.now());
    const hash = (0,plan_hash/* planHash */.SH)(planned);
    if (request.planHash !== "" && !(0,plan_hash/* hasHash */.Fp)(planned, request.planHash)) {
        throw new errors/* UserError */.yo(otherPlan((0,plan_hash/* planDifferences */.AW)(planned, request.planHash), hash));
    }
    if (request.dryRun) {
        const now = ports.clock.now();
        const services = looks.map((each) => (0,phase_outcome/* asPlanned */.Hj)(each, now));
        for (const each of services)
            tellServicePlan(each, ports.log);
        return (0,phase_outcome/* phaseOutcome */.g9)(request, { services, hash }, ports);
    }
    const outcomes = looks.map(phase_outcome/* asLookedAt */._x);
    for (const [index, service] of request.services.entries()) {
        const each = looks[index];
        if (each === undefined)
            break;
        const done = await workOn({ service, look: each }, { request, steps: inOrder }, ports);
        outcomes[index] = done;
        if (done.failure !== undefined)
            break;
    }
    return (0,phase_outcome/* phaseOutcome */.g9)(request, { services: outcomes, hash }, ports);
}
/** All that stands against the phase, of all services, before anything is written. */
function refuse(request, looks, now) {
    const { phase, dryRun, planHash: hash } = request;
    // Who asks for a plan is told from when on.
    const early = dryRun ? [] : untimely(request, looks, now);
    const planned = looks.flatMap(({ service, steps, foreign }) => [
        ...steps.flatMap((step) => step.problems.map((problem) => `${service}: ${problem}`)),
        // Who asks for a plan sees it there; who gives one has seen it.
        ...(dryRun || hash !== "" ? [] : foreign.map(({ words }) => `${service}: ${words}`)),
    ]);
    const problems = [...planned, ...early];
    const isForeign = looks.some(({ foreign }) => foreign.length > 0) && !dryRun && hash === "";
    const error = errors/* UserError */.yo.fromProblems(`${phase} cannot be done:`, problems);
    if (error === undefined)
        return;
    if (!isForeign)
        throw error;
    throw new errors/* UserError */.yo(`${error.message}\nSomebody else has changed this since. To go on from what is there now, run it with dry-run: true, look at the plan, and run it with that plan-hash`);
}
function otherPlan(differences, hash) {
    const what = differences.length === 0 ? "" : `:\n${differences.map((line) => `- ${line}`).join("\n")}`;
    return `plan-hash: the plan is another one now${what}\nNothing was written. Look at the plan of now (dry-run: true), and run it with its plan-hash: ${hash}`;
}
async function workOn({ service, look }, { request, steps }, ports) {
    const { phase, environment, run, newSalt } = request;
    const { isBack } = (0,phases/* rulesOf */.fD)(phase);
    const failed = (error) => ({
        ...(0,phase_outcome/* begun */.q1)(look),
        state: look.state,
        failure: (0,errors/* describeError */.Uc)(error),
    });
    const nothing = () => {
        ports.log.info(`${service.name}: nothing to take back`);
        return { ...(0,phase_outcome/* begun */.q1)(look), state: "not-started" };
    };
    // While another run is at work it may be about to begin one.
    if (isBack && look.move.length === 0 && look.heldBy === undefined)
        return nothing();
    try {
        if (ports.stop.aborted)
            throw new errors/* StepError */.zg([`Stopped: ${(0,errors/* describeError */.Uc)(ports.stop.reason)}`]);
        const key = { environment, service: service.name };
        const journal = await openJournal({ key, run, waitMs: 0, newSalt, hidden: ports.hidden }, ports, ports.stop);
        try {
            // By the world as it is under the lock: another run may have been at work since.
            const move = (0,journal_history/* currentMove */.P6)(journal.document());
            if (isBack && move.length === 0)
                return nothing();
            const now = await (0,plan_phase/* planService */.$b)(service, move, { steps, back: isBack, isLocked: true });
            const problems = now.steps.flatMap((step) => step.problems);
            const error = errors/* UserError */.yo.fromProblems("It cannot be done any more:", problems);
            if (error)
                throw error;
            // What another service of this run has made already, where they share it, is fine.
            if (!(0,plan_phase/* isPartOf */.xm)(now, look))
                throw changedMeanwhile(now, look);
            const asOf = ports.clock.now();
            const late = errors/* UserError */.yo.fromProblems("It cannot be done any more:", untimely(request, [{ ...now, move }], asOf));
            if (late)
                throw late;
            for (const text of skippedWaits(request, [{ ...now, move }], asOf)) {
                ports.log.warn(text);
                await journal.append({ kind: "note", text });
            }
            const job = { phase, service, plan: now, steps, planHash: request.planHash, waits: sharedWaits(now, look) };
            return await carryOutService(job, journal, ports);
        }
        finally {
            // What is left open stands in the journal.
            await journal.close(journal.lost.aborted ? "open" : "settled");
        }
    }
    catch (error) {
        return failed(error);
    }
}
/** How long to wait for what was to be lowered, and is so by now: by step. */
function sharedWaits(now, look) {
    return new Map(look.steps.flatMap(({ step, changes, waitMs }) => {
        const isDone = now.steps.some((each) => each.step === step && each.changes.length < changes.length);
        return isDone && waitMs !== undefined ? [[step, waitMs]] : [];
    }));
}
function changedMeanwhile(now, look) {
    const words = (plan) => (0,change/* changesOf */.f)(plan).map((change) => change.words);
    return new errors/* StepError */.zg([
        "Something has changed since the plan was made a moment ago",
        `Planned was: ${words(look).join("; ") || "nothing"}. Now it would be: ${words(now).join("; ") || "nothing"}`,
        "Nothing was written. Run this again",
    ]);
}


/***/ }),

/***/ 60022:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   U: () => (/* binding */ AbortedStepError)
/* harmony export */ });
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(19473);

/**
 * A step has found, before it wrote any more, that what it has written must not stay. The engine takes the step back, and the phase
 * fails with this.
 */
class AbortedStepError extends _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .StepError */ .zg {
}


/***/ }),

/***/ 86072:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  w: () => (/* binding */ moveSummary),
  n: () => (/* binding */ notRunSummary)
});

// EXTERNAL MODULE: ./build/duration/duration.js
var duration = __webpack_require__(79805);
;// CONCATENATED MODULE: ./build/move/report/mermaid-text.js
/**
 * What has a meaning in some place of a diagram, or is HTML. Mermaid shows the numbered form as the character:
 * https://mermaid.js.org/syntax/flowchart.html#entity-codes-to-escape-characters
 */
const SPECIAL = /[#:;%{}<>"&\\`$]/g;
/**
 * A text that stands as it is in a Mermaid diagram, whatever it holds.
 * @param line one line, that does not begin a line of the diagram: it may be a keyword of Mermaid's
 */
function mermaidText(line) {
    return line.replace(SPECIAL, (character) => `#${character.codePointAt(0)};`);
}

// EXTERNAL MODULE: ./build/move/report/one-line.js
var one_line = __webpack_require__(25642);
;// CONCATENATED MODULE: ./build/move/report/timeline.js



/** More nobody reads, and GitHub draws no diagram of more than 50,000 characters. */
const MOST_BARS = 60;
const LABEL_CHARACTERS = 60;
/** Told apart without colours, too. No keyword begins with one, so that a label is never taken for one. */
const SIGNS = { made: "●", "found-made": "○", failed: "✗", verified: "✓" };
/** https://mermaid.js.org/syntax/gantt.html#syntax */
const TAGS = {
    made: "",
    "found-made": "done, ",
    failed: "crit, ",
    verified: "active, ",
};
/** What the signs before the labels say. */
const TIMELINE_SIGNS = "● made, ○ found made, ✓ verified, ✗ failed";
/** What was done and when, as a Gantt chart with a section for each service; undefined where nothing was. Times are UTC. */
function timeline(services) {
    const all = services.flatMap(({ events }) => events);
    if (all.length === 0)
        return undefined;
    const shown = longest(all);
    const sections = services.flatMap(({ service, events }) => {
        const bars = events.filter((event) => shown.has(event)).map(bar);
        return bars.length === 0
            ? []
            : [`    section ${mermaidText((0,one_line/* cutTo */.yd)(LABEL_CHARACTERS, (0,one_line/* oneLine */.TN)(service))) || "-"}`, ...bars];
    });
    const head = ["gantt", "    dateFormat YYYY-MM-DD HH:mm:ss", "    axisFormat %H:%M:%S", "    todayMarker off"];
    return { diagram: [...head, ...sections].join("\n"), leftOut: all.length - shown.size };
}
/** The longest ones, and before them those that failed. */
function longest(events) {
    const weight = (event) => (event.outcome === "failed" ? Number.POSITIVE_INFINITY : timeline_length(event));
    // Not their difference, which of two infinite ones is no number.
    const order = events.toSorted((a, b) => (weight(a) === weight(b) ? 0 : weight(a) > weight(b) ? -1 : 1));
    return new Set(order.slice(0, MOST_BARS));
}
function bar(event) {
    const { from, words, outcome } = event;
    const label = `${SIGNS[outcome]} ${mermaidText((0,one_line/* cutTo */.yd)(LABEL_CHARACTERS, (0,one_line/* oneLine */.TN)(words)))} (${(0,duration/* formatDuration */.a)(timeline_length(event))})`;
    // What took less than a second can be seen, too; and a chart without any length cannot be drawn.
    const seconds = Math.max(1, Math.round(timeline_length(event) / 1000));
    return `    ${label} :${TAGS[outcome]}${from.slice(0, 19).replace("T", " ")}, ${seconds}s`;
}
function timeline_length({ from, to }) {
    return Math.max(0, Date.parse(to) - Date.parse(from));
}

;// CONCATENATED MODULE: ./build/playbook/report/fitting.js
/** The first blocks that fit into that many bytes, and how many do not. */
function fitting(blocks, limitBytes) {
    let free = limitBytes;
    const end = blocks.findIndex((block) => {
        free -= bytes(block) + 2;
        return free < 0;
    });
    const shown = end === -1 ? [...blocks] : blocks.slice(0, end);
    return { shown, left: blocks.length - shown.length };
}
/** A text of at most that many bytes. */
function cutBytes(text, limitBytes) {
    if (bytes(text) <= limitBytes)
        return text;
    const room = new Uint8Array(limitBytes);
    const { read } = new TextEncoder().encodeInto(text, room);
    return `${text.slice(0, read)}…`;
}
function bytes(text) {
    return new TextEncoder().encode(text).length;
}

// EXTERNAL MODULE: ./build/playbook/report/markdown.js
var markdown = __webpack_require__(83280);
// EXTERNAL MODULE: ./build/move/report/change-lines.js + 2 modules
var change_lines = __webpack_require__(96939);
;// CONCATENATED MODULE: ./build/playbook/report/move-words.js


const CHARACTERS = 300;
/** Not an underscore within a word, which has no meaning there: addresses would no longer be links. */
const MARKDOWN = /[\\`*[\]~]|(?<![\p{L}\p{N}])_|_(?![\p{L}\p{N}])/gu;
/** Words for a cell of `table`, as they are: names in them may hold what has a meaning in Markdown. At most 300 characters. */
function cellWords(text) {
    return (0,one_line/* cutTo */.yd)(CHARACTERS, (0,one_line/* oneLine */.TN)(text)).replace(MARKDOWN, "\\$&");
}
/** Words for a line outside of tables. */
function lineWords(text) {
    return html(cellWords(text));
}
/** Words within an HTML element. */
function elementWords(text) {
    return html((0,one_line/* cutTo */.yd)(CHARACTERS, (0,one_line/* oneLine */.TN)(text)));
}
/** A value as code, for a line or a cell. */
function codeWords(text) {
    return (0,markdown/* code */.aY)((0,one_line/* cutTo */.yd)(CHARACTERS, (0,one_line/* oneLine */.TN)(text)));
}
function html(text) {
    return text.replaceAll("&", "&amp;").replaceAll("<", "&lt;");
}

;// CONCATENATED MODULE: ./build/playbook/report/move-changes.js





/** More rows in one table nobody reads: then each service has its own, folded. */
const MOST_ROWS = 60;
const MOST_FIELDS = 5;
/** A summary may have 1 MiB: https://docs.github.com/actions/reference/workflows-and-actions/workflow-commands#step-isolation-and-limits */
const TABLES_BYTES = 400 * 1024;
const VALUES_BYTES = 100 * 1024;
const CHANGE_BYTES = 20 * 1024;
const HEADER = ["Step", "Change", "Before -> after", "Outcome"];
const OUTCOMES = {
    planned: "planned",
    made: "✅ made",
    "found-made": "✅ found made",
    failed: "❌ failed",
    "not-begun": "not begun",
};
const move_changes_MARKDOWN = { field: cellWords, value: codeWords };
/** What was changed or would be, and what was so: one table, or a folded one for each service. Empty where there is nothing. */
function changesSection({ services, phase }) {
    const rows = services.map((service) => ({ service, rows: service.steps.flatMap(stepRows) }));
    const told = rows.filter((each) => each.rows.length > 0);
    if (told.length === 0)
        return "";
    const count = told.reduce((sum, each) => sum + each.rows.length, 0);
    const body = count > MOST_ROWS ? foldedTables(told) : oneTable(told);
    return [phase === "status" ? "#### What is next" : "#### Changes", ...body].join("\n\n");
}
/** Such as "3 made, 1 failed". */
function outcomeCounts(service) {
    const all = service.steps.flatMap(({ changes }) => changes.map(({ outcome }) => outcome));
    const kinds = Object.keys(OUTCOMES).filter((kind) => all.includes(kind));
    return kinds.map((kind) => `${all.filter((each) => each === kind).length} ${kind.replace("-", " ")}`).join(", ");
}
function oneTable(told) {
    const rows = told.flatMap(({ service, rows: own }) => own.map((row) => [cellWords(service.service), ...row]));
    return [(0,markdown/* table */.tp)(["Service", ...HEADER], rows)];
}
function foldedTables(told) {
    // Those that matter most must not be the ones that are left out.
    const [failed, others] = [told.filter(hasFailed), told.filter((each) => !hasFailed(each))];
    const blocks = [...failed, ...others].map((each) => {
        const { service, rows } = each;
        const counts = outcomeCounts(service) || "nothing to change";
        const title = elementWords(`${service.service}: ${service.state.replace("-", " ")}, ${counts}`);
        const open = hasFailed(each) ? " open" : "";
        return `<details${open}><summary>${title}</summary>\n\n${(0,markdown/* table */.tp)(HEADER, rows)}\n\n</details>`;
    });
    const { shown, left } = fitting(blocks, TABLES_BYTES);
    const more = left === 1 ? "1 more service is" : `${left} more services are`;
    return [...shown, ...(left === 0 ? [] : [`${more} left out here: the JSON report has all.`])];
}
function hasFailed({ service }) {
    return service.failure !== null || outcomeCounts(service).includes("failed");
}
function stepRows({ step, already, changes, verified }) {
    const name = cellWords(step);
    return [
        ...already.map((words) => [name, cellWords(words), "", "already so"]),
        ...changes.map((change) => {
            const { lines } = (0,change_lines/* changeLines */.O)(change, MOST_FIELDS, move_changes_MARKDOWN);
            return [name, cellWords(change.words), lines.join("\n"), OUTCOMES[change.outcome]];
        }),
        ...(verified === null ? [] : [[name, cellWords(verified), "", "✅ verified"]]),
    ];
}
/** The values that are shortened in the tables, folded; empty where none are. */
function valuesSection({ services }) {
    const changes = services.flatMap(({ service, steps }) => steps.flatMap((step) => step.changes.map((change) => ({ service, change }))));
    const blocks = changes.flatMap(({ service, change }) => {
        const { whole } = (0,change_lines/* changeLines */.O)(change, MOST_FIELDS);
        if (whole.length === 0)
            return [];
        const lines = whole.map((line) => `  ${line}`);
        return [cutBytes([(0,one_line/* oneLine */.TN)(`${service}: ${change.words}`), ...lines].join("\n"), CHANGE_BYTES)];
    });
    if (blocks.length === 0)
        return "";
    const { shown, left } = fitting(blocks, VALUES_BYTES);
    const more = left === 0 ? [] : [`and of ${left} more changes: the JSON report has all`];
    return (0,markdown/* folded */.TM)("Values that are shortened above", [...shown, ...more].join("\n"));
}

// EXTERNAL MODULE: ./build/evidence/text.js
var evidence_text = __webpack_require__(22205);
// EXTERNAL MODULE: ./build/move/phases.js
var phases = __webpack_require__(13694);
// EXTERNAL MODULE: ./build/move/state.js
var state = __webpack_require__(30453);
;// CONCATENATED MODULE: ./build/playbook/report/move-heading.js




const MOST_NAMES = 3;
const MOST_HELD = 20;
/** The first line: what the state is, then what this run did. */
function moveHeading(report) {
    const what = report.phase === "status" ? "" : `. ${happened(report)}`;
    return `### ${sign(report)} ${elementWords(`${report.environment}: ${stateCounts(report)}${what}`)}`;
}
/** What leads on, and what leads back. */
function nextLines(report) {
    const { next, back, readyAt, result, planHash } = report;
    const goesOn = result === "failed" ? ": goes on where this one stopped" : "";
    const takesBack = result === "failed" ? ": takes back what was done" : "";
    const isToDo = result === "planned" && planHash !== null && changesOf(report).length > 0;
    const lines = [
        isToDo
            ? `**To do this:** the same without \`dry-run\`, with ${codeWords(`plan-hash: ${planHash.split(".")[0]}`)}: it does exactly this, or refuses`
            : next === null
                ? ""
                : `**Next:** ${codeWords(next)}${goesOn}`,
        back === null ? "" : `**Back:** ${codeWords(back)}${takesBack}`,
        readyAt === null ? "" : `**Ready at:** ${readyAt}. Before that the next phase refuses`,
        ...heldLines(report),
    ];
    return lines
        .filter((line) => line !== "")
        .map((line) => `- ${line}`)
        .join("\n");
}
function sign({ phase, result, readyAt, reportedAt }) {
    if (result === "failed")
        return "❌";
    if (phase === "status")
        return "📋";
    if (result === "planned")
        return "📝";
    if ((0,phases/* isWritingPhase */.yz)(phase) && (0,phases/* rulesOf */.fD)(phase).isBack)
        return "⏪";
    return readyAt !== null && Date.parse(readyAt) > Date.parse(reportedAt) ? "⏳" : "✅";
}
function happened(report) {
    const { phase, result, services } = report;
    const all = changesOf(report);
    if (result === "failed") {
        const after = all.length === 0 ? "" : `, after ${all.filter(isMade).length} of ${(0,evidence_text/* counted */.hS)(all.length, "change")}`;
        return `${phase} stopped at ${failedNames(report)}${after}`;
    }
    const isPlan = result === "planned";
    const changed = services.map((service) => changesOf({ services: [service] }).filter((each) => isPlan || isMade(each)));
    const count = changed.flat().length;
    if (count === 0)
        return `${phase} ${isPlan ? "has" : "found"} nothing to change`;
    const to = (0,evidence_text/* counted */.hS)(changed.filter((changes) => changes.length > 0).length, "service");
    return `${phase} ${isPlan ? "would make" : "made"} ${(0,evidence_text/* counted */.hS)(count, "change")} to ${to}`;
}
function failedNames({ services }) {
    const failed = services.filter(({ failure, steps }) => {
        return failure !== null || steps.some(({ changes }) => changes.some(({ outcome }) => outcome === "failed"));
    });
    const names = failed.slice(0, MOST_NAMES).map(({ service }) => service);
    const more = failed.length - names.length;
    return `${names.join(", ")}${more > 0 ? ` and ${more} more` : ""}`;
}
/** Such as "prepared"; or "1 preparing, 3 prepared", from the least advanced on, where the services are not equally far. */
function stateCounts({ services, state: least }) {
    const counts = state/* MOVE_STATES */.lD.map((state) => ({ state, count: services.filter((each) => each.state === state).length }));
    const present = counts.filter(({ count }) => count > 0);
    if (present.length < 2)
        return stateWords(least);
    return present.map(({ state, count }) => `${count} ${stateWords(state)}`).join(", ");
}
function heldLines({ services, phase }) {
    // There it is a column.
    if (phase === "status")
        return [];
    const held = services.flatMap(({ service, heldBy }) => (heldBy === null ? [] : [`${service}, by ${heldBy}`]));
    const more = held.length - MOST_HELD;
    return [
        ...held.slice(0, MOST_HELD).map((each) => `**Held:** ${lineWords(each)}`),
        ...(more > 0 ? [`**Held:** ${more} more services`] : []),
    ];
}
function stateWords(state) {
    return state.replace("-", " ");
}
function changesOf({ services }) {
    return services.flatMap(({ steps }) => steps.flatMap(({ changes }) => changes));
}
function isMade({ outcome }) {
    return outcome === "made" || outcome === "found-made";
}

;// CONCATENATED MODULE: ./build/playbook/report/move-summary.js






const MOST_SERVICES = 200;
const WORDS_BYTES = 20 * 1024;
/**
 * The job summary of a phase, as Markdown: what the state is, what leads on and back, what was done, and when. Far below the 1 MiB
 * that GitHub takes, however many services there are.
 */
function moveSummary(report) {
    const parts = [
        moveHeading(report),
        nextLines(report),
        block(failures(report)),
        problemsSection(report),
        warningsSection(report),
        servicesSection(report),
        changesSection(report),
        timelineSection(report),
        valuesSection(report),
        aboutSection(report),
    ];
    return `${parts.filter((part) => part !== "").join("\n\n")}\n`;
}
/**
 * The job summary of a phase that has no report: it was refused, or an error came before anything was done.
 * @param what the phase, in words: "prepare in production"
 */
function notRunSummary(what, { error, refused }) {
    const title = refused ? `⏸️ ${what} was refused: nothing was changed` : `❌ ${what} was not done`;
    return `### ${elementWords(title)}\n\n${block(error)}\n`;
}
function failures({ services }) {
    return services.flatMap(({ service, failure }) => (failure === null ? [] : [`${service}: ${failure}`])).join("\n\n");
}
function problemsSection({ services }) {
    const lines = services.flatMap(({ service, steps }) => steps.flatMap(({ problems }) => problems.map((problem) => `${service}: ${problem}`)));
    return lines.length === 0 ? "" : `#### What stands against it\n\n${block(lines.join("\n"))}`;
}
function warningsSection({ services }) {
    const lines = services.flatMap(({ service, steps }) => steps.flatMap(({ warnings }) => warnings.map((warning) => `${service}: ${warning}`)));
    return lines.length === 0 ? "" : `#### Mind\n\n${block(lines.join("\n"))}`;
}
function servicesSection({ phase, services }) {
    if (phase !== "status" || services.length === 0)
        return "";
    const rows = services.slice(0, MOST_SERVICES).map(({ service, state, readyAt, heldBy }) => {
        return [service, state.replace("-", " "), readyAt ?? "", heldBy ?? ""].map(cellWords);
    });
    const left = services.length - rows.length;
    const more = left > 0 ? `\n\nand ${left} more services: the JSON report has all.` : "";
    return `#### Services\n\n${(0,markdown/* table */.tp)(["Service", "State", "Ready at", "Held by"], rows)}${more}`;
}
function timelineSection({ services }) {
    const made = timeline(services);
    if (made === undefined)
        return "";
    const { diagram, leftOut } = made;
    const note = leftOut === 0 ? "" : ` Only the longest: ${leftOut} shorter ones are in the JSON report.`;
    return `#### Timeline (UTC)\n\n\`\`\`mermaid\n${diagram}\n\`\`\`\n\n${TIMELINE_SIGNS}.${note}`;
}
function aboutSection({ journals, planHash, run, tool, reportedAt }) {
    const rows = [
        ["Journals", codeWords(journals)],
        // All of it is in the JSON report: the rest only tells what changed since.
        ["Plan hash", codeWords(planHash?.split(".")[0] ?? "")],
        ["Run", run.url === "" ? "" : cellWords(run.url)],
        ["Started by", cellWords(run.actor)],
        ["Reported at", reportedAt],
        ["Made by", cellWords(`${tool.name} ${tool.version}`)],
    ].filter(([, value]) => value !== "");
    return `<details><summary>About this run</summary>\n\n${(0,markdown/* table */.tp)(["What", "Value"], rows)}\n\n</details>`;
}
function block(text) {
    return text === "" ? "" : (0,markdown/* fenced */.OF)(cutBytes(text, WORDS_BYTES));
}


/***/ }),

/***/ 39221:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Mh: () => (/* binding */ addressesIn),
/* harmony export */   PW: () => (/* binding */ isAddress),
/* harmony export */   sX: () => (/* binding */ isIpv6)
/* harmony export */ });
function isIpv6(address) {
    return address.includes(":");
}
/** Whether it is an address itself, not a name. */
function isAddress(text) {
    return isIpv6(text) || /^\d+(\.\d+){3}$/.test(text);
}
/** The addresses of a name, by the answers for A and for AAAA. */
function addressesIn(answers) {
    const found = [of(answers.a, "A"), of(answers.aaaa, "AAAA")];
    const problems = found.flatMap(({ problem }) => problem ?? []);
    return {
        addresses: [...new Set(found.flatMap(({ addresses }) => addresses))],
        problem: problems.length === 0 ? undefined : [...new Set(problems)].join("; "),
    };
}
function of(answer, type) {
    if ("problem" in answer)
        return { addresses: [], problem: answer.problem };
    const { rcode, records } = answer;
    if (rcode !== "NOERROR" && rcode !== "NXDOMAIN")
        return { addresses: [], problem: `DNS answers ${rcode}` };
    return { addresses: records.filter((each) => each.type === type).map(({ value }) => value), problem: undefined };
}


/***/ }),

/***/ 6217:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Z: () => (/* binding */ canonicalAddress)
/* harmony export */ });
/** An IP address in the one form to compare in: `2001:db8::1` for `2001:DB8:0::1`. What is no IPv6 address stays as it is, trimmed. */
function canonicalAddress(text) {
    const trimmed = text.trim();
    const url = `http://[${trimmed}]/`;
    // The form of https://www.rfc-editor.org/rfc/rfc5952, by https://url.spec.whatwg.org/#concept-ipv6-serializer
    return trimmed.includes(":") && URL.canParse(url) ? new URL(url).hostname.slice(1, -1) : trimmed;
}


/***/ }),

/***/ 57263:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Zl: () => (/* binding */ isLoadBalancer),
/* harmony export */   fX: () => (/* binding */ frontOf),
/* harmony export */   pX: () => (/* binding */ isNetworkLoadBalancer)
/* harmony export */ });
/** A classic, application or network load balancer, by how AWS names them: https://docs.aws.amazon.com/elasticloadbalancing/latest/network/network-load-balancers.html#dns-name */
const LOAD_BALANCER = /\.(?:[a-z0-9-]+\.elb|elb\.[a-z0-9-]+)\.amazonaws\.[a-z.]+$/;
const NETWORK_LOAD_BALANCER = /\.elb\.[a-z0-9-]+\.amazonaws\.[a-z.]+$/;
/** What stands before a service and directs its traffic itself: https://docs.aws.amazon.com/Route53/latest/DeveloperGuide/resource-record-sets-choosing-alias-non-alias.html */
const FRONTS = [
    ["CloudFront", /\.cloudfront\.net$/],
    ["API Gateway", /\.execute-api\.[a-z0-9-]+\.amazonaws\.[a-z.]+$/],
    ["Global Accelerator", /\.awsglobalaccelerator\.com$/],
    ["S3", /(?:^|\.)s3-website[.-][a-z0-9-]+\.amazonaws\.[a-z.]+$/],
    ["AppSync", /\.appsync-api\.[a-z0-9-]+\.amazonaws\.[a-z.]+$/],
    ["a VPC endpoint", /\.vpce\.amazonaws\.[a-z.]+$/],
    ["Elastic Beanstalk", /\.elasticbeanstalk\.com$/],
    ["App Runner", /\.awsapprunner\.com$/],
];
/** Whether a DNS name is that of a load balancer. */
function isLoadBalancer(name) {
    return LOAD_BALANCER.test(name);
}
/** Whether it is that of a network load balancer. In some partitions and old ones it cannot be told, and counts as not. */
function isNetworkLoadBalancer(name) {
    return NETWORK_LOAD_BALANCER.test(name);
}
/** The part of AWS that has this DNS name, where the traffic of a service is really directed; undefined for all else. */
function frontOf(name) {
    return FRONTS.find(([, pattern]) => pattern.test(name))?.[0];
}


/***/ }),

/***/ 52045:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   c: () => (/* binding */ batchesOf)
/* harmony export */ });
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(19473);
/* harmony import */ var _compare_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(64750);


/** https://docs.aws.amazon.com/Route53/latest/DeveloperGuide/DNSLimitations.html#limits-api-requests-changeresourcerecordsets */
const MOST_RECORDS = 1000;
const MOST_CHARACTERS = 32_000;
/**
 * The requests that make these replacements in one zone: as few as take them in their order. All record sets of a name are in the same one,
 * and what stays as it is in none. Fails with `UserError` where the record sets of one name are too many for a request.
 */
function batchesOf(replacements) {
    const batches = [];
    for (const replacement of byName(replacements)) {
        const change = changed(replacement);
        const size = sizeOf([...change.before, ...change.after]);
        if (size.records === 0)
            continue;
        if (!fits(size))
            throw tooLarge(replacement.name, size);
        const last = batches.at(-1);
        const together = last && {
            records: last.size.records + size.records,
            characters: last.size.characters + size.characters,
        };
        if (last === undefined || together === undefined || !fits(together)) {
            batches.push({ batch: change, size });
            continue;
        }
        last.batch.before.push(...change.before);
        last.batch.after.push(...change.after);
        last.size = together;
    }
    return batches.map(({ batch }) => ({
        before: targetsFirst(batch.before).toReversed(),
        after: targetsFirst(batch.after),
    }));
}
function byName(replacements) {
    return [...Map.groupBy(replacements, ({ name }) => name)].map(([name, same]) => ({
        name,
        before: same.flatMap(({ before }) => before),
        after: same.flatMap(({ after }) => after),
    }));
}
function changed({ before, after }) {
    const stays = (set, others) => others.some((other) => (0,_compare_js__WEBPACK_IMPORTED_MODULE_1__/* .sameSet */ .XV)(set, other));
    return {
        before: before.filter((set) => !stays(set, after)),
        after: after.filter((set) => !stays(set, before)),
    };
}
/** An alias has no records of its own; whether it counts as one is not documented. */
function sizeOf(sets) {
    const values = sets.flatMap((set) => set.values ?? [""]);
    return { records: values.length, characters: values.reduce((sum, { length }) => sum + length, 0) };
}
function fits({ records, characters }) {
    return records <= MOST_RECORDS && characters <= MOST_CHARACTERS;
}
function tooLarge(name, { records, characters }) {
    return new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .UserError */ .yo(`${name} is too large to be switched: its records, old and new, are ${records} with ${characters} characters, and Route 53 takes ${MOST_RECORDS} with ${MOST_CHARACTERS} at a time. Give it fewer members or values first`);
}
/** An alias may stand for a record of the same batch: that one has to be there before it. */
function targetsFirst(sets) {
    const byTarget = Map.groupBy(sets, targetKey);
    const depth = (set, seen = []) => {
        if (set.alias === undefined || seen.includes(set))
            return 0;
        const targets = byTarget.get(targetKey({ name: set.alias.name, type: set.type })) ?? [];
        return targets.reduce((most, target) => Math.max(most, 1 + depth(target, [...seen, set])), 0);
    };
    return sets
        .map((set) => ({ set, depth: depth(set) }))
        .toSorted((a, b) => a.depth - b.depth)
        .map(({ set }) => set);
}
function targetKey({ name, type }) {
    return `${name} ${type}`;
}


/***/ }),

/***/ 64750:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   XV: () => (/* binding */ sameSet),
/* harmony export */   _i: () => (/* binding */ setDifference),
/* harmony export */   sC: () => (/* binding */ sameSets)
/* harmony export */ });
/* harmony import */ var _journal_canonical_json_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(96861);
/* harmony import */ var _address_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(6217);
/* harmony import */ var _dns_name_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(87724);
/* harmony import */ var _set_map_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(80782);
/* harmony import */ var _set_words_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(63441);





/** Types whose values are names: upper and lower case, and a dot at the end, make no other record. */
const NAME_TYPES = new Set(["CNAME", "NS", "PTR"]);
/**
 * Whether two record sets say the same. Names count in any case, with or without a dot at the end, addresses in any form, and values in any
 * order, since a record set has none: https://www.rfc-editor.org/rfc/rfc2181#section-5
 */
function sameSet(a, b) {
    return (0,_journal_canonical_json_js__WEBPACK_IMPORTED_MODULE_1__/* .sameJson */ .V)(normalised(a), normalised(b));
}
/** Whether both have the same record sets, in any order. */
function sameSets(a, b) {
    const texts = (sets) => sets.map((set) => (0,_journal_canonical_json_js__WEBPACK_IMPORTED_MODULE_1__/* .canonicalJson */ .d)(normalised(set))).toSorted();
    return (0,_journal_canonical_json_js__WEBPACK_IMPORTED_MODULE_1__/* .sameJson */ .V)(texts(a), texts(b));
}
/** What is found other than expected, one line a record set, for people; empty where nothing is. */
function setDifference(expected, found) {
    const [wanted, there] = [byKey(expected), byKey(found)];
    return [...new Set([...wanted.keys(), ...there.keys()])].toSorted().flatMap((key) => {
        const [want, is] = [wanted.get(key), there.get(key)];
        if (is === undefined)
            return want === undefined ? [] : [`${key}: is gone, and was ${(0,_set_words_js__WEBPACK_IMPORTED_MODULE_2__/* .setWords */ .a)(want)}`];
        if (want === undefined)
            return [`${key}: is there, and was not expected: ${(0,_set_words_js__WEBPACK_IMPORTED_MODULE_2__/* .setWords */ .a)(is)}`];
        return sameSet(want, is) ? [] : [`${key}: expected ${(0,_set_words_js__WEBPACK_IMPORTED_MODULE_2__/* .setWords */ .a)(want)}; found ${(0,_set_words_js__WEBPACK_IMPORTED_MODULE_2__/* .setWords */ .a)(is)}`];
    });
}
/** In any form of the name. */
function byKey(sets) {
    return new Map(sets.map((set) => [(0,_set_map_js__WEBPACK_IMPORTED_MODULE_0__/* .setKey */ .qL)({ ...set, name: (0,_dns_name_js__WEBPACK_IMPORTED_MODULE_3__/* .dnsName */ .Tu)(set.name) }), set]));
}
function normalised(set) {
    const { name, type, values, alias } = set;
    return {
        ...set,
        name: (0,_dns_name_js__WEBPACK_IMPORTED_MODULE_3__/* .dnsName */ .Tu)(name),
        ...(values === undefined ? {} : { values: values.map((value) => normalisedValue(type, value)).toSorted() }),
        ...(alias === undefined ? {} : { alias: { ...alias, name: (0,_dns_name_js__WEBPACK_IMPORTED_MODULE_3__/* .dnsName */ .Tu)(alias.name) } }),
    };
}
function normalisedValue(type, value) {
    if (NAME_TYPES.has(type))
        return (0,_dns_name_js__WEBPACK_IMPORTED_MODULE_3__/* .dnsName */ .Tu)(value);
    return type === "A" || type === "AAAA" ? (0,_address_js__WEBPACK_IMPORTED_MODULE_4__/* .canonicalAddress */ .Z)(value) : value;
}


/***/ }),

/***/ 19977:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   DY: () => (/* binding */ ladderRung),
/* harmony export */   dy: () => (/* binding */ NEW),
/* harmony export */   gr: () => (/* binding */ ladderSets),
/* harmony export */   qe: () => (/* binding */ ladderProblem),
/* harmony export */   u9: () => (/* binding */ OLD)
/* harmony export */ });
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(19473);
/* harmony import */ var _compare_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(64750);
/* harmony import */ var _set_map_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(80782);



const OLD = "k8s-migrate-old";
const NEW = "k8s-migrate-new";
/** Why traffic cannot be moved by weights with these record sets, with what to do; undefined where it can. */
function ladderProblem(before) {
    const routed = before.find(({ routing, setIdentifier }) => routing !== undefined || setIdentifier !== undefined);
    if (routed === undefined)
        return undefined;
    const policy = routed.routing === undefined ? "routed" : routed.routing.policy;
    // https://docs.aws.amazon.com/Route53/latest/DeveloperGuide/routing-policy.html: one policy for a name and type.
    return `${routed.name} is ${policy} already, so that no weights can be put on top of it: leave out weights, and it is switched at once`;
}
/**
 * The record sets that send this share of the answers to the new side: two weighted members for each of them, A and AAAA alike.
 * @param before simple ones, as they are
 * @param after what becomes of each of them in the end
 * @param percent 0: `before`; 100: `after`; whole
 * Fails with `UserError` where they are routed already.
 */
function ladderSets(before, after, percent) {
    const problem = ladderProblem(before);
    if (problem !== undefined)
        throw new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .UserError */ .yo(problem);
    if (!Number.isInteger(percent) || percent < 0 || percent > 100)
        throw new Error(`${percent} is no share in percent`);
    if (percent === 0)
        return [...before];
    if (percent === 100)
        return [...after];
    const news = new Map(after.map((set) => [(0,_set_map_js__WEBPACK_IMPORTED_MODULE_2__/* .setKey */ .qL)(set), set]));
    return before.flatMap((old) => {
        const fresh = news.get((0,_set_map_js__WEBPACK_IMPORTED_MODULE_2__/* .setKey */ .qL)(old));
        if (fresh === undefined)
            throw new Error(`Nothing is known of what ${(0,_set_map_js__WEBPACK_IMPORTED_MODULE_2__/* .setKey */ .qL)(old)} becomes`);
        return [member(old, OLD, 100 - percent), member({ ...fresh, ...sameTtl(old, fresh) }, NEW, percent)];
    });
}
/** The share in percent that goes to the new side now; undefined where the record sets are none that `ladderSets` makes. */
function ladderRung(before, after, found) {
    if ((0,_compare_js__WEBPACK_IMPORTED_MODULE_1__/* .sameSets */ .sC)(found, after))
        return 100;
    if ((0,_compare_js__WEBPACK_IMPORTED_MODULE_1__/* .sameSets */ .sC)(found, before))
        return 0;
    if (ladderProblem(before) !== undefined)
        return undefined;
    const routing = found.find(({ setIdentifier }) => setIdentifier === NEW)?.routing;
    const percent = routing?.policy === "weighted" ? routing.weight : 0;
    if (percent < 1 || percent > 99)
        return undefined;
    return (0,_compare_js__WEBPACK_IMPORTED_MODULE_1__/* .sameSets */ .sC)(found, ladderSets(before, after, percent)) ? percent : undefined;
}
function member(set, setIdentifier, weight) {
    return { ...set, setIdentifier, routing: { policy: "weighted", weight } };
}
/** Members of a weighted set share one: https://docs.aws.amazon.com/Route53/latest/DeveloperGuide/resource-record-sets-values-weighted.html */
function sameTtl(old, fresh) {
    return old.ttl === undefined || fresh.ttl === undefined ? {} : { ttl: old.ttl };
}


/***/ }),

/***/ 20018:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   R: () => (/* binding */ leadsTo)
/* harmony export */ });
/** The names that a record set leads to, as the zone has them: of an alias or a CNAME; none for addresses and all else. */
function leadsTo({ type, values = [], alias }) {
    if (alias !== undefined)
        return [alias.name];
    return type === "CNAME" ? values : [];
}


/***/ }),

/***/ 80782:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Jb: () => (/* binding */ setMap),
/* harmony export */   Nc: () => (/* binding */ setsOf),
/* harmony export */   qL: () => (/* binding */ setKey)
/* harmony export */ });
/* harmony import */ var zod__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(92857);

const fieldsSchema = zod__WEBPACK_IMPORTED_MODULE_0__/* .record */ .g1P(zod__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP(), zod__WEBPACK_IMPORTED_MODULE_0__/* .union */ .KCZ([zod__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP(), zod__WEBPACK_IMPORTED_MODULE_0__/* .number */ .aig(), zod__WEBPACK_IMPORTED_MODULE_0__/* .boolean */ .zMY(), zod__WEBPACK_IMPORTED_MODULE_0__/* .lazy */ .RZV(() => fieldsSchema)]));
const routingSchema = zod__WEBPACK_IMPORTED_MODULE_0__/* .discriminatedUnion */ .gMt("policy", [
    zod__WEBPACK_IMPORTED_MODULE_0__/* .strictObject */ .rej({ policy: zod__WEBPACK_IMPORTED_MODULE_0__/* .literal */ .euz("weighted"), weight: zod__WEBPACK_IMPORTED_MODULE_0__/* .int */ .Whr().min(0) }),
    zod__WEBPACK_IMPORTED_MODULE_0__/* .strictObject */ .rej({
        policy: zod__WEBPACK_IMPORTED_MODULE_0__/* ["enum"] */ .k5n(["latency", "failover", "geolocation", "geoproximity", "multivalue", "ip-based"]),
        fields: fieldsSchema,
    }),
]);
const setSchema = zod__WEBPACK_IMPORTED_MODULE_0__/* .strictObject */ .rej({
    name: zod__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP().min(1),
    type: zod__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP().min(1),
    ttl: zod__WEBPACK_IMPORTED_MODULE_0__/* .int */ .Whr().min(0).exactOptional(),
    values: zod__WEBPACK_IMPORTED_MODULE_0__/* .array */ .YOg(zod__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP()).exactOptional(),
    alias: zod__WEBPACK_IMPORTED_MODULE_0__/* .strictObject */ .rej({ zone: zod__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP(), name: zod__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP(), evaluateTargetHealth: zod__WEBPACK_IMPORTED_MODULE_0__/* .boolean */ .zMY() }).exactOptional(),
    setIdentifier: zod__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP().exactOptional(),
    routing: routingSchema.exactOptional(),
    healthCheckId: zod__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP().exactOptional(),
    trafficPolicyInstanceId: zod__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP().exactOptional(),
});
const mapSchema = zod__WEBPACK_IMPORTED_MODULE_0__/* .record */ .g1P(zod__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP(), setSchema);
/** By what a record set is told from all others of its zone: `orders.example.com A`, of a routed one `orders.example.com A [eu]`. */
function setKey({ name, type, setIdentifier }) {
    return `${name} ${type}${setIdentifier === undefined ? "" : ` [${setIdentifier}]`}`;
}
/** Record sets by their keys, sorted: as they stand in a journal. */
function setMap(sets) {
    const pairs = sets.map((set) => [setKey(set), set]);
    return Object.fromEntries(pairs.toSorted(([a], [b]) => (a < b ? -1 : 1)));
}
/**
 * The record sets of such a map, as a journal gives it back; null: none.
 * Throws an `Error` where it is none: no release of ours has written that.
 */
function setsOf(map) {
    const read = mapSchema.safeParse(map ?? {});
    if (!read.success) {
        const faults = read.error.issues.map(({ path, message }) => [path.join("."), message].filter(Boolean).join(": "));
        throw new Error(`Cannot read these record sets of the journal: ${faults.join("; ")}`);
    }
    return Object.entries(read.data).map(([key, set]) => {
        if (setKey(set) === key)
            return set;
        throw new Error(`Cannot read these record sets of the journal: under ${key} is ${setKey(set)}`);
    });
}


/***/ }),

/***/ 63441:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   a: () => (/* binding */ setWords)
/* harmony export */ });
/* harmony import */ var _journal_canonical_json_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(96861);

/** What a record set says, for people: `192.0.2.1 and 192.0.2.2, TTL 300 s`. Without its name, type and member. */
function setWords({ ttl, values, alias, routing, healthCheckId, trafficPolicyInstanceId }) {
    const health = alias?.evaluateTargetHealth === true ? ", by its health" : "";
    return [
        ...(alias === undefined ? [] : [`alias of ${alias.name} in zone ${alias.zone}${health}`]),
        ...(values === undefined ? [] : [values.join(" and ")]),
        ...(ttl === undefined ? [] : [`TTL ${ttl} s`]),
        ...(routing === undefined ? [] : [routingWords(routing)]),
        ...(healthCheckId === undefined ? [] : [`health check ${healthCheckId}`]),
        ...(trafficPolicyInstanceId === undefined ? [] : [`traffic policy instance ${trafficPolicyInstanceId}`]),
    ].join(", ");
}
function routingWords(routing) {
    return routing.policy === "weighted"
        ? `weight ${routing.weight}`
        : `${routing.policy} ${(0,_journal_canonical_json_js__WEBPACK_IMPORTED_MODULE_0__/* .canonicalJson */ .d)(routing.fields)}`;
}


/***/ }),

/***/ 27113:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   T0: () => (/* binding */ ttlTargets),
/* harmony export */   _H: () => (/* binding */ loweredSets),
/* harmony export */   oY: () => (/* binding */ oldTtl),
/* harmony export */   t3: () => (/* binding */ LOAD_BALANCER_TTL)
/* harmony export */ });
/* harmony import */ var _alias_target_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(57263);
/* harmony import */ var _dns_name_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(87724);
/* harmony import */ var _external_dns_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(46996);
/* harmony import */ var _name_that_answers_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(46980);
/* harmony import */ var _set_map_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(80782);
/* harmony import */ var _zone_records_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(5668);






/** Of an alias of a load balancer, by Route 53: https://docs.aws.amazon.com/Route53/latest/DeveloperGuide/resource-record-sets-choosing-alias-non-alias.html */
const LOAD_BALANCER_TTL = 60;
/**
 * The record sets whose TTL is lowered with these: of a routed set all members, also those that do not move, since members of a weighted set
 * share one TTL: https://docs.aws.amazon.com/Route53/latest/DeveloperGuide/resource-record-sets-values-weighted.html
 */
function wholeSets({ zone, name, sets }) {
    const types = new Set(sets.map(({ type }) => type));
    return zone.records.filter((set) => set.name === name && types.has(set.type));
}
/**
 * What becomes of one of `ttlTargets`, in the order of its record sets, when no TTL is to be longer than this. Never raises one; aliases
 * have none. All members of a routed set come back, also where only some were given.
 */
function loweredSets(moved, seconds) {
    return wholeSets(moved).map((set) => (set.ttl === undefined ? set : { ...set, ttl: Math.min(set.ttl, seconds) }));
}
/**
 * The names whose TTL has to be lowered: the moved one first, then those that its aliases and CNAMEs lead to, as far as these zones have them
 * and they can be changed. Each with all members, also those that do not move.
 */
function ttlTargets(moved, zones) {
    const [, ...chain] = chainOf(moved, zones).links;
    return [moved, ...chain.filter(canLower)].map((each) => ({ ...each, sets: wholeSets(each) }));
}
/**
 * How long a resolver may keep what it got before a change, in seconds: the longest TTL of all members, and of the chain that they lead along.
 * `through`: of what it is, in words, and where more is not known.
 */
function oldTtl(moved, zones) {
    const { links, outside } = chainOf(moved, zones);
    const ttls = links.flatMap((link) => wholeSets(link)).flatMap(ownTtl);
    const longest = ttls.reduce((most, each) => (each.seconds > most.seconds ? each : most), { seconds: 0, through: "" });
    const unknown = outside.length === 0 ? [] : [`not known is that of ${outside.join(" and ")}`];
    return { seconds: longest.seconds, through: [longest.through, ...unknown].filter(Boolean).join("; ") };
}
function ownTtl(set) {
    if (set.ttl !== undefined)
        return [{ seconds: set.ttl, through: (0,_set_map_js__WEBPACK_IMPORTED_MODULE_0__/* .setKey */ .qL)(set) }];
    const isFixed = set.alias !== undefined && (0,_alias_target_js__WEBPACK_IMPORTED_MODULE_2__/* .isLoadBalancer */ .Zl)((0,_dns_name_js__WEBPACK_IMPORTED_MODULE_3__/* .dnsName */ .Tu)(set.alias.name));
    const through = `${(0,_set_map_js__WEBPACK_IMPORTED_MODULE_0__/* .setKey */ .qL)(set)}, as all aliases of load balancers: nothing to lower`;
    return isFixed ? [{ seconds: LOAD_BALANCER_TTL, through }] : [];
}
function chainOf(moved, zones) {
    const links = [moved];
    const outside = new Set();
    const seen = new Set([linkKey(moved)]);
    for (const link of links) {
        for (const set of wholeSets(link)) {
            for (const target of targetsOf(set, link.zone, zones)) {
                if (typeof target === "string")
                    outside.add(target);
                else if (!seen.has(linkKey(target)))
                    links.push(target);
                if (typeof target !== "string")
                    seen.add(linkKey(target));
            }
        }
    }
    return { links, outside: [...outside].toSorted() };
}
function linkKey({ zone, name, sets }) {
    return [zone.id, name, ...new Set(sets.map(({ type }) => type))].join(" ");
}
/** What a record set leads to: names of these zones, or a name outside. None for addresses and load balancers. */
function targetsOf(set, zone, zones) {
    const { type, alias, values = [] } = set;
    if (alias !== undefined) {
        // An alias of a record leads to one of its own zone and type.
        return alias.zone === zone.id
            ? linkTo((0,_dns_name_js__WEBPACK_IMPORTED_MODULE_3__/* .dnsName */ .Tu)(alias.name), { zones: [zone], isWanted: (each) => each.type === type })
            : [];
    }
    if (type !== "CNAME")
        return [];
    const [target = ""] = values.map(_dns_name_js__WEBPACK_IMPORTED_MODULE_3__/* .dnsName */ .Tu);
    if ((0,_alias_target_js__WEBPACK_IMPORTED_MODULE_2__/* .isLoadBalancer */ .Zl)(target))
        return [];
    const found = linkTo(target, { zones: fitting(target, zone, zones), isWanted: _zone_records_js__WEBPACK_IMPORTED_MODULE_1__/* .isMovedType */ .a });
    return found.length === 0 ? [target] : found;
}
function linkTo(target, { zones, isWanted }) {
    return zones.flatMap((zone) => {
        const name = (0,_name_that_answers_js__WEBPACK_IMPORTED_MODULE_4__/* .nameThatAnswers */ .M)(target, (0,_name_that_answers_js__WEBPACK_IMPORTED_MODULE_4__/* .existingNames */ .Q)(zone));
        const sets = zone.records.filter((set) => set.name === name && isWanted(set));
        return name === undefined || sets.length === 0 ? [] : [{ zone, name, sets }];
    });
}
/** The zones that may answer for a name: the longest of the public ones, and for who asks inside also of the private ones. */
function fitting(name, { isPrivate }, zones) {
    const all = zones.filter((zone) => (0,_dns_name_js__WEBPACK_IMPORTED_MODULE_3__/* .isInZone */ .eI)(name, zone.name));
    return (isPrivate ? [true, false] : [false]).flatMap((kind) => {
        const same = all.filter((zone) => zone.isPrivate === kind);
        const longest = Math.max(...same.map((zone) => zone.name.length));
        return same.filter((zone) => zone.name.length === longest);
    });
}
function canLower(link) {
    const sets = wholeSets(link);
    return (link.zone.keptBy === undefined &&
        !(0,_external_dns_js__WEBPACK_IMPORTED_MODULE_5__/* .keptByExternalDns */ .I)(link.zone).owners.has(link.name) &&
        sets.some(({ ttl }) => ttl !== undefined) &&
        sets.every(({ trafficPolicyInstanceId }) => trafficPolicyInstanceId === undefined));
}


/***/ }),

/***/ 5668:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   _: () => (/* binding */ zoneText),
/* harmony export */   a: () => (/* binding */ isMovedType)
/* harmony export */ });
const MOVED_TYPES = new Set(["A", "AAAA", "CNAME"]);
/** Whether record sets of this type lead clients to the service, and so are moved. */
function isMovedType({ type }) {
    return MOVED_TYPES.has(type);
}
/** The zone in messages: `zone Z1 (public, example.com)`. */
function zoneText({ id, name, isPrivate }) {
    return `zone ${id} (${isPrivate ? "private" : "public"}, ${name})`;
}


/***/ })

};
