import { setTimeout as wait } from "node:timers/promises";
import { OutsideError } from "../../errors.ts";
import type { ManifestObject } from "../../workloads/objects.ts";
import { apiError, apiStatus, isGone } from "./api-errors.ts";
import type { KubernetesClient } from "./client.ts";

const POLL_MS = 500;

/** Waits until none of the objects is being deleted any more. */
export async function untilGone(
  { objects: api }: KubernetesClient,
  objects: readonly ManifestObject[],
  { timeoutMs, signal }: { timeoutMs: number; signal: AbortSignal },
): Promise<void> {
  let left = objects;
  for (const end = Date.now() + timeoutMs; !signal.aborted; await wait(POLL_MS)) {
    const going = await Promise.all(left.map(async (object) => ((await isGoing(object)) ? [object] : [])));
    left = going.flat();
    if (left.length === 0) return;
    if (Date.now() > end) throw stillThere(left);
  }

  async function isGoing({ apiVersion, kind, namespace, name }: ManifestObject): Promise<boolean> {
    try {
      const live = await api.read({ apiVersion, kind, metadata: { namespace, name } });
      return live.metadata?.deletionTimestamp !== undefined;
    } catch (error) {
      // What this login may not read, Helm could not have deleted.
      if (isGone(error) || apiStatus(error) === 403) return false;
      throw apiError(`read ${kind} ${name} in namespace ${namespace}`, error);
    }
  }
}

function stillThere(objects: readonly ManifestObject[]): OutsideError {
  const [first] = objects;
  return new OutsideError({
    system: "Kubernetes API",
    operation: `delete ${objects.map(({ kind, name }) => `${kind} ${name}`).join(", ")}`,
    reason: "still being deleted when the time was over",
    next: `look at its finalizers: kubectl get ${first?.kind} ${first?.name} --namespace ${first?.namespace} --output yaml`,
  });
}
