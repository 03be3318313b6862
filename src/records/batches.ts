import { UserError } from "../errors.ts";
import { sameSet } from "./compare.ts";
import type { RecordSet } from "./record-set.ts";

/** What becomes of the record sets of one name. */
export type Replacement = { name: string; before: readonly RecordSet[]; after: readonly RecordSet[] };

/** What one request changes: all of `before` goes and all of `after` comes, or nothing. */
export type Batch = { before: RecordSet[]; after: RecordSet[] };

/** https://docs.aws.amazon.com/Route53/latest/DeveloperGuide/DNSLimitations.html#limits-api-requests-changeresourcerecordsets */
const MOST_RECORDS = 1000;
const MOST_CHARACTERS = 32_000;

type Size = { records: number; characters: number };

/**
 * The requests that make these replacements in one zone: as few as take them in their order. All record sets of a name are in the same one,
 * and what stays as it is in none. Fails with `UserError` where the record sets of one name are too many for a request.
 */
export function batchesOf(replacements: readonly Replacement[]): Batch[] {
  const batches: { batch: Batch; size: Size }[] = [];
  for (const replacement of byName(replacements)) {
    const change = changed(replacement);
    const size = sizeOf([...change.before, ...change.after]);
    if (size.records === 0) continue;
    if (!fits(size)) throw tooLarge(replacement.name, size);
    const last = batches.at(-1);
    const together = last && {
      records: last.size.records + size.records,
      characters: last.size.characters + size.characters,
    };
    if (last === undefined || together === undefined || !fits(together)) {
      batches.push({ batch: change, size });
      continue;
    }
    last.batch.before.push(...change.before);
    last.batch.after.push(...change.after);
    last.size = together;
  }
  return batches.map(({ batch }) => ({
    before: targetsFirst(batch.before).toReversed(),
    after: targetsFirst(batch.after),
  }));
}

function byName(replacements: readonly Replacement[]): Replacement[] {
  return [...Map.groupBy(replacements, ({ name }) => name)].map(([name, same]) => ({
    name,
    before: same.flatMap(({ before }) => before),
    after: same.flatMap(({ after }) => after),
  }));
}

function changed({ before, after }: Replacement): Batch {
  const stays = (set: RecordSet, others: readonly RecordSet[]) => others.some((other) => sameSet(set, other));
  return {
    before: before.filter((set) => !stays(set, after)),
    after: after.filter((set) => !stays(set, before)),
  };
}

/** An alias has no records of its own; whether it counts as one is not documented. */
function sizeOf(sets: readonly RecordSet[]): Size {
  const values = sets.flatMap((set) => set.values ?? [""]);
  return { records: values.length, characters: values.reduce((sum, { length }) => sum + length, 0) };
}

function fits({ records, characters }: Size): boolean {
  return records <= MOST_RECORDS && characters <= MOST_CHARACTERS;
}

function tooLarge(name: string, { records, characters }: Size): UserError {
  return new UserError(
    `${name} is too large to be switched: its records, old and new, are ${records} with ${characters} characters, and Route 53 takes ${MOST_RECORDS} with ${MOST_CHARACTERS} at a time. Give it fewer members or values first`,
  );
}

/** An alias may stand for a record of the same batch: that one has to be there before it. */
function targetsFirst(sets: readonly RecordSet[]): RecordSet[] {
  const byTarget = Map.groupBy(sets, targetKey);
  const depth = (set: RecordSet, seen: readonly RecordSet[] = []): number => {
    if (set.alias === undefined || seen.includes(set)) return 0;
    const targets = byTarget.get(targetKey({ name: set.alias.name, type: set.type })) ?? [];
    return targets.reduce((most, target) => Math.max(most, 1 + depth(target, [...seen, set])), 0);
  };
  return sets
    .map((set) => ({ set, depth: depth(set) }))
    .toSorted((a, b) => a.depth - b.depth)
    .map(({ set }) => set);
}

function targetKey({ name, type }: Pick<RecordSet, "name" | "type">): string {
  return `${name} ${type}`;
}
