import { beforeEach, describe, expect, test } from "@jest/globals";
import { type LeaseRequest, type TakenLease, takeLease } from "../../../src/playbook/hold-lease.ts";
import type { Lease, Leases } from "../../../src/ports/leases.ts";
import type { Log } from "../../../src/ports/log.ts";
import { type FakeClock, fakeClock } from "../../support/fakes/fake-clock.ts";
import { type MemoryLeases, memoryLeases } from "../../support/fakes/memory-leases.ts";

const MINUTE = 60_000;
const RUN = "https://github.com/casaone/shop/actions/runs/1/attempts/1";
const OTHER_RUN = "https://github.com/casaone/shop/actions/runs/2/attempts/1";

let clock: FakeClock;
let leases: MemoryLeases;
let lines: string[];

beforeEach(() => {
  clock = fakeClock();
  leases = memoryLeases();
  lines = [];
});

describe("taking", () => {
  test("a lease that nobody has made", async () => {
    const { lease } = held(await take({ holder: "us" }));
    expect(lease.deadHolder).toBeUndefined();
    expect(stored()).toMatchObject({
      holder: "us",
      runUrl: RUN,
      acquiredAt: "2026-01-01T00:00:00.000Z",
      renewedAt: "2026-01-01T00:00:00.000Z",
      durationSeconds: 15,
    });
    expect(lines).toEqual([]);
    await lease.release();
  });

  test("a lease that was given back, however long it says that it runs", async () => {
    const first = held(await take({ holder: "them" }));
    await first.lease.release();
    const { lease } = held(await take({ holder: "us" }));
    expect(lease.deadHolder).toBeUndefined();
    expect(stored()).toMatchObject({ holder: "us" });
    await lease.release();
  });

  test("a lease that this very holder has already", async () => {
    put({ holder: "us" });
    const { lease } = held(await take({ holder: "us" }));
    expect(lease.deadHolder).toBeUndefined();
    await lease.release();
  });

  test("waits for a holder that is alive, and says once for whom", async () => {
    const first = held(await take({ holder: "them", runUrl: OTHER_RUN }));
    const second = watched(take({ holder: "us", waitMs: 5 * MINUTE }));
    await clock.advance(MINUTE);
    expect(second.result).toBeUndefined();
    expect(stored()).toMatchObject({ holder: "them", renewedAt: "2026-01-01T00:01:00.000Z" });
    await first.lease.release();
    await clock.advance(1000);
    const { lease } = held(second.result);
    expect(lease.deadHolder).toBeUndefined();
    expect(lines).toEqual([`info: Waiting: the lease k8s-migrate-orders in commerce is held by ${OTHER_RUN}`]);
    await lease.release();
  });

  test("is another holder's when the same run is tried again", async () => {
    const first = held(await take({ holder: "run 1, process 10", runUrl: RUN }));
    const second = watched(take({ holder: "run 1, process 20", runUrl: RUN, waitMs: MINUTE }));
    await clock.advance(MINUTE + 5000);
    expect(second.result).toMatchObject({ state: "busy", by: { holder: "run 1, process 10" } });
    await first.lease.release();
  });

  test("names the holder where it has no run", async () => {
    put({ holder: "them", runUrl: "" });
    void take({ holder: "us" });
    await clock.advance(0);
    expect(lines).toEqual(["info: Waiting: the lease k8s-migrate-orders in commerce is held by them"]);
  });

  test("keeps what a lease knows of its journal, whoever had it, and what is kept since", async () => {
    put({ holder: "", journalHead: "1 abc" });
    const first = held(await take({ holder: "them" }));
    expect(first.lease.journalHead).toBe("1 abc");
    expect(stored()).toMatchObject({ journalHead: "1 abc" });
    first.lease.keepJournalHead("2 def");
    await clock.advance(5000);
    expect(stored()).toMatchObject({ holder: "them", journalHead: "2 def" });
    await first.lease.abandon();
    const second = watched(take({ holder: "us" }));
    await clock.advance(16_000);
    const { lease } = held(second.result);
    expect(lease.journalHead).toBe("2 def");
    lease.keepJournalHead("3 abc");
    await lease.release();
    expect(stored()).toMatchObject({ holder: "", journalHead: "3 abc" });
  });

  test("does nothing for a login that may not", async () => {
    leases.mood = "forbids";
    expect(await take({ holder: "us" })).toEqual({ state: "forbidden" });
    leases.mood = "works";
    const readOnly = { ...leases, write: () => Promise.resolve("forbidden" as const) };
    expect(await take({ holder: "us" }, readOnly)).toEqual({ state: "forbidden" });
    expect(clock.sleeping()).toBe(0);
  });

  test("ends at once when the run is cancelled", async () => {
    put({ holder: "them" });
    const cancelled = new AbortController();
    const taking = Promise.allSettled([take({ holder: "us", waitMs: MINUTE }, leases, cancelled.signal)]);
    await clock.advance(5500);
    cancelled.abort(new Error("cancelled by a person"));
    expect(await taking).toMatchObject([{ reason: { message: "cancelled by a person" } }]);
    expect(clock.sleeping()).toBe(0);
    await expect(take({ holder: "us" }, leases, cancelled.signal)).rejects.toThrow("cancelled by a person");
    expect(stored()).toMatchObject({ holder: "them" });
  });

  test("fails when the lease cannot be read", async () => {
    leases.mood = "fails";
    await expect(take({ holder: "us" })).rejects.toThrow("the leases' mood");
  });
});

describe("a holder that died", () => {
  test.each([
    ["now", "2026-01-01T00:00:00.000Z"],
    ["a day ago", "2025-12-31T00:00:00.000Z"],
    ["in a day", "2026-01-02T00:00:00.000Z"],
  ])("is found so after 15 s without a change, if its clock says that it renewed %s", async (_, renewedAt) => {
    put({ holder: "them", runUrl: OTHER_RUN, renewedAt });
    const taking = watched(take({ holder: "us", waitMs: 5 * MINUTE }));
    await clock.advance(14_900);
    expect(taking.result).toBeUndefined();
    expect(stored()).toMatchObject({ holder: "them" });
    await clock.advance(100);
    const { lease } = held(taking.result);
    expect(lease.deadHolder).toMatchObject({ holder: "them", runUrl: OTHER_RUN });
    expect(stored()).toMatchObject({ holder: "us", runUrl: RUN, acquiredAt: "2026-01-01T00:00:15.000Z" });
    expect(lines[1]).toBe(`info: Took the lease k8s-migrate-orders over from ${OTHER_RUN}, which is dead`);
    await lease.release();
  });

  test("is found so however short the wait", async () => {
    put({ holder: "them" });
    const taking = watched(take({ holder: "us", waitMs: 0 }));
    await clock.advance(15_000);
    expect(held(taking.result).lease.deadHolder).toMatchObject({ holder: "them" });
  });

  test("is found so when it dies shortly before the wait ends", async () => {
    put({ holder: "them" });
    const taking = watched(take({ holder: "us", waitMs: 24_000 }));
    await clock.advance(10_500);
    put({ holder: "them" });
    await clock.advance(15_400);
    expect(taking.result).toBeUndefined();
    await clock.advance(100);
    expect(held(taking.result).lease.deadHolder).toMatchObject({ holder: "them" });
  });

  test("leaves what it has begun to the next one, and so on until somebody lets go", async () => {
    const unsettledSince = clock.now().toISOString();
    put({ holder: "first" });
    await clock.advance(1000);
    const second = held(await take({ holder: "second", dead: "first" }));
    await second.lease.abandon();
    await clock.advance(1000);
    const third = held(await take({ holder: "third", dead: "second" }));
    expect(third.lease.deadHolder).toMatchObject({ holder: "second", unsettledSince });
    await third.lease.release();
    expect(stored()).toMatchObject({ holder: "", unsettledSince: "" });
    const fourth = held(await take({ holder: "fourth" }));
    expect(stored()).toMatchObject({ unsettledSince: clock.now().toISOString() });
    await fourth.lease.release();
  });

  test("is not waited for when it is known", async () => {
    put({ holder: "main step" });
    const { lease } = held(await take({ holder: "post step", dead: "main step" }));
    expect(lease.deadHolder).toMatchObject({ holder: "main step" });
    await lease.release();
  });

  test("counts by the duration that it wrote", async () => {
    put({ holder: "them", durationSeconds: 40 });
    const taking = watched(take({ holder: "us", waitMs: MINUTE }));
    await clock.advance(39_000);
    expect(taking.result).toBeUndefined();
    await clock.advance(1000);
    held(taking.result);
  });

  test("is not one that renews late, but in time", async () => {
    put({ holder: "them" });
    const taking = watched(take({ holder: "us", waitMs: MINUTE }));
    for (let round = 0; round < 4; round++) {
      await clock.advance(14_000);
      put({ holder: "them" });
    }
    await clock.advance(5000);
    expect(taking.result).toMatchObject({ state: "busy", by: { holder: "them" } });
  });

  test("is followed by one of two who wait for it, never by both", async () => {
    put({ holder: "them" });
    const takers = ["a", "b"].map((holder) => watched(take({ holder, waitMs: MINUTE })));
    await clock.advance(16_000);
    const winners = takers.filter(({ result }) => result?.state === "held");
    expect(winners).toHaveLength(1);
    expect(stored()).toMatchObject({ holder: expect.stringMatching(/^[ab]$/) });
    await clock.advance(MINUTE);
    const [loser] = takers.filter((taker) => !winners.includes(taker));
    expect(loser?.result).toMatchObject({ state: "busy", by: { holder: stored()?.holder } });
    expect(held(winners[0]?.result).lease.lost.aborted).toBe(false);
  });
});

describe("a holder that lives", () => {
  test("makes others give up after their wait", async () => {
    held(await take({ holder: "them", runUrl: OTHER_RUN }));
    const taking = watched(take({ holder: "us", waitMs: MINUTE }));
    await clock.advance(MINUTE - 1000);
    expect(taking.result).toBeUndefined();
    await clock.advance(1000);
    expect(taking.result).toMatchObject({ state: "busy", by: { holder: "them", runUrl: OTHER_RUN } });
    expect(stored()).toMatchObject({ holder: "them" });
  });

  test("makes one that does not want to wait give up once it has renewed", async () => {
    held(await take({ holder: "them" }));
    const taking = watched(take({ holder: "us", waitMs: 0 }));
    await clock.advance(4900);
    expect(taking.result).toBeUndefined();
    await clock.advance(1100);
    expect(taking.result).toMatchObject({ state: "busy", by: { holder: "them" } });
  });

  test("of another kind, that never renews and has long to run, is given up on too", async () => {
    put({ holder: "them", durationSeconds: 86_400 });
    const taking = watched(take({ holder: "us", waitMs: 0 }));
    await clock.advance(15_000);
    expect(taking.result).toMatchObject({ state: "busy", by: { holder: "them" } });
  });
});

async function take(request: Partial<LeaseRequest>, ports: Leases = leases, cancelled?: AbortSignal) {
  const whole = { namespace: "commerce", name: "k8s-migrate-orders", holder: "us", runUrl: RUN, waitMs: 0, ...request };
  return takeLease(whole, { leases: ports, clock, log: log() }, cancelled);
}

/** What became of it, for as long as it has not ended too. */
function watched(taking: Promise<TakenLease>): { result: TakenLease | undefined } {
  const seen: { result: TakenLease | undefined } = { result: undefined };
  void (async () => {
    seen.result = await taking;
  })();
  return seen;
}

function held(taken: TakenLease | undefined): Extract<TakenLease, { state: "held" }> {
  if (taken?.state !== "held") throw new Error(`The lease is not held: ${JSON.stringify(taken)}`);
  return taken;
}

function put(lease: Partial<Lease>): void {
  const at = clock.now().toISOString();
  const times = { acquiredAt: at, unsettledSince: at, renewedAt: at, durationSeconds: 15 };
  leases.put({ namespace: "commerce", name: "k8s-migrate-orders", holder: "", runUrl: "", ...times, ...lease });
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
