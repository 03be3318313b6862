export const id = 426;
export const ids = [426];
export const modules = {

/***/ 80426:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  D: () => (/* binding */ helmCli)
});

// EXTERNAL MODULE: ./build/errors.js
var errors = __webpack_require__(19473);
// EXTERNAL MODULE: ./build/release/helm-messages.js
var helm_messages = __webpack_require__(7933);
// EXTERNAL MODULE: ./node_modules/yaml/dist/index.js
var dist = __webpack_require__(38815);
;// CONCATENATED MODULE: ./build/release/template-hooks.js

/** What `helm template` gives, with its hooks apart, as Helm stores them. */
function withoutHooks(rendered) {
    const documents = rendered.split(/^---[ \t]*$/m);
    const hooks = documents.flatMap((manifest) => asHook(manifest) ?? []);
    return { manifest: documents.filter((document) => asHook(document) === undefined).join("---"), hooks };
}
/** https://helm.sh/docs/topics/charts_hooks/ */
function asHook(manifest) {
    if (!manifest.includes("helm.sh/hook"))
        return undefined;
    const document = (0,dist/* parseDocument */.Tp)(manifest, { uniqueKeys: false });
    const { annotations = {} } = (document.errors.length > 0 ? {} : document.toJS())?.metadata ?? {};
    const events = annotations["helm.sh/hook"];
    if (events === undefined)
        return undefined;
    const words = (text) => (text ?? "").split(",").flatMap((word) => word.trim() || []);
    return { events: words(events), deletePolicies: words(annotations["helm.sh/hook-delete-policy"]), manifest };
}

// EXTERNAL MODULE: ./build/values/reused-values.js
var reused_values = __webpack_require__(52230);
// EXTERNAL MODULE: external "node:fs/promises"
var promises_ = __webpack_require__(51455);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(76760);
// EXTERNAL MODULE: ./build/adapters/helm/run-helm.js
var run_helm = __webpack_require__(35048);
;// CONCATENATED MODULE: ./build/adapters/helm/helm-plugins.js





/** The folders in which Helm looks for plugins: HELM_PLUGINS, a list, or Helm's own. */
async function pluginFolders(program) {
    const given = program.env.HELM_PLUGINS ?? (await (0,run_helm/* runHelm */.oU)(program, "find its plugins", ["env", "HELM_PLUGINS"]));
    return given
        .trim()
        .split(external_node_path_.delimiter)
        .filter((folder) => folder !== "");
}
/**
 * What Helm 4 would start for a post-renderer plugin: https://helm.sh/docs/topics/plugins/
 * @throws UserError when there is no such plugin, or it is none that is a program
 */
async function commandOfPlugin(own, folders) {
    for (const folder of folders) {
        for (const name of await (0,promises_.readdir)(folder).catch(() => [])) {
            const plugin = await readPlugin((0,external_node_path_.join)(folder, name));
            if (plugin?.name === own.name && plugin.type === "postrenderer/v1")
                return commandOf(plugin, own, (0,external_node_path_.join)(folder, name));
        }
    }
    throw new errors/* UserError */.yo(`helm-args: there is no post-renderer plugin "${own.name}" in ${folders.join(", ") || "any folder"}. Install it with helm plugin install, or name its folder in HELM_PLUGINS`);
}
async function readPlugin(folder) {
    try {
        return (0,dist/* parse */.qg)(await (0,promises_.readFile)((0,external_node_path_.join)(folder, "plugin.yaml"), "utf8"));
    }
    catch {
        // Helm leaves it out too, with a warning.
        return undefined;
    }
}
function commandOf({ runtime, runtimeConfig, name = "" }, own, folder) {
    const found = runtime === "subprocess" ? forThisMachine(runtimeConfig?.platformCommand ?? []) : undefined;
    if (found?.command === undefined) {
        throw new errors/* UserError */.yo(`helm-args: the post-renderer ${name} is no program for this machine (runtime ${runtime ?? "not named"}), and so cannot run before ours, which sets the suspend flag of CronJobs. Use one of runtime subprocess`);
    }
    const env = { HELM_PLUGIN_NAME: name, HELM_PLUGIN_DIR: folder };
    const filled = (text) => expanded(text, { ...process.env, ...env });
    const [command = "", ...before] = found.command.split(" ").map(filled);
    return { command, args: [...before, ...(found.args ?? []).map(filled), ...own.args], env };
}
const GO_OS = { win32: "windows" };
const GO_ARCH = { x64: "amd64", ia32: "386" };
/** The nearest: for this system and processor, then for the system, then for all. */
function forThisMachine(commands) {
    const system = GO_OS[process.platform] ?? process.platform;
    const processor = GO_ARCH[process.arch] ?? process.arch;
    const fits = (os, arch) => commands.find((each) => (each.os ?? "") === os && (each.arch ?? "") === arch);
    return fits(system, processor) ?? fits(system, "") ?? fits("", "");
}
function expanded(text, env) {
    return text.replace(/\$(?:\{(\w+)\}|(\w+))/g, (_, braced, bare) => env[braced ?? bare ?? ""] ?? "");
}

// EXTERNAL MODULE: external "node:readline"
var external_node_readline_ = __webpack_require__(80481);
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
async function runTiedHelm(program, { operation, args, env = {}, signal, graceMs = GRACE_MS }) {
    const fail = (reason) => (0,run_helm/* helmFailure */.h4)(operation, reason);
    const spawnHelm = await tiedSpawn(program.path, { ...(0,run_helm/* environmentOf */.p7)(program), ...env });
    if (signal?.aborted)
        throw fail("it was not started, since it was to stop before");
    const child = spawnHelm(args);
    const output = readOutput(child, program);
    const stopping = stopOn(signal, child, graceMs);
    try {
        const { code, signal: endedBy } = await ended(child);
        if (code === 0)
            return output.stdout();
        const said = (0,run_helm/* helmReason */.dc)((0,run_helm/* hiddenBy */.W0)(program, output.stderr()));
        if (stopping.killed())
            throw fail(`it was told to stop, and killed since it did not within ${graceMs / 1000} s`);
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
    (0,external_node_readline_.createInterface)({ input: child.stderr }).on("line", (0,run_helm/* stderrReporter */.ii)(program));
    return { stdout: () => stdout, stderr: () => (cut ? stderr.replace(/^.*\n?/, "") : stderr) };
}
function stopOn(signal, child, graceMs) {
    let killed = false;
    let timer;
    const stop = () => {
        if (graceMs > 0)
            child.kill("SIGINT");
        timer = setTimeout(() => {
            killed = child.kill("SIGKILL");
        }, graceMs);
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

;// CONCATENATED MODULE: ./build/post-render/own-post-renderer.js
const FLAGS = ["--post-renderer-args", "--post-renderer"];
/** Takes the user's own post-renderer out of further arguments for Helm: Helm takes one only, and it is to run before ours. */
function splitPostRenderer(helmArguments) {
    const rest = [];
    const found = { "--post-renderer": [], "--post-renderer-args": [] };
    let open;
    for (const argument of helmArguments) {
        if (open !== undefined) {
            found[open].push(argument);
            open = undefined;
            continue;
        }
        const flag = FLAGS.find((each) => argument === each || argument.startsWith(`${each}=`));
        if (flag === undefined)
            rest.push(argument);
        else if (argument === flag)
            open = flag;
        else
            found[flag].push(argument.slice(flag.length + 1));
    }
    const name = found["--post-renderer"].at(-1);
    return { rest, own: name ? { name, args: found["--post-renderer-args"] } : undefined };
}

// EXTERNAL MODULE: ./build/adapters/private-folder.js
var private_folder = __webpack_require__(32699);
// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __webpack_require__(77598);
// EXTERNAL MODULE: external "node:events"
var external_node_events_ = __webpack_require__(78474);
// EXTERNAL MODULE: external "node:net"
var external_node_net_ = __webpack_require__(77030);
// EXTERNAL MODULE: external "node:os"
var external_node_os_ = __webpack_require__(48161);
;// CONCATENATED MODULE: ./build/adapters/helm/post-render-server.js








/** A socket's path may have 104 bytes on macOS, 108 on Linux: https://man7.org/linux/man-pages/man7/unix.7.html */
const LONGEST_PATH = 100;
/**
 * Answers the program that Helm starts as its post-renderer. The work is done here and not there: this process has a client
 * of the cluster already.
 * @param folder a private one, for the socket
 */
async function servePostRender(folder, postRender) {
    let failed;
    const answer = async (manifest) => {
        try {
            return { manifest: await postRender(manifest) };
        }
        catch (error) {
            failed = error;
            return { problem: (0,errors/* describeError */.Uc)(error) };
        }
    };
    const sockets = new Set();
    const server = (0,external_node_net_.createServer)((socket) => {
        sockets.add(socket);
        // The other end may be gone at any time, with the Helm that started it.
        socket.on("error", () => undefined).on("close", () => sockets.delete(socket));
        (0,external_node_readline_.createInterface)({ input: socket, crlfDelay: Number.POSITIVE_INFINITY }).once("line", (line) => {
            const { manifest } = JSON.parse(line);
            void answer(manifest).then((found) => socket.end(JSON.stringify(found)));
        });
    });
    const { address, remove } = await freeAddress(folder);
    server.listen(address);
    await (0,external_node_events_.once)(server, "listening");
    return {
        address,
        error: () => failed,
        async close() {
            for (const socket of sockets)
                socket.destroy();
            server.close();
            await (0,external_node_events_.once)(server, "close");
            await remove();
        },
    };
}
async function freeAddress(folder) {
    const name = `render-${(0,external_node_crypto_.randomUUID)().slice(0, 8)}`;
    if (process.platform === "win32")
        return { address: `\\\\.\\pipe\\k8s-migrate-${name}`, remove: async () => undefined };
    const address = (0,external_node_path_.join)(folder, name);
    if (Buffer.byteLength(address) <= LONGEST_PATH)
        return { address, remove: () => (0,promises_.rm)(address, { force: true }) };
    const short = await (0,promises_.mkdtemp)((0,external_node_path_.join)((0,external_node_os_.tmpdir)(), "k8sm-"));
    return { address: (0,external_node_path_.join)(short, name), remove: () => (0,promises_.rm)(short, { recursive: true, force: true }) };
}

;// CONCATENATED MODULE: ./build/adapters/helm/post-renderer.js






const PLUGIN = "k8s-migrate";
/**
 * Makes Helm hand over what it has rendered. Helm 3 takes a program for that, Helm 4 only a plugin:
 * https://helm.sh/docs/topics/advanced/#post-rendering
 * A post-renderer that the user's arguments name is started first, as Helm would.
 * @param helm.pluginFolders where Helm 4 looks for plugins
 * @throws UserError when that is a plugin that we cannot start
 */
async function postRendered(helm, extraArguments, postRender) {
    const { major, through } = helm;
    const { rest, own } = splitPostRenderer(extraArguments);
    const folders = major === 4 ? await helm.pluginFolders() : [];
    const command = own && (major === 4 ? await commandOfPlugin(own, folders) : { command: own.name, args: own.args, env: {} });
    // Several may be under way at once, and each has files of its own.
    const folder = await (0,private_folder/* makeFolderIn */.QD)(through.folder);
    const server = await servePostRender(folder, postRender);
    const end = async () => {
        await server.close();
        await (0,private_folder/* removePrivateFolder */.Yv)(folder);
    };
    try {
        return { ...(await reached()), error: server.error, end };
    }
    catch (failure) {
        await end();
        throw failure;
    }
    async function reached() {
        const settings = { address: server.address, ...(command ? { own: command } : {}) };
        if (major === 3) {
            const file = await (0,private_folder/* writePrivateFile */.Pl)(folder, "post-render.json", JSON.stringify(settings));
            const flags = [
                `--post-renderer=${through.node}`,
                ...[through.entry, file].map((each) => `--post-renderer-args=${each}`),
            ];
            return { extraArguments: [...rest, ...flags], env: {} };
        }
        const plugins = (0,external_node_path_.join)(folder, "plugins");
        await writePlugin((0,external_node_path_.join)(plugins, PLUGIN), settings);
        const env = {
            HELM_PLUGINS: [...folders, plugins].join(external_node_path_.delimiter),
            K8S_MIGRATE_NODE: through.node,
            K8S_MIGRATE_ENTRY: through.entry,
        };
        return { extraArguments: [...rest, `--post-renderer=${PLUGIN}`], env };
    }
}
/** https://helm.sh/docs/topics/plugins/ */
async function writePlugin(folder, settings) {
    await (0,promises_.mkdir)(folder, { recursive: true });
    await (0,private_folder/* writePrivateFile */.Pl)(folder, "settings.json", JSON.stringify(settings));
    const plugin = {
        apiVersion: "v1",
        type: "postrenderer/v1",
        name: PLUGIN,
        version: "1.0.0",
        runtime: "subprocess",
        // Helm splits a command at its spaces, and only then puts in variables.
        runtimeConfig: {
            platformCommand: [
                { command: "${K8S_MIGRATE_NODE}", args: ["${K8S_MIGRATE_ENTRY}", "${HELM_PLUGIN_DIR}/settings.json"] },
            ],
        },
    };
    await (0,promises_.writeFile)((0,external_node_path_.join)(folder, "plugin.yaml"), JSON.stringify(plugin));
}

// EXTERNAL MODULE: ./build/adapters/helm/stored-hook.js
var stored_hook = __webpack_require__(47075);
;// CONCATENATED MODULE: ./build/adapters/helm/helm-cli.js








/**
 * Helm 3 or 4 as a program.
 * @param through needed for requests with `postRender`
 */
function helmCli(program, version, through) {
    let plugins;
    return {
        ...version,
        async upgradeInstall(request, signal) {
            const operation = `upgrade --install ${request.release} in namespace ${request.namespace}`;
            return { revision: madeRevision(await runUpgrade(request, { operation, args: [], signal })) };
        },
        async render(request, signal) {
            const operation = `upgrade --install --dry-run=server ${request.release} in namespace ${request.namespace}`;
            // Behind the user's own: of a flag that is there twice the last one counts.
            const args = ["--dry-run=server", "--output=json"];
            try {
                return readRendered(await runUpgrade(request, { operation, args, signal, graceMs: 0 }));
            }
            catch (error) {
                if (request.postRender !== undefined || signal?.aborted || !(0,helm_messages/* lacksKinds */.OC)((0,errors/* describeError */.Uc)(error)))
                    throw error;
                const template = {
                    operation: `template of ${request.release}`,
                    args: templateArguments(request),
                    signal,
                    graceMs: 0,
                };
                const text = await runTiedHelm(program, template).catch(() => {
                    throw error;
                });
                return { ...withoutHooks(text), note: WITHOUT_CLUSTER };
            }
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
    /** Gives Helm's stdout. */
    async function runUpgrade(request, call) {
        const { postRender, extraArguments } = request;
        if (postRender === undefined) {
            return runTiedHelm(program, { ...call, args: [...upgradeArguments(request), ...call.args] });
        }
        if (through === undefined)
            throw new Error("a post-renderer needs the program that Helm starts for it");
        const helm = { major: version.major, through, pluginFolders: knownPluginFolders };
        const rendered = await postRendered(helm, extraArguments, postRender);
        try {
            const args = upgradeArguments({ ...request, extraArguments: rendered.extraArguments });
            return await runTiedHelm(program, { ...call, args: [...args, ...call.args], env: rendered.env });
        }
        catch (error) {
            // Helm only knows the text of it.
            throw rendered.error() ?? error;
        }
        finally {
            await rendered.end();
        }
    }
    /** Helm is asked once: they stay what they are while it is the same program. */
    function knownPluginFolders() {
        plugins ??= pluginFolders(program).catch((error) => {
            plugins = undefined;
            throw error;
        });
        return plugins;
    }
}
function readRendered(stdout) {
    const { manifest = "", hooks } = JSON.parse(stdout);
    return { manifest, hooks: (hooks ?? []).map(stored_hook/* asHook */.G) };
}
const WITHOUT_CLUSTER = "The chart brings kinds that the cluster does not have yet: it was rendered without the cluster, and what depends on that may be another in the deploy";
function templateArguments(request) {
    const { release, chartPath, namespace, extraArguments } = request;
    return ["template", release, chartPath, `--namespace=${namespace}`, ...valueArguments(request), ...extraArguments];
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
        ...valueArguments(request),
        ...request.extraArguments,
    ];
}
function valueArguments(request) {
    return [
        ...request.valueFiles.map((file) => `--values=${asField(file)}`),
        ...request.set.map((assignment) => `--set=${assignment}`),
        ...request.setString.map((assignment) => `--set-string=${assignment}`),
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
/* harmony export */   W0: () => (/* binding */ hiddenBy),
/* harmony export */   dc: () => (/* binding */ helmReason),
/* harmony export */   h4: () => (/* binding */ helmFailure),
/* harmony export */   ii: () => (/* binding */ stderrReporter),
/* harmony export */   oU: () => (/* binding */ runHelm),
/* harmony export */   p7: () => (/* binding */ environmentOf)
/* harmony export */ });
/* harmony import */ var _actions_exec__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(41955);
/* harmony import */ var _advice_helm_advice_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(97408);
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(19473);



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
    const report = stderrReporter(program);
    const { exitCode, stdout, stderr } = await (0,_actions_exec__WEBPACK_IMPORTED_MODULE_0__/* .getExecOutput */ .H)(program.path, [...args], {
        silent: true,
        ignoreReturnCode: true,
        env: environmentOf(program),
        listeners: {
            errline: report,
            stdline: (line) => program.onOutput?.(hiddenBy(program, line)),
        },
    });
    if (exitCode === 0)
        return stdout;
    const said = helmReason(hiddenBy(program, stderr));
    throw helmFailure(operation, said || `it ended with code ${exitCode}`);
}
/** A failure of Helm, with what to do about it where that is known. No value of a Secret is in it. */
function helmFailure(operation, said) {
    const reason = withoutSecretValues(said);
    const next = (0,_advice_helm_advice_js__WEBPACK_IMPORTED_MODULE_1__/* .adviceOn */ .i)(reason);
    return new _errors_js__WEBPACK_IMPORTED_MODULE_2__/* .OutsideError */ .Cp({ system: "Helm", operation, reason, ...(next === undefined ? {} : { next }) });
}
/** What every Helm gets as its whole environment. */
function environmentOf(program) {
    return { ...REQUEST_RATE, ...program.env };
}
/**
 * Gets each line of stderr and reports what is worth a line while it runs. Helm's error is not: it is reported once, as the
 * failure. An `Error:` that another one follows was of a program that Helm has started, such as the kubeconfig's login.
 */
function stderrReporter(program) {
    const isError = errorLines();
    let last;
    const report = (line) => program.onLine(withoutHeader(withoutValues(hiddenBy(program, line))));
    return (line) => {
        if (line.trim() === "")
            return;
        if (!isError(line)) {
            report(line);
            return;
        }
        if (last !== undefined)
            report(last);
        last = line;
    };
}
function hiddenBy({ hidden }, text) {
    return hidden === undefined ? text : hidden(text);
}
/** How Helm 4 quotes a value of another type than the schema has, with all that is in it, up to the end of the line. */
const QUOTED_VALUE = /(\bgot &value\.value\w+)\{[^\n]*/g;
/** The message of an object that is no Secret stays whole; a text that names no kind may be the end of one about a Secret. */
function withoutSecretValues(text) {
    const kinds = [...text.matchAll(/\bKind=(\w+)/g)].map(([, kind]) => kind);
    return kinds.length > 0 && !kinds.includes("Secret") ? text : withoutValues(text);
}
function withoutValues(text) {
    return text.replace(QUOTED_VALUE, "$1{…}");
}
/**
 * A line without the header of Kubernetes' own log format: `W1124 06:02:21.368578   18795 warnings.go:70] unknown field`.
 * https://github.com/kubernetes/community/blob/master/contributors/devel/sig-instrumentation/logging.md
 */
function withoutHeader(line) {
    const [, text] = /^[IWE]\d{4} [\d:.]+ +\d+ [\w.-]+:\d+\] (.*)$/.exec(line) ?? [];
    return text === undefined ? line : text.replace(/^"(.*)"$/, "$1");
}
/** Behind it Helm 3 quotes a post-renderer's stderr, to the end: https://github.com/helm/helm/blob/v3.17.3/pkg/postrender/exec.go */
const OUTPUT_BEGINS = /^Error:.* error output:$/;
/**
 * Helm's message: all from its last line on that begins with `Error:`. What is before it is in the log already.
 * What Helm breaks into lines is one again, so that the first line tells what is wrong: Helm 3 lists even one error
 * (https://github.com/hashicorp/go-multierror/blob/v1.1.1/format.go), and Helm 4 lays out those of templates
 * (https://github.com/helm/helm/blob/v4.1.4/pkg/engine/engine.go).
 */
function helmReason(stderr) {
    const start = lastError(stderr);
    const said = start === undefined ? stderr : stderr.slice(start + "Error:".length);
    return said
        .replace(/\b1 error occurred:\n\s*\* /g, "")
        .replace(/(:\d+:\d+)\n {2}(executing "[^"]*" at <.*>:)\n {4}/g, "$1: $2 ")
        .replace(/(error calling \w+:)\n(?=\S)/g, "$1 ")
        .trim();
}
/** Where the last `Error:` line begins. */
function lastError(stderr) {
    const isError = errorLines();
    let start;
    for (const { 0: line, index } of stderr.matchAll(/^.*$/gm)) {
        if (isError(line))
            start = index;
    }
    return start;
}
/** Gets line by line; whether one begins an error, and is not what a post-renderer has written. */
function errorLines() {
    let quoted = false;
    return (line) => {
        const isError = !quoted && line.startsWith("Error:");
        quoted ||= OUTPUT_BEGINS.test(line);
        return isError;
    };
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
