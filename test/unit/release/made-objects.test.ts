import { expect, test } from "@jest/globals";
import { leftoverRuns, objectsMadeBy } from "../../../src/release/made-objects.ts";

const object = (kind: string, name: string) => `kind: ${kind}\nmetadata: { name: ${name} }`;
const hook = (name: string, events: string[], deletePolicies: string[] = [], kind = "Job") => ({
  events,
  deletePolicies,
  manifest: object(kind, name),
});
const release = {
  namespace: "commerce",
  manifest: `${object("Deployment", "orders")}\n---\n${object("ConfigMap", "never-looked-at")}`,
  hooks: [
    hook("before", ["pre-install"]),
    hook("after", ["post-install", "post-upgrade"]),
    hook("back", ["pre-rollback"]),
    hook("a-test", ["test"]),
    hook("the-end", ["pre-delete"]),
  ],
};

test.each([
  ["install", ["orders", "before", "after"]],
  ["upgrade", ["orders", "after"]],
  ["rollback", ["orders", "back"]],
] as const)("one %s makes the manifest's objects and those of its own hooks: %s", (action, expected) => {
  const made = objectsMadeBy(action, release);
  expect(made.map(({ name }) => name)).toEqual(expected);
  expect(made.map(({ hook: isOfHook }) => isOfHook === true)).toEqual(expected.map((name) => name !== "orders"));
});

test("left over is what Helm would not delete before it runs a hook again", () => {
  const hooks = [
    hook("by-default", ["pre-upgrade"]),
    hook("deleted-before", ["pre-upgrade"], ["hook-succeeded", "before-hook-creation"]),
    hook("stays", ["pre-upgrade"], ["hook-succeeded"]),
    hook("no-run", ["pre-upgrade"], ["hook-succeeded"], "ConfigMap"),
  ];
  expect(leftoverRuns({ ...release, hooks }).map(({ name }) => name)).toEqual(["stays"]);
});
