import { entryHash, headHash } from "./chain.ts";
import type { JournalKey } from "./journal-key.ts";
import {
  checkedEntry,
  type EntryRun,
  type JournalDocument,
  MINIMUM_RELEASE,
  type NewEntry,
  SCHEMA_VERSION,
} from "./schema.ts";

/**
 * A journal without entries.
 * @param made when, and a random salt: at least 16 bytes, hexadecimal
 */
export function newDocument({ environment, service }: JournalKey, made: { at: Date; salt: string }): JournalDocument {
  return {
    schemaVersion: SCHEMA_VERSION,
    minimumRelease: MINIMUM_RELEASE,
    environment,
    service,
    createdAt: made.at.toISOString(),
    salt: made.salt,
    entries: [],
  };
}

/** The document with one entry more. Throws where the entry is none: that is a fault of the program. */
export function append(document: JournalDocument, entry: NewEntry, by: { at: Date; run: EntryRun }): JournalDocument {
  const linked = {
    sequence: document.entries.length + 1,
    at: by.at.toISOString(),
    // What people look for comes first in its line.
    ...entry,
    run: by.run,
    previous: headHash(document),
    hash: "",
  };
  // As it will be read again: without fields that are undefined, for one.
  const stored = JSON.parse(JSON.stringify(linked)) as typeof linked;
  const checked = checkedEntry({ ...stored, hash: entryHash(stored) });
  return { ...document, entries: [...document.entries, checked] };
}

/** The text that is stored: JSON, compact, yet with one entry a line for people. */
export function journalText({ entries, ...header }: JournalDocument): string {
  const lines = entries.map((entry) => JSON.stringify(entry)).join(",\n");
  return `${JSON.stringify(header).slice(0, -1)},"entries":[\n${lines}\n]}\n`;
}
