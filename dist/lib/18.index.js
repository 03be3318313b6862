export const id = 18;
export const ids = [18];
export const modules = {

/***/ 49613:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   W: () => (/* binding */ cancellation)
/* harmony export */ });
/**
 * Fires when the job is cancelled. GitHub sends SIGINT, 7.5 s later SIGTERM, and kills 2.5 s after that:
 * https://docs.github.com/actions/reference/workflows-and-actions/workflow-cancellation
 */
function cancellation(onCancel) {
    const cancelled = new AbortController();
    const cancel = (name) => {
        if (cancelled.signal.aborted)
            return;
        onCancel(name);
        cancelled.abort(new Error(`the job was cancelled (${name})`));
    };
    const signals = ["SIGINT", "SIGTERM"];
    for (const name of signals)
        process.on(name, cancel);
    return {
        signal: cancelled.signal,
        end() {
            for (const name of signals)
                process.off(name, cancel);
        },
    };
}


/***/ }),

/***/ 14713:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   FW: () => (/* binding */ postStep),
/* harmony export */   J$: () => (/* binding */ helmProgram),
/* harmony export */   Tv: () => (/* binding */ forgetUnfinished),
/* harmony export */   lb: () => (/* binding */ newHolder),
/* harmony export */   zZ: () => (/* binding */ unfinishedRun)
/* harmony export */ });
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(77598);

const STATE = "unfinished";
/** A name that no other process has, not even another attempt of the same run. */
function newHolder(runUrl) {
    return `${runUrl || "k8s-migrate"}#${(0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.randomUUID)()}`;
}
/** Tells the post step that the release is this run's to bring into order. */
function postStep(run, io) {
    return { expectAbove: (above) => io.keep(STATE, JSON.stringify({ ...run, above })) };
}
/** Tells the post step that the release is in order. */
function forgetUnfinished(io) {
    io.keep(STATE, "");
}
function unfinishedRun(io) {
    const kept = io.kept(STATE);
    return kept === "" ? undefined : JSON.parse(kept);
}
/** Helm as the step has it, its progress in the log. */
function helmProgram(path, io) {
    return { path, env: helmEnvironment(process.env), hidden: io.hidden, onLine: (line) => io.log.info(`helm: ${line}`) };
}
/**
 * Helm's environment is the job's, but for what would lead it to another cluster than the one that is read back
 * (HELM_KUBECONTEXT, HELM_KUBEAPISERVER ...), and for the inputs, secret ones among them.
 */
function helmEnvironment(env) {
    const entries = Object.entries(env).filter((entry) => entry[1] !== undefined);
    return Object.fromEntries(entries.filter(([name]) => !/^(HELM_KUBE|INPUT_)/.test(name)));
}


/***/ }),

/***/ 21759:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   m: () => (/* binding */ systemClock)
/* harmony export */ });
/* harmony import */ var node_timers_promises__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(58500);

const systemClock = {
    now: () => new Date(),
    async sleep(milliseconds, signal) {
        // An aborted wait is an early end, not a failure.
        await (0,node_timers_promises__WEBPACK_IMPORTED_MODULE_0__.setTimeout)(milliseconds, undefined, signal ? { signal } : {}).catch(() => undefined);
    },
};


/***/ }),

/***/ 23236:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   J: () => (/* binding */ clusterCronJobs)
/* harmony export */ });
/* harmony import */ var _api_errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(14520);

/** An empty list would change nothing: https://kubernetes.io/docs/reference/using-api/server-side-apply/#clearing-managedfields */
const NONE = [{}];
/** The suspend flags of a real cluster. */
function clusterCronJobs({ batch }) {
    return {
        async suspendStates(cronJobs) {
            const found = await Promise.all(cronJobs.map(async ({ namespace, name }) => {
                const live = await read({ namespace, name });
                return live === undefined ? [] : [{ namespace, name, suspend: live.spec?.suspend ?? false }];
            }));
            return found.flat();
        },
        async giveUpSuspend(cronJobs) {
            await Promise.all(cronJobs.map(giveUp));
        },
        async suspend(cronJobs) {
            await Promise.all(cronJobs.map(suspend));
        },
    };
    async function read({ namespace, name }) {
        try {
            return await batch.readNamespacedCronJob({ namespace, name });
        }
        catch (error) {
            if ((0,_api_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .isGone */ .ST)(error))
                return undefined;
            throw (0,_api_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .apiError */ .pb)(`read CronJob ${name} in namespace ${namespace}`, error);
        }
    }
    /** By a manager of our own: the next deploy takes the flag back from it. */
    async function suspend({ namespace, name }) {
        const { PatchStrategy, setHeaderOptions } = await __webpack_require__.e(/* import() */ 9655).then(__webpack_require__.bind(__webpack_require__, 29655));
        try {
            await batch.patchNamespacedCronJob({ namespace, name, body: { spec: { suspend: true } }, fieldManager: "k8s-migrate" }, setHeaderOptions("Content-Type", PatchStrategy.MergePatch));
        }
        catch (error) {
            if (!(0,_api_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .isGone */ .ST)(error))
                throw (0,_api_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .apiError */ .pb)(`suspend CronJob ${name} in namespace ${namespace}`, error);
        }
    }
    /** Again when something else wrote in between. */
    async function giveUp(cronJob) {
        const { PatchStrategy, setHeaderOptions } = await __webpack_require__.e(/* import() */ 9655).then(__webpack_require__.bind(__webpack_require__, 29655));
        for (let tries = 1;; tries++) {
            const { metadata } = (await read(cronJob)) ?? {};
            const managedFields = metadata?.managedFields ?? [];
            const left = managedFields.flatMap((entry) => (isHelm(entry) ? entry : withoutSuspend(entry)));
            const isSame = left.length === managedFields.length && left.every((entry, index) => entry === managedFields[index]);
            if (metadata === undefined || isSame)
                return;
            const body = {
                metadata: { resourceVersion: metadata.resourceVersion, managedFields: left.length === 0 ? NONE : left },
            };
            try {
                await batch.patchNamespacedCronJob({ ...cronJob, body }, setHeaderOptions("Content-Type", PatchStrategy.MergePatch));
                return;
            }
            catch (error) {
                if ((0,_api_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .apiStatus */ .$T)(error) === 409 && tries < 5)
                    continue;
                throw (0,_api_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .apiError */ .pb)(`give up the ownership of spec.suspend of CronJob ${cronJob.name} in namespace ${cronJob.namespace}`, error);
            }
        }
    }
}
/** Helm 4's own entry. What Helm 3 or a patch by that name wrote is another one, and in its way too. */
function isHelm({ manager, operation }) {
    return manager === "helm" && operation === "Apply";
}
/** https://kubernetes.io/docs/reference/using-api/server-side-apply/#field-management */
function withoutSuspend(entry) {
    const { "f:spec": spec, ...others } = (entry.fieldsV1 ?? {});
    if (spec === undefined || !("f:suspend" in spec))
        return entry;
    const { "f:suspend": _, ...rest } = spec;
    const fields = Object.keys(rest).length === 0 ? others : { ...others, "f:spec": rest };
    return Object.keys(fields).length === 0 ? [] : Object.assign(structuredClone(entry), { fieldsV1: fields });
}


/***/ }),

/***/ 14073:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Y: () => (/* binding */ cronJobsIn),
/* harmony export */   b: () => (/* binding */ withSuspend)
/* harmony export */ });
/* harmony import */ var yaml__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(38815);
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(19473);
/* harmony import */ var _values_yaml_as_helm_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(72094);



/** The CronJobs of a manifest. Those without a namespace of their own are in the release's. */
function cronJobsIn(manifest, releaseNamespace) {
    const found = [];
    withSuspend(manifest, releaseNamespace, (cronJob) => {
        found.push(cronJob);
        return undefined;
    });
    return found;
}
/**
 * A manifest with `spec.suspend` of its CronJobs set. Of all else every byte stays: Helm stores what it is given, and
 * whether anything changed is told by that.
 * @param decide gives the flag that shall stand in the manifest; `undefined` leaves the CronJob as it is
 * @throws UserError for a CronJob in a document that is no YAML: its flag cannot be told
 */
function withSuspend(manifest, releaseNamespace, decide) {
    // The marks between documents are kept, with what is behind each.
    return manifest
        .split(/(^---(?=\s|$))/m)
        .map((part) => (part.includes("CronJob") ? changed(part, releaseNamespace, decide) : part))
        .join("");
}
function changed(text, releaseNamespace, decide) {
    const document = (0,yaml__WEBPACK_IMPORTED_MODULE_0__/* .parseDocument */ .Tp)(text, _values_yaml_as_helm_js__WEBPACK_IMPORTED_MODULE_2__/* .YAML_AS_HELM */ .g);
    const [error] = document.errors;
    if (error !== undefined) {
        if (!/^\s*(- *)?["']?kind["']?: *["']?CronJob/m.test(text))
            return text;
        const source = /^# Source: (.+)$/m.exec(text)?.[1]?.trim() ?? "a document of the chart";
        throw new _errors_js__WEBPACK_IMPORTED_MODULE_1__/* .UserError */ .yo(`cronjob-policy: ${source} has a CronJob, and cannot be read as YAML (${error.code}); Helm takes it, but its suspend flag cannot be set: correct the YAML`);
    }
    const wanted = [];
    for (const map of objectMaps(document.contents)) {
        const { metadata, spec, ...named } = asRead(map, document);
        const { apiVersion, kind } = { ...listed(document), ...named };
        if (kind !== "CronJob" || !String(apiVersion).startsWith("batch/") || !metadata?.name || !spec)
            continue;
        const namespace = metadata.namespace ?? releaseNamespace;
        const suspend = decide({ namespace, name: metadata.name, suspend: spec.suspend === true });
        if (suspend !== undefined)
            wanted.push({ map, suspend });
    }
    if (wanted.length === 0)
        return text;
    const edits = wanted.map(({ map, suspend }) => editOf(text, map, suspend));
    if (edits.some((edit) => edit === undefined))
        return written(document, wanted);
    return edits
        .filter((edit) => edit !== undefined)
        .toSorted((a, b) => b.start - a.start)
        .reduce((rest, { start, end, put }) => rest.slice(0, start) + put + rest.slice(end), text);
}
/** The object of a document, or those of a List. */
function objectMaps(node) {
    if (!(0,yaml__WEBPACK_IMPORTED_MODULE_0__/* .isMap */ .jh)(node))
        return [];
    const items = node.get("items", true);
    return (0,yaml__WEBPACK_IMPORTED_MODULE_0__/* .isSeq */ .oP)(items) ? items.items.flatMap(objectMaps) : [node];
}
/** The items of a CronJobList need not say what they are. */
function listed(document) {
    if (!(0,yaml__WEBPACK_IMPORTED_MODULE_0__/* .isMap */ .jh)(document.contents))
        return {};
    const { apiVersion, kind } = document.toJS({ maxAliasCount: -1 });
    return kind === "CronJobList" ? { apiVersion, kind: "CronJob" } : {};
}
function asRead(map, document) {
    return map.toJS(document, { maxAliasCount: -1 });
}
/** Where in the text the flag is to be written; `undefined` where the form of the YAML is too rare for that. */
function editOf(text, cronJob, suspend) {
    const spec = cronJob.get("spec", true);
    if (!(0,yaml__WEBPACK_IMPORTED_MODULE_0__/* .isMap */ .jh)(spec) || spec.range == null)
        return undefined;
    const present = spec.items.filter(({ key }) => (0,yaml__WEBPACK_IMPORTED_MODULE_0__/* .isScalar */ .jn)(key) && key.value === "suspend");
    if (present.length > 1)
        return undefined;
    if (present[0] !== undefined)
        return replaced(text, present[0], suspend);
    return spec.flow ? inserted(text, spec, suspend) : insertedLine(text, spec, suspend);
}
function replaced(text, { value }, suspend) {
    const range = (0,yaml__WEBPACK_IMPORTED_MODULE_0__/* .isScalar */ .jn)(value) ? value.range : undefined;
    if (range == null)
        return undefined;
    const [start, end] = range;
    // `suspend:` with nothing behind it, or a comment.
    const [before, after] = start === end ? [/\s$/, /^\s|^$/] : [/^/, /^/];
    const pad = (isThere) => (isThere ? "" : " ");
    const put = `${pad(before.test(text.slice(0, start)))}${suspend}${pad(after.test(text.slice(end)))}`;
    return { start, end, put };
}
function inserted(text, spec, suspend) {
    const start = (spec.range?.[0] ?? 0) + 1;
    if (text[start - 1] !== "{")
        return undefined;
    return { start, end: start, put: `"suspend": ${suspend}${spec.items.length === 0 ? "" : ", "}` };
}
function insertedLine(text, spec, suspend) {
    const start = spec.items[0]?.key?.range?.[0];
    if (start === undefined)
        return undefined;
    const indent = text.slice(text.lastIndexOf("\n", start - 1) + 1, start);
    return /^ +$/.test(indent) ? { start, end: start, put: `suspend: ${suspend}\n${indent}` } : undefined;
}
/** The document written anew, for forms such as an alias in the place of `spec`. */
function written(document, wanted) {
    const flags = new Map(wanted.map(({ map, suspend }) => [map, suspend]));
    const objects = objectMaps(document.contents).map((map) => {
        const object = asRead(map, document);
        const suspend = flags.get(map);
        return suspend === undefined ? object : { ...object, spec: { ...object.spec, suspend } };
    });
    return objects
        .map((object) => `\n${(0,yaml__WEBPACK_IMPORTED_MODULE_0__/* .stringify */ .As)(object, { version: "1.1", aliasDuplicateObjects: false })}`)
        .join("---");
}


/***/ }),

/***/ 27059:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   X: () => (/* binding */ CRONJOB_POLICIES),
/* harmony export */   a: () => (/* binding */ wantedSuspend)
/* harmony export */ });
/** The first is the default. */
const CRONJOB_POLICIES = ["keep", "suspend", "resume"];
/**
 * What `spec.suspend` of a CronJob shall be.
 * @param rendered what the chart says
 * @param live what it is in the cluster; `undefined` when it is not there
 */
function wantedSuspend(policy, { rendered, live }) {
    if (policy === "keep")
        return live ?? rendered;
    return policy === "suspend";
}


/***/ }),

/***/ 53713:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  LR: () => (/* binding */ badEnd),
  Nz: () => (/* binding */ containerProblem),
  lw: () => (/* binding */ missingConfig),
  Gg: () => (/* binding */ titleOf)
});

;// CONCATENATED MODULE: ./build/evidence/image-missing.js
const MISSING = /not found|manifest unknown|name unknown|name not known|no such (manifest|image|repository|tag)|does not exist/;
/** A registry that does not let us in says the same of images that are there; and what is down may come back. */
const UNSURE = /authoriz|authentic|denied|forbidden|credential|no such host|time(d )?out|deadline exceeded|connection|unavailable|too many requests|x509|certificate|internal server error|bad gateway/;
/**
 * Whether a pull failed because the registry has no such image, by the runtime's words. False where these leave room for
 * anything that may heal.
 */
function isImageMissing(message) {
    // Names of images and addresses may hold any of the words.
    const text = message
        .replace(/"[^"]*"/g, "")
        .replace(/\S*\/\S*/g, "")
        .toLowerCase();
    return MISSING.test(text) && !UNSURE.test(text);
}

// EXTERNAL MODULE: ./build/evidence/text.js
var evidence_text = __webpack_require__(22205);
;// CONCATENATED MODULE: ./build/evidence/container-problems.js


// Reasons and messages are the kubelet's: https://github.com/kubernetes/kubernetes/tree/v1.36.3/pkg/kubelet
const PULL_REASONS = new Set([
    "ErrImagePull",
    "ImagePullBackOff",
    "ErrImageNeverPull",
    "ImageInspectError",
    "RegistryUnavailable",
    "SignatureValidationFailed",
]);
const START_REASONS = new Set([
    "CreateContainerError",
    "RunContainerError",
    "ContainerCannotRun",
    "PreCreateHookError",
    "PostStartHookError",
]);
/** Of a Secret or ConfigMap that is not there, or has no such key. */
const container_problems_MISSING = /(secret|configmap) "[^"]*" not found|couldn't find key .+ in (secret|configmap)/i;
/** What is wrong with one container; `undefined` where nothing is, or nothing of its own. */
function containerProblem(container, pod) {
    return imageProblem(container, pod) ?? startProblem(container, pod) ?? endProblem(container, pod);
}
/** The same for a missing Secret or ConfigMap, whoever says it. */
function missingConfig(message, pod, what) {
    if (!container_problems_MISSING.test(message))
        return undefined;
    const next = `create it in namespace ${pod.namespace}, or correct its name or key in the chart or its values`;
    return { kind: "config-missing", what, pod: pod.name, detail: (0,evidence_text/* oneLine */.TN)(message), next };
}
/** In which state it ended last, where that is what stops the pod now. */
function badEnd({ state, lastState, ready, restarts }) {
    if (state.kind === "terminated")
        return state.exitCode === 0 ? undefined : state;
    if (lastState?.kind !== "terminated" || restarts === 0 || ready)
        return undefined;
    // One that ends well and is started again and again is as bad.
    if (state.kind === "waiting")
        return state.reason === "CrashLoopBackOff" ? lastState : undefined;
    return lastState.exitCode === 0 ? undefined : lastState;
}
function imageProblem({ name, image, state }, pod) {
    const place = { image };
    if (state.reason === "InvalidImageName") {
        const what = `"${(0,evidence_text/* oneLine */.TN)(image)}" of container ${name} is no valid image name`;
        return {
            kind: "image-name-invalid",
            what,
            pod: pod.name,
            detail: "",
            place,
            next: "correct the image in the values",
        };
    }
    if (!PULL_REASONS.has(state.reason))
        return undefined;
    const named = `image ${(0,evidence_text/* oneLine */.TN)(image)} of container ${name}`;
    if (isImageMissing(state.message)) {
        const next = "push that image, or correct its name or tag in the values";
        return { kind: "image-not-found", what: `${named} is not in its registry`, pod: pod.name, detail: "", place, next };
    }
    const next = "check that the nodes reach the registry, and that the pull secret or the nodes' role may pull from it";
    const detail = (0,evidence_text/* oneLine */.TN)(state.message) || state.reason;
    return { kind: "image-not-pulled", what: `${named} cannot be pulled`, pod: pod.name, detail, place, next };
}
function startProblem(container, pod) {
    const { reason, message } = container.state;
    if (reason !== "CreateContainerConfigError" && !START_REASONS.has(reason))
        return undefined;
    const what = `${titleOf(container)} cannot start`;
    const missing = missingConfig(message, pod, what);
    if (missing)
        return missing;
    const next = "correct what it names in the chart or its values";
    return { kind: "not-started", what, pod: pod.name, detail: (0,evidence_text/* oneLine */.TN)(message) || reason, next };
}
function endProblem(container, pod) {
    const end = badEnd(container);
    if (end === undefined)
        return undefined;
    const title = titleOf(container);
    const detail = lastWords(container, end);
    const times = container.restarts > 0 ? `, ${(0,evidence_text/* counted */.hS)(container.restarts, "restart")}` : "";
    const code = end.exitCode === undefined ? "" : `, exit code ${end.exitCode}`;
    if (end.reason === "OOMKilled") {
        const what = `${title} was killed for using more memory than its limit${code}${times}`;
        const next = `raise resources.limits.memory of container ${container.name}, or find what uses the memory`;
        return { kind: "out-of-memory", what, pod: pod.name, detail, next };
    }
    const probe = killedByProbe(container, pod);
    if (probe)
        return { ...probe, what: `${probe.what}${times}` };
    if (end.exitCode === 0) {
        const what = `${title} ends by itself${code}${times}`;
        const next = "a container of such a workload must keep running: correct its command, or make it a Job";
        return { kind: "crash", what, pod: pod.name, detail, next };
    }
    const next = `read the log of container ${container.name} in the job summary, and correct the version or its settings`;
    const what = container.state.kind === "terminated" ? `${title} failed${code}${times}` : `${title} crashes${code}${times}`;
    return { kind: container.init ? "init-failed" : "crash", what, pod: pod.name, detail, next };
}
/** A container that the kubelet stops itself did not crash, whatever its exit code says. */
function killedByProbe(container, { name, events }) {
    const killing = new RegExp(`^Container ${escaped(container.name)} failed (liveness|startup) probe`);
    const probe = events.map(({ message }) => killing.exec(message)?.[1]).findLast((found) => found !== undefined);
    if (probe === undefined)
        return undefined;
    const said = events.findLast(({ reason, message }) => {
        return reason === "Unhealthy" && message.toLowerCase().startsWith(`${probe} probe`);
    });
    return {
        kind: "probe",
        what: `${titleOf(container)} is started again and again, since its ${probe} probe fails`,
        pod: name,
        detail: (0,evidence_text/* oneLine */.TN)(said?.message ?? ""),
        next: `check path, port and times of the ${probe} probe, and the log of container ${container.name} in the job summary`,
    };
}
/** What it said last: its log, else what the runtime says of its end, such as a command that is not in the image. */
function lastWords({ state, log, previousLog }, end) {
    const ofThatRun = end === state ? log : previousLog;
    if (end.reason === "StartError" || end.reason === "ContainerCannotRun")
        return (0,evidence_text/* oneLine */.TN)(end.message);
    return (0,evidence_text/* tellingLine */.c$)(ofThatRun) || (0,evidence_text/* tellingLine */.c$)(end.message.split("\n"));
}
function titleOf({ name, init }) {
    return `${init ? "init container" : "container"} ${name}`;
}
function escaped(text) {
    return text.replace(/[^a-z0-9]/gi, "\\$&");
}


/***/ }),

/***/ 44997:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   IN: () => (/* binding */ byWeight),
/* harmony export */   mm: () => (/* binding */ weightOf),
/* harmony export */   s0: () => (/* binding */ asFinding)
/* harmony export */ });
/** What may be wrong, the most telling first: what comes later is often only what follows from what comes before. */
const FINDING_KINDS = [
    "image-name-invalid",
    "image-not-found",
    "out-of-memory",
    "crash",
    "init-failed",
    "job-failed",
    "config-missing",
    "not-started",
    "refused",
    "image-not-pulled",
    "volume",
    "unschedulable",
    "probe",
    "evicted",
    "not-ready",
];
/** @param pods how many pods have the same problem */
function asFinding(object, { what, pod, detail, ...rest }, pods = 1) {
    const { kind, namespace, name, hook } = object;
    const more = pods > 1 ? ` and ${pods - 1} more` : "";
    const where = pod === undefined ? "" : ` (pod ${pod}${more})`;
    const problem = `${hook ? "Hook " : ""}${kind} ${name}: ${what}${where}${detail === "" ? "" : `: ${detail}`}`;
    return { ...rest, object: { kind, namespace, name }, problem };
}
/** The most telling first, and of two of a kind the hook's, for which Helm waits before it goes on. */
function byWeight(objects) {
    const hooks = new Set(objects.filter(({ hook }) => hook).map(keyOf));
    const weight = ({ kind, object }) => weightOf(kind) + (hooks.has(keyOf(object)) ? 0 : 0.5);
    return (a, b) => weight(a) - weight(b);
}
/** The less, the more telling. */
function weightOf(kind) {
    return FINDING_KINDS.indexOf(kind);
}
function keyOf({ kind, namespace, name }) {
    return `${namespace}/${kind}/${name}`;
}


/***/ }),

/***/ 21488:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   G: () => (/* binding */ problemsOf),
/* harmony export */   P: () => (/* binding */ findings)
/* harmony export */ });
/* harmony import */ var _finding_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(44997);
/* harmony import */ var _object_problems_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(6722);
/* harmony import */ var _pod_problems_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(1180);



/** Why objects are not ready, the most telling first: one finding for each object and kind. Objects that are ready give none. */
function findings(objects) {
    return objects
        .filter((object) => !(0,_object_problems_js__WEBPACK_IMPORTED_MODULE_0__/* .isWell */ .f5)(object))
        .flatMap((object) => problemsOf(object).map(({ problem, pods }) => (0,_finding_js__WEBPACK_IMPORTED_MODULE_2__/* .asFinding */ .s0)(object, problem, pods)))
        .toSorted((0,_finding_js__WEBPACK_IMPORTED_MODULE_2__/* .byWeight */ .IN)(objects));
}
/** What is wrong with one object that is not well, the most telling first, and how many of its pods have it. At least one. */
function problemsOf(object) {
    const job = (0,_object_problems_js__WEBPACK_IMPORTED_MODULE_0__/* .jobProblem */ .TM)(object);
    const byKind = Map.groupBy(object.pods.flatMap(_pod_problems_js__WEBPACK_IMPORTED_MODULE_1__/* .podProblems */ .U), ({ kind }) => kind);
    // It tells these as its own.
    if (job)
        for (const kind of ["crash", "init-failed"])
            byKind.delete(kind);
    const own = [job, (0,_object_problems_js__WEBPACK_IMPORTED_MODULE_0__/* .refusal */ .x5)(object)].filter((problem) => problem !== undefined);
    const all = [
        ...own.map((problem) => ({ problem, pods: 1 })),
        ...[...byKind.values()].map((problems) => {
            return { problem: mostTelling(problems), pods: new Set(problems.map(({ pod }) => pod)).size };
        }),
    ];
    if (all.length === 0)
        return [{ problem: (0,_object_problems_js__WEBPACK_IMPORTED_MODULE_0__/* .notReady */ .xA)(object), pods: 1 }];
    return all.toSorted((a, b) => (0,_finding_js__WEBPACK_IMPORTED_MODULE_2__/* .weightOf */ .mm)(a.problem.kind) - (0,_finding_js__WEBPACK_IMPORTED_MODULE_2__/* .weightOf */ .mm)(b.problem.kind));
}
function mostTelling(problems) {
    const [first, ...others] = problems;
    return first.detail === "" ? (others.find(({ detail }) => detail !== "") ?? first) : first;
}


/***/ }),

/***/ 6722:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   TM: () => (/* binding */ jobProblem),
/* harmony export */   ZR: () => (/* binding */ failedJob),
/* harmony export */   f5: () => (/* binding */ isWell),
/* harmony export */   x5: () => (/* binding */ refusal),
/* harmony export */   xA: () => (/* binding */ notReady)
/* harmony export */ });
/* harmony import */ var _pod_problems_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(1180);
/* harmony import */ var _text_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(22205);


/** Whether an object is as Helm waits for it to be. */
function isWell({ ready, wanted, conditions }) {
    return ready >= wanted || conditions.some(({ type, status }) => type === "Complete" && status === "True");
}
/** The condition by which a Job says that it has failed for good: https://kubernetes.io/docs/concepts/workloads/controllers/job/#terminal-job-conditions */
function failedJob({ kind, conditions }) {
    if (kind !== "Job")
        return undefined;
    return conditions.find(({ type, status }) => (type === "Failed" || type === "FailureTarget") && status === "True");
}
/** A Job that failed, or the pod of a hook. Its own containers tell more than it does. */
function jobProblem(object) {
    const { kind, hook, pods } = object;
    const failed = failedJob(object);
    const failedPod = kind === "Pod" && hook && pods.some(({ phase }) => phase === "Failed");
    if (failed === undefined && !failedPod)
        return undefined;
    const end = pods.flatMap(_pod_problems_js__WEBPACK_IMPORTED_MODULE_0__/* .podProblems */ .U).find((problem) => problem.kind === "crash" || problem.kind === "init-failed");
    const why = failed ? ` (${failed.reason})` : "";
    if (end)
        return { ...end, kind: "job-failed", what: `it failed${why}: ${end.what}` };
    const next = "its pods and events are in the job summary; correct the Job or its settings";
    return { kind: "job-failed", what: `it failed${why}`, detail: (0,_text_js__WEBPACK_IMPORTED_MODULE_1__/* .oneLine */ .TN)(failed?.message ?? ""), next };
}
/** Pods that the API server does not let in. */
function refusal(object) {
    const message = refusalMessage(object);
    if (message === undefined)
        return undefined;
    // "Error creating: pods …" of a ReplicaSet, "Create Pod db-0 in StatefulSet db failed error: pods …"
    const detail = (0,_text_js__WEBPACK_IMPORTED_MODULE_1__/* .oneLine */ .TN)(message.replace(/^Error creating: /, "").replace(/^create .*? failed error: /i, ""));
    return { kind: "refused", what: "its pods are refused", detail, next: admission(detail, object.namespace) };
}
function notReady(object) {
    const { kind, ready, wanted, pods, conditions } = object;
    const pod = pods.find((each) => (0,_pod_problems_js__WEBPACK_IMPORTED_MODULE_0__/* .waitsFor */ .i)(each) !== "");
    const stopped = conditions.find(({ type, status }) => type === "Progressing" && status === "False");
    const detail = pod
        ? (0,_pod_problems_js__WEBPACK_IMPORTED_MODULE_0__/* .waitsFor */ .i)(pod)
        : (0,_text_js__WEBPACK_IMPORTED_MODULE_1__/* .oneLine */ .TN)(stopped?.message ?? (pods.length === 0 ? "no pod of it is to be seen" : ""));
    const next = "raise timeout where it only needs longer; its pods and events are in the job summary";
    const what = `${ready}/${wanted} ${kind === "Job" ? "succeeded" : "ready"}`;
    return { kind: "not-ready", what, ...(pod ? { pod: pod.name } : {}), detail, next };
}
function refusalMessage({ conditions, events, pods, wanted }) {
    const condition = conditions.find(({ type, status, reason }) => {
        return ((type === "ReplicaFailure" && status === "True") || (type === "Progressing" && reason === "ReplicaSetCreateError"));
    });
    if (condition)
        return condition.message;
    const event = events.findLast(({ type, reason }) => type === "Warning" && reason === "FailedCreate");
    // Others than ReplicaSets do not say when it is over; a pod that came later does.
    const isOver = pods.length >= wanted || pods.some(({ createdAt }) => createdAt > (event?.at ?? ""));
    return event && !isOver ? event.message : undefined;
}
function admission(message, namespace) {
    const quota = /exceeded quota: ([^,\s]+)/.exec(message)?.[1];
    if (quota)
        return `raise the ResourceQuota ${quota} of namespace ${namespace}, or lower replicas or requests`;
    if (message.includes("violates PodSecurity")) {
        return `set the securityContext that it names, or the label pod-security.kubernetes.io/enforce of namespace ${namespace}`;
    }
    const account = /serviceaccount "([^"]+)" not found/.exec(message)?.[1];
    if (account)
        return `create the ServiceAccount ${account} in namespace ${namespace}, or correct its name in the values`;
    const webhook = /webhook "([^"]+)"/.exec(message)?.[1];
    if (webhook)
        return `see what the admission webhook ${webhook} asks for, or whether it runs at all`;
    return `correct what it names in the chart or its values, or the rule of namespace ${namespace} that refuses it`;
}


/***/ }),

/***/ 1180:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   U: () => (/* binding */ podProblems),
/* harmony export */   i: () => (/* binding */ waitsFor)
/* harmony export */ });
/* harmony import */ var _container_problems_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(53713);
/* harmony import */ var _text_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(22205);


/** What is wrong with a pod and its containers; empty for one that is well. */
function podProblems(pod) {
    if (pod.phase === "Succeeded" || conditionOf(pod, "Ready")?.status === "True")
        return [];
    const ofContainers = pod.containers.flatMap((container) => (0,_container_problems_js__WEBPACK_IMPORTED_MODULE_0__/* .containerProblem */ .Nz)(container, pod) ?? []);
    if (ofContainers.length > 0)
        return ofContainers;
    const ofPod = removed(pod) ?? notScheduled(pod) ?? notMounted(pod) ?? noSandbox(pod) ?? unhealthy(pod);
    return ofPod ? [ofPod] : [];
}
/** Why a pod is not ready that has no problem; may be empty. */
function waitsFor(pod) {
    const ready = conditionOf(pod, "Ready");
    // https://kubernetes.io/docs/concepts/workloads/pods/pod-lifecycle/#pod-readiness-gate
    if (ready?.reason === "ReadinessGatesNotReady")
        return (0,_text_js__WEBPACK_IMPORTED_MODULE_1__/* .oneLine */ .TN)(ready.message);
    const init = pod.containers.find((container) => container.init && container.state.kind === "running");
    if (init)
        return `${(0,_container_problems_js__WEBPACK_IMPORTED_MODULE_0__/* .titleOf */ .Gg)(init)} still runs`;
    const unready = pod.containers.find((container) => !container.ready);
    if (unready?.state.kind === "running")
        return `${(0,_container_problems_js__WEBPACK_IMPORTED_MODULE_0__/* .titleOf */ .Gg)(unready)} runs`;
    return unready && unready.state.reason !== "" ? `${(0,_container_problems_js__WEBPACK_IMPORTED_MODULE_0__/* .titleOf */ .Gg)(unready)}: ${unready.state.reason}` : "";
}
/** https://kubernetes.io/docs/concepts/scheduling-eviction/node-pressure-eviction/ and the like: the whole pod failed. */
function removed({ name, phase, reason, message }) {
    if (phase !== "Failed" || reason === "")
        return undefined;
    const next = "look at the node's pressure and at the pod's requests and limits; a pod in its place may get another node";
    return { kind: "evicted", what: `its pod failed: ${reason}`, pod: name, detail: (0,_text_js__WEBPACK_IMPORTED_MODULE_1__/* .oneLine */ .TN)(message), next };
}
function notScheduled(pod) {
    const scheduled = conditionOf(pod, "PodScheduled");
    if (scheduled?.status !== "False")
        return undefined;
    const { name, events } = pod;
    const detail = (0,_text_js__WEBPACK_IMPORTED_MODULE_1__/* .oneLine */ .TN)(scheduled.message) || scheduled.reason;
    if (/persistentvolumeclaim|persistent volumes? to bind/i.test(scheduled.message)) {
        const claim = lastWarning(events, (event) => event.about.startsWith("PersistentVolumeClaim "));
        const next = "check the claim's storage class and access mode, and that its provisioner runs";
        const said = claim ? (0,_text_js__WEBPACK_IMPORTED_MODULE_1__/* .oneLine */ .TN)(`${claim.about}: ${claim.message}`) : detail;
        return { kind: "volume", what: "it waits for a volume", pod: name, detail: said, next };
    }
    const next = "add a node that fits, or correct requests, node selector, affinity or tolerations in the values";
    return { kind: "unschedulable", what: "no node takes its pod", pod: name, detail, next };
}
function notMounted(pod) {
    if (hasRun(pod))
        return undefined;
    const failed = lastWarning(pod.events, ({ reason }) => /^Failed(Mount|AttachVolume|MapVolume)$/.test(reason));
    if (failed === undefined)
        return undefined;
    const missing = (0,_container_problems_js__WEBPACK_IMPORTED_MODULE_0__/* .missingConfig */ .lw)(failed.message, pod, "its pod waits for a volume");
    if (missing)
        return missing;
    const next = "check the volume and the claim that it names, and that the driver for it runs on the node";
    return { kind: "volume", what: "a volume cannot be mounted", pod: pod.name, detail: (0,_text_js__WEBPACK_IMPORTED_MODULE_1__/* .oneLine */ .TN)(failed.message), next };
}
/** Mostly the network, such as no free address in the subnet. */
function noSandbox(pod) {
    if (hasRun(pod))
        return undefined;
    const failed = lastWarning(pod.events, ({ reason }) => reason === "FailedCreatePodSandBox");
    if (failed === undefined)
        return undefined;
    const next = "check that the subnets of the nodes have free addresses, and the log of the network plugin";
    return { kind: "not-started", what: "its pod cannot start", pod: pod.name, detail: (0,_text_js__WEBPACK_IMPORTED_MODULE_1__/* .oneLine */ .TN)(failed.message), next };
}
function unhealthy(pod) {
    const container = pod.containers.find(({ init, ready, state }) => !init && !ready && state.kind === "running");
    const failed = lastWarning(pod.events, ({ reason }) => reason === "Unhealthy");
    if (container === undefined || failed === undefined)
        return undefined;
    return {
        kind: "probe",
        what: `${(0,_container_problems_js__WEBPACK_IMPORTED_MODULE_0__/* .titleOf */ .Gg)(container)} runs, but is not ready`,
        pod: pod.name,
        detail: (0,_text_js__WEBPACK_IMPORTED_MODULE_1__/* .oneLine */ .TN)(failed.message),
        next: `check path and port of the probe, and in the log of container ${container.name} in the job summary what it waits for`,
    };
}
function hasRun({ containers }) {
    return containers.some(({ state, lastState }) => state.kind !== "waiting" || lastState !== undefined);
}
function lastWarning(events, fits) {
    return events.findLast((event) => event.type === "Warning" && fits(event));
}
function conditionOf({ conditions }, type) {
    return conditions.find((each) => each.type === type);
}


/***/ }),

/***/ 89272:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   u: () => (/* binding */ documentsOf)
/* harmony export */ });
/* harmony import */ var yaml__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(38815);
/* harmony import */ var _values_yaml_as_helm_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(72094);
/* harmony import */ var _kube_object_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(42349);



/**
 * The objects of a rendered manifest, of Lists too. Where one is there twice, both are in it.
 * @param known what was read before, and is not read once more: most of a release stays as it is. It is added to.
 */
function documentsOf(manifest, known = new Map()) {
    const found = { objects: [], unread: [] };
    for (const text of manifest.split(/^---(?=\s|$)/m)) {
        if (!known.has(text))
            known.set(text, objectsOf(text));
        const objects = known.get(text);
        if (objects)
            found.objects.push(...objects);
        else
            found.unread.push(/^# Source: (.+)$/m.exec(text)?.[1]?.trim() ?? "a document");
    }
    return found;
}
function objectsOf(text) {
    const document = (0,yaml__WEBPACK_IMPORTED_MODULE_0__/* .parseDocument */ .Tp)(text, _values_yaml_as_helm_js__WEBPACK_IMPORTED_MODULE_1__/* .YAML_AS_HELM */ .g);
    // Parts of the text may be secret, and the parser's words hold some of it.
    return document.errors.length > 0 ? undefined : flat(document.toJS({ maxAliasCount: -1 }));
}
function flat(value) {
    if (!(0,_kube_object_js__WEBPACK_IMPORTED_MODULE_2__/* .isMap */ .jh)(value))
        return [];
    const { kind, items, apiVersion } = value;
    if (typeof kind === "string" && kind.endsWith("List") && Array.isArray(items)) {
        // The items of a ConfigMapList need not say what they are.
        const each = kind === "List" ? {} : { apiVersion, kind: kind.slice(0, -"List".length) };
        return items.flatMap((item) => flat((0,_kube_object_js__WEBPACK_IMPORTED_MODULE_2__/* .isMap */ .jh)(item) ? { ...each, ...item } : item));
    }
    return isNamed(value) ? [value] : [];
}
function isNamed(value) {
    const { apiVersion, kind, metadata } = value;
    return (typeof apiVersion === "string" && typeof kind === "string" && (0,_kube_object_js__WEBPACK_IMPORTED_MODULE_2__/* .isMap */ .jh)(metadata) && typeof metadata.name === "string");
}


/***/ }),

/***/ 71583:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   H: () => (/* binding */ planTotals)
/* harmony export */ });
const OBJECT_WORDS = [
    ["create", "to create"],
    ["change", "to change"],
    ["delete", "to delete"],
    ["keep", "to leave behind"],
    ["same", "unchanged"],
];
const HOOK_WORDS = [
    ["create", "new"],
    ["change", "changed"],
    ["delete", "dropped"],
];
/** Such as "1 to create, 2 to change, 5 unchanged; hooks: 1 changed". */
function planTotals({ changes }) {
    const objects = counted(changes.filter(({ hook }) => !hook), OBJECT_WORDS);
    const hooks = counted(changes.filter(({ hook }) => hook), HOOK_WORDS);
    const refused = changes.filter(({ problem }) => problem !== undefined).length;
    return [
        objects === "" ? "no objects" : objects,
        ...(hooks === "" ? [] : [`hooks: ${hooks}`]),
        ...(refused === 0 ? [] : [`${refused} the cluster would refuse`]),
    ].join("; ");
}
function counted(changes, words) {
    return words
        .map(([action, word]) => ({ count: changes.filter((change) => change.action === action).length, word }))
        .filter(({ count }) => count > 0)
        .map(({ count, word }) => `${count} ${word}`)
        .join(", ");
}


/***/ }),

/***/ 81425:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   C: () => (/* binding */ attempt)
/* harmony export */ });
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(19473);

/** For what only reports: it may fail with a warning, since the result stands by then. */
async function attempt(what, log, work) {
    try {
        return await work();
    }
    catch (error) {
        log.warn(`Could not ${what}: ${(0,_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .describeError */ .Uc)(error)}`);
        return undefined;
    }
}


/***/ }),

/***/ 5242:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  D: () => (/* binding */ removeLeftovers),
  g: () => (/* binding */ removeRelease)
});

// EXTERNAL MODULE: ./build/errors.js
var errors = __webpack_require__(19473);
// EXTERNAL MODULE: ./build/workloads/objects.js
var objects = __webpack_require__(40549);
;// CONCATENATED MODULE: ./build/release/data-holders.js

/**
 * What of a manifest takes data along that an uninstall would delete, volume claims aside: a Namespace with all that is in it,
 * a CustomResourceDefinition with every object of its kind in the cluster, and a StatefulSet that says so of its claims:
 * https://kubernetes.io/docs/concepts/workloads/controllers/statefulset/#persistentvolumeclaim-retention
 */
function dataHolders(manifest) {
    return manifest.split(/^---\s*$/m).flatMap((document) => {
        if (/^\s*["']?helm\.sh\/resource-policy["']?:\s*["']?keep/m.test(document))
            return [];
        return (0,objects/* allObjectsOf */.p)(document, "")
            .filter(({ kind }) => {
            if (kind === "StatefulSet")
                return /\bwhenDeleted["']?:\s*["']?Delete\b/.test(document);
            return kind === "Namespace" || kind === "CustomResourceDefinition";
        })
            .map(({ kind, name }) => `${kind} ${name}`);
    });
}

// EXTERNAL MODULE: ./build/release/made-objects.js
var made_objects = __webpack_require__(2876);
;// CONCATENATED MODULE: ./build/playbook/deploy/clear-the-way.js




/**
 * Removes a release that never was deployed, or whose uninstall somebody has begun, with all its revisions.
 * @param last its newest revision
 * @throws UserError when what holds data would go with it and `recover` does not allow that
 */
async function removeRelease(request, { last, stop }, ports) {
    const { release, namespace, recover } = request;
    const { live, log } = ports;
    if (last !== undefined && last.status !== "uninstalling" && recover !== "auto-delete-volumes") {
        const claims = await live.volumeClaims((0,objects/* objectsOf */.i)(last.manifest, namespace));
        const holders = [...claims.map((name) => `PersistentVolumeClaim ${name}`), ...dataHolders(last.manifest)];
        if (holders.length > 0)
            throw new errors/* UserError */.yo(dataProblem(release, namespace, holders));
    }
    log.info(`Uninstalling ${release}, which ${last?.status === "uninstalling" ? "was begun before" : "never was deployed"}`);
    if (last !== undefined)
        await removeLeftovers(last, ports, stop);
    await uninstall(request, stop, ports);
    // Helm may end before: an install would take an object that is about to go for one that is there.
    if (last !== undefined)
        await live.untilGone((0,objects/* allObjectsOf */.p)(last.manifest, namespace), request.timeoutMs, stop);
}
async function uninstall(request, stop, { helm, releases, log }) {
    const isGone = async () => (await releases.history(request.release, request.namespace)).length === 0;
    try {
        await helm.uninstall(request, stop);
    }
    catch (error) {
        if (stop.aborted)
            throw error;
        if (await isGone()) {
            // When its wait is over Helm fails, with the release removed and objects still on their way out.
            log.info(`Helm did not wait for the end of all objects: ${(0,errors/* describeError */.Uc)(error)}`);
            return;
        }
        // A hook before the deletion may need what never came up, and would fail each time.
        log.warn(`The uninstall failed: trying without hooks. ${(0,errors/* describeError */.Uc)(error)}`);
        await helm.uninstall({ ...request, noHooks: true }, stop);
    }
}
function dataProblem(release, namespace, holders) {
    return `${release} never was deployed, and cleaning it up would delete what may hold data: ${holders.join(", ")}. Set recover: auto-delete-volumes to delete it, or save what is in it and run\n  helm uninstall ${release} --namespace ${namespace}`;
}
/** Deletes what hooks of a revision that did not end well have left, where Helm would stumble over it. */
async function removeLeftovers(last, { live, log }, stop) {
    const removed = await live.removeRuns((0,made_objects/* leftoverRuns */.q)(last), stop);
    for (const name of removed)
        log.info(`Deleted ${name}, which a hook of revision ${last.revision} has left`);
}


/***/ }),

/***/ 23114:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  Y: () => (/* binding */ findSituation),
  Z: () => (/* binding */ readSituation)
});

// EXTERNAL MODULE: ./build/errors.js
var errors = __webpack_require__(19473);
;// CONCATENATED MODULE: ./build/release/pending-run.js
/**
 * Whether the run that made a pending revision is dead. Its Lease tells where it held one. Anything else, such as Helm by
 * hand, holds none: that counts as dead once the revision is older than `timeoutMs`, since Helm would have given up by then.
 */
function runIsDead(pending, facts) {
    const { deadHolder, now, timeoutMs } = facts;
    const since = Date.parse(pending.changedAt);
    if (deadHolder !== undefined) {
        // Helm writes whole seconds, by the same clock.
        const from = Date.parse(deadHolder.unsettledSince) - 1000;
        const to = Date.parse(deadHolder.renewedAt) + deadHolder.durationSeconds * 1000;
        if (since >= from && since <= to)
            return true;
    }
    return now.getTime() - since > timeoutMs;
}

// EXTERNAL MODULE: ./build/release/situation.js
var release_situation = __webpack_require__(89534);
;// CONCATENATED MODULE: ./build/playbook/deploy/find-situation.js



const POLL_MS = 1000;
/** Reads what is there now, and of superseded revisions whether they once were deployed. */
async function readSituation({ release, namespace }, { releases }) {
    const history = await releases.history(release, namespace);
    const situation = await (0,release_situation/* situationOf */._7)(history, async (revision) => {
        const found = await releases.read(release, namespace, revision);
        return found === undefined ? "failed" : (0,release_situation/* pastIn */.Wd)(found);
    });
    return { situation, history };
}
/**
 * Reads what is there, and waits while a run that holds no Lease is at work on it.
 * @param request.deadHolder who held the Lease before us and died with it
 * @throws UserError when `stop` fires while it waits
 */
async function findSituation(request, ports) {
    const { release, timeoutMs, deadHolder, stop } = request;
    const { log, clock } = ports;
    for (let told = false;; told = true) {
        const found = await readSituation(request, ports);
        const { situation } = found;
        if (situation.kind !== "pending" && situation.kind !== "uninstalling")
            return found;
        if (runIsDead(situation.last, { deadHolder, now: clock.now(), timeoutMs }))
            return found;
        if (!told) {
            log.info(`${release} is ${situation.last.status} since ${situation.last.changedAt}, by something that holds no Lease: waiting until it ends, or is older than the timeout`);
        }
        await clock.sleep(POLL_MS, stop);
        if (stop.aborted)
            throw new errors/* UserError */.yo(`${release}: stopped while waiting for another run; nothing was changed`);
    }
}


/***/ }),

/***/ 58224:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   A: () => (/* binding */ newestRevision),
/* harmony export */   i: () => (/* binding */ revisionsBefore)
/* harmony export */ });
/* harmony import */ var _release_release_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(43007);

/**
 * The newest revision as it is now, whole; `undefined` when there is none.
 * @param above only one that is newer than this
 */
async function newestRevision({ release, namespace }, { releases }, above = 0) {
    const last = (0,_release_release_js__WEBPACK_IMPORTED_MODULE_0__/* .newest */ .BP)(await releases.history(release, namespace));
    return last === undefined || last.revision <= above ? undefined : releases.read(release, namespace, last.revision);
}
/** What there is now, whole. */
async function revisionsBefore({ release, namespace }, { releases }) {
    const history = await releases.history(release, namespace);
    const [last, deployed] = [(0,_release_release_js__WEBPACK_IMPORTED_MODULE_0__/* .newest */ .BP)(history), (0,_release_release_js__WEBPACK_IMPORTED_MODULE_0__/* .deployedRevision */ .Sf)(history)];
    const read = async (found) => found && releases.read(release, namespace, found.revision);
    const newestRead = await read(last);
    const isSame = deployed === undefined || deployed.revision === last?.revision;
    return { newest: newestRead, compared: isSame ? newestRead : await read(deployed) };
}


/***/ }),

/***/ 75616:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  F: () => (/* binding */ rollBack)
});

// EXTERNAL MODULE: ./build/errors.js
var errors = __webpack_require__(19473);
// EXTERNAL MODULE: ./build/release/helm-messages.js
var helm_messages = __webpack_require__(7933);
// EXTERNAL MODULE: ./build/playbook/deploy/attempt.js
var attempt = __webpack_require__(81425);
// EXTERNAL MODULE: ./build/playbook/deploy/clear-the-way.js + 1 modules
var clear_the_way = __webpack_require__(5242);
// EXTERNAL MODULE: ./build/playbook/deploy/newest-revision.js
var newest_revision = __webpack_require__(58224);
// EXTERNAL MODULE: ./build/playbook/deploy/since-good.js
var since_good = __webpack_require__(50070);
// EXTERNAL MODULE: external "node:util"
var external_node_util_ = __webpack_require__(57975);
// EXTERNAL MODULE: ./build/plan/documents.js
var documents = __webpack_require__(89272);
// EXTERNAL MODULE: ./build/plan/kube-object.js
var kube_object = __webpack_require__(42349);
;// CONCATENATED MODULE: ./build/playbook/deploy/take-back.js




/**
 * Takes away fields that these revisions have set and the target of a rollback has not, where Helm itself would leave them.
 * On the server side nothing is left: the API server knows which fields Helm has set.
 */
async function takeBackFields(request, unseen, { helm, releases, live, log }) {
    const { release, namespace, revision } = request;
    if (unseen.length === 0)
        return;
    const target = await releases.read(release, namespace, revision);
    if (target === undefined || (helm.major === 4 && target.serverSide))
        return;
    const wanted = new Map((0,documents/* documentsOf */.u)(target.manifest).objects.map((object) => [(0,kube_object/* keyOf */.TN)(object, namespace), object]));
    for (const { revision: left, manifest } of unseen) {
        const pairs = (0,documents/* documentsOf */.u)(manifest).objects.flatMap((original) => {
            const rendered = wanted.get((0,kube_object/* keyOf */.TN)(original, namespace));
            return rendered === undefined || (0,external_node_util_.isDeepStrictEqual)(original, rendered) ? [] : [{ original, rendered }];
        });
        if (pairs.length === 0)
            continue;
        log.info(`Taking back what revision ${left} has set`);
        await (0,attempt/* attempt */.C)(`take back what revision ${left} has set`, log, () => live.takeBack(pairs, namespace));
    }
}
/** Deletes what only these revisions have: Helm does not look at them when it rolls back. */
async function removeAdded(request, unseen, { releases, live, log }) {
    const { release, namespace, revision } = request;
    if (unseen.length === 0)
        return;
    const target = await releases.read(release, namespace, revision);
    if (target === undefined)
        return;
    const wanted = new Set((0,documents/* documentsOf */.u)(target.manifest).objects.map((object) => (0,kube_object/* keyOf */.TN)(object, namespace)));
    for (const left of unseen) {
        const added = (0,documents/* documentsOf */.u)(left.manifest).objects.filter((object) => !wanted.has((0,kube_object/* keyOf */.TN)(object, namespace)));
        const removed = await (0,attempt/* attempt */.C)(`delete what revision ${left.revision} has added`, log, () => live.removeOwned(added.map((object) => named(object, namespace)), { release, namespace }));
        if (removed !== undefined && removed.length > 0)
            log.info(`Deleted what revision ${left.revision} has added: ${removed.join(", ")}`);
    }
}
function named({ apiVersion, kind, metadata }, releaseNamespace) {
    return { apiVersion, kind, namespace: metadata.namespace ?? releaseNamespace, name: metadata.name };
}

;// CONCATENATED MODULE: ./build/playbook/deploy/roll-back.js







/** A timeout that was short on purpose, for the deploy, must not leave the rollback half done. */
const SHORTEST_MS = 60_000;
/**
 * Takes a release back to a revision that once was deployed. The one place that does so.
 * @returns the revision that this has made
 * @throws OutsideError when Helm does not get there
 */
async function rollBack({ flags, ...request }, ports, stop) {
    const { release, revision } = request;
    const { helm, log } = ports;
    const patient = { ...request, timeoutMs: Math.max(request.timeoutMs, SHORTEST_MS) };
    log.info(`Rolling ${release} back to revision ${revision}`);
    const left = await (0,newest_revision/* newestRevision */.A)(request, ports);
    if (stop.aborted)
        throw stop.reason;
    await setFlags(request, flags, ports);
    // Helm compares with the newest one, and so takes away what that has added, but not what those before it have.
    let unseen = (await (0,since_good/* revisionsSinceGood */.y)(request, ports)).filter((each) => each.revision !== left?.revision);
    await takeBackFields(request, unseen, ports);
    try {
        await helm.rollback(patient, stop);
    }
    catch (error) {
        if (stop.aborted)
            throw error;
        const tried = await (0,newest_revision/* newestRevision */.A)(request, ports);
        if ((0,helm_messages/* stumblesOverDropped */.mF)((0,errors/* describeError */.Uc)(error))) {
            // That try has made a revision with the manifest to go back to: the next one compares with that, and finds all of it.
            log.info(`Helm stumbled over what revision ${left?.revision} drops and was not deleted yet: trying again`);
            if (left !== undefined)
                unseen = [left, ...unseen];
            await takeBackFields(request, unseen, ports);
            await helm.rollback(patient, stop);
        }
        else if (tried?.status === "pending-rollback" && tried.revision !== left?.revision) {
            // Helm leaves it so when a hook of the rollback fails, and every deploy would stop there.
            log.warn(`A hook of the rollback failed: going back without hooks. ${(0,errors/* describeError */.Uc)(error)}`);
            await helm.rollback({ ...patient, noHooks: true }, stop);
        }
        else
            throw error;
    }
    await removeAdded(request, unseen, ports);
    // What failed is no longer what is deployed: nobody will look at its runs again, and Helm would stumble over them.
    if (left !== undefined)
        await (0,attempt/* attempt */.C)("delete what its hooks have left", log, () => (0,clear_the_way/* removeLeftovers */.D)(left, ports, stop));
    return (0,newest_revision/* newestRevision */.A)(request, ports);
}
/**
 * Helm applies the manifest of that revision as it is stored, and takes no post-renderer: the suspend flags go into that.
 * https://github.com/helm/helm/blob/main/pkg/action/rollback.go
 */
async function setFlags({ release, namespace, revision }, flags, { releases }) {
    const target = await releases.read(release, namespace, revision);
    if (target === undefined)
        return;
    const manifest = await flags.applied(target.manifest);
    if (manifest !== target.manifest)
        await releases.rewriteManifest(target, manifest);
}


/***/ }),

/***/ 50070:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   y: () => (/* binding */ revisionsSinceGood)
/* harmony export */ });
/* harmony import */ var _release_situation_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(89534);

/**
 * The revisions since the last one that was deployed, whole, the newest first: something of each of them may be in the
 * cluster. None where the newest is deployed.
 */
async function revisionsSinceGood({ release, namespace }, { releases }) {
    const since = [];
    const history = await releases.history(release, namespace);
    for (const { revision } of history.toSorted((a, b) => b.revision - a.revision)) {
        const found = await releases.read(release, namespace, revision);
        if (found === undefined)
            continue;
        const past = found.status === "superseded" ? (0,_release_situation_js__WEBPACK_IMPORTED_MODULE_0__/* .pastIn */ .Wd)(found) : found.status;
        if (past === "deployed" || past === "uninstalled")
            break;
        since.push(found);
    }
    return since;
}


/***/ }),

/***/ 88077:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  _: () => (/* binding */ takeLease)
});

// EXTERNAL MODULE: ./build/errors.js
var errors = __webpack_require__(19473);
;// CONCATENATED MODULE: ./build/playbook/keep-lease.js

const DURATION_SECONDS = 15;
/** With no renewal for so long, a holder stops: before others may take the lease. */
const GIVE_UP_MS = 10_000;
const RENEW_MS = 5000;
const RETRY_MS = 1000;
/** A renewal without an answer for so long is tried again, maybe by another connection. */
const TRY_MS = 3000;
const RELEASE_TRIES = 3;
/** Of the ten seconds that GitHub gives to a cancelled job. */
const RELEASE_MS = 3000;
/** Renews a lease in the background that has just been written as ours. */
function keepLease(taken, deadHolder, ports) {
    const { leases, clock, log } = ports;
    const { namespace, name, holder } = taken;
    const ended = new AbortController();
    const lost = new AbortController();
    let mine = taken;
    let { journalHead } = taken;
    /** When the last renewal that succeeded was sent: it counts for others from then on or later. */
    let renewed = Date.parse(taken.renewedAt);
    let left;
    // Neither of them fails, and both end with `ended`.
    void renewals();
    void giveUp();
    return {
        deadHolder,
        lost: lost.signal,
        journalHead,
        keepJournalHead(head) {
            journalHead = head;
        },
        async release() {
            left ??= release();
            await left;
        },
        async abandon() {
            left ??= Promise.resolve(ended.abort());
            await left;
        },
    };
    async function renewals() {
        let pause = RENEW_MS;
        for (;;) {
            await clock.sleep(pause, ended.signal);
            if (ended.signal.aborted)
                return;
            try {
                pause = (await within(TRY_MS, renew())) ? RENEW_MS : RETRY_MS;
            }
            catch (error) {
                log.debug(`The lease ${name} was not renewed this time: ${(0,errors/* describeError */.Uc)(error)}`);
                pause = RETRY_MS;
            }
        }
    }
    /** False when it is still ours, yet not renewed. */
    async function renew() {
        const sent = clock.now();
        const written = await leases.write({ ...mine, ...kept(), renewedAt: sent.toISOString() }, mine.version);
        if (written === "forbidden")
            throw new Error("this login may no longer write it");
        if (written === "changed") {
            await readMine();
            return false;
        }
        mine = written;
        renewed = Math.max(renewed, sent.getTime());
        return true;
    }
    /** After a write of ours whose answer never came, the lease has a version that we do not know. False: not ours any more. */
    async function readMine() {
        const found = await leases.read(namespace, name);
        if (found === "forbidden")
            throw new Error("this login may no longer read it");
        if (found?.holder !== holder) {
            lose(`${found?.holder ? found.runUrl || found.holder : "somebody"} has taken it from this run`);
            return false;
        }
        mine = found;
        return true;
    }
    function kept() {
        return journalHead === undefined ? {} : { journalHead };
    }
    /** Apart from the renewals, since one of them may hang. */
    async function giveUp() {
        while (!ended.signal.aborted) {
            const silent = clock.now().getTime() - renewed;
            if (silent >= GIVE_UP_MS)
                lose(`it could not be renewed for ${GIVE_UP_MS / 1000} s`);
            else
                await clock.sleep(GIVE_UP_MS - silent, ended.signal);
        }
    }
    function lose(why) {
        if (ended.signal.aborted)
            return;
        ended.abort();
        lost.abort(new Error(`The lease ${name} in ${namespace} is lost: ${why}`));
    }
    async function release() {
        ended.abort();
        try {
            await within(RELEASE_MS, free());
        }
        catch (error) {
            log.debug(`The lease ${name} was not freed and runs out by itself: ${(0,errors/* describeError */.Uc)(error)}`);
        }
    }
    async function free() {
        for (let tries = 0; tries < RELEASE_TRIES; tries++) {
            const nobody = { holder: "", runUrl: "", unsettledSince: "", renewedAt: clock.now().toISOString() };
            const freed = { ...mine, ...kept(), ...nobody };
            const written = await leases.write(freed, mine.version);
            if (written === "forbidden")
                throw new Error("this login may no longer write it");
            // Changed by a renewal that was under way, or it is not ours.
            if (written !== "changed" || !(await readMine()))
                return;
        }
    }
    async function within(milliseconds, work) {
        const done = new AbortController();
        const late = async () => {
            await clock.sleep(milliseconds, done.signal);
            throw new Error(`no answer within ${milliseconds / 1000} s`);
        };
        try {
            return await Promise.race([work, late()]);
        }
        finally {
            done.abort();
        }
    }
}

;// CONCATENATED MODULE: ./build/playbook/hold-lease.js

const POLL_MS = 1000;
/**
 * Takes a lease, and renews it in the background until `release()`. `busy`: its holder is alive, and was for all of
 * `waitMs`; finding out whether it is alive can take 15 s more. Failures to read or to write are thrown: nothing is
 * held then that does not run out by itself. So is the reason of `cancelled` when that fires before the lease is held.
 *
 * A holder is dead when it has not changed the lease for its duration while we looked: the times in the lease are of
 * another machine's clock. https://pkg.go.dev/k8s.io/client-go/tools/leaderelection does the same.
 */
async function takeLease(request, ports, cancelled) {
    const { namespace, name, holder, runUrl, waitMs, dead } = request;
    const { leases, clock, log } = ports;
    const start = clock.now().getTime();
    let watch;
    let told = "";
    for (;;) {
        cancelled?.throwIfAborted();
        const found = await leases.read(namespace, name);
        if (found === "forbidden")
            return { state: "forbidden" };
        const now = clock.now();
        const free = found === undefined || found.holder === "" || found.holder === holder;
        if (!free)
            watch = watchOn(watch, found, now.getTime());
        if (free || found.holder === dead || isDead(found, watch, now)) {
            const at = now.toISOString();
            const unsettledSince = free ? at : found.unsettledSince || found.acquiredAt;
            const times = { acquiredAt: at, unsettledSince, renewedAt: at };
            const kept = found?.journalHead === undefined ? {} : { journalHead: found.journalHead };
            const wanted = { namespace, name, holder, runUrl, ...times, durationSeconds: DURATION_SECONDS, ...kept };
            const taken = await leases.write(wanted, found?.version);
            if (taken === "forbidden")
                return { state: "forbidden" };
            if (taken !== "changed") {
                if (!free)
                    log.info(`Took the lease ${name} over from ${nameOf(found)}, which is dead`);
                return { state: "held", lease: keepLease(taken, free ? undefined : found, ports) };
            }
            // Somebody else was quicker: look again who.
        }
        else {
            if (now.getTime() - start >= waitMs && isDecided(watch, now))
                return { state: "busy", by: found };
            if (told !== found.holder)
                log.info(`Waiting: the lease ${name} in ${namespace} is held by ${nameOf(found)}`);
            told = found.holder;
        }
        await clock.sleep(POLL_MS, cancelled);
    }
}
function watchOn(watch, { version }, now) {
    return watch?.version === version ? watch : { version, since: now, changed: watch !== undefined };
}
function isDead({ durationSeconds }, watch, now) {
    return silence(watch, now) >= (durationSeconds || DURATION_SECONDS) * 1000;
}
/**
 * Whether we have looked for long enough to say that the holder is alive: it renewed the lease, and not so long ago that
 * it must have given up by now; or the lease is not one of ours, and runs for longer.
 */
function isDecided(watch, now) {
    const silent = silence(watch, now);
    return (watch?.changed === true && silent < GIVE_UP_MS) || silent >= DURATION_SECONDS * 1000;
}
function silence(watch, now) {
    return watch === undefined ? 0 : now.getTime() - watch.since;
}
/** How to find the holder: its run where it has one. */
function nameOf({ holder, runUrl }) {
    return runUrl || holder;
}


/***/ }),

/***/ 65989:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   H: () => (/* binding */ planLines),
/* harmony export */   l: () => (/* binding */ planSection)
/* harmony export */ });
/* harmony import */ var _plan_plan_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(71583);
/* harmony import */ var _markdown_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(83280);


/** GitHub takes 1 MiB a step, and the rest of the summary is in it too: https://docs.github.com/actions/reference/workflows-and-actions/workflow-commands#step-isolation-and-limits */
const LIMIT_BYTES = 200 * 1024;
const ROWS = 200;
const WORDS_BYTES = 20 * 1024;
/** Of diffs in the log: a chart with hundreds of objects may change a label of each. */
const LOG_LINES = 2000;
const LINE_CHARACTERS = 1200;
/** A lone carriage return too: the runner begins a line after it. */
const LINE_END = /\r\n|\r|\n/;
const SIGNS = { create: "+", change: "~", delete: "-", keep: "=", same: " " };
const OBJECT_WORDS = {
    create: "create",
    change: "change",
    delete: "delete",
    keep: "leave behind (`helm.sh/resource-policy: keep`)",
    same: "",
};
const HOOK_WORDS = {
    ...OBJECT_WORDS,
    create: "new hook",
    change: "changed hook",
    delete: "dropped hook",
};
/** A plan for the log: the totals, then each object that differs, with its diff below it. At most 2000 lines are of diffs. */
function planLines(plan) {
    const name = namer(plan);
    let free = LOG_LINES;
    let left = 0;
    const objects = plan.changes.filter(isTold).flatMap((change) => {
        const diff = change.diff === "" ? [] : below(change.diff);
        // Once one is left out, so are all after it: with gaps nobody would see what is missing.
        const fits = left === 0 && diff.length <= free;
        if (fits)
            free -= diff.length;
        else if (diff.length > 0)
            left++;
        return [
            `${SIGNS[change.action]} ${name(change)}${change.action === "keep" ? " (left behind: the chart has it no more, and helm.sh/resource-policy is keep)" : ""}`,
            ...(change.problem === undefined ? [] : below(cut(`the cluster would refuse this: ${change.problem}`))),
            ...(fits ? diff : []),
        ];
    });
    const more = `The diffs of ${left} more objects are left out here: at most ${LOG_LINES} lines of diffs are shown.`;
    const notes = plan.notes.map((note) => oneLine(`Note: ${note}`));
    return [(0,_plan_plan_js__WEBPACK_IMPORTED_MODULE_0__/* .planTotals */ .H)(plan), ...objects, ...(left === 0 ? [] : [more]), ...notes].map(logLine);
}
/** A plan for the job summary, as Markdown: what is to happen with which object, and the diffs, folded. At most 200 KiB. */
function planSection(plan) {
    const name = namer(plan);
    const told = plan.changes.filter(isTold);
    const refused = told.flatMap((change) => {
        return change.problem === undefined ? [] : [`${name(change)}: ${change.problem}`];
    });
    const acts = told.filter(({ action }) => action !== "same");
    const rows = acts.slice(0, ROWS).map((change) => [wordsOf(change), name(change)]);
    const left = acts.length - rows.length;
    const parts = [
        "#### Plan",
        acts.length === 0 && plan.isUnchanged ? `Nothing would change: ${(0,_plan_plan_js__WEBPACK_IMPORTED_MODULE_0__/* .planTotals */ .H)(plan)}.` : `${(0,_plan_plan_js__WEBPACK_IMPORTED_MODULE_0__/* .planTotals */ .H)(plan)}.`,
        ...(refused.length === 0 ? [] : [`The cluster would refuse:\n\n${(0,_markdown_js__WEBPACK_IMPORTED_MODULE_1__/* .fenced */ .OF)(cut(refused.join("\n")))}`]),
        ...(rows.length === 0 ? [] : [(0,_markdown_js__WEBPACK_IMPORTED_MODULE_1__/* .table */ .tp)(["What", "Object"], rows)]),
        ...(left > 0 ? [`and ${left} more objects`] : []),
        ...(plan.notes.length === 0 ? [] : [`Not compared with the cluster:\n\n${(0,_markdown_js__WEBPACK_IMPORTED_MODULE_1__/* .fenced */ .OF)(cut(plan.notes.join("\n")))}`]),
    ];
    const blocks = acts.filter(({ diff }) => diff !== "").map((change) => block(name(change), change));
    return [...parts, ...fitting(blocks, LIMIT_BYTES - bytes(parts.join("\n\n")))].join("\n\n");
}
function isTold({ action, problem }) {
    return action !== "same" || problem !== undefined;
}
/** Names the namespace only where there are several. */
function namer({ changes }) {
    const several = new Set(changes.map(({ namespace }) => namespace).filter((each) => each !== "")).size > 1;
    return ({ kind, name, namespace, hook }) => oneLine(`${hook ? "hook " : ""}${kind} ${name}${several && namespace !== "" ? ` in ${namespace}` : ""}`);
}
function wordsOf({ action, hook }) {
    return (hook ? HOOK_WORDS : OBJECT_WORDS)[action];
}
/** With a bar, since the runner takes a line that starts with `::` for a command, whatever space is before it. */
function below(text) {
    return text.split(LINE_END).map((line) => `    | ${line}`.trimEnd());
}
/** The runner takes `##[` for a command too, wherever it is in a line. */
function logLine(text) {
    const line = text.replaceAll("##[", "## [");
    const more = line.length - LINE_CHARACTERS;
    return more > 0 ? `${line.slice(0, LINE_CHARACTERS)}… (${more} more characters)` : line;
}
function block(title, { action, diff }) {
    const escaped = title.replaceAll("&", "&amp;").replaceAll("<", "&lt;");
    const colored = (0,_markdown_js__WEBPACK_IMPORTED_MODULE_1__/* .fenced */ .OF)(diff).replace(/^(`+)text/, "$1diff");
    return `<details><summary>${SIGNS[action]} ${escaped}</summary>\n\n${colored}\n\n</details>`;
}
/** The blocks that fit, of which a long one does not keep out those after it. */
function fitting(blocks, limit) {
    const line = (left) => `${left} more diffs are left out here; the log has more of them.`;
    const shown = [];
    let free = limit - bytes(line(blocks.length)) - 2;
    for (const each of blocks) {
        const size = bytes(each) + 2;
        if (size > free)
            continue;
        free -= size;
        shown.push(each);
    }
    const left = blocks.length - shown.length;
    return left === 0 ? shown : [...shown, line(left)];
}
function cut(words) {
    return words.length > WORDS_BYTES ? `${words.slice(0, WORDS_BYTES)}…` : words;
}
function oneLine(words) {
    return words
        .split(LINE_END)
        .map((line) => line.trim())
        .filter((line) => line !== "")
        .join(" ");
}
function bytes(words) {
    return new TextEncoder().encode(words).length;
}


/***/ }),

/***/ 41924:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   C: () => (/* binding */ suspendFlags)
/* harmony export */ });
/* harmony import */ var _cronjobs_manifest_suspend_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(14073);
/* harmony import */ var _cronjobs_policy_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(27059);


/** @throws OutsideError from its calls when the cluster's CronJobs cannot be read */
function suspendFlags({ namespace, policy }, { cronJobs, log }) {
    const seen = new Map();
    const told = new Set();
    async function look(manifest) {
        const all = (0,_cronjobs_manifest_suspend_js__WEBPACK_IMPORTED_MODULE_0__/* .cronJobsIn */ .Y)(manifest, namespace);
        const states = all.length === 0 ? [] : await cronJobs.suspendStates(all);
        const live = new Map(states.map((state) => [keyOf(state), state.suspend]));
        for (const [key, suspend] of live)
            seen.set(key, suspend);
        return { all, live };
    }
    async function decide(manifest) {
        const { all, live } = await look(manifest);
        const wanted = new Map(all.map((cronJob) => {
            const key = keyOf(cronJob);
            return [key, (0,_cronjobs_policy_js__WEBPACK_IMPORTED_MODULE_1__/* .wantedSuspend */ .a)(policy, { rendered: cronJob.suspend, live: live.get(key) ?? seen.get(key) })];
        }));
        const changed = (0,_cronjobs_manifest_suspend_js__WEBPACK_IMPORTED_MODULE_0__/* .withSuspend */ .b)(manifest, namespace, (cronJob) => {
            const key = keyOf(cronJob);
            const suspend = wanted.get(key);
            // Not written where nothing would change: then the flag stays whose it is.
            return suspend === cronJob.suspend && (live.get(key) ?? suspend) === suspend ? undefined : suspend;
        });
        return { all, live, wanted, changed };
    }
    return {
        async remember(manifest) {
            await look(manifest);
        },
        async planned(manifest) {
            return (await decide(manifest)).changed;
        },
        async applied(manifest) {
            const { all, live, wanted, changed } = await decide(manifest);
            const differing = all.filter((each) => (live.get(keyOf(each)) ?? wanted.get(keyOf(each))) !== wanted.get(keyOf(each)));
            await cronJobs.giveUpSuspend(differing);
            for (const cronJob of all) {
                const suspend = wanted.get(keyOf(cronJob)) ?? cronJob.suspend;
                const line = `CronJob ${cronJob.name}: ${suspend ? "suspended" : "on"}, by cronjob-policy ${policy} (the chart says ${cronJob.suspend ? "suspended" : "on"})`;
                if (suspend !== cronJob.suspend && !told.has(line))
                    log.info(line);
                told.add(line);
            }
            return changed;
        },
        async asLive(manifest) {
            const { live } = await look(manifest);
            return (0,_cronjobs_manifest_suspend_js__WEBPACK_IMPORTED_MODULE_0__/* .withSuspend */ .b)(manifest, namespace, (cronJob) => {
                const suspend = live.get(keyOf(cronJob));
                return suspend === cronJob.suspend ? undefined : suspend;
            });
        },
    };
}
function keyOf({ namespace, name }) {
    return `${namespace}/${name}`;
}


/***/ }),

/***/ 7933:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   OC: () => (/* binding */ lacksKinds),
/* harmony export */   Ww: () => (/* binding */ isAnotherAtWork),
/* harmony export */   Ze: () => (/* binding */ leftIsInTheWay),
/* harmony export */   bT: () => (/* binding */ isAboutWaiting),
/* harmony export */   mF: () => (/* binding */ stumblesOverDropped)
/* harmony export */ });
/**
 * What Helm 3 and 4, or the API server through them, say when something of an earlier deploy is in the way. Each was seen
 * from Helm 3.17 and 4.1, or stands in their source: https://github.com/helm/helm/tree/main/pkg/action
 */
const LEFT_IN_THE_WAY = [
    /has no deployed releases/,
    /cannot be imported into the current release: invalid ownership metadata/,
    /already exists/,
    /field is immutable/,
    /Forbidden: updates to \w+ spec for fields other than/,
    /Apply failed with \d+ conflicts?/,
];
/**
 * Whether Helm gave up waiting, for workloads or hooks, or was stopped: what the cluster says about them then tells more than
 * Helm does. Any other message is a refusal, of Helm or of the API server, and tells itself what is wrong.
 */
function isAboutWaiting(message) {
    return /timed out waiting|context deadline exceeded(?! \(Client\.Timeout)|context canceled|not ready\. status: |hooks? failed|failed (pre|post)-[\w-]+: .*\bjob \S+ failed|was told to stop|was ended by SIG/.test(message);
}
/**
 * Whether a rollback stopped at an object that the revision it leaves does not have and the cluster still does, since the
 * upgrade to that revision was cut off before it deleted what it drops. Helm 3 and 4:
 * https://github.com/helm/helm/blob/v3.17.3/pkg/kube/client.go and https://github.com/helm/helm/blob/v4.1.4/pkg/kube/client.go
 */
function stumblesOverDropped(message) {
    return /original object \S+ with the name "[^"]*" not found|no \S+ with the name "[^"]*" found/.test(message);
}
/** Whether Helm refused since something else is at work on the release: https://github.com/helm/helm/issues/8987 */
function isAnotherAtWork(message) {
    return /another operation \(install\/upgrade\/rollback\) is in progress/.test(message);
}
/** Whether Helm was stopped by what an earlier deploy of the release has left in the cluster. */
function leftIsInTheWay(message) {
    return LEFT_IN_THE_WAY.some((pattern) => pattern.test(message));
}
/** Whether the cluster does not know a kind that the chart renders, such as one of a CRD that the chart itself brings. */
function lacksKinds(message) {
    return /no matches for kind "/.test(message);
}


/***/ }),

/***/ 2876:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   j: () => (/* binding */ objectsMadeBy),
/* harmony export */   q: () => (/* binding */ leftoverRuns)
/* harmony export */ });
/* harmony import */ var _workloads_objects_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(40549);

/** All that Helm makes on its way to this revision: the manifest's objects, and those of its hooks. */
function objectsMadeBy(action, { manifest, hooks, namespace }) {
    const run = hooks.filter(({ events }) => events.includes(`pre-${action}`) || events.includes(`post-${action}`));
    return [...(0,_workloads_objects_js__WEBPACK_IMPORTED_MODULE_0__/* .objectsOf */ .i)(manifest, namespace), ...run.flatMap((hook) => ofHook(hook, namespace))];
}
/**
 * The Jobs and Pods of hooks that Helm would stumble over when it runs them again: those whose policy does not let it delete
 * the last run first. https://helm.sh/docs/topics/charts_hooks/#hook-deletion-policies
 */
function leftoverRuns({ hooks, namespace }) {
    return hooks
        .filter(({ events }) => events.some((event) => /^(pre|post)-(install|upgrade|rollback)$/.test(event)))
        .filter(({ deletePolicies }) => deletePolicies.length > 0 && !deletePolicies.includes("before-hook-creation"))
        .flatMap((hook) => ofHook(hook, namespace))
        .filter(({ kind }) => kind === "Job" || kind === "Pod");
}
function ofHook({ manifest }, namespace) {
    return (0,_workloads_objects_js__WEBPACK_IMPORTED_MODULE_0__/* .objectsOf */ .i)(manifest, namespace).map((object) => ({ ...object, hook: true }));
}


/***/ }),

/***/ 89534:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Wd: () => (/* binding */ pastIn),
/* harmony export */   _7: () => (/* binding */ situationOf),
/* harmony export */   mm: () => (/* binding */ isPending),
/* harmony export */   ui: () => (/* binding */ isUnfinished)
/* harmony export */ });
/* harmony import */ var _release_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(43007);

/** States in which Helm refuses every upgrade, whether its process lives or not: https://github.com/helm/helm/issues/8987 */
const PENDING = ["pending-install", "pending-upgrade", "pending-rollback"];
/** Whether a run of Helm, of whatever kind, has not ended at this revision. */
function isUnfinished(status) {
    return isPending(status) || status === "uninstalling";
}
/** Whether an install, upgrade or rollback has not ended at this revision. */
function isPending(status) {
    return status !== undefined && PENDING.includes(status);
}
/**
 * Tells the situation from a release's history.
 * @param pastOf says of a superseded revision what it was before: see `pastIn`
 */
async function situationOf(history, pastOf) {
    const last = (0,_release_js__WEBPACK_IMPORTED_MODULE_0__/* .newest */ .BP)(history);
    if (last === undefined || last.status === "uninstalled")
        return { kind: "absent" };
    if (last.status === "uninstalling")
        return { kind: "uninstalling", last };
    const lastGood = await findLastGood(history, pastOf);
    if (last.status === "deployed")
        return { kind: "deployed", last, lastGood: last.revision };
    return { kind: isPending(last.status) ? "pending" : "failed", last, lastGood };
}
async function findLastGood(history, pastOf) {
    for (const { revision, status } of history.toSorted((a, b) => b.revision - a.revision)) {
        const past = status === "superseded" ? await pastOf(revision) : status;
        if (past === "deployed")
            return revision;
        // What was there before an uninstall with --keep-history is gone.
        if (past === "uninstalled")
            return "none";
    }
    return Math.min(...history.map(({ revision }) => revision)) === 1 ? "none" : "unknown";
}
/**
 * What a superseded revision was before. Helm gives that status to failed and uninstalled ones too, when the next install or
 * upgrade works; what it wrote into the description tells:
 * https://github.com/helm/helm/blob/main/pkg/action/upgrade.go, install.go and rollback.go
 */
function pastIn({ description }) {
    if (description === "superseded by new release")
        return "uninstalled";
    const failed = /^(Release|Upgrade|Rollback) ".*" failed: |^(Initial install underway|Preparing (install|upgrade))$/s;
    return failed.test(description) ? "failed" : "deployed";
}


/***/ }),

/***/ 72094:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   g: () => (/* binding */ YAML_AS_HELM)
/* harmony export */ });
/**
 * YAML as Helm reads it: 1.1 without times, numbers to the base of 60 and Ruby's types, and a key that is there twice is none of
 * our business. https://github.com/kubernetes-sigs/yaml/blob/master/goyaml.v2/resolve.go
 */
const YAML_AS_HELM = {
    version: "1.1",
    uniqueKeys: false,
    strict: false,
    logLevel: "silent",
    customTags,
};
function customTags(tags) {
    const leftOut = /:(timestamp|binary|omap|pairs|set)$/;
    return tags.filter((tag) => typeof tag === "string" || !(leftOut.test(tag.tag) || tag.format === "TIME"));
}


/***/ })

};
