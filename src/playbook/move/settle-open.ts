import { canonicalJson, sameJson } from "../../journal/canonical-json.ts";
import { currentMove, type Intent, openIntents } from "../../journal/history.ts";
import type { Entry } from "../../journal/schema.ts";
import { changesOf, type ServicePlan } from "../../move/change.ts";
import type { OpenJournal } from "../journal/open-journal.ts";

/**
 * Writes of an earlier run of this phase whose end is not known: by the world as it is now each of them was made, or was not.
 * @returns those that were found made
 */
export async function settleOpenIntents(journal: OpenJournal, phase: string, plan: ServicePlan): Promise<Intent[]> {
  const found: Intent[] = [];
  const planned = changesOf(plan);
  for (const intent of openOf(journal, phase)) {
    const { sequence, step, target, before } = intent;
    const still = planned.find((change) => change.step === step && change.target === target);
    if (still === undefined) {
      await journal.append({ kind: "done", step, intent: sequence, found: true });
      found.push(intent);
      continue;
    }
    const isAsBefore = sameJson(still.before, before);
    const reason = isAsBefore ? "it is as it was before" : `there is ${canonicalJson(still.before)} now`;
    await journal.append({ kind: "failed", step, intent: sequence, reason, written: isAsBefore ? "no" : "unknown" });
  }
  return found;
}

/** Those of the same phase, since the other way's say nothing of this one; and of each target the last one only. */
function openOf(journal: OpenJournal, phase: string): Intent[] {
  const move = currentMove(journal.document());
  const phases = new Map<number, string>();
  let at = "";
  for (const entry of move) {
    if (entry.kind === "phase-started") at = entry.phase;
    phases.set(entry.sequence, at);
  }
  const isLast = ({ sequence, step, target }: Intent): boolean =>
    !move.some(
      (entry: Entry) =>
        entry.kind === "intent" && entry.sequence > sequence && entry.step === step && entry.target === target,
    );
  return openIntents(journal.document()).filter((intent) => phases.get(intent.sequence) === phase && isLast(intent));
}
