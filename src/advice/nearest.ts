/** The word that is most like `text`, or `undefined` when none is like it. */
export function nearest<T extends string>(text: string, words: readonly T[]): T | undefined {
  const wanted = text.toLowerCase().replace(/[\s_]+/g, "-");
  const [best] = words
    .map((word) => ({ word, distance: distance(wanted, word.toLowerCase()) }))
    .filter(({ word, distance: far }) => far <= Math.max(1, Math.floor(word.length / 3)))
    .toSorted((a, b) => a.distance - b.distance);
  return best?.word;
}

/**
 * How many letters have to be put in, taken out, replaced, or swapped with their neighbour:
 * https://en.wikipedia.org/wiki/Damerau%E2%80%93Levenshtein_distance
 */
function distance(a: string, b: string): number {
  const [from, to] = [Array.from(a), Array.from(b)];
  let before: number[] = [];
  let row = Array.from({ length: to.length + 1 }, (_, at) => at);
  for (const [i, letter] of from.entries()) {
    const next = [i + 1];
    for (const [j, other] of to.entries()) {
      const isSwapped = i > 0 && j > 0 && letter === to[j - 1] && from[i - 1] === other;
      const changed = (row[j] ?? 0) + (letter === other ? 0 : 1);
      const swapped = isSwapped ? (before[j - 1] ?? 0) + 1 : changed;
      next.push(Math.min((next[j] ?? 0) + 1, (row[j + 1] ?? 0) + 1, changed, swapped));
    }
    [before, row] = [row, next];
  }
  return row[to.length] ?? 0;
}
