import { type Facts, sorted, sortedTexts } from "../facts.ts";
import { rulesFor } from "./host-rules.ts";
import { type ReachingName, reachingNames } from "./reaching-names.ts";
import { servedBy } from "./shared-load-balancers.ts";

export type SharedOut = {
  /** The names to switch for each service, by its key, with the names that follow them. */
  byService: Map<string, OwnName[]>;
  /** Names that several services answer, or that lead to several: they belong to none of them alone. */
  ambiguous: { name: ReachingName; services: string[] }[];
  /** Names at a load balancer of the services that none of them answers. */
  unserved: ReachingName[];
};

export type OwnName = { name: ReachingName; followers: ReachingName[] };

/**
 * Shares out all names that reach a load balancer of the services. Of a chain the name next to the load balancer is the one to switch, as long as
 * all that leads to it belongs to one service; where it does not, the names above are looked at one by one.
 */
export function shareOut(facts: Facts): SharedOut {
  const classic = facts.services.flatMap(({ attachments }) => attachments.flatMap((each) => each.classic ?? []));
  const names = reachingNames(facts.zones ?? [], ofServices(facts), classic);
  const served = servedBy(facts, rulesFor);
  const own = (name: ReachingName): Set<string> => {
    const services = [...name.loadBalancers].flatMap((each) => served(each, name.name)).filter((key) => key !== "");
    return new Set(services);
  };
  const out: SharedOut = { byService: new Map(), ambiguous: [], unserved: [] };
  const seen = new Set<ReachingName>();
  const visit = (name: ReachingName): void => {
    if (seen.has(name)) return;
    seen.add(name);
    const followers = allFollowers(name);
    const services = new Set([name, ...followers].flatMap((each) => [...own(each)]));
    const [only] = services;
    if (only !== undefined && services.size === 1) {
      out.byService.set(only, [...(out.byService.get(only) ?? []), { name, followers }]);
      // One that also ends at a load balancer by itself has to be switched itself.
      for (const each of followers) if (!each.isDirect) seen.add(each);
      return;
    }
    if (services.size === 0) out.unserved.push(name);
    else if (own(name).size > 0) out.ambiguous.push({ name, services: sortedTexts(services) });
    for (const each of inOrder(name.followers)) visit(each);
  };
  for (const each of inOrder(names.filter(({ isDirect }) => isDirect))) visit(each);
  return out;
}

/** Only the load balancers that serve one of the services. */
function ofServices({ services, targetGroups, loadBalancers }: Facts) {
  const ours = new Set(services.flatMap(({ attachments }) => attachments.flatMap((each) => each.targetGroup ?? [])));
  const serving = new Set(
    (targetGroups ?? []).filter(({ arn }) => ours.has(arn)).flatMap((group) => group.loadBalancers),
  );
  return (loadBalancers ?? []).filter(({ arn }) => serving.has(arn));
}

function allFollowers(name: ReachingName): ReachingName[] {
  const found = new Set<ReachingName>();
  const queue = [...name.followers];
  for (let next = queue.shift(); next !== undefined; next = queue.shift()) {
    if (next === name || found.has(next)) continue;
    found.add(next);
    queue.push(...next.followers);
  }
  return inOrder(found);
}

function inOrder(names: Iterable<ReachingName>): ReachingName[] {
  return sorted(names, ({ name, zone }) => `${name} ${zone.id}`);
}
