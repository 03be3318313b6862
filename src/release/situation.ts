import { newest, type ReleaseStatus, type Revision } from "./release.ts";

/** States in which Helm refuses every upgrade, whether its process lives or not: https://github.com/helm/helm/issues/8987 */
const PENDING: readonly ReleaseStatus[] = ["pending-install", "pending-upgrade", "pending-rollback"];

/** Whether a run of Helm has not ended at this revision. */
export function isPending(status: ReleaseStatus | undefined): boolean {
  return status !== undefined && PENDING.includes(status);
}

/** What a deploy finds of its release. `lastGood` is the newest revision that once was deployed, since the release was last uninstalled. */
export type Situation =
  | { kind: "absent" }
  | { kind: "deployed"; last: Revision; lastGood: number }
  | { kind: "failed"; last: Revision; lastGood: number | undefined }
  /** A run of Helm has not ended: it goes on, or it is dead. */
  | { kind: "pending"; last: Revision; lastGood: number | undefined }
  | { kind: "uninstalling"; last: Revision };

/** What a superseded revision was before. */
export type Past = "deployed" | "failed" | "uninstalled";

/**
 * Tells the situation from a release's history.
 * @param pastOf says of a superseded revision what it was before: see `pastIn`
 */
export async function situationOf(
  history: readonly Revision[],
  pastOf: (revision: number) => Promise<Past>,
): Promise<Situation> {
  const last = newest(history);
  if (last === undefined || last.status === "uninstalled") return { kind: "absent" };
  if (last.status === "uninstalling") return { kind: "uninstalling", last };
  const lastGood = await findLastGood(history, pastOf);
  if (last.status === "deployed") return { kind: "deployed", last, lastGood: last.revision };
  return { kind: isPending(last.status) ? "pending" : "failed", last, lastGood };
}

async function findLastGood(
  history: readonly Revision[],
  pastOf: (revision: number) => Promise<Past>,
): Promise<number | undefined> {
  for (const { revision, status } of history.toSorted((a, b) => b.revision - a.revision)) {
    const past = status === "superseded" ? await pastOf(revision) : status;
    if (past === "deployed") return revision;
    // What was there before an uninstall with --keep-history is gone.
    if (past === "uninstalled") return undefined;
  }
  return undefined;
}

/**
 * What a superseded revision was before. Helm gives that status to failed and uninstalled ones too, when the next install or
 * upgrade works; what it wrote into the description tells:
 * https://github.com/helm/helm/blob/main/pkg/action/upgrade.go, install.go and rollback.go
 */
export function pastIn({ description }: { description: string }): Past {
  if (description === "superseded by new release") return "uninstalled";
  const failed = /^(Release|Upgrade|Rollback) ".*" failed: |^(Initial install underway|Preparing (install|upgrade))$/s;
  return failed.test(description) ? "failed" : "deployed";
}
