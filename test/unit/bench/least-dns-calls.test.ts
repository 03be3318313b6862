import { expect, test } from "@jest/globals";
import { leastCalls, timeByRate, type ZoneSize } from "../../../bench/dns/least-calls.ts";

const zone = (recordSets: number, names = 0, of = { records: 2, characters: 0 }): ZoneSize => ({
  recordSets,
  changes: Array.from({ length: names }, () => of),
});
const times = (count: number, each: ZoneSize) => Array.from({ length: count }, () => each);

test.each<[string, ZoneSize[], least: number[]]>([
  ["nothing", [], [0, 0, 0, 0]],
  ["a zone of which nothing moves", [zone(2)], [1, 1, 0, 0]],
  ["a name in each of five zones", times(5, zone(3, 1)), [1, 5, 5, 5]],
  ["a full page", [zone(300, 1)], [1, 1, 1, 1]],
  ["one record set more than a page", [zone(301, 1)], [1, 2, 1, 1]],
  ["more zones than a page has", times(101, zone(2)), [2, 101, 0, 0]],
  ["as many records as a batch takes", [zone(502, 500)], [1, 2, 1, 1]],
  ["one name more", [zone(503, 501)], [1, 2, 2, 2]],
  ["as many characters as a batch takes", [zone(322, 320, { records: 2, characters: 100 })], [1, 2, 1, 1]],
  ["a name with more characters", [zone(323, 321, { records: 2, characters: 100 })], [1, 2, 2, 2]],
])("%s", (_, zones, [listZones, lists, batches, looks]) => {
  const reads = { "route53 ListHostedZones": listZones, "route53 ListResourceRecordSets": lists };
  expect(Object.fromEntries(leastCalls("plan", zones))).toEqual(reads);
  expect(Object.fromEntries(leastCalls("switch", zones))).toEqual({
    ...reads,
    "route53 ChangeResourceRecordSets": batches,
    "route53 GetChange": looks,
  });
});

test.each([
  [0, 0],
  [5, 0],
  [6, 1000],
  [16, 3000],
])("%i calls take %i ms at five a second", (calls, milliseconds) => {
  expect(timeByRate(calls)).toBe(milliseconds);
});
