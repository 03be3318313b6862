import { join } from "node:path";
import { askControl } from "../process/control.ts";
import { startServer } from "../process/server.ts";
import type { TrafficChanges, TrafficRequest } from "./settings.ts";

/** Two load balancers that run. */
export type Traffic = {
  /** Of both: a URL has one. */
  port: number;
  old: { address: string };
  new: { address: string };
  /** Signs their certificates. */
  caFile: string;
  control: string;
  pid: number;
};

const addresses = { old: "127.0.0.51", new: "127.0.0.52" };

/**
 * Starts the old and the new load balancer, with what is behind them.
 *
 * @param options.hosts host names that both have certificates for
 * @param options.kubeconfig of the cluster whose Services are behind the new one; without it they are never ready
 * @throws when they do not come up; the error names the log
 */
export async function startTraffic(options: {
  folder: string;
  hosts: string[];
  kubeconfig?: string;
}): Promise<Traffic> {
  const { folder, hosts, kubeconfig = "" } = options;
  const caFile = join(folder, "traffic-ca.pem");
  const env = { OLD: addresses.old, NEW: addresses.new, HOSTS: hosts.join(","), CA_FILE: caFile, CLUSTER: kubeconfig };
  const script = new URL("server.ts", import.meta.url);
  const { pid, port, control } = await startServer({ name: "traffic", script, env, folder });
  return { port, old: { address: addresses.old }, new: { address: addresses.new }, caFile, control, pid };
}

/** Changes what is given of the settings, from the next request on. */
export async function setTraffic(traffic: Pick<Traffic, "control">, changes: TrafficChanges): Promise<void> {
  await askControl(traffic.control, "PUT /settings", changes);
}

/** The requests since the start or since `resetTraffic`, in the order in which they were answered. */
export function requestsOf(traffic: Pick<Traffic, "control">): Promise<TrafficRequest[]> {
  return askControl(traffic.control, "GET /requests");
}

/** Makes all settings what they were at the start, and forgets the requests. */
export async function resetTraffic(traffic: Pick<Traffic, "control">): Promise<void> {
  await askControl(traffic.control, "DELETE /settings");
}
