export const id = 312;
export const ids = [312];
export const modules = {

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
/* harmony import */ var _advice_cluster_advice_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(70940);
/* harmony import */ var _advice_helm_advice_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(97408);
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(19473);



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
    const login = causes(error).find((cause) => cause instanceof _errors_js__WEBPACK_IMPORTED_MODULE_2__/* .OutsideError */ .Cp);
    if (login !== undefined)
        return login;
    const next = nextStep(error);
    return new _errors_js__WEBPACK_IMPORTED_MODULE_2__/* .OutsideError */ .Cp({
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
    const known = (0,_advice_helm_advice_js__WEBPACK_IMPORTED_MODULE_1__/* .adviceOn */ .i)(reason(error));
    if (!isApiFailure(error))
        return known ?? _advice_cluster_advice_js__WEBPACK_IMPORTED_MODULE_0__/* .UNREACHED */ .U3;
    if (error.code === 401)
        return _advice_cluster_advice_js__WEBPACK_IMPORTED_MODULE_0__/* .UNKNOWN_LOGIN */ .rU;
    if (error.code === 403) {
        return (known ??
            "the login is known, but may not do this: allow it in a Role or ClusterRole, or by an EKS access policy such as AmazonEKSEditPolicy");
    }
    return known;
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
    return __webpack_require__.e(/* import() */ 9655).then(__webpack_require__.bind(__webpack_require__, 29655));
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
/* harmony export */   QD: () => (/* binding */ makeFolderIn),
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
/** The same below another one, which takes it along. */
async function makeFolderIn(folder) {
    return (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.mkdtemp)((0,node_path__WEBPACK_IMPORTED_MODULE_2__.join)(folder, "part-"));
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

/***/ 70537:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   DU: () => (/* binding */ webIdentityAdvice),
/* harmony export */   _7: () => (/* binding */ awsAdvice),
/* harmony export */   gb: () => (/* binding */ SESSION_ENDED)
/* harmony export */ });
/* unused harmony export trustAdvice */
const SESSION_ENDED = 'the job\'s AWS session has ended: log in again, or set role-to-assume and "permissions: id-token: write", by which the login renews itself';
/**
 * What to do about a failure that any call to AWS can meet; `undefined` when it is not known.
 * https://docs.aws.amazon.com/IAM/latest/UserGuide/troubleshoot_access-denied.html
 */
function awsAdvice({ name, reason, cluster }) {
    // Before the rest: what is not allowed is said in a message that quotes much.
    if (name.startsWith("AccessDenied") || name === "UnauthorizedOperation")
        return denied(reason, cluster);
    if (/SignatureDoesNotMatch|InvalidSignature/.test(name)) {
        return "check the job's secret access key, and that the runner's clock is right";
    }
    if (/expired/i.test(name + reason))
        return SESSION_ENDED;
    if (/UnrecognizedClient|InvalidClientTokenId|InvalidAccessKeyId/.test(name)) {
        return "check the job's AWS keys: AWS does not know them, or the region is not enabled in this account";
    }
    if (/Throttling|TooManyRequests/.test(name))
        return "run it again: AWS was asked too often";
    if (name === "PriorRequestNotComplete")
        return "run it again: another change of this hosted zone is still under way";
    if (name === "NoSuchHostedZone")
        return "check the zone's id, and that the login is one of the account that has the zone";
    const host = /getaddrinfo \w+ (\S+)/.exec(reason)?.[1];
    if (host !== undefined)
        return `check aws-region: there is no ${host}, or the runner cannot look it up`;
    if (/ECONNREFUSED|ETIMEDOUT|ECONNRESET|socket hang up|timed? ?out/i.test(reason)) {
        return "check that the runner can reach AWS, through HTTPS_PROXY where it has to";
    }
    return undefined;
}
/** The action that is missing, and the statement that allows it. */
function denied(reason, cluster) {
    const action = /not authorized to perform: ([\w-]+:\w+)/.exec(reason)?.[1];
    if (action === undefined)
        return "allow it to the role, or the user, whose credentials the job has";
    const who = /(?:User|user): (\S+)/.exec(reason)?.[1];
    const resource = /on resource: (\S+)/.exec(reason)?.[1] ?? clusterArn(who, cluster) ?? "*";
    const [, by] = /with an explicit deny in an? ([A-Za-z- ]+?)(?: policy)?(?:: |$|\.)/.exec(reason) ?? [];
    if (by !== undefined)
        return `take the deny of ${action} out of the ${by} policy that AWS names`;
    const [, limit, sort] = /because no (.+?) (policy|boundary) allows/.exec(reason) ?? [];
    if (limit !== undefined && limit !== "identity-based") {
        return `let the ${limit} ${sort} allow ${action}: that ${roleIn(who)} may do it by its own policies is not enough`;
    }
    const statement = JSON.stringify({ Effect: "Allow", Action: action, Resource: resource });
    return `allow ${action} on this ${subjectOf(action)} for the role, by ${statement} in a policy of ${roleIn(who)}`;
}
/** Some messages name no resource; they name the caller, who is of the same account. */
function clusterArn(who, cluster) {
    const [, partition, account] = /^arn:([\w-]+):\w+::(\d+):/.exec(who ?? "") ?? [];
    if (account === undefined || cluster === undefined)
        return undefined;
    return `arn:${partition}:eks:${cluster.region}:${account}:cluster/${cluster.name}`;
}
function subjectOf(action) {
    if (action.startsWith("eks:"))
        return "cluster";
    return action.startsWith("sts:") ? "role" : "resource";
}
/** `arn:aws:sts::111122223333:assumed-role/deploy/run` is a session of the role "deploy". */
function roleIn(arn) {
    return /:assumed-role\/([^/]+)\//.exec(arn ?? "")?.[1] ?? arn ?? "it";
}
/**
 * What to do when STS gives no role for the runner's OIDC token; `undefined` when it is not known.
 * https://docs.aws.amazon.com/STS/latest/APIReference/API_AssumeRoleWithWebIdentity.html#API_AssumeRoleWithWebIdentity_Errors
 * @param subject the token's `sub`
 */
function webIdentityAdvice({ name, reason, subject }) {
    if (/^(?:AccessDenied|InvalidIdentityToken|IDP|ExpiredToken)/.test(name))
        return trustAdvice(reason, subject);
    if (name.startsWith("RegionDisabled")) {
        return "set aws-region to one where the account has STS switched on, or switch it on there (IAM, account settings)";
    }
    if (name.startsWith("Validation") && /\barn\b/i.test(reason)) {
        return "correct role-to-assume: it has to be a role's whole ARN, such as arn:aws:iam::111122223333:role/deploy";
    }
    return awsAdvice({ name, reason });
}
/**
 * What to do when a role is not given for the runner's OIDC token.
 * https://docs.github.com/en/actions/how-tos/secure-your-work/security-harden-deployments/oidc-in-aws
 * @param subject the token's `sub`
 */
function trustAdvice(reason, subject) {
    if (/audience/i.test(reason)) {
        return "add the audience sts.amazonaws.com to the account's identity provider for GitHub (aws iam add-client-id-to-open-id-connect-provider)";
    }
    if (/No OpenIDConnect provider/i.test(reason)) {
        return "make the account's identity provider for https://token.actions.githubusercontent.com (aws iam create-open-id-connect-provider), and check that the role is of the right account";
    }
    if (/expired/i.test(reason))
        return "run it again, and check the runner's clock: the job's OIDC token has expired";
    return `check the role's trust policy: its OIDC provider, the audience sts.amazonaws.com, and that its condition on …:sub allows this job, whose sub is "${subject}"`;
}


/***/ }),

/***/ 70940:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   $5: () => (/* binding */ clusterAdvice),
/* harmony export */   U3: () => (/* binding */ UNREACHED),
/* harmony export */   rU: () => (/* binding */ UNKNOWN_LOGIN)
/* harmony export */ });
/* harmony import */ var _aws_advice_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(70537);

const UNREACHED = "check that the runner can reach the cluster's address: a private cluster needs a runner inside its network, or set HTTPS_PROXY";
const UNKNOWN_LOGIN = "the cluster does not know this login: add an EKS access entry for the role (aws eks create-access-entry --cluster-name … --principal-arn …), log in again if the job's AWS session has ended, or check the kubeconfig's user";
/** The cluster, or another address, is not reached; or the login is not known there. The words of Go's net and crypto/x509, and of Node. */
const clusterAdvice = [
    {
        pattern: /exec: executable (\S+) not found/,
        next: ([, program]) => `put ${program} on the runner's PATH, or give cluster and aws-region in place of a kubeconfig: these need no such program`,
    },
    {
        pattern: /exec plugin: invalid apiVersion "([^"]+)"/,
        next: ([, version]) => `make the kubeconfig anew (aws eks update-kubeconfig): this Helm no longer takes ${version} in it`,
    },
    { pattern: /ExpiredToken|security token included in the request is expired/, next: () => _aws_advice_js__WEBPACK_IMPORTED_MODULE_0__/* .SESSION_ENDED */ .gb },
    {
        pattern: /exec: executable (\S+) failed with exit code/,
        next: ([, program = ""]) => `see in the log what ${program.split("/").at(-1)} wrote before this: it gets the token that the kubeconfig asks for`,
    },
    {
        pattern: /the server has asked for the client to provide credentials|must be logged in to the server|: Unauthorized$/,
        next: () => UNKNOWN_LOGIN,
    },
    {
        pattern: /x509: certificate is valid for (.+), not (\S+)/,
        next: ([, names, wanted]) => `use an address that the certificate is for (${names}) in place of ${wanted}`,
    },
    {
        pattern: /x509: certificate has expired or is not yet valid/,
        next: () => "renew the server's certificate, or set the runner's clock right",
    },
    {
        pattern: /cluster unreachable.*x509: /i,
        next: () => "take the certificate-authority-data of this very cluster into the kubeconfig; where a proxy opens TLS, that proxy's authority",
    },
    {
        pattern: /x509: |self-signed certificate|unable to verify the first certificate|unable to get local issuer certificate/,
        next: () => "make the server's certificate authority known: certificate-authority-data in the kubeconfig for a cluster, --ca-file in helm-args for a site of charts",
    },
    {
        pattern: /server gave HTTP response to HTTPS client/,
        next: () => "add --plain-http to helm-args, where a registry without TLS is meant",
    },
    {
        pattern: /proxyconnect tcp: /,
        next: () => "check the address in HTTPS_PROXY, or name the host in NO_PROXY where it is reached without a proxy",
    },
    {
        pattern: /lookup ([\w.-]+?)(?: on \S+)?: |getaddrinfo \w+ (\S+)/,
        next: ([, host, ofNode]) => `check the spelling of ${host ?? ofNode}, and that it still exists; a private name is known inside its network only, or to the proxy in HTTPS_PROXY`,
    },
    {
        pattern: /cluster unreachable.*(?:connection refused|timeout|deadline exceeded|unreachable|no route to host|EOF|reset by peer)/is,
        next: () => UNREACHED,
    },
    {
        pattern: /unable to retrieve the complete list of server APIs: ([\w./-]+)/,
        next: ([, api]) => `bring up what serves ${api} (kubectl get apiservice shows it), or remove that APIService`,
    },
    {
        pattern: /dial tcp (\S+?): (?:connect: connection refused|i\/o timeout|connect: (?:network|no route))/,
        next: ([, address]) => `check the address, and that the runner can reach ${address}; or set HTTPS_PROXY`,
    },
    {
        pattern: /(?:\b(?:Get|Head|Post|Put|Patch|Delete) "[^"\n]*": |\bdial |\bread tcp |reading response body)[^\n]*unexpected EOF|connection reset by peer|client connection lost|TLS handshake timeout|etcdserver: (?:leader changed|request timed out)|too many requests|currently unable to handle the request/i,
        next: () => "run it again: the server was busy, or the connection broke",
    },
];


/***/ }),

/***/ 97408:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  i: () => (/* binding */ adviceOn)
});

;// CONCATENATED MODULE: ./build/advice/admission-advice.js
/** What is asked before the API server stores an object says no: webhooks, policies, quotas, the namespace itself. */
const admissionAdvice = [
    {
        pattern: /admission webhook "([^"]+)" denied the request/,
        next: ([, webhook]) => `correct in the chart or its values what the webhook ${webhook} asks for`,
    },
    {
        pattern: /failed calling webhook "([^"]+)"/,
        next: ([, webhook]) => `bring up the service behind the webhook ${webhook}: the cluster lets no such object in without its answer`,
    },
    {
        pattern: /ValidatingAdmissionPolicy '([^']+)' with binding/,
        next: ([, policy]) => `correct in the chart or its values what the policy ${policy} asks for`,
    },
    {
        pattern: /exceeded quota: ([^,\s]+), requested: ([^\s,]+)/,
        next: ([, quota, requested]) => `raise the ResourceQuota ${quota} of the namespace, or ask for less in the values (${requested} was asked for)`,
    },
    {
        pattern: /failed quota: ([^:\s]+): must specify ([\w.,-]+)/,
        next: ([, quota, fields]) => `set ${fields} in the values: the ResourceQuota ${quota} of the namespace wants it`,
    },
    {
        pattern: /violates PodSecurity "([^":]+)/,
        next: ([, level]) => `set the securityContext that it names, or another level than ${level} in the namespace's label pod-security.kubernetes.io/enforce`,
    },
    {
        pattern: /(?:maximum|minimum) [\w./-]+ usage per \w+ is \S+/,
        next: ([limit]) => `keep the values to the LimitRange of the namespace: ${limit.replace(/[.,]$/, "")}`,
    },
    {
        pattern: /serviceaccount "([^"]+)" not found/,
        next: ([, account]) => `create the ServiceAccount ${account}, or correct its name in the values`,
    },
    {
        pattern: /in namespace (\S+) because it is being terminated/,
        next: ([, namespace]) => `wait until namespace ${namespace} is gone, then deploy again; kubectl get namespace ${namespace} --output=yaml shows what holds it`,
    },
    {
        pattern: /namespaces "([^"]+)" not found/,
        next: ([, namespace]) => `create namespace ${namespace}, or correct the namespace that the chart's object names`,
    },
];

;// CONCATENATED MODULE: ./build/advice/advice.js
/** The next step by the first row that fits the message, or `undefined`. */
function firstAdvice(table, message) {
    for (const { pattern, next } of table) {
        const found = pattern.exec(message);
        const step = found && next(found);
        if (step)
            return step;
    }
    return undefined;
}

// EXTERNAL MODULE: ./build/evidence/text.js
var evidence_text = __webpack_require__(22205);
;// CONCATENATED MODULE: ./build/advice/chart-advice.js

const FAULTS_SHOWN = 3;
/** The chart as it lies there, and the values: https://github.com/helm/helm/tree/v4.1.4/pkg/chart */
const chartAdvice = [
    {
        pattern: /chart requires kubeVersion: (.+?) which is incompatible with Kubernetes v?(\S+)/,
        next: ([, wanted, has = ""]) => {
            const own = has.includes("-")
                ? `; for such a version the chart has to write its range with -0, as in ">=1.25.0-0"`
                : "";
            return `take a version of the chart that is for Kubernetes ${has}, or upgrade the cluster to ${wanted}${own}`;
        },
    },
    {
        pattern: /found in Chart\.yaml, but missing in charts\/ directory: (.+)/,
        next: ([, names]) => `run helm dependency build for the chart before this step, or commit its folder charts with ${names}`,
    },
    {
        pattern: /lock file \((\S+)\) is out of sync/,
        next: ([, file]) => `run helm dependency update for the chart, and commit ${file}`,
    },
    {
        pattern: /can't get a valid version for (?:\d+ subchart\(s\)|repositories|dependency) (.+)/,
        next: ([, which = ""]) => `correct the version in Chart.yaml: its repository has none that fits ${(0,evidence_text/* oneLine */.TN)(which)}`,
    },
    {
        pattern: /values don't meet the specifications of the schema\(s\) in the following chart\(s\):\n([\s\S]*)/,
        next: ([, faults = ""]) => `correct in the values ${schemaFaults(faults)}`,
    },
    {
        pattern: /cannot load (Chart\.yaml|values\.yaml|Chart\.lock):(?:.*yaml: line (\d+))?/,
        next: ([, file, line]) => `correct ${line ? `line ${line} of ` : ""}the chart's ${file}: it is not YAML as Helm reads it`,
    },
    {
        pattern: /failed to parse (\S+): .*yaml: line (\d+)/,
        next: ([, file, line]) => `correct line ${line} of ${file}`,
    },
    {
        pattern: /chart\.metadata\.(\w+) is required/,
        next: ([, field]) => `add ${field} to the chart's Chart.yaml`,
    },
    {
        pattern: /chart\.metadata\.(\w+) "([^"]*)" is invalid/,
        next: ([, field, value]) => `correct ${field} in the chart's Chart.yaml${field === "version" ? `: write one such as 1.2.3 in place of ${value}` : ""}`,
    },
    {
        pattern: /Chart\.yaml file is missing|no Chart\.yaml exists/,
        next: () => "name the folder in chart that holds Chart.yaml, or pack the chart by helm package",
    },
    {
        pattern: /seems to be a YAML file, but expected a gzipped archive/,
        next: () => "name the chart's folder in chart, not a file in it",
    },
    {
        pattern: /does not appear to be a gzipped archive; got '([^';]+)/,
        next: ([, type]) => `check where the file comes from: it is ${type}, not a chart packed by helm package`,
    },
    {
        // Nothing but "unexpected EOF" is what Helm 3 says of an archive that is cut off.
        pattern: /does not appear to be a valid chart file|unable to load chart archive|no files in chart archive|gzip: invalid|^(?:[A-Z]+ FAILED: )?unexpected EOF$/,
        next: () => "get the packed chart again, or pack it anew by helm package: it is broken or cut off",
    },
    {
        pattern: /\b(\w+) charts are not installable/,
        next: ([, type]) => `deploy the chart that uses this one: a ${type} chart only has templates for others`,
    },
    {
        pattern: /failed parsing --set-(file|json|literal) data: (.+)/,
        next: ([, kind, why = ""]) => `correct --set-${kind} in helm-args: ${(0,evidence_text/* oneLine */.TN)(why)}`,
    },
    {
        pattern: /failed parsing --(set|set-string) data: (.+)/,
        next: ([, input, why = ""]) => `correct the input ${input}, one key=value a line, such as image.tag=v1: ${(0,evidence_text/* oneLine */.TN)(why)}`,
    },
];
/**
 * Helm 3.17: `- replicas: Invalid type. Expected: integer, given: string` below the chart's name, Helm 3.18 and later:
 * `- at '/replicas': got string, want integer`.
 */
function schemaFaults(text) {
    const charts = new Map();
    let chart = "";
    for (const line of text.split("\n")) {
        chart = /^(\S.*):$/.exec(line)?.[1] ?? chart;
        const fault = /^\s*- (.+)$/.exec(line)?.[1];
        if (fault !== undefined)
            charts.set(chart, [...(charts.get(chart) ?? []), shownFault(fault)]);
    }
    return [...charts]
        .map(([name, faults]) => {
        const more = faults.length > FAULTS_SHOWN ? `, and ${faults.length - FAULTS_SHOWN} more` : "";
        return `of chart ${name}: ${faults.slice(0, FAULTS_SHOWN).join(", ")}${more}`;
    })
        .join("; ");
}
function shownFault(fault) {
    const [, pointer, why] = /^at '([^']*)': (.+)$/.exec(fault) ?? [];
    const [, path, problem] = /^([^:]+): (.+)$/.exec(fault) ?? [];
    const where = pointer === undefined ? path : pointer.slice(1).replaceAll("/", ".");
    const what = (0,evidence_text/* oneLine */.TN)(why ?? problem ?? fault);
    return where === undefined || where === "" || where === "(root)" ? what : `${where}: ${what}`;
}

// EXTERNAL MODULE: ./build/advice/cluster-advice.js
var cluster_advice = __webpack_require__(70940);
;// CONCATENATED MODULE: ./build/advice/replaceable.js
/**
 * What can be deleted and deployed again without a loss that no deploy makes good. All else is not: with a Namespace goes what is
 * in it, with a CustomResourceDefinition every object of its kind, with a volume or a custom resource maybe a database.
 */
const REPLACEABLE = "ConfigMap Secret Service ServiceAccount Deployment DaemonSet ReplicaSet Pod Job CronJob Ingress NetworkPolicy HorizontalPodAutoscaler PodDisruptionBudget Role RoleBinding ClusterRole ClusterRoleBinding"
    .toLowerCase()
    .split(" ");
const NAMES = new Set(REPLACEABLE.flatMap((kind) => [kind, plural(kind)]));
/** Whether an object may be deleted to deploy it anew. Takes a kind ("Job") or a resource ("jobs.batch"). */
function isReplaceable(kindOrResource) {
    return NAMES.has(kindOrResource.toLowerCase().replace(/\..*/, ""));
}
/** Whether it is a Namespace, by its kind or its resource. */
function isNamespace(kindOrResource) {
    return /^namespaces?$/i.test(kindOrResource);
}
function plural(kind) {
    if (kind.endsWith("y"))
        return `${kind.slice(0, -1)}ies`;
    return kind.endsWith("s") ? `${kind}es` : `${kind}s`;
}

;// CONCATENATED MODULE: ./build/advice/object-advice.js

/** `Deployment.apps "web" is invalid: ` */
const INVALID = String.raw `\b(\w+)(?:\.[\w.]+)? "([^"]+)" is invalid: `;
const TAKE_OWNERSHIP = "--take-ownership in helm-args (Helm 3.17 or later)";
const JUNK = "take out of the chart's folder what is no part of it, or list it in .helmignore: chart and values, packed, have to fit into one Secret of 1 MiB";
/** Kubernetes' own: https://kubernetes.io/docs/reference/using-api/#api-groups. Others with .k8s.io come by CRDs. */
const BUILT_IN = new Set("apps autoscaling batch extensions policy admissionregistration.k8s.io apiextensions.k8s.io apiregistration.k8s.io authentication.k8s.io authorization.k8s.io certificates.k8s.io coordination.k8s.io discovery.k8s.io events.k8s.io flowcontrol.apiserver.k8s.io networking.k8s.io node.k8s.io rbac.authorization.k8s.io resource.k8s.io scheduling.k8s.io storage.k8s.io".split(" "));
/** The API server does not take an object, or it is there already: https://github.com/kubernetes/apimachinery/blob/v0.36.0/pkg/api/errors/errors.go */
const objectAdvice = [
    {
        pattern: /Secret "sh\.helm\.release\.[^"]+" is invalid: data: Too long/,
        next: () => JUNK,
    },
    {
        pattern: /request entity too large|etcdserver: request is too large|trying to send message larger than max/i,
        next: () => `${JUNK}; and the API server takes no request above 3 MiB`,
    },
    {
        pattern: /Hook \S+ \S+ failed: [\s\S]*?(?:object \S+?\/(\S+) \S+ Kind=(\w+): Apply failed|(\S+) "([^"]+)" already exists)/,
        next: ([, ofKind, kind, resource, ofResource]) => {
            const [sort = "", name] = [kind ?? resource, ofKind ?? ofResource];
            return isReplaceable(sort)
                ? `delete ${sort} ${name}, which an earlier run has left, and give the hook helm.sh/hook-delete-policy: before-hook-creation`
                : `take ${sort} ${name} out of the chart's hooks: it is there already`;
        },
    },
    {
        pattern: /Apply failed with \d+ conflicts?: ([\s\S]*)/,
        next: ([, conflicts = ""]) => {
            const managers = new Set([...conflicts.matchAll(/conflicts? with "([^"]+)"/g)].map(([, manager]) => manager));
            const fields = new Set([...conflicts.matchAll(/(?:: |- )(\.\S+)/g)].map(([, field]) => field));
            return `take ${[...fields].join(", ") || "those fields"} out of the chart if ${[...managers].join(" and ")} shall decide, give up the field there, or overwrite it by --force-conflicts in helm-args`;
        },
    },
    {
        pattern: /forceConflicts enabled when serverSideApply disabled/,
        next: () => "leave --force-conflicts out of helm-args: this release was made without server-side apply, and has no conflicts",
    },
    {
        pattern: /\b(\w+) "([^"]+)" in namespace "([^"]*)" exists and cannot be imported into the current release: ([\s\S]*)/,
        next: ([, kind = "", name = "", , why = ""]) => {
            const owner = /release-name" must equal "[^"]*": current value is "([^"]+)"/.exec(why)?.[1];
            const elsewhere = /release-namespace" must equal "[^"]*": current value is "([^"]+)"/.exec(why)?.[1];
            if ((owner ?? elsewhere) === undefined)
                return already(kind, name);
            const release = `${owner ? `release ${owner}` : "the release of this name"}${elsewhere ? ` in namespace ${elsewhere}` : ""}`;
            if (isNamespace(kind))
                return `take ${kind} ${name} out of the chart: it is of ${release}`;
            // Its name follows from its group.
            const first = kind === "CustomResourceDefinition"
                ? `take ${kind} ${name} out of the chart`
                : `give ${kind} ${name} another name`;
            return `${first}: it is of ${release}; or take it over by ${TAKE_OWNERSHIP}`;
        },
    },
    {
        pattern: /secrets "sh\.helm\.release\.v1\.[^"]+" already exists/,
        next: () => "run it again: somebody else deployed this release at the same time",
    },
    {
        pattern: /(?<!\S)(\S+) "([^"]+)" already exists/,
        next: ([, resource = "", name = ""]) => already(resource, name),
    },
    {
        pattern: /\bJob(?:\.batch)? "([^"]+)" is invalid: [\s\S]*field is immutable/,
        next: ([, name]) => `delete Job ${name} and deploy again; made a hook with helm.sh/hook-delete-policy: before-hook-creation, it is replaced at each deploy`,
    },
    {
        pattern: new RegExp(`${INVALID}([\\s\\S]*?)(?:field is immutable|cannot change roleRef|may not change once set)`),
        next: ([, kind = "", name, before = ""]) => {
            const undo = `undo the change of ${lastField(before)} in the chart or its values`;
            return isReplaceable(kind)
                ? `${undo}, or delete ${kind} ${name} with all it has made, and deploy again`
                : `${undo}: ${kind} ${name} cannot take it`;
        },
    },
    {
        pattern: new RegExp(`${INVALID}[^\\s:]+: Forbidden: (?:updates to statefulset spec|spec(?:\\.\\w+)? is immutable|pod updates may not)`),
        next: ([, kind = "", name]) => {
            if (kind === "StatefulSet") {
                return `undo the change, or run kubectl delete statefulset ${name} --cascade=orphan, by which its pods and volumes stay, and deploy again`;
            }
            return isReplaceable(kind)
                ? `undo the change, or delete ${kind} ${name} and deploy again`
                : `undo the change of ${kind} ${name} in the chart or its values`;
        },
    },
    {
        pattern: /no matches for kind "([^"]+)" in version "([^"]+)"/,
        next: ([, kind, version = ""]) => {
            const [group = "", ...rest] = version.split("/");
            if (rest.length === 0 || BUILT_IN.has(group)) {
                return `correct apiVersion and kind in the template, or take a newer chart: this Kubernetes has no ${kind} of ${version}`;
            }
            return `install the CRDs of ${group} first, mostly by a chart of their own, or turn ${kind} off in the values`;
        },
    },
    {
        pattern: /failed to create typed patch object \(\S+?\/(\S+?); [^)]*Kind=(\w+)\): (?:errors:\s*)?(\.\S+): (?:field not declared|expected (\w+))/,
        next: ([, name, kind, field, type]) => type === undefined
            ? `correct ${field} in the template of ${kind} ${name}: that kind has no such field`
            : `write ${field} of ${kind} ${name} as ${withArticle(type)}${type === "string" ? ', in quotes ("8080", or | quote in the template)' : ""}`,
    },
    {
        pattern: /in version "[^"]+" cannot be handled as an? (\w+): [\s\S]*?(?:unknown field "([^"]+)"|cannot unmarshal \w+ into Go struct field (?:\w+\.)?(\S+) of type ([\w.[\]]+))/,
        next: ([, kind, unknown, field, type]) => unknown === undefined
            ? `write ${field} of the ${kind} as ${withArticle(type ?? "")}${type === "string" ? ', in quotes ("8080", or | quote in the template)' : ""}`
            : `correct ${unknown} in the template of the ${kind}: that kind has no such field`,
    },
    {
        pattern: /ValidationError\(([\w.]+)\): (?:unknown field "([^"]+)"|missing required field "([^"]+)"|invalid type)/,
        next: ([, path, unknown, missing]) => `correct ${path}${unknown ? `: there is no field ${unknown}` : missing ? `: ${missing} is missing` : ": its value is of another type"}`,
    },
    {
        pattern: /strict decoding error: (?:unknown|duplicate) field "([^"]+)"/,
        next: ([, field]) => `correct ${field} in the template: the kind does not have it, or it is there twice`,
    },
    {
        pattern: new RegExp(`${INVALID}\\[?([^\\s:]+): `),
        next: ([, kind, name, field]) => `correct ${field} of ${kind} ${name} in the chart or its values`,
    },
];
function withArticle(type) {
    return `${/^[aeiou]/.test(type) ? "an" : "a"} ${type}`;
}
/** What to do about an object that is there, and that no release has made. */
function already(sort, name) {
    if (isNamespace(sort))
        return `take ${sort} ${name} out of the chart: it is there already`;
    const other = isReplaceable(sort) ? "delete it if nothing else needs it" : "take it out of the chart";
    return `take over ${sort} ${name}, which no release has made, by ${TAKE_OWNERSHIP}; or ${other}`;
}
/** Of `[spec.a: Required value, spec.b: Invalid value: {…}: ` the field that what follows is about: `spec.b`. */
function lastField(before) {
    const fields = before.matchAll(/(?:^\[?|, )([a-z]\w*(?:\.[\w-]+|\[[^\]\s]*\])*): (?:Invalid value|Forbidden)/gi);
    return [...fields].at(-1)?.[1] ?? "the field that it names";
}

;// CONCATENATED MODULE: ./build/advice/rights-advice.js
const FORBIDDEN = /User "([^"]*)" cannot (\S+) resource "([^"]+)" in API group "([^"]*)" (?:in the namespace "([^"]+)"|at the cluster scope)/;
const GRANTED = "attempting to grant RBAC permissions not currently held";
/** How Kubernetes writes a rule in one line: https://github.com/kubernetes/kubernetes/blob/v1.36.0/pkg/apis/rbac/v1/evaluation_helpers.go */
const COMPACT_RULE = /\{(\w+:\[[^{}]*\])\}/g;
const RULES_SHOWN = 3;
/** What RBAC does not allow, with the rule that would: https://kubernetes.io/docs/reference/access-authn-authz/rbac/ */
const rightsAdvice = [
    {
        pattern: new RegExp(`user "([^"]*)".* is ${GRANTED}:?([\\s\\S]*)`),
        next: ([, user = "", held = ""]) => `give ${shown(user)} the rights that the chart's roles give away: rules: [${compactRules(held)}], or take those roles out of the chart`,
    },
    {
        pattern: FORBIDDEN,
        next: ([, user = "", verb, resource, group, namespace]) => {
            const rule = `rules: [{apiGroups: ["${group}"], resources: ["${resource}"], verbs: ["${verb}"]}]`;
            const role = namespace === undefined
                ? "a ClusterRole that a ClusterRoleBinding binds"
                : `a Role of namespace ${namespace} that is bound`;
            return `add ${rule} to ${role} to ${shown(user)}${alsoOnEks(user)}`;
        },
    },
    {
        pattern: /User "([^"]*)" cannot (\S+) path "([^"]+)"/,
        next: ([, user = "", verb, path]) => `add rules: [{nonResourceURLs: ["${path}"], verbs: ["${verb}"]}] to a ClusterRole that a ClusterRoleBinding binds to ${shown(user)}`,
    },
];
function shown(user) {
    const [, namespace, name] = /^system:serviceaccount:([^:]+):(.+)$/.exec(user) ?? [];
    if (name !== undefined)
        return `ServiceAccount ${name} of namespace ${namespace}`;
    return user === "" ? "this login" : `${user} or a group of its access entry`;
}
/** https://docs.aws.amazon.com/eks/latest/userguide/access-policies.html */
function alsoOnEks(user) {
    if (user.startsWith("system:serviceaccount:"))
        return "";
    return ", or associate an EKS access policy such as AmazonEKSEditPolicy with that entry; docs/eks-access.md has all that a deploy needs";
}
/** `{APIGroups:[""], Resources:["pods"], Verbs:["get" "list"]}` as YAML. */
function compactRules(text) {
    const rules = [...text.matchAll(COMPACT_RULE)].map(([, fields = ""]) => {
        const pairs = [...fields.matchAll(/(\w+):\[([^\]]*)\]/g)].map(([, key = "", list = ""]) => `${yamlKey(key)}: [${list.replaceAll('" "', '", "')}]`);
        return `{${pairs.join(", ")}}`;
    });
    const more = rules.length > RULES_SHOWN ? [`… ${rules.length - RULES_SHOWN} more`] : [];
    return rules.length === 0 ? "…" : [...rules.slice(0, RULES_SHOWN), ...more].join(", ");
}
function yamlKey(key) {
    return key === "APIGroups" ? "apiGroups" : key.charAt(0).toLowerCase() + key.slice(1);
}

;// CONCATENATED MODULE: ./build/advice/run-advice.js
/** https://helm.sh/docs/overview: what Helm 4 has brought. */
const ONLY_HELM_4 = new Set(["--server-side", "--force-conflicts", "--force-replace"]);
/** What is in helm-args. */
const flagAdvice = [
    // What a post-renderer has written stands in Helm's message, and may be about flags of its own.
    {
        pattern: /post-renderer "?([\w./-]+)"? produced empty output/,
        next: ([, name]) => `let the post-renderer ${name} write all manifests to its stdout`,
    },
    {
        pattern: /error while running post render|failed to invoke post-renderer plugin/,
        next: () => "run the post-renderer by hand on what helm template renders: it has to write all manifests to stdout, and to end with 0",
    },
    {
        pattern: /^unknown (?:shorthand )?flag: (?:'\w' in )?(-+\S+)/,
        next: ([, flag = ""]) => ONLY_HELM_4.has(flag)
            ? `take ${flag} out of helm-args, or set helm-version to 4: Helm 3 does not have it`
            : `take ${flag} out of helm-args, or correct it: this Helm does not have it`,
    },
    {
        pattern: /for "--post-renderer" flag: unable to find binary at (\S+?):/,
        next: ([, program]) => `put ${program} on PATH, or give its path in --post-renderer`,
    },
    {
        pattern: /plugin: \{Name:(\S+) Type:postrenderer\/v1\} not found/,
        next: ([, name]) => `install a plugin ${name} of type postrenderer/v1 before this step (helm plugin install): Helm 4 takes no program for --post-renderer`,
    },
    {
        pattern: /invalid argument "([^"]*)" for "([^"]+)" flag/,
        next: ([, value, flags = ""]) => `correct ${flags.split(", ").at(-1)} in helm-args: "${value}" is no value for it`,
    },
    {
        pattern: /plugin "?([\w./-]+)"? not found/i,
        next: ([, name]) => `install the plugin ${name} before this step (helm plugin install)`,
    },
];
/** What Helm meets at the end. */
const waitingAdvice = [
    {
        pattern: /another operation \(install\/upgrade\/rollback\) is in progress/,
        next: () => "run it again when the other one has ended; runs of this action wait for each other by themselves",
    },
    {
        pattern: /"([^"]+)" has no deployed releases/,
        next: ([, release]) => `go back to a revision that works by helm rollback ${release} REVISION (helm history ${release} lists them), then deploy again; helm uninstall ${release} is for where nothing of it may stay`,
    },
    {
        pattern: /failed (pre|post)-(\w+): [\s\S]*?(?:\bjob (\S+) failed|resource Job\/\S+?\/(\S+) not ready\. status: Failed)/,
        next: ([, , , first, second]) => `correct what the Job ${first ?? second} runs, or its settings; its pods and their log are in the job summary`,
    },
    {
        pattern: /resource (\w+)\/(\S+?)\/(\S+) still exists/,
        next: ([, kind = "", namespace, name]) => `see what holds ${kind} ${name}, such as a finalizer: kubectl get ${kind.toLowerCase()} ${name} --namespace ${namespace} --output=yaml`,
    },
    {
        // A request that nobody has answered, not a workload that Helm waits for.
        pattern: /^(?![\s\S]*not ready\. status: )[\s\S]*?(?:\b(?:Get|Head|Post|Put|Patch|Delete) "https?:\/\/(?:[^/"@\s]*@)?([^/"@\s]+)[^"\n]*": [^\n]*deadline exceeded|Client\.Timeout)/,
        next: ([, host]) => `check the address, and that the runner can reach ${host ?? "it"}; or set HTTPS_PROXY`,
    },
    {
        pattern: /timed out waiting|context deadline exceeded|not ready\. status: /,
        next: () => "raise timeout where it only needs longer; what is not ready is in the job summary, with its pods and events",
    },
];

;// CONCATENATED MODULE: ./build/advice/source-advice.js
const LOG_IN_FIRST = "give a login that may pull this chart: registry-username and registry-password, or helm registry login before this step";
/** Repositories: https://github.com/helm/helm/blob/v4.1.4/pkg/repo/v1/chartrepo.go; registries: https://github.com/oras-project/oras-go and, for Helm 3.17, https://github.com/containerd/containerd */
const sourceAdvice = [
    {
        pattern: /^repo (\S+) not found|: repo (\S+) not found|no cached repo found|no repositories (?:configured|to show)/,
        next: ([, first, second]) => `run helm repo add ${first ?? second ?? "NAME"} https://… before this step, or give the address in repository; where a folder is meant, correct its path`,
    },
    {
        pattern: /chart "([^"]+)" (?:version "([^"]+)"|matching (\S+)) not found in (\S+)/,
        next: ([, chart, exact, matching, where]) => `correct chart-version: ${where} has no ${chart} ${exact ?? matching}; if it is new and the repository was added by name, run helm repo update before`,
    },
    {
        pattern: /chart "([^"]+)" not found in (\S+)/,
        next: ([, chart, where]) => `correct chart or repository: the index of ${where} has no ${chart}, or pre-releases only, which chart-version has to name`,
    },
    {
        pattern: /no repository definition for ([^\s,]+?)\.?(?:[\s,]|$)/,
        next: ([, address = ""]) => {
            const alias = /^(?:@|alias:)(.+)$/.exec(address)?.[1];
            return `run helm repo add ${alias === undefined ? `NAME ${address}` : `${alias} https://…`} before this step`;
        },
    },
    {
        pattern: /failed to fetch (\S+) : 40[13]\b/,
        next: ([, address = ""]) => `give a login for ${hostOf(address)}: --username and --password in helm-args, or helm repo add with them before this step`,
    },
    {
        pattern: /looks like "([^"]+)" is not a valid chart repository or cannot be reached: failed to fetch \S+ : \d+/,
        next: ([, address]) => `correct repository: there is no index.yaml at ${address}; for a registry leave it out, and write oci://… in chart`,
    },
    {
        pattern: /failed to fetch (\S+) : 404/,
        next: ([, address]) => `correct the address or the version: there is nothing at ${address}`,
    },
    {
        pattern: /authorization token has expired/,
        next: () => "log in to the registry again right before this step: tokens of ECR are good for 12 hours",
    },
    {
        pattern: /not authorized to perform: (ecr:\w+)/,
        next: ([, action]) => `allow ${action} on this repository for the role`,
    },
    {
        pattern: /basic credential not found|no basic auth credentials|pull access denied|response status code 40[13]|failed to authorize|fetch anonymous token|(?:request to|from) \S+: 40[13]\b/,
        next: () => LOG_IN_FIRST,
    },
    {
        pattern: /repository with name '([^']+)' does not exist in the registry/,
        next: ([, name]) => `correct the chart's address: the registry has no repository ${name}`,
    },
    {
        pattern: /(?:^|: )([\w.-]+(?::\d+)?\/\S+): not found$/m,
        next: ([, reference]) => `correct the chart's address or chart-version: the registry has no ${reference}`,
    },
    {
        pattern: /could not locate a version matching provided version string (\S+)/,
        next: ([, version]) => `correct chart-version: no tag of the chart fits ${version}`,
    },
    {
        pattern: /unable to locate any tags in provided repository: (\S+)/,
        next: ([, reference]) => `correct the chart's address: ${reference} has no tags`,
    },
    {
        pattern: /could not find protocol handler for: (\w+)|scheme "(\w+)" not supported/,
        next: ([, first, second]) => `install the plugin for ${first ?? second}:// before this step (helm plugin install), or write an https:// or oci:// address`,
    },
];
function hostOf(address) {
    return URL.parse(address)?.host ?? address;
}

;// CONCATENATED MODULE: ./build/advice/template-advice.js
/** `web/templates/settings.yaml:4:25` of Helm 4 and `template: web/templates/settings.yaml:4:25:` of Helm 3. */
const PLACE = String.raw `(?<![\w./-])([\w.-]+(?:\/[\w.-]+)+):(\d+)(?::\d+)?`;
/** A chart's templates: https://github.com/helm/helm/blob/v4.1.4/pkg/engine/engine.go and https://pkg.go.dev/text/template */
const templateAdvice = [
    {
        pattern: /at <([^>]+)>:\s*nil pointer evaluating .*?\.(\w+)\s*$/m,
        next: (found) => {
            const [, expression = "", field] = found;
            const path = /^\.Values\.([\w.]+)$/.exec(expression)?.[1];
            return path?.endsWith(`.${field}`)
                ? `set ${path} in the values: ${placeBefore(found)} reads it`
                : `set in the values what ${placeBefore(found)} reads by ${expression}, or let the template do without it`;
        },
    },
    {
        pattern: /execution error at \(([^():]+):(\d+)(?::\d+)?\): /,
        next: ([, file, line]) => `set in the values what the chart asks for in ${file}, line ${line}`,
    },
    {
        pattern: /no template "([^"]+)" associated with template/,
        next: ([, name]) => `define the template ${name} in a .tpl file of the chart, or add the chart that has it to its dependencies`,
    },
    {
        pattern: new RegExp(`\\(${PLACE}\\): function "([^"]+)" not defined`),
        next: ([, file, line, name]) => `correct the function ${name} in ${file}, line ${line}: this Helm has none of that name`,
    },
    {
        pattern: new RegExp(`parse error at \\(${PLACE}\\)`),
        next: ([, file, line]) => `correct the template ${file}, line ${line}`,
    },
    {
        pattern: /YAML parse error on ([\w./-]+):(?:.*yaml: line (\d+))?/,
        next: ([, file, line]) => `look at what ${file} renders${line ? `, at line ${line} of it` : ""} (helm template --debug): mostly an indentation, or a text without quotes`,
    },
    {
        pattern: /unable to build kubernetes objects from release manifest: error parsing/,
        next: () => "look at what the chart renders (helm template --debug): a document of it is not YAML",
    },
    {
        pattern: /executing "[^"]+" at <([^>]+)>(?![\s\S]*executing ")/,
        // Helm's lookup asks the cluster: what is wrong is told by what the cluster says.
        next: (found) => found.input.includes("error calling lookup: ")
            ? undefined
            : `correct ${found[1]} in ${placeBefore(found)}, or the value that it reads`,
    },
];
/** The last one that is named before it. */
function placeBefore({ input, index }) {
    const [, file, line] = [...input.slice(0, index).matchAll(new RegExp(PLACE, "g"))].at(-1) ?? [];
    return file === undefined ? "a template" : `${file}, line ${line}`;
}

;// CONCATENATED MODULE: ./build/advice/helm-advice.js









/**
 * What Helm 3.17 to 4.3 print, and the API server 1.36 through them. What is special comes before what is general: a webhook
 * that is not reached also says "connection refused", a hook that is forbidden also says that it failed, and a chart's own
 * texts and values may quote anything.
 */
const TABLE = [
    ...flagAdvice,
    ...admissionAdvice,
    ...rightsAdvice,
    ...sourceAdvice,
    ...chartAdvice,
    ...templateAdvice,
    ...cluster_advice/* clusterAdvice */.$5,
    ...objectAdvice,
    ...waitingAdvice,
];
/** Of a message its beginning and its end are read, in characters each: a search through a megabyte would take minutes. */
const PART_READ = 8 * 1024;
/** What to do about a message of Helm or of the API server: one plain sentence, without a full stop. `undefined` when it is not known. */
function adviceOn(message) {
    const [head, tail] = [message.slice(0, PART_READ), message.slice(PART_READ)];
    return firstAdvice(TABLE, `${head}${tail.length > PART_READ ? `…${tail.slice(-PART_READ)}` : tail}`);
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
        const [first = "", ...more] = failure.reason.split("\n");
        // Right below the first line: some systems say much.
        const next = failure.next ? [`Next: ${failure.next}`] : [];
        super([`${failure.system}: ${failure.operation} failed: ${first}`, ...next, ...more].join("\n"), {
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
