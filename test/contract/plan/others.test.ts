import { expect, test } from "@jest/globals";
import { openCluster } from "../../../src/adapters/kubernetes/client.ts";
import { clusterDryRun } from "../../../src/adapters/kubernetes/server-dry-run.ts";
import { clusterView } from "../../support/cluster-view.ts";
import { changed, objects } from "./objects.ts";
import { scene, settled } from "./scene.ts";

// Where others changed what Helm applied, or another Helm made it.

test("Helm 4: a field that another owns is a problem, and the plan shows what forcing would give", async () => {
  const { cluster, namespace, deploy, plan } = await scene("4");
  await deploy(objects(namespace));
  await cluster.kubectl("scale", "deployment/web", "--replicas=5", "-n", namespace);
  const found = await plan(changed(objects(namespace), ["replicas: 2", "replicas: 3"]));
  expect(found.told).toEqual(["change Deployment/web"]);
  expect(found.of("Deployment/web")).toMatchObject({
    problem: expect.stringMatching(/conflict with "kubectl".*\.spec\.replicas/s),
    diff: expect.stringContaining("-  replicas: 5\n+  replicas: 3"),
  });
  expect(found.isUnchanged).toBe(false);
  await expect(deploy(changed(objects(namespace), ["replicas: 2", "replicas: 3"]))).rejects.toThrow("conflict");
});

test("Helm 4: the switch of a CronJob is no problem, since a deploy takes it over; more than that is", async () => {
  const { cluster, namespace, deploy, plan } = await scene("4");
  await deploy(objects(namespace));
  const patch = (spec: object) =>
    cluster.kubectl(
      "patch",
      "cronjob/nightly",
      "-n",
      namespace,
      "--field-manager=someone",
      "-p",
      JSON.stringify({ spec }),
    );
  await patch({ suspend: false });
  const found = await plan(objects(namespace));
  expect(found.told).toEqual(["change CronJob/nightly"]);
  expect(found.of("CronJob/nightly").problem).toBeUndefined();
  expect(found.of("CronJob/nightly").diff).toContain("-  suspend: false\n+  suspend: true");
  await patch({ schedule: "0 4 * * *" });
  expect((await plan(objects(namespace))).of("CronJob/nightly").problem).toMatch(/2 conflicts.*\.spec\.schedule/s);
});

test("Helm 4: a strategy keeps the defaults of the old one, so that another is refused", async () => {
  const { namespace, deploy, plan } = await scene("4");
  await deploy(objects(namespace));
  const next = changed(objects(namespace), ["type: RollingUpdate", "type: Recreate"]);
  const refusal = "spec.strategy.rollingUpdate: Forbidden";
  expect((await plan(next)).of("Deployment/web").problem).toContain(refusal);
  await expect(deploy(next)).rejects.toThrow(refusal);
});

test("Helm 3: what was changed by hand is taken back", async () => {
  const { cluster, namespace, deploy, plan, live } = await scene("3");
  await deploy(objects(namespace));
  await cluster.kubectl("scale", "deployment/web", "--replicas=5", "-n", namespace);
  const found = await plan(objects(namespace));
  expect(found.told).toEqual(["change Deployment/web"]);
  expect(found.of("Deployment/web").problem).toBeUndefined();
  expect(found.of("Deployment/web").diff).toContain("-  replicas: 5\n+  replicas: 2");
  await deploy(objects(namespace));
  expect(await live("deployment/web")).toEqual(settled(found.compared["Deployment/web"]?.after ?? {}));
});

test("Helm 4 goes on with a release of Helm 3 as Helm 3 does", async () => {
  const { namespace, deploy, plan, live } = await scene("4", { serverSide: false });
  await deploy(objects(namespace), "3");
  expect((await plan(objects(namespace))).told).toEqual([]);
  const next = changed(objects(namespace), ["  b: second\n", ""], ["            - { name: GONE, value: x }\n", ""]);
  const found = await plan(next);
  expect(found.told.toSorted()).toEqual(["change ConfigMap/settings", "change Deployment/web"]);
  await deploy(next);
  for (const [object, kind] of [
    ["deployment/web", "Deployment/web"],
    ["configmap/settings", "ConfigMap/settings"],
  ] as const) {
    expect(await live(object)).toEqual(settled(found.compared[kind]?.after ?? {}));
  }
});

test("of duplicate ports, one that changes nothing stays out of the patch", async () => {
  const { cluster, namespace, deploy, plan } = await scene("3");
  await deploy(objects(namespace));
  await cluster.kubectl("annotate", "service/web", "-n", namespace, "by=hand");
  expect((await plan(objects(namespace))).told).toEqual([]);
});

test.each([true, false])("a kind that comes with the chart is new; server side: %s", async (serverSide) => {
  const cluster = await clusterView();
  const dryRun = clusterDryRun(await openCluster({ kubeconfig: cluster.kubeconfig, context: "" }));
  const of = (apiVersion: string) => ({ apiVersion, kind: "NotThereYet", metadata: { name: "later" } });
  const pairs = [{ rendered: of("nobody.example.com/v1") }, { rendered: of("v1") }, { original: of("apps/v1") }];
  expect(await dryRun.compare(pairs, { namespace: "default", serverSide })).toEqual([
    { after: of("nobody.example.com/v1") },
    { after: of("v1") },
    {},
  ]);
});

test.each(["3", "4"] as const)("Helm %s takes over what is there and names the release", async (helm) => {
  const { cluster, namespace, deploy, plan, live } = await scene(helm);
  await cluster.kubectl("create", "configmap", "of-list", "-n", namespace, "--from-literal=old=value");
  await cluster.kubectl("label", "configmap/of-list", "-n", namespace, "app.kubernetes.io/managed-by=Helm");
  const marks = ["meta.helm.sh/release-name=app", `meta.helm.sh/release-namespace=${namespace}`];
  await cluster.kubectl("annotate", "configmap/of-list", "-n", namespace, ...marks);
  const yaml = "apiVersion: v1\nkind: ConfigMap\nmetadata: { name: of-list }\ndata: { new: value }\n";
  const found = await plan(yaml);
  expect(found.of("ConfigMap/of-list")).toMatchObject({
    action: "change",
    diff: expect.stringContaining("+  new: value"),
  });
  await deploy(yaml);
  expect(await live("configmap/of-list")).toEqual(settled(found.compared["ConfigMap/of-list"]?.after ?? {}));
});
