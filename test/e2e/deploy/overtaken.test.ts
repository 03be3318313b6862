import { expect, test } from "@jest/globals";
import { type ApiProxy, startApiProxy } from "../../support/api-proxy.ts";
import { helms } from "../../support/cluster-view.ts";
import { newScene } from "../../support/release-states/scene.ts";
import { byHand, good, neverReady, type Scene } from "../../support/release-states/states.ts";

// Helm by hand cannot upgrade while ours is pending. So it does right when ours no longer is: when the API server has the
// last write of our Helm, which says how revision 2 ended, and our Helm has not yet heard of it.

const byHandImage = "registry.test/shop/web:9.0";
// The annotations too: Helm 3 compares with the last revision that was deployed, and would leave those of ours in between.
const sets = ["--set", `image=${byHandImage}`, "--set-json", 'pod={"k8s-migrate.dev/behaviour":""}'];
const upgradeByHand = ["upgrade", "orders", "test/fixtures/charts/web", ...sets, "--wait", "--timeout", "60s"];

/** A way to the API server on which revision 3 is made by hand right behind our revision 2. `made` is false until it is there. */
async function overtaking(scene: Scene): Promise<{ proxy: ApiProxy; made: () => boolean }> {
  let made = false;
  const proxy = await startApiProxy({
    kubeconfig: scene.cluster.kubeconfig,
    when: "after",
    counts: ({ method, path, userAgent }) =>
      method === "PUT" && path.endsWith("/secrets/sh.helm.release.v1.orders.v2") && userAgent.startsWith("Helm/"),
    async onWrite() {
      await byHand(scene, ...upgradeByHand);
      made = true;
    },
  });
  return { proxy, made: () => made };
}

const starts = [
  {
    start: "an upgrade",
    before: { code: 0, history: "1 deployed", inputs: {} },
  },
  {
    start: "the deploy after a first one that failed",
    before: { code: 1, history: "1 failed", inputs: { values: neverReady, timeout: "2s" } },
  },
];
const ends = [
  { end: "works", inputs: { values: good }, says: /revision 3 .*came in behind/i },
  { end: "fails", inputs: { values: neverReady, timeout: "5s" }, says: /revision 3\b/i },
];
const rows = helms.flatMap((helm) => starts.flatMap((start) => ends.map((end) => ({ helm, ...start, ...end }))));

test.concurrent.each(rows)(
  "Helm $helm: $start that $end, and another revision right behind it: that one is said, and left alone",
  async ({ helm, before, inputs, says }) => {
    const scene = await newScene(helm);
    const { cluster, namespace } = scene;
    const history = () => cluster.history(helm, "orders", namespace);
    expect(await scene.deploy(before.inputs)).toMatchObject({ code: before.code });
    expect(await history()).toEqual([before.history]);

    const { proxy, made } = await overtaking(scene);
    try {
      const run = await scene.deploy({ ...inputs, kubeconfig: proxy.kubeconfig });
      expect(made()).toBe(true);
      const after = await history();
      expect(after).toHaveLength(3);
      expect(after[2]).toBe("3 deployed");
      expect(run).toMatchObject({ code: 1, outputs: { status: "failed" } });
      expect(run.errors[0]).toMatch(says);

      // Neither does the post step touch it.
      expect(await run.post()).toMatchObject({ code: 0, errors: [] });
      expect(await history()).toEqual(after);
      expect(await cluster.get("deployment/orders", "-n", namespace)).toMatchObject({
        spec: { template: { spec: { containers: [{ image: byHandImage }] } } },
        status: { readyReplicas: 1 },
      });
    } finally {
      await proxy.close();
    }
  },
  300_000,
);
