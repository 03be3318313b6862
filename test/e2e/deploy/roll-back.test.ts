import { expect, test } from "@jest/globals";
import { helms } from "../../support/cluster-view.ts";
import { newScene } from "../../support/release-states/scene.ts";

test.concurrent.each(helms)(
  "Helm %s: an upgrade that is refused in the middle is taken back whole, with what it drops and what it adds",
  async (helm) => {
    const scene = await newScene(helm);
    const { cluster, namespace } = scene;
    expect(await scene.deploy({ values: "extra: [both, old]" })).toMatchObject({ code: 0 });
    // Refused at the Deployment: by then the new ConfigMap is there, and so is the old one still.
    const run = await scene.deploy({ values: "extra: [both, new]\ntrack: stable" });
    expect(run).toMatchObject({ code: 1, outputs: { status: "rolled-back", "previous-revision": "1" } });
    expect(run.errors).toEqual([
      expect.stringMatching(/^Helm: upgrade --install orders .* failed: .*field is immutable/s),
    ]);
    expect(run.errors[0]).toContain("\norders was rolled back to revision 1");
    const history = await cluster.history(helm, "orders", namespace);
    expect(history.at(-1)).toBe(`${run.outputs.revision} deployed`);
    const configMaps = await cluster.list("configmaps", "-n", namespace);
    expect(configMaps.map(({ metadata }) => metadata.name).filter((name) => name !== "kube-root-ca.crt")).toEqual([
      "both",
      "old",
    ]);

    // And the way on is open.
    expect(await scene.deploy({ values: "extra: [both, new]" })).toMatchObject({ code: 0 });
  },
  300_000,
);
