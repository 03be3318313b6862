export const id = 2798;
export const ids = [2798];
export const modules = {

/***/ 46452:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   e: () => (/* binding */ whatIsAt),
/* harmony export */   s: () => (/* binding */ readWorkspaceFile)
/* harmony export */ });
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(73024);

/** What is at a path below the workspace. */
function whatIsAt(path) {
    const found = (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.statSync)(path, { throwIfNoEntry: false });
    if (found === undefined)
        return "nothing";
    return found.isDirectory() ? "folder" : "file";
}
/** The text of a file, or why it cannot be read. */
function readWorkspaceFile(path) {
    try {
        return { text: (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.readFileSync)(path, "utf8") };
    }
    catch (error) {
        const missing = error.code === "ENOENT";
        return { problem: missing ? "there is no such file in the workspace" : error.message };
    }
}


/***/ }),

/***/ 50559:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  _: () => (/* binding */ backFirst)
});

// EXTERNAL MODULE: ./build/errors.js
var errors = __webpack_require__(19473);
// EXTERNAL MODULE: ./build/plan/documents.js
var documents = __webpack_require__(89272);
// EXTERNAL MODULE: ./build/plan/kube-object.js
var kube_object = __webpack_require__(42349);
// EXTERNAL MODULE: ./build/plan/merge-rules.js
var merge_rules = __webpack_require__(13676);
// EXTERNAL MODULE: ./build/plan/patches.js
var patches = __webpack_require__(72120);
;// CONCATENATED MODULE: ./build/plan/left-behind.js




/**
 * Whether an upgrade would leave something of a failed revision in the cluster: Helm compares with the revision that was
 * deployed before, and so does not know of an object or a field that only the failed one has.
 * https://github.com/helm/helm/blob/v3.17.3/pkg/action/upgrade.go
 * @param options.serverSide the API server knows what Helm has set before: no field is left then, but objects are
 */
function leavesBehind({ failed, good, next }, { namespace, serverSide }) {
    const [before, after] = [good, next].map((manifest) => objectsByKey(manifest, namespace));
    return (0,documents/* documentsOf */.u)(failed).objects.some((object) => {
        const key = (0,kube_object/* keyOf */.TN)(object, namespace);
        const [old, now] = [before?.get(key), after?.get(key)];
        if (old === undefined && now === undefined)
            return true;
        // What is in the good one only is deleted as a whole.
        const isDropped = now === undefined && next !== "";
        return !serverSide && !isDropped && leavesFields(object, { old, now });
    });
}
function objectsByKey(manifest, namespace) {
    return new Map((0,documents/* documentsOf */.u)(manifest).objects.map((object) => [(0,kube_object/* keyOf */.TN)(object, namespace), object]));
}
function leavesFields(object, { old, now }) {
    const rule = (0,merge_rules/* mergeRuleOf */.u)(object);
    const kept = [old, now].filter((each) => each !== undefined);
    if (rule !== undefined)
        return hasMore(object, kept, rule);
    // Of a custom resource Helm only patches what differs between the two that it compares, whatever is live.
    const wanted = now ?? old ?? object;
    const compared = now === undefined ? {} : (0,patches/* mergePatch */.bW)(old ?? now, now);
    return !covers(compared, (0,patches/* mergePatch */.bW)(object, wanted));
}
/** Whether a value has something that none of the others has, and that a merge would leave. */
function hasMore(value, others, rule) {
    if (rule?.replace)
        return false;
    if ((0,kube_object/* isMap */.jh)(value)) {
        const maps = others.filter(kube_object/* isMap */.jh);
        return Object.entries(value).some(([key, field]) => {
            const same = maps.filter((map) => key in map).map((map) => map[key]);
            return same.length === 0 || hasMore(field, same, rule?.fields?.[key]);
        });
    }
    if (!Array.isArray(value) || rule?.key === undefined)
        return false;
    const lists = others.filter((other) => Array.isArray(other)).flat();
    if (rule.key === "")
        return value.some((item) => !lists.includes(item));
    const { key } = rule;
    return value.filter(kube_object/* isMap */.jh).some((item) => {
        const same = lists.filter((other) => (0,kube_object/* isMap */.jh)(other) && other[key] === item[key]);
        return same.length === 0 || hasMore(item, same, rule.fields && { fields: rule.fields });
    });
}
/** Whether a patch sets all that another one sets. */
function covers(patch, other) {
    if (!(0,kube_object/* isMap */.jh)(other) || !(0,kube_object/* isMap */.jh)(patch))
        return !(0,kube_object/* isMap */.jh)(other) || Object.keys(other).length === 0;
    return Object.entries(other).every(([key, value]) => key in patch && (!(0,kube_object/* isMap */.jh)(value) || covers(patch[key], value)));
}

// EXTERNAL MODULE: ./build/release/apply-method.js
var apply_method = __webpack_require__(24802);
// EXTERNAL MODULE: ./build/playbook/deploy/since-good.js
var since_good = __webpack_require__(50070);
;// CONCATENATED MODULE: ./build/playbook/deploy/back-first.js




/**
 * The way, with a rollback before it where an upgrade over a failed revision would leave something of that in the cluster:
 * only a rollback, which compares with the newest revision, takes it away.
 */
async function backFirst({ request, situation, way }, ports, stop) {
    if (situation.kind !== "failed" || typeof situation.lastGood !== "number" || way.first !== "nothing")
        return way;
    const { release, namespace, recover, extraArguments } = request;
    const { lastGood } = situation;
    const good = await ports.releases.read(release, namespace, lastGood);
    if (good === undefined)
        return way;
    const since = await (0,since_good/* revisionsSinceGood */.y)(request, ports);
    const options = {
        namespace,
        serverSide: (0,apply_method/* applyMethod */.q)(extraArguments, { major: ports.helm.major, before: good }).serverSide,
    };
    const next = await rendered(request, ports, stop);
    const stray = since.find(({ manifest }) => leavesBehind({ failed: manifest, good: good.manifest, next }, options));
    if (stray === undefined)
        return way;
    const left = `Revision ${stray.revision} has added what an upgrade would leave in the cluster`;
    if (recover === "never") {
        ports.log.warn(`${left}, and recover is never. To take it away: helm rollback ${release} ${lastGood} --namespace ${namespace}`);
        return way;
    }
    ports.log.info(`${left}: going back to revision ${lastGood} first`);
    return { ...way, first: { rollBackTo: lastGood } };
}
/** What the upgrade will be; empty where Helm cannot tell, since the upgrade itself will say why. */
async function rendered(request, { helm, log }, stop) {
    try {
        return (await helm.render({ ...request, postRender: undefined }, stop)).manifest;
    }
    catch (error) {
        log.debug(`Could not render the chart: ${(0,errors/* describeError */.Uc)(error)}`);
        return "";
    }
}


/***/ }),

/***/ 87033:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  H: () => (/* binding */ deployRelease)
});

// EXTERNAL MODULE: ./build/errors.js
var errors = __webpack_require__(19473);
// EXTERNAL MODULE: ./build/release/release.js
var release_release = __webpack_require__(43007);
// EXTERNAL MODULE: ./build/release/situation.js
var release_situation = __webpack_require__(89534);
// EXTERNAL MODULE: ./build/workloads/workload.js
var workload = __webpack_require__(13624);
// EXTERNAL MODULE: ./build/playbook/find-record.js
var find_record = __webpack_require__(1057);
// EXTERNAL MODULE: ./build/playbook/suspend-flags.js
var suspend_flags = __webpack_require__(41924);
// EXTERNAL MODULE: ./build/playbook/deploy/attempt.js
var attempt = __webpack_require__(81425);
// EXTERNAL MODULE: ./build/release/helm-messages.js
var helm_messages = __webpack_require__(7933);
// EXTERNAL MODULE: ./build/release/way.js
var release_way = __webpack_require__(79253);
// EXTERNAL MODULE: ./build/playbook/plan/tell-plan.js
var tell_plan = __webpack_require__(30401);
// EXTERNAL MODULE: ./build/playbook/deploy/back-first.js + 1 modules
var back_first = __webpack_require__(50559);
// EXTERNAL MODULE: ./build/playbook/deploy/clear-the-way.js + 1 modules
var clear_the_way = __webpack_require__(5242);
// EXTERNAL MODULE: ./build/playbook/deploy/failure.js
var deploy_failure = __webpack_require__(31482);
// EXTERNAL MODULE: ./build/playbook/deploy/newest-revision.js
var newest_revision = __webpack_require__(58224);
// EXTERNAL MODULE: ./build/playbook/deploy/plan-deploy.js
var plan_deploy = __webpack_require__(90201);
// EXTERNAL MODULE: ./build/playbook/deploy/roll-back.js + 1 modules
var roll_back = __webpack_require__(75616);
// EXTERNAL MODULE: ./build/playbook/deploy/collect-evidence.js
var collect_evidence = __webpack_require__(4346);
// EXTERNAL MODULE: ./build/playbook/deploy/follow-helm.js + 3 modules
var follow_helm = __webpack_require__(94717);
;// CONCATENATED MODULE: ./build/playbook/deploy/roll-out.js







/**
 * One run of Helm: starts it, follows it, stops it when it cannot succeed any more, and reads back what it made. Of a failure
 * it collects the evidence before anybody cleans up.
 * @param after the newest revision before; 0 when there was none
 * @param stop fires when the run shall end; then nothing is collected
 */
async function rollOut({ request, action, after }, ports, stop) {
    const { release, namespace } = request;
    const work = (signal) => ports.helm.upgradeInstall(request, signal);
    const { result: helm, seen, ...followed } = await (0,follow_helm/* followHelm */.w)({ release, namespace, action, after, work }, ports, stop);
    if (stop.aborted) {
        // A moment is left for this, and not for more.
        const left = await (0,attempt/* attempt */.C)("read what it has left", ports.log, () => (0,newest_revision/* newestRevision */.A)(request, ports, after));
        const failure = {
            revision: left,
            error: (0,deploy_failure/* stoppedEarly */.LV)(request, stop),
            findings: [],
            evidence: [],
            stoppedByUs: true,
        };
        return { after, revision: left, failure, overtaken: false, seen };
    }
    const revision = await (0,newest_revision/* newestRevision */.A)(request, ports, after);
    const overtakenBy = "error" in helm ? meanwhile(helm.error, revision) : notOurs(helm.value.revision, revision);
    const failed = overtakenBy ?? ("error" in helm ? helm.error : undefined);
    if (failed === undefined)
        return { after, revision, failure: undefined, overtaken: false, seen };
    const badly = { ...followed, action, revision: overtakenBy ? undefined : revision, error: failed };
    return {
        after,
        revision,
        failure: { revision, error: failed, ...(await (0,collect_evidence/* collectEvidence */.m)(badly, ports)) },
        overtaken: overtakenBy !== undefined,
        seen,
    };
}
/** Helm failed, yet what is there is not what it has left. */
function meanwhile(error, found) {
    if ((0,helm_messages/* isAnotherAtWork */.Ww)((0,errors/* describeError */.Uc)(error))) {
        return new Error("Something that does not hold this release's Lease works on it, such as Helm by hand", {
            cause: error,
        });
    }
    if (found?.status !== "deployed")
        return undefined;
    return new Error(`Helm failed, and yet revision ${found.revision} is deployed: its last answer was lost, or somebody else has made it`, { cause: error });
}
/** Helm ended well, yet the newest revision is not the one that it made, or not deployed: somebody else was there in between. */
function notOurs(made, found) {
    if (found === undefined)
        return new Error("Helm reported success, but there is no new revision: somebody else removed it");
    const { revision, status } = found;
    if (made !== undefined && revision !== made) {
        return new Error(`Revision ${made} was deployed, but revision ${revision} (${status}) came in behind it, made by something that does not hold this release's Lease, such as Helm by hand. What serves now is not what this run deployed`);
    }
    if (status === "deployed")
        return undefined;
    return new Error(`Helm reported success, but revision ${revision} is ${status}: another deploy of this release ran at the same time`);
}

// EXTERNAL MODULE: ./build/playbook/deploy/store-flags.js
var store_flags = __webpack_require__(72727);
;// CONCATENATED MODULE: ./build/playbook/deploy/carry-out.js













/** Goes the way that was chosen, to its end. Once `stop` fires nothing new is begun. */
async function carryOut(given, ports, stop) {
    const { situation } = given.found;
    const target = { ...given.request, chartPath: given.chartPath };
    const job = { ...given, way: await (0,back_first/* backFirst */._)({ request: target, situation, way: given.way }, ports, stop) };
    const { request, way, flags } = job;
    const done = [];
    if (situation.kind !== "absent" && situation.kind !== "deployed") {
        const { last } = situation;
        await job.timed("recovery", () => clearTheWay({ ...job, last }, { done, stop }, ports));
    }
    const there = await (0,newest_revision/* revisionsBefore */.i)(request, ports);
    const before = way.deploy === "install" ? { ...there, compared: undefined } : there;
    const planned = await job.timed("plan", () => (0,tell_plan/* planIfPossible */.c)("deploy", ports.log, () => (0,plan_deploy/* planDeploy */.b)({ request: target, before, flags, stop }, ports)));
    const plan = planned?.plan;
    if (stop.aborted)
        return stoppedBefore(job, { done, release: there.newest }, stop);
    // What was recovered has not been waited for.
    if (request.skipUnchanged && planned?.isUnchanged && way.first === "nothing") {
        const unchanged = {
            done: ["nothing: the release is as it shall be"],
            release: before.compared,
            plan,
            failures: [],
        };
        return { status: "unchanged", action: (0,release_way/* actionOf */.q)(way), ...unchanged, seen: new Map() };
    }
    await (0,store_flags/* storeFlags */.t)(before.compared, flags, ports);
    const postRender = planned === undefined || planned.hasCronJobs;
    const first = await deployOnce({ ...job, action: way.deploy, postRender }, { done, stop }, ports);
    const outcome = {
        status: "deployed",
        action: (0,release_way/* actionOf */.q)(way),
        done,
        release: first.revision,
        plan,
        failures: [],
        seen: first.seen,
    };
    const { failure } = first;
    if (failure === undefined)
        return outcome;
    const failed = { ...outcome, status: "failed", failures: [failure] };
    if (stop.aborted)
        return { ...failed, error: failure.error };
    if (first.overtaken)
        return { ...failed, error: (0,deploy_failure/* failureOf */.g5)(job.request, failure, { overtaken: true }) };
    const after = { job, failed, failure, stop };
    if (way.otherwise !== "keep" && !(await isOurs(job, first, ports))) {
        return { ...failed, error: (0,deploy_failure/* failureOf */.g5)(job.request, failure, { overtaken: true }) };
    }
    if (way.otherwise === "reinstall" && mayHelp(first))
        return reinstall(after, ports);
    if (typeof way.otherwise === "object" && hasLeft(job, first))
        return goBack(after, way.otherwise.rollBackTo, ports);
    return { ...failed, error: (0,deploy_failure/* failureOf */.g5)(job.request, failure) };
}
/** Nothing was begun but a recovery. */
function stoppedBefore({ request, way }, { done, release }, stop) {
    const error = (0,deploy_failure/* stoppedEarly */.LV)(request, stop);
    return { status: "failed", action: (0,release_way/* actionOf */.q)(way), done, release, failures: [], seen: new Map(), error };
}
/** Brings what an earlier run has left into a state that Helm deploys over. */
async function clearTheWay(job, { done, stop }, ports) {
    const { request, way, flags } = job;
    const last = await ports.releases.read(request.release, request.namespace, job.last.revision);
    if (last !== undefined)
        await flags.remember(last.manifest);
    if (way.first === "uninstall") {
        await (0,clear_the_way/* removeRelease */.g)(request, { last, stop }, ports);
        done.push(`uninstalled what was left of revision ${job.last.revision}`);
        return;
    }
    if (last !== undefined && request.recover !== "never")
        await (0,clear_the_way/* removeLeftovers */.D)(last, ports, stop);
    if (way.first === "nothing")
        return;
    const { rollBackTo } = way.first;
    try {
        // Without waiting: the upgrade that follows replaces it, and waits itself.
        await (0,roll_back/* rollBack */.F)({ ...request, revision: rollBackTo, wait: false, flags }, ports, stop);
        done.push(`rolled back to revision ${rollBackTo}, the last that was deployed`);
    }
    catch (error) {
        if (stop.aborted)
            throw error;
        // It is failed now, mostly, and no longer pending: Helm upgrades over that.
        ports.log.warn(`The rollback to revision ${rollBackTo} failed; upgrading all the same. ${(0,errors/* describeError */.Uc)(error)}`);
        done.push(`tried to roll back to revision ${rollBackTo}, the last that was deployed`);
    }
}
async function deployOnce({ request, chartPath, timed, flags, action, postRender }, { done, stop }, ports) {
    const { release, namespace } = request;
    const after = (0,release_release/* newest */.BP)(await ports.releases.history(release, namespace))?.revision ?? 0;
    const verb = action === "install" ? "Installing" : "Upgrading";
    ports.log.info(`${verb} ${release} in ${namespace} with Helm ${ports.helm.version}`);
    const rolledOut = await timed("rollout", () => rollOut({ request: { ...request, chartPath, postRender: postRender ? flags.applied : undefined }, action, after }, ports, stop));
    const number = rolledOut.revision ? ` to revision ${rolledOut.revision.revision}` : "";
    if (rolledOut.failure)
        done.push(`${action}${number} failed`);
    else
        done.push(`${action === "install" ? "installed" : "upgraded"}${number}`);
    return rolledOut;
}
/** Whether a new install may end otherwise: not where Helm refused the chart or its values, nor where an image is not to be had. */
function mayHelp({ revision, failure }) {
    if (failure === undefined)
        return false;
    if ((0,helm_messages/* leftIsInTheWay */.Ze)((0,errors/* describeError */.Uc)(failure.error)))
        return true;
    const kind = failure.findings[0]?.kind;
    return revision !== undefined && kind !== "image-name-invalid" && kind !== "image-not-found";
}
/** Whether nobody has worked on the release since that failure: only then it is this run's to put in order. */
async function isOurs({ request }, { after, revision }, ports) {
    const last = (0,release_release/* newest */.BP)(await ports.releases.history(request.release, request.namespace));
    if (revision === undefined)
        return (last?.revision ?? 0) === after;
    return last?.revision === revision.revision && last.status !== "deployed";
}
/** Whether the cluster may have something else now than the revision that once was deployed. */
function hasLeft({ found, way }, { revision }) {
    return revision !== undefined || (found.situation.kind === "failed" && way.first === "nothing");
}
/** The release never was deployed, and an upgrade over what is left does not work: begins anew, once. */
async function reinstall({ job, failed, failure, stop }, ports) {
    const { request } = job;
    const done = [...failed.done];
    const last = failure.revision ?? (await (0,newest_revision/* newestRevision */.A)(request, ports));
    ports.log.info(`${describeFirst(failure)}. Beginning anew, since ${request.release} never was deployed`);
    try {
        await job.timed("recovery", () => (0,clear_the_way/* removeRelease */.g)(request, { last, stop }, ports));
    }
    catch (error) {
        const release = await (0,newest_revision/* newestRevision */.A)(request, ports);
        return { ...failed, release, error: (0,deploy_failure/* failureOf */.g5)(request, failure, { cleanUp: error }) };
    }
    done.push("uninstalled it, since it never was deployed");
    const second = await deployOnce({ ...job, action: "install", postRender: true }, { done, stop }, ports);
    const outcome = {
        ...failed,
        status: second.failure ? "failed" : "deployed",
        action: "recovered-install",
        done,
        release: second.revision,
        failures: second.failure ? [failure, second.failure] : [failure],
        seen: second.seen,
    };
    return second.failure ? { ...outcome, error: (0,deploy_failure/* failureOf */.g5)(request, second.failure) } : outcome;
}
async function goBack({ job, failed, failure, stop }, revision, ports) {
    const { request } = job;
    try {
        const target = { ...request, revision, wait: true, flags: job.flags };
        const release = await job.timed("rollback", () => (0,roll_back/* rollBack */.F)(target, ports, stop));
        const done = [...failed.done, `rolled back to revision ${revision}, as revision ${release?.revision ?? "?"}`];
        const error = (0,deploy_failure/* failureOf */.g5)(request, failure, { rolledBackTo: revision });
        return { ...failed, status: "rolled-back", rolledBackTo: revision, done, release, error };
    }
    catch (error) {
        const done = [...failed.done, `the rollback to revision ${revision} failed`];
        const release = await (0,newest_revision/* newestRevision */.A)(request, ports);
        return { ...failed, done, release, error: (0,deploy_failure/* failureOf */.g5)(request, failure, { rollback: error }) };
    }
}
function describeFirst({ findings, error }) {
    return findings[0]?.problem ?? (0,errors/* describeError */.Uc)(error);
}

// EXTERNAL MODULE: ./build/playbook/deploy/describe-found.js
var describe_found = __webpack_require__(92122);
// EXTERNAL MODULE: ./build/playbook/deploy/find-situation.js + 1 modules
var find_situation = __webpack_require__(23114);
;// CONCATENATED MODULE: ./build/playbook/deploy/prepare-namespace.js
/** Makes sure of the namespace and its labels, and says what became of them. */
async function prepareNamespace(request, { namespaces, log }) {
    const { namespace, createNamespace, namespaceLabels } = request;
    const state = await namespaces.ensure(namespace, { create: createNamespace, labels: namespaceLabels });
    if (state === "created")
        log.info(`Created namespace ${namespace}`);
    if (state === "labelled")
        log.info(`Set labels on namespace ${namespace}: ${Object.keys(namespaceLabels).join(", ")}`);
    if (state === "unlabelled") {
        log.warn(`namespace-labels: not set, since this login may not change namespace ${namespace}`);
    }
    if (state === "unreadable" && Object.keys(namespaceLabels).length > 0) {
        log.warn(`namespace-labels: not set, since this login may not read namespace ${namespace}`);
    }
}

// EXTERNAL MODULE: ./build/playbook/deploy/read-live.js
var read_live = __webpack_require__(42013);
// EXTERNAL MODULE: ./build/playbook/deploy/stopwatch.js
var stopwatch = __webpack_require__(47719);
// EXTERNAL MODULE: ./build/playbook/deploy/take-turn.js
var take_turn = __webpack_require__(15385);
;// CONCATENATED MODULE: ./build/playbook/deploy/write-record.js

/** Keeps beside the revision what it was deployed from. */
async function writeRecord(deployed, { releases, helm, log }) {
    const { request, chart, made, workloads } = deployed;
    const { name, version, appVersion } = made.chart;
    const source = {
        source: request.chart.text,
        repository: "repository" in request.chart ? (request.chart.repository ?? "") : "",
    };
    await (0,attempt/* attempt */.C)("keep a record of this deploy, which promotion reads", log, () => releases.writeRecord({
        schemaVersion: 1,
        release: made.name,
        namespace: made.namespace,
        revision: made.revision,
        deployedAt: made.deployedAt,
        helmVersion: helm.version,
        chart: { ...source, name, version, appVersion, digest: chart.digest },
        images: workloads.flatMap((workload) => workload.images),
        ...request.record,
    }));
}

;// CONCATENATED MODULE: ./build/playbook/deploy/deploy-release.js















/**
 * Installs or upgrades a release and waits until it is ready, then reads back what the cluster has. What an earlier run has
 * left is brought into order first, and a failure leaves a release that can be deployed again.
 * A failure of Helm is a result, not an error, since what is left in the cluster is worth reporting.
 * Anything that fails before Helm starts is thrown: nothing was changed then but the namespace.
 * @param cancelled fires when the run shall end now: Helm is told, and nothing else is begun
 */
async function deployRelease(request, ports, cancelled) {
    const { log, clock } = ports;
    const timed = (0,stopwatch/* stopwatch */.s)(clock);
    const { chart, turn, found } = await timed("preparation", async () => {
        // First: a chart that is not to be had leaves nothing behind.
        const fetched = await ports.charts.fetch(request.chart);
        if (cancelled.aborted)
            throw new errors/* UserError */.yo(`${request.release}: stopped before anything was changed`);
        await prepareNamespace(request, ports);
        const taken = await (0,take_turn/* takeTurn */.V)(request, ports, cancelled);
        try {
            const { deadHolder, stop } = taken;
            return { chart: fetched, turn: taken, found: await (0,find_situation/* findSituation */.Y)({ ...request, deadHolder, stop }, ports) };
        }
        catch (error) {
            // What a dead run has left stays unsettled.
            await taken.end(taken.deadHolder ? "open" : "settled");
            throw error;
        }
    });
    // Until the opposite is known: an error in the middle may leave anything.
    let end = "open";
    try {
        const text = (0,describe_found/* describeFound */.K)(found, turn.deadHolder);
        const foundLine = `Found ${request.release} in ${request.namespace}: ${text}`;
        log.info(foundLine);
        const way = (0,describe_found/* chosenWay */.O)(request, found, foundLine);
        if (turn.held)
            ports.postStep.expectAbove((0,release_release/* newest */.BP)(found.history)?.revision ?? 0);
        const flags = (0,suspend_flags/* suspendFlags */.C)({ namespace: request.namespace, policy: request.cronjobPolicy }, ports);
        const outcome = await carryOut({ request, found, way, flags, chartPath: chart.path, timed }, ports, turn.stop);
        // A Helm that was killed leaves its revision pending: the Lease of a dead run says that nobody works on it.
        if (!turn.stop.aborted && !(0,release_situation/* isUnfinished */.ui)(outcome.release?.status))
            end = "settled";
        const live = await timed("read-back", async () => {
            const read = await (0,read_live/* readLive */.p)(outcome, ports);
            for (const line of (0,workload/* progressLines */.L)(read.workloads, outcome.seen))
                log.info(line);
            if (outcome.release)
                log.info(`${request.release} is at revision ${outcome.release.revision}: ${outcome.release.status}`);
            if (outcome.status === "deployed" && outcome.release) {
                await writeRecord({ request, chart, made: outcome.release, workloads: read.workloads }, ports);
            }
            return read;
        });
        return {
            ...outcome,
            ...live,
            found: text,
            previousRevision: (0,release_release/* deployedRevision */.Sf)(found.history)?.revision,
            chartDigest: await digestOf(outcome, chart, ports),
            durations: timed.parts,
            settled: end === "settled",
        };
    }
    catch (error) {
        // A refusal leaves what it found, and the Lease of the dead run that left it so.
        const { situation } = found;
        if (error instanceof errors/* UserError */.yo && !("last" in situation && (0,release_situation/* isUnfinished */.ui)(situation.last.status)))
            end = "settled";
        throw error;
    }
    finally {
        await turn.end(end);
    }
}
/** After a rollback the chart is that of the revision that was gone back to, without a change that of the one that stays. */
async function digestOf({ release, rolledBackTo, status }, chart, ports) {
    const isChart = status !== "unchanged" && rolledBackTo === undefined;
    if (isChart || release === undefined)
        return chart.digest;
    const record = await (0,attempt/* attempt */.C)("read the record of what serves", ports.log, () => (0,find_record/* findRecord */.T)(release, ports));
    return record?.chart.digest ?? "";
}


/***/ }),

/***/ 66785:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   N: () => (/* binding */ isFailure)
/* harmony export */ });
/** Whether the step fails. */
function isFailure({ status }) {
    return status === "rolled-back" || status === "failed";
}


/***/ }),

/***/ 90201:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   b: () => (/* binding */ planDeploy)
/* harmony export */ });
/* harmony import */ var _release_apply_method_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(24802);
/* harmony import */ var _hide_secrets_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(73420);
/* harmony import */ var _plan_make_plan_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(76526);
/* harmony import */ var _plan_tell_plan_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(30401);




/**
 * What a deploy would change, told in the log. Writes nothing.
 * @throws OutsideError when Helm cannot render the chart, or the cluster cannot be asked
 */
async function planDeploy(planned, ports) {
    const { request, flags, stop } = planned;
    const { compared: before, newest } = planned.before;
    const { release, namespace } = request;
    const { major } = ports.helm;
    const had = before !== undefined && mayHaveCronJobs(before);
    // What was secret before may stand in the cluster in plain fields.
    const [rendered] = await Promise.all([
        render({ postRender: had }, ports),
        (0,_hide_secrets_js__WEBPACK_IMPORTED_MODULE_0__/* .hideSecrets */ .s)([before, newest], ports, request.record.values.secretPaths),
    ]);
    const compared = await (0,_plan_make_plan_js__WEBPACK_IMPORTED_MODULE_1__/* .makePlan */ .C)({ release, namespace, original: before, rendered, ...(0,_release_apply_method_js__WEBPACK_IMPORTED_MODULE_3__/* .applyMethod */ .q)(request.extraArguments, { major, before }) }, { dryRun: ports.dryRun, hidden: ports.hidden });
    const plan = rendered.note === undefined ? compared : { ...compared, notes: [rendered.note, ...compared.notes] };
    await (0,_plan_tell_plan_js__WEBPACK_IMPORTED_MODULE_2__/* .tellPlan */ .f)(plan, ports.log);
    return {
        plan,
        isUnchanged: plan.isUnchanged &&
            before?.status === "deployed" &&
            before.revision === newest?.revision &&
            sameText(before, rendered),
        hasCronJobs: had || mayHaveCronJobs(rendered),
        manifest: rendered.manifest,
    };
    /** Helm 4 writes YAML in a form of its own where there is a post-renderer: with one before, there has to be one now. */
    async function render({ postRender }, { helm }) {
        const made = await helm.render({ ...request, postRender: postRender ? flags.planned : undefined }, stop);
        return postRender ? made : { ...made, manifest: await flags.planned(made.manifest) };
    }
}
function mayHaveCronJobs({ manifest }) {
    return manifest.includes("CronJob");
}
function sameText(before, rendered) {
    const hooks = (all) => all
        .map(({ events, manifest }) => JSON.stringify([events, manifest]))
        .toSorted()
        .join("\n");
    return before.manifest === rendered.manifest && hooks(before.hooks) === hooks(rendered.hooks);
}


/***/ }),

/***/ 35281:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   F: () => (/* binding */ planRelease)
/* harmony export */ });
/* harmony import */ var _release_release_js__WEBPACK_IMPORTED_MODULE_8__ = __webpack_require__(43007);
/* harmony import */ var _release_way_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(79253);
/* harmony import */ var _suspend_flags_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(41924);
/* harmony import */ var _back_first_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(50559);
/* harmony import */ var _describe_found_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(92122);
/* harmony import */ var _find_situation_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(23114);
/* harmony import */ var _newest_revision_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(58224);
/* harmony import */ var _plan_deploy_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(90201);
/* harmony import */ var _stopwatch_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(47719);









/**
 * What `deployRelease` would do, and what that would change. Writes nothing: no namespace, no Lease, no revision.
 * @throws UserError where a deploy would refuse; OutsideError where Helm cannot render the chart
 */
async function planRelease(request, ports, stop) {
    const { release, namespace, cronjobPolicy: policy } = request;
    const { log } = ports;
    const timed = (0,_stopwatch_js__WEBPACK_IMPORTED_MODULE_5__/* .stopwatch */ .s)(ports.clock);
    const { chart, found } = await timed("preparation", async () => ({
        chart: await ports.charts.fetch(request.chart),
        found: await (0,_find_situation_js__WEBPACK_IMPORTED_MODULE_3__/* .readSituation */ .Z)(request, ports),
    }));
    const text = (0,_describe_found_js__WEBPACK_IMPORTED_MODULE_2__/* .describeFound */ .K)(found, undefined);
    const foundLine = `Found ${release} in ${namespace}: ${text}`;
    log.info(foundLine);
    const { situation } = found;
    const target = { ...request, chartPath: chart.path };
    const way = await (0,_back_first_js__WEBPACK_IMPORTED_MODULE_1__/* .backFirst */ ._)({ request: target, situation, way: (0,_describe_found_js__WEBPACK_IMPORTED_MODULE_2__/* .chosenWay */ .O)(request, found, foundLine) }, ports, stop);
    const there = await (0,_newest_revision_js__WEBPACK_IMPORTED_MODULE_6__/* .revisionsBefore */ .i)(request, ports);
    const inTheWay = situation.kind === "pending" || situation.kind === "uninstalling";
    const planned = inTheWay
        ? undefined
        : await timed("plan", () => {
            const flags = (0,_suspend_flags_js__WEBPACK_IMPORTED_MODULE_0__/* .suspendFlags */ .C)({ namespace, policy }, ports);
            const before = situation.kind === "absent" ? { ...there, compared: undefined } : there;
            return (0,_plan_deploy_js__WEBPACK_IMPORTED_MODULE_4__/* .planDeploy */ .b)({ request: target, before, flags, stop }, ports);
        });
    if (inTheWay)
        log.warn(`What it would change cannot be shown: Helm renders nothing for a release that is ${situation.last.status}`);
    return {
        status: "planned",
        action: (0,_release_way_js__WEBPACK_IMPORTED_MODULE_7__/* .actionOf */ .q)(way),
        found: text,
        done: wouldDo(way),
        previousRevision: (0,_release_release_js__WEBPACK_IMPORTED_MODULE_8__/* .deployedRevision */ .Sf)(found.history)?.revision,
        release: there.newest,
        chartDigest: chart.digest,
        plan: planned?.plan,
        manifest: planned?.manifest,
        workloads: [],
        cronJobs: [],
        urls: [],
        failures: [],
        durations: timed.parts,
        settled: true,
    };
}
function wouldDo({ first, deploy }) {
    const before = first === "nothing"
        ? []
        : [first === "uninstall" ? "would uninstall what is left" : `would go back to revision ${first.rollBackTo}`];
    return [...before, `would ${deploy}`];
}


/***/ }),

/***/ 24802:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   q: () => (/* binding */ applyMethod)
/* harmony export */ });
/**
 * How an upgrade or install will apply: Helm 4 on the server, unless the release was begun otherwise or the arguments say so.
 * https://helm.sh/docs/helm/helm_upgrade/
 * @param helmArguments the user's own ones; of a flag that is there twice the last one counts
 */
function applyMethod(helmArguments, { major, before }) {
    if (major === 3)
        return { serverSide: false, forced: false };
    const asked = given("--server-side", helmArguments);
    const byItself = before?.serverSide ?? true;
    return {
        serverSide: asked === undefined || asked === "auto" ? byItself : asked !== "false",
        forced: (given("--force-conflicts", helmArguments) ?? "false") !== "false",
    };
}
function given(flag, helmArguments) {
    const at = helmArguments.findLastIndex((argument) => argument === flag || argument.startsWith(`${flag}=`));
    const [argument, next] = helmArguments.slice(at);
    if (at < 0 || argument === undefined)
        return undefined;
    if (argument !== flag)
        return argument.slice(flag.length + 1);
    // Helm takes it from the next argument, too, where that is none of its flags.
    return next !== undefined && /^(true|false|auto)$/.test(next) ? next : "true";
}


/***/ })

};
