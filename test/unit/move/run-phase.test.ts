import { describe, expect, test } from "@jest/globals";
import { append, journalText, newDocument } from "../../../src/journal/document.ts";
import { readDocument } from "../../../src/journal/read-document.ts";
import type { Service } from "../../../src/migration-file/migration.ts";
import { IMAGE, newWorld, outcomeOf, phase, service, type World } from "./world.ts";

const two = [service("orders"), service("billing")];
const other = IMAGE.replaceAll("a", "b");

/** What the journal of a service says, one word for each entry. */
function journalOf(world: World, name = "orders"): string[] {
  const stored = world.journals.get({ environment: "production", service: name });
  if (stored === undefined) return [];
  const read = readDocument(stored.text, { environment: "production", service: name }, undefined);
  if (read.state !== "good") throw new Error(`The journal is ${read.state}.`);
  return read.document.entries.map((entry) =>
    entry.kind === "phase-ended" ? `${entry.phase} ${entry.outcome}` : entry.kind,
  );
}

/** Why it was refused. */
function messageOf(ended: unknown): string {
  return ended instanceof Error ? ended.message : "It was not refused.";
}

describe("prepare", () => {
  test("writes each change into the journal before it makes it, and says so before and after", async () => {
    const world = newWorld();
    const outcome = outcomeOf(await phase(world, { phase: "prepare" }));
    expect(outcome).toMatchObject({
      state: "prepared",
      next: "",
      back: "rollback",
      journals: "memory/journal-production-orders",
    });
    expect(outcome.services[0]?.steps[0]).toMatchObject({
      outcomes: ["made"],
      changes: [{ target: "release commerce/orders", before: null, after: { image: IMAGE, on: [] } }],
      verified: "nothing of release commerce/orders starts jobs",
    });
    expect(journalOf(world)).toEqual(["phase-started", "intent", "done", "prepare completed"]);
    expect(world.lines).toEqual([
      expect.stringMatching(
        /^orders: going to deploy release commerce\/orders with .*, its CronJobs suspended \(1 to create\)/,
      ),
      "orders: deployed release commerce/orders (0 ms)",
      "orders: verified: nothing of release commerce/orders starts jobs (0 ms)",
      "orders: asking https://orders.example.com/healthz at orders.elb.test",
      "orders: https://orders.example.com/healthz at orders.elb.test: it passes",
      "orders: verified: the new side answers: https://orders.example.com/healthz (1.0 s)",
    ]);
  });

  test("run twice, it finds all so already", async () => {
    const world = newWorld();
    await phase(world, { phase: "prepare" });
    const again = outcomeOf(await phase(world, { phase: "prepare" }));
    expect(again.services[0]?.steps[0]).toMatchObject({
      changes: [],
      already: [`release commerce/orders is deployed with ${IMAGE} already, its CronJobs suspended`],
    });
    expect(journalOf(world).slice(4)).toEqual(["phase-started", "prepare completed"]);
  });

  test("a newer image in ECS is deployed by the next run", async () => {
    const world = newWorld();
    await phase(world, { phase: "prepare" });
    world.images.image = other;
    expect(outcomeOf(await phase(world, { phase: "prepare" })).state).toBe("prepared");
    expect(world.deploys.releases.get("commerce/orders")?.image).toBe(other);
  });

  test("stops at the first failure, and says what is not begun", async () => {
    const world = newWorld();
    world.deploys.fails = "the pods crash";
    const outcome = outcomeOf(await phase(world, { phase: "prepare", services: two }));
    expect(outcome).toMatchObject({ state: "not-started", back: "rollback" });
    expect(outcome.services).toMatchObject([
      { service: "orders", state: "preparing", failure: "the pods crash", steps: [{ outcomes: ["failed"] }, {}] },
      { service: "billing", state: "not-started", failure: undefined, steps: [{ outcomes: ["not-begun"] }, {}] },
    ]);
    expect(journalOf(world)).toEqual(["phase-started", "intent", "failed", "prepare failed"]);
    expect(journalOf(world, "billing")).toEqual([]);

    world.deploys.fails = undefined;
    expect(outcomeOf(await phase(world, { phase: "prepare", services: two })).state).toBe("prepared");
  });

  test("a new side that does not answer as it shall stops it, and is asked again by the next run", async () => {
    const world = newWorld();
    const place = { address: "orders.elb.test", port: 443 };
    world.probes.serve(place, { scheme: "https", answer: () => ({ status: 503 }) });
    const outcome = outcomeOf(await phase(world, { phase: "prepare" }));
    expect(outcome).toMatchObject({ state: "preparing", next: "switchover with phase: prepare", back: "rollback" });
    expect(outcome.services[0]?.failure).toMatch(
      /^The new side does not answer as probe wants: https:\/\/orders\.example\.com\/healthz at orders\.elb\.test: it never passed within 1 min 0 s \(\d+ tries\), and has to pass 2 times\. The last failure: .*503/,
    );
    expect(journalOf(world)).toEqual(["phase-started", "intent", "done", "prepare failed"]);
    world.probes.serve(place, { scheme: "https", answer: () => ({ status: 200 }) });
    expect(outcomeOf(await phase(world, { phase: "prepare" })).state).toBe("prepared");
  });

  test("an Ingress that gets its address later is waited for, and one that lacks the host is not", async () => {
    const world = newWorld();
    const ingress = {
      kind: "ingress" as const,
      namespace: "commerce",
      name: "orders",
      hosts: ["orders.example.com"],
      tlsHosts: [],
      listeners: undefined,
    };
    world.targets.put({ ...ingress, addresses: [] });
    const waiting = phase(world, { phase: "prepare" });
    await world.clock.sleep(20_000);
    world.targets.put({ ...ingress, addresses: ["orders.elb.test"] });
    expect(outcomeOf(await waiting).state).toBe("prepared");
    expect(world.lines.filter((line) => line.includes("waiting"))).toEqual([
      "orders: waiting: Ingress commerce/orders has no address yet",
    ]);
    world.targets.put({ ...ingress, hosts: ["order.example.com"], addresses: ["orders.elb.test"] });
    expect(outcomeOf(await phase(world, { phase: "prepare" })).services[0]?.failure).toContain(
      "Ingress commerce/orders has no rule for host orders.example.com",
    );
  });

  test("all that stands against it is in one list, and nothing is written", async () => {
    const world = newWorld();
    world.images.problem = "no task runs";
    const refused = await phase(world, { phase: "prepare", services: two });
    expect(refused).toEqual(new Error("prepare cannot be done:\n- orders: no task runs\n- billing: no task runs"));
    expect([journalOf(world), journalOf(world, "billing"), [...world.deploys.releases]]).toEqual([[], [], []]);
  });

  test("a dry run writes nothing, and gives the plan's hash", async () => {
    const world = newWorld();
    const plan = outcomeOf(await phase(world, { phase: "prepare", dryRun: true }));
    expect(plan).toMatchObject({ state: "not-started", services: [{ steps: [{ outcomes: ["planned"] }, {}] }] });
    expect(plan.planHash).toMatch(/^[0-9a-f]{16}\.[\w-]{12}$/);
    expect([journalOf(world), [...world.deploys.releases]]).toEqual([[], []]);
    expect(outcomeOf(await phase(world, { phase: "prepare", planHash: plan.planHash })).state).toBe("prepared");
  });

  test("a plan that is no longer right is refused, with what has changed", async () => {
    const world = newWorld();
    const { planHash } = outcomeOf(await phase(world, { phase: "prepare", dryRun: true }));
    world.images.image = other;
    const refused = await phase(world, { phase: "prepare", planHash });
    expect(messageOf(refused)).toContain(
      "plan-hash: the plan is another one now:\n- orders: deploy release commerce/orders",
    );
    expect(messageOf(refused)).toContain(`would now become another: {"image":"${other}","on":[]}`);
    expect([journalOf(world), [...world.deploys.releases]]).toEqual([[], []]);
    // The part before the point is enough.
    const [short = ""] = planHash.split(".");
    expect(messageOf(await phase(world, { phase: "prepare", planHash: short }))).toContain(
      "another one now\nNothing was written",
    );
    world.images.image = IMAGE;
    expect(outcomeOf(await phase(world, { phase: "prepare", planHash: short })).state).toBe("prepared");
  });

  test("what somebody else has switched on stops it, until the plan of that was looked at", async () => {
    const world = newWorld();
    await phase(world, { phase: "prepare" });
    world.deploys.releases.get("commerce/orders")?.cronJobs.set("nightly", false);
    const before = journalOf(world);
    const refused = await phase(world, { phase: "prepare" });
    expect(messageOf(refused)).toContain("orders: release commerce/orders has CronJobs that were switched on: nightly");
    expect(messageOf(refused)).toContain("run it with dry-run: true, look at the plan, and run it with that plan-hash");
    expect(journalOf(world)).toEqual(before);
    const { planHash } = outcomeOf(await phase(world, { phase: "prepare", dryRun: true }));
    expect(outcomeOf(await phase(world, { phase: "prepare", planHash })).state).toBe("prepared");
    expect(world.deploys.releases.get("commerce/orders")?.cronJobs.get("nightly")).toBe(true);
  });

  test("of two runs at once one goes on, and the other says who holds it", async () => {
    const world = newWorld();
    const both = await Promise.all([phase(world, { phase: "prepare" }), phase(world, { phase: "prepare" })]);
    const failures = both.map((ended) => outcomeOf(ended).services[0]?.failure);
    expect(failures).toContain(undefined);
    // Or it came when the other was over, and found all of it done.
    for (const failure of failures.filter((each) => each !== undefined)) {
      expect(failure).toMatch(/^orders in production is being worked on by run \d+ since /);
    }
    expect(journalOf(world).filter((kind) => kind === "intent" || kind === "done")).toEqual(["intent", "done"]);
  });

  test("one that is told to stop begins nothing new", async () => {
    const world = newWorld();
    const stop = AbortSignal.abort(new Error("the job was cancelled"));
    const outcome = outcomeOf(await phase(world, { phase: "prepare" }, { stop }));
    expect(outcome.services[0]?.failure).toContain("the job was cancelled");
    expect([journalOf(world), [...world.deploys.releases]]).toEqual([[], []]);
  });
});

describe("rollback", () => {
  test("of what never began does nothing", async () => {
    const world = newWorld();
    const outcome = outcomeOf(await phase(world, { phase: "rollback", services: two }));
    expect(outcome).toMatchObject({ state: "not-started", services: [{ steps: [] }, { steps: [] }] });
    expect([journalOf(world), journalOf(world, "billing")]).toEqual([[], []]);
    expect(world.lines).toEqual(["orders: nothing to take back", "billing: nothing to take back"]);
  });

  test("leaves the release, suspends what runs, and closes the move", async () => {
    const world = newWorld();
    await phase(world, { phase: "prepare" });
    world.deploys.releases.get("commerce/orders")?.cronJobs.set("nightly", false);
    const outcome = outcomeOf(await phase(world, { phase: "rollback" }));
    expect(outcome).toMatchObject({ state: "not-started", next: "switchover with phase: prepare", back: "" });
    expect(world.deploys.releases.get("commerce/orders")).toMatchObject({ image: IMAGE, pending: false });
    expect(world.deploys.releases.get("commerce/orders")?.cronJobs.get("nightly")).toBe(true);
    expect(journalOf(world).slice(4)).toEqual(["phase-started", "intent", "done", "rollback completed"]);
    // And once more: there is nothing.
    await phase(world, { phase: "rollback" });
    expect(journalOf(world)).toHaveLength(8);
  });

  test("of two services that fails at one is open, and goes on by another rollback", async () => {
    const world = newWorld();
    await phase(world, { phase: "prepare", services: two });
    world.deploys.releases.get("commerce/billing")?.cronJobs.set("nightly", false);
    world.deploys.fails = "the API server is away";
    const outcome = outcomeOf(await phase(world, { phase: "rollback", services: two }));
    expect(outcome).toMatchObject({
      state: "rolling-back",
      next: "rollback",
      services: [{ state: "not-started" }, { state: "rolling-back", failure: "the API server is away" }],
    });
    world.deploys.fails = undefined;
    expect(outcomeOf(await phase(world, { phase: "rollback", services: two }))).toMatchObject({ state: "not-started" });
  });

  test("of a move that was begun, and wrote nothing, touches nothing", async () => {
    const world = newWorld();
    withRelease(world, false);
    world.journals.put(key, startedJournal());
    outcomeOf(await phase(world, { phase: "rollback" }));
    expect(world.deploys.releases.get("commerce/orders")?.cronJobs.get("nightly")).toBe(false);
  });

  test("takes back a prepare that failed", async () => {
    const world = newWorld();
    world.deploys.fails = "the pods crash";
    await phase(world, { phase: "prepare" });
    expect(outcomeOf(await phase(world, { phase: "rollback" })).state).toBe("not-started");
    expect(journalOf(world).at(-1)).toBe("rollback completed");
  });
});

describe("a file that was edited, a side that was not empty", () => {
  test("another release than the one that was written to is refused, both ways", async () => {
    const world = newWorld();
    await phase(world, { phase: "prepare" });
    const orders = service("orders");
    const services = [{ ...orders, release: { ...orders.release, namespace: "shop" } }];
    for (const way of ["prepare", "rollback"] as const) {
      expect(messageOf(await phase(world, { phase: way, services }))).toBe(
        "orders: this move has deployed release commerce/orders, and the migration file says release shop/orders now; put the file back, or roll back with the file as it was before you change it",
      );
    }
    expect([...world.deploys.releases.keys()]).toEqual(["commerce/orders"]);
  });

  test("a plan is for the cluster that it was made for", async () => {
    const world = newWorld();
    const { planHash } = outcomeOf(await phase(world, { phase: "prepare", dryRun: true, intent: { cluster: "a" } }));
    expect(messageOf(await phase(world, { phase: "prepare", planHash, intent: { cluster: "b" } }))).toContain(
      "plan-hash: the plan is another one now",
    );
    expect(outcomeOf(await phase(world, { phase: "prepare", planHash, intent: { cluster: "a" } })).state).toBe(
      "prepared",
    );
  });

  test("CronJobs that run there already, and that crons does not name, are not suspended unseen", async () => {
    const world = newWorld();
    withRelease(world, false);
    expect(messageOf(await phase(world, { phase: "prepare" }))).toContain(
      "orders: CronJobs of release commerce/orders run on the new side already, and crons names none of them: nightly",
    );
    const crons: Service["crons"] = [
      {
        stop: { kind: "rule", name: "nightly" },
        start: [{ kind: "cronjob", name: "nightly" }],
        missedRuns: "latest",
        jobs: [],
      },
    ];
    outcomeOf(await phase(world, { phase: "prepare", services: [service("orders", { crons })] }));
    expect(world.deploys.releases.get("commerce/orders")?.cronJobs.get("nightly")).toBe(true);
  });

  test("what was rolled back by hand is not deployed over unseen, and status tells it", async () => {
    const world = newWorld();
    await phase(world, { phase: "prepare" });
    const there = world.deploys.releases.get("commerce/orders");
    if (there) there.image = other;
    expect(messageOf(await phase(world, { phase: "prepare" }))).toContain(
      "orders: release commerce/orders is not what this move has deployed: it was deployed, rolled back or removed",
    );
    const planned = outcomeOf(await phase(world, { phase: "prepare", dryRun: true }));
    expect(planned).toMatchObject({ state: "preparing" });
    expect(planned.services[0]?.steps[0]?.problems[0]).toContain("is not what this move has deployed");
  });
});

describe("under the lock", () => {
  test("a problem that came since stops it, the lock is free, and nothing is written", async () => {
    const world = newWorld();
    let looks = 0;
    Object.defineProperty(world.images, "problem", { get: () => (++looks > 1 ? "it is being deployed" : "") });
    const outcome = outcomeOf(await phase(world, { phase: "prepare" }));
    expect(outcome.services[0]?.failure).toBe("it is being deployed");
    expect(journalOf(world)).toEqual([]);
    expect(world.leases.get("memory", "journal-production-orders")?.holder).toBe("");
  });
});

test("what failed and was put right later is never told as found done", async () => {
  const world = newWorld();
  world.deploys.fails = "the pods crash";
  await phase(world, { phase: "prepare" });
  world.deploys.fails = undefined;
  world.images.image = other;
  await phase(world, { phase: "prepare" });
  await phase(world, { phase: "prepare" });
  expect(world.lines.filter((line) => line.includes("found done"))).toEqual([]);
});

const key = { environment: "production", service: "orders" };

/** The release as somebody deployed it before any move. */
function withRelease(world: World, suspended: boolean): void {
  const cronJobs = new Map([["nightly", suspended]]);
  world.deploys.releases.set("commerce/orders", { image: other, pending: false, cronJobs });
}

/** A move whose run died right after it began. */
function startedJournal(): string {
  const by = { at: new Date("2026-01-01T00:00:00Z"), run: { actor: "mona", url: "", holder: "dead" } };
  const empty = newDocument(key, { at: by.at, salt: "0".repeat(32) });
  return journalText(append(empty, { kind: "phase-started", phase: "prepare", planHash: "" }, by));
}
