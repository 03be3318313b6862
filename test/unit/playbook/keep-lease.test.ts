import { beforeEach, describe, expect, test } from "@jest/globals";
import { type HeldLease, takeLease } from "../../../src/playbook/hold-lease.ts";
import type { Lease } from "../../../src/ports/leases.ts";
import type { Log } from "../../../src/ports/log.ts";
import { type FakeClock, fakeClock } from "../../support/fakes/fake-clock.ts";
import { type MemoryLeases, memoryLeases } from "../../support/fakes/memory-leases.ts";

const RUN = "https://github.com/casaone/shop/actions/runs/1/attempts/1";

let clock: FakeClock;
let leases: MemoryLeases;
let lease: HeldLease;
let lines: string[];

beforeEach(async () => {
  clock = fakeClock();
  leases = memoryLeases();
  lines = [];
  lease = await take("us");
});

describe("renewing", () => {
  test("goes on every five seconds, and keeps when the lease was taken", async () => {
    for (const [milliseconds, renewedAt] of [
      [4900, "2026-01-01T00:00:00.000Z"],
      [100, "2026-01-01T00:00:05.000Z"],
      [3_600_000, "2026-01-01T01:00:05.000Z"],
    ] as const) {
      await clock.advance(milliseconds);
      expect(stored()).toMatchObject({ holder: "us", renewedAt, acquiredAt: "2026-01-01T00:00:00.000Z" });
    }
    expect(lease.lost.aborted).toBe(false);
  });

  test("is tried again each second when it fails, and then goes on as before", async () => {
    await clock.advance(4000);
    leases.mood = "fails";
    await clock.advance(4500); // at 5, 6, 7 and 8 s
    leases.mood = "works";
    await clock.advance(500);
    expect(stored()).toMatchObject({ renewedAt: "2026-01-01T00:00:09.000Z" });
    await clock.advance(5000);
    expect(stored()).toMatchObject({ renewedAt: "2026-01-01T00:00:14.000Z" });
    expect(lease.lost.aborted).toBe(false);
    expect(lines[0]).toMatch(/^debug: .* was not renewed this time: the leases' mood/);
  });

  test("is tried again while an earlier try hangs", async () => {
    await clock.advance(4000);
    leases.mood = "hangs";
    await clock.advance(3000);
    leases.mood = "works";
    await clock.advance(2000); // tried at 5 s, given up at 8 s, tried at 9 s
    expect(stored()).toMatchObject({ renewedAt: "2026-01-01T00:00:09.000Z" });
  });

  test("finds its own write again when the answer was lost", async () => {
    await clock.advance(4000);
    leases.mood = "loses answers";
    await clock.advance(1500);
    leases.mood = "works";
    await clock.advance(60_000);
    expect(lease.lost.aborted).toBe(false);
    expect(stored()).toMatchObject({ holder: "us", renewedAt: expect.stringMatching(/00:01:0[1-5]/) });
  });
});

describe("a lease is lost", () => {
  test.each(["fails", "hangs", "forbids"] as const)("ten seconds after the last renewal: the API %s", async (mood) => {
    await clock.advance(7000); // renewed at 5 s
    leases.mood = mood;
    await clock.advance(7900);
    expect(lease.lost.aborted).toBe(false);
    await clock.advance(100);
    expect(lease.lost.reason).toEqual(
      new Error("The lease k8s-migrate-orders in commerce is lost: it could not be renewed for 10 s"),
    );
    leases.mood = "works";
    await clock.advance(60_000);
    expect(stored()).toMatchObject({ renewedAt: "2026-01-01T00:00:05.000Z" });
  });

  test("before anybody else has it, however late the last renewal was answered", async () => {
    let lostAt = 0;
    lease.lost.addEventListener("abort", () => {
      lostAt = clock.now().getTime();
    });
    const second = takeLease({ ...request("them"), waitMs: 60_000 }, { leases: { ...leases }, clock, log: log() });
    await clock.advance(6000);
    // What only the first holder sees: its next renewal is done, and never answered.
    const write = leases.write;
    leases.write = async (...written) => {
      const done = await write(...written);
      leases.write = () => Promise.reject(new Error("no network"));
      return done === "changed" ? done : new Promise<never>(() => undefined);
    };
    await clock.advance(30_000);
    const taken = await second;
    expect(taken).toMatchObject({ state: "held", lease: { deadHolder: { holder: "us" } } });
    expect(Date.parse(stored()?.acquiredAt ?? "") - lostAt).toBeGreaterThanOrEqual(5000);
  });

  test("as soon as a renewal finds another holder", async () => {
    await clock.advance(1000);
    leases.put({ ...theirs(), holder: "them", runUrl: "https://github.com/casaone/shop/actions/runs/2" });
    await clock.advance(3900);
    expect(lease.lost.aborted).toBe(false);
    await clock.advance(100);
    expect(lease.lost.reason).toEqual(
      new Error(
        "The lease k8s-migrate-orders in commerce is lost: https://github.com/casaone/shop/actions/runs/2 has taken it from this run",
      ),
    );
    expect(clock.sleeping()).toBe(0);
  });

  test.each(["removed", "freed"])("when somebody has %s it", async (what) => {
    if (what === "removed") leases.remove("commerce", "k8s-migrate-orders");
    else leases.put({ ...theirs(), holder: "" });
    await clock.advance(5000);
    expect(lease.lost.reason).toEqual(
      expect.objectContaining({ message: expect.stringContaining("lost: somebody has taken it") }),
    );
    await clock.advance(60_000);
    expect(stored()?.holder ?? "").toBe("");
  });
});

describe("releasing", () => {
  test("frees the lease, ends all waiting, and does so once", async () => {
    await clock.advance(7000);
    await Promise.all([lease.release(), lease.release()]);
    expect(stored()).toMatchObject({ holder: "", runUrl: "", acquiredAt: "2026-01-01T00:00:00.000Z" });
    expect(clock.sleeping()).toBe(0);
    expect(lease.lost.aborted).toBe(false);

    const next = await take("them");
    await lease.release();
    await clock.advance(60_000);
    expect(stored()).toMatchObject({ holder: "them" });
    expect(lease.lost.aborted).toBe(false);
    await next.release();
  });

  test("leaves a lease alone that is another's by now", async () => {
    leases.put({ ...theirs(), holder: "them" });
    const before = stored();
    await lease.release();
    expect(stored()).toEqual(before);
    expect(clock.sleeping()).toBe(0);
  });

  test("frees the lease after a renewal whose answer was lost", async () => {
    await clock.advance(4000);
    leases.mood = "loses answers";
    await clock.advance(1500);
    leases.mood = "works";
    await lease.release();
    expect(stored()).toMatchObject({ holder: "" });
  });

  test("does not fail when the API does", async () => {
    leases.mood = "fails";
    await lease.release();
    expect(stored()).toMatchObject({ holder: "us" });
    expect(lines).toEqual([expect.stringMatching(/^debug: .* runs out by itself: the leases' mood/)]);
    expect(clock.sleeping()).toBe(0);
  });

  test("does not wait for an API that hangs", async () => {
    leases.mood = "hangs";
    const releasing = lease.release();
    await clock.advance(3000);
    await releasing; // for ever, if it waited for the API
    expect(clock.sleeping()).toBe(0);
  });

  test("is not done when the lease is abandoned: the next one is to find a dead holder", async () => {
    await clock.advance(7000);
    await lease.abandon();
    expect(clock.sleeping()).toBe(0);
    await lease.release();
    await clock.advance(60_000);
    expect(stored()).toMatchObject({ holder: "us", renewedAt: "2026-01-01T00:00:05.000Z" });
    expect(lease.lost.aborted).toBe(false);
    const next = takeLease(request("them"), { leases, clock, log: log() });
    await clock.advance(15_000);
    expect(await next).toMatchObject({ state: "held", lease: { deadHolder: { holder: "us" } } });
  });

  test("ends renewals after the lease was lost too", async () => {
    leases.mood = "fails";
    await clock.advance(10_000);
    expect(lease.lost.aborted).toBe(true);
    leases.mood = "works";
    await lease.release();
    expect(stored()).toMatchObject({ holder: "" });
    expect(clock.sleeping()).toBe(0);
  });
});

function request(holder: string) {
  return { namespace: "commerce", name: "k8s-migrate-orders", holder, runUrl: RUN, waitMs: 0 };
}

async function take(holder: string): Promise<HeldLease> {
  const taken = await takeLease(request(holder), { leases, clock, log: log() });
  if (taken.state !== "held") throw new Error(`The lease is ${taken.state}.`);
  return taken.lease;
}

/** The lease as it is stored, for another to write. */
function theirs(): Lease {
  const found = stored();
  if (found === undefined) throw new Error("There is no lease.");
  return found;
}

function stored(): Lease | undefined {
  return leases.get("commerce", "k8s-migrate-orders");
}

function log(): Log {
  return {
    info: (line) => void lines.push(`info: ${line}`),
    debug: (line) => void lines.push(`debug: ${line}`),
    warn: (line) => void lines.push(`warn: ${line}`),
    group: (_, work) => work(),
  };
}
