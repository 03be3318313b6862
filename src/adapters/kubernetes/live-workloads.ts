import type { V1LabelSelector, V1LabelSelectorRequirement, V1Pod, V1PodSpec } from "@kubernetes/client-node";
import type { LiveObjects } from "../../ports/live-objects.ts";
import type { ManifestObject } from "../../workloads/objects.ts";
import { digestOf, type RunningImage, type Workload } from "../../workloads/workload.ts";
import type { KubernetesClient } from "./client.ts";
import { type Live, listed, ofKind } from "./listing.ts";

/** What all kinds of workload have in common. */
type WorkloadSpec = { spec?: { selector?: V1LabelSelector; template?: { spec?: V1PodSpec } } };
type Found = Live<WorkloadSpec> & { ready: number; wanted: number };

/** Deployments, StatefulSets, DaemonSets and Jobs: how many pods are ready, and which images they run. */
export function clusterWorkloads({
  core,
  apps,
  batch,
}: KubernetesClient): Pick<LiveObjects, "readiness" | "workloads"> {
  return {
    async readiness(objects) {
      return (await find(objects)).map((found) => asWorkload(found, []));
    },
    async workloads(objects) {
      const all = await find(objects);
      const namespaces = [...new Set(all.map(({ object }) => object.namespace))];
      const pods = await Promise.all(
        namespaces.map((namespace) =>
          listed(`list pods in namespace ${namespace}`, core.listNamespacedPod({ namespace })),
        ),
      );
      return all.map((found) => asWorkload(found, imagesOf(found, pods.flat())));
    },
  };

  async function find(objects: readonly ManifestObject[]): Promise<Found[]> {
    const [deployments, statefulSets, daemonSets, jobs] = await Promise.all([
      ofKind(objects, "Deployment", (namespace) => apps.listNamespacedDeployment({ namespace })),
      ofKind(objects, "StatefulSet", (namespace) => apps.listNamespacedStatefulSet({ namespace })),
      ofKind(objects, "DaemonSet", (namespace) => apps.listNamespacedDaemonSet({ namespace })),
      ofKind(objects, "Job", (namespace) => batch.listNamespacedJob({ namespace })),
    ]);
    return [
      ...[...deployments, ...statefulSets].map(({ object, live }) => {
        const { replicas = 0, updatedReplicas = 0, readyReplicas = 0 } = live.status ?? {};
        const ready = newAndReady({ all: replicas, updated: updatedReplicas, ready: readyReplicas });
        return { object, live, ready, wanted: live.spec?.replicas ?? 1 };
      }),
      ...daemonSets.map(({ object, live }) => {
        const { currentNumberScheduled = 0, updatedNumberScheduled = 0, numberReady = 0 } = live.status ?? {};
        const ready = newAndReady({ all: currentNumberScheduled, updated: updatedNumberScheduled, ready: numberReady });
        return { object, live, ready, wanted: live.status?.desiredNumberScheduled ?? 0 };
      }),
      ...jobs.map(({ object, live }) => {
        return { object, live, ready: live.status?.succeeded ?? 0, wanted: live.spec?.completions ?? 1 };
      }),
    ];
  }
}

/**
 * How many new pods are ready, at least: a status counts ready pods of both generations while a rollout goes on, and old
 * ones mostly are ready.
 */
function newAndReady(pods: { all: number; updated: number; ready: number }): number {
  return Math.max(0, pods.ready - (pods.all - pods.updated));
}

function asWorkload({ object, ready, wanted }: Found, images: RunningImage[]): Workload {
  const { kind, namespace, name } = object;
  return { kind, namespace, name, ready, wanted, images };
}

function imagesOf({ object, live }: Found, pods: readonly V1Pod[]): RunningImage[] {
  const own = pods.filter((pod) => pod.metadata?.namespace === object.namespace && selects(live.spec?.selector, pod));
  return (live.spec?.template?.spec?.containers ?? []).map(({ name, image = "" }) => {
    const running = own
      .filter((pod) => pod.spec?.containers.some((each) => each.name === name && each.image === image))
      .flatMap((pod) => pod.status?.containerStatuses ?? [])
      .find((status) => status.name === name && digestOf(status.imageID) !== "");
    const digest = running ? digestOf(running.imageID) : "";
    return { workload: `${object.kind}/${object.name}`, container: name, image, digest };
  });
}

/** https://kubernetes.io/docs/concepts/overview/working-with-objects/labels/#resources-that-support-set-based-requirements */
function selects({ matchLabels = {}, matchExpressions = [] }: V1LabelSelector = {}, { metadata }: V1Pod): boolean {
  const labels = metadata?.labels ?? {};
  const has = ({ key, operator, values = [] }: V1LabelSelectorRequirement): boolean => {
    const value = labels[key];
    if (operator === "Exists") return value !== undefined;
    if (operator === "DoesNotExist") return value === undefined;
    const isIn = value !== undefined && values.includes(value);
    return operator === "In" ? isIn : !isIn;
  };
  const wanted = Object.entries(matchLabels);
  if (wanted.length === 0 && matchExpressions.length === 0) return false;
  return wanted.every(([key, value]) => labels[key] === value) && matchExpressions.every(has);
}
