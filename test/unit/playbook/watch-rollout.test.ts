import { beforeEach, expect, test } from "@jest/globals";
import type { ObjectFacts } from "../../../src/evidence/facts.ts";
import { watchRollout } from "../../../src/playbook/deploy/watch-rollout.ts";
import type { Evidence } from "../../../src/ports/evidence.ts";
import type { LiveObjects } from "../../../src/ports/live-objects.ts";
import type { Log } from "../../../src/ports/log.ts";
import type { Releases } from "../../../src/ports/releases.ts";
import type { ManifestObject } from "../../../src/workloads/objects.ts";
import type { Workload } from "../../../src/workloads/workload.ts";
import { type FakeClock, fakeClock } from "../../support/fakes/fake-clock.ts";
import { object, pod, START, waiting } from "../evidence/facts.ts";

type Answers = Pick<LiveObjects, "readiness"> & Pick<Evidence, "states" | "logToEnd">;

const orders = { kind: "Deployment", namespace: "commerce", name: "orders" };
const migrate = { kind: "Job", namespace: "commerce", name: "migrate" };
const imageMissing = waiting("ErrImagePull", 'failed to resolve reference "shop/orders:2": not found');
const running: Partial<ObjectFacts> = { pods: [pod()] };
const doomed: Partial<ObjectFacts> = { pods: [pod(imageMissing)] };
const hangs = new Promise<never>(() => {});

let clock: FakeClock;
let answers: Answers;
/** What the log and the watch have said, each with its second. */
let told: string[];

beforeEach(() => {
  clock = fakeClock(START);
  told = [];
  answers = {
    readiness: async () => [count(orders, 0)],
    states: async () => [object(running)],
    logToEnd: async () => [],
  };
});

test("ready counts are told each second, and pods are looked at every three", async () => {
  const { end } = start();
  await clock.advance(1500);
  answers.readiness = async () => [count(orders, 1)];
  answers.states = async () => [object(doomed)];
  await clock.advance(2000);
  expect(told).toEqual(["1 Deployment orders: 0/2 ready", "2 Deployment orders: 1/2 ready"]);
  await clock.advance(1000);
  expect(told.slice(2)).toEqual(["4 Deployment orders is doomed"]);
  expect(await end()).toEqual([]);
});

test("a look that takes long holds up no count, and there is no other one meanwhile", async () => {
  let looks = 0;
  answers.states = async () => {
    if (looks > 0) told.push("two at once");
    looks++;
    await clock.sleep(10_000);
    looks--;
    return [object(running)];
  };
  const { end } = start();
  await clock.advance(5500);
  answers.readiness = async () => [count(orders, 1)];
  await clock.advance(20_000);
  expect(told).toEqual(["1 Deployment orders: 0/2 ready", "6 Deployment orders: 1/2 ready"]);
  const ended = end();
  await clock.advance(2000);
  await ended;
});

test("a hook under way is looked at each second, without the other objects", async () => {
  answers.readiness = async () => [count(orders, 0), count(migrate, 0)];
  const { end } = start();
  await clock.advance(1500);
  answers.states = async (objects: readonly ManifestObject[]) => {
    told.push(`${seconds()} ${objects.map(({ name }) => name).join(" ")}`);
    return [];
  };
  await clock.advance(3000);
  expect(told.slice(2)).toEqual(["2 migrate", "3 migrate", "4 orders migrate"]);
  await end();
});

test.each(["readiness", "states"] as const)("a call for %s that hangs does not hold up the end", async (call) => {
  const { end } = start();
  answers[call] = () => hangs;
  await clock.advance(2500);
  let isOver = false;
  const ended = end().finally(() => {
    isOver = true;
  });
  await clock.advance(1900);
  expect(isOver).toBe(false);
  await clock.advance(100);
  expect(isOver).toBe(true);
  await ended;
});

test("a look under way at the end is waited for, since its hook may be gone afterwards", async () => {
  answers.readiness = async () => [count(orders, 0), count(migrate, 0)];
  const hook = object({ ...migrate, hook: true, pods: [pod({ name: "migrate" })] });
  answers.states = async () => {
    await clock.sleep(1000);
    return [hook];
  };
  answers.logToEnd = async () => ["no such table"];
  const { end } = start();
  await clock.advance(1500);
  const ended = end();
  await clock.advance(600);
  const [failed] = await ended;
  expect(failed?.pods[0]?.containers[0]?.log).toEqual(["no such table"]);
});

test("a hook's log that ended early is read again while its container may run, and once more at its end", async () => {
  answers.readiness = async () => [count(orders, 0), count(migrate, 0)];
  const stateOf = (kind: "running" | "terminated") => {
    const state = { kind, reason: "", message: "", exitCode: 1 };
    return [object({ ...migrate, hook: true, pods: [pod({ name: "migrate", state })] })];
  };
  answers.states = async () => stateOf("running");
  const { end } = start();
  await clock.advance(3500);
  answers.states = async () => stateOf("terminated");
  answers.logToEnd = async () => ["no such table"];
  await clock.advance(1000);
  answers.logToEnd = async () => ["too late"];
  await clock.advance(1000);
  const [failed] = await end();
  expect(failed?.pods[0]?.containers[0]?.log).toEqual(["no such table"]);
});

function start(): { end: () => Promise<ObjectFacts[]> } {
  const ended = new AbortController();
  const watching = watchRollout(
    {
      release: "orders",
      namespace: "commerce",
      action: "upgrade",
      after: 1,
      seen: new Map(),
      signal: ended.signal,
      onDoomed: ({ object: { kind, name } }) => told.push(`${seconds()} ${kind} ${name} is doomed`),
    },
    { releases, live, evidence, log, clock },
  );
  return {
    end() {
      ended.abort();
      return watching;
    },
  };
}

function count({ kind, namespace, name }: typeof orders, ready: number): Workload {
  return { kind, namespace, name, ready, wanted: kind === "Job" ? 1 : 2, images: [] };
}

function seconds(): number {
  return Math.floor((clock.now().getTime() - Date.parse(START)) / 1000);
}

const log: Log = {
  info: (line) => told.push(`${seconds()} ${line}`),
  debug: (line) => told.push(`${seconds()} ${line}`),
  warn: (line) => told.push(`${seconds()} ${line}`),
  group: (_, work) => work(),
};

const live = { readiness: (objects: readonly ManifestObject[]) => answers.readiness(objects) } as LiveObjects;

const evidence: Evidence = {
  states: (objects) => answers.states(objects),
  logToEnd: (container, signal) => answers.logToEnd(container, signal),
  collect: async () => [],
};

const revision = { revision: 2, status: "pending-upgrade", changedAt: START } as const;
const releases = {
  history: async () => [revision],
  read: async () => ({
    ...revision,
    name: "orders",
    namespace: "commerce",
    description: "",
    deployedAt: START,
    chart: { name: "orders", version: "1.0.0", appVersion: "" },
    manifest: "apiVersion: apps/v1\nkind: Deployment\nmetadata:\n  name: orders\n",
    hooks: [
      {
        events: ["post-upgrade"],
        deletePolicies: ["hook-failed"],
        manifest: "apiVersion: batch/v1\nkind: Job\nmetadata:\n  name: migrate\n",
      },
    ],
    values: {},
  }),
} as unknown as Releases;
