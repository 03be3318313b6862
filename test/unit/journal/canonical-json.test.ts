import { expect, test } from "@jest/globals";
import { assert, jsonValue, property } from "fast-check";
import { canonicalJson, sameJson } from "../../../src/journal/canonical-json.ts";

test.each([
  [{ b: 1, a: [2, { d: null, c: true }] }, '{"a":[2,{"c":true,"d":null}],"b":1}'],
  [{ a: undefined, b: [undefined] }, '{"b":[null]}'],
  [{ é: "ü\n", "\u{1f600}": 1, Z: 1e21, a: -0 }, '{"Z":1e+21,"a":0,"é":"ü\\n","\u{1f600}":1}'],
  ["text", '"text"'],
])("%j is written as %s", (value, text) => {
  expect(canonicalJson(value)).toBe(text);
});

test("it says what JSON says, and nothing of the order of keys", () => {
  assert(
    property(jsonValue(), (value) => {
      const text = canonicalJson(value);
      // JSON has no -0.
      expect(JSON.parse(text)).toEqual(JSON.parse(JSON.stringify(value)));
      expect(canonicalJson(JSON.parse(text))).toBe(text);
      expect(canonicalJson(reversed(value))).toBe(text);
    }),
  );
});

test("values that differ in type are not the same", () => {
  expect(sameJson({ a: 1 }, { a: "1" })).toBe(false);
  expect(sameJson({ a: 1, b: 2 }, { b: 2, a: 1 })).toBe(true);
  expect(sameJson(null, {})).toBe(false);
});

function reversed(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(reversed);
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(
    Object.entries(value)
      .toReversed()
      .map(([key, field]) => [key, reversed(field)]),
  );
}
