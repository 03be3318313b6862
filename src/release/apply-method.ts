import type { Release } from "./release.ts";

export type ApplyMethod = {
  /** Whether Helm applies on the server, or patches objects itself. */
  serverSide: boolean;
  /** Whether it takes over fields that somebody else manages. */
  forced: boolean;
};

/**
 * How an upgrade or install will apply: Helm 4 on the server, unless the release was begun otherwise or the arguments say so.
 * https://helm.sh/docs/helm/helm_upgrade/
 * @param helmArguments the user's own ones; of a flag that is there twice the last one counts
 */
export function applyMethod(
  helmArguments: readonly string[],
  { major, before }: { major: 3 | 4; before: Pick<Release, "serverSide"> | undefined },
): ApplyMethod {
  if (major === 3) return { serverSide: false, forced: false };
  const asked = given("--server-side", helmArguments);
  const byItself = before?.serverSide ?? true;
  return {
    serverSide: asked === undefined || asked === "auto" ? byItself : asked !== "false",
    forced: (given("--force-conflicts", helmArguments) ?? "false") !== "false",
  };
}

function given(flag: string, helmArguments: readonly string[]): string | undefined {
  const at = helmArguments.findLastIndex((argument) => argument === flag || argument.startsWith(`${flag}=`));
  const [argument, next] = helmArguments.slice(at);
  if (at < 0 || argument === undefined) return undefined;
  if (argument !== flag) return argument.slice(flag.length + 1);
  // Helm takes it from the next argument, too, where that is none of its flags.
  return next !== undefined && /^(true|false|auto)$/.test(next) ? next : "true";
}
