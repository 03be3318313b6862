import { isLoadBalancer } from "./alias-target.ts";
import { dnsName, isInZone } from "./dns-name.ts";
import { keptByExternalDns } from "./external-dns.ts";
import { existingNames, nameThatAnswers } from "./name-that-answers.ts";
import type { RecordSet } from "./record-set.ts";
import { setKey } from "./set-map.ts";
import { isMovedType, type MovedSets, type ZoneRecords } from "./zone-records.ts";

/** Of an alias of a load balancer, by Route 53: https://docs.aws.amazon.com/Route53/latest/DeveloperGuide/resource-record-sets-choosing-alias-non-alias.html */
export const LOAD_BALANCER_TTL = 60;

/**
 * The record sets whose TTL is lowered with these: of a routed set all members, also those that do not move, since members of a weighted set
 * share one TTL: https://docs.aws.amazon.com/Route53/latest/DeveloperGuide/resource-record-sets-values-weighted.html
 */
function wholeSets({ zone, name, sets }: MovedSets): RecordSet[] {
  const types = new Set(sets.map(({ type }) => type));
  return zone.records.filter((set) => set.name === name && types.has(set.type));
}

/**
 * What becomes of one of `ttlTargets`, in the order of its record sets, when no TTL is to be longer than this. Never raises one; aliases
 * have none. All members of a routed set come back, also where only some were given.
 */
export function loweredSets(moved: MovedSets, seconds: number): RecordSet[] {
  return wholeSets(moved).map((set) => (set.ttl === undefined ? set : { ...set, ttl: Math.min(set.ttl, seconds) }));
}

/**
 * The names whose TTL has to be lowered: the moved one first, then those that its aliases and CNAMEs lead to, as far as these zones have them
 * and they can be changed. Each with all members, also those that do not move.
 */
export function ttlTargets(moved: MovedSets, zones: readonly ZoneRecords[]): MovedSets[] {
  const [, ...chain] = chainOf(moved, zones).links;
  return [moved, ...chain.filter(canLower)].map((each) => ({ ...each, sets: wholeSets(each) }));
}

/**
 * How long a resolver may keep what it got before a change, in seconds: the longest TTL of all members, and of the chain that they lead along.
 * `through`: of what it is, in words, and where more is not known.
 */
export function oldTtl(moved: MovedSets, zones: readonly ZoneRecords[]): { seconds: number; through: string } {
  const { links, outside } = chainOf(moved, zones);
  const ttls = links.flatMap((link) => wholeSets(link)).flatMap(ownTtl);
  const longest = ttls.reduce((most, each) => (each.seconds > most.seconds ? each : most), { seconds: 0, through: "" });
  const unknown = outside.length === 0 ? [] : [`not known is that of ${outside.join(" and ")}`];
  return { seconds: longest.seconds, through: [longest.through, ...unknown].filter(Boolean).join("; ") };
}

function ownTtl(set: RecordSet): { seconds: number; through: string }[] {
  if (set.ttl !== undefined) return [{ seconds: set.ttl, through: setKey(set) }];
  const isFixed = set.alias !== undefined && isLoadBalancer(dnsName(set.alias.name));
  const through = `${setKey(set)}, as all aliases of load balancers: nothing to lower`;
  return isFixed ? [{ seconds: LOAD_BALANCER_TTL, through }] : [];
}

type Chain = {
  /** Of each name all record sets of the types that are asked for. */
  links: MovedSets[];
  /** Names outside of these zones that it leads to. */
  outside: string[];
};

function chainOf(moved: MovedSets, zones: readonly ZoneRecords[]): Chain {
  const links: MovedSets[] = [moved];
  const outside = new Set<string>();
  const seen = new Set([linkKey(moved)]);
  for (const link of links) {
    for (const set of wholeSets(link)) {
      for (const target of targetsOf(set, link.zone, zones)) {
        if (typeof target === "string") outside.add(target);
        else if (!seen.has(linkKey(target))) links.push(target);
        if (typeof target !== "string") seen.add(linkKey(target));
      }
    }
  }
  return { links, outside: [...outside].toSorted() };
}

function linkKey({ zone, name, sets }: MovedSets): string {
  return [zone.id, name, ...new Set(sets.map(({ type }) => type))].join(" ");
}

/** What a record set leads to: names of these zones, or a name outside. None for addresses and load balancers. */
function targetsOf(set: RecordSet, zone: ZoneRecords, zones: readonly ZoneRecords[]): (MovedSets | string)[] {
  const { type, alias, values = [] } = set;
  if (alias !== undefined) {
    // An alias of a record leads to one of its own zone and type.
    return alias.zone === zone.id
      ? linkTo(dnsName(alias.name), { zones: [zone], isWanted: (each) => each.type === type })
      : [];
  }
  if (type !== "CNAME") return [];
  const [target = ""] = values.map(dnsName);
  if (isLoadBalancer(target)) return [];
  const found = linkTo(target, { zones: fitting(target, zone, zones), isWanted: isMovedType });
  return found.length === 0 ? [target] : found;
}

type Within = { zones: readonly ZoneRecords[]; isWanted: (set: RecordSet) => boolean };

function linkTo(target: string, { zones, isWanted }: Within): MovedSets[] {
  return zones.flatMap((zone) => {
    const name = nameThatAnswers(target, existingNames(zone));
    const sets = zone.records.filter((set) => set.name === name && isWanted(set));
    return name === undefined || sets.length === 0 ? [] : [{ zone, name, sets }];
  });
}

/** The zones that may answer for a name: the longest of the public ones, and for who asks inside also of the private ones. */
function fitting(name: string, { isPrivate }: ZoneRecords, zones: readonly ZoneRecords[]): ZoneRecords[] {
  const all = zones.filter((zone) => isInZone(name, zone.name));
  return (isPrivate ? [true, false] : [false]).flatMap((kind) => {
    const same = all.filter((zone) => zone.isPrivate === kind);
    const longest = Math.max(...same.map((zone) => zone.name.length));
    return same.filter((zone) => zone.name.length === longest);
  });
}

function canLower(link: MovedSets): boolean {
  const sets = wholeSets(link);
  return (
    link.zone.keptBy === undefined &&
    !keptByExternalDns(link.zone).owners.has(link.name) &&
    sets.some(({ ttl }) => ttl !== undefined) &&
    sets.every(({ trafficPolicyInstanceId }) => trafficPolicyInstanceId === undefined)
  );
}
