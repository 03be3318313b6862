import type { AliasTarget, RecordSet } from "../../../src/records/record-set.ts";
import type { MovedSets, ZoneRecords } from "../../../src/records/zone-records.ts";

export const OLD_BALANCER = "old-1.us-west-1.elb.amazonaws.com";
export const NEW_BALANCER = "new-2.us-west-2.elb.amazonaws.com";
/** Canonical hosted zones of load balancers. */
const OLD_PLACE = "ZOLD";
export const NEW_PLACE = "ZNEW";

/** `orders.example.com A 300 192.0.2.1 192.0.2.2`: the values are the words after the TTL. */
export function plain(line: string, more: Partial<RecordSet> = {}): RecordSet {
  const [name = "", type = "", ttl, ...values] = line.split(" ");
  return { name, type, ttl: Number(ttl), values, ...more };
}

/** `orders.example.com A`, as an alias of the old load balancer where no target is given. */
export function alias(line: string, target: Partial<AliasTarget> = {}, more: Partial<RecordSet> = {}): RecordSet {
  const [name = "", type = ""] = line.split(" ");
  return {
    name,
    type,
    alias: { zone: OLD_PLACE, name: OLD_BALANCER, evaluateTargetHealth: false, ...target },
    ...more,
  };
}

export function weighted(setIdentifier: string, weight = 1): Pick<RecordSet, "setIdentifier" | "routing"> {
  return { setIdentifier, routing: { policy: "weighted", weight } };
}

export function zone(name: string, records: RecordSet[], more: Partial<ZoneRecords> = {}): ZoneRecords {
  return { id: "Z1", name, isPrivate: false, nameServers: ["ns-1.awsdns.com", "ns-2.awsdns.net"], records, ...more };
}

/** All of these record sets, which have one name, in a zone of their own. */
export function moved(sets: RecordSet[], more: Partial<ZoneRecords> = {}): MovedSets {
  return { zone: zone("example.com", sets, more), name: sets[0]?.name ?? "", sets };
}
