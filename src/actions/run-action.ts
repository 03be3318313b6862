import { type ActionsIo, actionsIo } from "../adapters/github/actions-io.ts";
import { describeError } from "../errors.ts";

/** Runs an action's shell: whatever it throws becomes the one error of the step. */
export async function runAction(shell: (io: ActionsIo) => Promise<void>): Promise<void> {
  const io = actionsIo();
  try {
    await shell(io);
  } catch (error) {
    io.fail(describeError(error));
  }
}
