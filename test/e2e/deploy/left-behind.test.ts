import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { expect, test } from "@jest/globals";
import { startApiProxy } from "../../support/api-proxy.ts";
import { type HelmMajor, helms, type KubeObject } from "../../support/cluster-view.ts";
import { newScene } from "../../support/release-states/scene.ts";
import { byHand, failsByHand, type Scene, slow } from "../../support/release-states/states.ts";

// What a failed revision has added and no later one has: an upgrade by Helm does not know of it.

const chart = "test/fixtures/charts/web";
const crashing = ["--set-json", 'pod={"k8s-migrate.dev/behaviour":"crash-loop"}', "--set-json", 'extra=["added"]'];
const briefly = ["--wait", "--timeout", "2s"];

async function failedUpgrade(helm: HelmMajor): Promise<Scene> {
  const scene = await newScene(helm);
  await byHand(scene, "install", "orders", chart, "--wait");
  await failsByHand(scene, "upgrade", "orders", chart, ...crashing, ...briefly);
  return scene;
}

/** Starts that rollback by hand, and kills it when it has written its revision and nothing else. */
async function cutRollback({ cluster, helmPath, namespace }: Scene): Promise<void> {
  let child: ChildProcess | undefined;
  const proxy = await startApiProxy({
    kubeconfig: cluster.kubeconfig,
    when: "after",
    async onWrite({ n, clientGone }) {
      if (n !== 1) return;
      child?.kill("SIGKILL");
      await clientGone;
    },
  });
  try {
    const args = ["rollback", "orders", "1", "--namespace", namespace, "--kubeconfig", proxy.kubeconfig];
    child = spawn(helmPath, args, { stdio: "ignore" });
    expect(await once(child, "exit")).toEqual([null, "SIGKILL"]);
  } finally {
    await proxy.close();
  }
}

type Deployment = KubeObject & { spec: { template: { metadata: { annotations?: object } } } };

/** What the failed revision had added, as far as it is still there. */
async function added({ cluster, namespace }: Scene): Promise<unknown[]> {
  const deployment = await cluster.get<Deployment>("deployment/orders", "-n", namespace);
  const configMap = await cluster.get("configmap/added", "-n", namespace);
  return [deployment?.spec.template.metadata.annotations ?? {}, ...(configMap ? ["configmap"] : [])];
}

const nothing = [{}];
const all = [{ "k8s-migrate.dev/behaviour": "crash-loop" }, "configmap"];

test.concurrent.each(helms)(
  "Helm %s: a failed revision is taken back before an upgrade that would leave something of it",
  async (helm) => {
    const scene = await failedUpgrade(helm);
    expect(await added(scene)).toEqual(all);
    const planned = await scene.deploy({ "dry-run": "true" });
    expect(planned).toMatchObject({ code: 0, outputs: { status: "planned", action: "recovered-upgrade" } });
    expect(planned.summary).toContain("would go back to revision 1");
    expect(await added(scene)).toEqual(all);

    const run = await scene.deploy();
    expect(run.stdout).toContain("Revision 2 has added what an upgrade would leave in the cluster: going back to");
    expect({ ...run, stdout: "" }).toMatchObject({ code: 0, warnings: [], outputs: { action: "recovered-upgrade" } });
    expect(await added(scene)).toEqual(nothing);
    expect(await scene.cluster.history(helm, "orders", scene.namespace)).toEqual([
      "1 superseded",
      "2 failed",
      "3 superseded",
      "4 deployed",
    ]);
  },
  300_000,
);

test.concurrent.each(helms)(
  "Helm %s: so is one whose rollback was cut",
  async (helm) => {
    const scene = await failedUpgrade(helm);
    await cutRollback(scene);
    const { cluster, namespace } = scene;
    const history = () => cluster.history(helm, "orders", namespace);
    expect(await history()).toEqual(["1 deployed", "2 failed", "3 pending-rollback"]);
    expect(await added(scene)).toEqual(all);
    const run = await scene.deploy({ timeout: "8s" });
    expect({ ...run, stdout: "" }).toMatchObject({ code: 0, warnings: [], outputs: { revision: "5" } });
    expect(await added(scene)).toEqual(nothing);
    expect((await history()).at(-1)).toBe("5 deployed");
  },
  300_000,
);

test.concurrent("Helm 3: so is the first of two that failed, of which the second had left it out", async () => {
  const scene = await failedUpgrade("3");
  await failsByHand(scene, "upgrade", "orders", chart, ...briefly);
  expect(await added(scene)).toEqual(all);
  const run = await scene.deploy();
  expect({ ...run, stdout: "" }).toMatchObject({ code: 0, warnings: [], outputs: { revision: "5" } });
  expect(await added(scene)).toEqual(nothing);
}, 300_000);

test.concurrent.each(helms)(
  "Helm %s: nothing is taken back where the upgrade has it too",
  async (helm) => {
    const scene = await newScene(helm);
    const values = `${slow(4)}\nextra: [added]`;
    await byHand(scene, "install", "orders", chart, "--wait");
    expect(await scene.deploy({ values, timeout: "1s", "on-failure": "keep" })).toMatchObject({ code: 1 });
    const run = await scene.deploy({ values });
    expect({ ...run, stdout: "" }).toMatchObject({ code: 0, outputs: { action: "upgrade", revision: "3" } });
  },
  300_000,
);

test.concurrent.each(helms)(
  "Helm %s: recover: never says what stays, and how it goes",
  async (helm) => {
    const scene = await newScene(helm);
    await byHand(scene, "install", "orders", chart, "--wait");
    const adding = ["--set-json", 'extra=["added"]', "--set-json", 'pod={"k8s-migrate.dev/behaviour":"slow"}'];
    await failsByHand(scene, "upgrade", "orders", chart, ...adding, "--wait", "--timeout", "1s");
    const run = await scene.deploy({ recover: "never" });
    expect({ ...run, stdout: "" }).toMatchObject({ code: 0, outputs: { action: "upgrade", revision: "3" } });
    expect(run.warnings).toEqual([
      `Revision 2 has added what an upgrade would leave in the cluster, and recover is never. To take it away: helm rollback orders 1 --namespace ${scene.namespace}`,
    ]);
    expect(await scene.cluster.get("configmap/added", "-n", scene.namespace)).toBeDefined();
  },
  300_000,
);
