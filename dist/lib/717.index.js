export const id = 717;
export const ids = [717];
export const modules = {

/***/ 35120:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  tE: () => (/* binding */ booleanInput),
  ij: () => (/* binding */ choiceInput),
  AS: () => (/* binding */ pairs)
});

;// CONCATENATED MODULE: ./build/advice/nearest.js
/** The word that is most like `text`, or `undefined` when none is like it. */
function nearest(text, words) {
    const wanted = text.toLowerCase().replace(/[\s_]+/g, "-");
    const [best] = words
        .map((word) => ({ word, distance: distance(wanted, word.toLowerCase()) }))
        .filter(({ word, distance: far }) => far <= Math.max(1, Math.floor(word.length / 3)))
        .toSorted((a, b) => a.distance - b.distance);
    return best?.word;
}
/** How many letters have to be put in, taken out or replaced: https://en.wikipedia.org/wiki/Levenshtein_distance */
function distance(a, b) {
    let row = Array.from({ length: b.length + 1 }, (_, at) => at);
    for (const [i, letter] of Array.from(a).entries()) {
        const next = [i + 1];
        for (const [j, other] of Array.from(b).entries()) {
            next.push(Math.min((next[j] ?? 0) + 1, (row[j + 1] ?? 0) + 1, (row[j] ?? 0) + (letter === other ? 0 : 1)));
        }
        row = next;
    }
    return row[b.length] ?? 0;
}

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
    if (found === undefined) {
        const meant = nearest(text, choices);
        problems.push(`${name}: "${text}" is none of ${choices.join(", ")}${meant ? `; did you mean ${meant}?` : ""}`);
    }
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


/***/ }),

/***/ 76313:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  XR: () => (/* binding */ checkHelmDriver),
  Jj: () => (/* binding */ readHelmVersion),
  zI: () => (/* binding */ readHistoryMax),
  vZ: () => (/* binding */ readReleaseName),
  OW: () => (/* binding */ readTimeout)
});

// EXTERNAL MODULE: ./build/duration/duration.js
var duration = __webpack_require__(79805);
// EXTERNAL MODULE: ./build/errors.js
var errors = __webpack_require__(19473);
// EXTERNAL MODULE: ./build/helm-version/wanted-version.js
var wanted_version = __webpack_require__(80720);
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

;// CONCATENATED MODULE: ./build/actions/release-inputs.js




/**
 * Reads `release` and `namespace`; adds what is wrong to `problems`.
 * @param missing says what to write as the namespace, such as "the namespace to deploy to, such as commerce"
 */
function readReleaseName(io, problems, missing) {
    const [release, namespace] = [io.input("release"), io.input("namespace")];
    const found = [
        release === "" ? "release: missing; write the Helm release's name, such as orders" : releaseNameProblem(release),
        namespace === "" ? `namespace: missing; write ${missing}` : namespaceNameProblem(namespace),
    ];
    problems.push(...found.filter((problem) => problem !== undefined));
    return { release, namespace };
}
/** Reads `timeout`, in milliseconds. */
function readTimeout(io, problems) {
    const timeoutMs = (0,duration/* parseDuration */.E)(io.input("timeout"));
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
        (0,wanted_version/* parseWantedHelm */.RR)(text);
    }
    catch (error) {
        problems.push((0,errors/* describeError */.Uc)(error));
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

/***/ 59426:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   p: () => (/* binding */ runContext)
/* harmony export */ });
/** Reads the run's context. The library that does it is large, so it is loaded while something else is waited for. */
async function runContext() {
    const { context } = await __webpack_require__.e(/* import() */ 413).then(__webpack_require__.bind(__webpack_require__, 92413));
    const { sha, ref, actor, serverUrl, runId, runAttempt } = context;
    const repository = process.env.GITHUB_REPOSITORY ?? "";
    const url = runId ? `${serverUrl}/${repository}/actions/runs/${runId}/attempts/${runAttempt || 1}` : "";
    return { repository, commit: sha, ref, actor, url };
}


/***/ }),

/***/ 54229:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  M: () => (/* binding */ findHelm)
});

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

// EXTERNAL MODULE: ./build/helm-version/wanted-version.js
var wanted_version = __webpack_require__(80720);
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
// EXTERNAL MODULE: ./build/helm-version/helm-version.js
var helm_version = __webpack_require__(36871);
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
            const found = (0,helm_version/* parseHelmVersion */.E)(stdout);
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
    const { find } = await Promise.all(/* import() */[__webpack_require__.e(88), __webpack_require__.e(805)]).then(__webpack_require__.bind(__webpack_require__, 59805));
    const spec = wish.kind === "exact" ? wish.version : `${wish.major}.x`;
    const folder = await withCacheFolder(cacheFolder, async () => find(tool, spec, process.arch));
    return folder === "" ? undefined : (0,external_node_path_.join)(folder, binaryInArchive(platform));
}
/** Unpacks a verified archive into `folder`. */
async function unpack(archive, folder) {
    const { extractTar, extractZip } = await Promise.all(/* import() */[__webpack_require__.e(88), __webpack_require__.e(805)]).then(__webpack_require__.bind(__webpack_require__, 59805));
    await (archive.endsWith(".zip") ? extractZip(archive, folder) : extractTar(archive, folder));
}
/** Copies an unpacked archive into the tool cache and gives the path of the Helm there. */
async function keepInToolCache(unpacked, helm, cacheFolder) {
    const { cacheDir } = await Promise.all(/* import() */[__webpack_require__.e(88), __webpack_require__.e(805)]).then(__webpack_require__.bind(__webpack_require__, 59805));
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
    const wish = (0,wanted_version/* parseWantedHelm */.RR)(wanted);
    if (wish.kind === "path")
        return helmAt(wish, context);
    const onPath = await helmOnPath(wish, context);
    if (onPath !== undefined)
        return onPath;
    const platform = helmPlatform(process.platform, process.arch);
    if (platform === undefined) {
        throw new errors/* UserError */.yo(`There is no Helm ${(0,wanted_version/* nameWanted */.Ro)(wish)} on PATH, and none is downloaded for ${process.platform} ${process.arch}. Put Helm on PATH, or set helm-version to the path of a Helm binary.`);
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
    if (!(0,wanted_version/* fits */.lA)(wish, answer.found)) {
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
    if (!(0,wanted_version/* fits */.lA)(wish, answer.found)) {
        log(`Helm on PATH is skipped: ${path} is ${answer.found.version}, helm-version asks for ${(0,wanted_version/* nameWanted */.Ro)(wish)}`);
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
    if ("reason" in answer || !(0,wanted_version/* fits */.lA)(wish, answer.found)) {
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


/***/ }),

/***/ 39655:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   e: () => (/* binding */ hiddenEvidence)
/* harmony export */ });
/* harmony import */ var _evidence_text_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(22205);

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
    const hide = (text) => hidden((0,_evidence_text_js__WEBPACK_IMPORTED_MODULE_0__/* .plain */ .pj)(hidden(text)));
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


/***/ }),

/***/ 53818:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  i: () => (/* binding */ clusterEvidence)
});

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

// EXTERNAL MODULE: ./build/evidence/text.js
var evidence_text = __webpack_require__(22205);
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


/***/ }),

/***/ 7132:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  J: () => (/* binding */ clusterDryRun)
});

// EXTERNAL MODULE: ./build/plan/patches.js
var patches = __webpack_require__(72120);
// EXTERNAL MODULE: ./build/adapters/kubernetes/api-errors.js
var api_errors = __webpack_require__(14520);
;// CONCATENATED MODULE: ./build/adapters/kubernetes/few-at-a-time.js
/** The results of `each` for all items, in their order, of which at most that many are under way at once. */
async function fewAtATime(items, atOnce, each) {
    const results = [];
    const queue = items.entries();
    const work = async () => {
        for (const [index, item] of queue)
            results[index] = await each(item);
    };
    await Promise.all(Array.from({ length: Math.min(atOnce, items.length) }, work));
    return results;
}

// EXTERNAL MODULE: ./build/adapters/kubernetes/plain-objects.js
var plain_objects = __webpack_require__(74779);
;// CONCATENATED MODULE: ./build/adapters/kubernetes/server-dry-run/refusal.js

/** What says more of the way to the cluster, or of its load, than of the object. */
const PASSING = new Set([429, 502, 503, 504]);
/** @throws OutsideError where the server does not answer, or does not know the login */
function refusalOf(operation, error) {
    const status = (0,api_errors/* apiStatus */.$T)(error);
    const failure = (0,api_errors/* apiError */.pb)(operation, error);
    if (status === undefined || status === 401)
        throw failure;
    const { reason } = failure.failure;
    const isForbidden = status === 403 && /\bcannot (get|patch) resource\b/.test(reason);
    // https://kubernetes.io/docs/reference/access-authn-authz/extensible-admission-controllers/#side-effects
    const cannotDry = status === 405 || reason.includes("does not support dry run");
    if (isForbidden || cannotDry || PASSING.has(status))
        return { uncompared: reason };
    const conflicts = status === 409 ? conflictsOf(error) : [];
    return { problem: reason, ...(conflicts.length > 0 ? { conflicts } : {}) };
}
/** The fields that other managers own: https://kubernetes.io/docs/reference/using-api/server-side-apply/#conflicts */
function conflictsOf(error) {
    const { body } = error;
    const status = (typeof body === "string" ? parsed(body) : body);
    return (status?.details?.causes ?? [])
        .filter(({ reason }) => reason === "FieldManagerConflict")
        .map(({ field = "" }) => field);
}
/** A proxy before the API server may answer with a page of its own. */
function parsed(body) {
    try {
        return JSON.parse(body);
    }
    catch {
        return undefined;
    }
}

;// CONCATENATED MODULE: ./build/adapters/kubernetes/server-dry-run.js





const AT_ONCE = 10;
const TRIES = 3;
/** Asks a real cluster what a deploy would change. */
function clusterDryRun(client) {
    const api = (0,plain_objects/* plainObjects */.T)(client);
    return { compare: (pairs, options) => fewAtATime(pairs, AT_ONCE, (pair) => compare(api, pair, options)) };
}
/** Controllers write too: what they write between the two questions would look like a change of the deploy's. */
async function compare(api, pair, options) {
    for (let tried = 1;; tried++) {
        const found = await compareOnce(api, pair, options);
        const { before, after } = found;
        // A dry run makes no new version.
        const isOfOneVersion = before?.metadata.resourceVersion === after?.metadata.resourceVersion;
        if (tried === TRIES || before === undefined || after === undefined || isOfOneVersion)
            return found;
    }
}
async function compareOnce(api, pair, options) {
    const object = pair.rendered ?? pair.original;
    if (object === undefined)
        return {};
    const { kind, metadata } = object;
    const operation = `ask what would change of ${kind} ${metadata.name}`;
    let place;
    let before;
    try {
        place = await (0,plain_objects/* placeOf */.$)(api, object, options.namespace);
        before = place && (await api.read(place));
    }
    catch (error) {
        if (!(0,api_errors/* isGone */.ST)(error))
            return uncompared(operation, error);
    }
    const rendered = pair.rendered && inPlace(pair.rendered, place);
    if (place === undefined || before === undefined)
        return rendered ? { after: rendered } : {};
    if (rendered === undefined)
        return { before };
    const live = { place, before, rendered };
    try {
        return options.serverSide ? await applied(api, live, operation) : await patched(api, live, pair.original);
    }
    catch (error) {
        // Deleted in the meantime.
        return (0,api_errors/* isGone */.ST)(error) ? { after: rendered } : { before, ...refusalOf(operation, error) };
    }
}
function inPlace(object, place) {
    if (!place?.kind.namespaced)
        return object;
    return { ...object, metadata: { ...object.metadata, namespace: place.namespace } };
}
/** What Helm 4 does: https://github.com/helm/helm/blob/v4.1.4/pkg/kube/client.go */
async function applied(api, { place, before, rendered }, operation) {
    const apply = (force) => api.patch(place, { form: "application/apply-patch+yaml", body: rendered, force, dryRun: true });
    try {
        return { before, after: await apply(false) };
    }
    catch (error) {
        const refusal = refusalOf(operation, error);
        if (!("conflicts" in refusal))
            throw error;
        try {
            return { before, after: await apply(true), ...refusal };
        }
        catch (another) {
            if ((0,api_errors/* isGone */.ST)(another))
                throw another;
            const more = refusalOf(operation, another);
            return { before, problem: [refusal.problem, ...("problem" in more ? [more.problem] : [])].join("; ") };
        }
    }
}
/** What Helm 3 does, and Helm 4 for releases of Helm 3. */
async function patched(api, { place, before, rendered }, original) {
    const patch = (0,patches/* helmPatch */.FK)({ original, rendered, live: before });
    return { before, after: patch ? await api.patch(place, { ...patch, dryRun: true }) : before };
}
function uncompared(operation, error) {
    const refusal = refusalOf(operation, error);
    return { uncompared: "uncompared" in refusal ? refusal.uncompared : refusal.problem };
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

/***/ 4346:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   m: () => (/* binding */ collectEvidence)
/* harmony export */ });
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(19473);
/* harmony import */ var _evidence_findings_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(21488);
/* harmony import */ var _release_helm_messages_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(7933);
/* harmony import */ var _release_made_objects_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(2876);
/* harmony import */ var _attempt_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(81425);





/** What the cluster says about it. For when nothing is cleaned up yet. Never fails. */
async function collectEvidence(ended, ports) {
    const { revision, error, doomed } = ended;
    const evidence = revision === undefined ? [] : await collect({ ...ended, revision }, ports);
    const all = (0,_release_helm_messages_js__WEBPACK_IMPORTED_MODULE_4__/* .isAboutWaiting */ .bT)((0,_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .describeError */ .Uc)(error)) ? (0,_evidence_findings_js__WEBPACK_IMPORTED_MODULE_1__/* .findings */ .P)(evidence) : [];
    return { evidence, findings: doomed ? withFirst(doomed, all) : all, stoppedByUs: doomed !== undefined };
}
async function collect(ended, { evidence, log }) {
    const objects = (0,_release_made_objects_js__WEBPACK_IMPORTED_MODULE_2__/* .objectsMadeBy */ .j)(ended.action, ended.revision);
    const found = (await (0,_attempt_js__WEBPACK_IMPORTED_MODULE_3__/* .attempt */ .C)("collect why it failed", log, () => evidence.collect(objects))) ?? [];
    const isThere = (hook) => found.some((each) => each.kind === hook.kind && each.name === hook.name);
    const gone = ended.ofHooks.filter((hook) => !isThere(hook));
    return [...found, ...gone.map((hook) => asHelmSaysOf(hook, (0,_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .describeError */ .Uc)(ended.error)))];
}
/** A hook that Helm has deleted already was last seen before it failed. */
function asHelmSaysOf(hook, message) {
    const failed = new RegExp(`\\b${hook.name}\\b.* (?:failed: (\\w+)|status: Failed)`, "i").exec(message);
    if (hook.kind !== "Job" || !failed || hook.conditions.some(({ type }) => type === "Failed"))
        return hook;
    const condition = { type: "Failed", status: "True", reason: failed[1] ?? "Failed", message: "" };
    return { ...hook, ready: 0, conditions: [...hook.conditions, condition] };
}
/** What could not heal comes first, in the words of the evidence where it is there: that has read the logs. */
function withFirst(doomed, all) {
    const isSame = ({ kind, object }) => kind === doomed.kind && object.kind === doomed.object.kind && object.name === doomed.object.name;
    return [all.find(isSame) ?? doomed, ...all.filter((each) => !isSame(each))];
}


/***/ }),

/***/ 92122:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   K: () => (/* binding */ describeFound),
/* harmony export */   O: () => (/* binding */ chosenWay)
/* harmony export */ });
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(19473);
/* harmony import */ var _release_release_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(43007);
/* harmony import */ var _release_way_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(79253);



/** What there is of a release, in words. */
function describeFound({ situation, history }, dead) {
    const kept = (0,_release_release_js__WEBPACK_IMPORTED_MODULE_1__/* .newest */ .BP)(history);
    if (situation.kind === "absent")
        return kept ? `no release (revision ${kept.revision} was uninstalled, its history kept)` : "no release";
    const { revision, status } = situation.last;
    const left = situation.kind === "pending" || situation.kind === "uninstalling";
    const by = left && dead ? `, left by a run that died (${dead.runUrl || dead.holder})` : "";
    return `revision ${revision}, ${status}${by}`;
}
/**
 * The way to go about what was found.
 * @param text says what that is
 * @throws UserError where there is none
 */
function chosenWay(request, { situation }, text) {
    const way = (0,_release_way_js__WEBPACK_IMPORTED_MODULE_2__/* .chooseWay */ .T)(situation, request);
    if ("refusal" in way)
        throw new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .UserError */ .yo(`${text}. ${way.refusal}`);
    return way;
}


/***/ }),

/***/ 31482:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   LV: () => (/* binding */ stoppedEarly),
/* harmony export */   c6: () => (/* binding */ failureEnding),
/* harmony export */   g5: () => (/* binding */ failureOf)
/* harmony export */ });
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(19473);

/**
 * The error of a deploy that failed. Its first line says what is wrong with which object where that is known, else what
 * Helm said; the next one what to do; its last one what the release is like now.
 */
function failureOf(request, failure, afterwards) {
    const { release } = request;
    return failureEnding(failure, stateAfter({ release, revision: failure.revision }, afterwards));
}
/** The same, with that as its last line. */
function failureEnding(failure, last) {
    const { stoppedByUs } = failure;
    const [finding] = failure.findings;
    const error = finding ? withoutNext(failure.error) : failure.error;
    const helm = (0,_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .describeError */ .Uc)(error);
    const first = finding ? [finding.problem, `Next: ${finding.next}`, stoppedByUs ? "" : helm] : [helm];
    const cause = stoppedByUs ? undefined : error;
    return new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .StepError */ .zg([...first, last], cause);
}
/** Of two next steps that of the evidence counts: it knows the object. */
function withoutNext(error) {
    if (!(error instanceof _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .OutsideError */ .Cp))
        return error;
    const { next: _, ...failure } = error.failure;
    return new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .OutsideError */ .Cp(failure);
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
        return `It was not cleaned up. ${(0,_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .describeError */ .Uc)(afterwards.cleanUp)}`;
    return `The rollback failed too; the next deploy goes on from there. ${(0,_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .describeError */ .Uc)(afterwards.rollback)}`;
}
/** The error of a run that had to stop before its end. */
function stoppedEarly({ release }, stop) {
    return new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .StepError */ .zg([
        `${release}: stopped early, ${(0,_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .describeError */ .Uc)(stop.reason)}`,
        "Next: where a revision was deployed before and on-failure is rollback, the post step of this job goes back to it; else the next deploy cleans up",
    ]);
}


/***/ }),

/***/ 94717:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  w: () => (/* binding */ followHelm)
});

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

// EXTERNAL MODULE: ./build/release/made-objects.js
var made_objects = __webpack_require__(2876);
// EXTERNAL MODULE: ./build/workloads/workload.js
var workload = __webpack_require__(13624);
// EXTERNAL MODULE: ./build/playbook/deploy/newest-revision.js
var newest_revision = __webpack_require__(58224);
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
        const found = await (0,newest_revision/* newestRevision */.A)({ release, namespace }, ports, after);
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

;// CONCATENATED MODULE: ./build/playbook/deploy/follow-helm.js

/**
 * Follows a run of Helm in the log until it ends, and stops it when it cannot succeed any more.
 * @param work runs Helm, and tells it to stop when its signal fires. What it throws is a result.
 * @param stop fires when the run shall end
 */
async function followHelm({ work, ...watched }, ports, stop) {
    const [ended, hopeless] = [new AbortController(), new AbortController()];
    const seen = new Map();
    let doomed;
    const watching = watchRollout({
        ...watched,
        seen,
        signal: ended.signal,
        onDoomed(found) {
            doomed = found;
            ports.log.info(`${found.problem}. This cannot heal by itself: Helm is stopped`);
            hopeless.abort();
        },
    }, ports);
    let result;
    try {
        result = { value: await work(AbortSignal.any([stop, hopeless.signal])) };
    }
    catch (error) {
        result = { error };
    }
    ended.abort();
    return { result, ofHooks: await watching, doomed, seen };
}


/***/ }),

/***/ 42013:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   p: () => (/* binding */ readLive)
/* harmony export */ });
/* harmony import */ var _release_made_objects_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(2876);
/* harmony import */ var _attempt_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(81425);


/** What the cluster has of a revision now, hooks' workloads included. Empty where it cannot be read. */
async function readLive({ release, action }, { live, log }) {
    const none = { workloads: [], cronJobs: [], urls: [] };
    if (release === undefined)
        return none;
    const way = action === "recovered-install" ? "install" : action === "recovered-upgrade" ? "upgrade" : action;
    const objects = (0,_release_made_objects_js__WEBPACK_IMPORTED_MODULE_0__/* .objectsMadeBy */ .j)(way, release);
    const found = await (0,_attempt_js__WEBPACK_IMPORTED_MODULE_1__/* .attempt */ .C)("read what the cluster runs now", log, async () => {
        const [workloads, cronJobs, urls] = await Promise.all([
            live.workloads(objects),
            live.cronJobs(objects),
            live.urls(objects),
        ]);
        return { workloads, cronJobs, urls };
    });
    return found ?? none;
}


/***/ }),

/***/ 47719:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   s: () => (/* binding */ stopwatch)
/* harmony export */ });
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


/***/ }),

/***/ 72727:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   t: () => (/* binding */ storeFlags)
/* harmony export */ });
/* harmony import */ var _attempt_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(81425);

/**
 * What is deployed keeps the flags that its CronJobs have now in its stored manifest: whoever goes back to it, by whatever means,
 * finds them, also of CronJobs that this run deletes.
 */
async function storeFlags(before, flags, { releases, log }) {
    if (before?.status !== "deployed")
        return;
    await (0,_attempt_js__WEBPACK_IMPORTED_MODULE_0__/* .attempt */ .C)("keep the suspend flags of what is deployed", log, async () => {
        const manifest = await flags.asLive(before.manifest);
        if (manifest !== before.manifest)
            await releases.rewriteManifest(before, manifest);
    });
}


/***/ }),

/***/ 15385:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   V: () => (/* binding */ takeTurn)
/* harmony export */ });
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(19473);
/* harmony import */ var _release_lease_name_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(49502);
/* harmony import */ var _hold_lease_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(88077);



/**
 * Waits until no other run works on the release, up to the timeout.
 * @throws UserError when another run still does then
 */
async function takeTurn(request, ports, cancelled) {
    const { release, namespace, holder, timeoutMs: waitMs, record } = request;
    const wanted = { namespace, name: (0,_release_lease_name_js__WEBPACK_IMPORTED_MODULE_2__/* .leaseNameFor */ .R)(release), holder, runUrl: record.run.url, waitMs };
    const taken = await (0,_hold_lease_js__WEBPACK_IMPORTED_MODULE_1__/* .takeLease */ ._)(wanted, ports, cancelled).catch((error) => {
        if (!cancelled.aborted)
            throw error;
        throw new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .UserError */ .yo(`${release}: stopped while waiting for its turn, ${(0,_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .describeError */ .Uc)(cancelled.reason)}; nothing was changed`);
    });
    if (taken.state === "forbidden") {
        ports.log.warn(`This login may not hold Leases in namespace ${namespace}: nothing keeps another run from working on ${release} now. Grant get, create and update on leases (docs/eks-access.md)`);
        return { held: false, deadHolder: undefined, stop: cancelled, end: async () => { } };
    }
    if (taken.state === "busy") {
        const { by } = taken;
        throw new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .UserError */ .yo(`${release} is being worked on by ${by.runUrl || by.holder} since ${by.acquiredAt}, and still is after the timeout. Nothing was changed. Wait until that run ends, or cancel it, and run this again`);
    }
    const { lease } = taken;
    return {
        held: true,
        deadHolder: lease.deadHolder,
        stop: AbortSignal.any([cancelled, lease.lost]),
        end: (how) => (how === "settled" ? lease.release() : lease.abandon()),
    };
}


/***/ }),

/***/ 1057:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   T: () => (/* binding */ findRecord)
/* harmony export */ });
/* harmony import */ var _release_rollback_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(79284);

/**
 * What the deploy of a revision has recorded; a rollback copies an earlier revision, whose record still holds. `undefined`
 * where another tool made it, its deploy did not end well, or the revision that it is a copy of is pruned.
 */
async function findRecord(revision, { releases }) {
    const { name, namespace } = revision;
    let source = revision;
    while (source !== undefined) {
        const record = await releases.readRecord(name, namespace, source.revision);
        if (record !== undefined)
            return record;
        const target = (0,_release_rollback_js__WEBPACK_IMPORTED_MODULE_0__/* .rolledBackTo */ .r)(source);
        source = target === undefined ? undefined : await releases.read(name, namespace, target);
        if (source !== undefined && !(0,_release_rollback_js__WEBPACK_IMPORTED_MODULE_0__/* .sameContent */ .C)(source, revision))
            source = undefined;
    }
    return undefined;
}


/***/ }),

/***/ 73420:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  s: () => (/* binding */ hideSecrets)
});

;// CONCATENATED MODULE: ./build/values/leaves-at.js
/** Every leaf that values have at these paths or below them, as text. Paths that are not there are passed over. */
function leavesAt(values, paths) {
    return [...new Set(paths.flatMap((path) => leavesOf(path.reduce(below, values))))];
}
function below(value, key) {
    return isMap(value) && Object.hasOwn(value, key) ? value[key] : undefined;
}
function leavesOf(value) {
    if (value === undefined || value === null || value === "")
        return [];
    if (Array.isArray(value))
        return value.flatMap(leavesOf);
    if (isMap(value))
        return Object.values(value).flatMap(leavesOf);
    return [typeof value === "string" ? value : JSON.stringify(value)];
}
function isMap(value) {
    return typeof value === "object" && value !== null && !Array.isArray(value);
}

// EXTERNAL MODULE: ./build/values/secrets.js
var secrets = __webpack_require__(14882);
// EXTERNAL MODULE: ./build/playbook/deploy/attempt.js
var attempt = __webpack_require__(81425);
// EXTERNAL MODULE: ./build/playbook/find-record.js
var find_record = __webpack_require__(1057);
;// CONCATENATED MODULE: ./build/playbook/hide-secrets.js




/**
 * Hides what `secret-values` gave to these revisions from all that this run says, as their deploys did. A deploy that failed
 * has no record: its secrets are looked for where the others had theirs.
 * @param secretPaths where else values are secret
 */
async function hideSecrets(revisions, { releases, hide, log }, secretPaths = []) {
    const all = revisions.filter((each) => each !== undefined);
    const records = await (0,attempt/* attempt */.C)("read which values are secret", log, () => Promise.all(all.map((each) => (0,find_record/* findRecord */.T)(each, { releases }))));
    const recorded = (records ?? []).flatMap((record) => record?.values.secretPaths ?? []);
    const paths = [...recorded, ...secretPaths];
    hide((0,secrets/* masksFor */.RM)(all.flatMap(({ values }) => leavesAt(values, paths))));
}


/***/ }),

/***/ 76526:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  C: () => (/* binding */ makePlan)
});

// EXTERNAL MODULE: ./build/plan/documents.js
var documents = __webpack_require__(89272);
// EXTERNAL MODULE: ./build/plan/kube-object.js
var kube_object = __webpack_require__(42349);
;// CONCATENATED MODULE: ./build/plan/helm-marks.js

/** The object as Helm sends it: with the label and annotations that name its release, which no manifest has. */
function asHelmSends(object, owner) {
    const { labels, annotations } = object.metadata;
    const metadata = {
        ...object.metadata,
        labels: { ...((0,kube_object/* isMap */.jh)(labels) ? labels : {}), "app.kubernetes.io/managed-by": "Helm" },
        annotations: {
            ...((0,kube_object/* isMap */.jh)(annotations) ? annotations : {}),
            "meta.helm.sh/release-name": owner.release,
            "meta.helm.sh/release-namespace": owner.namespace,
        },
    };
    return { ...object, metadata };
}
/** Whether Helm leaves the object where it is: https://helm.sh/docs/howto/charts_tips_and_tricks/#tell-helm-not-to-uninstall-a-resource */
function isLeftBehind({ metadata: { annotations } }) {
    return (0,kube_object/* isMap */.jh)(annotations) && annotations["helm.sh/resource-policy"] === "keep";
}

// EXTERNAL MODULE: external "node:util"
var external_node_util_ = __webpack_require__(57975);
;// CONCATENATED MODULE: ./build/plan/secret-values.js

/** Fields of a Secret that hold no value of it, and fields of its metadata that every object has. */
const OPEN_FIELDS = new Set(["apiVersion", "kind", "metadata", "type", "immutable"]);
const OPEN_METADATA = new Set([
    "name",
    "generateName",
    "namespace",
    "labels",
    "annotations",
    "finalizers",
    "ownerReferences",
    "deletionTimestamp",
    "deletionGracePeriodSeconds",
]);
/** Go's form of a map or a list, in which Helm 4 quotes what it cannot convert: numbers in it may be written in another way. */
const GO_VALUE = "valueUnstructured{";
/** Whether a field of a Secret may be shown: of all others, such as a misspelt `stringdata`, the value may be secret. */
function isOpenField(field, value) {
    return OPEN_FIELDS.has(field) && (typeof value !== "object" || value === null);
}
function isOpenMetadata(field) {
    return OPEN_METADATA.has(field);
}
/** The words, unless they hold a value of one of these Secrets. */
function withoutSecrets(words, objects) {
    const secrets = objects.filter((object) => object?.kind === "Secret");
    const quotesGo = secrets.length > 0 && words.includes(GO_VALUE);
    if (!quotesGo && !secrets.some((secret) => secret && valuesOf(secret).some((value) => words.includes(value)))) {
        return words;
    }
    return "(the cluster's words are hidden, since they hold a value of the Secret)";
}
/** All forms in which the values of a Secret may be said: as a whole, line by line, and each part of one that is no text. */
function valuesOf(secret) {
    const hidden = Object.entries(secret).filter(([field, value]) => field !== "metadata" && !isOpenField(field, value));
    const misplaced = Object.entries((0,kube_object/* isMap */.jh)(secret.metadata) ? secret.metadata : {}).filter(([field]) => !isOpenMetadata(field));
    const given = [...hidden, ...misplaced].flatMap(([, value]) => partsOf(value));
    const encoded = partsOf(secret.data);
    const plain = [...given, ...encoded.map((value) => Buffer.from(value, "base64").toString())];
    const forms = [
        ...plain,
        ...plain.flatMap((value) => value.split(/\r?\n/)),
        ...plain.map((value) => JSON.stringify(value).slice(1, -1)),
        ...plain.map((value) => Buffer.from(value).toString("base64")),
    ];
    return [...new Set(forms.map((form) => form.trim()))].filter((form) => form !== "");
}
/** A value as text; of a map or a list each part of it, which again may be one: then also as JSON. */
function partsOf(value) {
    if (Array.isArray(value))
        return value.flatMap((item) => [textOf(item), ...partsOf(item)]);
    return (0,kube_object/* isMap */.jh)(value) ? partsOf(Object.values(value)) : [textOf(value)];
}
function textOf(value) {
    if (value === null || value === undefined)
        return "";
    return typeof value === "string" ? value : JSON.stringify(value);
}

;// CONCATENATED MODULE: ./build/plan/shown-secret.js



const HIDDEN = "(hidden)";
/** What tools write of a whole object is JSON, or longer, or both and packed. */
const NOTE_CHARACTERS = 200;
/** Shorter ones are found in any text. */
const VALUE_CHARACTERS = 4;
/**
 * A Secret as it may be shown: no value of it, only which differ from the old one's.
 * @param options.old the same Secret before; itself where there was none
 * @param options.values all that no annotation may hold
 */
function shownSecret(secret, { old, values }) {
    const shown = Object.entries(secret).map(([field, value]) => {
        if (field === "metadata")
            return [field, shownMetadata(mapOf(value), { old: mapOf(old.metadata), values })];
        if (field === "data" && (0,kube_object/* isMap */.jh)(value))
            return [field, hiddenFields(value, mapOf(old.data))];
        return [field, isOpenField(field, value) ? value : hiddenField(field, secret, old)];
    });
    return Object.fromEntries(shown);
}
function shownMetadata(metadata, { old, values }) {
    const shown = Object.entries(metadata).map(([field, value]) => {
        if (field === "labels")
            return [field, openNotes(mapOf(value), mapOf(old.labels), [])];
        if (field === "annotations")
            return [field, openNotes(mapOf(value), mapOf(old.annotations), values)];
        return [field, isOpenMetadata(field) ? value : hiddenField(field, metadata, old)];
    });
    return Object.fromEntries(shown);
}
/** Labels or annotations, of which tools such as kapp and Rancher write one with the whole Secret in it. */
function openNotes(notes, old, values) {
    const shown = Object.entries(notes).map(([key, value]) => [
        key,
        isOpenNote(value, values) ? value : hiddenField(key, notes, old),
    ]);
    return Object.fromEntries(shown);
}
function isOpenNote(value, values) {
    if (typeof value === "object" && value !== null)
        return false;
    const text = String(value);
    const holds = (secret) => text === secret || (secret.length >= VALUE_CHARACTERS && text.includes(secret));
    return text.length <= NOTE_CHARACTERS && !/^\s*[[{]/.test(text) && !values.some(holds);
}
function hiddenFields(values, old) {
    return Object.fromEntries(Object.keys(values).map((key) => [key, hiddenField(key, values, old)]));
}
function hiddenField(key, values, old) {
    return key in old && !(0,external_node_util_.isDeepStrictEqual)(old[key], values[key]) ? "(hidden, changed)" : HIDDEN;
}
function mapOf(value) {
    return (0,kube_object/* isMap */.jh)(value) ? value : {};
}

;// CONCATENATED MODULE: ./build/plan/shown-object.js




/** What the API server keeps for itself. */
const SERVERS_OWN = ["managedFields", "resourceVersion", "uid", "creationTimestamp", "generation", "selfLink"];
const LAST_APPLIED = "kubectl.kubernetes.io/last-applied-configuration";
/** Both sides as they may be shown: without what the server keeps for itself, and no value of a Secret. */
function shownSides({ before, after }) {
    const sides = { before: before && comparable(before), after: after && comparable(after) };
    const differ = !(0,external_node_util_.isDeepStrictEqual)(sides.before, sides.after);
    if ((after ?? before)?.kind !== "Secret")
        return { ...sides, differ };
    const values = [before, after].flatMap((each) => (each ? valuesOf(each) : []));
    const { before: old, after: now } = sides;
    return {
        before: old && shownSecret(old, { old, values }),
        after: now && shownSecret(now, { old: old ?? now, values }),
        differ,
    };
}
function comparable(object) {
    const { status: _, ...rest } = object;
    const metadata = Object.entries(object.metadata).filter(([field]) => !SERVERS_OWN.includes(field));
    const kept = withoutLastApplied({ ...rest, metadata: Object.fromEntries(metadata) });
    return object.kind === "Secret" ? inData(kept) : kept;
}
/** It holds the whole object once more, Secrets' values too. */
function withoutLastApplied(value) {
    if (Array.isArray(value))
        return value.map(withoutLastApplied);
    if (!(0,kube_object/* isMap */.jh)(value))
        return value;
    return Object.fromEntries(Object.entries(value)
        .filter(([key]) => key !== LAST_APPLIED)
        .map(([key, field]) => [key, withoutLastApplied(field)]));
}
/** The server keeps `stringData` in `data`, where it wins: https://kubernetes.io/docs/concepts/configuration/secret/#restriction-names-data */
function inData({ stringData, ...secret }) {
    const plain = Object.entries((0,kube_object/* isMap */.jh)(stringData) ? stringData : {});
    const encoded = Object.entries((0,kube_object/* isMap */.jh)(secret.data) ? secret.data : {});
    const data = {
        ...Object.fromEntries(encoded.map(([key, value]) => [key, sameForm(textOf(value))])),
        ...Object.fromEntries(plain.map(([key, value]) => [key, Buffer.from(textOf(value)).toString("base64")])),
    };
    const { data: _, ...rest } = secret;
    return Object.keys(data).length === 0 ? rest : { ...rest, data };
}
/** Base64 may be written with line breaks. */
function sameForm(encoded) {
    return Buffer.from(encoded, "base64").toString("base64");
}

// EXTERNAL MODULE: ./node_modules/diff/libesm/patch/create.js + 2 modules
var create = __webpack_require__(37291);
// EXTERNAL MODULE: ./node_modules/yaml/dist/index.js
var dist = __webpack_require__(38815);
;// CONCATENATED MODULE: ./build/plan/text-diff.js


const CONTEXT_LINES = 3;
const LINES = 200;
const LINE_CHARACTERS = 1000;
/** Above it the time grows with the square of it, and nobody reads such a diff. */
const MOST_EDITS = 1500;
/**
 * A unified diff of two objects as YAML, without file headers; bounded.
 * @param hide takes out what must not be shown, while the text is still whole
 */
function objectDiff(before, after, hide) {
    return bounded(hide(lineDiff(yamlOf(before), yamlOf(after))));
}
function yamlOf(object) {
    if (object === undefined)
        return "";
    // No line is folded, since what is hidden line by line would not be found; 1.1, since Helm would read `on` as true.
    return (0,dist/* stringify */.As)(object, { sortMapEntries: true, lineWidth: 0, aliasDuplicateObjects: false, version: "1.1" });
}
function lineDiff(before, after) {
    const options = { context: CONTEXT_LINES, maxEditLength: MOST_EDITS };
    const patch = (0,create/* structuredPatch */.YB)("", "", before, after, "", "", options);
    if (patch !== undefined)
        return (0,create/* formatPatch */.Gu)(patch, create/* OMIT_HEADERS */.Jg).trimEnd();
    const all = (text, sign) => text.trimEnd().replace(/^/gm, sign);
    return `${all(before, "-")}\n${all(after, "+")}`;
}
function bounded(diff) {
    const lines = diff === "" ? [] : diff.split("\n");
    const shown = lines.slice(0, LINES).map((line) => {
        const more = line.length - LINE_CHARACTERS;
        return more > 0 ? `${line.slice(0, LINE_CHARACTERS)}… (${more} more characters)` : line;
    });
    const left = lines.length - LINES;
    return [...shown, ...(left > 0 ? [`… ${left} more lines`] : [])].join("\n");
}

;// CONCATENATED MODULE: ./build/plan/planned-hooks.js



/** Hooks as they are rendered now beside those that Helm stored: what a hook made may be gone, so that the cluster cannot tell. */
function plannedHooks({ original, rendered }, { namespace, hide }) {
    const [old, now] = [numbered(original, namespace), numbered(rendered, namespace)];
    const change = (action, object, stored) => {
        const { before, after, differ } = shownSides({ before: stored, after: action === "delete" ? undefined : object });
        const { kind, metadata } = object;
        return {
            action: differ ? action : "same",
            kind,
            namespace: metadata.namespace ?? namespace,
            name: metadata.name,
            hook: true,
            diff: differ ? objectDiff(before, after, hide) : "",
        };
    };
    return [
        ...[...now].map(([key, object]) => change(old.has(key) ? "change" : "create", object, old.get(key))),
        ...[...old].filter(([key]) => !now.has(key)).map(([, object]) => change("delete", object, object)),
    ];
}
/** A chart may have several hooks of one name, each for an event of its own. */
function numbered(objects, namespace) {
    const found = new Map();
    for (const object of objects) {
        const key = (0,kube_object/* keyOf */.TN)(object, namespace);
        let number = 1;
        while (found.has(`${key} ${number}`))
            number++;
        found.set(`${key} ${number}`, object);
    }
    return found;
}

;// CONCATENATED MODULE: ./build/plan/planned-objects.js





/** What is rendered, in its order, with what Helm stored of it; then what is stored only. Of duplicates the last one counts, as for Helm. */
function pairsOf({ original, rendered }, namespace) {
    const byKey = (objects) => new Map(objects.map((object) => [(0,kube_object/* keyOf */.TN)(object, namespace), object]));
    const [old, now] = [byKey(original), byKey(rendered)];
    return [
        ...[...now].map(([key, object]) => ({ original: old.get(key), rendered: object })),
        ...[...old].filter(([key]) => !now.has(key)).map(([, object]) => ({ original: object })),
    ].map(({ original: stored, ...pair }) => (stored ? { ...pair, original: stored } : pair));
}
/** @returns no change for what is to be deleted, and is gone already */
function plannedObject(pair, compared, { hide, forced }) {
    const words = (text) => hide(withoutSecrets(text, [pair.original, pair.rendered, compared.before]));
    const object = pair.rendered ?? pair.original;
    if (object === undefined)
        return {};
    const found = pair.rendered ? changeOf(pair, compared) : removalOf(pair, compared);
    if (found === undefined)
        return {};
    const { before, after, differ } = shownSides(found);
    const { kind, metadata } = object;
    const namespace = (compared.before ?? compared.after ?? object).metadata.namespace ?? "";
    const problem = isTakenOver(object, compared, forced) ? undefined : compared.problem;
    const action = found.action === "change" && !differ && problem === undefined ? "same" : found.action;
    return {
        change: {
            action,
            kind,
            namespace,
            name: metadata.name,
            diff: action === "same" || action === "keep" ? "" : objectDiff(before, after, hide),
            ...(problem === undefined ? {} : { problem: words(problem) }),
        },
        ...(compared.uncompared === undefined
            ? {}
            : {
                note: `${kind} ${metadata.name} was compared with what Helm stored, not with what is live: ${words(compared.uncompared)}`,
            }),
    };
}
function changeOf({ original, rendered }, { before, after, problem, uncompared }) {
    if (uncompared !== undefined || (problem !== undefined && after === undefined)) {
        const known = original ?? before;
        return { action: known === undefined ? "create" : "change", before: known, after: rendered };
    }
    // The rendered one: what Helm adds to each of its objects tells nothing.
    if (before === undefined)
        return { action: "create", before, after: rendered };
    return { action: "change", before, after };
}
function removalOf({ original }, { before, uncompared }) {
    const there = uncompared === undefined ? before : original;
    if (there === undefined)
        return undefined;
    return { action: isLeftBehind(there) ? "keep" : "delete", before: there, after: undefined };
}
/** Whether there is a conflict that a deploy ends: about the switch of a CronJob it always does. */
function isTakenOver(object, { conflicts = [] }, forced) {
    const isCronJob = object.kind === "CronJob" && (0,kube_object/* groupOf */.F8)(object) === "batch";
    return conflicts.length > 0 && (forced || (isCronJob && conflicts.every((field) => field === ".spec.suspend")));
}

;// CONCATENATED MODULE: ./build/playbook/plan/make-plan.js




/**
 * What a deploy would change, as the cluster itself says. Writes nothing.
 * @param ports.hidden takes secrets out of a text: of Secrets no value is shown in any case
 * @throws OutsideError when the cluster does not answer
 */
async function makePlan({ release, namespace, original, rendered, serverSide, forced = false }, { dryRun, hidden = (text) => text }) {
    const known = new Map();
    const objects = {
        original: (0,documents/* documentsOf */.u)(original?.manifest ?? "", known),
        rendered: (0,documents/* documentsOf */.u)(rendered.manifest, known),
    };
    const hooks = { original: ofHooks(original?.hooks ?? [], known), rendered: ofHooks(rendered.hooks, known) };
    const pairs = pairsOf({ original: objects.original.objects, rendered: objects.rendered.objects }, namespace);
    const sent = pairs.map((pair) => pair.rendered ? { ...pair, rendered: asHelmSends(pair.rendered, { release, namespace }) } : pair);
    const compared = await dryRun.compare(sent, { namespace, serverSide });
    const planned = pairs.map((pair, index) => plannedObject(pair, compared[index] ?? {}, { hide: hidden, forced }));
    const changes = [
        ...planned.flatMap(({ change }) => change ?? []),
        ...plannedHooks({ original: hooks.original.objects, rendered: hooks.rendered.objects }, { namespace, hide: hidden }),
    ];
    const unread = [objects.original, objects.rendered, hooks.original, hooks.rendered].flatMap((each) => each.unread);
    const notes = [
        ...planned.flatMap(({ note }) => note ?? []),
        ...[...new Set(unread)].map((place) => `${place} cannot be read as YAML, and is not compared`),
    ];
    const isUnchanged = notes.length === 0 && changes.every(({ action, problem }) => action === "same" && problem === undefined);
    return { changes, isUnchanged, notes };
}
function ofHooks(hooks, known) {
    const found = hooks.map(({ manifest }) => (0,documents/* documentsOf */.u)(manifest, known));
    return { objects: found.flatMap(({ objects }) => objects), unread: found.flatMap(({ unread }) => unread) };
}


/***/ }),

/***/ 30401:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   c: () => (/* binding */ planIfPossible),
/* harmony export */   f: () => (/* binding */ tellPlan)
/* harmony export */ });
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(19473);
/* harmony import */ var _report_plan_report_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(65989);


/** Tells a plan in the log, folded under its totals. */
async function tellPlan(plan, log) {
    const [totals = "", ...lines] = (0,_report_plan_report_js__WEBPACK_IMPORTED_MODULE_1__/* .planLines */ .H)(plan);
    await log.group(`Plan: ${totals}`, async () => {
        for (const line of lines)
            log.info(line);
    });
}
/**
 * Makes a plan where that is only good to have: Helm will say itself what is wrong.
 * @param of what it is a plan of, such as "deploy"
 */
async function planIfPossible(of, log, make) {
    try {
        return await make();
    }
    catch (error) {
        log.info(`There is no plan of this ${of}: ${(0,_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .describeError */ .Uc)(error)}`);
        return undefined;
    }
}


/***/ }),

/***/ 79284:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   C: () => (/* binding */ sameContent),
/* harmony export */   r: () => (/* binding */ rolledBackTo)
/* harmony export */ });
/**
 * The revision that `helm rollback` made this one of, by what Helm writes into its description; `undefined` when it is no
 * rollback. https://github.com/helm/helm/blob/main/pkg/action/rollback.go
 */
function rolledBackTo({ revision, description }) {
    const target = Number(/^Rollback to (\d+)$/.exec(description)?.[1]);
    return target < revision ? target : undefined;
}
/** Whether two revisions have the same chart and values: a description can be anybody's, see `helm upgrade --description`. */
function sameContent(one, other) {
    return contentOf(one) === contentOf(other);
}
/** Helm writes maps in the order of their keys. */
function contentOf({ chart, values }) {
    return JSON.stringify([chart, values]);
}


/***/ }),

/***/ 79253:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   T: () => (/* binding */ chooseWay),
/* harmony export */   q: () => (/* binding */ actionOf)
/* harmony export */ });
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


/***/ })

};
