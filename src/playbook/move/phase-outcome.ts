import type { ServicePlan, StepPlan } from "../../move/change.ts";
import type { ChangeOutcome, PhaseOutcome, ServiceOutcome } from "../../move/outcome.ts";
import { leastOf, PREPARE, waysFrom } from "../../move/state.ts";
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
  const { state, heldBy } = look;
  return { ...begun(look), state, heldBy: heldBy?.runUrl || heldBy?.holder };
}

/** The same where only a plan was asked for; what somebody else has changed is among what stands against it. */
export function asPlanned(look: Look): ServiceOutcome {
  const looked = asLookedAt(look);
  const steps = looked.steps.map((step) => ({
    ...step,
    outcomes: step.changes.map((): ChangeOutcome => "planned"),
    problems: [
      ...step.problems,
      ...look.foreign.filter((each) => each.step === step.step).map(({ words }) => `${words}. ${FOREIGN}`),
    ],
  }));
  return { ...looked, steps };
}

/** The whole of a phase, for its report. */
export function phaseOutcome(
  { phase, environment, dryRun }: Pick<PhaseOutcome, "phase" | "environment" | "dryRun">,
  { services, hash }: { services: ServiceOutcome[]; hash: string },
  { journals }: Pick<JournalStore, "journals">,
): PhaseOutcome {
  const states = services.map((each) => each.state);
  // Of a rollback a service that is back has nothing to go on with.
  const open = phase === "rollback" ? states.filter((each) => each !== "not-started") : [];
  const state = leastOf(open.length > 0 ? open : states);
  const { next, back } = waysFrom(state);
  const ways =
    open.length > 0
      ? { next: "rollback", back: PREPARE }
      : // Also where the least advanced one has nothing to go back from.
        { next, back: states.map((each) => waysFrom(each).back).find((way) => way !== "") ?? back };
  const readyAt = services
    .flatMap((each) => each.readyAt ?? [])
    .toSorted()
    .at(-1);
  const [first] = services;
  const place = first === undefined ? "" : journals.place({ environment, service: first.service }).journal;
  return { phase, environment, dryRun, planHash: hash, state, readyAt, ...ways, services, journals: place };
}
