/** Helm's own words for the state of a revision: https://github.com/helm/helm/blob/main/pkg/release/common/status.go */
export const RELEASE_STATUSES = [
  "unknown",
  "deployed",
  "uninstalled",
  "superseded",
  "failed",
  "uninstalling",
  "pending-install",
  "pending-upgrade",
  "pending-rollback",
] as const;

export type ReleaseStatus = (typeof RELEASE_STATUSES)[number];

/** One line of a release's history. */
export type Revision = {
  revision: number;
  status: ReleaseStatus;
  /** When Helm last wrote this revision, RFC 3339, in whole seconds. */
  changedAt: string;
};

/** One revision with all that Helm stores about it. */
export type Release = Revision & {
  name: string;
  namespace: string;
  description: string;
  /** RFC 3339 */
  deployedAt: string;
  chart: { name: string; version: string; appVersion: string };
  /** Rendered objects without hooks: YAML documents. */
  manifest: string;
  hooks: Hook[];
  /** Whether Helm applied it by server-side apply, as Helm 4 does with releases that it has begun. */
  serverSide: boolean;
  /** What --values and --set gave, secrets among them; the chart's own values are not in it. */
  values: Record<string, unknown>;
};

/** An object that Helm makes at an event, such as `post-upgrade`, and that is no part of the manifest. */
export type Hook = {
  events: readonly string[];
  /** When Helm deletes the hook's object, such as `hook-succeeded`. */
  deletePolicies: readonly string[];
  /** A YAML document. */
  manifest: string;
};

/** The newest revision, or none when the release does not exist. */
export function newest(history: readonly Revision[]): Revision | undefined {
  return history.reduce<Revision | undefined>(
    (best, each) => (best && best.revision > each.revision ? best : each),
    undefined,
  );
}

/** The revision that serves now, if one does. */
export function deployedRevision(history: readonly Revision[]): Revision | undefined {
  return newest(history.filter((each) => each.status === "deployed"));
}
