import type { Releases } from "../../ports/releases.ts";
import { deployedRevision, newest, type Release } from "../../release/release.ts";

/**
 * The newest revision as it is now, whole; `undefined` when there is none.
 * @param above only one that is newer than this
 */
export async function newestRevision(
  { release, namespace }: { release: string; namespace: string },
  { releases }: { releases: Releases },
  above = 0,
): Promise<Release | undefined> {
  const last = newest(await releases.history(release, namespace));
  return last === undefined || last.revision <= above ? undefined : releases.read(release, namespace, last.revision);
}

/** The revision that an upgrade by Helm compares with: the deployed one, where there is none the newest. Whole. */
export async function comparedRevision(
  { release, namespace }: { release: string; namespace: string },
  { releases }: { releases: Releases },
): Promise<Release | undefined> {
  const history = await releases.history(release, namespace);
  const found = deployedRevision(history) ?? newest(history);
  return found && releases.read(release, namespace, found.revision);
}
