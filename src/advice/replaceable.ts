/**
 * What can be deleted and deployed again without a loss that no deploy makes good. All else is not: with a Namespace goes what is
 * in it, with a CustomResourceDefinition every object of its kind, with a volume or a custom resource maybe a database.
 */
const REPLACEABLE =
  "ConfigMap Secret Service ServiceAccount Deployment DaemonSet ReplicaSet Pod Job CronJob Ingress NetworkPolicy HorizontalPodAutoscaler PodDisruptionBudget Role RoleBinding ClusterRole ClusterRoleBinding"
    .toLowerCase()
    .split(" ");
const NAMES = new Set(REPLACEABLE.flatMap((kind) => [kind, plural(kind)]));

/** Whether an object may be deleted to deploy it anew. Takes a kind ("Job") or a resource ("jobs.batch"). */
export function isReplaceable(kindOrResource: string): boolean {
  return NAMES.has(kindOrResource.toLowerCase().replace(/\..*/, ""));
}

/** Whether it is a Namespace, by its kind or its resource. */
export function isNamespace(kindOrResource: string): boolean {
  return /^namespaces?$/i.test(kindOrResource);
}

function plural(kind: string): string {
  if (kind.endsWith("y")) return `${kind.slice(0, -1)}ies`;
  return kind.endsWith("s") ? `${kind}es` : `${kind}s`;
}
