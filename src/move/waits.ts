import type { Wait } from "../journal/history.ts";
import type { Entry } from "../journal/schema.ts";
import { isWritingPhase, PHASE_RULES } from "./phases.ts";

/** What has to be waited for, of those waits the one that ends last. */
export type Ready = { at: Date; why: string };

/**
 * When what a move has prepared is ready; undefined where nothing is to be waited for. Of each step the last wait counts, and none
 * that was taken back.
 */
export function readyOf(move: readonly Entry[]): Ready | undefined {
  const back = move.findLastIndex((entry) => {
    return entry.kind === "phase-started" && isWritingPhase(entry.phase) && PHASE_RULES[entry.phase].isBack;
  });
  const waits = move.slice(back + 1).filter((entry): entry is Wait => entry.kind === "wait");
  const last = new Map(waits.map((wait) => [wait.step, wait]));
  return [...last.values()]
    .map(({ notBefore, why }) => ({ at: new Date(notBefore), why }))
    .toSorted((a, b) => a.at.getTime() - b.at.getTime())
    .at(-1);
}

/** Whether a step has written since its last wait was noted, so that there is a new one. */
export function hasNewWait(move: readonly Entry[], step: string): boolean {
  const last = (kind: Entry["kind"]) =>
    move.findLastIndex((entry) => entry.kind === kind && "step" in entry && entry.step === step);
  return last("done") > last("wait");
}
