import { describe, expect, test } from "@jest/globals";
import type { KubeObject } from "../../../src/plan/kube-object.ts";
import { withoutSecrets } from "../../../src/plan/secret-values.ts";
import { shownSides } from "../../../src/plan/shown-object.ts";

function secret(fields: object): KubeObject {
  return { apiVersion: "v1", kind: "Secret", metadata: { name: "creds" }, ...fields };
}

function encoded(text: string): string {
  return Buffer.from(text).toString("base64");
}

describe("of a Secret", () => {
  test("each value is hidden on both sides, and only whether it differs is told", () => {
    const { before, after, differ } = shownSides({
      before: secret({ data: { same: encoded("one"), changed: encoded("two"), gone: encoded("three") } }),
      after: secret({ data: { same: encoded("one") }, stringData: { changed: "2", fresh: "four" } }),
    });
    expect(before?.data).toEqual({ same: "(hidden)", changed: "(hidden)", gone: "(hidden)" });
    expect(after?.data).toEqual({ same: "(hidden)", changed: "(hidden, changed)", fresh: "(hidden)" });
    expect(after).not.toHaveProperty("stringData");
    expect(differ).toBe(true);
  });

  test("the same value is the same, in whatever form: stringData wins, base64 may have line breaks", () => {
    const before = secret({ data: { a: encoded("one"), b: encoded("a longer value") } });
    const after = secret({
      data: { a: encoded("other"), b: encoded("a longer value").replace(/^(.{8})/, "$1\n") },
      stringData: { a: "one" },
    });
    expect(shownSides({ before, after })).toMatchObject({ differ: false });
  });

  test("nothing is shown of a value that is no text, or of data that is no map", () => {
    const odd = secret({ data: ["a-value"], stringData: { pin: 12345678, flag: true, none: null } });
    const { after } = shownSides({ before: undefined, after: odd });
    expect(after?.data).toEqual({ pin: "(hidden)", flag: "(hidden)", none: "(hidden)" });
    expect(JSON.stringify(after)).not.toMatch(/a-value|12345678/);
  });

  test("one that is created or deleted has no value that changed", () => {
    const only = secret({ data: { a: encoded("one") } });
    expect(shownSides({ before: undefined, after: only }).after?.data).toEqual({ a: "(hidden)" });
    expect(shownSides({ before: only, after: undefined }).before?.data).toEqual({ a: "(hidden)" });
  });

  test.each([
    ["a value", 'stringData.pin: got "12345678"', { stringData: { pin: 12345678 } }],
    ["a value that is encoded", "illegal base64 in dGhlLXZhbHVl", { data: { a: encoded("the-value") } }],
    ["a decoded value", "the-value is not allowed", { data: { a: encoded("the-value") } }],
    ["an encoded value", "dGhlLXZhbHVl is not allowed", { stringData: { a: "the-value" } }],
    ["one line of a value", "a line: second-line", { stringData: { a: "first-line\nsecond-line\n" } }],
    [
      "a part of one that is a map",
      'got map[string]interface {}{"password":"hunter2", "user":"admin"}',
      { stringData: { config: { user: "admin", password: "hunter2" } } },
    ],
    [
      "a part of one that is a list",
      'got list {"a", "hunter2"}',
      { stringData: { config: ["a", { b: ["hunter2"] }] } },
    ],
    ["a field that is misspelt", "hunter2 is not allowed", { stringdata: { password: "hunter2" } }],
    [
      "a field in the wrong place",
      "hunter2 is not allowed",
      { metadata: { name: "a", data: { password: "hunter2" } } },
    ],
    ["data that is no map", "expected map, got hunter2", { data: "hunter2" }],
    ["Go's form of it", 'got &value.valueUnstructured{Value:{"n":1e+09}}', { stringData: { a: { n: 1000000000 } } }],
    ["a value in quotes", 'not "the\\"value"', { stringData: { a: 'the"value' } }],
  ])("the cluster's words are hidden where they hold %s", (_, words, fields) => {
    expect(withoutSecrets(words, [undefined, secret(fields)])).toBe(
      "(the cluster's words are hidden, since they hold a value of the Secret)",
    );
  });

  test("only what is known to be no value is shown of other fields, such as a misspelt one", () => {
    const typo = { type: "Opaque", immutable: true, stringdata: { password: "hunter2" }, password: "hunter2" };
    const misplaced = {
      metadata: { name: "creds", data: { password: "hunter2" }, labels: { data: { a: "hunter2" } } },
    };
    const { before, after } = shownSides({
      before: secret(typo),
      after: secret({ ...typo, ...misplaced, password: "hunter3" }),
    });
    expect(before).toEqual({
      apiVersion: "v1",
      kind: "Secret",
      metadata: { name: "creds" },
      type: "Opaque",
      immutable: true,
      stringdata: "(hidden)",
      password: "(hidden)",
    });
    expect(after).toMatchObject({
      metadata: { name: "creds", data: "(hidden)", labels: { data: "(hidden)" } },
      password: "(hidden, changed)",
    });
    expect(JSON.stringify([before, after])).not.toContain("hunter");
  });

  test("no annotation is shown in which a tool keeps the Secret, or that holds a value of it", () => {
    const noted = (more: object) => ({ metadata: { name: "creds", labels: { app: "shop" }, annotations: more } });
    const notes = {
      "kapp.k14s.io/original": JSON.stringify(secret({ data: { a: encoded("hunter2") } })),
      "objectset.rio.cattle.io/applied": `H4sIA${"x".repeat(300)}`,
      list: ' [{"password": "other"}]',
      holds: "password=hunter2",
      team: "shop",
    };
    const { before, after, differ } = shownSides({
      before: secret({ ...noted(notes), data: { a: encoded("hunter2") } }),
      after: secret({ ...noted({ ...notes, holds: "password=hunter3" }), stringData: { a: "hunter3", b: "1" } }),
    });
    const hidden = Object.fromEntries(Object.keys(notes).map((key) => [key, "(hidden)"]));
    expect(before?.metadata).toMatchObject({ labels: { app: "shop" }, annotations: { ...hidden, team: "shop" } });
    expect(after?.metadata).toMatchObject({ annotations: { ...hidden, team: "shop", holds: "(hidden, changed)" } });
    expect(differ).toBe(true);
  });

  test("other words are told", () => {
    const words = "data: Forbidden: field is immutable when `immutable` is set";
    expect(withoutSecrets(words, [secret({ data: { a: encoded("the-value") }, stringData: { empty: "" } })])).toBe(
      words,
    );
    const map: KubeObject = { apiVersion: "v1", kind: "ConfigMap", metadata: { name: "a" }, data: { a: "Forbidden" } };
    expect(withoutSecrets(words, [map])).toBe(words);
  });
});

test("what the server keeps for itself does not differ, nor is what kubectl applied last shown", () => {
  const lastApplied = "kubectl.kubernetes.io/last-applied-configuration";
  const object = (metadata: object, rest: object): KubeObject => ({
    apiVersion: "apps/v1",
    kind: "Deployment",
    ...rest,
    metadata: { name: "web", ...metadata },
  });
  const before = object(
    { uid: "1", resourceVersion: "1", generation: 1, managedFields: [], creationTimestamp: "x", selfLink: "/" },
    { status: { replicas: 1 }, spec: { template: { metadata: { annotations: { [lastApplied]: "{}" } } } } },
  );
  const after = object({ annotations: {} }, { spec: { template: { metadata: { annotations: {} } } } });
  const shown = shownSides({
    before: { ...before, metadata: { ...before.metadata, annotations: { [lastApplied]: "{}" } } },
    after,
  });
  expect(shown.before).toEqual({
    apiVersion: "apps/v1",
    kind: "Deployment",
    metadata: { name: "web", annotations: {} },
    spec: { template: { metadata: { annotations: {} } } },
  });
  expect(shown.differ).toBe(false);
});
