/**
 * The results of `each` for all items, in their order, of which at most that many are under way at once. Once one fails no other
 * is begun.
 */
export async function fewAtATime<Item, Result>(
  items: readonly Item[],
  atOnce: number,
  each: (item: Item) => Promise<Result>,
): Promise<Result[]> {
  const results: Result[] = [];
  const queue = items.entries();
  const state = { failed: false };
  const work = async () => {
    for (const [index, item] of queue) {
      if (state.failed) return;
      try {
        results[index] = await each(item);
      } catch (error) {
        state.failed = true;
        throw error;
      }
    }
  };
  await Promise.all(Array.from({ length: Math.min(atOnce, items.length) }, work));
  return results;
}
