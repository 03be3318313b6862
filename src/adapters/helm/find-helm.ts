import { resolve } from "node:path";
import { UserError } from "../../errors.ts";
import type { HelmMajor, HelmVersion } from "../../helm-version/helm-version.ts";
import type { WantedHelm } from "../../helm-version/wanted-version.ts";
import { fits, nameWanted, parseWantedHelm } from "../../helm-version/wanted-version.ts";
import { readHelmVersion } from "./read-version.ts";
import { searchPath } from "./search-path.ts";

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
  throw new UserError(
    `No Helm ${nameWanted(wish)} on PATH. Put it on PATH, or set helm-version to the path of a Helm binary.`,
  );
}

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

async function helmOnPath(wish: WantedHelm, { env, log }: HelmContext): Promise<Helm | undefined> {
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

function asHelm(path: string, found: HelmVersion, source: Helm["source"]): Helm {
  return { path, version: found.version, major: found.major as HelmMajor, source };
}
