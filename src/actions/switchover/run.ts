import { randomBytes } from "node:crypto";
import { systemClock } from "../../adapters/clock.ts";
import type { ActionsIo } from "../../adapters/github/actions-io.ts";
import type { EntryRun } from "../../journal/schema.ts";
import type { Service } from "../../migration-file/migration.ts";
import type { PhaseOutcome } from "../../move/outcome.ts";
import { readStatus } from "../../playbook/move/read-status.ts";
import { runPhase } from "../../playbook/move/run-phase.ts";
import { inMove } from "../move/in-move.ts";
import { type OpenMove, openMove } from "../move/open-move.ts";
import { deployPreparation } from "../move/prepare-deploy.ts";
import { readFile } from "../move/read-file.ts";
import { runEntry } from "../move/run-entry.ts";
import { tellOutcome } from "../move/tell-outcome.ts";
import { runAction } from "../run-action.ts";
import { readSwitchoverInputs, type SwitchoverInputs } from "./inputs.ts";

/** `switchover`: one phase of the move, for some services of an environment. */
export async function run(): Promise<void> {
  await runAction(async (io) => {
    const inputs = readSwitchoverInputs(io);
    const migration = await readFile(inputs);
    const names = migration.services.map(({ name }) => name).join(", ");
    io.log.info(`${inputs.dryRun ? "Planning " : ""}${inputs.phase} in ${inputs.environment}: ${names}`);
    await inMove(io, `${inputs.phase} in ${inputs.environment}`, async ({ folder, stop }) => {
      const [entry, prepare] = await Promise.all([
        runEntry(),
        deployPreparation({ migration, helmVersion: inputs.helmVersion, folder }, io),
      ]);
      const move = await openMove({ environment: migration.environment, folder, prepare }, io);
      const { services } = migration;
      await tellOutcome(await outcomeOf({ inputs, services, entry, stop }, move, io), entry, io);
    });
  });
}

type Request = { inputs: SwitchoverInputs; services: readonly Service[]; entry: EntryRun; stop: AbortSignal };

function outcomeOf(
  { inputs, services, entry, stop }: Request,
  { steps, store }: OpenMove,
  io: ActionsIo,
): Promise<PhaseOutcome> {
  const { phase, environment, dryRun, planHash } = inputs;
  if (phase === "status") return readStatus({ environment, services }, steps, store);
  const newSalt = () => randomBytes(16).toString("hex");
  const request = { phase, environment, services, dryRun, planHash, run: entry, newSalt };
  return runPhase(request, steps, { ...store, clock: systemClock, log: io.log, stop });
}
