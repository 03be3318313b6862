import { beforeAll, expect, test } from "@jest/globals";
import { type ClusterView, clusterView, helms } from "../../support/cluster-view.ts";
import { deploy } from "../../support/deploy.ts";
import { newNamespace } from "../../support/namespaces.ts";
import { onOutput } from "../../support/output.ts";
import { neverReady, slow } from "../../support/release-states/states.ts";

// The chart "web": one Deployment, whose pods behave as the value `pod` says.

let cluster: ClusterView;
beforeAll(async () => {
  cluster = await clusterView();
});

/** How each Helm says that its time is over. */
const timeOver = {
  "3": "context deadline exceeded",
  "4": "resource Deployment/NAMESPACE/orders not ready. status: InProgress, message: Available: 0/1\ncontext deadline exceeded",
};

test.concurrent.each(helms)(
  "Helm %s: a first install that never gets ready fails after its timeout, and says so",
  async (helm) => {
    const namespace = newNamespace();
    const run = await deploy(helm, { namespace, chart: "charts/web", values: neverReady, timeout: "3s" });
    expect(run.code).toBe(1);
    const said = timeOver[helm].replace("NAMESPACE", namespace);
    const [error = ""] = run.errors;
    expect(error).toMatch(/^Deployment orders: container web runs, but is not ready .*Readiness probe failed/);
    expect(error).toContain(`\nHelm: upgrade --install orders in namespace ${namespace} failed: ${said}`);
    expect(error).toContain("\norders stays at revision 1, failed; the next deploy goes on from there");
    expect(run.durationMs).toBeGreaterThan(3000);
    expect(run.durationMs).toBeLessThan(30_000);
    expect(run.outputs).toMatchObject({ status: "failed", action: "install", revision: "1", "previous-revision": "" });
    expect(run.summary).toContain(`orders was not deployed to ${namespace}`);
    expect(run.summary).toContain("revision 1, failed");
    expect(run.summary).toContain(said);
    expect(run.summary).toContain("| Deployment orders | 0/1 |");
    expect(await cluster.helmJson(helm, "status", "orders", "--namespace", namespace)).toMatchObject({
      version: 1,
      info: { status: "failed" },
    });
    // What was not deployed is not to be promoted.
    expect(await cluster.get("secret/k8s-migrate.orders.v1", "-n", namespace)).toBeUndefined();

    const next = await deploy(helm, { namespace, chart: "charts/web" });
    expect(next).toMatchObject({ code: 0, errors: [] });
    expect(next.stdout).toContain(`Found orders in ${namespace}: revision 1, failed\n`);
    expect(next.outputs).toMatchObject({
      status: "deployed",
      action: "upgrade",
      revision: "2",
      "previous-revision": "",
    });
    expect(await cluster.history(helm, "orders", namespace)).toEqual(["1 superseded", "2 deployed"]);

    // A failed upgrade goes back to revision 2.
    const third = await deploy(helm, { namespace, chart: "charts/web", values: neverReady, timeout: "2s" });
    expect(third).toMatchObject({
      code: 1,
      outputs: { status: "rolled-back", action: "upgrade", revision: "4", "previous-revision": "2" },
    });
    const history = ["1 superseded", "2 superseded", "3 failed", "4 deployed"];
    expect(await cluster.history(helm, "orders", namespace)).toEqual(history);
  },
  300_000,
);

test.concurrent.each(helms)(
  "Helm %s: while Helm waits, the log says what is ready",
  async (helm) => {
    const namespace = newNamespace();
    let during: unknown;
    const looking = onOutput("Deployment orders: 0/2 ready", async () => {
      during = await cluster.helmJson(helm, "status", "orders", "--namespace", namespace);
    });
    const run = await deploy(
      helm,
      { namespace, chart: "charts/web", values: `replicas: 2\n${slow(15)}` },
      { onStart: looking.onStart },
    );
    await looking.done();
    expect(run).toMatchObject({ code: 0, errors: [] });
    expect(during).toMatchObject({ info: { status: "pending-install" } });
    const lines = run.stdout.split("\n").filter((line) => line.startsWith("Deployment "));
    expect(lines[0]).toBe("Deployment orders: 0/2 ready");
    // Never twice the same, and not a line for each look at the cluster.
    expect(new Set(lines).size).toBe(lines.length);
    expect(lines.length).toBeLessThanOrEqual(3);
  },
  150_000,
);
