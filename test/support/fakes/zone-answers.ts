import type { DnsAnswer, DnsQuestion, DnsRecord } from "../../../src/dns/answer.ts";
import { dnsName } from "../../../src/records/dns-name.ts";
import type { RecordSet } from "../../../src/records/record-set.ts";

export type AnsweringZone = { name: string; sets: readonly RecordSet[] };

/** Where an answer comes from besides the zone itself. */
export type AnswerParts = {
  /** The addresses of an alias's target outside of the zone, such as a load balancer. */
  addressesOf: (name: string, type: string) => readonly string[];
  /** From 0 up to 1: draws the member of a weighted set. */
  random: () => number;
};

/** https://docs.aws.amazon.com/Route53/latest/DeveloperGuide/resource-record-sets-choosing-alias-non-alias.html */
const BALANCER_TTL = 60;
const LONGEST_CHAIN = 8;
const NAME_VALUES = new Set(["CNAME", "NS", "PTR"]);

/** What a name server of this zone answers. CNAMEs are followed as far as they stay in it. */
export function answerOf(zone: AnsweringZone, question: DnsQuestion, parts: AnswerParts): DnsAnswer {
  if (!isBelow(dnsName(question.name), zone.name)) return { rcode: "REFUSED", isAuthoritative: false, records: [] };
  const records: DnsRecord[] = [];
  let name = dnsName(question.name);
  let isKnown = false;
  for (let steps = 0; steps < LONGEST_CHAIN && isBelow(name, zone.name); steps++) {
    const sets = setsFor(zone, name);
    isKnown = sets.length > 0 || zone.sets.some((set) => set.name.endsWith(`.${name}`));
    const found = recordsOf(zone, { name, sets, type: question.type }, parts);
    records.push(...found);
    const [next] = found;
    if (next?.type !== "CNAME" || question.type === "CNAME") break;
    name = next.value;
  }
  return { rcode: isKnown || records.length > 0 ? "NOERROR" : "NXDOMAIN", isAuthoritative: true, records };
}

export function isBelow(name: string, zone: string): boolean {
  return name === zone || name.endsWith(`.${zone}`);
}

/** Those of the name itself, else those of the wildcard above it. */
function setsFor(zone: AnsweringZone, name: string): readonly RecordSet[] {
  const own = zone.sets.filter((set) => set.name === name);
  if (own.length > 0 || zone.sets.some((set) => set.name.endsWith(`.${name}`))) return own;
  const above = name.split(".").slice(1).join(".");
  if (!isBelow(above, zone.name)) return [];
  const wild = zone.sets.filter((set) => set.name === `*.${above}`);
  if (wild.length > 0 || zone.sets.some((set) => set.name === above)) return wild;
  return setsFor(zone, above);
}

function recordsOf(
  zone: AnsweringZone,
  { name, sets, type }: { name: string; sets: readonly RecordSet[]; type: string },
  parts: AnswerParts,
): DnsRecord[] {
  const ofType = sets.filter((set) => set.type === type);
  const chosen = drawn(ofType.length > 0 ? ofType : sets.filter((set) => set.type === "CNAME"), parts);
  return chosen.flatMap((set): DnsRecord[] => {
    if (set.alias === undefined) {
      const plain = (value: string) => (NAME_VALUES.has(set.type) ? dnsName(value) : unquoted(set.type, value));
      return (set.values ?? []).map((value) => ({ name, type: set.type, ttl: set.ttl ?? 0, value: plain(value) }));
    }
    const inside = zone.sets.filter((each) => each.name === set.alias?.name);
    if (inside.length > 0) return recordsOf(zone, { name, sets: inside, type: set.type }, parts);
    const addresses = parts.addressesOf(set.alias.name, set.type);
    return addresses.map((value) => ({ name, type: set.type, ttl: BALANCER_TTL, value }));
  });
}

/** All values of a simple record set, or of one member. */
function drawn(sets: readonly RecordSet[], { random }: AnswerParts): readonly RecordSet[] {
  if (sets.every(({ routing }) => routing === undefined || routing.policy === "multivalue")) return sets;
  const weights = sets.map(({ routing }) => (routing?.policy === "weighted" ? routing.weight : 0));
  const total = weights.reduce((sum, weight) => sum + weight, 0);
  // Where all weights are 0 any member is as good as the next.
  const shares = total === 0 ? sets.map(() => 1) : weights;
  let left = random() * shares.reduce((sum, share) => sum + share, 0);
  const at = shares.findIndex((share) => {
    left -= share;
    return left < 0;
  });
  return sets.slice(at, at + 1);
}

function unquoted(type: string, value: string): string {
  return type === "TXT" ? [...value.matchAll(/"((?:[^"\\]|\\.)*)"/g)].map(([, text]) => text).join("") : value;
}
