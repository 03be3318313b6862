import type { Eks, EksCluster } from "../ports/eks.ts";
import type { Kubeconfigs } from "../ports/kubeconfigs.ts";
import type { Log } from "../ports/log.ts";

export type ConnectRequest = {
  cluster: string;
  roleToAssume: string;
  /** Name for the kubeconfig's context; empty: the cluster's name. */
  kubeContext: string;
};

export type Connection = {
  kubeconfig: string;
  context: string;
  server: string;
};

/** Finds an EKS cluster and writes a kubeconfig for it. No call to the cluster itself. */
export async function connectCluster(
  request: ConnectRequest,
  ports: { eks: Eks; kubeconfigs: Kubeconfigs; log: Log },
): Promise<Connection> {
  const cluster: EksCluster = await ports.eks.describeCluster(request.cluster);
  const written = await ports.kubeconfigs.write(cluster, {
    roleToAssume: request.roleToAssume,
    context: request.kubeContext,
  });
  ports.log.info(`Connected to ${cluster.name} in ${cluster.region} (${cluster.server}); ${ports.eks.renewal()}`);
  return { kubeconfig: written.path, context: written.context, server: cluster.server };
}
