import type { MoveState } from "./state.ts";

/** Phases that may write. They are what a journal has as `phase`. */
export const WRITING_PHASES = ["prepare", "lower-ttl", "switch-dns", "restore-dns", "rollback"] as const;
export type WritingPhase = (typeof WRITING_PHASES)[number];

/** All phases, by the names that reports have. */
export const PHASES = [...WRITING_PHASES, "status", "plan-dns", "verify-dns"] as const;
export type Phase = (typeof PHASES)[number];

export type PhaseRules = {
  /** Whether it takes back, from the last step to the first. */
  isBack: boolean;
  /** Which steps it has, by their ids. */
  hasStep: (step: string) => boolean;
  /** How far a move is while it lasts, and once it is completed. */
  during: MoveState;
  after: MoveState;
  /** Whether it begins only when the waits are over, and the file's window is open. */
  isTimed: boolean;
  /** What to run for it, in words. */
  command: string;
  /** What leads the other way. */
  other: string;
};

export const PREPARE = "switchover with phase: prepare";
const ROLLBACK = "rollback";
const dns = (command: string) => `actions/dns with command: ${command}`;

const DNS_STEPS = ["lower-ttl", "lower-keep-alive", "switch-dns"];

export const PHASE_RULES: Readonly<Record<WritingPhase, PhaseRules>> = {
  prepare: {
    isBack: false,
    hasStep: (step) => step !== "switch-dns",
    during: "preparing",
    after: "prepared",
    isTimed: false,
    command: PREPARE,
    other: ROLLBACK,
  },
  "lower-ttl": {
    isBack: false,
    hasStep: (step) => step === "lower-ttl" || step === "lower-keep-alive",
    during: "preparing",
    after: "ttl-lowered",
    isTimed: false,
    command: dns("lower-ttl"),
    other: dns("restore"),
  },
  "switch-dns": {
    isBack: false,
    hasStep: (step) => step === "probe-new-side" || step === "switch-dns",
    during: "switching-dns",
    after: "dns-switched",
    isTimed: true,
    command: dns("switch"),
    other: dns("restore"),
  },
  "restore-dns": {
    isBack: true,
    hasStep: (step) => DNS_STEPS.includes(step),
    during: "rolling-back",
    after: "not-started",
    isTimed: false,
    command: dns("restore"),
    other: dns("switch"),
  },
  rollback: {
    isBack: true,
    hasStep: () => true,
    during: "rolling-back",
    after: "not-started",
    isTimed: false,
    command: ROLLBACK,
    other: PREPARE,
  },
};

export function rulesOf(phase: WritingPhase): PhaseRules {
  return PHASE_RULES[phase];
}

export function isWritingPhase(phase: string): phase is WritingPhase {
  return WRITING_PHASES.some((each) => each === phase);
}
