import type { ManifestObject } from "../../workloads/objects.ts";
import { apiError, apiStatus } from "./api-errors.ts";
import type { KubernetesClient } from "./client.ts";
import { isKept } from "./helm-annotations.ts";

/** The names of the volume claims among the objects that exist and that an uninstall would delete. */
export async function volumeClaims({ core }: KubernetesClient, objects: readonly ManifestObject[]): Promise<string[]> {
  const claims = objects.filter(({ kind }) => kind === "PersistentVolumeClaim");
  const found = await Promise.all(
    claims.map(async ({ namespace, name }) => {
      try {
        const claim = await core.readNamespacedPersistentVolumeClaim({ namespace, name });
        return isKept(claim) ? [] : [name];
      } catch (error) {
        if (apiStatus(error) === 404) return [];
        // Not known is no reason to delete it.
        if (apiStatus(error) === 403) return [name];
        throw apiError(`read volume claim ${name} in namespace ${namespace}`, error);
      }
    }),
  );
  return found.flat();
}
