export const id = 787;
export const ids = [787];
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
// EXTERNAL MODULE: ./build/adapters/helm/helm-cli.js + 2 modules
var helm_cli = __webpack_require__(70192);
// EXTERNAL MODULE: ./build/adapters/kubernetes/client.js + 1 modules
var kubernetes_client = __webpack_require__(16656);
// EXTERNAL MODULE: ./build/adapters/kubernetes/leases.js
var leases = __webpack_require__(17731);
// EXTERNAL MODULE: ./build/adapters/kubernetes/live-objects.js + 6 modules
var live_objects = __webpack_require__(38743);
// EXTERNAL MODULE: ./build/adapters/kubernetes/release-secrets.js
var release_secrets = __webpack_require__(1819);
// EXTERNAL MODULE: ./build/errors.js
var errors = __webpack_require__(19473);
// EXTERNAL MODULE: ./build/release/lease-name.js
var lease_name = __webpack_require__(49502);
// EXTERNAL MODULE: ./build/release/situation.js
var release_situation = __webpack_require__(89534);
// EXTERNAL MODULE: ./build/playbook/hold-lease.js + 1 modules
var hold_lease = __webpack_require__(88077);
// EXTERNAL MODULE: ./build/playbook/deploy/find-situation.js + 1 modules
var find_situation = __webpack_require__(23114);
// EXTERNAL MODULE: ./build/playbook/deploy/roll-back.js
var roll_back = __webpack_require__(32353);
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
        await (0,roll_back/* rollBack */.F)({ ...unfinished, revision: lastGood, wait: true }, ports, stop);
        inOrder = true;
        const said = `This run ended before its deploy did: ${release} was ${status}, and was rolled back to revision ${lastGood}`;
        return { said, rolledBack: true };
    }
    finally {
        await (inOrder ? lease.release() : lease.abandon());
    }
}

// EXTERNAL MODULE: ./build/playbook/report/deploy-summary.js + 1 modules
var deploy_summary = __webpack_require__(98796);
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


/***/ })

};
