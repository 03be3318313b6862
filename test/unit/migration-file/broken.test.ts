import { expect, test } from "@jest/globals";
import { problemLine } from "../../../src/migration-file/problem.ts";
import { readMigration } from "../../../src/migration-file/read-migration.ts";
import { HEAD } from "./broken.ts";
import { forms } from "./broken-forms.ts";
import { references } from "./broken-references.ts";
import { switching } from "./broken-switching.ts";
import { values } from "./broken-values.ts";
import { yaml } from "./broken-yaml.ts";

const broken = [...yaml, ...values, ...forms, ...references, ...switching];

test.each(broken)("$name", ({ text, problems }) => {
  const read = readMigration([{ path: "m.yml", text }]);
  expect("problems" in read ? read.problems.map(problemLine) : []).toEqual(problems);
});

test("there are enough of them, and what they start from is right", () => {
  expect(broken.length).toBeGreaterThan(60);
  expect(readMigration([{ path: "m.yml", text: HEAD.replace("orders:", "orders: {}") }])).toHaveProperty("migration");
});
