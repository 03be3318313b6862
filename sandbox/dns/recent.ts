/**
 * Keeps what `read` gives for `ageMs`: what is asked for is never older, apart from the time that reading takes. Nothing is read
 * while nobody asks.
 */
export function recent<Value>(
  read: () => Promise<Value>,
  ageMs: number,
): { get(): Promise<Value>; renew(): Promise<Value> } {
  let last: Promise<Value> | undefined;
  let until = 0;
  let isReading = false;
  const renew = () => {
    isReading = true;
    const mine = read().finally(() => {
      if (last !== mine) return;
      isReading = false;
      until = Date.now() + ageMs;
    });
    last = mine;
    return mine;
  };
  return { renew, get: async () => (last && (isReading || Date.now() < until) ? last : renew()) };
}
