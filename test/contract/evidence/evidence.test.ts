import { beforeAll, describe, expect, jest, test } from "@jest/globals";
import { waitFor } from "../../../sandbox/process/daemon.ts";
import { doomedBy } from "../../../src/evidence/doomed.ts";
import type { ObjectFacts } from "../../../src/evidence/facts.ts";
import { findings } from "../../../src/evidence/findings.ts";
import type { Evidence } from "../../../src/ports/evidence.ts";
import { adminEvidence, failed, finds, freshNamespace, runs, until, waits } from "./cluster.ts";
import { daemonSet, deployment, job, named, pod, statefulSet } from "./objects.ts";
import { eventLine, podSaid, podShown, standing } from "./shown.ts";

jest.setTimeout(90_000);

let evidence: Evidence;

beforeAll(async () => {
  evidence = await adminEvidence();
});

describe("what is wrong is found as kubectl shows it", () => {
  const panic = "panic: could not connect to database: dial tcp 10.0.9.20:5432: connect: connection refused";
  const sql = 'error: relation "orders" does not exist';
  const migrate = { initContainers: [{ name: "migrate", image: "registry.test/shop/migrate:1" }] };
  const env = [{ secretRef: { name: "database" } }];
  type Case = {
    object: ReturnType<typeof deployment>;
    hook?: true;
    when: (facts: ObjectFacts) => boolean;
    /** kind and problem of the findings, `POD` for the pod's name */
    found: [string, string][];
    doomed: boolean;
  };
  const cases: Record<string, Case> = {
    "never ready": {
      object: deployment("web", { behaviour: "never-ready" }),
      when: runs,
      found: [
        [
          "probe",
          "Deployment web: container web runs, but is not ready (pod POD): Readiness probe failed: HTTP probe failed with statuscode: 503",
        ],
      ],
      doomed: false,
    },
    "crash loop": {
      object: deployment("web", { behaviour: "crash-loop" }),
      when: waits("CrashLoopBackOff", 3),
      found: [["crash", `Deployment web: container web crashes, exit code 1, N restarts (pod POD): ${panic}`]],
      doomed: true,
    },
    "crash loop of a DaemonSet": {
      object: daemonSet("web", { behaviour: "crash-loop" }),
      when: (facts) => facts.pods.length === 3 && waits("CrashLoopBackOff", 3)(facts),
      found: [
        ["crash", `DaemonSet web: container web crashes, exit code 1, N restarts (pod POD and 2 more): ${panic}`],
      ],
      doomed: true,
    },
    "out of memory": {
      object: statefulSet("web", { behaviour: "out-of-memory" }),
      when: waits("CrashLoopBackOff", 3),
      found: [
        [
          "out-of-memory",
          "StatefulSet web: container web was killed for using more memory than its limit, exit code 137, N restarts (pod POD): loading all orders",
        ],
      ],
      doomed: true,
    },
    "an init container that fails": {
      object: deployment("web", { behaviour: "init-fails", spec: migrate }),
      when: waits("CrashLoopBackOff", 3),
      found: [
        ["init-failed", `Deployment web: init container migrate crashes, exit code 1, N restarts (pod POD): ${sql}`],
      ],
      doomed: true,
    },
    "image not found": {
      object: deployment("web", { behaviour: "image-not-found" }),
      when: waits("ImagePullBackOff"),
      found: [
        [
          "image-not-found",
          "Deployment web: image registry.test/shop/web:1 of container web is not in its registry (pod POD)",
        ],
      ],
      doomed: true,
    },
    "invalid image name": {
      object: deployment("web", { behaviour: "image-name-invalid", image: "registry.test/Shop:1" }),
      when: waits("InvalidImageName"),
      found: [
        [
          "image-name-invalid",
          'Deployment web: "registry.test/Shop:1" of container web is no valid image name (pod POD)',
        ],
      ],
      doomed: true,
    },
    "a Secret that is missing": {
      object: deployment("web", {
        behaviour: "config-missing",
        spec: { containers: [{ name: "web", image: "registry.test/shop/web:1", envFrom: env }] },
      }),
      when: waits("CreateContainerConfigError"),
      found: [["config-missing", 'Deployment web: container web cannot start (pod POD): secret "database" not found']],
      doomed: false,
    },
    "no node that fits": {
      object: deployment("web", { spec: { nodeSelector: { disk: "fast" } } }),
      when: finds("unschedulable"),
      found: [
        [
          "unschedulable",
          "Deployment web: no node takes its pod (pod POD): 0/3 nodes are available: 3 node(s) didn't match Pod's node affinity/selector. no new claims to deallocate, preemption: 0/3 nodes are available: 3 Preemption is not helpful for scheduling",
        ],
      ],
      doomed: false,
    },
    "a volume of a class that is missing": {
      object: statefulSet("web", { storageClass: "fastest" }),
      when: finds("volume"),
      found: [
        [
          "volume",
          'StatefulSet web: it waits for a volume (pod POD): PersistentVolumeClaim data-web-0: storageclass.storage.k8s.io "fastest" not found',
        ],
      ],
      doomed: false,
    },
    "a hook's Job that fails": {
      object: job("web", { behaviour: "job-fails" }),
      hook: true,
      when: failed,
      found: [
        [
          "job-failed",
          `Hook Job web: it failed (BackoffLimitExceeded): container web failed, exit code 1 (pod POD): ${sql}`,
        ],
      ],
      doomed: true,
    },
    "a hook's Pod that fails": {
      object: pod("web", { behaviour: "job-fails" }),
      hook: true,
      when: ({ pods }) => pods[0]?.phase === "Failed",
      found: [["job-failed", `Hook Pod web: it failed: container web failed, exit code 1 (pod POD): ${sql}`]],
      doomed: true,
    },
  };

  const made = new Map<string, Awaited<ReturnType<typeof freshNamespace>>>();

  // All at once: most of the time is spent on waiting.
  beforeAll(async () => {
    const make = async ([name, { object }]: [string, Case]) => {
      const fresh = await freshNamespace();
      await fresh.kubectl.apply(object);
      made.set(name, fresh);
    };
    await Promise.all(Object.entries(cases).map(make));
  });

  test.each(Object.entries(cases))("%s", async (title, { object, hook, when, found, doomed }) => {
    const { namespace, kubectl, since } = made.get(title) ?? (await freshNamespace());
    const asked = { ...named(object.kind ?? "", "web", namespace), ...(hook ? { hook } : {}) };

    await until(asked, when);
    // The first event of each sort comes with the state or right behind it.
    await waitFor("the events to be there", async () => {
      const [facts] = await evidence.collect([asked]);
      return facts?.pods[0] !== undefined && withEvents(facts);
    });
    const { facts, shown } = await standing(kubectl, () => evidence.collect([asked]));

    const [only, ...others] = facts;
    expect(others).toEqual([]);
    expect(only).toMatchObject({ kind: object.kind, namespace, name: "web", hook: hook ?? false, ready: 0 });
    expect(only?.pods.length).toBeGreaterThan(0);
    const pods = await Promise.all(shown.pods.map((each) => podShown(kubectl, each, shown)));
    expect(only?.pods.map(podSaid).toSorted((a, b) => a.name.localeCompare(b.name))).toEqual(pods);
    // A Deployment's are also those of its ReplicaSet, a pod's are with the pod.
    const own = only?.events.filter(({ about }) => about === `${only.kind} web`);
    expect(own?.map(eventLine).toSorted()).toEqual(only?.kind === "Pod" ? [] : shown.events(only?.uid ?? ""));

    const reported = findings(facts).map(({ kind, problem }) => [kind, problem.replace(/\d+ restarts/, "N restarts")]);
    const podNamed = facts[0]?.pods.map(({ name }) => name).find((name) => reported[0]?.[1]?.includes(`(pod ${name}`));
    expect(reported).toEqual(found.map(([kind, problem]) => [kind, problem.replace("POD", podNamed ?? "?")]));
    expect(doomedBy(await evidence.states([asked]), new Map(), since)?.kind).toBe(doomed ? found[0]?.[0] : undefined);
  });

  /** Whether events about the pod are there that are no news of a node that was found for it. */
  function withEvents({ pods, kind }: ObjectFacts): boolean {
    return kind === "Job" || kind === "Pod" || pods[0]?.events.some(({ type }) => type === "Warning") === true;
  }
});
