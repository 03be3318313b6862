import { type HostFit, hostFit } from "./host-fit.ts";
import type { GatewayListener, HttpRouteFacts, RouteParent } from "./route-facts.ts";
import type { Listener, RouteTarget, TargetProblem } from "./route-target.ts";

/** Where an HTTPRoute is reached for a host: https://gateway-api.sigs.k8s.io/api-types/httproute/ */
export function httpRouteTarget(route: HttpRouteFacts, host: string): RouteTarget | TargetProblem {
  const who = `HTTPRoute ${route.namespace}/${route.name}`;
  const { hostnames, parents } = route;
  const ownFit = hostFit(host, hostnames.length === 0 ? [""] : hostnames, "some");
  if (ownFit === undefined) {
    return { kind: "unfit", problem: `${who} has no host name for ${host}; it has: ${hostnames.join(", ")}` };
  }
  const [first] = parents;
  if (first === undefined) return { kind: "unfit", problem: `${who} names no Gateway as its parent` };

  const candidates = parents.filter((parent) => !parent.gateway.exists || listenersFor(parent, host).length > 0);
  const [parent] = candidates;
  if (parent === undefined) return noListener(first, host);
  const gateways = [...new Set(candidates.map(gatewayText))];
  // Which of them a record is to point at is for the user to say: one may be for the inside only.
  if (gateways.length > 1) {
    const example = candidates.flatMap(({ gateway }) => gateway.addresses)[0] ?? "…";
    const problem = `${who} is served for ${host} by ${gateways.join(" and ")}: name the address of the right one, as in target: { kind: host, name: ${example} }`;
    return { kind: "unfit", problem };
  }
  const problems = candidates.map((each) => parentProblem(who, each));
  const problem = problems.find((each) => each !== undefined);
  if (problem !== undefined) return problem;
  const attached = candidates.flatMap((each) => listenersFor(each, host));
  const fit =
    ownFit === "any"
      ? hostFit(
          host,
          attached.map(({ hostname }) => hostname),
          "some",
        )
      : ownFit;
  return found(parent, attached, fit ?? ownFit);
}

function found(parent: RouteParent, attached: readonly GatewayListener[], fit: HostFit): RouteTarget {
  const listeners = attached.map(({ port, protocol }): Listener => {
    return { port, scheme: protocol === "HTTPS" ? "https" : "http" };
  });
  const known = new Map(listeners.map((listener) => [`${listener.scheme} ${listener.port}`, listener]));
  return { addresses: parent.gateway.addresses, listeners: [...known.values()], fit, tlsHosts: [] };
}

/** The listeners of a parent that the route is attached to, and that take that host. */
function listenersFor({ gateway, sectionName, port }: RouteParent, host: string): GatewayListener[] {
  return gateway.listeners.filter(
    (listener) =>
      // Other protocols do not take HTTPRoutes: https://gateway-api.sigs.k8s.io/reference/spec/#protocoltype
      (listener.protocol === "HTTP" || listener.protocol === "HTTPS") &&
      (sectionName === undefined || listener.name === sectionName) &&
      (port === undefined || listener.port === port) &&
      hostFit(host, [listener.hostname], "some") !== undefined,
  );
}

function parentProblem(who: string, parent: RouteParent): TargetProblem | undefined {
  const { gateway, conditions } = parent;
  const by = gatewayText(parent);
  if (!gateway.exists) return { kind: "missing", problem: `${who} names ${by}, which is not there` };
  const accepted = conditions?.find(({ type }) => type === "Accepted");
  if (accepted === undefined) return { kind: "not-ready", problem: `${who} is not accepted by ${by} yet` };
  // Both are told: https://gateway-api.sigs.k8s.io/reference/spec/#routeconditiontype
  const wrong = [accepted, conditions?.find(({ type }) => type === "ResolvedRefs")].find(
    (each) => each?.isTrue === false,
  );
  if (wrong !== undefined) {
    const said = [wrong.reason, wrong.message].filter((text) => text !== "").join(": ");
    const what = wrong.type === "Accepted" ? `is not accepted by ${by}` : `cannot lead to what it names, says ${by}`;
    return { kind: "not-ready", problem: `${who} ${what}: ${said}` };
  }
  if (gateway.addresses.length === 0) return { kind: "not-ready", problem: `${by} has no address yet` };
  return undefined;
}

function noListener(parent: RouteParent, host: string): TargetProblem {
  const { gateway, sectionName, port } = parent;
  const which = `${sectionName === undefined ? "" : ` named ${sectionName}`}${port === undefined ? "" : ` at port ${port}`}`;
  const has = gateway.listeners.map(
    (each) => `${each.name} (${each.protocol} ${each.port} ${each.hostname || "any host"})`,
  );
  const problem = `${gatewayText(parent)} has no HTTP or HTTPS listener${which} for host ${host}; it has: ${has.join(", ")}`;
  return { kind: "unfit", problem };
}

function gatewayText({ gateway }: RouteParent): string {
  return `Gateway ${gateway.namespace}/${gateway.name}`;
}
