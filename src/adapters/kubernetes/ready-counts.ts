import type { V1DaemonSet, V1Deployment, V1Job, V1StatefulSet } from "@kubernetes/client-node";
import { isStale } from "./evidence/generations.ts";

/** How many pods of a workload's present form are ready (of a Job: have succeeded), and how many are to be. */
export type Count = { ready: number; wanted: number };

export function deploymentCount({ metadata, spec, status }: V1Deployment): Count {
  const { replicas = 0, updatedReplicas = 0, readyReplicas = 0 } = isStale(metadata, status) ? {} : (status ?? {});
  const pods = { all: replicas, updated: updatedReplicas, ready: readyReplicas };
  return count(pods, spec?.replicas ?? 1);
}

export function statefulSetCount({ metadata, spec, status }: V1StatefulSet): Count {
  const { replicas = 0, updatedReplicas = 0, readyReplicas = 0 } = isStale(metadata, status) ? {} : (status ?? {});
  const { type, rollingUpdate } = spec?.updateStrategy ?? {};
  // Old pods that are to stay: https://kubernetes.io/docs/concepts/workloads/controllers/statefulset/#update-strategies
  const kept = Math.min(replicas - updatedReplicas, type === "OnDelete" ? replicas : (rollingUpdate?.partition ?? 0));
  const pods = { all: replicas, updated: updatedReplicas, ready: readyReplicas };
  return count(pods, (spec?.replicas ?? 1) - kept);
}

export function daemonSetCount({ metadata, spec, status }: V1DaemonSet): Count {
  const {
    currentNumberScheduled = 0,
    updatedNumberScheduled = 0,
    numberReady = 0,
  } = isStale(metadata, status) ? {} : (status ?? {});
  const kept = spec?.updateStrategy?.type === "OnDelete" ? currentNumberScheduled - updatedNumberScheduled : 0;
  const pods = { all: currentNumberScheduled, updated: updatedNumberScheduled, ready: numberReady };
  return count(pods, (status?.desiredNumberScheduled ?? 0) - kept);
}

export function jobCount({ spec, status }: V1Job): Count {
  const wanted = spec?.completions ?? 1;
  return { ready: Math.min(status?.succeeded ?? 0, wanted), wanted };
}

/** A status counts ready pods of both generations: so many new ones are ready at least, and old ones mostly are ready. */
function count(pods: { all: number; updated: number; ready: number }, wanted: number): Count {
  const ready = Math.max(0, pods.ready - (pods.all - pods.updated));
  return { ready: Math.max(0, Math.min(ready, wanted)), wanted: Math.max(0, wanted) };
}
