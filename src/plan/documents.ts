import { parseDocument } from "yaml";
import { YAML_AS_HELM } from "../values/yaml-as-helm.ts";
import { isMap, type KubeObject } from "./kube-object.ts";

export type Documents = {
  objects: KubeObject[];
  /** Where the documents are from that cannot be read as YAML, such as `shop/templates/web.yaml`. */
  unread: string[];
};

/** What texts of documents were read as; undefined where one is no YAML. */
export type ReadTexts = Map<string, KubeObject[] | undefined>;

/**
 * The objects of a rendered manifest, of Lists too. Where one is there twice, both are in it.
 * @param known what was read before, and is not read once more: most of a release stays as it is. It is added to.
 */
export function documentsOf(manifest: string, known: ReadTexts = new Map()): Documents {
  const found: Documents = { objects: [], unread: [] };
  for (const text of manifest.split(/^---(?=\s|$)/m)) {
    if (!known.has(text)) known.set(text, objectsOf(text));
    const objects = known.get(text);
    if (objects) found.objects.push(...objects);
    else found.unread.push(/^# Source: (.+)$/m.exec(text)?.[1]?.trim() ?? "a document");
  }
  return found;
}

function objectsOf(text: string): KubeObject[] | undefined {
  const document = parseDocument(text, YAML_AS_HELM);
  // Parts of the text may be secret, and the parser's words hold some of it.
  return document.errors.length > 0 ? undefined : flat(document.toJS({ maxAliasCount: -1 }));
}

function flat(value: unknown): KubeObject[] {
  if (!isMap(value)) return [];
  const { kind, items, apiVersion } = value;
  if (typeof kind === "string" && kind.endsWith("List") && Array.isArray(items)) {
    // The items of a ConfigMapList need not say what they are.
    const each = kind === "List" ? {} : { apiVersion, kind: kind.slice(0, -"List".length) };
    return items.flatMap((item) => flat(isMap(item) ? { ...each, ...item } : item));
  }
  return isNamed(value) ? [value] : [];
}

function isNamed(value: Record<string, unknown>): value is KubeObject {
  const { apiVersion, kind, metadata } = value;
  return (
    typeof apiVersion === "string" && typeof kind === "string" && isMap(metadata) && typeof metadata.name === "string"
  );
}
