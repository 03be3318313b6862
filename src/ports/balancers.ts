/** A load balancer that records point at. */
export type Balancer = {
  arn: string;
  /** In lower case. */
  dnsName: string;
  type: "application" | "network" | "gateway";
  /** By which aliases name it. */
  canonicalHostedZoneId: string;
  /** Whether it has IPv6 addresses (dualstack). */
  hasIpv6: boolean;
  scheme: "internet-facing" | "internal";
};

/** Load balancers of one region, classic ones aside. Every call fails with `MissingRight` where the login may not, else with `OutsideError`. */
export type Balancers = {
  /** That with this DNS name, with or without `dualstack.`, in any case; undefined where this account and region have none. */
  byDnsName(name: string): Promise<Balancer | undefined>;
  /** How long it keeps a client's connection, in seconds; undefined where its type has no such setting. */
  keepAlive(arn: string): Promise<number | undefined>;
  setKeepAlive(arn: string, seconds: number): Promise<void>;
};
