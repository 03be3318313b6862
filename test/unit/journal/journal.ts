import { append, newDocument } from "../../../src/journal/document.ts";
import type { JournalKey } from "../../../src/journal/journal-key.ts";
import type { JournalDocument, NewEntry } from "../../../src/journal/schema.ts";

export const KEY: JournalKey = { environment: "production", service: "orders" };
export const SALT = "00112233445566778899aabbccddeeff";
export const RUN = {
  actor: "octocat",
  url: "https://github.com/casaone/shop/actions/runs/1/attempts/1",
  holder: "https://github.com/casaone/shop/actions/runs/1/attempts/1#a",
};
export const ZONE = "Z1/orders.example.com/A";

/** Enough of a move: the TTL lowered, a write whose end is not known, and a wait. */
export const MOVE: NewEntry[] = [
  { kind: "phase-started", phase: "prepare", planHash: "abc" },
  {
    kind: "intent",
    step: "lower-ttl",
    change: "TTL of orders.example.com: 300 → 60",
    target: ZONE,
    before: { ttl: 300, values: ["192.0.2.1"] },
    after: { ttl: 60, values: ["192.0.2.1"] },
  },
  { kind: "done", step: "lower-ttl", intent: 2, found: false },
  { kind: "wait", step: "lower-ttl", notBefore: "2026-01-01T00:05:00.000Z", why: "the old TTL of 300 s" },
  {
    kind: "intent",
    step: "deploy",
    change: "deploy orders",
    target: "release/orders",
    before: null,
    after: { revision: 1 },
  },
  { kind: "failed", step: "deploy", intent: 5, reason: "no answer", written: "unknown" },
  { kind: "phase-ended", phase: "prepare", outcome: "failed", next: "phase: prepare", closes: false },
];

/** A journal with these entries, a second apart. */
export function journal(entries: readonly NewEntry[] = MOVE, key = KEY): JournalDocument {
  const start = Date.parse("2026-01-01T00:00:00.000Z");
  return entries.reduce(
    (document, entry, index) => append(document, entry, { at: new Date(start + index * 1000), run: RUN }),
    newDocument(key, { at: new Date(start), salt: SALT }),
  );
}
