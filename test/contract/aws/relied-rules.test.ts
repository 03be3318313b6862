import { readFileSync } from "node:fs";
import { expect, test } from "@jest/globals";

const readme = readFileSync(new URL("../../../sandbox/aws/README.md", import.meta.url), "utf8");
const table = readme.split("## Rules of Route 53 that the product relies on")[1] ?? "";
const rows = [...table.matchAll(/^\| (?<rule>[^|]+) \| `(?<file>[a-z0-9-]+)` \| (?<title>[^|]+) \|$/gm)].map(
  ({ groups = {} }) => [groups.rule, groups.file, groups.title] as [string, string, string],
);

test("the README lists rules of Route 53", () => {
  expect(rows.length).toBeGreaterThan(40);
  // No row that the expression above does not read.
  expect(table.split("\n").filter((line) => line.startsWith("| "))).toHaveLength(rows.length + 2);
});

test.each(rows)("a test shows that %s", (_, file, title) => {
  const tests = readFileSync(new URL(`${file}.test.ts`, import.meta.url), "utf8");
  expect(tests).toContain(title);
});
