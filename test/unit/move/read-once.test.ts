import { expect, test } from "@jest/globals";
import { readOnce } from "../../../src/playbook/move/read-once.ts";
import type { CronJobs } from "../../../src/ports/cron-jobs.ts";
import type { Releases } from "../../../src/ports/releases.ts";

test("who looks twice sees the same, and another look sees what is then", async () => {
  let [revision, suspend] = [1, true];
  const releases = {
    history: async () => [{ revision, status: "deployed", changedAt: "" }],
    read: async (name: string, _: string, asked: number) => ({ name, revision: asked, manifest: `as of ${revision}` }),
    readRecord: async (_: string, namespace: string) => ({ namespace, revision }),
  } as unknown as Releases;
  const cronJobs = {
    suspendStates: async (asked: { namespace: string; name: string }[]) =>
      asked.filter(({ name }) => name !== "absent").map((each) => ({ ...each, suspend })),
  } as unknown as CronJobs;
  const look = async (read: { releases: Releases; cronJobs: CronJobs }) => ({
    history: await read.releases.history("orders", "shop"),
    revisions: await Promise.all([1, 2].map((each) => read.releases.read("orders", "shop", each))),
    records: await Promise.all(["shop", "other"].map((each) => read.releases.readRecord("orders", each, 1))),
    flags: await read.cronJobs.suspendStates([
      { namespace: "shop", name: "nightly" },
      { namespace: "shop", name: "absent" },
      { namespace: "other", name: "nightly" },
    ]),
  });
  const first = readOnce({ releases, cronJobs });
  const before = await look({ releases, cronJobs });
  expect(await look(first)).toEqual(before);
  [revision, suspend] = [2, false];
  expect(await look(first)).toEqual(before);
  const now = await look({ releases, cronJobs });
  expect(now).not.toEqual(before);
  expect(await look(readOnce({ releases, cronJobs }))).toEqual(now);
});
