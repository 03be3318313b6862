import type { Clock } from "../../ports/clock.ts";

export type Stopwatch = {
  <T>(part: string, work: () => Promise<T>): Promise<T>;
  parts: { part: string; milliseconds: number }[];
};

/** Measures how long each part of a run takes, also of one that fails. */
export function stopwatch(clock: Clock): Stopwatch {
  const parts: Stopwatch["parts"] = [];
  const timed = async <T>(part: string, work: () => Promise<T>): Promise<T> => {
    const start = clock.now().getTime();
    try {
      return await work();
    } finally {
      parts.push({ part, milliseconds: clock.now().getTime() - start });
    }
  };
  return Object.assign(timed, { parts });
}
