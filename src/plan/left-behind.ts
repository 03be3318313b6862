import { documentsOf } from "./documents.ts";
import { isMap, type KubeObject, keyOf } from "./kube-object.ts";
import { type MergeRule, mergeRuleOf } from "./merge-rules.ts";
import { mergePatch } from "./patches.ts";

export type LeftBehind = {
  /** Manifest of a revision that failed after the good one. */
  failed: string;
  /** Manifest of the revision with which an upgrade compares: the last that was deployed. */
  good: string;
  /** Manifest of the upgrade; empty where it is not known. */
  next: string;
};

/**
 * Whether an upgrade would leave something of a failed revision in the cluster: Helm compares with the revision that was
 * deployed before, and so does not know of an object or a field that only the failed one has.
 * https://github.com/helm/helm/blob/v3.17.3/pkg/action/upgrade.go
 * @param options.serverSide the API server knows what Helm has set before: no field is left then, but objects are
 */
export function leavesBehind(
  { failed, good, next }: LeftBehind,
  { namespace, serverSide }: { namespace: string; serverSide: boolean },
): boolean {
  const [before, after] = [good, next].map((manifest) => objectsByKey(manifest, namespace));
  return documentsOf(failed).objects.some((object) => {
    const key = keyOf(object, namespace);
    const [old, now] = [before?.get(key), after?.get(key)];
    if (old === undefined && now === undefined) return true;
    // What is in the good one only is deleted as a whole.
    const isDropped = now === undefined && next !== "";
    return !serverSide && !isDropped && leavesFields(object, { old, now });
  });
}

function objectsByKey(manifest: string, namespace: string): Map<string, KubeObject> {
  return new Map(documentsOf(manifest).objects.map((object) => [keyOf(object, namespace), object]));
}

type Kept = { old: KubeObject | undefined; now: KubeObject | undefined };

function leavesFields(object: KubeObject, { old, now }: Kept): boolean {
  const rule = mergeRuleOf(object);
  const kept = [old, now].filter((each) => each !== undefined);
  if (rule !== undefined) return hasMore(object, kept, rule);
  // Of a custom resource Helm only patches what differs between the two that it compares, whatever is live.
  const wanted = now ?? old ?? object;
  const compared = now === undefined ? {} : mergePatch(old ?? now, now);
  return !covers(compared, mergePatch(object, wanted));
}

/** Whether a value has something that none of the others has, and that a merge would leave. */
function hasMore(value: unknown, others: readonly unknown[], rule: MergeRule | undefined): boolean {
  if (rule?.replace) return false;
  if (isMap(value)) {
    const maps = others.filter(isMap);
    return Object.entries(value).some(([key, field]) => {
      const same = maps.filter((map) => key in map).map((map) => map[key]);
      return same.length === 0 || hasMore(field, same, rule?.fields?.[key]);
    });
  }
  if (!Array.isArray(value) || rule?.key === undefined) return false;
  const lists = others.filter((other) => Array.isArray(other)).flat();
  if (rule.key === "") return value.some((item) => !lists.includes(item));
  const { key } = rule;
  return value.filter(isMap).some((item) => {
    const same = lists.filter((other) => isMap(other) && other[key] === item[key]);
    return same.length === 0 || hasMore(item, same, rule.fields && { fields: rule.fields });
  });
}

/** Whether a patch sets all that another one sets. */
function covers(patch: unknown, other: unknown): boolean {
  if (!isMap(other) || !isMap(patch)) return !isMap(other) || Object.keys(other).length === 0;
  return Object.entries(other).every(([key, value]) => key in patch && (!isMap(value) || covers(patch[key], value)));
}
