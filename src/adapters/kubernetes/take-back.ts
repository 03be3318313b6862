import type { Pair } from "../../plan/compared.ts";
import { helmPatch } from "../../plan/patches.ts";
import { apiError, isGone } from "./api-errors.ts";
import type { KubernetesClient } from "./client.ts";
import { placeOf, plainObjects } from "./plain-objects.ts";

/** Patches live objects from one manifest to another, as Helm 3 does. Leaves alone what is not there. */
export async function takeBack(
  client: KubernetesClient,
  pairs: readonly Required<Pair>[],
  namespace: string,
): Promise<void> {
  const api = plainObjects(client);
  for (const { original, rendered } of pairs) {
    const { kind, metadata } = rendered;
    try {
      const place = await placeOf(api, rendered, namespace);
      const live = place && (await api.read(place));
      const patch = live && helmPatch({ original, rendered, live });
      if (place && patch) await api.patch(place, patch);
    } catch (error) {
      if (!isGone(error)) throw apiError(`patch ${kind} ${metadata.name} in namespace ${namespace}`, error);
    }
  }
}
