import { waitFor } from "../../../sandbox/process/daemon.ts";
import { openCluster } from "../../../src/adapters/kubernetes/client.ts";
import { clusterRouteTargets } from "../../../src/adapters/kubernetes/route-targets.ts";
import type { RouteTargets } from "../../../src/ports/route-targets.ts";
import { type ClusterView, clusterView } from "../../support/cluster-view.ts";
import { newNamespace } from "../../support/namespaces.ts";
import { serviceAccount } from "../../support/service-account.ts";
import type { Place } from "./place.ts";

export type ClusterPlace = Place & {
  cluster: ClusterView;
  /** By a login that may do these things only, such as "get ingresses.networking.k8s.io". */
  openBy(rules: string[]): Promise<RouteTargets>;
};

type Kind = { apiVersion: string; kind: string };
type Read = { metadata: { generation?: number }; status?: Record<string, unknown> };

const INGRESS = { apiVersion: "networking.k8s.io/v1", kind: "Ingress" };
const SERVICE = { apiVersion: "v1", kind: "Service" };
const GATEWAY = { apiVersion: "gateway.networking.k8s.io/v1", kind: "Gateway" };
const ROUTE = { apiVersion: "gateway.networking.k8s.io/v1", kind: "HTTPRoute" };

/** A namespace of this process's own; the sandbox plays the controllers. */
export async function clusterPlace(): Promise<ClusterPlace> {
  const cluster = await clusterView();
  const client = await openCluster({ kubeconfig: cluster.kubeconfig, context: "" });
  const namespace = newNamespace();
  await cluster.kubectl("create", "namespace", namespace);
  let readers = 0;

  async function create(kind: Kind, { name, ...object }: { name: string; annotations?: object; spec: object }) {
    const { annotations = {}, spec } = object;
    const made = { ...kind, metadata: { name, namespace, annotations: { ...annotations } }, spec };
    await client.objects.create(made);
  }
  async function setStatus(what: string, status: object): Promise<void> {
    const patch = ["--subresource=status", "--type=merge", "--patch", JSON.stringify({ status })];
    await cluster.kubectl("patch", what, "--namespace", namespace, ...patch);
  }
  /** A controller's first word on an object comes of itself; then the test has the last. */
  async function settle(
    kind: Kind,
    name: string,
    isThere: (status: Record<string, unknown>) => boolean,
  ): Promise<Read> {
    let found: Read = { metadata: {} };
    await waitFor(`the status of ${kind.kind} ${name}`, async () => {
      found = (await client.objects.read({ ...kind, metadata: { name, namespace } })) as Read;
      return isThere(found.status ?? {});
    });
    return found;
  }
  async function balanced(kind: Kind, name: string, hasAddress = true): Promise<void> {
    await settle(kind, name, (status) => JSON.stringify(status.loadBalancer ?? {}).includes("hostname"));
    // An entry without an address: one that is empty altogether would be filled in again.
    if (!hasAddress) await setStatus(`${kind.kind}/${name}`, { loadBalancer: { ingress: [{}] } });
  }

  return {
    cluster,
    namespace,
    targets: clusterRouteTargets(client),
    addressOf: (name) => `k8s-${namespace}-${name}.us-west-2.elb.amazonaws.test`,
    async putIngress({ name, hosts, tlsHosts = [], listenPorts, hasAddress }) {
      const backend = { service: { name, port: { number: 80 } } };
      const http = { paths: [{ path: "/", pathType: "Prefix", backend }] };
      const annotations = listenPorts === undefined ? {} : { "alb.ingress.kubernetes.io/listen-ports": listenPorts };
      const spec = {
        ...(hosts.length === 0 ? { defaultBackend: backend } : { rules: hosts.map((host) => ({ host, http })) }),
        ...(tlsHosts.length === 0 ? {} : { tls: [{ hosts: tlsHosts }] }),
      };
      await create(INGRESS, { name, annotations, spec });
      await balanced(INGRESS, name, hasAddress);
    },
    async putService({ name, type, ports, hasAddress }) {
      await create(SERVICE, { name, spec: { type, ports, selector: { app: name } } });
      if (type === "LoadBalancer") await balanced(SERVICE, name, hasAddress);
    },
    async putGateway({ name, listeners, hasAddress = true }) {
      const tls = { certificateRefs: [{ name: "certificate" }] };
      const all = listeners.map((each) => ({ ...each, ...(each.protocol === "HTTPS" ? { tls } : {}) }));
      await create(GATEWAY, { name, spec: { gatewayClassName: "sandbox", listeners: all } });
      await settle(GATEWAY, name, ({ addresses }) => addresses !== undefined);
      if (!hasAddress) await setStatus(`gateway/${name}`, { addresses: [] });
    },
    async putRoute({ name, hostnames, parents, against }) {
      const parentRefs = parents.map(({ gateway, ...parent }) => ({ name: gateway, ...parent }));
      const rules = [{ backendRefs: [{ name, port: 80 }] }];
      await create(ROUTE, { name, spec: { ...(hostnames.length === 0 ? {} : { hostnames }), parentRefs, rules } });
      if (parents.length === 0) return;
      const { metadata, status } = await settle(ROUTE, name, (found) => found.parents !== undefined);
      if (against === undefined) return;
      const told = status?.parents as { conditions: { type: string }[] }[];
      const observedGeneration = metadata.generation;
      const changed = told.map((parent) => ({
        ...parent,
        conditions: parent.conditions.map((each) =>
          each.type === against.type ? { ...each, ...against, status: "False", observedGeneration } : each,
        ),
      }));
      await setStatus(`httproute/${name}`, { parents: changed });
    },
    lack: () => undefined,
    async openBy(rules) {
      const kubeconfig = await serviceAccount(namespace, `reader-${++readers}`, rules);
      return clusterRouteTargets(await openCluster({ kubeconfig, context: "" }));
    },
  };
}
