import type { ManifestObject } from "../../workloads/objects.ts";
import { apiError, isGone } from "./api-errors.ts";
import type { KubernetesClient } from "./client.ts";
import { belongsTo, isKept } from "./helm-annotations.ts";

/** Deletes those objects that are there, are the release's, and would be deleted by Helm too. Returns `kind/name` of each. */
export async function removeOwned(
  { objects: api }: KubernetesClient,
  objects: readonly ManifestObject[],
  owner: { release: string; namespace: string },
): Promise<string[]> {
  const removed: string[] = [];
  for (const { apiVersion, kind, namespace, name } of objects) {
    const object = { apiVersion, kind, metadata: { namespace, name } };
    try {
      const live = await api.read(object);
      if (!belongsTo(live, owner) || isKept(live)) continue;
      await api.delete(object, undefined, undefined, undefined, undefined, "Background");
      removed.push(`${kind}/${name}`);
    } catch (error) {
      if (!isGone(error)) throw apiError(`delete ${kind} ${name} in namespace ${namespace}`, error);
    }
  }
  return removed;
}
