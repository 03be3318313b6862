import { setTimeout as sleep } from "node:timers/promises";
import { DiscoveryV1Api, KubeConfig, makeInformer, type V1EndpointSlice } from "@kubernetes/client-node";

type Service = { namespace: string; name: string };

/**
 * Watches which Services of a cluster have ready endpoints.
 *
 * @returns says whether one has, as far as the API server has told
 */
export async function watchEndpoints(kubeconfig: string): Promise<(service: Service) => boolean> {
  const config = new KubeConfig();
  config.loadFromFile(kubeconfig);
  const api = config.makeApiClient(DiscoveryV1Api);
  const list = () => api.listEndpointSliceForAllNamespaces();
  const informer = makeInformer<V1EndpointSlice>(config, "/apis/discovery.k8s.io/v1/endpointslices", list);
  const startAgain = async (cause: unknown): Promise<void> => {
    console.error("The watch of endpoints ended:", cause);
    await sleep(1000);
    await informer.start().catch(startAgain);
  };
  informer.on("error", (cause) => void startAgain(cause));
  await informer.start();
  return ({ namespace, name }) =>
    informer
      .list(namespace)
      .some(
        ({ metadata, endpoints }) => isOf(name, metadata) && endpoints?.some(({ conditions }) => conditions?.ready),
      );
}

/** https://kubernetes.io/docs/reference/labels-annotations-taints/#kubernetesioservice-name */
function isOf(service: string, metadata: V1EndpointSlice["metadata"]): boolean {
  return metadata?.labels?.["kubernetes.io/service-name"] === service;
}
