import { nearest } from "../advice/nearest.ts";
import { listed } from "../inventory/remark.ts";
import { dnsName, isInZone, namesAbove } from "./dns-name.ts";
import { existingNames, nameThatAnswers } from "./name-that-answers.ts";
import { isMovedType, type ZoneRecords, zoneText } from "./zone-records.ts";

export type Wanted = {
  name: string;
  /** Id or name of a zone. */
  zone: string | undefined;
};

/**
 * The zone whose record of that name is meant: the one that says so, else the one that answers for the name, which of the public and of
 * the private zones is the one with the longest name. A problem where that is none, or several.
 */
export function chosenZone(wanted: Wanted, zones: readonly ZoneRecords[]): { zone: ZoneRecords } | { problem: string } {
  const { name } = wanted;
  const fitting = zones.filter((zone) => isInZone(name, zone.name));
  const candidates = wanted.zone === undefined ? answering(fitting) : fitting.filter(isNamed(wanted.zone));
  if (candidates.length === 0) return { problem: noZone(wanted, zones, fitting) };
  const having = candidates.filter((zone) => hasRecord(zone, name));
  const [zone, ...more] = having;
  if (zone === undefined) return { problem: noRecord(wanted, candidates, fitting) };
  return more.length === 0 ? { zone } : { problem: severalZones(name, having) };
}

function answering(fitting: readonly ZoneRecords[]): ZoneRecords[] {
  return [false, true].flatMap((isPrivate) => {
    const same = fitting.filter((zone) => zone.isPrivate === isPrivate);
    const longest = Math.max(...same.map(({ name }) => name.length));
    return same.filter(({ name }) => name.length === longest);
  });
}

function isNamed(wanted: string): (zone: ZoneRecords) => boolean {
  const id = wanted.replace(/^\/?hostedzone\//, "");
  return (zone) => zone.id === id || zone.name === dnsName(wanted);
}

function hasRecord({ records }: ZoneRecords, name: string): boolean {
  return records.some((set) => set.name === name && isMovedType(set));
}

function noZone(wanted: Wanted, zones: readonly ZoneRecords[], fitting: readonly ZoneRecords[]): string {
  const names = [...new Set(zones.map((zone) => zone.name))].toSorted();
  const other = "give dns.role-to-assume a role of the account that has it";
  if (wanted.zone === undefined) {
    const seen = names.length === 0 ? "this login sees none at all" : `this login sees those of ${listed(names)}`;
    return `${wanted.name}: no hosted zone holds that name; ${seen}: ${other}`;
  }
  if (zones.some(isNamed(wanted.zone))) {
    const right = fitting.length === 0 ? "no zone does" : `${listed(fitting.map(zoneText))} would`;
    return `${wanted.name}: zone ${wanted.zone} does not hold that name, ${right}: correct name or zone`;
  }
  const meant = nearest(wanted.zone, [...zones.map(({ id }) => id), ...names]);
  return `${wanted.name}: this login sees no hosted zone ${wanted.zone}; ${meant === undefined ? other : `did you mean ${meant}?`}`;
}

function severalZones(name: string, having: readonly ZoneRecords[]): string {
  return `${name} is in ${having.length} hosted zones, ${listed(having.map(zoneText))}: list the record once for each of them that is to be moved, with zone: ${having[0]?.id} and so on`;
}

function noRecord({ name, zone }: Wanted, candidates: readonly ZoneRecords[], fitting: readonly ZoneRecords[]): string {
  const hidden = zone === undefined ? fitting.find((each) => hasRecord(each, name)) : undefined;
  if (hidden !== undefined) {
    return `${name} is in ${zoneText(hidden)}, but ${listed(candidates.map(zoneText))} ${candidates.length === 1 ? "answers for it and has" : "answer for it and have"} no such record: make it there, or write zone: ${hidden.id} where that one is meant`;
  }
  const there = candidates.flatMap(({ records }) => records.filter((set) => set.name === name).map(({ type }) => type));
  const only = there.length === 0 ? "" : `, only ${listed([...new Set(there)].toSorted())}`;
  const steps = [...new Set(candidates.map((each) => nextStep(each, name)))].join("; ");
  const have = candidates.length === 1 ? "has" : "have";
  return `${name}: ${listed(candidates.map(zoneText))} ${have} no A, AAAA or CNAME record of that name${only}; ${steps}`;
}

function nextStep(zone: ZoneRecords, name: string): string {
  const delegated = delegatedAbove(zone, name);
  if (delegated !== undefined) {
    return `it leaves ${delegated.name} to ${listed(delegated.servers)}: give dns.role-to-assume a role of the account that has that zone`;
  }
  const answers = nameThatAnswers(name, existingNames(zone));
  if (answers !== undefined && answers !== name) {
    return `the wildcard ${answers} answers for it: name the wildcard in the file, or make a record of its own`;
  }
  const within = (full: string) => full.slice(0, -zone.name.length - 1);
  const known = [...new Set(zone.records.filter(isMovedType).map((set) => within(set.name)))].filter(Boolean);
  const meant = nearest(within(name), known);
  return meant === undefined ? "correct the name, or make the record first" : `did you mean ${meant}.${zone.name}?`;
}

/** The name at or above this one that the zone has given to other name servers, and those; undefined where it has none. */
export function delegatedAbove(zone: ZoneRecords, name: string): { name: string; servers: string[] } | undefined {
  const above = namesAbove(name).filter((each) => each.endsWith(`.${zone.name}`));
  const set = zone.records.find(({ type, name: at }) => type === "NS" && above.includes(at));
  return set === undefined ? undefined : { name: set.name, servers: (set.values ?? []).map(dnsName).toSorted() };
}
