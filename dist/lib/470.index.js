export const id = 470;
export const ids = [470];
export const modules = {

/***/ 49613:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   W: () => (/* binding */ cancellation)
/* harmony export */ });
/**
 * Fires when the job is cancelled. GitHub sends SIGINT, 7.5 s later SIGTERM, and kills 2.5 s after that:
 * https://docs.github.com/actions/reference/workflows-and-actions/workflow-cancellation
 */
function cancellation(onCancel) {
    const cancelled = new AbortController();
    const cancel = (name) => {
        if (cancelled.signal.aborted)
            return;
        onCancel(name);
        cancelled.abort(new Error(`the job was cancelled (${name})`));
    };
    const signals = ["SIGINT", "SIGTERM"];
    for (const name of signals)
        process.on(name, cancel);
    return {
        signal: cancelled.signal,
        end() {
            for (const name of signals)
                process.off(name, cancel);
        },
    };
}


/***/ }),

/***/ 14713:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   FW: () => (/* binding */ postStep),
/* harmony export */   J$: () => (/* binding */ helmProgram),
/* harmony export */   Tv: () => (/* binding */ forgetUnfinished),
/* harmony export */   lb: () => (/* binding */ newHolder),
/* harmony export */   zZ: () => (/* binding */ unfinishedRun)
/* harmony export */ });
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(77598);

const STATE = "unfinished";
/** A name that no other process has, not even another attempt of the same run. */
function newHolder(runUrl) {
    return `${runUrl || "k8s-migrate"}#${(0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.randomUUID)()}`;
}
/** Tells the post step that the release is this run's to bring into order. */
function postStep(run, io) {
    return { expectAbove: (above) => io.keep(STATE, JSON.stringify({ ...run, above })) };
}
/** Tells the post step that the release is in order. */
function forgetUnfinished(io) {
    io.keep(STATE, "");
}
function unfinishedRun(io) {
    const kept = io.kept(STATE);
    return kept === "" ? undefined : JSON.parse(kept);
}
/** Helm as the step has it, its progress in the log. */
function helmProgram(path, io) {
    return { path, env: helmEnvironment(process.env), hidden: io.hidden, onLine: (line) => io.log.info(`helm: ${line}`) };
}
/**
 * Helm's environment is the job's, but for what would lead it to another cluster than the one that is read back
 * (HELM_KUBECONTEXT, HELM_KUBEAPISERVER ...), and for the inputs, secret ones among them.
 */
function helmEnvironment(env) {
    const entries = Object.entries(env).filter((entry) => entry[1] !== undefined);
    return Object.fromEntries(entries.filter(([name]) => !/^(HELM_KUBE|INPUT_)/.test(name)));
}


/***/ }),

/***/ 21759:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   m: () => (/* binding */ systemClock)
/* harmony export */ });
/* harmony import */ var node_timers_promises__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(58500);

const systemClock = {
    now: () => new Date(),
    async sleep(milliseconds, signal) {
        // An aborted wait is an early end, not a failure.
        await (0,node_timers_promises__WEBPACK_IMPORTED_MODULE_0__.setTimeout)(milliseconds, undefined, signal ? { signal } : {}).catch(() => undefined);
    },
};


/***/ }),

/***/ 70192:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  D: () => (/* binding */ helmCli)
});

// EXTERNAL MODULE: ./build/values/reused-values.js
var reused_values = __webpack_require__(52230);
// EXTERNAL MODULE: external "node:readline"
var external_node_readline_ = __webpack_require__(80481);
// EXTERNAL MODULE: ./build/errors.js
var errors = __webpack_require__(19473);
// EXTERNAL MODULE: ./build/adapters/helm/run-helm.js
var run_helm = __webpack_require__(35048);
// EXTERNAL MODULE: external "node:child_process"
var external_node_child_process_ = __webpack_require__(31421);
// EXTERNAL MODULE: ./build/adapters/helm/search-path.js
var search_path = __webpack_require__(16742);
;// CONCATENATED MODULE: ./build/adapters/helm/tied-process.js


/**
 * Gives what starts a program so that it never outlives this process, however this process ends: killed by the kernel
 * where Linux can do that, else by a watchdog. The program gets the argument list and `env`, and no shell is in between.
 * To be used on the main thread only.
 */
async function tiedSpawn(path, env) {
    const prefix = await parentDeathPrefix(path, env);
    if (prefix !== undefined) {
        const [command, ...before] = prefix;
        return (args) => start(command, [...before, path, ...args], env);
    }
    return (args) => {
        // Before the program: so the pid is told as soon as there is one, and without a watchdog there is no program.
        const watchdog = startWatchdog(env);
        const child = start(path, args, env);
        watchdog.watch(child);
        return child;
    };
}
function start(command, args, env) {
    return (0,external_node_child_process_.spawn)(command, args, { env, stdio: ["ignore", "pipe", "pipe"], windowsHide: true });
}
/**
 * On Linux, what to put before a program so that the kernel kills it when the thread that started it ends, which in Node
 * is the main thread. That holds over the exec of any program that is not set-user-ID and has no capabilities of its own:
 * https://man7.org/linux/man-pages/man2/PR_SET_PDEATHSIG.2const.html
 *
 * There is no signal when this process ends before setpriv asks for it. So `env` then changes to our working folder, by
 * a path that is gone once we are: it fails, and the program never starts.
 *
 * Undefined where setpriv (util-linux) or env (coreutils) is missing or does not know these flags.
 */
async function parentDeathPrefix(path, env) {
    // `env` takes a path with "=" for a variable.
    if (process.platform !== "linux" || path.includes("="))
        return undefined;
    const [setpriv, envProgram] = await Promise.all([(0,search_path/* searchPath */.o)("setpriv", env), (0,search_path/* searchPath */.o)("env", env)]);
    if (setpriv === undefined || envProgram === undefined)
        return undefined;
    const flags = ["--pdeathsig", "KILL", envProgram, `--chdir=/proc/${process.pid}/cwd`];
    const works = await new Promise((resolve) => {
        (0,external_node_child_process_.execFile)(setpriv, [...flags, setpriv, "--version"], { env }, (error) => resolve(error === null));
    });
    return works ? [setpriv, ...flags] : undefined;
}
/**
 * Its stdin is a pipe that only we hold: when that ends, so have we. A runner that cancels a job may signal all
 * processes of it at once, so it takes no notice of signals.
 */
const WATCHDOG = `
for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"]) process.on(signal, () => {});
let pid = "";
const end = () => {
  if (pid !== "") try { process.kill(Number(pid), "SIGKILL"); } catch {}
  process.exit();
};
process.stdin.on("data", (text) => { pid += text; }).on("end", end).on("error", end);
`;
function startWatchdog(env) {
    const { NODE_OPTIONS: _, ...plain } = env;
    const watchdog = (0,external_node_child_process_.spawn)(process.execPath, ["-e", WATCHDOG], {
        env: plain,
        stdio: ["pipe", "ignore", "ignore"],
        // A group of its own, which signals to ours do not reach.
        detached: true,
        windowsHide: true,
    });
    watchdog.on("error", () => undefined);
    watchdog.stdin.on("error", () => undefined);
    watchdog.unref();
    watchdog.stdin.unref();
    // Ended at once when the program has, since the system may give its pid to another one.
    const end = () => watchdog.kill("SIGKILL");
    return {
        watch(child) {
            if (child.pid === undefined)
                end();
            else
                watchdog.stdin.write(String(child.pid));
            child.once("exit", end);
        },
    };
}

;// CONCATENATED MODULE: ./build/adapters/helm/helm-process.js




/** How long Helm may take to mark its release as failed once it is told to stop. GitHub gives a cancelled step 7.5 s. */
const GRACE_MS = 5000;
/** What of Helm's output is kept, in characters. The largest is a whole release, by `--output json` in helm-args. */
const STDOUT_KEPT = 32 * 1024 * 1024;
const STDERR_KEPT = 1024 * 1024;
/**
 * Runs Helm for a call that writes to the cluster, so that it never outlives this process. Resolves to its stdout; fails
 * with `OutsideError` in Helm's own words.
 * When the signal fires, Helm gets SIGINT, on which an install or upgrade marks its release as failed
 * (https://github.com/helm/helm/blob/v4.1.4/pkg/cmd/upgrade.go), and a rollback or uninstall just ends. If it is there
 * still after 5 s it is killed; on Windows, which has no SIGINT to send, at once. The call fails once Helm is gone,
 * unless Helm had ended well by then.
 */
async function runTiedHelm(program, { operation, args, signal }) {
    const fail = (reason) => new errors/* OutsideError */.Cp({ system: "Helm", operation, reason });
    const spawnHelm = await tiedSpawn(program.path, (0,run_helm/* environmentOf */.p7)(program));
    if (signal?.aborted)
        throw fail("it was not started, since it was to stop before");
    const child = spawnHelm(args);
    const output = readOutput(child, program);
    const stopping = stopOn(signal, child);
    try {
        const { code, signal: endedBy } = await ended(child);
        if (code === 0)
            return output.stdout();
        const said = (0,run_helm/* helmReason */.dc)((0,run_helm/* hiddenBy */.W0)(program, output.stderr()));
        if (stopping.killed())
            throw fail(`it was told to stop, and killed since it did not within ${GRACE_MS / 1000} s`);
        if (signal?.aborted)
            throw fail(said ? `it was told to stop: ${said}` : "it was told to stop, and did");
        throw fail(said || (endedBy === null ? `it ended with code ${code}` : `it was ended by ${endedBy}`));
    }
    catch (error) {
        throw error instanceof errors/* OutsideError */.Cp ? error : fail(`it could not be started: ${error.message}`);
    }
    finally {
        stopping.over();
    }
}
/** stdout from its start; of stderr the end, whole lines only: a part of a line may be a part of a secret, which none would find. */
function readOutput(child, program) {
    let stdout = "";
    let stderr = "";
    let cut = false;
    child.stdout.setEncoding("utf8").on("data", (text) => {
        if (stdout.length < STDOUT_KEPT)
            stdout += text;
    });
    child.stderr.setEncoding("utf8").on("data", (text) => {
        stderr += text;
        if (stderr.length <= STDERR_KEPT)
            return;
        stderr = stderr.slice(-STDERR_KEPT);
        cut = true;
    });
    (0,external_node_readline_.createInterface)({ input: child.stderr }).on("line", (line) => (0,run_helm/* reportLine */.BS)(program, line));
    return { stdout: () => stdout, stderr: () => (cut ? stderr.replace(/^.*\n?/, "") : stderr) };
}
function stopOn(signal, child) {
    let killed = false;
    let timer;
    const stop = () => {
        child.kill("SIGINT");
        timer = setTimeout(() => {
            killed = child.kill("SIGKILL");
        }, GRACE_MS);
    };
    signal?.addEventListener("abort", stop, { once: true });
    return {
        killed: () => killed,
        over() {
            signal?.removeEventListener("abort", stop);
            clearTimeout(timer);
        },
    };
}
/** Resolves when the process is gone and its output is read; fails when it could not be started. */
function ended(child) {
    return new Promise((resolve, reject) => {
        child.once("error", reject);
        child.once("close", (code, signal) => resolve({ code, signal }));
        // A program that Helm has started (a post-renderer) may hold on to the output of a Helm that was killed.
        child.once("exit", () => {
            const timer = setTimeout(() => {
                child.stdout.destroy();
                child.stderr.destroy();
            }, 1000);
            child.once("close", () => clearTimeout(timer));
        });
    });
}

;// CONCATENATED MODULE: ./build/adapters/helm/helm-cli.js


/** Helm 3 or 4 as a program. */
function helmCli(program, version) {
    return {
        ...version,
        async upgradeInstall(request, signal) {
            const operation = `upgrade --install ${request.release} in namespace ${request.namespace}`;
            return {
                revision: madeRevision(await runTiedHelm(program, { operation, args: upgradeArguments(request), signal })),
            };
        },
        async rollback(request, signal) {
            const { release, revision } = request;
            const operation = `rollback of ${release} to revision ${revision} in namespace ${request.namespace}`;
            const args = [
                "rollback",
                release,
                String(revision),
                ...reaching(request),
                ...(request.wait ? ["--wait"] : []),
                ...(request.noHooks ? ["--no-hooks"] : []),
                timeout(request.timeoutMs),
                `--history-max=${request.historyMax}`,
            ];
            await runTiedHelm(program, { operation, args, signal });
        },
        async uninstall(request, signal) {
            const { release } = request;
            const operation = `uninstall of ${release} in namespace ${request.namespace}`;
            // Deleted in the foreground, a workload is there until its pods are gone: else Helm would not wait for these.
            // https://kubernetes.io/docs/concepts/architecture/garbage-collection/#foreground-deletion
            const args = [
                "uninstall",
                release,
                ...reaching(request),
                "--wait",
                "--cascade=foreground",
                ...(request.noHooks ? ["--no-hooks"] : []),
                timeout(request.timeoutMs),
            ];
            await runTiedHelm(program, { operation, args, signal });
        },
    };
}
function upgradeArguments(request) {
    return [
        "upgrade",
        request.release,
        request.chartPath,
        "--install",
        ...reaching(request),
        "--wait",
        ...valuesPolicy(request.extraArguments),
        timeout(request.timeoutMs),
        `--history-max=${request.historyMax}`,
        ...request.valueFiles.map((file) => `--values=${asField(file)}`),
        ...request.set.map((assignment) => `--set=${assignment}`),
        ...request.setString.map((assignment) => `--set-string=${assignment}`),
        ...request.extraArguments,
    ];
}
function reaching({ namespace, kubeconfig, kubeContext }) {
    return [
        `--namespace=${namespace}`,
        `--kubeconfig=${kubeconfig}`,
        ...(kubeContext === "" ? [] : [`--kube-context=${kubeContext}`]),
    ];
}
/**
 * The revision that Helm says it has made: the first line of that form in its usual output, also without notes; or the
 * release's version, where helm-args ask for `--output json` or `yaml`.
 */
function madeRevision(stdout) {
    if (stdout.startsWith("{")) {
        try {
            const { version } = JSON.parse(stdout);
            return typeof version === "number" ? version : undefined;
        }
        catch {
            return undefined;
        }
    }
    const [, number] = /^(?:REVISION|version): (\d+)$/m.exec(stdout) ?? [];
    return number === undefined ? undefined : Number(number);
}
/** Never 0: that is no time at all for Helm 3, and 30 s for Helm 4. */
function timeout(milliseconds) {
    return `--timeout=${Math.max(1, Math.ceil(milliseconds / 1000))}s`;
}
/** Helm reads `--values` as a list with commas; quoted, a path stays one whatever it holds. */
function asField(path) {
    return `"${path.replaceAll('"', '""')}"`;
}
/** Helm given no values takes those of the last revision: a value that a workflow drops would stay for ever. */
function valuesPolicy(extraArguments) {
    return (0,reused_values/* reusesValues */.S)(extraArguments) ? [] : ["--reset-values"];
}


/***/ }),

/***/ 35048:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   BS: () => (/* binding */ reportLine),
/* harmony export */   W0: () => (/* binding */ hiddenBy),
/* harmony export */   dc: () => (/* binding */ helmReason),
/* harmony export */   oU: () => (/* binding */ runHelm),
/* harmony export */   p7: () => (/* binding */ environmentOf)
/* harmony export */ });
/* harmony import */ var _actions_exec__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(41955);
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(19473);


/**
 * Without it Helm asks the API server five times a second at most once its burst of 100 is used up, and waits a minute
 * over a chart of 500 objects. 50 is Flux's own: https://github.com/fluxcd/pkg/pull/242. The step's HELM_QPS wins, and
 * helm-args do.
 */
const REQUEST_RATE = { HELM_QPS: "50" };
/**
 * Runs Helm for a short call that changes nothing in a cluster, with an argument list, never through a shell.
 * Resolves to its stdout; fails with `OutsideError` in Helm's own words.
 */
async function runHelm(program, operation, args) {
    const { exitCode, stdout, stderr } = await (0,_actions_exec__WEBPACK_IMPORTED_MODULE_0__/* .getExecOutput */ .H)(program.path, [...args], {
        silent: true,
        ignoreReturnCode: true,
        env: environmentOf(program),
        listeners: { errline: (line) => reportLine(program, line) },
    });
    if (exitCode === 0)
        return stdout;
    const said = helmReason(hiddenBy(program, stderr));
    throw new _errors_js__WEBPACK_IMPORTED_MODULE_1__/* .OutsideError */ .Cp({ system: "Helm", operation, reason: said || `it ended with code ${exitCode}` });
}
/** What every Helm gets as its whole environment. */
function environmentOf(program) {
    return { ...REQUEST_RATE, ...program.env };
}
/** Helm's error is reported once, as the failure; all else on stderr is worth a line while it runs. */
function reportLine(program, line) {
    if (line.trim() === "" || line.startsWith("Error:"))
        return;
    program.onLine(withoutHeader(hiddenBy(program, line)));
}
function hiddenBy({ hidden }, text) {
    return hidden === undefined ? text : hidden(text);
}
/**
 * A line without the header of Kubernetes' own log format: `W1124 06:02:21.368578   18795 warnings.go:70] unknown field`.
 * https://github.com/kubernetes/community/blob/master/contributors/devel/sig-instrumentation/logging.md
 */
function withoutHeader(line) {
    const [, text] = /^[IWE]\d{4} [\d:.]+ +\d+ [\w.-]+:\d+\] (.*)$/.exec(line) ?? [];
    return text === undefined ? line : text.replace(/^"(.*)"$/, "$1");
}
/** Helm's message: all from the last line on that begins with `Error:`. Warnings before it are in the log already. */
function helmReason(stderr) {
    const start = [...stderr.matchAll(/^Error:/gm)].at(-1)?.index;
    return (start === undefined ? stderr : stderr.slice(start + "Error:".length)).trim();
}


/***/ }),

/***/ 16742:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   o: () => (/* binding */ searchPath)
/* harmony export */ });
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(73024);
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(51455);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(76760);



/** The first executable file of that name in the folders of PATH, as the system itself would find it; absolute or undefined. */
async function searchPath(name, env) {
    const file = process.platform === "win32" ? `${name}.exe` : name;
    for (const folder of (pathOf(env) ?? "").split(node_path__WEBPACK_IMPORTED_MODULE_2__.delimiter)) {
        if (folder === "")
            continue;
        const candidate = (0,node_path__WEBPACK_IMPORTED_MODULE_2__.resolve)(folder, file);
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
        if (!(await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_1__.stat)(path)).isFile())
            return false;
        await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_1__.access)(path, node_fs__WEBPACK_IMPORTED_MODULE_0__.constants.X_OK);
        return true;
    }
    catch {
        return false;
    }
}


/***/ }),

/***/ 79805:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   E: () => (/* binding */ parseDuration),
/* harmony export */   a: () => (/* binding */ formatDuration)
/* harmony export */ });
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


/***/ }),

/***/ 53713:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  LR: () => (/* binding */ badEnd),
  Nz: () => (/* binding */ containerProblem),
  lw: () => (/* binding */ missingConfig),
  Gg: () => (/* binding */ titleOf)
});

;// CONCATENATED MODULE: ./build/evidence/image-missing.js
const MISSING = /not found|manifest unknown|name unknown|name not known|no such (manifest|image|repository|tag)|does not exist/;
/** A registry that does not let us in says the same of images that are there; and what is down may come back. */
const UNSURE = /authoriz|authentic|denied|forbidden|credential|no such host|time(d )?out|deadline exceeded|connection|unavailable|too many requests|x509|certificate|internal server error|bad gateway/;
/**
 * Whether a pull failed because the registry has no such image, by the runtime's words. False where these leave room for
 * anything that may heal.
 */
function isImageMissing(message) {
    // Names of images and addresses may hold any of the words.
    const text = message
        .replace(/"[^"]*"/g, "")
        .replace(/\S*\/\S*/g, "")
        .toLowerCase();
    return MISSING.test(text) && !UNSURE.test(text);
}

// EXTERNAL MODULE: ./build/evidence/text.js
var evidence_text = __webpack_require__(22205);
;// CONCATENATED MODULE: ./build/evidence/container-problems.js


// Reasons and messages are the kubelet's: https://github.com/kubernetes/kubernetes/tree/v1.36.3/pkg/kubelet
const PULL_REASONS = new Set([
    "ErrImagePull",
    "ImagePullBackOff",
    "ErrImageNeverPull",
    "ImageInspectError",
    "RegistryUnavailable",
    "SignatureValidationFailed",
]);
const START_REASONS = new Set([
    "CreateContainerError",
    "RunContainerError",
    "ContainerCannotRun",
    "PreCreateHookError",
    "PostStartHookError",
]);
/** Of a Secret or ConfigMap that is not there, or has no such key. */
const container_problems_MISSING = /(secret|configmap) "[^"]*" not found|couldn't find key .+ in (secret|configmap)/i;
/** What is wrong with one container; `undefined` where nothing is, or nothing of its own. */
function containerProblem(container, pod) {
    return imageProblem(container, pod) ?? startProblem(container, pod) ?? endProblem(container, pod);
}
/** The same for a missing Secret or ConfigMap, whoever says it. */
function missingConfig(message, pod, what) {
    if (!container_problems_MISSING.test(message))
        return undefined;
    const next = `create it in namespace ${pod.namespace}, or correct its name or key in the chart or its values`;
    return { kind: "config-missing", what, pod: pod.name, detail: (0,evidence_text/* oneLine */.TN)(message), next };
}
/** In which state it ended last, where that is what stops the pod now. */
function badEnd({ state, lastState, ready, restarts }) {
    if (state.kind === "terminated")
        return state.exitCode === 0 ? undefined : state;
    if (lastState?.kind !== "terminated" || restarts === 0 || ready)
        return undefined;
    // One that ends well and is started again and again is as bad.
    if (state.kind === "waiting")
        return state.reason === "CrashLoopBackOff" ? lastState : undefined;
    return lastState.exitCode === 0 ? undefined : lastState;
}
function imageProblem({ name, image, state }, pod) {
    const place = { image };
    if (state.reason === "InvalidImageName") {
        const what = `"${(0,evidence_text/* oneLine */.TN)(image)}" of container ${name} is no valid image name`;
        return {
            kind: "image-name-invalid",
            what,
            pod: pod.name,
            detail: "",
            place,
            next: "correct the image in the values",
        };
    }
    if (!PULL_REASONS.has(state.reason))
        return undefined;
    const named = `image ${(0,evidence_text/* oneLine */.TN)(image)} of container ${name}`;
    if (isImageMissing(state.message)) {
        const next = "push that image, or correct its name or tag in the values";
        return { kind: "image-not-found", what: `${named} is not in its registry`, pod: pod.name, detail: "", place, next };
    }
    const next = "check that the nodes reach the registry, and that the pull secret or the nodes' role may pull from it";
    const detail = (0,evidence_text/* oneLine */.TN)(state.message) || state.reason;
    return { kind: "image-not-pulled", what: `${named} cannot be pulled`, pod: pod.name, detail, place, next };
}
function startProblem(container, pod) {
    const { reason, message } = container.state;
    if (reason !== "CreateContainerConfigError" && !START_REASONS.has(reason))
        return undefined;
    const what = `${titleOf(container)} cannot start`;
    const missing = missingConfig(message, pod, what);
    if (missing)
        return missing;
    const next = "correct what it names in the chart or its values";
    return { kind: "not-started", what, pod: pod.name, detail: (0,evidence_text/* oneLine */.TN)(message) || reason, next };
}
function endProblem(container, pod) {
    const end = badEnd(container);
    if (end === undefined)
        return undefined;
    const title = titleOf(container);
    const detail = lastWords(container, end);
    const times = container.restarts > 0 ? `, ${(0,evidence_text/* counted */.hS)(container.restarts, "restart")}` : "";
    const code = end.exitCode === undefined ? "" : `, exit code ${end.exitCode}`;
    if (end.reason === "OOMKilled") {
        const what = `${title} was killed for using more memory than its limit${code}${times}`;
        const next = `raise resources.limits.memory of container ${container.name}, or find what uses the memory`;
        return { kind: "out-of-memory", what, pod: pod.name, detail, next };
    }
    const probe = killedByProbe(container, pod);
    if (probe)
        return { ...probe, what: `${probe.what}${times}` };
    if (end.exitCode === 0) {
        const what = `${title} ends by itself${code}${times}`;
        const next = "a container of such a workload must keep running: correct its command, or make it a Job";
        return { kind: "crash", what, pod: pod.name, detail, next };
    }
    const next = `read the log of container ${container.name} in the job summary, and correct the version or its settings`;
    const what = container.state.kind === "terminated" ? `${title} failed${code}${times}` : `${title} crashes${code}${times}`;
    return { kind: container.init ? "init-failed" : "crash", what, pod: pod.name, detail, next };
}
/** A container that the kubelet stops itself did not crash, whatever its exit code says. */
function killedByProbe(container, { name, events }) {
    const killing = new RegExp(`^Container ${escaped(container.name)} failed (liveness|startup) probe`);
    const probe = events.map(({ message }) => killing.exec(message)?.[1]).findLast((found) => found !== undefined);
    if (probe === undefined)
        return undefined;
    const said = events.findLast(({ reason, message }) => {
        return reason === "Unhealthy" && message.toLowerCase().startsWith(`${probe} probe`);
    });
    return {
        kind: "probe",
        what: `${titleOf(container)} is started again and again, since its ${probe} probe fails`,
        pod: name,
        detail: (0,evidence_text/* oneLine */.TN)(said?.message ?? ""),
        next: `check path, port and times of the ${probe} probe, and the log of container ${container.name} in the job summary`,
    };
}
/** What it said last: its log, else what the runtime says of its end, such as a command that is not in the image. */
function lastWords({ state, log, previousLog }, end) {
    const ofThatRun = end === state ? log : previousLog;
    if (end.reason === "StartError" || end.reason === "ContainerCannotRun")
        return (0,evidence_text/* oneLine */.TN)(end.message);
    return (0,evidence_text/* tellingLine */.c$)(ofThatRun) || (0,evidence_text/* tellingLine */.c$)(end.message.split("\n"));
}
function titleOf({ name, init }) {
    return `${init ? "init container" : "container"} ${name}`;
}
function escaped(text) {
    return text.replace(/[^a-z0-9]/gi, "\\$&");
}


/***/ }),

/***/ 44997:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   IN: () => (/* binding */ byWeight),
/* harmony export */   mm: () => (/* binding */ weightOf),
/* harmony export */   s0: () => (/* binding */ asFinding)
/* harmony export */ });
/** What may be wrong, the most telling first: what comes later is often only what follows from what comes before. */
const FINDING_KINDS = [
    "image-name-invalid",
    "image-not-found",
    "out-of-memory",
    "crash",
    "init-failed",
    "job-failed",
    "config-missing",
    "not-started",
    "refused",
    "image-not-pulled",
    "volume",
    "unschedulable",
    "probe",
    "evicted",
    "not-ready",
];
/** @param pods how many pods have the same problem */
function asFinding(object, { what, pod, detail, ...rest }, pods = 1) {
    const { kind, namespace, name, hook } = object;
    const more = pods > 1 ? ` and ${pods - 1} more` : "";
    const where = pod === undefined ? "" : ` (pod ${pod}${more})`;
    const problem = `${hook ? "Hook " : ""}${kind} ${name}: ${what}${where}${detail === "" ? "" : `: ${detail}`}`;
    return { ...rest, object: { kind, namespace, name }, problem };
}
/** The most telling first, and of two of a kind the hook's, for which Helm waits before it goes on. */
function byWeight(objects) {
    const hooks = new Set(objects.filter(({ hook }) => hook).map(keyOf));
    const weight = ({ kind, object }) => weightOf(kind) + (hooks.has(keyOf(object)) ? 0 : 0.5);
    return (a, b) => weight(a) - weight(b);
}
/** The less, the more telling. */
function weightOf(kind) {
    return FINDING_KINDS.indexOf(kind);
}
function keyOf({ kind, namespace, name }) {
    return `${namespace}/${kind}/${name}`;
}


/***/ }),

/***/ 21488:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   G: () => (/* binding */ problemsOf),
/* harmony export */   P: () => (/* binding */ findings)
/* harmony export */ });
/* harmony import */ var _finding_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(44997);
/* harmony import */ var _object_problems_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(6722);
/* harmony import */ var _pod_problems_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(1180);



/** Why objects are not ready, the most telling first: one finding for each object and kind. Objects that are ready give none. */
function findings(objects) {
    return objects
        .filter((object) => !(0,_object_problems_js__WEBPACK_IMPORTED_MODULE_0__/* .isWell */ .f5)(object))
        .flatMap((object) => problemsOf(object).map(({ problem, pods }) => (0,_finding_js__WEBPACK_IMPORTED_MODULE_2__/* .asFinding */ .s0)(object, problem, pods)))
        .toSorted((0,_finding_js__WEBPACK_IMPORTED_MODULE_2__/* .byWeight */ .IN)(objects));
}
/** What is wrong with one object that is not well, the most telling first, and how many of its pods have it. At least one. */
function problemsOf(object) {
    const job = (0,_object_problems_js__WEBPACK_IMPORTED_MODULE_0__/* .jobProblem */ .TM)(object);
    const byKind = Map.groupBy(object.pods.flatMap(_pod_problems_js__WEBPACK_IMPORTED_MODULE_1__/* .podProblems */ .U), ({ kind }) => kind);
    // It tells these as its own.
    if (job)
        for (const kind of ["crash", "init-failed"])
            byKind.delete(kind);
    const own = [job, (0,_object_problems_js__WEBPACK_IMPORTED_MODULE_0__/* .refusal */ .x5)(object)].filter((problem) => problem !== undefined);
    const all = [
        ...own.map((problem) => ({ problem, pods: 1 })),
        ...[...byKind.values()].map((problems) => {
            return { problem: mostTelling(problems), pods: new Set(problems.map(({ pod }) => pod)).size };
        }),
    ];
    if (all.length === 0)
        return [{ problem: (0,_object_problems_js__WEBPACK_IMPORTED_MODULE_0__/* .notReady */ .xA)(object), pods: 1 }];
    return all.toSorted((a, b) => (0,_finding_js__WEBPACK_IMPORTED_MODULE_2__/* .weightOf */ .mm)(a.problem.kind) - (0,_finding_js__WEBPACK_IMPORTED_MODULE_2__/* .weightOf */ .mm)(b.problem.kind));
}
function mostTelling(problems) {
    const [first, ...others] = problems;
    return first.detail === "" ? (others.find(({ detail }) => detail !== "") ?? first) : first;
}


/***/ }),

/***/ 6722:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   TM: () => (/* binding */ jobProblem),
/* harmony export */   ZR: () => (/* binding */ failedJob),
/* harmony export */   f5: () => (/* binding */ isWell),
/* harmony export */   x5: () => (/* binding */ refusal),
/* harmony export */   xA: () => (/* binding */ notReady)
/* harmony export */ });
/* harmony import */ var _pod_problems_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(1180);
/* harmony import */ var _text_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(22205);


/** Whether an object is as Helm waits for it to be. */
function isWell({ ready, wanted, conditions }) {
    return ready >= wanted || conditions.some(({ type, status }) => type === "Complete" && status === "True");
}
/** The condition by which a Job says that it has failed for good: https://kubernetes.io/docs/concepts/workloads/controllers/job/#terminal-job-conditions */
function failedJob({ kind, conditions }) {
    if (kind !== "Job")
        return undefined;
    return conditions.find(({ type, status }) => (type === "Failed" || type === "FailureTarget") && status === "True");
}
/** A Job that failed, or the pod of a hook. Its own containers tell more than it does. */
function jobProblem(object) {
    const { kind, hook, pods } = object;
    const failed = failedJob(object);
    const failedPod = kind === "Pod" && hook && pods.some(({ phase }) => phase === "Failed");
    if (failed === undefined && !failedPod)
        return undefined;
    const end = pods.flatMap(_pod_problems_js__WEBPACK_IMPORTED_MODULE_0__/* .podProblems */ .U).find((problem) => problem.kind === "crash" || problem.kind === "init-failed");
    const why = failed ? ` (${failed.reason})` : "";
    if (end)
        return { ...end, kind: "job-failed", what: `it failed${why}: ${end.what}` };
    const next = "its pods and events are in the job summary; correct the Job or its settings";
    return { kind: "job-failed", what: `it failed${why}`, detail: (0,_text_js__WEBPACK_IMPORTED_MODULE_1__/* .oneLine */ .TN)(failed?.message ?? ""), next };
}
/** Pods that the API server does not let in. */
function refusal(object) {
    const message = refusalMessage(object);
    if (message === undefined)
        return undefined;
    // "Error creating: pods …" of a ReplicaSet, "Create Pod db-0 in StatefulSet db failed error: pods …"
    const detail = (0,_text_js__WEBPACK_IMPORTED_MODULE_1__/* .oneLine */ .TN)(message.replace(/^Error creating: /, "").replace(/^create .*? failed error: /i, ""));
    return { kind: "refused", what: "its pods are refused", detail, next: admission(detail, object.namespace) };
}
function notReady(object) {
    const { kind, ready, wanted, pods, conditions } = object;
    const pod = pods.find((each) => (0,_pod_problems_js__WEBPACK_IMPORTED_MODULE_0__/* .waitsFor */ .i)(each) !== "");
    const stopped = conditions.find(({ type, status }) => type === "Progressing" && status === "False");
    const detail = pod
        ? (0,_pod_problems_js__WEBPACK_IMPORTED_MODULE_0__/* .waitsFor */ .i)(pod)
        : (0,_text_js__WEBPACK_IMPORTED_MODULE_1__/* .oneLine */ .TN)(stopped?.message ?? (pods.length === 0 ? "no pod of it is to be seen" : ""));
    const next = "raise timeout where it only needs longer; its pods and events are in the job summary";
    const what = `${ready}/${wanted} ${kind === "Job" ? "succeeded" : "ready"}`;
    return { kind: "not-ready", what, ...(pod ? { pod: pod.name } : {}), detail, next };
}
function refusalMessage({ conditions, events, pods, wanted }) {
    const condition = conditions.find(({ type, status, reason }) => {
        return ((type === "ReplicaFailure" && status === "True") || (type === "Progressing" && reason === "ReplicaSetCreateError"));
    });
    if (condition)
        return condition.message;
    const event = events.findLast(({ type, reason }) => type === "Warning" && reason === "FailedCreate");
    // Others than ReplicaSets do not say when it is over; a pod that came later does.
    const isOver = pods.length >= wanted || pods.some(({ createdAt }) => createdAt > (event?.at ?? ""));
    return event && !isOver ? event.message : undefined;
}
function admission(message, namespace) {
    const quota = /exceeded quota: ([^,\s]+)/.exec(message)?.[1];
    if (quota)
        return `raise the ResourceQuota ${quota} of namespace ${namespace}, or lower replicas or requests`;
    if (message.includes("violates PodSecurity")) {
        return `set the securityContext that it names, or the label pod-security.kubernetes.io/enforce of namespace ${namespace}`;
    }
    const account = /serviceaccount "([^"]+)" not found/.exec(message)?.[1];
    if (account)
        return `create the ServiceAccount ${account} in namespace ${namespace}, or correct its name in the values`;
    const webhook = /webhook "([^"]+)"/.exec(message)?.[1];
    if (webhook)
        return `see what the admission webhook ${webhook} asks for, or whether it runs at all`;
    return `correct what it names in the chart or its values, or the rule of namespace ${namespace} that refuses it`;
}


/***/ }),

/***/ 1180:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   U: () => (/* binding */ podProblems),
/* harmony export */   i: () => (/* binding */ waitsFor)
/* harmony export */ });
/* harmony import */ var _container_problems_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(53713);
/* harmony import */ var _text_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(22205);


/** What is wrong with a pod and its containers; empty for one that is well. */
function podProblems(pod) {
    if (pod.phase === "Succeeded" || conditionOf(pod, "Ready")?.status === "True")
        return [];
    const ofContainers = pod.containers.flatMap((container) => (0,_container_problems_js__WEBPACK_IMPORTED_MODULE_0__/* .containerProblem */ .Nz)(container, pod) ?? []);
    if (ofContainers.length > 0)
        return ofContainers;
    const ofPod = removed(pod) ?? notScheduled(pod) ?? notMounted(pod) ?? noSandbox(pod) ?? unhealthy(pod);
    return ofPod ? [ofPod] : [];
}
/** Why a pod is not ready that has no problem; may be empty. */
function waitsFor(pod) {
    const ready = conditionOf(pod, "Ready");
    // https://kubernetes.io/docs/concepts/workloads/pods/pod-lifecycle/#pod-readiness-gate
    if (ready?.reason === "ReadinessGatesNotReady")
        return (0,_text_js__WEBPACK_IMPORTED_MODULE_1__/* .oneLine */ .TN)(ready.message);
    const init = pod.containers.find((container) => container.init && container.state.kind === "running");
    if (init)
        return `${(0,_container_problems_js__WEBPACK_IMPORTED_MODULE_0__/* .titleOf */ .Gg)(init)} still runs`;
    const unready = pod.containers.find((container) => !container.ready);
    if (unready?.state.kind === "running")
        return `${(0,_container_problems_js__WEBPACK_IMPORTED_MODULE_0__/* .titleOf */ .Gg)(unready)} runs`;
    return unready && unready.state.reason !== "" ? `${(0,_container_problems_js__WEBPACK_IMPORTED_MODULE_0__/* .titleOf */ .Gg)(unready)}: ${unready.state.reason}` : "";
}
/** https://kubernetes.io/docs/concepts/scheduling-eviction/node-pressure-eviction/ and the like: the whole pod failed. */
function removed({ name, phase, reason, message }) {
    if (phase !== "Failed" || reason === "")
        return undefined;
    const next = "look at the node's pressure and at the pod's requests and limits; a pod in its place may get another node";
    return { kind: "evicted", what: `its pod failed: ${reason}`, pod: name, detail: (0,_text_js__WEBPACK_IMPORTED_MODULE_1__/* .oneLine */ .TN)(message), next };
}
function notScheduled(pod) {
    const scheduled = conditionOf(pod, "PodScheduled");
    if (scheduled?.status !== "False")
        return undefined;
    const { name, events } = pod;
    const detail = (0,_text_js__WEBPACK_IMPORTED_MODULE_1__/* .oneLine */ .TN)(scheduled.message) || scheduled.reason;
    if (/persistentvolumeclaim|persistent volumes? to bind/i.test(scheduled.message)) {
        const claim = lastWarning(events, (event) => event.about.startsWith("PersistentVolumeClaim "));
        const next = "check the claim's storage class and access mode, and that its provisioner runs";
        const said = claim ? (0,_text_js__WEBPACK_IMPORTED_MODULE_1__/* .oneLine */ .TN)(`${claim.about}: ${claim.message}`) : detail;
        return { kind: "volume", what: "it waits for a volume", pod: name, detail: said, next };
    }
    const next = "add a node that fits, or correct requests, node selector, affinity or tolerations in the values";
    return { kind: "unschedulable", what: "no node takes its pod", pod: name, detail, next };
}
function notMounted(pod) {
    if (hasRun(pod))
        return undefined;
    const failed = lastWarning(pod.events, ({ reason }) => /^Failed(Mount|AttachVolume|MapVolume)$/.test(reason));
    if (failed === undefined)
        return undefined;
    const missing = (0,_container_problems_js__WEBPACK_IMPORTED_MODULE_0__/* .missingConfig */ .lw)(failed.message, pod, "its pod waits for a volume");
    if (missing)
        return missing;
    const next = "check the volume and the claim that it names, and that the driver for it runs on the node";
    return { kind: "volume", what: "a volume cannot be mounted", pod: pod.name, detail: (0,_text_js__WEBPACK_IMPORTED_MODULE_1__/* .oneLine */ .TN)(failed.message), next };
}
/** Mostly the network, such as no free address in the subnet. */
function noSandbox(pod) {
    if (hasRun(pod))
        return undefined;
    const failed = lastWarning(pod.events, ({ reason }) => reason === "FailedCreatePodSandBox");
    if (failed === undefined)
        return undefined;
    const next = "check that the subnets of the nodes have free addresses, and the log of the network plugin";
    return { kind: "not-started", what: "its pod cannot start", pod: pod.name, detail: (0,_text_js__WEBPACK_IMPORTED_MODULE_1__/* .oneLine */ .TN)(failed.message), next };
}
function unhealthy(pod) {
    const container = pod.containers.find(({ init, ready, state }) => !init && !ready && state.kind === "running");
    const failed = lastWarning(pod.events, ({ reason }) => reason === "Unhealthy");
    if (container === undefined || failed === undefined)
        return undefined;
    return {
        kind: "probe",
        what: `${(0,_container_problems_js__WEBPACK_IMPORTED_MODULE_0__/* .titleOf */ .Gg)(container)} runs, but is not ready`,
        pod: pod.name,
        detail: (0,_text_js__WEBPACK_IMPORTED_MODULE_1__/* .oneLine */ .TN)(failed.message),
        next: `check path and port of the probe, and in the log of container ${container.name} in the job summary what it waits for`,
    };
}
function hasRun({ containers }) {
    return containers.some(({ state, lastState }) => state.kind !== "waiting" || lastState !== undefined);
}
function lastWarning(events, fits) {
    return events.findLast((event) => event.type === "Warning" && fits(event));
}
function conditionOf({ conditions }, type) {
    return conditions.find((each) => each.type === type);
}


/***/ }),

/***/ 22205:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   TN: () => (/* binding */ oneLine),
/* harmony export */   c$: () => (/* binding */ tellingLine),
/* harmony export */   hS: () => (/* binding */ counted),
/* harmony export */   pj: () => (/* binding */ plain),
/* harmony export */   w$: () => (/* binding */ lastLines)
/* harmony export */ });
const LONGEST = 300;
/** What is kept of a log, in characters; of one line alone more, so that a program that ends with one long line is heard. */
const LOG_KEPT = 16 * 1024;
const LINE_KEPT = 128 * 1024;
const LOG_LINES = 20;
const TELLING = /\b(error|panic|fatal|exception|traceback|failed|failure|denied|refused|cannot|can't|could not|unable)/i;
// Colours and cursor moves (https://en.wikipedia.org/wiki/ANSI_escape_code), and other control characters that are no space.
const CONTROL = /(?!\s)\p{Cc}(\[[0-9;?]*[ -/]*[@-~])?/gu;
/** Any text as one line of bounded length, without colours and without a full stop at its end. */
function oneLine(text) {
    const line = plain(text).replace(/\s+/g, " ").trim().replace(/\.$/, "");
    return line.length > LONGEST ? `${line.slice(0, LONGEST)}…` : line;
}
/** Text as it is, without colours and control characters. */
function plain(text) {
    return text.replace(CONTROL, "");
}
/**
 * The last lines of a log, at most 20 and about 16 KiB, whole ones only: a part of a line may be a part of a secret, which
 * could not be found and hidden any more.
 *
 * @param cut whether the text may end in the middle of a line
 */
function lastLines(text, { cut = false } = {}) {
    if (text === "")
        return [];
    const all = text.replace(/\n$/, "").split("\n");
    const whole = cut ? all.slice(0, -1) : all;
    const last = whole.at(-1);
    if (last === undefined || last.length > LINE_KEPT)
        return ["(its last line is too long to be shown)"];
    const kept = [last];
    let size = last.length;
    for (const line of whole.slice(-LOG_LINES, -1).toReversed()) {
        size += line.length + 1;
        if (size > LOG_KEPT)
            break;
        kept.unshift(line);
    }
    return kept;
}
/** The line of a log that says most about why it ended: the last one that speaks of an error, else the last one. */
function tellingLine(log) {
    const lines = (log ?? []).map(oneLine).filter((line) => line !== "");
    return lines.findLast((line) => TELLING.test(line)) ?? lines.at(-1) ?? "";
}
/** `1 restart`, `2 restarts` */
function counted(count, noun) {
    return `${count} ${noun}${count === 1 ? "" : "s"}`;
}


/***/ }),

/***/ 81425:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   C: () => (/* binding */ attempt)
/* harmony export */ });
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(19473);

/** For what only reports: it may fail with a warning, since the result stands by then. */
async function attempt(what, log, work) {
    try {
        return await work();
    }
    catch (error) {
        log.warn(`Could not ${what}: ${(0,_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .describeError */ .Uc)(error)}`);
        return undefined;
    }
}


/***/ }),

/***/ 5242:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  D: () => (/* binding */ removeLeftovers),
  g: () => (/* binding */ removeRelease)
});

// EXTERNAL MODULE: ./build/errors.js
var errors = __webpack_require__(19473);
// EXTERNAL MODULE: ./build/workloads/objects.js
var objects = __webpack_require__(40549);
;// CONCATENATED MODULE: ./build/release/data-holders.js

/**
 * What of a manifest takes data along that an uninstall would delete, volume claims aside: a Namespace with all that is in it,
 * a CustomResourceDefinition with every object of its kind in the cluster, and a StatefulSet that says so of its claims:
 * https://kubernetes.io/docs/concepts/workloads/controllers/statefulset/#persistentvolumeclaim-retention
 */
function dataHolders(manifest) {
    return manifest.split(/^---\s*$/m).flatMap((document) => {
        if (/^\s*["']?helm\.sh\/resource-policy["']?:\s*["']?keep/m.test(document))
            return [];
        return (0,objects/* allObjectsOf */.p)(document, "")
            .filter(({ kind }) => {
            if (kind === "StatefulSet")
                return /\bwhenDeleted["']?:\s*["']?Delete\b/.test(document);
            return kind === "Namespace" || kind === "CustomResourceDefinition";
        })
            .map(({ kind, name }) => `${kind} ${name}`);
    });
}

// EXTERNAL MODULE: ./build/release/made-objects.js
var made_objects = __webpack_require__(2876);
;// CONCATENATED MODULE: ./build/playbook/deploy/clear-the-way.js




/**
 * Removes a release that never was deployed, or whose uninstall somebody has begun, with all its revisions.
 * @param last its newest revision
 * @throws UserError when what holds data would go with it and `recover` does not allow that
 */
async function removeRelease(request, { last, stop }, ports) {
    const { release, namespace, recover } = request;
    const { live, log } = ports;
    if (last !== undefined && last.status !== "uninstalling" && recover !== "auto-delete-volumes") {
        const claims = await live.volumeClaims((0,objects/* objectsOf */.i)(last.manifest, namespace));
        const holders = [...claims.map((name) => `PersistentVolumeClaim ${name}`), ...dataHolders(last.manifest)];
        if (holders.length > 0)
            throw new errors/* UserError */.yo(dataProblem(release, namespace, holders));
    }
    log.info(`Uninstalling ${release}, which ${last?.status === "uninstalling" ? "was begun before" : "never was deployed"}`);
    if (last !== undefined)
        await removeLeftovers(last, ports, stop);
    await uninstall(request, stop, ports);
    // Helm may end before: an install would take an object that is about to go for one that is there.
    if (last !== undefined)
        await live.untilGone((0,objects/* allObjectsOf */.p)(last.manifest, namespace), request.timeoutMs, stop);
}
async function uninstall(request, stop, { helm, releases, log }) {
    const isGone = async () => (await releases.history(request.release, request.namespace)).length === 0;
    try {
        await helm.uninstall(request, stop);
    }
    catch (error) {
        if (stop.aborted)
            throw error;
        if (await isGone()) {
            // When its wait is over Helm fails, with the release removed and objects still on their way out.
            log.info(`Helm did not wait for the end of all objects: ${(0,errors/* describeError */.Uc)(error)}`);
            return;
        }
        // A hook before the deletion may need what never came up, and would fail each time.
        log.warn(`The uninstall failed: trying without hooks. ${(0,errors/* describeError */.Uc)(error)}`);
        await helm.uninstall({ ...request, noHooks: true }, stop);
    }
}
function dataProblem(release, namespace, holders) {
    return `${release} never was deployed, and cleaning it up would delete what may hold data: ${holders.join(", ")}. Set recover: auto-delete-volumes to delete it, or save what is in it and run\n  helm uninstall ${release} --namespace ${namespace}`;
}
/** Deletes what hooks of a revision that did not end well have left, where Helm would stumble over it. */
async function removeLeftovers(last, { live, log }, stop) {
    const removed = await live.removeRuns((0,made_objects/* leftoverRuns */.q)(last), stop);
    for (const name of removed)
        log.info(`Deleted ${name}, which a hook of revision ${last.revision} has left`);
}


/***/ }),

/***/ 23114:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  Y: () => (/* binding */ findSituation),
  Z: () => (/* binding */ readSituation)
});

// EXTERNAL MODULE: ./build/errors.js
var errors = __webpack_require__(19473);
;// CONCATENATED MODULE: ./build/release/pending-run.js
/**
 * Whether the run that made a pending revision is dead. Its Lease tells where it held one. Anything else, such as Helm by
 * hand, holds none: that counts as dead once the revision is older than `timeoutMs`, since Helm would have given up by then.
 */
function runIsDead(pending, facts) {
    const { deadHolder, now, timeoutMs } = facts;
    const since = Date.parse(pending.changedAt);
    if (deadHolder !== undefined) {
        // Helm writes whole seconds, by the same clock.
        const from = Date.parse(deadHolder.unsettledSince) - 1000;
        const to = Date.parse(deadHolder.renewedAt) + deadHolder.durationSeconds * 1000;
        if (since >= from && since <= to)
            return true;
    }
    return now.getTime() - since > timeoutMs;
}

// EXTERNAL MODULE: ./build/release/situation.js
var release_situation = __webpack_require__(89534);
;// CONCATENATED MODULE: ./build/playbook/deploy/find-situation.js



const POLL_MS = 1000;
/** Reads what is there now, and of superseded revisions whether they once were deployed. */
async function readSituation({ release, namespace }, { releases }) {
    const history = await releases.history(release, namespace);
    const situation = await (0,release_situation/* situationOf */._7)(history, async (revision) => {
        const found = await releases.read(release, namespace, revision);
        return found === undefined ? "failed" : (0,release_situation/* pastIn */.Wd)(found);
    });
    return { situation, history };
}
/**
 * Reads what is there, and waits while a run that holds no Lease is at work on it.
 * @param request.deadHolder who held the Lease before us and died with it
 * @throws UserError when `stop` fires while it waits
 */
async function findSituation(request, ports) {
    const { release, timeoutMs, deadHolder, stop } = request;
    const { log, clock } = ports;
    for (let told = false;; told = true) {
        const found = await readSituation(request, ports);
        const { situation } = found;
        if (situation.kind !== "pending" && situation.kind !== "uninstalling")
            return found;
        if (runIsDead(situation.last, { deadHolder, now: clock.now(), timeoutMs }))
            return found;
        if (!told) {
            log.info(`${release} is ${situation.last.status} since ${situation.last.changedAt}, by something that holds no Lease: waiting until it ends, or is older than the timeout`);
        }
        await clock.sleep(POLL_MS, stop);
        if (stop.aborted)
            throw new errors/* UserError */.yo(`${release}: stopped while waiting for another run; nothing was changed`);
    }
}


/***/ }),

/***/ 32353:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   F: () => (/* binding */ rollBack)
/* harmony export */ });
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(19473);
/* harmony import */ var _release_helm_messages_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(7933);
/* harmony import */ var _release_release_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(43007);
/* harmony import */ var _workloads_objects_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(40549);
/* harmony import */ var _attempt_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(81425);
/* harmony import */ var _clear_the_way_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(5242);






/** A timeout that was short on purpose, for the deploy, must not leave the rollback half done. */
const SHORTEST_MS = 60_000;
/**
 * Takes a release back to a revision that once was deployed. The one place that does so.
 * @returns the revision that this has made
 * @throws OutsideError when Helm does not get there
 */
async function rollBack(request, ports, stop) {
    const { release, revision } = request;
    const { helm, log } = ports;
    const patient = { ...request, timeoutMs: Math.max(request.timeoutMs, SHORTEST_MS) };
    log.info(`Rolling ${release} back to revision ${revision}`);
    const left = await newestOf(request, ports);
    try {
        await helm.rollback(patient, stop);
    }
    catch (error) {
        if (stop.aborted)
            throw error;
        const tried = await newestOf(request, ports);
        if ((0,_release_helm_messages_js__WEBPACK_IMPORTED_MODULE_4__/* .stumblesOverDropped */ .mF)((0,_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .describeError */ .Uc)(error))) {
            // That try has made a revision with the manifest to go back to: the next one compares with that, and finds all of it.
            log.info(`Helm stumbled over what revision ${left?.revision} drops and was not deleted yet: trying again`);
            await helm.rollback(patient, stop);
            await removeAdded(request, left, ports);
        }
        else if (tried?.status === "pending-rollback" && tried.revision !== left?.revision) {
            // Helm leaves it so when a hook of the rollback fails, and every deploy would stop there.
            log.warn(`A hook of the rollback failed: going back without hooks. ${(0,_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .describeError */ .Uc)(error)}`);
            await helm.rollback({ ...patient, noHooks: true }, stop);
        }
        else
            throw error;
    }
    // What failed is no longer what is deployed: nobody will look at its runs again, and Helm would stumble over them.
    if (left !== undefined)
        await (0,_attempt_js__WEBPACK_IMPORTED_MODULE_2__/* .attempt */ .C)("delete what its hooks have left", log, () => (0,_clear_the_way_js__WEBPACK_IMPORTED_MODULE_3__/* .removeLeftovers */ .D)(left, ports, stop));
    return newestOf(request, ports);
}
async function newestOf({ release, namespace }, { releases }) {
    const last = (0,_release_release_js__WEBPACK_IMPORTED_MODULE_5__/* .newest */ .BP)(await releases.history(release, namespace));
    return last && releases.read(release, namespace, last.revision);
}
/** Deletes what only the revision that was left has: the second try does not know of that one any more. */
async function removeAdded(request, left, ports) {
    const { release, namespace, revision } = request;
    const target = await ports.releases.read(release, namespace, revision);
    if (left === undefined || target === undefined)
        return;
    const wanted = new Set((0,_workloads_objects_js__WEBPACK_IMPORTED_MODULE_1__/* .allObjectsOf */ .p)(target.manifest, namespace).map(keyOf));
    const added = (0,_workloads_objects_js__WEBPACK_IMPORTED_MODULE_1__/* .allObjectsOf */ .p)(left.manifest, namespace).filter((object) => !wanted.has(keyOf(object)));
    const removed = await (0,_attempt_js__WEBPACK_IMPORTED_MODULE_2__/* .attempt */ .C)(`delete what revision ${left.revision} has added`, ports.log, () => ports.live.removeOwned(added, { release, namespace }));
    if (removed !== undefined && removed.length > 0)
        ports.log.info(`Deleted what revision ${left.revision} has added: ${removed.join(", ")}`);
}
/** Another version of the same group is the same object. */
function keyOf({ apiVersion, kind, namespace, name }) {
    return `${apiVersion.replace(/\/?[^/]*$/, "")}/${kind}/${namespace}/${name}`;
}


/***/ }),

/***/ 88077:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  _: () => (/* binding */ takeLease)
});

// EXTERNAL MODULE: ./build/errors.js
var errors = __webpack_require__(19473);
;// CONCATENATED MODULE: ./build/playbook/keep-lease.js

const DURATION_SECONDS = 15;
/** With no renewal for so long, a holder stops: before others may take the lease. */
const GIVE_UP_MS = 10_000;
const RENEW_MS = 5000;
const RETRY_MS = 1000;
/** A renewal without an answer for so long is tried again, maybe by another connection. */
const TRY_MS = 3000;
const RELEASE_TRIES = 3;
/** Of the ten seconds that GitHub gives to a cancelled job. */
const RELEASE_MS = 3000;
/** Renews a lease in the background that has just been written as ours. */
function keepLease(taken, deadHolder, ports) {
    const { leases, clock, log } = ports;
    const { namespace, name, holder } = taken;
    const ended = new AbortController();
    const lost = new AbortController();
    let mine = taken;
    /** When the last renewal that succeeded was sent: it counts for others from then on or later. */
    let renewed = Date.parse(taken.renewedAt);
    let left;
    // Neither of them fails, and both end with `ended`.
    void renewals();
    void giveUp();
    return {
        deadHolder,
        lost: lost.signal,
        async release() {
            left ??= release();
            await left;
        },
        async abandon() {
            left ??= Promise.resolve(ended.abort());
            await left;
        },
    };
    async function renewals() {
        let pause = RENEW_MS;
        for (;;) {
            await clock.sleep(pause, ended.signal);
            if (ended.signal.aborted)
                return;
            try {
                pause = (await within(TRY_MS, renew())) ? RENEW_MS : RETRY_MS;
            }
            catch (error) {
                log.debug(`The lease ${name} was not renewed this time: ${(0,errors/* describeError */.Uc)(error)}`);
                pause = RETRY_MS;
            }
        }
    }
    /** False when it is still ours, yet not renewed. */
    async function renew() {
        const sent = clock.now();
        const written = await leases.write({ ...mine, renewedAt: sent.toISOString() }, mine.version);
        if (written === "forbidden")
            throw new Error("this login may no longer write it");
        if (written === "changed") {
            await readMine();
            return false;
        }
        mine = written;
        renewed = Math.max(renewed, sent.getTime());
        return true;
    }
    /** After a write of ours whose answer never came, the lease has a version that we do not know. False: not ours any more. */
    async function readMine() {
        const found = await leases.read(namespace, name);
        if (found === "forbidden")
            throw new Error("this login may no longer read it");
        if (found?.holder !== holder) {
            lose(`${found?.holder ? found.runUrl || found.holder : "somebody"} has taken it from this run`);
            return false;
        }
        mine = found;
        return true;
    }
    /** Apart from the renewals, since one of them may hang. */
    async function giveUp() {
        while (!ended.signal.aborted) {
            const silent = clock.now().getTime() - renewed;
            if (silent >= GIVE_UP_MS)
                lose(`it could not be renewed for ${GIVE_UP_MS / 1000} s`);
            else
                await clock.sleep(GIVE_UP_MS - silent, ended.signal);
        }
    }
    function lose(why) {
        if (ended.signal.aborted)
            return;
        ended.abort();
        lost.abort(new Error(`The lease ${name} in ${namespace} is lost: ${why}`));
    }
    async function release() {
        ended.abort();
        try {
            await within(RELEASE_MS, free());
        }
        catch (error) {
            log.debug(`The lease ${name} was not freed and runs out by itself: ${(0,errors/* describeError */.Uc)(error)}`);
        }
    }
    async function free() {
        for (let tries = 0; tries < RELEASE_TRIES; tries++) {
            const freed = { ...mine, holder: "", runUrl: "", unsettledSince: "", renewedAt: clock.now().toISOString() };
            const written = await leases.write(freed, mine.version);
            if (written === "forbidden")
                throw new Error("this login may no longer write it");
            // Changed by a renewal that was under way, or it is not ours.
            if (written !== "changed" || !(await readMine()))
                return;
        }
    }
    async function within(milliseconds, work) {
        const done = new AbortController();
        const late = async () => {
            await clock.sleep(milliseconds, done.signal);
            throw new Error(`no answer within ${milliseconds / 1000} s`);
        };
        try {
            return await Promise.race([work, late()]);
        }
        finally {
            done.abort();
        }
    }
}

;// CONCATENATED MODULE: ./build/playbook/hold-lease.js

const POLL_MS = 1000;
/**
 * Takes a lease, and renews it in the background until `release()`. `busy`: its holder is alive, and was for all of
 * `waitMs`; finding out whether it is alive can take 15 s more. Failures to read or to write are thrown: nothing is
 * held then that does not run out by itself. So is the reason of `cancelled` when that fires before the lease is held.
 *
 * A holder is dead when it has not changed the lease for its duration while we looked: the times in the lease are of
 * another machine's clock. https://pkg.go.dev/k8s.io/client-go/tools/leaderelection does the same.
 */
async function takeLease(request, ports, cancelled) {
    const { namespace, name, holder, runUrl, waitMs, dead } = request;
    const { leases, clock, log } = ports;
    const start = clock.now().getTime();
    let watch;
    let told = "";
    for (;;) {
        cancelled?.throwIfAborted();
        const found = await leases.read(namespace, name);
        if (found === "forbidden")
            return { state: "forbidden" };
        const now = clock.now();
        const free = found === undefined || found.holder === "" || found.holder === holder;
        if (!free)
            watch = watchOn(watch, found, now.getTime());
        if (free || found.holder === dead || isDead(found, watch, now)) {
            const at = now.toISOString();
            const unsettledSince = free ? at : found.unsettledSince || found.acquiredAt;
            const times = { acquiredAt: at, unsettledSince, renewedAt: at };
            const wanted = { namespace, name, holder, runUrl, ...times, durationSeconds: DURATION_SECONDS };
            const taken = await leases.write(wanted, found?.version);
            if (taken === "forbidden")
                return { state: "forbidden" };
            if (taken !== "changed") {
                if (!free)
                    log.info(`Took the lease ${name} over from ${nameOf(found)}, which is dead`);
                return { state: "held", lease: keepLease(taken, free ? undefined : found, ports) };
            }
            // Somebody else was quicker: look again who.
        }
        else {
            if (now.getTime() - start >= waitMs && isDecided(watch, now))
                return { state: "busy", by: found };
            if (told !== found.holder)
                log.info(`Waiting: the lease ${name} in ${namespace} is held by ${nameOf(found)}`);
            told = found.holder;
        }
        await clock.sleep(POLL_MS, cancelled);
    }
}
function watchOn(watch, { version }, now) {
    return watch?.version === version ? watch : { version, since: now, changed: watch !== undefined };
}
function isDead({ durationSeconds }, watch, now) {
    return silence(watch, now) >= (durationSeconds || DURATION_SECONDS) * 1000;
}
/**
 * Whether we have looked for long enough to say that the holder is alive: it renewed the lease, and not so long ago that
 * it must have given up by now; or the lease is not one of ours, and runs for longer.
 */
function isDecided(watch, now) {
    const silent = silence(watch, now);
    return (watch?.changed === true && silent < GIVE_UP_MS) || silent >= DURATION_SECONDS * 1000;
}
function silence(watch, now) {
    return watch === undefined ? 0 : now.getTime() - watch.since;
}
/** How to find the holder: its run where it has one. */
function nameOf({ holder, runUrl }) {
    return runUrl || holder;
}


/***/ }),

/***/ 98796:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  ze: () => (/* binding */ broughtBackSummary),
  eN: () => (/* binding */ deploySummary),
  zn: () => (/* binding */ notStartedSummary)
});

// EXTERNAL MODULE: ./build/duration/duration.js
var duration = __webpack_require__(79805);
// EXTERNAL MODULE: ./build/errors.js
var errors = __webpack_require__(19473);
// EXTERNAL MODULE: ./build/evidence/finding.js
var finding = __webpack_require__(44997);
// EXTERNAL MODULE: ./build/evidence/findings.js
var findings = __webpack_require__(21488);
// EXTERNAL MODULE: ./build/evidence/object-problems.js
var object_problems = __webpack_require__(6722);
// EXTERNAL MODULE: ./build/evidence/text.js
var evidence_text = __webpack_require__(22205);
// EXTERNAL MODULE: ./build/playbook/report/markdown.js
var markdown = __webpack_require__(83280);
;// CONCATENATED MODULE: ./build/playbook/report/evidence-report.js





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
        .filter((object) => !(0,object_problems/* isWell */.f5)(object))
        .map((object) => ({ object, problem: (0,findings/* problemsOf */.G)(object)[0]?.problem }))
        .toSorted((a, b) => (0,finding/* weightOf */.mm)(a.problem?.kind ?? "not-ready") - (0,finding/* weightOf */.mm)(b.problem?.kind ?? "not-ready"));
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
    return (0,evidence_text/* oneLine */.TN)(`${type} ${status}${reason === "" ? "" : `, ${reason}`}${message === "" ? "" : `: ${message}`}`);
}
function podTable(pods) {
    if (pods.length === 0)
        return "";
    const rows = pods.slice(0, PODS).flatMap(podRows);
    const left = pods.length - PODS;
    const all = (0,markdown/* table */.tp)(["Pod", "Phase", "Container", "State", "Exit code", "Restarts"], rows);
    return left > 0 ? `${all}\n\nand ${left} more pods` : all;
}
function podRows({ name, phase, reason, containers }) {
    const first = [(0,markdown/* code */.aY)(name), evidence_report_text(reason === "" ? phase : `${phase}, ${reason}`)];
    if (containers.length === 0)
        return [[...first, "", "", "", ""]];
    return containers.map((container, index) => {
        const { state, lastState, restarts } = container;
        const ended = state.kind === "terminated" ? state : lastState;
        return [
            ...(index === 0 ? first : ["", ""]),
            `${(0,markdown/* code */.aY)(container.name)}${container.init ? " (init)" : ""}`,
            evidence_report_text(stateText(container)),
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
    return `${at.slice(0, 19)}Z  ${(0,evidence_text/* oneLine */.TN)(`${type} ${reason}${count > 1 ? ` (${count} times)` : ""}, ${about}: ${message}`)}`;
}
function logs({ name }, container, size) {
    if (size.lines === 0)
        return [];
    const where = `${(0,markdown/* code */.aY)(name)}, container ${(0,markdown/* code */.aY)(container.name)}`;
    const tail = (log, title) => {
        if (log === undefined)
            return [];
        const end = (0,evidence_text/* plain */.pj)(log.slice(-size.lines).join("\n")).replaceAll("\r", "");
        const shown = end.length > size.characters ? `…${end.slice(-size.characters)}` : end;
        return [`${title} of ${where}:\n\n${(0,markdown/* fenced */.OF)(shown === "" ? "(empty)" : shown)}`];
    };
    return [...tail(container.previousLog, "Log before the last restart"), ...tail(container.log, "Log")];
}
function section(title, lines) {
    return lines.length === 0 ? "" : `${title}:\n\n${(0,markdown/* fenced */.OF)(lines.join("\n"))}`;
}
/** The cluster's words in a cell: as code, so that they are neither Markdown nor HTML. */
function evidence_report_text(words) {
    return (0,markdown/* code */.aY)((0,evidence_text/* oneLine */.TN)(words).replaceAll("\\", "/").replaceAll("|", "/"));
}
function escaped(words) {
    return (0,evidence_text/* oneLine */.TN)(words).replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;");
}
function bytes(words) {
    return new TextEncoder().encode(words).length;
}

;// CONCATENATED MODULE: ./build/playbook/report/deploy-summary.js




/** The job summary of a deploy, as Markdown. */
function deploySummary(result, subject) {
    const failed = result.status !== "deployed";
    const failures = result.failures.map((_, index) => failureSection(result, index));
    const parts = [
        heading(result, subject),
        failed ? (0,markdown/* fenced */.OF)(subject.error) : "",
        (0,markdown/* table */.tp)(["What", "Value"], facts(result, subject)),
        ...(failed ? failures : []),
        deploy_summary_section("Workloads", ["Workload", "Ready", "Image", "Digest"], workloadRows(result)),
        deploy_summary_section("URLs", ["URL"], result.urls.map((url) => [url])),
        deploy_summary_section("CronJobs", ["CronJob", "Schedule", "State", "Last run"], cronJobRows(result)),
        ...(failed ? [] : failures),
    ];
    return `${parts.filter((part) => part !== "").join("\n\n")}\n`;
}
/** The job summary of a deploy that has no result: it was refused, or an error came before Helm had made anything. */
function notStartedSummary({ release, namespace }, { error, refused }) {
    const title = refused
        ? `### ⏸️ ${release} was not deployed to ${namespace}: nothing was changed`
        : failedHeading(release, namespace);
    return `${title}\n\n${(0,markdown/* fenced */.OF)(error)}\n`;
}
/** What the post step adds for a deploy that was cancelled or killed. */
function broughtBackSummary({ release, namespace }, { said, rolledBack }) {
    return `### ${rolledBack ? "⏪" : "⚠️"} ${release} in ${namespace}, after its deploy was cut off\n\n${(0,markdown/* fenced */.OF)(said)}\n`;
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
    return `### ✅ ${release} ${result.action.endsWith("install") ? "installed" : "upgraded"} in ${namespace}`;
}
function facts(result, subject) {
    const { release } = result;
    return [
        ["Found", result.found],
        ["Done", result.done.join("; ")],
        ["Now", release ? `revision ${release.revision}, ${release.status}` : "no new revision"],
        ...(release
            ? [["Chart", `${release.chart.name} ${release.chart.version} (app ${release.chart.appVersion || "not named"})`]]
            : []),
        ["Chart digest", (0,markdown/* code */.aY)(result.chartDigest)],
        ["Cluster", subject.cluster],
        ["Helm", subject.helmVersion],
        [
            "Duration",
            result.durations.map(({ part, milliseconds }) => `${part} ${(0,duration/* formatDuration */.a)(milliseconds)}`).join(", "),
        ],
    ];
}
/** What the cluster said of one run of Helm that failed. The error above all holds the last one's first finding, and Helm's words. */
function failureSection({ failures, status }, index) {
    const failure = failures[index];
    if (failure === undefined)
        return "";
    const { revision, findings, evidence, error, stoppedByUs } = failure;
    const isLast = status !== "deployed" && index === failures.length - 1;
    const rest = isLast ? findings.slice(1) : findings;
    const parts = [
        rest.length === 0 ? "" : (0,markdown/* fenced */.OF)(rest.map(({ problem, next }) => `${problem}\n  ${next}`).join("\n")),
        evidenceReport(evidence),
        isLast || stoppedByUs ? "" : (0,markdown/* folded */.TM)("What Helm said", (0,errors/* describeError */.Uc)(error)),
    ].filter((part) => part !== "");
    if (parts.length === 0)
        return "";
    const number = revision ? `revision ${revision.revision}` : "it";
    const when = failures.length === 1 && isLast ? "" : index === 0 ? ", at the first try" : ", after the clean-up";
    return `#### Why ${number} failed${when}\n\n${parts.join("\n\n")}`;
}
function workloadRows({ workloads }) {
    return workloads.flatMap(({ kind, name, ready, wanted, images }) => (images.length > 0 ? images : [{ image: "", digest: "" }]).map(({ image, digest }, index) => [
        index === 0 ? `${kind} ${name}` : "",
        index === 0 ? `${ready}/${wanted}` : "",
        (0,markdown/* code */.aY)(image),
        (0,markdown/* code */.aY)(digest.slice(0, "sha256:".length + 12)),
    ]));
}
function cronJobRows({ cronJobs }) {
    return cronJobs.map(({ name, schedule, timeZone, suspend, lastScheduleTime }) => [
        name,
        `${(0,markdown/* code */.aY)(schedule)}${timeZone === "" ? "" : ` ${timeZone}`}`,
        suspend ? "suspended" : "on",
        lastScheduleTime || "never",
    ]);
}
function deploy_summary_section(title, header, rows) {
    return rows.length === 0 ? "" : `#### ${title}\n\n${(0,markdown/* table */.tp)(header, rows)}`;
}


/***/ }),

/***/ 7933:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Ww: () => (/* binding */ isAnotherAtWork),
/* harmony export */   Ze: () => (/* binding */ leftIsInTheWay),
/* harmony export */   bT: () => (/* binding */ isAboutWaiting),
/* harmony export */   mF: () => (/* binding */ stumblesOverDropped)
/* harmony export */ });
/**
 * What Helm 3 and 4, or the API server through them, say when something of an earlier deploy is in the way. Each was seen
 * from Helm 3.17 and 4.1, or stands in their source: https://github.com/helm/helm/tree/main/pkg/action
 */
const LEFT_IN_THE_WAY = [
    /has no deployed releases/,
    /cannot be imported into the current release: invalid ownership metadata/,
    /already exists/,
    /field is immutable/,
    /Forbidden: updates to \w+ spec for fields other than/,
    /Apply failed with \d+ conflicts?/,
];
/**
 * Whether Helm gave up waiting, for workloads or hooks, or was stopped: what the cluster says about them then tells more than
 * Helm does. Any other message is a refusal, of Helm or of the API server, and tells itself what is wrong.
 */
function isAboutWaiting(message) {
    return /timed out waiting|context deadline exceeded|context canceled|not ready\. status: |hooks? failed|was told to stop|was ended by SIG/.test(message);
}
/**
 * Whether a rollback stopped at an object that the revision it leaves does not have and the cluster still does, since the
 * upgrade to that revision was cut off before it deleted what it drops. Helm 3 and 4:
 * https://github.com/helm/helm/blob/v3.17.3/pkg/kube/client.go and https://github.com/helm/helm/blob/v4.1.4/pkg/kube/client.go
 */
function stumblesOverDropped(message) {
    return /original object \S+ with the name "[^"]*" not found|no \S+ with the name "[^"]*" found/.test(message);
}
/** Whether Helm refused since something else is at work on the release: https://github.com/helm/helm/issues/8987 */
function isAnotherAtWork(message) {
    return /another operation \(install\/upgrade\/rollback\) is in progress/.test(message);
}
/** Whether Helm was stopped by what an earlier deploy of the release has left in the cluster. */
function leftIsInTheWay(message) {
    return LEFT_IN_THE_WAY.some((pattern) => pattern.test(message));
}


/***/ }),

/***/ 2876:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   j: () => (/* binding */ objectsMadeBy),
/* harmony export */   q: () => (/* binding */ leftoverRuns)
/* harmony export */ });
/* harmony import */ var _workloads_objects_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(40549);

/** All that an install or an upgrade to this revision makes: the manifest's objects, and those of its hooks. */
function objectsMadeBy(action, { manifest, hooks, namespace }) {
    const run = hooks.filter(({ events }) => events.includes(`pre-${action}`) || events.includes(`post-${action}`));
    return [...(0,_workloads_objects_js__WEBPACK_IMPORTED_MODULE_0__/* .objectsOf */ .i)(manifest, namespace), ...run.flatMap((hook) => ofHook(hook, namespace))];
}
/**
 * The Jobs and Pods of hooks that Helm would stumble over when it runs them again: those whose policy does not let it delete
 * the last run first. https://helm.sh/docs/topics/charts_hooks/#hook-deletion-policies
 */
function leftoverRuns({ hooks, namespace }) {
    return hooks
        .filter(({ events }) => events.some((event) => /^(pre|post)-(install|upgrade|rollback)$/.test(event)))
        .filter(({ deletePolicies }) => deletePolicies.length > 0 && !deletePolicies.includes("before-hook-creation"))
        .flatMap((hook) => ofHook(hook, namespace))
        .filter(({ kind }) => kind === "Job" || kind === "Pod");
}
function ofHook({ manifest }, namespace) {
    return (0,_workloads_objects_js__WEBPACK_IMPORTED_MODULE_0__/* .objectsOf */ .i)(manifest, namespace).map((object) => ({ ...object, hook: true }));
}


/***/ }),

/***/ 89534:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Wd: () => (/* binding */ pastIn),
/* harmony export */   _7: () => (/* binding */ situationOf),
/* harmony export */   mm: () => (/* binding */ isPending),
/* harmony export */   ui: () => (/* binding */ isUnfinished)
/* harmony export */ });
/* harmony import */ var _release_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(43007);

/** States in which Helm refuses every upgrade, whether its process lives or not: https://github.com/helm/helm/issues/8987 */
const PENDING = ["pending-install", "pending-upgrade", "pending-rollback"];
/** Whether a run of Helm, of whatever kind, has not ended at this revision. */
function isUnfinished(status) {
    return isPending(status) || status === "uninstalling";
}
/** Whether an install, upgrade or rollback has not ended at this revision. */
function isPending(status) {
    return status !== undefined && PENDING.includes(status);
}
/**
 * Tells the situation from a release's history.
 * @param pastOf says of a superseded revision what it was before: see `pastIn`
 */
async function situationOf(history, pastOf) {
    const last = (0,_release_js__WEBPACK_IMPORTED_MODULE_0__/* .newest */ .BP)(history);
    if (last === undefined || last.status === "uninstalled")
        return { kind: "absent" };
    if (last.status === "uninstalling")
        return { kind: "uninstalling", last };
    const lastGood = await findLastGood(history, pastOf);
    if (last.status === "deployed")
        return { kind: "deployed", last, lastGood: last.revision };
    return { kind: isPending(last.status) ? "pending" : "failed", last, lastGood };
}
async function findLastGood(history, pastOf) {
    for (const { revision, status } of history.toSorted((a, b) => b.revision - a.revision)) {
        const past = status === "superseded" ? await pastOf(revision) : status;
        if (past === "deployed")
            return revision;
        // What was there before an uninstall with --keep-history is gone.
        if (past === "uninstalled")
            return "none";
    }
    return Math.min(...history.map(({ revision }) => revision)) === 1 ? "none" : "unknown";
}
/**
 * What a superseded revision was before. Helm gives that status to failed and uninstalled ones too, when the next install or
 * upgrade works; what it wrote into the description tells:
 * https://github.com/helm/helm/blob/main/pkg/action/upgrade.go, install.go and rollback.go
 */
function pastIn({ description }) {
    if (description === "superseded by new release")
        return "uninstalled";
    const failed = /^(Release|Upgrade|Rollback) ".*" failed: |^(Initial install underway|Preparing (install|upgrade))$/s;
    return failed.test(description) ? "failed" : "deployed";
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
    // Helm reads YAML 1.1, where `on` is a boolean and `<<` merges, but without that version's dates and base 60:
    // https://github.com/kubernetes-sigs/yaml/tree/master/goyaml.v2
    const document = (0,yaml__WEBPACK_IMPORTED_MODULE_0__/* .parseDocument */ .Tp)(text, {
        version: "1.1",
        uniqueKeys: false,
        customTags: (tags) => tags.filter((tag) => typeof tag !== "object" || !isForeignToHelm(tag)),
    });
    return pathsBelow(document.toJS({ mapAsMap: true }));
}
function isForeignToHelm({ tag, format }) {
    return tag === "tag:yaml.org,2002:timestamp" || format === "TIME";
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


/***/ }),

/***/ 52230:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   S: () => (/* binding */ reusesValues)
/* harmony export */ });
/** Whether arguments for `helm upgrade` make it take over values of the last revision, beside or in place of those that it is given. */
function reusesValues(helmArguments) {
    const reuses = /^--(reuse-values|reset-then-reuse-values)(=|$)|^--reset-values=/;
    return helmArguments.some((argument) => reuses.test(argument));
}


/***/ })

};
