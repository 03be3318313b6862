import type { EcsService } from "../facts/ecs.ts";
import type { TargetGroup } from "../facts/load-balancers.ts";
import { type Facts, serviceKey } from "../facts.ts";

/** ARNs of the load balancers, and names of the classic ones, that send requests to each service, by its key. */
export function loadBalancersOf(
  services: readonly EcsService[],
  groups: readonly TargetGroup[],
): Map<string, string[]> {
  const byGroup = new Map(groups.map(({ arn, loadBalancers }) => [arn, loadBalancers]));
  return new Map(
    services.map((service) => [
      serviceKey(service),
      [
        ...new Set(
          service.attachments.flatMap(({ targetGroup, classic }) => [
            ...(byGroup.get(targetGroup ?? "") ?? []),
            ...(classic === undefined ? [] : [classic]),
          ]),
        ),
      ],
    ]),
  );
}

/**
 * ARNs of the load balancers of these services that send requests to something else too: another service, or a target group that belongs to none
 * of them. Of these the listeners' rules have to be known.
 */
export function sharedLoadBalancers(services: readonly EcsService[], groups: readonly TargetGroup[]): string[] {
  const owner = ownersOfGroups(services);
  const served = Map.groupBy(
    groups.flatMap(({ arn, loadBalancers }) => loadBalancers.map((each) => ({ each, owners: owner.get(arn) ?? [""] }))),
    ({ each }) => each,
  );
  return [...served]
    .filter(([, parts]) => {
      const owners = new Set(parts.flatMap((part) => part.owners));
      return owners.size > 1 && [...owners].some((each) => each !== "");
    })
    .map(([arn]) => arn)
    .toSorted();
}

/** The services behind each target group, by its ARN. */
function ownersOfGroups(services: readonly EcsService[]): Map<string, string[]> {
  const pairs = services.flatMap((service) =>
    service.attachments.flatMap(({ targetGroup }) =>
      targetGroup === undefined ? [] : [{ targetGroup, key: serviceKey(service) }],
    ),
  );
  const grouped = Map.groupBy(pairs, ({ targetGroup }) => targetGroup);
  return new Map([...grouped].map(([group, owners]) => [group, [...new Set(owners.map(({ key }) => key))]]));
}

/** Tells which services answer for a name at a load balancer; "" stands for something that is none of them. */
export function servedBy(facts: Pick<Facts, "services" | "targetGroups" | "listenerRules">, rulesFor: RulesFor) {
  const owners = ownersOfGroups(facts.services);
  const all = new Map<string, string[]>();
  for (const [key, loadBalancers] of loadBalancersOf(facts.services, facts.targetGroups ?? [])) {
    for (const each of loadBalancers) all.set(each, [...(all.get(each) ?? []), key]);
  }
  return (loadBalancer: string, host: string): string[] => {
    const rules = facts.listenerRules.get(loadBalancer);
    if (rules === undefined) return all.get(loadBalancer) ?? [];
    return rulesFor(host, rules).flatMap(({ targetGroups }) => {
      // Beside a service's own target group there may be others for the same requests, with CodeDeploy for example.
      const services = targetGroups.flatMap((group) => owners.get(group) ?? []);
      return services.length > 0 ? services : [""];
    });
  };
}

type RulesFor = typeof import("./host-rules.ts").rulesFor;
