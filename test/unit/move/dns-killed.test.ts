import { expect, test } from "@jest/globals";
import type { PhaseRequest } from "../../../src/playbook/move/run-phase.ts";
import { sameSets } from "../../../src/records/compare.ts";
import { ladderRung } from "../../../src/records/ladder.ts";
import { type Death, newLife } from "../../support/killable.ts";
import { alias, cname, type DnsWorld, NEW, NEW_ZONE, newDnsWorld, now, OLD, OLD_ZONE, orders } from "./dns-world.ts";
import { outcomeOf, phase } from "./world.ts";

// A run of the DNS half is killed at each of its outside calls, before and after the call was done, and another run leads on, or back.

type Way = Pick<PhaseRequest, "phase"> & Partial<PhaseRequest>;

const keepAlive = { ttlSeconds: 60, keepAliveSeconds: 60, marginMs: 60_000 };
const weights = { weights: [10, 100], bakeMs: 20_000, abort: { probeFailures: 3, errorRate: undefined } };

/** Two zones' worth of kinds: a CNAME with a long TTL. */
function simple(): DnsWorld {
  const world = newDnsWorld();
  world.records.put(world.zone, cname(OLD, 300));
  return world;
}

function aliased(): DnsWorld {
  const world = newDnsWorld();
  world.servers.putHost(OLD, { A: ["192.0.2.1"], AAAA: ["2001:db8::1"] });
  world.servers.putHost(NEW, { A: ["192.0.2.9"], AAAA: ["2001:db8::9"] });
  world.balancers.new.put({ dnsName: NEW, canonicalHostedZoneId: NEW_ZONE, hasIpv6: true });
  world.probes.serve({ address: "2001:db8::9", port: 443 }, { scheme: "https", answer: () => ({ status: 200 }) });
  world.records.put(world.zone, alias(OLD, OLD_ZONE), alias(OLD, OLD_ZONE, { type: "AAAA" }));
  return world;
}

async function lowered(make: () => DnsWorld): Promise<DnsWorld> {
  const world = make();
  const { readyAt } = outcomeOf(await phase(world, { phase: "lower-ttl", services: [orders({ prepare: keepAlive })] }));
  if (readyAt) await world.clock.advance(Math.max(0, Date.parse(readyAt) - world.clock.now().getTime()));
  return world;
}

async function switched(make: () => DnsWorld, request: Way): Promise<DnsWorld> {
  const world = await lowered(make);
  outcomeOf(await phase(world, request));
  return world;
}

/** Every death of such a run, begun in a world that is made anew for each. */
async function* deaths(start: () => Promise<DnsWorld>, way: Way): AsyncGenerator<{ death: Death; world: DnsWorld }> {
  const life = newLife();
  outcomeOf(await phase(await start(), way, { life }));
  expect(life.calls.length).toBeGreaterThan(10);
  for (let at = 1; at <= life.calls.length; at++) {
    for (const when of ["before", "after"] as const) {
      const world = await start();
      expect(await phase(world, way, { life: newLife({ at, when }) })).toBe("killed");
      yield { death: { at, when }, world };
    }
  }
}

const kinds = [
  ["a CNAME", simple, [cname(OLD, 300)], [cname(NEW, 60)]],
  [
    "aliases of A and AAAA",
    aliased,
    [alias(OLD, OLD_ZONE), alias(OLD, OLD_ZONE, { type: "AAAA" })],
    [alias(NEW, NEW_ZONE), alias(NEW, NEW_ZONE, { type: "AAAA" })],
  ],
] as const;

test.each(kinds)(
  "lower-ttl and switch, killed at each call: run again they complete: %s",
  async (_, make, __, after) => {
    const services = [orders({ prepare: keepAlive })];
    for await (const { death, world } of deaths(async () => make(), { phase: "lower-ttl", services })) {
      const again = outcomeOf(await phase(world, { phase: "lower-ttl", services }));
      expect({ death, state: again.state }).toEqual({ death, state: "ttl-lowered" });
      expect(await world.balancers.old.keepAlive(world.arn)).toBe(60);
      // Whoever died may have been the one that knew how long to wait.
      expect({ death, waits: again.readyAt !== undefined }).toEqual({ death, waits: true });
    }
    const way = { phase: "switch-dns" as const, services };
    for await (const { death, world } of deaths(() => lowered(make), way)) {
      const again = outcomeOf(await phase(world, way));
      expect({ death, state: again.state, sets: now(world) }).toEqual({ death, state: "dns-switched", sets: after });
    }
  },
  60_000,
);

test.each(kinds)(
  "switch, killed at each call: restore brings back all: %s",
  async (_, make, before, __) => {
    const services = [orders({ prepare: keepAlive })];
    for await (const { death, world } of deaths(() => lowered(make), { phase: "switch-dns", services })) {
      const back = outcomeOf(await phase(world, { phase: "restore-dns", services }));
      expect({ death, state: back.state, sets: now(world) }).toEqual({ death, state: "not-started", sets: before });
      expect(await world.balancers.old.keepAlive(world.arn)).toBe(3600);
    }
  },
  60_000,
);

test.each(kinds)(
  "restore, killed at each call: run again it completes: %s",
  async (_, make, before, __) => {
    const services = [orders({ prepare: keepAlive })];
    const start = () => switched(make, { phase: "switch-dns", services });
    for await (const { death, world } of deaths(start, { phase: "restore-dns", services })) {
      const again = outcomeOf(await phase(world, { phase: "restore-dns", services }));
      expect({ death, state: again.state, sets: now(world) }).toEqual({ death, state: "not-started", sets: before });
    }
  },
  60_000,
);

test("a switch by weights, killed at each call: each state in between is legal, and leads on and back", async () => {
  const services = [orders({ prepare: keepAlive, switch: weights })];
  const way = { phase: "switch-dns" as const, services };
  const [low, fresh] = [[cname(OLD, 60)], [cname(NEW, 60)]];
  for await (const { death, world } of deaths(() => lowered(simple), way)) {
    expect({ death, rung: ladderRung(low, fresh, now(world)) }).toEqual({ death, rung: expect.any(Number) });
    // Half of them go on first.
    const goesOn = death.when === "after";
    if (goesOn) outcomeOf(await phase(world, way));
    expect({ death, goesOn, isFresh: sameSets(now(world), fresh) || !goesOn }).toEqual({
      death,
      goesOn,
      isFresh: true,
    });
    outcomeOf(await phase(world, { phase: "restore-dns", services }));
    expect({ death, sets: now(world) }).toEqual({ death, sets: [cname(OLD, 300)] });
  }
}, 60_000);
