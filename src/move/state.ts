import type { Entry } from "../journal/schema.ts";

/** How far the move of a service is, from the least advanced on. */
export const MOVE_STATES = ["not-started", "rolling-back", "preparing", "prepared"] as const;
export type MoveState = (typeof MOVE_STATES)[number];

/**
 * How far a move is, by its journal.
 * @param move the entries of the move that is under way: none where there is none
 */
export function stateOf(move: readonly Entry[]): MoveState {
  const phases = move.filter((entry) => entry.kind === "phase-started" || entry.kind === "phase-ended");
  const last = phases.at(-1);
  if (last === undefined) return "not-started";
  if (last.phase === "rollback") return "rolling-back";
  return last.kind === "phase-ended" && last.outcome === "completed" ? "prepared" : "preparing";
}

/** The state of several services: that of the least advanced one. */
export function leastOf(states: readonly MoveState[]): MoveState {
  return MOVE_STATES.find((state) => states.includes(state)) ?? "not-started";
}

export const PREPARE = "switchover with phase: prepare";

const WAYS: Readonly<Record<MoveState, { next: string; back: string }>> = {
  "not-started": { next: PREPARE, back: "" },
  "rolling-back": { next: "rollback", back: PREPARE },
  preparing: { next: PREPARE, back: "rollback" },
  // The phases after it come with later releases.
  prepared: { next: "", back: "rollback" },
};

/** What to run next to get on, and to get back, in words; empty where there is nothing to do. */
export function waysFrom(state: MoveState): { next: string; back: string } {
  return WAYS[state];
}
