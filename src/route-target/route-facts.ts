import type { Listener } from "./route-target.ts";

/** What the API server has of a target, in our own words. */
export type RouteFacts =
  | ({ kind: "ingress" } & IngressFacts)
  | ({ kind: "http-route" } & HttpRouteFacts)
  | ({ kind: "service" } & ServiceFacts);

type Named = { namespace: string; name: string };

export type IngressFacts = Named & {
  /** Of its rules; empty for a rule, or a backend, for every host. */
  hosts: string[];
  tlsHosts: string[];
  listeners: Listener[] | undefined;
  addresses: string[];
};

export type ServiceFacts = Named & {
  /** `LoadBalancer`, `ClusterIP` and so on. */
  type: string;
  listeners: Listener[];
  addresses: string[];
};

export type HttpRouteFacts = Named & {
  /** Empty: those of the Gateway's listeners. */
  hostnames: string[];
  /** The Gateways that it names. */
  parents: RouteParent[];
};

export type RouteParent = {
  gateway: GatewayFacts;
  /** Left out: all of the Gateway's listeners. */
  sectionName?: string | undefined;
  port?: number | undefined;
  /** What the Gateway's controller says of the route as it is now; `undefined` while it has not looked at it. */
  conditions: RouteCondition[] | undefined;
};

export type RouteCondition = { type: string; isTrue: boolean; reason: string; message: string };

export type GatewayFacts = Named & {
  exists: boolean;
  addresses: string[];
  listeners: GatewayListener[];
};

export type GatewayListener = {
  name: string;
  port: number;
  /** `HTTP`, `HTTPS`, `TLS` and so on. */
  protocol: string;
  /** Empty: every host. */
  hostname: string;
};
