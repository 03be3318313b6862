import { newest, type ReleaseStatus, type Revision } from "./release.ts";

/** States in which Helm refuses every upgrade, whether its process lives or not: https://github.com/helm/helm/issues/8987 */
const PENDING: readonly ReleaseStatus[] = ["pending-install", "pending-upgrade", "pending-rollback"];

/** Whether a run of Helm, of whatever kind, has not ended at this revision. */
export function isUnfinished(status: ReleaseStatus | undefined): boolean {
  return isPending(status) || status === "uninstalling";
}

/** Whether an install, upgrade or rollback has not ended at this revision. */
export function isPending(status: ReleaseStatus | undefined): boolean {
  return status !== undefined && PENDING.includes(status);
}

/**
 * The newest revision that once was deployed, since the release was last uninstalled. `unknown`: none of those that are
 * there was, but older ones have been pruned.
 */
export type LastGood = number | "none" | "unknown";

/** What a deploy finds of its release. */
export type Situation =
  | { kind: "absent" }
  | { kind: "deployed"; last: Revision; lastGood: number }
  | { kind: "failed"; last: Revision; lastGood: LastGood }
  /** A run of Helm has not ended: it goes on, or it is dead. */
  | { kind: "pending"; last: Revision; lastGood: LastGood }
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
): Promise<LastGood> {
  for (const { revision, status } of history.toSorted((a, b) => b.revision - a.revision)) {
    const past = status === "superseded" ? await pastOf(revision) : status;
    if (past === "deployed") return revision;
    // What was there before an uninstall with --keep-history is gone.
    if (past === "uninstalled") return "none";
  }
  return Math.min(...history.map(({ revision }) => revision)) === 1 ? "none" : "unknown";
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
