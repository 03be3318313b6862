import type { Counts } from "../moves/count-calls.ts";

/** A hosted zone, and what is to be changed in it. */
export type ZoneSize = {
  /** All that a list of it has: the apex's own too. */
  recordSets: number;
  /** Of each name that moves: the records that go and come, and the characters of their values. */
  changes: readonly { records: number; characters: number }[];
};

/** How the least was found, for who reads the figures. */
export const LEAST_NOTES = [
  "least: what Route 53 answers and takes at most in one call, where the caller knows nothing at the beginning and makes no call twice: ListHostedZones has 100 zones a page, ListResourceRecordSets 300 record sets, and ChangeResourceRecordSets takes 1,000 records and 32,000 characters of one zone, old and new; then one GetChange for each of them, which is INSYNC at once",
  "time by the rate: so long these least calls take at 5 requests a second, if all else took no time",
];

const ZONES = 100;
const RECORD_SETS = 300;
const RECORDS = 1000;
const CHARACTERS = 32_000;
const PER_SECOND = 5;

/** The fewest calls to Route 53 that a plan takes, and a switch, by the names of `countCalls`. */
export function leastCalls(phase: "plan" | "switch", zones: readonly ZoneSize[]): Counts {
  const reads: Counts = new Map([
    ["route53 ListHostedZones", Math.ceil(zones.length / ZONES)],
    ["route53 ListResourceRecordSets", sum(zones, ({ recordSets }) => Math.ceil(recordSets / RECORD_SETS))],
  ]);
  if (phase === "plan") return reads;
  const batches = sum(zones, ({ changes }) => {
    const [records, characters] = [sum(changes, (each) => each.records), sum(changes, (each) => each.characters)];
    return Math.max(Math.ceil(records / RECORDS), Math.ceil(characters / CHARACTERS));
  });
  return new Map([...reads, ["route53 ChangeResourceRecordSets", batches], ["route53 GetChange", batches]]);
}

/** Milliseconds from the first to the last of so many calls: five may come at once. */
export function timeByRate(calls: number): number {
  return Math.max(0, Math.ceil(calls / PER_SECOND) - 1) * 1000;
}

function sum<Item>(items: readonly Item[], of: (item: Item) => number): number {
  return items.reduce((total, item) => total + of(item), 0);
}
