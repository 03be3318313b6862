import { describeError, StepError, UserError } from "../../errors.ts";
import type { JsonValue } from "../../journal/canonical-json.ts";
import { append, journalText, newDocument } from "../../journal/document.ts";
import { headOf } from "../../journal/head.ts";
import type { Entry, EntryRun, JournalDocument, NewEntry } from "../../journal/schema.ts";
import { secretTexts, type ValuePath, withoutSecrets } from "../../journal/secret-hashes.ts";
import type { Clock } from "../../ports/clock.ts";
import type { JournalKey } from "../../ports/journals.ts";
import type { Lease } from "../../ports/leases.ts";
import type { Log } from "../../ports/log.ts";
import { masksFor, redact } from "../../values/secrets.ts";
import { type HeldLease, takeLease } from "../hold-lease.ts";
import { type JournalStore, lockForbidden, wholeJournal } from "./read-journal.ts";

export type OpenRequest = {
  key: JournalKey;
  /** Who opens it. */
  run: EntryRun;
  /** How long to wait for another run that holds it. Finding out that one is alive can take 15 s more. */
  waitMs: number;
  /** A random salt for a new journal: at least 16 bytes, hexadecimal. */
  newSalt: () => string;
  /** Takes secrets out of what entries say in words; absent where none are known. */
  hidden?: (text: string) => string;
};

export type JournalPorts = JournalStore & { clock: Clock; log: Log };

/** A journal that is this run's alone until it is closed. */
export type OpenJournal = {
  /** As it is stored now. */
  document(): JournalDocument;
  /**
   * Writes an entry, and returns when it is stored: what it announces may be done then. Entries that are given at once are
   * written one after the other.
   * @throws StepError when the lock is lost, another one wrote, or the journal is closed; OutsideError when it cannot be
   * written. After any of these nothing is written any more
   */
  append(entry: NewEntry): Promise<Entry>;
  /**
   * The value with salted hashes in the place of secrets, for `before` and `after`. Their texts are also kept out of what later
   * entries say in words.
   */
  withoutSecrets(value: JsonValue, paths: readonly ValuePath[]): JsonValue;
  /** Who held the lock before and died with it: what it began may not be done. */
  deadHolder: Lease | undefined;
  /** Fires when the lock is lost: whoever works on the service must stop within five seconds. */
  lost: AbortSignal;
  /**
   * Gives the lock back. `open`: the run could not bring things into order; the lock is left to run out, which tells the next
   * one. Never fails.
   */
  close(how: "settled" | "open"): Promise<void>;
};

/** A text such as "no" or "80" would be found in words that have nothing to do with it. */
const SHORTEST_HIDDEN = 4;

/** How often an append of ours at the opening is tried when a holder that is not quite dead writes in between. */
const FENCE_TRIES = 3;

/**
 * Takes the lock of a journal, reads it, and finds it whole. A lock whose holder died is taken over, with a word in the log and
 * in the journal.
 * @throws UserError when another run holds it, when it was tampered with, or when a newer release made it; OutsideError
 */
export async function openJournal(
  request: OpenRequest,
  ports: JournalPorts,
  cancelled?: AbortSignal,
): Promise<OpenJournal> {
  const lease = await takeLock(request, ports, cancelled);
  try {
    for (let tried = 1; ; tried++) {
      const journal = await opened(request, ports, lease);
      if (lease.deadHolder === undefined) return journal;
      // By this a write that the dead holder still has under way finds another version, and is not made any more.
      const text = `Took the lock over from ${lease.deadHolder.runUrl || lease.deadHolder.holder}, which died with it`;
      const fenced = await journal.append({ kind: "note", text }).then(
        () => true,
        (error: unknown) => {
          if (tried === FENCE_TRIES || !(error instanceof OverwrittenError)) throw error;
          return false;
        },
      );
      if (fenced) return journal;
    }
  } catch (error) {
    // Nothing was done. Yet where the one before died, the next one has to know.
    await (lease.deadHolder === undefined ? lease.release() : lease.abandon());
    throw error;
  }
}

async function takeLock(request: OpenRequest, ports: JournalPorts, cancelled?: AbortSignal): Promise<HeldLease> {
  const { key, run, waitMs } = request;
  await ports.journals.prepare();
  const wanted = { ...ports.journals.place(key).lock, holder: run.holder, runUrl: run.url, waitMs };
  const taken = await takeLease(wanted, ports, cancelled);
  if (taken.state === "forbidden") throw await lockForbidden(key, ports.journals);
  if (taken.state === "held") return taken.lease;
  const { by } = taken;
  throw new UserError(
    `${key.service} in ${key.environment} is being worked on by ${by.runUrl || by.holder} since ${by.acquiredAt}. Nothing was changed. Wait until that run ends, or cancel it, and run this again`,
  );
}

class OverwrittenError extends StepError {}

/** The journal as it is now, for who holds its lock. */
async function opened(request: OpenRequest, ports: JournalPorts, lease: HeldLease): Promise<OpenJournal> {
  const { key, run, newSalt, hidden = (text: string) => text } = request;
  const { journals, clock } = ports;
  const found = await wholeJournal(key, { journals, lockHead: lease.journalHead });
  let document = found?.document ?? newDocument(key, { at: clock.now(), salt: newSalt() });
  let version = found?.version;
  let masks: string[] = [];
  let turn: Promise<unknown> = Promise.resolve();
  let ended: Error | undefined;

  return {
    document: () => document,
    deadHolder: lease.deadHolder,
    lost: lease.lost,
    append(entry) {
      const written = turn.then(() => write(entry));
      turn = written.catch((error: unknown) => {
        ended ??= error instanceof Error ? error : new Error(String(error));
      });
      return written;
    },
    withoutSecrets(value, paths) {
      const texts = secretTexts(value, paths);
      // masksFor leaves out what GitHub cannot mask.
      const short = texts.filter((text) => text.length >= SHORTEST_HIDDEN);
      masks = [...new Set([...masks, ...masksFor(texts), ...short])];
      return withoutSecrets(value, paths, document.salt);
    },
    async close(how) {
      await turn;
      ended ??= new StepError(["The journal is closed"]);
      await (how === "settled" ? lease.release() : lease.abandon());
    },
  };

  async function write(entry: NewEntry): Promise<Entry> {
    if (ended !== undefined) throw ended;
    const next = append(
      document,
      redacted(entry, (text) => hidden(redact(text, masks))),
      { at: clock.now(), run },
    );
    const written = await whileHeld(() => journals.write(key, journalText(next), version), lease.lost);
    if (written === "changed") {
      throw new OverwrittenError([
        `The journal of ${key.service} in ${key.environment} was written by another one while this run held its lock`,
        "Nothing more is done. Run this again: it finds out what is true now",
      ]);
    }
    document = next;
    version = written.version;
    const head = headOf(next);
    if (head !== undefined) lease.keepJournalHead(head);
    return next.entries.at(-1) as Entry;
  }
}

/** Does not wait for an answer when the lock is lost: what was announced must not be begun then. */
async function whileHeld<T>(work: () => Promise<T>, lost: AbortSignal): Promise<T> {
  const stopped = () => new StepError([describeError(lost.reason), "Nothing more is done"], lost.reason);
  if (lost.aborted) throw stopped();
  let stop: (() => void) | undefined;
  const losing = new Promise<never>((_, reject) => {
    stop = () => reject(stopped());
    lost.addEventListener("abort", stop);
  });
  try {
    return await Promise.race([work(), losing]);
  } finally {
    if (stop) lost.removeEventListener("abort", stop);
  }
}

/** Only what is said in words: a pre-image has to be put back to the letter. */
function redacted(entry: NewEntry, hide: (text: string) => string): NewEntry {
  if (entry.kind === "intent") return { ...entry, change: hide(entry.change) };
  if (entry.kind === "failed") return { ...entry, reason: hide(entry.reason) };
  if (entry.kind === "wait") return { ...entry, why: hide(entry.why) };
  if (entry.kind === "note") return { ...entry, text: hide(entry.text) };
  return entry;
}
