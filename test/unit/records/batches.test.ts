import { expect, test } from "@jest/globals";
import * as fc from "fast-check";
import { UserError } from "../../../src/errors.ts";
import { batchesOf, type Replacement } from "../../../src/records/batches.ts";
import { sameSet } from "../../../src/records/compare.ts";
import type { RecordSet } from "../../../src/records/record-set.ts";
import { setKey } from "../../../src/records/set-map.ts";
import { alias, NEW_BALANCER, plain, weighted } from "./zones.ts";

/** A name with that many values before and after. */
function replacement(name: string, count: number, length = 9): Replacement {
  const values = (side: string) => Array.from({ length: count }, (_, at) => `${side}${at}`.padEnd(length, "x"));
  const set = { name, type: "TXT", ttl: 60 };
  return { name, before: [{ ...set, values: values("old") }], after: [{ ...set, values: values("new") }] };
}

function names(replacements: readonly Replacement[]): string[][] {
  return batchesOf(replacements).map(({ after }) => after.map(({ name }) => name));
}

test("what fits is one batch", () => {
  expect(names([replacement("a.test", 250), replacement("b.test", 250)])).toEqual([["a.test", "b.test"]]);
});

test("records count twice, old and new", () => {
  expect(names([replacement("a.test", 250), replacement("b.test", 251)])).toEqual([["a.test"], ["b.test"]]);
});

test("characters count twice, old and new", () => {
  expect(names([replacement("a.test", 40, 200), replacement("b.test", 40, 200)])).toEqual([["a.test", "b.test"]]);
  expect(names([replacement("a.test", 40, 200), replacement("b.test", 41, 200)])).toEqual([["a.test"], ["b.test"]]);
});

test("an alias counts as one record", () => {
  const many = Array.from({ length: 501 }, (_, at): Replacement => {
    const name = `n${at}.test`;
    return { name, before: [alias(`${name} A`)], after: [alias(`${name} A`, { name: NEW_BALANCER })] };
  });
  expect(names(many).map(({ length }) => length)).toEqual([500, 1]);
});

test.each<[string, Replacement, string]>([
  ["records", replacement("a.test", 501), "1002 with 9018 characters"],
  ["characters", replacement("a.test", 81, 200), "162 with 32400 characters"],
])("a name with too many %s is refused", (_, one, size) => {
  expect(() => batchesOf([replacement("b.test", 1), one])).toThrow(
    new UserError(
      `a.test is too large to be switched: its records, old and new, are ${size}, and Route 53 takes 1000 with 32000 at a time. Give it fewer members or values first`,
    ),
  );
});

test("what stays as it is, is in no batch", () => {
  const [a, b] = [plain("a.test A 60 192.0.2.1", weighted("eu")), plain("a.test A 60 192.0.2.2", weighted("us"))];
  const after = { ...b, ttl: 30 };
  expect(batchesOf([{ name: "a.test", before: [a, b], after: [a, after] }])).toEqual([{ before: [b], after: [after] }]);
  expect(batchesOf([{ name: "a.test", before: [a], after: [{ ...a, name: "A.test." }] }])).toEqual([]);
  expect(batchesOf([])).toEqual([]);
});

test("a record comes before the aliases of it, and goes after them", () => {
  const sets = (value: string) => ({
    c: alias("c.test A", { zone: "Z1", name: "b.test", evaluateTargetHealth: value === "x" }),
    b: alias("b.test A", { zone: "Z1", name: "a.test", evaluateTargetHealth: value === "x" }),
    a: plain(`a.test A 60 192.0.2.${value === "x" ? 1 : 2}`),
  });
  const [before, after] = [sets("x"), sets("y")];
  const replacements = (["c", "b", "a"] as const).map((name) => ({
    name: `${name}.test`,
    before: [before[name]],
    after: [after[name]],
  }));
  expect(batchesOf(replacements)).toEqual([
    { before: [before.c, before.b, before.a], after: [after.a, after.b, after.c] },
  ]);
});

test("aliases of each other end", () => {
  const one = (name: string, target: string, health: boolean) =>
    alias(`${name} A`, { zone: "Z1", name: target, evaluateTargetHealth: health });
  const replacements = [
    { name: "a.test", before: [one("a.test", "b.test", true)], after: [one("a.test", "b.test", false)] },
    { name: "b.test", before: [one("b.test", "a.test", true)], after: [one("b.test", "a.test", false)] },
  ];
  expect(batchesOf(replacements)[0]?.after).toHaveLength(2);
});

test("batches keep to the limits, hold every change once, and all of a name", () => {
  const sets = fc.integer({ min: 0, max: 49 }).chain((name) =>
    fc
      .record({
        types: fc.constantFrom(["A"], ["A", "AAAA"]),
        count: fc.integer({ min: 1, max: 120 }),
        length: fc.integer({ min: 6, max: 60 }),
        isChanged: fc.boolean(),
      })
      .map(({ types, count, length, isChanged }): Replacement => {
        const side = (text: string) =>
          types.map((type): RecordSet => {
            const values = Array.from({ length: count }, (_, at) => `${text}${at}`.padEnd(length, "x"));
            return { name: `n${name}.test`, type, ttl: 60, values };
          });
        return { name: `n${name}.test`, before: side("o"), after: side(isChanged ? "n" : "o") };
      }),
  );
  fc.assert(
    fc.property(fc.uniqueArray(sets, { maxLength: 40, selector: ({ name }) => name }), (replacements) => {
      const batches = batchesOf(replacements);
      for (const { before, after } of batches) {
        const values = [...before, ...after].flatMap((set) => set.values ?? []);
        expect(values.length).toBeLessThanOrEqual(1000);
        expect(values.join("").length).toBeLessThanOrEqual(32_000);
        expect(before.map(setKey).toSorted()).toEqual(after.map(setKey).toSorted());
      }
      const changed = replacements.filter(
        ({ before, after }) => !before.every((set, at) => sameSet(set, after[at] ?? set)),
      );
      const made = batches.flatMap(({ after }) => after);
      expect(made.map(setKey).toSorted()).toEqual(changed.flatMap(({ after }) => after.map(setKey)).toSorted());
      const places = changed.map(
        ({ name }) => batches.filter(({ after }) => after.some((set) => set.name === name)).length,
      );
      expect(places.every((count) => count === 1)).toBe(true);
    }),
  );
});
