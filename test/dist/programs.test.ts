import { existsSync, globSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { expect, test } from "@jest/globals";
import { parse } from "yaml";
import { readAction } from "../support/action-manifest.ts";
import { runAction } from "../support/run-action.ts";

const actions = globSync(["action.yml", "*/action.yml", "actions/*/action.yml"]).map((path) => dirname(path));
const direct = (JSON.parse(readFileSync("package.json", "utf8")) as { dependencies: Record<string, string> })
  .dependencies;

test("the actions are found", () => {
  expect(actions).toEqual(expect.arrayContaining([".", "deploy", join("actions", "connect")]));
});

test.each(actions)("%s: what its action.yml runs is in dist", async (folder) => {
  const { main, post } = await readAction(folder);
  for (const file of [main, post].filter((each) => each !== undefined)) expect(existsSync(file)).toBe(true);
});

test.each(actions)("%s: without inputs it fails with one error that names each required input", async (folder) => {
  const run = await runAction(folder);
  const manifest = parse(readFileSync(join(folder, "action.yml"), "utf8")) as {
    inputs: Record<string, { required?: boolean }>;
  };
  const required = Object.keys(manifest.inputs).filter((name) => manifest.inputs[name]?.required);
  expect(required).not.toEqual([]);
  expect(run.code).toBe(1);
  expect(run.errors).toHaveLength(1);
  for (const name of required) expect(run.errors[0]).toContain(`${name}: `);
  // Neither a stack trace nor a warning of Node.
  expect(run.stderr).toBe("");
});

test("the licences of the packages that are bundled are beside the bundle", () => {
  const licences = readFileSync("dist/lib/licenses.txt", "utf8").split(/\r?\n/);
  expect(Object.keys(direct)).toContain("@kubernetes/client-node");
  for (const name of Object.keys(direct)) expect(licences).toContain(name);
});
