import { systemClock } from "../../adapters/clock.ts";
import { readStatus } from "../../playbook/move/read-status.ts";
import { runPhase } from "../../playbook/move/run-phase.ts";
import { inMove } from "../move/in-move.ts";
import { openMove } from "../move/open-move.ts";
import { phaseRequest } from "../move/phase-request.ts";
import { deployPreparation } from "../move/prepare-deploy.ts";
import { readFile } from "../move/read-file.ts";
import { runEntry } from "../move/run-entry.ts";
import { tellOutcome } from "../move/tell-outcome.ts";
import { runAction } from "../run-action.ts";
import { readSwitchoverInputs } from "./inputs.ts";

/** `switchover`: one phase of the move, for some services of an environment. */
export async function run(): Promise<void> {
  await runAction(async (io) => {
    const inputs = readSwitchoverInputs(io);
    const { phase, environment, helmVersion, dryRun } = inputs;
    const migration = await readFile(inputs);
    const names = migration.services.map(({ name }) => name).join(", ");
    io.log.info(`${dryRun ? "Planning " : ""}${phase} in ${environment}: ${names}`);
    await inMove(io, `${phase} in ${environment}`, async ({ folder, stop }) => {
      const [entry, prepare] = await Promise.all([
        runEntry(),
        deployPreparation({ migration, helmVersion, folder }, io),
      ]);
      const { store, steps } = await openMove({ ...migration, folder, prepare }, io);
      const ports = { ...store, clock: systemClock, log: io.log, hidden: io.hidden, stop };
      const outcome =
        phase === "status"
          ? await readStatus({ environment, services: migration.services }, steps, store)
          : await runPhase(phaseRequest(phase, inputs, { migration, run: entry }), steps, ports);
      await tellOutcome(outcome, entry, io);
    });
  });
}
