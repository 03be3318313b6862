import { isDeepStrictEqual } from "node:util";
import { documentsOf } from "../plan/documents.ts";
import { isMap, type KubeObject } from "../plan/kube-object.ts";
import type { Release } from "./release.ts";

type Applied = Pick<Release, "manifest" | "hooks">;

/**
 * Whether Helm makes the same of two revisions, objects and hooks. Chart and version say little here: a chart that lives in
 * the repository often changes without them. Suspend flags of CronJobs do not count, since they are not the chart's alone.
 */
export function sameObjects(one: Applied, other: Applied): boolean {
  return isDeepStrictEqual(madeOf(one), madeOf(other));
}

function madeOf({ manifest, hooks }: Applied): unknown {
  return [
    readable(manifest),
    hooks.map(({ events, deletePolicies, manifest: hook }) => [events, deletePolicies, readable(hook)]),
  ];
}

/** The objects in whatever form they are written; the text where it cannot be read. */
function readable(manifest: string): unknown {
  const { objects, unread } = documentsOf(manifest);
  return unread.length > 0 ? manifest : objects.map(withoutSuspend);
}

function withoutSuspend(object: KubeObject): KubeObject {
  if (object.kind !== "CronJob" || !isMap(object.spec)) return object;
  const { suspend: _, ...spec } = object.spec;
  return { ...object, spec };
}
