import { describeError, StepError } from "../../errors.ts";
import type { Service } from "../../migration-file/migration.ts";
import { changesOf } from "../../move/change.ts";
import type { PhaseOutcome, ServiceOutcome } from "../../move/outcome.ts";
import { rulesOf } from "../../move/phases.ts";
import type { Clock } from "../../ports/clock.ts";
import type { JournalStore } from "../journal/read-journal.ts";
import { asLookedAt, phaseOutcome } from "../move/phase-outcome.ts";
import { type Look, lookAtAll } from "../move/plan-phase.ts";
import type { Step } from "../move/step.ts";
import { SWITCH_DNS } from "./plan-switch.ts";

type Request = { environment: string; services: readonly Service[] };

/** Whether the records lead to the new side, and every name server answers so. Writes nothing; a failure is told in the outcome. */
export async function verifyDns(
  { environment, services }: Request,
  steps: readonly Step[],
  ports: JournalStore & { clock: Clock; stop: AbortSignal },
): Promise<PhaseOutcome> {
  const own = steps.filter(({ id }) => id === SWITCH_DNS);
  const looks = await lookAtAll(services, { environment, steps: own, rules: rulesOf("switch-dns") }, ports);
  const outcomes: ServiceOutcome[] = [];
  for (const [index, look] of looks.entries()) {
    const service = services[index];
    if (service !== undefined) outcomes.push(await verified(service, { look, steps: own }, ports));
  }
  return phaseOutcome({ phase: "verify-dns", environment, dryRun: true }, { services: outcomes, hash: "" }, ports);
}

async function verified(
  service: Service,
  { look, steps }: { look: Look; steps: readonly Step[] },
  { clock, stop }: { clock: Clock; stop: AbortSignal },
): Promise<ServiceOutcome> {
  const outcome = asLookedAt(look);
  try {
    const open = changesOf(look).map(({ words }) => words);
    const left = look.steps.flatMap((step) => step.open ?? []);
    const problems = [
      ...look.steps.flatMap((step) => step.problems),
      ...left,
      ...open.map((words) => `still to do: ${words}`),
    ];
    if (problems.length > 0) throw new StepError(["The records do not lead to the new side", ...problems]);
    for (const [index, step] of steps.entries()) {
      const from = clock.now().toISOString();
      const words = (await step.verify?.(service, stop)) ?? "";
      const reported = outcome.steps[index];
      if (reported !== undefined) reported.verified = words;
      if (words === "") continue;
      const to = clock.now().toISOString();
      outcome.events.push({ from, to, step: step.id, words, outcome: "verified" });
    }
    return outcome;
  } catch (error) {
    return { ...outcome, failure: describeError(error) };
  }
}
