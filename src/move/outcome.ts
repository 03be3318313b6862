import type { StepPlan } from "./change.ts";
import type { Phase } from "./phases.ts";
import type { MoveState } from "./state.ts";

/** What became of one change. */
export type ChangeOutcome = "planned" | "made" | "found-made" | "failed" | "not-begun";

export type TimedEvent = {
  /** RFC 3339, UTC. */
  from: string;
  to: string;
  step: string;
  words: string;
  outcome: "made" | "found-made" | "failed" | "verified";
};

/** A phase for one service, as the report tells it. */
export type ServiceOutcome = {
  service: string;
  state: MoveState;
  steps: (StepPlan & {
    /** In the order of `changes`. */
    outcomes: ChangeOutcome[];
    /** What was found true after its changes, in words; empty where it did not come that far. */
    verified: string;
  })[];
  /** What was done and when, in this run. */
  events: TimedEvent[];
  /** Before this the next phase refuses; RFC 3339, UTC. */
  readyAt: string | undefined;
  /** Why it stopped, where it did. */
  failure: string | undefined;
  /** Who holds its lock, where another run does: an address, or a name. */
  heldBy: string | undefined;
};

/** A phase, as the report tells it. */
export type PhaseOutcome = {
  phase: Phase;
  environment: string;
  dryRun: boolean;
  /** Empty for `status`, which plans nothing. */
  planHash: string;
  /** The least advanced one of its services. */
  state: MoveState;
  /** The latest of its services; absent where nothing is to be waited for. */
  readyAt: string | undefined;
  /** What to run to get on, and what to get back; empty where there is nothing to do. */
  next: string;
  back: string;
  services: ServiceOutcome[];
  /** Where the journals are, such as `s3://bucket/k8s-migrate/production/`. */
  journals: string;
};
