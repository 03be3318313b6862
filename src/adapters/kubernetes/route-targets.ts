import type { V1Ingress, V1Service } from "@kubernetes/client-node";
import { nearest } from "../../advice/nearest.ts";
import type { RouteTargets } from "../../ports/route-targets.ts";
import { routeTargetOf } from "../../route-target/find-target.ts";
import type { IngressFacts, RouteFacts, ServiceFacts } from "../../route-target/route-facts.ts";
import { type Listener, objectText, type TargetObject, type TargetProblem } from "../../route-target/route-target.ts";
import { apiError, apiStatus } from "./api-errors.ts";
import type { KubernetesClient } from "./client.ts";
import { listHttpRoutes, readHttpRoute } from "./http-routes.ts";

type Listed = { items: { metadata?: { name?: string } }[] };

/** Targets of records in a real cluster. Needs `get` of their kinds, of Gateways too; with `list` it knows what a wrong name may mean. */
export function clusterRouteTargets(client: KubernetesClient): RouteTargets {
  return {
    async find(target, host) {
      if (target.kind === "host") {
        return { addresses: [target.name], listeners: undefined, fit: undefined, tlsHosts: [] };
      }
      const read = await readFacts(client, target);
      return "problem" in read ? read : routeTargetOf(read, host);
    },
  };
}

async function readFacts(client: KubernetesClient, target: TargetObject): Promise<RouteFacts | TargetProblem> {
  try {
    const [facts, deleted] = await factsOf(client, target);
    if (!deleted) return facts;
    return { kind: "missing", problem: `${objectText(target)} is being deleted` };
  } catch (error) {
    if (apiStatus(error) !== 404) throw apiError(`read ${objectText(target)}`, error);
    return missing(client, target);
  }
}

/** With whether the object is being deleted. */
async function factsOf(
  client: KubernetesClient,
  { kind, namespace, name }: TargetObject,
): Promise<[RouteFacts, boolean]> {
  if (kind === "http-route") {
    const { facts, deleted } = await readHttpRoute(client, { namespace, name });
    return [{ kind, ...facts }, deleted];
  }
  if (kind === "ingress") {
    const ingress = await client.networking.readNamespacedIngress({ namespace, name });
    return [{ kind, namespace, name, ...ingressFacts(ingress) }, ingress.metadata?.deletionTimestamp !== undefined];
  }
  const service = await client.core.readNamespacedService({ namespace, name });
  return [{ kind, namespace, name, ...serviceFacts(service) }, service.metadata?.deletionTimestamp !== undefined];
}

async function missing(client: KubernetesClient, target: TargetObject): Promise<TargetProblem> {
  const { namespace, name, kind } = target;
  const lists: Record<TargetObject["kind"], () => Promise<Listed>> = {
    ingress: () => client.networking.listNamespacedIngress({ namespace }),
    service: () => client.core.listNamespacedService({ namespace }),
    "http-route": () => listHttpRoutes(client, namespace),
  };
  let names: string[] = [];
  try {
    names = (await lists[kind]()).items.flatMap(({ metadata }) => metadata?.name ?? []);
  } catch (error) {
    if (apiStatus(error) === 404) {
      const next = "install the Gateway API, or name another kind of target";
      return { kind: "missing", problem: `${objectText(target)} is not there: the cluster has no HTTPRoutes; ${next}` };
    }
    if (apiStatus(error) !== 403) throw apiError(`list what is beside ${objectText(target)}`, error);
  }
  const meant = nearest(name, names);
  const problem = `${objectText(target)} is not there${meant === undefined ? "" : `; did you mean ${meant}?`}`;
  return { kind: "missing", problem };
}

function ingressFacts({ metadata, spec, status }: V1Ingress): Omit<IngressFacts, "namespace" | "name"> {
  const rules = spec?.rules ?? [];
  return {
    hosts: [...rules.map(({ host = "" }) => host), ...(spec?.defaultBackend ? [""] : [])],
    tlsHosts: (spec?.tls ?? []).flatMap(({ hosts = [] }) => hosts),
    listeners: listenPorts(metadata?.annotations?.["alb.ingress.kubernetes.io/listen-ports"]),
    addresses: (status?.loadBalancer?.ingress ?? []).flatMap(addressIn),
  };
}

/**
 * Of the load balancer controller of AWS, as in `[{"HTTP": 80}, {"HTTPS": 443}]`:
 * https://kubernetes-sigs.github.io/aws-load-balancer-controller/latest/guide/ingress/annotations/#listen-ports
 */
function listenPorts(annotation: string | undefined): Listener[] | undefined {
  if (annotation === undefined) return undefined;
  try {
    const ports = (JSON.parse(annotation) as Record<string, number>[]).flatMap((each) => Object.entries(each));
    return ports.map(([scheme, port]) => ({ port, scheme: scheme === "HTTPS" ? "https" : "http" }));
  } catch {
    // The controller says so in an event, and gives no address.
    return undefined;
  }
}

function serviceFacts({ spec, status }: V1Service): Omit<ServiceFacts, "namespace" | "name"> {
  const ports = (spec?.ports ?? []).filter(({ protocol = "TCP" }) => protocol === "TCP");
  return {
    type: spec?.type ?? "ClusterIP",
    listeners: ports.map(({ port, name, appProtocol }) => ({ port, scheme: schemeIn(appProtocol) ?? schemeIn(name) })),
    addresses: (status?.loadBalancer?.ingress ?? []).flatMap(addressIn),
  };
}

function schemeIn(text: string | undefined): Listener["scheme"] {
  return text === "http" || text === "https" ? text : undefined;
}

function addressIn({ hostname, ip }: { hostname?: string; ip?: string }): string[] {
  const address = hostname || ip;
  return address ? [address] : [];
}
