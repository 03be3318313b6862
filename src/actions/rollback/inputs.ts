import type { ActionsIo } from "../../adapters/github/actions-io.ts";
import { UserError } from "../../errors.ts";
import { type MoveInputs, readMoveInputs } from "../move/move-inputs.ts";

/** Reads all inputs of `rollback`. Fails with one `UserError` that lists every problem. */
export function readRollbackInputs(io: ActionsIo): MoveInputs {
  const problems: string[] = [];
  const inputs = readMoveInputs(io, problems);
  const error = UserError.fromProblems("Inputs of rollback:", problems);
  if (error) throw error;
  return inputs;
}
