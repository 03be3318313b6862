import { expect, test } from "@jest/globals";
import { documentsOf } from "../../../src/plan/documents.ts";

test("documents are read as Helm reads YAML: 1.1, without times and numbers to the base of 60", () => {
  const { objects } = documentsOf(`
# Source: shop/templates/a.yaml
apiVersion: v1
kind: ConfigMap
metadata: { name: a, labels: &labels { on: yes } }
data: { when: 2026-01-02, at: 2026-01-02T03:00:00Z, ports: 80:81, mode: 0777, yes: "no", big: 1e3 }
more: { <<: *labels }
`);
  expect(objects).toEqual([
    {
      apiVersion: "v1",
      kind: "ConfigMap",
      metadata: { name: "a", labels: { true: true } },
      data: { when: "2026-01-02", at: "2026-01-02T03:00:00Z", ports: "80:81", mode: 511, true: "no", big: 1000 },
      more: { true: true },
    },
  ]);
});

test("all forms of documents are read: JSON, Lists in Lists, keys that are there twice, comments after the line", () => {
  const { objects, unread } = documentsOf(`--- # first
{"apiVersion": "v1", "kind": "Secret", "metadata": {"name": "json"}}
---
apiVersion: v1
kind: List
items:
  - { apiVersion: v1, kind: ConfigMapList, items: [{ metadata: { name: typed } }] }
  - { apiVersion: v1, kind: Secret, metadata: { name: listed } }
---
apiVersion: v1
kind: ConfigMap
metadata: { name: twice }
data: { a: "1", a: "2" }
---
---
# nothing but a comment
--- 
{apiVersion: v1, kind: ConfigMap, metadata: {generateName: nameless}}
`);
  expect(objects.map(({ kind, metadata }) => `${kind}/${metadata.name}`)).toEqual([
    "Secret/json",
    "ConfigMap/typed",
    "Secret/listed",
    "ConfigMap/twice",
  ]);
  expect(objects.at(-1)?.data).toEqual({ a: "2" });
  expect(unread).toEqual([]);
});

test("what cannot be read is named by where it is from, and nothing of it is told", () => {
  const good = "kind: ConfigMap\napiVersion: v1\nmetadata: { name: a }\n";
  const { objects, unread } = documentsOf(
    `---\n# Source: shop/templates/b.yaml\npassword: "secret\n---\n${good}---\n{`,
  );
  expect(objects).toHaveLength(1);
  expect(unread).toEqual(["shop/templates/b.yaml", "a document"]);
});

test("a text that was read before is not read once more, whichever manifest it is in", () => {
  const document = (name: string) =>
    `# Source: shop/${name}\nkind: ConfigMap\napiVersion: v1\nmetadata: { name: ${name} }\n`;
  const known = new Map();
  const stored = documentsOf(`---\n${document("a")}---\n${document("b")}---\n# Source: shop/bad\n{`, known);
  const rendered = documentsOf(`---\n${document("b")}---\n${document("c")}---\n# Source: shop/bad\n{`, known);
  expect(rendered.objects.map(({ metadata }) => metadata.name)).toEqual(["b", "c"]);
  expect(rendered.objects[0]).toBe(stored.objects[1]);
  expect([stored.unread, rendered.unread]).toEqual([["shop/bad"], ["shop/bad"]]);
});
