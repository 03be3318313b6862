import type { Ecs } from "../../ports/ecs.ts";
import type { HostedZones } from "../../ports/hosted-zones.ts";
import type { LoadBalancers } from "../../ports/load-balancers.ts";
import type { Log } from "../../ports/log.ts";
import type { Scaling } from "../../ports/scaling.ts";
import type { Schedules } from "../../ports/schedules.ts";

export type InventoryRequest = {
  environment: string;
  region: string;
  /** Names; all clusters of the region when empty. */
  clusters: readonly string[];
  /** ARN of the role that reads the zones, where it is another one. */
  dnsRole?: string;
};

export type InventoryPorts = {
  ecs: Ecs;
  loadBalancers: LoadBalancers;
  zones: HostedZones;
  schedules: Schedules;
  scaling: Scaling;
  log: Log;
};

/** Reads a part. Gives `undefined` where the login may not, and remembers what that leaves unknown. */
export type Read = <Part>(what: string, part: () => Promise<Part>) => Promise<Part | undefined>;
