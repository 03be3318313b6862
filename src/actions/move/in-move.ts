import type { ActionsIo } from "../../adapters/github/actions-io.ts";
import { makePrivateFolder, removePrivateFolder } from "../../adapters/private-folder.ts";
import { describeError, UserError } from "../../errors.ts";
import { notRunSummary } from "../../playbook/report/move-summary.ts";
import { cancellation } from "../cancellation.ts";

/**
 * Runs the work of a phase with a private folder, which is taken away afterwards, and a signal that fires when the job is cancelled.
 * What it throws has a job summary, too.
 * @param what the phase, in words: "prepare in production"
 */
export async function inMove(
  io: ActionsIo,
  what: string,
  work: (given: { folder: string; stop: AbortSignal }) => Promise<void>,
): Promise<void> {
  const folder = await makePrivateFolder();
  io.keep("folder", folder);
  const cancelled = cancellation((signal) => io.log.info(`Got ${signal}: stopping at the next step`));
  try {
    await work({ folder, stop: cancelled.signal });
  } catch (error) {
    await io.summary(notRunSummary(what, { error: describeError(error), refused: error instanceof UserError }));
    throw error;
  } finally {
    cancelled.end();
    await removePrivateFolder(folder);
  }
}
