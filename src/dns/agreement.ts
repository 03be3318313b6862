import { canonicalAddress } from "../records/address.ts";
import { isLoadBalancer } from "../records/alias-target.ts";
import { dnsName } from "../records/dns-name.ts";
import type { RecordSet } from "../records/record-set.ts";
import { LOAD_BALANCER_TTL } from "../records/ttl.ts";
import type { DnsAnswer } from "./answer.ts";

/** `mixed`: some of each. `neither`: something that is of neither side, or nothing. */
export type Side = "before" | "after" | "mixed" | "neither";

export type Sides = {
  /** Those of the name and type that was asked for, or of its CNAME; empty where there is no such record. */
  before: readonly RecordSet[];
  after: readonly RecordSet[];
  /** What the targets of their aliases resolve to. */
  addresses: { before: ReadonlySet<string>; after: ReadonlySet<string> };
};

/**
 * Of which side an answer is. Where it fits both it counts as `after`: the two cannot be told apart.
 * Of a routed set any member will do: which one is drawn differs from answer to answer.
 */
export function answerSide(answer: DnsAnswer, { before, after, addresses }: Sides): Side {
  const answered = valuesOf(answer);
  const [old, fresh] = [expectation(before, addresses.before), expectation(after, addresses.after)];
  if (agrees(answer, answered, fresh)) return "after";
  if (agrees(answer, answered, old)) return "before";
  const [isOld, isFresh] = [
    answered.some((value) => old.all.has(value)),
    answered.some((value) => fresh.all.has(value)),
  ];
  const isKnown = answered.every((value) => old.all.has(value) || fresh.all.has(value));
  return isKnown && isOld && isFresh ? "mixed" : "neither";
}

/**
 * Whether an answer has the TTL of one of these record sets. A name server of the zone gives the whole TTL, a resolver what is left of it.
 * Of an alias of anything but a load balancer the TTL is not known here: any will do.
 * @param sets those of the name and type that was asked for, or of its CNAME
 */
export function ttlAgrees({ records, isAuthoritative }: DnsAnswer, sets: readonly RecordSet[]): boolean {
  const ttls = sets.map(ttlOf);
  if (ttls.includes(undefined)) return true;
  const [first] = records;
  if (first === undefined) return sets.length === 0 || sets.some(mayAnswerNothing);
  return records
    .filter(({ name }) => name === first.name)
    .every(({ ttl }) => ttls.some((known) => (isAuthoritative ? ttl === known : ttl <= (known ?? 0))));
}

function ttlOf({ ttl, alias }: RecordSet): number | undefined {
  return alias !== undefined && isLoadBalancer(dnsName(alias.name)) ? LOAD_BALANCER_TTL : ttl;
}

/** The values that may be answered together. */
type Expectation = {
  all: Set<string>;
  isSome: (values: readonly string[]) => boolean;
  isEmpty: boolean;
  isNothing: boolean;
};

function expectation(sets: readonly RecordSet[], addresses: ReadonlySet<string>): Expectation {
  const aliased = new Set([...addresses].map(canonicalAddress));
  const choices = sets.map((set) => {
    if (set.alias !== undefined) return { values: aliased, isWhole: false };
    const canonical = set.type === "CNAME" ? dnsName : canonicalAddress;
    // Multivalue answers hold up to eight members at a time: https://docs.aws.amazon.com/Route53/latest/DeveloperGuide/routing-policy-multivalue.html
    return { values: new Set((set.values ?? []).map(canonical)), isWhole: set.routing?.policy !== "multivalue" };
  });
  const all = new Set(choices.flatMap(({ values }) => [...values]));
  const parts = new Set(choices.flatMap(({ values, isWhole }) => (isWhole ? [] : [...values])));
  return {
    all,
    isEmpty: sets.length === 0,
    isNothing: aliased.size === 0 && sets.some(mayAnswerNothing),
    isSome: (values) =>
      values.every((value) => parts.has(value)) ||
      choices.some(({ values: whole }) => whole.size === values.length && values.every((value) => whole.has(value))),
  };
}

/** An AAAA alias of a load balancer that has no IPv6 is a record, and answers nothing. */
function mayAnswerNothing({ type, alias }: RecordSet): boolean {
  return type === "AAAA" && alias !== undefined;
}

function agrees({ rcode }: DnsAnswer, answered: readonly string[], side: Expectation): boolean {
  if (answered.length === 0) {
    return rcode === "NOERROR" ? side.isEmpty || side.isNothing : rcode === "NXDOMAIN" && side.isEmpty;
  }
  return rcode === "NOERROR" && side.isSome(answered);
}

/** What the name itself has: its CNAME, or else its addresses. */
function valuesOf({ records }: DnsAnswer): string[] {
  const [first] = records;
  if (first?.type === "CNAME") return [dnsName(first.value)];
  return [...new Set(records.map(({ value }) => canonicalAddress(value)))];
}
