import { z } from "zod";
import { type Chain, chainProblems } from "./chain.ts";
import { headProblem } from "./head.ts";
import type { JournalKey } from "./journal-key.ts";
import { documentSchema, type JournalDocument, SCHEMA_VERSION } from "./schema.ts";
import { OLDEST_VERSION, upgraded } from "./upgrades.ts";

export type ReadDocument =
  | { state: "good"; document: JournalDocument }
  /** Somebody else than we wrote it, or what is stored is not whole: what is wrong, at which entry. */
  | { state: "tampered"; problems: string[] }
  /** A newer release made it. `release`: the first one that reads it, where it says so. */
  | { state: "newer"; schemaVersion: number; release: string | undefined };

/** Of a chain only what is needed to check it: the rest is for the schema of its version. */
const chainSchema = z.looseObject({
  schemaVersion: z.int().min(OLDEST_VERSION),
  minimumRelease: z.string().optional(),
  environment: z.string(),
  service: z.string(),
  entries: z.array(z.looseObject({ sequence: z.int(), previous: z.string(), hash: z.string() })),
});

/**
 * Reads what is stored as a journal, of the present schema version or an older one, and finds out whether it is whole.
 * @param lockHead what its lock knows of it (head.ts)
 */
export function readDocument(text: string, key: JournalKey, lockHead: string | undefined): ReadDocument {
  const json = parsed(text);
  if (json === undefined) return tampered("it is not JSON");
  const { schemaVersion, minimumRelease } = json as { schemaVersion?: unknown; minimumRelease?: unknown };
  if (typeof schemaVersion === "number" && schemaVersion > SCHEMA_VERSION) {
    return { state: "newer", schemaVersion, release: typeof minimumRelease === "string" ? minimumRelease : undefined };
  }
  const loose = chainSchema.safeParse(json);
  if (!loose.success) return tampered(...faults(loose.error, json));
  const chain = json as Chain & JournalKey;

  const problems = chainProblems(chain);
  if (chain.environment !== key.environment || chain.service !== key.service) {
    problems.unshift(`it is the journal of ${chain.service} in ${chain.environment}`);
  }
  // What is wrong in the chain explains the rest.
  const lost = problems.length > 0 ? undefined : headProblem(chain, lockHead);
  if (lost !== undefined) problems.push(lost);
  if (problems.length > 0) return tampered(...problems);

  const document = upgraded(chain, loose.data.schemaVersion);
  const strict = documentSchema.safeParse(document);
  if (!strict.success) return tampered(...faults(strict.error, document));
  return { state: "good", document: document as JournalDocument };
}

function tampered(...problems: string[]): ReadDocument {
  return { state: "tampered", problems };
}

function parsed(text: string): object | undefined {
  try {
    const json: unknown = JSON.parse(text);
    return typeof json === "object" && json !== null ? json : undefined;
  } catch {
    return undefined;
  }
}

/** `entry 3: planHash: Invalid input: expected string, received undefined` */
function faults({ issues }: z.ZodError, json: object): string[] {
  return issues.map(({ path, message }) => {
    const [first, place, ...rest] = path;
    const below = first === "entries" && typeof place === "number";
    const number = below ? (json as Partial<Chain>).entries?.[place]?.sequence : undefined;
    const where = below ? [`entry ${number ?? `at place ${place + 1}`}`, rest.join(".")] : [path.join(".")];
    return [...where.filter((part) => part !== ""), message].join(": ");
  });
}
