import type { Chain } from "./chain.ts";

/**
 * The last entry of a journal, as the lock keeps it: `12 9f86…`. The lock gets it after the entry is written, so it may lag behind
 * the journal, by what a run wrote before it died, and is never ahead of it: a journal without that entry has lost its end, or is
 * an older one that was put back.
 */
export function headOf({ entries }: Chain): string | undefined {
  const last = entries.at(-1);
  return last && `${last.sequence} ${last.hash}`;
}

/** What is wrong with a journal whose lock has kept this head; undefined when nothing is. */
export function headProblem(chain: Chain | undefined, head: string | undefined): string | undefined {
  if (head === undefined) return undefined;
  const [, number, hash] = /^([1-9]\d*) ([0-9a-f]{64})$/.exec(head) ?? [];
  if (number === undefined) return `its lock says "${head}" of it, which no release of ours writes`;
  const count = Number(number);
  if (chain === undefined) return `it is gone, and its lock knows of ${count} entries`;
  const entry = chain.entries[count - 1];
  if (entry === undefined)
    return `its end is missing: it has ${chain.entries.length} entries, and its lock knows of ${count}`;
  // These had other hashes when the lock learnt of them.
  if (count <= upgradedEntries(chain)) return undefined;
  return entry.hash === hash
    ? undefined
    : `entry ${count} is not the one that its lock knows of, or one before it is not`;
}

function upgradedEntries({ upgradedFrom }: Chain): number {
  return (upgradedFrom as { entries?: number } | undefined)?.entries ?? 0;
}
