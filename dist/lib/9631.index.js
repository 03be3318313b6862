export const id = 9631;
export const ids = [9631];
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

/***/ 69631:
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
// EXTERNAL MODULE: ./build/adapters/helm/helm-charts.js + 4 modules
var helm_charts = __webpack_require__(11296);
// EXTERNAL MODULE: ./build/adapters/helm/helm-cli.js + 7 modules
var helm_cli = __webpack_require__(80426);
// EXTERNAL MODULE: ./build/adapters/kubernetes/client.js + 1 modules
var kubernetes_client = __webpack_require__(16656);
// EXTERNAL MODULE: ./build/adapters/private-folder.js
var private_folder = __webpack_require__(32699);
// EXTERNAL MODULE: ./build/chart/pull-arguments.js
var pull_arguments = __webpack_require__(53205);
// EXTERNAL MODULE: ./build/errors.js
var errors = __webpack_require__(19473);
// EXTERNAL MODULE: ./build/playbook/deploy/deploy-release.js + 4 modules
var deploy_release = __webpack_require__(87033);
// EXTERNAL MODULE: ./build/playbook/deploy/deploy-types.js
var deploy_types = __webpack_require__(66785);
// EXTERNAL MODULE: ./build/playbook/deploy/plan-release.js
var plan_release = __webpack_require__(35281);
// EXTERNAL MODULE: ./build/playbook/report/deploy-summary.js
var deploy_summary = __webpack_require__(94751);
// EXTERNAL MODULE: ./build/actions/cancellation.js
var cancellation = __webpack_require__(49613);
// EXTERNAL MODULE: ./build/actions/cluster-login.js + 2 modules
var cluster_login = __webpack_require__(35642);
// EXTERNAL MODULE: ./build/actions/cluster-ports.js + 9 modules
var cluster_ports = __webpack_require__(91795);
// EXTERNAL MODULE: ./build/actions/run-action.js + 1 modules
var run_action = __webpack_require__(82644);
// EXTERNAL MODULE: ./build/actions/sibling-entry.js
var sibling_entry = __webpack_require__(4291);
;// CONCATENATED MODULE: ./build/chart/place.js
/**
 * The line of these files of values that says which image it is: the first with the whole of it, else the first that is its
 * tag (`tag: "1"`, `imageTag: 1`), or has its name and its tag.
 */
function placeOfImage(files, image) {
    // Digests are left to the whole image and to lines of their own.
    const [named = "", digest = ""] = image.split("@");
    const [, name, tag] = /^(?:.*\/)?([^/:]+)(?::([^/:]+))?$/.exec(named) ?? [];
    if (name === undefined)
        return undefined;
    const whole = word(image);
    const found = firstLine(files, (line) => whole.test(line)) ?? firstLine(files, (line) => word(digest).test(line));
    if (found !== undefined || tag === undefined)
        return found;
    const tagLine = new RegExp(`tag["']?\\s*:\\s*["']?${literal(tag)}["']?\\s*(?:[,}]|$)`, "i");
    const nameAsValue = new RegExp(`${word(name).source}(?!["']?:(?:\\s|$))`);
    return firstLine(files, (line) => tagLine.test(line) || (nameAsValue.test(line) && word(tag).test(line)));
}
/** The first line of which that is true, comments aside. */
function firstLine(files, isIt) {
    for (const { path, content } of files) {
        const lines = content.split(/\r?\n/).map((line) => line.replace(/(^|\s)#.*$/, ""));
        const at = lines.findIndex(isIt);
        if (at >= 0)
            return { file: path, line: at + 1 };
    }
    return undefined;
}
/** Finds a text that is not a part of a longer word; an empty one nowhere. */
function word(text) {
    return text === "" ? /(?!)/ : new RegExp(`(?<![\\w.-])${literal(text)}(?![\\w.-])`);
}
function literal(text) {
    return text.replace(/[^\w-]/g, "\\$&");
}
/** The template that made an object, as Helm notes it above each document: `# Source: chart/templates/web.yaml`. Relative to the chart's folder. */
function templateOf(manifest, { kind, name }) {
    // No `\s`: it goes over the ends of lines, and many blank ones then take seconds.
    const has = (document, key, value) => new RegExp(`^[ \\t]*${key}:[ \\t]*["']?${literal(value)}["']?[ \\t]*$`, "m").test(document);
    const document = manifest
        .split(/^---[ \t]*$/m)
        .find((each) => has(each, "kind", kind) && has(each, "name", name) && each.includes("# Source: "));
    return /^# Source: [^/]+\/(.+)$/m.exec(document ?? "")?.[1];
}
/**
 * The template that Helm's message names, relative to the chart's folder: `service/templates/web.yaml:12:3` of a template
 * that does not render, `parse error on service/templates/web.yaml` of one that is no YAML.
 */
function templateInMessage(message) {
    const found = /(?:^|[\s("])[\w.-]+\/(templates\/[\w./-]+?\.(?:ya?ml|tpl|txt))(?::(\d+))?/m.exec(message);
    if (!found?.[1])
        return undefined;
    return { file: found[1], ...(found[2] ? { line: Number(found[2]) } : {}) };
}

;// CONCATENATED MODULE: ./build/actions/deploy/failure-place.js


/** Where in the repository the cause of a failure is written, where that can be told: an image in the values, else a template. */
function failurePlace(result, inputs) {
    const failure = result.failures.at(-1);
    if (failure === undefined)
        return undefined;
    const [finding] = failure.findings;
    // The files that win come last.
    const inValues = placeOfImage(inputs.valueFiles.toReversed(), finding?.place?.image ?? "");
    if (inValues !== undefined)
        return inValues;
    const folder = chartFolder(inputs);
    if (folder === undefined)
        return undefined;
    const inChart = (file) => `${folder}/${file}`;
    const inMessage = templateInMessage((0,errors/* describeError */.Uc)(failure.error));
    if (inMessage !== undefined)
        return { ...inMessage, file: inChart(inMessage.file) };
    const template = finding && failure.revision && templateOf(failure.revision.manifest, finding.object);
    return template === undefined ? undefined : { file: inChart(template) };
}
/** The chart's folder as the repository has it; `undefined` for a chart from elsewhere. */
function chartFolder({ chart }) {
    if (chart.kind !== "folder" || /^([/\\]|\.\.|[A-Za-z]:)/.test(chart.text))
        return undefined;
    return chart.text.replace(/^\.\//, "").replace(/\/+$/, "");
}

// EXTERNAL MODULE: ./build/adapters/workspace.js
var workspace = __webpack_require__(46452);
// EXTERNAL MODULE: ./build/chart/chart-reference.js
var chart_reference = __webpack_require__(65559);
// EXTERNAL MODULE: ./build/cronjobs/policy.js
var policy = __webpack_require__(27059);
// EXTERNAL MODULE: ./build/values/inline-values.js
var inline_values = __webpack_require__(75013);
// EXTERNAL MODULE: ./build/actions/cluster-inputs.js
var cluster_inputs = __webpack_require__(59322);
// EXTERNAL MODULE: ./build/actions/release-inputs.js
var release_inputs = __webpack_require__(64159);
// EXTERNAL MODULE: ./build/actions/deploy/input-forms.js
var input_forms = __webpack_require__(30156);
// EXTERNAL MODULE: ./build/actions/deploy/registry-inputs.js
var registry_inputs = __webpack_require__(67837);
;// CONCATENATED MODULE: ./build/actions/deploy/inputs.js









/** Flags that an input decides. */
const OWNED_FLAGS = {
    "--namespace": "namespace",
    "-n": "namespace",
    "--kubeconfig": "kubeconfig",
    "--kube-context": "kube-context",
    "--kube-apiserver": "kubeconfig",
    "--kube-as-group": "kubeconfig",
    "--kube-as-user": "kubeconfig",
    "--kube-ca-file": "kubeconfig",
    "--kube-insecure-skip-tls-verify": "kubeconfig",
    "--kube-tls-server-name": "kubeconfig",
    "--kube-token": "kubeconfig",
    "--values": "value-files",
    "-f": "value-files",
    "--set": "set",
    "--set-string": "set-string",
    "--timeout": "timeout",
    "--history-max": "history-max",
    "--version": "chart-version",
    "--repo": "repository",
    "--dry-run": "dry-run",
    "--create-namespace": "create-namespace",
    "--atomic": "on-failure",
    "--rollback-on-failure": "on-failure",
};
/** Flags that the action itself decides, and how. */
const FIXED_FLAGS = {
    "--wait": "it always waits",
    "--install": "it always installs what is not there yet",
    "-i": "it always installs what is not there yet",
};
/** Reads all inputs of `deploy`. Fails with one `UserError` that lists every problem. */
function readDeployInputs(io) {
    const problems = [];
    const target = (0,cluster_inputs/* readClusterTarget */.g)(io, problems);
    const name = (0,release_inputs/* readReleaseName */.vZ)(io, problems, "the namespace to deploy to, such as commerce");
    if (io.lines("protected-namespaces").includes(name.namespace)) {
        problems.push(`namespace: ${name.namespace} is protected; deploy elsewhere, or take it out of protected-namespaces`);
    }
    const chart = readChart(io, problems);
    const registryLogin = (0,registry_inputs/* readRegistryInputs */.r)(io, chart, problems);
    const values = io.text("values");
    const secretValues = io.text("secret-values");
    for (const problem of [(0,inline_values/* inlineValuesProblem */.$b)("values", values), (0,inline_values/* secretValuesProblem */.WN)(secretValues)]) {
        if (problem !== undefined)
            problems.push(problem);
    }
    const inputs = {
        target,
        ...name,
        createNamespace: (0,input_forms/* booleanInput */.tE)(io, "create-namespace", problems),
        namespaceLabels: Object.fromEntries((0,input_forms/* pairs */.AS)("namespace-labels", io.lines("namespace-labels"), problems)),
        values,
        valueFiles: readValueFiles(io.lines("value-files"), problems),
        set: assignments(io, "set", problems),
        setString: assignments(io, "set-string", problems),
        secretValues,
        timeoutMs: (0,release_inputs/* readTimeout */.OW)(io, problems),
        historyMax: (0,release_inputs/* readHistoryMax */.zI)(io, problems),
        helmVersion: (0,release_inputs/* readHelmVersion */.Jj)(io, problems),
        helmArgs: readHelmArgs(io.lines("helm-args"), problems),
        recover: (0,input_forms/* choiceInput */.ij)(io, "recover", { choices: ["auto", "never", "auto-delete-volumes"], problems }),
        onFailure: (0,input_forms/* choiceInput */.ij)(io, "on-failure", { choices: ["rollback", "keep"], problems }),
        cronjobPolicy: (0,input_forms/* choiceInput */.ij)(io, "cronjob-policy", { choices: policy/* CRONJOB_POLICIES */.X, problems }),
        skipUnchanged: (0,input_forms/* booleanInput */.tE)(io, "skip-unchanged", problems),
        dryRun: (0,input_forms/* booleanInput */.tE)(io, "dry-run", problems),
    };
    (0,release_inputs/* checkHelmDriver */.XR)(problems);
    const error = errors/* UserError */.yo.fromProblems("Inputs of deploy:", problems);
    if (error || chart === undefined)
        throw error;
    return { ...inputs, chart, registryLogin };
}
function readChart(io, problems) {
    const given = { chart: io.input("chart"), version: io.input("chart-version"), repository: io.input("repository") };
    if (given.chart === "") {
        problems.push("chart: missing; write a path such as charts/service, repo/name, an https address of a .tgz, or oci://…");
        return undefined;
    }
    const parsed = (0,chart_reference/* parseChartReference */.J)(given, workspace/* whatIsAt */.e);
    if ("problem" in parsed) {
        problems.push(parsed.problem);
        return undefined;
    }
    return parsed;
}
function readValueFiles(paths, problems) {
    return paths.flatMap((path) => {
        const file = (0,workspace/* readWorkspaceFile */.s)(path);
        const problem = "problem" in file
            ? `value-files: cannot read ${path}: ${file.problem}`
            : (0,inline_values/* inlineValuesProblem */.$b)(`value-files: ${path}`, file.text);
        if (problem !== undefined)
            problems.push(problem);
        return "text" in file ? { path, content: file.text } : [];
    });
}
function assignments(io, name, problems) {
    const lines = io.lines(name);
    (0,input_forms/* pairs */.AS)(name, lines, problems);
    return lines;
}
function readHelmArgs(lines, problems) {
    for (const line of lines) {
        // A short flag may have its value right behind it: -nother.
        const flag = /^-[^-]/.test(line) ? line.slice(0, 2) : (line.split(/[=\s]/)[0] ?? "");
        const input = OWNED_FLAGS[flag];
        if (input !== undefined)
            problems.push(`helm-args: ${flag} is decided by the input ${input}; use that`);
        const how = FIXED_FLAGS[flag];
        if (how !== undefined)
            problems.push(`helm-args: ${flag} is decided by the action: ${how}; leave it out`);
    }
    return [...lines];
}

// EXTERNAL MODULE: ./build/actions/release-outputs.js
var release_outputs = __webpack_require__(62566);
;// CONCATENATED MODULE: ./build/actions/deploy/outputs.js

/** Sets every output. */
function writeOutputs(result, namespace, io) {
    const action = result.status === "unchanged" ? "" : result.action;
    (0,release_outputs/* writeReleaseOutputs */.b)({ ...result, action, chart: result.release?.chart }, namespace, io);
}

// EXTERNAL MODULE: ./build/actions/deploy/registry.js + 3 modules
var registry = __webpack_require__(29825);
// EXTERNAL MODULE: ./build/actions/deploy/unfinished.js
var deploy_unfinished = __webpack_require__(14713);
// EXTERNAL MODULE: ./build/values/reused-values.js
var reused_values = __webpack_require__(52230);
// EXTERNAL MODULE: ./build/values/secrets.js
var values_secrets = __webpack_require__(14882);
// EXTERNAL MODULE: ./node_modules/yaml/dist/index.js
var dist = __webpack_require__(38815);
;// CONCATENATED MODULE: ./build/values/short-secrets.js


/**
 * Where the leaves of `secret-values` are that are too short to be masked, as keys from the outside in: `db.pin`, `tokens[0]`.
 * Empty for an empty text, and without the empty leaves, which are no secrets.
 */
function shortSecrets(text) {
    return below((0,dist/* parse */.qg)(text), "").map((path) => path.slice(1));
}
/** The paths begin with a dot. */
function below(value, path) {
    if (value === null || value === undefined || value === "")
        return [];
    if (Array.isArray(value))
        return value.flatMap((item, at) => below(item, `${path}[${at}]`));
    if (typeof value === "object")
        return Object.entries(value).flatMap(([key, item]) => below(item, `${path}.${key}`));
    const leaf = typeof value === "string" ? value.trim() : JSON.stringify(value);
    return leaf.length < values_secrets/* SHORTEST_MASK */.SE ? [path] : [];
}

;// CONCATENATED MODULE: ./build/actions/deploy/value-files.js





/**
 * The files for Helm, in the order in which later ones win: value-files, values, secret-values.
 * Inline values go by private files, never by arguments; secret leaves are hidden before anything can show them.
 */
async function writeValueFiles(inputs, folder, io) {
    const paths = inputs.valueFiles.map((file) => file.path);
    if (inputs.values.trim() !== "")
        paths.push(await (0,private_folder/* writePrivateFile */.Pl)(folder, "values.yaml", inputs.values));
    const secrets = (0,inline_values/* leaves */.FQ)(inputs.secretValues);
    io.hide((0,values_secrets/* masksFor */.RM)(secrets));
    const short = shortSecrets(inputs.secretValues);
    if (short.length > 0) {
        io.log.warn(`secret-values: ${short.join(", ")} ${short.length > 1 ? "have" : "has"} fewer than ${values_secrets/* SHORTEST_MASK */.SE} characters and cannot be masked, since GitHub drops outputs that contain masked text; do not print ${short.length > 1 ? "them" : "it"}`);
    }
    // Without a leaf too: an empty secret wins over the chart's default.
    if (inputs.secretValues.trim() !== "")
        paths.push(await (0,private_folder/* writePrivateFile */.Pl)(folder, "secret-values.yaml", inputs.secretValues));
    // With values of earlier revisions taken over, the paths of this run's secrets are not all that there are.
    const secretPaths = (0,reused_values/* reusesValues */.S)(inputs.helmArgs) ? undefined : (0,inline_values/* leafPaths */.$0)(inputs.secretValues);
    return { paths, secretLeaves: secrets.length, secretPaths };
}

;// CONCATENATED MODULE: ./build/actions/deploy/run.js
























/** `deploy`: one Helm release to one cluster, and a report of what is there afterwards. */
async function run() {
    await (0,run_action/* runAction */.C)(async (io) => {
        const inputs = readDeployInputs(io);
        const where = inputs.target.kind === "eks" ? `EKS cluster ${inputs.target.cluster}` : "the cluster of the kubeconfig";
        const doing = inputs.dryRun ? "Planning a deploy of" : "Deploying";
        io.log.info(`${doing} ${inputs.release} to namespace ${inputs.namespace} of ${where}`);
        const folder = await (0,private_folder/* makePrivateFolder */.I2)();
        io.keep("folder", folder);
        const cancelled = (0,cancellation/* cancellation */.W)((signal) => io.log.info(`Got ${signal}: telling Helm to stop`));
        let inOrder = false;
        try {
            const result = await deploy(inputs, { folder, cancelled: cancelled.signal }, io);
            inOrder = result.settled;
            if ((0,deploy_types/* isFailure */.N)(result))
                io.fail((0,errors/* describeError */.Uc)(result.error), failurePlace(result, inputs));
        }
        catch (error) {
            // A refusal has changed nothing. Anything else may have come in the middle of something.
            inOrder = error instanceof errors/* UserError */.yo;
            await notStarted(inputs, error, io);
            throw error;
        }
        finally {
            cancelled.end();
            // Else the post step logs in with what is in the folder, and brings the release back.
            if (inOrder) {
                (0,deploy_unfinished/* forgetUnfinished */.Tv)(io);
                await (0,private_folder/* removePrivateFolder */.Yv)(folder);
            }
        }
    });
}
/** There is no result to report on, but the job summary shall not be silent. */
async function notStarted(inputs, error, io) {
    io.output("status", "failed");
    await io.summary((0,deploy_summary/* notStartedSummary */.zn)(inputs, { error: (0,errors/* describeError */.Uc)(error), refused: error instanceof errors/* UserError */.yo }));
}
async function deploy(inputs, { folder, cancelled }, io) {
    const values = await writeValueFiles(inputs, folder, io);
    const [helm, login, context] = await Promise.all([
        (0,find_helm/* findHelm */.M)(inputs.helmVersion, { env: process.env, log: io.log.info }),
        (0,cluster_login/* logIn */.E)(inputs.target, folder, io),
        (0,run_context/* runContext */.p)(),
        (0,kubernetes_client/* loadKubernetesClient */.u)(),
    ]);
    const client = await (0,kubernetes_client/* openCluster */.D)(login);
    const program = await (0,registry/* withRegistryLogins */.u)(inputs, { program: (0,deploy_unfinished/* helmProgram */.J$)(helm.path, io), folder }, io);
    const { repository, commit, ref, actor, url } = context;
    const { release, namespace, timeoutMs, historyMax, onFailure, cronjobPolicy } = inputs;
    const target = { release, namespace, kubeconfig: login.kubeconfig, kubeContext: client.context };
    const holder = (0,deploy_unfinished/* newHolder */.lb)(url);
    const unfinished = {
        ...target,
        timeoutMs,
        historyMax,
        onFailure,
        cronjobPolicy,
        holder,
        runUrl: url,
        helm: { ...helm },
    };
    const request = {
        ...inputs,
        ...target,
        holder,
        valueFiles: values.paths,
        extraArguments: inputs.helmArgs,
        record: {
            values: {
                files: inputs.valueFiles,
                inline: inputs.values,
                set: inputs.set,
                setString: inputs.setString,
                secretLeaves: values.secretLeaves,
                secretPaths: values.secretPaths,
            },
            git: { repository, commit, ref },
            run: { url, actor },
        },
    };
    const ports = {
        helm: (0,helm_cli/* helmCli */.D)(program, helm, { node: process.execPath, entry: (0,sibling_entry/* siblingEntry */.f)("post-render"), folder }),
        charts: (0,helm_charts/* helmCharts */.A)(program, { folder, extraArguments: (0,pull_arguments/* pullArguments */.aF)(inputs.helmArgs) }),
        ...(0,cluster_ports/* clusterPorts */.H)(client, io),
        postStep: (0,deploy_unfinished/* postStep */.FW)(unfinished, io),
        log: io.log,
        clock: clock/* systemClock */.m,
        hide: io.hide,
        hidden: io.hidden,
    };
    const result = await (inputs.dryRun ? plan_release/* planRelease */.F : deploy_release/* deployRelease */.H)(request, ports, cancelled);
    writeOutputs(result, inputs.namespace, io);
    const error = result.error === undefined ? "" : (0,errors/* describeError */.Uc)(result.error);
    await io.summary((0,deploy_summary/* deploySummary */.eN)(result, { ...inputs, cluster: client.context, helmVersion: helm.version, error }));
    return result;
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
