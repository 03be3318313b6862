import { connect } from "node:net";
import { fileURLToPath } from "node:url";
import { logOf, startDaemon, waitFor } from "../process/daemon.ts";

/**
 * Starts the part of a kubelet that kwok does not play: it answers the API server when that asks for containers' logs, and runs
 * the containers of pods that ask by curl.
 *
 * @param options.certFile a certificate for 127.0.0.1, with its key
 * @returns its pid, when it listens
 */
export async function startKubelet(options: {
  port: number;
  kubeconfig: string;
  folder: string;
  certFile: string;
  keyFile: string;
}): Promise<number> {
  const { port, kubeconfig, folder, certFile, keyFile } = options;
  const pid = startDaemon({
    name: "kubelet",
    command: process.execPath,
    args: [fileURLToPath(new URL("kubelet-server.ts", import.meta.url))],
    env: { KUBECONFIG: kubeconfig, PORT: String(port), CERT_FILE: certFile, KEY_FILE: keyFile },
    folder,
  });
  await waitFor("the kubelet's log server", () => listens(port), { pid, log: logOf(folder, "kubelet") });
  return pid;
}

function listens(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = connect({ host: "127.0.0.1", port });
    socket.once("error", () => resolve(false));
    socket.once("connect", () => {
      socket.destroy();
      resolve(true);
    });
  });
}
