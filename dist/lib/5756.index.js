export const id = 5756;
export const ids = [5756];
export const modules = {

/***/ 30156:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   AS: () => (/* binding */ pairs),
/* harmony export */   ij: () => (/* binding */ choiceInput),
/* harmony export */   tE: () => (/* binding */ booleanInput)
/* harmony export */ });
/* harmony import */ var _advice_nearest_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(62291);

/** Reads `true` or `false` as YAML writes them. */
function booleanInput(io, name, problems) {
    const text = io.input(name);
    if (!/^(true|false)$/i.test(text))
        problems.push(`${name}: "${text}" is neither true nor false`);
    return /^true$/i.test(text);
}
/** Reads one of several words. */
function choiceInput(io, name, { choices, problems }) {
    const text = io.input(name);
    const found = choices.find((choice) => choice === text);
    if (found === undefined) {
        const meant = (0,_advice_nearest_js__WEBPACK_IMPORTED_MODULE_0__/* .nearest */ .p)(text, choices);
        problems.push(`${name}: "${text}" is none of ${choices.join(", ")}${meant ? `; did you mean ${meant}?` : ""}`);
    }
    return found ?? choices[0];
}
/** Splits lines of `key=value`. */
function pairs(name, lines, problems) {
    return lines.flatMap((line) => {
        const at = line.indexOf("=");
        if (at < 1) {
            problems.push(`${name}: "${line}" is not key=value; write one a line, such as team=shop`);
            return [];
        }
        return [[line.slice(0, at), line.slice(at + 1)]];
    });
}


/***/ }),

/***/ 59426:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   p: () => (/* binding */ runContext)
/* harmony export */ });
/** Reads the run's context. The library that does it is large, so it is loaded while something else is waited for. */
async function runContext() {
    const { context } = await __webpack_require__.e(/* import() */ 2413).then(__webpack_require__.bind(__webpack_require__, 92413));
    const { sha, ref, actor, serverUrl, runId, runAttempt } = context;
    const repository = process.env.GITHUB_REPOSITORY ?? "";
    const url = runId ? `${serverUrl}/${repository}/actions/runs/${runId}/attempts/${runAttempt || 1}` : "";
    return { repository, commit: sha, ref, actor, url };
}


/***/ }),

/***/ 36476:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   x: () => (/* binding */ clusterNamespaces)
/* harmony export */ });
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(19473);
/* harmony import */ var _api_errors_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(14520);


/** Namespaces of a real cluster. */
function clusterNamespaces({ core }) {
    return {
        async ensure(name, { create, labels }) {
            let found = await read(name);
            if (found === "forbidden" && !(await isMissing(name)))
                return "unreadable";
            if (found === "forbidden" || found === "missing") {
                if (!create)
                    throw new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .UserError */ .yo(`namespace: ${name} does not exist. Create it, or set create-namespace: true`);
                if (await createNamespace(name, labels))
                    return "created";
                found = await read(name);
            }
            if (found === "forbidden" || found === "missing")
                return "unreadable";
            const has = found.labels;
            const wrong = Object.entries(labels).filter(([key, value]) => has[key] !== value);
            if (wrong.length === 0)
                return "unchanged";
            return label(name, Object.fromEntries(wrong));
        },
    };
    async function read(name) {
        try {
            const { metadata } = await core.readNamespace({ name });
            if (metadata?.deletionTimestamp)
                throw beingDeleted(name);
            return { labels: metadata?.labels ?? {} };
        }
        catch (error) {
            if ((0,_api_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .apiStatus */ .$T)(error) === 404)
                return "missing";
            if ((0,_api_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .apiStatus */ .$T)(error) === 403)
                return "forbidden";
            throw error instanceof _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .UserError */ .yo ? error : (0,_api_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .apiError */ .pb)(`read namespace ${name}`, error);
        }
    }
    /**
     * Whether a namespace that this login may not read is missing: what the server says of a Secret that would be made there,
     * which Helm needs to make. False where it says nothing about that.
     */
    async function isMissing(name) {
        try {
            const body = { metadata: { generateName: "k8s-migrate-" } };
            await core.createNamespacedSecret({ namespace: name, body, dryRun: "All" });
            return false;
        }
        catch (error) {
            // The server's words, of its plugin NamespaceLifecycle: https://github.com/kubernetes/kubernetes/blob/v1.36.0/staging/src/k8s.io/apiserver/pkg/admission/plugin/namespace/lifecycle/admission.go
            const said = (0,_api_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .apiError */ .pb)(`look for namespace ${name}`, error).failure.reason;
            if (said.includes("because it is being terminated"))
                throw beingDeleted(name);
            return (0,_api_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .apiStatus */ .$T)(error) === 404 && said.includes(`namespaces "${name}" not found`);
        }
    }
    /** False when another deploy into the same new namespace was quicker: that one's labels are not ours. */
    async function createNamespace(name, labels) {
        try {
            await core.createNamespace({ body: { metadata: { name, labels: { ...labels } } } });
            return true;
        }
        catch (error) {
            if ((0,_api_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .apiStatus */ .$T)(error) === 409)
                return false;
            const { failure } = (0,_api_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .apiError */ .pb)(`create namespace ${name}`, error);
            if ((0,_api_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .apiStatus */ .$T)(error) !== 403)
                throw new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .OutsideError */ .Cp(failure);
            const next = `let somebody who may run kubectl create namespace ${name} once, or ${failure.next}`;
            throw new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .OutsideError */ .Cp({ ...failure, next });
        }
    }
    async function label(name, labels) {
        const { PatchStrategy, setHeaderOptions } = await __webpack_require__.e(/* import() */ 9655).then(__webpack_require__.bind(__webpack_require__, 29655));
        try {
            await core.patchNamespace({ name, body: { metadata: { labels } } }, setHeaderOptions("Content-Type", PatchStrategy.MergePatch));
            return "labelled";
        }
        catch (error) {
            if ((0,_api_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .apiStatus */ .$T)(error) === 403)
                return "unlabelled";
            throw (0,_api_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .apiError */ .pb)(`label namespace ${name}`, error);
        }
    }
}
/** Nothing can be made in it any more. */
function beingDeleted(name) {
    return new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .UserError */ .yo(`namespace: ${name} is being deleted. Wait until it is gone, then run again; where it stays, kubectl get namespace ${name} --output=yaml shows in its conditions what holds it`);
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

/***/ 99964:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   a: () => (/* binding */ fewAtATime)
/* harmony export */ });
/**
 * The results of `each` for all items, in their order, of which at most that many are under way at once. Once one fails no other
 * is begun.
 */
async function fewAtATime(items, atOnce, each) {
    const results = [];
    const queue = items.entries();
    const state = { failed: false };
    const work = async () => {
        for (const [index, item] of queue) {
            if (state.failed)
                return;
            try {
                results[index] = await each(item);
            }
            catch (error) {
                state.failed = true;
                throw error;
            }
        }
    };
    await Promise.all(Array.from({ length: Math.min(atOnce, items.length) }, work));
    return results;
}


/***/ }),

/***/ 4346:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   m: () => (/* binding */ collectEvidence)
/* harmony export */ });
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(19473);
/* harmony import */ var _evidence_findings_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(21488);
/* harmony import */ var _release_helm_messages_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(7933);
/* harmony import */ var _release_made_objects_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(2876);
/* harmony import */ var _attempt_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(81425);





/** What the cluster says about it. For when nothing is cleaned up yet. Never fails. */
async function collectEvidence(ended, ports) {
    const { revision, error, doomed } = ended;
    const evidence = revision === undefined ? [] : await collect({ ...ended, revision }, ports);
    const all = (0,_release_helm_messages_js__WEBPACK_IMPORTED_MODULE_4__/* .isAboutWaiting */ .bT)((0,_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .describeError */ .Uc)(error)) ? (0,_evidence_findings_js__WEBPACK_IMPORTED_MODULE_1__/* .findings */ .P)(evidence) : [];
    return { evidence, findings: doomed ? withFirst(doomed, all) : all, stoppedByUs: doomed !== undefined };
}
async function collect(ended, { evidence, log }) {
    const objects = (0,_release_made_objects_js__WEBPACK_IMPORTED_MODULE_2__/* .objectsMadeBy */ .j)(ended.action, ended.revision);
    const found = (await (0,_attempt_js__WEBPACK_IMPORTED_MODULE_3__/* .attempt */ .C)("collect why it failed", log, () => evidence.collect(objects))) ?? [];
    const isThere = (hook) => found.some((each) => each.kind === hook.kind && each.name === hook.name);
    const gone = ended.ofHooks.filter((hook) => !isThere(hook));
    return [...found, ...gone.map((hook) => asHelmSaysOf(hook, (0,_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .describeError */ .Uc)(ended.error)))];
}
/** A hook that Helm has deleted already was last seen before it failed. */
function asHelmSaysOf(hook, message) {
    const failed = new RegExp(`\\b${hook.name}\\b.* (?:failed: (\\w+)|status: Failed)`, "i").exec(message);
    if (hook.kind !== "Job" || !failed || hook.conditions.some(({ type }) => type === "Failed"))
        return hook;
    const condition = { type: "Failed", status: "True", reason: failed[1] ?? "Failed", message: "" };
    return { ...hook, ready: 0, conditions: [...hook.conditions, condition] };
}
/** What could not heal comes first, in the words of the evidence where it is there: that has read the logs. */
function withFirst(doomed, all) {
    const isSame = ({ kind, object }) => kind === doomed.kind && object.kind === doomed.object.kind && object.name === doomed.object.name;
    return [all.find(isSame) ?? doomed, ...all.filter((each) => !isSame(each))];
}


/***/ }),

/***/ 92122:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   K: () => (/* binding */ describeFound),
/* harmony export */   O: () => (/* binding */ chosenWay)
/* harmony export */ });
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(19473);
/* harmony import */ var _release_release_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(43007);
/* harmony import */ var _release_way_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(79253);



/** What there is of a release, in words. */
function describeFound({ situation, history }, dead) {
    const kept = (0,_release_release_js__WEBPACK_IMPORTED_MODULE_1__/* .newest */ .BP)(history);
    if (situation.kind === "absent")
        return kept ? `no release (revision ${kept.revision} was uninstalled, its history kept)` : "no release";
    const { revision, status } = situation.last;
    const left = situation.kind === "pending" || situation.kind === "uninstalling";
    const by = left && dead ? `, left by a run that died (${dead.runUrl || dead.holder})` : "";
    return `revision ${revision}, ${status}${by}`;
}
/**
 * The way to go about what was found.
 * @param text says what that is
 * @throws UserError where there is none
 */
function chosenWay(request, { situation }, text) {
    const way = (0,_release_way_js__WEBPACK_IMPORTED_MODULE_2__/* .chooseWay */ .T)(situation, request);
    if ("refusal" in way)
        throw new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .UserError */ .yo(`${text}. ${way.refusal}`);
    return way;
}


/***/ }),

/***/ 31482:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   LV: () => (/* binding */ stoppedEarly),
/* harmony export */   c6: () => (/* binding */ failureEnding),
/* harmony export */   g5: () => (/* binding */ failureOf)
/* harmony export */ });
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(19473);

/**
 * The error of a deploy that failed. Its first line says what is wrong with which object where that is known, else what
 * Helm said; the next one what to do; its last one what the release is like now.
 */
function failureOf(request, failure, afterwards) {
    const { release } = request;
    return failureEnding(failure, stateAfter({ release, revision: failure.revision }, afterwards));
}
/** The same, with that as its last line. */
function failureEnding(failure, last) {
    const { stoppedByUs } = failure;
    const [finding] = failure.findings;
    const error = finding ? withoutNext(failure.error) : failure.error;
    const helm = (0,_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .describeError */ .Uc)(error);
    const first = finding ? [finding.problem, `Next: ${finding.next}`, stoppedByUs ? "" : helm] : [helm];
    const cause = stoppedByUs ? undefined : error;
    return new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .StepError */ .zg([...first, last], cause);
}
/** Of two next steps that of the evidence counts: it knows the object. */
function withoutNext(error) {
    if (!(error instanceof _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .OutsideError */ .Cp))
        return error;
    const { next: _, ...failure } = error.failure;
    return new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .OutsideError */ .Cp(failure);
}
function stateAfter({ release, revision }, afterwards) {
    if (afterwards === undefined) {
        return revision === undefined
            ? ""
            : `${release} stays at revision ${revision.revision}, ${revision.status}; the next deploy goes on from there`;
    }
    if ("overtaken" in afterwards)
        return `Nothing was rolled back: what ${release} is now is not this run's doing`;
    if ("rolledBackTo" in afterwards)
        return `${release} was rolled back to revision ${afterwards.rolledBackTo}`;
    if ("cleanUp" in afterwards)
        return `It was not cleaned up. ${(0,_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .describeError */ .Uc)(afterwards.cleanUp)}`;
    return `The rollback failed too; the next deploy goes on from there. ${(0,_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .describeError */ .Uc)(afterwards.rollback)}`;
}
/** The error of a run that had to stop before its end. */
function stoppedEarly({ release }, stop) {
    return new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .StepError */ .zg([
        `${release}: stopped early, ${(0,_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .describeError */ .Uc)(stop.reason)}`,
        "Next: where a revision was deployed before and on-failure is rollback, the post step of this job goes back to it; else the next deploy cleans up",
    ]);
}


/***/ }),

/***/ 94717:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  w: () => (/* binding */ followHelm)
});

// EXTERNAL MODULE: ./build/evidence/container-problems.js + 1 modules
var container_problems = __webpack_require__(53713);
// EXTERNAL MODULE: ./build/evidence/finding.js
var finding = __webpack_require__(44997);
// EXTERNAL MODULE: ./build/evidence/object-problems.js
var object_problems = __webpack_require__(6722);
;// CONCATENATED MODULE: ./build/evidence/doomed.js



const RESTARTS = 3;
/** What a program of a crash loop says. */
const LOOPS = ["crash", "out-of-memory", "init-failed"];
/**
 * What cannot heal by itself, the most telling of it, so that there is no use in waiting: an image whose name is invalid or
 * that is not there, a Job that failed, a crash loop once all else is ready or hopeless too. Not what may heal: a Secret that comes late, a node or a quota that
 * is being added, a registry that is down, a probe.
 *
 * @param seen remembers over the calls of one rollout how often containers had been restarted when they were first seen
 * @param since when the rollout began, RFC 3339: what was there before may be about to be replaced, and its past does not
 *   count. Best by the cluster's clock; by another one that is ahead, it only takes longer
 */
function doomedBy(objects, seen, since) {
    // The API server's times are in whole seconds.
    const sinceMs = Math.floor(Date.parse(since) / 1000) * 1000;
    const isNew = ({ createdAt }) => Date.parse(createdAt) >= sinceMs;
    const found = objects
        .flatMap((object) => {
        const problems = object.pods.flatMap((pod) => pod.containers.flatMap((container) => {
            const restarts = restartsOf(container, pod);
            return hopeless(container, pod, { restarts, isNew: isNew(pod), retries: retriesByItself(object) }) ?? [];
        }));
        if ((0,object_problems/* isWell */.f5)(object))
            return [];
        // Helm waits for hooks' Jobs, and for no others: https://github.com/helm/helm/blob/v3.17.3/pkg/kube/ready.go
        const job = object.hook && isNew(object) && hasFailed(object) ? (0,object_problems/* jobProblem */.TM)(object) : undefined;
        return [...problems, ...(job ? [job] : [])].map((problem) => (0,finding/* asFinding */.s0)(object, problem));
    })
        .toSorted((0,finding/* byWeight */.IN)(objects));
    // A program may crash until another one that it needs is up.
    const hopelessOnes = new Set(found.map(({ object }) => `${object.namespace}/${object.kind}/${object.name}`));
    const othersStart = objects.some((object) => !(0,object_problems/* isWell */.f5)(object) && !hopelessOnes.has(`${object.namespace}/${object.kind}/${object.name}`));
    return found.find(({ kind }) => !othersStart || !LOOPS.includes(kind));
    /** Restarts in this rollout. */
    function restartsOf({ name, restarts }, pod) {
        if (isNew(pod))
            return restarts;
        const key = `${pod.uid}/${name}`;
        const first = seen.get(key) ?? restarts;
        seen.set(key, first);
        return restarts - first;
    }
}
function hopeless(container, pod, { restarts, isNew, retries }) {
    const problem = (0,container_problems/* containerProblem */.Nz)(container, pod);
    if (problem?.kind === "image-name-invalid")
        return problem;
    // Of an older pod it may be what the registry said minutes ago, before the image was pushed.
    if (problem?.kind === "image-not-found")
        return isNew ? problem : undefined;
    const loops = container.state.reason === "CrashLoopBackOff" && (0,container_problems/* badEnd */.LR)(container) !== undefined;
    return loops && restarts >= RESTARTS && !retries ? problem : undefined;
}
/** A Job counts its tries and says when they are used up; a hook's pod is to end some time. */
function retriesByItself({ kind, hook }) {
    return kind === "Job" || hook;
}
function hasFailed(object) {
    return (0,object_problems/* failedJob */.ZR)(object) !== undefined || (object.hook && object.kind === "Pod");
}

// EXTERNAL MODULE: ./build/release/made-objects.js
var made_objects = __webpack_require__(2876);
// EXTERNAL MODULE: ./build/workloads/workload.js
var workload = __webpack_require__(13624);
// EXTERNAL MODULE: ./build/playbook/deploy/newest-revision.js
var newest_revision = __webpack_require__(58224);
;// CONCATENATED MODULE: ./build/playbook/deploy/watch-hooks.js
/** How long the end of a log is waited for once Helm has ended. */
const END_MS = 2000;
/**
 * Keeps what hooks say while they run: by their policy Helm deletes them as soon as they have failed, with their logs.
 * https://helm.sh/docs/topics/charts_hooks/#hook-deletion-policies
 */
function watchHooks({ evidence, clock }) {
    const last = new Map();
    const logs = new Map();
    const ended = new AbortController();
    return {
        see(facts) {
            for (const object of facts.filter(({ hook }) => hook)) {
                const { namespace, kind, name } = object;
                // Deleted already, or not made yet: what was seen before says more.
                if (object.pods.length > 0)
                    last.set(`${namespace}/${kind}/${name}`, object);
                for (const pod of object.pods) {
                    for (const { name: container, state } of pod.containers) {
                        const key = `${pod.uid}/${container}`;
                        if (state.kind === "waiting" || logs.get(key)?.again === false)
                            continue;
                        const log = evidence.logToEnd({ namespace: pod.namespace, pod: pod.name, container }, ended.signal);
                        const reading = { log, again: false };
                        logs.set(key, reading);
                        // A connection on which nothing is said for minutes ends before the container does.
                        if (state.kind === "running")
                            void log.then(({ length }) => Object.assign(reading, { again: length === 0 }));
                    }
                }
            }
        },
        async end() {
            const failed = [...last.values()].filter(({ ready, wanted }) => ready < wanted);
            const read = new Map();
            const reading = [...logs].map(async ([key, { log }]) => read.set(key, await log));
            if (failed.length > 0)
                await Promise.race([Promise.all(reading), clock.sleep(END_MS, ended.signal)]);
            ended.abort();
            return failed.map((object) => ({
                ...object,
                pods: object.pods.map((pod) => ({
                    ...pod,
                    containers: pod.containers.map((container) => {
                        const log = read.get(`${pod.uid}/${container.name}`);
                        return log ? { ...container, log } : container;
                    }),
                })),
            }));
        },
    };
}

;// CONCATENATED MODULE: ./build/playbook/deploy/watch-rollout.js





const POLL_MS = 1000;
/** Pods and what made them are many more objects than the ready counts need. */
const LOOK_MS = 3000;
/** What a call that is under way at the end may still take: a rollback waits for it. */
const GRACE_MS = 2000;
/**
 * Logs a line whenever a workload's ready count changes, and tells of what cannot heal, until the signal fires. Helm stores
 * a revision before it creates the objects, so the first revision newer than `after` tells which workloads to look at.
 * Never fails: Helm's own result decides. Ends about two seconds after the signal, or four where logs of hooks are awaited.
 * @returns what hooks that failed have said: Helm may delete them before anybody can ask
 */
async function watchRollout(watched, ports) {
    const { release, namespace, action, after, seen, signal, onDoomed } = watched;
    const { clock, log } = ports;
    const restarts = new Map();
    const hooks = watchHooks(ports);
    let looking;
    let lookedAt = Number.NEGATIVE_INFINITY;
    let doomed = false;
    await withinGrace(follow());
    return hooks.end();
    async function follow() {
        let made;
        while (!signal.aborted) {
            await clock.sleep(POLL_MS, signal);
            if (signal.aborted)
                break;
            await orSay(async () => {
                made ??= await newRevision();
                if (made)
                    await poll(made);
            });
        }
        await looking;
    }
    async function poll({ objects, since }) {
        const workloads = await ports.live.readiness(objects);
        if (signal.aborted)
            return;
        for (const line of (0,workload/* progressLines */.L)(workloads, seen))
            log.info(line);
        const now = clock.now().getTime();
        const isDue = now - lookedAt >= LOOK_MS;
        const wanted = isDue ? objects : underWay(objects, workloads);
        // Pods of hooks are no workloads.
        const hasPods = objects.some(({ kind }) => kind === "Pod");
        const allReady = !hasPods && workloads.every(({ ready, wanted: all }) => ready >= all);
        if (looking !== undefined || wanted.length === 0 || allReady)
            return;
        if (isDue)
            lookedAt = now;
        looking = orSay(() => look(wanted, since)).finally(() => {
            looking = undefined;
        });
    }
    async function look(objects, since) {
        const facts = await ports.evidence.states(objects);
        hooks.see(facts);
        const finding = doomedBy(facts, restarts, since);
        if (finding === undefined || doomed || signal.aborted)
            return;
        doomed = true;
        onDoomed(finding);
    }
    async function newRevision() {
        const found = await (0,newest_revision/* newestRevision */.A)({ release, namespace }, ports, after);
        return found && { objects: (0,made_objects/* objectsMadeBy */.j)(action, found), since: found.deployedAt };
    }
    async function orSay(work) {
        try {
            await work();
        }
        catch (error) {
            log.debug(`No progress this time: ${error instanceof Error ? error.message : String(error)}`);
        }
    }
    /** Ends with the work, and at the latest a moment after the signal. */
    async function withinGrace(work) {
        const done = new AbortController();
        const late = async () => {
            await fired(signal);
            await clock.sleep(GRACE_MS, done.signal);
        };
        await Promise.race([work, late()]);
        done.abort();
    }
}
/** Hooks that have not ended well yet: Helm may delete them as soon as they fail, so they are looked at every time. */
function underWay(objects, workloads) {
    return objects.filter(({ hook, kind, namespace, name }) => {
        if (!hook)
            return false;
        const job = workloads.find((each) => each.kind === kind && each.namespace === namespace && each.name === name);
        // Pods are not among the workloads.
        return kind === "Pod" || (job !== undefined && job.ready < job.wanted);
    });
}
async function fired(signal) {
    if (signal.aborted)
        return;
    await new Promise((resolve) => {
        signal.addEventListener("abort", resolve, { once: true });
    });
}

;// CONCATENATED MODULE: ./build/playbook/deploy/follow-helm.js

/**
 * Follows a run of Helm in the log until it ends, and stops it when it cannot succeed any more.
 * @param work runs Helm, and tells it to stop when its signal fires. What it throws is a result.
 * @param stop fires when the run shall end
 */
async function followHelm({ work, ...watched }, ports, stop) {
    const [ended, hopeless] = [new AbortController(), new AbortController()];
    const seen = new Map();
    let doomed;
    const watching = watchRollout({
        ...watched,
        seen,
        signal: ended.signal,
        onDoomed(found) {
            doomed = found;
            ports.log.info(`${found.problem}. This cannot heal by itself: Helm is stopped`);
            hopeless.abort();
        },
    }, ports);
    let result;
    try {
        result = { value: await work(AbortSignal.any([stop, hopeless.signal])) };
    }
    catch (error) {
        result = { error };
    }
    ended.abort();
    return { result, ofHooks: await watching, doomed, seen };
}


/***/ }),

/***/ 42013:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   p: () => (/* binding */ readLive)
/* harmony export */ });
/* harmony import */ var _release_made_objects_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(2876);
/* harmony import */ var _attempt_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(81425);


/** What the cluster has of a revision now, hooks' workloads included. Empty where it cannot be read. */
async function readLive({ release, action }, { live, log }) {
    const none = { workloads: [], cronJobs: [], urls: [] };
    if (release === undefined)
        return none;
    const way = action === "recovered-install" ? "install" : action === "recovered-upgrade" ? "upgrade" : action;
    const objects = (0,_release_made_objects_js__WEBPACK_IMPORTED_MODULE_0__/* .objectsMadeBy */ .j)(way, release);
    const found = await (0,_attempt_js__WEBPACK_IMPORTED_MODULE_1__/* .attempt */ .C)("read what the cluster runs now", log, async () => {
        const [workloads, cronJobs, urls] = await Promise.all([
            live.workloads(objects),
            live.cronJobs(objects),
            live.urls(objects),
        ]);
        return { workloads, cronJobs, urls };
    });
    return found ?? none;
}


/***/ }),

/***/ 47719:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   s: () => (/* binding */ stopwatch)
/* harmony export */ });
/** Measures how long each part of a run takes, also of one that fails. */
function stopwatch(clock) {
    const parts = [];
    const timed = async (part, work) => {
        const start = clock.now().getTime();
        try {
            return await work();
        }
        finally {
            parts.push({ part, milliseconds: clock.now().getTime() - start });
        }
    };
    return Object.assign(timed, { parts });
}


/***/ }),

/***/ 72727:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   t: () => (/* binding */ storeFlags)
/* harmony export */ });
/* harmony import */ var _attempt_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(81425);

/**
 * What is deployed keeps the flags that its CronJobs have now in its stored manifest: whoever goes back to it, by whatever means,
 * finds them, also of CronJobs that this run deletes.
 */
async function storeFlags(before, flags, { releases, log }) {
    if (before?.status !== "deployed")
        return;
    await (0,_attempt_js__WEBPACK_IMPORTED_MODULE_0__/* .attempt */ .C)("keep the suspend flags of what is deployed", log, async () => {
        const manifest = await flags.asLive(before.manifest);
        if (manifest !== before.manifest)
            await releases.rewriteManifest(before, manifest);
    });
}


/***/ }),

/***/ 15385:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   V: () => (/* binding */ takeTurn)
/* harmony export */ });
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(19473);
/* harmony import */ var _release_lease_name_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(49502);
/* harmony import */ var _hold_lease_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(88077);



/**
 * Waits until no other run works on the release, up to the timeout.
 * @throws UserError when another run still does then
 */
async function takeTurn(request, ports, cancelled) {
    const { release, namespace, holder, timeoutMs: waitMs, record } = request;
    const wanted = { namespace, name: (0,_release_lease_name_js__WEBPACK_IMPORTED_MODULE_2__/* .leaseNameFor */ .R)(release), holder, runUrl: record.run.url, waitMs };
    const taken = await (0,_hold_lease_js__WEBPACK_IMPORTED_MODULE_1__/* .takeLease */ ._)(wanted, ports, cancelled).catch((error) => {
        if (!cancelled.aborted)
            throw error;
        throw new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .UserError */ .yo(`${release}: stopped while waiting for its turn, ${(0,_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .describeError */ .Uc)(cancelled.reason)}; nothing was changed`);
    });
    if (taken.state === "forbidden") {
        ports.log.warn(`This login may not hold Leases in namespace ${namespace}: nothing keeps another run from working on ${release} now. Grant get, create and update on leases (docs/eks-access.md)`);
        return { held: false, deadHolder: undefined, stop: cancelled, end: async () => { } };
    }
    if (taken.state === "busy") {
        const { by } = taken;
        throw new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .UserError */ .yo(`${release} is being worked on by ${by.runUrl || by.holder} since ${by.acquiredAt}, and still is after the timeout. Nothing was changed. Wait until that run ends, or cancel it, and run this again`);
    }
    const { lease } = taken;
    return {
        held: true,
        deadHolder: lease.deadHolder,
        stop: AbortSignal.any([cancelled, lease.lost]),
        end: (how) => (how === "settled" ? lease.release() : lease.abandon()),
    };
}


/***/ }),

/***/ 73420:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  s: () => (/* binding */ hideSecrets)
});

;// CONCATENATED MODULE: ./build/values/leaves-at.js
/** Every leaf that values have at these paths or below them, as text. Paths that are not there are passed over. */
function leavesAt(values, paths) {
    return [...new Set(paths.flatMap((path) => leavesOf(path.reduce(below, values))))];
}
function below(value, key) {
    return isMap(value) && Object.hasOwn(value, key) ? value[key] : undefined;
}
function leavesOf(value) {
    if (value === undefined || value === null || value === "")
        return [];
    if (Array.isArray(value))
        return value.flatMap(leavesOf);
    if (isMap(value))
        return Object.values(value).flatMap(leavesOf);
    return [typeof value === "string" ? value : JSON.stringify(value)];
}
function isMap(value) {
    return typeof value === "object" && value !== null && !Array.isArray(value);
}

// EXTERNAL MODULE: ./build/values/secrets.js
var secrets = __webpack_require__(14882);
// EXTERNAL MODULE: ./build/playbook/deploy/attempt.js
var attempt = __webpack_require__(81425);
// EXTERNAL MODULE: ./build/playbook/find-record.js
var find_record = __webpack_require__(1057);
;// CONCATENATED MODULE: ./build/playbook/hide-secrets.js




/**
 * Hides what `secret-values` gave to these revisions from all that this run says, as their deploys did. A deploy that failed
 * has no record: its secrets are looked for where the others had theirs.
 * @param secretPaths where else values are secret
 */
async function hideSecrets(revisions, { releases, hide, log }, secretPaths = []) {
    const all = revisions.filter((each) => each !== undefined);
    const records = await (0,attempt/* attempt */.C)("read which values are secret", log, () => Promise.all(all.map((each) => (0,find_record/* findRecord */.T)(each, { releases }))));
    const recorded = (records ?? []).flatMap((record) => record?.values.secretPaths ?? []);
    const paths = [...recorded, ...secretPaths];
    hide((0,secrets/* masksFor */.RM)(all.flatMap(({ values }) => leavesAt(values, paths))));
}


/***/ }),

/***/ 76526:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  C: () => (/* binding */ makePlan)
});

// EXTERNAL MODULE: ./build/plan/documents.js
var documents = __webpack_require__(89272);
// EXTERNAL MODULE: ./build/plan/kube-object.js
var kube_object = __webpack_require__(42349);
;// CONCATENATED MODULE: ./build/plan/helm-marks.js

/** The object as Helm sends it: with the label and annotations that name its release, which no manifest has. */
function asHelmSends(object, owner) {
    const { labels, annotations } = object.metadata;
    const metadata = {
        ...object.metadata,
        labels: { ...((0,kube_object/* isMap */.jh)(labels) ? labels : {}), "app.kubernetes.io/managed-by": "Helm" },
        annotations: {
            ...((0,kube_object/* isMap */.jh)(annotations) ? annotations : {}),
            "meta.helm.sh/release-name": owner.release,
            "meta.helm.sh/release-namespace": owner.namespace,
        },
    };
    return { ...object, metadata };
}
/** Whether Helm leaves the object where it is: https://helm.sh/docs/howto/charts_tips_and_tricks/#tell-helm-not-to-uninstall-a-resource */
function isLeftBehind({ metadata: { annotations } }) {
    return (0,kube_object/* isMap */.jh)(annotations) && annotations["helm.sh/resource-policy"] === "keep";
}

// EXTERNAL MODULE: external "node:util"
var external_node_util_ = __webpack_require__(57975);
;// CONCATENATED MODULE: ./build/plan/secret-values.js

/** Fields of a Secret that hold no value of it, and fields of its metadata that every object has. */
const OPEN_FIELDS = new Set(["apiVersion", "kind", "metadata", "type", "immutable"]);
const OPEN_METADATA = new Set([
    "name",
    "generateName",
    "namespace",
    "labels",
    "annotations",
    "finalizers",
    "ownerReferences",
    "deletionTimestamp",
    "deletionGracePeriodSeconds",
]);
/** Go's form of a map or a list, in which Helm 4 quotes what it cannot convert: numbers in it may be written in another way. */
const GO_VALUE = "valueUnstructured{";
/** Whether a field of a Secret may be shown: of all others, such as a misspelt `stringdata`, the value may be secret. */
function isOpenField(field, value) {
    return OPEN_FIELDS.has(field) && (typeof value !== "object" || value === null);
}
function isOpenMetadata(field) {
    return OPEN_METADATA.has(field);
}
/** The words, unless they hold a value of one of these Secrets. */
function withoutSecrets(words, objects) {
    const secrets = objects.filter((object) => object?.kind === "Secret");
    const quotesGo = secrets.length > 0 && words.includes(GO_VALUE);
    if (!quotesGo && !secrets.some((secret) => secret && valuesOf(secret).some((value) => words.includes(value)))) {
        return words;
    }
    return "(the cluster's words are hidden, since they hold a value of the Secret)";
}
/** All forms in which the values of a Secret may be said: as a whole, line by line, and each part of one that is no text. */
function valuesOf(secret) {
    const hidden = Object.entries(secret).filter(([field, value]) => field !== "metadata" && !isOpenField(field, value));
    const misplaced = Object.entries((0,kube_object/* isMap */.jh)(secret.metadata) ? secret.metadata : {}).filter(([field]) => !isOpenMetadata(field));
    const given = [...hidden, ...misplaced].flatMap(([, value]) => partsOf(value));
    const encoded = partsOf(secret.data);
    const plain = [...given, ...encoded.map((value) => Buffer.from(value, "base64").toString())];
    const forms = [
        ...plain,
        ...plain.flatMap((value) => value.split(/\r?\n/)),
        ...plain.map((value) => JSON.stringify(value).slice(1, -1)),
        ...plain.map((value) => Buffer.from(value).toString("base64")),
    ];
    return [...new Set(forms.map((form) => form.trim()))].filter((form) => form !== "");
}
/** A value as text; of a map or a list each part of it, which again may be one: then also as JSON. */
function partsOf(value) {
    if (Array.isArray(value))
        return value.flatMap((item) => [textOf(item), ...partsOf(item)]);
    return (0,kube_object/* isMap */.jh)(value) ? partsOf(Object.values(value)) : [textOf(value)];
}
function textOf(value) {
    if (value === null || value === undefined)
        return "";
    return typeof value === "string" ? value : JSON.stringify(value);
}

;// CONCATENATED MODULE: ./build/plan/shown-secret.js



const HIDDEN = "(hidden)";
/** What tools write of a whole object is JSON, or longer, or both and packed. */
const NOTE_CHARACTERS = 200;
/** Shorter ones are found in any text. */
const VALUE_CHARACTERS = 4;
/**
 * A Secret as it may be shown: no value of it, only which differ from the old one's.
 * @param options.old the same Secret before; itself where there was none
 * @param options.values all that no annotation may hold
 */
function shownSecret(secret, { old, values }) {
    const shown = Object.entries(secret).map(([field, value]) => {
        if (field === "metadata")
            return [field, shownMetadata(mapOf(value), { old: mapOf(old.metadata), values })];
        if (field === "data" && (0,kube_object/* isMap */.jh)(value))
            return [field, hiddenFields(value, mapOf(old.data))];
        return [field, isOpenField(field, value) ? value : hiddenField(field, secret, old)];
    });
    return Object.fromEntries(shown);
}
function shownMetadata(metadata, { old, values }) {
    const shown = Object.entries(metadata).map(([field, value]) => {
        if (field === "labels")
            return [field, openNotes(mapOf(value), mapOf(old.labels), [])];
        if (field === "annotations")
            return [field, openNotes(mapOf(value), mapOf(old.annotations), values)];
        return [field, isOpenMetadata(field) ? value : hiddenField(field, metadata, old)];
    });
    return Object.fromEntries(shown);
}
/** Labels or annotations, of which tools such as kapp and Rancher write one with the whole Secret in it. */
function openNotes(notes, old, values) {
    const shown = Object.entries(notes).map(([key, value]) => [
        key,
        isOpenNote(value, values) ? value : hiddenField(key, notes, old),
    ]);
    return Object.fromEntries(shown);
}
function isOpenNote(value, values) {
    if (typeof value === "object" && value !== null)
        return false;
    const text = String(value);
    const holds = (secret) => text === secret || (secret.length >= VALUE_CHARACTERS && text.includes(secret));
    return text.length <= NOTE_CHARACTERS && !/^\s*[[{]/.test(text) && !values.some(holds);
}
function hiddenFields(values, old) {
    return Object.fromEntries(Object.keys(values).map((key) => [key, hiddenField(key, values, old)]));
}
function hiddenField(key, values, old) {
    return key in old && !(0,external_node_util_.isDeepStrictEqual)(old[key], values[key]) ? "(hidden, changed)" : HIDDEN;
}
function mapOf(value) {
    return (0,kube_object/* isMap */.jh)(value) ? value : {};
}

;// CONCATENATED MODULE: ./build/plan/shown-object.js




/** What the API server keeps for itself. */
const SERVERS_OWN = ["managedFields", "resourceVersion", "uid", "creationTimestamp", "generation", "selfLink"];
const LAST_APPLIED = "kubectl.kubernetes.io/last-applied-configuration";
/** Both sides as they may be shown: without what the server keeps for itself, and no value of a Secret. */
function shownSides({ before, after }) {
    const sides = { before: before && comparable(before), after: after && comparable(after) };
    const differ = !(0,external_node_util_.isDeepStrictEqual)(sides.before, sides.after);
    if ((after ?? before)?.kind !== "Secret")
        return { ...sides, differ };
    const values = [before, after].flatMap((each) => (each ? valuesOf(each) : []));
    const { before: old, after: now } = sides;
    return {
        before: old && shownSecret(old, { old, values }),
        after: now && shownSecret(now, { old: old ?? now, values }),
        differ,
    };
}
function comparable(object) {
    const { status: _, ...rest } = object;
    const metadata = Object.entries(object.metadata).filter(([field]) => !SERVERS_OWN.includes(field));
    const kept = withoutLastApplied({ ...rest, metadata: Object.fromEntries(metadata) });
    return object.kind === "Secret" ? inData(kept) : kept;
}
/** It holds the whole object once more, Secrets' values too. */
function withoutLastApplied(value) {
    if (Array.isArray(value))
        return value.map(withoutLastApplied);
    if (!(0,kube_object/* isMap */.jh)(value))
        return value;
    return Object.fromEntries(Object.entries(value)
        .filter(([key]) => key !== LAST_APPLIED)
        .map(([key, field]) => [key, withoutLastApplied(field)]));
}
/** The server keeps `stringData` in `data`, where it wins: https://kubernetes.io/docs/concepts/configuration/secret/#restriction-names-data */
function inData({ stringData, ...secret }) {
    const plain = Object.entries((0,kube_object/* isMap */.jh)(stringData) ? stringData : {});
    const encoded = Object.entries((0,kube_object/* isMap */.jh)(secret.data) ? secret.data : {});
    const data = {
        ...Object.fromEntries(encoded.map(([key, value]) => [key, sameForm(textOf(value))])),
        ...Object.fromEntries(plain.map(([key, value]) => [key, Buffer.from(textOf(value)).toString("base64")])),
    };
    const { data: _, ...rest } = secret;
    return Object.keys(data).length === 0 ? rest : { ...rest, data };
}
/** Base64 may be written with line breaks. */
function sameForm(encoded) {
    return Buffer.from(encoded, "base64").toString("base64");
}

// EXTERNAL MODULE: ./node_modules/diff/libesm/patch/create.js + 2 modules
var create = __webpack_require__(37291);
// EXTERNAL MODULE: ./node_modules/yaml/dist/index.js
var dist = __webpack_require__(38815);
;// CONCATENATED MODULE: ./build/plan/text-diff.js


const CONTEXT_LINES = 3;
const LINES = 200;
const LINE_CHARACTERS = 1000;
/** Above it the time grows with the square of it, and nobody reads such a diff. */
const MOST_EDITS = 1500;
/**
 * A unified diff of two objects as YAML, without file headers; bounded.
 * @param hide takes out what must not be shown, while the text is still whole
 */
function objectDiff(before, after, hide) {
    return bounded(hide(lineDiff(yamlOf(before), yamlOf(after))));
}
function yamlOf(object) {
    if (object === undefined)
        return "";
    // No line is folded, since what is hidden line by line would not be found; 1.1, since Helm would read `on` as true.
    return (0,dist/* stringify */.As)(object, { sortMapEntries: true, lineWidth: 0, aliasDuplicateObjects: false, version: "1.1" });
}
function lineDiff(before, after) {
    const options = { context: CONTEXT_LINES, maxEditLength: MOST_EDITS };
    const patch = (0,create/* structuredPatch */.YB)("", "", before, after, "", "", options);
    if (patch !== undefined)
        return (0,create/* formatPatch */.Gu)(patch, create/* OMIT_HEADERS */.Jg).trimEnd();
    const all = (text, sign) => text.trimEnd().replace(/^/gm, sign);
    return `${all(before, "-")}\n${all(after, "+")}`;
}
function bounded(diff) {
    const lines = diff === "" ? [] : diff.split("\n");
    const shown = lines.slice(0, LINES).map((line) => {
        const more = line.length - LINE_CHARACTERS;
        return more > 0 ? `${line.slice(0, LINE_CHARACTERS)}… (${more} more characters)` : line;
    });
    const left = lines.length - LINES;
    return [...shown, ...(left > 0 ? [`… ${left} more lines`] : [])].join("\n");
}

;// CONCATENATED MODULE: ./build/plan/planned-hooks.js



/** Hooks as they are rendered now beside those that Helm stored: what a hook made may be gone, so that the cluster cannot tell. */
function plannedHooks({ original, rendered }, { namespace, hide }) {
    const [old, now] = [numbered(original, namespace), numbered(rendered, namespace)];
    const change = (action, object, stored) => {
        const { before, after, differ } = shownSides({ before: stored, after: action === "delete" ? undefined : object });
        const { kind, metadata } = object;
        return {
            action: differ ? action : "same",
            kind,
            namespace: metadata.namespace ?? namespace,
            name: metadata.name,
            hook: true,
            diff: differ ? objectDiff(before, after, hide) : "",
        };
    };
    return [
        ...[...now].map(([key, object]) => change(old.has(key) ? "change" : "create", object, old.get(key))),
        ...[...old].filter(([key]) => !now.has(key)).map(([, object]) => change("delete", object, object)),
    ];
}
/** A chart may have several hooks of one name, each for an event of its own. */
function numbered(objects, namespace) {
    const found = new Map();
    for (const object of objects) {
        const key = (0,kube_object/* keyOf */.TN)(object, namespace);
        let number = 1;
        while (found.has(`${key} ${number}`))
            number++;
        found.set(`${key} ${number}`, object);
    }
    return found;
}

;// CONCATENATED MODULE: ./build/plan/planned-objects.js





/** What is rendered, in its order, with what Helm stored of it; then what is stored only. Of duplicates the last one counts, as for Helm. */
function pairsOf({ original, rendered }, namespace) {
    const byKey = (objects) => new Map(objects.map((object) => [(0,kube_object/* keyOf */.TN)(object, namespace), object]));
    const [old, now] = [byKey(original), byKey(rendered)];
    return [
        ...[...now].map(([key, object]) => ({ original: old.get(key), rendered: object })),
        ...[...old].filter(([key]) => !now.has(key)).map(([, object]) => ({ original: object })),
    ].map(({ original: stored, ...pair }) => (stored ? { ...pair, original: stored } : pair));
}
/** @returns no change for what is to be deleted, and is gone already */
function plannedObject(pair, compared, { hide, forced }) {
    const words = (text) => hide(withoutSecrets(text, [pair.original, pair.rendered, compared.before]));
    const object = pair.rendered ?? pair.original;
    if (object === undefined)
        return {};
    const found = pair.rendered ? changeOf(pair, compared) : removalOf(pair, compared);
    if (found === undefined)
        return {};
    const { before, after, differ } = shownSides(found);
    const { kind, metadata } = object;
    const namespace = (compared.before ?? compared.after ?? object).metadata.namespace ?? "";
    const problem = isTakenOver(object, compared, forced) ? undefined : compared.problem;
    const action = found.action === "change" && !differ && problem === undefined ? "same" : found.action;
    return {
        change: {
            action,
            kind,
            namespace,
            name: metadata.name,
            diff: action === "same" || action === "keep" ? "" : objectDiff(before, after, hide),
            ...(problem === undefined ? {} : { problem: words(problem) }),
        },
        ...(compared.uncompared === undefined
            ? {}
            : {
                note: `${kind} ${metadata.name} was compared with what Helm stored, not with what is live: ${words(compared.uncompared)}`,
            }),
    };
}
function changeOf({ original, rendered }, { before, after, problem, uncompared }) {
    if (uncompared !== undefined || (problem !== undefined && after === undefined)) {
        const known = original ?? before;
        return { action: known === undefined ? "create" : "change", before: known, after: rendered };
    }
    // The rendered one: what Helm adds to each of its objects tells nothing.
    if (before === undefined)
        return { action: "create", before, after: rendered };
    return { action: "change", before, after };
}
function removalOf({ original }, { before, uncompared }) {
    const there = uncompared === undefined ? before : original;
    if (there === undefined)
        return undefined;
    return { action: isLeftBehind(there) ? "keep" : "delete", before: there, after: undefined };
}
/** Whether there is a conflict that a deploy ends: about the switch of a CronJob it always does. */
function isTakenOver(object, { conflicts = [] }, forced) {
    const isCronJob = object.kind === "CronJob" && (0,kube_object/* groupOf */.F8)(object) === "batch";
    return conflicts.length > 0 && (forced || (isCronJob && conflicts.every((field) => field === ".spec.suspend")));
}

;// CONCATENATED MODULE: ./build/playbook/plan/make-plan.js




/**
 * What a deploy would change, as the cluster itself says. Writes nothing.
 * @param ports.hidden takes secrets out of a text: of Secrets no value is shown in any case
 * @throws OutsideError when the cluster does not answer
 */
async function makePlan({ release, namespace, original, rendered, serverSide, forced = false }, { dryRun, hidden = (text) => text }) {
    const known = new Map();
    const objects = {
        original: (0,documents/* documentsOf */.u)(original?.manifest ?? "", known),
        rendered: (0,documents/* documentsOf */.u)(rendered.manifest, known),
    };
    const hooks = { original: ofHooks(original?.hooks ?? [], known), rendered: ofHooks(rendered.hooks, known) };
    const pairs = pairsOf({ original: objects.original.objects, rendered: objects.rendered.objects }, namespace);
    const sent = pairs.map((pair) => pair.rendered ? { ...pair, rendered: asHelmSends(pair.rendered, { release, namespace }) } : pair);
    const compared = await dryRun.compare(sent, { namespace, serverSide });
    const planned = pairs.map((pair, index) => plannedObject(pair, compared[index] ?? {}, { hide: hidden, forced }));
    const changes = [
        ...planned.flatMap(({ change }) => change ?? []),
        ...plannedHooks({ original: hooks.original.objects, rendered: hooks.rendered.objects }, { namespace, hide: hidden }),
    ];
    const unread = [objects.original, objects.rendered, hooks.original, hooks.rendered].flatMap((each) => each.unread);
    const notes = [
        ...planned.flatMap(({ note }) => note ?? []),
        ...[...new Set(unread)].map((place) => `${place} cannot be read as YAML, and is not compared`),
    ];
    const isUnchanged = notes.length === 0 && changes.every(({ action, problem }) => action === "same" && problem === undefined);
    return { changes, isUnchanged, notes };
}
function ofHooks(hooks, known) {
    const found = hooks.map(({ manifest }) => (0,documents/* documentsOf */.u)(manifest, known));
    return { objects: found.flatMap(({ objects }) => objects), unread: found.flatMap(({ unread }) => unread) };
}


/***/ }),

/***/ 30401:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   c: () => (/* binding */ planIfPossible),
/* harmony export */   f: () => (/* binding */ tellPlan)
/* harmony export */ });
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(19473);
/* harmony import */ var _report_plan_report_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(65989);


/** Tells a plan in the log, folded under its totals. */
async function tellPlan(plan, log) {
    const [totals = "", ...lines] = (0,_report_plan_report_js__WEBPACK_IMPORTED_MODULE_1__/* .planLines */ .H)(plan);
    await log.group(`Plan: ${totals}`, async () => {
        for (const line of lines)
            log.info(line);
    });
}
/**
 * Makes a plan where that is only good to have: Helm will say itself what is wrong.
 * @param of what it is a plan of, such as "deploy"
 */
async function planIfPossible(of, log, make) {
    try {
        return await make();
    }
    catch (error) {
        log.info(`There is no plan of this ${of}: ${(0,_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .describeError */ .Uc)(error)}`);
        return undefined;
    }
}


/***/ }),

/***/ 79253:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   T: () => (/* binding */ chooseWay),
/* harmony export */   q: () => (/* binding */ actionOf)
/* harmony export */ });
/**
 * Decides what to do about a situation whose run, if it has one, is dead. A release that once was deployed is never
 * uninstalled, unless somebody else has begun that already.
 * @returns the way, or the refusal with the command that leads on
 */
function chooseWay(situation, wishes) {
    const { release, namespace, recover, onFailure } = wishes;
    const back = (revision) => (onFailure === "keep" ? "keep" : { rollBackTo: revision });
    const refuse = (command) => ({
        refusal: `${release} is ${"last" in situation ? situation.last.status : "absent"}, and recover is never. Run\n  ${command}\nand deploy again, or set recover: auto`,
    });
    const uninstall = `helm uninstall ${release} --namespace ${namespace}`;
    switch (situation.kind) {
        case "absent":
            return { first: "nothing", deploy: "install", otherwise: "keep" };
        case "deployed":
            return { first: "nothing", deploy: "upgrade", otherwise: back(situation.lastGood) };
        case "failed": {
            const { lastGood } = situation;
            if (typeof lastGood === "number")
                return { first: "nothing", deploy: "upgrade", otherwise: back(lastGood) };
            const may = recover !== "never" && lastGood === "none";
            return { first: "nothing", deploy: "upgrade", otherwise: may ? "reinstall" : "keep" };
        }
        case "pending": {
            const { lastGood } = situation;
            if (lastGood === "unknown") {
                return {
                    refusal: `${release} is ${situation.last.status}, and its history does not go back to a revision that was deployed. Only you can know whether it ever worked. If it did not, run\n  ${uninstall}\nand deploy again`,
                };
            }
            if (lastGood === "none") {
                return recover === "never" ? refuse(uninstall) : { first: "uninstall", deploy: "install", otherwise: "keep" };
            }
            if (recover === "never")
                return refuse(`helm rollback ${release} ${lastGood} --namespace ${namespace}`);
            return { first: { rollBackTo: lastGood }, deploy: "upgrade", otherwise: back(lastGood) };
        }
        default:
            return recover === "never" ? refuse(uninstall) : { first: "uninstall", deploy: "install", otherwise: "keep" };
    }
}
/** What a deploy is called in its outputs. */
function actionOf({ first, deploy }) {
    return first === "nothing" ? deploy : `recovered-${deploy}`;
}


/***/ })

};
