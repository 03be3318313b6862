import { randomBytes } from "node:crypto";
import type { EntryRun } from "../../journal/schema.ts";
import type { EnvironmentMigration } from "../../migration-file/migration.ts";
import type { PhaseRequest } from "../../playbook/move/run-phase.ts";
import type { MoveInputs } from "./move-inputs.ts";

/** A phase as the inputs and the migration file want it. */
export function phaseRequest(
  phase: PhaseRequest["phase"],
  { environment, dryRun, planHash }: MoveInputs,
  { migration, run }: { migration: EnvironmentMigration; run: EntryRun },
): PhaseRequest {
  const { services } = migration;
  const { ecs, eks } = migration.environment;
  const intent = {
    ecs: { region: ecs.region },
    eks: { region: eks.region, cluster: eks.cluster },
    dns: migration.environment.dns,
    services: services.map(({ name, ecs: from, records, probe, prepare, switch: switched }) => {
      return { name, from, records, probe, prepare, switched };
    }),
  };
  const newSalt = () => randomBytes(16).toString("hex");
  // As JSON has it: without what is undefined.
  const asJson = JSON.parse(JSON.stringify(intent)) as PhaseRequest["intent"];
  const { window } = migration.environment;
  return { phase, environment, services, dryRun, planHash, run, intent: asJson, newSalt, window };
}
