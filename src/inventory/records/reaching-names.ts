import { dnsName } from "../../records/dns-name.ts";
import type { LoadBalancer } from "../facts/load-balancers.ts";
import type { RecordSet, Zone } from "../facts/record-sets.ts";
import { answering, leadsTo, type NameNode, nameNodes } from "./name-nodes.ts";

/** A name that leads to load balancers, by itself or through others. */
export type ReachingName = NameNode & {
  /** ARNs of those it ends at. */
  loadBalancers: Set<string>;
  /** Whether one of its records has a load balancer as its value. */
  isDirect: boolean;
  /** Those of its record sets that get there, and those that go elsewhere. */
  there: RecordSet[];
  elsewhere: RecordSet[];
  /** The names that lead to this one. */
  followers: ReachingName[];
};

/**
 * Finds every name that ends at one of the load balancers.
 * @param classic names of classic load balancers, which stand for themselves in place of an ARN
 */
export function reachingNames(
  zones: readonly Zone[],
  loadBalancers: readonly LoadBalancer[],
  classic: readonly string[] = [],
): ReachingName[] {
  const nodes = nameNodes(zones);
  const ends = endsAt(loadBalancers, classic);
  const resolve = answering(nodes, zones);
  const found = new Map<NameNode, ReachingName>();
  const above = new Map<NameNode, NameNode[]>();
  for (const node of nodes) {
    const targets = node.sets.flatMap(leadsTo);
    const direct = new Set(targets.flatMap(ends));
    if (direct.size > 0) found.set(node, reaching(node, direct));
    for (const next of new Set(targets.flatMap(resolve))) {
      if (next !== node) above.set(next, [...(above.get(next) ?? []), node]);
    }
  }
  spread(found, above);
  const reaches = (target: string) => ends(target).length > 0 || resolve(target).some((node) => found.has(node));
  for (const each of found.values()) {
    for (const set of each.sets) (leadsTo(set).some(reaches) ? each.there : each.elsewhere).push(set);
  }
  return [...found.values()];
}

function reaching(node: NameNode, loadBalancers: ReadonlySet<string>): ReachingName {
  return {
    ...node,
    loadBalancers: new Set(loadBalancers),
    isDirect: loadBalancers.size > 0,
    there: [],
    elsewhere: [],
    followers: [],
  };
}

/** Carries what a name reaches to all names that lead to it, in circles too. */
function spread(found: Map<NameNode, ReachingName>, above: ReadonlyMap<NameNode, NameNode[]>): void {
  const queue = [...found.keys()];
  for (let node = queue.shift(); node !== undefined; node = queue.shift()) {
    const from = found.get(node);
    if (from === undefined) continue;
    for (const upper of above.get(node) ?? []) {
      const follower = found.get(upper) ?? reaching(upper, new Set());
      const before = found.has(upper) ? follower.loadBalancers.size : -1;
      found.set(upper, follower);
      for (const arn of from.loadBalancers) follower.loadBalancers.add(arn);
      if (!from.followers.includes(follower)) from.followers.push(follower);
      if (follower.loadBalancers.size > before) queue.push(upper);
    }
  }
}

/** Tells at which load balancers a name or an address ends by itself. */
function endsAt(loadBalancers: readonly LoadBalancer[], classic: readonly string[]): (target: string) => string[] {
  const byTarget = new Map<string, string>();
  for (const { arn, dnsName: name, addresses } of loadBalancers) {
    for (const target of [dnsName(name), ...addresses]) byTarget.set(target, arn);
  }
  const byName = new Map(classic.map((name) => [name.toLowerCase(), name]));
  return (target) => {
    const plain = target.replace(/^dualstack\./, "");
    // AWS makes the name of a classic load balancer of its own name and a number, with "internal-" before it in a private network.
    const [, name = ""] = /^(?:internal-)?(.+)-\d+\.[a-z0-9-]+\.elb\.amazonaws\.com(?:\.cn)?$/.exec(plain) ?? [];
    const arn = byTarget.get(plain) ?? byName.get(name);
    return arn === undefined ? [] : [arn];
  };
}
