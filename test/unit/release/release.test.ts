import { expect, test } from "@jest/globals";
import { deployedRevision, newest, type Revision } from "../../../src/release/release.ts";

const changedAt = "2026-01-01T00:00:00Z";
const history: Revision[] = [
  { revision: 9, status: "superseded", changedAt },
  { revision: 10, status: "deployed", changedAt },
  { revision: 11, status: "failed", changedAt },
];

test("the newest revision is the one of the highest number, in whatever order", () => {
  expect(newest(history)).toMatchObject({ revision: 11, status: "failed" });
  expect(newest(history.toReversed())).toMatchObject({ revision: 11, status: "failed" });
  expect(newest([])).toBeUndefined();
});

test("the deployed revision may be older than the newest", () => {
  expect(deployedRevision(history)).toMatchObject({ revision: 10, status: "deployed" });
  expect(deployedRevision([{ revision: 1, status: "failed", changedAt }])).toBeUndefined();
});
