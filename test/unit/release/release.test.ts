import { expect, test } from "@jest/globals";
import { deployAction, deployedRevision, madeBy, newest, type Revision } from "../../../src/release/release.ts";

const history: Revision[] = [
  { revision: 9, status: "superseded" },
  { revision: 10, status: "deployed" },
  { revision: 11, status: "failed" },
];

test("the newest revision is the one of the highest number, in whatever order", () => {
  expect(newest(history)).toEqual({ revision: 11, status: "failed" });
  expect(newest(history.toReversed())).toEqual({ revision: 11, status: "failed" });
  expect(newest([])).toBeUndefined();
});

test("the deployed revision may be older than the newest", () => {
  expect(deployedRevision(history)).toEqual({ revision: 10, status: "deployed" });
  expect(deployedRevision([{ revision: 1, status: "failed" }])).toBeUndefined();
});

test.each([
  [[], "install"],
  [[{ revision: 3, status: "uninstalled" }], "install"],
  [[{ revision: 1, status: "failed" }], "upgrade"],
  [history, "upgrade"],
] as [Revision[], string][])("%j is followed by an %s", (found, action) => {
  expect(deployAction(found)).toBe(action);
});

test.each([
  ["install", "of the manifest, before, after"],
  ["upgrade", "of the manifest, after"],
] as const)("an %s makes the manifest's objects and those of its own hooks: %s", (action, expected) => {
  const hooks = [
    { events: ["pre-install"], manifest: "before" },
    { events: ["post-install", "post-upgrade"], manifest: "after" },
    { events: ["test"], manifest: "a test" },
    { events: ["pre-delete"], manifest: "the end" },
  ];
  expect(madeBy(action, { manifest: "of the manifest", hooks }).split("\n---\n").join(", ")).toBe(expected);
});
