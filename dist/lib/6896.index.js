export const id = 6896;
export const ids = [6896];
export const modules = {

/***/ 35642:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  E: () => (/* binding */ logIn),
  A: () => (/* binding */ logInToEks)
});

// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(76760);
// EXTERNAL MODULE: ./build/advice/aws-advice.js
var aws_advice = __webpack_require__(70537);
// EXTERNAL MODULE: ./build/errors.js
var errors = __webpack_require__(19473);
// EXTERNAL MODULE: ./build/adapters/aws/aws-errors.js
var aws_errors = __webpack_require__(70188);
// EXTERNAL MODULE: ./build/adapters/aws/eks-token.js
var eks_token = __webpack_require__(73710);
;// CONCATENATED MODULE: ./build/adapters/aws/eks.js




/** Of the clusters that there are, where the one that is asked for is not. */
const CLUSTERS_SHOWN = 10;
/** EKS over the AWS API. */
function awsEks(login) {
    const { region, credentials } = login;
    const tokens = new Map();
    return {
        async describeCluster(name) {
            const given = await credentials();
            const [{ EKSClient, DescribeClusterCommand, ListClustersCommand }, { proxyAwareHandler }] = await Promise.all([
                Promise.all(/* import() */[__webpack_require__.e(1279), __webpack_require__.e(5861), __webpack_require__.e(4524)]).then(__webpack_require__.t.bind(__webpack_require__, 24524, 19)),
                Promise.all(/* import() */[__webpack_require__.e(1279), __webpack_require__.e(4975)]).then(__webpack_require__.bind(__webpack_require__, 34975)),
            ]);
            const client = new EKSClient({ region, credentials: given, requestHandler: proxyAwareHandler() });
            try {
                const { cluster } = await client.send(new DescribeClusterCommand({ name }));
                return reachable(name, region, cluster);
            }
            catch (error) {
                if (error instanceof errors/* OutsideError */.Cp)
                    throw error;
                const others = isAbsent(error) ? await listed(() => client.send(new ListClustersCommand({}))) : undefined;
                throw describeFailed({ name, region, error }, others);
            }
            finally {
                client.destroy();
            }
        },
        async token(name) {
            const kept = tokens.get(name);
            if (kept && kept.expiresAt.getTime() - Date.now() > 60_000)
                return kept.token;
            const made = await (0,eks_token/* eksToken */.j)({ credentials: await credentials(), clusterName: name, region });
            tokens.set(name, made);
            return made.token;
        },
        renewal() {
            return login.renewsByOidc
                ? "the login renews itself for as long as the job runs"
                : "the login renews itself for as long as the job's AWS credentials last";
        },
    };
}
/** `undefined` for a login that may not list: that is no failure of what was asked. */
async function listed(list) {
    try {
        return (await list()).clusters ?? [];
    }
    catch {
        return undefined;
    }
}
function reachable(name, region, cluster) {
    const server = cluster?.endpoint;
    const certificateAuthority = cluster?.certificateAuthority?.data;
    if (!server || !certificateAuthority) {
        throw new errors/* OutsideError */.Cp({
            system: "EKS",
            operation: `describe cluster ${name} in ${region}`,
            reason: `the cluster is ${cluster?.status ?? "without status"} and has no address yet`,
            next: "wait until it is ACTIVE, then run again",
        });
    }
    return { name, region, server, certificateAuthority };
}
/** @param others the clusters that there are, where the login may list them */
function describeFailed({ name, region, error }, others) {
    const reason = (0,aws_errors/* awsReason */.Q)(error);
    const next = isAbsent(error)
        ? absent(name, region, others)
        : (0,aws_advice/* awsAdvice */._7)({ name: (0,aws_errors/* awsErrorName */.Z)(error), reason, cluster: { name, region } });
    return new errors/* OutsideError */.Cp({
        system: "EKS",
        operation: `describe cluster ${name} in ${region}`,
        reason,
        ...(next === undefined ? {} : { next }),
        cause: error,
    });
}
function isAbsent(error) {
    return (0,aws_errors/* awsErrorName */.Z)(error) === "ResourceNotFoundException";
}
function absent(name, region, others) {
    const step = `check cluster and aws-region: there is no cluster ${name} in ${region} of this account`;
    if (others === undefined)
        return step;
    if (others.length === 0)
        return `${step}, nor any other: it is in another region or account`;
    const shown = others.slice(0, CLUSTERS_SHOWN).join(", ");
    return `${step}; there is ${shown}${others.length > CLUSTERS_SHOWN ? `, and ${others.length - CLUSTERS_SHOWN} more` : ""}`;
}

// EXTERNAL MODULE: ./build/adapters/aws/session.js
var session = __webpack_require__(41059);
// EXTERNAL MODULE: ./build/adapters/github/id-token.js
var id_token = __webpack_require__(81748);
// EXTERNAL MODULE: ./build/adapters/kubernetes/kubeconfig.js
var kubeconfig = __webpack_require__(33711);
;// CONCATENATED MODULE: ./build/playbook/connect-cluster.js
/** Finds an EKS cluster and writes a kubeconfig for it. No call to the cluster itself. */
async function connectCluster(request, ports) {
    const cluster = await ports.eks.describeCluster(request.cluster);
    const written = await ports.kubeconfigs.write(cluster, {
        roleToAssume: request.roleToAssume,
        context: request.kubeContext,
    });
    ports.log.info(`Connected to ${cluster.name} in ${cluster.region} (${cluster.server}); ${ports.eks.renewal()}`);
    return { kubeconfig: written.path, context: written.context, server: cluster.server };
}

// EXTERNAL MODULE: ./build/actions/sibling-entry.js
var sibling_entry = __webpack_require__(4291);
;// CONCATENATED MODULE: ./build/actions/cluster-login.js







/** Logs in to EKS and writes a kubeconfig into `folder`. */
async function logInToEks(target, folder, io) {
    const { cluster, region, roleToAssume, kubeContext } = target;
    const idToken = (0,id_token/* awsIdToken */.k)(process.env);
    const credentials = (0,session/* awsSession */.y)({
        region,
        roleToAssume,
        ...(idToken ? { idToken } : {}),
        cacheFile: (0,external_node_path_.join)(folder, kubeconfig/* SESSION_FILE */.e),
        onSecrets: io.hide,
    });
    const eks = awsEks({ region, credentials, renewsByOidc: roleToAssume !== "" && idToken !== undefined });
    const kubeconfigs = (0,kubeconfig/* kubeconfigFolder */.K)(folder, { node: process.execPath, entry: (0,sibling_entry/* siblingEntry */.f)("eks-credential") });
    const connection = await connectCluster({ cluster, roleToAssume, kubeContext }, { eks, kubeconfigs, log: io.log });
    return { ...connection, token: () => eks.token(cluster) };
}
/** The login for a deploy: by EKS where `cluster` is given, else the user's kubeconfig as it is. */
async function logIn(target, folder, io) {
    if (target.kind === "eks")
        return logInToEks(target, folder, io);
    return { kubeconfig: target.kubeconfig, context: target.kubeContext };
}


/***/ }),

/***/ 4291:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   f: () => (/* binding */ siblingEntry)
/* harmony export */ });
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(76760);

/** Another program of the suite, beside the one that node was started with: dist/deploy/index.js, dist/eks-credential/index.js. */
function siblingEntry(program) {
    return (0,node_path__WEBPACK_IMPORTED_MODULE_0__.resolve)(process.argv[1] ?? "", `../../${program}/index.js`);
}


/***/ }),

/***/ 70188:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Q: () => (/* binding */ awsReason),
/* harmony export */   Z: () => (/* binding */ awsErrorName)
/* harmony export */ });
/** What AWS says, without the SDK's stack of wrappers: `AccessDeniedException: User … is not authorized to …`. */
function awsReason(error) {
    if (!(error instanceof Error))
        return String(error);
    const text = error.message || (error.code ?? "no message");
    return error.name === "Error" || text.startsWith(error.name) ? text : `${error.name}: ${text}`;
}
/** The error's name as AWS gives it, such as `ResourceNotFoundException`. */
function awsErrorName(error) {
    return error instanceof Error ? error.name : "";
}


/***/ }),

/***/ 73710:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   j: () => (/* binding */ eksToken)
/* harmony export */ });
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(77598);
/* harmony import */ var _smithy_signature_v4__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(75118);


/** EKS accepts a token for 15 minutes; one minute is left for clocks that differ, as the AWS CLI does. */
const TOKEN_LIFE_MS = 14 * 60_000;
/** Both sides of the exchange put 60 here; the 15 minutes above are EKS's own rule. */
const PRESIGN_SECONDS = 60;
/**
 * Signs in to an EKS cluster: a presigned STS GetCallerIdentity URL that names the cluster, base64url-encoded.
 * Works without any call. The host is always AWS's own regional STS, since EKS refuses tokens for any other.
 * Form: https://github.com/kubernetes-sigs/aws-iam-authenticator#api-authorization-from-outside-a-cluster
 */
async function eksToken(request) {
    const { credentials, clusterName, region } = request;
    const host = `sts.${region}.${region.startsWith("cn-") ? "amazonaws.com.cn" : "amazonaws.com"}`;
    const signer = new _smithy_signature_v4__WEBPACK_IMPORTED_MODULE_1__.SignatureV4({ service: "sts", region, sha256: Sha256, credentials });
    const signed = await signer.presign({
        method: "GET",
        protocol: "https:",
        hostname: host,
        path: "/",
        query: { Action: "GetCallerIdentity", Version: "2011-06-15" },
        headers: { host, "x-k8s-aws-id": clusterName },
    }, 
    // The header that names the cluster has to stay a signed header: as a query parameter EKS would not look at it.
    { expiresIn: PRESIGN_SECONDS, unhoistableHeaders: new Set(["x-k8s-aws-id"]) });
    const query = Object.entries(signed.query ?? {})
        .map(([key, value]) => `${encodeURIComponent(key)}=${encodeURIComponent(String(value))}`)
        .join("&");
    const token = `k8s-aws-v1.${Buffer.from(`https://${host}/?${query}`).toString("base64url")}`;
    const sessionEnd = credentials.expiration?.getTime() ?? Number.POSITIVE_INFINITY;
    return { token, expiresAt: new Date(Math.min(Date.now() + TOKEN_LIFE_MS, sessionEnd)) };
}
/** The signer's hash interface over node:crypto. */
class Sha256 {
    #hash;
    constructor(secret) {
        this.#hash = secret === undefined ? (0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.createHash)("sha256") : (0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.createHmac)("sha256", asBytes(secret));
    }
    update(data) {
        this.#hash.update(data);
    }
    async digest() {
        return this.#hash.digest();
    }
    reset() {
        throw new Error("Sha256 is used once");
    }
}
function asBytes(data) {
    if (typeof data === "string")
        return data;
    return ArrayBuffer.isView(data)
        ? new Uint8Array(data.buffer, data.byteOffset, data.byteLength)
        : new Uint8Array(data);
}


/***/ }),

/***/ 41059:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   y: () => (/* binding */ awsSession)
/* harmony export */ });
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(51455);
/* harmony import */ var _advice_aws_advice_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(70537);
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(19473);
/* harmony import */ var _aws_errors_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(70188);




/** A session is renewed when less than this is left, so that a call that starts now does not outlive it. */
const RENEW_BEFORE_MS = 5 * 60_000;
/**
 * AWS credentials for the job. With a role: by the runner's OIDC token, else by the job's credentials (role chaining).
 * Without: the SDK's default chain (environment, web identity, container, instance).
 * Role sessions are renewed whenever they are asked for near their end.
 */
function awsSession(source) {
    if (source.roleToAssume === "")
        return defaultChain(source.region);
    let session;
    let renewing;
    return async () => {
        if (isFresh(session))
            return session;
        // Calls that come while one renews it wait for that one.
        renewing ??= renew().finally(() => {
            renewing = undefined;
        });
        return renewing;
    };
    async function renew() {
        session = await readCache(source.cacheFile);
        if (isFresh(session))
            return session;
        session = await assumeRole(source);
        source.onSecrets?.([session.secretAccessKey, session.sessionToken ?? ""].filter((secret) => secret !== ""));
        await writeCache(source.cacheFile, session);
        return session;
    }
}
function defaultChain(region) {
    let client;
    return async () => {
        if (client === undefined) {
            const { STSClient, proxyAwareHandler } = await loadSts();
            client = new STSClient({ region, requestHandler: proxyAwareHandler() });
        }
        try {
            return await client.config.credentials();
        }
        catch (error) {
            throw new _errors_js__WEBPACK_IMPORTED_MODULE_1__/* .UserError */ .yo(`AWS credentials: the job has none (${(0,_aws_errors_js__WEBPACK_IMPORTED_MODULE_2__/* .awsReason */ .Q)(error)}). Set role-to-assume and "permissions: id-token: write", or run aws-actions/configure-aws-credentials before`);
        }
    };
}
/** Not at the start: a session that is kept needs none of it. */
async function loadSts() {
    const [sts, http] = await Promise.all([Promise.all(/* import() */[__webpack_require__.e(3422), __webpack_require__.e(1279), __webpack_require__.e(5118), __webpack_require__.e(5861), __webpack_require__.e(1695)]).then(__webpack_require__.t.bind(__webpack_require__, 71695, 19)), Promise.all(/* import() */[__webpack_require__.e(3422), __webpack_require__.e(1279), __webpack_require__.e(7356)]).then(__webpack_require__.bind(__webpack_require__, 34975))]);
    return { ...sts, ...http };
}
async function assumeRole({ region, roleToAssume, idToken, onSecrets }) {
    const { STSClient, AssumeRoleCommand, AssumeRoleWithWebIdentityCommand, proxyAwareHandler } = await loadSts();
    const token = await idToken?.();
    if (token !== undefined)
        onSecrets?.([token]);
    const client = new STSClient({ region, requestHandler: proxyAwareHandler() });
    const names = { RoleArn: roleToAssume, RoleSessionName: `k8s-migrate-${process.env.GITHUB_RUN_ID ?? "local"}` };
    try {
        const { Credentials } = token
            ? await client.send(new AssumeRoleWithWebIdentityCommand({ ...names, WebIdentityToken: token }))
            : await client.send(new AssumeRoleCommand(names));
        if (!Credentials?.AccessKeyId || !Credentials.SecretAccessKey)
            throw new Error("the answer holds no credentials");
        return {
            accessKeyId: Credentials.AccessKeyId,
            secretAccessKey: Credentials.SecretAccessKey,
            ...(Credentials.SessionToken ? { sessionToken: Credentials.SessionToken } : {}),
            ...(Credentials.Expiration ? { expiration: Credentials.Expiration } : {}),
        };
    }
    catch (error) {
        const next = nextStep(error, token);
        throw new _errors_js__WEBPACK_IMPORTED_MODULE_1__/* .OutsideError */ .Cp({
            system: "AWS STS",
            operation: `assume role ${roleToAssume} ${token ? "with the runner's OIDC token" : "with the job's credentials"}`,
            reason: (0,_aws_errors_js__WEBPACK_IMPORTED_MODULE_2__/* .awsReason */ .Q)(error),
            ...(next === undefined ? {} : { next }),
            cause: error,
        });
    }
    finally {
        client.destroy();
    }
}
function nextStep(error, token) {
    const [name, reason] = [(0,_aws_errors_js__WEBPACK_IMPORTED_MODULE_2__/* .awsErrorName */ .Z)(error), (0,_aws_errors_js__WEBPACK_IMPORTED_MODULE_2__/* .awsReason */ .Q)(error)];
    if (token !== undefined)
        return (0,_advice_aws_advice_js__WEBPACK_IMPORTED_MODULE_3__/* .webIdentityAdvice */ .DU)({ name, reason, subject: subjectOf(token) });
    const known = (0,_advice_aws_advice_js__WEBPACK_IMPORTED_MODULE_3__/* .awsAdvice */ ._7)({ name, reason });
    if (known === _advice_aws_advice_js__WEBPACK_IMPORTED_MODULE_3__/* .SESSION_ENDED */ .gb) {
        return 'the job\'s AWS session has ended: log in again, or add "permissions: id-token: write", by which the login renews itself';
    }
    const step = 'add "permissions: id-token: write" to the job to log in without stored keys, or let the job\'s credentials assume the role';
    return name.startsWith("AccessDenied") ? `${step}: ${known}; the role has to trust them too` : step;
}
/** Whom an OIDC token is for, read without checking it: a trust policy has to match this, letter by letter. */
function subjectOf(token) {
    try {
        const claims = JSON.parse(Buffer.from(token.split(".")[1] ?? "", "base64url").toString());
        return claims.sub ?? "missing";
    }
    catch {
        return "unreadable";
    }
}
function isFresh(session) {
    if (session === undefined)
        return false;
    return session.expiration === undefined || session.expiration.getTime() - Date.now() > RENEW_BEFORE_MS;
}
async function readCache(file) {
    if (file === undefined)
        return undefined;
    try {
        const { expiration, ...kept } = JSON.parse(await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.readFile)(file, "utf8"));
        return { ...kept, ...(expiration ? { expiration: new Date(expiration) } : {}) };
    }
    catch {
        return undefined;
    }
}
async function writeCache(file, session) {
    if (file === undefined)
        return;
    // Several kubectl calls may renew at once: each reader sees one whole session or the other.
    const draft = `${file}.${process.pid}`;
    await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.writeFile)(draft, JSON.stringify(session), { mode: 0o600 });
    await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.rename)(draft, file);
}


/***/ }),

/***/ 81748:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   k: () => (/* binding */ awsIdToken)
/* harmony export */ });
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(19473);

/** The audience that AWS's guide for GitHub's OIDC provider names, and that configure-aws-credentials asks for. */
const AWS_AUDIENCE = "sts.amazonaws.com";
/**
 * The runner's OIDC token for AWS; `undefined` when the job has no `id-token: write`.
 * Not `core.getIDToken`: that one prints a mask command, and the credential plugin's stdout belongs to kubectl and Helm.
 * https://docs.github.com/actions/security-for-github-actions/security-hardening-your-deployments/about-security-hardening-with-openid-connect
 */
function awsIdToken(env) {
    const url = env.ACTIONS_ID_TOKEN_REQUEST_URL;
    const requestToken = env.ACTIONS_ID_TOKEN_REQUEST_TOKEN;
    if (!url || !requestToken)
        return undefined;
    return async () => {
        // Large, and not needed while the credential plugin has a session that is good.
        const [{ HttpClient }, { BearerCredentialHandler }] = await Promise.all([
            __webpack_require__.e(/* import() */ 2779).then(__webpack_require__.bind(__webpack_require__, 22779)),
            __webpack_require__.e(/* import() */ 2145).then(__webpack_require__.bind(__webpack_require__, 92145)),
        ]);
        const http = new HttpClient("k8s-migrate", [new BearerCredentialHandler(requestToken)], {
            allowRetries: true,
            maxRetries: 5,
        });
        try {
            const answer = await http.getJson(`${url}&audience=${encodeURIComponent(AWS_AUDIENCE)}`);
            if (!answer.result?.value)
                throw new Error(`the answer (HTTP ${answer.statusCode}) holds no token`);
            return answer.result.value;
        }
        catch (error) {
            throw new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .OutsideError */ .Cp({
                system: "GitHub",
                operation: "get the job's OIDC token",
                reason: error.message,
                next: 'check that the job has "permissions: id-token: write"',
                cause: error,
            });
        }
        finally {
            http.dispose();
        }
    };
}


/***/ }),

/***/ 33711:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   K: () => (/* binding */ kubeconfigFolder),
/* harmony export */   e: () => (/* binding */ SESSION_FILE)
/* harmony export */ });
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(51455);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(76760);
/* harmony import */ var _proxy_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(32101);



/** Name of the file beside the kubeconfig in which the role's session is kept. */
const SESSION_FILE = "session.json";
/**
 * Kubeconfigs in one private folder. The login is a credential plugin, so that kubectl, Helm and any client-go program
 * ask for a new token when theirs ends: https://kubernetes.io/docs/reference/access-authn-authz/authentication/#client-go-credential-plugins
 */
function kubeconfigFolder(folder, program) {
    return {
        async write(cluster, { roleToAssume, context }) {
            const name = context === "" ? cluster.name : context;
            const proxyUrl = (0,_proxy_js__WEBPACK_IMPORTED_MODULE_2__/* .proxyFor */ .i)(cluster.server);
            const path = (0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(folder, "kubeconfig");
            const text = {
                apiVersion: "v1",
                kind: "Config",
                "current-context": name,
                clusters: [
                    {
                        name,
                        cluster: {
                            server: cluster.server,
                            "certificate-authority-data": cluster.certificateAuthority,
                            ...(proxyUrl === undefined ? {} : { "proxy-url": proxyUrl }),
                        },
                    },
                ],
                contexts: [{ name, context: { cluster: name, user: name } }],
                users: [
                    {
                        name,
                        user: {
                            exec: {
                                apiVersion: "client.authentication.k8s.io/v1",
                                interactiveMode: "Never",
                                command: program.node,
                                args: [
                                    program.entry,
                                    "--cluster",
                                    cluster.name,
                                    "--region",
                                    cluster.region,
                                    ...(roleToAssume === ""
                                        ? []
                                        : ["--role", roleToAssume, "--session-file", (0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(folder, SESSION_FILE)]),
                                ],
                            },
                        },
                    },
                ],
            };
            // JSON is YAML too, and needs no library at start.
            await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.writeFile)(path, `${JSON.stringify(text, undefined, 2)}\n`, { mode: 0o600 });
            return { path, context: name };
        },
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


/***/ })

};
