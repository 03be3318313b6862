import { expect, test } from "@jest/globals";
import { helms } from "../../support/cluster-view.ts";
import { newScene } from "../../support/release-states/scene.ts";
import { releaseStates } from "../../support/release-states/states.ts";

const rows = helms.flatMap((helm) => Object.keys(releaseStates).map((name) => ({ helm, name })));

test.concurrent.each(rows)(
  "Helm $helm, $name: one deploy leads on",
  async ({ helm, name }) => {
    const state = releaseStates[name];
    if (!state) throw new Error(`There is no state ${name}.`);
    const scene = await newScene(helm);
    const { cluster, namespace } = scene;
    const end = await state.make(scene);
    const history = async () => cluster.history(helm, "orders", namespace).catch(() => []);
    expect(await history()).toEqual(state.history);

    const run = await scene.deploy(state.inputs);
    await end?.();
    expect({ ...run, stdout: undefined }).toMatchObject({ code: 0, errors: [], outputs: state.outputs });
    expect(run.stdout).toContain(state.says);
    expect(run.stdout).toContain("Deployment orders: 1/1 ready");
    expect(await history()).toEqual(state.after);
    // What serves is the chart as this deploy gave it, and nobody holds the release any more.
    const deployment = await cluster.get<{ status: { readyReplicas?: number } }>("deployment/orders", "-n", namespace);
    expect(deployment?.status.readyReplicas).toBe(1);
    const lease = await cluster.get<{ spec: { holderIdentity?: string } }>("lease/k8s-migrate-orders", "-n", namespace);
    expect(lease?.spec.holderIdentity ?? "").toBe("");
  },
  300_000,
);
