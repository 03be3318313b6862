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
};

/** An object that Helm makes at an event, such as `post-upgrade`, and that is no part of the manifest. */
export type Hook = {
  events: readonly string[];
  /** A YAML document. */
  manifest: string;
};

/** All that an install or an upgrade to this revision makes: the manifest's objects and those of its hooks, as YAML documents. */
export function madeBy(
  action: "install" | "upgrade",
  { manifest, hooks }: Pick<Release, "manifest" | "hooks">,
): string {
  const run = hooks.filter(({ events }) => events.includes(`pre-${action}`) || events.includes(`post-${action}`));
  return [manifest, ...run.map((hook) => hook.manifest)].join("\n---\n");
}

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

/** What a deploy will be to Helm: an install where no revision is there, or only uninstalled ones. */
export function deployAction(history: readonly Revision[]): "install" | "upgrade" {
  const last = newest(history);
  return last === undefined || last.status === "uninstalled" ? "install" : "upgrade";
}
