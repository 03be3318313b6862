import { describe, expect, test } from "@jest/globals";
import { runIsDead } from "../../../src/release/pending-run.ts";

const timeoutMs = 300_000;
const at = (minutes: number) => new Date(Date.UTC(2026, 0, 1, 12, minutes));
const pending = { changedAt: at(0).toISOString() };
const holder = (from: number, to: number) => ({
  unsettledSince: at(from).toISOString(),
  renewedAt: at(to).toISOString(),
  durationSeconds: 15,
});

describe("whether the run of a pending release is dead", () => {
  test("it is when it held the Lease and died with it, however young the release is", () => {
    expect(runIsDead(pending, { deadHolder: holder(-1, 1), now: at(1), timeoutMs })).toBe(true);
    // Helm writes whole seconds: what it wrote in the holder's first second can look older.
    const unsettledSince = new Date(at(0).getTime() + 900).toISOString();
    expect(runIsDead(pending, { deadHolder: { ...holder(0, 1), unsettledSince }, now: at(1), timeoutMs })).toBe(true);
  });

  test("a holder that died before or came after says nothing", () => {
    expect(runIsDead(pending, { deadHolder: holder(-9, -5), now: at(1), timeoutMs })).toBe(false);
    expect(runIsDead(pending, { deadHolder: holder(1, 2), now: at(2), timeoutMs })).toBe(false);
  });

  test("without a holder it counts as dead once it is older than the timeout", () => {
    const facts = { deadHolder: undefined, timeoutMs };
    expect(runIsDead(pending, { ...facts, now: at(5) })).toBe(false);
    expect(runIsDead(pending, { ...facts, now: new Date(at(5).getTime() + 1) })).toBe(true);
  });
});
