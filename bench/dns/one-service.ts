import { mkdir, mkdtemp, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { stringify } from "yaml";
import type { BenchCluster } from "../bench-cluster.ts";
import { INGRESS, NAMESPACE } from "./new-side.ts";

/** A user's repository: one service, all records of which lead to the same Ingress. */
export type OneService = { workspace: string; environment: string };

type Wishes = {
  /** For the hosted zones, and for both sides. */
  roles: { dns: string; sides: string };
  records: readonly string[];
  /** Names the environment: journals in the cluster are all in one namespace. */
  environment: string;
};

export async function oneService(
  { sandbox: { dns }, cluster, folder }: BenchCluster,
  { roles, records, environment }: Wishes,
): Promise<OneService> {
  const workspace = await mkdtemp(join(folder, "dns-"));
  await mkdir(join(workspace, ".github"));
  const region = { "aws-region": cluster.region };
  const content = {
    version: 1,
    environments: {
      [environment]: {
        ecs: { ...region, cluster: "shop", "role-to-assume": roles.sides },
        eks: { ...region, cluster: cluster.name, "role-to-assume": roles.sides },
        dns: { "role-to-assume": roles.dns, resolver: dns.resolver, "name-servers": dns.nameServers },
      },
    },
    services: {
      shop: {
        image: { from: "values" },
        release: { chart: "charts/service", namespace: NAMESPACE },
        records: records.map((name) => ({ name, target: { kind: "ingress", name: INGRESS } })),
        probe: { path: "/healthz", passes: 1 },
      },
    },
  };
  await writeFile(join(workspace, ".github/k8s-migrate.yml"), stringify(content));
  return { workspace, environment };
}
