import type { JsonValue } from "./canonical-json.ts";
import type { Entry, JournalDocument } from "./schema.ts";

type OfKind<K extends Entry["kind"]> = Extract<Entry, { kind: K }>;
export type Intent = OfKind<"intent">;
export type Wait = OfKind<"wait">;

/** The entries of the move that is under way: those after the last phase that closed one. Empty between two moves. */
export function currentMove({ entries }: Pick<JournalDocument, "entries">): Entry[] {
  return entries.slice(entries.findLastIndex((entry) => entry.kind === "phase-ended" && entry.closes) + 1);
}

/**
 * Writes that were begun and of which nothing says how they ended, oldest first: whether they were made is to be seen in the
 * world. A write that failed stays open unless it is known not to have been made.
 */
export function openIntents(document: Pick<JournalDocument, "entries">): Intent[] {
  const move = currentMove(document);
  const ended = new Set(move.map(endedIntent));
  return move.filter((entry): entry is Intent => entry.kind === "intent" && !ended.has(entry.sequence));
}

function endedIntent(entry: Entry): number | undefined {
  if (entry.kind === "done") return entry.intent;
  return entry.kind === "failed" && entry.written === "no" ? entry.intent : undefined;
}

/**
 * What was at the target before this move wrote to it for the first time: what a rollback puts back. `undefined` when it was
 * never meant to be written; null when it was not there.
 * @param step only what this step wrote
 */
export function preImageOf(
  document: Pick<JournalDocument, "entries">,
  target: string,
  step?: string,
): JsonValue | undefined {
  const first = currentMove(document).find(
    (entry): entry is Intent =>
      entry.kind === "intent" && entry.target === target && (step ?? entry.step) === entry.step,
  );
  return first?.before;
}

/** The wait of this move that was written last, of this step where one is given; `undefined` when there is none. */
export function latestWait(document: Pick<JournalDocument, "entries">, step?: string): Wait | undefined {
  return currentMove(document).findLast(
    (entry): entry is Wait => entry.kind === "wait" && (step ?? entry.step) === entry.step,
  );
}

/** The writes of a step that were made, of each target the last one. */
export function lastMade(move: readonly Entry[], step: string): Intent[] {
  const done = new Set(move.flatMap((entry) => (entry.kind === "done" ? [entry.intent] : [])));
  const made = move.filter(
    (entry): entry is Intent => entry.kind === "intent" && entry.step === step && done.has(entry.sequence),
  );
  return [...new Map(made.map((intent) => [intent.target, intent])).values()];
}
