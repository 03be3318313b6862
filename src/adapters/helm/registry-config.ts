import { readFile } from "node:fs/promises";
import { homedir } from "node:os";
import { join } from "node:path";
import {
  type RegistryConfig,
  type RegistryLogin,
  readRegistryConfig,
  withLogins,
} from "../../chart/registry-config.ts";
import { writePrivateFile } from "../private-folder.ts";
import { helmSetting } from "./helm-setting.ts";
import type { HelmProgram } from "./run-helm.ts";

/** The configs that Helm looks for a registry's login in: its own, then Docker's. Empty ones where there is no file. */
export async function registryConfigs(program: HelmProgram): Promise<{ helm: RegistryConfig; docker: RegistryConfig }> {
  // https://docs.docker.com/reference/cli/docker/#environment-variables
  const dockerFolder = program.env.DOCKER_CONFIG || join(program.env.HOME || homedir(), ".docker");
  const [helm, docker] = await Promise.all([
    helmSetting(program, "HELM_REGISTRY_CONFIG").then(readConfig),
    readConfig(join(dockerFolder, "config.json")),
  ]);
  return { helm, docker };
}

/**
 * A file with these logins and what the user's own Helm config has, in a folder that only this user may enter. For Helm's
 * environment: Docker's config stays where Helm looks next (https://github.com/helm/helm/blob/v4.1.4/pkg/registry/client.go).
 * @param hosts the registries that this run needs
 */
export async function registryEnvironment(
  folder: string,
  own: RegistryConfig,
  { logins, hosts }: { logins: readonly RegistryLogin[]; hosts: readonly string[] },
): Promise<Record<string, string>> {
  const content = JSON.stringify(withLogins(own, { logins, hosts }), null, 2);
  return { HELM_REGISTRY_CONFIG: await writePrivateFile(folder, "registry.json", content) };
}

async function readConfig(path: string): Promise<RegistryConfig> {
  return readRegistryConfig(await readFile(path, "utf8").catch(() => ""));
}
