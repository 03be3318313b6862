import type { Tags } from "yaml";

/**
 * YAML as Helm reads it: 1.1 without times, numbers to the base of 60 and Ruby's types, and a key that is there twice is none of
 * our business. https://github.com/kubernetes-sigs/yaml/blob/master/goyaml.v2/resolve.go
 */
export const YAML_AS_HELM = {
  version: "1.1",
  uniqueKeys: false,
  strict: false,
  logLevel: "silent",
  customTags,
} as const;

function customTags(tags: Tags): Tags {
  const leftOut = /:(timestamp|binary|omap|pairs|set)$/;
  return tags.filter((tag) => typeof tag === "string" || !(leftOut.test(tag.tag) || tag.format === "TIME"));
}
