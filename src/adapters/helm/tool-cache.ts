import { lstat, mkdir } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { UserError } from "../../errors.ts";
import type { HelmPlatform } from "../../helm-version/archive.ts";
import { binaryInArchive } from "../../helm-version/archive.ts";
import type { WantedVersion } from "../../helm-version/wanted-version.ts";

/** The name and layout in the runner's tool cache are those of azure/setup-helm, so that each finds the other's Helm. */
const tool = "helm";

/** The path of a Helm in the tool cache: that exact version, or the newest of that major version; undefined when none. */
export async function findInToolCache(
  wish: WantedVersion,
  platform: HelmPlatform,
  cacheFolder: string,
): Promise<string | undefined> {
  const { find } = await import("@actions/tool-cache");
  const spec = wish.kind === "exact" ? wish.version : `${wish.major}.x`;
  const folder = await withCacheFolder(cacheFolder, async () => find(tool, spec, process.arch));
  return folder === "" ? undefined : join(folder, binaryInArchive(platform));
}

/** Unpacks a verified archive into `folder`. */
export async function unpack(archive: string, folder: string): Promise<void> {
  const { extractTar, extractZip } = await import("@actions/tool-cache");
  await (archive.endsWith(".zip") ? extractZip(archive, folder) : extractTar(archive, folder));
}

/** Copies an unpacked archive into the tool cache and gives the path of the Helm there. */
export async function keepInToolCache(
  unpacked: string,
  helm: { version: string; platform: HelmPlatform },
  cacheFolder: string,
): Promise<string> {
  const { cacheDir } = await import("@actions/tool-cache");
  const folder = await withCacheFolder(cacheFolder, () => cacheDir(unpacked, tool, helm.version, process.arch));
  return join(folder, binaryInArchive(helm.platform));
}

/**
 * The runner's tool cache (RUNNER_TOOL_CACHE). Outside a runner: a folder under the system's temp folder that belongs to
 * this user alone, since anything found in it is run.
 * @throws UserError when that folder is there but others can write to it.
 */
export async function toolCacheFolder(env: NodeJS.ProcessEnv): Promise<string> {
  if (env.RUNNER_TOOL_CACHE) return env.RUNNER_TOOL_CACHE;
  const uid = process.getuid?.();
  const folder = join(tmpdir(), uid === undefined ? "k8s-migrate-tools" : `k8s-migrate-tools-${uid}`);
  await mkdir(folder, { recursive: true, mode: 0o700 });
  const { uid: owner, mode } = await lstat(folder).then((stats) => {
    if (!stats.isDirectory()) throw unsafe(folder);
    return stats;
  });
  if (uid !== undefined && (owner !== uid || (mode & 0o022) !== 0)) throw unsafe(folder);
  return folder;
}

function unsafe(folder: string): UserError {
  return new UserError(
    `${folder} is not a folder that only you can write to, so no Helm is kept there. Remove it, or set RUNNER_TOOL_CACHE to a folder of your own.`,
  );
}

/** @actions/tool-cache takes its folder from the process's environment only. */
async function withCacheFolder<T>(folder: string, work: () => Promise<T>): Promise<T> {
  const before = process.env.RUNNER_TOOL_CACHE;
  process.env.RUNNER_TOOL_CACHE = folder;
  try {
    return await work();
  } finally {
    if (before === undefined) delete process.env.RUNNER_TOOL_CACHE;
    else process.env.RUNNER_TOOL_CACHE = before;
  }
}
