import { canonicalJson, sameJson } from "../../journal/canonical-json.ts";
import { type Intent, openIntents } from "../../journal/history.ts";
import { changesOf, type ServicePlan } from "../../move/change.ts";
import type { OpenJournal } from "../journal/open-journal.ts";

/**
 * Writes of a run that died are of unknown end: by the world as it is now each of them was made, or was not.
 * @returns those that were found made
 */
export async function settleOpenIntents(journal: OpenJournal, plan: ServicePlan): Promise<Intent[]> {
  const found: Intent[] = [];
  const planned = changesOf(plan);
  const steps = new Set(plan.steps.map(({ step }) => step));
  for (const intent of openIntents(journal.document())) {
    const { sequence, step, target, before } = intent;
    // What is not of this phase is for the phase that it is of.
    if (!steps.has(step)) continue;
    const still = planned.find((change) => change.step === step && change.target === target);
    if (still === undefined) {
      await journal.append({ kind: "done", step, intent: sequence, found: true });
      found.push(intent);
      continue;
    }
    const reason = sameJson(still.before, before)
      ? "the run that began it died before it was written"
      : `the run that began it died in the middle: there is ${canonicalJson(still.before)} now`;
    const written = sameJson(still.before, before) ? "no" : "unknown";
    await journal.append({ kind: "failed", step, intent: sequence, reason, written });
  }
  return found;
}
