import { type KubeObject, keyOf } from "./kube-object.ts";
import type { PlannedAction, PlannedChange } from "./plan.ts";
import type { Hide } from "./planned-objects.ts";
import { shownSides } from "./shown-object.ts";
import { objectDiff } from "./text-diff.ts";

/** Hooks as they are rendered now beside those that Helm stored: what a hook made may be gone, so that the cluster cannot tell. */
export function plannedHooks(
  { original, rendered }: { original: readonly KubeObject[]; rendered: readonly KubeObject[] },
  { namespace, hide }: { namespace: string; hide: Hide },
): PlannedChange[] {
  const [old, now] = [numbered(original, namespace), numbered(rendered, namespace)];
  const change = (action: PlannedAction, object: KubeObject, stored: KubeObject | undefined): PlannedChange => {
    const { before, after, differ } = shownSides({ before: stored, after: action === "delete" ? undefined : object });
    const { kind, metadata } = object;
    return {
      action: differ ? action : "same",
      kind,
      namespace: metadata.namespace ?? namespace,
      name: metadata.name,
      hook: true,
      diff: differ ? objectDiff(before, after, hide) : "",
    };
  };
  return [
    ...[...now].map(([key, object]) => change(old.has(key) ? "change" : "create", object, old.get(key))),
    ...[...old].filter(([key]) => !now.has(key)).map(([, object]) => change("delete", object, object)),
  ];
}

/** A chart may have several hooks of one name, each for an event of its own. */
function numbered(objects: readonly KubeObject[], namespace: string): Map<string, KubeObject> {
  const found = new Map<string, KubeObject>();
  for (const object of objects) {
    const key = keyOf(object, namespace);
    let number = 1;
    while (found.has(`${key} ${number}`)) number++;
    found.set(`${key} ${number}`, object);
  }
  return found;
}
