import { expect, test } from "@jest/globals";
import { allObjectsOf, objectsOf } from "../../../src/workloads/objects.ts";

const deployment = { apiVersion: "apps/v1", kind: "Deployment", namespace: "shop", name: "web" };

test("of a manifest the kinds that a deploy reads, in the release's namespace or their own", () => {
  const manifest = `---
# Source: shop/templates/web.yaml
apiVersion: apps/v1
kind: Deployment
metadata:
  name: web
---
# Source: shop/templates/cron.yaml
kind: "CronJob"
apiVersion: batch/v1
metadata: { name: nightly, namespace: jobs }
---
apiVersion: v1
kind: ConfigMap
metadata:
  name: web
data:
  text: |
    kind: Deployment
    --- not the end
`;
  expect(objectsOf(manifest, "shop")).toEqual([
    deployment,
    { apiVersion: "batch/v1", kind: "CronJob", namespace: "jobs", name: "nightly" },
  ]);
});

test.each([
  ["a key twice, as published charts have it", "metadata:\n  name: web\n  labels: { a: b, a: c }\nspec: {}\nspec: {}"],
  ["a tag that nobody knows", "metadata:\n  name: web\nspec: !custom { a: b }"],
  ["tabs and carriage returns", "metadata:\r\n  name: web\t\r\n"],
])("%s is no hindrance: Helm and Kubernetes took it", (_, rest) => {
  expect(objectsOf(`apiVersion: apps/v1\nkind: Deployment\n${rest}`, "shop")).toEqual([deployment]);
});

test.each([
  ["JSON", '# Source: a.yaml\n{"apiVersion": "apps/v1", "kind": "Deployment", "metadata": {"name": "web"}}'],
  [
    "a List",
    "apiVersion: v1\nkind: List\nitems:\n- apiVersion: apps/v1\n  kind: Deployment\n  metadata: { name: web }\n-\n",
  ],
  [
    "a list of one kind",
    "apiVersion: apps/v1\nkind: DeploymentList\nitems: [{ apiVersion: apps/v1, kind: Deployment, metadata: { name: web } }]",
  ],
])("objects of %s are found", (_, document) => {
  expect(objectsOf(`kind: Secret\nmetadata: { name: web }\n---\n${document}`, "shop")).toEqual([deployment]);
});

test("hooks' pods and volume claims are among them; of whatever kind are all objects", () => {
  const manifest = ["Pod", "PersistentVolumeClaim", "ConfigMap"].map(
    (kind) => `kind: ${kind}\nmetadata: { name: web }`,
  );
  const kinds = (objects: { kind: string }[]) => objects.map(({ kind }) => kind);
  expect(kinds(objectsOf(manifest.join("\n---\n"), "shop"))).toEqual(["Pod", "PersistentVolumeClaim"]);
  expect(kinds(allObjectsOf(manifest.join("\n---\n"), "shop"))).toEqual(["Pod", "PersistentVolumeClaim", "ConfigMap"]);
});

test("what cannot be read is left out", () => {
  expect(objectsOf("kind: Deployment\nmetadata: [\n---\nkind: Job\nmetadata: {}\n---\nkind: Job", "shop")).toEqual([]);
});
