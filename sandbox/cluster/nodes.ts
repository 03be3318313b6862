import { CoreV1Api, type KubeConfig, StorageV1Api, type V1Node } from "@kubernetes/client-node";
import { waitFor } from "../process/daemon.ts";

/**
 * Registers three nodes, one in each availability zone, as their kubelets would.
 *
 * @param logPort where the API server asks for containers' logs (see kubelet.ts)
 */
export async function createNodes(config: KubeConfig, region: string, logPort: number): Promise<void> {
  const core = config.makeApiClient(CoreV1Api);
  await Promise.all(["a", "b", "c"].map((zone, i) => core.createNode({ body: nodeIn(i + 1, region + zone, logPort) })));
}

function nodeIn(index: number, zone: string, logPort: number): V1Node {
  const region = zone.slice(0, -1);
  const name = `ip-10-0-${index}-10.${region}.compute.internal`;
  const podCIDR = `10.${244 + index}.0.0/16`;
  const resources = { cpu: "64", memory: "256Gi", "ephemeral-storage": "1Ti", pods: "1000" };
  return {
    metadata: {
      name,
      labels: {
        "kubernetes.io/arch": "amd64",
        "kubernetes.io/hostname": name,
        "kubernetes.io/os": "linux",
        "node.kubernetes.io/instance-type": "m7i.16xlarge",
        "topology.kubernetes.io/region": region,
        "topology.kubernetes.io/zone": zone,
      },
    },
    spec: { providerID: `aws:///${zone}/i-${String(index).padStart(17, "0")}`, podCIDR, podCIDRs: [podCIDR] },
    status: {
      addresses: [
        { type: "InternalIP", address: "127.0.0.1" },
        { type: "Hostname", address: name },
      ],
      allocatable: resources,
      capacity: resources,
      daemonEndpoints: { kubeletEndpoint: { Port: logPort } },
      nodeInfo: {
        architecture: "amd64",
        bootID: "",
        containerRuntimeVersion: "containerd://2.1.4",
        kernelVersion: "6.12.0",
        kubeletVersion: "v1.36.3",
        kubeProxyVersion: "",
        machineID: "",
        operatingSystem: "linux",
        osImage: "sandbox",
        systemUUID: "",
      },
    },
  };
}

/** Volume claims without a class get this one, as on EKS. kwok makes their volumes. */
export async function createStorageClass(config: KubeConfig): Promise<void> {
  await config.makeApiClient(StorageV1Api).createStorageClass({
    body: {
      metadata: { name: "gp3", annotations: { "storageclass.kubernetes.io/is-default-class": "true" } },
      provisioner: "ebs.csi.aws.com",
      reclaimPolicy: "Delete",
      volumeBindingMode: "Immediate",
    },
  });
}

/**
 * Waits until pods can run: all nodes are ready and free of the taint that keeps pods away until then, and the default
 * namespace has the service account that pods run as.
 *
 * @param kwok what makes them ready: its pid, and its log for the error
 */
export async function waitForNodes(config: KubeConfig, kwok: { pid: number; log: string }): Promise<void> {
  const core = config.makeApiClient(CoreV1Api);
  const ready = async () => {
    const { items } = await core.listNode();
    await core.readNamespacedServiceAccount({ namespace: "default", name: "default" });
    return items.every((each) => !each.spec?.taints?.length && isReady(each));
  };
  await waitFor("the nodes to be ready", ready, kwok);
}

function isReady(node: V1Node): boolean {
  return node.status?.conditions?.some(({ type, status }) => type === "Ready" && status === "True") ?? false;
}
