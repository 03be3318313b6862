import { describe, expect, test } from "@jest/globals";
import type { ObjectFacts } from "../../../src/evidence/facts.ts";
import { findings } from "../../../src/evidence/findings.ts";
import { crashed, event, object, pod, waiting } from "./facts.ts";

const problems = (...objects: ObjectFacts[]) => findings(objects).map(({ problem }) => problem);
const kinds = (...objects: ObjectFacts[]) => findings(objects).map(({ kind }) => kind);

describe("containers", () => {
  test("a crash: exit code, restarts, and the line of its last run that tells of an error", () => {
    const log = ["starting", "\u001b[31mpanic: could not connect to database\u001b[0m", "goroutine 1 [running]:", ""];
    expect(findings([object({ pods: [pod(crashed(4, { log }))] })])).toEqual([
      {
        kind: "crash",
        object: { kind: "Deployment", namespace: "commerce", name: "orders" },
        problem:
          "Deployment orders: container web crashes, exit code 1, 4 restarts (pod orders-1): panic: could not connect to database",
        next: "read the log of container web in the job summary, and correct the version or its settings",
      },
    ]);
  });

  test("without a log, the message of its end", () => {
    const message = 'failed to create containerd task: exec: "srv": executable file not found in $PATH';
    expect(problems(object({ pods: [pod(crashed(1, { exitCode: 128, reason: "StartError", message }))] }))).toEqual([
      `Deployment orders: container web crashes, exit code 128, 1 restart (pod orders-1): ${message}`,
    ]);
  });

  test("one that ends well, where it must keep running", () => {
    const [finding] = findings([object({ pods: [pod(crashed(3, { exitCode: 0, reason: "Completed" }))] })]);
    expect(finding?.problem).toBe(
      "Deployment orders: container web ends by itself, exit code 0, 3 restarts (pod orders-1)",
    );
  });

  test("one that was restarted, and runs again but is not ready", () => {
    const again = { ...crashed(1), state: { kind: "running", reason: "", message: "" } as const };
    expect(kinds(object({ pods: [pod(again)] }))).toEqual(["crash"]);
    expect(findings([object({ pods: [pod({ ...again, ready: true })] })]).map(({ kind }) => kind)).toEqual([
      "not-ready",
    ]);
  });

  test("one that the kubelet stops by its liveness probe did not crash", () => {
    const events = [
      event("Unhealthy", "Liveness probe failed: HTTP probe failed with statuscode: 500"),
      event("Killing", "Container web failed liveness probe, will be restarted", { type: "Normal" }),
    ];
    expect(problems(object({ pods: [pod(crashed(2, { exitCode: 137 }), { events })] }))).toEqual([
      "Deployment orders: container web is started again and again, since its liveness probe fails, 2 restarts (pod orders-1): Liveness probe failed: HTTP probe failed with statuscode: 500",
    ]);
    expect(kinds(object({ pods: [pod({ ...crashed(2), name: "other" }, { events })] }))).toEqual(["crash"]);
  });

  test("no memory, an init container, no config", () => {
    expect(kinds(object({ pods: [pod(crashed(1, { exitCode: 137, reason: "OOMKilled" }))] }))).toEqual([
      "out-of-memory",
    ]);
    expect(kinds(object({ pods: [pod({ ...crashed(1), init: true })] }))).toEqual(["init-failed"]);
    const said = ['secret "db" not found', 'configmap "app" not found', "couldn't find key url in Secret commerce/db"];
    for (const message of said) {
      expect(problems(object({ pods: [pod(waiting("CreateContainerConfigError", message))] }))).toEqual([
        `Deployment orders: container web cannot start (pod orders-1): ${message}`,
      ]);
      expect(kinds(object({ pods: [pod(waiting("CreateContainerConfigError", message))] }))).toEqual([
        "config-missing",
      ]);
    }
    const root = "container has runAsNonRoot and image will run as root";
    expect(kinds(object({ pods: [pod(waiting("CreateContainerConfigError", root))] }))).toEqual(["not-started"]);
  });

  test("an image by its name in the values", () => {
    const [invalid] = findings([object({ pods: [pod({ ...waiting("InvalidImageName"), image: "Shop:1" })] })]);
    expect(invalid).toMatchObject({ kind: "image-name-invalid", place: { image: "Shop:1" } });
    const [down] = findings([object({ pods: [pod(waiting("ImagePullBackOff", "i/o timeout"))] })]);
    expect(down).toMatchObject({ kind: "image-not-pulled", place: { image: "shop/orders:2" } });
  });
});

describe("pods", () => {
  const unscheduled = (message: string) =>
    pod(
      {},
      {
        phase: "Pending",
        containers: [],
        conditions: [{ type: "PodScheduled", status: "False", reason: "Unschedulable", message }],
      },
    );

  test("no node, and a volume that is missing", () => {
    const cpu = "0/3 nodes are available: 3 Insufficient cpu.";
    expect(problems(object({ pods: [unscheduled(cpu)] }))).toEqual([
      "Deployment orders: no node takes its pod (pod orders-1): 0/3 nodes are available: 3 Insufficient cpu",
    ]);
    const claim = unscheduled("0/3 nodes are available: pod has unbound immediate PersistentVolumeClaims.");
    expect(kinds(object({ pods: [claim] }))).toEqual(["volume"]);
    expect(kinds(object({ pods: [unscheduled('persistentvolumeclaim "data" not found')] }))).toEqual(["volume"]);
  });

  test("a mount that fails, for want of a Secret or else", () => {
    const creating = (message: string) =>
      pod(waiting("ContainerCreating"), { phase: "Pending", events: [event("FailedMount", message)] });
    expect(
      kinds(object({ pods: [creating('MountVolume.SetUp failed for volume "tls" : secret "tls" not found')] })),
    ).toEqual(["config-missing"]);
    expect(kinds(object({ pods: [creating("Unable to attach or mount volumes: timed out")] }))).toEqual(["volume"]);
  });

  test("no address, an eviction, a probe", () => {
    const network = event("FailedCreatePodSandBox", "plugin type=aws-cni: failed to assign an IP address to container");
    expect(kinds(object({ pods: [pod(waiting("ContainerCreating"), { events: [network] })] }))).toEqual([
      "not-started",
    ]);
    const evicted = {
      phase: "Failed",
      reason: "Evicted",
      message: "The node was low on resource: memory.",
      containers: [],
    };
    expect(problems(object({ pods: [pod({}, evicted)] }))).toEqual([
      "Deployment orders: its pod failed: Evicted (pod orders-1): The node was low on resource: memory",
    ]);
    const events = [event("Unhealthy", "Readiness probe failed: 503")];
    expect(kinds(object({ pods: [pod({}, { events })] }))).toEqual(["probe"]);
  });

  test("one that only is slow says what it waits for", () => {
    expect(problems(object({ pods: [pod(waiting("ContainerCreating"))] }))).toEqual([
      "Deployment orders: 0/1 ready (pod orders-1): container web: ContainerCreating",
    ]);
    const message = 'corresponding condition of pod readiness gate "target-health.elbv2.k8s.aws/x" does not exist';
    const conditions = [{ type: "Ready", status: "False", reason: "ReadinessGatesNotReady", message }];
    expect(problems(object({ pods: [pod({ ready: true }, { conditions })] }))).toEqual([
      `Deployment orders: 0/1 ready (pod orders-1): ${message}`,
    ]);
  });
});

describe("refusals", () => {
  const quota = 'pods "orders-1" is forbidden: exceeded quota: small, requested: pods=1, used: pods=1, limited: pods=1';
  const refused = (message: string) =>
    object({ conditions: [{ type: "ReplicaFailure", status: "True", reason: "FailedCreate", message }] });

  test.each([
    [quota, "raise the ResourceQuota small of namespace commerce"],
    ['violates PodSecurity "restricted:latest": allowPrivilegeEscalation', "set the securityContext"],
    ['serviceaccount "orders" not found', "create the ServiceAccount orders in namespace commerce"],
    [
      'admission webhook "policy.example" denied the request: no latest',
      "see what the admission webhook policy.example asks",
    ],
    ["maximum cpu usage per Container is 1, but limit is 2", "correct what it names"],
  ])("%s", (message, next) => {
    const [finding] = findings([refused(message)]);
    expect(finding).toMatchObject({ kind: "refused", next: expect.stringContaining(next) });
    expect(finding?.problem).toBe(`Deployment orders: its pods are refused: ${message}`);
  });

  test("of a StatefulSet by its event, until a pod comes after it", () => {
    const events = [
      event("FailedCreate", `create Pod db-0 in StatefulSet db failed error: ${quota}`, {
        at: "2026-01-01T10:05:00.000Z",
      }),
    ];
    const set = object({ kind: "StatefulSet", name: "db", wanted: 2, events });
    expect(problems(set)).toEqual([`StatefulSet db: its pods are refused: ${quota}`]);
    expect(kinds({ ...set, pods: [pod(waiting("ContainerCreating"))] })).toEqual(["refused"]);
    expect(
      kinds({ ...set, pods: [pod(waiting("ContainerCreating"), { createdAt: "2026-01-01T10:06:00.000Z" })] }),
    ).toEqual(["not-ready"]);
  });
});

describe("which findings, in which order", () => {
  test("objects that are ready give none, whatever their pods were like", () => {
    const pods = [pod(crashed(3))];
    expect(findings([object({ ready: 1, pods }), object({ wanted: 0, pods })])).toEqual([]);
    const complete = [{ type: "Complete", status: "True", reason: "", message: "" }];
    expect(findings([object({ kind: "Job", conditions: complete, pods })])).toEqual([]);
  });

  test("one for each object and kind, which says how many pods have it", () => {
    const pods = ["a", "b", "c"].map((name) =>
      pod(crashed(1, name === "b" ? { log: ["fatal: x"] } : {}), { name, uid: name }),
    );
    expect(problems(object({ pods: [...pods, pod(waiting("InvalidImageName"), { name: "d", uid: "d" })] }))).toEqual([
      'Deployment orders: "shop/orders:2" of container web is no valid image name (pod d)',
      "Deployment orders: container web crashes, exit code 1, 1 restart (pod b and 2 more): fatal: x",
    ]);
  });

  test("a pod that is ready is no evidence", () => {
    const ready = [{ type: "Ready", status: "True", reason: "", message: "" }];
    expect(kinds(object({ wanted: 2, ready: 1, pods: [pod(crashed(3), { conditions: ready })] }))).toEqual([
      "not-ready",
    ]);
  });

  test("a Job that failed tells what its container did, once", () => {
    const conditions = [{ type: "Failed", status: "True", reason: "BackoffLimitExceeded", message: "too often" }];
    const ended = {
      state: { kind: "terminated", reason: "Error", message: "", exitCode: 3 } as const,
      log: ["error: no table"],
    };
    const job = object({
      kind: "Job",
      name: "migrate",
      hook: true,
      conditions,
      pods: [pod(ended, { phase: "Failed" })],
    });
    expect(problems(job)).toEqual([
      "Hook Job migrate: it failed (BackoffLimitExceeded): container web failed, exit code 3 (pod orders-1): error: no table",
    ]);
    expect(problems({ ...job, pods: [] })).toEqual(["Hook Job migrate: it failed (BackoffLimitExceeded): too often"]);
  });

  test("what stops all comes before what waits, and a hook before others", () => {
    const slow = object({ name: "slow" });
    const crash = object({ name: "crash", pods: [pod(crashed(1))] });
    const hook = object({ name: "hook", hook: true, pods: [pod(crashed(1))] });
    expect(findings([slow, crash, hook]).map((each) => each.object.name)).toEqual(["hook", "crash", "slow"]);
  });

  test("long and broken text is one plain line", () => {
    const message = `a\nb\t\u001b[1mc\u0000 ${"x".repeat(2000)}`;
    const [problem] = problems(object({ pods: [pod(waiting("CreateContainerError", message))] }));
    expect(problem).toMatch(/: a b c x+…$/);
    expect(problem?.length).toBeLessThan(400);
  });
});
