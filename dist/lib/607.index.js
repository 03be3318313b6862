export const id = 607;
export const ids = [607];
export const modules = {

/***/ 44607:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  run: () => (/* binding */ run)
});

// EXTERNAL MODULE: ./build/adapters/kubernetes/client.js + 1 modules
var client = __webpack_require__(16656);
// EXTERNAL MODULE: ./build/adapters/kubernetes/api-errors.js
var api_errors = __webpack_require__(14520);
;// CONCATENATED MODULE: ./build/adapters/kubernetes/login-check.js

/**
 * The name by which the cluster knows this login. Every login that authenticates may ask:
 * https://kubernetes.io/docs/reference/access-authn-authz/authentication/#self-subject-review
 */
async function loggedInAs({ authentication, server }) {
    try {
        const review = await authentication.createSelfSubjectReview({ body: {} });
        return review.status?.userInfo?.username ?? "an unnamed user";
    }
    catch (error) {
        throw (0,api_errors/* apiError */.pb)(`log in to ${server}`, error);
    }
}

// EXTERNAL MODULE: ./build/adapters/private-folder.js
var private_folder = __webpack_require__(32699);
// EXTERNAL MODULE: ./build/errors.js
var errors = __webpack_require__(19473);
// EXTERNAL MODULE: ./build/actions/cluster-inputs.js
var cluster_inputs = __webpack_require__(59322);
// EXTERNAL MODULE: ./build/actions/cluster-login.js + 3 modules
var cluster_login = __webpack_require__(87348);
// EXTERNAL MODULE: ./build/actions/run-action.js + 1 modules
var run_action = __webpack_require__(82644);
;// CONCATENATED MODULE: ./build/actions/connect/run.js







/** `actions/connect`: a kubeconfig that stays logged in, for the steps that follow. */
async function run() {
    await (0,run_action/* runAction */.C)(async (io) => {
        const problems = [];
        const target = (0,cluster_inputs/* readEksTarget */.r)(io, problems);
        const problem = errors/* UserError */.yo.fromProblems("Inputs of connect:", problems);
        if (problem)
            throw problem;
        io.log.info(`Connecting to EKS cluster ${target.cluster} in ${target.region}`);
        const folder = await (0,private_folder/* makePrivateFolder */.I2)();
        io.keep("folder", folder);
        const login = await (0,cluster_login/* logInToEks */.A)(target, folder, io);
        io.log.info(`Logged in as ${await loggedInAs(await (0,client/* openCluster */.D)(login))}`);
        io.exportVariable("KUBECONFIG", login.kubeconfig);
        io.output("kubeconfig", login.kubeconfig);
        io.output("context", login.context);
        io.output("server", login.server);
    });
}


/***/ }),

/***/ 82644:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  C: () => (/* binding */ runAction)
});

// EXTERNAL MODULE: ./node_modules/@actions/core/lib/core.js + 7 modules
var core = __webpack_require__(33838);
// EXTERNAL MODULE: ./build/values/secrets.js
var values_secrets = __webpack_require__(14882);
;// CONCATENATED MODULE: ./build/adapters/github/actions-io.js


function actionsIo() {
    const secrets = [];
    const hidden = (text) => (0,values_secrets/* redact */.E$)(text, secrets);
    return {
        input: (name) => core/* getInput */.V4(name),
        text: (name) => core/* getInput */.V4(name, { trimWhitespace: false }),
        lines: (name) => core/* getMultilineInput */.q3(name),
        output: (name, value) => core/* setOutput */.uH(name, hidden(value)),
        async summary(markdown) {
            if (!process.env.GITHUB_STEP_SUMMARY)
                return;
            await core/* summary */.z.addRaw(hidden(markdown), true).write();
        },
        keep: (name, value) => core/* saveState */.LZ(name, value),
        kept: (name) => core/* getState */.Gu(name),
        exportVariable: (name, value) => core/* exportVariable */.dN(name, value),
        hide(texts) {
            for (const text of texts)
                core/* setSecret */.Pq(text);
            secrets.push(...texts);
        },
        hidden,
        fail(message, place) {
            if (place === undefined)
                return core/* setFailed */.C1(hidden(message));
            process.exitCode = core/* ExitCode */.yU.Failure;
            core/* error */.z3(hidden(message), { file: place.file, ...(place.line === undefined ? {} : { startLine: place.line }) });
        },
        log: {
            info: (line) => core/* info */.pq(hidden(line)),
            debug: (line) => core/* debug */.Yz(hidden(line)),
            warn: (line) => core/* warning */.$e(hidden(line)),
            group: (title, work) => core/* group */.Os(hidden(title), work),
        },
    };
}

// EXTERNAL MODULE: ./build/errors.js
var errors = __webpack_require__(19473);
;// CONCATENATED MODULE: ./build/actions/run-action.js


/** Runs an action's shell: whatever it throws becomes the one error of the step. */
async function runAction(shell) {
    const io = actionsIo();
    try {
        await shell(io);
    }
    catch (error) {
        io.fail((0,errors/* describeError */.Uc)(error));
    }
}


/***/ }),

/***/ 14520:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   $T: () => (/* binding */ apiStatus),
/* harmony export */   ST: () => (/* binding */ isGone),
/* harmony export */   pb: () => (/* binding */ apiError)
/* harmony export */ });
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(19473);

/** The HTTP status of a failed API call; `undefined` when the call never got an answer. */
function apiStatus(error) {
    return isApiFailure(error) ? error.code : undefined;
}
/** Whether the object, or its kind, is not there. */
function isGone(error) {
    // What the client says, without a status, of a kind that a group of the cluster does not have (any more).
    const noSuchKind = error instanceof Error && error.message.startsWith("Unrecognized API version and kind");
    return noSuchKind || apiStatus(error) === 404;
}
/** Turns any failure of an API call into one that says what to do next. Where the login for it failed, it is that failure. */
function apiError(operation, error) {
    const login = causes(error).find((cause) => cause instanceof _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .OutsideError */ .Cp);
    if (login !== undefined)
        return login;
    const next = nextStep(error);
    return new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .OutsideError */ .Cp({
        system: "Kubernetes API",
        operation,
        reason: reason(error),
        ...(next === undefined ? {} : { next }),
        cause: isApiFailure(error) ? undefined : error,
    });
}
function reason(error) {
    if (!isApiFailure(error))
        return error instanceof Error ? (causes(error).at(-1)?.message ?? "") : String(error);
    const body = typeof error.body === "string" ? parseStatus(error.body) : error.body;
    const message = body?.message;
    return message ?? `HTTP ${error.code}`;
}
function nextStep(error) {
    if (!isApiFailure(error)) {
        return "check that the runner can reach the cluster's address: a private cluster needs a runner inside its network, or set HTTPS_PROXY";
    }
    if (error.code === 401) {
        return "the cluster does not know this login: add an EKS access entry for the role (aws eks create-access-entry --cluster-name … --principal-arn …), log in again if the job's AWS session has ended, or check the kubeconfig's user";
    }
    if (error.code === 403) {
        return "the login is known, but may not do this: grant the verb above in a Role or ClusterRole, or associate an EKS access policy such as AmazonEKSEditPolicy with its access entry";
    }
    return undefined;
}
function isApiFailure(error) {
    return error instanceof Error && typeof error.code === "number" && "body" in error;
}
function parseStatus(body) {
    try {
        return JSON.parse(body);
    }
    catch {
        return undefined;
    }
}
/** The error and its causes, the root last. */
function causes(error) {
    return error instanceof Error ? [error, ...causes(error.cause)] : [];
}


/***/ }),

/***/ 16656:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  u: () => (/* binding */ loadKubernetesClient),
  D: () => (/* binding */ openCluster)
});

// EXTERNAL MODULE: ./build/errors.js
var errors = __webpack_require__(19473);
// EXTERNAL MODULE: ./build/adapters/proxy.js
var proxy = __webpack_require__(32101);
// EXTERNAL MODULE: external "node:timers/promises"
var promises_ = __webpack_require__(58500);
;// CONCATENATED MODULE: ./build/adapters/kubernetes/steady-calls.js

/** Of a call with its retries. A connection that died without a word must not hold up what comes after. */
const CALL_LIMIT_MS = 15_000;
const TRIES = 3;
const FIRST_PAUSE_MS = 250;
const LONGEST_PAUSE_MS = 5000;
/** What an API server, or a load balancer before it, says while it is busy or being replaced. */
const PASSING = new Set([429, 500, 502, 503, 504]);
/**
 * Lets all clients that the config makes from now on end each call within 15 s, unless the call has a signal of its own; and
 * try reads (GET) again that failed by the network or by what passes. Writes are never sent twice: the first may have been done.
 */
function useSteadyCalls(config, { wrapHttpLibrary }) {
    const make = config.makeApiClient.bind(config);
    config.makeApiClient = (Api) => {
        // The client has no option for it. What a function called with `new` returns takes the place of the new object.
        function steadyApi({ httpApi, ...others }) {
            const send = steadily((request) => httpApi.send(request).toPromise());
            return new Api({ ...others, httpApi: wrapHttpLibrary({ send }) });
        }
        return make(steadyApi);
    };
}
function steadily(send) {
    return async (request) => {
        const signal = request.getSignal() ?? AbortSignal.timeout(CALL_LIMIT_MS);
        request.setSignal(signal);
        const method = request.getHttpMethod();
        const tries = method === "GET" ? TRIES : 1;
        for (let pauseMs = FIRST_PAUSE_MS, tried = 1;; pauseMs *= 2, tried++) {
            let asked;
            try {
                const response = await whole(await send(request));
                if (tried === tries || !PASSING.has(response.httpStatusCode))
                    return response;
                asked = retryAfterMs(response);
            }
            catch (error) {
                if (tried === tries || signal.aborted)
                    throw error;
            }
            // At its end the next try fails at once.
            await (0,promises_.setTimeout)(asked ?? pauseMs, undefined, { signal }).catch(() => undefined);
        }
    };
}
/** With its body read, which may fail too. */
async function whole(response) {
    const text = await response.body.text();
    response.body = { ...response.body, text: async () => text };
    return response;
}
/** The API server gives seconds: https://kubernetes.io/docs/concepts/cluster-administration/flow-control/ */
function retryAfterMs({ headers }) {
    const seconds = Number.parseInt(headers["retry-after"] ?? "", 10);
    return seconds >= 0 ? Math.min(seconds * 1000, LONGEST_PAUSE_MS) : undefined;
}

;// CONCATENATED MODULE: ./build/adapters/kubernetes/client.js



const OWN_TOKEN = "k8s-migrate-token";
/** The client is large: it is loaded once inputs are known to be good, best while something else is waited for. */
async function loadKubernetesClient() {
    return __webpack_require__.e(/* import() */ 655).then(__webpack_require__.bind(__webpack_require__, 29655));
}
/** Opens a client without any call. Fails with `UserError` where the kubeconfig or the context cannot be used. */
async function openCluster(login) {
    const k8s = await loadKubernetesClient();
    const config = new k8s.KubeConfig();
    try {
        config.loadFromFile(login.kubeconfig);
    }
    catch (error) {
        throw new errors/* UserError */.yo(`kubeconfig: cannot read ${login.kubeconfig}: ${error.message}`);
    }
    useContext(config, login);
    if (login.token)
        useOwnToken(config, login.token);
    const server = useProxy(config);
    useSteadyCalls(config, k8s);
    return {
        server,
        context: config.getCurrentContext(),
        core: config.makeApiClient(k8s.CoreV1Api),
        apps: config.makeApiClient(k8s.AppsV1Api),
        batch: config.makeApiClient(k8s.BatchV1Api),
        networking: config.makeApiClient(k8s.NetworkingV1Api),
        coordination: config.makeApiClient(k8s.CoordinationV1Api),
        custom: config.makeApiClient(k8s.CustomObjectsApi),
        objects: k8s.KubernetesObjectApi.makeApiClient(config),
        authentication: config.makeApiClient(k8s.AuthenticationV1Api),
    };
}
function useContext(config, { context, kubeconfig }) {
    const names = config.getContexts().map((each) => each.name);
    if (context !== "") {
        if (!names.includes(context)) {
            throw new errors/* UserError */.yo(`kube-context: there is no context "${context}" in ${kubeconfig}; it has ${names.join(", ") || "none"}`);
        }
        config.setCurrentContext(context);
    }
    if (!config.getCurrentCluster()) {
        throw new errors/* UserError */.yo(`kubeconfig: ${kubeconfig} has no current context; name one in kube-context: ${names.join(", ") || "it has none"}`);
    }
}
function useOwnToken(config, token) {
    const user = config.getCurrentUser();
    if (!user)
        return;
    config.addAuthenticator({
        isAuthProvider: (each) => each.authProvider === OWN_TOKEN,
        applyAuthentication: async (_user, options) => {
            options.headers = { ...options.headers, Authorization: `Bearer ${await token()}` };
        },
    });
    config.users = config.users.map((each) => each.name === user.name ? { name: user.name, authProvider: OWN_TOKEN } : each);
}
/** Helm and kubectl honour HTTPS_PROXY by themselves; this client only what the kubeconfig says. */
function useProxy(config) {
    const current = config.getCurrentCluster();
    if (!current)
        return "";
    const proxyUrl = current.proxyUrl ?? (0,proxy/* proxyFor */.i)(current.server);
    if (proxyUrl !== undefined) {
        config.clusters = config.clusters.map((each) => (each.name === current.name ? { ...each, proxyUrl } : each));
    }
    return current.server;
}


/***/ }),

/***/ 32699:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   I2: () => (/* binding */ makePrivateFolder),
/* harmony export */   Pl: () => (/* binding */ writePrivateFile),
/* harmony export */   Yv: () => (/* binding */ removePrivateFolder)
/* harmony export */ });
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(51455);
/* harmony import */ var node_os__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(48161);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(76760);



/** A new folder that only this user may enter, in the runner's own temporary place, which it empties after the job. */
async function makePrivateFolder() {
    // mkdtemp makes the folder with mode 0700.
    return (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.mkdtemp)((0,node_path__WEBPACK_IMPORTED_MODULE_2__.join)(process.env.RUNNER_TEMP ?? (0,node_os__WEBPACK_IMPORTED_MODULE_1__.tmpdir)(), "k8s-migrate-"));
}
/** Writes a file that only this user may read, and returns its path. */
async function writePrivateFile(folder, name, content) {
    const path = (0,node_path__WEBPACK_IMPORTED_MODULE_2__.join)(folder, name);
    await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.writeFile)(path, content, { mode: 0o600 });
    return path;
}
/** Removes such a folder with all that is in it. No error when it is gone already. */
async function removePrivateFolder(folder) {
    await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.rm)(folder, { recursive: true, force: true });
}


/***/ }),

/***/ 32101:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   i: () => (/* binding */ proxyFor)
/* harmony export */ });
/* harmony import */ var _actions_http_client_lib_proxy__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(19783);

/** The proxy that HTTP_PROXY, HTTPS_PROXY and NO_PROXY name for an address; `undefined` for a direct connection. */
function proxyFor(address) {
    return (0,_actions_http_client_lib_proxy__WEBPACK_IMPORTED_MODULE_0__/* .getProxyUrl */ .s)(new URL(address))?.href;
}


/***/ }),

/***/ 19473:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Cp: () => (/* binding */ OutsideError),
/* harmony export */   Uc: () => (/* binding */ describeError),
/* harmony export */   yo: () => (/* binding */ UserError),
/* harmony export */   zg: () => (/* binding */ StepError)
/* harmony export */ });
/** The user's to fix: the message says what is wrong, where, and what to write instead. */
class UserError extends Error {
    name = "UserError";
    /** Joins several problems into one error, so that a user fixes them in one go. `undefined` when there is none. */
    static fromProblems(heading, problems) {
        const [first, ...others] = problems;
        if (first === undefined)
            return undefined;
        if (others.length === 0)
            return new UserError(first);
        return new UserError(`${heading}\n${problems.map((problem) => `- ${problem}`).join("\n")}`);
    }
}
/** An outside system failed. The message holds system, operation, reason and next step. */
class OutsideError extends Error {
    name = "OutsideError";
    failure;
    constructor(failure) {
        super(`${failure.system}: ${failure.operation} failed: ${failure.reason}${failure.next ? `\nNext: ${failure.next}` : ""}`, {
            cause: failure.cause,
        });
        this.failure = failure;
    }
}
/** A step of ours did not succeed. The message says what is wrong, what to do, and what the state is now. */
class StepError extends Error {
    name = "StepError";
    /** @param lines the first names the problem; empty ones are left out */
    constructor(lines, cause) {
        super(lines.filter((line) => line !== "").join("\n"), { cause });
    }
}
function asText(value) {
    return typeof value === "string" ? value : JSON.stringify(value);
}
/** One text for any thrown value: its message, then the messages of its causes that say something new. */
function describeError(error) {
    const parts = [];
    for (let current = error; current !== undefined && current !== null && parts.length < 5;) {
        const text = current instanceof Error ? current.message || current.name : asText(current);
        if (!parts.some((part) => part.includes(text)))
            parts.push(text);
        current = current instanceof Error ? current.cause : undefined;
    }
    return parts.join("\nCaused by: ");
}


/***/ }),

/***/ 14882:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   E$: () => (/* binding */ redact),
/* harmony export */   RM: () => (/* binding */ masksFor),
/* harmony export */   SE: () => (/* binding */ SHORTEST_MASK)
/* harmony export */ });
/** GitHub drops outputs that contain masked text, and a short mask would riddle the log: shorter leaves are not masked. */
const SHORTEST_MASK = 8;
/**
 * The texts to mask for the leaves of `secret-values`: each leaf and each of its lines, also as the quotes of Go and JSON
 * show them (`pass\"word`, and quoted once more in Helm 4's log; Go's JSON has `\u0026` for `&`), and its base64 form, since
 * Secrets hold that.
 */
function masksFor(secretLeaves) {
    const masks = secretLeaves.flatMap((leaf) => {
        const texts = [leaf, ...leaf.split(/\r?\n/)].map((text) => text.trim());
        const quoted = texts.map(inQuotes);
        return [
            ...texts,
            ...quoted,
            ...quoted.map(inQuotes),
            ...quoted.map(inGoJson),
            Buffer.from(leaf).toString("base64"),
        ];
    });
    return [...new Set(masks)].filter((mask) => mask.length >= SHORTEST_MASK);
}
function inQuotes(text) {
    return JSON.stringify(text).slice(1, -1);
}
/** https://pkg.go.dev/encoding/json#HTMLEscape */
function inGoJson(quoted) {
    return quoted.replace(/[&<>]/g, (sign) => `\\u00${sign.charCodeAt(0).toString(16)}`);
}
/** Replaces every mask in a text by `***`, and masks that lie over each other as one, so that no part of any is left. */
function redact(text, masks) {
    const places = masks.flatMap((mask) => placesOf(mask, text)).toSorted((a, b) => a.start - b.start);
    let shown = "";
    let end = 0;
    for (const place of places) {
        if (place.start >= end)
            shown += `${text.slice(end, place.start)}***`;
        end = Math.max(end, place.end);
    }
    return shown + text.slice(end);
}
function placesOf(mask, text) {
    const places = [];
    if (mask === "")
        return places;
    for (let start = text.indexOf(mask); start >= 0; start = text.indexOf(mask, start + 1)) {
        places.push({ start, end: start + mask.length });
    }
    return places;
}


/***/ })

};
