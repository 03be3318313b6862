import { setTimeout as wait } from "node:timers/promises";
import { OutsideError } from "../../errors.ts";
import type { ManifestObject } from "../../workloads/objects.ts";
import { apiError, apiStatus } from "./api-errors.ts";
import type { KubernetesClient } from "./client.ts";

const POLL_MS = 250;
const GONE_WITHIN_MS = 60_000;

/** Deletes the Jobs and Pods among the objects, and waits until they are gone. Returns `kind/name` of those that were there. */
export async function removeRuns(client: KubernetesClient, objects: readonly ManifestObject[]): Promise<string[]> {
  const removed = await Promise.all(objects.map((object) => remove(client, object)));
  return removed.flat();
}

async function remove({ batch, core }: KubernetesClient, object: ManifestObject): Promise<string[]> {
  const { kind, namespace, name } = object;
  const named = { namespace, name };
  const remaining: () => Promise<unknown> =
    kind === "Job" ? () => batch.readNamespacedJob(named) : () => core.readNamespacedPod(named);
  let deleted = false;
  try {
    // Its pods too, before it goes itself: a Job of the same name would count them.
    const options = { ...named, propagationPolicy: "Foreground" };
    await (kind === "Job" ? batch.deleteNamespacedJob(options) : core.deleteNamespacedPod(options));
    deleted = true;
    for (const end = Date.now() + GONE_WITHIN_MS; Date.now() < end; await wait(POLL_MS)) await remaining();
  } catch (error) {
    if (apiStatus(error) === 404) return deleted ? [`${kind}/${name}`] : [];
    if (apiStatus(error) === 403) return [];
    throw apiError(`delete ${kind} ${name} in namespace ${namespace}`, error);
  }
  throw new OutsideError({
    system: "Kubernetes API",
    operation: `delete ${kind} ${name} in namespace ${namespace}`,
    reason: "it is still there after a minute",
    next: `look at its finalizers: kubectl get ${kind} ${name} --namespace ${namespace} --output yaml`,
  });
}
