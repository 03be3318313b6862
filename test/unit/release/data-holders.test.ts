import { expect, test } from "@jest/globals";
import { dataHolders } from "../../../src/release/data-holders.ts";

const object = (kind: string, rest = "") =>
  `# Source: a/templates/${kind}.yaml\nkind: ${kind}\nmetadata: { name: db }\n${rest}`;

test("what takes data along when it is deleted", () => {
  const manifest = [
    object("Namespace"),
    object("CustomResourceDefinition"),
    object("StatefulSet", "spec: { persistentVolumeClaimRetentionPolicy: { whenDeleted: Delete } }"),
    object("StatefulSet", "spec: { persistentVolumeClaimRetentionPolicy: { whenDeleted: Retain } }"),
    object("Deployment"),
    object("Secret"),
  ].join("\n---\n");
  expect(dataHolders(manifest)).toEqual(["Namespace db", "CustomResourceDefinition db", "StatefulSet db"]);
});

test("but for what Helm keeps", () => {
  const kept = 'kind: Namespace\nmetadata:\n  name: db\n  annotations:\n    "helm.sh/resource-policy": keep\n';
  expect(dataHolders(kept)).toEqual([]);
});
