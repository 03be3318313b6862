import { setTimeout as wait } from "node:timers/promises";
import type { Clock } from "../ports/clock.ts";

export const systemClock: Clock = {
  now: () => new Date(),
  async sleep(milliseconds, signal) {
    // An aborted wait is an early end, not a failure.
    await wait(milliseconds, undefined, signal ? { signal } : {}).catch(() => undefined);
  },
};
