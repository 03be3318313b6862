import type { ActionsIo } from "../../adapters/github/actions-io.ts";
import { UserError } from "../../errors.ts";
import { choiceInput } from "../deploy/input-forms.ts";
import { type MoveInputs, readMoveInputs } from "../move/move-inputs.ts";
import { checkHelmDriver, readHelmVersion } from "../release-inputs.ts";

export type SwitchoverInputs = MoveInputs & { phase: "prepare" | "status"; helmVersion: string };

/** Reads all inputs of `switchover`. Fails with one `UserError` that lists every problem. */
export function readSwitchoverInputs(io: ActionsIo): SwitchoverInputs {
  const problems: string[] = [];
  const inputs = {
    ...readMoveInputs(io, problems),
    phase: choiceInput(io, "phase", { choices: ["prepare", "status"], problems }),
    helmVersion: readHelmVersion(io, problems),
  };
  checkHelmDriver(problems);
  const error = UserError.fromProblems("Inputs of switchover:", problems);
  if (error) throw error;
  return inputs;
}
