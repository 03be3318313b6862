import { formatDuration } from "../../duration/duration.ts";
import { StepError } from "../../errors.ts";
import type { Service } from "../../migration-file/migration.ts";
import type { Clock } from "../../ports/clock.ts";
import type { ErrorRateSource, ErrorRates } from "../../ports/error-rates.ts";
import type { Log } from "../../ports/log.ts";
import { sameSet } from "../../records/compare.ts";
import { NEW } from "../../records/ladder.ts";
import type { RecordSet } from "../../records/record-set.ts";
import { AbortedStepError } from "../move/step.ts";

/** What watches the new side while it gets a part of the traffic. */
export type Bake = {
  /** Asks the new side once as clients do; what is wrong with its answer in words, undefined where nothing is. */
  probe: (service: Service, stop: AbortSignal) => Promise<string | undefined>;
  errorRates: ErrorRates;
  /** Where the error rate of the new side is read; undefined where CloudWatch knows nothing of it. */
  source: (service: Service, names: Names) => Promise<ErrorRateSource | undefined>;
  clock: Clock;
  log: Log;
};

type Names = readonly { after: readonly RecordSet[] }[];
type Baked = { service: Service; before: readonly RecordSet[]; names: Names };

const PROBE_EVERY_MS = 10_000;
/** From the cluster each probe is a pod. */
const PROBE_BY_POD_EVERY_MS = 30_000;

/**
 * Watches the new side for as long as the file says before its share of the traffic grows; at once where it has none yet.
 * @returns what was seen, in words; empty where there was nothing to watch
 * @throws AbortedStepError when the new side fails by the file's rules; StepError when nothing can be told: the share stays then
 */
export async function bakeBefore(
  { service, before, after, names }: Baked & { after: readonly RecordSet[] },
  bake: Bake,
  stop: AbortSignal,
): Promise<string> {
  const percent = shareOf(before);
  // What is put back is not watched first.
  if (percent === 0 || (shareOf(after) <= percent && !isLast(after, names))) return "";
  const { bakeMs, abort } = service.switch;
  const from = bake.clock.now();
  const end = from.getTime() + bakeMs;
  bake.log.info(`${service.name}: watching ${percent} % on the new side for ${formatDuration(bakeMs)}`);
  let inRow = 0;
  let probes = 0;
  while (bake.clock.now().getTime() < end) {
    const problem = await bake.probe(service, stop);
    if (stop.aborted)
      throw new StepError([`Stopped at ${percent} % on the new side. Run this again to go on, or go back`]);
    probes++;
    inRow = problem === undefined ? 0 : inRow + 1;
    if (problem !== undefined) bake.log.warn(`${service.name}: a probe of the new side failed: ${problem}`);
    if (inRow >= abort.probeFailures) {
      throw new AbortedStepError([
        `The new side failed ${inRow} probes in a row at ${percent} % of the traffic, so that the records are put back: ${problem}`,
      ]);
    }
    const everyMs = service.probe?.from === "cluster" ? PROBE_BY_POD_EVERY_MS : PROBE_EVERY_MS;
    await bake.clock.sleep(Math.min(everyMs, Math.max(1, end - bake.clock.now().getTime())), stop);
  }
  const rate = await rateSince(from, { service, before, names }, bake);
  return `${percent} % on the new side for ${formatDuration(bakeMs)}: ${probes} probes${rate === "" ? "" : `, ${rate}`}`;
}

/** What the file's rule of an error rate says, in words; empty where there is none. */
async function rateSince(from: Date, { service, before, names }: Baked, bake: Bake): Promise<string> {
  const rule = service.switch.abort.errorRate;
  if (rule === undefined) return "";
  const percent = shareOf(before);
  const source = await bake.source(service, names);
  const seen = source === undefined ? undefined : await bake.errorRates.read(source, { from, to: bake.clock.now() });
  const hold = (why: string) =>
    new StepError([
      `Nothing can be told of the new side at ${percent} % of the traffic: ${why}`,
      "It stays at that share. Run this again to watch it once more and go on, or go back",
    ]);
  if (source === undefined) throw hold("CloudWatch knows no load balancer that the records lead to");
  if (seen === undefined) throw hold("no requests were counted");
  const { rate, requests } = seen;
  if (requests !== undefined && requests < rule.leastRequests) {
    throw hold(`${requests} requests were counted, and ${rule.leastRequests} are needed`);
  }
  const shown = `${(rate * 100).toFixed(2)} % errors${requests === undefined ? "" : ` of ${requests} requests`}`;
  if (rate <= rule.most) return shown;
  throw new AbortedStepError([
    `The new side had ${shown} at ${percent} % of the traffic, and ${rule.most * 100} % are allowed, so that the records are put back`,
  ]);
}

/** Whether these are what the records are to become in the end. */
function isLast(after: readonly RecordSet[], names: Names): boolean {
  return after.every((set) => names.some((name) => name.after.some((wanted) => sameSet(wanted, set))));
}

/** The share of the new side in percent. */
function shareOf(sets: readonly RecordSet[]): number {
  const weights = sets.flatMap(({ setIdentifier, routing }) =>
    setIdentifier === NEW && routing?.policy === "weighted" ? [routing.weight] : [],
  );
  return Math.max(0, ...weights);
}
