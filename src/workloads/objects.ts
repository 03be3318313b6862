import { parseDocument } from "yaml";

/** A Kubernetes object by name, with the little that a deploy reads of it. */
export type ManifestObject = {
  apiVersion: string;
  kind: string;
  namespace: string;
  name: string;
  /** Set for an object of a hook. */
  hook?: true;
};

/** What a deploy looks at; the other documents of a manifest are never parsed, since a release may hold hundreds. */
const READ_KINDS = new Set([
  "Deployment",
  "StatefulSet",
  "DaemonSet",
  "Job",
  "Pod",
  "CronJob",
  "PersistentVolumeClaim",
  "Ingress",
  "HTTPRoute",
]);

/**
 * The objects of a rendered manifest (YAML documents, JSON ones and Lists among them) that a deploy watches or reports.
 * Objects without a namespace of their own are in the release's.
 */
export function objectsOf(manifest: string, releaseNamespace: string): ManifestObject[] {
  const documents = manifest.split(/^---\s*$/m).filter(isRead);
  return namedIn(documents, releaseNamespace).filter(({ kind }) => READ_KINDS.has(kind));
}

/** All objects of a rendered manifest, of whatever kind. Parses every document: for rare cases. */
export function allObjectsOf(manifest: string, releaseNamespace: string): ManifestObject[] {
  return namedIn(manifest.split(/^---\s*$/m), releaseNamespace);
}

function namedIn(documents: readonly string[], releaseNamespace: string): ManifestObject[] {
  return documents
    .flatMap((document) => flat(read(document)))
    .flatMap(({ apiVersion, kind, metadata }) => {
      if (!metadata?.name || !kind) return [];
      const namespace = metadata.namespace ?? releaseNamespace;
      return { apiVersion: apiVersion ?? "", kind, namespace, name: metadata.name };
    });
}

type Read = {
  apiVersion?: string;
  kind?: string;
  metadata?: { name?: string; namespace?: string };
  items?: (Read | null)[];
};

/** Tells by the text alone: most documents need no parser. */
function isRead(document: string): boolean {
  if (/^\s*\{/.test(document.replace(/^\s*#.*$/gm, ""))) return true;
  const kind = /^["']?kind["']?:\s*["']?(\w+)/m.exec(document)?.[1] ?? "";
  return READ_KINDS.has(kind) || kind.endsWith("List");
}

function flat(object: Read | null): Read[] {
  if (object === null) return [];
  return Array.isArray(object.items) ? object.items.flatMap(flat) : [object];
}

/** Helm and Kubernetes took the document, so a key that is there twice is none of our business; nor is what YAML 1.2 refuses. */
function read(text: string): Read | null {
  const document = parseDocument(text, { uniqueKeys: false });
  return document.errors.length > 0 ? null : (document.toJS() as Read | null);
}
