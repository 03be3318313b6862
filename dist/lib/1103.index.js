export const id = 1103;
export const ids = [1103];
export const modules = {

/***/ 51103:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  run: () => (/* binding */ run)
});

// EXTERNAL MODULE: ./build/adapters/clock.js
var clock = __webpack_require__(21759);
// EXTERNAL MODULE: ./build/move/phases.js
var phases = __webpack_require__(13694);
// EXTERNAL MODULE: ./build/playbook/move/phase-outcome.js
var phase_outcome = __webpack_require__(48728);
// EXTERNAL MODULE: ./build/playbook/move/plan-phase.js
var plan_phase = __webpack_require__(34261);
;// CONCATENATED MODULE: ./build/playbook/move/read-status.js



/**
 * How far each service is, and what the phase that is next would do, by the world as it is now. Writes nothing, and fails only
 * where something cannot be read.
 */
async function readStatus(request, steps, store) {
    const { environment, services } = request;
    const rules = (0,phases/* rulesOf */.fD)("prepare");
    const own = steps.filter(({ id }) => rules.hasStep(id));
    const looks = await (0,plan_phase/* lookAtAll */.wI)(services, { environment, steps: own, rules }, store);
    return (0,phase_outcome/* phaseOutcome */.g9)({ phase: "status", environment, dryRun: true }, { services: looks.map((each) => (0,phase_outcome/* asPlanned */.Hj)(each)), hash: "" }, store);
}

// EXTERNAL MODULE: ./build/playbook/move/run-phase.js + 7 modules
var run_phase = __webpack_require__(89178);
// EXTERNAL MODULE: ./build/actions/move/in-move.js
var in_move = __webpack_require__(15927);
// EXTERNAL MODULE: ./build/actions/move/open-move.js + 71 modules
var open_move = __webpack_require__(98340);
// EXTERNAL MODULE: ./build/actions/move/phase-request.js
var phase_request = __webpack_require__(85151);
// EXTERNAL MODULE: ./build/adapters/github/run-context.js
var run_context = __webpack_require__(59426);
// EXTERNAL MODULE: ./build/adapters/helm/find-helm.js + 6 modules
var find_helm = __webpack_require__(54229);
// EXTERNAL MODULE: ./build/adapters/helm/helm-charts.js + 4 modules
var helm_charts = __webpack_require__(11296);
// EXTERNAL MODULE: ./build/adapters/helm/helm-cli.js + 7 modules
var helm_cli = __webpack_require__(80426);
// EXTERNAL MODULE: ./build/adapters/workspace.js
var workspace = __webpack_require__(46452);
// EXTERNAL MODULE: ./build/chart/chart-reference.js
var chart_reference = __webpack_require__(65559);
// EXTERNAL MODULE: ./build/errors.js
var errors = __webpack_require__(19473);
// EXTERNAL MODULE: ./build/actions/cluster-ports.js + 9 modules
var cluster_ports = __webpack_require__(91795);
// EXTERNAL MODULE: ./build/actions/deploy/registry.js + 3 modules
var registry = __webpack_require__(29825);
// EXTERNAL MODULE: ./build/actions/deploy/unfinished.js
var unfinished = __webpack_require__(14713);
// EXTERNAL MODULE: ./build/actions/sibling-entry.js
var sibling_entry = __webpack_require__(4291);
;// CONCATENATED MODULE: ./build/actions/move/prepare-deploy.js












/** Many tries before it works leave something to go back to. */
const HISTORY_MAX = 100;
/** Gives what a deploy of a service needs: the request by the migration file, and the parts around Helm. */
async function deployPreparation({ migration, helmVersion, folder }, io) {
    const [helm, context] = await Promise.all([
        (0,find_helm/* findHelm */.M)(helmVersion, { env: process.env, log: io.log.info }),
        (0,run_context/* runContext */.p)(),
    ]);
    const { eks } = migration.environment;
    const target = {
        kind: "eks",
        cluster: eks.cluster,
        region: eks.region,
        roleToAssume: eks.roleToAssume,
        kubeContext: "",
    };
    // Services share charts: each is fetched, and each registry logged in to, once in a run; and what is deployed is what was planned.
    const tools = new Map();
    const charts = new Map();
    let building = Promise.resolve();
    async function toolsFor(chart) {
        const registries = { chart, target, registryLogin: undefined, helmArgs: [] };
        const program = await (0,registry/* withRegistryLogins */.u)(registries, { program: (0,unfinished/* helmProgram */.J$)(helm.path, io), folder }, io);
        return {
            helm: (0,helm_cli/* helmCli */.D)(program, helm, { node: process.execPath, entry: (0,sibling_entry/* siblingEntry */.f)("post-render"), folder }),
            fetcher: (0,helm_charts/* helmCharts */.A)(program, { folder, extraArguments: [] }),
        };
    }
    return ({ client, kubeconfig }) => {
        // One of each for all services: what they find out of the cluster, such as its kinds, is asked for once.
        const cluster = (0,cluster_ports/* clusterPorts */.H)(client, io);
        return async ({ service, image }) => {
            const { chart, files } = sourcesOf(service, migration);
            const { helm: withLogins, fetcher } = await once(tools, chart.text, () => toolsFor(chart));
            // One after the other, since Helm builds a chart's dependencies in the chart's own folder.
            const fetchOnce = (reference) => once(charts, JSON.stringify(reference), () => {
                const fetched = building.then(() => fetcher.fetch(reference));
                building = fetched.catch(() => undefined);
                return fetched;
            });
            const { repository, commit, ref, actor, url } = context;
            const setString = image === undefined ? [] : [`${service.image.valuesPath}=${image}`];
            const request = {
                release: service.release.name,
                namespace: service.release.namespace,
                kubeconfig,
                kubeContext: client.context,
                createNamespace: true,
                namespaceLabels: {},
                chart,
                valueFiles: files.map(({ path }) => path),
                set: [],
                setString,
                extraArguments: [],
                timeoutMs: service.release.timeoutMs,
                historyMax: HISTORY_MAX,
                cronjobPolicy: "suspend",
                skipUnchanged: false,
                recover: "auto",
                onFailure: "rollback",
                holder: (0,unfinished/* newHolder */.lb)(url),
                record: {
                    values: { files, inline: "", set: [], setString, secretLeaves: 0, secretPaths: [] },
                    git: { repository, commit, ref },
                    run: { url, actor },
                },
            };
            const ports = {
                ...cluster,
                helm: withLogins,
                charts: { fetch: fetchOnce },
                // The next run goes on from what this one leaves.
                postStep: { expectAbove: () => undefined },
                log: io.log,
                clock: clock/* systemClock */.m,
                hide: io.hide,
                hidden: io.hidden,
            };
            return { request, ports };
        };
    };
}
/** What was asked for before is not asked again, unless it failed. */
function once(known, key, make) {
    const found = known.get(key);
    if (found !== undefined)
        return found;
    const made = make();
    known.set(key, made);
    made.catch(() => known.delete(key));
    return made;
}
/** The chart and the value files of a service, as the workspace has them. */
function sourcesOf({ name, release }, { where }) {
    const problems = [];
    const key = (...path) => where(["services", name, "release", ...path]);
    const given = { chart: release.chart, version: release.chartVersion, repository: release.repository };
    const chart = (0,chart_reference/* parseChartReference */.J)(given, workspace/* whatIsAt */.e);
    if ("problem" in chart)
        problems.push(`${key("chart")}: ${chart.problem}`);
    const files = release.valueFiles.flatMap((path, index) => {
        const file = (0,workspace/* readWorkspaceFile */.s)(path);
        if ("text" in file)
            return [{ path, content: file.text }];
        problems.push(`${key("value-files", index)}: cannot read ${path}: ${file.problem}`);
        return [];
    });
    const error = errors/* UserError */.yo.fromProblems("What it is deployed from:", problems);
    if (error || "problem" in chart)
        throw error;
    return { chart, files };
}

// EXTERNAL MODULE: ./build/actions/move/read-file.js + 31 modules
var read_file = __webpack_require__(41164);
// EXTERNAL MODULE: ./build/actions/move/run-entry.js
var run_entry = __webpack_require__(11240);
// EXTERNAL MODULE: ./build/actions/move/tell-outcome.js + 4 modules
var tell_outcome = __webpack_require__(90577);
// EXTERNAL MODULE: ./build/actions/run-action.js + 1 modules
var run_action = __webpack_require__(82644);
// EXTERNAL MODULE: ./build/actions/deploy/input-forms.js
var input_forms = __webpack_require__(30156);
// EXTERNAL MODULE: ./build/actions/move/move-inputs.js
var move_inputs = __webpack_require__(33337);
// EXTERNAL MODULE: ./build/actions/release-inputs.js
var release_inputs = __webpack_require__(64159);
;// CONCATENATED MODULE: ./build/actions/switchover/inputs.js




/** Reads all inputs of `switchover`. Fails with one `UserError` that lists every problem. */
function readSwitchoverInputs(io) {
    const problems = [];
    const inputs = {
        ...(0,move_inputs/* readMoveInputs */.P)(io, problems),
        phase: (0,input_forms/* choiceInput */.ij)(io, "phase", { choices: ["prepare", "status"], problems }),
        helmVersion: (0,release_inputs/* readHelmVersion */.Jj)(io, problems),
    };
    (0,release_inputs/* checkHelmDriver */.XR)(problems);
    const error = errors/* UserError */.yo.fromProblems("Inputs of switchover:", problems);
    if (error)
        throw error;
    return inputs;
}

;// CONCATENATED MODULE: ./build/actions/switchover/run.js












/** `switchover`: one phase of the move, for some services of an environment. */
async function run() {
    await (0,run_action/* runAction */.C)(async (io) => {
        const inputs = readSwitchoverInputs(io);
        const { phase, environment, helmVersion, dryRun } = inputs;
        const migration = await (0,read_file/* readFile */.T)(inputs);
        const names = migration.services.map(({ name }) => name).join(", ");
        io.log.info(`${dryRun ? "Planning " : ""}${phase} in ${environment}: ${names}`);
        await (0,in_move/* inMove */.F)(io, `${phase} in ${environment}`, async ({ folder, stop }) => {
            const [entry, prepare] = await Promise.all([
                (0,run_entry/* runEntry */.C)(),
                deployPreparation({ migration, helmVersion, folder }, io),
            ]);
            const { store, steps } = await (0,open_move/* openMove */.o)({ ...migration, folder, prepare }, io);
            const ports = { ...store, clock: clock/* systemClock */.m, log: io.log, hidden: io.hidden, stop };
            const outcome = phase === "status"
                ? await readStatus({ environment, services: migration.services }, steps, store)
                : await (0,run_phase/* runPhase */.P)((0,phase_request/* phaseRequest */.h)(phase, inputs, { migration, run: entry }), steps, ports);
            await (0,tell_outcome/* tellOutcome */.G)(outcome, entry, io);
        });
    });
}


/***/ })

};
