import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { CoreV1Api, KubeConfig, RbacAuthorizationV1Api } from "@kubernetes/client-node";
import { grantAccess } from "../sandbox/aws/access.ts";
import { createRole } from "../sandbox/aws/roles.ts";
import { waitFor } from "../sandbox/process/daemon.ts";
import { run } from "../sandbox/process/run.ts";
import type { Cluster, Sandbox } from "../sandbox/sandbox.ts";

/** What the benchmarks on a cluster share. */
export type BenchCluster = {
  sandbox: Sandbox;
  cluster: Cluster;
  /** Both Helms, named by their version: `Helm 4.1.4`. */
  helms: { name: string; path: string }[];
  /** A role that jobs of the sandbox's GitHub may assume, and that may do everything in the cluster. */
  roleArn: string;
  /** What roles that may do everything in the cluster belong to there. */
  group: string;
  /** A folder for all that runs leave. */
  folder: string;
  /** Variables by which an action reaches the sandbox's AWS and token service. */
  actionEnv: Record<string, string>;
  /** Variables of a fresh machine for another program: an empty HOME, so that nothing is cached. */
  freshEnv(): Promise<Record<string, string>>;
  removeNamespaces(names: readonly string[]): Promise<void>;
};

const GROUP = "bench";

export async function benchCluster(sandbox: Sandbox): Promise<BenchCluster> {
  const cluster = Object.values(sandbox.clusters)[0];
  if (!cluster) throw new Error(`The sandbox ${sandbox.name} has no cluster.`);
  const roleArn = await createRole(sandbox.aws, {
    name: "bench",
    trust: { subject: "repo:casaone/shop:*" },
    policy: [{ Effect: "Allow", Action: "eks:DescribeCluster", Resource: "*" }],
  });
  await grantAccess(sandbox.aws, cluster, { roleArn, groups: [GROUP] });
  await allowEverything(cluster);
  const folder = await mkdtemp(join(tmpdir(), "bench-"));
  return {
    sandbox,
    cluster,
    helms: [await named(sandbox.tools.helm4), await named(sandbox.tools.helm3)],
    roleArn,
    group: GROUP,
    folder,
    actionEnv: {
      AWS_ENDPOINT_URL: sandbox.aws.url,
      AWS_REGION: cluster.region,
      ACTIONS_ID_TOKEN_REQUEST_URL: sandbox.oidc.requestUrl,
      ACTIONS_ID_TOKEN_REQUEST_TOKEN: sandbox.oidc.requestToken,
    },
    async freshEnv() {
      return { HOME: await mkdtemp(join(folder, "home-")), PATH: process.env.PATH ?? "" };
    },
    removeNamespaces: (names) => removeNamespaces(cluster, names),
  };
}

async function named(path: string): Promise<{ name: string; path: string }> {
  const version = await run(path, ["version", "--template", "{{.Version}}"]);
  return { name: `Helm ${version.trim().replace(/^v/, "")}`, path };
}

export async function removeFolder({ folder }: BenchCluster): Promise<void> {
  await rm(folder, { recursive: true, force: true });
}

async function allowEverything(cluster: Cluster): Promise<void> {
  const rbac = api(cluster).makeApiClient(RbacAuthorizationV1Api);
  const body = {
    metadata: { name: GROUP },
    roleRef: { apiGroup: "rbac.authorization.k8s.io", kind: "ClusterRole", name: "cluster-admin" },
    subjects: [{ apiGroup: "rbac.authorization.k8s.io", kind: "Group", name: GROUP }],
  };
  await unless(409, rbac.createClusterRoleBinding({ body }));
}

/** Waits until they are gone, so that their end does not fall into the next measurement. */
async function removeNamespaces(cluster: Cluster, names: readonly string[]): Promise<void> {
  const core = api(cluster).makeApiClient(CoreV1Api);
  for (const name of names) await unless(404, core.deleteNamespace({ name }));
  const left = async () => {
    const { items } = await core.listNamespace();
    return items.filter(({ metadata }) => names.includes(metadata?.name ?? ""));
  };
  await waitFor("namespaces to be gone", async () => (await left()).length === 0, { timeoutMs: 300_000 });
}

function api(cluster: Cluster): KubeConfig {
  const config = new KubeConfig();
  config.loadFromFile(cluster.adminKubeconfig);
  return config;
}

async function unless(status: number, call: Promise<unknown>): Promise<void> {
  try {
    await call;
  } catch (error) {
    if ((error as { code?: number }).code !== status) throw error;
  }
}
