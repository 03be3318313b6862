import type { Entry } from "../journal/schema.ts";
import { isWritingPhase, PHASE_RULES } from "./phases.ts";

/**
 * What a move has done since it was taken back for the last time, DNS and waits at least: every way back has these. One that did not
 * come to its end has not taken all back.
 */
export function sinceBack(move: readonly Entry[]): readonly Entry[] {
  const back = move.findLastIndex((entry) => {
    if (entry.kind !== "phase-ended" || entry.outcome !== "completed" || !isWritingPhase(entry.phase)) return false;
    return PHASE_RULES[entry.phase].isBack;
  });
  return move.slice(back + 1);
}
