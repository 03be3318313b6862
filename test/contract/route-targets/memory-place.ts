import type { GatewayFacts } from "../../../src/route-target/route-facts.ts";
import type { Listener } from "../../../src/route-target/route-target.ts";
import { memoryRouteTargets } from "../../support/fakes/route-targets.ts";
import type { Place } from "./place.ts";

export function memoryPlace(): Place {
  const targets = memoryRouteTargets();
  const namespace = "commerce";
  const gateways = new Map<string, GatewayFacts>();
  const addressOf = (name: string) => `k8s-${namespace}-${name}.us-west-2.elb.amazonaws.test`;
  const addresses = ({ name, hasAddress = true }: { name: string; hasAddress?: boolean }) =>
    hasAddress ? [addressOf(name)] : [];
  return {
    targets,
    namespace,
    addressOf,
    async putIngress(shown) {
      const { name, hosts, tlsHosts = [], listenPorts } = shown;
      const pairs = JSON.parse(listenPorts ?? "[]") as Record<string, number>[];
      const listeners = pairs.flatMap((each): Listener[] =>
        Object.entries(each).map(([scheme, port]) => ({ port, scheme: scheme === "HTTPS" ? "https" : "http" })),
      );
      const known = listenPorts === undefined ? undefined : listeners;
      const taken = hosts.length === 0 ? [""] : hosts;
      targets.put({
        kind: "ingress",
        namespace,
        name,
        tlsHosts,
        hosts: taken,
        listeners: known,
        addresses: addresses(shown),
      });
    },
    async putService(shown) {
      const { name, type, ports } = shown;
      const listeners = ports.map((each): Listener => {
        const scheme = each.name === "http" || each.name === "https" ? each.name : undefined;
        return { port: each.port, scheme };
      });
      targets.put({ kind: "service", namespace, name, type, listeners, addresses: addresses(shown) });
    },
    async putGateway(shown) {
      const { name, listeners } = shown;
      const known = listeners.map((each) => ({ hostname: "", ...each }));
      gateways.set(name, { namespace, name, exists: true, addresses: addresses(shown), listeners: known });
    },
    async putRoute({ name, hostnames, parents, against }) {
      const conditions = (["Accepted", "ResolvedRefs"] as const).map((type) =>
        type === against?.type ? { ...against, isTrue: false } : { type, isTrue: true, reason: type, message: "" },
      );
      const facts = parents.map(({ gateway, sectionName }) => {
        const absent = { namespace, name: gateway, exists: false, addresses: [], listeners: [] };
        return { gateway: gateways.get(gateway) ?? absent, sectionName, conditions };
      });
      targets.put({ kind: "http-route", namespace, name, hostnames, parents: facts });
    },
    lack: (kind, name) => targets.lack({ kind, namespace, name }),
  };
}
