import { expect, test } from "@jest/globals";
import type { KubernetesClient } from "../../../src/adapters/kubernetes/client.ts";
import { type Answer, breaksOff, clientOf, json, reset, status } from "./small-api.ts";

const namespace = json({ apiVersion: "v1", kind: "Namespace", metadata: { name: "shop" } });

async function read({ core }: KubernetesClient): Promise<string | undefined> {
  return (await core.readNamespace({ name: "shop" })).metadata?.name;
}

async function write({ core }: KubernetesClient): Promise<unknown> {
  return core.createNamespace({ body: { metadata: { name: "shop" } } });
}

async function outcome(call: Promise<unknown>): Promise<"done" | "failed"> {
  return call.then(
    () => "done",
    () => "failed",
  );
}

const passing: [string, Answer][] = [
  ["a connection that is reset", reset],
  ["an answer that breaks off", breaksOff],
  ...[429, 500, 502, 503, 504].map((code): [string, Answer] => [`status ${code}`, status(code)]),
];

test("a read is tried three times in all", async () => {
  const outcomes = passing.map(async ([name, failure]) => [
    name,
    await outcome(read(await clientOf(failure, failure, namespace))),
    await outcome(read(await clientOf(failure, failure, failure, namespace))),
  ]);
  expect(await Promise.all(outcomes)).toEqual(passing.map(([name]) => [name, "done", "failed"]));
});

test.each(passing)("a write is not sent again after %s", async (_, failure) => {
  expect(await outcome(write(await clientOf(failure, namespace)))).toBe("failed");
});

test.each([400, 401, 403, 404, 409])("status %i is an answer", async (code) => {
  await expect(read(await clientOf(status(code), namespace))).rejects.toMatchObject({ code });
});

test("objects of whatever kind are read as steadily", async () => {
  const kinds = json({ kind: "APIResourceList", resources: [{ name: "namespaces", kind: "Namespace" }] });
  const { objects } = await clientOf(status(503), kinds, reset, namespace);
  const found = await objects.read({ apiVersion: "v1", kind: "Namespace", metadata: { name: "shop" } });
  expect(found.metadata?.name).toBe("shop");
});

test("the server says when to come again, up to five seconds", async () => {
  const waited = async (seconds: string) => {
    const began = Date.now();
    expect(await read(await clientOf(status(429, { "retry-after": seconds }), namespace))).toBe("shop");
    return Date.now() - began;
  };
  const [soon, late] = await Promise.all([waited("1"), waited("3600")]);
  // A timer may fire a little early.
  expect(soon).toBeGreaterThan(990);
  expect(late).toBeGreaterThan(4990);
});
