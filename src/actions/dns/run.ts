import { systemClock } from "../../adapters/clock.ts";
import type { PhaseOutcome } from "../../move/outcome.ts";
import type { WritingPhase } from "../../move/phases.ts";
import { planDns } from "../../playbook/dns/plan-dns.ts";
import { verifyDns } from "../../playbook/dns/verify-dns.ts";
import { runPhase } from "../../playbook/move/run-phase.ts";
import { inMove } from "../move/in-move.ts";
import { openMove } from "../move/open-move.ts";
import { phaseRequest } from "../move/phase-request.ts";
import { readFile } from "../move/read-file.ts";
import { runEntry } from "../move/run-entry.ts";
import { tellOutcome } from "../move/tell-outcome.ts";
import { runAction } from "../run-action.ts";
import { type DnsCommand, readDnsInputs } from "./inputs.ts";

const PHASES: Readonly<Record<Exclude<DnsCommand, "plan" | "verify">, WritingPhase>> = {
  "lower-ttl": "lower-ttl",
  switch: "switch-dns",
  restore: "restore-dns",
};

/** `actions/dns`: one command of the DNS half of the move, for some services of an environment. */
export async function run(): Promise<void> {
  await runAction(async (io) => {
    const inputs = readDnsInputs(io);
    const { command, environment, dryRun, skipWait } = inputs;
    const migration = await readFile(inputs);
    const { services } = migration;
    const names = services.map(({ name }) => name).join(", ");
    io.log.info(`${dryRun ? "Planning " : ""}DNS ${command} in ${environment}: ${names}`);
    await inMove(io, `DNS ${command} in ${environment}`, async ({ folder, stop }) => {
      const entry = await runEntry();
      const { store, steps } = await openMove({ ...migration, folder }, io);
      const ports = { ...store, clock: systemClock, log: io.log, hidden: io.hidden, stop };
      const request = (phase: WritingPhase) => ({
        ...phaseRequest(phase, inputs, { migration, run: entry }),
        skipWait,
      });
      const outcome = async (): Promise<PhaseOutcome> => {
        if (command === "plan") return planDns(request("switch-dns"), steps, ports);
        if (command === "verify") return verifyDns({ environment, services }, steps, ports);
        return runPhase(request(PHASES[command]), steps, ports);
      };
      await tellOutcome(await outcome(), entry, io);
    });
  });
}
