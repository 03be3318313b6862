import type { MovedRecord } from "../migration-file/migration.ts";
import { besideWarnings } from "./beside.ts";
import { chosenZone } from "./choose-zone.ts";
import { dnsName } from "./dns-name.ts";
import { movingMembers } from "./moving-members.ts";
import { keptZoneProblem, unmovableProblems } from "./unmovable.ts";
import { isMovedType, type MovedSets, type ZoneRecords } from "./zone-records.ts";

export type FoundSets = {
  /** Empty where there is a problem. */
  found: MovedSets[];
  /** Why they cannot be moved, each with what to do; empty where they can. */
  problems: string[];
  /** What the user should look at, in words. */
  warnings: string[];
};

/**
 * Finds the record sets that a record of the file means.
 * @param zones all that the login of `dns` sees
 */
export function findMoved(record: MovedRecord, zones: readonly ZoneRecords[]): FoundSets {
  const name = dnsName(record.name);
  const chosen = chosenZone({ name, zone: record.zone }, zones);
  if ("problem" in chosen) return refused([chosen.problem]);
  const { zone } = chosen;
  const kept = keptZoneProblem(zone, name);
  if (kept !== undefined) return refused([kept]);

  const there = zone.records.filter((set) => set.name === name && isMovedType(set));
  const ofType = there.filter(({ type }) => record.type === undefined || type === record.type);
  if (ofType.length === 0) {
    const types = [...new Set(there.map(({ type }) => type))].toSorted().join(" and ");
    return refused([`${name} has no ${record.type} record, but ${types}: correct type, or leave it out`]);
  }
  const moving = movingMembers(ofType, record.members);
  const moved = { zone, name, sets: "sets" in moving ? moving.sets : ofType };
  const problems = [...("problems" in moving ? moving.problems : []), ...unmovableProblems(moved, record.managedBy)];
  if (problems.length > 0) return refused(problems);
  return { found: [moved], problems: [], warnings: besideWarnings(moved, zones) };
}

function refused(problems: string[]): FoundSets {
  return { found: [], problems, warnings: [] };
}
