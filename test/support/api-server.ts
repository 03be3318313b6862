import { readFile } from "node:fs/promises";
import { join } from "node:path";
import type { Cluster } from "../../sandbox/sandbox.ts";
import { sandbox } from "./sandbox.ts";

/** What the API server of that cluster serves with, good for 127.0.0.1: `caFile` of the cluster is its authority. */
export async function apiServerCertificate({ folder }: Cluster): Promise<{ cert: Buffer; key: Buffer }> {
  const certificates = join(folder, "certificates");
  return {
    cert: await readFile(join(certificates, "apiserver.crt")),
    key: await readFile(join(certificates, "apiserver.key")),
  };
}

/** The cluster of the sandbox that has this server: `https://127.0.0.1:6443`. */
export async function clusterAt(server: string): Promise<Cluster> {
  const { clusters } = await sandbox();
  const found = Object.values(clusters).find((cluster) => cluster.server === server);
  if (!found) throw new Error(`The sandbox has no cluster at ${server}.`);
  return found;
}
