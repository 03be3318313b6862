import { join } from "node:path";
import { ecrLogin } from "../../adapters/aws/ecr.ts";
import { awsSession } from "../../adapters/aws/session.ts";
import type { ActionsIo } from "../../adapters/github/actions-io.ts";
import { awsIdToken } from "../../adapters/github/id-token.ts";
import { registryConfigs, registryEnvironment } from "../../adapters/helm/registry-config.ts";
import type { HelmProgram } from "../../adapters/helm/run-helm.ts";
import { SESSION_FILE } from "../../adapters/kubernetes/kubeconfig.ts";
import type { ChartReference } from "../../chart/chart-reference.ts";
import { type EcrRegistry, ecrRegistry } from "../../chart/ecr-registry.ts";
import { settingsIn } from "../../chart/pull-arguments.ts";
import { basicAuth, mayKnow, type RegistryLogin } from "../../chart/registry-config.ts";
import { describeError, UserError } from "../../errors.ts";
import { masksFor } from "../../values/secrets.ts";
import type { EksTarget, KubeconfigTarget } from "../cluster-inputs.ts";
import { registriesOf } from "./registry-inputs.ts";

export type RegistryRequest = {
  chart: ChartReference;
  target: EksTarget | KubeconfigTarget;
  /** The login of the inputs, where they have one. */
  registryLogin: RegistryLogin | undefined;
  helmArgs: readonly string[];
};

/**
 * Helm with logins to the OCI registries that the chart comes from, in a private file below `folder`: that of the inputs, and
 * for private ECR registries one by the AWS login of this step. Where helm-args name files of Helm's, those are its own.
 */
export async function withRegistryLogins(
  { chart, target, registryLogin, helmArgs }: RegistryRequest,
  { program: given, folder }: { program: HelmProgram; folder: string },
  io: ActionsIo,
): Promise<HelmProgram> {
  const program = { ...given, env: { ...given.env, ...settingsIn(helmArgs) } };
  const hosts = registriesOf(chart, "missing");
  const registries = hosts
    .filter((host) => host !== registryLogin?.host)
    .map(ecrRegistry)
    .filter((registry) => registry !== undefined);
  if (registryLogin === undefined && registries.length === 0) return program;

  const { helm, docker } = await registryConfigs(program);
  const logins = registryLogin === undefined ? [] : [registryLogin];
  for (const registry of registries) {
    const known = [helm, docker].some((config) => mayKnow(config, registry.host));
    const login = await loginByAws(registry, { target, folder, known }, io);
    if (login) logins.push(login);
  }
  if (logins.length === 0) return program;
  const environment = await registryEnvironment(folder, helm, { logins, hosts });
  return { ...program, env: { ...program.env, ...environment } };
}

/**
 * `undefined` where the job has no AWS credentials, and was not told to have any; and where they do not lead to a login, but an
 * earlier step may have left one (`known`).
 */
async function loginByAws(
  registry: EcrRegistry,
  { target, folder, known }: { target: EksTarget | KubeconfigTarget; folder: string; known: boolean },
  io: ActionsIo,
): Promise<RegistryLogin | undefined> {
  const roleToAssume = target.kind === "eks" ? target.roleToAssume : "";
  const idToken = awsIdToken(process.env);
  const credentials = awsSession({
    region: target.kind === "eks" ? target.region : registry.region,
    roleToAssume,
    ...(idToken ? { idToken } : {}),
    cacheFile: join(folder, SESSION_FILE),
    onSecrets: io.hide,
  });
  try {
    const login = await ecrLogin(registry, await credentials());
    io.hide(masksFor([login.password, basicAuth(login)]));
    io.log.info(`Logged in to ${registry.host}`);
    return login;
  } catch (error) {
    // The one error of the user's here: the job has no credentials.
    const none = error instanceof UserError && roleToAssume === "";
    if (!none && !known) throw error;
    io.log.info(`No new login to ${registry.host}: ${describeError(error)}`);
    return undefined;
  }
}
