import type { RouteTargets } from "../../../src/ports/route-targets.ts";

type Common = {
  name: string;
  /** Whether a controller has given it an address. Default is true. */
  hasAddress?: boolean;
};

export type ShownIngress = Common & {
  /** Of its rules; empty for one that takes all. */
  hosts: string[];
  tlsHosts?: string[];
  /** As the annotation of AWS has it. */
  listenPorts?: string;
};

export type ShownService = Common & {
  type: "LoadBalancer" | "ClusterIP";
  ports: { port: number; name?: string }[];
};

export type ShownGateway = Common & {
  listeners: { name: string; port: number; protocol: string; hostname?: string }[];
};

export type ShownRoute = {
  name: string;
  hostnames: string[];
  parents: { gateway: string; sectionName?: string }[];
  /** What the Gateways' controller says against it: that condition with its reason. */
  against?: { type: "Accepted" | "ResolvedRefs"; reason: string; message: string };
};

/** A namespace, real or in memory. All of `put…` end when the object is as shown. */
export type Place = {
  targets: RouteTargets;
  namespace: string;
  /** The address that an object of that name is given. */
  addressOf(name: string): string;
  putIngress(shown: ShownIngress): Promise<void>;
  putService(shown: ShownService): Promise<void>;
  putGateway(shown: ShownGateway): Promise<void>;
  putRoute(shown: ShownRoute): Promise<void>;
  /** Says that the test will ask for an object that is not there. */
  lack(kind: "ingress" | "service" | "http-route", name: string): void;
};
