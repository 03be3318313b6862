import { type ManifestObject, objectsOf } from "../workloads/objects.ts";
import type { Hook, Release } from "./release.ts";

/** What Helm does with a release, by the names of its hooks. */
export type HelmAction = "install" | "upgrade" | "rollback";

/** All that Helm makes on its way to this revision: the manifest's objects, and those of its hooks. */
export function objectsMadeBy(
  action: HelmAction,
  { manifest, hooks, namespace }: Pick<Release, "manifest" | "hooks" | "namespace">,
): ManifestObject[] {
  const run = hooks.filter(({ events }) => events.includes(`pre-${action}`) || events.includes(`post-${action}`));
  return [...objectsOf(manifest, namespace), ...run.flatMap((hook) => ofHook(hook, namespace))];
}

/**
 * The Jobs and Pods of hooks that Helm would stumble over when it runs them again: those whose policy does not let it delete
 * the last run first. https://helm.sh/docs/topics/charts_hooks/#hook-deletion-policies
 */
export function leftoverRuns({ hooks, namespace }: Pick<Release, "hooks" | "namespace">): ManifestObject[] {
  return hooks
    .filter(({ events }) => events.some((event) => /^(pre|post)-(install|upgrade|rollback)$/.test(event)))
    .filter(({ deletePolicies }) => deletePolicies.length > 0 && !deletePolicies.includes("before-hook-creation"))
    .flatMap((hook) => ofHook(hook, namespace))
    .filter(({ kind }) => kind === "Job" || kind === "Pod");
}

function ofHook({ manifest }: Hook, namespace: string): ManifestObject[] {
  return objectsOf(manifest, namespace).map((object) => ({ ...object, hook: true as const }));
}
