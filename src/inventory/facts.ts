import type { EcsService, EcsTask, TaskDefinition } from "./facts/ecs.ts";
import type { ListenerRule, LoadBalancer, TargetGroup } from "./facts/load-balancers.ts";
import type { Zone } from "./facts/record-sets.ts";
import type { ScalableService } from "./facts/scaling.ts";
import type { EventRule, Schedule } from "./facts/schedules.ts";

/** All that was read, in any order. What could not be read is `undefined`, and its right is in `missing`. */
export type Facts = {
  /** Names of all that were read, with services or without. */
  clusters: string[];
  services: EcsService[];
  /** By the ARN, or the other name, by which they were asked for. */
  definitions: ReadonlyMap<string, TaskDefinition>;
  tasks: EcsTask[] | undefined;
  loadBalancers: LoadBalancer[] | undefined;
  targetGroups: TargetGroup[] | undefined;
  /** By load balancer; only of those that `sharedLoadBalancers` names. */
  listenerRules: ReadonlyMap<string, ListenerRule[]>;
  zones: Zone[] | undefined;
  eventRules: EventRule[] | undefined;
  schedules: Schedule[] | undefined;
  scaling: ScalableService[] | undefined;
  missing: MissingPart[];
};

export type MissingPart = {
  /** The right as IAM names it. */
  action: string;
  /** What is not known for want of it. */
  what: string;
};

/** One key for a service of one cluster. Neither name can have a slash. */
export function serviceKey({ cluster, name }: Pick<EcsService, "cluster" | "name">): string {
  return `${cluster}/${name}`;
}

/** Sorts by code points: the same order on every machine. */
export function sorted<Item>(items: Iterable<Item>, by: (item: Item) => string): Item[] {
  return [...items].toSorted((a, b) => {
    const [left, right] = [by(a), by(b)];
    return left < right ? -1 : left > right ? 1 : 0;
  });
}

/** Each text once, sorted. */
export function sortedTexts(texts: Iterable<string>): string[] {
  return sorted(new Set(texts), (text) => text);
}
