import { isDeepStrictEqual } from "node:util";
import type {
  V1ControllerRevision,
  V1DaemonSet,
  V1Deployment,
  V1ObjectMeta,
  V1Pod,
  V1PodTemplateSpec,
  V1ReplicaSet,
  V1StatefulSet,
} from "@kubernetes/client-node";

// Which pods belong to the present form of a workload: what an earlier generation does must not count against it.

type Owned = { metadata?: V1ObjectMeta };

/** Label of pods and of ControllerRevisions. */
const REVISION = "controller-revision-hash";

export function isOwnedBy(owner: string | undefined): (owned: Owned) => boolean {
  return ({ metadata }) =>
    owner !== undefined && (metadata?.ownerReferences ?? []).some(({ uid, controller }) => controller && uid === owner);
}

/**
 * The ReplicaSet of a Deployment's present template; `undefined` while the controller has not made it. It is found as the
 * controller finds it (FindNewReplicaSet), since the revision annotation is for a moment still that of the one before:
 * https://github.com/kubernetes/kubernetes/blob/v1.36.3/pkg/controller/deployment/util/deployment_util.go#L629
 */
export function presentReplicaSet(
  deployment: V1Deployment,
  replicaSets: readonly V1ReplicaSet[],
): V1ReplicaSet | undefined {
  const form = formOf(deployment.spec?.template);
  return replicaSets
    .filter(isOwnedBy(deployment.metadata?.uid))
    .toSorted((a, b) => createdMs(a) - createdMs(b))
    .find(({ spec }) => isDeepStrictEqual(formOf(spec?.template), form));
}

/** Whether a pod is of a StatefulSet's present form. */
export function isOfStatefulSet({ metadata, status }: V1StatefulSet): (pod: V1Pod) => boolean {
  const owned = isOwnedBy(metadata?.uid);
  const stale = isStale(metadata, status);
  return (pod) => !stale && owned(pod) && pod.metadata?.labels?.[REVISION] === status?.updateRevision;
}

/** The same of a DaemonSet: its newest ControllerRevision is the present one. */
export function isOfDaemonSet(
  { metadata, status }: V1DaemonSet,
  revisions: readonly V1ControllerRevision[],
): (pod: V1Pod) => boolean {
  const owned = isOwnedBy(metadata?.uid);
  const newest = revisions.filter(owned).toSorted((a, b) => b.revision - a.revision)[0]?.metadata?.labels?.[REVISION];
  const known = newest !== undefined && !isStale(metadata, status);
  return (pod) => known && owned(pod) && pod.metadata?.labels?.[REVISION] === newest;
}

/** Whether the controller has not yet seen the object as it is now, so that its status is about an earlier form. */
export function isStale(
  metadata: V1ObjectMeta | undefined,
  status: { observedGeneration?: number } | undefined,
): boolean {
  return (status?.observedGeneration ?? 0) < (metadata?.generation ?? 0);
}

function formOf(template: V1PodTemplateSpec | undefined): unknown {
  const { labels = {}, annotations = {} } = template?.metadata ?? {};
  const { "pod-template-hash": _, ...own } = labels;
  return { labels: own, annotations, spec: template?.spec };
}

function createdMs({ metadata }: V1ReplicaSet): number {
  return metadata?.creationTimestamp?.getTime() ?? 0;
}
