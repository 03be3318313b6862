// A record that shall move from an old load balancer to a new one. Free of jest, so that drills can use it too.
import { randomUUID } from "node:crypto";
import { Resolver } from "node:dns/promises";
import { mkdtemp, rm } from "node:fs/promises";
import { join } from "node:path";
import { DeleteLoadBalancerCommand } from "@aws-sdk/client-elastic-load-balancing-v2";
import type { ResourceRecordSet } from "@aws-sdk/client-route-53";
import { CreateHostedZoneCommand } from "@aws-sdk/client-route-53";
import { setInsyncSeconds } from "../../sandbox/aws/behaviour.ts";
import { type Aws, loadBalancingClient, route53Watcher } from "../../sandbox/aws/clients.ts";
import { stopDaemons, waitFor } from "../../sandbox/process/daemon.ts";
import type { Sandbox } from "../../sandbox/sandbox.ts";
import { type Registered, registerBalancers } from "../../sandbox/traffic/register.ts";
import type { SideName } from "../../sandbox/traffic/settings.ts";
import { setTraffic, startTraffic, type Traffic } from "../../sandbox/traffic/traffic.ts";
import type { ClusterView } from "./cluster-view.ts";
import { change, create, deleteZone, recordSets } from "./record-sets.ts";

export type MovingRecord = {
  /** The record of the service "orders", in a zone of its own. */
  host: string;
  zone: string;
  traffic: Traffic;
  balancers: Record<SideName, Registered>;
  /** For actions that probe: they trust the load balancers' certificates. */
  env: Record<string, string>;
  /** What the migration file has to say of it: of its environment, and of the service "orders". */
  keys: { dns: object };
  orders: { [key: string]: unknown };
  /** The zone's record sets, but the apex's own. */
  records(): Promise<ResourceRecordSet[]>;
  /** The addresses that a client gets for the host. */
  resolved(): Promise<string[]>;
  /** Ends the load balancers, and takes away what is in AWS. */
  close(): Promise<void>;
};

export type RecordWishes = {
  /** The name of the zone; one of its own when left out. */
  domain?: string;
  /** The account of the zone, with the root credentials; that of all else when left out. */
  zoneAccount?: Aws;
  /** The record of the host, as it is before the move. */
  record(host: string, old: Registered): ResourceRecordSet[];
};

/** Of the old side, and of the new one. */
const REGIONS = ["us-west-1", "us-west-2"];

/**
 * The record leads to an old load balancer; the new one is there too. Name servers answer from the zone.
 * @param place.temp a folder that the caller removes
 */
export async function newMovingRecord(
  { aws, dns, clusters, temp }: Pick<Sandbox, "aws" | "dns" | "clusters"> & { temp: string },
  { domain, zoneAccount = aws, record }: RecordWishes,
): Promise<MovingRecord> {
  const id = randomUUID().slice(0, 8);
  const name = domain ?? `dns-${id}.example.com`;
  const host = `orders.${name}`;
  const folder = await mkdtemp(join(temp, "traffic-"));
  const kubeconfig = clusters.shop?.adminKubeconfig ?? "";
  const traffic = await startTraffic({ folder, hosts: [host], kubeconfig });
  const registered = await Promise.all(
    REGIONS.map((region) => registerBalancers(aws, traffic, { region, prefix: `${id}-` })),
  );
  const [west1, west2] = registered;
  if (west1 === undefined || west2 === undefined) throw new Error("There is no load balancer.");
  const balancers = { old: west1.old, new: west2.new };
  await setTraffic(traffic, { services: { [host]: "ready" } });
  // Not one of those whose calls an account's rate counts.
  const zones = route53Watcher(zoneAccount);
  const made = await zones.send(new CreateHostedZoneCommand({ Name: name, CallerReference: randomUUID() }));
  const zone = made.HostedZone?.Id ?? "";
  await setInsyncSeconds(zoneAccount, zone, 1);
  await change(zones, zone, record(host, balancers.old).map(create));
  const resolver = new Resolver();
  resolver.setServers([dns.resolver]);
  return {
    host,
    zone,
    traffic,
    balancers,
    env: { NODE_EXTRA_CA_CERTS: traffic.caFile },
    keys: { dns: { resolver: dns.resolver, "name-servers": dns.nameServers } },
    orders: {
      records: [{ name: host, target: { kind: "service", name: "public" } }],
      probe: { path: "/healthz", passes: 2, interval: "1s" },
      prepare: { margin: "1s" },
    },
    records: () => recordSets(zones, zone),
    resolved: async () => (await resolver.resolve4(host)).toSorted(),
    async close() {
      await stopDaemons(folder);
      // The DNS server reads all that there is, again and again.
      await deleteZone(zones, zone);
      for (const { old, new: fresh } of registered) {
        for (const { arn } of [old, fresh]) {
          const region = arn.split(":")[3];
          await loadBalancingClient(aws, region).send(new DeleteLoadBalancerCommand({ LoadBalancerArn: arn }));
        }
      }
      await rm(folder, { recursive: true, force: true });
    },
  };
}

type Balanced = { status?: { loadBalancer?: { ingress?: object[] } } };

/** Makes a Service of the type LoadBalancer that has got its load balancer: at a host name, or at an IP address. */
export async function newBalancedService(
  { cluster, namespace }: { cluster: ClusterView; namespace: string },
  { name, port, at }: { name: string; port: number; at: { hostname: string } | { ip: string } },
): Promise<void> {
  await cluster.kubectl("create", "service", "loadbalancer", name, `--tcp=${port}:8080`, "--namespace", namespace);
  await waitFor("the first word on the Service", async () => {
    const service = await cluster.get<Balanced>(`service/${name}`, "--namespace", namespace);
    return service?.status?.loadBalancer?.ingress !== undefined;
  });
  const status = JSON.stringify({ status: { loadBalancer: { ingress: [at] } } });
  const patch = ["--subresource=status", "--type=merge", "--patch", status];
  await cluster.kubectl("patch", `service/${name}`, "--namespace", namespace, ...patch);
}

/** Resolves the host all the time, until it is stopped: then it tells what was answered, an error by its code. */
export function watchHost({ resolved }: Pick<MovingRecord, "resolved">): () => Promise<string[]> {
  const seen = new Set<string>();
  const end = new AbortController();
  const watching = (async () => {
    while (!end.signal.aborted) {
      seen.add(await resolved().then(String, (error: { code?: string }) => error.code ?? "failed"));
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
  })();
  return async () => {
    end.abort();
    await watching;
    return [...seen].toSorted();
  };
}
