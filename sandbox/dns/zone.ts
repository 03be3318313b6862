import type { ResourceRecordSet } from "@aws-sdk/client-route-53";
import { isWithin, parentOf, plainName } from "./names.ts";

export type Zone = {
  name: string;
  isPrivate: boolean;
  /** By name. */
  recordSets: Map<string, ResourceRecordSet[]>;
  /** The names that exist: those with record sets, and those between them and the apex. */
  names: Set<string>;
};

/** All that is answered from, as it was at one time. */
export type World = {
  zones: Zone[];
  /** Of load balancers, by DNS name. */
  addresses: Map<string, string[]>;
};

export function zoneOf(of: { name: string; isPrivate: boolean; recordSets: ResourceRecordSet[] }): Zone {
  const apex = plainName(of.name);
  const recordSets = Map.groupBy(of.recordSets, ({ Name = "" }) => plainName(Name));
  const names = new Set<string>();
  for (let name of recordSets.keys()) {
    for (; isWithin(name, apex); name = parentOf(name)) names.add(name);
  }
  return { name: apex, isPrivate: of.isPrivate, recordSets, names };
}

/**
 * The record sets that answer for this name: its own (none for a name that only others lie below), else those of the wildcard
 * beside the nearest name above it that exists: https://www.rfc-editor.org/rfc/rfc4592#section-2.2.1
 *
 * @returns undefined when the name does not exist
 */
export function recordSetsAt(zone: Zone, name: string): ResourceRecordSet[] | undefined {
  if (zone.names.has(name)) return zone.recordSets.get(name) ?? [];
  let above = parentOf(name);
  while (!zone.names.has(above) && isWithin(above, zone.name)) above = parentOf(above);
  return zone.recordSets.get(`*.${above}`);
}

/** The NS record set by which the zone gives this name, or one above it, to other name servers. */
export function delegationOf(zone: Zone, name: string): ResourceRecordSet | undefined {
  for (let at = name; at !== zone.name; at = parentOf(at)) {
    const found = zone.recordSets.get(at)?.find(({ Type }) => Type === "NS");
    if (found) return found;
  }
  return undefined;
}

/** The zone of those given that is nearest to the name: that with the longest name. The first of several of one name. */
export function nearestZone(zones: Zone[], name: string): Zone | undefined {
  let nearest: Zone | undefined;
  for (const zone of zones) {
    if (isWithin(name, zone.name) && zone.name.length > (nearest?.name.length ?? -1)) nearest = zone;
  }
  return nearest;
}
