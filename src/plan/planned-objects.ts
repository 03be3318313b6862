import type { Compared, Pair } from "./compared.ts";
import { isLeftBehind } from "./helm-marks.ts";
import { groupOf, type KubeObject, keyOf } from "./kube-object.ts";
import type { PlannedAction, PlannedChange } from "./plan.ts";
import { withoutSecrets } from "./secret-values.ts";
import { shownSides } from "./shown-object.ts";
import { objectDiff } from "./text-diff.ts";

/** Takes out what must not be shown. */
export type Hide = (text: string) => string;

/** A change, and what could not be compared of it. */
type Planned = { change?: PlannedChange; note?: string };

/** What is rendered, in its order, with what Helm stored of it; then what is stored only. Of duplicates the last one counts, as for Helm. */
export function pairsOf(
  { original, rendered }: { original: readonly KubeObject[]; rendered: readonly KubeObject[] },
  namespace: string,
): Pair[] {
  const byKey = (objects: readonly KubeObject[]) =>
    new Map(objects.map((object) => [keyOf(object, namespace), object]));
  const [old, now] = [byKey(original), byKey(rendered)];
  return [
    ...[...now].map(([key, object]) => ({ original: old.get(key), rendered: object })),
    ...[...old].filter(([key]) => !now.has(key)).map(([, object]) => ({ original: object })),
  ].map(({ original: stored, ...pair }) => (stored ? { ...pair, original: stored } : pair));
}

/** @returns no change for what is to be deleted, and is gone already */
export function plannedObject(
  pair: Pair,
  compared: Compared,
  { hide, forced }: { hide: Hide; forced: boolean },
): Planned {
  const words = (text: string) => hide(withoutSecrets(text, [pair.original, pair.rendered, compared.before]));
  const object = pair.rendered ?? pair.original;
  if (object === undefined) return {};
  const found = pair.rendered ? changeOf(pair, compared) : removalOf(pair, compared);
  if (found === undefined) return {};

  const { before, after, differ } = shownSides(found);
  const { kind, metadata } = object;
  const namespace = (compared.before ?? compared.after ?? object).metadata.namespace ?? "";
  const problem = isTakenOver(object, compared, forced) ? undefined : compared.problem;
  const action = found.action === "change" && !differ && problem === undefined ? "same" : found.action;
  return {
    change: {
      action,
      kind,
      namespace,
      name: metadata.name,
      diff: action === "same" || action === "keep" ? "" : objectDiff(before, after, hide),
      ...(problem === undefined ? {} : { problem: words(problem) }),
    },
    ...(compared.uncompared === undefined
      ? {}
      : {
          note: `${kind} ${metadata.name} was compared with what Helm stored, not with what is live: ${words(compared.uncompared)}`,
        }),
  };
}

type Found = { action: PlannedAction; before: KubeObject | undefined; after: KubeObject | undefined };

function changeOf({ original, rendered }: Pair, { before, after, problem, uncompared }: Compared): Found {
  if (uncompared !== undefined || (problem !== undefined && after === undefined)) {
    const known = original ?? before;
    return { action: known === undefined ? "create" : "change", before: known, after: rendered };
  }
  // The rendered one: what Helm adds to each of its objects tells nothing.
  if (before === undefined) return { action: "create", before, after: rendered };
  return { action: "change", before, after };
}

function removalOf({ original }: Pair, { before, uncompared }: Compared): Found | undefined {
  const there = uncompared === undefined ? before : original;
  if (there === undefined) return undefined;
  return { action: isLeftBehind(there) ? "keep" : "delete", before: there, after: undefined };
}

/** Whether there is a conflict that a deploy ends: about the switch of a CronJob it always does. */
function isTakenOver(object: KubeObject, { conflicts = [] }: Compared, forced: boolean): boolean {
  const isCronJob = object.kind === "CronJob" && groupOf(object) === "batch";
  return conflicts.length > 0 && (forced || (isCronJob && conflicts.every((field) => field === ".spec.suspend")));
}
