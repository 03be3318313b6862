import type { V1DaemonSet, V1Deployment, V1Job, V1Pod, V1StatefulSet } from "@kubernetes/client-node";
import type { ObjectFacts } from "../../../evidence/facts.ts";
import type { ManifestObject } from "../../../workloads/objects.ts";
import type { KubernetesClient } from "../client.ts";
import { type Live, listed, ofKind } from "../listing.ts";
import { type Count, daemonSetCount, deploymentCount, jobCount, statefulSetCount } from "../ready-counts.ts";
import { isOfDaemonSet, isOfStatefulSet, isOwnedBy, presentReplicaSet } from "./generations.ts";
import { asTime, conditionsOf, podFacts } from "./pod-facts.ts";

/** An object with its present pods. */
export type Found = {
  facts: ObjectFacts;
  pods: readonly V1Pod[];
  /** Uids of the object, and of what stands between it and its pods. */
  uids: string[];
};

type Lived = Live<V1Deployment | V1StatefulSet | V1DaemonSet | V1Job | V1Pod>;
type Kinds = "Deployment" | "StatefulSet" | "DaemonSet" | "Job" | "Pod";

const KINDS: ReadonlySet<string> = new Set<Kinds>(["Deployment", "StatefulSet", "DaemonSet", "Job", "Pod"]);

/** Those of the objects that run pods and that the cluster has, with the pods of their present form. */
export async function findWorkloads(
  { apps, batch, core }: KubernetesClient,
  objects: readonly ManifestObject[],
): Promise<Found[]> {
  const [all, deployments, statefulSets, daemonSets, jobs, replicaSets, revisions] = await Promise.all([
    inNamespaces(KINDS, "pods", (namespace) => core.listNamespacedPod({ namespace })),
    ofKind(objects, "Deployment", (namespace) => apps.listNamespacedDeployment({ namespace })),
    ofKind(objects, "StatefulSet", (namespace) => apps.listNamespacedStatefulSet({ namespace })),
    ofKind(objects, "DaemonSet", (namespace) => apps.listNamespacedDaemonSet({ namespace })),
    ofKind(objects, "Job", (namespace) => batch.listNamespacedJob({ namespace })),
    inNamespaces(new Set(["Deployment"]), "replica sets", (namespace) => apps.listNamespacedReplicaSet({ namespace })),
    inNamespaces(new Set(["DaemonSet"]), "revisions", (namespace) =>
      apps.listNamespacedControllerRevision({ namespace }),
    ),
  ]);
  const running = all.filter(({ metadata }) => metadata?.deletionTimestamp === undefined);
  return [
    ...deployments.map((each) => {
      const replicaSet = presentReplicaSet(each.live, replicaSets);
      const own = running.filter(isOwnedBy(replicaSet?.metadata?.uid));
      return { ...found(each, deploymentCount(each.live), own), uids: uidsOf(each.live, replicaSet) };
    }),
    ...statefulSets.map((each) => found(each, statefulSetCount(each.live), running.filter(isOfStatefulSet(each.live)))),
    ...daemonSets.map((each) =>
      found(each, daemonSetCount(each.live), running.filter(isOfDaemonSet(each.live, revisions))),
    ),
    // A Job that fails deletes its pods that run still; their last words count.
    ...jobs.map((each) => found(each, jobCount(each.live), all.filter(isOwnedBy(each.live.metadata?.uid)))),
    ...(
      await ofKind(objects, "Pod", async (namespace) => ({
        items: all.filter(({ metadata }) => metadata?.namespace === namespace),
      }))
    ).map((each) => found(each, podCount(each.live), [each.live])),
  ];

  async function inNamespaces<T>(
    kinds: ReadonlySet<string>,
    what: string,
    list: (namespace: string) => Promise<{ items: T[] }>,
  ): Promise<T[]> {
    const namespaces = new Set(objects.filter(({ kind }) => kinds.has(kind)).map(({ namespace }) => namespace));
    const calls = [...namespaces].map((namespace) => listed(`list ${what} in namespace ${namespace}`, list(namespace)));
    return (await Promise.all(calls)).flat();
  }
}

function found({ object, live }: Lived, { ready, wanted }: Count, pods: readonly V1Pod[]): Found {
  const { kind, namespace, name, hook = false } = object;
  const { uid = "", creationTimestamp } = live.metadata ?? {};
  // Helm waits for the end of these.
  const isJob = kind === "Job" || hook;
  return {
    facts: {
      kind,
      namespace,
      name,
      uid,
      createdAt: asTime(creationTimestamp),
      hook,
      // The status alone gives a lower bound, and is all that is known where the login may not list pods.
      ready: Math.min(Math.max(ready, isJob ? 0 : pods.filter(isReady).length), wanted),
      wanted,
      conditions: conditionsOf(live.status),
      events: [],
      pods: pods.map(podFacts),
    },
    pods,
    // What is about a pod is told with the pod.
    uids: kind === "Pod" ? [] : uidsOf(live),
  };
}

function uidsOf(...objects: ({ metadata?: { uid?: string } } | undefined)[]): string[] {
  return objects.flatMap((object) => object?.metadata?.uid ?? []);
}

function podCount({ status }: V1Pod): Count {
  return { ready: status?.phase === "Succeeded" ? 1 : 0, wanted: 1 };
}

function isReady({ status }: V1Pod): boolean {
  return (status?.conditions ?? []).some(({ type, status: is }) => type === "Ready" && is === "True");
}
