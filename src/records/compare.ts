import { canonicalJson, sameJson } from "../journal/canonical-json.ts";
import { canonicalAddress } from "./address.ts";
import { dnsName } from "./dns-name.ts";
import type { RecordSet } from "./record-set.ts";
import { setKey } from "./set-map.ts";
import { setWords } from "./set-words.ts";

/** Types whose values are names: upper and lower case, and a dot at the end, make no other record. */
const NAME_TYPES = new Set(["CNAME", "NS", "PTR"]);

/**
 * Whether two record sets say the same. Names count in any case, with or without a dot at the end, addresses in any form, and values in any
 * order, since a record set has none: https://www.rfc-editor.org/rfc/rfc2181#section-5
 */
export function sameSet(a: RecordSet, b: RecordSet): boolean {
  return sameJson(normalised(a), normalised(b));
}

/** Whether both have the same record sets, in any order. */
export function sameSets(a: readonly RecordSet[], b: readonly RecordSet[]): boolean {
  const texts = (sets: readonly RecordSet[]) => sets.map((set) => canonicalJson(normalised(set))).toSorted();
  return sameJson(texts(a), texts(b));
}

/** What is found other than expected, one line a record set, for people; empty where nothing is. */
export function setDifference(expected: readonly RecordSet[], found: readonly RecordSet[]): string[] {
  const [wanted, there] = [byKey(expected), byKey(found)];
  return [...new Set([...wanted.keys(), ...there.keys()])].toSorted().flatMap((key) => {
    const [want, is] = [wanted.get(key), there.get(key)];
    if (is === undefined) return want === undefined ? [] : [`${key}: is gone, and was ${setWords(want)}`];
    if (want === undefined) return [`${key}: is there, and was not expected: ${setWords(is)}`];
    return sameSet(want, is) ? [] : [`${key}: expected ${setWords(want)}; found ${setWords(is)}`];
  });
}

/** In any form of the name. */
function byKey(sets: readonly RecordSet[]): Map<string, RecordSet> {
  return new Map(sets.map((set) => [setKey({ ...set, name: dnsName(set.name) }), set]));
}

function normalised(set: RecordSet): RecordSet {
  const { name, type, values, alias } = set;
  return {
    ...set,
    name: dnsName(name),
    ...(values === undefined ? {} : { values: values.map((value) => normalisedValue(type, value)).toSorted() }),
    ...(alias === undefined ? {} : { alias: { ...alias, name: dnsName(alias.name) } }),
  };
}

function normalisedValue(type: string, value: string): string {
  if (NAME_TYPES.has(type)) return dnsName(value);
  return type === "A" || type === "AAAA" ? canonicalAddress(value) : value;
}
