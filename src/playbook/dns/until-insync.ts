import { formatDuration } from "../../duration/duration.ts";
import { StepError } from "../../errors.ts";
import type { DnsPorts } from "./dns-ports.ts";

const LOOK_AGAIN_MS = 4000;
/** Usually it takes a minute: https://docs.aws.amazon.com/Route53/latest/APIReference/API_GetChange.html */
const LIMIT_MS = 10 * 60_000;

/**
 * Waits until all name servers of Route 53 have these changes.
 * @throws StepError when they do not have them in ten minutes, or it is stopped
 */
export async function untilInsync(
  changes: readonly string[],
  { records, clock }: Pick<DnsPorts, "records" | "clock">,
  stop: AbortSignal,
): Promise<void> {
  const end = clock.now().getTime() + LIMIT_MS;
  for (const change of changes) {
    while ((await records.status(change)) !== "INSYNC") {
      if (clock.now().getTime() >= end) {
        throw new StepError([
          `Route 53 has not brought change ${change} to all of its name servers in ${formatDuration(LIMIT_MS)}`,
          "The records are changed all the same. Run this again: it goes on with looking",
        ]);
      }
      await clock.sleep(LOOK_AGAIN_MS, stop);
      if (stop.aborted) throw new StepError(["Stopped while waiting for the name servers of Route 53"]);
    }
  }
}
