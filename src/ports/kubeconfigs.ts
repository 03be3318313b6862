import type { EksCluster } from "./eks.ts";

export type WrittenKubeconfig = {
  /** Path of the file; only this user may read it. */
  path: string;
  context: string;
};

export type Kubeconfigs = {
  /** Writes a kubeconfig whose login renews itself by our own credential program. */
  write(cluster: EksCluster, options: { roleToAssume: string; context: string }): Promise<WrittenKubeconfig>;
};
