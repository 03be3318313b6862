import { describe, expect, test } from "@jest/globals";
import type { KubeObject } from "../../../src/plan/kube-object.ts";
import { planTotals } from "../../../src/plan/plan.ts";
import { plannedHooks } from "../../../src/plan/planned-hooks.ts";
import { pairsOf, plannedObject } from "../../../src/plan/planned-objects.ts";

function map(name: string, data: object = {}, metadata: object = {}): KubeObject {
  return { apiVersion: "v1", kind: "ConfigMap", metadata: { name, ...metadata }, data };
}

const cronJob: KubeObject = { apiVersion: "batch/v1", kind: "CronJob", metadata: { name: "nightly" } };
const asIs = { hide: (text: string) => text, forced: false };

test("pairs are by group, kind, namespace and name: a new version of an API is the same object, of duplicates the last counts", () => {
  const old: KubeObject = {
    apiVersion: "apps/v1beta1",
    kind: "Deployment",
    metadata: { name: "web", namespace: "shop" },
  };
  const now: KubeObject = { apiVersion: "apps/v1", kind: "Deployment", metadata: { name: "web" } };
  const foreign: KubeObject = { ...now, apiVersion: "example.com/v1" };
  const dropped = map("dropped");
  expect(
    pairsOf(
      { original: [dropped, old], rendered: [now, map("twice", { a: 1 }), foreign, map("twice", { a: 2 })] },
      "shop",
    ),
  ).toEqual([
    { original: old, rendered: now },
    { rendered: map("twice", { a: 2 }) },
    { rendered: foreign },
    { original: dropped },
  ]);
});

describe("an object", () => {
  test("that the server would leave as it is stays the same", () => {
    const object = map("a", { x: "1" });
    expect(plannedObject({ original: object, rendered: object }, { before: object, after: object }, asIs)).toEqual({
      change: { action: "same", kind: "ConfigMap", namespace: "", name: "a", diff: "" },
    });
  });

  test("that is to go is not in the plan when it is gone, and stays where it says so in the cluster", () => {
    const original = map("a");
    const kept = map("a", {}, { annotations: { "helm.sh/resource-policy": "keep" } });
    expect(plannedObject({ original }, {}, asIs)).toEqual({});
    expect(plannedObject({ original }, { before: kept }, asIs).change).toMatchObject({ action: "keep", diff: "" });
    expect(plannedObject({ original: kept }, { before: original }, asIs).change).toMatchObject({ action: "delete" });
  });

  test("that cannot be compared is compared with what Helm stored, and noted, also when it is to go", () => {
    const [original, rendered] = [map("a", { x: "1" }), map("a", { x: "2" })];
    const uncompared = "you cannot patch";
    const note = "ConfigMap a was compared with what Helm stored, not with what is live: you cannot patch";
    const found = plannedObject({ original, rendered }, { before: map("a", { x: "9" }), uncompared }, asIs);
    expect(found).toMatchObject({
      change: { action: "change", diff: expect.stringContaining('-  x: "1"\n+  x: "2"') },
      note,
    });
    expect(plannedObject({ original, rendered: original }, { uncompared }, asIs)).toMatchObject({
      change: { action: "same" },
      note,
    });
    expect(plannedObject({ rendered }, { uncompared }, asIs)).toMatchObject({ change: { action: "create" }, note });
    expect(plannedObject({ original }, { uncompared }, asIs)).toMatchObject({ change: { action: "delete" }, note });
  });

  test("that would be refused is a change, also where its text is the same", () => {
    const object = map("a");
    const found = plannedObject(
      { original: object, rendered: object },
      { before: object, problem: "no: ***" },
      { hide: (text) => text.replace("no", "yes"), forced: false },
    );
    expect(found.change).toMatchObject({ action: "change", diff: "", problem: "yes: ***" });
  });

  test.each([
    [cronJob, [".spec.suspend"], undefined],
    [cronJob, [".spec.suspend", ".spec.schedule"], "conflict"],
    [cronJob, undefined, "conflict"],
    [{ ...cronJob, kind: "Job" }, [".spec.suspend"], "conflict"],
    [{ ...cronJob, apiVersion: "example.com/v1" }, [".spec.suspend"], "conflict"],
  ])("a conflict is a problem, unless it is about a CronJob's switch only: %j %j", (object, conflicts, problem) => {
    const compared = { before: object, after: object, problem: "conflict", ...(conflicts ? { conflicts } : {}) };
    expect(plannedObject({ rendered: object }, compared, asIs).change?.problem).toBe(problem);
  });

  test("a conflict about fields that Helm is told to take over is no problem", () => {
    const [object, forced] = [map("a"), { ...asIs, forced: true }];
    const conflict = { before: object, after: object, problem: "conflict", conflicts: [".data.x"] };
    expect(plannedObject({ rendered: object }, conflict, forced).change?.problem).toBeUndefined();
    const refused = { before: object, problem: "immutable" };
    expect(plannedObject({ rendered: object }, refused, forced).change?.problem).toBe("immutable");
  });

  test("has the namespace that the cluster says, and none where it is in none", () => {
    const placed = map("a", {}, { namespace: "shop" });
    expect(plannedObject({ rendered: map("a") }, { after: placed }, asIs).change).toMatchObject({
      namespace: "shop",
      action: "create",
    });
    expect(plannedObject({ rendered: map("a") }, { before: map("a"), after: map("a") }, asIs).change?.namespace).toBe(
      "",
    );
  });
});

test("hooks are compared with those that Helm stored; several of one name in their order", () => {
  const secret = (password: string): KubeObject => ({ ...map("creds"), kind: "Secret", stringData: { password } });
  const changes = plannedHooks(
    {
      original: [map("job", { number: 1 }), map("job", { number: 2 }), map("gone"), secret("old-value")],
      rendered: [map("job", { number: 1 }), map("job", { number: 3 }), map("new"), secret("new-value")],
    },
    { namespace: "shop", hide: (text) => text.replace("number: 3", "number: ***") },
  );
  expect(changes.map(({ action, kind, name }) => `${action} ${kind}/${name}`)).toEqual([
    "same ConfigMap/job",
    "change ConfigMap/job",
    "create ConfigMap/new",
    "change Secret/creds",
    "delete ConfigMap/gone",
  ]);
  expect(changes.every(({ hook, namespace }) => hook && namespace === "shop")).toBe(true);
  expect(changes[1]?.diff).toContain("-  number: 2\n+  number: ***");
  expect(changes[3]?.diff).toContain("+  password: (hidden, changed)");
  expect(JSON.stringify(changes)).not.toMatch(/old-value|new-value/);
});

test("totals name what there is", () => {
  const change = (action: "create" | "keep" | "same" | "change", more: object = {}) => ({
    action,
    kind: "ConfigMap",
    namespace: "",
    name: "a",
    diff: "",
    ...more,
  });
  const totals = (...changes: ReturnType<typeof change>[]) => planTotals({ changes, isUnchanged: false, notes: [] });
  expect(totals()).toBe("no objects");
  expect(totals(change("create"), change("same"), change("same"), change("keep"))).toBe(
    "1 to create, 1 to leave behind, 2 unchanged",
  );
  expect(totals(change("change", { problem: "no" }), change("same", { hook: true }))).toBe(
    "1 to change; 1 the cluster would refuse",
  );
  expect(totals(change("same"), change("change", { hook: true }))).toBe("1 unchanged; hooks: 1 changed");
});
