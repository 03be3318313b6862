/** A service of ECS, as it is now. Clusters are names, all other references are as AWS gives them. */
export type EcsService = {
  cluster: string;
  name: string;
  /** ARN of the definition that its tasks run. */
  taskDefinition: string;
  desired: number;
  running: number;
  /** One task on each machine, where others have so many tasks. */
  isDaemon: boolean;
  /** Where each container that a load balancer sends requests to hangs. */
  attachments: Attachment[];
  /** What finds its tasks without a load balancer: ARNs of Cloud Map services, and names of Service Connect. */
  discoveredBy: string[];
};

export type Attachment = {
  container: string;
  /** ARN; absent for a classic load balancer. */
  targetGroup?: string;
  /** Name of a classic load balancer. */
  classic?: string;
};

export type TaskDefinition = {
  arn: string;
  family: string;
  containers: Container[];
};

export type Container = {
  name: string;
  image: string;
  essential: boolean;
  /** Names of its environment variables and secrets. Their values never get here. */
  variables: string[];
};

/** A task that runs, or stopped a short time ago. */
export type EcsTask = {
  cluster: string;
  family: string;
  /** Who started it, in at most 36 characters; empty when nobody said. */
  startedBy: string;
  /** `service:…` for the tasks of a service, else mostly `family:…`. */
  group: string;
};

/** The name at the end of a cluster's ARN; a name stays as it is. */
export function clusterName(arnOrName: string): string {
  return arnOrName.split(":cluster/").at(-1) ?? arnOrName;
}

/** The family of a task definition, given as ARN, `family:revision` or `family`. */
export function familyOf(taskDefinition: string): string {
  return (taskDefinition.split(":task-definition/").at(-1) ?? taskDefinition).split(":")[0] ?? "";
}
