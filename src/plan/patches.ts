import { isDeepStrictEqual } from "node:util";
import { isMap, type JsonMap, type KubeObject } from "./kube-object.ts";
import { type MergeRule, mergeRuleOf } from "./merge-rules.ts";

/** What Helm stored of an object, what the chart renders now, and what the cluster has. */
type Three<T> = { original: T | undefined; rendered: T; live: T };

export type HelmPatch = {
  form: "application/strategic-merge-patch+json" | "application/merge-patch+json";
  body: JsonMap;
};

/**
 * The patch by which Helm changes an object of a release that is not applied on the server, as Helm 3 does.
 * @returns undefined where it changes nothing
 */
export function helmPatch({ original, rendered, live }: Three<KubeObject>): HelmPatch | undefined {
  const rule = mergeRuleOf(rendered);
  if (rule !== undefined) {
    const body = strategicPatch({ original, rendered, live }, rule);
    return { form: "application/strategic-merge-patch+json", body };
  }
  // One that the release takes over is compared with itself.
  const body = mergePatch(original ?? rendered, rendered);
  return Object.keys(body).length === 0 ? undefined : { form: "application/merge-patch+json", body };
}

/**
 * The strategic merge patch by which Helm changes an object that is not applied on the server: the new document, and what
 * takes away that which the stored one had. It gives what the shorter one gives that Helm makes:
 * https://github.com/kubernetes/apimachinery/blob/v0.36.3/pkg/util/strategicpatch/patch.go
 */
export function strategicPatch(objects: Three<JsonMap>, rule: MergeRule): JsonMap {
  return mapPatch(objects, rule);
}

/** The merge patch of a custom resource: Helm compares with what it stored only, and leaves what others changed as it is. */
export function mergePatch(original: JsonMap, rendered: JsonMap): JsonMap {
  const patch: JsonMap = {};
  for (const [key, value] of Object.entries(rendered)) {
    const old = original[key];
    if (isDeepStrictEqual(old, value)) continue;
    patch[key] = isMap(old) && isMap(value) ? mergePatch(old, value) : value;
  }
  for (const key of Object.keys(original)) {
    if (!(key in rendered)) patch[key] = null;
  }
  return patch;
}

function mapPatch({ original, rendered, live }: Three<JsonMap>, rule: MergeRule | undefined): JsonMap {
  const patch: JsonMap = {};
  for (const [key, value] of Object.entries(rendered)) {
    const three = { original: original?.[key], rendered: value, live: live[key] };
    Object.assign(patch, fieldPatch(key, three, rule?.fields?.[key]));
  }
  for (const key of Object.keys(original ?? {})) {
    if (!(key in rendered) && key in live) patch[key] = null;
  }
  if (rule?.retainKeys) patch.$retainKeys = Object.keys(rendered).filter((key) => rendered[key] !== null);
  return patch;
}

function fieldPatch(key: string, three: Three<unknown>, rule: MergeRule | undefined): JsonMap {
  const { original, rendered, live } = three;
  // Directives are understood only in what is merged: what the cluster lacks is taken as it is.
  if (isMap(rendered) && isMap(live) && !rule?.replace) {
    return { [key]: mapPatch({ original: isMap(original) ? original : undefined, rendered, live }, rule) };
  }
  if (Array.isArray(rendered) && Array.isArray(live) && rule?.key !== undefined) {
    const lists = { original: Array.isArray(original) ? original : [], rendered, live };
    return rule.key === "" ? plainListPatch(key, lists) : listPatch(key, lists, { ...rule, key: rule.key });
  }
  return { [key]: rendered };
}

type Lists = { original: unknown[]; rendered: unknown[]; live: unknown[] };

function listPatch(field: string, { original, rendered, live }: Lists, rule: MergeRule & { key: string }): JsonMap {
  const { key } = rule;
  const items = rendered.filter(isMap);
  const keys = items.map((item) => item[key]);
  const now = live.filter(isMap);
  if (items.length < rendered.length || keys.includes(undefined)) return { [field]: rendered };
  // By key, since a list may have thousands of items.
  const wanted = Map.groupBy(items, (item) => item[key]);
  const there = Map.groupBy(now, (item) => item[key]);
  const had = Map.groupBy(original.filter(isMap), (item) => item[key]);
  // Such as port 53 for UDP and TCP: a patch takes them for one, so that those which do not differ must not be in it.
  const isTwice = (value: unknown) => (wanted.get(value)?.length ?? 0) > 1;
  const differing = items.filter(
    (item) => !(isTwice(item[key]) && there.get(item[key])?.some((each) => holds(each, item))),
  );
  const changed = differing.map((item) => {
    const [current] = there.get(item[key]) ?? [];
    return current ? mapPatch({ original: had.get(item[key])?.[0], rendered: item, live: current }, rule) : item;
  });
  const deleted = [...had.keys()].filter((value) => !wanted.has(value) && there.has(value));
  return {
    [field]: [...changed, ...deleted.map((value) => ({ $patch: "delete", [key]: value }))],
    ...(keys.length === 0 ? {} : { [`$setElementOrder/${field}`]: keys.map((value) => ({ [key]: value })) }),
  };
}

function plainListPatch(field: string, { original, rendered, live }: Lists): JsonMap {
  const [wanted, there] = [new Set(rendered), new Set(live)];
  const deleted = original.filter((value) => !wanted.has(value) && there.has(value));
  return {
    [field]: rendered,
    ...(deleted.length === 0 ? {} : { [`$deleteFromPrimitiveList/${field}`]: deleted }),
    ...(rendered.length === 0 ? {} : { [`$setElementOrder/${field}`]: rendered }),
  };
}

/** Whether all of `part` is in `whole`, which may have more fields. */
function holds(whole: unknown, part: unknown): boolean {
  if (isMap(part) && isMap(whole)) return Object.entries(part).every(([key, value]) => holds(whole[key], value));
  return isDeepStrictEqual(whole, part);
}
