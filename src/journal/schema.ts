import { z } from "zod";

/** The version of the schema below. A change that an older release could not read needs the next number, and a row in upgrades.ts. */
export const SCHEMA_VERSION = 1;
/** The first release that reads it: what a user of an older one is told to take. */
export const MINIMUM_RELEASE = "v1.0.0";

const text = z.string().min(1);
const time = z.iso.datetime({ offset: true });
const hash = z.string().regex(/^[0-9a-f]{64}$/);

const runSchema = z.strictObject({
  /** Who started it, as GitHub says. */
  actor: z.string(),
  /** Address of the workflow run; empty where there is none. */
  url: z.string(),
  /** Unique for each process. */
  holder: text,
});

const common = {
  /** The first one is 1. */
  sequence: z.int().min(1),
  /** By the clock of the runner. */
  at: time,
  run: runSchema,
  /** Of the entry before it; of the first one: of the document without its entries. */
  previous: hash,
  /** Of this entry without this field. */
  hash,
};

const entrySchema = z.discriminatedUnion("kind", [
  z.strictObject({
    ...common,
    kind: z.literal("phase-started"),
    phase: text,
    /** Of the plan that is carried out; empty where it was not asked for. */
    planHash: z.string(),
  }),
  /** Something is about to be written to the world. */
  z.strictObject({
    ...common,
    kind: z.literal("intent"),
    /** Which step of the plan. */
    step: text,
    /** What it changes, in words. */
    change: text,
    /** What is changed, by a name that is the same in each run: an ARN, `zone/name/type`. */
    target: text,
    /** The pre-image; null: it is not there. Secret values only as salted hashes. */
    before: z.json(),
    after: z.json(),
  }),
  /** What was intended is so now. */
  z.strictObject({
    ...common,
    kind: z.literal("done"),
    step: text,
    /** Sequence number of the intent. */
    intent: z.int().min(1),
    /** Whether this run wrote it, or found it written: by a run that died before it could say so. */
    found: z.boolean(),
  }),
  z.strictObject({
    ...common,
    kind: z.literal("failed"),
    step: text,
    /** Sequence number of the intent; absent where it did not get that far. */
    intent: z.int().min(1).optional(),
    reason: text,
    /** What is known of the write. */
    written: z.enum(["no", "unknown"]),
  }),
  z.strictObject({
    ...common,
    kind: z.literal("wait"),
    step: text,
    notBefore: time,
    why: text,
  }),
  z.strictObject({
    ...common,
    kind: z.literal("phase-ended"),
    phase: text,
    outcome: z.enum(["completed", "waiting", "stopped", "failed"]),
    /** The command that leads on; empty where nothing is left to do. */
    next: z.string(),
    /** Whether the move is over by this: what comes later is another one. */
    closes: z.boolean(),
  }),
  z.strictObject({ ...common, kind: z.literal("note"), text }),
]);

export const documentSchema = z.strictObject({
  schemaVersion: z.literal(SCHEMA_VERSION),
  minimumRelease: text,
  environment: text,
  service: text,
  createdAt: time,
  /** For the hashes of secret values: hexadecimal. */
  salt: z.string().regex(/^[0-9a-f]{32,}$/),
  /** Where a release with an older schema began it: how far that one came. Its entries got new hashes then. */
  upgradedFrom: z.strictObject({ schemaVersion: z.int(), entries: z.int(), head: hash }).optional(),
  entries: z.array(entrySchema),
});

export type JournalDocument = z.infer<typeof documentSchema>;
export type Entry = JournalDocument["entries"][number];
export type EntryRun = Entry["run"];

type Own<E> = E extends Entry ? Omit<E, keyof typeof common> : never;
/** What is special to an entry; `append` adds the rest. */
export type NewEntry = Own<Entry>;

/** One entry, checked: throws where the program made a wrong one. */
export function checkedEntry(entry: unknown): Entry {
  entrySchema.parse(entry);
  // Not what zod gives back: the hash is of this one, to the letter.
  return entry as Entry;
}
