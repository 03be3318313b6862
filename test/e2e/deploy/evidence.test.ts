import { mkdir, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { expect, test } from "@jest/globals";
import { helms } from "../../support/cluster-view.ts";
import { workspace } from "../../support/deploy.ts";
import { newScene } from "../../support/release-states/scene.ts";
import { crashing, neverReady, type Scene } from "../../support/release-states/states.ts";
import { tempFolder } from "../../support/temp-folder.ts";

type Pod = {
  metadata: { name: string };
  status: {
    containerStatuses?: { lastState: { terminated?: { exitCode: number } }; state: { waiting?: { reason: string } } }[];
  };
};
const panic = "panic: could not connect to database";

async function image({ cluster, namespace }: Scene): Promise<string | undefined> {
  type Deployment = { spec: { template: { spec: { containers: { image: string }[] } } } };
  return (await cluster.get<Deployment>("deployment/orders", "-n", namespace))?.spec.template.spec.containers[0]?.image;
}

test.concurrent.each(helms)(
  "Helm %s: a crash is told with its last words, long before the timeout, and rolled back after",
  async (helm) => {
    const scene = await newScene(helm);
    const { cluster, namespace } = scene;
    await scene.deploy();
    const run = await scene.deploy({ values: `image: registry.test/shop/web:8.0\n${crashing}`, timeout: "5m" });
    expect(run.code).toBe(1);
    expect(run.durationMs).toBeLessThan(60_000);
    expect(run.outputs).toMatchObject({
      status: "rolled-back",
      action: "upgrade",
      revision: "3",
      "previous-revision": "1",
    });
    const [first = ""] = run.errors;
    expect(run.errors).toHaveLength(1);
    expect(first).toMatch(
      /^Deployment orders: container web crashes, exit code 1.*panic: could not connect to database/,
    );
    expect(first).toContain("\norders was rolled back to revision 1");
    expect(await cluster.history(helm, "orders", namespace)).toEqual(["1 superseded", "2 failed", "3 deployed"]);
    expect(await image(scene)).toBe("registry.test/shop/web:7.0");
    // The pod is gone by now; the summary has what it was like.
    for (const text of [panic, "CrashLoopBackOff", "exit code 1", "BackOff", "Back-off restarting failed container"]) {
      expect(run.summary).toContain(text);
    }
    expect(run.summary).toContain("orders was not deployed");
  },
  200_000,
);

test.concurrent.each(helms)(
  "Helm %s: on-failure: keep keeps the failed revision, with pods as the evidence says",
  async (helm) => {
    const scene = await newScene(helm);
    const { cluster, namespace } = scene;
    await scene.deploy();
    const run = await scene.deploy({ values: crashing, "on-failure": "keep" });
    expect(run).toMatchObject({ code: 1, outputs: { status: "failed", revision: "2", "previous-revision": "1" } });
    expect(await cluster.history(helm, "orders", namespace)).toEqual(["1 deployed", "2 failed"]);
    const pods = await cluster.list<Pod>("pods", "-n", namespace);
    const bad = pods.find(({ status }) => status.containerStatuses?.[0]?.state.waiting);
    const { state, lastState } = bad?.status.containerStatuses?.[0] ?? {};
    expect(run.summary).toContain(bad?.metadata.name);
    expect(run.summary).toContain(state?.waiting?.reason);
    expect(run.summary).toContain(`exit code ${lastState?.terminated?.exitCode}`);
    const log = await cluster.kubectl("logs", "--previous", bad?.metadata.name ?? "", "-n", namespace);
    for (const line of log.trim().split("\n")) expect(run.summary).toContain(line);
  },
  200_000,
);

test("an image that is not there is told at the line of the values that names it", async () => {
  const scene = await newScene("4");
  const folder = join(await tempFolder(), "repository");
  await mkdir(join(folder, "values"), { recursive: true });
  await writeFile(join(folder, "values/orders.yaml"), "replicas: 1\nimage: registry.test/shop/web:missing\n");
  const run = await scene.deploy(
    {
      chart: join(workspace, "charts/web"),
      "value-files": "values/orders.yaml",
      values: "pod: { k8s-migrate.dev/behaviour: image-not-found }",
    },
    { workspace: folder },
  );
  expect(run).toMatchObject({ code: 1, outputs: { status: "failed", action: "install", revision: "1" } });
  expect(run.durationMs).toBeLessThan(60_000);
  expect(run.errors[0]).toMatch(/^Deployment orders: .*registry\.test\/shop\/web:missing/);
  expect(run.stdout).toMatch(/^::error (?=.*file=values\/orders\.yaml)(?=.*line=2).*::Deployment orders/m);
  expect(await scene.cluster.history("4", "orders", scene.namespace)).toEqual(["1 failed"]);
}, 120_000);

test.concurrent.each(helms)(
  "Helm %s: a hook that fails is told with its log, even when Helm has deleted it, and is not in the next one's way",
  async (helm) => {
    const scene = await newScene(helm);
    const { cluster, namespace } = scene;
    await scene.deploy();
    const hook = (policy: string, pod: string) => `hook: { policy: ${policy}, pod: { ${pod} } }`;
    const fails = 'k8s-migrate.dev/behaviour: job-fails, k8s-migrate.dev/after: "3"';
    const run = await scene.deploy({ values: hook("hook-failed", fails) });
    expect(run).toMatchObject({ code: 1, outputs: { status: "rolled-back" } });
    expect(run.errors[0]).toMatch(/^Hook Job orders-migrate: .*relation "orders" does not exist/);
    expect(run.summary).toContain('error: relation "orders" does not exist');
    expect(await cluster.get("job/orders-migrate", "-n", namespace)).toBeUndefined();

    // A policy by which a failed hook stays, and Helm does not delete it before the next.
    const left = await scene.deploy({ values: hook("hook-succeeded", fails), "on-failure": "keep" });
    expect(left).toMatchObject({ code: 1, outputs: { status: "failed" } });
    expect(await cluster.get("job/orders-migrate", "-n", namespace)).toBeDefined();
    const next = await scene.deploy({ values: hook("hook-succeeded", "") });
    expect(next).toMatchObject({ code: 0, errors: [], outputs: { status: "deployed", action: "upgrade" } });
    expect(next.stdout).toContain("Deleted Job/orders-migrate");
  },
  400_000,
);

test.concurrent.each(helms)(
  "Helm %s: volume claims of a chart that never was deployed are deleted only when that is asked for",
  async (helm) => {
    const scene = await newScene(helm);
    const { cluster, namespace } = scene;
    const run = await scene.deploy({ values: `claim: true\n${neverReady}`, timeout: "3s" });
    expect(run).toMatchObject({ code: 1, outputs: { status: "failed", action: "install" } });
    const before = await cluster.get("pvc/orders-data", "-n", namespace);
    // The Deployment's selector cannot be changed: only a new install helps.
    const values = "claim: true\ntrack: stable";
    const refused = await scene.deploy({ values });
    expect(refused).toMatchObject({ code: 1, outputs: { status: "failed" } });
    expect(refused.errors[0]).toContain("recover: auto-delete-volumes");
    expect((await cluster.get("pvc/orders-data", "-n", namespace))?.metadata.uid).toBe(before?.metadata.uid);

    const allowed = await scene.deploy({ values, recover: "auto-delete-volumes" });
    expect(allowed).toMatchObject({
      code: 0,
      outputs: { status: "deployed", action: "recovered-install", revision: "1" },
    });
    expect((await cluster.get("pvc/orders-data", "-n", namespace))?.metadata.uid).not.toBe(before?.metadata.uid);
  },
  400_000,
);

test("a first deploy that fails again is installed anew, with the evidence of the first try in the summary", async () => {
  const scene = await newScene("4");
  await scene.deploy({ values: neverReady, timeout: "2s" });
  const run = await scene.deploy({ values: crashing });
  expect(run).toMatchObject({ code: 1, outputs: { status: "failed", action: "recovered-install", revision: "1" } });
  expect(run.summary).toContain("Why revision 2 failed");
  expect(run.summary).toContain("Why revision 1 failed");
  expect(run.summary.split(panic).length).toBeGreaterThan(2);
  expect(await scene.cluster.history("4", "orders", scene.namespace)).toEqual(["1 failed"]);
}, 200_000);
