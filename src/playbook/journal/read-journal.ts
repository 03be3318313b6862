import { OutsideError, UserError } from "../../errors.ts";
import { headProblem } from "../../journal/head.ts";
import { type ReadDocument, readDocument } from "../../journal/read-document.ts";
import { type JournalDocument, SCHEMA_VERSION } from "../../journal/schema.ts";
import type { JournalKey, Journals } from "../../ports/journals.ts";
import type { Lease, Leases } from "../../ports/leases.ts";

/** Where journals and their locks are: both in S3, or both in a cluster. */
export type JournalStore = { journals: Journals; leases: Leases };

export type WholeJournal = {
  document: JournalDocument;
  /** Of what is stored. */
  version: string;
};

const PROBLEMS_SHOWN = 3;

/**
 * Reads a journal without taking its lock, for who only looks: a status, a plan.
 * @returns `heldBy`: who has the lock, alive or not
 * @throws UserError when the journal was tampered with, or a newer release made it; OutsideError when it cannot be read
 */
export async function readJournal(
  key: JournalKey,
  { journals, leases }: JournalStore,
): Promise<{ journal: WholeJournal | undefined; heldBy: Lease | undefined }> {
  const { lock } = journals.place(key);
  // First the lock: it is never ahead of the journal.
  const lease = await leases.read(lock.namespace, lock.name);
  if (lease === "forbidden") throw await lockForbidden(key, journals);
  const journal = await wholeJournal(key, { journals, lockHead: lease?.journalHead });
  return { journal, heldBy: lease === undefined || lease.holder === "" ? undefined : lease };
}

/** What is stored, found whole. Fails as `readJournal` does. */
export async function wholeJournal(
  key: JournalKey,
  { journals, lockHead }: { journals: Journals; lockHead: string | undefined },
): Promise<WholeJournal | undefined> {
  const stored = await journals.read(key);
  if (stored === undefined) {
    const gone = headProblem(undefined, lockHead);
    if (gone !== undefined) throw refused({ state: "tampered", problems: [gone] }, key, journals);
    return undefined;
  }
  const read = readDocument(stored.text, key, lockHead);
  if (read.state !== "good") throw refused(read, key, journals);
  return { document: read.document, version: stored.version };
}

/** Why a login that may not touch the lock gets no further. */
export async function lockForbidden(key: JournalKey, journals: Journals): Promise<OutsideError> {
  const { journal, rights } = journals.place(key);
  // Where it may not touch the journal either, that failure has the system's own words.
  await journals.read(key);
  return new OutsideError({
    system: "Journal",
    operation: `take the lock of ${journal}`,
    reason: "this login may not read and write it",
    next: rights,
  });
}

function refused(read: Exclude<ReadDocument, { state: "good" }>, key: JournalKey, journals: Journals): UserError {
  const { service, environment } = key;
  const { journal, show, remove } = journals.place(key);
  const which = `The journal of ${service} in ${environment} (${journal})`;
  if (read.state === "newer") {
    const release = read.release === undefined ? "the newest release" : `at least ${read.release}`;
    return new UserError(
      `${which} was made by a newer release of k8s-migrate: it has schema version ${read.schemaVersion}, and this release reads up to ${SCHEMA_VERSION}. Nothing was done. Use ${release}`,
    );
  }
  const more = read.problems.length - PROBLEMS_SHOWN;
  const problems = [...read.problems.slice(0, PROBLEMS_SHOWN), ...(more > 0 ? [`${more} more`] : [])].join("; ");
  return new UserError(
    [
      `${which} is not as k8s-migrate left it: ${problems}. Nothing was done, since what it says of the time before the move cannot be relied on`,
      `Next: look at it (${show}), and put back the last version that is whole, from the bucket's versions or a backup.`,
      `Where there is none: bring records, crons and services into the state that you want by hand, remove the journal and its lock (${remove}), and begin anew`,
    ].join("\n"),
  );
}
