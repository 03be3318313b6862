import { removeKeptFolder } from "../remove-kept-folder.ts";

/** Takes the values file away when the job ends. */
export async function run(): Promise<void> {
  await removeKeptFolder();
}
