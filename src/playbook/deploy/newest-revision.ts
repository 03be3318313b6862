import type { Releases } from "../../ports/releases.ts";
import { deployedRevision, newest, type Release, type Revision } from "../../release/release.ts";

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

/** What a deploy meets. */
export type RevisionsBefore = {
  /** The one that an upgrade by Helm compares with: the deployed one, where there is none the newest. */
  compared: Release | undefined;
  newest: Release | undefined;
};

/** What there is now, whole. */
export async function revisionsBefore(
  { release, namespace }: { release: string; namespace: string },
  { releases }: { releases: Releases },
): Promise<RevisionsBefore> {
  const history = await releases.history(release, namespace);
  const [last, deployed] = [newest(history), deployedRevision(history)];
  const read = async (found: Revision | undefined) => found && releases.read(release, namespace, found.revision);
  const newestRead = await read(last);
  const isSame = deployed === undefined || deployed.revision === last?.revision;
  return { newest: newestRead, compared: isSame ? newestRead : await read(deployed) };
}
