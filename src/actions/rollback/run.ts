import { systemClock } from "../../adapters/clock.ts";
import { runPhase } from "../../playbook/move/run-phase.ts";
import { inMove } from "../move/in-move.ts";
import { openMove } from "../move/open-move.ts";
import { phaseRequest } from "../move/phase-request.ts";
import { readFile } from "../move/read-file.ts";
import { runEntry } from "../move/run-entry.ts";
import { tellOutcome } from "../move/tell-outcome.ts";
import { runAction } from "../run-action.ts";
import { readRollbackInputs } from "./inputs.ts";

/** `rollback`: the move of some services back, from whatever state it is in. */
export async function run(): Promise<void> {
  await runAction(async (io) => {
    const inputs = readRollbackInputs(io);
    const { environment, dryRun } = inputs;
    const migration = await readFile(inputs);
    const names = migration.services.map(({ name }) => name).join(", ");
    io.log.info(`${dryRun ? "Planning the rollback" : "Rolling back"} in ${environment}: ${names}`);
    await inMove(io, `rollback in ${environment}`, async ({ folder, stop }) => {
      const entry = await runEntry();
      const { store, steps } = await openMove({ ...migration, folder }, io);
      const request = phaseRequest("rollback", inputs, { migration, run: entry });
      const ports = { ...store, clock: systemClock, log: io.log, hidden: io.hidden, stop };
      const outcome = await runPhase(request, steps, ports);
      await tellOutcome(outcome, entry, io);
    });
  });
}
