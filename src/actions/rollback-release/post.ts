import { removeKeptFolder } from "../remove-kept-folder.ts";

/** Takes the kubeconfig away where the step was killed. What it has left of the release the next run puts in order. */
export async function run(): Promise<void> {
  await removeKeptFolder();
}
