import type { Balancer, Balancers } from "../../../src/ports/balancers.ts";

export type Wanted = { name: string } & Partial<Pick<Balancer, "type" | "hasIpv6" | "scheme">>;

/** Load balancers of a region, real or in memory, as the contract's tests use them. */
export type Place = {
  balancers: Balancers;
  /** @returns its ARN and DNS name */
  make(wanted: Wanted): Promise<{ arn: string; dnsName: string }>;
};
