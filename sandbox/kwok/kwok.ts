import { readdir, readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { startDaemon } from "../process/daemon.ts";

const stagesFolder = join(import.meta.dirname, "stages");

/**
 * Starts kwok, which plays the kubelets and the load balancer controller by the stages in `stages/`.
 *
 * @param gatewayApi whether the Gateway API's kinds are installed: kwok refuses stages for kinds that are not
 * @returns its pid
 */
export async function startKwok(options: {
  command: string;
  kubeconfig: string;
  folder: string;
  region: string;
  gatewayApi: boolean;
}): Promise<number> {
  const { command, kubeconfig, folder, region, gatewayApi } = options;
  const files = (await readdir(stagesFolder)).filter((file) => gatewayApi || file !== "gateway-api.yaml");
  const stages = await Promise.all(files.map((file) => readFile(join(stagesFolder, file), "utf8")));
  const config = join(folder, "kwok.yaml");
  await writeFile(config, stages.join("---\n").replaceAll("$REGION", region));
  const args = [
    `--kubeconfig=${kubeconfig}`,
    `--config=${config}`,
    "--manage-all-nodes=true",
    "--node-lease-duration-seconds=40",
  ];
  return startDaemon({ name: "kwok", command, args, folder });
}
