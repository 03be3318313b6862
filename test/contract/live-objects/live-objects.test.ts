import { beforeAll, expect, test } from "@jest/globals";
import { waitFor } from "../../../sandbox/process/daemon.ts";
import { openCluster } from "../../../src/adapters/kubernetes/client.ts";
import { clusterObjects } from "../../../src/adapters/kubernetes/live-objects.ts";
import type { LiveObjects } from "../../../src/ports/live-objects.ts";
import { objectsOf } from "../../../src/workloads/objects.ts";
import { packStorefront } from "../../support/charts.ts";
import { type ClusterView, clusterView } from "../../support/cluster-view.ts";
import { newNamespace } from "../../support/namespaces.ts";
import { tempFolder } from "../../support/temp-folder.ts";

// What a chart's objects are like while they get ready, and afterwards; each number is compared with kubectl's.

let cluster: ClusterView;
let live: LiveObjects;

beforeAll(async () => {
  cluster = await clusterView();
  live = clusterObjects(await openCluster({ kubeconfig: cluster.kubeconfig, context: "" }));
});

async function manifestOf(namespace: string, chart: string, ...values: string[]) {
  // Without hooks it ends before the pods are ready.
  const wishes = [
    "--create-namespace",
    "--no-hooks",
    "--namespace",
    namespace,
    ...values.flatMap((value) => ["--set", value]),
  ];
  await cluster.helm("4", "upgrade", "--install", "shop", chart, ...wishes);
  return objectsOf(await cluster.helm("4", "get", "manifest", "shop", "--namespace", namespace), namespace);
}

function counts(workloads: { kind: string; name: string; ready: number; wanted: number }[]): string[] {
  return workloads.map(({ kind, name, ready, wanted }) => `${kind} ${name} ${ready}/${wanted}`);
}

test("workloads of all kinds are counted until they are ready, and have the images that their pods run", async () => {
  const namespace = newNamespace();
  const objects = await manifestOf(namespace, await packStorefront(await tempFolder()), "replicas=2");
  const ready = [
    "Deployment shop-web 2/2",
    "StatefulSet shop-db 1/1",
    "DaemonSet shop-agent 3/3",
    "Job shop-migrate-1 1/1",
  ];
  const seen = new Set<string>();
  await waitFor(
    "all to be ready",
    async () => {
      const now = counts(await live.readiness(objects));
      for (const each of now) seen.add(each);
      return JSON.stringify(now) === JSON.stringify(ready);
    },
    { intervalMs: 100 },
  );
  expect([...seen]).toEqual(expect.arrayContaining(["Deployment shop-web 0/2", "Job shop-migrate-1 0/1"]));

  const images = (await live.workloads(objects)).flatMap((workload) => workload.images);
  expect(images.map(({ workload, container }) => `${workload} ${container}`)).toEqual([
    "Deployment/shop-web web",
    "StatefulSet/shop-db db",
    "DaemonSet/shop-agent agent",
    "Job/shop-migrate-1 migrate",
  ]);
  for (const { container, digest } of images) {
    const label = `app.kubernetes.io/component=${container}`;
    const path = "{.items[*].status.containerStatuses[0].imageID}";
    const ids = (await cluster.kubectl("get", "pods", "-n", namespace, "-l", label, `-o=jsonpath=${path}`)).split(" ");
    expect(new Set(ids.map((id) => id.split("@")[1]))).toEqual(new Set([digest]));
  }
});

test("while a rollout goes on, only new pods count, and only their image is told", async () => {
  const namespace = newNamespace();
  await manifestOf(namespace, "test/fixtures/charts/web", "replicas=2");
  await cluster.kubectl("rollout", "status", "deployment/shop", "-n", namespace);
  const next = ["replicas=2", "image=registry.test/shop/web:next", "pod.k8s-migrate\\.dev/behaviour=never-ready"];
  const objects = await manifestOf(namespace, "test/fixtures/charts/web", ...next);
  await waitFor("the new pod to run", async () => {
    const [workload] = await live.workloads(objects);
    return workload?.images[0]?.digest !== "";
  });
  const deployment = await cluster.get<{ status: { readyReplicas: number } }>("deployment/shop", "-n", namespace);
  expect(deployment?.status.readyReplicas).toBe(2);
  const [workload] = await live.workloads(objects);
  expect(workload).toMatchObject({ ready: 0, wanted: 2 });
  expect(workload?.images).toEqual([
    {
      workload: "Deployment/shop",
      container: "web",
      image: "registry.test/shop/web:next",
      digest: expect.stringMatching(/^sha256:/),
    },
  ]);
  const path = "{.items[*].status.containerStatuses[?(@.image=='registry.test/shop/web:next')].imageID}";
  const id = await cluster.kubectl("get", "pods", "-n", namespace, `-o=jsonpath=${path}`);
  expect(workload?.images[0]?.digest).toBe(id.split("@")[1]);
});

test("what does not exist yet is left out", async () => {
  const namespace = newNamespace();
  const object = (kind: string, apiVersion: string) => ({ apiVersion, kind, namespace, name: "absent" });
  const objects = [
    object("Deployment", "apps/v1"),
    object("CronJob", "batch/v1"),
    object("Ingress", "networking.k8s.io/v1"),
  ];
  expect(await live.readiness(objects)).toEqual([]);
  expect(await live.workloads(objects)).toEqual([]);
  expect(await live.cronJobs(objects)).toEqual([]);
  expect(await live.urls([...objects, object("HTTPRoute", "gateway.networking.k8s.io/v1")])).toEqual([]);
});

test("a CronJob says when it ran last, and whether it is suspended", async () => {
  const namespace = newNamespace();
  await cluster.kubectl("create", "namespace", namespace);
  await cluster.kubectl("create", "cronjob", "nightly", "--image=x", "--schedule=0 3 * * *", "--namespace", namespace);
  const object = { apiVersion: "batch/v1", kind: "CronJob", namespace, name: "nightly" };
  const plain = { namespace, name: "nightly", schedule: "0 3 * * *", timeZone: "" };
  expect(await live.cronJobs([object])).toEqual([{ ...plain, suspend: false, lastScheduleTime: "" }]);

  const patch = (what: object, ...flags: string[]) =>
    cluster.kubectl("patch", "cronjob/nightly", "-n", namespace, "--type=merge", "-p", JSON.stringify(what), ...flags);
  // Suspended first: a last run that is long ago is one that the controller catches up on.
  await patch({ spec: { suspend: true } });
  await patch({ status: { lastScheduleTime: "2026-01-02T03:00:00Z" } }, "--subresource=status");
  expect(await live.cronJobs([object])).toEqual([
    { ...plain, suspend: true, lastScheduleTime: "2026-01-02T03:00:00.000Z" },
  ]);
});

test("runs are deleted with their pods, and those that were there are named", async () => {
  const namespace = newNamespace();
  await cluster.kubectl("create", "namespace", namespace);
  await cluster.kubectl("create", "job", "migrate", "--image=registry.test/shop/web:1", "--namespace", namespace);
  await waitFor("its pod", async () => (await cluster.kubectl("get", "pods", "-n", namespace, "-o=name")) !== "");
  const run = { apiVersion: "batch/v1", kind: "Job", namespace, name: "migrate" };
  const absent = { apiVersion: "v1", kind: "Pod", namespace, name: "absent" };
  expect(await live.removeRuns([run, absent], new AbortController().signal)).toEqual(["Job/migrate"]);
  expect(await cluster.kubectl("get", "jobs,pods", "-n", namespace, "-o=name")).toBe("");
});

test("a wait for the end of a run ends with its signal", async () => {
  const namespace = newNamespace();
  await cluster.kubectl("create", "namespace", namespace);
  await cluster.kubectl("create", "job", "held", "--image=registry.test/shop/web:1", "--namespace", namespace);
  const hold = (finalizers: string[]) =>
    cluster.kubectl(
      "patch",
      "job/held",
      "-n",
      namespace,
      "--type=merge",
      "-p",
      JSON.stringify({ metadata: { finalizers } }),
    );
  await hold(["k8s-migrate.dev/test"]);
  const run = { apiVersion: "batch/v1", kind: "Job", namespace, name: "held" };
  expect(await live.removeRuns([run], AbortSignal.timeout(1000))).toEqual(["Job/held"]);
  expect(await cluster.kubectl("get", "jobs", "-n", namespace, "-o=name")).toBe("job.batch/held\n");
  await hold([]);
});
