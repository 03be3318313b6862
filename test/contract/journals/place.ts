import type { JournalStore } from "../../../src/playbook/journal/read-journal.ts";
import type { JournalKey } from "../../../src/ports/journals.ts";

/** Where journals may be, as the contract's tests use it. */
export type Place = {
  name: string;
  /** A store by a client of its own, as another process has it. */
  open(): Promise<JournalStore>;
  /** What is stored, read by other means. */
  text(key: JournalKey): Promise<string | undefined>;
  /** Puts another text in its place, by other means. */
  overwrite(key: JournalKey, text: string): Promise<void>;
};

/** A place that is reached over a network, and asks who comes. */
export type RealPlace = Place & {
  /** A store whose first writes of journals get lost, or their answers. */
  openLosing(loss: "request" | "answer", times: number): Promise<JournalStore>;
  /** Of a login that may do nothing. */
  openForbidden(): Promise<JournalStore>;
  /** One that is not there. */
  openMissing(): Promise<JournalStore>;
};

let services = 0;

/** A key that no other test has. */
export function newKey(name = "orders"): JournalKey {
  return { environment: "production", service: `${name}-${++services}` };
}
