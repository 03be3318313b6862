import { listed } from "../inventory/remark.ts";
import { dnsName } from "../records/dns-name.ts";
import { type ZoneRecords, zoneText } from "../records/zone-records.ts";

/**
 * Why a switch in this zone would reach nobody: the world asks other name servers. Undefined where it asks those of the zone, and for a
 * private zone, which nothing delegates.
 * @param answered the name servers that the parent of the zone gives for it
 */
export function delegationProblem(zone: ZoneRecords, answered: readonly string[]): string | undefined {
  if (zone.isPrivate) return undefined;
  const own = new Set(zone.nameServers.map(dnsName));
  const asked = [...new Set(answered.map(dnsName))].toSorted();
  const others = asked.filter((server) => !own.has(server));
  if (asked.length > 0 && others.length === 0) return undefined;
  const who = zoneText(zone);
  const has = `those of the zone are ${listed([...own].toSorted())}`;
  if (asked.length === 0) {
    return `${who} is asked by nobody: no name servers are registered for ${zone.name}, and ${has}. Register those with the parent of ${zone.name}, or name the zone that is in use`;
  }
  const which = others.length === asked.length ? "only other name servers" : "other name servers too";
  return `${who}: the parent of ${zone.name} names ${which}: ${listed(others)}, and ${has}. Name the zone that is in use, or put that right first`;
}
