import { expect, test } from "@jest/globals";
import { type MergeRule, mergeRuleOf } from "../../../src/plan/merge-rules.ts";
import { clusterView } from "../../support/cluster-view.ts";

type Schema = {
  $ref?: string;
  type?: string;
  items?: Schema;
  properties?: Record<string, Schema>;
  "x-kubernetes-patch-strategy"?: string;
  "x-kubernetes-patch-merge-key"?: string;
  "x-kubernetes-group-version-kind"?: { group: string; version: string; kind: string }[];
};

const NEVER_PATCHED = new Set(["ComponentStatus", "Status"]);

// The API server publishes how each field is patched: the table must say the same of all kinds that have a place in a chart.
test("the rules for strategic merge patches are those of the API server", async () => {
  const cluster = await clusterView();
  const { definitions } = JSON.parse(await cluster.kubectl("get", "--raw", "/openapi/v2")) as {
    definitions: Record<string, Schema>;
  };
  const resolved = (schema: Schema) => definitions[schema.$ref?.replace("#/definitions/", "") ?? ""] ?? schema;

  /** Such as `spec.template.spec.containers: merge by name`. */
  function published(schema: Schema, path: string, above: Schema[] = []): string[] {
    const of = resolved(schema);
    if (above.includes(of)) return [];
    return Object.entries(of.properties ?? {}).flatMap(([name, field]) => {
      if (path === "" && name === "status") return [];
      const strategy = field["x-kubernetes-patch-strategy"];
      const here = `${path}${name}`;
      const line =
        strategy === undefined ? [] : [`${here}: ${strategy} ${field["x-kubernetes-patch-merge-key"] ?? ""}`.trim()];
      // Items of a list that does not merge are never looked into.
      const inner = field.type === "array" ? (strategy?.includes("merge") ? field.items : undefined) : field;
      return [
        ...line,
        ...(inner && !strategy?.includes("replace") ? published(inner, `${here}.`, [...above, of]) : []),
      ];
    });
  }

  function ours(rule: MergeRule | undefined, path: string): string[] {
    return Object.entries(rule?.fields ?? {}).flatMap(([name, field]) => {
      const strategy = [
        field.key !== undefined && "merge",
        field.retainKeys && "retainKeys",
        field.replace && "replace",
      ];
      const words = strategy.filter(Boolean).join(",");
      const line = words === "" ? [] : [`${path}${name}: ${words} ${field.key ?? ""}`.trim()];
      return [...line, ...ours(field, `${path}${name}.`)];
    });
  }

  const kinds = Object.values(definitions).filter(({ properties }) => properties?.kind && properties.metadata);
  const wrong = kinds.flatMap((schema) =>
    (schema["x-kubernetes-group-version-kind"] ?? []).flatMap(({ group, version, kind }) => {
      if (kind.endsWith("List") || NEVER_PATCHED.has(kind)) return [];
      const rule = mergeRuleOf({ apiVersion: group === "" ? version : `${group}/${version}`, kind });
      if (rule === undefined) return [];
      const [theirs, own] = [published(schema, "").toSorted(), ours(rule, "").toSorted()];
      return JSON.stringify(theirs) === JSON.stringify(own)
        ? []
        : [{ kind: `${group}/${version} ${kind}`, theirs, own }];
    }),
  );
  expect(wrong).toEqual([]);
  expect(kinds.length).toBeGreaterThan(50);
});
