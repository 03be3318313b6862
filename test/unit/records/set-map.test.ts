import { describe, expect, test } from "@jest/globals";
import * as fc from "fast-check";
import type { JsonValue } from "../../../src/journal/canonical-json.ts";
import { sameSets } from "../../../src/records/compare.ts";
import { setMap, setsOf } from "../../../src/records/set-map.ts";
import { arbitrarySets } from "./arbitrary-sets.ts";
import { alias, plain, weighted } from "./zones.ts";

const json = (value: unknown) => JSON.parse(JSON.stringify(value)) as JsonValue;

test("a map has a key for each record set, sorted", () => {
  const map = setMap([
    plain("orders.example.com AAAA 60 2001:db8::1"),
    plain("orders.example.com A 60 192.0.2.2", weighted("us")),
    plain("orders.example.com A 60 192.0.2.1", weighted("eu")),
    alias("a.example.com A"),
  ]);
  expect(Object.keys(map)).toEqual([
    "a.example.com A",
    "orders.example.com A [eu]",
    "orders.example.com A [us]",
    "orders.example.com AAAA",
  ]);
});

test("what a journal gives back is what was put into it, whatever the order", () => {
  fc.assert(
    fc.property(arbitrarySets(), (sets) => {
      const back = setsOf(json(setMap(sets)));
      expect(back.toSorted(byText)).toEqual(sets.toSorted(byText));
      expect(sameSets(back, sets)).toBe(true);
      expect(JSON.stringify(setMap(sets.toReversed()))).toBe(JSON.stringify(setMap(sets)));
    }),
  );
});

function byText(a: unknown, b: unknown): number {
  return JSON.stringify(a) < JSON.stringify(b) ? -1 : 1;
}

test("null is none", () => {
  expect(setsOf(null)).toEqual([]);
});

describe("what is no map is refused", () => {
  const good = plain("orders.example.com A 60 192.0.2.1");
  const key = "orders.example.com A";
  test.each<[string, unknown, string]>([
    ["a text", "A", "Invalid input: expected record, received string"],
    ["a list", [good], "Invalid input: expected record, received array"],
    ["no type", { [key]: { name: good.name } }, `${key}.type: Invalid input: expected string, received undefined`],
    ["a TTL that is none", { [key]: { ...good, ttl: -1 } }, `${key}.ttl: Too small: expected number to be >=0`],
    ["a field that we do not know", { [key]: { ...good, region: "x" } }, `${key}: Unrecognized key: "region"`],
    ["another key", { "pay.example.com A": good }, `under pay.example.com A is ${key}`],
  ])("%s", (_, value, fault) => {
    expect(() => setsOf(json(value))).toThrow(new Error(`Cannot read these record sets of the journal: ${fault}`));
  });
});
