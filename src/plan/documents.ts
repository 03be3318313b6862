import { parseDocument, type Tags } from "yaml";
import { isMap, type KubeObject } from "./kube-object.ts";

export type Documents = {
  objects: KubeObject[];
  /** Where the documents are from that cannot be read as YAML, such as `shop/templates/web.yaml`. */
  unread: string[];
};

/** The objects of a rendered manifest, of Lists too. Where one is there twice, both are in it. */
export function documentsOf(manifest: string): Documents {
  const found: Documents = { objects: [], unread: [] };
  for (const text of manifest.split(/^---(?=\s|$)/m)) {
    const document = parseDocument(text, {
      version: "1.1",
      uniqueKeys: false,
      strict: false,
      logLevel: "silent",
      customTags,
    });
    // Parts of the text may be secret, and the parser's words hold some of it.
    if (document.errors.length > 0) found.unread.push(/^# Source: (.+)$/m.exec(text)?.[1]?.trim() ?? "a document");
    else found.objects.push(...flat(document.toJS({ maxAliasCount: -1 })));
  }
  return found;
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

/** Helm's YAML is 1.1 without times, numbers to the base of 60 and Ruby's types: https://github.com/kubernetes-sigs/yaml/blob/master/goyaml.v2/resolve.go */
function customTags(tags: Tags): Tags {
  const leftOut = /:(timestamp|binary|omap|pairs|set)$/;
  return tags.filter((tag) => typeof tag === "string" || !(leftOut.test(tag.tag) || tag.format === "TIME"));
}
