import { createHash } from "node:crypto";
import type { JournalKey } from "./journal-key.ts";

/** What a label's value and most names in Kubernetes may have, so that it can be used for either. */
const LONGEST = 63;
const HASH_LENGTH = 10;

/**
 * A name in the cluster for the journal and its lock: `journal-production-orders`. With a hash at its end where that would be no
 * valid name, or that of another journal too: `a-b` and `c` make the same as `a` and `b-c`.
 */
export function journalName({ environment, service }: JournalKey): string {
  const plain = `journal-${environment}-${service}`;
  const isPlain = /^[a-z0-9]+$/.test(environment) && /^[a-z0-9]([a-z0-9-]*[a-z0-9])?$/.test(service);
  if (isPlain && plain.length <= LONGEST) return plain;
  const hash = createHash("sha256")
    .update(JSON.stringify([environment, service]))
    .digest("hex")
    .slice(0, HASH_LENGTH);
  const readable = plain
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, "-")
    .slice(0, LONGEST - HASH_LENGTH - 1);
  return `${readable.replace(/-+$/, "")}-${hash}`;
}
