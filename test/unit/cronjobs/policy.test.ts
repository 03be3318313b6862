import { expect, test } from "@jest/globals";
import { wantedSuspend } from "../../../src/cronjobs/policy.ts";

test.each([
  ["keep", false, undefined, false],
  ["keep", true, undefined, true],
  ["keep", false, true, true],
  ["keep", true, false, false],
  ["suspend", false, false, true],
  ["suspend", false, undefined, true],
  ["resume", true, true, false],
  ["resume", true, undefined, false],
] as const)("%s: rendered %s, live %s -> %s", (policy, rendered, live, wanted) => {
  expect(wantedSuspend(policy, { rendered, live })).toBe(wanted);
});
