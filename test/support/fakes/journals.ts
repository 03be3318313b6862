import { journalName } from "../../../src/journal/journal-name.ts";
import type { JournalKey, Journals, StoredJournal } from "../../../src/ports/journals.ts";

export type MemoryJournals = Journals & {
  get(key: JournalKey): StoredJournal | undefined;
  /** Writes whatever is there now, as an administrator would. */
  put(key: JournalKey, text: string): void;
  remove(key: JournalKey): void;
  /**
   * How calls end from now on: `fails` without having done anything, `loses answers` after having done it, `hangs`
   * without having done anything.
   */
  mood: "works" | "fails" | "loses answers" | "hangs";
};

/** Journals in memory, compared and swapped as in S3 and in a cluster: test/contract/journals holds all to the same behaviour. */
export function memoryJournals(): MemoryJournals {
  const stored = new Map<string, StoredJournal>();
  let versions = 0;
  const store = (key: JournalKey, text: string): { version: string } => {
    const version = String(++versions);
    stored.set(journalName(key), { text, version });
    return { version };
  };
  const journals: MemoryJournals = {
    mood: "works",
    get: (key) => stored.get(journalName(key)),
    put: (key, text) => void store(key, text),
    remove: (key) => void stored.delete(journalName(key)),
    place(key) {
      const name = journalName(key);
      return {
        journal: `memory/${name}`,
        lock: { namespace: "memory", name },
        rights: "allow it",
        show: `show ${name}`,
        remove: `remove ${name}`,
      };
    },
    prepare: () => answer(() => undefined),
    read: (key) => answer(() => journals.get(key)),
    write: (key, text, expected) =>
      answer(() => {
        const found = journals.get(key);
        if (found !== undefined && found.text === text) return { version: found.version };
        return found?.version === expected ? store(key, text) : "changed";
      }),
  };
  return journals;

  async function answer<T>(work: () => T): Promise<T> {
    if (journals.mood === "hangs") return new Promise<never>(() => undefined);
    const result = journals.mood === "fails" ? undefined : work();
    if (journals.mood !== "works") throw new Error(`the journals' mood: ${journals.mood}`);
    return result as T;
  }
}
