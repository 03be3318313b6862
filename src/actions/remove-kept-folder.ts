import { removePrivateFolder } from "../adapters/private-folder.ts";
import { runAction } from "./run-action.ts";

/** Removes the folder that the main step has made, with the kubeconfig and value files in it. */
export async function removeKeptFolder(): Promise<void> {
  await runAction(async (io) => {
    const folder = io.kept("folder");
    if (folder !== "") await removePrivateFolder(folder);
  });
}
