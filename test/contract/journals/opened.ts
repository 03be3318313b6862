import { afterEach } from "@jest/globals";
import { systemClock } from "../../../src/adapters/clock.ts";
import { type OpenJournal, openJournal } from "../../../src/playbook/journal/open-journal.ts";
import type { JournalStore } from "../../../src/playbook/journal/read-journal.ts";
import type { JournalKey } from "../../../src/ports/journals.ts";

export const RUN_URL = "https://github.com/casaone/shop/actions/runs/1/attempts/1";
export const SALT = "00112233445566778899aabbccddeeff";

const open: OpenJournal[] = [];
// One that a failed test left open would renew its lock for ever.
afterEach(() => Promise.all(open.splice(0).map((journal) => journal.close("settled"))));

/** Opens a journal as that holder, and closes it after the test. */
export async function opened(
  store: JournalStore,
  key: JournalKey,
  { holder = "us", lines = [] }: { holder?: string; lines?: string[] } = {},
): Promise<OpenJournal> {
  const run = { actor: "octocat", url: holder === "us" ? RUN_URL : `${RUN_URL}0`, holder };
  const log = {
    info: (line: string) => void lines.push(line),
    debug() {},
    warn() {},
    group: <T>(_: string, work: () => Promise<T>) => work(),
  };
  const request = { key, run, waitMs: 0, newSalt: () => SALT };
  const journal = await openJournal(request, { ...store, clock: systemClock, log });
  open.push(journal);
  return journal;
}
