import { isIPv4, isIPv6 } from "node:net";
import { isDeepStrictEqual } from "node:util";
import { writtenName } from "../../../src/adapters/aws/record-set-form.ts";
import type { RecordSet } from "../../../src/records/record-set.ts";

/** A zone that refuses, in the words of Route 53; test/contract/record-sets holds the two together. */
type RuledZone = { id: string; name: string };

/** The zone's record sets after the batch, or why it is refused as a whole. */
export function afterBatch(
  zone: RuledZone,
  sets: readonly RecordSet[],
  batch: { remove: readonly RecordSet[]; create: readonly RecordSet[] },
): RecordSet[] | string {
  const { remove, create } = batch;
  if (remove.length + create.length === 0) {
    return "Invalid XML ; cvc-complex-type.2.4.b: The content of element 'Changes' is not complete.";
  }
  const malformed = [...remove, ...create].map(malformation).find((problem) => problem !== undefined);
  if (malformed !== undefined) return malformed;
  const there = new Map(sets.map((set) => [key(set), set]));
  const problems: string[] = [];
  const apply = (problem: string | undefined, change: () => void) => {
    if (problem === undefined) change();
    else problems.push(problem);
  };
  for (const set of remove) {
    apply(outside(zone, set) ?? notDeletable(there.get(key(set)), set), () => there.delete(key(set)));
  }
  for (const set of create) {
    const problem = outside(zone, set) ?? notCreatable(zone, [...there.values()], set);
    apply(problem, () => there.set(key(set), set));
  }
  const after = [...there.values()];
  const whole = problems.length > 0 ? problems.join(", ") : badAsAWhole(zone, after, [...remove, ...create]);
  return whole ?? after;
}

/** In the order that Route 53 lists them in: labels from the last one on, then type and member. */
export function inListOrder(sets: readonly RecordSet[]): RecordSet[] {
  const place = ({ name, type, setIdentifier = "" }: RecordSet) =>
    [writtenName(name).split(".").toReversed().join("."), type, setIdentifier] as const;
  return sets
    .map((set) => ({ set, place: place(set) }))
    .toSorted((a, b) => {
      const at = [0, 1, 2].find((index) => a.place[index] !== b.place[index]) ?? 0;
      return (a.place[at] ?? "") < (b.place[at] ?? "") ? -1 : 1;
    })
    .map(({ set }) => set);
}

function key({ name, type, setIdentifier }: RecordSet): string {
  return JSON.stringify([name, type, setIdentifier]);
}

function malformation(set: RecordSet): string | undefined {
  const { name, type, alias, ttl, values, setIdentifier, routing } = set;
  const isPlain = ttl !== undefined && (values?.length ?? 0) > 0;
  if ((alias === undefined) !== isPlain || (alias !== undefined && ttl !== undefined)) {
    return `Invalid request: Expected exactly one of [AliasTarget, all of [TTL, and ResourceRecords], or TrafficPolicyInstanceId] for ${name} ${type}`;
  }
  if ((routing === undefined) !== (setIdentifier === undefined)) {
    return `Invalid request: a routing policy and SetIdentifier go together: ${name} ${type}`;
  }
  return undefined;
}

function outside(zone: RuledZone, { name }: RecordSet): string | undefined {
  const isInside = name === zone.name || name.endsWith(`.${zone.name}`);
  return isInside ? undefined : `RRSet with DNS name ${writtenName(name)} is not permitted in zone ${zone.name}.`;
}

function notDeletable(there: RecordSet | undefined, set: RecordSet): string | undefined {
  const what = `Tried to delete resource record set ${label(set)} but`;
  if (there === undefined) return `${what} it was not found`;
  const ordered = (each: RecordSet) => ({ ...each, values: each.values?.toSorted() });
  return isDeepStrictEqual(ordered(there), ordered(set))
    ? undefined
    : `${what} the values provided do not match the current values`;
}

function notCreatable(zone: RuledZone, there: readonly RecordSet[], set: RecordSet): string | undefined {
  if (there.some((each) => key(each) === key(set))) {
    return `Tried to create resource record set ${label(set)} but it already exists`;
  }
  return badValue(set) ?? conflict(zone, there, set) ?? badAlias(zone, there, set);
}

function badValue({ type, values = [] }: RecordSet): string | undefined {
  const [isGood, fault, version] =
    type === "A"
      ? ([isIPv4, "ARRDATAIllegalIPv4Address", 4] as const)
      : ([type === "AAAA" ? isIPv6 : () => true, "AAAARRDATAIllegalIPv6Address", 6] as const);
  const bad = values.find((value) => !isGood(value));
  return bad === undefined
    ? undefined
    : `Invalid Resource Record: 'FATAL problem: ${fault} (Value is not a valid IPv${version} address) encountered with '${bad}''`;
}

function conflict(zone: RuledZone, there: readonly RecordSet[], set: RecordSet): string | undefined {
  const { type, setIdentifier } = set;
  const [name, apex] = [writtenName(set.name), writtenName(zone.name)];
  const what = `RRSet of type ${type} with DNS name ${name} is not permitted`;
  const others = there.filter((each) => each.name === set.name);
  if (type === "CNAME" && set.name === zone.name) return `${what} at apex in zone ${apex}`;
  if (type === "CNAME" && others.some((each) => each.type !== "CNAME")) {
    return `${what} as it conflicts with other records with the same DNS name in zone ${apex}`;
  }
  if (type !== "CNAME" && others.some((each) => each.type === "CNAME")) {
    return `${what} because a conflicting RRSet of type CNAME with the same DNS name already exists in zone ${apex}`;
  }
  const members = others.filter((each) => each.type === type);
  if (members.length > 0 && setIdentifier === undefined) {
    return `RRSet with DNS name ${name}, type ${type} cannot be created as other RRSets exist with the same name and type.`;
  }
  const policy = set.routing?.policy;
  if (members.some((each) => each.routing?.policy !== policy)) {
    return `RRSet with DNS name ${name}, type ${type}, SetIdentifier ${setIdentifier} cannot be created as a non-${policy} set exists with the same name and type.`;
  }
  return undefined;
}

function badAlias(zone: RuledZone, there: readonly RecordSet[], { type, alias }: RecordSet): string | undefined {
  if (alias === undefined || alias.zone !== zone.id) return undefined;
  const isThere = there.some((each) => each.name === alias.name && each.type === type);
  return isThere
    ? undefined
    : `Tried to create an alias that targets ${writtenName(alias.name)}, type ${type} in zone ${zone.id}, but that target was not found`;
}

function badAsAWhole(zone: RuledZone, after: readonly RecordSet[], changed: readonly RecordSet[]): string | undefined {
  const apex = after.filter(({ name }) => name === zone.name).map(({ type }) => type);
  if (!apex.includes("SOA")) return "A HostedZone must contain exactly one SOA record.";
  if (!apex.includes("NS")) return "A HostedZone must contain at least one NS record for the zone itself.";
  const uneven = changed.find(({ name, type, routing }) => {
    const ttls = after.filter((each) => each.name === name && each.type === type).map(({ ttl }) => ttl);
    return routing?.policy === "weighted" && new Set(ttls.filter((ttl) => ttl !== undefined)).size > 1;
  });
  return uneven === undefined
    ? undefined
    : `RRSet with DNS name ${writtenName(uneven.name)}, type ${uneven.type}, SetIdentifier ${uneven.setIdentifier} cannot be created as weighted sets must contain the same TTL.`;
}

function label({ name, type, setIdentifier }: RecordSet): string {
  const member = setIdentifier === undefined ? "" : `, set identifier='${setIdentifier}'`;
  return `[name='${writtenName(name)}', type='${type}'${member}]`;
}
