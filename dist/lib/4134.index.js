export const id = 4134;
export const ids = [4134];
export const modules = {

/***/ 4134:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  run: () => (/* binding */ run)
});

// EXTERNAL MODULE: ./build/adapters/clock.js
var clock = __webpack_require__(21759);
// EXTERNAL MODULE: ./build/errors.js
var build_errors = __webpack_require__(19473);
// EXTERNAL MODULE: ./build/move/change.js
var change = __webpack_require__(91682);
// EXTERNAL MODULE: ./build/move/phases.js
var phases = __webpack_require__(13694);
// EXTERNAL MODULE: ./build/playbook/move/run-phase.js + 7 modules
var run_phase = __webpack_require__(89178);
;// CONCATENATED MODULE: ./build/playbook/dns/plan-dns.js




/**
 * The whole way of the records to the new side: what is lowered, and what is switched. Writes nothing.
 * @returns with the plan-hash of the phase that is next, which `next` names
 * @throws UserError with all that stands against either
 */
async function planDns(request, steps, ports) {
    const dryRun = { ...request, dryRun: true, planHash: "" };
    const [lowering, switching] = await Promise.allSettled([
        (0,run_phase/* runPhase */.P)({ ...dryRun, phase: "lower-ttl" }, steps, ports),
        (0,run_phase/* runPhase */.P)({ ...dryRun, phase: "switch-dns" }, steps, ports),
    ]);
    if (lowering.status === "rejected" || switching.status === "rejected")
        throw refusal(lowering, switching);
    const [lowered, switched] = [lowering.value, switching.value];
    const services = lowered.services.map((service, index) => both(service, switched.services[index]));
    const isLow = lowered.services.every((service) => (0,change/* changesOf */.f)(service).length === 0);
    const isSwitched = switched.services.every((service) => (0,change/* changesOf */.f)(service).length === 0);
    const next = isLow ? (isSwitched ? "" : (0,phases/* rulesOf */.fD)("switch-dns").command) : (0,phases/* rulesOf */.fD)("lower-ttl").command;
    const { planHash } = isLow ? switched : lowered;
    return { ...switched, phase: "plan-dns", planHash, readyAt: lowered.readyAt ?? switched.readyAt, next, services };
}
/** All that stands against either, each once. */
function refusal(...phases) {
    const errors = phases.flatMap((phase) => (phase.status === "rejected" ? [phase.reason] : []));
    const other = errors.find((error) => !(error instanceof build_errors/* UserError */.yo));
    if (other !== undefined)
        return other;
    const lines = errors.flatMap((error) => (0,build_errors/* describeError */.Uc)(error).split("\n"));
    const problems = lines.filter((line) => !line.endsWith("cannot be done:")).map((line) => line.replace(/^- /, ""));
    return build_errors/* UserError */.yo.fromProblems("DNS cannot be switched:", [...new Set(problems)]);
}
function both(one, other) {
    return { ...one, steps: [...one.steps, ...(other?.steps ?? [])] };
}

// EXTERNAL MODULE: ./build/playbook/move/phase-outcome.js
var phase_outcome = __webpack_require__(48728);
// EXTERNAL MODULE: ./build/playbook/move/plan-phase.js
var plan_phase = __webpack_require__(34261);
// EXTERNAL MODULE: ./build/playbook/dns/plan-switch.js + 2 modules
var plan_switch = __webpack_require__(5695);
;// CONCATENATED MODULE: ./build/playbook/dns/verify-dns.js






/** Whether the records lead to the new side, and every name server answers so. Writes nothing; a failure is told in the outcome. */
async function verifyDns({ environment, services }, steps, ports) {
    const own = steps.filter(({ id }) => id === plan_switch/* SWITCH_DNS */.lk);
    const looks = await (0,plan_phase/* lookAtAll */.wI)(services, { environment, steps: own, rules: (0,phases/* rulesOf */.fD)("switch-dns") }, ports);
    const outcomes = [];
    for (const [index, look] of looks.entries()) {
        const service = services[index];
        if (service !== undefined)
            outcomes.push(await verified(service, { look, steps: own }, ports));
    }
    return (0,phase_outcome/* phaseOutcome */.g9)({ phase: "verify-dns", environment, dryRun: true }, { services: outcomes, hash: "" }, ports);
}
async function verified(service, { look, steps }, { clock, stop }) {
    const outcome = (0,phase_outcome/* asLookedAt */._x)(look);
    try {
        const open = (0,change/* changesOf */.f)(look).map(({ words }) => words);
        const left = look.steps.flatMap((step) => step.open ?? []);
        const problems = [
            ...look.steps.flatMap((step) => step.problems),
            ...left,
            ...open.map((words) => `still to do: ${words}`),
        ];
        if (problems.length > 0)
            throw new build_errors/* StepError */.zg(["The records do not lead to the new side", ...problems]);
        for (const [index, step] of steps.entries()) {
            const from = clock.now().toISOString();
            const words = (await step.verify?.(service, stop)) ?? "";
            const reported = outcome.steps[index];
            if (reported !== undefined)
                reported.verified = words;
            if (words === "")
                continue;
            const to = clock.now().toISOString();
            outcome.events.push({ from, to, step: step.id, words, outcome: "verified" });
        }
        return outcome;
    }
    catch (error) {
        return { ...outcome, failure: (0,build_errors/* describeError */.Uc)(error) };
    }
}

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
// EXTERNAL MODULE: ./build/actions/deploy/input-forms.js
var input_forms = __webpack_require__(30156);
// EXTERNAL MODULE: ./build/actions/move/move-inputs.js
var move_inputs = __webpack_require__(33337);
;// CONCATENATED MODULE: ./build/actions/dns/inputs.js



const COMMANDS = ["plan", "lower-ttl", "switch", "verify", "restore"];
const READING = ["plan", "verify"];
/** Reads all inputs of `dns`. Fails with one `UserError` that lists every problem. */
function readDnsInputs(io) {
    const problems = [];
    const command = (0,input_forms/* choiceInput */.ij)(io, "command", { choices: COMMANDS, problems });
    const inputs = { command, ...(0,move_inputs/* readMoveInputs */.P)(io, problems), skipWait: (0,input_forms/* booleanInput */.tE)(io, "skip-wait", problems) };
    const given = io.input("command");
    if (READING.includes(given) && inputs.planHash !== "") {
        problems.push(`plan-hash: not used with ${given}, which changes nothing; leave it out`);
    }
    if (inputs.skipWait && given === command && command !== "switch") {
        problems.push(`skip-wait: not used with ${command}, which waits for nothing; leave it out`);
    }
    const error = build_errors/* UserError */.yo.fromProblems("Inputs of dns:", problems);
    if (error)
        throw error;
    return inputs;
}

;// CONCATENATED MODULE: ./build/actions/dns/run.js












const PHASES = {
    "lower-ttl": "lower-ttl",
    switch: "switch-dns",
    restore: "restore-dns",
};
/** `actions/dns`: one command of the DNS half of the move, for some services of an environment. */
async function run() {
    await (0,run_action/* runAction */.C)(async (io) => {
        const inputs = readDnsInputs(io);
        const { command, environment, dryRun, skipWait } = inputs;
        const migration = await (0,read_file/* readFile */.T)(inputs);
        const { services } = migration;
        const names = services.map(({ name }) => name).join(", ");
        io.log.info(`${dryRun ? "Planning " : ""}DNS ${command} in ${environment}: ${names}`);
        await (0,in_move/* inMove */.F)(io, `DNS ${command} in ${environment}`, async ({ folder, stop }) => {
            const entry = await (0,run_entry/* runEntry */.C)();
            const { store, steps } = await (0,open_move/* openMove */.o)({ ...migration, folder }, io);
            const ports = { ...store, clock: clock/* systemClock */.m, log: io.log, hidden: io.hidden, stop };
            const request = (phase) => ({
                ...(0,phase_request/* phaseRequest */.h)(phase, inputs, { migration, run: entry }),
                skipWait,
            });
            const outcome = async () => {
                if (command === "plan")
                    return planDns(request("switch-dns"), steps, ports);
                if (command === "verify")
                    return verifyDns({ environment, services }, steps, ports);
                return (0,run_phase/* runPhase */.P)(request(PHASES[command]), steps, ports);
            };
            await (0,tell_outcome/* tellOutcome */.G)(await outcome(), entry, io);
        });
    });
}


/***/ })

};
