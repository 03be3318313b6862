export const id = 778;
export const ids = [778];
export const modules = {

/***/ 30778:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  run: () => (/* binding */ run)
});

// EXTERNAL MODULE: ./build/adapters/clock.js
var clock = __webpack_require__(21759);
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
var promises_ = __webpack_require__(51455);
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
// EXTERNAL MODULE: external "node:timers/promises"
var external_node_timers_promises_ = __webpack_require__(58500);
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
            await (0,external_node_timers_promises_.setTimeout)(pause);
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
    await (0,promises_.mkdir)(folder, { recursive: true, mode: 0o700 });
    const { uid: owner, mode } = await (0,promises_.lstat)(folder).then((stats) => {
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
        await (0,promises_.rm)(folder, { recursive: true, force: true });
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
    await (0,promises_.mkdir)(parent, { recursive: true });
    return (0,promises_.mkdtemp)((0,external_node_path_.join)(parent, "k8s-migrate-helm-"));
}

// EXTERNAL MODULE: ./build/adapters/helm/search-path.js
var search_path = __webpack_require__(16742);
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
    const path = await (0,search_path/* searchPath */.o)("helm", env);
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

// EXTERNAL MODULE: ./build/adapters/helm/run-helm.js
var run_helm = __webpack_require__(35048);
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
/** SHA-256 of a packed chart, as `sha256sum` and OCI registries give it for the chart's layer. */
async function fileDigest(path) {
    return `sha256:${(0,external_node_crypto_.createHash)("sha256")
        .update(await (0,promises_.readFile)(path))
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
        const content = await (0,promises_.readFile)((0,external_node_path_.join)(folder, file));
        hash.update(`${file}\0${content.length}\0`).update(content);
    }
    return `sha256:${hash.digest("hex")}`;
}
async function filesBelow(root, folder) {
    const files = [];
    for (const name of (await (0,promises_.readdir)((0,external_node_path_.join)(root, folder))).toSorted()) {
        const path = external_node_path_.posix.join(folder, name);
        const found = await (0,promises_.stat)((0,external_node_path_.join)(root, path));
        if (found.isDirectory())
            files.push(...(await filesBelow(root, path)));
        else
            files.push(path);
    }
    return files;
}

// EXTERNAL MODULE: ./build/adapters/helm/helm-cli.js + 2 modules
var helm_cli = __webpack_require__(70192);
// EXTERNAL MODULE: ./build/evidence/text.js
var evidence_text = __webpack_require__(22205);
;// CONCATENATED MODULE: ./build/adapters/hidden-evidence.js

/**
 * From this length on the kubelet may have cut a container's last message at its beginning: it keeps 2 KiB of a log, 4 KiB of
 * a file. https://kubernetes.io/docs/tasks/debug/debug-application/determine-reason-pod-failure/
 */
const CUT_MESSAGE_BYTES = 2048;
/**
 * The same evidence without secrets. They are hidden as soon as the words come in: later these are cut, joined and escaped,
 * and a part of a secret is not found any more.
 *
 * @param hidden gives a text without the secrets that it holds
 */
function hiddenEvidence(evidence, hidden) {
    // Once more without colours, which may stand in the middle of a word, since reports leave them out.
    const hide = (text) => hidden((0,evidence_text/* plain */.pj)(hidden(text)));
    return {
        states: async (objects) => (await evidence.states(objects)).map((each) => hiddenObject(each, hide)),
        logToEnd: async (container, signal) => hiddenLog(await evidence.logToEnd(container, signal), hide),
        collect: async (objects) => (await evidence.collect(objects)).map((each) => hiddenObject(each, hide)),
    };
}
// Names stay as they are: more is read by them.
function hiddenObject(object, hide) {
    return {
        ...object,
        conditions: object.conditions.map((each) => hiddenWords(each, hide)),
        events: object.events.map((each) => hiddenEvent(each, hide)),
        pods: object.pods.map((each) => hiddenPod(each, hide)),
    };
}
function hiddenPod(pod, hide) {
    return {
        ...hiddenWords(pod, hide),
        conditions: pod.conditions.map((each) => hiddenWords(each, hide)),
        containers: pod.containers.map((each) => hiddenContainer(each, hide)),
        events: pod.events.map((each) => hiddenEvent(each, hide)),
    };
}
function hiddenContainer(container, hide) {
    const { image, state, lastState, log, previousLog } = container;
    return {
        ...container,
        image: hide(image),
        state: hiddenState(state, hide),
        ...(lastState ? { lastState: hiddenState(lastState, hide) } : {}),
        ...(log ? { log: hiddenLog(log, hide) } : {}),
        ...(previousLog ? { previousLog: hiddenLog(previousLog, hide) } : {}),
    };
}
function hiddenState(state, hide) {
    const { kind, message } = state;
    const cut = kind === "terminated" && Buffer.byteLength(message) >= CUT_MESSAGE_BYTES;
    return hiddenWords(cut ? { ...state, message: message.replace(/^.*\n?/, "") } : state, hide);
}
function hiddenEvent(event, hide) {
    return hiddenWords({ ...event, about: hide(event.about) }, hide);
}
function hiddenWords(words, hide) {
    return { ...words, reason: hide(words.reason), message: hide(words.message) };
}
/** As one text, since a secret may have several lines. */
function hiddenLog(lines, hide) {
    return lines.length === 0 ? [] : hide(lines.join("\n").replaceAll("\r\n", "\n")).split("\n");
}

// EXTERNAL MODULE: ./build/adapters/kubernetes/client.js + 1 modules
var kubernetes_client = __webpack_require__(16656);
// EXTERNAL MODULE: ./build/adapters/kubernetes/listing.js
var listing = __webpack_require__(96414);
;// CONCATENATED MODULE: ./build/adapters/kubernetes/evidence/pod-facts.js
/** A pod as the API gives it, without events and logs. */
function podFacts(pod) {
    const { metadata, spec, status } = pod;
    return {
        namespace: metadata?.namespace ?? "",
        name: metadata?.name ?? "",
        uid: metadata?.uid ?? "",
        createdAt: asTime(metadata?.creationTimestamp),
        phase: status?.phase ?? "",
        reason: status?.reason ?? "",
        message: status?.message ?? "",
        node: spec?.nodeName ?? "",
        conditions: conditionsOf(status),
        containers: containersOf(pod),
        events: [],
    };
}
function conditionsOf(status) {
    return (status?.conditions ?? []).map(({ type, status: is, reason = "", message = "" }) => {
        return { type, status: is, reason, message };
    });
}
/** RFC 3339; empty where there is none. The client gives some times as the text that the server sent, whatever its types say. */
function asTime(time) {
    return time ? new Date(time).toISOString() : "";
}
function containersOf({ spec, status }) {
    const specs = [...(spec?.initContainers ?? []), ...(spec?.containers ?? [])];
    // https://kubernetes.io/docs/concepts/workloads/pods/sidecar-containers/
    const init = new Set(spec?.initContainers?.filter((each) => each.restartPolicy !== "Always").map(({ name }) => name));
    return [...(status?.initContainerStatuses ?? []), ...(status?.containerStatuses ?? [])].map((each) => {
        // The status names the image as the node resolved it.
        const image = specs.find(({ name }) => name === each.name)?.image ?? each.image;
        return containerFacts(each, { image, init: init.has(each.name) });
    });
}
function containerFacts(status, known) {
    const lastState = stateOf(status.lastState);
    return {
        name: status.name,
        ...known,
        ready: status.ready,
        restarts: status.restartCount,
        // One with none of its members waits: https://kubernetes.io/docs/reference/kubernetes-api/core/pod-v1/#ContainerState
        state: stateOf(status.state) ?? { kind: "waiting", reason: "", message: "" },
        ...(lastState ? { lastState } : {}),
    };
}
function stateOf(state) {
    const { waiting, running, terminated } = state ?? {};
    if (running)
        return { kind: "running", reason: "", message: "" };
    if (terminated) {
        const { reason = "", message = "", exitCode } = terminated;
        return { kind: "terminated", reason, message, exitCode };
    }
    return waiting ? { kind: "waiting", reason: waiting.reason ?? "", message: waiting.message ?? "" } : undefined;
}

;// CONCATENATED MODULE: ./build/adapters/kubernetes/evidence/events.js


/** The events of these namespaces, one list call each; none where the login may not list them. */
async function readEvents(core, namespaces) {
    const found = await Promise.all(namespaces.map((namespace) => (0,listing/* listed */.K)(`list events in namespace ${namespace}`, core.listNamespacedEvent({ namespace }))));
    const all = found.flat().map((event) => ({ about: event.involvedObject, facts: eventFacts(event) }));
    all.sort((a, b) => a.facts.at.localeCompare(b.facts.at));
    const byUid = Map.groupBy(all, ({ about }) => about.uid ?? "");
    return {
        about: (uids) => inOrder(uids.flatMap((uid) => byUid.get(uid) ?? []).map(({ facts }) => facts)),
        aboutClaims: (namespace, names) => all
            .filter(({ about }) => about.kind === "PersistentVolumeClaim" && about.namespace === namespace)
            .filter(({ about }) => names.includes(about.name ?? ""))
            .map(({ facts }) => facts),
    };
}
function inOrder(events) {
    return events.toSorted((a, b) => a.at.localeCompare(b.at));
}
/** Two forms are in use, the scheduler's without `count` and `lastTimestamp`: https://kubernetes.io/docs/reference/kubernetes-api/cluster/event-v1/ */
function eventFacts(event) {
    const { involvedObject, series, metadata } = event;
    const at = series?.lastObservedTime ?? event.lastTimestamp ?? event.eventTime ?? metadata.creationTimestamp;
    return {
        about: `${involvedObject.kind ?? ""} ${involvedObject.name ?? ""}`,
        type: event.type ?? "",
        reason: event.reason ?? "",
        message: event.message ?? "",
        count: series?.count ?? event.count ?? 1,
        at: asTime(at),
    };
}

;// CONCATENATED MODULE: ./build/adapters/kubernetes/limited-call.js
/** Options for one call of the client that end it by a signal of its own, made when the call begins, instead of the usual limit. */
async function endedBy(signal) {
    const { setHeaderOptions } = await __webpack_require__.e(/* import() */ 655).then(__webpack_require__.bind(__webpack_require__, 29655));
    // The client has no option for a signal, and does not export what a middleware returns: this one borrows it.
    const options = setHeaderOptions("Accept", "*/*");
    const middleware = options.middleware?.map((each) => ({
        ...each,
        pre: (request) => {
            request.setSignal(signal());
            return each.pre(request);
        },
    }));
    return { ...options, ...(middleware ? { middleware } : {}) };
}

;// CONCATENATED MODULE: ./build/adapters/kubernetes/evidence/logs.js


const LINES = 20;
/** The server cuts at the end, where the reason mostly is: so it may send more than is kept. */
const LIMIT_BYTES = 128 * 1024;
/** It "may return slightly more or slightly less": https://kubernetes.io/docs/reference/kubernetes-api/workload-resources/pod-v1/ */
const LIMIT_SLACK_BYTES = 1024;
/** A node that is gone must not hold up what comes after. */
const CALL_LIMIT_MS = 5_000;
const ALL_LIMIT_MS = 30_000;
const PODS_PER_OBJECT = 5;
const PODS = 30;
const READS_AT_ONCE = 8;
/**
 * Reads the last lines of the containers that are not well, of at most five pods of each object and thirty in all, the
 * failing ones first. A log that cannot be read, or that is not there when the time is over, is left out.
 *
 * @param objects the pods of each object
 * @param over fires when there is no more time; after 30 s unless told otherwise
 * @returns those pods with their logs, by uid
 */
async function readLogs(core, objects, over = AbortSignal.timeout(ALL_LIMIT_MS)) {
    const read = new Map();
    const ofEach = objects.flatMap((each) => failingFirst(each).slice(0, PODS_PER_OBJECT));
    const pods = failingFirst(ofEach).slice(0, PODS);
    const reads = pods.flatMap((pod) => {
        const copy = { ...pod, containers: pod.containers.map((container) => ({ ...container })) };
        read.set(pod.uid, copy);
        return copy.containers.filter((container) => isUnwell(container, pod)).map((container) => ({ pod, container }));
    });
    const tail = tailsUntil(over, core);
    const queue = reads.values();
    await Promise.all(Array.from({ length: READS_AT_ONCE }, async () => {
        for (const { pod, container } of queue)
            Object.assign(container, await logsOf(pod, container, tail));
    }));
    return read;
}
function failingFirst(pods) {
    const weight = (pod) => pod.containers.reduce((sum, each) => sum + (isUnwell(each, pod) ? 1 + each.restarts : 0), 0);
    return pods.toSorted((a, b) => weight(b) - weight(a));
}
/** Waiting, ended badly, or not ready in a pod that is not ready. */
function isUnwell({ state, ready }, { conditions }) {
    if (state.kind === "terminated")
        return state.exitCode !== 0;
    if (state.kind === "waiting")
        return true;
    return !ready && !conditions.some(({ type, status }) => type === "Ready" && status === "True");
}
async function logsOf(pod, container, tail) {
    const ranBefore = container.lastState?.kind === "terminated";
    // Of a container that waits for its next start, both logs are those of its last run.
    const [log, previousLog] = await Promise.all([
        container.state.kind === "waiting" ? undefined : tail(pod, { container: container.name, previous: false }),
        ranBefore ? tail(pod, { container: container.name, previous: true }) : undefined,
    ]);
    return { ...(log ? { log } : {}), ...(previousLog ? { previousLog } : {}) };
}
/** The last lines of a log that is followed until its container has ended. Empty where it cannot be read to its end. */
async function logToEnd(core, { namespace, pod: name, container }, signal) {
    try {
        const wanted = { namespace, name, container, follow: true };
        return (0,evidence_text/* lastLines */.w$)(await core.readNamespacedPodLog(wanted, await endedBy(() => signal)));
    }
    catch {
        return [];
    }
}
function tailsUntil(over, core) {
    return async ({ namespace, name }, of) => {
        if (over.aborted)
            return undefined;
        try {
            const wanted = { namespace, name, ...of, tailLines: LINES, limitBytes: LIMIT_BYTES };
            const limit = await endedBy(() => AbortSignal.any([over, AbortSignal.timeout(CALL_LIMIT_MS)]));
            const text = await core.readNamespacedPodLog(wanted, limit);
            // One that ends without a new line did so by itself, unless it is as long as it may be.
            const full = Buffer.byteLength(text) >= LIMIT_BYTES - LIMIT_SLACK_BYTES;
            return (0,evidence_text/* lastLines */.w$)(text, { cut: full && !text.endsWith("\n") });
        }
        catch {
            return undefined;
        }
    };
}

// EXTERNAL MODULE: ./build/adapters/kubernetes/ready-counts.js
var ready_counts = __webpack_require__(71398);
// EXTERNAL MODULE: ./build/adapters/kubernetes/evidence/generations.js
var generations = __webpack_require__(9385);
;// CONCATENATED MODULE: ./build/adapters/kubernetes/evidence/workloads.js




const KINDS = new Set(["Deployment", "StatefulSet", "DaemonSet", "Job", "Pod"]);
/** Those of the objects that run pods and that the cluster has, with the pods of their present form. */
async function findWorkloads({ apps, batch, core }, objects) {
    const [all, deployments, statefulSets, daemonSets, jobs, replicaSets, revisions] = await Promise.all([
        inNamespaces(KINDS, "pods", (namespace) => core.listNamespacedPod({ namespace })),
        (0,listing/* ofKind */.C)(objects, "Deployment", (namespace) => apps.listNamespacedDeployment({ namespace })),
        (0,listing/* ofKind */.C)(objects, "StatefulSet", (namespace) => apps.listNamespacedStatefulSet({ namespace })),
        (0,listing/* ofKind */.C)(objects, "DaemonSet", (namespace) => apps.listNamespacedDaemonSet({ namespace })),
        (0,listing/* ofKind */.C)(objects, "Job", (namespace) => batch.listNamespacedJob({ namespace })),
        inNamespaces(new Set(["Deployment"]), "replica sets", (namespace) => apps.listNamespacedReplicaSet({ namespace })),
        inNamespaces(new Set(["DaemonSet"]), "revisions", (namespace) => apps.listNamespacedControllerRevision({ namespace })),
    ]);
    const running = all.filter(({ metadata }) => metadata?.deletionTimestamp === undefined);
    return [
        ...deployments.map((each) => {
            const replicaSet = (0,generations/* presentReplicaSet */.gp)(each.live, replicaSets);
            const own = running.filter((0,generations/* isOwnedBy */.D0)(replicaSet?.metadata?.uid));
            return { ...found(each, (0,ready_counts/* deploymentCount */.VS)(each.live), own), uids: uidsOf(each.live, replicaSet) };
        }),
        ...statefulSets.map((each) => found(each, (0,ready_counts/* statefulSetCount */.C5)(each.live), running.filter((0,generations/* isOfStatefulSet */.C_)(each.live)))),
        ...daemonSets.map((each) => found(each, (0,ready_counts/* daemonSetCount */.S3)(each.live), running.filter((0,generations/* isOfDaemonSet */.wf)(each.live, revisions)))),
        // A Job that fails deletes its pods that run still; their last words count.
        ...jobs.map((each) => found(each, (0,ready_counts/* jobCount */.pN)(each.live), all.filter((0,generations/* isOwnedBy */.D0)(each.live.metadata?.uid)))),
        ...(await (0,listing/* ofKind */.C)(objects, "Pod", async (namespace) => ({
            items: all.filter(({ metadata }) => metadata?.namespace === namespace),
        }))).map((each) => found(each, podCount(each.live), [each.live])),
    ];
    async function inNamespaces(kinds, what, list) {
        const namespaces = new Set(objects.filter(({ kind }) => kinds.has(kind)).map(({ namespace }) => namespace));
        const calls = [...namespaces].map((namespace) => (0,listing/* listed */.K)(`list ${what} in namespace ${namespace}`, list(namespace)));
        return (await Promise.all(calls)).flat();
    }
}
function found({ object, live }, { ready, wanted }, pods) {
    const { kind, namespace, name, hook = false } = object;
    const { uid = "", creationTimestamp } = live.metadata ?? {};
    // Helm waits for the end of these.
    const isJob = kind === "Job" || hook;
    return {
        facts: {
            kind,
            namespace,
            name,
            uid,
            createdAt: asTime(creationTimestamp),
            hook,
            // The status alone gives a lower bound, and is all that is known where the login may not list pods.
            ready: Math.min(Math.max(ready, isJob ? 0 : pods.filter(isReady).length), wanted),
            wanted,
            conditions: conditionsOf(live.status),
            events: [],
            pods: pods.map(podFacts),
        },
        pods,
        // What is about a pod is told with the pod.
        uids: kind === "Pod" ? [] : uidsOf(live),
    };
}
function uidsOf(...objects) {
    return objects.flatMap((object) => object?.metadata?.uid ?? []);
}
function podCount({ status }) {
    return { ready: status?.phase === "Succeeded" ? 1 : 0, wanted: 1 };
}
function isReady({ status }) {
    return (status?.conditions ?? []).some(({ type, status: is }) => type === "Ready" && is === "True");
}

;// CONCATENATED MODULE: ./build/adapters/kubernetes/evidence.js



/** What a real cluster says about a release's objects. */
function clusterEvidence(client) {
    const { core } = client;
    return {
        async states(objects) {
            return (await findWorkloads(client, objects)).map(({ facts }) => facts);
        },
        logToEnd: (container, signal) => logToEnd(core, container, signal),
        async collect(objects) {
            const all = await findWorkloads(client, objects);
            const unwell = all.filter(({ facts }) => facts.ready < facts.wanted);
            const [events, logs] = await Promise.all([
                readEvents(core, [...new Set(all.map(({ facts }) => facts.namespace))]),
                readLogs(core, unwell.map(({ facts }) => facts.pods)),
            ]);
            return all.map(({ facts, pods, uids }) => ({
                ...facts,
                events: events.about(uids),
                pods: facts.pods.map((pod, index) => ({
                    ...(logs.get(pod.uid) ?? pod),
                    events: inOrder([...events.about([pod.uid]), ...events.aboutClaims(pod.namespace, claimsOf(pods[index]))]),
                })),
            }));
        },
    };
}
/** Names of the volume claims that the pod mounts: https://kubernetes.io/docs/concepts/storage/ephemeral-volumes/#persistentvolumeclaim-naming */
function claimsOf(pod) {
    return (pod?.spec?.volumes ?? []).flatMap(({ name, persistentVolumeClaim, ephemeral }) => {
        if (persistentVolumeClaim)
            return persistentVolumeClaim.claimName;
        return ephemeral ? `${pod?.metadata?.name}-${name}` : [];
    });
}

// EXTERNAL MODULE: ./build/adapters/kubernetes/leases.js
var leases = __webpack_require__(17731);
// EXTERNAL MODULE: ./build/adapters/kubernetes/live-objects.js + 6 modules
var live_objects = __webpack_require__(38743);
// EXTERNAL MODULE: ./build/adapters/kubernetes/api-errors.js
var api_errors = __webpack_require__(14520);
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
            if ((0,api_errors/* apiStatus */.$T)(error) === 404)
                return "missing";
            if ((0,api_errors/* apiStatus */.$T)(error) === 403)
                return "forbidden";
            throw (0,api_errors/* apiError */.pb)(`read namespace ${name}`, error);
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
            throw (0,api_errors/* apiError */.pb)(`create namespace ${name}`, error);
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

// EXTERNAL MODULE: ./build/adapters/kubernetes/release-secrets.js
var release_secrets = __webpack_require__(1819);
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

// EXTERNAL MODULE: ./build/release/release.js
var release_release = __webpack_require__(43007);
// EXTERNAL MODULE: ./build/release/situation.js
var release_situation = __webpack_require__(89534);
;// CONCATENATED MODULE: ./build/release/way.js
/**
 * Decides what to do about a situation whose run, if it has one, is dead. A release that once was deployed is never
 * uninstalled, unless somebody else has begun that already.
 * @returns the way, or the refusal with the command that leads on
 */
function chooseWay(situation, wishes) {
    const { release, namespace, recover, onFailure } = wishes;
    const back = (revision) => (onFailure === "keep" ? "keep" : { rollBackTo: revision });
    const refuse = (command) => ({
        refusal: `${release} is ${"last" in situation ? situation.last.status : "absent"}, and recover is never. Run\n  ${command}\nand deploy again, or set recover: auto`,
    });
    const uninstall = `helm uninstall ${release} --namespace ${namespace}`;
    switch (situation.kind) {
        case "absent":
            return { first: "nothing", deploy: "install", otherwise: "keep" };
        case "deployed":
            return { first: "nothing", deploy: "upgrade", otherwise: back(situation.lastGood) };
        case "failed": {
            const { lastGood } = situation;
            if (typeof lastGood === "number")
                return { first: "nothing", deploy: "upgrade", otherwise: back(lastGood) };
            const may = recover !== "never" && lastGood === "none";
            return { first: "nothing", deploy: "upgrade", otherwise: may ? "reinstall" : "keep" };
        }
        case "pending": {
            const { lastGood } = situation;
            if (lastGood === "unknown") {
                return {
                    refusal: `${release} is ${situation.last.status}, and its history does not go back to a revision that was deployed. Only you can know whether it ever worked. If it did not, run\n  ${uninstall}\nand deploy again`,
                };
            }
            if (lastGood === "none") {
                return recover === "never" ? refuse(uninstall) : { first: "uninstall", deploy: "install", otherwise: "keep" };
            }
            if (recover === "never")
                return refuse(`helm rollback ${release} ${lastGood} --namespace ${namespace}`);
            return { first: { rollBackTo: lastGood }, deploy: "upgrade", otherwise: back(lastGood) };
        }
        default:
            return recover === "never" ? refuse(uninstall) : { first: "uninstall", deploy: "install", otherwise: "keep" };
    }
}
/** What a deploy is called in its outputs. */
function actionOf({ first, deploy }) {
    return first === "nothing" ? deploy : `recovered-${deploy}`;
}

// EXTERNAL MODULE: ./build/workloads/workload.js
var workload = __webpack_require__(13624);
// EXTERNAL MODULE: ./build/playbook/deploy/attempt.js
var attempt = __webpack_require__(81425);
// EXTERNAL MODULE: ./build/release/helm-messages.js
var helm_messages = __webpack_require__(7933);
// EXTERNAL MODULE: ./build/playbook/deploy/clear-the-way.js + 1 modules
var clear_the_way = __webpack_require__(5242);
;// CONCATENATED MODULE: ./build/playbook/deploy/failure.js

/**
 * The error of a deploy that failed. Its first line says what is wrong with which object where that is known, else what
 * Helm said; its last one what the release is like now.
 */
function failureOf(request, failure, afterwards) {
    const { release } = request;
    const [finding] = failure.findings;
    const helm = (0,errors/* describeError */.Uc)(failure.error);
    const first = finding ? [finding.problem, `Next: ${finding.next}`, failure.stoppedByUs ? "" : helm] : [helm];
    const { revision } = failure;
    const cause = failure.stoppedByUs ? undefined : failure.error;
    return new errors/* StepError */.zg([...first, stateAfter({ release, revision }, afterwards)], cause);
}
function stateAfter({ release, revision }, afterwards) {
    if (afterwards === undefined) {
        return revision === undefined
            ? ""
            : `${release} stays at revision ${revision.revision}, ${revision.status}; the next deploy goes on from there`;
    }
    if ("overtaken" in afterwards)
        return `Nothing was rolled back: what ${release} is now is not this run's doing`;
    if ("rolledBackTo" in afterwards)
        return `${release} was rolled back to revision ${afterwards.rolledBackTo}`;
    if ("cleanUp" in afterwards)
        return `It was not cleaned up. ${(0,errors/* describeError */.Uc)(afterwards.cleanUp)}`;
    return `The rollback failed too; the next deploy goes on from there. ${(0,errors/* describeError */.Uc)(afterwards.rollback)}`;
}
/** The error of a run that had to stop before its end. */
function stoppedEarly({ release }, stop) {
    return new errors/* StepError */.zg([
        `${release}: stopped early, ${(0,errors/* describeError */.Uc)(stop.reason)}`,
        "Next: where a revision was deployed before and on-failure is rollback, the post step of this job goes back to it; else the next deploy cleans up",
    ]);
}

// EXTERNAL MODULE: ./build/playbook/deploy/roll-back.js
var roll_back = __webpack_require__(32353);
// EXTERNAL MODULE: ./build/evidence/findings.js
var findings = __webpack_require__(21488);
// EXTERNAL MODULE: ./build/release/made-objects.js
var made_objects = __webpack_require__(2876);
// EXTERNAL MODULE: ./build/evidence/container-problems.js + 1 modules
var container_problems = __webpack_require__(53713);
// EXTERNAL MODULE: ./build/evidence/finding.js
var finding = __webpack_require__(44997);
// EXTERNAL MODULE: ./build/evidence/object-problems.js
var object_problems = __webpack_require__(6722);
;// CONCATENATED MODULE: ./build/evidence/doomed.js



const RESTARTS = 3;
/** What a program of a crash loop says. */
const LOOPS = ["crash", "out-of-memory", "init-failed"];
/**
 * What cannot heal by itself, the most telling of it, so that there is no use in waiting: an image whose name is invalid or
 * that is not there, a Job that failed, a crash loop once all else is ready or hopeless too. Not what may heal: a Secret that comes late, a node or a quota that
 * is being added, a registry that is down, a probe.
 *
 * @param seen remembers over the calls of one rollout how often containers had been restarted when they were first seen
 * @param since when the rollout began, RFC 3339: what was there before may be about to be replaced, and its past does not
 *   count. Best by the cluster's clock; by another one that is ahead, it only takes longer
 */
function doomedBy(objects, seen, since) {
    // The API server's times are in whole seconds.
    const sinceMs = Math.floor(Date.parse(since) / 1000) * 1000;
    const isNew = ({ createdAt }) => Date.parse(createdAt) >= sinceMs;
    const found = objects
        .flatMap((object) => {
        const problems = object.pods.flatMap((pod) => pod.containers.flatMap((container) => {
            const restarts = restartsOf(container, pod);
            return hopeless(container, pod, { restarts, isNew: isNew(pod), retries: retriesByItself(object) }) ?? [];
        }));
        if ((0,object_problems/* isWell */.f5)(object))
            return [];
        // Helm waits for hooks' Jobs, and for no others: https://github.com/helm/helm/blob/v3.17.3/pkg/kube/ready.go
        const job = object.hook && isNew(object) && hasFailed(object) ? (0,object_problems/* jobProblem */.TM)(object) : undefined;
        return [...problems, ...(job ? [job] : [])].map((problem) => (0,finding/* asFinding */.s0)(object, problem));
    })
        .toSorted((0,finding/* byWeight */.IN)(objects));
    // A program may crash until another one that it needs is up.
    const hopelessOnes = new Set(found.map(({ object }) => `${object.namespace}/${object.kind}/${object.name}`));
    const othersStart = objects.some((object) => !(0,object_problems/* isWell */.f5)(object) && !hopelessOnes.has(`${object.namespace}/${object.kind}/${object.name}`));
    return found.find(({ kind }) => !othersStart || !LOOPS.includes(kind));
    /** Restarts in this rollout. */
    function restartsOf({ name, restarts }, pod) {
        if (isNew(pod))
            return restarts;
        const key = `${pod.uid}/${name}`;
        const first = seen.get(key) ?? restarts;
        seen.set(key, first);
        return restarts - first;
    }
}
function hopeless(container, pod, { restarts, isNew, retries }) {
    const problem = (0,container_problems/* containerProblem */.Nz)(container, pod);
    if (problem?.kind === "image-name-invalid")
        return problem;
    // Of an older pod it may be what the registry said minutes ago, before the image was pushed.
    if (problem?.kind === "image-not-found")
        return isNew ? problem : undefined;
    const loops = container.state.reason === "CrashLoopBackOff" && (0,container_problems/* badEnd */.LR)(container) !== undefined;
    return loops && restarts >= RESTARTS && !retries ? problem : undefined;
}
/** A Job counts its tries and says when they are used up; a hook's pod is to end some time. */
function retriesByItself({ kind, hook }) {
    return kind === "Job" || hook;
}
function hasFailed(object) {
    return (0,object_problems/* failedJob */.ZR)(object) !== undefined || (object.hook && object.kind === "Pod");
}

;// CONCATENATED MODULE: ./build/playbook/deploy/watch-hooks.js
/** How long the end of a log is waited for once Helm has ended. */
const END_MS = 2000;
/**
 * Keeps what hooks say while they run: by their policy Helm deletes them as soon as they have failed, with their logs.
 * https://helm.sh/docs/topics/charts_hooks/#hook-deletion-policies
 */
function watchHooks({ evidence, clock }) {
    const last = new Map();
    const logs = new Map();
    const ended = new AbortController();
    return {
        see(facts) {
            for (const object of facts.filter(({ hook }) => hook)) {
                const { namespace, kind, name } = object;
                // Deleted already, or not made yet: what was seen before says more.
                if (object.pods.length > 0)
                    last.set(`${namespace}/${kind}/${name}`, object);
                for (const pod of object.pods) {
                    for (const { name: container, state } of pod.containers) {
                        const key = `${pod.uid}/${container}`;
                        if (state.kind === "waiting" || logs.get(key)?.again === false)
                            continue;
                        const log = evidence.logToEnd({ namespace: pod.namespace, pod: pod.name, container }, ended.signal);
                        const reading = { log, again: false };
                        logs.set(key, reading);
                        // A connection on which nothing is said for minutes ends before the container does.
                        if (state.kind === "running")
                            void log.then(({ length }) => Object.assign(reading, { again: length === 0 }));
                    }
                }
            }
        },
        async end() {
            const failed = [...last.values()].filter(({ ready, wanted }) => ready < wanted);
            const read = new Map();
            const reading = [...logs].map(async ([key, { log }]) => read.set(key, await log));
            if (failed.length > 0)
                await Promise.race([Promise.all(reading), clock.sleep(END_MS, ended.signal)]);
            ended.abort();
            return failed.map((object) => ({
                ...object,
                pods: object.pods.map((pod) => ({
                    ...pod,
                    containers: pod.containers.map((container) => {
                        const log = read.get(`${pod.uid}/${container.name}`);
                        return log ? { ...container, log } : container;
                    }),
                })),
            }));
        },
    };
}

;// CONCATENATED MODULE: ./build/playbook/deploy/watch-rollout.js





const POLL_MS = 1000;
/** Pods and what made them are many more objects than the ready counts need. */
const LOOK_MS = 3000;
/** What a call that is under way at the end may still take: a rollback waits for it. */
const GRACE_MS = 2000;
/**
 * Logs a line whenever a workload's ready count changes, and tells of what cannot heal, until the signal fires. Helm stores
 * a revision before it creates the objects, so the first revision newer than `after` tells which workloads to look at.
 * Never fails: Helm's own result decides. Ends about two seconds after the signal, or four where logs of hooks are awaited.
 * @returns what hooks that failed have said: Helm may delete them before anybody can ask
 */
async function watchRollout(watched, ports) {
    const { release, namespace, action, after, seen, signal, onDoomed } = watched;
    const { clock, log } = ports;
    const restarts = new Map();
    const hooks = watchHooks(ports);
    let looking;
    let lookedAt = Number.NEGATIVE_INFINITY;
    let doomed = false;
    await withinGrace(follow());
    return hooks.end();
    async function follow() {
        let made;
        while (!signal.aborted) {
            await clock.sleep(POLL_MS, signal);
            if (signal.aborted)
                break;
            await orSay(async () => {
                made ??= await newRevision();
                if (made)
                    await poll(made);
            });
        }
        await looking;
    }
    async function poll({ objects, since }) {
        const workloads = await ports.live.readiness(objects);
        if (signal.aborted)
            return;
        for (const line of (0,workload/* progressLines */.L)(workloads, seen))
            log.info(line);
        const now = clock.now().getTime();
        const isDue = now - lookedAt >= LOOK_MS;
        const wanted = isDue ? objects : underWay(objects, workloads);
        // Pods of hooks are no workloads.
        const hasPods = objects.some(({ kind }) => kind === "Pod");
        const allReady = !hasPods && workloads.every(({ ready, wanted: all }) => ready >= all);
        if (looking !== undefined || wanted.length === 0 || allReady)
            return;
        if (isDue)
            lookedAt = now;
        looking = orSay(() => look(wanted, since)).finally(() => {
            looking = undefined;
        });
    }
    async function look(objects, since) {
        const facts = await ports.evidence.states(objects);
        hooks.see(facts);
        const finding = doomedBy(facts, restarts, since);
        if (finding === undefined || doomed || signal.aborted)
            return;
        doomed = true;
        onDoomed(finding);
    }
    async function newRevision() {
        const last = (0,release_release/* newest */.BP)(await ports.releases.history(release, namespace));
        if (last === undefined || last.revision <= after)
            return undefined;
        const found = await ports.releases.read(release, namespace, last.revision);
        return found && { objects: (0,made_objects/* objectsMadeBy */.j)(action, found), since: found.deployedAt };
    }
    async function orSay(work) {
        try {
            await work();
        }
        catch (error) {
            log.debug(`No progress this time: ${error instanceof Error ? error.message : String(error)}`);
        }
    }
    /** Ends with the work, and at the latest a moment after the signal. */
    async function withinGrace(work) {
        const done = new AbortController();
        const late = async () => {
            await fired(signal);
            await clock.sleep(GRACE_MS, done.signal);
        };
        await Promise.race([work, late()]);
        done.abort();
    }
}
/** Hooks that have not ended well yet: Helm may delete them as soon as they fail, so they are looked at every time. */
function underWay(objects, workloads) {
    return objects.filter(({ hook, kind, namespace, name }) => {
        if (!hook)
            return false;
        const job = workloads.find((each) => each.kind === kind && each.namespace === namespace && each.name === name);
        // Pods are not among the workloads.
        return kind === "Pod" || (job !== undefined && job.ready < job.wanted);
    });
}
async function fired(signal) {
    if (signal.aborted)
        return;
    await new Promise((resolve) => {
        signal.addEventListener("abort", resolve, { once: true });
    });
}

;// CONCATENATED MODULE: ./build/playbook/deploy/roll-out.js








/**
 * One run of Helm: starts it, follows it, stops it when it cannot succeed any more, and reads back what it made. Of a failure
 * it collects the evidence before anybody cleans up.
 * @param after the newest revision before; 0 when there was none
 * @param stop fires when the run shall end; then nothing is collected
 */
async function rollOut({ request, action, after }, ports, stop) {
    const { release, namespace } = request;
    const [ended, doomed] = [new AbortController(), new AbortController()];
    const seen = new Map();
    let finding;
    const watching = watchRollout({
        release,
        namespace,
        action,
        after,
        signal: ended.signal,
        seen,
        onDoomed(found) {
            finding = found;
            ports.log.info(`${found.problem}. This cannot heal by itself: Helm is stopped`);
            doomed.abort();
        },
    }, ports);
    let helm;
    try {
        helm = await ports.helm.upgradeInstall(request, AbortSignal.any([stop, doomed.signal]));
    }
    catch (error) {
        helm = { error };
    }
    ended.abort();
    const ofHooks = await watching;
    if (stop.aborted) {
        // A moment is left for this, and not for more.
        const left = await (0,attempt/* attempt */.C)("read what it has left", ports.log, () => newerThan(after, request, ports));
        const failure = {
            revision: left,
            error: stoppedEarly(request, stop),
            findings: [],
            evidence: [],
            stoppedByUs: true,
        };
        return { after, revision: left, failure, overtaken: false, seen };
    }
    const revision = await newerThan(after, request, ports);
    const overtakenBy = "error" in helm ? meanwhile(helm.error, revision) : notOurs(helm.revision, revision);
    const failed = overtakenBy ?? ("error" in helm ? helm.error : undefined);
    if (failed === undefined)
        return { after, revision, failure: undefined, overtaken: false, seen };
    const evidence = revision === undefined || overtakenBy ? [] : await collect({ action, revision, ofHooks, error: failed }, ports);
    const all = (0,helm_messages/* isAboutWaiting */.bT)((0,errors/* describeError */.Uc)(failed)) ? (0,findings/* findings */.P)(evidence) : [];
    return {
        after,
        revision,
        failure: {
            revision,
            error: failed,
            evidence,
            findings: finding ? withFirst(finding, all) : all,
            stoppedByUs: doomed.signal.aborted,
        },
        overtaken: overtakenBy !== undefined,
        seen,
    };
}
/** The newest revision, when it is newer than that one. */
async function newerThan(after, { release, namespace }, { releases }) {
    const last = (0,release_release/* newest */.BP)(await releases.history(release, namespace));
    if (last === undefined || last.revision <= after)
        return undefined;
    return releases.read(release, namespace, last.revision);
}
async function collect(made, { evidence, log }) {
    const objects = (0,made_objects/* objectsMadeBy */.j)(made.action, made.revision);
    const found = (await (0,attempt/* attempt */.C)("collect why it failed", log, () => evidence.collect(objects))) ?? [];
    const isThere = (hook) => found.some((each) => each.kind === hook.kind && each.name === hook.name);
    const gone = made.ofHooks.filter((hook) => !isThere(hook));
    return [...found, ...gone.map((hook) => asHelmSaysOf(hook, (0,errors/* describeError */.Uc)(made.error)))];
}
/** A hook that Helm has deleted already was last seen before it failed. */
function asHelmSaysOf(hook, message) {
    const failed = new RegExp(`\\b${hook.name}\\b.* (?:failed: (\\w+)|status: Failed)`, "i").exec(message);
    if (hook.kind !== "Job" || !failed || hook.conditions.some(({ type }) => type === "Failed"))
        return hook;
    const condition = { type: "Failed", status: "True", reason: failed[1] ?? "Failed", message: "" };
    return { ...hook, ready: 0, conditions: [...hook.conditions, condition] };
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
/** What could not heal comes first, in the words of the evidence where it is there: that has read the logs. */
function withFirst(doomed, all) {
    const isSame = ({ kind, object }) => kind === doomed.kind && object.kind === doomed.object.kind && object.name === doomed.object.name;
    return [all.find(isSame) ?? doomed, ...all.filter((each) => !isSame(each))];
}

;// CONCATENATED MODULE: ./build/playbook/deploy/carry-out.js








/** Goes the way that was chosen, to its end. Once `stop` fires nothing new is begun. */
async function carryOut(job, ports, stop) {
    const { way } = job;
    const done = [];
    if (hasLeftovers(job.found))
        await job.timed("recovery", () => clearTheWay(job, { done, stop }, ports));
    const first = await deployOnce({ ...job, action: way.deploy }, { done, stop }, ports);
    const outcome = {
        status: "deployed",
        action: actionOf(way),
        done,
        release: first.revision,
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
        return { ...failed, error: failureOf(job.request, failure, { overtaken: true }) };
    const after = { job, failed, failure, stop };
    if (way.otherwise !== "keep" && !(await isOurs(job, first, ports))) {
        return { ...failed, error: failureOf(job.request, failure, { overtaken: true }) };
    }
    if (way.otherwise === "reinstall" && mayHelp(first))
        return reinstall(after, ports);
    if (typeof way.otherwise === "object" && hasLeft(job, first))
        return goBack(after, way.otherwise.rollBackTo, ports);
    return { ...failed, error: failureOf(job.request, failure) };
}
function hasLeftovers({ situation }) {
    return situation.kind !== "absent" && situation.kind !== "deployed";
}
/** Brings what an earlier run has left into a state that Helm deploys over. */
async function clearTheWay(job, { done, stop }, ports) {
    const { request, found, way } = job;
    const { situation } = found;
    if (situation.kind === "absent" || situation.kind === "deployed")
        return;
    const last = await ports.releases.read(request.release, request.namespace, situation.last.revision);
    if (way.first === "uninstall") {
        await (0,clear_the_way/* removeRelease */.g)(request, { last, stop }, ports);
        done.push(`uninstalled what was left of revision ${situation.last.revision}`);
        return;
    }
    if (last !== undefined && request.recover !== "never")
        await (0,clear_the_way/* removeLeftovers */.D)(last, ports, stop);
    if (way.first === "nothing")
        return;
    const { rollBackTo } = way.first;
    try {
        // Without waiting: the upgrade that follows replaces it, and waits itself.
        await (0,roll_back/* rollBack */.F)({ ...request, revision: rollBackTo, wait: false }, ports, stop);
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
async function deployOnce({ request, chartPath, timed, action }, { done, stop }, ports) {
    const { release, namespace } = request;
    const after = (0,release_release/* newest */.BP)(await ports.releases.history(release, namespace))?.revision ?? 0;
    const verb = action === "install" ? "Installing" : "Upgrading";
    ports.log.info(`${verb} ${release} in ${namespace} with Helm ${ports.helm.version}`);
    const rolledOut = await timed("rollout", () => rollOut({ request: { ...request, chartPath }, action, after }, ports, stop));
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
    const last = failure.revision ?? (await lastOf(request, ports));
    ports.log.info(`${describeFirst(failure)}. Beginning anew, since ${request.release} never was deployed`);
    try {
        await job.timed("recovery", () => (0,clear_the_way/* removeRelease */.g)(request, { last, stop }, ports));
    }
    catch (error) {
        const release = await lastOf(job.request, ports);
        return { ...failed, release, error: failureOf(request, failure, { cleanUp: error }) };
    }
    done.push("uninstalled it, since it never was deployed");
    const second = await deployOnce({ ...job, action: "install" }, { done, stop }, ports);
    const outcome = {
        ...failed,
        status: second.failure ? "failed" : "deployed",
        action: "recovered-install",
        done,
        release: second.revision,
        failures: second.failure ? [failure, second.failure] : [failure],
        seen: second.seen,
    };
    return second.failure ? { ...outcome, error: failureOf(request, second.failure) } : outcome;
}
async function goBack({ job, failed, failure, stop }, revision, ports) {
    const { request } = job;
    try {
        const target = { ...request, revision, wait: true };
        const release = await job.timed("rollback", () => (0,roll_back/* rollBack */.F)(target, ports, stop));
        const done = [...failed.done, `rolled back to revision ${revision}, as revision ${release?.revision ?? "?"}`];
        const error = failureOf(request, failure, { rolledBackTo: revision });
        return { ...failed, status: "rolled-back", rolledBackTo: revision, done, release, error };
    }
    catch (error) {
        const done = [...failed.done, `the rollback to revision ${revision} failed`];
        const release = await lastOf(request, ports);
        return { ...failed, done, release, error: failureOf(request, failure, { rollback: error }) };
    }
}
/** The newest revision as it is now. */
async function lastOf({ release, namespace }, { releases }) {
    const last = (0,release_release/* newest */.BP)(await releases.history(release, namespace));
    return last && releases.read(release, namespace, last.revision);
}
function describeFirst({ findings, error }) {
    return findings[0]?.problem ?? (0,errors/* describeError */.Uc)(error);
}

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

;// CONCATENATED MODULE: ./build/playbook/deploy/read-live.js


/** What the cluster has of a revision now, hooks' workloads included. Empty where it cannot be read. */
async function readLive({ release, action }, { live, log }) {
    const none = { workloads: [], cronJobs: [], urls: [] };
    if (release === undefined)
        return none;
    const objects = (0,made_objects/* objectsMadeBy */.j)(action.endsWith("install") ? "install" : "upgrade", release);
    const found = await (0,attempt/* attempt */.C)("read what the cluster runs now", log, async () => {
        const [workloads, cronJobs, urls] = await Promise.all([
            live.workloads(objects),
            live.cronJobs(objects),
            live.urls(objects),
        ]);
        return { workloads, cronJobs, urls };
    });
    return found ?? none;
}

;// CONCATENATED MODULE: ./build/playbook/deploy/stopwatch.js
/** Measures how long each part of a run takes, also of one that fails. */
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

// EXTERNAL MODULE: ./build/release/lease-name.js
var lease_name = __webpack_require__(49502);
// EXTERNAL MODULE: ./build/playbook/hold-lease.js + 1 modules
var hold_lease = __webpack_require__(88077);
;// CONCATENATED MODULE: ./build/playbook/deploy/take-turn.js



/**
 * Waits until no other run works on the release, up to the deploy's timeout.
 * @throws UserError when another run still does then
 */
async function takeTurn(request, ports, cancelled) {
    const { release, namespace, holder, timeoutMs: waitMs, record } = request;
    const wanted = { namespace, name: (0,lease_name/* leaseNameFor */.R)(release), holder, runUrl: record.run.url, waitMs };
    const taken = await (0,hold_lease/* takeLease */._)(wanted, ports, cancelled).catch((error) => {
        if (!cancelled.aborted)
            throw error;
        throw new errors/* UserError */.yo(`${release}: stopped while waiting for its turn, ${(0,errors/* describeError */.Uc)(cancelled.reason)}; nothing was changed`);
    });
    if (taken.state === "forbidden") {
        ports.log.warn(`This login may not hold Leases in namespace ${namespace}: nothing keeps another deploy of ${release} from starting now. Grant get, create and update on leases (docs/eks-access.md)`);
        return { held: false, deadHolder: undefined, stop: cancelled, end: async () => { } };
    }
    if (taken.state === "busy") {
        const { by } = taken;
        throw new errors/* UserError */.yo(`${release} is being worked on by ${by.runUrl || by.holder} since ${by.acquiredAt}, and still is after the timeout. Nothing was changed. Wait until that run ends, or cancel it, and deploy again`);
    }
    const { lease } = taken;
    return {
        held: true,
        deadHolder: lease.deadHolder,
        stop: AbortSignal.any([cancelled, lease.lost]),
        end: (how) => (how === "settled" ? lease.release() : lease.abandon()),
    };
}

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
    const timed = stopwatch(clock);
    const { chart, turn, found } = await timed("preparation", async () => {
        // First: a chart that is not to be had leaves nothing behind.
        const fetched = await ports.charts.fetch(request.chart);
        if (cancelled.aborted)
            throw new errors/* UserError */.yo(`${request.release}: stopped before anything was changed`);
        await prepareNamespace(request, ports);
        const taken = await takeTurn(request, ports, cancelled);
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
        const text = describeFound(found, turn.deadHolder);
        const foundLine = `Found ${request.release} in ${request.namespace}: ${text}`;
        log.info(foundLine);
        const way = chosen(request, found, foundLine);
        if (turn.held)
            ports.postStep.expectAbove((0,release_release/* newest */.BP)(found.history)?.revision ?? 0);
        const outcome = await carryOut({ request, found, way, chartPath: chart.path, timed }, ports, turn.stop);
        // A Helm that was killed leaves its revision pending: the Lease of a dead run says that nobody works on it.
        if (!turn.stop.aborted && !(0,release_situation/* isUnfinished */.ui)(outcome.release?.status))
            end = "settled";
        const live = await timed("read-back", async () => {
            const read = await readLive(outcome, ports);
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
function describeFound({ situation, history }, dead) {
    const kept = (0,release_release/* newest */.BP)(history);
    if (situation.kind === "absent")
        return kept ? `no release (revision ${kept.revision} was uninstalled, its history kept)` : "no release";
    const { revision, status } = situation.last;
    const left = situation.kind === "pending" || situation.kind === "uninstalling";
    const by = left && dead ? `, left by a run that died (${dead.runUrl || dead.holder})` : "";
    return `revision ${revision}, ${status}${by}`;
}
/** After a rollback the chart is that of the revision that was gone back to. */
async function digestOf({ release, rolledBackTo }, chart, ports) {
    if (rolledBackTo === undefined || release === undefined)
        return chart.digest;
    const read = () => ports.releases.readRecord(release.name, release.namespace, rolledBackTo);
    const record = await (0,attempt/* attempt */.C)("read the record of what was gone back to", ports.log, read);
    return record?.chart.digest ?? "";
}
function chosen(request, { situation }, text) {
    const way = chooseWay(situation, request);
    if ("refusal" in way)
        throw new errors/* UserError */.yo(`${text}. ${way.refusal}`);
    return way;
}

// EXTERNAL MODULE: ./build/playbook/report/deploy-summary.js + 1 modules
var deploy_summary = __webpack_require__(98796);
// EXTERNAL MODULE: ./build/actions/cancellation.js
var cancellation = __webpack_require__(49613);
// EXTERNAL MODULE: ./build/actions/cluster-login.js + 3 modules
var cluster_login = __webpack_require__(87348);
// EXTERNAL MODULE: ./build/actions/run-action.js + 1 modules
var run_action = __webpack_require__(82644);
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
    const has = (document, key, value) => new RegExp(`^\\s*${key}:\\s*["']?${value.replace(/[^\w-]/g, "\\$&")}["']?\\s*$`, "m").test(document);
    const document = manifest
        .split(/^---\s*$/m)
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
        return { ...base, kind: found === "folder" ? "folder" : "archive" };
    }
    if (/^[\w.-]+\/[\w.-]+$/.test(chart) && !chart.startsWith("."))
        return { ...base, kind: "repository" };
    return {
        problem: `chart: "${chart}" is not here. Write a path from the workspace (is there a checkout step before?), repo/name, an https address of a .tgz, or oci://…`,
    };
}

// EXTERNAL MODULE: ./build/duration/duration.js
var duration = __webpack_require__(79805);
// EXTERNAL MODULE: ./build/release/release-name.js
var release_name = __webpack_require__(25011);
// EXTERNAL MODULE: ./build/values/inline-values.js
var inline_values = __webpack_require__(75013);
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
/** Reads one of several words. */
function choiceInput(io, name, { choices, problems }) {
    const text = io.input(name);
    const found = choices.find((choice) => choice === text);
    if (found === undefined)
        problems.push(`${name}: "${text}" is none of ${choices.join(", ")}`);
    return found ?? choices[0];
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
    const release = io.input("release");
    const namespace = io.input("namespace");
    problems.push(...nameProblems(release, namespace, io.lines("protected-namespaces")));
    const chart = readChart(io, problems);
    const values = io.text("values");
    const secretValues = io.text("secret-values");
    for (const problem of [(0,inline_values/* inlineValuesProblem */.$b)("values", values), (0,inline_values/* secretValuesProblem */.WN)(secretValues)]) {
        if (problem !== undefined)
            problems.push(problem);
    }
    const timeoutMs = (0,duration/* parseDuration */.E)(io.input("timeout"));
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
        recover: choiceInput(io, "recover", { choices: ["auto", "never", "auto-delete-volumes"], problems }),
        onFailure: choiceInput(io, "on-failure", { choices: ["rollback", "keep"], problems }),
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
        release === "" ? "release: missing; write the Helm release's name, such as orders" : (0,release_name/* releaseNameProblem */.A)(release),
        namespace === ""
            ? "namespace: missing; write the namespace to deploy to, such as commerce"
            : (0,release_name/* namespaceNameProblem */.S)(namespace),
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
            : (0,inline_values/* inlineValuesProblem */.$b)(`value-files: ${path}`, file.text);
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
        const how = FIXED_FLAGS[flag];
        if (how !== undefined)
            problems.push(`helm-args: ${flag} is decided by the action: ${how}; leave it out`);
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

// EXTERNAL MODULE: ./build/actions/deploy/unfinished.js
var deploy_unfinished = __webpack_require__(14713);
// EXTERNAL MODULE: ./build/values/reused-values.js
var reused_values = __webpack_require__(52230);
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
    const secrets = (0,inline_values/* leaves */.FQ)(inputs.secretValues);
    io.hide((0,values_secrets/* masksFor */.RM)(secrets));
    const short = secrets.filter((secret) => secret.length < values_secrets/* SHORTEST_MASK */.SE).length;
    if (short > 0) {
        io.log.warn(`secret-values: ${short} of ${secrets.length} values have fewer than ${values_secrets/* SHORTEST_MASK */.SE} characters and cannot be masked; do not print them`);
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
        io.log.info(`Deploying ${inputs.release} to namespace ${inputs.namespace} of ${where}`);
        const folder = await (0,private_folder/* makePrivateFolder */.I2)();
        io.keep("folder", folder);
        const cancelled = (0,cancellation/* cancellation */.W)((signal) => io.log.info(`Got ${signal}: telling Helm to stop`));
        let inOrder = false;
        try {
            const result = await deploy(inputs, { folder, cancelled: cancelled.signal }, io);
            inOrder = result.settled;
            if (result.status !== "deployed")
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
        findHelm(inputs.helmVersion, { env: process.env, log: io.log.info }),
        (0,cluster_login/* logIn */.E)(inputs.target, folder, io),
        runContext(),
        (0,kubernetes_client/* loadKubernetesClient */.u)(),
    ]);
    const client = await (0,kubernetes_client/* openCluster */.D)(login);
    const program = (0,deploy_unfinished/* helmProgram */.J$)(helm.path, io);
    const { repository, commit, ref, actor, url } = context;
    const { release, namespace, timeoutMs, historyMax, onFailure } = inputs;
    const target = { release, namespace, kubeconfig: login.kubeconfig, kubeContext: client.context };
    const holder = (0,deploy_unfinished/* newHolder */.lb)(url);
    const unfinished = { ...target, timeoutMs, historyMax, onFailure, holder, runUrl: url, helm: { ...helm } };
    const result = await deployRelease({
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
    }, {
        helm: (0,helm_cli/* helmCli */.D)(program, helm),
        charts: helmCharts(program, { folder, extraArguments: pullArguments(inputs.helmArgs) }),
        releases: (0,release_secrets/* releaseSecrets */.t)(client),
        leases: (0,leases/* clusterLeases */.Q)(client),
        namespaces: clusterNamespaces(client),
        live: (0,live_objects/* clusterObjects */.r)(client),
        evidence: hiddenEvidence(clusterEvidence(client), io.hidden),
        postStep: (0,deploy_unfinished/* postStep */.FW)(unfinished, io),
        log: io.log,
        clock: clock/* systemClock */.m,
    }, cancelled);
    writeOutputs(result, inputs.namespace, io);
    const error = result.error === undefined ? "" : (0,errors/* describeError */.Uc)(result.error);
    await io.summary((0,deploy_summary/* deploySummary */.eN)(result, { ...inputs, cluster: client.context, helmVersion: helm.version, error }));
    return result;
}


/***/ }),

/***/ 25011:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   A: () => (/* binding */ releaseNameProblem),
/* harmony export */   S: () => (/* binding */ namespaceNameProblem)
/* harmony export */ });
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


/***/ })

};
