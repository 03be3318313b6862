import { describe, expect, test } from "@jest/globals";
import type { PhaseOutcome } from "../../../src/move/outcome.ts";
import { ladderSets } from "../../../src/records/ladder.ts";
import { setMap } from "../../../src/records/set-map.ts";
import { alias, cname, type DnsWorld, NEW, NEW_ZONE, newDnsWorld, now, OLD, OLD_ZONE, orders } from "./dns-world.ts";
import { outcomeOf, phase } from "./world.ts";

type Request = Parameters<typeof phase>[1];

async function done(world: DnsWorld, request: Request): Promise<PhaseOutcome> {
  const outcome = outcomeOf(await phase(world, request));
  const [failed] = outcome.services.filter(({ failure }) => failure !== undefined);
  if (failed) throw new Error(failed.failure);
  return outcome;
}

/** Why it failed or was refused. */
async function whyNot(world: DnsWorld, request: Request): Promise<string> {
  const ended = await phase(world, request);
  if (ended instanceof Error) return ended.message;
  return outcomeOf(ended).services[0]?.failure ?? "It did not fail.";
}

async function ready(world: DnsWorld): Promise<void> {
  const { readyAt } = await done(world, { phase: "lower-ttl" });
  await world.clock.advance(Math.max(0, Date.parse(readyAt ?? "") - world.clock.now().getTime()));
}

describe("lower-ttl", () => {
  test("lowers, and is ready once the old TTL is over", async () => {
    const world = newDnsWorld();
    world.records.put(world.zone, cname(OLD, 3600));
    const plan = await done(world, { phase: "lower-ttl", dryRun: true });
    expect(now(world)).toEqual([cname(OLD, 3600)]);
    // 3,600 s, a minute of margin, a minute for Route 53.
    expect(plan.readyAt).toBe(new Date(world.clock.now().getTime() + 3_720_000).toISOString());
    const before = world.clock.now().getTime();
    const outcome = await done(world, { phase: "lower-ttl", planHash: plan.planHash });
    expect(now(world)).toEqual([cname(OLD, 60)]);
    expect(outcome).toMatchObject({ state: "ttl-lowered", next: "actions/dns with command: switch" });
    const waits = Date.parse(outcome.readyAt ?? "") - before;
    // From when all name servers had it: 20 s to INSYNC here.
    expect(waits).toBeGreaterThanOrEqual(3_680_000);
    expect(waits).toBeLessThan(3_720_000);
    expect(await whyNot(world, { phase: "switch-dns" })).toMatch(
      /^orders: is not ready before .*: until then clients may keep to the old TTL of 3600 s; run this again then$/,
    );
  });

  test("an alias has nothing to lower, and nothing is waited for", async () => {
    const world = newDnsWorld();
    world.records.put(world.zone, alias(OLD, OLD_ZONE));
    const outcome = await done(world, { phase: "lower-ttl" });
    expect(outcome.services[0]?.steps[0]?.changes).toEqual([]);
    expect(outcome.readyAt).toBeUndefined();
    await done(world, { phase: "switch-dns" });
    expect(now(world)).toEqual([alias(NEW, NEW_ZONE)]);
  });

  test("the old load balancer's keep-alive is waited out too, and put back", async () => {
    const world = newDnsWorld();
    world.records.put(world.zone, cname(OLD, 300));
    const services = [orders({ prepare: { ttlSeconds: 60, keepAliveSeconds: 60, marginMs: 60_000 } })];
    const outcome = await done(world, { phase: "lower-ttl", services });
    expect(await world.balancers.old.keepAlive(world.arn)).toBe(60);
    expect(Date.parse(outcome.readyAt ?? "") - world.clock.now().getTime()).toBe(3_660_000);
    await done(world, { phase: "restore-dns", services });
    expect(await world.balancers.old.keepAlive(world.arn)).toBe(3600);
    expect(now(world)).toEqual([cname(OLD, 300)]);
  });
});

describe("switch", () => {
  test("is refused while the TTL is long, or is told to go on", async () => {
    const world = newDnsWorld();
    world.records.put(world.zone, cname(OLD, 300));
    expect(await whyNot(world, { phase: "switch-dns" })).toBe(
      "orders: the TTL of orders.example.com is 300 s: lower it to 60 s first, since clients keep to the old side for that long",
    );
    await done(world, { phase: "switch-dns", skipWait: true });
    expect(now(world)).toEqual([cname(NEW, 300)]);
    expect(world.lines.filter((line) => line.startsWith("warning"))).toEqual([
      expect.stringContaining("goes on, as asked for, although the TTL of orders.example.com is 300 s"),
    ]);
  });

  test("waits until every name server answers the new side, and restore brings back all to the letter", async () => {
    const world = newDnsWorld();
    world.records.put(world.zone, cname(OLD, 300));
    await ready(world);
    const outcome = await done(world, { phase: "switch-dns" });
    expect(outcome).toMatchObject({ state: "dns-switched", back: "actions/dns with command: restore" });
    expect(outcome.services[0]?.steps.at(-1)?.verified).toMatch(
      /^Route 53 is in sync; all 4 name servers of example.com/,
    );
    expect(now(world)).toEqual([cname(NEW, 60)]);
    const back = await done(world, { phase: "restore-dns" });
    expect(back.state).toBe("not-started");
    expect(back.services[0]?.steps[0]?.verified).toMatch(/^Route 53 is in sync; all 4 name servers of example.com/);
    expect(now(world)).toEqual([cname(OLD, 300)]);
  });

  test("a name server that stays behind fails it, in a legal state; the next run goes on with looking", async () => {
    const world = newDnsWorld();
    world.records.put(world.zone, cname(OLD, 60));
    const [server = ""] = await world.records.nameServers(world.zone);
    world.servers.lag(server, 3_600_000);
    expect(await whyNot(world, { phase: "switch-dns" })).toContain(
      `Not every name server has the new records of zone example.com after 3 min 0 s: ${server} answers orders.example.com CNAME with ${OLD}`,
    );
    expect(now(world)).toEqual([cname(NEW, 60)]);
    world.servers.lag(server, 0);
    expect(await done(world, { phase: "switch-dns" })).toMatchObject({ state: "dns-switched" });
  });

  test("where DNS is blocked Route 53 tells what it would answer, and that is said", async () => {
    const world = newDnsWorld();
    world.records.put(world.zone, cname(OLD, 60));
    world.servers.silence();
    // Neither can the new side be found by DNS: it is asked by its name.
    world.probes.serve({ address: NEW, port: 443 }, { scheme: "https", answer: () => ({ status: 200 }) });
    const outcome = await done(world, { phase: "switch-dns" });
    expect(outcome.services[0]?.steps.at(-1)?.verified).toContain("its name servers were not asked");
    expect(now(world)).toEqual([cname(NEW, 60)]);
  });

  test("does not begin when the new side does not answer", async () => {
    const world = newDnsWorld();
    world.records.put(world.zone, cname(OLD, 60));
    world.probes.serve({ address: "192.0.2.9", port: 443 }, { scheme: "https", answer: () => ({ status: 503 }) });
    expect(await whyNot(world, { phase: "switch-dns" })).toContain("its status is 503");
    expect(now(world)).toEqual([cname(OLD, 60)]);
  });

  test("outside of the window it is refused, with the next one", async () => {
    const world = newDnsWorld();
    world.records.put(world.zone, cname(OLD, 60));
    const window = { text: "Sun 02:00-05:00 UTC", days: [0], from: 120, to: 300, timeZone: "UTC" };
    // 2026-01-01 is a Thursday.
    expect(await whyNot(world, { phase: "switch-dns", window })).toBe(
      "the window of the migration file is not open: Sun 02:00-05:00 UTC; it is open next from 2026-01-04T02:00:00Z to 2026-01-04T05:00:00Z",
    );
  });

  test("a record that somebody else has changed is neither switched nor restored over", async () => {
    const world = newDnsWorld();
    world.records.put(world.zone, cname(OLD, 60));
    await done(world, { phase: "switch-dns" });
    world.records.drop(world.zone, "orders.example.com", "CNAME");
    world.records.put(world.zone, cname("other.example.net", 60));
    expect(await whyNot(world, { phase: "restore-dns" })).toContain("orders.example.com in zone Z");
    expect(now(world)).toEqual([cname("other.example.net", 60)]);
    expect(await whyNot(world, { phase: "switch-dns" })).toContain("Somebody else has changed this since");
  });

  test("what Terraform keeps is left to it, with the change to make there", async () => {
    const world = newDnsWorld();
    world.records.put(world.zone, cname(OLD, 60));
    const services = [orders({ records: orders().records.map((record) => ({ ...record, managedBy: "terraform" })) })];
    const plan = await done(world, { phase: "switch-dns", services, dryRun: true });
    expect(plan.services[0]?.steps.at(-1)?.warnings).toEqual([
      `orders.example.com in zone example.com is kept by terraform and left to it. Change it there to: CNAME ${NEW}, TTL 60 s`,
    ]);
    // It does not come to its end before that is done.
    expect(await done(world, { phase: "switch-dns", services })).toMatchObject({
      state: "switching-dns",
      next: "actions/dns with command: switch",
    });
    expect(now(world)).toEqual([cname(OLD, 60)]);
    world.records.drop(world.zone, "orders.example.com", "CNAME");
    world.records.put(world.zone, cname(NEW, 60));
    expect(await done(world, { phase: "switch-dns", services })).toMatchObject({ state: "dns-switched" });
  });

  test.each(["request", "answer"] as const)("a lost %s is settled by reading", async (lost) => {
    const world = newDnsWorld();
    world.records.put(world.zone, cname(OLD, 60));
    world.records.lose(lost);
    expect(await done(world, { phase: "switch-dns" })).toMatchObject({ state: "dns-switched" });
    expect(now(world)).toEqual([cname(NEW, 60)]);
  });
});

describe("what is found otherwise than it was left", () => {
  test("what somebody has changed, and the move went on from by its plan, is what is put back", async () => {
    const world = newDnsWorld();
    world.records.put(world.zone, cname(OLD, 300));
    await ready(world);
    const replaced = "old-2.us-west-1.elb.amazonaws.com";
    world.servers.putHost(replaced, { A: ["192.0.2.2"] });
    world.records.drop(world.zone, "orders.example.com", "CNAME");
    world.records.put(world.zone, cname(replaced, 60));
    expect(await whyNot(world, { phase: "switch-dns" })).toContain("Somebody else has changed this since");
    const { planHash } = await done(world, { phase: "switch-dns", dryRun: true });
    await done(world, { phase: "switch-dns", planHash });
    await done(world, { phase: "restore-dns" });
    expect(now(world)).toEqual([cname(replaced, 60)]);
  });

  test("after a restore the owner's own change counts as what was there", async () => {
    const world = newDnsWorld();
    world.records.put(world.zone, cname(OLD, 60));
    // The deploy keeps the move open.
    await done(world, { phase: "prepare" });
    await done(world, { phase: "switch-dns" });
    await done(world, { phase: "restore-dns" });
    world.records.drop(world.zone, "orders.example.com", "CNAME");
    world.records.put(world.zone, cname(OLD, 120));
    await done(world, { phase: "rollback" });
    expect(now(world)).toEqual([cname(OLD, 120)]);
  });

  test("prepared, switched, restored and prepared anew needs nobody's word", async () => {
    const world = newDnsWorld();
    world.records.put(world.zone, cname(OLD, 300));
    for (let round = 0; round < 2; round++) {
      const { readyAt } = await done(world, { phase: "prepare" });
      await world.clock.advance(Math.max(0, Date.parse(readyAt ?? "") - world.clock.now().getTime()));
      await done(world, { phase: "switch-dns" });
      await done(world, { phase: "restore-dns" });
      expect(now(world)).toEqual([cname(OLD, 300)]);
    }
  });

  test("a name server that has the old TTL for long: nothing is switched before lower-ttl has seen it gone", async () => {
    const world = newDnsWorld();
    world.records.put(world.zone, cname(OLD, 3600));
    const [server = ""] = await world.records.nameServers(world.zone);
    world.servers.lag(server, 3_600_000);
    expect(await whyNot(world, { phase: "lower-ttl" })).toContain(
      "answers orders.example.com CNAME with a TTL of 3600 s",
    );
    expect(now(world)).toEqual([cname(OLD, 60)]);
    expect(await whyNot(world, { phase: "switch-dns" })).toBe(
      "orders: lower-ttl was cut off before it was known how long to wait: run it again first",
    );
    expect(await whyNot(world, { phase: "lower-ttl" })).toContain("with a TTL of 3600 s");
    world.servers.lag(server, 0);
    const { readyAt } = await done(world, { phase: "lower-ttl" });
    expect(Date.parse(readyAt ?? "") - world.clock.now().getTime()).toBeGreaterThan(3_600_000);
  });

  test("members that stay may be answered too", async () => {
    const world = newDnsWorld();
    const member = (setIdentifier: string, value: string, weight: number) => ({
      ...cname(value, 60),
      setIdentifier,
      routing: { policy: "weighted" as const, weight },
    });
    world.records.put(world.zone, member("ecs", OLD, 1), member("stays", "elsewhere.example.net", 99));
    const services = [orders({ records: orders().records.map((record) => ({ ...record, members: ["ecs"] })) })];
    expect(await done(world, { phase: "switch-dns", services })).toMatchObject({ state: "dns-switched" });
    expect(setMap(now(world))).toEqual(setMap([member("ecs", NEW, 1), member("stays", "elsewhere.example.net", 99)]));
  });
});

describe("weights", () => {
  const byWeights = (more: Partial<ReturnType<typeof orders>["switch"]["abort"]> = {}) => [
    orders({
      switch: { weights: [10, 50, 100], bakeMs: 60_000, abort: { probeFailures: 3, errorRate: undefined, ...more } },
    }),
  ];
  const rungs = (percent: number) => ladderSets([cname(OLD, 60)], [cname(NEW, 60)], percent);

  test("go up one by one, each watched", async () => {
    const world = newDnsWorld();
    world.records.put(world.zone, cname(OLD, 60));
    const outcome = await done(world, { phase: "switch-dns", services: byWeights() });
    expect(outcome.services[0]?.steps.at(-1)?.changes.map(({ words }) => words)).toEqual([
      "switch orders.example.com in zone example.com to the new side for 10 % of the answers",
      "switch orders.example.com in zone example.com to the new side for 50 % of the answers",
      "switch orders.example.com in zone example.com to the new side",
    ]);
    expect(outcome.services[0]?.events.map(({ words }) => words).join("\n")).toContain(
      "50 % on the new side for 1 min 0 s: 6 probes",
    );
    expect(now(world)).toEqual([cname(NEW, 60)]);
    await done(world, { phase: "restore-dns", services: byWeights() });
    expect(now(world)).toEqual([cname(OLD, 60)]);
  });

  test("go back by themselves when the new side fails", async () => {
    const world = newDnsWorld();
    world.records.put(world.zone, cname(OLD, 60));
    let answers = 0;
    // The two passes before the switch, and a while of the first weight.
    const answer = () => ({ status: ++answers > 4 ? 500 : 200 });
    world.probes.serve({ address: "192.0.2.9", port: 443 }, { scheme: "https", answer });
    expect(await whyNot(world, { phase: "switch-dns", services: byWeights() })).toMatch(
      /^The new side failed 3 probes in a row at 10 % of the traffic, so that the records are put back: .*its status is 500/,
    );
    expect(now(world)).toEqual([cname(OLD, 60)]);
    // And may be tried anew.
    world.probes.serve({ address: "192.0.2.9", port: 443 }, { scheme: "https", answer: () => ({ status: 200 }) });
    await done(world, { phase: "switch-dns", services: byWeights() });
    expect(now(world)).toEqual([cname(NEW, 60)]);
  });

  test("hold where nothing can be told, and the next run watches once more and goes on", async () => {
    const world = newDnsWorld();
    world.records.put(world.zone, cname(OLD, 60));
    const errorRate = { most: 0.01, leastRequests: 100, source: { kind: "cloudwatch" } as const };
    expect(await whyNot(world, { phase: "switch-dns", services: byWeights({ errorRate }) })).toContain(
      "Nothing can be told of the new side at 10 % of the traffic: no requests were counted",
    );
    expect(setMap(now(world))).toEqual(setMap(rungs(10)));
    const outcome = await done(world, { phase: "switch-dns", services: byWeights() });
    expect(outcome.services[0]?.steps.at(-1)?.changes).toHaveLength(2);
    expect(now(world)).toEqual([cname(NEW, 60)]);
  });
});
