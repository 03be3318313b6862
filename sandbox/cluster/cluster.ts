import { mkdir, readdir, readFile, rm } from "node:fs/promises";
import { join } from "node:path";
import { controlPlane } from "../control-plane/binaries.ts";
import { startKwok } from "../kwok/kwok.ts";
import { freePort, logOf, stopDaemons } from "../process/daemon.ts";
import { isDaemon } from "../process/mark.ts";
import { progress } from "../progress.ts";
import { startControlPlane } from "./control-plane.ts";
import { installGatewayApi } from "./gateway-api.ts";
import { startKubelet } from "./kubelet.ts";
import { createNodes, createStorageClass, waitForNodes } from "./nodes.ts";

/** A running cluster: a real control plane, on whose nodes kwok plays the kubelets. */
export type Cluster = {
  name: string;
  region: string;
  /** URL of the API server. */
  server: string;
  caFile: string;
  adminKubeconfig: string;
  /** Its programs, by name. */
  pids: Record<string, number>;
  /** Holds all of its files; logs are in `logs`. */
  folder: string;
};

type Options = { name: string; region: string; folder: string; tokenWebhook?: { url: string }; gatewayApi?: boolean };

/**
 * Starts a cluster that is ready to run pods.
 *
 * @param options.folder a folder of its own for the cluster's files; made when it is not there
 * @param options.tokenWebhook reviews the tokens that are not the administrator's or a service account's
 * @throws when a part does not come up, with the log to read; what was started is stopped by then
 */
export async function startCluster(options: Options): Promise<Cluster> {
  const { name, folder } = options;
  for (let attempt = 1; ; attempt++) {
    try {
      return await start(options);
    } catch (error) {
      await stopDaemons(folder, stopLast);
      if (attempt === 3 || !(await portWasTaken(folder))) throw error;
      progress(`cluster ${name}: another program took a port that was free before, starting again ...`);
      await rm(folder, { recursive: true, force: true });
    }
  }
}

async function start(options: Options): Promise<Cluster> {
  const { name, region, folder, tokenWebhook, gatewayApi = false } = options;
  const binaries = await controlPlane();
  await mkdir(folder, { recursive: true, mode: 0o700 });
  const api = await startControlPlane({ name, folder, binaries, tokenWebhook });
  const { config, adminKubeconfig: kubeconfig } = api;
  const kubeletPort = await freePort();
  const [kubelet, hasGatewayApi] = await Promise.all([
    startKubelet({ port: kubeletPort, kubeconfig, folder, ...api.servingCertificate }),
    gatewayApi && installGatewayApi(config),
    createNodes(config, region, kubeletPort),
    createStorageClass(config),
  ]);
  const kwok = await startKwok({ command: binaries.kwok, kubeconfig, folder, region, gatewayApi: hasGatewayApi });
  await waitForNodes(config, { pid: kwok, log: logOf(folder, "kwok") });
  const { server, caFile, adminKubeconfig } = api;
  const pids = { ...api.pids, kubelet, kwok };
  checkAlive(pids, folder);
  return { name, region, server, caFile, adminKubeconfig, pids, folder };
}

/** Not every part is waited for above; and behind a port that another program took, that one may have answered. */
function checkAlive(pids: Cluster["pids"], folder: string): void {
  for (const [name, pid] of Object.entries(pids)) {
    if (!isDaemon(pid)) throw new Error(`${name} ended soon after its start. Read ${logOf(folder, name)}`);
  }
}

/** Stops the cluster's programs and removes its folder. */
export async function stopCluster(cluster: Cluster): Promise<void> {
  await stopDaemons(cluster.folder, stopLast);
  await rm(cluster.folder, { recursive: true, force: true });
}

/** An API server whose etcd is gone takes minutes to end. */
export const stopLast = ["etcd"];

async function portWasTaken(folder: string): Promise<boolean> {
  const logs = await readdir(join(folder, "logs")).catch(() => []);
  const texts = await Promise.all(logs.map((log) => readFile(join(folder, "logs", log), "utf8")));
  return texts.some((text) => /address already in use|EADDRINUSE/.test(text));
}
