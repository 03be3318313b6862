export const id = 3227;
export const ids = [3227];
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

/***/ 79247:
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
;// CONCATENATED MODULE: ./build/adapters/aws/running-images.js




/**
 * Images that ECS runs, over the AWS API. Needs `ecs:DescribeServices`, `ecs:ListTasks`, `ecs:DescribeTasks` and
 * `ecs:DescribeTaskDefinition`; with `ecs:ListClusters` and `ecs:ListServices` it also knows what a wrong name may mean.
 */
function awsRunningImages(login) {
    const ecs = (0,aws_ecs/* awsEcs */.N)(login);
    const call = (0,aws_calls/* awsCalls */.JT)(login, {
        name: "ECS",
        atOnce: 8,
        open: async (settings) => {
            const sdk = await Promise.all(/* import() */[__webpack_require__.e(1279), __webpack_require__.e(5861), __webpack_require__.e(212)]).then(__webpack_require__.t.bind(__webpack_require__, 80212, 19));
            return { sdk, client: new sdk.ECSClient(settings) };
        },
    });
    return {
        async runningImage({ cluster, service, container }) {
            const found = await describedService(call, { cluster, service });
            if (found === "no cluster")
                return noCluster(cluster, login.region, await readable(ecs.clusters()));
            if (found === undefined) {
                const others = await readable(ecs.services(cluster));
                return noService({ cluster, service }, others.map(({ name }) => name));
            }
            // With CodeDeploy and other controllers of one's own, task sets have what else the service has itself.
            const { taskDefinition = "", loadBalancers = [] } = found.taskSets?.find((set) => set.status === "PRIMARY") ?? found;
            const tasks = await runningTasks(call, { cluster, service });
            const arns = [...new Set([taskDefinition, ...tasks.map((task) => task.taskDefinition)])];
            const facts = {
                cluster,
                service,
                taskDefinition,
                tasks,
                desired: found.desiredCount ?? 0,
                served: loadBalancers.map(({ containerName = "" }) => containerName),
                definitions: (await Promise.all(arns.map((arn) => ecs.taskDefinition(arn)))).filter((each) => each !== undefined),
            };
            return runningImageOf(facts, container);
        },
    };
}
async function describedService(call, { cluster, service }) {
    const asked = {
        action: "ecs:DescribeServices",
        operation: `describe service ${service} of cluster ${cluster}`,
    };
    return call(asked, async ({ sdk, client }) => {
        try {
            const { services = [] } = await client.send(new sdk.DescribeServicesCommand({ cluster, services: [service] }));
            // A service that was deleted is listed for a while: https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_DeleteService.html
            return services.find(({ status }) => status === "ACTIVE");
        }
        catch (error) {
            if (error instanceof sdk.ClusterNotFoundException)
                return "no cluster";
            throw error;
        }
    });
}
async function runningTasks(call, { cluster, service }) {
    const what = `the tasks of service ${service} in cluster ${cluster}`;
    const arns = await (0,aws_calls/* allPages */.S4)(async (nextToken) => {
        const answer = await call({ action: "ecs:ListTasks", operation: `list ${what}` }, ({ sdk, client }) => client.send(new sdk.ListTasksCommand({ cluster, serviceName: service, nextToken, maxResults: 100 })));
        return { items: answer.taskArns ?? [], next: answer.nextToken };
    });
    const described = await Promise.all((0,aws_calls/* inGroups */.Am)(arns, 100).map((tasks) => call({ action: "ecs:DescribeTasks", operation: `describe ${what}` }, ({ sdk, client }) => client.send(new sdk.DescribeTasksCommand({ cluster, tasks })))));
    return described
        .flatMap((answer) => answer.tasks ?? [])
        .filter(({ lastStatus, desiredStatus }) => lastStatus === "RUNNING" && desiredStatus === "RUNNING")
        .map(({ taskDefinitionArn = "", containers = [] }) => ({
        taskDefinition: taskDefinitionArn,
        digests: Object.fromEntries(containers.flatMap(({ name, imageDigest }) => (name && imageDigest ? [[name, imageDigest]] : []))),
    }));
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
// EXTERNAL MODULE: ./build/adapters/clock.js
var clock = __webpack_require__(21759);
// EXTERNAL MODULE: ./build/adapters/github/id-token.js
var id_token = __webpack_require__(81748);
// EXTERNAL MODULE: external "node:events"
var external_node_events_ = __webpack_require__(78474);
// EXTERNAL MODULE: external "node:http"
var external_node_http_ = __webpack_require__(37067);
;// CONCATENATED MODULE: ./build/probe/answer.js
/** How much of a body is read. */
const BODY_LIMIT = 64 * 1024;

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

// EXTERNAL MODULE: external "node:https"
var external_node_https_ = __webpack_require__(44708);
// EXTERNAL MODULE: external "node:net"
var external_node_net_ = __webpack_require__(77030);
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
 * The proxy by which the address is reached; `undefined` for a direct connection. NO_PROXY may list the address, or the host: who
 * reaches the host without a proxy today does so after the switch too.
 */
function proxyOf({ scheme, address, port, host }) {
    const proxies = [
        { address, port },
        { address: host, port },
    ].map((place) => (0,proxy/* proxyFor */.i)(`${scheme}://${placeText(place)}`));
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
        const [facts, deleted] = await factsOf(client, target);
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
async function factsOf(client, { kind, namespace, name }) {
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
;// CONCATENATED MODULE: ./build/playbook/move/release-deploys.js














/** Deploys of services as Helm releases, by the playbook of `deploy`. */
function releaseDeploys({ prepare, releases, cronJobs, live }) {
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
        running,
        async stop({ release }, jobs) {
            const placed = (names) => names.map((text) => {
                const [name = "", namespace = release.namespace] = text.split("/").toReversed();
                return { namespace, name };
            });
            await cronJobs.suspend(placed(jobs.cronJobs));
            await live.scaleToZero(placed(jobs.deployments));
        },
    };
    async function look(wanted) {
        const nothing = { now: null, wanted: null, isSo: false, totals: "" };
        try {
            const { request, ports } = await prepare(wanted);
            // What it tells is for who asks for debug logs: the plan of the phase says what matters.
            const log = { ...ports.log, info: ports.log.debug };
            const planned = await (0,plan_release/* planRelease */.F)(request, { ...ports, log }, AbortSignal.timeout(request.timeoutMs));
            const now = await nowOf(wanted);
            const shall = stateOf({ digest: planned.chartDigest, values: request.record.values }, { wanted, on: [] });
            const problems = schedulersIn(planned.manifest ?? "", wanted.service);
            const isSo = planned.plan?.isUnchanged === true && planned.release?.status === "deployed" && (0,canonical_json/* sameJson */.V)(now, shall);
            return { now, wanted: shall, isSo, totals: planned.plan ? (0,plan/* planTotals */.H)(planned.plan) : "", problems };
        }
        catch (error) {
            return { ...nothing, problems: [(0,errors/* describeError */.Uc)(error)] };
        }
    }
    async function nowOf(wanted) {
        const { name, namespace } = wanted.service.release;
        const history = await releases.history(name, namespace);
        if (history.length === 0)
            return null;
        const there = (0,release/* deployedRevision */.Sf)(history);
        const found = there && (await releases.read(name, namespace, there.revision));
        const { cronJobs: on } = await running(wanted.service);
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
    async function running(service) {
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

;// CONCATENATED MODULE: ./build/probe/request.js
/** Long enough for a start that is slow, and shorter than what load balancers wait for. */
const PROBE_TIMEOUT_MS = 10_000;
/** The request by which one record's target is probed. `recordName` may be a wildcard only where the file names a `host`. */
function probeRequest({ scheme, path, host, headers }, at) {
    const { address, port, recordName } = at;
    return {
        scheme,
        address,
        port,
        path,
        host: (host ?? recordName).replace(/\.$/, ""),
        // Where an answer leads to says much about a wrong one.
        headers: [...Object.keys(headers), "location"],
        timeoutMs: PROBE_TIMEOUT_MS,
    };
}

// EXTERNAL MODULE: ./build/migration-file/forms/http-forms.js
var http_forms = __webpack_require__(10492);
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
        const problem = await tryOnce(parts.probes, goal, signal);
        // A try that was broken off says nothing.
        if (signal?.aborted)
            continue;
        count(seen, problem);
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
/** @returns what is wrong, or undefined when it passes */
async function tryOnce(probes, goal, signal) {
    const answer = await probes.ask(goal.request, signal);
    const problems = "problem" in answer ? [answer.problem] : misfits(answer, goal.wanted);
    return problems.length === 0 ? undefined : problems.join("; ");
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

;// CONCATENATED MODULE: ./build/playbook/steps/probe-new-side.js




const probe_new_side_ID = "probe-new-side";
const LOOK_AGAIN_MS = 5000;
/**
 * Asks the new side as clients will once the records point there: at the address behind each record's target, by the record's name.
 * Changes nothing, so there is nothing to take back.
 */
function probeNewSide(parts) {
    return { id: probe_new_side_ID, plan, apply, verify, undo };
    async function plan(service) {
        const { probe, records } = service;
        const problems = probe?.from === "cluster"
            ? ["probe.from: cluster is not there yet; leave it out, so that the runner asks, or leave the probe out"]
            : [];
        const wildcards = probe !== undefined && probe.host === undefined ? records.filter(({ name }) => name.startsWith("*")) : [];
        problems.push(...wildcards.map(({ name }) => `${name} cannot be asked for: write in probe.host a name below it that the new side answers`));
        const already = probe === undefined || records.length === 0 ? ["nothing to probe: no record is to move"] : [];
        return { step: probe_new_side_ID, title: `probe the new side of ${service.name}`, changes: [], already, problems };
    }
    async function apply() {
        throw new Error(`${probe_new_side_ID} changes nothing`);
    }
    async function undo(service) {
        return { step: probe_new_side_ID, title: `probe the new side of ${service.name}`, changes: [], already: [], problems: [] };
    }
    async function verify({ name, probe, records, release }, stop) {
        if (probe === undefined)
            return "";
        // A load balancer takes minutes from its Ingress to its first answer: it has as long as the release has.
        const end = parts.clock.now().getTime() + release.timeoutMs;
        const passed = [];
        for (const record of records) {
            passed.push(...(await verifyRecord({ record, probe, end, tell: (line) => parts.log.info(`${name}: ${line}`) }, stop)));
        }
        return passed.length === 0 ? "" : `the new side answers: ${passed.join(", ")}`;
    }
    async function verifyRecord({ record, probe, end, tell }, stop) {
        const host = probe.host ?? record.name;
        const target = await found(record, { host, end, tell }, stop);
        const port = portFor(target, probe.scheme);
        if (typeof port !== "number")
            throw notThere(record, port);
        const passed = [];
        for (const address of target.addresses) {
            const request = probeRequest(probe, { address, port, recordName: record.name });
            const url = `${probe.scheme}://${host}${probe.path}`;
            const asked = `${url} at ${address}`;
            tell(`asking ${asked}`);
            const goal = { request, wanted: probe, limitMs: Math.max(end - parts.clock.now().getTime(), leastFor(probe)) };
            const outcome = await probeUntil({ ...parts, tell: (line) => tell(`${asked}: ${line}`) }, goal, stop);
            if (!outcome.passed && outcome.by === "stop")
                throw new errors/* StepError */.zg([`Stopped while asking ${asked}`]);
            if (!outcome.passed) {
                throw new errors/* StepError */.zg([
                    `The new side does not answer as probe wants: ${asked}: ${outcome.problem}`,
                    "Clients still go to the old side. Put the new side right, or the probe, and run this again",
                ]);
            }
            passed.push(url);
        }
        return [...new Set(passed)];
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
            await parts.clock.sleep(LOOK_AGAIN_MS, stop);
            if (stop.aborted)
                throw new errors/* StepError */.zg([`Stopped while waiting: ${target.problem}`]);
        }
    }
}
/** Also the last of many records has the time for its passes. */
function leastFor({ passes, intervalMs }) {
    return passes * intervalMs + PROBE_TIMEOUT_MS;
}
function notThere({ name, target }, { problem }) {
    const what = target.kind === "host" ? target.name : objectText(target);
    return new errors/* StepError */.zg([
        `The new side of ${name} is not reached at ${what}: ${problem}`,
        "Put it right in the chart's values, or name another target in the migration file, and run this again",
    ]);
}

// EXTERNAL MODULE: ./build/actions/cluster-login.js + 2 modules
var cluster_login = __webpack_require__(35642);
;// CONCATENATED MODULE: ./build/actions/move/open-move.js



















/** Logs in to both sides, and puts together what the phases work with. */
async function openMove({ environment, folder, prepare }, io) {
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
    const images = awsRunningImages({ region: ecs.region, credentials: session("ecs", ecs) });
    const deploys = releaseDeploys({
        prepare: prepare?.({ client, kubeconfig: login.kubeconfig }) ?? noDeploy,
        releases: (0,release_secrets/* releaseSecrets */.t)(client),
        cronJobs: (0,suspend_flags/* clusterCronJobs */.J)(client),
        live: (0,live_objects/* clusterObjects */.r)(client),
    });
    const probed = { targets: clusterRouteTargets(client), probes: httpProbes(), clock: clock/* systemClock */.m, log: io.log };
    return { store, steps: [deploySuspended({ deploys, images }), probeNewSide(probed)] };
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
        services: services.map(({ name, ecs: from, records, probe }) => ({ name, from, records, probe })),
    };
    const newSalt = () => (0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.randomBytes)(16).toString("hex");
    // As JSON has it: without what is undefined.
    const asJson = JSON.parse(JSON.stringify(intent));
    return { phase, environment, services, dryRun, planHash, run, intent: asJson, newSalt };
}


/***/ }),

/***/ 66353:
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
// EXTERNAL MODULE: ./build/migration-file/forms/http-forms.js
var http_forms = __webpack_require__(10492);
// EXTERNAL MODULE: ./build/migration-file/forms/names.js
var names = __webpack_require__(20772);
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

;// CONCATENATED MODULE: ./build/migration-file/forms/time-zone.js
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
        problem: (zone) => (isTimeZone(zone) ? undefined : "is not a time zone"),
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
    target: withFacts(target, {
        description: "What the record points at afterwards.",
        is: "a map",
        example: { kind: "ingress", name: "orders" },
    }),
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
const statusFacts = { is: "a status, a class of them, or a list", example: 200 };
const service_schema_status = schemas/* union */.KCZ([schemas/* int */.Whr().min(100).max(599), schemas/* string */.YjP().regex(http_forms/* STATUS_CLASS */.oN)]);
const statusList = schemas/* array */.YOg(withFacts(service_schema_status, { description: "", is: "a status or a class of them", example: "2xx" }))
    .min(1);
const probe = schemas/* strictObject */.rej({
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
    status: withFacts(schemas/* union */.KCZ([...service_schema_status.options, statusList]), {
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
    passes: count({ description: "How often in a row it must pass.", is: "a whole number", example: 3 }, { from: 1, to: 100 }).default(3),
    interval: duration({ description: "How long to wait from one to the next.", example: "5s" }).default("5s"),
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
    probe: withFacts(probe, {
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

;// CONCATENATED MODULE: ./build/migration-file/check-service.js






/** Merges what is written for a service in an environment, and holds it against the schema. */
function checkService(document, names) {
    const written = mergedService(document, names);
    if (written === undefined)
        return { problems: [], missing: [] };
    const { value, problems, missing } = checkWritten(serviceSchema, written);
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

;// CONCATENATED MODULE: ./build/migration-file/local-time.js
const MINUTE = 60_000;
const DAY = 24 * 60 * MINUTE;
const formats = new Map();
/** What a clock on the wall shows there, as if it were UTC: milliseconds since 1970. */
function local_time_wallClock(instant, timeZone) {
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
function local_time_instantOf(wall, timeZone) {
    // No zone changes twice within two days.
    const offsets = [wall - DAY, wall + DAY].map((around) => local_time_wallClock(around, timeZone) - around);
    const found = offsets
        .map((offset) => wall - offset)
        .filter((instant) => local_time_wallClock(instant, timeZone) === wall)
        .toSorted((a, b) => a - b);
    return found[0] ?? jumpOver(wall, timeZone, offsets);
}
/** When the clocks are put forward over that time. */
function jumpOver(wall, timeZone, offsets) {
    let before = wall - Math.max(...offsets);
    let after = wall - Math.min(...offsets);
    while (after - before > 1) {
        const middle = Math.floor((before + after) / 2);
        if (local_time_wallClock(middle, timeZone) < wall)
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


const window_DAYS = ["sun", "mon", "tue", "wed", "thu", "fri", "sat"];
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
    if (!isTimeZone(timeZone))
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
        const [first, last, ...more] = part.split("-").map((word) => window_DAYS.indexOf(word));
        if (first === undefined || first < 0 || last === -1 || more.length > 0)
            return undefined;
        return Array.from({ length: (((last ?? first) - first + 7) % 7) + 1 }, (_, at) => (first + at) % 7);
    });
    if (days.includes(undefined))
        return undefined;
    return [...new Set(days.flatMap((each) => each ?? []))].toSorted((a, b) => a - b);
}

;// CONCATENATED MODULE: ./build/migration-file/schema/environment-schema.js




function region(description) {
    return leaves_text({ description, is: "a region", example: "us-west-2", pattern: aws_forms/* REGION */.Zg });
}
function role(description) {
    const example = "arn:aws:iam::111122223333:role/migrate";
    return leaves_text({ description, is: "a role's ARN", example, pattern: aws_forms/* ROLE_ARN */.xG }).optional();
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
}), {
    description: "Where the hosted zones are.",
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
        const parsed = parseWindow(value);
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
    const parsed = window === undefined ? undefined : parseWindow(window);
    return {
        name,
        ecs: { region: ecs["aws-region"], cluster: ecs.cluster, roleToAssume: role },
        eks: { region: eks["aws-region"], cluster: eks.cluster, roleToAssume: eks["role-to-assume"] ?? "" },
        dns: { roleToAssume: dns?.["role-to-assume"] ?? role },
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
        prepare: { ttlSeconds: prepare.ttl, keepAliveSeconds: prepare["keep-alive"] },
    };
}
function recordOf({ name, zone, type, target }, namespace) {
    const { kind } = target;
    return {
        name,
        zone,
        type,
        target: kind === "host"
            ? { kind, name: target.name }
            : { kind, name: target.name, namespace: target.namespace ?? namespace },
    };
}
function probeOf({ status, headers = {}, interval, ...rest }) {
    const wanted = Array.isArray(status) ? status : [status];
    const { scheme, path, host, body, from, passes } = rest;
    return { scheme, path, host, status: wanted, headers, body, from, passes, intervalMs: milliseconds(interval) };
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
    phase: schemas/* enum */.k5n(["prepare", "status", "rollback"]),
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
        steps: steps.map(({ step, title, changes, outcomes, already, problems, verified }) => ({
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
            const sdk = await Promise.all(/* import() */[__webpack_require__.e(3422), __webpack_require__.e(5118), __webpack_require__.e(1279), __webpack_require__.e(5861), __webpack_require__.e(212)]).then(__webpack_require__.t.bind(__webpack_require__, 80212, 19));
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
/* harmony export */   kJ: () => (/* binding */ lastMade)
/* harmony export */ });
/* unused harmony exports preImageOf, latestWait */
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

/***/ 88655:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Cz: () => (/* binding */ CONTAINER_NAME),
/* harmony export */   ET: () => (/* binding */ isBucketName),
/* harmony export */   GK: () => (/* binding */ ECS_NAME),
/* harmony export */   Hu: () => (/* binding */ EKS_CLUSTER),
/* harmony export */   Kf: () => (/* binding */ ECS_SERVICE),
/* harmony export */   Of: () => (/* binding */ SCHEDULE_NAME),
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
/** A container's name, or an environment variable's. */
const CONTAINER_NAME = /^[A-Za-z0-9_-]{1,255}$/;
/** https://docs.aws.amazon.com/AmazonS3/latest/userguide/bucketnamingrules.html */
function isBucketName(name) {
    if (!/^[a-z0-9][a-z0-9.-]{1,61}[a-z0-9]$/.test(name) || name.includes(".."))
        return false;
    return !/^(xn--|sthree-|amzn-s3-demo-)|^\d+\.\d+\.\d+\.\d+$|(-s3alias|--ol-s3|\.mrap|--x-s3|--table-s3)$/.test(name);
}


/***/ }),

/***/ 10492:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   EQ: () => (/* binding */ HEADER_NAME),
/* harmony export */   jz: () => (/* binding */ HTTP_PATH),
/* harmony export */   l7: () => (/* binding */ statusFits),
/* harmony export */   oN: () => (/* binding */ STATUS_CLASS)
/* harmony export */ });
/** `/healthz`, with a query or without. */
const HTTP_PATH = /^\/[^\s#]*$/;
/** `200`, or all of a class: `2xx`. */
const STATUS_CLASS = /^[1-5]xx$/;
/** https://www.rfc-editor.org/rfc/rfc9110#name-tokens */
const HEADER_NAME = /^[!#$%&'*+.^_`|~0-9A-Za-z-]+$/;
/** Whether an answer's status is one of those that are wanted. */
function statusFits(status, wanted) {
    return wanted.some((each) => String(each) === String(status) || each === `${Math.floor(status / 100)}xx`);
}


/***/ }),

/***/ 20772:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   CU: () => (/* binding */ NAMESPACE),
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

/***/ 91682:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   f: () => (/* binding */ changesOf)
/* harmony export */ });
function changesOf({ steps }) {
    return steps.flatMap(({ changes }) => changes);
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

/***/ 30453:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   IZ: () => (/* binding */ PREPARE),
/* harmony export */   L4: () => (/* binding */ stateOf),
/* harmony export */   lD: () => (/* binding */ MOVE_STATES),
/* harmony export */   nZ: () => (/* binding */ waysFrom),
/* harmony export */   zk: () => (/* binding */ leastOf)
/* harmony export */ });
/** How far the move of a service is, from the least advanced on. */
const MOVE_STATES = ["not-started", "rolling-back", "preparing", "prepared"];
/**
 * How far a move is, by its journal.
 * @param move the entries of the move that is under way: none where there is none
 */
function stateOf(move) {
    const phases = move.filter((entry) => entry.kind === "phase-started" || entry.kind === "phase-ended");
    const last = phases.at(-1);
    if (last === undefined)
        return "not-started";
    if (last.phase === "rollback")
        return "rolling-back";
    return last.kind === "phase-ended" && last.outcome === "completed" ? "prepared" : "preparing";
}
/** The state of several services: that of the least advanced one. */
function leastOf(states) {
    return MOVE_STATES.find((state) => states.includes(state)) ?? "not-started";
}
const PREPARE = "switchover with phase: prepare";
const WAYS = {
    "not-started": { next: PREPARE, back: "" },
    "rolling-back": { next: "rollback", back: PREPARE },
    preparing: { next: PREPARE, back: "rollback" },
    // The phases after it come with later releases.
    prepared: { next: "", back: "rollback" },
};
/** What to run next to get on, and to get back, in words; empty where there is nothing to do. */
function waysFrom(state) {
    return WAYS[state];
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
/* harmony import */ var _move_state_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(30453);

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
    const { state, heldBy } = look;
    return { ...begun(look), state, heldBy: heldBy?.runUrl || heldBy?.holder };
}
/** The same where only a plan was asked for; what somebody else has changed is among what stands against it. */
function asPlanned(look) {
    const looked = asLookedAt(look);
    const steps = looked.steps.map((step) => ({
        ...step,
        outcomes: step.changes.map(() => "planned"),
        problems: [
            ...step.problems,
            ...look.foreign.filter((each) => each.step === step.step).map(({ words }) => `${words}. ${FOREIGN}`),
        ],
    }));
    return { ...looked, steps };
}
/** The whole of a phase, for its report. */
function phaseOutcome({ phase, environment, dryRun }, { services, hash }, { journals }) {
    const states = services.map((each) => each.state);
    // Of a rollback a service that is back has nothing to go on with.
    const open = phase === "rollback" ? states.filter((each) => each !== "not-started") : [];
    const state = (0,_move_state_js__WEBPACK_IMPORTED_MODULE_0__/* .leastOf */ .zk)(open.length > 0 ? open : states);
    const { next, back } = (0,_move_state_js__WEBPACK_IMPORTED_MODULE_0__/* .waysFrom */ .nZ)(state);
    const ways = open.length > 0
        ? { next: "rollback", back: _move_state_js__WEBPACK_IMPORTED_MODULE_0__/* .PREPARE */ .IZ }
        : // Also where the least advanced one has nothing to go back from.
            { next, back: states.map((each) => (0,_move_state_js__WEBPACK_IMPORTED_MODULE_0__/* .waysFrom */ .nZ)(each).back).find((way) => way !== "") ?? back };
    const readyAt = services
        .flatMap((each) => each.readyAt ?? [])
        .toSorted()
        .at(-1);
    const [first] = services;
    const place = first === undefined ? "" : journals.place({ environment, service: first.service }).journal;
    return { phase, environment, dryRun, planHash: hash, state, readyAt, ...ways, services, journals: place };
}


/***/ }),

/***/ 34261:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   $b: () => (/* binding */ planService),
/* harmony export */   cV: () => (/* binding */ samePlan),
/* harmony export */   wI: () => (/* binding */ lookAtAll)
/* harmony export */ });
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(19473);
/* harmony import */ var _few_at_a_time_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(99964);
/* harmony import */ var _journal_canonical_json_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(96861);
/* harmony import */ var _journal_history_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(47548);
/* harmony import */ var _move_change_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(91682);
/* harmony import */ var _move_state_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(30453);
/* harmony import */ var _journal_read_journal_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(24162);







/** Reading is slow for each service, and what is read has limits of calls a second. */
const AT_ONCE = 8;
/** Reads the world and the journals. Writes nothing. */
function lookAtAll(services, request, store) {
    return (0,_few_at_a_time_js__WEBPACK_IMPORTED_MODULE_3__/* .fewAtATime */ .a)(services, AT_ONCE, (service) => lookAt(service, request, store));
}
/** What cannot be found out of a service is a problem of its own, so that all are told at once. */
async function lookAt(service, request, store) {
    const { environment, back } = request;
    try {
        const { journal, heldBy } = await (0,_journal_read_journal_js__WEBPACK_IMPORTED_MODULE_2__/* .readJournal */ .a0)({ environment, service: service.name }, store);
        const move = (0,_journal_history_js__WEBPACK_IMPORTED_MODULE_4__/* .currentMove */ .P6)(journal?.document ?? { entries: [] });
        const plan = await planService(service, move, request);
        const isLess = !back && plan.steps.some(({ changes, problems }) => changes.length + problems.length > 0);
        const state = (0,_move_state_js__WEBPACK_IMPORTED_MODULE_1__/* .stateOf */ .L4)(move);
        // By the world, and not by what was done once.
        return { ...plan, state: state === "prepared" && isLess ? "preparing" : state, move, heldBy };
    }
    catch (error) {
        if (!(error instanceof _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .UserError */ .yo || error instanceof _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .OutsideError */ .Cp))
            throw error;
        const problems = [(0,_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .describeError */ .Uc)(error)];
        const steps = [{ step: "look", title: "find out what is there", changes: [], already: [], problems }];
        return { service: service.name, steps, state: "not-started", move: [], heldBy: undefined, foreign: [] };
    }
}
/** What there is to do for a service, by the world as it is now. A rollback of what never began does nothing. */
async function planService(service, move, { steps, back }) {
    const planned = [];
    const foreign = [];
    if (back && move.length === 0)
        return { service: service.name, steps: [], foreign };
    for (const step of steps) {
        const plan = await (back ? step.undo(service, move) : step.plan(service, move));
        planned.push(plan);
        if (!back)
            foreign.push(...plan.changes.flatMap((change) => foreignChanges(step, change, move)));
    }
    return { service: service.name, steps: planned, foreign };
}
/** Whether two plans of a service would do the same, by what is meant and what is there. */
function samePlan(one, other) {
    const bare = (plan) => (0,_move_change_js__WEBPACK_IMPORTED_MODULE_5__/* .changesOf */ .f)(plan).map(({ step, target, before, after }) => ({ step, target, before, after }));
    return (0,_journal_canonical_json_js__WEBPACK_IMPORTED_MODULE_6__/* .sameJson */ .V)(bare(one), bare(other));
}
function foreignChanges(step, { target, before, after }, move) {
    const made = (0,_journal_history_js__WEBPACK_IMPORTED_MODULE_4__/* .lastMade */ .kJ)(move, step.id).find((intent) => intent.target === target);
    if (made === undefined || (0,_journal_canonical_json_js__WEBPACK_IMPORTED_MODULE_6__/* .sameJson */ .V)(made.after, before))
        return [];
    const changes = step.foreign?.({ made: made.after, now: before, wanted: after }) ?? [
        `is ${(0,_journal_canonical_json_js__WEBPACK_IMPORTED_MODULE_6__/* .canonicalJson */ .d)(before)}, where this move made it ${(0,_journal_canonical_json_js__WEBPACK_IMPORTED_MODULE_6__/* .canonicalJson */ .d)(made.after)}`,
    ];
    return changes.map((words) => ({ step: step.id, words: `${target} ${words}` }));
}


/***/ }),

/***/ 86196:
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
function planLines({ already, changes, problems }) {
    return [
        ...already.map((words) => `already so: ${words}`),
        ...changes.map((change) => `would ${changeWords(change)}`),
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
        const next = phase === "rollback" ? "" : (0,state/* waysFrom */.nZ)("prepared").next;
        await journal.append({ kind: "phase-ended", phase, outcome: "completed", next, closes: phase === "rollback" });
    }
    catch (error) {
        outcome.failure = (0,errors/* describeError */.Uc)(error);
        await ended(job, journal, { stopped: stop.aborted, log: ports.log });
    }
    return { ...outcome, state: (0,state/* stateOf */.L4)((0,journal_history/* currentMove */.P6)(journal.document())) };
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
            throw error;
        }
    }
    if (job.phase === "rollback" || step.verify === undefined)
        return;
    if (stop.aborted)
        throw stopped(stop);
    const from = clock.now();
    try {
        outcome.verified = await step.verify(service, stop);
    }
    catch (error) {
        tell.failed(plan.title, error, event(from, plan.title, "failed"));
        throw error;
    }
    if (outcome.verified !== "")
        tell.verified(outcome.verified, event(from, outcome.verified, "verified"));
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
    const { next } = (0,state/* waysFrom */.nZ)(phase === "rollback" ? "rolling-back" : "preparing");
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
;// CONCATENATED MODULE: ./build/playbook/move/run-phase.js









/**
 * One phase of the move for some services: reads the world and the journals, plans, and carries the plan out service by service.
 * Stops at the first failure; what was done until then stands, in a state from which both ways are open.
 * @returns what was done; a service's failure is told in it
 * @throws UserError when it refuses, with all that is wrong in one list: nothing was written then
 */
async function runPhase(request, steps, ports) {
    const back = request.phase === "rollback";
    const inOrder = back ? steps.toReversed() : steps;
    const look = { environment: request.environment, steps: inOrder, back };
    const looks = await (0,plan_phase/* lookAtAll */.wI)(request.services, look, ports);
    const { phase, environment, intent } = request;
    const planned = { phase, environment, intent, services: looks };
    refuse(request, looks);
    const hash = (0,plan_hash/* planHash */.SH)(planned);
    if (request.planHash !== "" && !(0,plan_hash/* hasHash */.Fp)(planned, request.planHash)) {
        throw new errors/* UserError */.yo(otherPlan((0,plan_hash/* planDifferences */.AW)(planned, request.planHash), hash));
    }
    if (request.dryRun) {
        const services = looks.map(phase_outcome/* asPlanned */.Hj);
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
function refuse({ phase, dryRun, planHash: hash }, looks) {
    const problems = looks.flatMap(({ service, steps, foreign }) => [
        ...steps.flatMap((step) => step.problems.map((problem) => `${service}: ${problem}`)),
        // Who asks for a plan sees it there; who gives one has seen it.
        ...(dryRun || hash !== "" ? [] : foreign.map(({ words }) => `${service}: ${words}`)),
    ]);
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
    if (phase === "rollback" && look.move.length === 0 && look.heldBy === undefined)
        return nothing();
    try {
        if (ports.stop.aborted)
            throw new errors/* StepError */.zg([`Stopped: ${(0,errors/* describeError */.Uc)(ports.stop.reason)}`]);
        const key = { environment, service: service.name };
        const journal = await openJournal({ key, run, waitMs: 0, newSalt, hidden: ports.hidden }, ports, ports.stop);
        try {
            // By the world as it is under the lock: another run may have been at work since.
            const move = (0,journal_history/* currentMove */.P6)(journal.document());
            if (phase === "rollback" && move.length === 0)
                return nothing();
            const now = await (0,plan_phase/* planService */.$b)(service, move, { steps, back: phase === "rollback" });
            const problems = now.steps.flatMap((step) => step.problems);
            const error = errors/* UserError */.yo.fromProblems("It cannot be done any more:", problems);
            if (error)
                throw error;
            if (!(0,plan_phase/* samePlan */.cV)(now, look))
                throw changedMeanwhile(now, look);
            return await carryOutService({ phase, service, plan: now, steps, planHash: request.planHash }, journal, ports);
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
function changedMeanwhile(now, look) {
    const words = (plan) => (0,change/* changesOf */.f)(plan).map((change) => change.words);
    return new errors/* StepError */.zg([
        "Something has changed since the plan was made a moment ago",
        `Planned was: ${words(look).join("; ") || "nothing"}. Now it would be: ${words(now).join("; ") || "nothing"}`,
        "Nothing was written. Run this again",
    ]);
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
    if (phase === "rollback")
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


/***/ })

};
