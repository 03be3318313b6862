import { nearestZone, type World, type Zone } from "./zone.ts";

/** What one listening address answers from. */
export type View = {
  world: World;
  /**
   * `name-server`: an authoritative one, of the public zones. `resolver`: what the internet knows. `vpc-resolver`: the same from within
   * the VPCs of the private zones.
   */
  kind: "name-server" | "resolver" | "vpc-resolver";
  /** For zones by name, the name servers that the resolvers tell instead of the zone's own: a parent that points elsewhere. */
  delegations: Record<string, string[]>;
};

/**
 * The zone that answers for a name. In a VPC a private zone that fits comes before every public one, and what it does not have
 * does not exist: https://docs.aws.amazon.com/Route53/latest/DeveloperGuide/hosted-zone-private-considerations.html
 */
export function zoneFor({ kind, world }: View, name: string): Zone | undefined {
  const { true: hidden = [], false: open = [] } = Object.groupBy(world.zones, ({ isPrivate }) => `${isPrivate}`);
  return (kind === "vpc-resolver" ? nearestZone(hidden, name) : undefined) ?? nearestZone(open, name);
}

/** The four name servers, which are as many addresses, and the two resolvers. All listen at one port. */
export const addresses = {
  resolver: "127.0.0.1",
  vpcResolver: "127.0.0.2",
  nameServers: ["127.0.0.11", "127.0.0.12", "127.0.0.13", "127.0.0.14"],
};

/** The addresses of a name that is not in a zone here: a load balancer's, or that of one of Route 53's name servers. */
export function hostAddresses({ kind, world }: View, name: string): string[] | undefined {
  const balancer = balancerAddresses(world, name);
  if (balancer) return balancer;
  const domain = kind === "name-server" ? undefined : /^ns-\d+\.awsdns-\d+\.(com|net|org|co\.uk)$/.exec(name)?.[1];
  // A zone has one name server in each of these domains.
  const address = domain && addresses.nameServers[["com", "net", "org", "co.uk"].indexOf(domain)];
  return address ? [address] : undefined;
}

/** An alias may name a load balancer with `dualstack.` before its name. */
export function balancerAddresses(world: World, name: string): string[] | undefined {
  return world.addresses.get(name.replace(/^dualstack\./, ""));
}
