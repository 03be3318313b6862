/** What one `helm upgrade --install --wait` is given. */
export type UpgradeRequest = {
  release: string;
  namespace: string;
  /** A folder or a packed chart on this machine. */
  chartPath: string;
  kubeconfig: string;
  /** Empty: the kubeconfig's current one. */
  kubeContext: string;
  /** Paths, in the order in which later ones win. */
  valueFiles: readonly string[];
  set: readonly string[];
  setString: readonly string[];
  timeoutMs: number;
  historyMax: number;
  extraArguments: readonly string[];
};

export type Helm = {
  /** `4.1.4` */
  version: string;
  major: 3 | 4;
  /**
   * Installs or upgrades and waits until the workloads are ready.
   * Resolves when Helm ended well. Fails with `OutsideError` that holds Helm's own words.
   */
  upgradeInstall(request: UpgradeRequest): Promise<void>;
};
