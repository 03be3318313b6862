import type { EcsService, EcsTask, TaskDefinition } from "../inventory/facts/ecs.ts";

/** Reads ECS in one region. Every call fails with `MissingRight` where the login may not. */
export type Ecs = {
  /** Names of all clusters. */
  clusters(): Promise<string[]>;
  /** The active services of a cluster; `undefined` when there is no such cluster. */
  services(cluster: string): Promise<EcsService[] | undefined>;
  /** By ARN, `family:revision` or `family`; `undefined` when there is none. */
  taskDefinition(name: string): Promise<TaskDefinition | undefined>;
  /** The tasks of a cluster that run, and those that stopped in the last hour. */
  tasks(cluster: string): Promise<EcsTask[]>;
};
