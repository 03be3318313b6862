export const id = 8192;
export const ids = [8192];
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

/***/ 38192:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  run: () => (/* binding */ run)
});

// EXTERNAL MODULE: ./build/adapters/kubernetes/client.js + 1 modules
var kubernetes_client = __webpack_require__(16656);
// EXTERNAL MODULE: ./build/adapters/kubernetes/leases.js
var leases = __webpack_require__(17731);
// EXTERNAL MODULE: ./build/adapters/kubernetes/live-objects.js + 8 modules
var live_objects = __webpack_require__(81753);
// EXTERNAL MODULE: ./build/adapters/kubernetes/release-secrets.js + 1 modules
var release_secrets = __webpack_require__(23442);
// EXTERNAL MODULE: ./build/adapters/private-folder.js
var private_folder = __webpack_require__(32699);
// EXTERNAL MODULE: ./build/errors.js
var errors = __webpack_require__(19473);
// EXTERNAL MODULE: ./build/release/lease-name.js
var lease_name = __webpack_require__(49502);
// EXTERNAL MODULE: ./build/release/release.js
var release_release = __webpack_require__(43007);
;// CONCATENATED MODULE: ./build/values/without-paths.js
/**
 * Values without those at the paths; maps that lose all they had stay, as empty ones. A path that ends early, since a later
 * value took a map's place, is done with.
 * `undefined` when a path's last map is there, but its key is not: then the paths are not those of these values, and what is
 * at other places is not known to be free of what was to go.
 */
function withoutPaths(values, paths) {
    const heads = Map.groupBy(paths.filter((path) => path.length > 0), ([head = ""]) => head);
    const rest = { ...values };
    for (const [head, below] of heads) {
        if (!Object.hasOwn(values, head))
            return undefined;
        const value = values[head];
        if (below.some((path) => path.length === 1)) {
            delete rest[head];
        }
        else if (isMap(value)) {
            const kept = withoutPaths(value, below.map((path) => path.slice(1)));
            if (kept === undefined)
                return undefined;
            rest[head] = kept;
        }
    }
    return rest;
}
function isMap(value) {
    return typeof value === "object" && value !== null && !Array.isArray(value);
}

// EXTERNAL MODULE: ./build/workloads/objects.js
var workloads_objects = __webpack_require__(40549);
// EXTERNAL MODULE: ./build/playbook/find-record.js
var find_record = __webpack_require__(1057);
;// CONCATENATED MODULE: ./build/playbook/inspect-release.js






const LASTING_KINDS = new Set(["Deployment", "StatefulSet", "DaemonSet"]);
/** Reads what is deployed, and writes nothing. That there is no release is a result, not an error. */
async function inspectRelease(request, ports) {
    const { release, namespace } = request;
    const { releases } = ports;
    const history = await releases.history(release, namespace);
    const last = (0,release_release/* newest */.BP)(history);
    const shown = (0,release_release/* deployedRevision */.Sf)(history) ?? last;
    if (last === undefined || shown === undefined) {
        return {
            newest: undefined,
            serving: undefined,
            record: undefined,
            images: [],
            values: undefined,
            lease: undefined,
        };
    }
    const serving = await releases.read(release, namespace, shown.revision);
    if (serving === undefined)
        throw goneSince(request, shown);
    const [record, images, lease] = await Promise.all([
        recordOf(serving, ports),
        runningImages(serving, ports),
        last.revision === shown.revision && last.status === "deployed" ? undefined : heldLease(request, ports),
    ]);
    return { newest: last, serving, record, images, values: plainValues(serving, record, ports.log), lease };
}
function goneSince({ release, namespace }, { revision }) {
    return new errors/* OutsideError */.Cp({
        system: "Helm",
        operation: `read revision ${revision} of ${release} in namespace ${namespace}`,
        reason: "it was removed while it was read, by an uninstall or a deploy",
        next: "run this step again once that has ended",
    });
}
async function recordOf(serving, ports) {
    const record = await (0,find_record/* findRecord */.T)(serving, ports);
    if (record === undefined) {
        ports.log.warn(`Revision ${serving.revision} of ${serving.name} has no deploy record: another tool made it, its deploy did not end well, or the revision that a rollback went back to is pruned. chart-digest, git-sha and values-file are empty`);
    }
    return record;
}
async function runningImages(serving, { live, log }) {
    const objects = (0,workloads_objects/* objectsOf */.i)(serving.manifest, serving.namespace);
    const workloads = await live.workloads(objects);
    const found = new Set(workloads.map(nameOf));
    const missing = objects.filter((object) => LASTING_KINDS.has(object.kind) && !found.has(nameOf(object)));
    if (missing.length > 0 && serving.status !== "uninstalled") {
        log.warn(`images: without ${missing.map(({ kind, name }) => `${kind} ${name}`).join(", ")}: not in the cluster, or this login may not list them`);
    }
    return workloads.flatMap((workload) => workload.images);
}
function nameOf({ kind, namespace, name }) {
    return `${namespace}/${kind}/${name}`;
}
async function heldLease({ release, namespace }, { leases }) {
    const lease = await leases.read(namespace, (0,lease_name/* leaseNameFor */.R)(release));
    return lease === undefined || lease === "forbidden" || lease.holder === "" ? undefined : lease;
}
/** The whole values hold secrets: without knowing where, nothing of them is given. */
function plainValues({ name, revision, values }, record, log) {
    if (record === undefined)
        return undefined;
    const { secretPaths, secretLeaves } = record.values;
    const plain = secretPaths === undefined ? undefined : withoutPaths(values, secretPaths);
    if (plain === undefined) {
        const why = secretPaths === undefined ? "the record does not say where" : "they are not where the record says";
        log.warn(`values-file: empty, since the secrets among the values of ${name} revision ${revision} cannot be told apart (${why}; there are ${secretLeaves}). The next deploy of it, without --reuse-values, is good for one`);
    }
    return plain;
}

// EXTERNAL MODULE: ./build/playbook/report/deployed-from.js
var deployed_from = __webpack_require__(44196);
// EXTERNAL MODULE: ./build/playbook/report/markdown.js
var markdown = __webpack_require__(83280);
;// CONCATENATED MODULE: ./build/playbook/report/inspect-summary.js


/** The job summary of `inspect-release`, as Markdown. */
function inspectSummary(inspection, subject) {
    const { release, namespace, cluster } = subject;
    const { newest, serving, images } = inspection;
    if (newest === undefined || serving === undefined) {
        return `### 🔍 There is no release ${release} in ${namespace}\n\n${(0,markdown/* table */.tp)(["What", "Value"], [["Cluster", cluster]])}\n`;
    }
    const parts = [
        `### 🔍 ${release} in ${namespace}`,
        (0,markdown/* table */.tp)(["What", "Value"], facts(inspection, subject)),
        images.length === 0
            ? ""
            : (0,markdown/* table */.tp)(["Workload", "Container", "Image", "Digest"], images.map(({ workload, container, image, digest }) => [workload, container, (0,markdown/* code */.aY)(image), (0,markdown/* code */.aY)(digest)])),
    ];
    return `${parts.filter((part) => part !== "").join("\n\n")}\n`;
}
function facts({ newest, serving, record, lease }, { cluster }) {
    if (newest === undefined || serving === undefined)
        return [];
    const { chart, revision, status, deployedAt } = serving;
    const differs = newest.revision !== revision;
    return [
        ["Status", newest.status],
        [differs ? "Serves" : "Revision", `${revision}, ${status}, of ${deployedAt}`],
        ...(differs ? [["Newest revision", `${newest.revision}, ${newest.status}, of ${newest.changedAt}`]] : []),
        ...(lease === undefined
            ? []
            : [["Lease of", `${lease.runUrl || lease.holder}, last renewed at ${lease.renewedAt}`]]),
        ["Chart", `${chart.name} ${chart.version} (app ${chart.appVersion || "not named"})`],
        ["Chart digest", (0,markdown/* code */.aY)(record?.chart.digest ?? "") || "not known"],
        ["Commit", (0,deployed_from/* deployedFrom */.d)(record)],
        ["Cluster", cluster],
    ];
}

;// CONCATENATED MODULE: ./build/values/values-file.js
/**
 * Values as the text of a values file. JSON, which YAML holds: text such as `on` or `010` stays text in every version of
 * YAML, Helm's among them.
 */
function valuesFile(values) {
    // What JSON leaves as it is, but YAML takes for line breaks or refuses.
    const special = /[\u007f-\u009f\u2028\u2029\ufeff\ufffe\uffff]/g;
    const escaped = (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, "0")}`;
    return `${JSON.stringify(values, null, 2).replace(special, escaped)}\n`;
}

// EXTERNAL MODULE: ./build/actions/cluster-login.js + 2 modules
var cluster_login = __webpack_require__(35642);
// EXTERNAL MODULE: ./build/actions/run-action.js + 1 modules
var run_action = __webpack_require__(82644);
// EXTERNAL MODULE: ./build/actions/cluster-inputs.js
var cluster_inputs = __webpack_require__(59322);
// EXTERNAL MODULE: ./build/actions/release-inputs.js
var release_inputs = __webpack_require__(64159);
;// CONCATENATED MODULE: ./build/actions/inspect-release/inputs.js



/** Reads all inputs of `inspect-release`. Fails with one `UserError` that lists every problem. */
function readInspectInputs(io) {
    const problems = [];
    const target = (0,cluster_inputs/* readClusterTarget */.g)(io, problems);
    const name = (0,release_inputs/* readReleaseName */.vZ)(io, problems, "the namespace of the release, such as commerce");
    (0,release_inputs/* checkHelmDriver */.XR)(problems);
    const error = errors/* UserError */.yo.fromProblems("Inputs of inspect-release:", problems);
    if (error)
        throw error;
    return { target, ...name };
}

;// CONCATENATED MODULE: ./build/actions/inspect-release/outputs.js
/** Sets every output. What is not known is an empty text, lists are JSON. */
function writeOutputs(inspection, valuesFile, io) {
    const { newest, serving, record, images } = inspection;
    const outputs = {
        status: newest?.status ?? "absent",
        revision: serving ? String(serving.revision) : "",
        chart: serving?.chart.name ?? "",
        "chart-version": serving?.chart.version ?? "",
        "chart-digest": record?.chart.digest ?? "",
        images: JSON.stringify(images),
        "values-file": valuesFile,
        "git-sha": record?.git.commit ?? "",
    };
    for (const [name, value] of Object.entries(outputs))
        io.output(name, value);
}

;// CONCATENATED MODULE: ./build/actions/inspect-release/run.js












/** `actions/inspect-release`: what is deployed, for the steps and jobs that follow. It reads only. */
async function run() {
    await (0,run_action/* runAction */.C)(async (io) => {
        const inputs = readInspectInputs(io);
        io.log.info(`Reading release ${inputs.release} in namespace ${inputs.namespace}`);
        const { inspection, cluster } = await inspect(inputs, io);
        const { newest, serving } = inspection;
        io.log.info(newest && serving
            ? `${inputs.release} is ${newest.status} at revision ${newest.revision}; revision ${serving.revision} is ${serving.status}`
            : `There is no release ${inputs.release} in ${inputs.namespace}`);
        writeOutputs(inspection, await keepValues(inspection, io), io);
        await io.summary(inspectSummary(inspection, { ...inputs, cluster }));
    });
}
/** The login's files are for this read only. */
async function inspect(inputs, io) {
    const folder = await (0,private_folder/* makePrivateFolder */.I2)();
    io.keep("folder", folder);
    try {
        const [login] = await Promise.all([(0,cluster_login/* logIn */.E)(inputs.target, folder, io), (0,kubernetes_client/* loadKubernetesClient */.u)()]);
        const client = await (0,kubernetes_client/* openCluster */.D)(login);
        const inspection = await inspectRelease(inputs, {
            releases: (0,release_secrets/* releaseSecrets */.t)(client),
            live: (0,live_objects/* clusterObjects */.r)(client),
            leases: (0,leases/* clusterLeases */.Q)(client),
            log: io.log,
        });
        return { inspection, cluster: client.context };
    }
    finally {
        await (0,private_folder/* removePrivateFolder */.Yv)(folder);
    }
}
/** The values, in a file that stays for the job's later steps. Gives its path, or an empty text when there are none. */
async function keepValues({ values }, io) {
    if (values === undefined)
        return "";
    const folder = await (0,private_folder/* makePrivateFolder */.I2)();
    io.keep("folder", folder);
    return (0,private_folder/* writePrivateFile */.Pl)(folder, "values.yaml", valuesFile(values));
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


/***/ })

};
