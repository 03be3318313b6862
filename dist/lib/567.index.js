export const id = 567;
export const ids = [567];
export const modules = {

/***/ 78567:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  run: () => (/* binding */ run)
});

// EXTERNAL MODULE: external "node:timers/promises"
var promises_ = __webpack_require__(58500);
;// CONCATENATED MODULE: ./build/adapters/clock.js

const systemClock = {
    now: () => new Date(),
    async sleep(milliseconds, signal) {
        // An aborted wait is an early end, not a failure.
        await (0,promises_.setTimeout)(milliseconds, undefined, signal ? { signal } : {}).catch(() => undefined);
    },
};

;// CONCATENATED MODULE: ./build/adapters/github/run-context.js
/** Reads the run's context. The library that does it is large, so it is loaded while something else is waited for. */
async function runContext() {
    const { context } = await __webpack_require__.e(/* import() */ 413).then(__webpack_require__.bind(__webpack_require__, 92413));
    const { sha, ref, actor, serverUrl, runId, runAttempt } = context;
    const repository = process.env.GITHUB_REPOSITORY ?? "";
    const url = runId ? `${serverUrl}/${repository}/actions/runs/${runId}/attempts/${runAttempt || 1}` : "";
    return { repository, commit: sha, ref, actor, url };
}

// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(76760);
// EXTERNAL MODULE: ./build/errors.js
var errors = __webpack_require__(19473);
;// CONCATENATED MODULE: ./build/helm-version/archive.js
const systems = new Map([
    ["linux", "linux"],
    ["darwin", "darwin"],
    ["win32", "windows"],
]);
const architectures = new Map([
    ["x64", "amd64"],
    ["arm64", "arm64"],
]);
/** Node's `process.platform` and `process.arch` in Helm's words; undefined where there is no Helm to download. */
function helmPlatform(platform, arch) {
    const system = systems.get(platform);
    const architecture = architectures.get(arch);
    return system && architecture ? `${system}-${architecture}` : undefined;
}
/** File name on the download site: "helm-v4.1.4-linux-amd64.tar.gz", for Windows ".zip". */
function archiveName(version, platform) {
    return `helm-v${version}-${platform}.${platform.startsWith("windows") ? "zip" : "tar.gz"}`;
}
/** Where the binary is in the archive: "linux-amd64/helm", "windows-amd64/helm.exe". */
function binaryInArchive(platform) {
    return `${platform}/${platform.startsWith("windows") ? "helm.exe" : "helm"}`;
}
/**
 * Reads a `.sha256sum` file as Helm publishes it: "<64 hex digits>  <file name>". Gives the sum in lower case, or
 * undefined when there is none for that file (an error page, another file's sum).
 */
function parseSha256sum(text, fileName) {
    for (const line of text.split("\n")) {
        const match = /^([0-9a-f]{64})(?:\s+\*?(\S+))?$/i.exec(line.trim());
        if (match?.[1] && (match[2] === undefined || match[2] === fileName))
            return match[1].toLowerCase();
    }
    return undefined;
}

;// CONCATENATED MODULE: ./build/helm-version/helm-version.js
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

;// CONCATENATED MODULE: ./build/helm-version/wanted-version.js


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
        throw new errors/* UserError */.yo(`helm-version "${text}": only Helm 3 and Helm 4 are supported. ${validForms}`);
    }
    const exact = parseHelmVersion(text);
    if (exact === undefined || !/^v?\d+\.\d+\.\d+/.test(text)) {
        throw new errors/* UserError */.yo(`helm-version "${text}" is not a Helm version. ${validForms}`);
    }
    if (!isSupported(exact.major)) {
        throw new errors/* UserError */.yo(`helm-version "${text}": only Helm 3 and Helm 4 are supported. ${validForms}`);
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

// EXTERNAL MODULE: external "node:fs/promises"
var external_node_fs_promises_ = __webpack_require__(51455);
// EXTERNAL MODULE: external "node:os"
var external_node_os_ = __webpack_require__(48161);
// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __webpack_require__(77598);
// EXTERNAL MODULE: external "node:fs"
var external_node_fs_ = __webpack_require__(73024);
// EXTERNAL MODULE: external "node:stream"
var external_node_stream_ = __webpack_require__(57075);
// EXTERNAL MODULE: external "node:stream/promises"
var external_node_stream_promises_ = __webpack_require__(46466);
;// CONCATENATED MODULE: ./build/adapters/helm/download-file.js






const longestText = 64 * 1024;
/**
 * Downloads a file and gives its sha256 (64 hex digits). HTTPS_PROXY, HTTP_PROXY and NO_PROXY are honoured, redirects
 * followed. Server errors (5xx, 408, 429), resets and silence are tried again; 404 and the like are not.
 * @throws OutsideError with the URL, the reason and the next step.
 */
function downloadFile(url, destination, options) {
    return get(url, options, async (answer) => {
        const hash = (0,external_node_crypto_.createHash)("sha256");
        const hashing = new external_node_stream_.PassThrough();
        hashing.on("data", (chunk) => hash.update(chunk));
        await (0,external_node_stream_promises_.pipeline)(answer, hashing, (0,external_node_fs_.createWriteStream)(destination));
        return hash.digest("hex");
    });
}
/** Downloads a short text, on the same terms. */
function downloadText(url, options) {
    return get(url, options, async (answer) => {
        const chunks = [];
        let bytes = 0;
        for await (const chunk of answer) {
            chunks.push(chunk);
            bytes += chunk.length;
            if (bytes > longestText)
                throw new Refusal(`the answer has more than ${longestText} bytes, no checksum file has`);
        }
        return Buffer.concat(chunks).toString("utf8");
    });
}
/** An answer that another attempt would not change. */
class Refusal extends Error {
}
async function get(url, options, consume) {
    const pauses = options.pausesMs ?? [500, 2000];
    const silenceMs = options.silenceMs ?? 30_000;
    for (let attempt = 0;; attempt++) {
        try {
            return await getOnce(url, silenceMs, consume);
        }
        catch (error) {
            const pause = error instanceof Refusal ? undefined : pauses[attempt];
            if (pause === undefined) {
                const tries = attempt === 0 ? "" : ` (${attempt + 1} attempts)`;
                throw new errors/* OutsideError */.Cp({
                    system: "Helm download",
                    operation: `GET ${url}`,
                    reason: reasonOf(error, silenceMs) + tries,
                    next: options.next,
                    cause: error,
                });
            }
            options.log(`${url}: ${reasonOf(error, silenceMs)}; trying again in ${pause / 1000} s`);
            await (0,promises_.setTimeout)(pause);
        }
    }
}
async function getOnce(url, silenceMs, consume) {
    // Loaded here, since most runs find Helm on PATH and start-up time counts.
    const { HttpClient } = await Promise.resolve(/* import() */).then(__webpack_require__.bind(__webpack_require__, 22779));
    const client = new HttpClient("k8s-migrate", [], { socketTimeout: silenceMs, allowRetries: false });
    try {
        const { message } = await client.get(url);
        message.setTimeout(silenceMs, () => message.destroy(new Error(`no data for ${silenceMs / 1000} s`)));
        const status = message.statusCode ?? 0;
        if (status !== 200) {
            message.destroy();
            const text = `the server answered ${status} ${message.statusMessage ?? ""}`.trim();
            if (status >= 500 || status === 408 || status === 429)
                throw new Error(text);
            throw new Refusal(status === 404 ? `${text}: there is no such file` : text);
        }
        return await consume(message);
    }
    finally {
        client.dispose();
    }
}
/** Node gives a refused connection to a name with several addresses as an AggregateError without a message. */
function reasonOf(error, silenceMs) {
    if (error instanceof AggregateError && error.errors.length > 0)
        return reasonOf(error.errors[0], silenceMs);
    if (!(error instanceof Error))
        return String(error);
    if (error.message.startsWith("Request timeout:"))
        return `no answer for ${silenceMs / 1000} s`;
    return error.message || error.name;
}

;// CONCATENATED MODULE: ./build/adapters/helm/helm-releases.js
/**
 * What `helm-version: "4"` and `"3"` download, with the sha256 sums that Helm published for the archives. They are
 * compiled in, so that a mirror cannot choose them. No sum here is computed by us: each was found in two public places
 * at least, named below. A platform without two is left out, and its sum comes from the `.sha256sum` file then.
 */
const helmReleases = {
    // All six: Lumovi/Lumovi scripts/helm.ts.
    // Linux and macOS also: release notes of helm/helm v4.3.0, as quoted in walnuts1018/infra#2809 and vtmocanu/uzi#1437.
    // Windows also: microsoft/winget-pkgs manifests/h/Helm/Helm/4.3.0/Helm.Helm.installer.yaml.
    4: {
        version: "4.3.0",
        sha256: {
            "linux-amd64": "86584a54def73570558f66f5111cc53dfed56689637ae32c1201205d494f54fb",
            "linux-arm64": "31c5794dd55c66a51e6b7d2e2ac7a114ae8b1de41ff1d9ba51748ac973b06a08",
            "darwin-amd64": "347a784877e0e20eac865e8d1c36a80f6bb0861d6f29abd34defb6570ef95d92",
            "darwin-arm64": "d3870437e1e95b67f8edbde964156c84a26503f560821d40c542441658934fba",
            "windows-amd64": "304ea163cce4d9ad14e189c01846c6a34de9cfdfe48536ae54b2e8ba7884e67c",
            "windows-arm64": "4a9eefa30d26eb73900a9a0f16e97eae678582172204db60cbd454c68acea246",
        },
    },
    // All: release notes of helm/helm v3.22.0.
    // Linux and macOS also: MuratAlkan06/ml-observability-system deploy/eks/demo.sh.
    // Windows amd64 also: mnh-14/BUET-PaaS monitoring/documentation/step-4.md.
    // Windows arm64 was found in the release notes only.
    3: {
        version: "3.22.0",
        sha256: {
            "linux-amd64": "1e4ab49e429626cf6c6958d914248b78c9730803c2751b87627e171dc800e7bb",
            "linux-arm64": "f14e804dfee240f55525b667488fe9adca349e63e00c9af634c0beb1421ac310",
            "darwin-amd64": "bd1d09f316558dda23698527859600936fed1371021ce0f2272d66b2fdcfa69c",
            "darwin-arm64": "4c9982a6cdeb458b60258df66b55398ca5b19293f6877faffe2909ad6f23dfe0",
            "windows-amd64": "899615865726d39f9b245e71e848c5bf4adc7ed33a8c43ede660facb48151b43",
        },
    },
};
/** The compiled-in sum of one archive; undefined when it is not in the table. */
function knownSha256(version, platform) {
    return Object.values(helmReleases).find((release) => release.version === version)?.sha256[platform];
}

// EXTERNAL MODULE: external "node:child_process"
var external_node_child_process_ = __webpack_require__(31421);
;// CONCATENATED MODULE: ./build/adapters/helm/read-version.js


/** A binary that says nothing for this long is not a Helm that we can use; Helm itself answers in about 30 ms. */
const timeoutMs = 30_000;
/**
 * Asks a Helm binary for its version, or says in a few words why it does not tell. Never throws.
 * `--template` and `--short` take the same time (about 30 ms, both majors); only the first prints nothing but the version.
 */
function readHelmVersion(path, env) {
    return new Promise((resolve) => {
        (0,external_node_child_process_.execFile)(path, ["version", "--template", "{{.Version}}"], { env, timeout: timeoutMs, maxBuffer: 64 * 1024, windowsHide: true }, (error, stdout, stderr) => {
            if (error !== null)
                return resolve({ reason: explain(error, stderr) });
            const found = parseHelmVersion(stdout);
            resolve(found === undefined ? { reason: `it answers "${shorten(stdout)}" when asked for its version` } : { found });
        });
    });
}
function explain(error, stderr) {
    if (error.code === "ENOENT")
        return "there is no such file";
    if (error.code === "EACCES")
        return "it is not an executable file";
    if (error.killed === true)
        return `it did not tell its version within ${timeoutMs / 1000} s`;
    const said = shorten(stderr);
    if (typeof error.code === "number")
        return `"helm version" ended with exit code ${error.code}${said && `: ${said}`}`;
    return error.message;
}
function shorten(text) {
    const line = text.trim().split("\n")[0] ?? "";
    return line.length > 160 ? `${line.slice(0, 160)}...` : line;
}

;// CONCATENATED MODULE: ./build/adapters/helm/tool-cache.js





/** The name and layout in the runner's tool cache are those of azure/setup-helm, so that each finds the other's Helm. */
const tool = "helm";
/** The path of a Helm in the tool cache: that exact version, or the newest of that major version; undefined when none. */
async function findInToolCache(wish, platform, cacheFolder) {
    const { find } = await __webpack_require__.e(/* import() */ 805).then(__webpack_require__.bind(__webpack_require__, 59805));
    const spec = wish.kind === "exact" ? wish.version : `${wish.major}.x`;
    const folder = await withCacheFolder(cacheFolder, async () => find(tool, spec, process.arch));
    return folder === "" ? undefined : (0,external_node_path_.join)(folder, binaryInArchive(platform));
}
/** Unpacks a verified archive into `folder`. */
async function unpack(archive, folder) {
    const { extractTar, extractZip } = await __webpack_require__.e(/* import() */ 805).then(__webpack_require__.bind(__webpack_require__, 59805));
    await (archive.endsWith(".zip") ? extractZip(archive, folder) : extractTar(archive, folder));
}
/** Copies an unpacked archive into the tool cache and gives the path of the Helm there. */
async function keepInToolCache(unpacked, helm, cacheFolder) {
    const { cacheDir } = await __webpack_require__.e(/* import() */ 805).then(__webpack_require__.bind(__webpack_require__, 59805));
    const folder = await withCacheFolder(cacheFolder, () => cacheDir(unpacked, tool, helm.version, process.arch));
    return (0,external_node_path_.join)(folder, binaryInArchive(helm.platform));
}
/**
 * The runner's tool cache (RUNNER_TOOL_CACHE). Outside a runner: a folder under the system's temp folder that belongs to
 * this user alone, since anything found in it is run.
 * @throws UserError when that folder is there but others can write to it.
 */
async function toolCacheFolder(env) {
    if (env.RUNNER_TOOL_CACHE)
        return env.RUNNER_TOOL_CACHE;
    const uid = process.getuid?.();
    const folder = (0,external_node_path_.join)((0,external_node_os_.tmpdir)(), uid === undefined ? "k8s-migrate-tools" : `k8s-migrate-tools-${uid}`);
    await (0,external_node_fs_promises_.mkdir)(folder, { recursive: true, mode: 0o700 });
    const { uid: owner, mode } = await (0,external_node_fs_promises_.lstat)(folder).then((stats) => {
        if (!stats.isDirectory())
            throw unsafe(folder);
        return stats;
    });
    if (uid !== undefined && (owner !== uid || (mode & 0o022) !== 0))
        throw unsafe(folder);
    return folder;
}
function unsafe(folder) {
    return new errors/* UserError */.yo(`${folder} is not a folder that only you can write to, so no Helm is kept there. Remove it, or set RUNNER_TOOL_CACHE to a folder of your own.`);
}
/** @actions/tool-cache takes its folder from the process's environment only. */
async function withCacheFolder(folder, work) {
    const before = process.env.RUNNER_TOOL_CACHE;
    process.env.RUNNER_TOOL_CACHE = folder;
    try {
        return await work();
    }
    finally {
        if (before === undefined)
            delete process.env.RUNNER_TOOL_CACHE;
        else
            process.env.RUNNER_TOOL_CACHE = before;
    }
}

;// CONCATENATED MODULE: ./build/adapters/helm/download-helm.js









const officialSite = "https://get.helm.sh";
const baseSetting = "K8S_MIGRATE_HELM_BASE";
const otherWays = `put Helm on PATH, set helm-version to the path of a Helm binary, or set ${baseSetting} to a mirror of ${officialSite}.`;
const next = `P${otherWays.slice(1)}`;
/**
 * Downloads one Helm, verifies its sha256 before it is unpacked, puts it into the tool cache and gives its path there.
 * The site is https://get.helm.sh or what K8S_MIGRATE_HELM_BASE says. The sum is the compiled-in one; for a version
 * that is not in the table, the one in the `.sha256sum` file beside the archive.
 * @throws UserError when the setting is no URL. @throws OutsideError when the download fails or is not what it should be.
 */
async function downloadHelm(helm, { env, log }) {
    const name = archiveName(helm.version, helm.platform);
    const url = `${readBase(env)}/${name}`;
    const folder = await makeTempFolder(env);
    try {
        log(`Helm ${helm.version}: downloading ${url}`);
        const expected = await expectedSha256(helm, url, log);
        const archive = (0,external_node_path_.join)(folder, name);
        const sha256 = await downloadFile(url, archive, { log, next });
        if (sha256 !== expected.sha256) {
            throw new errors/* OutsideError */.Cp({
                system: "Helm download",
                operation: `verify ${url}`,
                reason: `wrong checksum: expected sha256 ${expected.sha256} (${expected.source}), got ${sha256}. Nothing was unpacked.`,
                next: `Try again. If it stays wrong, the site or a proxy changes the file: ${otherWays}`,
            });
        }
        log(`Helm ${helm.version}: sha256 ${sha256} is right (${expected.source})`);
        const unpacked = (0,external_node_path_.join)(folder, "unpacked");
        await unpack(archive, unpacked);
        await checkVersion(helm, { binary: (0,external_node_path_.join)(unpacked, binaryInArchive(helm.platform)), url, env });
        return await keepInToolCache(unpacked, helm, helm.cacheFolder);
    }
    finally {
        await (0,external_node_fs_promises_.rm)(folder, { recursive: true, force: true });
    }
}
async function expectedSha256({ version, platform }, url, log) {
    const known = knownSha256(version, platform);
    if (known !== undefined)
        return { sha256: known, source: "compiled in" };
    const sumUrl = `${url}.sha256sum`;
    const sha256 = parseSha256sum(await downloadText(sumUrl, { log, next }), archiveName(version, platform));
    if (sha256 === undefined) {
        throw new errors/* OutsideError */.Cp({
            system: "Helm download",
            operation: `GET ${sumUrl}`,
            reason: `the answer holds no sha256 of ${archiveName(version, platform)}`,
            next,
        });
    }
    return { sha256, source: `from ${sumUrl}` };
}
/** A mirror may hand out another version under this name, with a sum that fits. */
async function checkVersion({ version, platform }, { binary, url, env }) {
    const answer = await readHelmVersion(binary, env);
    if ("found" in answer && answer.found.version === version)
        return;
    const reason = "found" in answer
        ? `it holds Helm ${answer.found.version}, not ${version}`
        : `${binaryInArchive(platform)} in it: ${answer.reason}`;
    throw new errors/* OutsideError */.Cp({ system: "Helm download", operation: `check ${url}`, reason, next });
}
/** The download site without a slash at its end. What is refused is not quoted: there may be credentials in it. */
function readBase(env) {
    const setting = env[baseSetting]?.trim();
    if (!setting)
        return officialSite;
    const url = URL.canParse(setting) ? new URL(setting) : undefined;
    if (url === undefined || !/^https?:$/.test(url.protocol) || url.search !== "" || url.hash !== "") {
        throw new errors/* UserError */.yo(`${baseSetting} is not the address of a download site. Write it as ${officialSite} or https://mirror.example.com/helm, without "?" and "#".`);
    }
    if (url.username !== "" || url.password !== "") {
        throw new errors/* UserError */.yo(`${baseSetting} must not hold a user name or password, since every URL is logged. Use a mirror that this runner reaches without, or put Helm on PATH.`);
    }
    return url.href.replace(/\/+$/, "");
}
async function makeTempFolder(env) {
    const parent = env.RUNNER_TEMP || (0,external_node_os_.tmpdir)();
    await (0,external_node_fs_promises_.mkdir)(parent, { recursive: true });
    return (0,external_node_fs_promises_.mkdtemp)((0,external_node_path_.join)(parent, "k8s-migrate-helm-"));
}

;// CONCATENATED MODULE: ./build/adapters/helm/search-path.js



/** The first executable file of that name in the folders of PATH, as the system itself would find it; absolute or undefined. */
async function searchPath(name, env) {
    const file = process.platform === "win32" ? `${name}.exe` : name;
    for (const folder of (pathOf(env) ?? "").split(external_node_path_.delimiter)) {
        if (folder === "")
            continue;
        const candidate = (0,external_node_path_.resolve)(folder, file);
        if (await isExecutableFile(candidate))
            return candidate;
    }
    return undefined;
}
/** Windows writes it `Path`, and a copy of process.env no longer ignores the case of names. */
function pathOf(env) {
    if (env.PATH !== undefined || process.platform !== "win32")
        return env.PATH;
    const key = Object.keys(env).find((name) => name.toUpperCase() === "PATH");
    return key === undefined ? undefined : env[key];
}
async function isExecutableFile(path) {
    try {
        if (!(await (0,external_node_fs_promises_.stat)(path)).isFile())
            return false;
        await (0,external_node_fs_promises_.access)(path, external_node_fs_.constants.X_OK);
        return true;
    }
    catch {
        return false;
    }
}

;// CONCATENATED MODULE: ./build/adapters/helm/find-helm.js









/**
 * Finds the Helm that the input `helm-version` asks for ("4", "3", "4.1.4", "v4.1.4" or the path of a binary):
 * the path itself, else `helm` on PATH if its version fits, else the runner's tool cache, else a verified download.
 * @throws UserError when the input makes no sense or names no Helm. @throws OutsideError when the download fails.
 */
async function findHelm(wanted, context) {
    const wish = parseWantedHelm(wanted);
    if (wish.kind === "path")
        return helmAt(wish, context);
    const onPath = await helmOnPath(wish, context);
    if (onPath !== undefined)
        return onPath;
    const platform = helmPlatform(process.platform, process.arch);
    if (platform === undefined) {
        throw new errors/* UserError */.yo(`There is no Helm ${nameWanted(wish)} on PATH, and none is downloaded for ${process.platform} ${process.arch}. Put Helm on PATH, or set helm-version to the path of a Helm binary.`);
    }
    const cacheFolder = await toolCacheFolder(context.env);
    const place = { platform, cacheFolder };
    return (await helmInToolCache(wish, place, context)) ?? (await helmDownloaded(wish, place, context));
}
async function helmAt(wish, { env, log }) {
    const path = (0,external_node_path_.resolve)(wish.path);
    const answer = await readHelmVersion(path, env);
    if ("reason" in answer) {
        throw new errors/* UserError */.yo(`helm-version "${wish.path}" is not a Helm binary: ${path}: ${answer.reason}. Give the path of a Helm 3 or 4 binary, or a version such as "4" or "4.1.4".`);
    }
    if (!fits(wish, answer.found)) {
        throw new errors/* UserError */.yo(`helm-version "${wish.path}" is Helm ${answer.found.version}: only Helm 3 and Helm 4 are supported. Give the path of one of these, or a version such as "4" or "4.1.4".`);
    }
    log(`Helm ${answer.found.version}: ${path}, as helm-version says`);
    return asHelm(path, answer.found, "input");
}
async function helmOnPath(wish, { env, log }) {
    const path = await searchPath("helm", env);
    if (path === undefined)
        return undefined;
    const answer = await readHelmVersion(path, env);
    if ("reason" in answer) {
        log(`Helm on PATH is skipped: ${path}: ${answer.reason}`);
        return undefined;
    }
    if (!fits(wish, answer.found)) {
        log(`Helm on PATH is skipped: ${path} is ${answer.found.version}, helm-version asks for ${nameWanted(wish)}`);
        return undefined;
    }
    log(`Helm ${answer.found.version}: ${path}, found on PATH`);
    return asHelm(path, answer.found, "path");
}
async function helmInToolCache(wish, place, { env, log }) {
    const path = await findInToolCache(wish, place.platform, place.cacheFolder);
    if (path === undefined)
        return undefined;
    const answer = await readHelmVersion(path, env);
    if ("reason" in answer || !fits(wish, answer.found)) {
        const reason = "reason" in answer ? answer.reason : `it is ${answer.found.version}`;
        log(`Helm in the tool cache is skipped: ${path}: ${reason}`);
        return undefined;
    }
    log(`Helm ${answer.found.version}: ${path}, found in the tool cache`);
    return asHelm(path, answer.found, "tool-cache");
}
async function helmDownloaded(wish, place, context) {
    const version = wish.kind === "exact" ? wish.version : helmReleases[wish.major].version;
    const path = await downloadHelm({ version, ...place }, context);
    context.log(`Helm ${version}: ${path}, downloaded`);
    return { path, version, major: wish.major, source: "download" };
}
function asHelm(path, found, source) {
    return { path, version: found.version, major: found.major, source };
}

// EXTERNAL MODULE: ./node_modules/@actions/exec/lib/exec.js + 1 modules
var exec = __webpack_require__(41955);
;// CONCATENATED MODULE: ./build/adapters/helm/run-helm.js


/**
 * Without it Helm asks the API server five times a second at most once its burst of 100 is used up, and waits a minute
 * over a chart of 500 objects. 50 is Flux's own: https://github.com/fluxcd/pkg/pull/242. The step's HELM_QPS wins, and
 * helm-args do.
 */
const REQUEST_RATE = { HELM_QPS: "50" };
/** Runs Helm with an argument list, never through a shell. Resolves to its stdout; fails with `OutsideError` in Helm's own words. */
async function runHelm(program, operation, args) {
    const { exitCode, stdout, stderr } = await (0,exec/* getExecOutput */.H)(program.path, [...args], {
        silent: true,
        ignoreReturnCode: true,
        env: { ...REQUEST_RATE, ...program.env },
        listeners: { errline: (line) => isProgress(line) && program.onLine(line) },
    });
    if (exitCode === 0)
        return stdout;
    throw new errors/* OutsideError */.Cp({ system: "Helm", operation, reason: helmReason(stderr) || `it ended with code ${exitCode}` });
}
/** Helm's error is reported once, as the failure; all else on stderr is worth a line while it runs. */
function isProgress(line) {
    return line.trim() !== "" && !line.startsWith("Error:");
}
/** Helm's message: all from its last `Error:` on. Warnings before it are in the log already. */
function helmReason(stderr) {
    const start = stderr.lastIndexOf("Error:");
    return (start === -1 ? stderr : stderr.slice(start + "Error:".length)).trim();
}

;// CONCATENATED MODULE: ./build/adapters/helm/helm-charts.js





/** Charts from disk, and from anywhere that `helm pull` reaches. */
function helmCharts(program, { folder, extraArguments }) {
    return {
        async fetch(reference) {
            if (reference.kind === "folder")
                return { path: reference.text, digest: await folderDigest(reference.text) };
            if (reference.kind === "archive")
                return { path: reference.text, digest: await fileDigest(reference.text) };
            const path = await pull(reference);
            return { path, digest: await fileDigest(path) };
        },
    };
    async function pull(reference) {
        const destination = await (0,external_node_fs_promises_.mkdtemp)((0,external_node_path_.join)(folder, "chart-"));
        const operation = `pull chart ${reference.text}`;
        const repository = reference.kind === "repository" ? reference.repository : undefined;
        await runHelm(program, operation, [
            "pull",
            reference.text,
            ...(reference.version === undefined ? [] : [`--version=${reference.version}`]),
            ...(repository === undefined ? [] : [`--repo=${repository}`]),
            `--destination=${destination}`,
            ...extraArguments,
        ]);
        const archive = (await (0,external_node_fs_promises_.readdir)(destination)).find((file) => file.endsWith(".tgz"));
        if (archive === undefined) {
            throw new errors/* OutsideError */.Cp({ system: "Helm", operation, reason: "it ended well, but wrote no .tgz" });
        }
        return (0,external_node_path_.join)(destination, archive);
    }
}
/** SHA-256 of a packed chart, as `sha256sum` and OCI registries give it for the chart's layer. */
async function fileDigest(path) {
    return `sha256:${(0,external_node_crypto_.createHash)("sha256")
        .update(await (0,external_node_fs_promises_.readFile)(path))
        .digest("hex")}`;
}
/**
 * SHA-256 over the names and contents of all files, in the order of their names: the same on every machine for the
 * same files, which the bytes of `helm package` are not (they hold times).
 */
async function folderDigest(folder) {
    const files = await filesBelow(folder, "");
    if (!files.includes("Chart.yaml"))
        throw new errors/* UserError */.yo(`chart: ${folder} holds no Chart.yaml`);
    const hash = (0,external_node_crypto_.createHash)("sha256");
    for (const file of files) {
        const content = await (0,external_node_fs_promises_.readFile)((0,external_node_path_.join)(folder, file));
        hash.update(`${file}\0${content.length}\0`).update(content);
    }
    return `sha256:${hash.digest("hex")}`;
}
async function filesBelow(root, folder) {
    const files = [];
    for (const name of (await (0,external_node_fs_promises_.readdir)((0,external_node_path_.join)(root, folder))).toSorted()) {
        const path = external_node_path_.posix.join(folder, name);
        const found = await (0,external_node_fs_promises_.stat)((0,external_node_path_.join)(root, path));
        if (found.isDirectory())
            files.push(...(await filesBelow(root, path)));
        else
            files.push(path);
    }
    return files;
}

;// CONCATENATED MODULE: ./build/adapters/helm/helm-cli.js

/** Helm 3 or 4 as a program. */
function helmCli(program, version) {
    return {
        ...version,
        async upgradeInstall(request) {
            const { release, namespace, kubeContext } = request;
            await runHelm(program, `upgrade --install ${release} in namespace ${namespace}`, [
                "upgrade",
                release,
                request.chartPath,
                "--install",
                `--namespace=${namespace}`,
                `--kubeconfig=${request.kubeconfig}`,
                ...(kubeContext === "" ? [] : [`--kube-context=${kubeContext}`]),
                "--wait",
                ...valuesPolicy(request.extraArguments),
                `--timeout=${Math.ceil(request.timeoutMs / 1000)}s`,
                `--history-max=${request.historyMax}`,
                ...request.valueFiles.map((file) => `--values=${asField(file)}`),
                ...request.set.map((assignment) => `--set=${assignment}`),
                ...request.setString.map((assignment) => `--set-string=${assignment}`),
                ...request.extraArguments,
            ]);
        },
    };
}
/** Helm reads `--values` as a list with commas; quoted, a path stays one whatever it holds. */
function asField(path) {
    return `"${path.replaceAll('"', '""')}"`;
}
/** Helm given no values takes those of the last revision: a value that a workflow drops would stay for ever. */
function valuesPolicy(extraArguments) {
    const reuses = /^--(reuse-values|reset-then-reuse-values)(=|$)/;
    return extraArguments.some((argument) => reuses.test(argument)) ? [] : ["--reset-values"];
}

// EXTERNAL MODULE: ./build/adapters/kubernetes/client.js
var kubernetes_client = __webpack_require__(57459);
// EXTERNAL MODULE: ./build/adapters/kubernetes/api-errors.js
var api_errors = __webpack_require__(14520);
;// CONCATENATED MODULE: ./build/adapters/kubernetes/listing.js

/** The live objects of one kind: one list call a namespace, so that hundreds of objects cost no more than one. */
async function ofKind(objects, kind, list) {
    const wanted = objects.filter((object) => object.kind === kind);
    const namespaces = [...new Set(wanted.map((object) => object.namespace))];
    const found = await Promise.all(namespaces.map(async (namespace) => {
        const items = await listed(`list ${kind} objects in namespace ${namespace}`, list(namespace));
        const byName = new Map(items.map((item) => [item.metadata?.name, item]));
        return wanted
            .filter((object) => object.namespace === namespace)
            .flatMap((object) => {
            const live = byName.get(object.name);
            return live === undefined ? [] : { object, live };
        });
    }));
    return found.flat();
}
/** The items of a list call. A login that may not list a kind still deploys: that part of the report stays empty. */
async function listed(operation, call) {
    try {
        return (await call).items;
    }
    catch (error) {
        const status = (0,api_errors/* apiStatus */.$)(error);
        if (status === 403 || status === 404)
            return [];
        throw (0,api_errors/* apiError */.p)(operation, error);
    }
}

;// CONCATENATED MODULE: ./build/workloads/workload.js
/** A line for each workload whose ready count is another than before. `before` maps `namespace/kind/name` to `ready/wanted`, and is updated. */
function progressLines(workloads, before) {
    const lines = [];
    for (const { kind, namespace, name, ready, wanted } of workloads) {
        const key = `${namespace}/${kind}/${name}`;
        const now = `${ready}/${wanted}`;
        if (before.get(key) === now)
            continue;
        before.set(key, now);
        lines.push(`${kind} ${name}: ${now} ${kind === "Job" ? "succeeded" : "ready"}`);
    }
    return lines;
}
/** The digest in an `imageID` such as `docker.io/library/nginx@sha256:…`; empty where there is none. */
function digestOf(imageId) {
    return /sha256:[0-9a-f]{64}$/.exec(imageId)?.[0] ?? "";
}

;// CONCATENATED MODULE: ./build/adapters/kubernetes/live-workloads.js


/** Deployments, StatefulSets, DaemonSets and Jobs: how many pods are ready, and which images they run. */
function clusterWorkloads({ core, apps, batch, }) {
    return {
        async readiness(objects) {
            return (await find(objects)).map((found) => asWorkload(found, []));
        },
        async workloads(objects) {
            const all = await find(objects);
            const namespaces = [...new Set(all.map(({ object }) => object.namespace))];
            const pods = await Promise.all(namespaces.map((namespace) => listed(`list pods in namespace ${namespace}`, core.listNamespacedPod({ namespace }))));
            return all.map((found) => asWorkload(found, imagesOf(found, pods.flat())));
        },
    };
    async function find(objects) {
        const [deployments, statefulSets, daemonSets, jobs] = await Promise.all([
            ofKind(objects, "Deployment", (namespace) => apps.listNamespacedDeployment({ namespace })),
            ofKind(objects, "StatefulSet", (namespace) => apps.listNamespacedStatefulSet({ namespace })),
            ofKind(objects, "DaemonSet", (namespace) => apps.listNamespacedDaemonSet({ namespace })),
            ofKind(objects, "Job", (namespace) => batch.listNamespacedJob({ namespace })),
        ]);
        return [
            ...[...deployments, ...statefulSets].map(({ object, live }) => {
                const { replicas = 0, updatedReplicas = 0, readyReplicas = 0 } = live.status ?? {};
                const ready = newAndReady({ all: replicas, updated: updatedReplicas, ready: readyReplicas });
                return { object, live, ready, wanted: live.spec?.replicas ?? 1 };
            }),
            ...daemonSets.map(({ object, live }) => {
                const { currentNumberScheduled = 0, updatedNumberScheduled = 0, numberReady = 0 } = live.status ?? {};
                const ready = newAndReady({ all: currentNumberScheduled, updated: updatedNumberScheduled, ready: numberReady });
                return { object, live, ready, wanted: live.status?.desiredNumberScheduled ?? 0 };
            }),
            ...jobs.map(({ object, live }) => {
                return { object, live, ready: live.status?.succeeded ?? 0, wanted: live.spec?.completions ?? 1 };
            }),
        ];
    }
}
/**
 * How many new pods are ready, at least: a status counts ready pods of both generations while a rollout goes on, and old
 * ones mostly are ready.
 */
function newAndReady(pods) {
    return Math.max(0, pods.ready - (pods.all - pods.updated));
}
function asWorkload({ object, ready, wanted }, images) {
    const { kind, namespace, name } = object;
    return { kind, namespace, name, ready, wanted, images };
}
function imagesOf({ object, live }, pods) {
    const own = pods.filter((pod) => pod.metadata?.namespace === object.namespace && selects(live.spec?.selector, pod));
    return (live.spec?.template?.spec?.containers ?? []).map(({ name, image = "" }) => {
        const running = own
            .filter((pod) => pod.spec?.containers.some((each) => each.name === name && each.image === image))
            .flatMap((pod) => pod.status?.containerStatuses ?? [])
            .find((status) => status.name === name && digestOf(status.imageID) !== "");
        const digest = running ? digestOf(running.imageID) : "";
        return { workload: `${object.kind}/${object.name}`, container: name, image, digest };
    });
}
function selects(selector, pod) {
    const wanted = Object.entries(selector?.matchLabels ?? {});
    return wanted.length > 0 && wanted.every(([key, value]) => pod.metadata?.labels?.[key] === value);
}

;// CONCATENATED MODULE: ./build/adapters/kubernetes/live-objects.js


/** The live state of a release's objects in a real cluster. */
function clusterObjects(client) {
    const { batch, networking, custom } = client;
    return {
        ...clusterWorkloads(client),
        async cronJobs(objects) {
            const found = await ofKind(objects, "CronJob", (namespace) => batch.listNamespacedCronJob({ namespace }));
            return found.map(({ object, live }) => ({
                namespace: object.namespace,
                name: object.name,
                schedule: live.spec?.schedule ?? "",
                timeZone: live.spec?.timeZone ?? "",
                suspend: live.spec?.suspend ?? false,
                lastScheduleTime: live.status?.lastScheduleTime?.toISOString() ?? "",
            }));
        },
        async urls(objects) {
            const routes = { group: "gateway.networking.k8s.io", version: "v1", plural: "httproutes" };
            const [ingresses, httpRoutes] = await Promise.all([
                ofKind(objects, "Ingress", (namespace) => networking.listNamespacedIngress({ namespace })),
                ofKind(objects, "HTTPRoute", (namespace) => custom.listNamespacedCustomObject({ ...routes, namespace })),
            ]);
            const found = [
                ...ingresses.flatMap(({ live }) => ingressUrls(live)),
                ...httpRoutes.flatMap(({ live }) => (live.spec?.hostnames ?? []).map((host) => `https://${host}/`)),
            ];
            return [...new Set(found)];
        },
    };
}
function ingressUrls({ spec }) {
    const secured = new Set(spec?.tls?.flatMap((tls) => tls.hosts ?? []));
    return (spec?.rules ?? []).flatMap(({ host, http }) => {
        if (host === undefined)
            return [];
        return `${secured.has(host) ? "https" : "http"}://${host}${http?.paths[0]?.path ?? "/"}`;
    });
}

;// CONCATENATED MODULE: ./build/adapters/kubernetes/namespaces.js


/** Namespaces of a real cluster. */
function clusterNamespaces({ core }) {
    return {
        async ensure(name, { create, labels }) {
            let found = await readLabels(name);
            if (found === "missing") {
                if (!create)
                    throw new errors/* UserError */.yo(`namespace: ${name} does not exist. Create it, or set create-namespace: true`);
                if (await createNamespace(name, labels))
                    return "created";
                found = await readLabels(name);
            }
            if (found === "forbidden" || found === "missing")
                return "unreadable";
            const has = found;
            const wrong = Object.entries(labels).filter(([key, value]) => has[key] !== value);
            if (wrong.length === 0)
                return "unchanged";
            return label(name, Object.fromEntries(wrong));
        },
    };
    async function readLabels(name) {
        try {
            return (await core.readNamespace({ name })).metadata?.labels ?? {};
        }
        catch (error) {
            if ((0,api_errors/* apiStatus */.$)(error) === 404)
                return "missing";
            if ((0,api_errors/* apiStatus */.$)(error) === 403)
                return "forbidden";
            throw (0,api_errors/* apiError */.p)(`read namespace ${name}`, error);
        }
    }
    /** False when another deploy into the same new namespace was quicker: that one's labels are not ours. */
    async function createNamespace(name, labels) {
        try {
            await core.createNamespace({ body: { metadata: { name, labels: { ...labels } } } });
            return true;
        }
        catch (error) {
            if ((0,api_errors/* apiStatus */.$)(error) === 409)
                return false;
            throw (0,api_errors/* apiError */.p)(`create namespace ${name}`, error);
        }
    }
    async function label(name, labels) {
        const { PatchStrategy, setHeaderOptions } = await __webpack_require__.e(/* import() */ 655).then(__webpack_require__.bind(__webpack_require__, 29655));
        try {
            await core.patchNamespace({ name, body: { metadata: { labels } } }, setHeaderOptions("Content-Type", PatchStrategy.MergePatch));
            return "labelled";
        }
        catch (error) {
            if ((0,api_errors/* apiStatus */.$)(error) === 403)
                return "unlabelled";
            throw (0,api_errors/* apiError */.p)(`label namespace ${name}`, error);
        }
    }
}

// EXTERNAL MODULE: external "node:zlib"
var external_node_zlib_ = __webpack_require__(38522);
;// CONCATENATED MODULE: ./build/release/release.js
/** Helm's own words for the state of a revision: https://github.com/helm/helm/blob/main/pkg/release/common/status.go */
const RELEASE_STATUSES = [
    "unknown",
    "deployed",
    "uninstalled",
    "superseded",
    "failed",
    "uninstalling",
    "pending-install",
    "pending-upgrade",
    "pending-rollback",
];
/** All that an install or an upgrade to this revision makes: the manifest's objects and those of its hooks, as YAML documents. */
function madeBy(action, { manifest, hooks }) {
    const run = hooks.filter(({ events }) => events.includes(`pre-${action}`) || events.includes(`post-${action}`));
    return [manifest, ...run.map((hook) => hook.manifest)].join("\n---\n");
}
/** The newest revision, or none when the release does not exist. */
function newest(history) {
    return history.reduce((best, each) => (best && best.revision > each.revision ? best : each), undefined);
}
/** The revision that serves now, if one does. */
function deployedRevision(history) {
    return newest(history.filter((each) => each.status === "deployed"));
}
/** What a deploy will be to Helm: an install where no revision is there, or only uninstalled ones. */
function deployAction(history) {
    const last = newest(history);
    return last === undefined || last.status === "uninstalled" ? "install" : "upgrade";
}

;// CONCATENATED MODULE: ./build/adapters/kubernetes/release-secrets.js




const RECORD_TYPE = "k8s-migrate.dev/deploy-record.v1";
/** Metadata without data: a history of 100 revisions may hold 100 MB of manifests. */
const METADATA_ONLY = "application/json;as=PartialObjectMetadataList;g=meta.k8s.io;v=v1";
/**
 * Releases as Helm's default storage driver keeps them: a Secret a revision, with the state in its labels.
 * https://helm.sh/docs/topics/advanced/#storage-backends
 */
function releaseSecrets({ core }) {
    return { history, read, writeRecord, readRecord };
    async function history(release, namespace) {
        const { setHeaderOptions } = await __webpack_require__.e(/* import() */ 655).then(__webpack_require__.bind(__webpack_require__, 29655));
        try {
            const secrets = await core.listNamespacedSecret({ namespace, labelSelector: `owner=helm,name=${release}` }, setHeaderOptions("Accept", METADATA_ONLY));
            // The API server writes an empty list of metadata as null.
            return (secrets.items ?? [])
                .map(({ metadata }) => ({
                revision: Number(metadata?.labels?.version),
                status: asStatus(metadata?.labels?.status),
            }))
                .toSorted((a, b) => a.revision - b.revision);
        }
        catch (error) {
            throw (0,api_errors/* apiError */.p)(`list the revisions of ${release} in namespace ${namespace}`, error);
        }
    }
    async function read(release, namespace, revision) {
        const data = await readSecret(namespace, releaseSecretName(release, revision));
        return data?.release === undefined ? undefined : decodeRelease(data.release);
    }
    async function writeRecord(record) {
        const { release, namespace, revision } = record;
        const operation = `record the deploy of ${release} revision ${revision} in namespace ${namespace}`;
        try {
            const owner = await core.readNamespacedSecret({ namespace, name: releaseSecretName(release, revision) });
            const secret = {
                namespace,
                body: {
                    type: RECORD_TYPE,
                    metadata: {
                        name: recordName(release, revision),
                        labels: { "app.kubernetes.io/managed-by": "k8s-migrate", "k8s-migrate.dev/release": release },
                        // Helm prunes old revisions and removes all on uninstall: the garbage collector then takes the record too.
                        ownerReferences: [
                            { apiVersion: "v1", kind: "Secret", name: owner.metadata?.name ?? "", uid: owner.metadata?.uid ?? "" },
                        ],
                    },
                    stringData: { record: JSON.stringify(record) },
                },
            };
            await core.createNamespacedSecret(secret).catch(async (error) => {
                if ((0,api_errors/* apiStatus */.$)(error) !== 409)
                    throw error;
                // Of an uninstalled release of this name. A new object: the collector may be about to delete the old one.
                await deleteRecord(namespace, secret.body.metadata.name);
                await core.createNamespacedSecret(secret);
            });
        }
        catch (error) {
            throw (0,api_errors/* apiError */.p)(operation, error);
        }
    }
    async function deleteRecord(namespace, name) {
        try {
            await core.deleteNamespacedSecret({ namespace, name });
        }
        catch (error) {
            if ((0,api_errors/* apiStatus */.$)(error) !== 404)
                throw error;
        }
    }
    async function readRecord(release, namespace, revision) {
        const data = await readSecret(namespace, recordName(release, revision));
        return data?.record === undefined
            ? undefined
            : JSON.parse(Buffer.from(data.record, "base64").toString());
    }
    async function readSecret(namespace, name) {
        try {
            return (await core.readNamespacedSecret({ namespace, name })).data ?? {};
        }
        catch (error) {
            if ((0,api_errors/* apiStatus */.$)(error) === 404)
                return undefined;
            throw (0,api_errors/* apiError */.p)(`read Secret ${name} in namespace ${namespace}`, error);
        }
    }
}
function releaseSecretName(release, revision) {
    return `sh.helm.release.v1.${release}.v${revision}`;
}
function recordName(release, revision) {
    return `k8s-migrate.${release}.v${revision}`;
}
/** Helm's form: JSON, gzipped, base64, and base64 once more as all Secret data. */
function decodeRelease(data) {
    try {
        const zipped = Buffer.from(Buffer.from(data, "base64").toString(), "base64");
        const stored = JSON.parse((0,external_node_zlib_.gunzipSync)(zipped).toString());
        const { name, version, appVersion } = stored.chart.metadata;
        return {
            name: stored.name,
            namespace: stored.namespace,
            revision: stored.version,
            status: asStatus(stored.info.status),
            description: stored.info.description ?? "",
            deployedAt: stored.info.last_deployed,
            chart: { name, version, appVersion: appVersion ?? "" },
            manifest: stored.manifest ?? "",
            hooks: (stored.hooks ?? []).map(({ events, manifest }) => ({ events: events ?? [], manifest: manifest ?? "" })),
        };
    }
    catch (error) {
        throw new errors/* OutsideError */.Cp({
            system: "Helm",
            operation: "read a stored release",
            reason: "its Secret is not in the form of Helm 3 and 4",
            next: "look at it with: helm history RELEASE -n NAMESPACE",
            cause: error,
        });
    }
}
function asStatus(text) {
    return RELEASE_STATUSES.find((status) => status === text) ?? "unknown";
}

// EXTERNAL MODULE: ./build/adapters/private-folder.js
var private_folder = __webpack_require__(32699);
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

// EXTERNAL MODULE: ./node_modules/yaml/dist/index.js
var dist = __webpack_require__(38815);
;// CONCATENATED MODULE: ./build/workloads/objects.js

/** What a deploy looks at; the other documents of a manifest are never parsed, since a release may hold hundreds. */
const READ_KINDS = new Set(["Deployment", "StatefulSet", "DaemonSet", "Job", "CronJob", "Ingress", "HTTPRoute"]);
/**
 * The objects of a rendered manifest (YAML documents, JSON ones and Lists among them) that a deploy watches or reports.
 * Objects without a namespace of their own are in the release's.
 */
function objectsOf(manifest, releaseNamespace) {
    return manifest
        .split(/^---\s*$/m)
        .filter(isRead)
        .flatMap((document) => flat(read(document)))
        .flatMap(({ apiVersion, kind, metadata }) => {
        if (!metadata?.name || !kind || !READ_KINDS.has(kind))
            return [];
        const namespace = metadata.namespace ?? releaseNamespace;
        return { apiVersion: apiVersion ?? "", kind, namespace, name: metadata.name };
    });
}
/** Tells by the text alone: most documents need no parser. */
function isRead(document) {
    if (/^\s*\{/.test(document.replace(/^\s*#.*$/gm, "")))
        return true;
    const kind = /^["']?kind["']?:\s*["']?(\w+)/m.exec(document)?.[1] ?? "";
    return READ_KINDS.has(kind) || kind.endsWith("List");
}
function flat(object) {
    if (object === null)
        return [];
    return Array.isArray(object.items) ? object.items.flatMap(flat) : [object];
}
/** Helm and Kubernetes took the document, so a key that is there twice is none of our business; nor is what YAML 1.2 refuses. */
function read(text) {
    const document = (0,dist/* parseDocument */.Tp)(text, { uniqueKeys: false });
    return document.errors.length > 0 ? null : document.toJS();
}

;// CONCATENATED MODULE: ./build/playbook/watch-progress.js



const POLL_MS = 1000;
/**
 * Logs a line whenever a workload's ready count changes, until the signal fires. Helm stores a revision before it
 * creates the objects, so the first revision newer than `after` tells which workloads to look at.
 * Never fails: progress is a service to the reader, and Helm's own result decides.
 */
async function watchProgress(watched, ports) {
    const { release, namespace, action, after, signal } = watched;
    const seen = new Map();
    let objects;
    for (;;) {
        await ports.clock.sleep(POLL_MS, signal);
        if (signal.aborted)
            return;
        try {
            objects ??= await objectsOfNewRevision();
            if (objects === undefined)
                continue;
            const workloads = await ports.live.readiness(objects);
            if (!signal.aborted)
                for (const line of progressLines(workloads, seen))
                    ports.log.info(line);
        }
        catch (error) {
            ports.log.debug(`No progress this time: ${error instanceof Error ? error.message : String(error)}`);
        }
    }
    async function objectsOfNewRevision() {
        const last = newest(await ports.releases.history(release, namespace));
        if (last === undefined || last.revision <= after)
            return undefined;
        const made = await ports.releases.read(release, namespace, last.revision);
        return made && objectsOf(madeBy(action, made), namespace);
    }
}

;// CONCATENATED MODULE: ./build/playbook/deploy-release.js




/**
 * Installs or upgrades a release and waits until it is ready, then reads back what the cluster has.
 * A failure of Helm is a result, not an error, since what is left in the cluster is worth reporting.
 * Anything that fails before Helm starts is thrown: nothing was changed then but the namespace.
 */
async function deployRelease(request, ports) {
    const { helm, charts, releases, log } = ports;
    const { release, namespace } = request;
    const timed = stopwatch(ports.clock);
    const [history, chart] = await timed("preparation", async () => {
        const [found, fetched] = await Promise.all([releases.history(release, namespace), charts.fetch(request.chart)]);
        await prepareNamespace(request, ports);
        return [found, fetched];
    });
    const before = newest(history);
    const action = deployAction(history);
    log.info(before
        ? `Found ${release} at revision ${before.revision}: ${before.status}`
        : `Found no release ${release} in ${namespace}`);
    log.info(`${action === "install" ? "Installing" : "Upgrading"} ${release} in ${namespace} with Helm ${helm.version}`);
    const failure = await timed("rollout", async () => {
        const ended = new AbortController();
        const progress = watchProgress({ release, namespace, action, after: before?.revision ?? 0, signal: ended.signal }, ports);
        try {
            await helm.upgradeInstall({ ...request, chartPath: chart.path });
            return undefined;
        }
        catch (error) {
            return { error };
        }
        finally {
            ended.abort();
            await progress;
        }
    });
    const result = await timed("read-back", async () => {
        const made = await readBack(request, ports, before);
        const live = await readLive(action, made, ports);
        const failed = failure ?? notOurs(made);
        if (made && !failed) {
            const { name, version, appVersion } = made.chart;
            const source = {
                source: request.chart.text,
                repository: "repository" in request.chart ? (request.chart.repository ?? "") : "",
            };
            await attempt("keep a record of this deploy, which promotion reads", log, () => releases.writeRecord({
                schemaVersion: 1,
                release,
                namespace,
                revision: made.revision,
                deployedAt: made.deployedAt,
                helmVersion: helm.version,
                chart: { ...source, name, version, appVersion, digest: chart.digest },
                images: live.workloads.flatMap((workload) => workload.images),
                ...request.record,
            }));
        }
        return { made, live, failed };
    });
    return {
        status: result.failed ? "failed" : "deployed",
        action,
        found: before,
        previousRevision: deployedRevision(history)?.revision,
        release: result.made,
        chartDigest: chart.digest,
        ...result.live,
        durations: timed.parts,
        ...(result.failed ? { error: result.failed.error } : {}),
    };
}
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
/** The newest revision, when it is newer than what was found. */
async function readBack({ release, namespace }, { releases }, before) {
    const last = newest(await releases.history(release, namespace));
    if (last === undefined || last.revision <= (before?.revision ?? 0))
        return undefined;
    return releases.read(release, namespace, last.revision);
}
async function readLive(action, release, { live, log }) {
    const none = { workloads: [], cronJobs: [], urls: [] };
    if (release === undefined)
        return none;
    const objects = objectsOf(madeBy(action, release), release.namespace);
    const found = await attempt("read what the cluster runs now", log, async () => {
        const [workloads, cronJobs, urls] = await Promise.all([
            live.workloads(objects),
            live.cronJobs(objects),
            live.urls(objects),
        ]);
        return { workloads, cronJobs, urls };
    });
    return found ?? none;
}
/** Helm has ended by now, and its result stands: what only reports may fail with a warning. */
async function attempt(what, log, work) {
    try {
        return await work();
    }
    catch (error) {
        log.warn(`Could not ${what}: ${(0,errors/* describeError */.Uc)(error)}`);
        return undefined;
    }
}
/** Helm ended well, yet the cluster does not have a new deployed revision: somebody else was there in between. */
function notOurs(made) {
    if (made?.status === "deployed")
        return undefined;
    const state = made ? `revision ${made.revision} is ${made.status}` : "there is no new revision";
    return {
        error: new Error(`Helm reported success, but ${state}. Another deploy of this release ran at the same time`),
    };
}
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

;// CONCATENATED MODULE: ./build/duration/duration.js
const UNITS_MS = { ms: 1, s: 1000, m: 60_000, h: 3_600_000 };
const PART = /(\d+(?:\.\d+)?)(ms|h|m|s)/g;
/**
 * Reads a duration in Helm's form, such as `5m`, `1h30m` or `90s`. Returns milliseconds.
 * `undefined` when the text is not one, or is zero: Helm 3 and 4 treat zero differently, and neither waits as one would expect.
 */
function parseDuration(text) {
    if (!/^(\d+(\.\d+)?(ms|h|m|s))+$/.test(text))
        return undefined;
    let total = 0;
    for (const [, amount, unit] of text.matchAll(PART))
        total += Number(amount) * UNITS_MS[unit];
    return total > 0 ? total : undefined;
}
/** A duration for people: `850 ms`, `12.3 s`, `4 min 5 s`. */
function formatDuration(milliseconds) {
    if (milliseconds < 1000)
        return `${Math.round(milliseconds)} ms`;
    if (milliseconds < 60_000)
        return `${(milliseconds / 1000).toFixed(1)} s`;
    const seconds = Math.round(milliseconds / 1000);
    return `${Math.floor(seconds / 60)} min ${seconds % 60} s`;
}

;// CONCATENATED MODULE: ./build/playbook/report/markdown.js
/** A Markdown table. Cells are escaped, so that no value can break out of its column. */
function table(header, rows) {
    const line = (cells) => `| ${cells.map(cell).join(" | ")} |`;
    return [line(header), `|${header.map(() => " --- |").join("")}`, ...rows.map(line)].join("\n");
}
/** Text as code, whatever backticks it holds. */
function code(text) {
    if (text === "")
        return "";
    const longest = Math.max(0, ...[...text.matchAll(/`+/g)].map((run) => run[0].length));
    const fence = "`".repeat(longest + 1);
    return longest === 0 ? `${fence}${text}${fence}` : `${fence} ${text} ${fence}`;
}
/** A block of text as it is, folded under a title. */
function folded(title, text) {
    const longest = Math.max(2, ...[...text.matchAll(/`+/g)].map((run) => run[0].length));
    const fence = "`".repeat(longest + 1);
    return `<details><summary>${title}</summary>\n\n${fence}text\n${text}\n${fence}\n\n</details>`;
}
function cell(text) {
    return text.replaceAll("|", "\\|").replace(/\r?\n/g, "<br>");
}

;// CONCATENATED MODULE: ./build/playbook/report/deploy-summary.js


/** The job summary of a deploy, as Markdown. */
function deploySummary(result, subject) {
    const parts = [
        heading(result, subject),
        table(["What", "Value"], facts(result, subject)),
        result.status === "failed" ? folded("What Helm said", subject.error) : "",
        section("Workloads", ["Workload", "Ready", "Image", "Digest"], workloadRows(result)),
        section("URLs", ["URL"], result.urls.map((url) => [url])),
        section("CronJobs", ["CronJob", "Schedule", "State", "Last run"], cronJobRows(result)),
    ];
    return `${parts.filter((part) => part !== "").join("\n\n")}\n`;
}
/** The job summary of a deploy that ended before Helm could start. */
function notStartedSummary({ release, namespace }, error) {
    return `${failedHeading(release, namespace)}\n\n${folded("What went wrong", error)}\n`;
}
function failedHeading(release, namespace) {
    return `### ❌ ${release} was not deployed to ${namespace}`;
}
function heading(result, { release, namespace }) {
    if (result.status === "failed")
        return failedHeading(release, namespace);
    return `### ✅ ${release} ${result.action === "install" ? "installed" : "upgraded"} in ${namespace}`;
}
function facts(result, subject) {
    const { release } = result;
    const found = result.found ? `revision ${result.found.revision}, ${result.found.status}` : "no release";
    return [
        ["Found", found],
        ["Now", release ? `revision ${release.revision}, ${release.status}` : "no new revision"],
        ...(release
            ? [["Chart", `${release.chart.name} ${release.chart.version} (app ${release.chart.appVersion || "not named"})`]]
            : []),
        ["Chart digest", code(result.chartDigest)],
        ["Cluster", subject.cluster],
        ["Helm", subject.helmVersion],
        [
            "Duration",
            result.durations.map(({ part, milliseconds }) => `${part} ${formatDuration(milliseconds)}`).join(", "),
        ],
    ];
}
function workloadRows({ workloads }) {
    return workloads.flatMap(({ kind, name, ready, wanted, images }) => (images.length > 0 ? images : [{ image: "", digest: "" }]).map(({ image, digest }, index) => [
        index === 0 ? `${kind} ${name}` : "",
        index === 0 ? `${ready}/${wanted}` : "",
        code(image),
        code(digest.slice(0, "sha256:".length + 12)),
    ]));
}
function cronJobRows({ cronJobs }) {
    return cronJobs.map(({ name, schedule, timeZone, suspend, lastScheduleTime }) => [
        name,
        `${code(schedule)}${timeZone === "" ? "" : ` ${timeZone}`}`,
        suspend ? "suspended" : "on",
        lastScheduleTime || "never",
    ]);
}
function section(title, header, rows) {
    return rows.length === 0 ? "" : `#### ${title}\n\n${table(header, rows)}`;
}

// EXTERNAL MODULE: ./build/actions/cluster-login.js + 3 modules
var cluster_login = __webpack_require__(87348);
// EXTERNAL MODULE: ./build/actions/run-action.js + 1 modules
var run_action = __webpack_require__(82644);
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
        return { ...base, kind: found === "folder" ? "folder" : "archive" };
    }
    if (/^[\w.-]+\/[\w.-]+$/.test(chart) && !chart.startsWith("."))
        return { ...base, kind: "repository" };
    return {
        problem: `chart: "${chart}" is not here. Write a path from the workspace (is there a checkout step before?), repo/name, an https address of a .tgz, or oci://…`,
    };
}

;// CONCATENATED MODULE: ./build/release/release-name.js
/** Helm's own rule: https://github.com/helm/helm/blob/main/pkg/chart/common/util/validate_name.go */
const RELEASE_NAME = /^[a-z0-9]([-a-z0-9]*[a-z0-9])?(\.[a-z0-9]([-a-z0-9]*[a-z0-9])?)*$/;
const RELEASE_NAME_LIMIT = 53;
const NAMESPACE_NAME = /^[a-z0-9]([-a-z0-9]*[a-z0-9])?$/;
const NAMESPACE_NAME_LIMIT = 63;
/** What is wrong with a release name, or `undefined`. */
function releaseNameProblem(name) {
    if (name.length > RELEASE_NAME_LIMIT) {
        return `release: "${name}" has ${name.length} characters, Helm allows ${RELEASE_NAME_LIMIT}`;
    }
    if (!RELEASE_NAME.test(name)) {
        return `release: "${name}" is not a release name: use lower case letters, digits and "-", such as "${suggestion(name, RELEASE_NAME_LIMIT)}"`;
    }
    return undefined;
}
/** What is wrong with a namespace's name, or `undefined`. */
function namespaceNameProblem(name) {
    if (name.length > NAMESPACE_NAME_LIMIT) {
        return `namespace: "${name}" has ${name.length} characters, Kubernetes allows ${NAMESPACE_NAME_LIMIT}`;
    }
    if (!NAMESPACE_NAME.test(name)) {
        return `namespace: "${name}" is not a namespace name: use lower case letters, digits and "-", such as "${suggestion(name, NAMESPACE_NAME_LIMIT)}"`;
    }
    return undefined;
}
function suggestion(name, limit) {
    const plain = name
        .toLowerCase()
        .replace(/[^a-z0-9]+/g, "-")
        .slice(0, limit)
        .replace(/^-+|-+$/g, "");
    return plain || "orders";
}

;// CONCATENATED MODULE: ./build/values/inline-values.js

/** Reads an input that holds YAML. Returns the problem in one line, or `undefined`. */
function inlineValuesProblem(input, text) {
    if (text.trim() === "")
        return undefined;
    const lines = new dist/* LineCounter */.HN();
    const document = (0,dist/* parseDocument */.Tp)(text, { lineCounter: lines });
    const error = document.errors[0];
    if (error) {
        const at = lines.linePos(error.pos[0]);
        return `${input}: line ${at.line}, column ${at.col}: ${error.message.split("\n")[0]?.replace(/ at line \d+.*$/, "")}`;
    }
    if (!(0,dist/* isMap */.jh)(document.contents))
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
    const lines = new dist/* LineCounter */.HN();
    const document = (0,dist/* parseDocument */.Tp)(text, { lineCounter: lines });
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
    (0,dist/* visit */.YR)(document, {
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
    (0,dist/* visit */.YR)((0,dist/* parseDocument */.Tp)(text), {
        Scalar(key, node) {
            if (key !== "key" && (0,dist/* isScalar */.jn)(node) && node.value !== null && node.value !== "") {
                found.push(typeof node.value === "string" ? node.value : JSON.stringify(node.value));
                // A number or date may be written in another form than it is read in: both forms are the secret.
                if (typeof node.value !== "string" && typeof node.source === "string")
                    found.push(node.source);
            }
        },
    });
    return [...new Set(found)];
}

// EXTERNAL MODULE: ./build/actions/cluster-inputs.js
var cluster_inputs = __webpack_require__(59322);
;// CONCATENATED MODULE: ./build/actions/deploy/input-forms.js
/** Reads `true` or `false` as YAML writes them. */
function booleanInput(io, name, problems) {
    const text = io.input(name);
    if (!/^(true|false)$/i.test(text))
        problems.push(`${name}: "${text}" is neither true nor false`);
    return /^true$/i.test(text);
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
/** Inputs that are named already, but do nothing yet, with the values that mean "as now". */
const NOT_YET = {
    "cronjob-policy": { allowed: [""], now: "CronJobs are as the chart says" },
    "on-failure": { allowed: ["", "keep"], now: "a failed release is kept as it is" },
    recover: { allowed: [""], now: "a release is left as Helm leaves it" },
    "skip-unchanged": { allowed: ["", "false"], now: "each run makes a revision" },
    "dry-run": { allowed: ["", "false"], now: "each run deploys" },
};
/** An input that is not supported yet is refused, never ignored. */
function refuseUnsupported(io, problems) {
    for (const [name, { allowed, now }] of Object.entries(NOT_YET)) {
        if (!allowed.includes(io.input(name))) {
            problems.push(`${name}: "${io.input(name)}" is not supported yet in this version (${now}); leave it out`);
        }
    }
}

;// CONCATENATED MODULE: ./build/actions/deploy/inputs.js









/** Flags that an input, or the action itself, decides. */
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
/** Reads all inputs of `deploy`. Fails with one `UserError` that lists every problem. */
function readDeployInputs(io) {
    const problems = [];
    const target = (0,cluster_inputs/* readClusterTarget */.g)(io, problems);
    const release = io.input("release");
    const namespace = io.input("namespace");
    problems.push(...nameProblems(release, namespace, io.lines("protected-namespaces")));
    const chart = readChart(io, problems);
    const values = io.text("values");
    const secretValues = io.text("secret-values");
    for (const problem of [inlineValuesProblem("values", values), secretValuesProblem(secretValues)]) {
        if (problem !== undefined)
            problems.push(problem);
    }
    const timeoutMs = parseDuration(io.input("timeout"));
    if (timeoutMs === undefined)
        problems.push(`timeout: "${io.input("timeout")}" is not a duration above zero; write one such as 5m or 1h30m`);
    const historyMax = Number(io.input("history-max"));
    if (!Number.isInteger(historyMax) || historyMax < 2) {
        problems.push(`history-max: "${io.input("history-max")}" must be a whole number of at least 2: a rollback needs a revision to go back to`);
    }
    const inputs = {
        target,
        release,
        namespace,
        createNamespace: booleanInput(io, "create-namespace", problems),
        namespaceLabels: Object.fromEntries(pairs("namespace-labels", io.lines("namespace-labels"), problems)),
        values,
        valueFiles: readValueFiles(io.lines("value-files"), problems),
        set: assignments(io, "set", problems),
        setString: assignments(io, "set-string", problems),
        secretValues,
        timeoutMs: timeoutMs ?? 0,
        historyMax,
        helmVersion: helmVersion(io, problems),
        helmArgs: readHelmArgs(io.lines("helm-args"), problems),
    };
    refuseUnsupported(io, problems);
    const driver = process.env.HELM_DRIVER ?? "";
    if (!["", "secret", "secrets"].includes(driver)) {
        problems.push(`HELM_DRIVER: "${driver}" is not supported; releases are read where Helm keeps them by default, in Secrets`);
    }
    const error = errors/* UserError */.yo.fromProblems("Inputs of deploy:", problems);
    if (error || chart === undefined)
        throw error;
    return { ...inputs, chart };
}
function nameProblems(release, namespace, protectedNamespaces) {
    const found = [
        release === "" ? "release: missing; write the Helm release's name, such as orders" : releaseNameProblem(release),
        namespace === ""
            ? "namespace: missing; write the namespace to deploy to, such as commerce"
            : namespaceNameProblem(namespace),
        protectedNamespaces.includes(namespace)
            ? `namespace: ${namespace} is protected; deploy elsewhere, or take it out of protected-namespaces`
            : undefined,
    ];
    return found.filter((problem) => problem !== undefined);
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
            : inlineValuesProblem(`value-files: ${path}`, file.text);
        if (problem !== undefined)
            problems.push(problem);
        return "text" in file ? { path, content: file.text } : [];
    });
}
function assignments(io, name, problems) {
    const lines = io.lines(name);
    pairs(name, lines, problems);
    return lines;
}
function helmVersion(io, problems) {
    const text = io.input("helm-version");
    try {
        parseWantedHelm(text);
    }
    catch (error) {
        problems.push((0,errors/* describeError */.Uc)(error));
    }
    return text;
}
function readHelmArgs(lines, problems) {
    for (const line of lines) {
        // A short flag may have its value right behind it: -nother.
        const flag = /^-[^-]/.test(line) ? line.slice(0, 2) : (line.split(/[=\s]/)[0] ?? "");
        const input = OWNED_FLAGS[flag];
        if (input !== undefined)
            problems.push(`helm-args: ${flag} is decided by the input ${input}; use that`);
    }
    return [...lines];
}

;// CONCATENATED MODULE: ./build/actions/deploy/outputs.js
/** Sets every output. What is not known is an empty text, lists are JSON. */
function writeOutputs(result, namespace, io) {
    const { release } = result;
    const outputs = {
        status: result.status,
        action: result.action,
        revision: release ? String(release.revision) : "",
        "previous-revision": result.previousRevision === undefined ? "" : String(result.previousRevision),
        namespace,
        chart: release?.chart.name ?? "",
        "chart-version": release?.chart.version ?? "",
        "app-version": release?.chart.appVersion ?? "",
        "chart-digest": result.chartDigest,
        url: result.urls[0] ?? "",
        urls: JSON.stringify(result.urls),
        images: JSON.stringify(result.workloads.flatMap((workload) => workload.images)),
        cronjobs: JSON.stringify(result.cronJobs),
        "duration-ms": String(result.durations.reduce((sum, part) => sum + part.milliseconds, 0)),
    };
    for (const [name, value] of Object.entries(outputs))
        io.output(name, value);
}

// EXTERNAL MODULE: ./build/values/secrets.js
var values_secrets = __webpack_require__(14882);
;// CONCATENATED MODULE: ./build/actions/deploy/value-files.js



/**
 * The files for Helm, in the order in which later ones win: value-files, values, secret-values.
 * Inline values go by private files, never by arguments; secret leaves are hidden before anything can show them.
 */
async function writeValueFiles(inputs, folder, io) {
    const paths = inputs.valueFiles.map((file) => file.path);
    if (inputs.values.trim() !== "")
        paths.push(await (0,private_folder/* writePrivateFile */.Pl)(folder, "values.yaml", inputs.values));
    const secrets = leaves(inputs.secretValues);
    io.hide((0,values_secrets/* masksFor */.RM)(secrets));
    const short = secrets.filter((secret) => secret.length < values_secrets/* SHORTEST_MASK */.SE).length;
    if (short > 0) {
        io.log.warn(`secret-values: ${short} of ${secrets.length} values have fewer than ${values_secrets/* SHORTEST_MASK */.SE} characters and cannot be masked; do not print them`);
    }
    // Without a leaf too: an empty secret wins over the chart's default.
    if (inputs.secretValues.trim() !== "")
        paths.push(await (0,private_folder/* writePrivateFile */.Pl)(folder, "secret-values.yaml", inputs.secretValues));
    return { paths, secretLeaves: secrets.length };
}

;// CONCATENATED MODULE: ./build/actions/deploy/run.js



















/** `deploy`: one Helm release to one cluster, and a report of what is there afterwards. */
async function run() {
    await (0,run_action/* runAction */.C)(async (io) => {
        const inputs = readDeployInputs(io);
        const where = inputs.target.kind === "eks" ? `EKS cluster ${inputs.target.cluster}` : "the cluster of the kubeconfig";
        io.log.info(`Deploying ${inputs.release} to namespace ${inputs.namespace} of ${where}`);
        const folder = await (0,private_folder/* makePrivateFolder */.I2)();
        io.keep("folder", folder);
        try {
            const result = await deploy(inputs, folder, io).catch((error) => notStarted(inputs, error, io));
            if (result.status === "failed")
                throw result.error;
        }
        finally {
            await (0,private_folder/* removePrivateFolder */.Yv)(folder);
        }
    });
}
/** Helm was never started: there is no release to report on, but the job summary shall not be silent. */
async function notStarted(inputs, error, io) {
    io.output("status", "failed");
    await io.summary(notStartedSummary(inputs, (0,errors/* describeError */.Uc)(error)));
    throw error;
}
async function deploy(inputs, folder, io) {
    const values = await writeValueFiles(inputs, folder, io);
    const [helm, login, context] = await Promise.all([
        findHelm(inputs.helmVersion, { env: process.env, log: io.log.info }),
        (0,cluster_login/* logIn */.E)(inputs.target, folder, io),
        runContext(),
        (0,kubernetes_client/* loadKubernetesClient */.u)(),
    ]);
    const client = await (0,kubernetes_client/* openCluster */.D)(login);
    const program = {
        path: helm.path,
        env: helmEnvironment(process.env),
        onLine: (line) => io.log.info(`helm: ${line}`),
    };
    const { repository, commit, ref, actor, url } = context;
    const result = await deployRelease({
        ...inputs,
        kubeconfig: login.kubeconfig,
        kubeContext: client.context,
        valueFiles: values.paths,
        extraArguments: inputs.helmArgs,
        record: {
            values: {
                files: inputs.valueFiles,
                inline: inputs.values,
                set: inputs.set,
                setString: inputs.setString,
                secretLeaves: values.secretLeaves,
            },
            git: { repository, commit, ref },
            run: { url, actor },
        },
    }, {
        helm: helmCli(program, helm),
        charts: helmCharts(program, { folder, extraArguments: pullArguments(inputs.helmArgs) }),
        releases: releaseSecrets(client),
        namespaces: clusterNamespaces(client),
        live: clusterObjects(client),
        log: io.log,
        clock: systemClock,
    });
    writeOutputs(result, inputs.namespace, io);
    await io.summary(deploySummary(result, {
        ...inputs,
        cluster: client.context,
        helmVersion: helm.version,
        error: (0,errors/* describeError */.Uc)(result.error),
    }));
    return result;
}
/**
 * Helm's environment is the job's, but for what would lead it to another cluster than the one that is read back
 * (HELM_KUBECONTEXT, HELM_KUBEAPISERVER ...), and for the inputs, secret ones among them.
 */
function helmEnvironment(env) {
    const entries = Object.entries(env).filter((entry) => entry[1] !== undefined);
    return Object.fromEntries(entries.filter(([name]) => !/^(HELM_KUBE|INPUT_)/.test(name)));
}


/***/ })

};
