import { hostFit } from "./host-fit.ts";
import { httpRouteTarget } from "./http-route-target.ts";
import type { IngressFacts, RouteFacts, ServiceFacts } from "./route-facts.ts";
import type { RouteTarget, TargetProblem } from "./route-target.ts";

/** Where that object is reached for a host, or why it is not. */
export function routeTargetOf(facts: RouteFacts, host: string): RouteTarget | TargetProblem {
  if (facts.kind === "ingress") return ingressTarget(facts, host);
  return facts.kind === "service" ? serviceTarget(facts) : httpRouteTarget(facts, host);
}

function ingressTarget(ingress: IngressFacts, host: string): RouteTarget | TargetProblem {
  const who = `Ingress ${ingress.namespace}/${ingress.name}`;
  const fit = hostFit(host, ingress.hosts, "one");
  if (fit === undefined) {
    const has = ingress.hosts.length === 0 ? "it has none at all" : `it has: ${ingress.hosts.join(", ")}`;
    return { kind: "unfit", problem: `${who} has no rule for host ${host}; ${has}` };
  }
  const { addresses, listeners, tlsHosts } = ingress;
  return addresses.length === 0 ? noAddress(who) : { addresses, listeners, fit, tlsHosts };
}

function serviceTarget({ namespace, name, type, addresses, listeners }: ServiceFacts): RouteTarget | TargetProblem {
  const who = `Service ${namespace}/${name}`;
  if (type !== "LoadBalancer") {
    return {
      kind: "unfit",
      problem: `${who} is of type ${type}: only one of type LoadBalancer has an address outside`,
    };
  }
  return addresses.length === 0 ? noAddress(who) : { addresses, listeners, fit: undefined, tlsHosts: [] };
}

function noAddress(who: string): TargetProblem {
  return { kind: "not-ready", problem: `${who} has no address yet` };
}
