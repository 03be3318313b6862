import type { ClusterView } from "./cluster-view.ts";

type Versioned = { kind: string; metadata: { name: string; resourceVersion: string } };

/**
 * The version of each object that a run could have written in a namespace: two of these are equal when nothing was written in
 * between. Without what controllers keep on writing.
 */
export async function everything(cluster: ClusterView, namespace: string): Promise<Record<string, string>> {
  const kinds = "secrets,configmaps,services,deployments,statefulsets,daemonsets,cronjobs,jobs,leases,ingresses";
  const objects = await cluster.list<Versioned>(kinds, "-n", namespace);
  return Object.fromEntries(
    objects.map(({ kind, metadata }) => [`${kind}/${metadata.name}`, metadata.resourceVersion] as const),
  );
}
