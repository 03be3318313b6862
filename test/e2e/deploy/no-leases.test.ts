import { expect, test } from "@jest/globals";
import { helms } from "../../support/cluster-view.ts";
import { onOutput } from "../../support/output.ts";
import { newScene } from "../../support/release-states/scene.ts";
import { good, neverReady } from "../../support/release-states/states.ts";
import { serviceAccount } from "../../support/service-account.ts";

const allButLeases = [
  "* secrets",
  "* configmaps",
  "* pods",
  "* pods/log",
  "* events",
  "* deployments.apps",
  "* replicasets.apps",
];

test.concurrent.each(helms)(
  "Helm %s: a login without a right to Leases waits until a pending release is older than the timeout, and recovers it",
  async (helm) => {
    const scene = await newScene(helm);
    const { cluster, namespace } = scene;
    const kubeconfig = await serviceAccount(namespace, "deployer", allButLeases);
    const first = await scene.deploy({ kubeconfig });
    expect(first).toMatchObject({ code: 0, warnings: [expect.stringContaining("may not hold Leases")] });
    const killing = onOutput("Deployment orders: 0/1 ready", async (child) => void child.kill("SIGKILL"));
    await scene.deploy({ kubeconfig, values: neverReady }, { onStart: killing.onStart });
    await killing.done();
    expect(await cluster.history(helm, "orders", namespace)).toEqual(["1 deployed", "2 pending-upgrade"]);

    const timeoutSeconds = 15;
    const run = await scene.deploy({ kubeconfig, values: good, timeout: `${timeoutSeconds}s` });
    expect({ ...run, stdout: undefined }).toMatchObject({
      code: 0,
      errors: [],
      outputs: { status: "deployed", action: "recovered-upgrade", revision: "4", "previous-revision": "1" },
    });
    expect(run.stdout).toContain("by something that holds no Lease: waiting until it ends");
    const after = ["1 superseded", "2 pending-upgrade", "3 superseded", "4 deployed"];
    expect(await cluster.history(helm, "orders", namespace)).toEqual(after);
    const revisions = await cluster.helmJson<{ updated: string }[]>(
      ...([helm, "history", "orders", "--namespace", namespace] as const),
    );
    const [, pending = 0, rolledBack = 0] = revisions.map(({ updated }) => Date.parse(updated));
    // The age is told by Helm's own time of change, which has whole seconds.
    expect(rolledBack - pending).toBeGreaterThan((timeoutSeconds - 1) * 1000);
    expect(await cluster.list("leases", "-n", namespace)).toEqual([]);
  },
  360_000,
);
