export const id = 1045;
export const ids = [1045];
export const modules = {

/***/ 61045:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  run: () => (/* binding */ run)
});

// EXTERNAL MODULE: external "node:child_process"
var external_node_child_process_ = __webpack_require__(31421);
// EXTERNAL MODULE: external "node:events"
var external_node_events_ = __webpack_require__(78474);
// EXTERNAL MODULE: external "node:fs/promises"
var promises_ = __webpack_require__(51455);
// EXTERNAL MODULE: external "node:net"
var external_node_net_ = __webpack_require__(77030);
// EXTERNAL MODULE: external "node:stream/consumers"
var consumers_ = __webpack_require__(38321);
;// CONCATENATED MODULE: ./build/adapters/helm/post-render-client.js





const ABANDONED = '{ "problem": "the run that started Helm has ended" }';
/**
 * Reads what Helm has rendered from stdin, hands it to the user's own post-renderer and then to the process that started Helm.
 * @param settingsFile holds `PostRenderSettings` as JSON
 * @returns what Helm is to apply
 */
async function postRender(settingsFile, stdin) {
    const { address, own } = JSON.parse(await (0,promises_.readFile)(settingsFile, "utf8"));
    const socket = (0,external_node_net_.connect)(address);
    try {
        await (0,external_node_events_.once)(socket, "connect");
        const answered = (0,consumers_.text)(socket);
        // It ends early when who started Helm is gone, or does not wait any more: then nothing goes on behind it.
        const abandoned = new AbortController();
        const abandon = () => abandoned.abort();
        answered.then(abandon, abandon);
        const rendered = await (0,consumers_.text)(stdin);
        const manifest = own ? await runOwn(own, rendered, abandoned.signal) : rendered;
        const question = { manifest };
        socket.write(`${JSON.stringify(question)}\n`);
        const answer = JSON.parse((await answered) || ABANDONED);
        if ("problem" in answer)
            throw new Error(answer.problem);
        // Helm refuses a post-renderer that gives nothing, but not a chart that renders nothing.
        return answer.manifest.trim() === "" && own === undefined ? "# The chart renders no objects.\n" : answer.manifest;
    }
    finally {
        socket.destroy();
    }
}
/** Its stderr is Helm's. */
async function runOwn({ command, args, env }, rendered, abandoned) {
    const child = (0,external_node_child_process_.spawn)(command, args, {
        env: { ...process.env, ...env },
        stdio: ["pipe", "pipe", "inherit"],
        signal: abandoned,
        killSignal: "SIGKILL",
    });
    const ended = new Promise((resolve, reject) => {
        child.once("error", (error) => reject(new Error(`the post-renderer ${command} could not be started: ${error.message}`)));
        child.once("close", (code, signal) => resolve(code ?? signal ?? "?"));
    });
    // It may end without having read all.
    child.stdin.on("error", () => undefined).end(rendered);
    const [output, code] = await Promise.all([(0,consumers_.text)(child.stdout), ended]);
    if (code !== 0)
        throw new Error(`the post-renderer ${command} ended with ${code}`);
    return output;
}

// EXTERNAL MODULE: ./build/errors.js
var errors = __webpack_require__(19473);
;// CONCATENATED MODULE: ./build/actions/post-render/run.js


/** What Helm starts as its post-renderer. Its argument is a settings file; what Helm rendered comes on stdin and goes back on stdout. */
async function run() {
    try {
        const rendered = await postRender(process.argv[2] ?? "", process.stdin);
        process.stdout.write(rendered);
    }
    catch (error) {
        process.stderr.write(`${(0,errors/* describeError */.Uc)(error)}\n`);
        process.exitCode = 1;
    }
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
