import type { V1DaemonSet, V1Deployment, V1Job, V1Pod, V1StatefulSet } from "@kubernetes/client-node";
import type { ObjectFacts } from "../../../evidence/facts.ts";
import type { ManifestObject } from "../../../workloads/objects.ts";
import type { KubernetesClient } from "../client.ts";
import { type Live, listed, ofKind } from "../listing.ts";
import { isOfDaemonSet, isOfStatefulSet, isOwnedBy, isStale, presentReplicaSet } from "./generations.ts";
import { asTime, conditionsOf, podFacts } from "./pod-facts.ts";

/** An object with its present pods. */
export type Found = {
  facts: ObjectFacts;
  pods: readonly V1Pod[];
  /** Uids of the object, and of what stands between it and its pods. */
  uids: string[];
};

type Lived = Live<V1Deployment | V1StatefulSet | V1DaemonSet | V1Job | V1Pod>;
type Count = { ready: number; wanted: number };
type Kinds = "Deployment" | "StatefulSet" | "DaemonSet" | "Job" | "Pod";

const KINDS: ReadonlySet<string> = new Set<Kinds>(["Deployment", "StatefulSet", "DaemonSet", "Job", "Pod"]);

/** Those of the objects that run pods and that the cluster has, with the pods of their present form. */
export async function findWorkloads(
  { apps, batch, core }: KubernetesClient,
  objects: readonly ManifestObject[],
): Promise<Found[]> {
  const pods = inNamespaces(KINDS, "pods", (namespace) => core.listNamespacedPod({ namespace }));
  const [deployments, statefulSets, daemonSets, jobs, replicaSets, revisions] = await Promise.all([
    ofKind(objects, "Deployment", (namespace) => apps.listNamespacedDeployment({ namespace })),
    ofKind(objects, "StatefulSet", (namespace) => apps.listNamespacedStatefulSet({ namespace })),
    ofKind(objects, "DaemonSet", (namespace) => apps.listNamespacedDaemonSet({ namespace })),
    ofKind(objects, "Job", (namespace) => batch.listNamespacedJob({ namespace })),
    inNamespaces(new Set(["Deployment"]), "replica sets", (namespace) => apps.listNamespacedReplicaSet({ namespace })),
    inNamespaces(new Set(["DaemonSet"]), "revisions", (namespace) =>
      apps.listNamespacedControllerRevision({ namespace }),
    ),
  ]);
  const all = await pods;
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

function deploymentCount({ metadata, spec, status }: V1Deployment): Count {
  const { replicas = 0, updatedReplicas = 0, readyReplicas = 0 } = isStale(metadata, status) ? {} : (status ?? {});
  return {
    ready: newAndReady({ all: replicas, updated: updatedReplicas, ready: readyReplicas }),
    wanted: spec?.replicas ?? 1,
  };
}

function statefulSetCount({ metadata, spec, status }: V1StatefulSet): Count {
  const { replicas = 0, updatedReplicas = 0, readyReplicas = 0 } = isStale(metadata, status) ? {} : (status ?? {});
  const { type, rollingUpdate } = spec?.updateStrategy ?? {};
  // Old pods that are to stay: https://kubernetes.io/docs/concepts/workloads/controllers/statefulset/#update-strategies
  const kept = type === "OnDelete" ? replicas - updatedReplicas : (rollingUpdate?.partition ?? 0);
  return {
    ready: newAndReady({ all: replicas, updated: updatedReplicas, ready: readyReplicas }),
    wanted: Math.max(0, (spec?.replicas ?? 1) - kept),
  };
}

function daemonSetCount({ metadata, spec, status }: V1DaemonSet): Count {
  const {
    currentNumberScheduled = 0,
    updatedNumberScheduled = 0,
    numberReady = 0,
  } = isStale(metadata, status) ? {} : (status ?? {});
  const kept = spec?.updateStrategy?.type === "OnDelete" ? currentNumberScheduled - updatedNumberScheduled : 0;
  return {
    ready: newAndReady({ all: currentNumberScheduled, updated: updatedNumberScheduled, ready: numberReady }),
    wanted: Math.max(0, (status?.desiredNumberScheduled ?? 0) - kept),
  };
}

function jobCount({ spec, status }: V1Job): Count {
  return { ready: status?.succeeded ?? 0, wanted: spec?.completions ?? 1 };
}

function podCount({ status }: V1Pod): Count {
  return { ready: status?.phase === "Succeeded" ? 1 : 0, wanted: 1 };
}

function isReady({ status }: V1Pod): boolean {
  return (status?.conditions ?? []).some(({ type, status: is }) => type === "Ready" && is === "True");
}

/**
 * How many new pods are ready, at least: a status counts those of both generations, and old ones mostly are ready. It is
 * all that is known where the login may not list pods.
 */
function newAndReady(pods: { all: number; updated: number; ready: number }): number {
  return Math.max(0, pods.ready - (pods.all - pods.updated));
}
