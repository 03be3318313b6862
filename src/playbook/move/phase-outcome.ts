import type { ServicePlan, StepPlan } from "../../move/change.ts";
import type { ChangeOutcome, PhaseOutcome, ServiceOutcome } from "../../move/outcome.ts";
import { isWritingPhase, rulesOf } from "../../move/phases.ts";
import { leastOf, type MoveState, waysFrom } from "../../move/state.ts";
import type { JournalStore } from "../journal/read-journal.ts";
import type { Look } from "./plan-phase.ts";

/** What to do about what somebody else has changed. */
const FOREIGN =
  "Somebody else has changed this since: to go on from what is there now, look at this plan, and run it with its plan-hash";

/** A service of which nothing was done yet. */
export function begun(plan: ServicePlan): ServiceOutcome {
  const steps = plan.steps.map(unbegun);
  const nothing = { events: [], readyAt: undefined, failure: undefined, heldBy: undefined };
  return { service: plan.service, state: "not-started", steps, ...nothing };
}

export function unbegun(step: StepPlan): ServiceOutcome["steps"][number] {
  return { ...step, outcomes: step.changes.map((): ChangeOutcome => "not-begun"), verified: "" };
}

/** A service as it was looked at, with nothing done. */
export function asLookedAt(look: Look): ServiceOutcome {
  const { state, heldBy, readyAt } = look;
  return { ...begun(look), state, heldBy: heldBy?.runUrl || heldBy?.holder, readyAt: readyAt?.toISOString() };
}

/**
 * The same where only a plan was asked for; what somebody else has changed is among what stands against it.
 * @param now with it, when what is planned would be ready if it were done then
 */
export function asPlanned(look: Look, now?: Date): ServiceOutcome {
  const looked = asLookedAt(look);
  const waits = look.steps.map(({ waitMs = 0 }) => waitMs);
  const longest = Math.max(0, ...waits);
  const ready = now === undefined || longest === 0 ? undefined : new Date(now.getTime() + longest);
  const readyAt = [looked.readyAt, ready?.toISOString()]
    .filter((each) => each !== undefined)
    .toSorted()
    .at(-1);
  const steps = looked.steps.map((step) => ({
    ...step,
    outcomes: step.changes.map((): ChangeOutcome => "planned"),
    problems: [
      ...step.problems,
      ...look.foreign.filter((each) => each.step === step.step).map(({ words }) => `${words}. ${FOREIGN}`),
    ],
  }));
  return { ...looked, steps, readyAt };
}

/** The whole of a phase, for its report. */
export function phaseOutcome(
  { phase, environment, dryRun }: Pick<PhaseOutcome, "phase" | "environment" | "dryRun">,
  { services, hash }: { services: ServiceOutcome[]; hash: string },
  { journals }: Pick<JournalStore, "journals">,
): PhaseOutcome {
  const { state, ...ways } = whereTo(phase, services);
  const readyAt = services
    .flatMap((each) => each.readyAt ?? [])
    .toSorted()
    .at(-1);
  const [first] = services;
  const place = first === undefined ? "" : journals.place({ environment, service: first.service }).journal;
  return { phase, environment, dryRun, planHash: hash, state, readyAt, ...ways, services, journals: place };
}

/** Where the least advanced service is, and what leads on and back from there. */
function whereTo(
  phase: PhaseOutcome["phase"],
  services: readonly ServiceOutcome[],
): { state: MoveState; next: string; back: string } {
  const states = services.map((each) => each.state);
  if (isWritingPhase(phase)) {
    const { isBack, command, other } = rulesOf(phase);
    const isUnfinished = services.some(({ failure, state }) => failure !== undefined || state === "rolling-back");
    // Of a way back a service that is back has nothing to go on with.
    const open = isBack ? states.filter((each) => each !== "not-started") : [];
    if (isUnfinished && open.length > 0) return { state: leastOf(open), next: command, back: other };
    const state = leastOf(states);
    if (isUnfinished && !isBack) return { state, next: command, back: backFrom(states) && other };
  }
  const state = leastOf(states);
  return { state, next: waysFrom(state).next, back: backFrom(states) };
}

/** Also where the least advanced one has nothing to go back from. */
function backFrom(states: readonly MoveState[]): string {
  return states.map((each) => waysFrom(each).back).find((way) => way !== "") ?? "";
}
