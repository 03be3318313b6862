import { removeKeptFolder } from "../remove-kept-folder.ts";

/** Takes away what a cancelled or killed deploy could not. */
export async function run(): Promise<void> {
  await removeKeptFolder();
}
