/** One way of doing what is measured; gives the milliseconds of one run. */
export type Lane = { name: string; run: (round: number) => Promise<number> };

/** Milliseconds of each counted round, in their order. */
export type Times = { name: string; times: number[] };

/**
 * Runs all lanes in turn, `rounds` times, so that a busy moment of the machine hits all alike; each round starts with the
 * next lane, so that none is always first. One round more goes before, and does not count: it fills caches and installs.
 */
export async function takeTurns(lanes: readonly Lane[], rounds: number): Promise<Times[]> {
  const results = lanes.map(({ name }): Times => ({ name, times: [] }));
  for (let round = 0; round <= rounds; round++) {
    for (let turn = 0; turn < lanes.length; turn++) {
      const index = (turn + round) % lanes.length;
      const time = await lanes[index]?.run(round);
      if (round > 0 && time !== undefined) results[index]?.times.push(time);
    }
  }
  return results;
}

/** The value in the middle; `0` for an empty list. */
export function median(values: readonly number[]): number {
  return quantile(values, 0.5);
}

/** The value below which that share of all lies, between 0 and 1; interpolated. */
export function quantile(values: readonly number[], share: number): number {
  const sorted = values.toSorted((a, b) => a - b);
  const at = (sorted.length - 1) * share;
  const low = sorted[Math.floor(at)] ?? 0;
  const high = sorted[Math.ceil(at)] ?? low;
  return low + (high - low) * (at - Math.floor(at));
}

/** `times` beside `base`, round by round: the median of the ratios and of the differences. */
export function compare(base: readonly number[], times: readonly number[]): { ratio: number; differenceMs: number } {
  return {
    ratio: median(times.map((time, round) => time / (base[round] ?? time))),
    differenceMs: median(times.map((time, round) => time - (base[round] ?? time))),
  };
}
