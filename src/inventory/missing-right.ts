import { OutsideError, type OutsideFailure } from "../errors.ts";

/** A login lacks the right to read something. What can be done without it goes on. */
export class MissingRight extends OutsideError {
  /** The right as IAM names it, such as `ecs:ListServices`. */
  readonly action: string;

  constructor(action: string, failure: OutsideFailure) {
    super(failure);
    this.action = action;
  }
}
