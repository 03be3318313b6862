import type { ListenerRule, LoadBalancer, TargetGroup } from "../inventory/facts/load-balancers.ts";

/** Reads the load balancers of one region, classic ones aside. Every call fails with `MissingRight` where the login may not. */
export type LoadBalancers = {
  all(): Promise<LoadBalancer[]>;
  targetGroups(): Promise<TargetGroup[]>;
  /** The rules of all listeners of a load balancer. For a network load balancer each listener is one rule. */
  rules(loadBalancer: string): Promise<ListenerRule[]>;
};
