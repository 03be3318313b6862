import { expect, test } from "@jest/globals";
import { helms } from "../../support/cluster-view.ts";
import { COMMIT, RUN } from "../../support/inspect.ts";
import { newScene } from "../../support/release-states/scene.ts";
import { byHand, crashing, good, type Scene } from "../../support/release-states/states.ts";
import { rollBack, serving, version } from "../../support/roll-back.ts";

/** Deploys them one after the other. */
async function deployed(scene: Scene, tags: readonly string[]): Promise<void> {
  for (const tag of tags) expect(await scene.deploy({ values: `${version(tag)}\n${good}` })).toMatchObject({ code: 0 });
}

test.concurrent.each(helms)(
  "Helm %s: run twice it goes back twice, and then says that there is nothing left",
  async (helm) => {
    const scene = await newScene(helm);
    const { cluster, namespace } = scene;
    await deployed(scene, ["1.0", "2.0", "3.0"]);

    const first = await rollBack(scene);
    expect(first).toMatchObject({ code: 0, signal: null, errors: [], warnings: [], stderr: "" });
    expect(first.outputs).toMatchObject({
      status: "rolled-back",
      action: "rollback",
      "target-revision": "2",
      revision: "4",
      "previous-revision": "3",
      namespace,
      chart: "web",
      "chart-digest": expect.stringMatching(/^sha256:[0-9a-f]{64}$/),
      images: expect.stringContaining("registry.test/shop/web:2.0"),
    });
    expect(first.stdout).toContain(`Found orders in ${namespace}: revision 3, deployed\n`);
    expect(first.stdout).toContain("Back to revision 2: the last good one before revision 3\n");
    expect(first.stdout).toMatch(
      /~ Deployment orders\n( {4}\| .*\n)* {4}\| - .*image: registry\.test\/shop\/web:3\.0\n/,
    );
    expect(first.summary).toContain(`### ⏪ orders in ${namespace} rolled back to revision 2\n`);
    expect(first.summary).toContain(
      "| Done | rolled back to revision 2, as revision 4 |\n| Now | revision 4, deployed |",
    );
    expect(first.summary).toContain(`| Commit | \`${COMMIT.slice(0, 12)}\` ([its run](${RUN}) by octocat) |`);
    expect(first.summary).toContain("| Deployment orders | 1/1 | `registry.test/shop/web:2.0` |");
    expect(await serving(scene)).toBe("2.0, 1/1 ready");

    const second = await rollBack(scene);
    expect(second).toMatchObject({
      code: 0,
      outputs: { "target-revision": "1", revision: "5", "previous-revision": "4" },
    });
    expect(second.stdout).toContain("Not to revision 3: left by the rollback that made revision 4\n");
    expect(await serving(scene)).toBe("1.0, 1/1 ready");
    const history = ["1 superseded", "2 superseded", "3 superseded", "4 superseded", "5 deployed"];
    expect(await cluster.history(helm, "orders", namespace)).toEqual(history);

    const third = await rollBack(scene);
    expect(third).toMatchObject({ code: 1, outputs: { status: "failed" } });
    expect(Object.keys(third.outputs)).toEqual(["status"]);
    expect(third.errors).toEqual([
      expect.stringMatching(
        /^orders has no good revision to go back to from revision 5 \(.*\)\. Name one by revision, or/,
      ),
    ]);
    expect(third.summary).toContain(`### ⏸️ orders in ${namespace} was not rolled back: nothing was changed\n`);
    expect(await cluster.history(helm, "orders", namespace)).toEqual(history);

    // The Lease is free, and a named one may be newer.
    const forward = await rollBack(scene, { revision: "3" });
    expect(forward).toMatchObject({ code: 0, outputs: { "target-revision": "3", revision: "6" } });
    expect(await serving(scene)).toBe("3.0, 1/1 ready");
    // And deploys go on.
    expect(await scene.deploy({ values: version("4.0") })).toMatchObject({ code: 0, outputs: { revision: "7" } });
  },
  400_000,
);

test.concurrent.each(helms)(
  "Helm %s: revisions that failed, and the same one deployed again, are passed over; named, one that failed is refused",
  async (helm) => {
    const scene = await newScene(helm);
    const { cluster, namespace } = scene;
    await deployed(scene, ["1.0", "2.0"]);
    const failing = { values: `${version("2.1")}\n${crashing}`, "on-failure": "keep" };
    expect(await scene.deploy(failing)).toMatchObject({ code: 1, outputs: { revision: "3" } });
    await deployed(scene, ["2.0"]);
    const history = ["1 superseded", "2 superseded", "3 failed", "4 deployed"];
    expect(await cluster.history(helm, "orders", namespace)).toEqual(history);

    for (const [revision, error] of [
      ["3", "Revision 3 of orders never was deployed: it is failed. Those that were: 4, 2, 1"],
      ["9", "orders has no revision 9. There are: 4 deployed, 3 failed, 2 superseded, 1 superseded"],
    ] as const) {
      const refused = await rollBack(scene, { revision });
      expect(refused).toMatchObject({ code: 1, errors: [error], outputs: { status: "failed" } });
      expect(refused.summary).toContain(error);
    }
    expect(await cluster.history(helm, "orders", namespace)).toEqual(history);

    const run = await rollBack(scene);
    expect(run).toMatchObject({
      code: 0,
      outputs: { "target-revision": "1", revision: "5", "previous-revision": "4" },
    });
    expect(run.stdout).toContain("Not to revision 3: failed\nNot to revision 2: the same objects as what serves\n");
    expect(await serving(scene)).toBe("1.0, 1/1 ready");
  },
  400_000,
);

test.concurrent.each(helms)(
  "Helm %s: after a deploy that failed and was kept, the one that was deployed serves again",
  async (helm) => {
    const scene = await newScene(helm);
    await deployed(scene, ["1.0", "2.0"]);
    expect(await scene.deploy({ values: `${version("3.0")}\n${crashing}`, "on-failure": "keep" })).toMatchObject({
      code: 1,
      outputs: { revision: "3" },
    });
    const run = await rollBack(scene);
    expect(run).toMatchObject({
      code: 0,
      outputs: { "target-revision": "2", revision: "4", "previous-revision": "2" },
    });
    expect(run.summary).toContain("| Found | revision 3, failed |\n| Back to | revision 2, the last good one |");
    expect(await serving(scene)).toBe("2.0, 1/1 ready");
    expect((await scene.cluster.history(helm, "orders", scene.namespace)).at(-1)).toBe("4 deployed");
  },
  300_000,
);

test.concurrent.each(helms)(
  "Helm %s: what is not there, or is uninstalled, is refused and gets no Lease",
  async (helm) => {
    const scene = await newScene(helm);
    const absent = await rollBack(scene);
    expect(absent).toMatchObject({
      code: 1,
      errors: [expect.stringMatching(`^There is no release orders in namespace ${scene.namespace}`)],
    });
    await byHand(scene, "install", "orders", "test/fixtures/charts/web", "--wait");
    await byHand(scene, "uninstall", "orders", "--keep-history", "--wait");
    expect(await rollBack(scene)).toMatchObject({
      code: 1,
      errors: [expect.stringMatching(/^orders was uninstalled/)],
    });
    expect(await scene.cluster.list("leases", "-n", scene.namespace)).toEqual([]);
  },
  200_000,
);
