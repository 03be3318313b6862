import { readFile } from "node:fs/promises";
import { expect, test } from "@jest/globals";
import type { KubeObject } from "../../support/cluster-view.ts";
import { type MoveScene, newMoveScene } from "../../support/move-scene.ts";

type Found = KubeObject & {
  spec: { suspend?: boolean; template?: { spec: { containers: { image: string }[] } } };
  status?: { readyReplicas?: number };
};

/** What the new side has of the service "orders". */
async function newSide({ cluster, namespace }: MoveScene) {
  const [deployment, cronJob] = await Promise.all([
    cluster.get<Found>("deployment/orders", "-n", namespace),
    cluster.get<Found>("cronjob/nightly-invoice", "-n", namespace),
  ]);
  if (deployment === undefined) return undefined;
  return {
    image: deployment.spec.template?.spec.containers[0]?.image,
    ready: deployment.status?.readyReplicas ?? 0,
    suspended: cronJob?.spec.suspend,
  };
}

test.concurrent.each(["cluster", "s3"] as const)(
  "the image of ECS is planned, deployed with CronJobs suspended, and taken back; the journal is in %s",
  async (state) => {
    const scene = await newMoveScene({ state });
    const image = await scene.runInEcs("7.1");

    const planned = await scene.switchover({ phase: "prepare", "dry-run": "true" });
    expect({ ...planned, stdout: undefined, summary: undefined }).toMatchObject({
      code: 0,
      errors: [],
      outputs: { state: "not-started", next: "switchover with phase: prepare", "ready-at": "" },
    });
    expect(planned.summary).toContain(image);
    expect(await newSide(scene)).toBeUndefined();

    const hash = planned.outputs["plan-hash"] ?? "";
    const run = await scene.switchover({ phase: "prepare", "plan-hash": hash });
    expect({ ...run, stdout: undefined, summary: undefined }).toMatchObject({
      code: 0,
      errors: [],
      outputs: { state: "prepared", next: "", "plan-hash": hash },
    });
    expect(await newSide(scene)).toEqual({ image, ready: 2, suspended: true });
    expect(run.stdout).toContain(`orders: going to deploy release ${scene.namespace}/orders with ${image}`);
    const report = JSON.parse(await readFile(run.outputs.report ?? "", "utf8")) as { state: string };
    expect(report).toMatchObject({ state: "prepared", services: [{ service: "orders", failure: null }] });

    const status = await scene.switchover({ phase: "status" });
    expect(status).toMatchObject({ code: 0, outputs: { state: "prepared", "plan-hash": "" } });

    const again = await scene.switchover({ phase: "prepare" });
    expect(again).toMatchObject({ code: 0, outputs: { state: "prepared" } });
    expect(again.stdout).toContain("orders: already so: release");

    const back = await scene.rollback();
    expect({ ...back, stdout: undefined, summary: undefined }).toMatchObject({
      code: 0,
      outputs: { state: "not-started", next: "switchover with phase: prepare" },
    });
    expect(await newSide(scene)).toEqual({ image, ready: 2, suspended: true });
  },
  300_000,
);

test.concurrent("what does not get ready is told with what leads on, and what led there is put right", async () => {
  const scene = await newMoveScene();
  await scene.values({ podAnnotations: { "k8s-migrate.dev/behaviour": "crash-loop" } });
  const failed = await scene.switchover({ phase: "prepare" });
  expect(failed).toMatchObject({
    code: 1,
    outputs: { state: "preparing", next: "switchover with phase: prepare" },
  });
  expect(failed.errors[0]).toMatch(/^orders: Deployment orders: .*crash/s);
  expect(failed.errors[0]).toContain("To go on: switchover with phase: prepare\nTo go back: rollback");
  expect(failed.summary).toContain("crash");

  await scene.values({});
  expect(await scene.switchover({ phase: "prepare" })).toMatchObject({ code: 0, outputs: { state: "prepared" } });
  expect(await newSide(scene)).toMatchObject({ ready: 2 });
}, 300_000);

test.concurrent("a plan that is no longer right is refused, and nothing is written", async () => {
  const scene = await newMoveScene();
  const { outputs } = await scene.switchover({ phase: "prepare", "dry-run": "true" });
  const image = await scene.runInEcs("7.2");
  const refused = await scene.switchover({ phase: "prepare", "plan-hash": outputs["plan-hash"] ?? "" });
  expect(refused.code).toBe(1);
  expect(refused.errors[0]).toMatch(/^plan-hash: the plan is another one now:\n- orders: deploy release /);
  expect(refused.errors[0]).toContain(image);
  expect(await newSide(scene)).toBeUndefined();
}, 300_000);

test.concurrent("problems of the file are told all at once, with their lines", async () => {
  const scene = await newMoveScene({ orders: { imgae: {}, release: { namespace: "Not a name" } } });
  const refused = await scene.switchover({ phase: "prepare" });
  expect(refused.code).toBe(1);
  expect(refused.errors[0]).toMatch(/\.github\/k8s-migrate\.yml:\d+:\d+: services\.orders.*imgae.*image/s);
  expect(refused.errors[0]).toContain("Not a name");
}, 300_000);

test.concurrent("what ECS does not tell clearly is not guessed", async () => {
  const scene = await newMoveScene({ orders: { ecs: { service: "ordres" } } });
  const refused = await scene.switchover({ phase: "prepare" });
  expect(refused.code).toBe(1);
  expect(refused.errors[0]).toMatch(/ordres.*orders/s);
  expect(await newSide(scene)).toBeUndefined();
}, 300_000);
