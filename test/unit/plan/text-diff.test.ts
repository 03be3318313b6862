import { expect, test } from "@jest/globals";
import { objectDiff } from "../../../src/plan/text-diff.ts";

const asIs = (text: string) => text;

test("a diff has three lines around each change, sorted keys, and no headers of files", () => {
  const data = { f: "6", e: "5", d: "4", c: "3", b: "2", a: "1" };
  expect(objectDiff(data, { ...data, e: "yes" }, asIs)).toBe(
    ["@@ -2,5 +2,5 @@", ' b: "2"', ' c: "3"', ' d: "4"', '-e: "5"', '+e: "yes"', ' f: "6"'].join("\n"),
  );
  expect(objectDiff(undefined, { a: "1" }, asIs)).toBe('@@ -0,0 +1,1 @@\n+a: "1"');
  expect(objectDiff({ a: "1" }, undefined, asIs)).toBe('@@ -1,1 +0,0 @@\n-a: "1"');
  expect(objectDiff({ a: "1" }, { a: "1" }, asIs)).toBe("");
});

test("no line is folded, so that what must be hidden is found; and it is hidden before lines are cut", () => {
  const secret = "s".repeat(20);
  const value = `${"word ".repeat(196)}${secret} and ${"more ".repeat(100)}`;
  const diff = objectDiff(undefined, { value }, (text) => text.replaceAll(secret, "***"));
  expect(diff).not.toContain("sss");
  expect(diff).toMatch(/\*\*\*.*… \(\d+ more characters\)$/);
});

test("a long diff is cut, and says how much is left", () => {
  const items = Array.from({ length: 500 }, (_, index) => `item ${index}`);
  const lines = objectDiff(undefined, { items }, asIs).split("\n");
  expect(lines).toHaveLength(201);
  // A line for the key, and one for where it is.
  expect(lines.at(-1)).toBe("… 302 more lines");
});

test("two large objects that have nothing in common are compared soon", () => {
  const data = (word: string) =>
    Object.fromEntries(Array.from({ length: 20_000 }, (_, index) => [`key${index}`, `${word}${index}`]));
  const diff = objectDiff(data("a"), data("b"), asIs);
  expect(diff.split("\n")[0]).toBe("-key0: a0");
  expect(diff).toMatch(/… 39800 more lines$/);
});
