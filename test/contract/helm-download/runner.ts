import { execFile } from "node:child_process";
import { mkdir, mkdtemp, readdir, readFile, rm, symlink } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import type { Helm } from "../../../src/adapters/helm/find-helm.ts";
import { searchPath } from "../../../src/adapters/helm/search-path.ts";

const run = promisify(execFile);

export type Found = { helm?: Helm; error?: { name: string; message: string }; log: string[] };

export type Runner = {
  folder: string;
  toolCache: string;
  temp: string;
  /** Asks for a Helm in a process with only this in its environment, beside a PATH without Helm and the runner's folders. */
  findHelm: (wanted: string, env?: Record<string, string | undefined>) => Promise<Found>;
  /** What is in the tool cache for Helm: ["4.1.4"]; undefined before anything was put there. */
  cachedVersions: () => Promise<string[] | undefined>;
  /** What was left in RUNNER_TEMP. */
  leftovers: () => Promise<string[]>;
  remove: () => Promise<void>;
};

/** The folders of a hosted runner, empty. */
export async function makeRunner(): Promise<Runner> {
  const folder = await mkdtemp(join(tmpdir(), "helm-download-test-"));
  const toolCache = join(folder, "tool-cache");
  const temp = join(folder, "temp");
  await mkdir(temp);
  const base = { PATH: await pathWithTar(folder), HOME: folder, RUNNER_TOOL_CACHE: toolCache, RUNNER_TEMP: temp };
  let calls = 0;
  return {
    folder,
    toolCache,
    temp,
    findHelm: async (wanted, env = {}) => {
      const result = join(folder, `result-${calls++}.json`);
      const script = join(import.meta.dirname, "find-helm-process.ts");
      await run(process.execPath, [script, wanted, result], { env: { ...base, ...env }, cwd: folder });
      return JSON.parse(await readFile(result, "utf8")) as Found;
    },
    cachedVersions: () => readdir(join(toolCache, "helm")).catch(() => undefined),
    leftovers: () => readdir(temp),
    remove: () => rm(folder, { recursive: true, force: true }),
  };
}

/** A PATH that holds what unpacks an archive and surely no Helm. */
async function pathWithTar(folder: string): Promise<string> {
  const bin = join(folder, "bin");
  await mkdir(bin);
  for (const name of ["tar", "gzip"]) {
    const path = await searchPath(name, process.env);
    if (path === undefined) throw new Error(`These tests need ${name} on PATH.`);
    await symlink(path, join(bin, name));
  }
  return bin;
}
