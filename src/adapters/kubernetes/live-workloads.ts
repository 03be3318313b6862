import type { V1LabelSelector, V1LabelSelectorRequirement, V1Pod, V1PodSpec } from "@kubernetes/client-node";
import type { LiveObjects } from "../../ports/live-objects.ts";
import type { ManifestObject } from "../../workloads/objects.ts";
import { digestOf, type RunningImage, type Workload } from "../../workloads/workload.ts";
import type { KubernetesClient } from "./client.ts";
import { type Live, listed, ofKind } from "./listing.ts";
import { type Count, daemonSetCount, deploymentCount, jobCount, statefulSetCount } from "./ready-counts.ts";

/** What all kinds of workload have in common. */
type WorkloadSpec = { spec?: { selector?: V1LabelSelector; template?: { spec?: V1PodSpec } } };
type Found = Live<WorkloadSpec> & Count;

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
      ...deployments.map((each) => ({ ...each, ...deploymentCount(each.live) })),
      ...statefulSets.map((each) => ({ ...each, ...statefulSetCount(each.live) })),
      ...daemonSets.map((each) => ({ ...each, ...daemonSetCount(each.live) })),
      ...jobs.map((each) => ({ ...each, ...jobCount(each.live) })),
    ];
  }
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
