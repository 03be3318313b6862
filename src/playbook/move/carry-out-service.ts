import { describeError, StepError, UserError } from "../../errors.ts";
import { currentMove } from "../../journal/history.ts";
import type { Service } from "../../migration-file/migration.ts";
import type { Change, ServicePlan, StepPlan } from "../../move/change.ts";
import type { ServiceOutcome, TimedEvent } from "../../move/outcome.ts";
import { rulesOf, type WritingPhase } from "../../move/phases.ts";
import { stateOf, waysFrom } from "../../move/state.ts";
import { hasNewWait, readyOf } from "../../move/waits.ts";
import type { Clock } from "../../ports/clock.ts";
import type { Log } from "../../ports/log.ts";
import type { OpenJournal } from "../journal/open-journal.ts";
import { begun, unbegun } from "./phase-outcome.ts";
import { settleOpenIntents } from "./settle-open.ts";
import { AbortedStepError, type Step } from "./step.ts";
import { type Teller, teller } from "./tell.ts";

export type ServiceJob = {
  phase: WritingPhase;
  service: Service;
  plan: ServicePlan;
  /** By the id of a plan's step. */
  steps: readonly Step[];
  /** Empty where no plan was asked for. */
  planHash: string;
  /** What has been lowered for another service of this run, so that only waiting for it is left. In milliseconds, by step. */
  waits?: ReadonlyMap<string, number>;
};

type Ports = { clock: Clock; log: Log };

/**
 * Carries out what is planned for one service, in its order, and stops at the first failure. Each write stands in the journal
 * before it is made.
 * @returns what was done; a failure is told in it, since what was done before stands
 */
export async function carryOutService(
  job: ServiceJob,
  journal: OpenJournal,
  ports: Ports & { stop: AbortSignal },
): Promise<ServiceOutcome> {
  const { phase, service, plan, planHash } = job;
  const outcome: ServiceOutcome = {
    ...begun(plan),
    state: stateOf(currentMove(journal.document())),
  };
  const stop = AbortSignal.any([ports.stop, journal.lost]);
  const tell = teller(service.name, ports.log);
  try {
    await journal.append({ kind: "phase-started", phase, planHash });
    for (const intent of await settleOpenIntents(journal, phase, plan)) {
      const now = ports.clock.now().toISOString();
      tell.foundDone(intent.change);
      outcome.events.push({ from: now, to: now, step: intent.step, words: intent.change, outcome: "found-made" });
    }
    for (const [index, step] of plan.steps.entries()) {
      const reported = outcome.steps[index] ?? unbegun(step);
      await carryOutStep({ ...job, step, outcome: reported, events: outcome.events, tell }, journal, {
        ...ports,
        stop,
      });
    }
    const { isBack, after } = rulesOf(phase);
    const next = isBack ? "" : waysFrom(after).next;
    const closes = isBack && takesAllBack(job, journal);
    const isOpen = plan.steps.some(({ open = [] }) => open.length > 0);
    const end = isOpen
      ? { outcome: "waiting" as const, next: rulesOf(phase).command }
      : { outcome: "completed" as const, next };
    await journal.append({ kind: "phase-ended", phase, ...end, closes });
  } catch (error) {
    outcome.failure = describeError(error);
    await ended(job, journal, { stopped: stop.aborted, log: ports.log });
  }
  const move = currentMove(journal.document());
  return { ...outcome, state: stateOf(move), readyAt: readyOf(move)?.at.toISOString() };
}

/** Whether nothing of the move is left after this phase: by that the move is over. */
function takesAllBack({ phase }: ServiceJob, journal: OpenJournal): boolean {
  const { hasStep } = rulesOf(phase);
  return currentMove(journal.document()).every((entry) => entry.kind !== "intent" || hasStep(entry.step));
}

type StepOutcome = ServiceOutcome["steps"][number];

type StepJob = ServiceJob & { step: StepPlan; outcome: StepOutcome; events: TimedEvent[]; tell: Teller };

async function carryOutStep(
  job: StepJob,
  journal: OpenJournal,
  { clock, stop }: Ports & { stop: AbortSignal },
): Promise<void> {
  const { service, step: plan, outcome, events, tell } = job;
  const step = job.steps.find(({ id }) => id === plan.step);
  if (step === undefined) throw new Error(`there is no step ${plan.step}`);
  const event = (from: Date, words: string, result: TimedEvent["outcome"]): number => {
    const to = clock.now();
    events.push({ from: from.toISOString(), to: to.toISOString(), step: step.id, words, outcome: result });
    return to.getTime() - from.getTime();
  };
  for (const words of plan.already) tell.already(words);
  for (const [index, change] of plan.changes.entries()) {
    if (stop.aborted) throw stopped(stop);
    const from = clock.now();
    tell.goingTo(change);
    try {
      const words = await write(step, change, { service, journal, stop });
      outcome.outcomes[index] = "made";
      tell.done(words, event(from, words, "made"));
    } catch (error) {
      outcome.outcomes[index] = "failed";
      tell.failed(change.words, error, event(from, change.words, "failed"));
      if (error instanceof AbortedStepError) await takeBack(job, step, { journal, event, clock, stop });
      throw error;
    }
  }
  await verifyStep({ ...job, step }, journal, { clock, stop, event });
}

type Verifying = { clock: Clock; stop: AbortSignal; event: Eventing };
type Eventing = (from: Date, words: string, result: TimedEvent["outcome"]) => number;

async function verifyStep(
  { phase, service, step, outcome, tell, waits }: Omit<StepJob, "step"> & { step: Step },
  journal: OpenJournal,
  { clock, stop, event }: Verifying,
): Promise<void> {
  const { isBack } = rulesOf(phase);
  if (stop.aborted) throw stopped(stop);
  const from = clock.now();
  try {
    const found = isBack ? step.verifyUndo?.(service, stop) : step.verify?.(service, stop);
    outcome.verified = (await found) ?? "";
  } catch (error) {
    tell.failed(outcome.title, error, event(from, outcome.title, "failed"));
    throw error;
  }
  if (outcome.verified !== "") tell.verified(outcome.verified, event(from, outcome.verified, "verified"));
  const move = currentMove(journal.document());
  const shared = waits?.get(step.id);
  const wait =
    shared === undefined
      ? !isBack && hasNewWait(move, step.id)
        ? step.waitFor?.(service, move, clock.now())
        : undefined
      : { notBefore: new Date(clock.now().getTime() + shared), why: "it was lowered for another service of this run" };
  if (wait === undefined) return;
  const { notBefore, why } = wait;
  tell.waiting(notBefore, why);
  await journal.append({ kind: "wait", step: step.id, notBefore: notBefore.toISOString(), why });
}

/** What a step has aborted must not stay; the phase fails all the same. */
async function takeBack(
  { service, tell }: StepJob,
  step: Step,
  { journal, event, clock, stop }: { journal: OpenJournal } & Verifying,
): Promise<void> {
  const move = currentMove(journal.document());
  const { changes, problems } = await (step.takeBack ?? step.undo)(service, move);
  if (problems.length > 0) throw new StepError(["It could not be taken back:", ...problems]);
  for (const change of changes) {
    const from = clock.now();
    tell.goingTo(change);
    // Not when the job is stopped either: what was aborted is worse than what is there afterwards.
    const words = await write(step, change, { service, journal, stop: journal.lost });
    tell.done(words, event(from, words, "made"));
  }
  const from = clock.now();
  const found = (await step.verifyUndo?.(service, stop)) ?? "";
  if (found !== "") tell.verified(found, event(from, found, "verified"));
}

/** First the journal, then the world, then the journal. */
async function write(
  step: Step,
  change: Change,
  { service, journal, stop }: { service: Service; journal: OpenJournal; stop: AbortSignal },
): Promise<string> {
  const { words, target, before, after } = change;
  const intent = await journal.append({ kind: "intent", step: step.id, change: words, target, before, after });
  try {
    const said = await step.apply(change, service, stop);
    await journal.append({ kind: "done", step: step.id, intent: intent.sequence, found: false });
    return said;
  } catch (error) {
    const written = error instanceof UserError ? "no" : "unknown";
    const failed = {
      kind: "failed",
      step: step.id,
      intent: intent.sequence,
      reason: describeError(error),
      written,
    } as const;
    // What made it fail is worth more than that the journal fails, too.
    await journal.append(failed).catch(() => undefined);
    throw error;
  }
}

async function ended(
  { phase }: ServiceJob,
  journal: OpenJournal,
  { stopped: isStopped, log }: { stopped: boolean; log: Log },
): Promise<void> {
  const next = rulesOf(phase).command;
  try {
    await journal.append({
      kind: "phase-ended",
      phase,
      outcome: isStopped ? "stopped" : "failed",
      next,
      closes: false,
    });
  } catch (error) {
    log.debug(`The journal was not ended: ${describeError(error)}`);
  }
}

function stopped(stop: AbortSignal): StepError {
  return new StepError([`Stopped: ${describeError(stop.reason)}`], stop.reason);
}
