import { OutsideError, StepError, UserError } from "../../errors.ts";
import { sameSets, setDifference } from "../../records/compare.ts";
import type { RecordSet } from "../../records/record-set.ts";
import { setKey } from "../../records/set-map.ts";
import type { DnsPorts } from "./dns-ports.ts";
import type { ZoneReader } from "./read-zones.ts";

export type Swap = {
  /** Id of the hosted zone. */
  zone: string;
  /** What has to be there, to the letter. */
  before: readonly RecordSet[];
  after: readonly RecordSet[];
  comment: string;
};

/** How often a write of which nothing is known is looked for, and how long after one look the next comes. */
const LOOKS = 5;
const LOOK_AGAIN_MS = 3000;
const MOST_TRIES = 3;

/**
 * Swaps record sets of a zone in one batch: all of them, or none. When the answer gets lost the zone tells whether it was made.
 * @returns by what Route 53 tells how far the change is; undefined where that got lost
 * @throws UserError when nothing was written, since something else is there; StepError when that is not known
 */
export async function writeBatch(
  swap: Swap,
  { records, clock }: Pick<DnsPorts, "records" | "clock">,
  { reader, stop }: { reader: ZoneReader; stop: AbortSignal },
): Promise<string | undefined> {
  const { zone, before, after, comment } = swap;
  for (let tries = 1; ; tries++) {
    const outcome = await records.change({ zone, remove: before, create: after, comment });
    if (outcome.state === "made") return outcome.change;
    if (outcome.state === "refused") {
      const found = await ownFound(swap, reader);
      if (sameSets(found, after)) return undefined;
      throw refusedError(outcome.reason, before, found);
    }
    const found = await settled(swap, { clock, reader, stop });
    if (sameSets(found, after)) return undefined;
    if (!sameSets(found, before)) throw foreignError(setDifference(after, found));
    // It was not made, and would be refused if the first one were made after all.
    if (tries < MOST_TRIES && !stop.aborted) continue;
    throw new OutsideError({
      system: "Route 53",
      operation: `change records of zone ${zone}`,
      reason: outcome.reason,
      next: "run this again: the records are as they were",
    });
  }
}

/** What is there once it no longer changes to what was written, or the looks are over. */
async function settled(
  swap: Swap,
  { clock, reader, stop }: Pick<DnsPorts, "clock"> & { reader: ZoneReader; stop: AbortSignal },
): Promise<RecordSet[]> {
  for (let looks = 1; ; looks++) {
    const found = await ownFound(swap, reader);
    if (sameSets(found, swap.after) || looks === LOOKS || stop.aborted) return found;
    await clock.sleep(LOOK_AGAIN_MS, stop);
  }
}

/** Only those that the batch is about: other members of a routed set, and other types, are none of its business. */
async function ownFound({ zone, before, after }: Swap, reader: ZoneReader): Promise<RecordSet[]> {
  const keys = new Set([...before, ...after].map(setKey));
  const names = [...before, ...after].map(({ name }) => name);
  return (await reader.named(zone, names)).filter((set) => keys.has(setKey(set)));
}

function refusedError(reason: string, before: readonly RecordSet[], found: readonly RecordSet[]): UserError {
  const differences = setDifference(before, found);
  if (differences.length === 0) {
    return new UserError(`Route 53 refuses the change: ${reason}\nNothing was written`);
  }
  return new UserError(
    `The records are not what they were when this was planned, so nothing was written:\n${lines(differences)}\nFind out who changes them. To go on from what is there now, run it with dry-run: true, look at the plan, and run it with that plan-hash`,
  );
}

function foreignError(differences: readonly string[]): StepError {
  return new StepError([
    "The records were changed by somebody else while this wrote them:",
    lines(differences),
    "Find out who changes them, and run this again",
  ]);
}

function lines(differences: readonly string[]): string {
  return differences.map((line) => `- ${line}`).join("\n");
}
