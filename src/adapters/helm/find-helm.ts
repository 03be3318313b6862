import { resolve } from "node:path";
import { UserError } from "../../errors.ts";
import type { HelmPlatform } from "../../helm-version/archive.ts";
import { helmPlatform } from "../../helm-version/archive.ts";
import type { HelmMajor, HelmVersion } from "../../helm-version/helm-version.ts";
import type { WantedHelm, WantedVersion } from "../../helm-version/wanted-version.ts";
import { fits, nameWanted, parseWantedHelm } from "../../helm-version/wanted-version.ts";
import { downloadHelm } from "./download-helm.ts";
import { helmReleases } from "./helm-releases.ts";
import { readHelmVersion } from "./read-version.ts";
import { searchPath } from "./search-path.ts";
import { findInToolCache, toolCacheFolder } from "./tool-cache.ts";

export type Helm = {
  /** Absolute path of the binary. */
  path: string;
  /** Without `v`: "4.1.4". */
  version: string;
  major: HelmMajor;
  source: "input" | "path" | "tool-cache" | "download";
};

/** `env`: the environment of the step; `log`: gets one line on what was found and used. */
export type HelmContext = { env: NodeJS.ProcessEnv; log: (line: string) => void };

/**
 * Finds the Helm that the input `helm-version` asks for ("4", "3", "4.1.4", "v4.1.4" or the path of a binary):
 * the path itself, else `helm` on PATH if its version fits, else the runner's tool cache, else a verified download.
 * @throws UserError when the input makes no sense or names no Helm. @throws OutsideError when the download fails.
 */
export async function findHelm(wanted: string, context: HelmContext): Promise<Helm> {
  const wish = parseWantedHelm(wanted);
  if (wish.kind === "path") return helmAt(wish, context);

  const onPath = await helmOnPath(wish, context);
  if (onPath !== undefined) return onPath;

  const platform = helmPlatform(process.platform, process.arch);
  if (platform === undefined) {
    throw new UserError(
      `There is no Helm ${nameWanted(wish)} on PATH, and none is downloaded for ${process.platform} ${process.arch}. Put Helm on PATH, or set helm-version to the path of a Helm binary.`,
    );
  }
  const cacheFolder = await toolCacheFolder(context.env);
  const place = { platform, cacheFolder };
  return (await helmInToolCache(wish, place, context)) ?? (await helmDownloaded(wish, place, context));
}

type Place = { platform: HelmPlatform; cacheFolder: string };

async function helmAt(wish: WantedHelm & { kind: "path" }, { env, log }: HelmContext): Promise<Helm> {
  const path = resolve(wish.path);
  const answer = await readHelmVersion(path, env);
  if ("reason" in answer) {
    throw new UserError(
      `helm-version "${wish.path}" is not a Helm binary: ${path}: ${answer.reason}. Give the path of a Helm 3 or 4 binary, or a version such as "4" or "4.1.4".`,
    );
  }
  if (!fits(wish, answer.found)) {
    throw new UserError(
      `helm-version "${wish.path}" is Helm ${answer.found.version}: only Helm 3 and Helm 4 are supported. Give the path of one of these, or a version such as "4" or "4.1.4".`,
    );
  }
  log(`Helm ${answer.found.version}: ${path}, as helm-version says`);
  return asHelm(path, answer.found, "input");
}

async function helmOnPath(wish: WantedVersion, { env, log }: HelmContext): Promise<Helm | undefined> {
  const path = await searchPath("helm", env);
  if (path === undefined) return undefined;
  const answer = await readHelmVersion(path, env);
  if ("reason" in answer) {
    log(`Helm on PATH is skipped: ${path}: ${answer.reason}`);
    return undefined;
  }
  if (!fits(wish, answer.found)) {
    log(`Helm on PATH is skipped: ${path} is ${answer.found.version}, helm-version asks for ${nameWanted(wish)}`);
    return undefined;
  }
  log(`Helm ${answer.found.version}: ${path}, found on PATH`);
  return asHelm(path, answer.found, "path");
}

async function helmInToolCache(
  wish: WantedVersion,
  place: Place,
  { env, log }: HelmContext,
): Promise<Helm | undefined> {
  const path = await findInToolCache(wish, place.platform, place.cacheFolder);
  if (path === undefined) return undefined;
  const answer = await readHelmVersion(path, env);
  if ("reason" in answer || !fits(wish, answer.found)) {
    const reason = "reason" in answer ? answer.reason : `it is ${answer.found.version}`;
    log(`Helm in the tool cache is skipped: ${path}: ${reason}`);
    return undefined;
  }
  log(`Helm ${answer.found.version}: ${path}, found in the tool cache`);
  return asHelm(path, answer.found, "tool-cache");
}

async function helmDownloaded(wish: WantedVersion, place: Place, context: HelmContext): Promise<Helm> {
  const version = wish.kind === "exact" ? wish.version : helmReleases[wish.major].version;
  const path = await downloadHelm({ version, ...place }, context);
  context.log(`Helm ${version}: ${path}, downloaded`);
  return { path, version, major: wish.major, source: "download" };
}

function asHelm(path: string, found: HelmVersion, source: Helm["source"]): Helm {
  return { path, version: found.version, major: found.major as HelmMajor, source };
}
