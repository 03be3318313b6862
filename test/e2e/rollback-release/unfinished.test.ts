import { describe, expect, test } from "@jest/globals";
import { type HelmMajor, helms } from "../../support/cluster-view.ts";
import { onOutput } from "../../support/output.ts";
import { newScene } from "../../support/release-states/scene.ts";
import { byHand, good, releaseStates, type Scene, slow } from "../../support/release-states/states.ts";
import { rollBack, serving, version } from "../../support/roll-back.ts";
import type { ActionRun } from "../../support/run-action.ts";

const runUrl = "https://github.com/octo-org/shop/actions/runs/4711/attempts/1";

async function inState(scene: Scene, name: string): Promise<void> {
  const state = releaseStates[name];
  if (state === undefined) throw new Error(`There is no state ${name}.`);
  await state.make(scene);
  expect(await scene.cluster.history(scene.helm, "orders", scene.namespace)).toEqual(state.history);
}

describe.each(helms)("Helm %s", (helm: HelmMajor) => {
  test.concurrent("a run that was killed in the middle of an upgrade is taken back", async () => {
    const scene = await newScene(helm);
    await inState(scene, "pending-upgrade");
    const run = await rollBack(scene);
    expect(run).toMatchObject({ code: 0, outputs: { status: "rolled-back", "target-revision": "1", revision: "3" } });
    expect(run.stdout).toContain(`revision 2, pending-upgrade, left by a run that died (${runUrl})`);
    expect(await serving(scene)).toBe("7.0, 1/1 ready");
    expect(await scene.cluster.history(helm, "orders", scene.namespace)).toEqual([
      "1 superseded",
      "2 pending-upgrade",
      "3 deployed",
    ]);
    // In order: the next one need not wait for a Lease.
    expect(await scene.deploy({ values: version("8.0") })).toMatchObject({ code: 0, outputs: { action: "upgrade" } });
  }, 300_000);

  test.concurrent("a Helm by hand that was killed is waited for until it is older than the timeout", async () => {
    const scene = await newScene(helm);
    await inState(scene, "pending-upgrade-by-hand");
    const run = await rollBack(scene, { timeout: "8s" });
    expect(run).toMatchObject({ code: 0, outputs: { "target-revision": "1", revision: "3" } });
    expect(run.stdout).toContain("by something that holds no Lease: waiting until it ends");
    expect(await serving(scene)).toBe("7.0, 1/1 ready");
  }, 300_000);

  test.concurrent("a rollback that was killed goes on where it went", async () => {
    const scene = await newScene(helm);
    // Back to revision 1, which becomes ready late; away from 2, which is still deployed then.
    await byHand(scene, "install", "orders", "test/fixtures/charts/web", "--set-json", `pod=${slowPod(15)}`);
    expect(await scene.deploy({ values: `${version("8.0")}\n${good}` })).toMatchObject({ code: 0 });
    const killing = onOutput("Deployment orders: 0/1 ready", async (child) => void child.kill("SIGKILL"));
    const killed = await rollBack(scene, {}, { onStart: killing.onStart });
    await killing.done();
    expect(killed.signal).toBe("SIGKILL");
    expect(await killed.post()).toMatchObject({ code: 0, errors: [], warnings: [], summary: "" });
    const left = ["1 superseded", "2 deployed", "3 pending-rollback"];
    expect(await scene.cluster.history(helm, "orders", scene.namespace)).toEqual(left);

    const run = await rollBack(scene);
    expect(run).toMatchObject({ code: 0, outputs: { "target-revision": "1", revision: "4" } });
    expect(await serving(scene)).toBe("7.0, 1/1 ready");
  }, 300_000);

  test.concurrent("a rollback that failed is tried again, and what it left is not come back to", async () => {
    const scene = await newScene(helm);
    await byHand(scene, "install", "orders", "test/fixtures/charts/web", "--set-json", `pod=${slowPod(12)}`);
    expect(await scene.deploy({ values: `${version("8.0")}\n${good}` })).toMatchObject({ code: 0 });
    await expect(byHand(scene, "rollback", "orders", "1", "--wait", "--timeout", "3s")).rejects.toThrow(
      "orders failed",
    );
    expect(await scene.cluster.history(helm, "orders", scene.namespace)).toEqual([
      "1 superseded",
      "2 deployed",
      "3 failed",
    ]);
    const run = await rollBack(scene);
    expect(run).toMatchObject({
      code: 0,
      outputs: { "target-revision": "1", revision: "4", "previous-revision": "2" },
    });
    expect(await serving(scene)).toBe("7.0, 1/1 ready");
  }, 300_000);

  test.concurrent("it waits for a deploy that is at work, and refuses when that is still so after the timeout", async () => {
    const scene = await newScene(helm);
    expect(await scene.deploy({ values: version("6.0") })).toMatchObject({ code: 0 });
    let impatient: ActionRun | undefined;
    let patient: ActionRun | undefined;
    const meanwhile = onOutput("Deployment orders: 0/1 ready", async () => {
      const env = { GITHUB_RUN_ID: "4712" };
      [impatient, patient] = await Promise.all([
        rollBack(scene, { timeout: "1s" }, { env }),
        rollBack(scene, {}, { env }),
      ]);
    });
    const first = await scene.deploy({ values: `${version("7.0")}\n${slow(25)}` }, { onStart: meanwhile.onStart });
    await meanwhile.done();
    expect(first).toMatchObject({ code: 0, outputs: { revision: "2" } });
    expect(impatient).toMatchObject({
      code: 1,
      errors: [expect.stringContaining(`orders is being worked on by ${runUrl} since `)],
      outputs: { status: "failed" },
    });
    expect(patient).toMatchObject({ code: 0, outputs: { "target-revision": "1", revision: "3" } });
    expect(patient?.stdout).toContain(`is held by ${runUrl}`);
    expect(await serving(scene)).toBe("6.0, 1/1 ready");
  }, 300_000);
});

function slowPod(seconds: number): string {
  return JSON.stringify({ "k8s-migrate.dev/behaviour": "slow", "k8s-migrate.dev/after": String(seconds) });
}
