import type { Wait } from "../journal/history.ts";
import type { Entry } from "../journal/schema.ts";
import { sinceBack } from "./since-back.ts";

/** Steps whose writes have to be waited for. */
const WAITED_FOR = ["lower-ttl", "lower-keep-alive"];

/** What has to be waited for, of those waits the one that ends last. */
export type Ready = { at: Date; why: string };

/**
 * When what a move has prepared is ready; undefined where nothing is to be waited for. Of each step the last wait counts, and none
 * that was taken back.
 */
export function readyOf(move: readonly Entry[]): Ready | undefined {
  const waits = sinceBack(move).filter((entry): entry is Wait => entry.kind === "wait");
  const last = new Map(waits.map((wait) => [wait.step, wait]));
  return [...last.values()]
    .map(({ notBefore, why }) => ({ at: new Date(notBefore), why }))
    .toSorted((a, b) => a.at.getTime() - b.at.getTime())
    .at(-1);
}

/** The steps that have written, and did not come so far as to say how long that has to be waited for. */
export function unwaited(move: readonly Entry[]): string[] {
  const entries = sinceBack(move);
  const notMade = new Set(
    entries.flatMap((entry) => (entry.kind === "failed" && entry.written === "no" ? [entry.intent] : [])),
  );
  return WAITED_FOR.filter((step) => {
    const isOf = (entry: Entry) => "step" in entry && entry.step === step;
    const wait = entries.findLastIndex((entry) => entry.kind === "wait" && isOf(entry));
    return entries.some(
      (entry, index) => index > wait && entry.kind === "intent" && isOf(entry) && !notMade.has(entry.sequence),
    );
  });
}

/** Whether a step has written since its last wait was noted, so that there is a new one. */
export function hasNewWait(move: readonly Entry[], step: string): boolean {
  const last = (kind: Entry["kind"]) =>
    move.findLastIndex((entry) => entry.kind === kind && "step" in entry && entry.step === step);
  return last("done") > last("wait");
}
