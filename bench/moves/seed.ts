import { cp, mkdir, mkdtemp, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { CreateClusterCommand, CreateServiceCommand, RegisterTaskDefinitionCommand } from "@aws-sdk/client-ecs";
import { stringify } from "yaml";
import { taskTags } from "../../sandbox/aws/behaviour.ts";
import { type Aws, ecsClient, inAccount } from "../../sandbox/aws/clients.ts";
import { createRole } from "../../sandbox/aws/roles.ts";
import { fewAtATime } from "../../src/few-at-a-time.ts";
import type { BenchCluster } from "../bench-cluster.ts";

const ECS_REGION = "us-west-1";
const TRUST = { subject: "repo:casaone/shop:*" };
export const NAMESPACE = "bench-moves";
export const TASKS = 2;

/** A user's repository whose migration files are for the first so many of the services that run in ECS. */
export type SeededMove = {
  workspace: string;
  environment: string;
  /** For both sides, each in an account of its own. */
  roles: number;
  /** ECS clusters with the count of those services in each. */
  clustersOf(services: number): number[];
  /** Path of the migration file for so many services. */
  configFor(services: number): Promise<string>;
};

/**
 * Runs services in ECS, one after the other in each of the clusters and then again, each with a task definition of its own: so
 * the first 40 of 200 in 40 clusters have a cluster each.
 */
export async function seedMove(
  bench: BenchCluster,
  { services, clusters }: { services: number; clusters: number },
): Promise<SeededMove> {
  const { aws } = bench.sandbox;
  // Nothing of another run is there.
  const old = inAccount(aws, String(600_000_000_000 + process.pid));
  await runServices(old, { services, clusters });
  const policy = [{ Effect: "Allow" as const, Action: ["ecs:Describe*", "ecs:List*"], Resource: "*" }];
  const ecsRole = await createRole(old, { name: "bench-moves", trust: TRUST, policy });

  const workspace = await mkdtemp(join(bench.folder, "moves-"));
  await cp("examples/charts", join(workspace, "charts"), { recursive: true });
  await mkdir(join(workspace, "values"));
  const environment = `bench-${process.pid}`;
  const environments = {
    [environment]: {
      ecs: { "aws-region": ECS_REGION, "role-to-assume": ecsRole },
      eks: { "aws-region": bench.cluster.region, cluster: bench.cluster.name, "role-to-assume": bench.roleArn },
    },
  };
  const names = Array.from({ length: services }, (_, index) => nameOf(index));
  for (const name of names) await writeFile(join(workspace, `values/${name}.yaml`), stringify(valuesOf(name)));
  return {
    workspace,
    environment,
    roles: 2,
    clustersOf: (count) =>
      Array.from({ length: Math.min(count, clusters) }, (_, at) => Math.ceil((count - at) / clusters)),
    async configFor(count) {
      const all = names.slice(0, count).map((name, index) => [name, serviceOf(name, clusterOf(index, clusters))]);
      const path = `move-${count}.yml`;
      const file = { version: 1, environments, defaults, services: Object.fromEntries(all) };
      await writeFile(join(workspace, path), stringify(file));
      return path;
    },
  };
}

const defaults = {
  image: { from: "ecs", container: "web", "values-path": "image" },
  release: { chart: "charts/service", namespace: NAMESPACE, "value-files": ["values/{service}.yaml"] },
};

function serviceOf(name: string, cluster: string): object {
  return {
    ecs: { cluster, service: name },
    crons: [{ stop: { rule: `${name}-nightly` }, start: [{ cronjob: `${name}-nightly` }] }],
  };
}

function valuesOf(name: string): object {
  return {
    replicas: 1,
    env: { SERVICE: name },
    cronJobs: [{ name: `${name}-nightly`, schedule: "0 3 * * *", command: ["bin/nightly"] }],
  };
}

async function runServices(aws: Aws, { services, clusters }: { services: number; clusters: number }): Promise<void> {
  const ecs = ecsClient(aws, ECS_REGION);
  const indexes = (count: number) => Array.from({ length: count }, (_, index) => index);
  await fewAtATime(indexes(Math.min(services, clusters)), 8, (index) =>
    ecs.send(new CreateClusterCommand({ clusterName: clusterOf(index, clusters) })),
  );
  await fewAtATime(indexes(services), 8, async (index) => {
    const name = nameOf(index);
    const digest = `sha256:${String(index).padStart(64, "0")}`;
    const definition = await ecs.send(
      new RegisterTaskDefinitionCommand({
        family: name,
        containerDefinitions: [{ name: "web", image: `registry.test/shop/${name}:1.0` }],
        tags: taskTags({ digests: { web: digest } }),
      }),
    );
    const taskDefinition = definition.taskDefinition?.taskDefinitionArn;
    const cluster = clusterOf(index, clusters);
    await ecs.send(new CreateServiceCommand({ cluster, serviceName: name, taskDefinition, desiredCount: TASKS }));
  });
}

/** Of the service at that place, from 0. */
export function nameOf(index: number): string {
  return `service-${String(index + 1).padStart(3, "0")}`;
}

function clusterOf(index: number, clusters: number): string {
  return `shop-${(index % clusters) + 1}`;
}
