export const id = 2797;
export const ids = [2797];
export const modules = {

/***/ 72797:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   run: () => (/* binding */ run)
/* harmony export */ });
/* harmony import */ var node_util__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(57975);
/* harmony import */ var _adapters_aws_eks_token_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(73710);
/* harmony import */ var _adapters_aws_session_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(41059);
/* harmony import */ var _adapters_github_id_token_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(81748);
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(19473);





/**
 * The credential plugin that our kubeconfigs name. kubectl and Helm start it and read one ExecCredential from its stdout:
 * https://kubernetes.io/docs/reference/config-api/client-authentication.v1/
 */
async function run() {
    try {
        const { values } = (0,node_util__WEBPACK_IMPORTED_MODULE_0__.parseArgs)({
            options: {
                cluster: { type: "string" },
                region: { type: "string" },
                role: { type: "string" },
                "session-file": { type: "string" },
            },
        });
        const { cluster = "", region = "", role = "", "session-file": cacheFile } = values;
        const idToken = (0,_adapters_github_id_token_js__WEBPACK_IMPORTED_MODULE_3__/* .awsIdToken */ .k)(process.env);
        const credentials = (0,_adapters_aws_session_js__WEBPACK_IMPORTED_MODULE_2__/* .awsSession */ .y)({
            region,
            roleToAssume: role,
            ...(idToken ? { idToken } : {}),
            ...(cacheFile ? { cacheFile } : {}),
        });
        const { token, expiresAt } = await (0,_adapters_aws_eks_token_js__WEBPACK_IMPORTED_MODULE_1__/* .eksToken */ .j)({ credentials: await credentials(), clusterName: cluster, region });
        process.stdout.write(`${JSON.stringify({
            apiVersion: "client.authentication.k8s.io/v1",
            kind: "ExecCredential",
            status: { token, expirationTimestamp: expiresAt.toISOString() },
        })}\n`);
    }
    catch (error) {
        process.stderr.write(`k8s-migrate: ${(0,_errors_js__WEBPACK_IMPORTED_MODULE_4__/* .describeError */ .Uc)(error)}\n`);
        process.exitCode = 1;
    }
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


/***/ })

};
