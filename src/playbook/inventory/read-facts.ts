import { startersOf, tasksOf } from "../../inventory/crons/starters.ts";
import { neededDefinitions } from "../../inventory/crons/task-owner.ts";
import type { EcsService, EcsTask, TaskDefinition } from "../../inventory/facts/ecs.ts";
import type { ListenerRule } from "../../inventory/facts/load-balancers.ts";
import type { Zone } from "../../inventory/facts/record-sets.ts";
import type { Facts, MissingPart } from "../../inventory/facts.ts";
import { MissingRight } from "../../inventory/missing-right.ts";
import { sharedLoadBalancers } from "../../inventory/records/shared-load-balancers.ts";
import { findServices } from "./find-services.ts";
import type { InventoryPorts, InventoryRequest, Read } from "./inventory-types.ts";

/** Reads all that the file is made of, at the same time as far as it can be. */
export async function readFacts(request: InventoryRequest, ports: InventoryPorts): Promise<Facts> {
  const missing: MissingPart[] = [];
  const read: Read = async (what, part) => {
    try {
      return await part();
    } catch (error) {
      if (!(error instanceof MissingRight)) throw error;
      missing.push({ action: error.action, what });
      return undefined;
    }
  };
  const { loadBalancers, scaling, schedules } = ports;
  const [{ clusters, services }, zones, balancers, targetGroups, eventRules, found, scalable] = await Promise.all([
    findServices(request, ports, read),
    readZones(ports, read),
    read("the load balancers, and so the records that lead to them,", () => loadBalancers.all()),
    read("the target groups, and so the records that lead to services,", () => loadBalancers.targetGroups()),
    read("the rules of EventBridge", () => schedules.rules()),
    read("the schedules of EventBridge Scheduler", () => schedules.schedules()),
    read("how services scale", () => scaling.services()),
  ]);
  const [tasks, own, listenerRules] = await Promise.all([
    readTasks(clusters, ports, read),
    readDefinitions(definitionsOf(services), ports, read),
    readRules(sharedLoadBalancers(services, targetGroups ?? []), ports, read),
  ]);
  const started = startersOf({ eventRules, schedules: found }).flatMap((starter) =>
    tasksOf(starter, new Set(clusters)),
  );
  const others = tasks?.filter(({ group }) => !group.startsWith("service:")) ?? [];
  const needed = neededDefinitions(services, [...started, ...others]).filter((name) => !own.has(name));
  const definitions = new Map([...own, ...(await readDefinitions(needed, ports, read))]);
  return {
    clusters,
    services,
    definitions,
    tasks,
    zones,
    loadBalancers: balancers,
    targetGroups,
    listenerRules,
    eventRules,
    schedules: found,
    scaling: scalable,
    missing,
  };
}

async function readZones({ zones }: InventoryPorts, read: Read): Promise<Zone[] | undefined> {
  const all = await read("the hosted zones", () => zones.all());
  if (all === undefined) return undefined;
  const filled = await Promise.all(
    all.map(async (zone) => {
      const records = await read(`the records of zone ${zone.name} (${zone.id})`, () => zones.records(zone.id));
      return records === undefined ? [] : [{ ...zone, records }];
    }),
  );
  return filled.flat();
}

async function readTasks(clusters: string[], { ecs }: InventoryPorts, read: Read): Promise<EcsTask[] | undefined> {
  const found = await Promise.all(
    clusters.map((cluster) => read("the tasks that ran lately", () => ecs.tasks(cluster))),
  );
  return found.every((each) => each === undefined) ? undefined : found.flatMap((each) => each ?? []);
}

/** Of a service with a controller of one's own and no primary task set none is known. */
function definitionsOf(services: readonly EcsService[]): string[] {
  return [...new Set(services.map(({ taskDefinition }) => taskDefinition))].filter((arn) => arn !== "");
}

async function readDefinitions(
  names: readonly string[],
  { ecs }: InventoryPorts,
  read: Read,
): Promise<Map<string, TaskDefinition>> {
  const found = await Promise.all(
    names.map(async (name) => [name, await read("the task definitions", () => ecs.taskDefinition(name))] as const),
  );
  return new Map(
    found.flatMap(([name, definition]) => (definition === undefined ? [] : [[name, definition] as const])),
  );
}

async function readRules(
  arns: readonly string[],
  { loadBalancers }: InventoryPorts,
  read: Read,
): Promise<Map<string, ListenerRule[]>> {
  const found = await Promise.all(
    arns.map(
      async (arn) =>
        [
          arn,
          await read("which names a shared load balancer sends to which service", () => loadBalancers.rules(arn)),
        ] as const,
    ),
  );
  return new Map(found.flatMap(([arn, rules]) => (rules === undefined ? [] : [[arn, rules] as const])));
}
