import { describe, expect, test } from "@jest/globals";
import type { JsonMap } from "../../../src/plan/kube-object.ts";
import { mergeRuleOf } from "../../../src/plan/merge-rules.ts";
import { mergePatch, strategicPatch } from "../../../src/plan/patches.ts";

const deployment = mergeRuleOf({ apiVersion: "apps/v1", kind: "Deployment" }) ?? {};

/** The patch of a container, of which these are the fields. */
function containerPatch(fields: { original?: JsonMap; rendered: JsonMap; live: JsonMap }): unknown {
  const pod = (container: JsonMap): JsonMap => ({
    spec: { template: { spec: { containers: [{ name: "app", ...container }] } } },
  });
  const { original, rendered, live } = fields;
  const patch = strategicPatch(
    { original: original && pod(original), rendered: pod(rendered), live: pod(live) },
    deployment,
  );
  type Pod = { spec: { template: { spec: { containers: JsonMap[] } } } };
  return (patch as Pod).spec.template.spec.containers[0];
}

describe("a strategic merge patch", () => {
  test("takes away what the stored document had, and leaves what others added", () => {
    const patch = strategicPatch(
      {
        original: { data: { a: "1", b: "2", gone: "3" }, immutable: false },
        rendered: { data: { a: "1", c: "4" } },
        live: { data: { a: "9", b: "2", others: "5" }, immutable: false },
      },
      mergeRuleOf({ apiVersion: "v1", kind: "ConfigMap" }) ?? {},
    );
    expect(patch).toEqual({ data: { a: "1", b: null, c: "4" }, immutable: null });
  });

  test("items of a list that merges are known by their key, and are in the new order", () => {
    const env = (...names: string[]) => ({ env: names.map((name) => ({ name, value: name })) });
    expect(
      containerPatch({ original: env("A", "B", "GONE"), rendered: env("B", "A"), live: env("A", "B", "OTHER") }),
    ).toEqual({
      name: "app",
      ...env("B", "A"),
      "$setElementOrder/env": [{ name: "B" }, { name: "A" }],
    });
    const { env: items } = containerPatch({
      original: env("A", "B"),
      rendered: env("B"),
      live: env("A", "B", "OTHER"),
    }) as { env: JsonMap[] };
    expect(items).toEqual([
      { name: "B", value: "B" },
      { $patch: "delete", name: "A" },
    ]);
  });

  test("a list with a port that is there twice has only the one that differs", () => {
    const port = (protocol: string, name: string) => ({ containerPort: 53, protocol, name });
    const live = { ports: [port("UDP", "udp"), port("TCP", "tcp")] };
    expect(
      containerPatch({ original: live, rendered: { ports: [port("UDP", "udp"), port("TCP", "new")] }, live }),
    ).toEqual({
      name: "app",
      ports: [port("TCP", "new")],
      "$setElementOrder/ports": [{ containerPort: 53 }, { containerPort: 53 }],
    });
  });

  test("a list of 20000 items is compared within a test's time", () => {
    const env = (value: string) => ({ env: Array.from({ length: 20_000 }, (_, at) => ({ name: `V${at}`, value })) });
    const patch = containerPatch({ original: env("1"), rendered: env("2"), live: env("1") }) as { env: JsonMap[] };
    expect(patch.env).toHaveLength(20_000);
  });

  test("an item that turns into another sort loses its old fields", () => {
    const value = { env: [{ name: "A", value: "a" }] };
    const reference = { env: [{ name: "A", valueFrom: { fieldRef: { fieldPath: "metadata.name" } } }] };
    const { env } = containerPatch({ original: value, rendered: reference, live: value }) as { env: JsonMap[] };
    expect(env).toEqual([{ ...reference.env[0], value: null }]);
  });

  test("what the cluster lacks is in it as it is, since directives there would stay", () => {
    const original = { ports: [{ containerPort: 80 }, { containerPort: 81 }] };
    expect(containerPatch({ original, rendered: { ports: [{ containerPort: 80 }] }, live: {} })).toEqual({
      name: "app",
      ports: [{ containerPort: 80 }],
    });
  });

  test("other lists are replaced", () => {
    const args = (...list: string[]) => ({ args: list });
    expect(containerPatch({ original: args("a", "b"), rendered: args("c"), live: args("a", "b") })).toEqual({
      name: "app",
      args: ["c"],
    });
  });

  test("of a strategy, and of a volume, the fields that are not named go", () => {
    const spec = (strategy: JsonMap, volume: JsonMap) => ({
      spec: { strategy, template: { spec: { volumes: [{ name: "v", ...volume }] } } },
    });
    const patch = strategicPatch(
      {
        original: undefined,
        rendered: spec({ type: "Recreate" }, { emptyDir: {} }),
        live: spec({ type: "RollingUpdate", rollingUpdate: {} }, { configMap: { name: "c" } }),
      },
      deployment,
    );
    expect(patch).toMatchObject({
      spec: {
        strategy: { type: "Recreate", $retainKeys: ["type"] },
        template: { spec: { volumes: [{ name: "v", emptyDir: {}, $retainKeys: ["name", "emptyDir"] }] } },
      },
    });
  });

  test("finalizers are a list of plain values that merges", () => {
    const of = (...finalizers: string[]) => ({ metadata: { finalizers } });
    expect(strategicPatch({ original: of("a", "b"), rendered: of("a"), live: of("a", "b", "c") }, deployment)).toEqual({
      metadata: {
        finalizers: ["a"],
        "$deleteFromPrimitiveList/finalizers": ["b"],
        "$setElementOrder/finalizers": ["a"],
      },
    });
  });

  test("a selector that is replaced has no directives in it", () => {
    const of = (matchLabels: JsonMap) => ({ spec: { selector: { matchLabels } } });
    const rule = mergeRuleOf({ apiVersion: "policy/v1", kind: "PodDisruptionBudget" }) ?? {};
    const patch = strategicPatch(
      { original: of({ a: "1", b: "1" }), rendered: of({ a: "1" }), live: of({ a: "1", b: "1" }) },
      rule,
    );
    expect(patch).toEqual(of({ a: "1" }));
  });
});

test("custom resources, which have no such patch, are those of groups that Helm does not know", () => {
  expect(mergeRuleOf({ apiVersion: "gateway.networking.k8s.io/v1", kind: "HTTPRoute" })).toBeUndefined();
  expect(mergeRuleOf({ apiVersion: "networking.k8s.io/v1", kind: "Ingress" })).toBeDefined();
});

test("a merge patch is what the stored and the new document differ in", () => {
  expect(
    mergePatch(
      { a: 1, same: { x: [1] }, list: [1, 2], deep: { gone: 1, stays: 2, changes: 3 }, gone: {} },
      { a: 1, same: { x: [1] }, list: [2], deep: { stays: 2, changes: 4 }, fresh: { y: 1 } },
    ),
  ).toEqual({ list: [2], deep: { gone: null, changes: 4 }, gone: null, fresh: { y: 1 } });
});
