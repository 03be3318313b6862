import type { ChildProcess } from "node:child_process";
import { describe, expect, test } from "@jest/globals";
import { type HelmMajor, helms } from "../../support/cluster-view.ts";
import { leaks, placesOfRun } from "../../support/leaks.ts";
import { onOutput } from "../../support/output.ts";
import { newScene } from "../../support/release-states/scene.ts";
import { byHand, good, type Scene } from "../../support/release-states/states.ts";
import { rollBack, serving, version } from "../../support/roll-back.ts";

/** Revision 1 worked once, so it says, and would not today; revision 2 serves. */
async function gone(scene: Scene, behaviour: string): Promise<void> {
  const pod = JSON.stringify({ "k8s-migrate.dev/behaviour": behaviour });
  await byHand(scene, "install", "orders", "test/fixtures/charts/web", "--set-json", `pod=${pod}`);
  expect(await scene.deploy({ values: `${version("8.0")}\n${good}` })).toMatchObject({ code: 0 });
}

describe.each(helms)("Helm %s", (helm: HelmMajor) => {
  test.concurrent("an image that is gone is told at once, with the evidence and the way on", async () => {
    const scene = await newScene(helm);
    const { cluster, namespace } = scene;
    await gone(scene, "image-not-found");
    const run = await rollBack(scene);
    expect(run).toMatchObject({ code: 1, signal: null });
    expect(run.durationMs).toBeLessThan(60_000);
    expect(run.outputs).toMatchObject({
      status: "failed",
      "target-revision": "1",
      revision: "3",
      "previous-revision": "2",
      "chart-digest": "",
    });
    expect(run.errors).toEqual([expect.stringMatching(/^Deployment orders: .*registry\.test\/shop\/web:7\.0/)]);
    const lines = run.errors[0]?.split("\n") ?? [];
    expect(lines[1]).toMatch(/^Next: /);
    const last =
      /^orders stays at revision 3, (failed|pending-rollback)\. Run this again for another try at revision 1, or go to another one: revision 2 was deployed before$/;
    expect(lines.at(-1)).toMatch(last);
    expect(run.stdout).toContain("Deployment orders: 0/1 ready");
    expect(run.summary).toContain(`### ❌ orders in ${namespace} was not rolled back to revision 1\n`);
    expect(run.summary).toContain("#### Why revision 3 failed\n");
    for (const text of ["ImagePullBackOff", "Failed to pull image"]) expect(run.summary).toContain(text);
    // Nothing was uninstalled, and what was there before still serves.
    const pods = await cluster.list<{ spec: { containers: { image: string }[] } }>("pods", "-n", namespace);
    expect(pods.map(({ spec }) => spec.containers[0]?.image)).toContain("registry.test/shop/web:8.0");

    const back = await rollBack(scene, { revision: "2" });
    expect(back).toMatchObject({ code: 0, outputs: { status: "rolled-back", "target-revision": "2" } });
    expect(await serving(scene)).toBe("8.0, 1/1 ready");
    expect(await scene.deploy({ values: `${version("9.0")}\n${good}` })).toMatchObject({ code: 0 });
  }, 300_000);

  test.concurrent("what never gets ready is told at the timeout", async () => {
    const scene = await newScene(helm);
    await gone(scene, "never-ready");
    // The shortest that a rollback is given is a minute.
    const run = await rollBack(scene, { timeout: "5s" });
    expect(run).toMatchObject({ code: 1, outputs: { status: "failed", revision: "3" } });
    expect(run.errors).toEqual([expect.stringMatching(/^Deployment orders: /)]);
    expect(run.errors[0]).toContain("\nHelm: rollback of orders to revision 1 ");
    expect(await scene.cluster.history(helm, "orders", scene.namespace)).toEqual([
      "1 superseded",
      "2 deployed",
      "3 failed",
    ]);
  }, 300_000);

  test.concurrent("cancelled it ends soon, and the next deploy goes on from what is left", async () => {
    const scene = await newScene(helm);
    await gone(scene, "never-ready");
    let sentAt = Number.NaN;
    const cancelling = onOutput("Deployment orders: 0/1 ready", async (child: ChildProcess) => {
      sentAt = performance.now();
      child.kill("SIGINT");
    });
    const run = await rollBack(scene, {}, { onStart: cancelling.onStart });
    const took = performance.now() - sentAt;
    await cancelling.done();
    // GitHub's next signal comes after 7.5 s.
    expect(took).toBeLessThan(7000);
    expect(run).toMatchObject({ code: 1, signal: null, outputs: { status: "failed", revision: "3" } });
    expect(run.errors).toEqual([
      expect.stringMatching(/^orders: stopped early, the job was cancelled \(SIGINT\)\nNext: run this again, /),
    ]);
    expect(await run.post()).toMatchObject({ code: 0, errors: [], warnings: [], summary: "" });
    const next = await scene.deploy({ values: `${version("9.0")}\n${good}` });
    expect(next).toMatchObject({ code: 0, outputs: { status: "deployed" } });
    expect(await serving(scene)).toBe("9.0, 1/1 ready");
  }, 300_000);

  test.concurrent("secret values of either revision are in no diff and no log", async () => {
    const scene = await newScene(helm);
    const secret = (value: string) => ({ values: good, "secret-values": `pod: { example.com/token: ${value} }` });
    expect(await scene.deploy(secret("first-secret-4711"))).toMatchObject({ code: 0 });
    expect(await scene.deploy(secret("second-secret-4712"))).toMatchObject({ code: 0 });
    const run = await rollBack(scene);
    expect(run).toMatchObject({ code: 0, outputs: { "target-revision": "1" } });
    expect(run.stdout).toContain("example.com/token: ***");
    const places = await placesOfRun(run, await run.post());
    expect(leaks(places, { first: "first-secret-4711", second: "second-secret-4712" })).toEqual([]);
  }, 300_000);
});
