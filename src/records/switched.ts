import { isLoadBalancer, isNetworkLoadBalancer } from "./alias-target.ts";
import { sameSets } from "./compare.ts";
import { dnsName } from "./dns-name.ts";
import type { RecordSet } from "./record-set.ts";
import type { MovedSets } from "./zone-records.ts";

/** Where records are to lead. */
export type NewSide =
  | { kind: "load-balancer"; dnsName: string; canonicalHostedZoneId: string; hasIpv6: boolean }
  | { kind: "host"; name: string }
  | { kind: "addresses"; ipv4: string[]; ipv6: string[] };

export type Switched =
  | {
      sets: RecordSet[];
      /** They are so in the zone. */
      isAlready: boolean;
    }
  | { problems: string[] };

/**
 * What becomes of record sets when they are switched: they lead to the new side, and all else stays, above all their kind, TTL, routing and
 * health checks. Problems, each with what to do, where their kind cannot lead there.
 */
export function switchedSets(moved: MovedSets, to: NewSide): Switched {
  const results = moved.sets.map((set) => switchedSet(set, { moved, to }));
  const problems = [...new Set(results.flatMap((result) => (typeof result === "string" ? [result] : [])))];
  if (problems.length > 0) return { problems };
  const sets = results.filter((result) => typeof result !== "string");
  return { sets, isAlready: sameSets(sets, moved.sets) };
}

type Way = { moved: MovedSets; to: NewSide };

function switchedSet(set: RecordSet, way: Way): RecordSet | string {
  if (set.alias !== undefined) return switchedAlias(set, set.alias, way);
  return set.type === "CNAME" ? switchedCname(set, way) : switchedAddresses(set, way);
}

function switchedAlias(set: RecordSet, alias: NonNullable<RecordSet["alias"]>, { moved, to }: Way): RecordSet | string {
  const { name, type } = set;
  const isRecord = alias.zone === moved.zone.id;
  if (!isRecord && !isLoadBalancer(dnsName(alias.name))) {
    return `${name}: its ${type} record is an alias of ${alias.name}, which is neither a load balancer nor a record of its zone: switch what that stands for, and take the record out of this file`;
  }
  if (to.kind !== "load-balancer") {
    const what = to.kind === "host" ? to.name : "addresses";
    return `${name}: its ${type} record is an alias, which cannot lead to ${what}: choose a target that has a load balancer in AWS, or ${remade(moved, to)}`;
  }
  if (type === "AAAA" && !to.hasIpv6) return noIpv6(name, "the new load balancer has no IPv6 addresses");
  return { ...set, alias: { ...alias, zone: to.canonicalHostedZoneId, name: aliasName(alias.name, to.dnsName) } };
}

/** Of a network load balancer there is no name with the prefix: https://github.com/aws/aws-cdk/issues/16987 */
function aliasName(old: string, name: string): string {
  const isPrefixed = old.startsWith("dualstack.") && !isNetworkLoadBalancer(name);
  return isPrefixed ? `dualstack.${name}` : name;
}

function switchedCname(set: RecordSet, { moved, to }: Way): RecordSet | string {
  if (to.kind === "addresses") {
    return `${set.name} is a CNAME record, which leads to a name, and the new side has only addresses: choose a target with a host name, or ${remade(moved, to)}`;
  }
  const target = to.kind === "host" ? to.name : to.dnsName;
  if (dnsName(target) === moved.name) {
    return `${set.name} would lead to itself: choose a target with another name`;
  }
  const dot = set.values?.[0]?.endsWith(".") && !target.endsWith(".") ? "." : "";
  return { ...set, values: [`${target}${dot}`] };
}

function switchedAddresses(set: RecordSet, { moved, to }: Way): RecordSet | string {
  const { name, type } = set;
  if (to.kind !== "addresses") {
    const what = to.kind === "host" ? to.name : "a load balancer, whose addresses change";
    return `${name}: its ${type} record has addresses, and the new side is ${what}: ${remade(moved, to)}`;
  }
  const values = type === "AAAA" ? to.ipv6 : to.ipv4;
  if (values.length > 0) return { ...set, values: [...values] };
  if (type === "AAAA") return noIpv6(name, "the new side has no IPv6 addresses");
  return `${name} has an A record, and the new side has no IPv4 addresses: give it some`;
}

function noIpv6(name: string, why: string): string {
  return `${name} has an AAAA record, and ${why}, so that clients with IPv6 would stay on the old side: give it some, or delete the AAAA record and wait for its TTL to pass`;
}

/** What kind the record has to be made first, to lead there. */
function remade({ zone, name }: MovedSets, to: NewSide): string {
  if (to.kind === "addresses") return "make it an A record first";
  if (to.kind === "load-balancer") return "make it an alias of the old load balancer first";
  // https://docs.aws.amazon.com/Route53/latest/DeveloperGuide/resource-record-sets-choosing-alias-non-alias.html
  return name === zone.name
    ? `choose a target with addresses: ${name} is the zone's own name, which cannot be a CNAME`
    : "make it a CNAME record first";
}
