import type { Releases } from "../ports/releases.ts";
import type { DeployRecord } from "../release/deploy-record.ts";
import type { Release } from "../release/release.ts";
import { rolledBackTo, sameContent } from "../release/rollback.ts";

/**
 * What the deploy of a revision has recorded; a rollback copies an earlier revision, whose record still holds. `undefined`
 * where another tool made it, its deploy did not end well, or the revision that it is a copy of is pruned.
 */
export async function findRecord(
  revision: Release,
  { releases }: { releases: Releases },
): Promise<DeployRecord | undefined> {
  const { name, namespace } = revision;
  let source: Release | undefined = revision;
  while (source !== undefined) {
    const record = await releases.readRecord(name, namespace, source.revision);
    if (record !== undefined) return record;
    const target = rolledBackTo(source);
    source = target === undefined ? undefined : await releases.read(name, namespace, target);
    if (source !== undefined && !sameContent(source, revision)) source = undefined;
  }
  return undefined;
}
