import type { Releases } from "../../ports/releases.ts";
import type { Release } from "../../release/release.ts";
import { pastIn } from "../../release/situation.ts";

/**
 * The revisions since the last one that was deployed, whole, the newest first: something of each of them may be in the
 * cluster. None where the newest is deployed.
 */
export async function revisionsSinceGood(
  { release, namespace }: { release: string; namespace: string },
  { releases }: { releases: Releases },
): Promise<Release[]> {
  const since: Release[] = [];
  const history = await releases.history(release, namespace);
  for (const { revision } of history.toSorted((a, b) => b.revision - a.revision)) {
    const found = await releases.read(release, namespace, revision);
    if (found === undefined) continue;
    const past = found.status === "superseded" ? pastIn(found) : found.status;
    if (past === "deployed" || past === "uninstalled") break;
    since.push(found);
  }
  return since;
}
