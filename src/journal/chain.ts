import { createHash } from "node:crypto";
import { canonicalJson } from "./canonical-json.ts";

/** What a journal of any schema version has in common: entries, each with its number, its hash, and that of the one before. */
export type Chain = { entries: Link[]; [field: string]: unknown };
export type Link = { sequence: number; previous: string; hash: string; [field: string]: unknown };

/** SHA-256 over the canonical JSON, which leaves out what is undefined; hexadecimal. */
function hashOf(value: unknown): string {
  return createHash("sha256").update(canonicalJson(value)).digest("hex");
}

/** The hash of an entry, over all that it says. */
export function entryHash(entry: Record<string, unknown>): string {
  return hashOf({ ...entry, hash: undefined });
}

/** What the first entry follows: the hash of the document without its entries. */
function rootHash(document: Record<string, unknown>): string {
  return hashOf({ ...document, entries: undefined });
}

/** The hash that the next entry has to follow. */
export function headHash(chain: Chain): string {
  return chain.entries.at(-1)?.hash ?? rootHash(chain);
}

/** The same entries, linked anew. */
export function relinked(header: Record<string, unknown>, entries: readonly Record<string, unknown>[]): Chain {
  const chain: Chain = { ...header, entries: [] };
  for (const [index, entry] of entries.entries()) {
    const linked = { ...entry, sequence: index + 1, previous: headHash(chain), hash: "" };
    chain.entries.push({ ...linked, hash: entryHash(linked) });
  }
  return chain;
}

/**
 * What is wrong with the chain, at which entry; empty when nothing is. Entries that are missing at the end are not seen here, nor
 * a chain that somebody made anew from some entry on: for both there is the head that the lock keeps (head.ts).
 */
export function chainProblems(chain: Chain): string[] {
  const problems: string[] = [];
  let previous = rootHash(chain);
  for (const [index, entry] of chain.entries.entries()) {
    const [expected, before] = [index + 1, chain.entries[index - 1]];
    const changed = entryHash(entry) !== entry.hash;
    if (entry.sequence > (before?.sequence ?? 0) + 1) {
      problems.push(`before entry ${entry.sequence} at least one is missing`);
    } else if (entry.sequence <= (before?.sequence ?? 0)) {
      problems.push(`entry ${entry.sequence} is at place ${expected}: entries were moved or added`);
    } else if (changed) {
      problems.push(`entry ${entry.sequence} was changed`);
    } else if (entry.previous !== previous) {
      const other =
        before === undefined ? "the head of the document was changed" : `entry ${before.sequence} was replaced`;
      problems.push(`entry ${entry.sequence} does not follow what is before it: ${other}, or this one`);
    }
    previous = entry.hash;
  }
  return problems;
}
