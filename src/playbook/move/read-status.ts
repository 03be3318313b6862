import type { Service } from "../../migration-file/migration.ts";
import type { PhaseOutcome } from "../../move/outcome.ts";
import { rulesOf } from "../../move/phases.ts";
import type { JournalStore } from "../journal/read-journal.ts";
import { asPlanned, phaseOutcome } from "./phase-outcome.ts";
import { lookAtAll } from "./plan-phase.ts";
import type { Step } from "./step.ts";

/**
 * How far each service is, and what the phase that is next would do, by the world as it is now. Writes nothing, and fails only
 * where something cannot be read.
 */
export async function readStatus(
  request: { environment: string; services: readonly Service[] },
  steps: readonly Step[],
  store: JournalStore,
): Promise<PhaseOutcome> {
  const { environment, services } = request;
  const rules = rulesOf("prepare");
  const own = steps.filter(({ id }) => rules.hasStep(id));
  const looks = await lookAtAll(services, { environment, steps: own, rules }, store);
  return phaseOutcome(
    { phase: "status", environment, dryRun: true },
    { services: looks.map((each) => asPlanned(each)), hash: "" },
    store,
  );
}
