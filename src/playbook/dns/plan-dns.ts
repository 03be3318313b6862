import { changesOf } from "../../move/change.ts";
import type { PhaseOutcome, ServiceOutcome } from "../../move/outcome.ts";
import { rulesOf } from "../../move/phases.ts";
import { type PhasePorts, type PhaseRequest, runPhase } from "../move/run-phase.ts";
import type { Step } from "../move/step.ts";

/**
 * The whole way of the records to the new side: what is lowered, and what is switched. Writes nothing.
 * @returns with the plan-hash of the phase that is next, which `next` names
 * @throws UserError with all that stands against either
 */
export async function planDns(
  request: Omit<PhaseRequest, "phase" | "dryRun" | "planHash">,
  steps: readonly Step[],
  ports: PhasePorts & { stop: AbortSignal },
): Promise<PhaseOutcome> {
  const dryRun = { ...request, dryRun: true, planHash: "" };
  const lowered = await runPhase({ ...dryRun, phase: "lower-ttl" }, steps, ports);
  const switched = await runPhase({ ...dryRun, phase: "switch-dns" }, steps, ports);
  const services = lowered.services.map((service, index) => both(service, switched.services[index]));
  const isLow = lowered.services.every((service) => changesOf(service).length === 0);
  const isSwitched = switched.services.every((service) => changesOf(service).length === 0);
  const next = isLow ? (isSwitched ? "" : rulesOf("switch-dns").command) : rulesOf("lower-ttl").command;
  const { planHash } = isLow ? switched : lowered;
  return { ...switched, phase: "plan-dns", planHash, readyAt: lowered.readyAt ?? switched.readyAt, next, services };
}

function both(one: ServiceOutcome, other: ServiceOutcome | undefined): ServiceOutcome {
  return { ...one, steps: [...one.steps, ...(other?.steps ?? [])] };
}
