export const id = 3776;
export const ids = [3776];
export const modules = {

/***/ 67837:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   H: () => (/* binding */ registriesOf),
/* harmony export */   r: () => (/* binding */ readRegistryInputs)
/* harmony export */ });
/* harmony import */ var _adapters_helm_chart_folder_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(37527);
/* harmony import */ var _chart_registry_config_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(73307);
/* harmony import */ var _values_secrets_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(14882);



/**
 * Reads `registry`, `registry-username` and `registry-password`; hides the password; adds what is wrong to `problems`.
 * `undefined` when they are not used, or not right.
 */
function readRegistryInputs(io, chart, problems) {
    const [registry, username, password] = [io.input("registry"), io.input("registry-username"), passwordInput(io)];
    if (registry === "" && username === "" && password === "")
        return undefined;
    if (username === "" || password === "") {
        const lacking = username === "" ? "registry-username" : "registry-password";
        problems.push(`${lacking}: missing; a login to a registry needs registry-username and registry-password`);
        return undefined;
    }
    io.hide((0,_values_secrets_js__WEBPACK_IMPORTED_MODULE_1__/* .masksFor */ .RM)([(0,_chart_registry_config_js__WEBPACK_IMPORTED_MODULE_2__/* .basicAuth */ .tB)({ username, password })]));
    // The chart's own problem is told already.
    if (chart === undefined)
        return undefined;
    const host = hostFor(registry, registriesOf(chart));
    if (typeof host === "string")
        return { host, username, password };
    problems.push(host.problem);
    return undefined;
}
/** The OCI registries of a chart and, of a folder, of its dependencies. */
function registriesOf(chart, dependencies = "all") {
    const own = (0,_chart_registry_config_js__WEBPACK_IMPORTED_MODULE_2__/* .registryHost */ .U$)(chart.text);
    return [
        ...(own === undefined ? [] : [own]),
        ...(chart.kind === "folder" ? (0,_adapters_helm_chart_folder_js__WEBPACK_IMPORTED_MODULE_0__/* .dependencyRegistries */ .Nt)(chart.text, dependencies) : []),
    ];
}
function passwordInput(io) {
    const password = io.input("registry-password");
    if (password === "")
        return "";
    io.hide((0,_values_secrets_js__WEBPACK_IMPORTED_MODULE_1__/* .masksFor */ .RM)([password]));
    if (password.length < _values_secrets_js__WEBPACK_IMPORTED_MODULE_1__/* .SHORTEST_MASK */ .SE) {
        io.log.warn(`registry-password: it has fewer than ${_values_secrets_js__WEBPACK_IMPORTED_MODULE_1__/* .SHORTEST_MASK */ .SE} characters and cannot be masked; do not print it`);
    }
    return password;
}
function hostFor(registry, used) {
    const bare = registry.replace(/^(oci|https?):\/\//, "").split("/")[0] ?? "";
    if (registry !== bare)
        return { problem: `registry: "${registry}" is not a host; write ${bare || "one such as ghcr.io"}` };
    const [first, ...others] = used;
    if (first === undefined) {
        return {
            problem: "registry-username: not used here, since neither the chart nor one of its dependencies is at an oci:// address; leave it out. For a chart repository write --username=… and --password=… in helm-args, or run helm repo add before",
        };
    }
    if (registry === "") {
        if (others.length === 0)
            return first;
        return { problem: `registry: missing; write which one the login is for: ${used.join(", ")}` };
    }
    if (used.includes(registry))
        return registry;
    return {
        problem: `registry: nothing is pulled from ${registry}; write the host in the oci:// address: ${used.join(", ")}`,
    };
}


/***/ }),

/***/ 29825:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  u: () => (/* binding */ withRegistryLogins)
});

// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(76760);
// EXTERNAL MODULE: ./build/advice/aws-advice.js
var aws_advice = __webpack_require__(70537);
// EXTERNAL MODULE: ./build/errors.js
var errors = __webpack_require__(19473);
// EXTERNAL MODULE: ./build/adapters/aws/aws-errors.js
var aws_errors = __webpack_require__(70188);
;// CONCATENATED MODULE: ./build/adapters/aws/ecr.js



/** A login to a private ECR registry, good for 12 hours or until the AWS session ends. */
async function ecrLogin(registry, credentials) {
    const { host, region } = registry;
    const [{ ECRClient, GetAuthorizationTokenCommand }, { proxyAwareHandler }] = await Promise.all([
        Promise.all(/* import() */[__webpack_require__.e(1279), __webpack_require__.e(5861), __webpack_require__.e(8249)]).then(__webpack_require__.t.bind(__webpack_require__, 28249, 19)),
        Promise.all(/* import() */[__webpack_require__.e(1279), __webpack_require__.e(4975)]).then(__webpack_require__.bind(__webpack_require__, 34975)),
    ]);
    const client = new ECRClient({ region, credentials, requestHandler: proxyAwareHandler() });
    try {
        // One token is good for all registries that the caller may read, of other accounts too.
        const { authorizationData } = await client.send(new GetAuthorizationTokenCommand({}));
        const token = Buffer.from(authorizationData?.[0]?.authorizationToken ?? "", "base64").toString();
        const [, username, password] = /^([^:]+):(.+)$/.exec(token) ?? [];
        if (username === undefined || password === undefined)
            throw new Error("the answer holds no token");
        return { host, username, password };
    }
    catch (error) {
        const next = nextStep(error);
        throw new errors/* OutsideError */.Cp({
            system: "ECR",
            operation: `get a login for ${host}`,
            reason: (0,aws_errors/* awsReason */.Q)(error),
            ...(next === undefined ? {} : { next }),
            cause: error,
        });
    }
    finally {
        client.destroy();
    }
}
function nextStep(error) {
    const name = (0,aws_errors/* awsErrorName */.Z)(error);
    const step = (0,aws_advice/* awsAdvice */._7)({ name, reason: (0,aws_errors/* awsReason */.Q)(error) });
    if (step === undefined || !name.startsWith("AccessDenied"))
        return step;
    return `${step}; pulling also needs ecr:BatchGetImage and ecr:GetDownloadUrlForLayer on the chart's repository`;
}

// EXTERNAL MODULE: ./build/adapters/aws/session.js
var session = __webpack_require__(41059);
// EXTERNAL MODULE: ./build/adapters/github/id-token.js
var id_token = __webpack_require__(81748);
// EXTERNAL MODULE: external "node:fs/promises"
var promises_ = __webpack_require__(51455);
// EXTERNAL MODULE: external "node:os"
var external_node_os_ = __webpack_require__(48161);
// EXTERNAL MODULE: ./build/chart/registry-config.js
var registry_config = __webpack_require__(73307);
// EXTERNAL MODULE: ./build/adapters/private-folder.js
var private_folder = __webpack_require__(32699);
// EXTERNAL MODULE: ./build/adapters/helm/helm-setting.js
var helm_setting = __webpack_require__(37353);
;// CONCATENATED MODULE: ./build/adapters/helm/registry-config.js






/** The configs that Helm looks for a registry's login in: its own, then Docker's. Empty ones where there is no file. */
async function registryConfigs(program) {
    // https://docs.docker.com/reference/cli/docker/#environment-variables
    const dockerFolder = program.env.DOCKER_CONFIG || (0,external_node_path_.join)(program.env.HOME || (0,external_node_os_.homedir)(), ".docker");
    const [helm, docker] = await Promise.all([
        (0,helm_setting/* helmSetting */.N)(program, "HELM_REGISTRY_CONFIG").then(readConfig),
        readConfig((0,external_node_path_.join)(dockerFolder, "config.json")),
    ]);
    return { helm, docker };
}
/**
 * A file with these logins and what the user's own Helm config has, in a folder that only this user may enter. For Helm's
 * environment: Docker's config stays where Helm looks next (https://github.com/helm/helm/blob/v4.1.4/pkg/registry/client.go).
 * @param hosts the registries that this run needs
 */
async function registryEnvironment(folder, own, { logins, hosts }) {
    const content = JSON.stringify((0,registry_config/* withLogins */.FH)(own, { logins, hosts }), null, 2);
    return { HELM_REGISTRY_CONFIG: await (0,private_folder/* writePrivateFile */.Pl)(folder, "registry.json", content) };
}
async function readConfig(path) {
    return (0,registry_config/* readRegistryConfig */.y)(await (0,promises_.readFile)(path, "utf8").catch(() => ""));
}

// EXTERNAL MODULE: ./build/adapters/kubernetes/kubeconfig.js
var kubeconfig = __webpack_require__(33711);
;// CONCATENATED MODULE: ./build/chart/ecr-registry.js
/**
 * The private ECR registry that a host name is; `undefined` for any other, also for public.ecr.aws, which needs no login.
 * The forms: https://docs.aws.amazon.com/AmazonECR/latest/userguide/Registries.html, dual-stack and FIPS ones
 * https://docs.aws.amazon.com/general/latest/gr/ecr.html
 */
function ecrRegistry(host) {
    const [, account, region] = /^(\d{12})\.dkr[.-]ecr(?:-fips)?\.([a-z]{2}(?:-[a-z]+)+-\d+)\.(?:amazonaws\.(?:com|com\.cn|eu)|on\.(?:aws|amazonwebservices\.com\.cn|amazonwebservices\.eu))$/.exec(host) ?? [];
    return account === undefined || region === undefined ? undefined : { host, account, region };
}

// EXTERNAL MODULE: ./build/chart/pull-arguments.js
var pull_arguments = __webpack_require__(53205);
// EXTERNAL MODULE: ./build/values/secrets.js
var secrets = __webpack_require__(14882);
// EXTERNAL MODULE: ./build/actions/deploy/registry-inputs.js
var registry_inputs = __webpack_require__(67837);
;// CONCATENATED MODULE: ./build/actions/deploy/registry.js












/**
 * Helm with logins to the OCI registries that the chart comes from, in a private file below `folder`: that of the inputs, and
 * for private ECR registries one by the AWS login of this step. Where helm-args name files of Helm's, those are its own.
 */
async function withRegistryLogins({ chart, target, registryLogin, helmArgs }, { program: given, folder }, io) {
    const program = { ...given, env: { ...given.env, ...(0,pull_arguments/* settingsIn */.RV)(helmArgs) } };
    const hosts = (0,registry_inputs/* registriesOf */.H)(chart, "missing");
    const registries = hosts
        .filter((host) => host !== registryLogin?.host)
        .map(ecrRegistry)
        .filter((registry) => registry !== undefined);
    if (registryLogin === undefined && registries.length === 0)
        return program;
    const { helm, docker } = await registryConfigs(program);
    const logins = registryLogin === undefined ? [] : [registryLogin];
    for (const registry of registries) {
        const known = [helm, docker].some((config) => (0,registry_config/* mayKnow */.fL)(config, registry.host));
        const login = await loginByAws(registry, { target, folder, known }, io);
        if (login)
            logins.push(login);
    }
    if (logins.length === 0)
        return program;
    const environment = await registryEnvironment(folder, helm, { logins, hosts });
    return { ...program, env: { ...program.env, ...environment } };
}
/**
 * `undefined` where the job has no AWS credentials, and was not told to have any; and where they do not lead to a login, but an
 * earlier step may have left one (`known`).
 */
async function loginByAws(registry, { target, folder, known }, io) {
    const roleToAssume = target.kind === "eks" ? target.roleToAssume : "";
    const idToken = (0,id_token/* awsIdToken */.k)(process.env);
    const credentials = (0,session/* awsSession */.y)({
        region: target.kind === "eks" ? target.region : registry.region,
        roleToAssume,
        ...(idToken ? { idToken } : {}),
        cacheFile: (0,external_node_path_.join)(folder, kubeconfig/* SESSION_FILE */.e),
        onSecrets: io.hide,
    });
    try {
        const login = await ecrLogin(registry, await credentials());
        io.hide((0,secrets/* masksFor */.RM)([login.password, (0,registry_config/* basicAuth */.tB)(login)]));
        io.log.info(`Logged in to ${registry.host}`);
        return login;
    }
    catch (error) {
        // The one error of the user's here: the job has no credentials.
        const none = error instanceof errors/* UserError */.yo && roleToAssume === "";
        if (!none && !known)
            throw error;
        io.log.info(`No new login to ${registry.host}: ${(0,errors/* describeError */.Uc)(error)}`);
        return undefined;
    }
}


/***/ }),

/***/ 37527:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Nt: () => (/* binding */ dependencyRegistries),
/* harmony export */   Rb: () => (/* binding */ unbuiltFolders),
/* harmony export */   VZ: () => (/* binding */ isChart),
/* harmony export */   yS: () => (/* binding */ folderOf),
/* harmony export */   z_: () => (/* binding */ readChartFolder)
/* harmony export */ });
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(73024);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(76760);
/* harmony import */ var _chart_dependencies_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(40638);
/* harmony import */ var _chart_registry_config_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(73307);




/** Reads a chart's folder. One without a Chart.yaml depends on nothing. */
function readChartFolder(path) {
    // A chart of Helm 2's form names them in a file of their own.
    const dependencies = ["Chart.yaml", "requirements.yaml"].flatMap((file) => (0,_chart_dependencies_js__WEBPACK_IMPORTED_MODULE_2__/* .readDependencies */ .gF)(textOf((0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(path, file))));
    const unpacked = unpackedIn((0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(path, "charts"));
    const missing = (0,_chart_dependencies_js__WEBPACK_IMPORTED_MODULE_2__/* .missingDependencies */ .kc)(dependencies, [...unpacked, ...packedIn((0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(path, "charts"))]);
    const isPackedFolder = (dependency) => 
    // Build does not replace an unpacked one, but puts a second chart beside it.
    !unpacked.some(({ name }) => name === dependency.name) && folderOf(dependency, path).some(isChart);
    const toFetch = dependencies.filter((dependency) => missing.includes(dependency) || isPackedFolder(dependency));
    return { path, dependencies, missing, toFetch };
}
/** Whether that folder is a chart's. */
function isChart(folder) {
    return (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.statSync)((0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(folder, "Chart.yaml"), { throwIfNoEntry: false })?.isFile() ?? false;
}
/**
 * The folders that are to be built, a chart's own last: each dependency that is a folder comes before what is packed of it.
 * Those whose dependencies are all there, none of them packed of a folder, are left out, with all below them.
 */
function unbuiltFolders(path) {
    const isUnbuilt = ({ toFetch }) => toFetch.length > 0;
    return walk(path, isUnbuilt).filter(isUnbuilt);
}
/** A chart's folder and the folders that it depends on, each once, those first. Charts that depend on each other are Helm's to refuse. */
function walk(path, goesOn, seen = new Set()) {
    if (seen.has((0,node_path__WEBPACK_IMPORTED_MODULE_1__.resolve)(path)))
        return [];
    seen.add((0,node_path__WEBPACK_IMPORTED_MODULE_1__.resolve)(path));
    const chart = readChartFolder(path);
    if (!goesOn(chart))
        return [chart];
    const below = chart.dependencies.flatMap((dependency) => folderOf(dependency, path));
    return [...below.flatMap((folder) => walk(folder, goesOn, seen)), chart];
}
/** Where a dependency lies that is a folder, as Helm finds it: from the chart's folder. Empty for any other. */
function folderOf(dependency, chart) {
    const written = (0,_chart_dependencies_js__WEBPACK_IMPORTED_MODULE_2__/* .fileDependency */ .Ox)(dependency);
    if (written === undefined)
        return [];
    return [(0,node_path__WEBPACK_IMPORTED_MODULE_1__.isAbsolute)(written) ? written : (0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(chart, written)];
}
/**
 * The OCI registries that dependencies come from: all that the chart and its folders name, or only those of the folders where
 * one is to be fetched, since Helm then fetches the others again.
 */
function dependencyRegistries(path, which) {
    const charts = which === "missing" ? unbuiltFolders(path) : walk(path, () => true);
    return [
        ...new Set(charts.flatMap((chart) => chart.dependencies).flatMap(({ repository }) => (0,_chart_registry_config_js__WEBPACK_IMPORTED_MODULE_3__/* .registryHost */ .U$)(repository) ?? [])),
    ];
}
function packedIn(charts) {
    return namesIn(charts).flatMap((name) => (isFolder((0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(charts, name)) ? [] : ((0,_chart_dependencies_js__WEBPACK_IMPORTED_MODULE_2__/* .packedChart */ .pr)(name) ?? [])));
}
/** Helm goes by the name in the chart, not the folder's. The version is what somebody put there: build would not replace it. */
function unpackedIn(charts) {
    const names = namesIn(charts).map((folder) => (0,_chart_dependencies_js__WEBPACK_IMPORTED_MODULE_2__/* .readChartName */ .mU)(textOf((0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(charts, folder, "Chart.yaml"))));
    return names.filter((name) => name !== "").map((name) => ({ name, version: undefined }));
}
function namesIn(folder) {
    return isFolder(folder) ? (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.readdirSync)(folder) : [];
}
function isFolder(path) {
    return (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.statSync)(path, { throwIfNoEntry: false })?.isDirectory() ?? false;
}
function textOf(file) {
    try {
        return (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.readFileSync)(file, "utf8");
    }
    catch {
        return "";
    }
}


/***/ }),

/***/ 11296:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  A: () => (/* binding */ helmCharts)
});

// EXTERNAL MODULE: external "node:fs/promises"
var promises_ = __webpack_require__(51455);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(76760);
// EXTERNAL MODULE: ./build/errors.js
var errors = __webpack_require__(19473);
// EXTERNAL MODULE: ./build/chart/pull-arguments.js
var pull_arguments = __webpack_require__(53205);
// EXTERNAL MODULE: ./node_modules/yaml/dist/index.js
var dist = __webpack_require__(38815);
;// CONCATENATED MODULE: ./build/chart/repositories-file.js


/**
 * The text of a repositories file for Helm with what these dependencies need: the user's own entry (with its login), else one
 * for the address, without which `helm dependency build` refuses ("no repository definition for …"). Others are left out,
 * since Helm fetches the index of each. Fails with `UserError` for a file of the user's that is no YAML.
 */
function repositoriesFor(dependencies, own) {
    const known = entriesOf(own);
    const needed = new Map();
    for (const { repository } of dependencies) {
        const [, alias] = /^(?:@|alias:)(.+)$/.exec(repository) ?? [];
        const isAddress = /^https?:\/\//.test(repository);
        const found = known.find(({ name, url }) => (alias === undefined ? sameAddress(url, repository) : name === alias));
        if (found)
            needed.set(found.name, found);
        else if (isAddress)
            needed.set(repository, { name: nameFor(repository), url: repository });
    }
    return (0,dist/* stringify */.As)({ apiVersion: "", generated: "0001-01-01T00:00:00Z", repositories: [...needed.values()] });
}
/** Whether the user's own file may have something for a dependency: a plugin's address (`s3://…`) is only known from there. */
function mayHaveEntry({ repository }) {
    return repository !== "" && !/^(file|oci):\/\//.test(repository);
}
function entriesOf(file) {
    const { repositories } = (contentOf(file) ?? {});
    if (!Array.isArray(repositories))
        return [];
    return repositories.filter((entry) => {
        const { name, url } = (entry ?? {});
        return typeof name === "string" && typeof url === "string";
    });
}
/** The parser's own words would quote the line, which may be a password. Its warnings do too: `parse` prints them. */
function contentOf({ path, text }) {
    const document = (0,dist/* parseDocument */.Tp)(text);
    const line = document.errors[0]?.linePos?.[0].line;
    try {
        if (document.errors.length === 0)
            return document.toJS();
    }
    catch {
        // An alias of nothing, such as a password that begins with `*`.
    }
    const where = line === undefined ? path : `${path}: line ${line}`;
    throw new errors/* UserError */.yo(`${where} is not YAML that can be read; write texts with special characters in quotes`);
}
/** A name that is also a file's, and that no user gives. */
function nameFor(address) {
    return `k8s-migrate-${address.replace(/\W+/g, "-")}`;
}
function sameAddress(one, other) {
    const normal = (address) => address.replace(/\/+$/, "");
    return normal(one) === normal(other);
}

// EXTERNAL MODULE: ./build/adapters/private-folder.js
var private_folder = __webpack_require__(32699);
// EXTERNAL MODULE: ./build/adapters/helm/chart-folder.js
var chart_folder = __webpack_require__(37527);
// EXTERNAL MODULE: ./build/adapters/helm/helm-setting.js
var helm_setting = __webpack_require__(37353);
// EXTERNAL MODULE: ./build/adapters/helm/run-helm.js
var run_helm = __webpack_require__(35048);
;// CONCATENATED MODULE: ./build/adapters/helm/chart-dependencies.js









/**
 * Fetches what a chart's folder depends on and its `charts/` does not hold, by `helm dependency build`, or holds packed of a
 * folder that is there, which may have changed; the same before for each `file://` dependency. It works in place, as by hand, since `file://` paths begin at the folder: afterwards `charts/` is
 * filled, and there is a Chart.lock where there was none.
 * Where all else is there already, no Helm is called. The user's own repositories and their cache stay as they are.
 * Fails with `OutsideError` in Helm's words, for a Chart.lock that does not fit Chart.yaml too.
 */
async function buildDependencies(program, chart, options) {
    for (const each of (0,chart_folder/* unbuiltFolders */.Rb)(chart)) {
        refuseWithoutSource(each);
        const own = await (0,promises_.mkdtemp)((0,external_node_path_.join)(options.folder, "repositories-"));
        const content = repositoriesFor(each.dependencies, await usersRepositories(program, each));
        const config = await (0,private_folder/* writePrivateFile */.Pl)(own, "repositories.yaml", content);
        program.onLine(`dependency build of ${each.path}: ${each.toFetch.map(({ name }) => name).join(", ")}`);
        await build(program, each.path, [
            `--repository-config=${config}`,
            `--repository-cache=${(0,external_node_path_.join)(own, "cache")}`,
            ...(0,pull_arguments/* dependencyArguments */.Wq)(options.extraArguments),
        ]);
    }
}
async function build(program, path, flags) {
    const said = [];
    const listened = { ...program, onOutput: (line) => said.push(line) };
    const operation = `dependency build of ${path}`;
    try {
        await (0,run_helm/* runHelm */.oU)(listened, operation, ["dependency", "build", path, ...flags]);
    }
    catch (error) {
        const why = unreachable(said);
        throw why === "" ? error : (0,run_helm/* helmFailure */.h4)(operation, why);
    }
}
/** Why an index could not be had, which Helm tells on stdout, in two lines; its error only says that it has none. */
function unreachable(said) {
    const at = said.findIndex((line) => line.includes("Unable to get an update"));
    return at === -1
        ? ""
        : said
            .slice(at, at + 2)
            .map((line) => line.trim().replace(/^\.+/, ""))
            .join(" ");
}
/** Helm would only say that it cannot read a folder. */
function refuseWithoutSource({ path, missing }) {
    const lost = missing.filter(({ repository }) => repository === "").map(({ name }) => name);
    if (lost.length === 0)
        return;
    throw new errors/* UserError */.yo(`chart: ${path} depends on ${lost.join(", ")}, without a repository to get it from, and ${(0,external_node_path_.join)(path, "charts")} does not hold it. Write a repository in Chart.yaml, or put it there`);
}
async function usersRepositories(program, { dependencies }) {
    if (!dependencies.some(mayHaveEntry))
        return { path: "", text: "" };
    const path = await (0,helm_setting/* helmSetting */.N)(program, "HELM_REPOSITORY_CONFIG");
    return { path, text: await (0,promises_.readFile)(path, "utf8").catch(() => "") };
}

// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __webpack_require__(77598);
// EXTERNAL MODULE: ./build/chart/dependencies.js + 1 modules
var chart_dependencies = __webpack_require__(40638);
;// CONCATENATED MODULE: ./build/chart/helm-ignore.js
/** Helm's own, behind those of the file: hidden files of editors. */
const DEFAULT = "templates/.?*";
/**
 * The rules in the text of a .helmignore, as Helm goes by them. `!` leaves out all that it does not name, since Helm stops at the
 * first rule that leaves a file out. What Helm cannot read is no rule here: Helm refuses the chart for it.
 * https://helm.sh/docs/chart_template_guide/helm_ignore_file/, https://github.com/helm/helm/blob/v4.1.4/pkg/ignore/rules.go
 */
function helmIgnore(text) {
    const lines = [...text.replace(/^\uFEFF/, "").split(/\r?\n/), DEFAULT];
    const rules = lines.flatMap((line) => readRule(line.trim()) ?? []);
    return (path, isFolder) => rules.some(({ matches, negated, foldersOnly }) => (matches(path) && (isFolder || !foldersOnly)) !== negated);
}
function readRule(line) {
    if (line === "" || line.startsWith("#"))
        return undefined;
    const negated = line.startsWith("!");
    const foldersOnly = line.endsWith("/");
    const glob = line.slice(negated ? 1 : 0, foldersOnly ? -1 : undefined);
    const pattern = asPattern(glob.replace(/^\//, ""));
    if (pattern === undefined)
        return undefined;
    const matches = (path) => pattern.test(glob.includes("/") ? path : path.slice(path.lastIndexOf("/") + 1));
    return { matches, negated, foldersOnly };
}
/** A glob of Go: https://pkg.go.dev/path/filepath#Match. Unlike a shell's its `*` takes a leading dot, and it has no braces. */
function asPattern(glob) {
    if (glob.includes("**"))
        return undefined;
    const parts = [...glob.matchAll(/\\(.)|\[(\^?)((?:\\.|[^\]\\])+)\]|[^\\[]/gu)];
    if (parts.map(([part]) => part).join("") !== glob)
        return undefined;
    const source = parts.map(([part, escaped, not, among]) => {
        if (among !== undefined)
            return `[${not}${among.replace(/\\(.)|[^-]/gu, (one, it) => literal(it ?? one))}]`;
        if (part === "*")
            return "[^/]*";
        return part === "?" ? "[^/]" : literal(escaped ?? part);
    });
    try {
        return new RegExp(`^${source.join("")}$`, "u");
    }
    catch {
        // A range the wrong way round.
        return undefined;
    }
}
function literal(character) {
    return `\\u{${(character.codePointAt(0) ?? 0).toString(16)}}`;
}

;// CONCATENATED MODULE: ./build/adapters/helm/chart-digest.js







/** SHA-256 of a packed chart, as `sha256sum` and OCI registries give it for the chart's layer. */
async function fileDigest(path) {
    return `sha256:${(0,external_node_crypto_.createHash)("sha256")
        .update(await (0,promises_.readFile)(path))
        .digest("hex")}`;
}
/**
 * SHA-256 over the names and contents of the chart's files, in the order of their names: the same on every machine for the
 * same files, which the bytes of `helm package` are not (they hold times). What .helmignore names is none of them, nor is `.git`,
 * which differs from clone to clone.
 * For the same reason packed dependencies that Chart.lock names are left out, and so is its time: the lock's names and versions
 * stand for them, and for a `file://` dependency the digest of its folder. So it is the same before and after
 * `helm dependency build`, where a lock was there before, and in every later run.
 */
async function folderDigest(folder, above = []) {
    if (!(0,chart_folder/* isChart */.VZ)(folder))
        throw new errors/* UserError */.yo(`chart: ${folder} holds no Chart.yaml`);
    const rules = await (0,promises_.readFile)((0,external_node_path_.join)(folder, ".helmignore"), "utf8").catch(() => "");
    const files = await filesBelow(folder, "", helmIgnore(rules));
    const { packed, folders } = await standIns(folder, above);
    const hash = (0,external_node_crypto_.createHash)("sha256");
    for (const file of files.filter((name) => !packed.has(name))) {
        const content = withoutTime(file, await (0,promises_.readFile)((0,external_node_path_.join)(folder, file)));
        hash.update(`${file}\0${content.length}\0`).update(content);
    }
    for (const each of folders) {
        hash.update(`file://\0${await folderDigest(each, [...above, (0,external_node_path_.resolve)(folder)])}\0`);
    }
    return `sha256:${hash.digest("hex")}`;
}
/** The packed dependencies that something else stands for, as paths in the folder, and the folders of `file://` dependencies. */
async function standIns(folder, above) {
    const { dependencies } = (0,chart_folder/* readChartFolder */.z_)(folder);
    const folders = dependencies
        .flatMap((dependency) => (0,chart_folder/* folderOf */.yS)(dependency, folder))
        .filter((path) => (0,chart_folder/* isChart */.VZ)(path) && ![...above, (0,external_node_path_.resolve)(folder)].includes((0,external_node_path_.resolve)(path)));
    const locks = await Promise.all(LOCKS.map((name) => (0,promises_.readFile)((0,external_node_path_.join)(folder, name), "utf8").then(chart_dependencies/* readDependencies */.gF, () => [])));
    const packed = locks
        .flat()
        .filter((locked) => locked.repository !== "")
        // A folder that is not there cannot stand for what was packed of it.
        .filter((locked) => (0,chart_folder/* folderOf */.yS)(locked, folder).every(chart_folder/* isChart */.VZ))
        .map(({ name, version }) => `charts/${name}-${version}.tgz`);
    return { packed: new Set(packed), folders: [...new Set(folders)] };
}
const LOCKS = ["Chart.lock", "requirements.lock"];
function withoutTime(file, content) {
    if (!LOCKS.includes(file))
        return content;
    return Buffer.from(content.toString().replace(/^generated:.*\r?\n?/m, ""));
}
async function filesBelow(root, folder, ignored) {
    const files = [];
    for (const name of (await (0,promises_.readdir)((0,external_node_path_.join)(root, folder))).toSorted()) {
        const path = external_node_path_.posix.join(folder, name);
        const found = await (0,promises_.stat)((0,external_node_path_.join)(root, path));
        if (name === ".git" || ignored(path, found.isDirectory()))
            continue;
        if (found.isDirectory())
            files.push(...(await filesBelow(root, path, ignored)));
        else
            files.push(path);
    }
    return files;
}

;// CONCATENATED MODULE: ./build/adapters/helm/helm-charts.js






/** Charts from disk, where a folder's dependencies are fetched into it, and from anywhere that `helm pull` reaches. */
function helmCharts(program, { folder, extraArguments }) {
    return {
        async fetch(reference) {
            if (reference.kind === "folder") {
                await buildDependencies(program, reference.text, { folder, extraArguments });
                return { path: reference.text, digest: await folderDigest(reference.text) };
            }
            if (reference.kind === "archive")
                return { path: reference.text, digest: await fileDigest(reference.text) };
            const path = await pull(reference);
            return { path, digest: await fileDigest(path) };
        },
    };
    async function pull(reference) {
        const destination = await (0,promises_.mkdtemp)((0,external_node_path_.join)(folder, "chart-"));
        const operation = `pull chart ${reference.text}`;
        const repository = reference.kind === "repository" ? reference.repository : undefined;
        await (0,run_helm/* runHelm */.oU)(program, operation, [
            "pull",
            reference.text,
            ...(reference.version === undefined ? [] : [`--version=${reference.version}`]),
            ...(repository === undefined ? [] : [`--repo=${repository}`]),
            `--destination=${destination}`,
            ...extraArguments,
        ]);
        const archive = (await (0,promises_.readdir)(destination)).find((file) => file.endsWith(".tgz"));
        if (archive === undefined) {
            throw new errors/* OutsideError */.Cp({ system: "Helm", operation, reason: "it ended well, but wrote no .tgz" });
        }
        return (0,external_node_path_.join)(destination, archive);
    }
}


/***/ }),

/***/ 37353:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   N: () => (/* binding */ helmSetting)
/* harmony export */ });
/* harmony import */ var _run_helm_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(35048);

/** What Helm uses for one of its settings, such as HELM_REGISTRY_CONFIG: what the environment says, else its own default. */
async function helmSetting(program, name) {
    return program.env[name] || (await (0,_run_helm_js__WEBPACK_IMPORTED_MODULE_0__/* .runHelm */ .oU)(program, `read ${name}`, ["env", name])).trim();
}


/***/ }),

/***/ 65559:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   J: () => (/* binding */ parseChartReference)
/* harmony export */ });
/**
 * Tells the kinds of chart apart as Helm does: what exists on disk comes first.
 * `onDisk` says what the text is as a path. Returns the reference, or the problem with it.
 */
function parseChartReference(given, onDisk) {
    const { chart, version, repository } = given;
    const base = { text: chart, ...(version === "" ? {} : { version }) };
    if (chart.startsWith("oci://")) {
        if (repository !== "")
            return { problem: "repository: not used with an oci:// chart; write the whole address in chart" };
        return { ...base, kind: "oci" };
    }
    if (repository !== "") {
        if (!/^https?:\/\//.test(repository)) {
            return { problem: `repository: "${repository}" is not an address; write one that starts with https://` };
        }
        return { ...base, kind: "repository", repository };
    }
    if (/^https?:\/\//.test(chart)) {
        // Helm would take what is at the address, whatever version was asked for.
        if (version !== "")
            return { problem: `chart-version: not used with the address "${chart}"; it names one .tgz` };
        return { ...base, kind: "url" };
    }
    const found = onDisk(chart);
    if (found === "folder" || found === "file") {
        if (version !== "")
            return {
                problem: `chart-version: not used with the path "${chart}"; the chart's own Chart.yaml says its version`,
            };
        if (found === "folder" && onDisk(`${chart}/Chart.yaml`) !== "file") {
            return { problem: `chart: ${chart} holds no Chart.yaml; name the folder that does, such as charts/orders` };
        }
        return { ...base, kind: found === "folder" ? "folder" : "archive" };
    }
    if (/^[\w.-]+\/[\w.-]+$/.test(chart) && !chart.startsWith("."))
        return { ...base, kind: "repository" };
    return {
        problem: `chart: "${chart}" is not here. Write a path from the workspace (is there a checkout step before?), repo/name, an https address of a .tgz, or oci://…`,
    };
}


/***/ }),

/***/ 40638:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  Ox: () => (/* binding */ fileDependency),
  kc: () => (/* binding */ missingDependencies),
  pr: () => (/* binding */ packedChart),
  mU: () => (/* binding */ readChartName),
  gF: () => (/* binding */ readDependencies)
});

// EXTERNAL MODULE: ./node_modules/yaml/dist/index.js
var dist = __webpack_require__(38815);
// EXTERNAL MODULE: ./node_modules/semver/index.js
var semver = __webpack_require__(62088);
;// CONCATENATED MODULE: ./build/chart/version-range.js

/**
 * Whether a chart's version is in a range, as Helm reads ranges: https://github.com/Masterminds/semver#checking-version-constraints
 * Those are npm's, but for a comma between conditions, operators written the other way round, and that a range which names a
 * pre-release has those of all versions.
 * @returns `undefined` where one of them cannot be read, or is of a form that npm does not know, such as `!=1.2.3`
 */
function inRange(range, version) {
    const asNpm = range.replaceAll(",", " ").replaceAll("=>", ">=").replaceAll("=<", "<=");
    if ((0,semver.validRange)(asNpm) === null || (0,semver.valid)(version) === null)
        return undefined;
    return (0,semver.satisfies)(version, asNpm, { includePrerelease: /\d-\w/.test(asNpm) });
}

;// CONCATENATED MODULE: ./build/chart/dependencies.js


/**
 * The dependencies in the text of Chart.yaml, requirements.yaml or Chart.lock. None of what cannot be read: Helm says what is
 * wrong with it. Aliases are left out, since they name the same chart once more.
 */
function readDependencies(text) {
    return listOf(text).flatMap((entry) => {
        const { name, version, repository } = (entry ?? {});
        return typeof name === "string" ? [{ name, version: asText(version), repository: asText(repository) }] : [];
    });
}
/** The name in the text of a Chart.yaml; empty where there is none. */
function readChartName(text) {
    return asText(parsed(text)?.name);
}
/** What a packed chart in `charts/` is, by its file's name; `undefined` for another file. */
function packedChart(file) {
    if (!file.endsWith(".tgz") || /^[._]/.test(file))
        return undefined;
    const base = file.slice(0, -".tgz".length);
    const [, name = base, version] = /^(.+?)-(v?\d+\.\d+\.\d+(?:[-+].*)?)$/.exec(base) ?? [];
    return { name, version };
}
/**
 * The dependencies that `charts/` does not hold: Helm would refuse to deploy ("found in Chart.yaml, but missing in charts/
 * directory"), or deploy another version than the chart asks for. A version that cannot be compared is taken for right, and so
 * is that of a chart without a repository: Helm takes what is there, and there is nowhere to get another one from.
 */
function missingDependencies(dependencies, held) {
    const fits = ({ version, repository }, chart) => repository === "" || chart.version === undefined || inRange(version, chart.version) !== false;
    const holds = (dependency, chart) => chart.name === dependency.name && fits(dependency, chart);
    return dependencies.filter((dependency) => !held.some((chart) => holds(dependency, chart)));
}
/** The folder of a dependency that is one on this machine, as the chart writes it; `undefined` for others. */
function fileDependency({ repository }) {
    return repository.startsWith("file://") ? repository.slice("file://".length) : undefined;
}
function listOf(text) {
    const { dependencies } = (parsed(text) ?? {});
    return Array.isArray(dependencies) ? dependencies : [];
}
function parsed(text) {
    try {
        return (0,dist/* parse */.qg)(text);
    }
    catch {
        return undefined;
    }
}
function asText(value) {
    return typeof value === "string" || typeof value === "number" ? String(value) : "";
}


/***/ }),

/***/ 53205:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   RV: () => (/* binding */ settingsIn),
/* harmony export */   Wq: () => (/* binding */ dependencyArguments),
/* harmony export */   aF: () => (/* binding */ pullArguments)
/* harmony export */ });
/** The flags that `helm upgrade` and `helm pull` share: how a chart is got. Those that take a value are true. */
const FLAGS = new Map([
    ["--ca-file", true],
    ["--cert-file", true],
    ["--key-file", true],
    ["--keyring", true],
    ["--username", true],
    ["--password", true],
    ["--devel", false],
    ["--insecure-skip-tls-verify", false],
    ["--pass-credentials", false],
    ["--plain-http", false],
    ["--verify", false],
]);
/**
 * Of the arguments for `helm upgrade` those that say how a chart is got: a chart is pulled first, and upgraded to from disk.
 * A value may follow its flag as the next argument.
 */
function pullArguments(helmArguments) {
    return helmArguments.filter((argument, at) => {
        if (FLAGS.has(argument.split("=")[0] ?? ""))
            return true;
        return FLAGS.get(helmArguments[at - 1] ?? "") === true;
    });
}
/** The flags for files that Helm has a setting for too. */
const SETTINGS = new Map([
    ["--registry-config", "HELM_REGISTRY_CONFIG"],
    ["--repository-config", "HELM_REPOSITORY_CONFIG"],
    ["--repository-cache", "HELM_REPOSITORY_CACHE"],
]);
/**
 * Of the arguments for `helm upgrade` those that say where Helm's own files are, as its environment: so they are for every call
 * of Helm, and for what is read of these files and set in their place. As a flag they would win over a login of ours.
 */
function settingsIn(helmArguments) {
    const settings = helmArguments.flatMap((argument, at) => {
        const [flag = "", ...value] = argument.split("=");
        const setting = SETTINGS.get(flag);
        const path = argument.includes("=") ? value.join("=") : (helmArguments[at + 1] ?? "");
        return setting === undefined || path === "" ? [] : [[setting, path]];
    });
    return Object.fromEntries(settings);
}
/** Of arguments for `helm pull` those that `helm dependency build` takes too. */
function dependencyArguments(pulling) {
    return pullArguments(pulling).filter((argument) => !/^--(devel|pass-credentials)(=|$)/.test(argument));
}


/***/ }),

/***/ 73307:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   FH: () => (/* binding */ withLogins),
/* harmony export */   U$: () => (/* binding */ registryHost),
/* harmony export */   fL: () => (/* binding */ mayKnow),
/* harmony export */   tB: () => (/* binding */ basicAuth),
/* harmony export */   y: () => (/* binding */ readRegistryConfig)
/* harmony export */ });
/** The host of an `oci://` address, with its port; `undefined` for another address. */
function registryHost(address) {
    return /^oci:\/\/([^/]+)/.exec(address)?.[1];
}
/** The config's text in a typed form; empty for a text that holds none. */
function readRegistryConfig(text) {
    try {
        const read = JSON.parse(text);
        return typeof read === "object" && read !== null && !Array.isArray(read) ? read : {};
    }
    catch {
        return {};
    }
}
/** Whether the config has, or may have, a login to that registry. */
function mayKnow({ auths, credHelpers, credsStore }, host) {
    const key = keyOf(host);
    return [auths?.[key], credHelpers?.[key]].some((entry) => entry !== undefined) || Boolean(credsStore);
}
/**
 * The user's own config with these logins, which win over what it has for the same registries.
 * Where it leaves all to a `credsStore`, Helm would not look at a login beside it: the store is then named for each registry
 * that the config knows, or that this run needs, but for those of the logins.
 */
function withLogins(own, { logins, hosts }) {
    const { credsStore, ...rest } = own;
    const others = [...Object.keys(own.auths ?? {}), ...hosts.map(keyOf)];
    const stored = credsStore ? Object.fromEntries(others.map((key) => [key, credsStore])) : {};
    const credHelpers = { ...stored, ...own.credHelpers };
    const auths = { ...own.auths };
    for (const { host, username, password } of logins) {
        delete credHelpers[keyOf(host)];
        auths[keyOf(host)] = { auth: basicAuth({ username, password }) };
    }
    return { ...rest, auths, ...(Object.keys(credHelpers).length > 0 ? { credHelpers } : {}) };
}
/** The form of a login in the config. */
function basicAuth({ username, password }) {
    return Buffer.from(`${username}:${password}`).toString("base64");
}
/** Docker Hub's logins are kept under its old address, by Helm 3 and 4. */
function keyOf(host) {
    return /^(registry-1\.)?docker\.io$/.test(host) ? "https://index.docker.io/v1/" : host;
}


/***/ })

};
