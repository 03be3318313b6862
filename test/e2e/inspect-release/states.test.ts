import { readdir, stat } from "node:fs/promises";
import { dirname } from "node:path";
import { beforeAll, describe, expect, test } from "@jest/globals";
import { type ClusterView, clusterView, helms } from "../../support/cluster-view.ts";
import { deploy, workspace } from "../../support/deploy.ts";
import { COMMIT, inspect, NO_RECORD, RUN, UNKNOWN, valuesOf } from "../../support/inspect.ts";
import { leaks, placesOfRun } from "../../support/leaks.ts";
import { newNamespace } from "../../support/namespaces.ts";
import { onOutput } from "../../support/output.ts";
import { neverReady } from "../../support/release-states/states.ts";

let cluster: ClusterView;
beforeAll(async () => {
  cluster = await clusterView();
});

describe.each(helms)("Helm %s", (helm) => {
  test("after a deploy: what it gave, what the pods run, and a summary", async () => {
    const namespace = newNamespace();
    const made = await deploy(helm, { namespace, chart: "charts/web", values: "replicas: 2" });
    expect(made.code).toBe(0);
    const run = await inspect(namespace);
    expect(run).toMatchObject({ code: 0, errors: [], warnings: [], stderr: "", env: {} });
    expect(run.outputs).toEqual({
      status: "deployed",
      revision: "1",
      chart: "web",
      "chart-version": "1.2.3",
      "chart-digest": made.outputs["chart-digest"],
      images: made.outputs.images,
      "values-file": expect.stringContaining(run.runnerTemp),
      "git-sha": COMMIT,
    });
    expect(run.outputs["chart-digest"]).toMatch(/^sha256:[0-9a-f]{64}$/);
    const [pod] = await cluster.list<{ status: { containerStatuses: { imageID: string }[] } }>("pods", "-n", namespace);
    expect(JSON.parse(run.outputs.images ?? "")).toEqual([
      {
        workload: "Deployment/orders",
        container: "web",
        image: "registry.test/shop/web:7.0",
        digest: pod?.status.containerStatuses[0]?.imageID.replace(/^.*@/, ""),
      },
    ]);
    expect(await valuesOf(run)).toEqual({ replicas: 2 });
    expect(run.summary).toContain(`| Commit | \`0123456789ab\` ([its run](${RUN}) by octocat) |`);

    const file = run.outputs["values-file"] ?? "";
    expect([(await stat(file)).mode & 0o777, (await stat(dirname(file))).mode & 0o777]).toEqual([0o600, 0o700]);
    expect(await run.post()).toMatchObject({ code: 0, errors: [] });
    expect(await readdir(run.runnerTemp)).toEqual([]);
  });

  test("after an upgrade that failed: its state, and the revision that serves", async () => {
    const namespace = newNamespace();
    const made = await deploy(helm, { namespace, chart: "charts/web", values: "replicas: 1" });
    const failed = await deploy(helm, { namespace, chart: "charts/web", values: "replicas: -1", "on-failure": "keep" });
    expect([made.code, failed.code]).toEqual([0, 1]);
    expect(await cluster.history(helm, "orders", namespace)).toEqual(["1 deployed", "2 failed"]);
    const run = await inspect(namespace);
    expect(run).toMatchObject({ code: 0, warnings: [] });
    const { images, "chart-digest": digest } = made.outputs;
    expect(run.outputs).toMatchObject({ status: "failed", revision: "1", "chart-digest": digest, images });
    expect(await valuesOf(run)).toEqual({ replicas: 1 });
    expect(run.summary).toMatch(
      /\| Status \| failed \|\n\| Serves \| 1, deployed, of \S+ \|\n\| Newest revision \| 2, failed, of \S+ \|\n/,
    );
  });

  test("while an upgrade is under way, or its run is dead: pending, and which run", async () => {
    const namespace = newNamespace();
    await deploy(helm, { namespace, chart: "charts/web" });
    const killing = onOutput("Deployment orders: 0/1 ready", async (child) => void child.kill("SIGKILL"));
    const killed = await deploy(
      helm,
      { namespace, chart: "charts/web", values: neverReady },
      { onStart: killing.onStart },
    );
    await killing.done();
    expect(killed.signal).toBe("SIGKILL");
    const run = await inspect(namespace);
    expect(run).toMatchObject({ code: 0, warnings: [], outputs: { status: "pending-upgrade", revision: "1" } });
    const lease = await cluster.get<{ spec: { renewTime: string } }>("lease/k8s-migrate-orders", "-n", namespace);
    expect(run.summary).toMatch(/\| Newest revision \| 2, pending-upgrade, of \S+ \|/);
    expect(run.summary).toContain(`| Lease of | ${RUN}, last renewed at ${lease?.spec.renewTime.slice(0, 19)}`);
  });

  test("a release that plain Helm made: no digest, commit or values, with a warning", async () => {
    const namespace = newNamespace();
    const chart = `${workspace}/charts/web`;
    const flags = ["--namespace", namespace, "--create-namespace", "--wait", "--set", "pod.password=Plain-Secret-1"];
    await cluster.helm(helm, "install", "orders", chart, ...flags);
    const run = await inspect(namespace);
    expect(run).toMatchObject({ code: 0, warnings: [expect.stringMatching(NO_RECORD)] });
    expect(run.outputs).toMatchObject({ status: "deployed", revision: "1", chart: "web", ...UNKNOWN });
    expect(JSON.parse(run.outputs.images ?? "")).toEqual([
      expect.objectContaining({ workload: "Deployment/orders", digest: expect.stringMatching(/^sha256:/) }),
    ]);
    expect(leaks(await placesOfRun(run, await run.post()), { password: "Plain-Secret-1" })).toEqual([]);
  });

  test("after a rollback by hand: the record of the revision that it went back to", async () => {
    const namespace = newNamespace();
    const first = await deploy(helm, { namespace, values: "note: first", "secret-values": "secret: { password: x1 }" });
    await deploy(helm, { namespace, values: "note: second" });
    for (const target of ["1", "3"]) await cluster.helm(helm, "rollback", "orders", target, "--namespace", namespace);
    const run = await inspect(namespace);
    expect(run).toMatchObject({ code: 0, warnings: [], outputs: { status: "deployed", revision: "4" } });
    expect(run.outputs["chart-digest"]).toBe(first.outputs["chart-digest"]);
    expect(await valuesOf(run)).toEqual({ note: "first", secret: {} });

    // One that only calls itself so is not believed.
    const forged = [
      "--description",
      "Rollback to 1",
      "--set",
      "secret.other=Forged-Secret-1",
      "--namespace",
      namespace,
    ];
    await cluster.helm(helm, "upgrade", "orders", `${workspace}/charts/settings`, ...forged);
    expect(await inspect(namespace)).toMatchObject({
      code: 0,
      warnings: [expect.stringMatching(NO_RECORD)],
      outputs: UNKNOWN,
    });
  });
});

test("no release is a result, not an error", async () => {
  const namespace = newNamespace();
  const nothing = { revision: "", chart: "", "chart-version": "", images: "[]", ...UNKNOWN };
  const run = await inspect(namespace);
  expect(run).toMatchObject({ code: 0, errors: [], warnings: [], outputs: { status: "absent", ...nothing } });
  expect(run.summary).toContain(`There is no release orders in ${namespace}`);
  expect(await readdir(run.runnerTemp)).toEqual([]);
});

test("a release that Helm keeps after its uninstall is uninstalled, and runs nothing", async () => {
  const namespace = newNamespace();
  await deploy("4", { namespace, chart: "charts/web" });
  await cluster.helm("4", "uninstall", "orders", "--keep-history", "--wait", "--namespace", namespace);
  const run = await inspect(namespace);
  expect(run).toMatchObject({ code: 0, warnings: [], outputs: { status: "uninstalled", revision: "1", images: "[]" } });
});
