import { expect, test } from "@jest/globals";
import { readDocument } from "../../../src/journal/read-document.ts";
import { type Death, newLife } from "../../support/killable.ts";
import { IMAGE, newWorld, outcomeOf, phase, type World } from "./world.ts";

// A run is killed at each of its outside calls, before and after the call was done, and another run leads on, or back.

const key = { environment: "production", service: "orders" };

/** Calls of a run that nobody kills. */
async function callsOf(of: "prepare" | "rollback", world: World): Promise<string[]> {
  const life = newLife();
  outcomeOf(await phase(world, { phase: of }, { life }));
  return life.calls;
}

async function prepared(): Promise<World> {
  const world = newWorld();
  outcomeOf(await phase(world, { phase: "prepare" }));
  return world;
}

/** Somebody switched a CronJob on meanwhile, so that a rollback has something to write. */
async function preparedAndSwitchedOn(): Promise<World> {
  const world = await prepared();
  world.deploys.releases.get("commerce/orders")?.cronJobs.set("nightly", false);
  return world;
}

function deaths(calls: readonly string[]): Death[] {
  expect(calls.length).toBeGreaterThan(10);
  return calls.flatMap((_, index) => (["before", "after"] as const).map((when) => ({ at: index + 1, when })));
}

/** What there is at the end, to be the same however often it was begun. */
function end({ deploys, journals, leases }: World) {
  const release = deploys.releases.get("commerce/orders");
  const stored = journals.get(key);
  const lock = leases.get("memory", "journal-production-orders");
  const read = stored && readDocument(stored.text, key, lock?.journalHead);
  return {
    release: release && { image: release.image, pending: release.pending, cronJobs: [...release.cronJobs] },
    journal: read?.state,
    lock: lock?.holder,
  };
}

const deployed = {
  release: { image: IMAGE, pending: false, cronJobs: [["nightly", true]] },
  journal: "good",
  lock: "",
};

test("prepare, killed at each of its calls: the next one completes it", async () => {
  for (const death of deaths(await callsOf("prepare", newWorld()))) {
    const world = newWorld();
    expect(await phase(world, { phase: "prepare" }, { life: newLife(death) })).toBe("killed");
    const next = outcomeOf(await phase(world, { phase: "prepare" }));
    expect({ death, state: next.state, failures: next.services.map(({ failure }) => failure) }).toEqual({
      death,
      state: "prepared",
      failures: [undefined],
    });
    expect({ death, ...end(world) }).toEqual({ death, ...deployed });
  }
}, 60_000);

test("prepare, killed at each of its calls: a rollback takes it back", async () => {
  for (const death of deaths(await callsOf("prepare", newWorld()))) {
    const world = newWorld();
    expect(await phase(world, { phase: "prepare" }, { life: newLife(death) })).toBe("killed");
    const back = outcomeOf(await phase(world, { phase: "rollback" }));
    expect({ death, state: back.state, next: back.next }).toEqual({
      death,
      state: "not-started",
      next: "switchover with phase: prepare",
    });
    // What the other way began is not told as done.
    expect(world.lines.filter((line) => line.includes("found done"))).toEqual([]);
    // Nothing of the new side runs jobs, and the way on is open.
    const { release } = end(world);
    expect({ death, on: release?.cronJobs.filter(([, suspended]) => !suspended) ?? [] }).toEqual({ death, on: [] });
    outcomeOf(await phase(world, { phase: "prepare" }));
    expect({ death, ...end(world) }).toEqual({ death, ...deployed });
  }
}, 60_000);

test("rollback, killed at each of its calls: the next one completes it, or prepare leads on", async () => {
  for (const death of deaths(await callsOf("rollback", await preparedAndSwitchedOn()))) {
    for (const next of ["rollback", "prepare"] as const) {
      const world = await preparedAndSwitchedOn();
      expect(await phase(world, { phase: "rollback" }, { life: newLife(death) })).toBe("killed");
      const ended = outcomeOf(
        await phase(world, { phase: next, ...(next === "prepare" ? await hashOfPlan(world) : {}) }),
      );
      expect({ death, next, state: ended.state }).toEqual({
        death,
        next,
        state: next === "rollback" ? "not-started" : "prepared",
      });
      // Where the rollback was over but for its lock, the next one has nothing to do: whoever comes then takes the lock over.
      const { lock: _, ...there } = end(world);
      const { lock: __, ...wanted } = deployed;
      expect({ death, next, ...there }).toEqual({ death, next, ...wanted });
    }
  }
}, 60_000);

/** To go on over what somebody else has changed needs that plan. */
async function hashOfPlan(world: World): Promise<{ planHash: string }> {
  const { planHash } = outcomeOf(await phase(world, { phase: "prepare", dryRun: true }));
  return { planHash };
}
