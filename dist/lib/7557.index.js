export const id = 7557;
export const ids = [7557];
export const modules = {

/***/ 59322:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   g: () => (/* binding */ readClusterTarget),
/* harmony export */   r: () => (/* binding */ readEksTarget)
/* harmony export */ });
const REGION = /^[a-z]{2}(-[a-z]+)+-\d+$/;
/** As YAML, as JSON, or either of them in base64. */
const KUBECONFIG_TEXT = /\n|^\s*\{|^(apiVersion|kind):|^[\w+/=]{500,}$/;
const ROLE_ARN = /^arn:aws[a-z-]*:iam::\d{12}:role\/.+$/;
/** Reads `cluster`, `aws-region`, `role-to-assume` and `kube-context`; adds what is wrong to `problems`. */
function readEksTarget(io, problems) {
    const region = io.input("aws-region") || process.env.AWS_REGION || process.env.AWS_DEFAULT_REGION || "";
    const roleToAssume = io.input("role-to-assume");
    const cluster = io.input("cluster");
    if (cluster === "")
        problems.push("cluster: missing; write the EKS cluster's name");
    if (region === "")
        problems.push("aws-region: missing; write the cluster's region, such as us-west-2, or set AWS_REGION");
    else if (!REGION.test(region))
        problems.push(`aws-region: "${region}" is not a region; write one such as us-west-2`);
    if (roleToAssume !== "" && !ROLE_ARN.test(roleToAssume)) {
        problems.push(`role-to-assume: "${roleToAssume}" is not a role's ARN; write one such as arn:aws:iam::111122223333:role/deploy`);
    }
    return { kind: "eks", cluster, region, roleToAssume, kubeContext: io.input("kube-context") };
}
/** Either `cluster` and its login, or `kubeconfig`, or the KUBECONFIG that an earlier step has set. */
function readClusterTarget(io, problems) {
    const given = io.input("kubeconfig");
    if (io.input("cluster") !== "") {
        if (given !== "")
            problems.push("cluster and kubeconfig: give one of them, not both");
        return readEksTarget(io, problems);
    }
    for (const name of ["role-to-assume"]) {
        if (io.input(name) !== "")
            problems.push(`${name}: only used with cluster; give cluster too, or leave it out`);
    }
    const kubeconfig = given || process.env.KUBECONFIG || "";
    if (KUBECONFIG_TEXT.test(given)) {
        // Not shown: there is a login in it.
        problems.push("kubeconfig: this is no path, but the text of a kubeconfig; write the text to a file in $RUNNER_TEMP in a step before, and give that file's path");
    }
    if (kubeconfig === "") {
        problems.push("cluster: missing; write the EKS cluster's name, or a kubeconfig's path in kubeconfig, or run actions/connect before");
    }
    return { kind: "kubeconfig", kubeconfig, kubeContext: io.input("kube-context") };
}


/***/ }),

/***/ 62566:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   b: () => (/* binding */ writeReleaseOutputs)
/* harmony export */ });
/** Sets every output of such a run. What is not known is an empty text, lists are JSON. */
function writeReleaseOutputs(report, namespace, io) {
    const { release, chart, previousRevision } = report;
    const outputs = {
        status: report.status,
        action: report.action,
        revision: release ? String(release.revision) : "",
        "previous-revision": previousRevision === undefined ? "" : String(previousRevision),
        namespace,
        chart: chart?.name ?? "",
        "chart-version": chart?.version ?? "",
        "app-version": chart?.appVersion ?? "",
        "chart-digest": report.chartDigest,
        url: report.urls[0] ?? "",
        urls: JSON.stringify(report.urls),
        images: JSON.stringify(report.workloads.flatMap((workload) => workload.images)),
        cronjobs: JSON.stringify(report.cronJobs),
        "duration-ms": String(report.durations.reduce((sum, part) => sum + part.milliseconds, 0)),
    };
    for (const [name, value] of Object.entries(outputs))
        io.output(name, value);
}


/***/ }),

/***/ 47557:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  run: () => (/* binding */ run)
});

// EXTERNAL MODULE: ./build/adapters/clock.js
var clock = __webpack_require__(21759);
// EXTERNAL MODULE: ./build/adapters/github/run-context.js
var run_context = __webpack_require__(59426);
// EXTERNAL MODULE: ./build/adapters/helm/find-helm.js + 6 modules
var find_helm = __webpack_require__(54229);
// EXTERNAL MODULE: ./build/adapters/helm/helm-cli.js + 7 modules
var helm_cli = __webpack_require__(80426);
// EXTERNAL MODULE: ./build/adapters/kubernetes/client.js + 1 modules
var kubernetes_client = __webpack_require__(16656);
// EXTERNAL MODULE: ./build/adapters/private-folder.js
var private_folder = __webpack_require__(32699);
// EXTERNAL MODULE: ./build/errors.js
var errors = __webpack_require__(19473);
// EXTERNAL MODULE: ./build/duration/duration.js
var duration = __webpack_require__(79805);
// EXTERNAL MODULE: ./build/plan/plan.js
var plan_plan = __webpack_require__(71583);
// EXTERNAL MODULE: ./build/playbook/report/deployed-from.js
var deployed_from = __webpack_require__(44196);
// EXTERNAL MODULE: ./build/playbook/report/evidence-report.js
var evidence_report = __webpack_require__(45243);
// EXTERNAL MODULE: ./build/playbook/report/live-sections.js
var live_sections = __webpack_require__(83260);
// EXTERNAL MODULE: ./build/playbook/report/markdown.js
var markdown = __webpack_require__(83280);
// EXTERNAL MODULE: ./build/playbook/report/plan-report.js
var plan_report = __webpack_require__(65989);
;// CONCATENATED MODULE: ./build/playbook/report/rollback-summary.js







/** The job summary of `rollback-release`, as Markdown. */
function rollbackSummary(result, subject) {
    const parts = [
        heading(result, subject),
        result.status === "failed" ? (0,markdown/* fenced */.OF)(subject.error) : "",
        (0,markdown/* table */.tp)(["What", "Value"], facts(result, subject)),
        failureSection(result),
        result.plan === undefined ? "" : `#### Changes\n\n${(0,plan_report/* planSection */.l)(result.plan)}`,
        ...(0,live_sections/* liveSections */.D)(result),
    ];
    return `${parts.filter((part) => part !== "").join("\n\n")}\n`;
}
/** The job summary of a rollback that has no result: it was refused, or an error came before Helm had made anything. */
function notRolledBackSummary({ release, namespace }, { error, refused }) {
    const sign = refused ? "⏸️" : "❌";
    const state = refused ? ": nothing was changed" : "";
    return `### ${sign} ${release} in ${namespace} was not rolled back${state}\n\n${(0,markdown/* fenced */.OF)(error)}\n`;
}
function heading({ status, target, plan }, { release, namespace }) {
    if (status === "failed")
        return `### ❌ ${release} in ${namespace} was not rolled back to revision ${target}`;
    if (status === "rolled-back")
        return `### ⏪ ${release} in ${namespace} rolled back to revision ${target}`;
    const changes = plan ? `: ${(0,plan_plan/* planTotals */.H)(plan)}` : "";
    return `### 📝 Plan of a rollback of ${release} in ${namespace} to revision ${target}${changes}`;
}
function facts(result, subject) {
    const { release, chart, status } = result;
    const isKnown = status !== "failed";
    const of = status === "planned" ? ` of revision ${result.target}` : "";
    return [
        ["Found", result.found],
        ["Back to", `revision ${result.target}, ${result.why}`],
        ...(result.passed.length === 0 ? [] : [["Not to", result.passed.join("\n")]]),
        ["Done", result.done],
        ["Now", release ? `revision ${release.revision}, ${release.status}` : "no revision"],
        ...(chart ? [[`Chart${of}`, `${chart.name} ${chart.version} (app ${chart.appVersion || "not named"})`]] : []),
        ...(isKnown
            ? [
                [`Chart digest${of}`, (0,markdown/* code */.aY)(result.record?.chart.digest ?? "") || "not known"],
                [`Commit${of}`, (0,deployed_from/* deployedFrom */.d)(result.record)],
            ]
            : []),
        ["Cluster", subject.cluster],
        ["Helm", subject.helmVersion],
        [
            "Duration",
            result.durations.map(({ part, milliseconds }) => `${part} ${(0,duration/* formatDuration */.a)(milliseconds)}`).join(", "),
        ],
    ];
}
/** What the cluster said. The error above all holds the first finding, and Helm's words. */
function failureSection({ failure }) {
    if (failure === undefined)
        return "";
    const rest = failure.findings.slice(1);
    const parts = [
        rest.length === 0 ? "" : (0,markdown/* fenced */.OF)(rest.map(({ problem, next }) => `${problem}\n  ${next}`).join("\n")),
        (0,evidence_report/* evidenceReport */.C)(failure.evidence),
    ].filter((part) => part !== "");
    if (parts.length === 0)
        return "";
    const number = failure.revision ? `revision ${failure.revision.revision}` : "it";
    return `#### Why ${number} failed\n\n${parts.join("\n\n")}`;
}

// EXTERNAL MODULE: ./build/release/release.js
var release_release = __webpack_require__(43007);
// EXTERNAL MODULE: ./build/playbook/deploy/attempt.js
var attempt = __webpack_require__(81425);
// EXTERNAL MODULE: ./build/playbook/deploy/describe-found.js
var describe_found = __webpack_require__(92122);
// EXTERNAL MODULE: ./build/playbook/deploy/find-situation.js + 1 modules
var find_situation = __webpack_require__(23114);
// EXTERNAL MODULE: ./build/playbook/deploy/stopwatch.js
var stopwatch = __webpack_require__(47719);
// EXTERNAL MODULE: ./build/playbook/find-record.js
var find_record = __webpack_require__(1057);
// EXTERNAL MODULE: ./build/playbook/hide-secrets.js + 1 modules
var hide_secrets = __webpack_require__(73420);
// EXTERNAL MODULE: ./build/playbook/suspend-flags.js
var suspend_flags = __webpack_require__(41924);
// EXTERNAL MODULE: ./build/release/rollback.js
var rollback = __webpack_require__(79284);
// EXTERNAL MODULE: external "node:util"
var external_node_util_ = __webpack_require__(57975);
// EXTERNAL MODULE: ./build/plan/documents.js
var documents = __webpack_require__(89272);
// EXTERNAL MODULE: ./build/plan/kube-object.js
var kube_object = __webpack_require__(42349);
;// CONCATENATED MODULE: ./build/release/same-objects.js



/**
 * Whether Helm makes the same of two revisions, objects and hooks. Chart and version say little here: a chart that lives in
 * the repository often changes without them. Suspend flags of CronJobs do not count, since they are not the chart's alone.
 */
function sameObjects(one, other) {
    return (0,external_node_util_.isDeepStrictEqual)(madeOf(one), madeOf(other));
}
function madeOf({ manifest, hooks }) {
    return [
        readable(manifest),
        hooks.map(({ events, deletePolicies, manifest: hook }) => [events, deletePolicies, readable(hook)]),
    ];
}
/** The objects in whatever form they are written; the text where it cannot be read. */
function readable(manifest) {
    const { objects, unread } = (0,documents/* documentsOf */.u)(manifest);
    return unread.length > 0 ? manifest : objects.map(withoutSuspend);
}
function withoutSuspend(object) {
    if (object.kind !== "CronJob" || !(0,kube_object/* isMap */.jh)(object.spec))
        return object;
    const { suspend: _, ...spec } = object.spec;
    return { ...object, spec };
}

// EXTERNAL MODULE: ./build/release/situation.js
var release_situation = __webpack_require__(89534);
;// CONCATENATED MODULE: ./build/release/rollback-target.js



/** How many revisions a refusal lists. */
const LISTED = 20;
/**
 * The revision that a rollback goes back to: the one that is named, where it once was deployed, else the last good one. Where
 * the newest is deployed that is the one before it, of those that once were deployed and that make something else; where it is
 * not, the newest that once was deployed.
 *
 * What an earlier rollback has left was left for a reason. So a rollback counts as what it went back to, also one that failed:
 * run twice, it goes back twice, or tries the same once more, and never returns to what it came from.
 * @param read gives a revision whole; `undefined` when it does not exist
 */
async function chooseTarget(wish, { situation, history }, read) {
    const { release, namespace, wanted } = wish;
    if (situation.kind === "absent") {
        return history.length === 0
            ? {
                refusal: `There is no release ${release} in namespace ${namespace}. Look for it with: helm list --all-namespaces`,
            }
            : { refusal: `${release} was uninstalled from namespace ${namespace}: deploy it instead` };
    }
    if (situation.kind === "uninstalling") {
        return { refusal: `${release} is uninstalling, and cannot be rolled back any more: deploy it, which begins anew` };
    }
    const newestFirst = history.toSorted((a, b) => b.revision - a.revision);
    return wanted === undefined ? lastGood(wish, newestFirst, read) : named({ ...wish, wanted }, newestFirst, read);
}
async function lastGood({ release }, newestFirst, read) {
    const [last] = newestFirst;
    const left = last?.status === "deployed" ? await read(last.revision) : undefined;
    const passed = [];
    const pass = ({ revision }, why) => {
        if (revision !== last?.revision)
            passed.push(`revision ${revision}: ${why}`);
    };
    // Revisions above it were left by a rollback to it.
    let next = last?.revision ?? 0;
    let by = 0;
    for (const revision of newestFirst) {
        if (revision.revision > next) {
            pass(revision, `left by the rollback that made revision ${by}`);
            continue;
        }
        const found = revision.revision === left?.revision ? left : await read(revision.revision);
        if (found === undefined)
            continue;
        const past = pastOf(revision, found);
        // What was there before an uninstall is gone.
        if (past === "uninstalled")
            break;
        const isSame = left !== undefined && sameObjects(found, left);
        if (past === "deployed" && !isSame)
            return { target: found, why: whyOf(left), passed };
        pass(revision, past === "deployed" ? "the same objects as what serves" : past);
        const copied = await copyOf({ copy: found, past }, newestFirst, read);
        if (copied !== undefined) {
            next = copied;
            by = revision.revision;
        }
    }
    const pruned = Math.min(...newestFirst.map(({ revision }) => revision)) > 1;
    const none = left
        ? `${release} has no good revision to go back to from revision ${left.revision}`
        : `${release} has no revision that ever was deployed`;
    const older = pruned ? "; older ones are pruned, see history-max" : "";
    const why = passed.length === 0 ? "" : ` (${listed(passed)})`;
    const step = left ? "Name one by revision, or deploy what shall be there" : "Deploy it: that cleans up what is left";
    return { refusal: `${none}${older}${why}. ${step}` };
}
function whyOf(left) {
    return left === undefined ? "the last good one" : `the last good one before revision ${left.revision}`;
}
async function named({ release, wanted }, newestFirst, read) {
    const revision = newestFirst.find((each) => each.revision === wanted);
    const found = revision && (await read(wanted));
    if (revision === undefined || found === undefined) {
        const there = newestFirst.map((each) => `${each.revision} ${each.status}`);
        return { refusal: `${release} has no revision ${wanted}. There are: ${listed(there)}` };
    }
    const past = pastOf(revision, found);
    if (past === "deployed" || past === "uninstalled")
        return { target: found, why: "named", passed: [] };
    const good = await goodOnes(newestFirst, read);
    const others = good.length === 0 ? "None ever was: deploy it" : `Those that were: ${listed(good)}`;
    return { refusal: `Revision ${wanted} of ${release} never was deployed: it is ${past}. ${others}` };
}
async function goodOnes(newestFirst, read) {
    const good = [];
    for (const revision of newestFirst) {
        // One more shows that there are more.
        if (good.length > LISTED)
            break;
        const found = revision.status === "superseded" ? await read(revision.revision) : undefined;
        const past = found ? pastOf(revision, found) : revision.status;
        if (past === "deployed" || past === "uninstalled")
            good.push(String(revision.revision));
    }
    return good;
}
/** What became of a revision; `superseded` says only that another one came. */
function pastOf({ status }, found) {
    return status === "superseded" ? (0,release_situation/* pastIn */.Wd)(found) : status;
}
/**
 * The revision that this one is a rollback to, whatever became of it. Helm forgets the number where a rollback fails: then it
 * is the newest that makes the same.
 * https://github.com/helm/helm/blob/main/pkg/action/rollback.go
 */
async function copyOf({ copy, past }, newestFirst, read) {
    const to = (0,rollback/* rolledBackTo */.r)(copy);
    if (to !== undefined) {
        const source = await read(to);
        // A description can be anybody's: see `helm upgrade --description`.
        return source === undefined || sameObjects(source, copy) ? to : undefined;
    }
    if (past !== "failed" || !/^(Rollback|Release) ".*" failed: /s.test(copy.description))
        return undefined;
    for (const revision of newestFirst) {
        if (revision.revision >= copy.revision)
            continue;
        const source = await read(revision.revision);
        if (source && pastOf(revision, source) === "deployed" && sameObjects(source, copy))
            return revision.revision;
    }
    return undefined;
}
function listed(all) {
    const more = all.length > LISTED ? ", and older ones" : "";
    return `${all.slice(0, LISTED).join(", ")}${more}`;
}

;// CONCATENATED MODULE: ./build/playbook/rollback-release/find-target.js


/**
 * The revision to go back to, told in the log.
 * @throws UserError where there is none
 */
async function findTarget({ release, namespace, revision: wanted }, found, { releases, log }) {
    const read = (revision) => releases.read(release, namespace, revision);
    const chosen = await chooseTarget({ release, namespace, wanted }, found, read);
    if ("refusal" in chosen)
        throw new errors/* UserError */.yo(chosen.refusal);
    log.info(`Back to revision ${chosen.target.revision}: ${chosen.why}`);
    for (const each of chosen.passed)
        log.info(`Not to ${each}`);
    return chosen;
}

// EXTERNAL MODULE: ./build/playbook/plan/make-plan.js + 7 modules
var make_plan = __webpack_require__(76526);
// EXTERNAL MODULE: ./build/playbook/plan/tell-plan.js
var tell_plan = __webpack_require__(30401);
;// CONCATENATED MODULE: ./build/playbook/rollback-release/plan-back.js


/**
 * What a rollback would change, told in the log. Writes nothing. Helm compares with the newest revision, whatever became of it.
 * @throws OutsideError when the cluster cannot be asked
 */
async function planBack({ request, newest, target, flags }, ports) {
    const { release, namespace } = request;
    const rendered = { manifest: await flags.planned(target.manifest), hooks: target.hooks };
    const serverSide = ports.helm.major === 4 && target.serverSide;
    const plan = await (0,make_plan/* makePlan */.C)({ release, namespace, original: newest, rendered, serverSide }, ports);
    await (0,tell_plan/* tellPlan */.f)(plan, ports.log);
    return plan;
}

;// CONCATENATED MODULE: ./build/playbook/rollback-release/plan-rollback.js










/**
 * What `rollBackRelease` would do, and what that would change. Writes nothing, not even a Lease, and waits for nobody.
 * @throws UserError where a rollback would refuse
 */
async function planRollback(request, ports) {
    const { release, namespace, cronjobPolicy: policy } = request;
    const { releases, log } = ports;
    const timed = (0,stopwatch/* stopwatch */.s)(ports.clock);
    const found = await timed("preparation", () => (0,find_situation/* readSituation */.Z)(request, ports));
    const text = (0,describe_found/* describeFound */.K)(found, undefined);
    log.info(`Found ${release} in ${namespace}: ${text}`);
    const { target, why, passed } = await findTarget(request, found, ports);
    const last = await releases.read(release, namespace, (0,release_release/* newest */.BP)(found.history)?.revision ?? 0);
    await (0,hide_secrets/* hideSecrets */.s)([last, target], ports);
    const flags = (0,suspend_flags/* suspendFlags */.C)({ namespace, policy }, ports);
    const plan = await timed("plan", () => planBack({ request, newest: last, target, flags }, ports));
    return {
        status: "planned",
        found: text,
        target: target.revision,
        why,
        passed,
        done: `would roll back to revision ${target.revision}`,
        previousRevision: (0,release_release/* deployedRevision */.Sf)(found.history)?.revision,
        release: last,
        chart: target.chart,
        record: await (0,attempt/* attempt */.C)("read the record of that revision", log, () => (0,find_record/* findRecord */.T)(target, ports)),
        plan,
        workloads: [],
        cronJobs: [],
        urls: [],
        durations: timed.parts,
    };
}

// EXTERNAL MODULE: ./build/workloads/workload.js
var workload = __webpack_require__(13624);
// EXTERNAL MODULE: ./build/playbook/deploy/read-live.js
var read_live = __webpack_require__(42013);
// EXTERNAL MODULE: ./build/playbook/deploy/store-flags.js
var store_flags = __webpack_require__(72727);
// EXTERNAL MODULE: ./build/playbook/deploy/take-turn.js
var take_turn = __webpack_require__(15385);
// EXTERNAL MODULE: ./build/release/helm-messages.js
var helm_messages = __webpack_require__(7933);
// EXTERNAL MODULE: ./build/playbook/deploy/collect-evidence.js
var collect_evidence = __webpack_require__(4346);
// EXTERNAL MODULE: ./build/playbook/deploy/failure.js
var deploy_failure = __webpack_require__(31482);
// EXTERNAL MODULE: ./build/playbook/deploy/follow-helm.js + 3 modules
var follow_helm = __webpack_require__(94717);
// EXTERNAL MODULE: ./build/playbook/deploy/newest-revision.js
var newest_revision = __webpack_require__(58224);
// EXTERNAL MODULE: ./build/playbook/deploy/roll-back.js + 1 modules
var roll_back = __webpack_require__(75616);
;// CONCATENATED MODULE: ./build/playbook/rollback-release/go-back.js









/** Rolls back, follows it, and of a failure collects the evidence. */
async function goBack(back, ports, stop) {
    const { request, target, flags, after } = back;
    const { release, namespace } = request;
    const work = (signal) => (0,roll_back/* rollBack */.F)({ ...request, revision: target, wait: true, flags }, ports, signal);
    const followed = await (0,follow_helm/* followHelm */.w)({ release, namespace, action: "rollback", after, work }, ports, stop);
    const { result, seen } = followed;
    if (stop.aborted && "error" in result) {
        // A moment is left for this, and not for more.
        const left = await (0,attempt/* attempt */.C)("read what it has left", ports.log, () => (0,newest_revision/* newestRevision */.A)(request, ports));
        const error = stoppedEarly(release, stop);
        const failure = { revision: left, error, findings: [], evidence: [], stoppedByUs: true };
        return { release: left, failure, error, seen };
    }
    const now = await (0,newest_revision/* newestRevision */.A)(request, ports);
    const made = now !== undefined && now.revision > after ? now : undefined;
    const isThere = made?.status === "deployed" && (0,rollback/* rolledBackTo */.r)(made) === target;
    if ("value" in result && isThere)
        return { release: now, seen };
    const overtaken = overtakenBy(result, made, target);
    const cause = overtaken ?? ("error" in result ? result.error : undefined);
    const badly = { ...followed, action: "rollback", revision: overtaken ? undefined : made, error: cause };
    const failure = { revision: made, error: cause, ...(await (0,collect_evidence/* collectEvidence */.m)(badly, ports)) };
    return { release: now, failure, error: (0,deploy_failure/* failureEnding */.c6)(failure, overtaken ? "" : stateAfter(back, made)), seen };
}
/** Something else has worked on the release: what is there then is not what this run has made. */
function overtakenBy(result, made, target) {
    const cause = "error" in result ? result.error : undefined;
    if (cause !== undefined && (0,helm_messages/* isAnotherAtWork */.Ww)((0,errors/* describeError */.Uc)(cause))) {
        return new Error("Something that does not hold this release's Lease works on it, such as Helm by hand", { cause });
    }
    if (cause !== undefined && made?.status !== "deployed")
        return undefined;
    const found = made ? `revision ${made.revision} is ${made.status}` : "there is no new revision";
    const said = cause === undefined ? "Helm reported success" : "Helm failed";
    return new Error(`${said}, yet ${found}: what serves now may not be revision ${target}. Something that does not hold this release's Lease has worked on it, such as Helm by hand`, { cause });
}
function stateAfter({ request: { release }, target, previous }, made) {
    const state = made === undefined ? "is as it was" : `stays at revision ${made.revision}, ${made.status}`;
    const another = previous === undefined || previous === target
        ? "or name another one by revision"
        : `or go to another one: revision ${previous} was deployed before`;
    return `${release} ${state}. Run this again for another try at revision ${target}, ${another}`;
}
function stoppedEarly(release, stop) {
    return new errors/* StepError */.zg([
        `${release}: stopped early, ${(0,errors/* describeError */.Uc)(stop.reason)}`,
        "Next: run this again, which goes on, or deploy, which puts in order what is left",
    ]);
}

;// CONCATENATED MODULE: ./build/playbook/rollback-release/rollback-release.js


















/**
 * Takes a release back to a revision that once was deployed, waits until it is ready, and reads back what the cluster has.
 * A failure of Helm is a result, not an error, since what is left in the cluster is worth reporting. Anything that fails
 * before Helm starts is thrown: nothing was changed then. It never uninstalls.
 * @param cancelled fires when the run shall end now: Helm is told, and nothing else is begun
 */
async function rollBackRelease(request, ports, cancelled) {
    const timed = (0,stopwatch/* stopwatch */.s)(ports.clock);
    const { turn, found } = await timed("preparation", () => beginTurn(request, ports, cancelled));
    // Until the opposite is known: an error in the middle may leave anything.
    let end = "open";
    try {
        const result = await workOn({ request, found, turn, timed }, ports);
        // A Helm that was stopped leaves its revision pending: the Lease of a dead run says that nobody works on it.
        const isLeft = turn.stop.aborted || (0,release_situation/* isUnfinished */.ui)(result.release?.status);
        if (result.status === "rolled-back" || !isLeft)
            end = "settled";
        return result;
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
async function beginTurn(request, ports, cancelled) {
    // Before the Lease: of a release that is not there, not even that is to be left.
    const first = await (0,find_situation/* readSituation */.Z)(request, ports);
    if (first.situation.kind === "absent")
        await findTarget(request, first, ports);
    const turn = await (0,take_turn/* takeTurn */.V)({ ...request, record: { run: { url: request.runUrl } } }, ports, cancelled);
    try {
        const { deadHolder, stop } = turn;
        return { turn, found: await (0,find_situation/* findSituation */.Y)({ ...request, deadHolder, stop }, ports) };
    }
    catch (error) {
        // What a dead run has left stays unsettled.
        await turn.end(turn.deadHolder ? "open" : "settled");
        throw error;
    }
}
async function workOn({ request, found, turn, timed }, ports) {
    const { release, namespace, cronjobPolicy: policy } = request;
    const { releases, log } = ports;
    const text = (0,describe_found/* describeFound */.K)(found, turn.deadHolder);
    log.info(`Found ${release} in ${namespace}: ${text}`);
    const { target, why, passed } = await findTarget(request, found, ports);
    const flags = (0,suspend_flags/* suspendFlags */.C)({ namespace, policy }, ports);
    const after = (0,release_release/* newest */.BP)(found.history)?.revision ?? 0;
    const last = await releases.read(release, namespace, after);
    const previous = (0,release_release/* deployedRevision */.Sf)(found.history)?.revision;
    const before = previous === after || previous === undefined ? last : await releases.read(release, namespace, previous);
    await (0,hide_secrets/* hideSecrets */.s)([last, before, target], ports);
    const plan = await timed("plan", () => (0,tell_plan/* planIfPossible */.c)("rollback", log, () => planBack({ request, newest: last, target, flags }, ports)));
    if (turn.stop.aborted)
        throw new errors/* UserError */.yo(`${release}: stopped before anything was changed`);
    await (0,store_flags/* storeFlags */.t)(before, flags, ports);
    const back = { request, target: target.revision, flags, after, previous };
    const went = await timed("rollback", () => goBack(back, ports, turn.stop));
    const number = went.release ? `, as revision ${went.release.revision}` : "";
    const live = await timed("read-back", async () => {
        const read = await (0,read_live/* readLive */.p)({ release: went.release, action: "rollback" }, ports);
        for (const line of (0,workload/* progressLines */.L)(read.workloads, went.seen))
            log.info(line);
        if (went.release)
            log.info(`${release} is at revision ${went.release.revision}: ${went.release.status}`);
        return read;
    });
    return {
        ...live,
        ...went,
        status: went.failure ? "failed" : "rolled-back",
        found: text,
        target: target.revision,
        why,
        passed,
        done: went.failure
            ? `the rollback to revision ${target.revision} failed`
            : `rolled back to revision ${target.revision}${number}`,
        previousRevision: previous,
        chart: went.release?.chart,
        record: went.failure
            ? undefined
            : await (0,attempt/* attempt */.C)("read the record of what serves", log, () => (0,find_record/* findRecord */.T)(target, ports)),
        plan,
        durations: timed.parts,
    };
}

// EXTERNAL MODULE: ./build/actions/cancellation.js
var cancellation = __webpack_require__(49613);
// EXTERNAL MODULE: ./build/actions/cluster-login.js + 2 modules
var cluster_login = __webpack_require__(35642);
// EXTERNAL MODULE: ./build/actions/cluster-ports.js + 9 modules
var cluster_ports = __webpack_require__(91795);
// EXTERNAL MODULE: ./build/actions/deploy/unfinished.js
var unfinished = __webpack_require__(14713);
// EXTERNAL MODULE: ./build/actions/release-outputs.js
var release_outputs = __webpack_require__(62566);
// EXTERNAL MODULE: ./build/actions/run-action.js + 1 modules
var run_action = __webpack_require__(82644);
// EXTERNAL MODULE: ./build/cronjobs/policy.js
var policy = __webpack_require__(27059);
// EXTERNAL MODULE: ./build/actions/cluster-inputs.js
var cluster_inputs = __webpack_require__(59322);
// EXTERNAL MODULE: ./build/actions/deploy/input-forms.js
var input_forms = __webpack_require__(30156);
// EXTERNAL MODULE: ./build/actions/release-inputs.js
var release_inputs = __webpack_require__(64159);
;// CONCATENATED MODULE: ./build/actions/rollback-release/inputs.js





/** Reads all inputs of `rollback-release`. Fails with one `UserError` that lists every problem. */
function readRollbackInputs(io) {
    const problems = [];
    const target = (0,cluster_inputs/* readClusterTarget */.g)(io, problems);
    const name = (0,release_inputs/* readReleaseName */.vZ)(io, problems, "the namespace of the release, such as commerce");
    if (io.lines("protected-namespaces").includes(name.namespace)) {
        problems.push(`namespace: ${name.namespace} is protected; name another, or take it out of protected-namespaces`);
    }
    const inputs = {
        target,
        ...name,
        revision: readRevision(io, problems),
        cronjobPolicy: (0,input_forms/* choiceInput */.ij)(io, "cronjob-policy", { choices: policy/* CRONJOB_POLICIES */.X, problems }),
        timeoutMs: (0,release_inputs/* readTimeout */.OW)(io, problems),
        historyMax: (0,release_inputs/* readHistoryMax */.zI)(io, problems),
        dryRun: (0,input_forms/* booleanInput */.tE)(io, "dry-run", problems),
        helmVersion: (0,release_inputs/* readHelmVersion */.Jj)(io, problems),
    };
    (0,release_inputs/* checkHelmDriver */.XR)(problems);
    const error = errors/* UserError */.yo.fromProblems("Inputs of rollback-release:", problems);
    if (error)
        throw error;
    return inputs;
}
function readRevision(io, problems) {
    const text = io.input("revision");
    if (text === "")
        return undefined;
    if (!/^[1-9]\d{0,8}$/.test(text)) {
        problems.push(`revision: "${text}" is not a revision's number; write one such as 3, see helm history, or leave it out for the last good one`);
    }
    return Number(text);
}

;// CONCATENATED MODULE: ./build/actions/rollback-release/run.js

















/** `actions/rollback-release`: one Helm release back to a good revision, and a report of what is there afterwards. */
async function run() {
    await (0,run_action/* runAction */.C)(async (io) => {
        const inputs = readRollbackInputs(io);
        const where = inputs.target.kind === "eks" ? `EKS cluster ${inputs.target.cluster}` : "the cluster of the kubeconfig";
        const doing = inputs.dryRun ? "Planning a rollback of" : "Rolling back";
        io.log.info(`${doing} ${inputs.release} in namespace ${inputs.namespace} of ${where}`);
        const folder = await (0,private_folder/* makePrivateFolder */.I2)();
        io.keep("folder", folder);
        const cancelled = (0,cancellation/* cancellation */.W)((signal) => io.log.info(`Got ${signal}: telling Helm to stop`));
        try {
            const result = await run_goBack(inputs, { folder, cancelled: cancelled.signal }, io);
            if (result.status === "failed")
                io.fail((0,errors/* describeError */.Uc)(result.error));
        }
        catch (error) {
            // There is no result to report on, but the job summary shall not be silent.
            io.output("status", "failed");
            const refused = error instanceof errors/* UserError */.yo;
            await io.summary(notRolledBackSummary(inputs, { error: (0,errors/* describeError */.Uc)(error), refused }));
            throw error;
        }
        finally {
            cancelled.end();
            await (0,private_folder/* removePrivateFolder */.Yv)(folder);
        }
    });
}
async function run_goBack(inputs, { folder, cancelled }, io) {
    const [helm, login, { url }] = await Promise.all([
        (0,find_helm/* findHelm */.M)(inputs.helmVersion, { env: process.env, log: io.log.info }),
        (0,cluster_login/* logIn */.E)(inputs.target, folder, io),
        (0,run_context/* runContext */.p)(),
        (0,kubernetes_client/* loadKubernetesClient */.u)(),
    ]);
    const client = await (0,kubernetes_client/* openCluster */.D)(login);
    const ports = {
        helm: (0,helm_cli/* helmCli */.D)((0,unfinished/* helmProgram */.J$)(helm.path, io), helm),
        ...(0,cluster_ports/* clusterPorts */.H)(client, io),
        log: io.log,
        clock: clock/* systemClock */.m,
        hidden: io.hidden,
        hide: io.hide,
    };
    const reach = { kubeconfig: login.kubeconfig, kubeContext: client.context };
    const request = { ...inputs, ...reach, holder: (0,unfinished/* newHolder */.lb)(url), runUrl: url };
    const result = await (inputs.dryRun ? planRollback(request, ports) : rollBackRelease(request, ports, cancelled));
    const report = { ...result, action: "rollback", chartDigest: result.record?.chart.digest ?? "" };
    (0,release_outputs/* writeReleaseOutputs */.b)(report, inputs.namespace, io);
    io.output("target-revision", String(result.target));
    const error = result.error === undefined ? "" : (0,errors/* describeError */.Uc)(result.error);
    await io.summary(rollbackSummary(result, { ...inputs, cluster: client.context, helmVersion: helm.version, error }));
    return result;
}


/***/ }),

/***/ 44196:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   d: () => (/* binding */ deployedFrom)
/* harmony export */ });
/* harmony import */ var _markdown_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(83280);

/** The commit that something was deployed from, linked to the run that did it. */
function deployedFrom(record) {
    if (record === undefined)
        return "not known";
    const { git, run } = record;
    const text = git.commit === "" ? "not known" : (0,_markdown_js__WEBPACK_IMPORTED_MODULE_0__/* .code */ .aY)(git.commit.slice(0, 12));
    return run.url === "" ? text : `${text} ([its run](${run.url})${run.actor === "" ? "" : ` by ${run.actor}`})`;
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


/***/ })

};
