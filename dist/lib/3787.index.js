export const id = 3787;
export const ids = [3787];
export const modules = {

/***/ 93787:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  run: () => (/* binding */ run)
});

// EXTERNAL MODULE: ./build/adapters/clock.js
var clock = __webpack_require__(21759);
// EXTERNAL MODULE: ./build/adapters/helm/helm-cli.js + 7 modules
var helm_cli = __webpack_require__(80426);
// EXTERNAL MODULE: ./build/adapters/kubernetes/client.js + 1 modules
var kubernetes_client = __webpack_require__(16656);
// EXTERNAL MODULE: ./build/adapters/kubernetes/leases.js
var leases = __webpack_require__(17731);
// EXTERNAL MODULE: ./build/adapters/kubernetes/live-objects.js + 8 modules
var live_objects = __webpack_require__(81753);
// EXTERNAL MODULE: ./build/adapters/kubernetes/release-secrets.js + 1 modules
var release_secrets = __webpack_require__(23442);
// EXTERNAL MODULE: ./build/adapters/kubernetes/suspend-flags.js
var suspend_flags = __webpack_require__(23236);
// EXTERNAL MODULE: ./build/errors.js
var errors = __webpack_require__(19473);
// EXTERNAL MODULE: ./build/release/lease-name.js
var lease_name = __webpack_require__(49502);
// EXTERNAL MODULE: ./build/release/situation.js
var release_situation = __webpack_require__(89534);
// EXTERNAL MODULE: ./build/playbook/hold-lease.js + 1 modules
var hold_lease = __webpack_require__(88077);
// EXTERNAL MODULE: ./build/playbook/suspend-flags.js
var playbook_suspend_flags = __webpack_require__(41924);
// EXTERNAL MODULE: ./build/playbook/deploy/find-situation.js + 1 modules
var find_situation = __webpack_require__(23114);
// EXTERNAL MODULE: ./build/playbook/deploy/roll-back.js + 1 modules
var roll_back = __webpack_require__(75616);
;// CONCATENATED MODULE: ./build/playbook/deploy/bring-back.js






/**
 * Brings the release of a run that was cancelled or killed back to the last revision that was deployed. For the post step:
 * the run's process has ended by then, so that its Lease need not be waited out. What never was deployed is left to the next
 * deploy, which cleans up; so is a release that another run works on by now.
 * @returns what was done; `undefined` when there was nothing to do
 */
async function bringBack(unfinished, ports, cancelled) {
    const { situation } = await (0,find_situation/* readSituation */.Z)(unfinished, ports);
    if (situation.kind === "absent" || situation.last.revision <= unfinished.above)
        return undefined;
    if (situation.kind === "deployed")
        return undefined;
    const { release, namespace, holder, runUrl, onFailure } = unfinished;
    const { revision, status } = situation.last;
    const lastGood = situation.kind !== "uninstalling" && typeof situation.lastGood === "number" ? situation.lastGood : undefined;
    const left = (said) => ({ said, rolledBack: false });
    const asItIs = left(`${release} is left at revision ${revision}, ${status}: the next deploy goes on from there`);
    // Its Lease, which nobody renews any more, then tells the next deploy that the run is dead.
    if ((0,release_situation/* isPending */.mm)(status) && (lastGood === undefined || onFailure === "keep"))
        return asItIs;
    const wanted = { namespace, name: (0,lease_name/* leaseNameFor */.R)(release), holder: `${holder} post`, runUrl, waitMs: 0, dead: holder };
    const taken = await (0,hold_lease/* takeLease */._)(wanted, ports, cancelled);
    if (taken.state === "busy")
        return left(`Somebody else works on ${release} by now: ${taken.by.runUrl || taken.by.holder}`);
    // Nothing tells then whether somebody else is at work by now.
    if (taken.state === "forbidden")
        return asItIs;
    const { lease } = taken;
    let inOrder = status === "failed";
    try {
        const now = (await (0,find_situation/* readSituation */.Z)(unfinished, ports)).situation;
        const isSame = "last" in now && now.last.revision === revision && now.last.status === status;
        if (!isSame || lease.deadHolder?.holder !== holder) {
            inOrder = true;
            return left(`Another run has worked on ${release} since`);
        }
        if (lastGood === undefined || onFailure === "keep")
            return asItIs;
        inOrder = false;
        const stop = AbortSignal.any([cancelled, lease.lost]);
        const flags = (0,playbook_suspend_flags/* suspendFlags */.C)({ namespace, policy: unfinished.cronjobPolicy }, ports);
        await (0,roll_back/* rollBack */.F)({ ...unfinished, revision: lastGood, wait: true, flags }, ports, stop);
        inOrder = true;
        const said = `This run ended before its deploy did: ${release} was ${status}, and was rolled back to revision ${lastGood}`;
        return { said, rolledBack: true };
    }
    finally {
        await (inOrder ? lease.release() : lease.abandon());
    }
}

// EXTERNAL MODULE: ./build/playbook/report/deploy-summary.js
var deploy_summary = __webpack_require__(94751);
// EXTERNAL MODULE: ./build/values/inline-values.js
var inline_values = __webpack_require__(75013);
// EXTERNAL MODULE: ./build/values/secrets.js
var secrets = __webpack_require__(14882);
// EXTERNAL MODULE: ./build/actions/cancellation.js
var cancellation = __webpack_require__(49613);
// EXTERNAL MODULE: ./build/actions/remove-kept-folder.js
var remove_kept_folder = __webpack_require__(28972);
// EXTERNAL MODULE: ./build/actions/run-action.js + 1 modules
var run_action = __webpack_require__(82644);
// EXTERNAL MODULE: ./build/actions/deploy/unfinished.js
var deploy_unfinished = __webpack_require__(14713);
;// CONCATENATED MODULE: ./build/actions/deploy/post.js
















/** The server ends everything of a cancelled job five minutes after the cancellation: https://docs.github.com/actions/reference/workflows-and-actions/workflow-cancellation */
const LONGEST_MS = 4 * 60_000;
/** Brings the release of a cancelled or killed deploy back, and takes away what that could not. */
async function run() {
    await (0,run_action/* runAction */.C)(async (io) => {
        // It has the inputs of the main step.
        io.hide((0,secrets/* masksFor */.RM)((0,inline_values/* leaves */.FQ)(io.text("secret-values"))));
        const unfinished = (0,deploy_unfinished/* unfinishedRun */.zZ)(io);
        if (unfinished === undefined)
            return;
        try {
            await finish(unfinished, io);
        }
        catch (error) {
            io.log.warn(`${unfinished.release} was not brought back: ${(0,errors/* describeError */.Uc)(error)}\nThe next deploy of it does so`);
        }
    });
    await (0,remove_kept_folder/* removeKeptFolder */.f)();
}
async function finish(unfinished, io) {
    io.log.info(`The deploy of ${unfinished.release} did not end by itself: looking at what it has left`);
    const client = await (0,kubernetes_client/* openCluster */.D)({ kubeconfig: unfinished.kubeconfig, context: unfinished.kubeContext });
    const cancelled = (0,cancellation/* cancellation */.W)((signal) => io.log.info(`Got ${signal}: telling Helm to stop`));
    try {
        const brought = await bringBack({ ...unfinished, timeoutMs: Math.min(unfinished.timeoutMs, LONGEST_MS) }, {
            helm: (0,helm_cli/* helmCli */.D)((0,deploy_unfinished/* helmProgram */.J$)(unfinished.helm.path, io), unfinished.helm),
            releases: (0,release_secrets/* releaseSecrets */.t)(client),
            leases: (0,leases/* clusterLeases */.Q)(client),
            live: (0,live_objects/* clusterObjects */.r)(client),
            cronJobs: (0,suspend_flags/* clusterCronJobs */.J)(client),
            log: io.log,
            clock: clock/* systemClock */.m,
        }, cancelled.signal);
        io.log.info(brought?.said ?? `${unfinished.release} is as it was before`);
        if (brought !== undefined)
            await io.summary((0,deploy_summary/* broughtBackSummary */.ze)(unfinished, brought));
    }
    finally {
        cancelled.end();
    }
}


/***/ }),

/***/ 28972:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   f: () => (/* binding */ removeKeptFolder)
/* harmony export */ });
/* harmony import */ var _adapters_private_folder_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(32699);
/* harmony import */ var _run_action_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(82644);


/** Removes the folder that the main step has made, with the kubeconfig and value files in it. */
async function removeKeptFolder() {
    await (0,_run_action_js__WEBPACK_IMPORTED_MODULE_1__/* .runAction */ .C)(async (io) => {
        const folder = io.kept("folder");
        if (folder !== "")
            await (0,_adapters_private_folder_js__WEBPACK_IMPORTED_MODULE_0__/* .removePrivateFolder */ .Yv)(folder);
    });
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

/***/ 94751:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   eN: () => (/* binding */ deploySummary),
/* harmony export */   ze: () => (/* binding */ broughtBackSummary),
/* harmony export */   zn: () => (/* binding */ notStartedSummary)
/* harmony export */ });
/* harmony import */ var _duration_duration_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(79805);
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(19473);
/* harmony import */ var _plan_plan_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(71583);
/* harmony import */ var _deploy_deploy_types_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(66785);
/* harmony import */ var _evidence_report_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(45243);
/* harmony import */ var _live_sections_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(83260);
/* harmony import */ var _markdown_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(83280);
/* harmony import */ var _plan_report_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(65989);








/** The job summary of a deploy, as Markdown. */
function deploySummary(result, subject) {
    const failed = (0,_deploy_deploy_types_js__WEBPACK_IMPORTED_MODULE_4__/* .isFailure */ .N)(result);
    const failures = result.failures.map((_, index) => failureSection(result, index));
    const parts = [
        heading(result, subject),
        failed ? (0,_markdown_js__WEBPACK_IMPORTED_MODULE_5__/* .fenced */ .OF)(subject.error) : "",
        (0,_markdown_js__WEBPACK_IMPORTED_MODULE_5__/* .table */ .tp)(["What", "Value"], facts(result, subject)),
        ...(failed ? failures : []),
        result.plan === undefined ? "" : (0,_plan_report_js__WEBPACK_IMPORTED_MODULE_3__/* .planSection */ .l)(result.plan),
        ...(0,_live_sections_js__WEBPACK_IMPORTED_MODULE_6__/* .liveSections */ .D)(result),
        ...(failed ? [] : failures),
    ];
    return `${parts.filter((part) => part !== "").join("\n\n")}\n`;
}
/** The job summary of a deploy that has no result: it was refused, or an error came before Helm had made anything. */
function notStartedSummary({ release, namespace }, { error, refused }) {
    const title = refused
        ? `### ⏸️ ${release} was not deployed to ${namespace}: nothing was changed`
        : failedHeading(release, namespace);
    return `${title}\n\n${(0,_markdown_js__WEBPACK_IMPORTED_MODULE_5__/* .fenced */ .OF)(error)}\n`;
}
/** What the post step adds for a deploy that was cancelled or killed. */
function broughtBackSummary({ release, namespace }, { said, rolledBack }) {
    return `### ${rolledBack ? "⏪" : "⚠️"} ${release} in ${namespace}, after its deploy was cut off\n\n${(0,_markdown_js__WEBPACK_IMPORTED_MODULE_5__/* .fenced */ .OF)(said)}\n`;
}
function failedHeading(release, namespace) {
    return `### ❌ ${release} was not deployed to ${namespace}`;
}
function heading(result, { release, namespace }) {
    if (result.status === "failed")
        return failedHeading(release, namespace);
    if (result.status === "rolled-back") {
        return `### ⏪ ${release} was not deployed to ${namespace}: rolled back to revision ${result.rolledBackTo}`;
    }
    if (result.status === "planned") {
        return `### 📝 Plan of a deploy of ${release} to ${namespace}${result.plan ? `: ${(0,_plan_plan_js__WEBPACK_IMPORTED_MODULE_7__/* .planTotals */ .H)(result.plan)}` : ""}`;
    }
    if (result.status === "unchanged")
        return `### ✅ ${release} in ${namespace}: nothing to change`;
    return `### ✅ ${release} ${result.action.endsWith("install") ? "installed" : "upgraded"} in ${namespace}`;
}
function facts(result, subject) {
    const { release } = result;
    return [
        ["Found", result.found],
        ["Done", result.done.join("; ")],
        ["Now", release ? `revision ${release.revision}, ${release.status}` : "no revision"],
        ...(release
            ? [["Chart", `${release.chart.name} ${release.chart.version} (app ${release.chart.appVersion || "not named"})`]]
            : []),
        ["Chart digest", (0,_markdown_js__WEBPACK_IMPORTED_MODULE_5__/* .code */ .aY)(result.chartDigest)],
        ["Cluster", subject.cluster],
        ["Helm", subject.helmVersion],
        [
            "Duration",
            result.durations.map(({ part, milliseconds }) => `${part} ${(0,_duration_duration_js__WEBPACK_IMPORTED_MODULE_0__/* .formatDuration */ .a)(milliseconds)}`).join(", "),
        ],
    ];
}
/** What the cluster said of one run of Helm that failed. The error above all holds the last one's first finding, and Helm's words. */
function failureSection({ failures, status }, index) {
    const failure = failures[index];
    if (failure === undefined)
        return "";
    const { revision, findings, evidence, error, stoppedByUs } = failure;
    const isLast = (0,_deploy_deploy_types_js__WEBPACK_IMPORTED_MODULE_4__/* .isFailure */ .N)({ status }) && index === failures.length - 1;
    const rest = isLast ? findings.slice(1) : findings;
    const parts = [
        rest.length === 0 ? "" : (0,_markdown_js__WEBPACK_IMPORTED_MODULE_5__/* .fenced */ .OF)(rest.map(({ problem, next }) => `${problem}\n  ${next}`).join("\n")),
        (0,_evidence_report_js__WEBPACK_IMPORTED_MODULE_2__/* .evidenceReport */ .C)(evidence),
        isLast || stoppedByUs ? "" : (0,_markdown_js__WEBPACK_IMPORTED_MODULE_5__/* .folded */ .TM)("What Helm said", (0,_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .describeError */ .Uc)(error)),
    ].filter((part) => part !== "");
    if (parts.length === 0)
        return "";
    const number = revision ? `revision ${revision.revision}` : "it";
    const when = failures.length === 1 && isLast ? "" : index === 0 ? ", at the first try" : ", after the clean-up";
    return `#### Why ${number} failed${when}\n\n${parts.join("\n\n")}`;
}


/***/ }),

/***/ 45243:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   C: () => (/* binding */ evidenceReport)
/* harmony export */ });
/* harmony import */ var _evidence_finding_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(44997);
/* harmony import */ var _evidence_findings_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(21488);
/* harmony import */ var _evidence_object_problems_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(6722);
/* harmony import */ var _evidence_text_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(22205);
/* harmony import */ var _markdown_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(83280);





/** GitHub takes 1 MiB a step: https://docs.github.com/actions/reference/workflows-and-actions/workflow-commands#step-isolation-and-limits */
const LIMIT_BYTES = 100 * 1024;
/** How much of each log is shown; the next one is tried where the whole gets too long. */
const LOG_SIZES = [
    { lines: 20, characters: 16 * 1024 },
    { lines: 20, characters: 2000 },
    { lines: 5, characters: 500 },
    { lines: 0, characters: 0 },
];
const PODS = 20;
const EVENTS = 30;
/** Conditions that are good news when they are false. */
const BAD_NEWS = new Set(["ReplicaFailure", "Failed", "FailureTarget", "Suspended", "DisruptionTarget"]);
/** What the cluster says about the objects that are not well, as Markdown, folded for each; empty when all are. At most 100 KiB. */
function evidenceReport(objects) {
    const unwell = objects
        .filter((object) => !(0,_evidence_object_problems_js__WEBPACK_IMPORTED_MODULE_1__/* .isWell */ .f5)(object))
        .map((object) => ({ object, problem: (0,_evidence_findings_js__WEBPACK_IMPORTED_MODULE_0__/* .problemsOf */ .G)(object)[0]?.problem }))
        .toSorted((a, b) => (0,_evidence_finding_js__WEBPACK_IMPORTED_MODULE_2__/* .weightOf */ .mm)(a.problem?.kind ?? "not-ready") - (0,_evidence_finding_js__WEBPACK_IMPORTED_MODULE_2__/* .weightOf */ .mm)(b.problem?.kind ?? "not-ready"));
    for (const [index, size] of LOG_SIZES.entries()) {
        const blocks = unwell.map(({ object, problem }) => block(object, problem?.what ?? "", size));
        const note = index === 0 ? [] : [`Logs are shortened: ${size.lines === 0 ? "none is" : "their ends are"} shown.`];
        const report = [...note, ...blocks].join("\n\n");
        if (bytes(report) <= LIMIT_BYTES)
            return report;
        if (index === LOG_SIZES.length - 1)
            return cut(blocks, note);
    }
    return "";
}
/** The first blocks, as many as fit. */
function cut(blocks, note) {
    const kept = [...note];
    let size = 200;
    for (const each of blocks) {
        size += bytes(each) + 2;
        if (size > LIMIT_BYTES)
            break;
        kept.push(each);
    }
    const left = blocks.length - (kept.length - note.length);
    return [...kept, `${left} more objects that are not ready are left out.`].join("\n\n");
}
function block(object, what, size) {
    const { kind, name, hook, ready, wanted, pods } = object;
    const count = `${ready}/${wanted} ${kind === "Job" ? "succeeded" : "ready"}`;
    const title = `${hook ? "Hook " : ""}${kind} ${name}: ${what.startsWith(count) ? what : `${count}, ${what}`}`;
    const parts = [
        section("Conditions", conditionLines(object)),
        podTable(pods),
        section("Events", eventLines(object)),
        ...pods.flatMap((pod) => pod.containers.flatMap((container) => logs(pod, container, size))),
    ].filter((part) => part !== "");
    return `<details><summary>${escaped(title)}</summary>\n\n${parts.join("\n\n")}\n\n</details>`;
}
function conditionLines({ conditions, pods }) {
    const own = conditions.filter(({ type, status }) => (status === "True") === BAD_NEWS.has(type)).map(conditionLine);
    const ofPods = pods.slice(0, PODS).flatMap((pod) => {
        // What containers say is in the table.
        const telling = pod.conditions.filter(({ type, status, reason }) => {
            return type === "PodScheduled" || reason === "ReadinessGatesNotReady"
                ? status === "False"
                : type === "DisruptionTarget" && status === "True";
        });
        return telling.map((condition) => `Pod ${pod.name}: ${conditionLine(condition)}`);
    });
    return [...own, ...ofPods];
}
function conditionLine({ type, status, reason, message }) {
    return (0,_evidence_text_js__WEBPACK_IMPORTED_MODULE_3__/* .oneLine */ .TN)(`${type} ${status}${reason === "" ? "" : `, ${reason}`}${message === "" ? "" : `: ${message}`}`);
}
function podTable(pods) {
    if (pods.length === 0)
        return "";
    const rows = pods.slice(0, PODS).flatMap(podRows);
    const left = pods.length - PODS;
    const all = (0,_markdown_js__WEBPACK_IMPORTED_MODULE_4__/* .table */ .tp)(["Pod", "Phase", "Container", "State", "Exit code", "Restarts"], rows);
    return left > 0 ? `${all}\n\nand ${left} more pods` : all;
}
function podRows({ name, phase, reason, containers }) {
    const first = [(0,_markdown_js__WEBPACK_IMPORTED_MODULE_4__/* .code */ .aY)(name), text(reason === "" ? phase : `${phase}, ${reason}`)];
    if (containers.length === 0)
        return [[...first, "", "", "", ""]];
    return containers.map((container, index) => {
        const { state, lastState, restarts } = container;
        const ended = state.kind === "terminated" ? state : lastState;
        return [
            ...(index === 0 ? first : ["", ""]),
            `${(0,_markdown_js__WEBPACK_IMPORTED_MODULE_4__/* .code */ .aY)(container.name)}${container.init ? " (init)" : ""}`,
            text(stateText(container)),
            ended?.exitCode === undefined ? "" : String(ended.exitCode),
            String(restarts),
        ];
    });
}
function stateText({ state, lastState, ready }) {
    const now = named(state) || (ready ? "running" : "running, not ready");
    return lastState?.kind === "terminated" ? `${now}; before: ${named(lastState)}` : now;
}
function named({ kind, reason }) {
    return kind === "running" ? "" : reason || kind;
}
function eventLines({ events, pods }) {
    const all = [...events, ...pods.flatMap((pod) => pod.events)].toSorted((a, b) => a.at.localeCompare(b.at));
    const left = all.length - EVENTS;
    return [...(left > 0 ? [`(${left} older ones are left out)`] : []), ...all.slice(-EVENTS).map(eventLine)];
}
function eventLine({ at, type, reason, message, count, about }) {
    return `${at.slice(0, 19)}Z  ${(0,_evidence_text_js__WEBPACK_IMPORTED_MODULE_3__/* .oneLine */ .TN)(`${type} ${reason}${count > 1 ? ` (${count} times)` : ""}, ${about}: ${message}`)}`;
}
function logs({ name }, container, size) {
    if (size.lines === 0)
        return [];
    const where = `${(0,_markdown_js__WEBPACK_IMPORTED_MODULE_4__/* .code */ .aY)(name)}, container ${(0,_markdown_js__WEBPACK_IMPORTED_MODULE_4__/* .code */ .aY)(container.name)}`;
    const tail = (log, title) => {
        if (log === undefined)
            return [];
        const end = (0,_evidence_text_js__WEBPACK_IMPORTED_MODULE_3__/* .plain */ .pj)(log.slice(-size.lines).join("\n")).replaceAll("\r", "");
        const shown = end.length > size.characters ? `…${end.slice(-size.characters)}` : end;
        return [`${title} of ${where}:\n\n${(0,_markdown_js__WEBPACK_IMPORTED_MODULE_4__/* .fenced */ .OF)(shown === "" ? "(empty)" : shown)}`];
    };
    return [...tail(container.previousLog, "Log before the last restart"), ...tail(container.log, "Log")];
}
function section(title, lines) {
    return lines.length === 0 ? "" : `${title}:\n\n${(0,_markdown_js__WEBPACK_IMPORTED_MODULE_4__/* .fenced */ .OF)(lines.join("\n"))}`;
}
/** The cluster's words in a cell: as code, so that they are neither Markdown nor HTML. */
function text(words) {
    return (0,_markdown_js__WEBPACK_IMPORTED_MODULE_4__/* .code */ .aY)((0,_evidence_text_js__WEBPACK_IMPORTED_MODULE_3__/* .oneLine */ .TN)(words).replaceAll("\\", "/").replaceAll("|", "/"));
}
function escaped(words) {
    return (0,_evidence_text_js__WEBPACK_IMPORTED_MODULE_3__/* .oneLine */ .TN)(words).replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;");
}
function bytes(words) {
    return new TextEncoder().encode(words).length;
}


/***/ }),

/***/ 83260:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   D: () => (/* binding */ liveSections)
/* harmony export */ });
/* harmony import */ var _markdown_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(83280);

/** What the cluster has of a release, for a job summary: a table for each that there is. */
function liveSections({ workloads, urls, cronJobs }) {
    return [
        section("Workloads", ["Workload", "Ready", "Image", "Digest"], workloadRows(workloads)),
        section("URLs", ["URL"], urls.map((url) => [url])),
        section("CronJobs", ["CronJob", "Schedule", "State", "Last run"], cronJobRows(cronJobs)),
    ];
}
function workloadRows(workloads) {
    return workloads.flatMap(({ kind, name, ready, wanted, images }) => (images.length > 0 ? images : [{ image: "", digest: "" }]).map(({ image, digest }, index) => [
        index === 0 ? `${kind} ${name}` : "",
        index === 0 ? `${ready}/${wanted}` : "",
        (0,_markdown_js__WEBPACK_IMPORTED_MODULE_0__/* .code */ .aY)(image),
        (0,_markdown_js__WEBPACK_IMPORTED_MODULE_0__/* .code */ .aY)(digest.slice(0, "sha256:".length + 12)),
    ]));
}
function cronJobRows(cronJobs) {
    return cronJobs.map(({ name, schedule, timeZone, suspend, lastScheduleTime }) => [
        name,
        `${(0,_markdown_js__WEBPACK_IMPORTED_MODULE_0__/* .code */ .aY)(schedule)}${timeZone === "" ? "" : ` ${timeZone}`}`,
        suspend ? "suspended" : "on",
        lastScheduleTime || "never",
    ]);
}
function section(title, header, rows) {
    return rows.length === 0 ? "" : `#### ${title}\n\n${(0,_markdown_js__WEBPACK_IMPORTED_MODULE_0__/* .table */ .tp)(header, rows)}`;
}


/***/ }),

/***/ 75013:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   $0: () => (/* binding */ leafPaths),
/* harmony export */   $b: () => (/* binding */ inlineValuesProblem),
/* harmony export */   FQ: () => (/* binding */ leaves),
/* harmony export */   WN: () => (/* binding */ secretValuesProblem)
/* harmony export */ });
/* harmony import */ var yaml__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(38815);
/* harmony import */ var _yaml_as_helm_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(72094);


/** Reads an input that holds YAML. Returns the problem in one line, or `undefined`. */
function inlineValuesProblem(input, text) {
    if (text.trim() === "")
        return undefined;
    const lines = new yaml__WEBPACK_IMPORTED_MODULE_0__/* .LineCounter */ .HN();
    const document = (0,yaml__WEBPACK_IMPORTED_MODULE_0__/* .parseDocument */ .Tp)(text, { lineCounter: lines });
    const error = document.errors[0];
    if (error) {
        const at = lines.linePos(error.pos[0]);
        return `${input}: line ${at.line}, column ${at.col}: ${error.message.split("\n")[0]?.replace(/ at line \d+.*$/, "")}`;
    }
    if (!(0,yaml__WEBPACK_IMPORTED_MODULE_0__/* .isMap */ .jh)(document.contents))
        return `${input}: must be a YAML map such as "image: {tag: v1}"`;
    return undefined;
}
/**
 * The same for `secret-values`. The problem quotes nothing of the text; and it is one when YAML takes part of a secret for
 * something else: `*pass` for an alias, `&pass` for an anchor, `!pass` for a tag.
 */
function secretValuesProblem(text) {
    if (text.trim() === "")
        return undefined;
    const lines = new yaml__WEBPACK_IMPORTED_MODULE_0__/* .LineCounter */ .HN();
    const document = (0,yaml__WEBPACK_IMPORTED_MODULE_0__/* .parseDocument */ .Tp)(text, { lineCounter: lines });
    const at = (document.errors[0] ?? document.warnings[0])?.pos[0] ?? swallowed(document);
    if (at !== undefined) {
        return `secret-values: line ${lines.linePos(at).line} is not plain YAML; write secrets as \${{ toJSON(secrets.NAME) }}, so that YAML gives no meaning to their characters`;
    }
    return inlineValuesProblem("secret-values", text);
}
/** Where an alias has no anchor, or an anchor no alias. */
function swallowed(document) {
    const anchors = new Map();
    let lost;
    (0,yaml__WEBPACK_IMPORTED_MODULE_0__/* .visit */ .YR)(document, {
        Alias(_, alias) {
            if (alias.resolve(document) === undefined)
                lost ??= alias.range?.[0];
            anchors.delete(alias.source);
        },
        Value(_, node) {
            if (node.anchor !== undefined)
                anchors.set(node.anchor, node.range?.[0] ?? 0);
        },
    });
    return lost ?? anchors.values().next().value;
}
/** Every leaf of a YAML map, as the text that it has in the file. Empty for an empty text. */
function leaves(text) {
    const found = [];
    (0,yaml__WEBPACK_IMPORTED_MODULE_0__/* .visit */ .YR)((0,yaml__WEBPACK_IMPORTED_MODULE_0__/* .parseDocument */ .Tp)(text), {
        Scalar(key, node) {
            if (key !== "key" && (0,yaml__WEBPACK_IMPORTED_MODULE_0__/* .isScalar */ .jn)(node) && node.value !== null && node.value !== "") {
                found.push(typeof node.value === "string" ? node.value : JSON.stringify(node.value));
                // A number or date may be written in another form than it is read in: both forms are the secret.
                if (typeof node.value !== "string" && typeof node.source === "string")
                    found.push(node.source);
            }
        },
    });
    return [...new Set(found)];
}
/**
 * Where the leaves of a YAML map are, as Helm reads it: keys from the outside in. Empty and null leaves count. A list is one
 * leaf, since Helm replaces lists whole; an empty map is none, since Helm merges it with what is there. Empty for an empty text.
 */
function leafPaths(text) {
    // Helm reads YAML 1.1, where `on` is a boolean and `<<` merges.
    const document = (0,yaml__WEBPACK_IMPORTED_MODULE_0__/* .parseDocument */ .Tp)(text, _yaml_as_helm_js__WEBPACK_IMPORTED_MODULE_1__/* .YAML_AS_HELM */ .g);
    return pathsBelow(document.toJS({ mapAsMap: true }));
}
function pathsBelow(value) {
    if (!(value instanceof Map))
        return [];
    return [...value].flatMap(([key, below]) => {
        if (!(below instanceof Map))
            return [[String(key)]];
        return pathsBelow(below).map((path) => [String(key), ...path]);
    });
}


/***/ })

};
