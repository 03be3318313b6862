import type { V1Job, V1LabelSelector, V1Pod, V1PodSpec } from "@kubernetes/client-node";
import type { LiveObjects } from "../../ports/live-objects.ts";
import type { ManifestObject } from "../../workloads/objects.ts";
import { type CronJob, digestOf, type RunningImage, type Workload } from "../../workloads/workload.ts";
import { apiError, apiStatus } from "./api-errors.ts";
import type { KubernetesClient } from "./client.ts";

type LiveWorkload = Workload & { selector: V1LabelSelector | undefined; pod: V1PodSpec | undefined };

/** The live state of a release's objects. A list call a kind and namespace, so that hundreds of objects cost no more than one. */
export function clusterObjects(client: KubernetesClient): LiveObjects {
  const { core, apps, batch, networking, custom } = client;
  return { readiness, workloads, cronJobs, urls };

  async function readiness(objects: readonly ManifestObject[]): Promise<Workload[]> {
    return (await listWorkloads(objects)).map(plain);
  }

  async function workloads(objects: readonly ManifestObject[]): Promise<Workload[]> {
    const found = await listWorkloads(objects);
    const namespaces = [...new Set(found.map((each) => each.namespace))];
    const pods = (
      await Promise.all(namespaces.map((namespace) => listed("list pods", core.listNamespacedPod({ namespace }))))
    ).flat();
    return found.map((workload) => ({ ...plain(workload), images: imagesOf(workload, pods) }));
  }

  async function cronJobs(objects: readonly ManifestObject[]): Promise<CronJob[]> {
    const found = await ofKind(objects, "CronJob", (namespace) => batch.listNamespacedCronJob({ namespace }));
    return found.map(({ object, live }) => ({
      namespace: object.namespace,
      name: object.name,
      schedule: live.spec?.schedule ?? "",
      timeZone: live.spec?.timeZone ?? "",
      suspend: live.spec?.suspend ?? false,
      lastScheduleTime: live.status?.lastScheduleTime?.toISOString() ?? "",
    }));
  }

  async function urls(objects: readonly ManifestObject[]): Promise<string[]> {
    const [ingresses, routes] = await Promise.all([
      ofKind(objects, "Ingress", (namespace) => networking.listNamespacedIngress({ namespace })),
      ofKind(objects, "HTTPRoute", (namespace) =>
        custom.listNamespacedCustomObject({
          group: "gateway.networking.k8s.io",
          version: "v1",
          namespace,
          plural: "httproutes",
        }),
      ),
    ]);
    const ofIngresses = ingresses.flatMap(({ live }) => {
      const secured = new Set(live.spec?.tls?.flatMap((tls) => tls.hosts ?? []));
      return (live.spec?.rules ?? []).flatMap(({ host, http }) => {
        if (host === undefined) return [];
        return `${secured.has(host) ? "https" : "http"}://${host}${http?.paths[0]?.path ?? "/"}`;
      });
    });
    const ofRoutes = routes.flatMap(({ live }) => (live.spec?.hostnames ?? []).map((host) => `https://${host}/`));
    return [...new Set([...ofIngresses, ...ofRoutes])];
  }

  async function listWorkloads(objects: readonly ManifestObject[]): Promise<LiveWorkload[]> {
    const [deployments, statefulSets, daemonSets, jobs] = await Promise.all([
      ofKind(objects, "Deployment", (namespace) => apps.listNamespacedDeployment({ namespace })),
      ofKind(objects, "StatefulSet", (namespace) => apps.listNamespacedStatefulSet({ namespace })),
      ofKind(objects, "DaemonSet", (namespace) => apps.listNamespacedDaemonSet({ namespace })),
      ofKind(objects, "Job", (namespace) => batch.listNamespacedJob({ namespace })),
    ]);
    return [
      ...[...deployments, ...statefulSets].map(({ object, live }) => {
        const { replicas, updatedReplicas = 0, readyReplicas = 0 } = live.status ?? {};
        const wanted = live.spec?.replicas ?? replicas ?? 0;
        // Old pods are ready too while a rollout goes on: only as many count as there are new ones.
        return describe(object, live, Math.min(updatedReplicas, readyReplicas), wanted);
      }),
      ...daemonSets.map(({ object, live }) => {
        const { updatedNumberScheduled = 0, numberReady = 0, desiredNumberScheduled = 0 } = live.status ?? {};
        return describe(object, live, Math.min(updatedNumberScheduled, numberReady), desiredNumberScheduled);
      }),
      ...jobs.map(({ object, live }) =>
        describe(object, live, live.status?.succeeded ?? 0, live.spec?.completions ?? 1),
      ),
    ];
  }
}

type Listed<T> = { items: T[] };
type Named = { metadata?: { name?: string } };
type HttpRoute = Named & { spec?: { hostnames?: string[] } };

async function ofKind<T extends Named = HttpRoute>(
  objects: readonly ManifestObject[],
  kind: string,
  list: (namespace: string) => Promise<Listed<T>>,
): Promise<{ object: ManifestObject; live: T }[]> {
  const wanted = objects.filter((object) => object.kind === kind);
  const namespaces = [...new Set(wanted.map((object) => object.namespace))];
  const found = await Promise.all(
    namespaces.map(async (namespace) => {
      const items = await listed(`list ${kind} objects in namespace ${namespace}`, list(namespace));
      const byName = new Map(items.map((item) => [item.metadata?.name, item]));
      return wanted
        .filter((object) => object.namespace === namespace)
        .flatMap((object) => {
          const live = byName.get(object.name);
          return live === undefined ? [] : { object, live };
        });
    }),
  );
  return found.flat();
}

/** A login that may not list a kind still deploys: that part of the report stays empty. */
async function listed<T>(operation: string, call: Promise<Listed<T>>): Promise<T[]> {
  try {
    return (await call).items;
  } catch (error) {
    const status = apiStatus(error);
    if (status === 403 || status === 404) return [];
    throw apiError(operation, error);
  }
}

function describe(
  object: ManifestObject,
  live: { spec?: { selector?: V1LabelSelector; template?: { spec?: V1PodSpec } } } | V1Job,
  ready: number,
  wanted: number,
): LiveWorkload {
  const { kind, namespace, name } = object;
  return {
    kind,
    namespace,
    name,
    ready,
    wanted,
    images: [],
    selector: live.spec?.selector,
    pod: live.spec?.template?.spec,
  };
}

function plain({ kind, namespace, name, ready, wanted, images }: LiveWorkload): Workload {
  return { kind, namespace, name, ready, wanted, images };
}

function imagesOf(workload: LiveWorkload, pods: readonly V1Pod[]): RunningImage[] {
  const own = pods.filter((pod) => pod.metadata?.namespace === workload.namespace && selects(workload.selector, pod));
  return (workload.pod?.containers ?? []).map(({ name, image = "" }) => {
    const running = own
      .filter((pod) => pod.spec?.containers.some((each) => each.name === name && each.image === image))
      .flatMap((pod) => pod.status?.containerStatuses ?? [])
      .find((status) => status.name === name && digestOf(status.imageID) !== "");
    return {
      workload: `${workload.kind}/${workload.name}`,
      container: name,
      image,
      digest: running ? digestOf(running.imageID) : "",
    };
  });
}

function selects(selector: V1LabelSelector | undefined, pod: V1Pod): boolean {
  const wanted = Object.entries(selector?.matchLabels ?? {});
  return wanted.length > 0 && wanted.every(([key, value]) => pod.metadata?.labels?.[key] === value);
}
