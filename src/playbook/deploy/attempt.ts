import { describeError } from "../../errors.ts";
import type { Log } from "../../ports/log.ts";

/** For what only reports: it may fail with a warning, since the result stands by then. */
export async function attempt<T>(what: string, log: Log, work: () => Promise<T>): Promise<T | undefined> {
  try {
    return await work();
  } catch (error) {
    log.warn(`Could not ${what}: ${describeError(error)}`);
    return undefined;
  }
}
