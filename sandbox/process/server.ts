import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { askControl } from "./control.ts";
import { freePort, logOf, startDaemon, stopDaemon, waitFor } from "./daemon.ts";

/**
 * Starts a server of ours as a daemon. It listens at `PORT` on addresses that it knows, and serves its control
 * (`serveControl`) at `CONTROL_PORT` of 127.0.0.1 once all else of it listens. Where another program takes one of the ports first, it
 * is started again with others.
 *
 * @param spec.script its program
 * @param spec.env its settings
 * @returns its pid, its port, and the URL of its control, when it is ready
 * @throws when it does not come up; the error names its log
 */
export async function startServer(spec: {
  name: string;
  script: URL;
  env: Record<string, string>;
  folder: string;
}): Promise<{ pid: number; port: number; control: string }> {
  const { name, script, env, folder } = spec;
  const log = logOf(folder, name);
  for (let attempt = 1; ; attempt++) {
    const [port, controlPort] = [await freePort(), await freePort()];
    const ports = { PORT: String(port), CONTROL_PORT: String(controlPort) };
    const [command, args] = [process.execPath, [fileURLToPath(script)]];
    const pid = startDaemon({ name, command, args, env: { ...env, ...ports }, folder });
    const control = `http://127.0.0.1:${controlPort}`;
    try {
      // Behind a port that another program took, that one may answer.
      const isReady = async () => (await askControl<number>(control, "GET /pid")) === pid;
      await waitFor(name, isReady, { pid, log, intervalMs: 20 });
      return { pid, port, control };
    } catch (error) {
      await stopDaemon(pid);
      if (attempt === 3 || !readFileSync(log, "utf8").includes("EADDRINUSE")) throw error;
    }
  }
}
