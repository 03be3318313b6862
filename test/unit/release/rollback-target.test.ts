import { describe, expect, test } from "@jest/globals";
import type { Release, ReleaseStatus } from "../../../src/release/release.ts";
import { chooseTarget } from "../../../src/release/rollback-target.ts";
import { pastIn, situationOf } from "../../../src/release/situation.ts";

/** A revision in short: status, what it makes, and Helm's description. */
type Short = [status: ReleaseStatus, content: string, description?: string];

const descriptions: Partial<Record<ReleaseStatus, string>> = {
  failed: 'Upgrade "orders" failed: timed out waiting for the condition',
  "pending-upgrade": "Preparing upgrade",
};

/** The first of them has the number `from`. */
function revisions(all: readonly Short[], from = 1): Map<number, Release> {
  return new Map(
    all.map(([status, content, description], index) => {
      const revision: Release = {
        name: "orders",
        namespace: "commerce",
        revision: from + index,
        status,
        changedAt: "2026-01-01T00:00:00.000Z",
        description: description ?? descriptions[status] ?? "Upgrade complete",
        deployedAt: "2026-01-01T00:00:00Z",
        chart: { name: "service", version: "1.0.0", appVersion: "" },
        manifest: `---\napiVersion: v1\nkind: ConfigMap\nmetadata: { name: settings }\ndata: { is: ${content} }\n`,
        hooks: [],
        serverSide: true,
        values: {},
      };
      return [revision.revision, revision];
    }),
  );
}

async function choose(releases: Map<number, Release>, wanted?: number) {
  const history = [...releases.values()].map(({ revision, status, changedAt }) => ({ revision, status, changedAt }));
  const read = async (revision: number) => releases.get(revision);
  const situation = await situationOf(history, async (revision) => {
    const found = releases.get(revision);
    return found ? pastIn(found) : "failed";
  });
  return chooseTarget({ release: "orders", namespace: "commerce", wanted }, { situation, history }, read);
}

const good = (content: string): Short => ["superseded", content];
const now = (content: string, description = "Upgrade complete"): Short => ["deployed", content, description];
/** Failed, and followed by one that worked. */
const bad = (content: string): Short => ["superseded", content, 'Upgrade "orders" failed: context deadline exceeded'];
const rollbackFailed = 'Release "orders" failed: context deadline exceeded';

describe("the last good revision", () => {
  test.each<[string, Short[], number]>([
    ["the one before what is deployed", [good("a"), good("b"), now("c")], 2],
    ["none that failed", [good("a"), bad("b"), ["failed", "c"], now("d")], 1],
    ["none that was cut off", [good("a"), ["pending-upgrade", "b"], now("c")], 1],
    ["none that makes the same as what serves", [good("a"), good("b"), good("b"), now("b")], 1],
    ["after a rollback none that it left", [good("a"), good("b"), good("c"), now("b", "Rollback to 2")], 1],
    ["after two of them", [good("a"), good("b"), good("c"), ["superseded", "b", "Rollback to 2"], now("c")], 4],
    [
      "after a rollback to a rollback none that either left",
      [good("a"), good("b"), good("c"), ["superseded", "b", "Rollback to 2"], good("d"), now("b", "Rollback to 4")],
      1,
    ],
    [
      "behind the same as a rollback none that it left",
      [good("z"), good("a"), good("b"), ["superseded", "a", "Rollback to 2"], now("a")],
      1,
    ],
    ["of a description by hand it does not take the word", [good("a"), good("b"), now("c", "Rollback to 1")], 2],
    ["the deployed one after a failure", [good("a"), ["deployed", "b"], ["failed", "c"]], 2],
    ["the deployed one after a run that died", [good("a"), ["deployed", "b"], ["pending-upgrade", "c"]], 2],
    ["the newest good one where none is deployed", [good("a"), good("b"), bad("c"), ["failed", "d"]], 2],
    ["a rollback that died again", [good("a"), ["deployed", "b"], ["pending-rollback", "a", "Rollback to 1"]], 1],
    ["a rollback that failed again", [good("a"), ["deployed", "b"], ["failed", "a", rollbackFailed]], 1],
    [
      "the same where that took over the whole release",
      [good("a"), good("b"), ["failed", "a", 'Rollback "orders" failed: field is immutable']],
      1,
    ],
    [
      "after a rollback that failed twice",
      [good("a"), good("b"), ["superseded", "a", rollbackFailed], ["failed", "a", rollbackFailed]],
      1,
    ],
    ["what is pruned is not there", [good("b"), now("c")], 1],
  ])("is %s", async (_, all, revision) => {
    expect(await choose(revisions(all))).toMatchObject({ target: { revision } });
  });

  test("says why, and why not the newer ones", async () => {
    const all = [good("a"), good("b"), good("c"), ["failed", "d"], ["deployed", "b", "Rollback to 2"]] as Short[];
    expect(await choose(revisions(all))).toMatchObject({
      target: { revision: 1 },
      why: "the last good one before revision 5",
      passed: [
        "revision 4: left by the rollback that made revision 5",
        "revision 3: left by the rollback that made revision 5",
        "revision 2: the same objects as what serves",
      ],
    });
    expect(await choose(revisions([good("a"), ["failed", "b"], ["failed", "c"]]))).toMatchObject({
      target: { revision: 1 },
      why: "the last good one",
      passed: ["revision 2: failed"],
    });
  });

  test.each<[string, Short[], number, RegExp]>([
    ["the first one", [now("a")], 1, /^orders has no good revision to go back to from revision 1\. Name one/],
    ["back at the first", [good("a"), good("b"), now("a", "Rollback to 1")], 1, /left by the rollback that made/],
    ["of pruned ones", [good("a"), now("a")], 7, /; older ones are pruned, see history-max \(revision 7: the same/],
    [
      "never deployed",
      [["failed", "a", rollbackFailed]],
      1,
      /^orders has no revision that ever was deployed\. Deploy it/,
    ],
    // The revision that it went back to is pruned, and those in between were left for a reason.
    ["back at a pruned one", [good("b"), good("c"), now("a", "Rollback to 3")], 4, /no good revision to go back to/],
    [
      "before an uninstall",
      [good("a"), ["superseded", "b", "superseded by new release"], now("c")],
      1,
      /no good revision to go back to from revision 3/,
    ],
    ["gone", [["uninstalled", "a"]], 1, /^orders was uninstalled from namespace commerce: deploy it instead$/],
    ["going", [["uninstalling", "a"]], 1, /^orders is uninstalling, and cannot be rolled back any more: deploy it/],
    ["absent", [], 1, /^There is no release orders in namespace commerce\./],
  ])("there is none: %s", async (_, all, from, refusal) => {
    expect(await choose(revisions(all, from))).toEqual({ refusal: expect.stringMatching(refusal) });
  });

  test("flags of CronJobs make no other revision, all else of them does", async () => {
    const cronJob = (spec: string, suspend: string): string =>
      `apiVersion: batch/v1\nkind: CronJob\nmetadata:\n  name: nightly\nspec:\n  ${suspend}\n  schedule: "${spec}"\n`;
    const all = revisions([good("a"), good("a"), now("a")]);
    const manifests = [cronJob("0 1 * * *", ""), cronJob("0 3 * * *", "suspend: true"), cronJob("0 3 * * *", "")];
    const changed = new Map([...all].map(([key, each], index) => [key, { ...each, manifest: manifests[index] ?? "" }]));
    expect(await choose(changed)).toMatchObject({ target: { revision: 1 } });
  });

  test("another hook makes another revision", async () => {
    const all = revisions([good("a"), now("a")]);
    const first = all.get(1) as Release;
    const hook = { events: ["pre-upgrade"], deletePolicies: [], manifest: first.manifest };
    expect(await choose(new Map([...all, [1, { ...first, hooks: [hook] }]]))).toMatchObject({
      target: { revision: 1 },
    });
  });
});

describe("a named revision", () => {
  const all: Short[] = [good("a"), bad("b"), ["superseded", "c", "superseded by new release"], good("d"), now("e")];

  test.each([1, 3, 4, 5])("%i is taken, since it once was deployed", async (wanted) => {
    expect(await choose(revisions(all), wanted)).toMatchObject({
      target: { revision: wanted },
      why: "named",
      passed: [],
    });
  });

  test("that failed is refused, with those that were deployed", async () => {
    expect(await choose(revisions(all), 2)).toEqual({
      refusal: "Revision 2 of orders never was deployed: it is failed. Those that were: 5, 4, 3, 1",
    });
    expect(
      await choose(
        revisions([
          ["failed", "a"],
          ["pending-upgrade", "b"],
        ]),
        2,
      ),
    ).toEqual({
      refusal: "Revision 2 of orders never was deployed: it is pending-upgrade. None ever was: deploy it",
    });
  });

  test("that is not there is refused, with those that are", async () => {
    expect(await choose(revisions([good("a"), ["failed", "b"]]), 7)).toEqual({
      refusal: "orders has no revision 7. There are: 2 failed, 1 superseded",
    });
    const many = revisions(Array.from({ length: 30 }, () => good("a")));
    expect(await choose(many, 31)).toEqual({ refusal: expect.stringMatching(/, 11 superseded, and older ones$/) });
    const refused = await choose(new Map([...many, ...revisions([["failed", "b"]], 31)]), 31);
    expect(refused).toEqual({ refusal: expect.stringMatching(/Those that were: 30, .*, 11, and older ones$/) });
  });
});
