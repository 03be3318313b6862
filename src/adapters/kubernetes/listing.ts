import type { ManifestObject } from "../../workloads/objects.ts";
import { apiError, apiStatus } from "./api-errors.ts";

type Listed<T> = { items: T[] };
type Named = { metadata?: { name?: string } };

/** An object of a manifest, and what the cluster has under its name. */
export type Live<T> = { object: ManifestObject; live: T };

/** The live objects of one kind: one list call a namespace, so that hundreds of objects cost no more than one. */
export async function ofKind<T extends Named>(
  objects: readonly ManifestObject[],
  kind: string,
  list: (namespace: string) => Promise<Listed<T>>,
): Promise<Live<T>[]> {
  const wanted = objects.filter((object) => object.kind === kind);
  const namespaces = [...new Set(wanted.map((object) => object.namespace))];
  const found = await Promise.all(
    namespaces.map(async (namespace) => {
      const items = await listed(`list ${kind} objects in namespace ${namespace}`, list(namespace));
      const byName = new Map(items.map((item) => [item.metadata?.name, item]));
      return wanted
        .filter((object) => object.namespace === namespace)
        .flatMap((object) => {
          const live = byName.get(object.name);
          return live === undefined ? [] : { object, live };
        });
    }),
  );
  return found.flat();
}

/** The items of a list call. A login that may not list a kind still deploys: that part of the report stays empty. */
export async function listed<T>(operation: string, call: Promise<Listed<T>>): Promise<T[]> {
  try {
    return (await call).items;
  } catch (error) {
    const status = apiStatus(error);
    if (status === 403 || status === 404) return [];
    throw apiError(operation, error);
  }
}
