/** A login to an OCI registry. */
export type RegistryLogin = {
  /** The registry as charts name it, with its port where that is not 443: `ghcr.io`, `registry.example.com:5000`. */
  host: string;
  username: string;
  password: string;
};

/** What is used of Docker's config.json, the form of Helm's own file too: https://docs.docker.com/reference/cli/docker/login */
export type RegistryConfig = Record<string, unknown> & {
  auths?: Record<string, unknown>;
  /** Programs that keep logins, by registry. */
  credHelpers?: Record<string, string>;
  /** The program that keeps all other logins. */
  credsStore?: string;
};

/** The host of an `oci://` address, with its port; `undefined` for another address. */
export function registryHost(address: string): string | undefined {
  return /^oci:\/\/([^/]+)/.exec(address)?.[1];
}

/** The config's text in a typed form; empty for a text that holds none. */
export function readRegistryConfig(text: string): RegistryConfig {
  try {
    const read = JSON.parse(text) as unknown;
    return typeof read === "object" && read !== null && !Array.isArray(read) ? (read as RegistryConfig) : {};
  } catch {
    return {};
  }
}

/** Whether the config has, or may have, a login to that registry. */
export function mayKnow({ auths, credHelpers, credsStore }: RegistryConfig, host: string): boolean {
  const key = keyOf(host);
  return [auths?.[key], credHelpers?.[key]].some((entry) => entry !== undefined) || Boolean(credsStore);
}

/**
 * The user's own config with these logins, which win over what it has for the same registries.
 * Where it leaves all to a `credsStore`, Helm would not look at a login beside it: the store is then named for each registry
 * that the config knows, or that this run needs, but for those of the logins.
 */
export function withLogins(
  own: RegistryConfig,
  { logins, hosts }: { logins: readonly RegistryLogin[]; hosts: readonly string[] },
): RegistryConfig {
  const { credsStore, ...rest } = own;
  const others = [...Object.keys(own.auths ?? {}), ...hosts.map(keyOf)];
  const stored = credsStore ? Object.fromEntries(others.map((key) => [key, credsStore])) : {};
  const credHelpers = { ...stored, ...own.credHelpers };
  const auths = { ...own.auths };
  for (const { host, username, password } of logins) {
    delete credHelpers[keyOf(host)];
    auths[keyOf(host)] = { auth: basicAuth({ username, password }) };
  }
  return { ...rest, auths, ...(Object.keys(credHelpers).length > 0 ? { credHelpers } : {}) };
}

/** The form of a login in the config. */
export function basicAuth({ username, password }: Pick<RegistryLogin, "username" | "password">): string {
  return Buffer.from(`${username}:${password}`).toString("base64");
}

/** Docker Hub's logins are kept under its old address, by Helm 3 and 4. */
function keyOf(host: string): string {
  return /^(registry-1\.)?docker\.io$/.test(host) ? "https://index.docker.io/v1/" : host;
}
