export const id = 1268;
export const ids = [1268];
export const modules = {

/***/ 11268:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  run: () => (/* binding */ run)
});

// EXTERNAL MODULE: ./build/adapters/clock.js
var clock = __webpack_require__(21759);
// EXTERNAL MODULE: ./build/playbook/move/run-phase.js + 7 modules
var run_phase = __webpack_require__(89178);
// EXTERNAL MODULE: ./build/actions/move/in-move.js
var in_move = __webpack_require__(15927);
// EXTERNAL MODULE: ./build/actions/move/open-move.js + 71 modules
var open_move = __webpack_require__(98340);
// EXTERNAL MODULE: ./build/actions/move/phase-request.js
var phase_request = __webpack_require__(85151);
// EXTERNAL MODULE: ./build/actions/move/read-file.js + 31 modules
var read_file = __webpack_require__(41164);
// EXTERNAL MODULE: ./build/actions/move/run-entry.js
var run_entry = __webpack_require__(11240);
// EXTERNAL MODULE: ./build/actions/move/tell-outcome.js + 4 modules
var tell_outcome = __webpack_require__(90577);
// EXTERNAL MODULE: ./build/actions/run-action.js + 1 modules
var run_action = __webpack_require__(82644);
// EXTERNAL MODULE: ./build/errors.js
var errors = __webpack_require__(19473);
// EXTERNAL MODULE: ./build/actions/move/move-inputs.js
var move_inputs = __webpack_require__(33337);
;// CONCATENATED MODULE: ./build/actions/rollback/inputs.js


/** Reads all inputs of `rollback`. Fails with one `UserError` that lists every problem. */
function readRollbackInputs(io) {
    const problems = [];
    const inputs = (0,move_inputs/* readMoveInputs */.P)(io, problems);
    const error = errors/* UserError */.yo.fromProblems("Inputs of rollback:", problems);
    if (error)
        throw error;
    return inputs;
}

;// CONCATENATED MODULE: ./build/actions/rollback/run.js










/** `rollback`: the move of some services back, from whatever state it is in. */
async function run() {
    await (0,run_action/* runAction */.C)(async (io) => {
        const inputs = readRollbackInputs(io);
        const { environment, dryRun } = inputs;
        const migration = await (0,read_file/* readFile */.T)(inputs);
        const names = migration.services.map(({ name }) => name).join(", ");
        io.log.info(`${dryRun ? "Planning the rollback" : "Rolling back"} in ${environment}: ${names}`);
        await (0,in_move/* inMove */.F)(io, `rollback in ${environment}`, async ({ folder, stop }) => {
            const entry = await (0,run_entry/* runEntry */.C)();
            const { store, steps } = await (0,open_move/* openMove */.o)({ ...migration, folder }, io);
            const request = (0,phase_request/* phaseRequest */.h)("rollback", inputs, { migration, run: entry });
            const ports = { ...store, clock: clock/* systemClock */.m, log: io.log, hidden: io.hidden, stop };
            const outcome = await (0,run_phase/* runPhase */.P)(request, steps, ports);
            await (0,tell_outcome/* tellOutcome */.G)(outcome, entry, io);
        });
    });
}


/***/ })

};
