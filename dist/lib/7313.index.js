export const id = 7313;
export const ids = [7313];
export const modules = {

/***/ 91795:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  H: () => (/* binding */ clusterPorts)
});

// EXTERNAL MODULE: ./build/evidence/text.js
var evidence_text = __webpack_require__(22205);
;// CONCATENATED MODULE: ./build/adapters/hidden-evidence.js

/**
 * From this length on the kubelet may have cut a container's last message at its beginning: it keeps 2 KiB of a log, 4 KiB of
 * a file. https://kubernetes.io/docs/tasks/debug/debug-application/determine-reason-pod-failure/
 */
const CUT_MESSAGE_BYTES = 2048;
/**
 * The same evidence without secrets. They are hidden as soon as the words come in: later these are cut, joined and escaped,
 * and a part of a secret is not found any more.
 *
 * @param hidden gives a text without the secrets that it holds
 */
function hiddenEvidence(evidence, hidden) {
    // Once more without colours, which may stand in the middle of a word, since reports leave them out.
    const hide = (text) => hidden((0,evidence_text/* plain */.pj)(hidden(text)));
    return {
        states: async (objects) => (await evidence.states(objects)).map((each) => hiddenObject(each, hide)),
        logToEnd: async (container, signal) => hiddenLog(await evidence.logToEnd(container, signal), hide),
        collect: async (objects) => (await evidence.collect(objects)).map((each) => hiddenObject(each, hide)),
    };
}
// Names stay as they are: more is read by them.
function hiddenObject(object, hide) {
    return {
        ...object,
        conditions: object.conditions.map((each) => hiddenWords(each, hide)),
        events: object.events.map((each) => hiddenEvent(each, hide)),
        pods: object.pods.map((each) => hiddenPod(each, hide)),
    };
}
function hiddenPod(pod, hide) {
    return {
        ...hiddenWords(pod, hide),
        conditions: pod.conditions.map((each) => hiddenWords(each, hide)),
        containers: pod.containers.map((each) => hiddenContainer(each, hide)),
        events: pod.events.map((each) => hiddenEvent(each, hide)),
    };
}
function hiddenContainer(container, hide) {
    const { image, state, lastState, log, previousLog } = container;
    return {
        ...container,
        image: hide(image),
        state: hiddenState(state, hide),
        ...(lastState ? { lastState: hiddenState(lastState, hide) } : {}),
        ...(log ? { log: hiddenLog(log, hide) } : {}),
        ...(previousLog ? { previousLog: hiddenLog(previousLog, hide) } : {}),
    };
}
function hiddenState(state, hide) {
    const { kind, message } = state;
    const cut = kind === "terminated" && Buffer.byteLength(message) >= CUT_MESSAGE_BYTES;
    return hiddenWords(cut ? { ...state, message: message.replace(/^.*\n?/, "") } : state, hide);
}
function hiddenEvent(event, hide) {
    return hiddenWords({ ...event, about: hide(event.about) }, hide);
}
function hiddenWords(words, hide) {
    return { ...words, reason: hide(words.reason), message: hide(words.message) };
}
/** As one text, since a secret may have several lines. */
function hiddenLog(lines, hide) {
    return lines.length === 0 ? [] : hide(lines.join("\n").replaceAll("\r\n", "\n")).split("\n");
}

// EXTERNAL MODULE: ./build/adapters/kubernetes/listing.js
var listing = __webpack_require__(96414);
;// CONCATENATED MODULE: ./build/adapters/kubernetes/evidence/pod-facts.js
/** A pod as the API gives it, without events and logs. */
function podFacts(pod) {
    const { metadata, spec, status } = pod;
    return {
        namespace: metadata?.namespace ?? "",
        name: metadata?.name ?? "",
        uid: metadata?.uid ?? "",
        createdAt: asTime(metadata?.creationTimestamp),
        phase: status?.phase ?? "",
        reason: status?.reason ?? "",
        message: status?.message ?? "",
        node: spec?.nodeName ?? "",
        conditions: conditionsOf(status),
        containers: containersOf(pod),
        events: [],
    };
}
function conditionsOf(status) {
    return (status?.conditions ?? []).map(({ type, status: is, reason = "", message = "" }) => {
        return { type, status: is, reason, message };
    });
}
/** RFC 3339; empty where there is none. The client gives some times as the text that the server sent, whatever its types say. */
function asTime(time) {
    return time ? new Date(time).toISOString() : "";
}
function containersOf({ spec, status }) {
    const specs = [...(spec?.initContainers ?? []), ...(spec?.containers ?? [])];
    // https://kubernetes.io/docs/concepts/workloads/pods/sidecar-containers/
    const init = new Set(spec?.initContainers?.filter((each) => each.restartPolicy !== "Always").map(({ name }) => name));
    return [...(status?.initContainerStatuses ?? []), ...(status?.containerStatuses ?? [])].map((each) => {
        // The status names the image as the node resolved it.
        const image = specs.find(({ name }) => name === each.name)?.image ?? each.image;
        return containerFacts(each, { image, init: init.has(each.name) });
    });
}
function containerFacts(status, known) {
    const lastState = stateOf(status.lastState);
    return {
        name: status.name,
        ...known,
        ready: status.ready,
        restarts: status.restartCount,
        // One with none of its members waits: https://kubernetes.io/docs/reference/kubernetes-api/core/pod-v1/#ContainerState
        state: stateOf(status.state) ?? { kind: "waiting", reason: "", message: "" },
        ...(lastState ? { lastState } : {}),
    };
}
function stateOf(state) {
    const { waiting, running, terminated } = state ?? {};
    if (running)
        return { kind: "running", reason: "", message: "" };
    if (terminated) {
        const { reason = "", message = "", exitCode } = terminated;
        return { kind: "terminated", reason, message, exitCode };
    }
    return waiting ? { kind: "waiting", reason: waiting.reason ?? "", message: waiting.message ?? "" } : undefined;
}

;// CONCATENATED MODULE: ./build/adapters/kubernetes/evidence/events.js


/** The events of these namespaces, one list call each; none where the login may not list them. */
async function readEvents(core, namespaces) {
    const found = await Promise.all(namespaces.map((namespace) => (0,listing/* listed */.K)(`list events in namespace ${namespace}`, core.listNamespacedEvent({ namespace }))));
    const all = found.flat().map((event) => ({ about: event.involvedObject, facts: eventFacts(event) }));
    all.sort((a, b) => a.facts.at.localeCompare(b.facts.at));
    const byUid = Map.groupBy(all, ({ about }) => about.uid ?? "");
    return {
        about: (uids) => inOrder(uids.flatMap((uid) => byUid.get(uid) ?? []).map(({ facts }) => facts)),
        aboutClaims: (namespace, names) => all
            .filter(({ about }) => about.kind === "PersistentVolumeClaim" && about.namespace === namespace)
            .filter(({ about }) => names.includes(about.name ?? ""))
            .map(({ facts }) => facts),
    };
}
function inOrder(events) {
    return events.toSorted((a, b) => a.at.localeCompare(b.at));
}
/** Two forms are in use, the scheduler's without `count` and `lastTimestamp`: https://kubernetes.io/docs/reference/kubernetes-api/cluster/event-v1/ */
function eventFacts(event) {
    const { involvedObject, series, metadata } = event;
    const at = series?.lastObservedTime ?? event.lastTimestamp ?? event.eventTime ?? metadata.creationTimestamp;
    return {
        about: `${involvedObject.kind ?? ""} ${involvedObject.name ?? ""}`,
        type: event.type ?? "",
        reason: event.reason ?? "",
        message: event.message ?? "",
        count: series?.count ?? event.count ?? 1,
        at: asTime(at),
    };
}

;// CONCATENATED MODULE: ./build/adapters/kubernetes/limited-call.js
/** Options for one call of the client that end it by a signal of its own, made when the call begins, instead of the usual limit. */
async function endedBy(signal) {
    const { setHeaderOptions } = await __webpack_require__.e(/* import() */ 9655).then(__webpack_require__.bind(__webpack_require__, 29655));
    // The client has no option for a signal, and does not export what a middleware returns: this one borrows it.
    const options = setHeaderOptions("Accept", "*/*");
    const middleware = options.middleware?.map((each) => ({
        ...each,
        pre: (request) => {
            request.setSignal(signal());
            return each.pre(request);
        },
    }));
    return { ...options, ...(middleware ? { middleware } : {}) };
}

;// CONCATENATED MODULE: ./build/adapters/kubernetes/evidence/logs.js


const LINES = 20;
/** The server cuts at the end, where the reason mostly is: so it may send more than is kept. */
const LIMIT_BYTES = 128 * 1024;
/** It "may return slightly more or slightly less": https://kubernetes.io/docs/reference/kubernetes-api/workload-resources/pod-v1/ */
const LIMIT_SLACK_BYTES = 1024;
/** A node that is gone must not hold up what comes after. */
const CALL_LIMIT_MS = 5_000;
const ALL_LIMIT_MS = 30_000;
const PODS_PER_OBJECT = 5;
const PODS = 30;
const READS_AT_ONCE = 8;
/**
 * Reads the last lines of the containers that are not well, of at most five pods of each object and thirty in all, the
 * failing ones first. A log that cannot be read, or that is not there when the time is over, is left out.
 *
 * @param objects the pods of each object
 * @param over fires when there is no more time; after 30 s unless told otherwise
 * @returns those pods with their logs, by uid
 */
async function readLogs(core, objects, over = AbortSignal.timeout(ALL_LIMIT_MS)) {
    const read = new Map();
    const ofEach = objects.flatMap((each) => failingFirst(each).slice(0, PODS_PER_OBJECT));
    const pods = failingFirst(ofEach).slice(0, PODS);
    const reads = pods.flatMap((pod) => {
        const copy = { ...pod, containers: pod.containers.map((container) => ({ ...container })) };
        read.set(pod.uid, copy);
        return copy.containers.filter((container) => isUnwell(container, pod)).map((container) => ({ pod, container }));
    });
    const tail = tailsUntil(over, core);
    const queue = reads.values();
    await Promise.all(Array.from({ length: READS_AT_ONCE }, async () => {
        for (const { pod, container } of queue)
            Object.assign(container, await logsOf(pod, container, tail));
    }));
    return read;
}
function failingFirst(pods) {
    const weight = (pod) => pod.containers.reduce((sum, each) => sum + (isUnwell(each, pod) ? 1 + each.restarts : 0), 0);
    return pods.toSorted((a, b) => weight(b) - weight(a));
}
/** Waiting, ended badly, or not ready in a pod that is not ready. */
function isUnwell({ state, ready }, { conditions }) {
    if (state.kind === "terminated")
        return state.exitCode !== 0;
    if (state.kind === "waiting")
        return true;
    return !ready && !conditions.some(({ type, status }) => type === "Ready" && status === "True");
}
async function logsOf(pod, container, tail) {
    const ranBefore = container.lastState?.kind === "terminated";
    // Of a container that waits for its next start, both logs are those of its last run.
    const [log, previousLog] = await Promise.all([
        container.state.kind === "waiting" ? undefined : tail(pod, { container: container.name, previous: false }),
        ranBefore ? tail(pod, { container: container.name, previous: true }) : undefined,
    ]);
    return { ...(log ? { log } : {}), ...(previousLog ? { previousLog } : {}) };
}
/** The last lines of a log that is followed until its container has ended. Empty where it cannot be read to its end. */
async function logToEnd(core, { namespace, pod: name, container }, signal) {
    try {
        const wanted = { namespace, name, container, follow: true };
        return (0,evidence_text/* lastLines */.w$)(await core.readNamespacedPodLog(wanted, await endedBy(() => signal)));
    }
    catch {
        return [];
    }
}
function tailsUntil(over, core) {
    return async ({ namespace, name }, of) => {
        if (over.aborted)
            return undefined;
        try {
            const wanted = { namespace, name, ...of, tailLines: LINES, limitBytes: LIMIT_BYTES };
            const limit = await endedBy(() => AbortSignal.any([over, AbortSignal.timeout(CALL_LIMIT_MS)]));
            const text = await core.readNamespacedPodLog(wanted, limit);
            // One that ends without a new line did so by itself, unless it is as long as it may be.
            const full = Buffer.byteLength(text) >= LIMIT_BYTES - LIMIT_SLACK_BYTES;
            return (0,evidence_text/* lastLines */.w$)(text, { cut: full && !text.endsWith("\n") });
        }
        catch {
            return undefined;
        }
    };
}

// EXTERNAL MODULE: ./build/adapters/kubernetes/ready-counts.js
var ready_counts = __webpack_require__(71398);
// EXTERNAL MODULE: ./build/adapters/kubernetes/evidence/generations.js
var generations = __webpack_require__(9385);
;// CONCATENATED MODULE: ./build/adapters/kubernetes/evidence/workloads.js




const KINDS = new Set(["Deployment", "StatefulSet", "DaemonSet", "Job", "Pod"]);
/** Those of the objects that run pods and that the cluster has, with the pods of their present form. */
async function findWorkloads({ apps, batch, core }, objects) {
    const [all, deployments, statefulSets, daemonSets, jobs, replicaSets, revisions] = await Promise.all([
        inNamespaces(KINDS, "pods", (namespace) => core.listNamespacedPod({ namespace })),
        (0,listing/* ofKind */.C)(objects, "Deployment", (namespace) => apps.listNamespacedDeployment({ namespace })),
        (0,listing/* ofKind */.C)(objects, "StatefulSet", (namespace) => apps.listNamespacedStatefulSet({ namespace })),
        (0,listing/* ofKind */.C)(objects, "DaemonSet", (namespace) => apps.listNamespacedDaemonSet({ namespace })),
        (0,listing/* ofKind */.C)(objects, "Job", (namespace) => batch.listNamespacedJob({ namespace })),
        inNamespaces(new Set(["Deployment"]), "replica sets", (namespace) => apps.listNamespacedReplicaSet({ namespace })),
        inNamespaces(new Set(["DaemonSet"]), "revisions", (namespace) => apps.listNamespacedControllerRevision({ namespace })),
    ]);
    const running = all.filter(({ metadata }) => metadata?.deletionTimestamp === undefined);
    return [
        ...deployments.map((each) => {
            const replicaSet = (0,generations/* presentReplicaSet */.gp)(each.live, replicaSets);
            const own = running.filter((0,generations/* isOwnedBy */.D0)(replicaSet?.metadata?.uid));
            return { ...found(each, (0,ready_counts/* deploymentCount */.VS)(each.live), own), uids: uidsOf(each.live, replicaSet) };
        }),
        ...statefulSets.map((each) => found(each, (0,ready_counts/* statefulSetCount */.C5)(each.live), running.filter((0,generations/* isOfStatefulSet */.C_)(each.live)))),
        ...daemonSets.map((each) => found(each, (0,ready_counts/* daemonSetCount */.S3)(each.live), running.filter((0,generations/* isOfDaemonSet */.wf)(each.live, revisions)))),
        // A Job that fails deletes its pods that run still; their last words count.
        ...jobs.map((each) => found(each, (0,ready_counts/* jobCount */.pN)(each.live), all.filter((0,generations/* isOwnedBy */.D0)(each.live.metadata?.uid)))),
        ...(await (0,listing/* ofKind */.C)(objects, "Pod", async (namespace) => ({
            items: all.filter(({ metadata }) => metadata?.namespace === namespace),
        }))).map((each) => found(each, podCount(each.live), [each.live])),
    ];
    async function inNamespaces(kinds, what, list) {
        const namespaces = new Set(objects.filter(({ kind }) => kinds.has(kind)).map(({ namespace }) => namespace));
        const calls = [...namespaces].map((namespace) => (0,listing/* listed */.K)(`list ${what} in namespace ${namespace}`, list(namespace)));
        return (await Promise.all(calls)).flat();
    }
}
function found({ object, live }, { ready, wanted }, pods) {
    const { kind, namespace, name, hook = false } = object;
    const { uid = "", creationTimestamp } = live.metadata ?? {};
    // Helm waits for the end of these.
    const isJob = kind === "Job" || hook;
    return {
        facts: {
            kind,
            namespace,
            name,
            uid,
            createdAt: asTime(creationTimestamp),
            hook,
            // The status alone gives a lower bound, and is all that is known where the login may not list pods.
            ready: Math.min(Math.max(ready, isJob ? 0 : pods.filter(isReady).length), wanted),
            wanted,
            conditions: conditionsOf(live.status),
            events: [],
            pods: pods.map(podFacts),
        },
        pods,
        // What is about a pod is told with the pod.
        uids: kind === "Pod" ? [] : uidsOf(live),
    };
}
function uidsOf(...objects) {
    return objects.flatMap((object) => object?.metadata?.uid ?? []);
}
function podCount({ status }) {
    return { ready: status?.phase === "Succeeded" ? 1 : 0, wanted: 1 };
}
function isReady({ status }) {
    return (status?.conditions ?? []).some(({ type, status: is }) => type === "Ready" && is === "True");
}

;// CONCATENATED MODULE: ./build/adapters/kubernetes/evidence.js



/** What a real cluster says about a release's objects. */
function clusterEvidence(client) {
    const { core } = client;
    return {
        async states(objects) {
            return (await findWorkloads(client, objects)).map(({ facts }) => facts);
        },
        logToEnd: (container, signal) => logToEnd(core, container, signal),
        async collect(objects) {
            const all = await findWorkloads(client, objects);
            const unwell = all.filter(({ facts }) => facts.ready < facts.wanted);
            const [events, logs] = await Promise.all([
                readEvents(core, [...new Set(all.map(({ facts }) => facts.namespace))]),
                readLogs(core, unwell.map(({ facts }) => facts.pods)),
            ]);
            return all.map(({ facts, pods, uids }) => ({
                ...facts,
                events: events.about(uids),
                pods: facts.pods.map((pod, index) => ({
                    ...(logs.get(pod.uid) ?? pod),
                    events: inOrder([...events.about([pod.uid]), ...events.aboutClaims(pod.namespace, claimsOf(pods[index]))]),
                })),
            }));
        },
    };
}
/** Names of the volume claims that the pod mounts: https://kubernetes.io/docs/concepts/storage/ephemeral-volumes/#persistentvolumeclaim-naming */
function claimsOf(pod) {
    return (pod?.spec?.volumes ?? []).flatMap(({ name, persistentVolumeClaim, ephemeral }) => {
        if (persistentVolumeClaim)
            return persistentVolumeClaim.claimName;
        return ephemeral ? `${pod?.metadata?.name}-${name}` : [];
    });
}

// EXTERNAL MODULE: ./build/adapters/kubernetes/leases.js
var leases = __webpack_require__(17731);
// EXTERNAL MODULE: ./build/adapters/kubernetes/live-objects.js + 8 modules
var live_objects = __webpack_require__(81753);
// EXTERNAL MODULE: ./build/adapters/kubernetes/namespaces.js
var namespaces = __webpack_require__(36476);
// EXTERNAL MODULE: ./build/adapters/kubernetes/release-secrets.js + 1 modules
var release_secrets = __webpack_require__(23442);
// EXTERNAL MODULE: ./build/few-at-a-time.js
var few_at_a_time = __webpack_require__(99964);
// EXTERNAL MODULE: ./build/plan/patches.js
var patches = __webpack_require__(72120);
// EXTERNAL MODULE: ./build/adapters/kubernetes/api-errors.js
var api_errors = __webpack_require__(14520);
// EXTERNAL MODULE: ./build/adapters/kubernetes/plain-objects.js
var plain_objects = __webpack_require__(74779);
;// CONCATENATED MODULE: ./build/adapters/kubernetes/server-dry-run/refusal.js

/** What says more of the way to the cluster, or of its load, than of the object. */
const PASSING = new Set([429, 502, 503, 504]);
/** @throws OutsideError where the server does not answer, or does not know the login */
function refusalOf(operation, error) {
    const status = (0,api_errors/* apiStatus */.$T)(error);
    const failure = (0,api_errors/* apiError */.pb)(operation, error);
    if (status === undefined || status === 401)
        throw failure;
    const { reason } = failure.failure;
    const isForbidden = status === 403 && /\bcannot (get|patch) resource\b/.test(reason);
    // https://kubernetes.io/docs/reference/access-authn-authz/extensible-admission-controllers/#side-effects
    const cannotDry = status === 405 || reason.includes("does not support dry run");
    if (isForbidden || cannotDry || PASSING.has(status))
        return { uncompared: reason };
    const conflicts = status === 409 ? conflictsOf(error) : [];
    return { problem: reason, ...(conflicts.length > 0 ? { conflicts } : {}) };
}
/** The fields that other managers own: https://kubernetes.io/docs/reference/using-api/server-side-apply/#conflicts */
function conflictsOf(error) {
    const { body } = error;
    const status = (typeof body === "string" ? parsed(body) : body);
    return (status?.details?.causes ?? [])
        .filter(({ reason }) => reason === "FieldManagerConflict")
        .map(({ field = "" }) => field);
}
/** A proxy before the API server may answer with a page of its own. */
function parsed(body) {
    try {
        return JSON.parse(body);
    }
    catch {
        return undefined;
    }
}

;// CONCATENATED MODULE: ./build/adapters/kubernetes/server-dry-run.js





const AT_ONCE = 10;
const TRIES = 3;
/** Asks a real cluster what a deploy would change. */
function clusterDryRun(client) {
    const api = (0,plain_objects/* plainObjects */.T)(client);
    return { compare: (pairs, options) => (0,few_at_a_time/* fewAtATime */.a)(pairs, AT_ONCE, (pair) => compare(api, pair, options)) };
}
/** Controllers write too: what they write between the two questions would look like a change of the deploy's. */
async function compare(api, pair, options) {
    for (let tried = 1;; tried++) {
        const found = await compareOnce(api, pair, options);
        const { before, after } = found;
        // A dry run makes no new version.
        const isOfOneVersion = before?.metadata.resourceVersion === after?.metadata.resourceVersion;
        if (tried === TRIES || before === undefined || after === undefined || isOfOneVersion)
            return found;
    }
}
async function compareOnce(api, pair, options) {
    const object = pair.rendered ?? pair.original;
    if (object === undefined)
        return {};
    const { kind, metadata } = object;
    const operation = `ask what would change of ${kind} ${metadata.name}`;
    let place;
    let before;
    try {
        place = await (0,plain_objects/* placeOf */.$)(api, object, options.namespace);
        before = place && (await api.read(place));
    }
    catch (error) {
        if (!(0,api_errors/* isGone */.ST)(error))
            return uncompared(operation, error);
    }
    const rendered = pair.rendered && inPlace(pair.rendered, place);
    if (place === undefined || before === undefined)
        return rendered ? { after: rendered } : {};
    if (rendered === undefined)
        return { before };
    const live = { place, before, rendered };
    try {
        return options.serverSide ? await applied(api, live, operation) : await patched(api, live, pair.original);
    }
    catch (error) {
        // Deleted in the meantime.
        return (0,api_errors/* isGone */.ST)(error) ? { after: rendered } : { before, ...refusalOf(operation, error) };
    }
}
function inPlace(object, place) {
    if (!place?.kind.namespaced)
        return object;
    return { ...object, metadata: { ...object.metadata, namespace: place.namespace } };
}
/** What Helm 4 does: https://github.com/helm/helm/blob/v4.1.4/pkg/kube/client.go */
async function applied(api, { place, before, rendered }, operation) {
    const apply = (force) => api.patch(place, { form: "application/apply-patch+yaml", body: rendered, force, dryRun: true });
    try {
        return { before, after: await apply(false) };
    }
    catch (error) {
        const refusal = refusalOf(operation, error);
        if (!("conflicts" in refusal))
            throw error;
        try {
            return { before, after: await apply(true), ...refusal };
        }
        catch (another) {
            if ((0,api_errors/* isGone */.ST)(another))
                throw another;
            const more = refusalOf(operation, another);
            return { before, problem: [refusal.problem, ...("problem" in more ? [more.problem] : [])].join("; ") };
        }
    }
}
/** What Helm 3 does, and Helm 4 for releases of Helm 3. */
async function patched(api, { place, before, rendered }, original) {
    const patch = (0,patches/* helmPatch */.FK)({ original, rendered, live: before });
    return { before, after: patch ? await api.patch(place, { ...patch, dryRun: true }) : before };
}
function uncompared(operation, error) {
    const refusal = refusalOf(operation, error);
    return { uncompared: "uncompared" in refusal ? refusal.uncompared : refusal.problem };
}

// EXTERNAL MODULE: ./build/adapters/kubernetes/suspend-flags.js
var suspend_flags = __webpack_require__(23236);
;// CONCATENATED MODULE: ./build/actions/cluster-ports.js








/** All of a cluster that a deploy or a rollback of a release needs. */
function clusterPorts(client, { hidden }) {
    return {
        releases: (0,release_secrets/* releaseSecrets */.t)(client),
        leases: (0,leases/* clusterLeases */.Q)(client),
        namespaces: (0,namespaces/* clusterNamespaces */.x)(client),
        live: (0,live_objects/* clusterObjects */.r)(client),
        cronJobs: (0,suspend_flags/* clusterCronJobs */.J)(client),
        dryRun: clusterDryRun(client),
        evidence: hiddenEvidence(clusterEvidence(client), hidden),
    };
}


/***/ }),

/***/ 64159:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Jj: () => (/* binding */ readHelmVersion),
/* harmony export */   OW: () => (/* binding */ readTimeout),
/* harmony export */   XR: () => (/* binding */ checkHelmDriver),
/* harmony export */   vZ: () => (/* binding */ readReleaseName),
/* harmony export */   zI: () => (/* binding */ readHistoryMax)
/* harmony export */ });
/* harmony import */ var _duration_duration_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(79805);
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(19473);
/* harmony import */ var _helm_version_wanted_version_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(80720);
/* harmony import */ var _release_release_name_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(25011);




/**
 * Reads `release` and `namespace`; adds what is wrong to `problems`.
 * @param missing says what to write as the namespace, such as "the namespace to deploy to, such as commerce"
 */
function readReleaseName(io, problems, missing) {
    const [release, namespace] = [io.input("release"), io.input("namespace")];
    const found = [
        release === "" ? "release: missing; write the Helm release's name, such as orders" : (0,_release_release_name_js__WEBPACK_IMPORTED_MODULE_3__/* .releaseNameProblem */ .A)(release),
        namespace === "" ? `namespace: missing; write ${missing}` : (0,_release_release_name_js__WEBPACK_IMPORTED_MODULE_3__/* .namespaceNameProblem */ .S)(namespace),
    ];
    problems.push(...found.filter((problem) => problem !== undefined));
    return { release, namespace };
}
/** Reads `timeout`, in milliseconds. */
function readTimeout(io, problems) {
    const timeoutMs = (0,_duration_duration_js__WEBPACK_IMPORTED_MODULE_0__/* .parseDuration */ .E)(io.input("timeout"));
    if (timeoutMs === undefined)
        problems.push(`timeout: "${io.input("timeout")}" is not a duration above zero; write one such as 5m or 1h30m`);
    return timeoutMs ?? 0;
}
/** Reads `history-max`. */
function readHistoryMax(io, problems) {
    const historyMax = Number(io.input("history-max"));
    if (!Number.isInteger(historyMax) || historyMax < 2) {
        problems.push(`history-max: "${io.input("history-max")}" must be a whole number of at least 2: a rollback needs a revision to go back to`);
    }
    return historyMax;
}
/** Reads `helm-version`. */
function readHelmVersion(io, problems) {
    const text = io.input("helm-version");
    try {
        (0,_helm_version_wanted_version_js__WEBPACK_IMPORTED_MODULE_2__/* .parseWantedHelm */ .RR)(text);
    }
    catch (error) {
        problems.push((0,_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .describeError */ .Uc)(error));
    }
    return text;
}
/** Adds to `problems` where HELM_DRIVER names another place for releases than the one that we read. */
function checkHelmDriver(problems) {
    const driver = process.env.HELM_DRIVER ?? "";
    if (["", "secret", "secrets"].includes(driver))
        return;
    problems.push(`HELM_DRIVER: "${driver}" is not supported; releases are read where Helm keeps them by default, in Secrets`);
}


/***/ }),

/***/ 54229:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  M: () => (/* binding */ findHelm)
});

// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(76760);
// EXTERNAL MODULE: ./build/errors.js
var errors = __webpack_require__(19473);
;// CONCATENATED MODULE: ./build/helm-version/archive.js
const systems = new Map([
    ["linux", "linux"],
    ["darwin", "darwin"],
    ["win32", "windows"],
]);
const architectures = new Map([
    ["x64", "amd64"],
    ["arm64", "arm64"],
]);
/** Node's `process.platform` and `process.arch` in Helm's words; undefined where there is no Helm to download. */
function helmPlatform(platform, arch) {
    const system = systems.get(platform);
    const architecture = architectures.get(arch);
    return system && architecture ? `${system}-${architecture}` : undefined;
}
/** File name on the download site: "helm-v4.1.4-linux-amd64.tar.gz", for Windows ".zip". */
function archiveName(version, platform) {
    return `helm-v${version}-${platform}.${platform.startsWith("windows") ? "zip" : "tar.gz"}`;
}
/** Where the binary is in the archive: "linux-amd64/helm", "windows-amd64/helm.exe". */
function binaryInArchive(platform) {
    return `${platform}/${platform.startsWith("windows") ? "helm.exe" : "helm"}`;
}
/**
 * Reads a `.sha256sum` file as Helm publishes it: "<64 hex digits>  <file name>". Gives the sum in lower case, or
 * undefined when there is none for that file (an error page, another file's sum).
 */
function parseSha256sum(text, fileName) {
    for (const line of text.split("\n")) {
        const match = /^([0-9a-f]{64})(?:\s+\*?(\S+))?$/i.exec(line.trim());
        if (match?.[1] && (match[2] === undefined || match[2] === fileName))
            return match[1].toLowerCase();
    }
    return undefined;
}

// EXTERNAL MODULE: ./build/helm-version/wanted-version.js
var wanted_version = __webpack_require__(80720);
// EXTERNAL MODULE: external "node:fs/promises"
var promises_ = __webpack_require__(51455);
// EXTERNAL MODULE: external "node:os"
var external_node_os_ = __webpack_require__(48161);
// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __webpack_require__(77598);
// EXTERNAL MODULE: external "node:fs"
var external_node_fs_ = __webpack_require__(73024);
// EXTERNAL MODULE: external "node:stream"
var external_node_stream_ = __webpack_require__(57075);
// EXTERNAL MODULE: external "node:stream/promises"
var external_node_stream_promises_ = __webpack_require__(46466);
// EXTERNAL MODULE: external "node:timers/promises"
var external_node_timers_promises_ = __webpack_require__(58500);
;// CONCATENATED MODULE: ./build/adapters/helm/download-file.js






const longestText = 64 * 1024;
/**
 * Downloads a file and gives its sha256 (64 hex digits). HTTPS_PROXY, HTTP_PROXY and NO_PROXY are honoured, redirects
 * followed. Server errors (5xx, 408, 429), resets and silence are tried again; 404 and the like are not.
 * @throws OutsideError with the URL, the reason and the next step.
 */
function downloadFile(url, destination, options) {
    return get(url, options, async (answer) => {
        const hash = (0,external_node_crypto_.createHash)("sha256");
        const hashing = new external_node_stream_.PassThrough();
        hashing.on("data", (chunk) => hash.update(chunk));
        await (0,external_node_stream_promises_.pipeline)(answer, hashing, (0,external_node_fs_.createWriteStream)(destination));
        return hash.digest("hex");
    });
}
/** Downloads a short text, on the same terms. */
function downloadText(url, options) {
    return get(url, options, async (answer) => {
        const chunks = [];
        let bytes = 0;
        for await (const chunk of answer) {
            chunks.push(chunk);
            bytes += chunk.length;
            if (bytes > longestText)
                throw new Refusal(`the answer has more than ${longestText} bytes, no checksum file has`);
        }
        return Buffer.concat(chunks).toString("utf8");
    });
}
/** An answer that another attempt would not change. */
class Refusal extends Error {
}
async function get(url, options, consume) {
    const pauses = options.pausesMs ?? [500, 2000];
    const silenceMs = options.silenceMs ?? 30_000;
    for (let attempt = 0;; attempt++) {
        try {
            return await getOnce(url, silenceMs, consume);
        }
        catch (error) {
            const pause = error instanceof Refusal ? undefined : pauses[attempt];
            if (pause === undefined) {
                const tries = attempt === 0 ? "" : ` (${attempt + 1} attempts)`;
                throw new errors/* OutsideError */.Cp({
                    system: "Helm download",
                    operation: `GET ${url}`,
                    reason: reasonOf(error, silenceMs) + tries,
                    next: options.next,
                    cause: error,
                });
            }
            options.log(`${url}: ${reasonOf(error, silenceMs)}; trying again in ${pause / 1000} s`);
            await (0,external_node_timers_promises_.setTimeout)(pause);
        }
    }
}
async function getOnce(url, silenceMs, consume) {
    // Loaded here, since most runs find Helm on PATH and start-up time counts.
    const { HttpClient } = await Promise.resolve(/* import() */).then(__webpack_require__.bind(__webpack_require__, 22779));
    const client = new HttpClient("k8s-migrate", [], { socketTimeout: silenceMs, allowRetries: false });
    try {
        const { message } = await client.get(url);
        message.setTimeout(silenceMs, () => message.destroy(new Error(`no data for ${silenceMs / 1000} s`)));
        const status = message.statusCode ?? 0;
        if (status !== 200) {
            message.destroy();
            const text = `the server answered ${status} ${message.statusMessage ?? ""}`.trim();
            if (status >= 500 || status === 408 || status === 429)
                throw new Error(text);
            throw new Refusal(status === 404 ? `${text}: there is no such file` : text);
        }
        return await consume(message);
    }
    finally {
        client.dispose();
    }
}
/** Node gives a refused connection to a name with several addresses as an AggregateError without a message. */
function reasonOf(error, silenceMs) {
    if (error instanceof AggregateError && error.errors.length > 0)
        return reasonOf(error.errors[0], silenceMs);
    if (!(error instanceof Error))
        return String(error);
    if (error.message.startsWith("Request timeout:"))
        return `no answer for ${silenceMs / 1000} s`;
    return error.message || error.name;
}

;// CONCATENATED MODULE: ./build/adapters/helm/helm-releases.js
/**
 * What `helm-version: "4"` and `"3"` download, with the sha256 sums that Helm published for the archives. They are
 * compiled in, so that a mirror cannot choose them. No sum here is computed by us: each was found in two public places
 * at least, named below. A platform without two is left out, and its sum comes from the `.sha256sum` file then.
 */
const helmReleases = {
    // All six: Lumovi/Lumovi scripts/helm.ts.
    // Linux and macOS also: release notes of helm/helm v4.3.0, as quoted in walnuts1018/infra#2809 and vtmocanu/uzi#1437.
    // Windows also: microsoft/winget-pkgs manifests/h/Helm/Helm/4.3.0/Helm.Helm.installer.yaml.
    4: {
        version: "4.3.0",
        sha256: {
            "linux-amd64": "86584a54def73570558f66f5111cc53dfed56689637ae32c1201205d494f54fb",
            "linux-arm64": "31c5794dd55c66a51e6b7d2e2ac7a114ae8b1de41ff1d9ba51748ac973b06a08",
            "darwin-amd64": "347a784877e0e20eac865e8d1c36a80f6bb0861d6f29abd34defb6570ef95d92",
            "darwin-arm64": "d3870437e1e95b67f8edbde964156c84a26503f560821d40c542441658934fba",
            "windows-amd64": "304ea163cce4d9ad14e189c01846c6a34de9cfdfe48536ae54b2e8ba7884e67c",
            "windows-arm64": "4a9eefa30d26eb73900a9a0f16e97eae678582172204db60cbd454c68acea246",
        },
    },
    // All: release notes of helm/helm v3.22.0.
    // Linux and macOS also: MuratAlkan06/ml-observability-system deploy/eks/demo.sh.
    // Windows amd64 also: mnh-14/BUET-PaaS monitoring/documentation/step-4.md.
    // Windows arm64 was found in the release notes only.
    3: {
        version: "3.22.0",
        sha256: {
            "linux-amd64": "1e4ab49e429626cf6c6958d914248b78c9730803c2751b87627e171dc800e7bb",
            "linux-arm64": "f14e804dfee240f55525b667488fe9adca349e63e00c9af634c0beb1421ac310",
            "darwin-amd64": "bd1d09f316558dda23698527859600936fed1371021ce0f2272d66b2fdcfa69c",
            "darwin-arm64": "4c9982a6cdeb458b60258df66b55398ca5b19293f6877faffe2909ad6f23dfe0",
            "windows-amd64": "899615865726d39f9b245e71e848c5bf4adc7ed33a8c43ede660facb48151b43",
        },
    },
};
/** The compiled-in sum of one archive; undefined when it is not in the table. */
function knownSha256(version, platform) {
    return Object.values(helmReleases).find((release) => release.version === version)?.sha256[platform];
}

// EXTERNAL MODULE: external "node:child_process"
var external_node_child_process_ = __webpack_require__(31421);
// EXTERNAL MODULE: ./build/helm-version/helm-version.js
var helm_version = __webpack_require__(36871);
;// CONCATENATED MODULE: ./build/adapters/helm/read-version.js


/** A binary that says nothing for this long is not a Helm that we can use; Helm itself answers in about 30 ms. */
const timeoutMs = 30_000;
/**
 * Asks a Helm binary for its version, or says in a few words why it does not tell. Never throws.
 * `--template` and `--short` take the same time (about 30 ms, both majors); only the first prints nothing but the version.
 */
function readHelmVersion(path, env) {
    return new Promise((resolve) => {
        (0,external_node_child_process_.execFile)(path, ["version", "--template", "{{.Version}}"], { env, timeout: timeoutMs, maxBuffer: 64 * 1024, windowsHide: true }, (error, stdout, stderr) => {
            if (error !== null)
                return resolve({ reason: explain(error, stderr) });
            const found = (0,helm_version/* parseHelmVersion */.E)(stdout);
            resolve(found === undefined ? { reason: `it answers "${shorten(stdout)}" when asked for its version` } : { found });
        });
    });
}
function explain(error, stderr) {
    if (error.code === "ENOENT")
        return "there is no such file";
    if (error.code === "EACCES")
        return "it is not an executable file";
    if (error.killed === true)
        return `it did not tell its version within ${timeoutMs / 1000} s`;
    const said = shorten(stderr);
    if (typeof error.code === "number")
        return `"helm version" ended with exit code ${error.code}${said && `: ${said}`}`;
    return error.message;
}
function shorten(text) {
    const line = text.trim().split("\n")[0] ?? "";
    return line.length > 160 ? `${line.slice(0, 160)}...` : line;
}

;// CONCATENATED MODULE: ./build/adapters/helm/tool-cache.js





/** The name and layout in the runner's tool cache are those of azure/setup-helm, so that each finds the other's Helm. */
const tool = "helm";
/** The path of a Helm in the tool cache: that exact version, or the newest of that major version; undefined when none. */
async function findInToolCache(wish, platform, cacheFolder) {
    const { find } = await Promise.all(/* import() */[__webpack_require__.e(2088), __webpack_require__.e(9805)]).then(__webpack_require__.bind(__webpack_require__, 59805));
    const spec = wish.kind === "exact" ? wish.version : `${wish.major}.x`;
    const folder = await withCacheFolder(cacheFolder, async () => find(tool, spec, process.arch));
    return folder === "" ? undefined : (0,external_node_path_.join)(folder, binaryInArchive(platform));
}
/** Unpacks a verified archive into `folder`. */
async function unpack(archive, folder) {
    const { extractTar, extractZip } = await Promise.all(/* import() */[__webpack_require__.e(2088), __webpack_require__.e(9805)]).then(__webpack_require__.bind(__webpack_require__, 59805));
    await (archive.endsWith(".zip") ? extractZip(archive, folder) : extractTar(archive, folder));
}
/** Copies an unpacked archive into the tool cache and gives the path of the Helm there. */
async function keepInToolCache(unpacked, helm, cacheFolder) {
    const { cacheDir } = await Promise.all(/* import() */[__webpack_require__.e(2088), __webpack_require__.e(9805)]).then(__webpack_require__.bind(__webpack_require__, 59805));
    const folder = await withCacheFolder(cacheFolder, () => cacheDir(unpacked, tool, helm.version, process.arch));
    return (0,external_node_path_.join)(folder, binaryInArchive(helm.platform));
}
/**
 * The runner's tool cache (RUNNER_TOOL_CACHE). Outside a runner: a folder under the system's temp folder that belongs to
 * this user alone, since anything found in it is run.
 * @throws UserError when that folder is there but others can write to it.
 */
async function toolCacheFolder(env) {
    if (env.RUNNER_TOOL_CACHE)
        return env.RUNNER_TOOL_CACHE;
    const uid = process.getuid?.();
    const folder = (0,external_node_path_.join)((0,external_node_os_.tmpdir)(), uid === undefined ? "k8s-migrate-tools" : `k8s-migrate-tools-${uid}`);
    await (0,promises_.mkdir)(folder, { recursive: true, mode: 0o700 });
    const { uid: owner, mode } = await (0,promises_.lstat)(folder).then((stats) => {
        if (!stats.isDirectory())
            throw unsafe(folder);
        return stats;
    });
    if (uid !== undefined && (owner !== uid || (mode & 0o022) !== 0))
        throw unsafe(folder);
    return folder;
}
function unsafe(folder) {
    return new errors/* UserError */.yo(`${folder} is not a folder that only you can write to, so no Helm is kept there. Remove it, or set RUNNER_TOOL_CACHE to a folder of your own.`);
}
/** @actions/tool-cache takes its folder from the process's environment only. */
async function withCacheFolder(folder, work) {
    const before = process.env.RUNNER_TOOL_CACHE;
    process.env.RUNNER_TOOL_CACHE = folder;
    try {
        return await work();
    }
    finally {
        if (before === undefined)
            delete process.env.RUNNER_TOOL_CACHE;
        else
            process.env.RUNNER_TOOL_CACHE = before;
    }
}

;// CONCATENATED MODULE: ./build/adapters/helm/download-helm.js









const officialSite = "https://get.helm.sh";
const baseSetting = "K8S_MIGRATE_HELM_BASE";
const otherWays = `put Helm on PATH, set helm-version to the path of a Helm binary, or set ${baseSetting} to a mirror of ${officialSite}.`;
const next = `P${otherWays.slice(1)}`;
/**
 * Downloads one Helm, verifies its sha256 before it is unpacked, puts it into the tool cache and gives its path there.
 * The site is https://get.helm.sh or what K8S_MIGRATE_HELM_BASE says. The sum is the compiled-in one; for a version
 * that is not in the table, the one in the `.sha256sum` file beside the archive.
 * @throws UserError when the setting is no URL. @throws OutsideError when the download fails or is not what it should be.
 */
async function downloadHelm(helm, { env, log }) {
    const name = archiveName(helm.version, helm.platform);
    const url = `${readBase(env)}/${name}`;
    const folder = await makeTempFolder(env);
    try {
        log(`Helm ${helm.version}: downloading ${url}`);
        const expected = await expectedSha256(helm, url, log);
        const archive = (0,external_node_path_.join)(folder, name);
        const sha256 = await downloadFile(url, archive, { log, next });
        if (sha256 !== expected.sha256) {
            throw new errors/* OutsideError */.Cp({
                system: "Helm download",
                operation: `verify ${url}`,
                reason: `wrong checksum: expected sha256 ${expected.sha256} (${expected.source}), got ${sha256}. Nothing was unpacked.`,
                next: `Try again. If it stays wrong, the site or a proxy changes the file: ${otherWays}`,
            });
        }
        log(`Helm ${helm.version}: sha256 ${sha256} is right (${expected.source})`);
        const unpacked = (0,external_node_path_.join)(folder, "unpacked");
        await unpack(archive, unpacked);
        await checkVersion(helm, { binary: (0,external_node_path_.join)(unpacked, binaryInArchive(helm.platform)), url, env });
        return await keepInToolCache(unpacked, helm, helm.cacheFolder);
    }
    finally {
        await (0,promises_.rm)(folder, { recursive: true, force: true });
    }
}
async function expectedSha256({ version, platform }, url, log) {
    const known = knownSha256(version, platform);
    if (known !== undefined)
        return { sha256: known, source: "compiled in" };
    const sumUrl = `${url}.sha256sum`;
    const sha256 = parseSha256sum(await downloadText(sumUrl, { log, next }), archiveName(version, platform));
    if (sha256 === undefined) {
        throw new errors/* OutsideError */.Cp({
            system: "Helm download",
            operation: `GET ${sumUrl}`,
            reason: `the answer holds no sha256 of ${archiveName(version, platform)}`,
            next,
        });
    }
    return { sha256, source: `from ${sumUrl}` };
}
/** A mirror may hand out another version under this name, with a sum that fits. */
async function checkVersion({ version, platform }, { binary, url, env }) {
    const answer = await readHelmVersion(binary, env);
    if ("found" in answer && answer.found.version === version)
        return;
    const reason = "found" in answer
        ? `it holds Helm ${answer.found.version}, not ${version}`
        : `${binaryInArchive(platform)} in it: ${answer.reason}`;
    throw new errors/* OutsideError */.Cp({ system: "Helm download", operation: `check ${url}`, reason, next });
}
/** The download site without a slash at its end. What is refused is not quoted: there may be credentials in it. */
function readBase(env) {
    const setting = env[baseSetting]?.trim();
    if (!setting)
        return officialSite;
    const url = URL.canParse(setting) ? new URL(setting) : undefined;
    if (url === undefined || !/^https?:$/.test(url.protocol) || url.search !== "" || url.hash !== "") {
        throw new errors/* UserError */.yo(`${baseSetting} is not the address of a download site. Write it as ${officialSite} or https://mirror.example.com/helm, without "?" and "#".`);
    }
    if (url.username !== "" || url.password !== "") {
        throw new errors/* UserError */.yo(`${baseSetting} must not hold a user name or password, since every URL is logged. Use a mirror that this runner reaches without, or put Helm on PATH.`);
    }
    return url.href.replace(/\/+$/, "");
}
async function makeTempFolder(env) {
    const parent = env.RUNNER_TEMP || (0,external_node_os_.tmpdir)();
    await (0,promises_.mkdir)(parent, { recursive: true });
    return (0,promises_.mkdtemp)((0,external_node_path_.join)(parent, "k8s-migrate-helm-"));
}

// EXTERNAL MODULE: ./build/adapters/helm/search-path.js
var search_path = __webpack_require__(16742);
;// CONCATENATED MODULE: ./build/adapters/helm/find-helm.js









/**
 * Finds the Helm that the input `helm-version` asks for ("4", "3", "4.1.4", "v4.1.4" or the path of a binary):
 * the path itself, else `helm` on PATH if its version fits, else the runner's tool cache, else a verified download.
 * @throws UserError when the input makes no sense or names no Helm. @throws OutsideError when the download fails.
 */
async function findHelm(wanted, context) {
    const wish = (0,wanted_version/* parseWantedHelm */.RR)(wanted);
    if (wish.kind === "path")
        return helmAt(wish, context);
    const onPath = await helmOnPath(wish, context);
    if (onPath !== undefined)
        return onPath;
    const platform = helmPlatform(process.platform, process.arch);
    if (platform === undefined) {
        throw new errors/* UserError */.yo(`There is no Helm ${(0,wanted_version/* nameWanted */.Ro)(wish)} on PATH, and none is downloaded for ${process.platform} ${process.arch}. Put Helm on PATH, or set helm-version to the path of a Helm binary.`);
    }
    const cacheFolder = await toolCacheFolder(context.env);
    const place = { platform, cacheFolder };
    return (await helmInToolCache(wish, place, context)) ?? (await helmDownloaded(wish, place, context));
}
async function helmAt(wish, { env, log }) {
    const path = (0,external_node_path_.resolve)(wish.path);
    const answer = await readHelmVersion(path, env);
    if ("reason" in answer) {
        throw new errors/* UserError */.yo(`helm-version "${wish.path}" is not a Helm binary: ${path}: ${answer.reason}. Give the path of a Helm 3 or 4 binary, or a version such as "4" or "4.1.4".`);
    }
    if (!(0,wanted_version/* fits */.lA)(wish, answer.found)) {
        throw new errors/* UserError */.yo(`helm-version "${wish.path}" is Helm ${answer.found.version}: only Helm 3 and Helm 4 are supported. Give the path of one of these, or a version such as "4" or "4.1.4".`);
    }
    log(`Helm ${answer.found.version}: ${path}, as helm-version says`);
    return asHelm(path, answer.found, "input");
}
async function helmOnPath(wish, { env, log }) {
    const path = await (0,search_path/* searchPath */.o)("helm", env);
    if (path === undefined)
        return undefined;
    const answer = await readHelmVersion(path, env);
    if ("reason" in answer) {
        log(`Helm on PATH is skipped: ${path}: ${answer.reason}`);
        return undefined;
    }
    if (!(0,wanted_version/* fits */.lA)(wish, answer.found)) {
        log(`Helm on PATH is skipped: ${path} is ${answer.found.version}, helm-version asks for ${(0,wanted_version/* nameWanted */.Ro)(wish)}`);
        return undefined;
    }
    log(`Helm ${answer.found.version}: ${path}, found on PATH`);
    return asHelm(path, answer.found, "path");
}
async function helmInToolCache(wish, place, { env, log }) {
    const path = await findInToolCache(wish, place.platform, place.cacheFolder);
    if (path === undefined)
        return undefined;
    const answer = await readHelmVersion(path, env);
    if ("reason" in answer || !(0,wanted_version/* fits */.lA)(wish, answer.found)) {
        const reason = "reason" in answer ? answer.reason : `it is ${answer.found.version}`;
        log(`Helm in the tool cache is skipped: ${path}: ${reason}`);
        return undefined;
    }
    log(`Helm ${answer.found.version}: ${path}, found in the tool cache`);
    return asHelm(path, answer.found, "tool-cache");
}
async function helmDownloaded(wish, place, context) {
    const version = wish.kind === "exact" ? wish.version : helmReleases[wish.major].version;
    const path = await downloadHelm({ version, ...place }, context);
    context.log(`Helm ${version}: ${path}, downloaded`);
    return { path, version, major: wish.major, source: "download" };
}
function asHelm(path, found, source) {
    return { path, version: found.version, major: found.major, source };
}


/***/ }),

/***/ 36871:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   E: () => (/* binding */ parseHelmVersion)
/* harmony export */ });
/**
 * Reads one version: what `helm version --template '{{.Version}}'` or `--short` prints ("v4.1.4", "v3.17.3+ge4da497"), or
 * what a user wrote. Helm built from source without version flags says only "v4.3"; that is read too, as "4.3".
 * Gives undefined for anything else.
 */
function parseHelmVersion(text) {
    const match = /^v?((\d+)\.\d+(?:\.\d+)?(?:-[0-9A-Za-z.-]+)?)(?:\+[0-9A-Za-z.-]+)?$/.exec(text.trim());
    if (match?.[1] === undefined)
        return undefined;
    return { version: match[1], major: Number(match[2]) };
}


/***/ }),

/***/ 80720:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   RR: () => (/* binding */ parseWantedHelm),
/* harmony export */   Ro: () => (/* binding */ nameWanted),
/* harmony export */   lA: () => (/* binding */ fits)
/* harmony export */ });
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(19473);
/* harmony import */ var _helm_version_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(36871);


const validForms = 'Write "4" or "3" for the newest Helm of that major version we know, an exact version such as "4.1.4" or "v3.17.3", or the path of a Helm binary such as "./bin/helm".';
/**
 * Reads the input `helm-version`: a major version, an exact version with or without `v`, or the path of a binary (any
 * text with a slash or backslash). An empty text means the default, Helm 4: workflows often hand on an input that is unset.
 * @throws UserError when it is none of these, or a Helm that we cannot drive (2, 5).
 */
function parseWantedHelm(input) {
    const text = input.trim();
    if (text === "")
        return { kind: "major", major: 4 };
    if (/[/\\]/.test(text))
        return { kind: "path", path: text };
    if (/^v?\d+$/.test(text)) {
        const major = Number(text.replace("v", ""));
        if (isSupported(major))
            return { kind: "major", major };
        throw new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .UserError */ .yo(`helm-version "${text}": only Helm 3 and Helm 4 are supported. ${validForms}`);
    }
    const exact = (0,_helm_version_js__WEBPACK_IMPORTED_MODULE_1__/* .parseHelmVersion */ .E)(text);
    if (exact === undefined || !/^v?\d+\.\d+\.\d+/.test(text)) {
        throw new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .UserError */ .yo(`helm-version "${text}" is not a Helm version. ${validForms}`);
    }
    if (!isSupported(exact.major)) {
        throw new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .UserError */ .yo(`helm-version "${text}": only Helm 3 and Helm 4 are supported. ${validForms}`);
    }
    return { kind: "exact", version: exact.version, major: exact.major };
}
/** Whether a Helm of this version is what was asked for. A path was chosen by the user: there any Helm 3 or 4 fits. */
function fits(wanted, found) {
    if (!isSupported(found.major))
        return false;
    if (wanted.kind === "path")
        return true;
    return wanted.kind === "major" ? found.major === wanted.major : found.version === wanted.version;
}
/** The wish as users wrote it, for log lines and errors: "4", "4.1.4", "./bin/helm". */
function nameWanted(wanted) {
    if (wanted.kind === "major")
        return String(wanted.major);
    return wanted.kind === "exact" ? wanted.version : wanted.path;
}
function isSupported(major) {
    return major === 3 || major === 4;
}


/***/ })

};
