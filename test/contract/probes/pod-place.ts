import { waitFor } from "../../../sandbox/process/daemon.ts";
import { type KubernetesClient, openCluster } from "../../../src/adapters/kubernetes/client.ts";
import { type PodProbeOptions, podProbes } from "../../../src/adapters/kubernetes/pod-probe.ts";
import type { Probes } from "../../../src/ports/probes.ts";
import { type ClusterView, clusterView, type KubeObject } from "../../support/cluster-view.ts";
import { newNamespace } from "../../support/namespaces.ts";
import { serviceAccount } from "../../support/service-account.ts";

/** By its name the sandbox knows that it is to run. */
export const IMAGE = "registry.test/tools/curl:8.16.0";

export type PodPlace = {
  cluster: ClusterView;
  namespace: string;
  /** By what the product needs, and by nothing else. */
  client: KubernetesClient;
  /** Those of a service of its own, unless told otherwise. */
  probes(options?: Partial<PodProbeOptions>): Probes;
  pods(): Promise<KubeObject[]>;
  /** Until none is left. */
  untilGone(): Promise<void>;
};

/**
 * A namespace of this process's own, that takes only pods of the strictest profile.
 * @param rights what the login may do there
 */
export async function podPlace(
  rights: readonly string[] = ["create,get,list,delete pods", "get pods/log"],
): Promise<PodPlace> {
  const cluster = await clusterView();
  const namespace = newNamespace();
  await cluster.kubectl("create", "namespace", namespace);
  await cluster.kubectl("label", "namespace", namespace, "pod-security.kubernetes.io/enforce=restricted");
  await waitFor("the service account of its pods", async () => {
    return (await cluster.get("serviceaccount/default", "--namespace", namespace)) !== undefined;
  });
  const kubeconfig = await serviceAccount(namespace, "prober", rights);
  const client = await openCluster({ kubeconfig, context: "" });
  let services = 0;
  const pods = () => cluster.list("pods", "--namespace", namespace);
  return {
    cluster,
    namespace,
    client,
    probes: (options = {}) =>
      podProbes(client, {
        namespace,
        image: IMAGE,
        owner: { environment: "production", service: `orders-${++services}` },
        ...options,
      }),
    pods,
    untilGone: () => waitFor("the pods to be gone", async () => (await pods()).length === 0),
  };
}
