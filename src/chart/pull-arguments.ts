/** The flags that `helm upgrade` and `helm pull` share: how a chart is got. Those that take a value are true. */
const FLAGS: ReadonlyMap<string, boolean> = new Map([
  ["--ca-file", true],
  ["--cert-file", true],
  ["--key-file", true],
  ["--keyring", true],
  ["--username", true],
  ["--password", true],
  ["--devel", false],
  ["--insecure-skip-tls-verify", false],
  ["--pass-credentials", false],
  ["--plain-http", false],
  ["--verify", false],
]);

/**
 * Of the arguments for `helm upgrade` those that say how a chart is got: a chart is pulled first, and upgraded to from disk.
 * A value may follow its flag as the next argument.
 */
export function pullArguments(helmArguments: readonly string[]): string[] {
  return helmArguments.filter((argument, at) => {
    if (FLAGS.has(argument.split("=")[0] ?? "")) return true;
    return FLAGS.get(helmArguments[at - 1] ?? "") === true;
  });
}

/** The flags for files that Helm has a setting for too. */
const SETTINGS: ReadonlyMap<string, string> = new Map([
  ["--registry-config", "HELM_REGISTRY_CONFIG"],
  ["--repository-config", "HELM_REPOSITORY_CONFIG"],
  ["--repository-cache", "HELM_REPOSITORY_CACHE"],
]);

/**
 * Of the arguments for `helm upgrade` those that say where Helm's own files are, as its environment: so they are for every call
 * of Helm, and for what is read of these files and set in their place. As a flag they would win over a login of ours.
 */
export function settingsIn(helmArguments: readonly string[]): Record<string, string> {
  const settings = helmArguments.flatMap((argument, at): [string, string][] => {
    const [flag = "", ...value] = argument.split("=");
    const setting = SETTINGS.get(flag);
    const path = argument.includes("=") ? value.join("=") : (helmArguments[at + 1] ?? "");
    return setting === undefined || path === "" ? [] : [[setting, path]];
  });
  return Object.fromEntries(settings);
}

/** Of arguments for `helm pull` those that `helm dependency build` takes too. */
export function dependencyArguments(pulling: readonly string[]): string[] {
  return pullArguments(pulling).filter((argument) => !/^--(devel|pass-credentials)(=|$)/.test(argument));
}
