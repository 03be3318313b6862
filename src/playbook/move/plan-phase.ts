import { describeError, OutsideError, UserError } from "../../errors.ts";
import { fewAtATime } from "../../few-at-a-time.ts";
import { canonicalJson, type JsonValue, sameJson } from "../../journal/canonical-json.ts";
import { currentMove, lastMade } from "../../journal/history.ts";
import type { Entry } from "../../journal/schema.ts";
import type { Service } from "../../migration-file/migration.ts";
import { type Change, changesOf, type ServicePlan, type StepPlan } from "../../move/change.ts";
import type { PhaseRules } from "../../move/phases.ts";
import { type MoveState, stateOf } from "../../move/state.ts";
import { readyOf } from "../../move/waits.ts";
import type { Lease } from "../../ports/leases.ts";
import { type JournalStore, readJournal } from "../journal/read-journal.ts";
import type { Step } from "./step.ts";

/** Reading is slow for each service, and what is read has limits of calls a second. */
const AT_ONCE = 8;

/** What a phase would do for a service, and what its journal says. */
export type Look = ServicePlan & {
  state: MoveState;
  /** The move that is under way: no entries where there is none. */
  move: readonly Entry[];
  heldBy: Lease | undefined;
  foreign: ForeignChange[];
  /** Before this the phase after it refuses. */
  readyAt: Date | undefined;
};

/** Something that somebody else has changed since this move has written it, in words. */
export type ForeignChange = { step: string; words: string };

export type LookRequest = {
  environment: string;
  /** In their order; for a rollback the last one first. */
  steps: readonly Step[];
  rules: Pick<PhaseRules, "isBack" | "during" | "after">;
};

/** Reads the world and the journals. Writes nothing. */
export function lookAtAll(services: readonly Service[], request: LookRequest, store: JournalStore): Promise<Look[]> {
  return fewAtATime(services, AT_ONCE, (service) => lookAt(service, request, store));
}

/** What cannot be found out of a service is a problem of its own, so that all are told at once. */
async function lookAt(service: Service, request: LookRequest, store: JournalStore): Promise<Look> {
  const { environment, rules } = request;
  try {
    const { journal, heldBy } = await readJournal({ environment, service: service.name }, store);
    const move = currentMove(journal?.document ?? { entries: [] });
    const plan = await planService(service, move, { steps: request.steps, back: rules.isBack, isLocked: false });
    const isLess = !rules.isBack && plan.steps.some(({ changes, problems }) => changes.length + problems.length > 0);
    const state = stateOf(move);
    // By the world, and not by what was done once.
    const now = state === rules.after && isLess ? rules.during : state;
    return { ...plan, state: now, move, heldBy, readyAt: readyOf(move)?.at };
  } catch (error) {
    if (!(error instanceof UserError || error instanceof OutsideError)) throw error;
    const problems = [describeError(error)];
    const steps = [{ step: "look", title: "find out what is there", changes: [], already: [], problems }];
    const unknown = { move: [], heldBy: undefined, foreign: [], readyAt: undefined };
    return { service: service.name, steps, state: "not-started", ...unknown };
  }
}

/** What there is to do for a service, by the world as it is now. A rollback of what never began does nothing. */
export async function planService(
  service: Service,
  move: readonly Entry[],
  { steps, back, isLocked }: { steps: readonly Step[]; back: boolean; isLocked: boolean },
): Promise<ServicePlan & { foreign: ForeignChange[] }> {
  const planned: StepPlan[] = [];
  const foreign: ForeignChange[] = [];
  if (back && move.length === 0) return { service: service.name, steps: [], foreign };
  for (const step of steps) {
    const plan = await (back ? step.undo(service, move) : step.plan(service, move, { isLocked }));
    planned.push(plan);
    if (back) continue;
    foreign.push(
      ...(plan.foreign === undefined
        ? plan.changes.flatMap((change) => foreignChanges(step, change, move))
        : plan.foreign.map((words) => ({ step: step.id, words }))),
    );
  }
  return { service: service.name, steps: planned, foreign };
}

/** Whether a plan of a service would do nothing but what another one does, by what is meant and what is there. */
export function isPartOf(part: ServicePlan, whole: ServicePlan): boolean {
  const all = changesOf(whole);
  return changesOf(part).every((change) =>
    all.some(
      (each) =>
        each.step === change.step &&
        batchOf(each.target) === batchOf(change.target) &&
        isIn(change.before, each.before) &&
        isIn(change.after, each.after),
    ),
  );
}

/** The batches of a zone are named by what they begin with. */
function batchOf(target: string): string {
  return target.split(" from ")[0] ?? target;
}

/** Whether a value is the same, or has only fields that the other one has, too. */
function isIn(part: JsonValue, whole: JsonValue): boolean {
  if (sameJson(part, whole)) return true;
  if (typeof part !== "object" || typeof whole !== "object" || part === null || whole === null) return false;
  if (Array.isArray(part) || Array.isArray(whole)) return false;
  return Object.entries(part).every(([key, value]) => key in whole && sameJson(value, whole[key]));
}

function foreignChanges(step: Step, { target, before, after }: Change, move: readonly Entry[]): ForeignChange[] {
  const made = lastMade(move, step.id).find((intent) => intent.target === target);
  if (made === undefined || sameJson(made.after, before)) return [];
  const changes = step.foreign?.({ made: made.after, now: before, wanted: after }) ?? [
    `is ${canonicalJson(before)}, where this move made it ${canonicalJson(made.after)}`,
  ];
  return changes.map((words) => ({ step: step.id, words: `${target} ${words}` }));
}
