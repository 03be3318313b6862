import { describeError, UserError } from "../../errors.ts";
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
  const [lowering, switching] = await Promise.allSettled([
    runPhase({ ...dryRun, phase: "lower-ttl" }, steps, ports),
    runPhase({ ...dryRun, phase: "switch-dns" }, steps, ports),
  ]);
  if (lowering.status === "rejected" || switching.status === "rejected") throw refusal(lowering, switching);
  const [lowered, switched] = [lowering.value, switching.value];
  const services = lowered.services.map((service, index) => both(service, switched.services[index]));
  const isLow = lowered.services.every((service) => changesOf(service).length === 0);
  const isSwitched = switched.services.every((service) => changesOf(service).length === 0);
  const next = isLow ? (isSwitched ? "" : rulesOf("switch-dns").command) : rulesOf("lower-ttl").command;
  const { planHash } = isLow ? switched : lowered;
  return { ...switched, phase: "plan-dns", planHash, readyAt: lowered.readyAt ?? switched.readyAt, next, services };
}

/** All that stands against either, each once. */
function refusal(...phases: PromiseSettledResult<PhaseOutcome>[]): unknown {
  const errors = phases.flatMap((phase): unknown[] => (phase.status === "rejected" ? [phase.reason] : []));
  const other = errors.find((error) => !(error instanceof UserError));
  if (other !== undefined) return other;
  const lines = errors.flatMap((error) => describeError(error).split("\n"));
  const problems = lines.filter((line) => !line.endsWith("cannot be done:")).map((line) => line.replace(/^- /, ""));
  return UserError.fromProblems("DNS cannot be switched:", [...new Set(problems)]);
}

function both(one: ServiceOutcome, other: ServiceOutcome | undefined): ServiceOutcome {
  return { ...one, steps: [...one.steps, ...(other?.steps ?? [])] };
}
