import { StepError } from "../../errors.ts";
import type { JsonValue } from "../../journal/canonical-json.ts";
import type { Entry } from "../../journal/schema.ts";
import type { Service } from "../../migration-file/migration.ts";
import type { Change, StepPlan } from "../../move/change.ts";

/**
 * A step has found, before it wrote any more, that what it has written must not stay. The engine takes the step back, and the phase
 * fails with this.
 */
export class AbortedStepError extends StepError {}

/**
 * One step of a phase, for one service at a time. It plans by reading the world, never by what was done before: so a plan and the
 * run that carries it out go the same path, and a run that was cut goes on where the world is.
 */
export type Step = {
  /** The name that the journal has, such as `deploy-suspended`. */
  id: string;
  /**
   * What has to be changed, by what is there now. Writes nothing.
   * @param move the entries of the move that is under way
   * @param look `isLocked`: nothing of what was read before counts, since this is what will be carried out
   */
  plan(service: Service, move: readonly Entry[], look: { isLocked: boolean }): Promise<StepPlan>;
  /**
   * Makes one change of a plan, or of `undo`.
   * @returns what was done, in words
   * @throws UserError when nothing was written; any other error may have come in the middle
   */
  apply(change: Change, service: Service, stop: AbortSignal): Promise<string>;
  /**
   * Finds out whether it is as it shall be after all changes, and waits for it where that takes a while.
   * @returns what was found, in words
   * @throws StepError when it is not so
   */
  verify?(service: Service, stop: AbortSignal): Promise<string>;
  /**
   * How long what comes later has to wait for what the step has written, given that it was found true at `now`.
   * @param move with all that was written
   */
  waitFor?(service: Service, move: readonly Entry[], now: Date): { notBefore: Date; why: string } | undefined;
  /** What takes the step back, by what is there now; nothing where the move has not begun it. */
  undo(service: Service, move: readonly Entry[]): Promise<StepPlan>;
  /** The same where it has aborted: only what it has written itself. Where it is not there, `undo`. */
  takeBack?(service: Service, move: readonly Entry[]): Promise<StepPlan>;
  /** The same as `verify`, after the changes of `undo`. */
  verifyUndo?(service: Service, stop: AbortSignal): Promise<string>;
  /**
   * What somebody else has changed since this move wrote it, in words. Where a step has no such rule, each difference.
   * @param state.made what the journal says that was made; `now` is there, and `wanted` shall be
   */
  foreign?(state: { made: JsonValue; now: JsonValue; wanted: JsonValue }): string[];
};
