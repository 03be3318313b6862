import type { Clock } from "../../../src/ports/clock.ts";

export type FakeClock = Clock & {
  /** Lets time pass: whoever sleeps wakes in turn, and does all it can do at once before the next one wakes. */
  advance(milliseconds: number): Promise<void>;
  /** How many sleep now. */
  sleeping(): number;
};

/** A clock that stands still until the test advances it. */
export function fakeClock(start = "2026-01-01T00:00:00.000Z"): FakeClock {
  let now = Date.parse(start);
  const sleepers = new Set<{ at: number; wake: () => void }>();
  return {
    now: () => new Date(now),
    async sleep(milliseconds, signal) {
      if (signal?.aborted) return;
      await new Promise<void>((resolve) => {
        const sleeper = {
          at: now + Math.max(0, milliseconds),
          wake: () => {
            sleepers.delete(sleeper);
            signal?.removeEventListener("abort", sleeper.wake);
            resolve();
          },
        };
        sleepers.add(sleeper);
        signal?.addEventListener("abort", sleeper.wake);
      });
    },
    async advance(milliseconds) {
      const end = now + milliseconds;
      await settled();
      for (;;) {
        const [next] = [...sleepers].filter(({ at }) => at <= end).toSorted((a, b) => a.at - b.at);
        if (next === undefined) break;
        now = next.at;
        next.wake();
        await settled();
      }
      now = end;
    },
    sleeping: () => sleepers.size,
  };
}

/** Promises that need nothing from outside are through by the next turn of the event loop. */
async function settled(): Promise<void> {
  await new Promise((resolve) => {
    setImmediate(resolve);
  });
}
