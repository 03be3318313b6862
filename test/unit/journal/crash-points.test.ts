import { expect, test } from "@jest/globals";
import type { NewEntry } from "../../../src/journal/schema.ts";
import { type JournalPorts, openJournal } from "../../../src/playbook/journal/open-journal.ts";
import { fakeClock } from "../../support/fakes/fake-clock.ts";
import { memoryJournals } from "../../support/fakes/journals.ts";
import { memoryLeases } from "../../support/fakes/memory-leases.ts";
import { KEY, MOVE, RUN, SALT } from "./journal.ts";

const NEXT = { ...RUN, holder: "next" };

test.each([
  ["before", "free"],
  ["after", "free"],
  ["before", "dead"],
  ["after", "dead"],
] as const)(
  "a run that dies %s any call leaves what the next one reads, the lock being %s at its start",
  async (when, lock) => {
    const calls = (await runUntil(Number.POSITIVE_INFINITY, when, lock)).calls;
    // One for each write of the journal and of the lock, at the least.
    expect(calls).toBeGreaterThan(MOVE.length + 4);
    for (let last = 1; last <= calls; last++) {
      const { world, told } = await runUntil(last, when, lock);
      const { clock, journals } = world;
      const opening = openJournal(requestOf(NEXT), world);
      await clock.advance(20_000);
      const open = await opening;
      const entries = open.document().entries.filter(({ kind }) => kind !== "note");
      // All that the caller was told is there; at most what it was not yet told of is there too.
      expect(entries).toMatchObject(MOVE.slice(0, entries.length));
      expect([told, told + 1]).toContain(entries.length);
      await open.append(MOVE[0] as NewEntry);
      await open.close("settled");
      expect(journals.get(KEY)?.text).toContain('"holder":"next"');
      const again = await openJournal(requestOf({ ...RUN, holder: "last" }), world);
      expect(again.deadHolder).toBeUndefined();
      await again.close("settled");
    }
  },
);

/** Appends the entries of a move, 3 s apart, and dies at that call to a port: it never hears of anything again. */
async function runUntil(last: number, when: "before" | "after", lock: "free" | "dead") {
  const clock = fakeClock();
  const world = { journals: memoryJournals(), leases: memoryLeases(), clock, log: silent };
  if (lock === "dead") {
    const earlier = await openJournal(requestOf({ ...RUN, holder: "earlier" }), world);
    await earlier.close("open");
  }
  let calls = 0;
  const passing = async <T>(call: () => Promise<T>): Promise<T> => {
    const n = ++calls;
    if (n > last || (n === last && when === "before")) return new Promise<never>(() => undefined);
    const result = await call();
    // A write whose answer never comes.
    return n === last ? new Promise<never>(() => undefined) : result;
  };
  const { journals, leases } = world;
  const dying: JournalPorts = {
    ...world,
    journals: {
      ...journals,
      read: (...args) => passing(() => journals.read(...args)),
      write: (...args) => passing(() => journals.write(...args)),
    },
    leases: {
      read: (...args) => passing(() => leases.read(...args)),
      write: (...args) => passing(() => leases.write(...args)),
    },
  };
  let told = 0;
  void (async () => {
    const open = await openJournal(requestOf(RUN), dying);
    for (const entry of MOVE) {
      await open.append(entry);
      told++;
      await clock.sleep(3000);
    }
    await open.close("settled");
  })().catch(() => undefined);
  await clock.advance(60_000);
  return { world, calls, told };
}

function requestOf(run: typeof RUN) {
  return { key: KEY, run, waitMs: 60_000, newSalt: () => SALT };
}

const silent = { info() {}, debug() {}, warn() {}, group: <T>(_: string, work: () => Promise<T>) => work() };
