import { mkdtemp, rm } from "node:fs/promises";
import { join } from "node:path";
import { CoreV1Api, KubeConfig, NetworkingV1Api, type V1Ingress } from "@kubernetes/client-node";
import { grantAccess } from "../../sandbox/aws/access.ts";
import { createRole } from "../../sandbox/aws/roles.ts";
import { stopDaemons, waitFor } from "../../sandbox/process/daemon.ts";
import { type Registered, registerBalancers } from "../../sandbox/traffic/register.ts";
import { setTraffic, startTraffic, type Traffic } from "../../sandbox/traffic/traffic.ts";
import type { BenchCluster } from "../bench-cluster.ts";

export const NAMESPACE = "bench-dns";
export const INGRESS = "public";

/** Both load balancers, and the Ingress that the new one belongs to. */
export type Sides = {
  traffic: Traffic;
  balancers: { old: Registered; new: Registered };
  /** For all of both sides. */
  roleArn: string;
  close(): Promise<void>;
};

/** Starts the load balancers, with certificates for these hosts, and an Ingress for all hosts whose address is the new one. */
export async function openSides(bench: BenchCluster, hosts: string[]): Promise<Sides> {
  const { sandbox, cluster } = bench;
  const folder = await mkdtemp(join(bench.folder, "traffic-"));
  const traffic = await startTraffic({ folder, hosts: [] });
  const certified = { certificates: hosts };
  await setTraffic(traffic, { old: certified, new: certified });
  await setTraffic(traffic, { services: Object.fromEntries(hosts.map((host) => [host, "ready"])) });
  const balancers = await registerBalancers(sandbox.aws, traffic, {
    region: cluster.region,
    prefix: `bench-${process.pid}-`,
  });
  const roleArn = await createRole(sandbox.aws, {
    name: "bench-dns",
    trust: { subject: "repo:casaone/shop:*" },
    policy: [{ Effect: "Allow", Action: ["eks:DescribeCluster", "elasticloadbalancing:Describe*"], Resource: "*" }],
  });
  await grantAccess(sandbox.aws, cluster, { roleArn, groups: [bench.group] });
  await makeIngress(cluster.adminKubeconfig, { port: traffic.port, address: balancers.new.dnsName });
  return {
    traffic,
    balancers,
    roleArn,
    async close() {
      await stopDaemons(folder);
      await rm(folder, { recursive: true, force: true });
      await bench.removeNamespaces([NAMESPACE]);
    },
  };
}

/** As the load balancer controller of AWS leaves it. */
async function makeIngress(kubeconfig: string, { port, address }: { port: number; address: string }): Promise<void> {
  const config = new KubeConfig();
  config.loadFromFile(kubeconfig);
  await config.makeApiClient(CoreV1Api).createNamespace({ body: { metadata: { name: NAMESPACE } } });
  const networking = config.makeApiClient(NetworkingV1Api);
  const at = { namespace: NAMESPACE, name: INGRESS };
  const annotations = { "alb.ingress.kubernetes.io/listen-ports": JSON.stringify([{ HTTPS: port }]) };
  const ingress: V1Ingress = {
    metadata: { name: INGRESS, annotations },
    spec: { defaultBackend: { service: { name: "shop", port: { number: 80 } } } },
  };
  await networking.createNamespacedIngress({ namespace: NAMESPACE, body: ingress });
  // The sandbox gives it an address of its own, once.
  await waitFor("the Ingress's first address", async () => {
    const { status } = await networking.readNamespacedIngress(at);
    return status?.loadBalancer?.ingress !== undefined;
  });
  const given = await networking.readNamespacedIngress(at);
  given.status = { loadBalancer: { ingress: [{ hostname: address }] } };
  await networking.replaceNamespacedIngressStatus({ ...at, body: given });
}
