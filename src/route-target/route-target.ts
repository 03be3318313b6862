import type { MovedRecord } from "../migration-file/migration.ts";
import type { HostFit } from "./host-fit.ts";

/** An object in Kubernetes that a record may point at. */
export type TargetObject = Extract<MovedRecord["target"], { namespace: string }>;

export type Listener = {
  port: number;
  /** `undefined` where the object does not say it. */
  scheme: "http" | "https" | undefined;
};

/** Where a record's target is reached. */
export type RouteTarget = {
  /** Host names or IP addresses: at least one. */
  addresses: string[];
  /** Where it listens for the host; `undefined` where the object does not say it. */
  listeners: Listener[] | undefined;
  /** By what it takes requests for the host; `undefined` for a kind that has no rules for hosts. */
  fit: HostFit | undefined;
  /** The hosts for which an Ingress names certificates. */
  tlsHosts: string[];
};

/**
 * Why a target is not reached. `missing`: it is not there. `not-ready`: it may still become so by itself.
 * `unfit`: it stays so until somebody changes it.
 */
export type TargetProblem = {
  kind: "missing" | "not-ready" | "unfit";
  /** In words. */
  problem: string;
};

const KINDS = { ingress: "Ingress", "http-route": "HTTPRoute", service: "Service" } as const;

/** `Ingress commerce/orders` */
export function objectText({ kind, namespace, name }: TargetObject): string {
  return `${KINDS[kind]} ${namespace}/${name}`;
}

/** As the object says it, else the one that is usual for the scheme. */
export function portFor(target: RouteTarget, scheme: "http" | "https"): number | TargetProblem {
  const usual = scheme === "https" ? 443 : 80;
  const { listeners } = target;
  if (listeners === undefined) return usual;
  const known = listeners.filter((listener) => listener.scheme === scheme);
  const fit = known.length > 0 ? known : listeners.filter((listener) => listener.scheme === undefined);
  const usualOne = fit.find(({ port }) => port === usual);
  const only = usualOne ?? (fit.length === 1 ? fit[0] : undefined);
  if (only !== undefined) return only.port;
  const all = listeners.map((each) => `${each.scheme === undefined ? "" : `${each.scheme} `}${each.port}`).join(", ");
  const at = target.addresses[0] ?? "";
  if (known.length > 1) return { kind: "unfit", problem: `${at} has more than one port for ${scheme}: ${all}` };
  return { kind: "unfit", problem: `${at} has no port for ${scheme}; it has ${all || "none"}` };
}
