import type { Clock } from "../../ports/clock.ts";

const SECOND_MS = 1000;

/**
 * Keeps requests to so many a second. One counts until a second after its answer: so they are not too many for who receives them either,
 * however long they take to get there.
 *
 * @param perSecond `Infinity`: as they come
 */
export function requestRate(perSecond: number, clock: Clock): <Answer>(ask: () => Promise<Answer>) => Promise<Answer> {
  if (perSecond === Number.POSITIVE_INFINITY) return (ask) => ask();
  // From when on each of them may be used; one that is under way has no time yet.
  const free: number[] = Array.from({ length: perSecond }, () => 0);
  let line: Promise<void> = Promise.resolve();
  let answered = (): void => undefined;

  async function take(): Promise<void> {
    if (free.length === 0) {
      await new Promise<void>((resolve) => {
        answered = resolve;
      });
    }
    const first = free.shift() ?? 0;
    const pauseMs = first - clock.now().getTime();
    if (pauseMs > 0) await clock.sleep(pauseMs);
  }

  return async (ask) => {
    const mine = line.then(take);
    line = mine;
    await mine;
    try {
      return await ask();
    } finally {
      free.push(clock.now().getTime() + SECOND_MS);
      answered();
    }
  };
}
