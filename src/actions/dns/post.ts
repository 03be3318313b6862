import { removeKeptFolder } from "../remove-kept-folder.ts";

/** Takes the kubeconfig away where the step was killed. What it has left of the move the next run finds in the journal. */
export async function run(): Promise<void> {
  await removeKeptFolder();
}
