export const id = 869;
export const ids = [869];
export const modules = {

/***/ 58869:
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
// EXTERNAL MODULE: external "node:fs/promises"
var promises_ = __webpack_require__(51455);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(76760);
// EXTERNAL MODULE: ./build/errors.js
var errors = __webpack_require__(19473);
;// CONCATENATED MODULE: ./build/chart/pull-arguments.js
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
// EXTERNAL MODULE: external "node:fs"
var external_node_fs_ = __webpack_require__(73024);
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

;// CONCATENATED MODULE: ./build/chart/registry-config.js
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

;// CONCATENATED MODULE: ./build/adapters/helm/chart-folder.js




/** Reads a chart's folder. One without a Chart.yaml depends on nothing. */
function readChartFolder(path) {
    // A chart of Helm 2's form names them in a file of their own.
    const dependencies = ["Chart.yaml", "requirements.yaml"].flatMap((file) => readDependencies(textOf((0,external_node_path_.join)(path, file))));
    const unpacked = unpackedIn((0,external_node_path_.join)(path, "charts"));
    const missing = missingDependencies(dependencies, [...unpacked, ...packedIn((0,external_node_path_.join)(path, "charts"))]);
    const isPackedFolder = (dependency) => 
    // Build does not replace an unpacked one, but puts a second chart beside it.
    !unpacked.some(({ name }) => name === dependency.name) && folderOf(dependency, path).some(isChart);
    const toFetch = dependencies.filter((dependency) => missing.includes(dependency) || isPackedFolder(dependency));
    return { path, dependencies, missing, toFetch };
}
/** Whether that folder is a chart's. */
function isChart(folder) {
    return (0,external_node_fs_.statSync)((0,external_node_path_.join)(folder, "Chart.yaml"), { throwIfNoEntry: false })?.isFile() ?? false;
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
    if (seen.has((0,external_node_path_.resolve)(path)))
        return [];
    seen.add((0,external_node_path_.resolve)(path));
    const chart = readChartFolder(path);
    if (!goesOn(chart))
        return [chart];
    const below = chart.dependencies.flatMap((dependency) => folderOf(dependency, path));
    return [...below.flatMap((folder) => walk(folder, goesOn, seen)), chart];
}
/** Where a dependency lies that is a folder, as Helm finds it: from the chart's folder. Empty for any other. */
function folderOf(dependency, chart) {
    const written = fileDependency(dependency);
    if (written === undefined)
        return [];
    return [(0,external_node_path_.isAbsolute)(written) ? written : (0,external_node_path_.join)(chart, written)];
}
/**
 * The OCI registries that dependencies come from: all that the chart and its folders name, or only those of the folders where
 * one is to be fetched, since Helm then fetches the others again.
 */
function dependencyRegistries(path, which) {
    const charts = which === "missing" ? unbuiltFolders(path) : walk(path, () => true);
    return [
        ...new Set(charts.flatMap((chart) => chart.dependencies).flatMap(({ repository }) => registryHost(repository) ?? [])),
    ];
}
function packedIn(charts) {
    return namesIn(charts).flatMap((name) => (isFolder((0,external_node_path_.join)(charts, name)) ? [] : (packedChart(name) ?? [])));
}
/** Helm goes by the name in the chart, not the folder's. The version is what somebody put there: build would not replace it. */
function unpackedIn(charts) {
    const names = namesIn(charts).map((folder) => readChartName(textOf((0,external_node_path_.join)(charts, folder, "Chart.yaml"))));
    return names.filter((name) => name !== "").map((name) => ({ name, version: undefined }));
}
function namesIn(folder) {
    return isFolder(folder) ? (0,external_node_fs_.readdirSync)(folder) : [];
}
function isFolder(path) {
    return (0,external_node_fs_.statSync)(path, { throwIfNoEntry: false })?.isDirectory() ?? false;
}
function textOf(file) {
    try {
        return (0,external_node_fs_.readFileSync)(file, "utf8");
    }
    catch {
        return "";
    }
}

// EXTERNAL MODULE: ./build/adapters/helm/run-helm.js
var run_helm = __webpack_require__(35048);
;// CONCATENATED MODULE: ./build/adapters/helm/helm-setting.js

/** What Helm uses for one of its settings, such as HELM_REGISTRY_CONFIG: what the environment says, else its own default. */
async function helmSetting(program, name) {
    return program.env[name] || (await (0,run_helm/* runHelm */.oU)(program, `read ${name}`, ["env", name])).trim();
}

;// CONCATENATED MODULE: ./build/adapters/helm/chart-dependencies.js









/**
 * Fetches what a chart's folder depends on and its `charts/` does not hold, by `helm dependency build`, or holds packed of a
 * folder that is there, which may have changed; the same before for each `file://` dependency. It works in place, as by hand, since `file://` paths begin at the folder: afterwards `charts/` is
 * filled, and there is a Chart.lock where there was none.
 * Where all else is there already, no Helm is called. The user's own repositories and their cache stay as they are.
 * Fails with `OutsideError` in Helm's words, for a Chart.lock that does not fit Chart.yaml too.
 */
async function buildDependencies(program, chart, options) {
    for (const each of unbuiltFolders(chart)) {
        refuseWithoutSource(each);
        const own = await (0,promises_.mkdtemp)((0,external_node_path_.join)(options.folder, "repositories-"));
        const content = repositoriesFor(each.dependencies, await usersRepositories(program, each));
        const config = await (0,private_folder/* writePrivateFile */.Pl)(own, "repositories.yaml", content);
        program.onLine(`dependency build of ${each.path}: ${each.toFetch.map(({ name }) => name).join(", ")}`);
        await build(program, each.path, [
            `--repository-config=${config}`,
            `--repository-cache=${(0,external_node_path_.join)(own, "cache")}`,
            ...dependencyArguments(options.extraArguments),
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
    const path = await helmSetting(program, "HELM_REPOSITORY_CONFIG");
    return { path, text: await (0,promises_.readFile)(path, "utf8").catch(() => "") };
}

// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __webpack_require__(77598);
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
    if (!isChart(folder))
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
    const { dependencies } = readChartFolder(folder);
    const folders = dependencies
        .flatMap((dependency) => folderOf(dependency, folder))
        .filter((path) => isChart(path) && ![...above, (0,external_node_path_.resolve)(folder)].includes((0,external_node_path_.resolve)(path)));
    const locks = await Promise.all(LOCKS.map((name) => (0,promises_.readFile)((0,external_node_path_.join)(folder, name), "utf8").then(readDependencies, () => [])));
    const packed = locks
        .flat()
        .filter((locked) => locked.repository !== "")
        // A folder that is not there cannot stand for what was packed of it.
        .filter((locked) => folderOf(locked, folder).every(isChart))
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

// EXTERNAL MODULE: ./build/adapters/helm/helm-cli.js + 7 modules
var helm_cli = __webpack_require__(80426);
// EXTERNAL MODULE: ./build/adapters/hidden-evidence.js
var hidden_evidence = __webpack_require__(39655);
// EXTERNAL MODULE: ./build/adapters/kubernetes/client.js + 1 modules
var kubernetes_client = __webpack_require__(16656);
// EXTERNAL MODULE: ./build/adapters/kubernetes/evidence.js + 5 modules
var evidence = __webpack_require__(53818);
// EXTERNAL MODULE: ./build/adapters/kubernetes/leases.js
var leases = __webpack_require__(17731);
// EXTERNAL MODULE: ./build/adapters/kubernetes/live-objects.js + 7 modules
var live_objects = __webpack_require__(108);
// EXTERNAL MODULE: ./build/adapters/kubernetes/api-errors.js
var api_errors = __webpack_require__(14520);
;// CONCATENATED MODULE: ./build/adapters/kubernetes/namespaces.js


/** Namespaces of a real cluster. */
function clusterNamespaces({ core }) {
    return {
        async ensure(name, { create, labels }) {
            let found = await read(name);
            if (found === "forbidden" && !(await isMissing(name)))
                return "unreadable";
            if (found === "forbidden" || found === "missing") {
                if (!create)
                    throw new errors/* UserError */.yo(`namespace: ${name} does not exist. Create it, or set create-namespace: true`);
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
            if ((0,api_errors/* apiStatus */.$T)(error) === 404)
                return "missing";
            if ((0,api_errors/* apiStatus */.$T)(error) === 403)
                return "forbidden";
            throw error instanceof errors/* UserError */.yo ? error : (0,api_errors/* apiError */.pb)(`read namespace ${name}`, error);
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
            const said = (0,api_errors/* apiError */.pb)(`look for namespace ${name}`, error).failure.reason;
            if (said.includes("because it is being terminated"))
                throw beingDeleted(name);
            return (0,api_errors/* apiStatus */.$T)(error) === 404 && said.includes(`namespaces "${name}" not found`);
        }
    }
    /** False when another deploy into the same new namespace was quicker: that one's labels are not ours. */
    async function createNamespace(name, labels) {
        try {
            await core.createNamespace({ body: { metadata: { name, labels: { ...labels } } } });
            return true;
        }
        catch (error) {
            if ((0,api_errors/* apiStatus */.$T)(error) === 409)
                return false;
            const { failure } = (0,api_errors/* apiError */.pb)(`create namespace ${name}`, error);
            if ((0,api_errors/* apiStatus */.$T)(error) !== 403)
                throw new errors/* OutsideError */.Cp(failure);
            const next = `let somebody who may run kubectl create namespace ${name} once, or ${failure.next}`;
            throw new errors/* OutsideError */.Cp({ ...failure, next });
        }
    }
    async function label(name, labels) {
        const { PatchStrategy, setHeaderOptions } = await __webpack_require__.e(/* import() */ 655).then(__webpack_require__.bind(__webpack_require__, 29655));
        try {
            await core.patchNamespace({ name, body: { metadata: { labels } } }, setHeaderOptions("Content-Type", PatchStrategy.MergePatch));
            return "labelled";
        }
        catch (error) {
            if ((0,api_errors/* apiStatus */.$T)(error) === 403)
                return "unlabelled";
            throw (0,api_errors/* apiError */.pb)(`label namespace ${name}`, error);
        }
    }
}
/** Nothing can be made in it any more. */
function beingDeleted(name) {
    return new errors/* UserError */.yo(`namespace: ${name} is being deleted. Wait until it is gone, then run again; where it stays, kubectl get namespace ${name} --output=yaml shows in its conditions what holds it`);
}

// EXTERNAL MODULE: ./build/adapters/kubernetes/release-secrets.js + 1 modules
var release_secrets = __webpack_require__(23442);
// EXTERNAL MODULE: ./build/adapters/kubernetes/server-dry-run.js + 2 modules
var server_dry_run = __webpack_require__(7132);
// EXTERNAL MODULE: ./build/adapters/kubernetes/suspend-flags.js
var suspend_flags = __webpack_require__(23236);
// EXTERNAL MODULE: ./build/release/release.js
var release_release = __webpack_require__(43007);
// EXTERNAL MODULE: ./build/release/situation.js
var release_situation = __webpack_require__(89534);
// EXTERNAL MODULE: ./build/workloads/workload.js
var workload = __webpack_require__(13624);
// EXTERNAL MODULE: ./build/playbook/find-record.js
var find_record = __webpack_require__(1057);
// EXTERNAL MODULE: ./build/playbook/suspend-flags.js + 1 modules
var playbook_suspend_flags = __webpack_require__(22016);
// EXTERNAL MODULE: ./build/playbook/deploy/attempt.js
var attempt = __webpack_require__(81425);
// EXTERNAL MODULE: ./build/release/helm-messages.js
var helm_messages = __webpack_require__(7933);
// EXTERNAL MODULE: ./build/release/way.js
var release_way = __webpack_require__(79253);
// EXTERNAL MODULE: ./build/playbook/plan/tell-plan.js
var tell_plan = __webpack_require__(30401);
// EXTERNAL MODULE: ./build/plan/documents.js
var documents = __webpack_require__(89272);
// EXTERNAL MODULE: ./build/plan/kube-object.js
var kube_object = __webpack_require__(42349);
// EXTERNAL MODULE: ./build/plan/merge-rules.js
var merge_rules = __webpack_require__(13676);
// EXTERNAL MODULE: ./build/plan/patches.js
var patches = __webpack_require__(72120);
;// CONCATENATED MODULE: ./build/plan/left-behind.js




/**
 * Whether an upgrade would leave something of a failed revision in the cluster: Helm compares with the revision that was
 * deployed before, and so does not know of an object or a field that only the failed one has.
 * https://github.com/helm/helm/blob/v3.17.3/pkg/action/upgrade.go
 * @param options.serverSide the API server knows what Helm has set before: no field is left then, but objects are
 */
function leavesBehind({ failed, good, next }, { namespace, serverSide }) {
    const [before, after] = [good, next].map((manifest) => objectsByKey(manifest, namespace));
    return (0,documents/* documentsOf */.u)(failed).objects.some((object) => {
        const key = (0,kube_object/* keyOf */.TN)(object, namespace);
        const [old, now] = [before?.get(key), after?.get(key)];
        if (old === undefined && now === undefined)
            return true;
        // What is in the good one only is deleted as a whole.
        const isDropped = now === undefined && next !== "";
        return !serverSide && !isDropped && leavesFields(object, { old, now });
    });
}
function objectsByKey(manifest, namespace) {
    return new Map((0,documents/* documentsOf */.u)(manifest).objects.map((object) => [(0,kube_object/* keyOf */.TN)(object, namespace), object]));
}
function leavesFields(object, { old, now }) {
    const rule = (0,merge_rules/* mergeRuleOf */.u)(object);
    const kept = [old, now].filter((each) => each !== undefined);
    if (rule !== undefined)
        return hasMore(object, kept, rule);
    // Of a custom resource Helm only patches what differs between the two that it compares, whatever is live.
    const wanted = now ?? old ?? object;
    const compared = now === undefined ? {} : (0,patches/* mergePatch */.bW)(old ?? now, now);
    return !covers(compared, (0,patches/* mergePatch */.bW)(object, wanted));
}
/** Whether a value has something that none of the others has, and that a merge would leave. */
function hasMore(value, others, rule) {
    if (rule?.replace)
        return false;
    if ((0,kube_object/* isMap */.jh)(value)) {
        const maps = others.filter(kube_object/* isMap */.jh);
        return Object.entries(value).some(([key, field]) => {
            const same = maps.filter((map) => key in map).map((map) => map[key]);
            return same.length === 0 || hasMore(field, same, rule?.fields?.[key]);
        });
    }
    if (!Array.isArray(value) || rule?.key === undefined)
        return false;
    const lists = others.filter((other) => Array.isArray(other)).flat();
    if (rule.key === "")
        return value.some((item) => !lists.includes(item));
    const { key } = rule;
    return value.filter(kube_object/* isMap */.jh).some((item) => {
        const same = lists.filter((other) => (0,kube_object/* isMap */.jh)(other) && other[key] === item[key]);
        return same.length === 0 || hasMore(item, same, rule.fields && { fields: rule.fields });
    });
}
/** Whether a patch sets all that another one sets. */
function covers(patch, other) {
    if (!(0,kube_object/* isMap */.jh)(other) || !(0,kube_object/* isMap */.jh)(patch))
        return !(0,kube_object/* isMap */.jh)(other) || Object.keys(other).length === 0;
    return Object.entries(other).every(([key, value]) => key in patch && (!(0,kube_object/* isMap */.jh)(value) || covers(patch[key], value)));
}

;// CONCATENATED MODULE: ./build/release/apply-method.js
/**
 * How an upgrade or install will apply: Helm 4 on the server, unless the release was begun otherwise or the arguments say so.
 * https://helm.sh/docs/helm/helm_upgrade/
 * @param helmArguments the user's own ones; of a flag that is there twice the last one counts
 */
function applyMethod(helmArguments, { major, before }) {
    if (major === 3)
        return { serverSide: false, forced: false };
    const asked = given("--server-side", helmArguments);
    const byItself = before?.serverSide ?? true;
    return {
        serverSide: asked === undefined || asked === "auto" ? byItself : asked !== "false",
        forced: (given("--force-conflicts", helmArguments) ?? "false") !== "false",
    };
}
function given(flag, helmArguments) {
    const at = helmArguments.findLastIndex((argument) => argument === flag || argument.startsWith(`${flag}=`));
    const [argument, next] = helmArguments.slice(at);
    if (at < 0 || argument === undefined)
        return undefined;
    if (argument !== flag)
        return argument.slice(flag.length + 1);
    // Helm takes it from the next argument, too, where that is none of its flags.
    return next !== undefined && /^(true|false|auto)$/.test(next) ? next : "true";
}

// EXTERNAL MODULE: ./build/playbook/deploy/since-good.js
var since_good = __webpack_require__(50070);
;// CONCATENATED MODULE: ./build/playbook/deploy/back-first.js




/**
 * The way, with a rollback before it where an upgrade over a failed revision would leave something of that in the cluster:
 * only a rollback, which compares with the newest revision, takes it away.
 */
async function backFirst({ request, situation, way }, ports, stop) {
    if (situation.kind !== "failed" || typeof situation.lastGood !== "number" || way.first !== "nothing")
        return way;
    const { release, namespace, recover, extraArguments } = request;
    const { lastGood } = situation;
    const good = await ports.releases.read(release, namespace, lastGood);
    if (good === undefined)
        return way;
    const since = await (0,since_good/* revisionsSinceGood */.y)(request, ports);
    const options = {
        namespace,
        serverSide: applyMethod(extraArguments, { major: ports.helm.major, before: good }).serverSide,
    };
    const next = await rendered(request, ports, stop);
    const stray = since.find(({ manifest }) => leavesBehind({ failed: manifest, good: good.manifest, next }, options));
    if (stray === undefined)
        return way;
    const left = `Revision ${stray.revision} has added what an upgrade would leave in the cluster`;
    if (recover === "never") {
        ports.log.warn(`${left}, and recover is never. To take it away: helm rollback ${release} ${lastGood} --namespace ${namespace}`);
        return way;
    }
    ports.log.info(`${left}: going back to revision ${lastGood} first`);
    return { ...way, first: { rollBackTo: lastGood } };
}
/** What the upgrade will be; empty where Helm cannot tell, since the upgrade itself will say why. */
async function rendered(request, { helm, log }, stop) {
    try {
        return (await helm.render({ ...request, postRender: undefined }, stop)).manifest;
    }
    catch (error) {
        log.debug(`Could not render the chart: ${(0,errors/* describeError */.Uc)(error)}`);
        return "";
    }
}

// EXTERNAL MODULE: ./build/playbook/deploy/clear-the-way.js + 1 modules
var clear_the_way = __webpack_require__(5242);
// EXTERNAL MODULE: ./build/playbook/deploy/failure.js
var deploy_failure = __webpack_require__(31482);
// EXTERNAL MODULE: ./build/playbook/deploy/newest-revision.js
var newest_revision = __webpack_require__(58224);
// EXTERNAL MODULE: ./build/playbook/hide-secrets.js + 1 modules
var hide_secrets = __webpack_require__(73420);
// EXTERNAL MODULE: ./build/playbook/plan/make-plan.js + 7 modules
var make_plan = __webpack_require__(76526);
;// CONCATENATED MODULE: ./build/playbook/deploy/plan-deploy.js




/**
 * What a deploy would change, told in the log. Writes nothing.
 * @throws OutsideError when Helm cannot render the chart, or the cluster cannot be asked
 */
async function planDeploy(planned, ports) {
    const { request, flags, stop } = planned;
    const { compared: before, newest } = planned.before;
    const { release, namespace } = request;
    const { major } = ports.helm;
    const had = before !== undefined && mayHaveCronJobs(before);
    // What was secret before may stand in the cluster in plain fields.
    const [rendered] = await Promise.all([
        render({ postRender: had }, ports),
        (0,hide_secrets/* hideSecrets */.s)([before, newest], ports, request.record.values.secretPaths),
    ]);
    const compared = await (0,make_plan/* makePlan */.C)({ release, namespace, original: before, rendered, ...applyMethod(request.extraArguments, { major, before }) }, { dryRun: ports.dryRun, hidden: ports.hidden });
    const plan = rendered.note === undefined ? compared : { ...compared, notes: [rendered.note, ...compared.notes] };
    await (0,tell_plan/* tellPlan */.f)(plan, ports.log);
    return {
        plan,
        isUnchanged: plan.isUnchanged &&
            before?.status === "deployed" &&
            before.revision === newest?.revision &&
            sameText(before, rendered),
        hasCronJobs: had || mayHaveCronJobs(rendered),
    };
    /** Helm 4 writes YAML in a form of its own where there is a post-renderer: with one before, there has to be one now. */
    async function render({ postRender }, { helm }) {
        const made = await helm.render({ ...request, postRender: postRender ? flags.planned : undefined }, stop);
        return postRender ? made : { ...made, manifest: await flags.planned(made.manifest) };
    }
}
function mayHaveCronJobs({ manifest }) {
    return manifest.includes("CronJob");
}
function sameText(before, rendered) {
    const hooks = (all) => all
        .map(({ events, manifest }) => JSON.stringify([events, manifest]))
        .toSorted()
        .join("\n");
    return before.manifest === rendered.manifest && hooks(before.hooks) === hooks(rendered.hooks);
}

// EXTERNAL MODULE: ./build/playbook/deploy/roll-back.js + 1 modules
var roll_back = __webpack_require__(75616);
// EXTERNAL MODULE: ./build/playbook/deploy/collect-evidence.js
var collect_evidence = __webpack_require__(4346);
// EXTERNAL MODULE: ./build/playbook/deploy/follow-helm.js + 3 modules
var follow_helm = __webpack_require__(94717);
;// CONCATENATED MODULE: ./build/playbook/deploy/roll-out.js







/**
 * One run of Helm: starts it, follows it, stops it when it cannot succeed any more, and reads back what it made. Of a failure
 * it collects the evidence before anybody cleans up.
 * @param after the newest revision before; 0 when there was none
 * @param stop fires when the run shall end; then nothing is collected
 */
async function rollOut({ request, action, after }, ports, stop) {
    const { release, namespace } = request;
    const work = (signal) => ports.helm.upgradeInstall(request, signal);
    const { result: helm, seen, ...followed } = await (0,follow_helm/* followHelm */.w)({ release, namespace, action, after, work }, ports, stop);
    if (stop.aborted) {
        // A moment is left for this, and not for more.
        const left = await (0,attempt/* attempt */.C)("read what it has left", ports.log, () => (0,newest_revision/* newestRevision */.A)(request, ports, after));
        const failure = {
            revision: left,
            error: (0,deploy_failure/* stoppedEarly */.LV)(request, stop),
            findings: [],
            evidence: [],
            stoppedByUs: true,
        };
        return { after, revision: left, failure, overtaken: false, seen };
    }
    const revision = await (0,newest_revision/* newestRevision */.A)(request, ports, after);
    const overtakenBy = "error" in helm ? meanwhile(helm.error, revision) : notOurs(helm.value.revision, revision);
    const failed = overtakenBy ?? ("error" in helm ? helm.error : undefined);
    if (failed === undefined)
        return { after, revision, failure: undefined, overtaken: false, seen };
    const badly = { ...followed, action, revision: overtakenBy ? undefined : revision, error: failed };
    return {
        after,
        revision,
        failure: { revision, error: failed, ...(await (0,collect_evidence/* collectEvidence */.m)(badly, ports)) },
        overtaken: overtakenBy !== undefined,
        seen,
    };
}
/** Helm failed, yet what is there is not what it has left. */
function meanwhile(error, found) {
    if ((0,helm_messages/* isAnotherAtWork */.Ww)((0,errors/* describeError */.Uc)(error))) {
        return new Error("Something that does not hold this release's Lease works on it, such as Helm by hand", {
            cause: error,
        });
    }
    if (found?.status !== "deployed")
        return undefined;
    return new Error(`Helm failed, and yet revision ${found.revision} is deployed: its last answer was lost, or somebody else has made it`, { cause: error });
}
/** Helm ended well, yet the newest revision is not the one that it made, or not deployed: somebody else was there in between. */
function notOurs(made, found) {
    if (found === undefined)
        return new Error("Helm reported success, but there is no new revision: somebody else removed it");
    const { revision, status } = found;
    if (made !== undefined && revision !== made) {
        return new Error(`Revision ${made} was deployed, but revision ${revision} (${status}) came in behind it, made by something that does not hold this release's Lease, such as Helm by hand. What serves now is not what this run deployed`);
    }
    if (status === "deployed")
        return undefined;
    return new Error(`Helm reported success, but revision ${revision} is ${status}: another deploy of this release ran at the same time`);
}

// EXTERNAL MODULE: ./build/playbook/deploy/store-flags.js
var store_flags = __webpack_require__(72727);
;// CONCATENATED MODULE: ./build/playbook/deploy/carry-out.js













/** Goes the way that was chosen, to its end. Once `stop` fires nothing new is begun. */
async function carryOut(given, ports, stop) {
    const { situation } = given.found;
    const target = { ...given.request, chartPath: given.chartPath };
    const job = { ...given, way: await backFirst({ request: target, situation, way: given.way }, ports, stop) };
    const { request, way, flags } = job;
    const done = [];
    if (situation.kind !== "absent" && situation.kind !== "deployed") {
        const { last } = situation;
        await job.timed("recovery", () => clearTheWay({ ...job, last }, { done, stop }, ports));
    }
    const there = await (0,newest_revision/* revisionsBefore */.i)(request, ports);
    const before = way.deploy === "install" ? { ...there, compared: undefined } : there;
    const planned = await job.timed("plan", () => (0,tell_plan/* planIfPossible */.c)("deploy", ports.log, () => planDeploy({ request: target, before, flags, stop }, ports)));
    const plan = planned?.plan;
    if (stop.aborted)
        return stoppedBefore(job, { done, release: there.newest }, stop);
    // What was recovered has not been waited for.
    if (request.skipUnchanged && planned?.isUnchanged && way.first === "nothing") {
        const unchanged = {
            done: ["nothing: the release is as it shall be"],
            release: before.compared,
            plan,
            failures: [],
        };
        return { status: "unchanged", action: (0,release_way/* actionOf */.q)(way), ...unchanged, seen: new Map() };
    }
    await (0,store_flags/* storeFlags */.t)(before.compared, flags, ports);
    const postRender = planned === undefined || planned.hasCronJobs;
    const first = await deployOnce({ ...job, action: way.deploy, postRender }, { done, stop }, ports);
    const outcome = {
        status: "deployed",
        action: (0,release_way/* actionOf */.q)(way),
        done,
        release: first.revision,
        plan,
        failures: [],
        seen: first.seen,
    };
    const { failure } = first;
    if (failure === undefined)
        return outcome;
    const failed = { ...outcome, status: "failed", failures: [failure] };
    if (stop.aborted)
        return { ...failed, error: failure.error };
    if (first.overtaken)
        return { ...failed, error: (0,deploy_failure/* failureOf */.g5)(job.request, failure, { overtaken: true }) };
    const after = { job, failed, failure, stop };
    if (way.otherwise !== "keep" && !(await isOurs(job, first, ports))) {
        return { ...failed, error: (0,deploy_failure/* failureOf */.g5)(job.request, failure, { overtaken: true }) };
    }
    if (way.otherwise === "reinstall" && mayHelp(first))
        return reinstall(after, ports);
    if (typeof way.otherwise === "object" && hasLeft(job, first))
        return goBack(after, way.otherwise.rollBackTo, ports);
    return { ...failed, error: (0,deploy_failure/* failureOf */.g5)(job.request, failure) };
}
/** Nothing was begun but a recovery. */
function stoppedBefore({ request, way }, { done, release }, stop) {
    const error = (0,deploy_failure/* stoppedEarly */.LV)(request, stop);
    return { status: "failed", action: (0,release_way/* actionOf */.q)(way), done, release, failures: [], seen: new Map(), error };
}
/** Brings what an earlier run has left into a state that Helm deploys over. */
async function clearTheWay(job, { done, stop }, ports) {
    const { request, way, flags } = job;
    const last = await ports.releases.read(request.release, request.namespace, job.last.revision);
    if (last !== undefined)
        await flags.remember(last.manifest);
    if (way.first === "uninstall") {
        await (0,clear_the_way/* removeRelease */.g)(request, { last, stop }, ports);
        done.push(`uninstalled what was left of revision ${job.last.revision}`);
        return;
    }
    if (last !== undefined && request.recover !== "never")
        await (0,clear_the_way/* removeLeftovers */.D)(last, ports, stop);
    if (way.first === "nothing")
        return;
    const { rollBackTo } = way.first;
    try {
        // Without waiting: the upgrade that follows replaces it, and waits itself.
        await (0,roll_back/* rollBack */.F)({ ...request, revision: rollBackTo, wait: false, flags }, ports, stop);
        done.push(`rolled back to revision ${rollBackTo}, the last that was deployed`);
    }
    catch (error) {
        if (stop.aborted)
            throw error;
        // It is failed now, mostly, and no longer pending: Helm upgrades over that.
        ports.log.warn(`The rollback to revision ${rollBackTo} failed; upgrading all the same. ${(0,errors/* describeError */.Uc)(error)}`);
        done.push(`tried to roll back to revision ${rollBackTo}, the last that was deployed`);
    }
}
async function deployOnce({ request, chartPath, timed, flags, action, postRender }, { done, stop }, ports) {
    const { release, namespace } = request;
    const after = (0,release_release/* newest */.BP)(await ports.releases.history(release, namespace))?.revision ?? 0;
    const verb = action === "install" ? "Installing" : "Upgrading";
    ports.log.info(`${verb} ${release} in ${namespace} with Helm ${ports.helm.version}`);
    const rolledOut = await timed("rollout", () => rollOut({ request: { ...request, chartPath, postRender: postRender ? flags.applied : undefined }, action, after }, ports, stop));
    const number = rolledOut.revision ? ` to revision ${rolledOut.revision.revision}` : "";
    if (rolledOut.failure)
        done.push(`${action}${number} failed`);
    else
        done.push(`${action === "install" ? "installed" : "upgraded"}${number}`);
    return rolledOut;
}
/** Whether a new install may end otherwise: not where Helm refused the chart or its values, nor where an image is not to be had. */
function mayHelp({ revision, failure }) {
    if (failure === undefined)
        return false;
    if ((0,helm_messages/* leftIsInTheWay */.Ze)((0,errors/* describeError */.Uc)(failure.error)))
        return true;
    const kind = failure.findings[0]?.kind;
    return revision !== undefined && kind !== "image-name-invalid" && kind !== "image-not-found";
}
/** Whether nobody has worked on the release since that failure: only then it is this run's to put in order. */
async function isOurs({ request }, { after, revision }, ports) {
    const last = (0,release_release/* newest */.BP)(await ports.releases.history(request.release, request.namespace));
    if (revision === undefined)
        return (last?.revision ?? 0) === after;
    return last?.revision === revision.revision && last.status !== "deployed";
}
/** Whether the cluster may have something else now than the revision that once was deployed. */
function hasLeft({ found, way }, { revision }) {
    return revision !== undefined || (found.situation.kind === "failed" && way.first === "nothing");
}
/** The release never was deployed, and an upgrade over what is left does not work: begins anew, once. */
async function reinstall({ job, failed, failure, stop }, ports) {
    const { request } = job;
    const done = [...failed.done];
    const last = failure.revision ?? (await (0,newest_revision/* newestRevision */.A)(request, ports));
    ports.log.info(`${describeFirst(failure)}. Beginning anew, since ${request.release} never was deployed`);
    try {
        await job.timed("recovery", () => (0,clear_the_way/* removeRelease */.g)(request, { last, stop }, ports));
    }
    catch (error) {
        const release = await (0,newest_revision/* newestRevision */.A)(request, ports);
        return { ...failed, release, error: (0,deploy_failure/* failureOf */.g5)(request, failure, { cleanUp: error }) };
    }
    done.push("uninstalled it, since it never was deployed");
    const second = await deployOnce({ ...job, action: "install", postRender: true }, { done, stop }, ports);
    const outcome = {
        ...failed,
        status: second.failure ? "failed" : "deployed",
        action: "recovered-install",
        done,
        release: second.revision,
        failures: second.failure ? [failure, second.failure] : [failure],
        seen: second.seen,
    };
    return second.failure ? { ...outcome, error: (0,deploy_failure/* failureOf */.g5)(request, second.failure) } : outcome;
}
async function goBack({ job, failed, failure, stop }, revision, ports) {
    const { request } = job;
    try {
        const target = { ...request, revision, wait: true, flags: job.flags };
        const release = await job.timed("rollback", () => (0,roll_back/* rollBack */.F)(target, ports, stop));
        const done = [...failed.done, `rolled back to revision ${revision}, as revision ${release?.revision ?? "?"}`];
        const error = (0,deploy_failure/* failureOf */.g5)(request, failure, { rolledBackTo: revision });
        return { ...failed, status: "rolled-back", rolledBackTo: revision, done, release, error };
    }
    catch (error) {
        const done = [...failed.done, `the rollback to revision ${revision} failed`];
        const release = await (0,newest_revision/* newestRevision */.A)(request, ports);
        return { ...failed, done, release, error: (0,deploy_failure/* failureOf */.g5)(request, failure, { rollback: error }) };
    }
}
function describeFirst({ findings, error }) {
    return findings[0]?.problem ?? (0,errors/* describeError */.Uc)(error);
}

// EXTERNAL MODULE: ./build/playbook/deploy/describe-found.js
var describe_found = __webpack_require__(92122);
// EXTERNAL MODULE: ./build/playbook/deploy/find-situation.js + 1 modules
var find_situation = __webpack_require__(23114);
;// CONCATENATED MODULE: ./build/playbook/deploy/prepare-namespace.js
/** Makes sure of the namespace and its labels, and says what became of them. */
async function prepareNamespace(request, { namespaces, log }) {
    const { namespace, createNamespace, namespaceLabels } = request;
    const state = await namespaces.ensure(namespace, { create: createNamespace, labels: namespaceLabels });
    if (state === "created")
        log.info(`Created namespace ${namespace}`);
    if (state === "labelled")
        log.info(`Set labels on namespace ${namespace}: ${Object.keys(namespaceLabels).join(", ")}`);
    if (state === "unlabelled") {
        log.warn(`namespace-labels: not set, since this login may not change namespace ${namespace}`);
    }
    if (state === "unreadable" && Object.keys(namespaceLabels).length > 0) {
        log.warn(`namespace-labels: not set, since this login may not read namespace ${namespace}`);
    }
}

// EXTERNAL MODULE: ./build/playbook/deploy/read-live.js
var read_live = __webpack_require__(42013);
// EXTERNAL MODULE: ./build/playbook/deploy/stopwatch.js
var stopwatch = __webpack_require__(47719);
// EXTERNAL MODULE: ./build/playbook/deploy/take-turn.js
var take_turn = __webpack_require__(15385);
;// CONCATENATED MODULE: ./build/playbook/deploy/write-record.js

/** Keeps beside the revision what it was deployed from. */
async function writeRecord(deployed, { releases, helm, log }) {
    const { request, chart, made, workloads } = deployed;
    const { name, version, appVersion } = made.chart;
    const source = {
        source: request.chart.text,
        repository: "repository" in request.chart ? (request.chart.repository ?? "") : "",
    };
    await (0,attempt/* attempt */.C)("keep a record of this deploy, which promotion reads", log, () => releases.writeRecord({
        schemaVersion: 1,
        release: made.name,
        namespace: made.namespace,
        revision: made.revision,
        deployedAt: made.deployedAt,
        helmVersion: helm.version,
        chart: { ...source, name, version, appVersion, digest: chart.digest },
        images: workloads.flatMap((workload) => workload.images),
        ...request.record,
    }));
}

;// CONCATENATED MODULE: ./build/playbook/deploy/deploy-release.js















/**
 * Installs or upgrades a release and waits until it is ready, then reads back what the cluster has. What an earlier run has
 * left is brought into order first, and a failure leaves a release that can be deployed again.
 * A failure of Helm is a result, not an error, since what is left in the cluster is worth reporting.
 * Anything that fails before Helm starts is thrown: nothing was changed then but the namespace.
 * @param cancelled fires when the run shall end now: Helm is told, and nothing else is begun
 */
async function deployRelease(request, ports, cancelled) {
    const { log, clock } = ports;
    const timed = (0,stopwatch/* stopwatch */.s)(clock);
    const { chart, turn, found } = await timed("preparation", async () => {
        // First: a chart that is not to be had leaves nothing behind.
        const fetched = await ports.charts.fetch(request.chart);
        if (cancelled.aborted)
            throw new errors/* UserError */.yo(`${request.release}: stopped before anything was changed`);
        await prepareNamespace(request, ports);
        const taken = await (0,take_turn/* takeTurn */.V)(request, ports, cancelled);
        try {
            const { deadHolder, stop } = taken;
            return { chart: fetched, turn: taken, found: await (0,find_situation/* findSituation */.Y)({ ...request, deadHolder, stop }, ports) };
        }
        catch (error) {
            // What a dead run has left stays unsettled.
            await taken.end(taken.deadHolder ? "open" : "settled");
            throw error;
        }
    });
    // Until the opposite is known: an error in the middle may leave anything.
    let end = "open";
    try {
        const text = (0,describe_found/* describeFound */.K)(found, turn.deadHolder);
        const foundLine = `Found ${request.release} in ${request.namespace}: ${text}`;
        log.info(foundLine);
        const way = (0,describe_found/* chosenWay */.O)(request, found, foundLine);
        if (turn.held)
            ports.postStep.expectAbove((0,release_release/* newest */.BP)(found.history)?.revision ?? 0);
        const flags = (0,playbook_suspend_flags/* suspendFlags */.C)({ namespace: request.namespace, policy: request.cronjobPolicy }, ports);
        const outcome = await carryOut({ request, found, way, flags, chartPath: chart.path, timed }, ports, turn.stop);
        // A Helm that was killed leaves its revision pending: the Lease of a dead run says that nobody works on it.
        if (!turn.stop.aborted && !(0,release_situation/* isUnfinished */.ui)(outcome.release?.status))
            end = "settled";
        const live = await timed("read-back", async () => {
            const read = await (0,read_live/* readLive */.p)(outcome, ports);
            for (const line of (0,workload/* progressLines */.L)(read.workloads, outcome.seen))
                log.info(line);
            if (outcome.release)
                log.info(`${request.release} is at revision ${outcome.release.revision}: ${outcome.release.status}`);
            if (outcome.status === "deployed" && outcome.release) {
                await writeRecord({ request, chart, made: outcome.release, workloads: read.workloads }, ports);
            }
            return read;
        });
        return {
            ...outcome,
            ...live,
            found: text,
            previousRevision: (0,release_release/* deployedRevision */.Sf)(found.history)?.revision,
            chartDigest: await digestOf(outcome, chart, ports),
            durations: timed.parts,
            settled: end === "settled",
        };
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
/** After a rollback the chart is that of the revision that was gone back to, without a change that of the one that stays. */
async function digestOf({ release, rolledBackTo, status }, chart, ports) {
    const isChart = status !== "unchanged" && rolledBackTo === undefined;
    if (isChart || release === undefined)
        return chart.digest;
    const record = await (0,attempt/* attempt */.C)("read the record of what serves", ports.log, () => (0,find_record/* findRecord */.T)(release, ports));
    return record?.chart.digest ?? "";
}

// EXTERNAL MODULE: ./build/playbook/deploy/deploy-types.js
var deploy_types = __webpack_require__(66785);
;// CONCATENATED MODULE: ./build/playbook/deploy/plan-release.js









/**
 * What `deployRelease` would do, and what that would change. Writes nothing: no namespace, no Lease, no revision.
 * @throws UserError where a deploy would refuse; OutsideError where Helm cannot render the chart
 */
async function planRelease(request, ports, stop) {
    const { release, namespace, cronjobPolicy: policy } = request;
    const { log } = ports;
    const timed = (0,stopwatch/* stopwatch */.s)(ports.clock);
    const { chart, found } = await timed("preparation", async () => ({
        chart: await ports.charts.fetch(request.chart),
        found: await (0,find_situation/* readSituation */.Z)(request, ports),
    }));
    const text = (0,describe_found/* describeFound */.K)(found, undefined);
    const foundLine = `Found ${release} in ${namespace}: ${text}`;
    log.info(foundLine);
    const { situation } = found;
    const target = { ...request, chartPath: chart.path };
    const way = await backFirst({ request: target, situation, way: (0,describe_found/* chosenWay */.O)(request, found, foundLine) }, ports, stop);
    const there = await (0,newest_revision/* revisionsBefore */.i)(request, ports);
    const inTheWay = situation.kind === "pending" || situation.kind === "uninstalling";
    const planned = inTheWay
        ? undefined
        : await timed("plan", () => {
            const flags = (0,playbook_suspend_flags/* suspendFlags */.C)({ namespace, policy }, ports);
            const before = situation.kind === "absent" ? { ...there, compared: undefined } : there;
            return planDeploy({ request: target, before, flags, stop }, ports);
        });
    if (inTheWay)
        log.warn(`What it would change cannot be shown: Helm renders nothing for a release that is ${situation.last.status}`);
    return {
        status: "planned",
        action: (0,release_way/* actionOf */.q)(way),
        found: text,
        done: wouldDo(way),
        previousRevision: (0,release_release/* deployedRevision */.Sf)(found.history)?.revision,
        release: there.newest,
        chartDigest: chart.digest,
        plan: planned?.plan,
        workloads: [],
        cronJobs: [],
        urls: [],
        failures: [],
        durations: timed.parts,
        settled: true,
    };
}
function wouldDo({ first, deploy }) {
    const before = first === "nothing"
        ? []
        : [first === "uninstall" ? "would uninstall what is left" : `would go back to revision ${first.rollBackTo}`];
    return [...before, `would ${deploy}`];
}

// EXTERNAL MODULE: ./build/playbook/report/deploy-summary.js
var deploy_summary = __webpack_require__(94751);
// EXTERNAL MODULE: ./build/actions/cancellation.js
var cancellation = __webpack_require__(49613);
// EXTERNAL MODULE: ./build/actions/cluster-login.js + 2 modules
var cluster_login = __webpack_require__(35642);
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
    const tagLine = new RegExp(`tag["']?\\s*:\\s*["']?${place_literal(tag)}["']?\\s*(?:[,}]|$)`, "i");
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
    return text === "" ? /(?!)/ : new RegExp(`(?<![\\w.-])${place_literal(text)}(?![\\w.-])`);
}
function place_literal(text) {
    return text.replace(/[^\w-]/g, "\\$&");
}
/** The template that made an object, as Helm notes it above each document: `# Source: chart/templates/web.yaml`. Relative to the chart's folder. */
function templateOf(manifest, { kind, name }) {
    // No `\s`: it goes over the ends of lines, and many blank ones then take seconds.
    const has = (document, key, value) => new RegExp(`^[ \\t]*${key}:[ \\t]*["']?${place_literal(value)}["']?[ \\t]*$`, "m").test(document);
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

;// CONCATENATED MODULE: ./build/adapters/workspace.js

/** What is at a path below the workspace. */
function whatIsAt(path) {
    const found = (0,external_node_fs_.statSync)(path, { throwIfNoEntry: false });
    if (found === undefined)
        return "nothing";
    return found.isDirectory() ? "folder" : "file";
}
/** The text of a file, or why it cannot be read. */
function readWorkspaceFile(path) {
    try {
        return { text: (0,external_node_fs_.readFileSync)(path, "utf8") };
    }
    catch (error) {
        const missing = error.code === "ENOENT";
        return { problem: missing ? "there is no such file in the workspace" : error.message };
    }
}

;// CONCATENATED MODULE: ./build/chart/chart-reference.js
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

// EXTERNAL MODULE: ./build/cronjobs/policy.js
var policy = __webpack_require__(27059);
// EXTERNAL MODULE: ./build/values/inline-values.js
var inline_values = __webpack_require__(75013);
// EXTERNAL MODULE: ./build/actions/cluster-inputs.js
var cluster_inputs = __webpack_require__(59322);
// EXTERNAL MODULE: ./build/actions/release-inputs.js + 1 modules
var release_inputs = __webpack_require__(76313);
// EXTERNAL MODULE: ./build/actions/deploy/input-forms.js + 1 modules
var input_forms = __webpack_require__(35120);
// EXTERNAL MODULE: ./build/values/secrets.js
var values_secrets = __webpack_require__(14882);
;// CONCATENATED MODULE: ./build/actions/deploy/registry-inputs.js



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
    io.hide((0,values_secrets/* masksFor */.RM)([basicAuth({ username, password })]));
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
    const own = registryHost(chart.text);
    return [
        ...(own === undefined ? [] : [own]),
        ...(chart.kind === "folder" ? dependencyRegistries(chart.text, dependencies) : []),
    ];
}
function passwordInput(io) {
    const password = io.input("registry-password");
    if (password === "")
        return "";
    io.hide((0,values_secrets/* masksFor */.RM)([password]));
    if (password.length < values_secrets/* SHORTEST_MASK */.SE) {
        io.log.warn(`registry-password: it has fewer than ${values_secrets/* SHORTEST_MASK */.SE} characters and cannot be masked; do not print it`);
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
    const registryLogin = readRegistryInputs(io, chart, problems);
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
    const parsed = parseChartReference(given, whatIsAt);
    if ("problem" in parsed) {
        problems.push(parsed.problem);
        return undefined;
    }
    return parsed;
}
function readValueFiles(paths, problems) {
    return paths.flatMap((path) => {
        const file = readWorkspaceFile(path);
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

// EXTERNAL MODULE: ./build/advice/aws-advice.js
var aws_advice = __webpack_require__(70537);
// EXTERNAL MODULE: ./build/adapters/aws/aws-errors.js
var aws_errors = __webpack_require__(70188);
;// CONCATENATED MODULE: ./build/adapters/aws/ecr.js



/** A login to a private ECR registry, good for 12 hours or until the AWS session ends. */
async function ecrLogin(registry, credentials) {
    const { host, region } = registry;
    const [{ ECRClient, GetAuthorizationTokenCommand }, { proxyAwareHandler }] = await Promise.all([
        Promise.all(/* import() */[__webpack_require__.e(279), __webpack_require__.e(861), __webpack_require__.e(249)]).then(__webpack_require__.t.bind(__webpack_require__, 28249, 19)),
        Promise.all(/* import() */[__webpack_require__.e(279), __webpack_require__.e(975)]).then(__webpack_require__.bind(__webpack_require__, 34975)),
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
// EXTERNAL MODULE: external "node:os"
var external_node_os_ = __webpack_require__(48161);
;// CONCATENATED MODULE: ./build/adapters/helm/registry-config.js






/** The configs that Helm looks for a registry's login in: its own, then Docker's. Empty ones where there is no file. */
async function registryConfigs(program) {
    // https://docs.docker.com/reference/cli/docker/#environment-variables
    const dockerFolder = program.env.DOCKER_CONFIG || (0,external_node_path_.join)(program.env.HOME || (0,external_node_os_.homedir)(), ".docker");
    const [helm, docker] = await Promise.all([
        helmSetting(program, "HELM_REGISTRY_CONFIG").then(readConfig),
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
    const content = JSON.stringify(withLogins(own, { logins, hosts }), null, 2);
    return { HELM_REGISTRY_CONFIG: await (0,private_folder/* writePrivateFile */.Pl)(folder, "registry.json", content) };
}
async function readConfig(path) {
    return readRegistryConfig(await (0,promises_.readFile)(path, "utf8").catch(() => ""));
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

;// CONCATENATED MODULE: ./build/actions/deploy/registry.js












/**
 * Helm with logins to the OCI registries that the chart comes from, in a private file below `folder`: that of the inputs, and
 * for private ECR registries one by the AWS login of this step. Where helm-args name files of Helm's, those are its own.
 */
async function withRegistryLogins({ chart, target, registryLogin, helmArgs }, { program: given, folder }, io) {
    const program = { ...given, env: { ...given.env, ...settingsIn(helmArgs) } };
    const hosts = registriesOf(chart, "missing");
    const registries = hosts
        .filter((host) => host !== registryLogin?.host)
        .map(ecrRegistry)
        .filter((registry) => registry !== undefined);
    if (registryLogin === undefined && registries.length === 0)
        return program;
    const { helm, docker } = await registryConfigs(program);
    const logins = registryLogin === undefined ? [] : [registryLogin];
    for (const registry of registries) {
        const known = [helm, docker].some((config) => mayKnow(config, registry.host));
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
        io.hide((0,values_secrets/* masksFor */.RM)([login.password, basicAuth(login)]));
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

// EXTERNAL MODULE: ./build/actions/deploy/unfinished.js
var deploy_unfinished = __webpack_require__(14713);
// EXTERNAL MODULE: ./build/values/reused-values.js
var reused_values = __webpack_require__(52230);
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
    const program = await withRegistryLogins(inputs, { program: (0,deploy_unfinished/* helmProgram */.J$)(helm.path, io), folder }, io);
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
        charts: helmCharts(program, { folder, extraArguments: pullArguments(inputs.helmArgs) }),
        releases: (0,release_secrets/* releaseSecrets */.t)(client),
        leases: (0,leases/* clusterLeases */.Q)(client),
        namespaces: clusterNamespaces(client),
        live: (0,live_objects/* clusterObjects */.r)(client),
        cronJobs: (0,suspend_flags/* clusterCronJobs */.J)(client),
        dryRun: (0,server_dry_run/* clusterDryRun */.J)(client),
        evidence: (0,hidden_evidence/* hiddenEvidence */.e)((0,evidence/* clusterEvidence */.i)(client), io.hidden),
        postStep: (0,deploy_unfinished/* postStep */.FW)(unfinished, io),
        log: io.log,
        clock: clock/* systemClock */.m,
        hide: io.hide,
        hidden: io.hidden,
    };
    const result = await (inputs.dryRun ? planRelease : deployRelease)(request, ports, cancelled);
    writeOutputs(result, inputs.namespace, io);
    const error = result.error === undefined ? "" : (0,errors/* describeError */.Uc)(result.error);
    await io.summary((0,deploy_summary/* deploySummary */.eN)(result, { ...inputs, cluster: client.context, helmVersion: helm.version, error }));
    return result;
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
