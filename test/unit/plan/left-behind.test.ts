import { describe, expect, test } from "@jest/globals";
import { stringify } from "yaml";
import { leavesBehind } from "../../../src/plan/left-behind.ts";

const configMap = (name: string, data: object) => ({ apiVersion: "v1", kind: "ConfigMap", metadata: { name }, data });
const widget = (spec: object) => ({ apiVersion: "example.com/v1", kind: "Widget", metadata: { name: "w" }, spec });
const service = (...ports: number[]) => ({
  apiVersion: "v1",
  kind: "Service",
  metadata: { name: "s" },
  spec: { ports: ports.map((port) => ({ port })) },
});
const pod = (fields: object, annotations?: object) => ({
  apiVersion: "apps/v1",
  kind: "Deployment",
  metadata: { name: "d" },
  spec: { template: { metadata: { annotations }, spec: { containers: [{ name: "web", ...fields }] } } },
});
const account = (...finalizers: string[]) => ({
  apiVersion: "v1",
  kind: "ServiceAccount",
  metadata: { name: "a", finalizers },
});

const manifest = (objects: readonly object[]) => objects.map((object) => `---\n${stringify(object)}`).join("");

type Row = [title: string, failed: object[], good: object[], next: object[], server: boolean, client: boolean];

const a = configMap("a", { x: "1" });
const rows: Row[] = [
  ["nothing differs", [a], [a], [a], false, false],
  ["an object that neither has", [a, configMap("b", {})], [a], [a], true, true],
  ["an object that the next one has too", [a, configMap("b", {})], [a], [a, configMap("b", {})], false, false],
  ["an object that the good one has, and that goes", [a], [a], [configMap("b", {})], false, false],
  ["a field that neither has", [configMap("a", { x: "1", y: "2" })], [a], [a], false, true],
  ["a field that the next one sets", [configMap("a", { y: "2" })], [a], [configMap("a", { y: "3" })], false, false],
  ["a field that the good one has, and that goes", [a], [a], [configMap("a", {})], false, false],
  ["another value", [configMap("a", { x: "2" })], [a], [a], false, false],
  ["an object of both whose field is new", [configMap("b", { y: "1" })], [a], [a, configMap("b", {})], false, true],
  ["an annotation of pods", [pod({}, { crash: "yes" })], [pod({})], [pod({})], false, true],
  ["an item of a list that merges", [service(80, 81)], [service(80)], [service(80)], false, true],
  [
    "a field of such an item",
    [pod({ image: "i", command: ["x"] })],
    [pod({ image: "i" })],
    [pod({ image: "i" })],
    false,
    true,
  ],
  [
    "an item of a list that is replaced",
    [pod({ args: ["a", "b"] })],
    [pod({ args: ["a"] })],
    [pod({ args: ["a"] })],
    false,
    false,
  ],
  ["a value in a list of values that merges", [account("x", "y")], [account("x")], [account("x")], false, true],
  ["such a value that the next one has", [account("x", "y")], [account("x")], [account("y")], false, false],
  ["a custom resource's other value", [widget({ size: 2 })], [widget({ size: 1 })], [widget({ size: 1 })], false, true],
  [
    "the same where the next one changes it",
    [widget({ size: 2 })],
    [widget({ size: 1 })],
    [widget({ size: 3 })],
    false,
    false,
  ],
  [
    "a custom resource's field that neither has",
    [widget({ size: 1, on: true })],
    [widget({ size: 1 })],
    [widget({ size: 2 })],
    false,
    true,
  ],
  ["a custom resource that the good one lacks", [widget({ size: 2 })], [], [widget({ size: 1 })], false, true],
];

describe.each([
  { applied: "on the server", serverSide: true },
  { applied: "by Helm", serverSide: false },
])("applied $applied", ({ serverSide }) => {
  test.each(rows)("%s", (_, failed, good, next, server, client) => {
    const all = { failed: manifest(failed), good: manifest(good), next: manifest(next) };
    expect(leavesBehind(all, { namespace: "shop", serverSide })).toBe(serverSide ? server : client);
  });
});

describe("where the next one is not known", () => {
  const leaves = (failed: object[], good: object[], serverSide = false) =>
    leavesBehind({ failed: manifest(failed), good: manifest(good), next: "" }, { namespace: "shop", serverSide });

  test("all that the good one lacks is left", () => {
    expect(leaves([configMap("a", { x: "1", y: "2" })], [a])).toBe(true);
    expect(leaves([configMap("a", { x: "1", y: "2" })], [a], true)).toBe(false);
    expect(leaves([a, configMap("b", {})], [a], true)).toBe(true);
    expect(leaves([widget({ size: 2 })], [widget({ size: 1 })])).toBe(true);
    expect(leaves([configMap("a", { x: "2" })], [a])).toBe(false);
  });
});

test("an object is the same with its namespace written out, and in another version of its API", () => {
  const written = { ...a, metadata: { name: "a", namespace: "shop" } };
  const beta = (version: string) => ({ apiVersion: `example.com/${version}`, kind: "Widget", metadata: { name: "w" } });
  const all = { failed: manifest([written, beta("v1")]), good: manifest([a, beta("v1beta1")]), next: manifest([a]) };
  expect(leavesBehind(all, { namespace: "shop", serverSide: true })).toBe(false);
});
