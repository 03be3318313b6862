import type { Counts } from "./count-calls.ts";

export type MoveSize = {
  /** Services in each ECS cluster. */
  clusters: readonly number[];
  tasksPerService: number;
  /** To assume. */
  roles: number;
  /** Whether the services are deployed to the new side already, by this release. */
  isPrepared: boolean;
  /** What one bare `helm upgrade --install --dry-run=server` of a service calls: the first in a HOME, and the next. */
  bareHelm: { first: Counts; next: Counts };
};

/** How the least was found, for who reads the figures. */
export const LEAST_NOTES = [
  "least: what one call of each sort can answer at most, where the caller knows all services at the beginning; a call that fails or is made again is none of it",
  "least of AWS: DescribeServices takes 10 services of one cluster; ListTasks without a service lists 100 tasks of a cluster, DescribeTasks takes 100 and tells the service of each in `group`; DescribeTaskDefinition takes one; a session a role, one DescribeCluster",
  "least of the API server: a list answers for all services of a namespace (in pages of 500, as kubectl asks for them), so one each of journals, of their locks, of revisions by metadata and of each kind that the chart has; where releases are deployed, one more each for what is stored of these and for the records of our deploys, and a dry run for each object; `/api` and `/apis` tell all kinds (aggregated discovery)",
  "least of Helm: what a bare `helm upgrade --install --dry-run=server` of the same chart calls, measured here: it renders one release a process, the first one in a new HOME and all others in that",
];

const DESCRIBED_SERVICES = 10;
const LISTED_TASKS = 100;
const LISTED_OBJECTS = 500;
/** Of examples/charts/service with the values of the benchmark. */
const KINDS = ["deployments", "services", "cronjobs"];

/** The fewest calls that answer what a plan is made of, by the names of `countCalls`. */
export function leastCalls(size: MoveSize): Counts {
  const services = size.clusters.reduce((sum, count) => sum + count, 0);
  const pagesOf = (perPage: number, factor = 1) =>
    size.clusters.reduce((sum, count) => sum + Math.ceil((count * factor) / perPage), 0);
  const lists = Math.ceil(services / LISTED_OBJECTS);
  const { tasksPerService, isPrepared, bareHelm } = size;
  return new Map([
    ["sts AssumeRoleWithWebIdentity", size.roles],
    ["eks DescribeCluster", 1],
    ["ecs DescribeServices", pagesOf(DESCRIBED_SERVICES)],
    ["ecs ListTasks", pagesOf(LISTED_TASKS, tasksPerService)],
    ["ecs DescribeTasks", pagesOf(LISTED_TASKS, tasksPerService)],
    ["ecs DescribeTaskDefinition", services],
    ["read leases", lists],
    ["read configmaps", lists],
    ["read secrets", isPrepared ? lists * 3 : lists],
    ["read kinds", 2],
    ...KINDS.map((kind) => [`read ${kind}`, lists] as const),
    ...(isPrepared ? KINDS.map((kind) => [`dry-run patch ${kind}`, services] as const) : []),
    ...[...bareHelm.first].map(
      ([name, count]) => [name, count + (bareHelm.next.get(name) ?? 0) * (services - 1)] as const,
    ),
  ]);
}
