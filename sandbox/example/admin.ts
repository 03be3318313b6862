import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { run } from "../process/run.ts";
import type { Cluster, Sandbox } from "../sandbox.ts";

/** kubectl and Helm 4 as the administrator of a cluster. Both return stdout, and throw with stderr. */
export type Admin = {
  kubectl(...args: string[]): Promise<string>;
  helm(...args: string[]): Promise<string>;
  /** Creates or changes these objects. */
  apply(objects: object[]): Promise<void>;
};

export function adminOf(sandbox: Sandbox, cluster: string): Admin {
  const kubeconfig = ["--kubeconfig", clusterOf(sandbox, cluster).adminKubeconfig];
  const kubectl = (...args: string[]) => run(sandbox.tools.kubectl, [...args, ...kubeconfig]);
  return {
    kubectl,
    helm: (...args) => run(sandbox.tools.helm4, [...args, ...kubeconfig]),
    async apply(objects) {
      const folder = await mkdtemp(join(sandbox.folder, "apply-"));
      try {
        const file = join(folder, "objects.json");
        await writeFile(file, JSON.stringify({ apiVersion: "v1", kind: "List", items: objects }));
        await kubectl("apply", "--server-side", "--force-conflicts", "--filename", file);
      } finally {
        await rm(folder, { recursive: true });
      }
    },
  };
}

/** @throws when the sandbox has no cluster of that name */
export function clusterOf(sandbox: Sandbox, name: string): Cluster {
  const cluster = sandbox.clusters[name];
  if (!cluster) {
    throw new Error(`Sandbox ${sandbox.name} has no cluster ${name}, but ${Object.keys(sandbox.clusters).join(", ")}.`);
  }
  return cluster;
}
