import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";

/** A new folder that only this user may enter, in the runner's own temporary place, which it empties after the job. */
export async function makePrivateFolder(): Promise<string> {
  // mkdtemp makes the folder with mode 0700.
  return mkdtemp(join(process.env.RUNNER_TEMP ?? tmpdir(), "k8s-migrate-"));
}

/** The same below another one, which takes it along. */
export async function makeFolderIn(folder: string): Promise<string> {
  return mkdtemp(join(folder, "part-"));
}

/** Writes a file that only this user may read, and returns its path. */
export async function writePrivateFile(folder: string, name: string, content: string): Promise<string> {
  const path = join(folder, name);
  await writeFile(path, content, { mode: 0o600 });
  return path;
}

/** Removes such a folder with all that is in it. No error when it is gone already. */
export async function removePrivateFolder(folder: string): Promise<void> {
  await rm(folder, { recursive: true, force: true });
}
