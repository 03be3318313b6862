import { readDocument } from "../../../src/journal/read-document.ts";
import type { JournalDocument } from "../../../src/journal/schema.ts";
import { type OpenJournal, type OpenRequest, openJournal } from "../../../src/playbook/journal/open-journal.ts";
import type { Journals } from "../../../src/ports/journals.ts";
import type { Log } from "../../../src/ports/log.ts";
import { type FakeClock, fakeClock } from "../../support/fakes/fake-clock.ts";
import { type MemoryJournals, memoryJournals } from "../../support/fakes/journals.ts";
import { type MemoryLeases, memoryLeases } from "../../support/fakes/memory-leases.ts";
import { KEY, RUN, SALT } from "./journal.ts";

/** Namespace and name of the lock. */
export const LOCK = ["memory", "journal-production-orders"] as const;
export const OTHER = {
  ...RUN,
  url: "https://github.com/casaone/shop/actions/runs/2/attempts/1",
  holder: "them",
};

export type World = {
  clock: FakeClock;
  leases: MemoryLeases;
  journals: MemoryJournals;
  /** The log. */
  lines: string[];
  /** Opens the journal in it; by other journals than the world's where they are given. */
  opened(
    run?: typeof RUN,
    change?: Partial<OpenRequest> & { by?: Journals; cancelled?: AbortSignal },
  ): Promise<OpenJournal>;
  stored(): JournalDocument;
};

/** Journals and leases in memory, and a clock that stands still. */
export function newWorld(): World {
  const [clock, leases, journals] = [fakeClock(), memoryLeases(), memoryJournals()];
  const lines: string[] = [];
  const log: Log = {
    info: (line) => void lines.push(`info: ${line}`),
    debug: (line) => void lines.push(`debug: ${line}`),
    warn: (line) => void lines.push(`warn: ${line}`),
    group: (_, work) => work(),
  };
  return {
    clock,
    leases,
    journals,
    lines,
    opened(run = RUN, { by = journals, cancelled, ...change } = {}) {
      const wanted = { key: KEY, run, waitMs: 0, newSalt: () => SALT, ...change };
      return openJournal(wanted, { journals: by, leases, clock, log }, cancelled);
    },
    stored() {
      const read = readDocument(journals.get(KEY)?.text ?? "", KEY, undefined);
      if (read.state !== "good") throw new Error(JSON.stringify(read));
      return read.document;
    },
  };
}

/** The error that the work ends with. */
export async function failing(work: Promise<unknown>): Promise<Error> {
  try {
    await work;
  } catch (error) {
    return error as Error;
  }
  throw new Error("It did not fail.");
}
