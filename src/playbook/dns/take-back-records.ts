import type { Entry } from "../../journal/schema.ts";
import type { Change } from "../../move/change.ts";
import { batchesOf } from "../../records/batches.ts";
import { sameSets, setDifference } from "../../records/compare.ts";
import type { RecordSet } from "../../records/record-set.ts";
import { setMap } from "../../records/set-map.ts";
import { isKnown, type KnownName, knownNames, ownSets, zoneTarget } from "./known-states.ts";
import { namesText, RECORD_STEPS } from "./plan-switch.ts";
import type { ZoneReader } from "./read-zones.ts";
import { type Expected, withOthers } from "./verify-answers.ts";

type TakenBack = { changes: Change[]; already: string[]; problems: string[] };

/** A name that is put back. */
export type PutBack = { zone: string; name: string; before: RecordSet[]; after: RecordSet[] };

/**
 * What brings back the record sets that a step has written, as they were before the move: those that it alone has written, or, for
 * the switch, those that it has written last. Nothing where they are neither as the move made them nor as they were.
 * @param steps whose writes are taken back; left out, those of all that write record sets
 */
export async function recordsBack(
  step: string,
  move: readonly Entry[],
  { reader, steps = RECORD_STEPS }: { reader: ZoneReader; steps?: readonly string[] },
): Promise<TakenBack & { names: PutBack[] }> {
  const names: PutBack[] = [];
  const back: TakenBack = { changes: [], already: [], problems: [] };
  const all = knownNames(move, steps);
  // Who writes last takes all back at once: both steps have written the same record sets.
  const later = new Set(RECORD_STEPS.slice(RECORD_STEPS.indexOf(step) + 1));
  const isOfLater = keysOf(knownNames(move, [...later]));
  const own = keysOf(knownNames(move, [step]));
  const mine = all.filter((known) => own.has(keyOf(known)) && !isOfLater.has(keyOf(known)));
  for (const [zone, known] of Map.groupBy(mine, ({ zone: id }) => id)) {
    const found = await reader.named(
      zone,
      known.map(({ name }) => name),
    );
    const open = known.flatMap((each) => {
      const now = ownSets(
        each,
        found.filter(({ name }) => name === each.name),
      );
      names.push({ zone, name: each.name, before: each.states.at(-1) ?? [], after: each.original });
      if (sameSets(now, each.original)) {
        back.already.push(`${each.name} is as it was`);
        return [];
      }
      if (!isKnown(each, now)) {
        back.problems.push(foreign(each, now));
        return [];
      }
      return [{ name: each.name, before: now, after: each.original }];
    });
    const title = known[0]?.zoneName ?? "";
    const batches = batchesOf(open);
    back.changes.push(
      ...batches.map(({ before, after }) => {
        const written = [...new Set(after.map(({ name }) => name))];
        return {
          step,
          target: zoneTarget({ id: zone, name: title }, ` from ${written[0]}`),
          words: `put back the records of ${namesText(written)} in zone ${title}`,
          before: setMap(before),
          after: setMap(after),
        };
      }),
    );
  }
  return { ...back, names };
}

function foreign(known: KnownName, now: Parameters<typeof setDifference>[1]): string {
  const lines = setDifference(known.original, now).join("; ");
  return `${known.name} in zone ${known.zone} is neither as this move made it nor as it was before, so that it is left alone: ${lines}. Put it right by hand, as it was or as the move made it, and run this again`;
}

function keysOf(known: readonly KnownName[]): Set<string> {
  return new Set(known.map(keyOf));
}

function keyOf({ zone, name }: KnownName): string {
  return `${zone} ${name}`;
}

/** What the name servers shall answer once these are put back. */
export async function expectedBack(names: readonly PutBack[], reader: ZoneReader): Promise<Expected[]> {
  if (names.length === 0) return [];
  const zones = await reader.zonesFor(
    names.map(({ name }) => name),
    { isLocked: false },
  );
  return names.flatMap((each) => {
    const zone = zones.find(({ id }) => id === each.zone);
    return zone === undefined ? [] : [withOthers({ ...each, zone })];
  });
}
