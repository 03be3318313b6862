import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "@jest/globals";

const tests = readdirSync("test/e2e", { recursive: true, encoding: "utf8" })
  .filter((file) => file.endsWith(".test.ts"))
  .map((file) => readFileSync(join("test/e2e", file), "utf8"))
  .join("\n");
/** The others are migration files: test/unit/migration-file reads them. */
const workflows = readdirSync("examples").filter((file) => /\.ya?ml$/.test(file) && !file.startsWith("k8s-migrate"));

test.each(workflows)("a test runs examples/%s through the runner", (file) => {
  expect(tests).toContain(`workflow: "${file}"`);
});

/** Where the runner and the sandbox take the other files from. */
const used = /^(charts|values|eks-access)\/|^k8s-migrate/;

test("examples/ holds nothing that no test runs", () => {
  const files = readdirSync("examples", { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) =>
      join(entry.parentPath, entry.name)
        .replace(/^examples[\\/]/, "")
        .replaceAll("\\", "/"),
    );
  expect(workflows.length).toBeGreaterThan(1);
  expect(files.filter((file) => !workflows.includes(file) && !used.test(file))).toEqual([]);
});
