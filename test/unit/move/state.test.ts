import { describe, expect, test } from "@jest/globals";
import type { Entry } from "../../../src/journal/schema.ts";
import type { WritingPhase } from "../../../src/move/phases.ts";
import { stateOf, waysFrom } from "../../../src/move/state.ts";
import { hasNewWait, readyOf, unwaited } from "../../../src/move/waits.ts";

type Told = Partial<Entry> & { kind: Entry["kind"] };

/** Entries with only what is looked at. */
function entries(...told: Told[]): Entry[] {
  return told.map((entry, index) => ({ sequence: index + 1, ...entry }) as Entry);
}

const begun = (phase: WritingPhase): Told => ({ kind: "phase-started", phase });
const ended = (phase: WritingPhase, outcome: "completed" | "failed" = "completed"): Told => ({
  kind: "phase-ended",
  phase,
  outcome,
});
const whole = (phase: WritingPhase): Told[] => [begun(phase), ended(phase)];
const wait = (step: string, notBefore: string): Told => ({ kind: "wait", step, notBefore, why: `wait of ${step}` });

describe("how far a move is", () => {
  test.each<[string, Told[], string]>([
    ["nothing", [], "not-started"],
    ["prepare began", [begun("prepare")], "preparing"],
    ["prepare failed", [begun("prepare"), ended("prepare", "failed")], "preparing"],
    ["prepared", whole("prepare"), "prepared"],
    ["only the TTL is lowered", whole("lower-ttl"), "ttl-lowered"],
    ["the TTL is lowered once more after prepare", [...whole("prepare"), ...whole("lower-ttl")], "prepared"],
    ["switch began", [...whole("prepare"), begun("switch-dns")], "switching-dns"],
    ["switched", [...whole("prepare"), ...whole("switch-dns")], "dns-switched"],
    [
      "prepared anew after the switch",
      [...whole("prepare"), ...whole("switch-dns"), ...whole("prepare")],
      "dns-switched",
    ],
    ["restore began", [...whole("switch-dns"), begun("restore-dns")], "rolling-back"],
    ["restored, with nothing else done", [...whole("lower-ttl"), ...whole("restore-dns")], "not-started"],
    [
      "restored, with the deploy left",
      [...whole("prepare"), ...whole("switch-dns"), ...whole("restore-dns")],
      "prepared",
    ],
    ["rolled back", [...whole("prepare"), ...whole("switch-dns"), ...whole("rollback")], "not-started"],
  ])("%s", (_, told, state) => {
    expect(stateOf(entries(...told))).toBe(state);
  });

  test("of every state there is a way on or a way back", () => {
    expect(waysFrom("switching-dns")).toEqual({
      next: "actions/dns with command: switch",
      back: "actions/dns with command: restore",
    });
    expect(waysFrom("dns-switched").back).toBe("actions/dns with command: restore");
  });
});

describe("what is waited for", () => {
  test("the wait that ends last, of each step the last one", () => {
    const move = entries(
      wait("lower-ttl", "2026-01-01T05:00:00Z"),
      wait("lower-ttl", "2026-01-01T01:00:00Z"),
      wait("lower-keep-alive", "2026-01-01T02:00:00Z"),
    );
    expect(readyOf(move)).toEqual({ at: new Date("2026-01-01T02:00:00Z"), why: "wait of lower-keep-alive" });
  });

  test("none that was taken back", () => {
    const waits = wait("lower-ttl", "2026-01-01T05:00:00Z");
    expect(readyOf(entries(waits, ...whole("restore-dns")))).toBeUndefined();
    // One that did not come to its end may have left the TTL as it is.
    expect(readyOf(entries(waits, begun("restore-dns"), ended("restore-dns", "failed")))).toBeDefined();
  });

  test("a write of which nobody noted how long to wait is told", () => {
    const intent = { kind: "intent", step: "lower-ttl" } as Told;
    expect(unwaited(entries(intent))).toEqual(["lower-ttl"]);
    expect(unwaited(entries(intent, wait("lower-ttl", "2026-01-01T05:00:00Z")))).toEqual([]);
    const notMade = { kind: "failed", step: "lower-ttl", intent: 1, written: "no" } as Told;
    expect(unwaited(entries(intent, notMade))).toEqual([]);
  });

  test("a step has a new wait once it has written, until that is noted", () => {
    const done = { kind: "done", step: "lower-ttl" } as Told;
    expect(hasNewWait(entries(done), "lower-ttl")).toBe(true);
    expect(hasNewWait(entries(done, wait("lower-ttl", "2026-01-01T05:00:00Z")), "lower-ttl")).toBe(false);
    expect(hasNewWait(entries(done), "lower-keep-alive")).toBe(false);
  });
});
