export const id = 8164;
export const ids = [8164];
export const modules = {

/***/ 18164:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   run: () => (/* binding */ run)
/* harmony export */ });
/* harmony import */ var _remove_kept_folder_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(28972);

/** Takes the kubeconfig away where the step was killed. What it has left of the move the next run finds in the journal. */
async function run() {
    await (0,_remove_kept_folder_js__WEBPACK_IMPORTED_MODULE_0__/* .removeKeptFolder */ .f)();
}


/***/ }),

/***/ 28972:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   f: () => (/* binding */ removeKeptFolder)
/* harmony export */ });
/* harmony import */ var _adapters_private_folder_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(32699);
/* harmony import */ var _run_action_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(82644);


/** Removes the folder that the main step has made, with the kubeconfig and value files in it. */
async function removeKeptFolder() {
    await (0,_run_action_js__WEBPACK_IMPORTED_MODULE_1__/* .runAction */ .C)(async (io) => {
        const folder = io.kept("folder");
        if (folder !== "")
            await (0,_adapters_private_folder_js__WEBPACK_IMPORTED_MODULE_0__/* .removePrivateFolder */ .Yv)(folder);
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
