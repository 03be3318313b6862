import { beforeAll, describe, expect, jest, test } from "@jest/globals";
import { doomedBy } from "../../../src/evidence/doomed.ts";
import { findings } from "../../../src/evidence/findings.ts";
import type { Evidence } from "../../../src/ports/evidence.ts";
import { adminEvidence, freshNamespace, isReady, until, waits } from "./cluster.ts";
import { daemonSet, deployment, named, statefulSet } from "./objects.ts";

jest.setTimeout(90_000);

let evidence: Evidence;

beforeAll(async () => {
  evidence = await adminEvidence();
});

describe("only the present generation counts", () => {
  test("a good Deployment that is upgraded to one that crashes, while old pods stay ready", async () => {
    const { namespace, kubectl, since } = await freshNamespace();
    const web = named("Deployment", "web", namespace);
    await kubectl.apply(deployment("web", { replicas: 2 }));
    await until(web, isReady);
    expect(findings(await evidence.collect([web]))).toEqual([]);

    // A new number of replicas too: then the controller says that it has seen the new form before it has made it.
    await kubectl.apply(deployment("web", { replicas: 3, behaviour: "crash-loop", image: "registry.test/shop/web:2" }));
    const facts = await until(web, waits("CrashLoopBackOff", 3));

    expect(facts).toMatchObject({ ready: 0, wanted: 3 });
    expect(new Set(facts.pods.flatMap(({ containers }) => containers.map(({ image }) => image)))).toEqual(
      new Set(["registry.test/shop/web:2"]),
    );
    const ready = await kubectl("get", "deployment/web", "--output=jsonpath={.status.readyReplicas}");
    expect(Number(ready)).toBeGreaterThanOrEqual(2);
    expect(findings([facts]).map(({ kind }) => kind)).toEqual(["crash"]);
    expect(doomedBy([facts], new Map(), since)?.kind).toBe("crash");
  });

  test.each([
    ["Deployment", deployment],
    ["StatefulSet", statefulSet],
    ["DaemonSet", daemonSet],
  ] as const)("a %s that crashes and is replaced by a good one gives no finding", async (kind, make) => {
    const { namespace, kubectl, since } = await freshNamespace();
    const web = named(kind, "web", namespace);
    await kubectl.apply(make("web", { behaviour: "crash-loop" }));
    await until(web, waits("CrashLoopBackOff", 3));

    await kubectl.apply(make("web", { behaviour: "slow", after: 2, image: "registry.test/shop/web:2" }));
    const told = new Set<string>();
    const facts = await until(web, (now) => {
      for (const finding of findings([now])) told.add(finding.kind);
      const doom = doomedBy([now], new Map(), since);
      if (doom) told.add(`doomed by ${doom.kind}`);
      return isReady(now);
    });

    expect([...told]).toEqual(["not-ready"]);
    expect(findings(await evidence.collect([web]))).toEqual([]);
    expect(facts.pods.every(({ containers }) => containers[0]?.image === "registry.test/shop/web:2")).toBe(true);
  });

  test.each([
    ["StatefulSet", statefulSet],
    ["DaemonSet", daemonSet],
  ] as const)("old pods of a %s that are to stay until somebody deletes them", async (kind, make) => {
    const { namespace, kubectl } = await freshNamespace();
    const web = named(kind, "web", namespace);
    await kubectl.apply(make("web", { replicas: 2, strategy: "OnDelete", behaviour: "crash-loop" }));
    const old = await until(web, (facts) => facts.pods.length >= 2 && waits("CrashLoopBackOff")(facts));

    await kubectl.apply(make("web", { replicas: 2, strategy: "OnDelete", image: "registry.test/shop/web:2" }));
    await until(web, ({ pods, wanted }) => pods.length === 0 && wanted === 0);
    await kubectl("delete", "pod", old.pods[0]?.name ?? "");
    const facts = await until(web, (now) => now.wanted === 1 && isReady(now));

    expect(facts.pods[0]?.containers[0]?.image).toBe("registry.test/shop/web:2");
    const pods = (await kubectl("get", "pods", "--no-headers")).trim().split("\n");
    expect(pods.filter((line) => line.includes("CrashLoopBackOff"))).toHaveLength(old.pods.length - 1);
  });
});

test("a Secret that arrives late dooms nothing", async () => {
  const { namespace, kubectl, since } = await freshNamespace();
  const web = named("Deployment", "web", namespace);
  await kubectl.apply(deployment("web", { behaviour: "config-missing", after: 3 }));
  const [seen, doomed] = [new Set<string>(), new Set<string | undefined>()];
  const restarts = new Map<string, number>();
  await until(web, (facts) => {
    for (const { kind } of findings([facts])) seen.add(kind);
    doomed.add(doomedBy([facts], restarts, since)?.kind);
    return isReady(facts);
  });
  expect([...seen]).toContain("config-missing");
  expect([...doomed]).toEqual([undefined]);
});
