import type { EcsService, TaskDefinition } from "../../../src/inventory/facts/ecs.ts";
import type { ListenerRule, LoadBalancer, TargetGroup } from "../../../src/inventory/facts/load-balancers.ts";
import type { RecordSet, Zone } from "../../../src/inventory/facts/record-sets.ts";
import type { Facts } from "../../../src/inventory/facts.ts";

/** Facts for tests: what is left out is not there. */
export function facts(given: Partial<Facts> = {}): Facts {
  const services = given.services ?? [];
  return {
    services,
    clusters: [...new Set(services.map(({ cluster }) => cluster))],
    definitions: new Map(),
    tasks: [],
    loadBalancers: [],
    targetGroups: [],
    listenerRules: new Map(),
    zones: [],
    eventRules: [],
    schedules: [],
    scaling: [],
    missing: [],
    ...given,
  };
}

/** A service behind the target groups of these names. */
export function service(
  name: string,
  targetGroups: readonly string[] = [name],
  more: Partial<EcsService> = {},
): EcsService {
  return {
    cluster: name,
    name,
    taskDefinition: `arn:aws:ecs:us-west-1:111122223333:task-definition/${name}:1`,
    desired: 1,
    running: 1,
    isDaemon: false,
    discoveredBy: [],
    attachments: targetGroups.map((each) => ({ container: "web", targetGroup: each })),
    ...more,
  };
}

export function definition(
  family: string,
  containers: Partial<TaskDefinition["containers"][number]>[],
): TaskDefinition {
  return {
    arn: family,
    family,
    containers: containers.map((each) => ({
      name: "web",
      image: `${family}:1`,
      essential: true,
      variables: [],
      ...each,
    })),
  };
}

export function loadBalancer(name: string, addresses: string[] = []): LoadBalancer {
  return { arn: name, name, dnsName: `${name}-123.us-west-1.elb.amazonaws.com`, addresses };
}

export function targetGroup(
  arn: string,
  loadBalancers: string[] = [arn],
  health: TargetGroup["health"] = {},
): TargetGroup {
  return { arn, loadBalancers, health };
}

export function rule(priority: number, given: Partial<ListenerRule>): ListenerRule {
  return {
    listener: "http",
    priority,
    hosts: [],
    paths: [],
    takesPart: false,
    byRegex: false,
    targetGroups: [],
    ...given,
  };
}

/** Records written as `name TYPE value`, or `name TYPE @alias`, with what else they have behind. */
export function zone(name: string, records: (string | [string, Partial<RecordSet>])[], more: Partial<Zone> = {}): Zone {
  return {
    id: `Z${name.toUpperCase().replaceAll(/[^A-Z]/g, "")}`,
    name,
    isPrivate: false,
    records: records.map((each) => {
      const [text, rest] = typeof each === "string" ? [each, {}] : each;
      const [own = "", type = "", ...value] = text.split(" ");
      const joined = value.join(" ");
      const leads = joined.startsWith("@")
        ? {
            values: [],
            alias: joined.slice(1),
          }
        : { values: [joined] };
      return {
        name: own,
        type,
        ...leads,
        ...rest,
      };
    }),
    ...more,
  };
}
