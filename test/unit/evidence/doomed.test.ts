import { describe, expect, test } from "@jest/globals";
import { doomedBy } from "../../../src/evidence/doomed.ts";
import type { ObjectFacts } from "../../../src/evidence/facts.ts";
import { crashed, object, pod, START, waiting } from "./facts.ts";

/** After all of the facts began. */
const LATER = "2026-01-01T10:00:01.000Z";
const missing = waiting("ErrImagePull", "manifest unknown");

function doom(facts: ObjectFacts, since = START, seen = new Map<string, number>()): string | undefined {
  return doomedBy([facts], seen, since)?.kind;
}

test("what cannot heal", () => {
  expect(doom(object({ pods: [pod(waiting("InvalidImageName"))] }))).toBe("image-name-invalid");
  expect(doom(object({ pods: [pod(missing)] }))).toBe("image-not-found");
  expect(doom(object({ pods: [pod(waiting("ImagePullBackOff", "manifest unknown"))] }))).toBe("image-not-found");
  expect(doom(object({ pods: [pod(crashed(3))] }))).toBe("crash");
  expect(doom(object({ pods: [pod({ ...crashed(3), init: true })] }))).toBe("init-failed");
  expect(doom(object({ pods: [pod(crashed(3, { exitCode: 137, reason: "OOMKilled" }))] }))).toBe("out-of-memory");
});

test("what may heal", () => {
  const quota = [{ type: "ReplicaFailure", status: "True", reason: "FailedCreate", message: "exceeded quota" }];
  const unscheduled = [{ type: "PodScheduled", status: "False", reason: "Unschedulable", message: "0/3 nodes" }];
  expect(doom(object({ conditions: quota }))).toBeUndefined();
  expect(doom(object({ pods: [pod({}, { containers: [], conditions: unscheduled })] }))).toBeUndefined();
  expect(doom(object({ pods: [pod(waiting("CreateContainerConfigError", 'secret "db" not found'))] }))).toBeUndefined();
  expect(doom(object({ pods: [pod(waiting("ErrImagePull", "i/o timeout"))] }))).toBeUndefined();
  expect(doom(object({ pods: [pod()] }))).toBeUndefined();
  expect(doom(object({ pods: [pod(crashed(2))] }))).toBeUndefined();
  const runsAgain = { ...crashed(5), state: { kind: "running", reason: "", message: "" } as const };
  expect(doom(object({ pods: [pod(runsAgain)] }))).toBeUndefined();
});

test("an object that is ready is not doomed", () => {
  expect(doom(object({ ready: 1, pods: [pod(crashed(3))] }))).toBeUndefined();
});

test("a crash loop is, once nothing else is still starting: it may wait for that", () => {
  const loop = object({ pods: [pod(crashed(9))] });
  const starts = object({ name: "db", pods: [pod()] });
  const gone = object({ name: "db", pods: [pod(missing)] });
  const all = (...facts: ObjectFacts[]) => doomedBy(facts, new Map(), START)?.kind;
  expect(all(loop, starts)).toBeUndefined();
  expect(all(loop, { ...starts, ready: 1 })).toBe("crash");
  expect(all(loop, { ...loop, name: "other" })).toBe("crash");
  expect(all(loop, gone)).toBe("image-not-found");
});

describe("pods from before the rollout", () => {
  test("their restarts count from when they were first seen", () => {
    const seen = new Map<string, number>();
    const after = (restarts: number) => doom(object({ pods: [pod(crashed(restarts))] }), LATER, seen);
    expect([40, 42, 43].map(after)).toEqual([undefined, undefined, "crash"]);
  });

  test("also when they were first seen in an object that was ready", () => {
    const seen = new Map<string, number>();
    doom(object({ ready: 1, pods: [pod({ restarts: 7, ready: true })] }), LATER, seen);
    expect(doom(object({ pods: [pod(crashed(9))] }), LATER, seen)).toBeUndefined();
    expect(doom(object({ pods: [pod(crashed(10))] }), LATER, seen)).toBe("crash");
  });

  test("what the registry said to them may be old; a name stays invalid", () => {
    expect(doom(object({ pods: [pod(missing)] }), LATER)).toBeUndefined();
    expect(doom(object({ pods: [pod(waiting("InvalidImageName"))] }), LATER)).toBe("image-name-invalid");
  });

  test("the beginning may be in the middle of a second, and unknown", () => {
    expect(doom(object({ pods: [pod(missing)] }), "2026-01-01T10:00:00.900Z")).toBe("image-not-found");
    expect(doom(object({ pods: [pod(missing)] }), "2026-01-01T12:00:00.9+02:00")).toBe("image-not-found");
    expect(doom(object({ pods: [pod(missing)] }), "")).toBeUndefined();
  });
});

describe("Jobs", () => {
  const failed = [{ type: "Failed", status: "True", reason: "BackoffLimitExceeded", message: "" }];

  test("one that says so has failed; until then it counts its tries itself", () => {
    expect(doom(object({ kind: "Job", hook: true, conditions: failed }))).toBe("job-failed");
    // Helm waits for no other Job.
    expect(doom(object({ kind: "Job", conditions: failed }))).toBeUndefined();
    expect(doom(object({ kind: "Job", pods: [pod(crashed(9))] }))).toBeUndefined();
    const ended = { state: { kind: "terminated", reason: "Error", message: "", exitCode: 1 } as const };
    expect(doom(object({ kind: "Job", pods: [pod(ended, { phase: "Failed" })] }))).toBeUndefined();
  });

  test("one that an earlier deploy left is not this one's", () => {
    expect(doom(object({ kind: "Job", hook: true, conditions: failed }), LATER)).toBeUndefined();
  });

  test("the pod of a hook", () => {
    const hook = object({ kind: "Pod", hook: true, pods: [pod({}, { phase: "Failed" })] });
    expect(doom(hook)).toBe("job-failed");
    expect(doom({ ...hook, pods: [pod(crashed(9))] })).toBeUndefined();
  });
});

test("of several, the most telling", () => {
  const crash = object({ name: "crash", pods: [pod(crashed(3))] });
  const image = object({ name: "image", pods: [pod(missing)] });
  expect(doomedBy([object(), crash, image], new Map(), START)).toMatchObject({
    kind: "image-not-found",
    object: { name: "image" },
    problem: "Deployment image: image shop/orders:2 of container web is not in its registry (pod orders-1)",
  });
});
