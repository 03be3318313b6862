import { listed } from "../inventory/remark.ts";
import { dnsName, isInZone } from "../records/dns-name.ts";
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

/**
 * The private zone whose answer this is, in words; undefined where it is not that of one. A resolver of a VPC tells what a private zone of the
 * name or above it has, and not what the world is told:
 * https://docs.aws.amazon.com/Route53/latest/DeveloperGuide/hosted-zone-private-considerations.html
 * @param zones all that are known
 */
export function hidingZone(
  { name }: ZoneRecords,
  answered: readonly string[],
  zones: readonly ZoneRecords[],
): string | undefined {
  const servers = answered.map(dnsName);
  for (const zone of zones) {
    if (!zone.isPrivate || !isInZone(name, zone.name)) continue;
    const own = zone.records.filter((set) => set.type === "NS" && set.name === name);
    const has = new Set(own.flatMap(({ values = [] }) => values.map(dnsName)));
    if (servers.length === has.size && servers.every((server) => has.has(server))) return zoneText(zone);
  }
  return undefined;
}
