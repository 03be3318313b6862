/** Tells for an offset in a text where it is. Lines and columns count from 1. */
export type LinePlaces = (offset: number) => { line: number; column: number };

/** The library's own counter knows only the lines that it came to, which an error may be beyond. */
export function linePlaces(text: string): LinePlaces {
  const starts = [0, ...[...text.matchAll(/\n/g)].map(({ index }) => index + 1)];
  return (offset) => {
    let [low, high] = [0, starts.length];
    while (high - low > 1) {
      const middle = (low + high) >> 1;
      if ((starts[middle] ?? 0) <= offset) low = middle;
      else high = middle;
    }
    return { line: low + 1, column: offset - (starts[low] ?? 0) + 1 };
  };
}
