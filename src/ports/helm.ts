import type { Hook } from "../release/release.ts";

/** A release, and how to reach its cluster. */
export type HelmTarget = {
  release: string;
  namespace: string;
  kubeconfig: string;
  /** Empty: the kubeconfig's current one. */
  kubeContext: string;
};

/** What one `helm upgrade --install --wait` is given. */
export type UpgradeRequest = HelmTarget & {
  /** A folder or a packed chart on this machine. */
  chartPath: string;
  /** Paths, in the order in which later ones win. */
  valueFiles: readonly string[];
  set: readonly string[];
  setString: readonly string[];
  timeoutMs: number;
  historyMax: number;
  extraArguments: readonly string[];
  /**
   * Gets what Helm is about to apply and gives what it shall apply instead, after a post-renderer of the user's own. With Helm 3
   * hooks are not among it.
   */
  postRender?: ((manifest: string) => Promise<string>) | undefined;
};

/** What Helm would apply. */
export type Rendered = {
  /** As it would be stored: objects without hooks, YAML documents. */
  manifest: string;
  hooks: Hook[];
  /** Set where it may differ from what a deploy applies; says why. */
  note?: string;
};

/** What one `helm rollback` is given. */
export type RollbackRequest = HelmTarget & {
  /** The revision to go back to, always by number: Helm's own choice is the one before, even when that one has failed. */
  revision: number;
  /** Whether to wait until the workloads are ready. */
  wait: boolean;
  timeoutMs: number;
  historyMax: number;
  /** Leaves out the chart's hooks. */
  noHooks?: boolean;
};

/** What one `helm uninstall` is given. */
export type UninstallRequest = HelmTarget & { timeoutMs: number; noHooks?: boolean };

/**
 * Helm as a program. Each call resolves when Helm ended well, and fails with `OutsideError` that holds Helm's own words.
 * When the signal fires, Helm is told to stop, and killed if it does not; the call then fails once Helm is gone,
 * unless Helm had ended well by then.
 * Helm never outlives this process, however this process ends.
 */
export type Helm = {
  /** `4.1.4` */
  version: string;
  major: 3 | 4;
  /** Installs or upgrades and waits until the workloads are ready. Gives the revision that Helm says it has made. */
  upgradeInstall(request: UpgradeRequest, signal?: AbortSignal): Promise<{ revision: number | undefined }>;
  /** What that upgrade or install would apply, rendered with the cluster at hand. Writes nothing. */
  render(request: UpgradeRequest, signal?: AbortSignal): Promise<Rendered>;
  rollback(request: RollbackRequest, signal?: AbortSignal): Promise<void>;
  /** Removes the release with its whole history, and waits until its objects are gone. */
  uninstall(request: UninstallRequest, signal?: AbortSignal): Promise<void>;
};
