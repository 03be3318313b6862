import { mkdir, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";

/**
 * Writes a file that later steps of the job read.
 * @returns its path, below the runner's folder for files of the job
 */
export async function writeReportFile(name: string, text: string): Promise<string> {
  const folder = join(process.env.RUNNER_TEMP || tmpdir(), "k8s-migrate-reports");
  await mkdir(folder, { recursive: true });
  const path = join(folder, name);
  await writeFile(path, text);
  return path;
}
