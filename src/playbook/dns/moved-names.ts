import type { MovedRecord, Service } from "../../migration-file/migration.ts";
import { findMoved } from "../../records/find-sets.ts";
import { NEW, OLD } from "../../records/ladder.ts";
import type { RecordSet } from "../../records/record-set.ts";
import { setKey } from "../../records/set-map.ts";
import { withoutLadder } from "../../records/without-ladder.ts";
import { isMovedType, type MovedSets, type ZoneRecords } from "../../records/zone-records.ts";
import type { ZoneReader } from "./read-zones.ts";

/** One name that moves, in one zone. */
export type MovedName = {
  record: MovedRecord;
  /** As it is, without the weights that a move may have put on top of it. */
  moved: MovedSets;
  /** As it is: what a write has to expect. */
  found: RecordSet[];
};

export type MovedNames = {
  names: MovedName[];
  /** Every zone that may have records of these names. */
  zones: ZoneRecords[];
  problems: string[];
  warnings: string[];
};

/** The names in DNS that move with a service, as they are in their zones. */
export async function movedNames(
  { records }: Service,
  look: { isLocked: boolean },
  reader: ZoneReader,
): Promise<MovedNames> {
  if (records.length === 0) return { names: [], zones: [], problems: [], warnings: [] };
  const wanted = records.map(({ name }) => name.toLowerCase());
  const zones = await reader.zonesFor(wanted, look);
  const bare = zones.map((zone) => ({ ...zone, records: withoutLadder(zone.records) }));
  const all: MovedNames = { names: [], zones: bare, problems: [], warnings: [] };
  for (const record of records) {
    const { found, problems, warnings } = findMoved(record, bare);
    all.problems.push(...problems);
    all.warnings.push(...warnings);
    all.names.push(...found.map((moved) => ({ record, moved, found: foundSets(moved, zones) })));
  }
  return all;
}

function foundSets({ zone, name, sets }: MovedSets, zones: readonly ZoneRecords[]): RecordSet[] {
  const keys = new Set(
    sets.flatMap((set) => [
      setKey(set),
      ...[OLD, NEW].map((setIdentifier) => setKey({ name, type: set.type, setIdentifier })),
    ]),
  );
  const all = zones.find(({ id }) => id === zone.id)?.records ?? [];
  return all.filter((set) => set.name === name && isMovedType(set) && keys.has(setKey(set)));
}
