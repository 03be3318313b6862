import type { JsonValue } from "../journal/canonical-json.ts";

/** One write to the world, as data: it can be shown, hashed, kept, and compared with what is true when it is made. */
export type Change = {
  /** The step that makes it, such as `deploy-suspended`. */
  step: string;
  /** What is written to, by a name that is the same in each run: `release commerce/orders`, an ARN, `zone/name/type`. */
  target: string;
  /** What is done, in words, as a command: "deploy release orders to namespace commerce". */
  words: string;
  /** What is there now, and what the write expects to be there; null: nothing. Without counts, times and statuses. */
  before: JsonValue;
  after: JsonValue;
};

/** What a step would do for one service. */
export type StepPlan = {
  step: string;
  /** What the step is, in words, as a command: "probe the new side". */
  title: string;
  changes: Change[];
  /** What is so already, in words. */
  already: string[];
  /** Why it cannot be done now, each with what to do; empty when it can. */
  problems: string[];
  /** What somebody else has changed of what this move has made, in words; absent where nothing is, or the engine finds it out itself. */
  foreign?: string[];
  /** What somebody else has to do first, in words: until then the phase does not come to its end. Absent: nothing. */
  open?: string[];
  /** Why it must not be carried out yet, each with what to do first; no obstacle to a plan. Absent: it may. */
  early?: string[];
  /** What whoever reads the plan should know, in words; absent where there is nothing. */
  warnings?: string[];
  /** How long the phase after it has to wait for its changes once they are made, in milliseconds; absent: not at all. */
  waitMs?: number;
};

/** What a phase would do for one service, in the order in which it is done. */
export type ServicePlan = { service: string; steps: StepPlan[] };

export function changesOf({ steps }: Pick<ServicePlan, "steps">): Change[] {
  return steps.flatMap(({ changes }) => changes);
}
