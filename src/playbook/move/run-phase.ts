import { describeError, StepError, UserError } from "../../errors.ts";
import type { JsonValue } from "../../journal/canonical-json.ts";
import { currentMove } from "../../journal/history.ts";
import type { EntryRun } from "../../journal/schema.ts";
import type { Service } from "../../migration-file/migration.ts";
import type { Window } from "../../migration-file/window.ts";
import { changesOf, type ServicePlan } from "../../move/change.ts";
import type { PhaseOutcome, ServiceOutcome } from "../../move/outcome.ts";
import { rulesOf, type WritingPhase } from "../../move/phases.ts";
import { hasHash, planDifferences, planHash } from "../../move/plan-hash.ts";
import type { Clock } from "../../ports/clock.ts";
import type { Log } from "../../ports/log.ts";
import { openJournal } from "../journal/open-journal.ts";
import type { JournalStore } from "../journal/read-journal.ts";
import { carryOutService } from "./carry-out-service.ts";
import { asLookedAt, asPlanned, begun, phaseOutcome } from "./phase-outcome.ts";
import { isPartOf, type Look, lookAtAll, planService } from "./plan-phase.ts";
import type { Step } from "./step.ts";
import { tellServicePlan } from "./tell.ts";
import { skippedWaits, untimely } from "./timing.ts";

export type PhaseRequest = {
  phase: WritingPhase;
  environment: string;
  services: readonly Service[];
  /** Plans, and writes nothing. */
  dryRun: boolean;
  /** That of a plan that was looked at: the phase does exactly that, or refuses. Empty: whatever there is to do. */
  planHash: string;
  run: EntryRun;
  /** What is meant besides the changes, such as where the new side is: a plan is for that. */
  intent: JsonValue;
  /** A random salt for a new journal. */
  newSalt: () => string;
  /** When a phase that is timed may begin; absent: at any time. */
  window?: Window | undefined;
  /** Begins a timed phase although its waits are not over, with a word in the log and in the journal. */
  skipWait?: boolean;
};

export type PhasePorts = JournalStore & {
  clock: Clock;
  log: Log;
  /** Gives a text without the secrets of this run. */
  hidden: (text: string) => string;
};

/**
 * One phase of the move for some services: reads the world and the journals, plans, and carries the plan out service by service.
 * Stops at the first failure; what was done until then stands, in a state from which both ways are open.
 * @returns what was done; a service's failure is told in it
 * @throws UserError when it refuses, with all that is wrong in one list: nothing was written then
 */
export async function runPhase(
  request: PhaseRequest,
  steps: readonly Step[],
  ports: PhasePorts & { stop: AbortSignal },
): Promise<PhaseOutcome> {
  const rules = rulesOf(request.phase);
  const own = steps.filter(({ id }) => rules.hasStep(id));
  const inOrder = rules.isBack ? own.toReversed() : own;
  const look = { environment: request.environment, steps: inOrder, rules };
  const looks = await lookAtAll(request.services, look, ports);
  const { phase, environment, intent } = request;
  const planned = { phase, environment, intent, services: looks };
  refuse(request, looks, ports.clock.now());
  const hash = planHash(planned);
  if (request.planHash !== "" && !hasHash(planned, request.planHash)) {
    throw new UserError(otherPlan(planDifferences(planned, request.planHash), hash));
  }
  if (request.dryRun) {
    const now = ports.clock.now();
    const services = looks.map((each) => asPlanned(each, now));
    for (const each of services) tellServicePlan(each, ports.log);
    return phaseOutcome(request, { services, hash }, ports);
  }
  const outcomes = looks.map(asLookedAt);
  for (const [index, service] of request.services.entries()) {
    const each = looks[index];
    if (each === undefined) break;
    const done = await workOn({ service, look: each }, { request, steps: inOrder }, ports);
    outcomes[index] = done;
    if (done.failure !== undefined) break;
  }
  return phaseOutcome(request, { services: outcomes, hash }, ports);
}

/** All that stands against the phase, of all services, before anything is written. */
function refuse(request: PhaseRequest, looks: readonly Look[], now: Date): void {
  const { phase, dryRun, planHash: hash } = request;
  // Who asks for a plan is told from when on.
  const early = dryRun ? [] : untimely(request, looks, now);
  const planned = looks.flatMap(({ service, steps, foreign }) => [
    ...steps.flatMap((step) => step.problems.map((problem) => `${service}: ${problem}`)),
    // Who asks for a plan sees it there; who gives one has seen it.
    ...(dryRun || hash !== "" ? [] : foreign.map(({ words }) => `${service}: ${words}`)),
  ]);
  const problems = [...planned, ...early];
  const isForeign = looks.some(({ foreign }) => foreign.length > 0) && !dryRun && hash === "";
  const error = UserError.fromProblems(`${phase} cannot be done:`, problems);
  if (error === undefined) return;
  if (!isForeign) throw error;
  throw new UserError(
    `${error.message}\nSomebody else has changed this since. To go on from what is there now, run it with dry-run: true, look at the plan, and run it with that plan-hash`,
  );
}

function otherPlan(differences: readonly string[], hash: string): string {
  const what = differences.length === 0 ? "" : `:\n${differences.map((line) => `- ${line}`).join("\n")}`;
  return `plan-hash: the plan is another one now${what}\nNothing was written. Look at the plan of now (dry-run: true), and run it with its plan-hash: ${hash}`;
}

async function workOn(
  { service, look }: { service: Service; look: Look },
  { request, steps }: { request: PhaseRequest; steps: readonly Step[] },
  ports: PhasePorts & { stop: AbortSignal },
): Promise<ServiceOutcome> {
  const { phase, environment, run, newSalt } = request;
  const { isBack } = rulesOf(phase);
  const failed = (error: unknown): ServiceOutcome => ({
    ...begun(look),
    state: look.state,
    failure: describeError(error),
  });
  const nothing = (): ServiceOutcome => {
    ports.log.info(`${service.name}: nothing to take back`);
    return { ...begun(look), state: "not-started" };
  };
  // While another run is at work it may be about to begin one.
  if (isBack && look.move.length === 0 && look.heldBy === undefined) return nothing();
  try {
    if (ports.stop.aborted) throw new StepError([`Stopped: ${describeError(ports.stop.reason)}`]);
    const key = { environment, service: service.name };
    const journal = await openJournal({ key, run, waitMs: 0, newSalt, hidden: ports.hidden }, ports, ports.stop);
    try {
      // By the world as it is under the lock: another run may have been at work since.
      const move = currentMove(journal.document());
      if (isBack && move.length === 0) return nothing();
      const now = await planService(service, move, { steps, back: isBack, isLocked: true });
      const problems = now.steps.flatMap((step) => step.problems);
      const error = UserError.fromProblems("It cannot be done any more:", problems);
      if (error) throw error;
      // What another service of this run has made already, where they share it, is fine.
      if (!isPartOf(now, look)) throw changedMeanwhile(now, look);
      const asOf = ports.clock.now();
      const late = UserError.fromProblems("It cannot be done any more:", untimely(request, [{ ...now, move }], asOf));
      if (late) throw late;
      for (const text of skippedWaits(request, [{ ...now, move }], asOf)) {
        ports.log.warn(text);
        await journal.append({ kind: "note", text });
      }
      const job = { phase, service, plan: now, steps, planHash: request.planHash, waits: sharedWaits(now, look) };
      return await carryOutService(job, journal, ports);
    } finally {
      // What is left open stands in the journal.
      await journal.close(journal.lost.aborted ? "open" : "settled");
    }
  } catch (error) {
    return failed(error);
  }
}

/** How long to wait for what was to be lowered, and is so by now: by step. */
function sharedWaits(now: ServicePlan, look: ServicePlan): Map<string, number> {
  return new Map(
    look.steps.flatMap(({ step, changes, waitMs }): [string, number][] => {
      const isDone = now.steps.some((each) => each.step === step && each.changes.length < changes.length);
      return isDone && waitMs !== undefined ? [[step, waitMs]] : [];
    }),
  );
}

function changedMeanwhile(now: Parameters<typeof changesOf>[0], look: Look): StepError {
  const words = (plan: Parameters<typeof changesOf>[0]) => changesOf(plan).map((change) => change.words);
  return new StepError([
    "Something has changed since the plan was made a moment ago",
    `Planned was: ${words(look).join("; ") || "nothing"}. Now it would be: ${words(now).join("; ") || "nothing"}`,
    "Nothing was written. Run this again",
  ]);
}
