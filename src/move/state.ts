import type { Entry } from "../journal/schema.ts";
import { isWritingPhase, PHASE_RULES, PREPARE } from "./phases.ts";

/** How far the move of a service is, from the least advanced on. */
export const MOVE_STATES = [
  "not-started",
  "rolling-back",
  "preparing",
  "ttl-lowered",
  "prepared",
  "switching-dns",
  "dns-switched",
] as const;
export type MoveState = (typeof MOVE_STATES)[number];

/**
 * How far a move is, by its journal.
 * @param move the entries of the move that is under way: none where there is none
 */
export function stateOf(move: readonly Entry[]): MoveState {
  let state: MoveState = "not-started";
  let withoutDns: MoveState = "not-started";
  for (const entry of move) {
    if ((entry.kind !== "phase-started" && entry.kind !== "phase-ended") || !isWritingPhase(entry.phase)) continue;
    const { isBack, during, after, hasStep } = PHASE_RULES[entry.phase];
    const isOver = entry.kind === "phase-ended" && entry.outcome === "completed";
    if (isBack) {
      state = isOver ? (hasStep("deploy-suspended") ? after : withoutDns) : during;
      continue;
    }
    // Who prepares anew what was switched has not gone back by that.
    if (rank(state) > rank(after)) continue;
    state = isOver ? after : during;
    if (hasStep("deploy-suspended")) withoutDns = state;
  }
  return state;
}

/** The state of several services: that of the least advanced one. */
export function leastOf(states: readonly MoveState[]): MoveState {
  return MOVE_STATES.find((state) => states.includes(state)) ?? "not-started";
}

function rank(state: MoveState): number {
  return MOVE_STATES.indexOf(state);
}

/** What to run next to get on, and to get back, in words; empty where there is nothing to do. */
export function waysFrom(state: MoveState): { next: string; back: string } {
  const { rollback, "switch-dns": switchDns } = PHASE_RULES;
  const ways: Readonly<Record<MoveState, { next: string; back: string }>> = {
    "not-started": { next: PREPARE, back: "" },
    "rolling-back": { next: rollback.command, back: rollback.other },
    preparing: { next: PREPARE, back: rollback.command },
    "ttl-lowered": { next: switchDns.command, back: switchDns.other },
    // The phases after it come with later releases.
    prepared: { next: "", back: rollback.command },
    "switching-dns": { next: switchDns.command, back: switchDns.other },
    "dns-switched": { next: "", back: switchDns.other },
  };
  return ways[state];
}
