import type { ManifestObject } from "../../workloads/objects.ts";
import { apiError, apiStatus } from "./api-errors.ts";
import type { KubernetesClient } from "./client.ts";
import { untilGone } from "./until-gone.ts";

const GONE_WITHIN_MS = 60_000;

/**
 * Deletes the Jobs and Pods among the objects, and waits until they are gone, or the signal fires. Returns `kind/name` of
 * those that were there.
 */
export async function removeRuns(
  client: KubernetesClient,
  objects: readonly ManifestObject[],
  signal: AbortSignal,
): Promise<string[]> {
  const deleted = await Promise.all(objects.map(async (object) => ((await remove(client, object)) ? [object] : [])));
  const going = deleted.flat();
  await untilGone(client, going, { timeoutMs: GONE_WITHIN_MS, signal });
  return going.map(({ kind, name }) => `${kind}/${name}`);
}

/** False when it was not there, or the login may not delete it. */
async function remove({ batch, core }: KubernetesClient, { kind, namespace, name }: ManifestObject): Promise<boolean> {
  // Its pods too, before it goes itself: a Job of the same name would count them.
  const options = { namespace, name, propagationPolicy: "Foreground" };
  try {
    await (kind === "Job" ? batch.deleteNamespacedJob(options) : core.deleteNamespacedPod(options));
    return true;
  } catch (error) {
    if (apiStatus(error) === 404 || apiStatus(error) === 403) return false;
    throw apiError(`delete ${kind} ${name} in namespace ${namespace}`, error);
  }
}
