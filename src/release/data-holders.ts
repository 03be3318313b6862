import { allObjectsOf } from "../workloads/objects.ts";

/**
 * What of a manifest takes data along that an uninstall would delete, volume claims aside: a Namespace with all that is in it,
 * a CustomResourceDefinition with every object of its kind in the cluster, and a StatefulSet that says so of its claims:
 * https://kubernetes.io/docs/concepts/workloads/controllers/statefulset/#persistentvolumeclaim-retention
 */
export function dataHolders(manifest: string): string[] {
  return manifest.split(/^---\s*$/m).flatMap((document) => {
    if (/^\s*["']?helm\.sh\/resource-policy["']?:\s*["']?keep/m.test(document)) return [];
    return allObjectsOf(document, "")
      .filter(({ kind }) => {
        if (kind === "StatefulSet") return /\bwhenDeleted["']?:\s*["']?Delete\b/.test(document);
        return kind === "Namespace" || kind === "CustomResourceDefinition";
      })
      .map(({ kind, name }) => `${kind} ${name}`);
  });
}
