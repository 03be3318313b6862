import { parseDocument } from "yaml";

/** A Kubernetes object by name, with the little that a deploy reads of it. */
export type ManifestObject = {
  apiVersion: string;
  kind: string;
  namespace: string;
  name: string;
};

/** What a deploy looks at; the other documents of a manifest are never parsed, since a release may hold hundreds. */
const READ_KINDS = new Set(["Deployment", "StatefulSet", "DaemonSet", "Job", "CronJob", "Ingress", "HTTPRoute"]);

/**
 * The objects of a rendered manifest (YAML documents) that a deploy watches or reports.
 * Objects without a namespace of their own are in the release's.
 */
export function objectsOf(manifest: string, releaseNamespace: string): ManifestObject[] {
  const objects: ManifestObject[] = [];
  for (const document of manifest.split(/^---\s*$/m)) {
    const kind = /^kind:\s*["']?(\w+)/m.exec(document)?.[1];
    if (kind === undefined || !READ_KINDS.has(kind)) continue;
    const object = read(document);
    if (!object?.metadata?.name) continue;
    objects.push({
      apiVersion: object.apiVersion ?? "",
      kind,
      namespace: object.metadata.namespace ?? releaseNamespace,
      name: object.metadata.name,
    });
  }
  return objects;
}

type Read = { apiVersion?: string; metadata?: { name?: string; namespace?: string } } | null;

/** Helm and Kubernetes took the document, so a key that is there twice is none of our business; nor is what YAML 1.2 refuses. */
function read(text: string): Read {
  const document = parseDocument(text, { uniqueKeys: false });
  return document.errors.length > 0 ? null : (document.toJS() as Read);
}
