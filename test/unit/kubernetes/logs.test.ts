import { expect, test } from "@jest/globals";
import { logToEnd, readLogs } from "../../../src/adapters/kubernetes/evidence/logs.ts";
import type { ContainerFacts, PodFacts } from "../../../src/evidence/facts.ts";
import { clientOf, reset, silence, status, text } from "./small-api.ts";

function pod(uid: string, restarts: number): PodFacts {
  const state = { kind: "running", reason: "", message: "" } as const;
  const container: ContainerFacts = { name: "web", init: false, image: "web:1", ready: false, restarts, state };
  const nothing = { createdAt: "", phase: "Running", reason: "", message: "", node: "", conditions: [], events: [] };
  return { namespace: "shop", name: uid, uid, ...nothing, containers: [container] };
}

test("of many pods, the logs of the thirty that fail most are read", async () => {
  const { core } = await clientOf(text("it broke\n"));
  const objects = Array.from({ length: 40 }, (_, index) => [pod(`pod-${index}`, index)]);
  const read = await readLogs(core, objects);
  expect([...read.keys()].toSorted()).toEqual(Array.from({ length: 30 }, (_, index) => `pod-${index + 10}`).toSorted());
  expect([...read.values()].every(({ containers }) => containers[0]?.log?.[0] === "it broke")).toBe(true);
});

test("logs that are not there when the time is over are left out", async () => {
  const { core } = await clientOf(text("it broke\n"), silence);
  const objects = Array.from({ length: 20 }, (_, index) => [pod(`pod-${index}`, index)]);
  const began = Date.now();
  const read = await readLogs(core, objects, AbortSignal.timeout(500));
  expect(Date.now() - began).toBeLessThan(4000);
  expect([...read.values()].flatMap(({ containers }) => containers[0]?.log ?? [])).toEqual(["it broke"]);
});

test.each([
  ["breaks again and again", reset],
  ["is not there", status(404)],
])("a followed log that %s is empty", async (_, answer) => {
  const { core } = await clientOf(answer);
  const container = { namespace: "shop", pod: "hook", container: "hook" };
  expect(await logToEnd(core, container, new AbortController().signal)).toEqual([]);
});
