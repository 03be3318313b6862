import { beforeEach, describe, expect, test } from "@jest/globals";
import { append, journalText } from "../../../src/journal/document.ts";
import type { NewEntry } from "../../../src/journal/schema.ts";
import { readJournal } from "../../../src/playbook/journal/read-journal.ts";
import type { Journals } from "../../../src/ports/journals.ts";
import { journal, KEY, MOVE, RUN, SALT } from "./journal.ts";
import { failing, LOCK, newWorld, OTHER } from "./world.ts";

const [first, second] = MOVE as [NewEntry, NewEntry];

let { clock, leases, journals, lines, opened, stored } = newWorld();
beforeEach(() => {
  ({ clock, leases, journals, lines, opened, stored } = newWorld());
});

describe("an open journal", () => {
  test("is stored from the first entry on, each before it is given back", async () => {
    const open = await opened();
    expect(journals.get(KEY)).toBeUndefined();
    expect(leases.get(...LOCK)).toMatchObject({ holder: RUN.holder, runUrl: RUN.url });
    await clock.advance(1000);
    const entry = await open.append(first);
    expect(entry).toMatchObject({ ...first, sequence: 1, at: "2026-01-01T00:00:01.000Z", run: RUN });
    expect(stored()).toEqual(open.document());
    expect(stored()).toMatchObject({ ...KEY, createdAt: "2026-01-01T00:00:00.000Z", salt: SALT, entries: [entry] });
    await open.append(second);
    expect(stored().entries).toEqual([entry, expect.objectContaining(second)]);
    await open.close("settled");
    expect(leases.get(...LOCK)).toMatchObject({ holder: "", journalHead: `2 ${stored().entries[1]?.hash}` });
  });

  test("goes on where another run ended", async () => {
    const before = await opened();
    await before.append(first);
    await before.close("settled");
    const open = await opened(OTHER, { newSalt: () => "f".repeat(32) });
    expect(open.document().entries).toMatchObject([first]);
    await open.append(second);
    expect(stored()).toMatchObject({ salt: SALT, entries: [{ run: RUN }, { run: OTHER, sequence: 2 }] });
    expect(open.deadHolder).toBeUndefined();
    await open.close("settled");
  });

  test("writes what is given at once in turn", async () => {
    const open = await opened();
    const entries = await Promise.all(MOVE.map((entry) => open.append(entry)));
    expect(entries.map(({ sequence }) => sequence)).toEqual(MOVE.map((_, index) => index + 1));
    expect(stored().entries).toEqual(entries);
    await open.close("settled");
  });

  test("lets its lock know of the last entry within a renewal", async () => {
    const open = await opened();
    await open.append(first);
    await clock.advance(5000);
    expect(leases.get(...LOCK)).toMatchObject({ holder: RUN.holder, journalHead: `1 ${stored().entries[0]?.hash}` });
    await open.close("open");
    expect(leases.get(...LOCK)).toMatchObject({ holder: RUN.holder });
  });

  test("keeps secrets out of all that it stores", async () => {
    const open = await opened();
    const value = {
      environment: [
        { name: "PASSWORD", value: 'correct-"horse"' },
        { name: "PIN", value: "4711" },
      ],
    };
    const before = open.withoutSecrets(value, [["environment", "*", "value"]]);
    const intent = {
      kind: "intent",
      step: "s",
      change: "PASSWORD from 4711",
      target: "t",
      before,
      after: before,
    } as const;
    await open.append(intent);
    await open.append({ kind: "failed", step: "s", intent: 1, reason: 'it is "correct-\\"horse\\""', written: "no" });
    await open.append({ kind: "note", text: 'correct-"horse" and Y29ycmVjdC0iaG9yc2Ui' });
    await open.append({ kind: "wait", step: "s", notBefore: "2026-01-01T00:00:00Z", why: "for 4711" });
    const { text = "" } = journals.get(KEY) ?? {};
    expect(text).not.toMatch(/horse|4711|Y29ycmVjdC0i/);
    expect(stored().entries).toMatchObject([
      { change: "PASSWORD from ***", before: { environment: [{ value: { "hmac-sha256": expect.any(String) } }, {}] } },
      { reason: 'it is "***"' },
      { text: "*** and ***" },
      { why: "for ***" },
    ]);
    await open.close("settled");
  });

  test("is closed once", async () => {
    const open = await opened();
    await open.close("settled");
    await expect(open.append(first)).rejects.toThrow("The journal is closed");
    expect(journals.get(KEY)).toBeUndefined();
  });
});

describe("two runs at once", () => {
  test("one goes on, the other says who holds it", async () => {
    const open = await opened();
    const other = failing(opened(OTHER));
    await clock.advance(6000);
    expect(await other).toMatchObject({
      name: "UserError",
      message: `orders in production is being worked on by ${RUN.url} since 2026-01-01T00:00:00.000Z. Nothing was changed. Wait until that run ends, or cancel it, and run this again`,
    });
    await open.append(first);
    await open.close("settled");
  });

  test("a holder without a run is told by its name", async () => {
    const open = await opened({ ...RUN, url: "" });
    const other = failing(opened(OTHER));
    await clock.advance(6000);
    expect((await other).message).toContain(`worked on by ${RUN.holder} since`);
    await open.close("settled");
  });

  test("the other one may wait", async () => {
    const open = await opened();
    const waiting = opened(OTHER, { waitMs: 60_000 });
    await clock.advance(30_000);
    await open.append(first);
    await open.close("settled");
    await clock.advance(1000);
    expect((await waiting).document().entries).toMatchObject([first]);
    await (await waiting).close("settled");
  });

  test("services do not wait for each other", async () => {
    const open = await opened();
    const other = await opened(OTHER, { key: { ...KEY, service: "carts" } });
    await Promise.all([open.append(first), other.append(second)]);
    expect(stored().entries).toMatchObject([first]);
    await Promise.all([open.close("settled"), other.close("settled")]);
  });
});

describe("a holder that died", () => {
  test("loses the lock, with a word in the log and in the journal", async () => {
    const dead = await opened();
    await dead.append(first);
    await dead.close("open");
    const opening = opened(OTHER);
    await clock.advance(16_000);
    const open = await opening;
    expect(open.deadHolder).toMatchObject({ holder: RUN.holder, runUrl: RUN.url });
    expect(lines).toContain(`info: Took the lease ${LOCK[1]} over from ${RUN.url}, which is dead`);
    expect(stored().entries).toMatchObject([
      first,
      { kind: "note", text: `Took the lock over from ${RUN.url}, which died with it`, run: OTHER },
    ]);
    await open.close("settled");
  });

  test("and writes at last finds itself shut out", async () => {
    const dead = await opened();
    await dead.append(first);
    await dead.close("open");
    // A write that it has under way, by what it knows.
    const late = append(stored(), second, { at: clock.now(), run: RUN });
    const { version = "" } = journals.get(KEY) ?? {};
    const opening = opened(OTHER);
    await clock.advance(16_000);
    await (await opening).close("settled");
    expect(await journals.write(KEY, journalText(late), version)).toBe("changed");
  });

  test("and writes while it is taken over is read once more", async () => {
    const dead = await opened();
    await dead.append(first);
    await dead.close("open");
    const late = append(stored(), second, { at: clock.now(), run: RUN });
    let written = false;
    const slow: Journals = {
      ...journals,
      async write(...call) {
        if (!written) journals.put(KEY, journalText(late));
        written = true;
        return journals.write(...call);
      },
    };
    const opening = opened(OTHER, { by: slow });
    await clock.advance(16_000);
    const open = await opening;
    expect(open.document().entries).toMatchObject([first, second, { kind: "note" }]);
    expect(stored()).toEqual(open.document());
    await open.close("settled");
  });

  test("leaves the lock to the next one when the takeover fails", async () => {
    const dead = await opened();
    await dead.close("open");
    journals.mood = "works";
    journals.put(KEY, "{}");
    const opening = failing(opened(OTHER));
    await clock.advance(16_000);
    expect((await opening).name).toBe("UserError");
    expect(leases.get(...LOCK)).toMatchObject({ holder: OTHER.holder, unsettledSince: "2026-01-01T00:00:00.000Z" });
  });
});

describe("nothing is written any more", () => {
  test("when the lock is lost", async () => {
    const open = await opened();
    await open.append(first);
    const lease = leases.get(...LOCK);
    if (lease) leases.put({ ...lease, holder: "them", runUrl: "their run" });
    await clock.advance(6000);
    expect(open.lost.aborted).toBe(true);
    const error = await failing(open.append(second));
    expect(error).toMatchObject({
      name: "StepError",
      message: expect.stringMatching(
        /^The lease .* is lost: their run has taken it from this run\nNothing more is done$/,
      ),
    });
    expect(stored().entries).toHaveLength(1);
    await open.close("settled");
    expect(leases.get(...LOCK)).toMatchObject({ holder: "them" });
  });

  test("when the lock is lost during a write, which is not waited for", async () => {
    const open = await opened();
    journals.mood = "hangs";
    const appending = failing(open.append(first));
    leases.mood = "fails";
    await clock.advance(10_000);
    expect((await appending).message).toMatch(/could not be renewed for 10 s\nNothing more is done$/);
    await open.close("open");
  });

  test("when another one wrote", async () => {
    const open = await opened();
    await open.append(first);
    journals.put(KEY, journalText(journal(MOVE)));
    expect((await failing(open.append(second))).message).toBe(
      "The journal of orders in production was written by another one while this run held its lock\nNothing more is done. Run this again: it finds out what is true now",
    );
    expect(stored()).toEqual(journal(MOVE));
    await open.close("settled");
  });

  test.each(["fails", "loses answers"] as const)("when a write %s", async (mood) => {
    const open = await opened();
    await open.append(first);
    journals.mood = mood;
    const [one, two] = await Promise.all([failing(open.append(second)), failing(open.append(first))]);
    expect(one.message).toBe(`the journals' mood: ${mood}`);
    journals.mood = "works";
    expect(two).toBe(one);
    expect(await failing(open.append(second))).toBe(one);
    await open.close("settled");
    // The next run finds a whole journal, with or without that entry.
    const next = await opened(OTHER);
    expect(next.document().entries).toHaveLength(mood === "fails" ? 1 : 2);
    await next.append(second);
    await next.close("settled");
  });
});

test("who only looks takes no lock", async () => {
  expect(await readJournal(KEY, { journals, leases })).toEqual({ journal: undefined, heldBy: undefined });
  const open = await opened();
  await open.append(first);
  expect(await readJournal(KEY, { journals, leases })).toMatchObject({
    journal: { document: open.document(), version: journals.get(KEY)?.version },
    heldBy: { holder: RUN.holder },
  });
  await open.close("settled");
  expect(await readJournal(KEY, { journals, leases })).toMatchObject({ heldBy: undefined });
});

test("nothing is taken when the run is cancelled while it waits", async () => {
  const open = await opened();
  const cancelled = new AbortController();
  const waiting = failing(opened(OTHER, { waitMs: 60_000, cancelled: cancelled.signal }));
  await clock.advance(5000);
  cancelled.abort(new Error("cancelled"));
  await clock.advance(1000);
  expect(await waiting).toMatchObject({ message: "cancelled" });
  await open.close("settled");
  expect(leases.get(...LOCK)).toMatchObject({ holder: "" });
});
