import { expect, test } from "@jest/globals";
import { currentMove, latestWait, openIntents, preImageOf } from "../../../src/journal/history.ts";
import type { NewEntry } from "../../../src/journal/schema.ts";
import { journal, MOVE, ZONE } from "./journal.ts";

const closed: NewEntry = { kind: "phase-ended", phase: "finish", outcome: "completed", next: "", closes: true };
const again: NewEntry = {
  kind: "intent",
  step: "restore-ttl",
  change: "TTL of orders.example.com: 60 → 300",
  target: ZONE,
  before: { ttl: 60 },
  after: { ttl: 300 },
};

test("intents are open until it is known how they ended", () => {
  expect(open(MOVE.slice(0, 2))).toEqual([2]);
  expect(open(MOVE.slice(0, 3))).toEqual([]);
  expect(open(MOVE.slice(0, 5))).toEqual([5]);
  expect(open(MOVE)).toEqual([5]);
  expect(open([...MOVE, { kind: "done", step: "deploy", intent: 5, found: true }])).toEqual([]);
  expect(open([...MOVE, { kind: "failed", step: "deploy", intent: 5, reason: "refused", written: "no" }])).toEqual([]);
  expect(open([...MOVE, { kind: "failed", step: "deploy", reason: "no plan", written: "no" }])).toEqual([5]);
  expect(open([...MOVE, again])).toEqual([5, 8]);
});

test("the pre-image is that of the first write of this move", () => {
  const document = journal([...MOVE, again]);
  expect(preImageOf(document, ZONE)).toEqual({ ttl: 300, values: ["192.0.2.1"] });
  expect(preImageOf(document, ZONE, "restore-ttl")).toEqual({ ttl: 60 });
  expect(preImageOf(document, "release/orders")).toBeNull();
  expect(preImageOf(document, "release/carts")).toBeUndefined();
  expect(preImageOf(document, ZONE, "deploy")).toBeUndefined();
});

test("the wait is the last one of this move, and of the step where one is asked for", () => {
  const longer: NewEntry = { kind: "wait", step: "tail", notBefore: "2026-01-01T01:00:00.000Z", why: "the tail" };
  const document = journal([...MOVE, longer]);
  expect(latestWait(document)).toMatchObject({ step: "tail", notBefore: "2026-01-01T01:00:00.000Z" });
  expect(latestWait(document, "lower-ttl")).toMatchObject({ notBefore: "2026-01-01T00:05:00.000Z" });
  expect(latestWait(document, "deploy")).toBeUndefined();
  expect(latestWait(journal([]))).toBeUndefined();
});

test("a move that is over says nothing of the next one", () => {
  const between = journal([...MOVE, closed]);
  expect(currentMove(between)).toEqual([]);
  expect(openIntents(between)).toEqual([]);
  expect(latestWait(between)).toBeUndefined();
  expect(preImageOf(between, ZONE)).toBeUndefined();
  const next = journal([...MOVE, closed, again]);
  expect(currentMove(next).map(({ sequence }) => sequence)).toEqual([9]);
  expect(preImageOf(next, ZONE)).toEqual({ ttl: 60 });
});

function open(entries: readonly NewEntry[]): number[] {
  return openIntents(journal(entries)).map(({ sequence }) => sequence);
}
