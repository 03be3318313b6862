import type { JournalKey } from "../journal/journal-key.ts";

export type { JournalKey };

export type StoredJournal = {
  /** JSON as `journalText` of src/journal/ makes it; whatever somebody else may have put there. */
  text: string;
  /** Another one after each write that changes the text. */
  version: string;
};

/** Where a journal and its lock are, in words for people. */
export type JournalPlace = {
  /** Such as `s3://shop-migration/k8s-migrate/production/orders/journal.json`. */
  journal: string;
  /** What guards the journal, by the Leases of the same place. */
  lock: { namespace: string; name: string };
  /** What to allow to a login that may not hold the lock: one sentence without a full stop. */
  rights: string;
  /** A command that shows the journal. */
  show: string;
  /** A command that removes journal and lock, for who wants to begin anew. */
  remove: string;
};

/** Journals in S3, in a cluster, or in memory. Failures are `OutsideError`s that say what to do. */
export type Journals = {
  place(key: JournalKey): JournalPlace;
  /** Makes sure that there is where to write: to be called once before the first write of a run. */
  prepare(): Promise<void>;
  /** `undefined` where there is none. */
  read(key: JournalKey): Promise<StoredJournal | undefined>;
  /**
   * Compare and swap: writes only while the journal has the version `expected` (`undefined`: while there is none).
   * `changed`: somebody else wrote in between, and nothing was done. What is there already to the letter counts as written,
   * since then it was a try of ours whose answer was lost: writers who compete must not write the same text.
   * When it fails, it is not known whether it was written, or will be yet.
   */
  write(key: JournalKey, text: string, expected: string | undefined): Promise<{ version: string } | "changed">;
};
