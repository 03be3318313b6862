import { systemClock } from "../../adapters/clock.ts";
import type { ActionsIo } from "../../adapters/github/actions-io.ts";
import { runContext } from "../../adapters/github/run-context.ts";
import { findHelm } from "../../adapters/helm/find-helm.ts";
import { helmCharts } from "../../adapters/helm/helm-charts.ts";
import { helmCli } from "../../adapters/helm/helm-cli.ts";
import type { HelmProgram } from "../../adapters/helm/run-helm.ts";
import { loadKubernetesClient, openCluster } from "../../adapters/kubernetes/client.ts";
import { clusterObjects } from "../../adapters/kubernetes/live-objects.ts";
import { clusterNamespaces } from "../../adapters/kubernetes/namespaces.ts";
import { releaseSecrets } from "../../adapters/kubernetes/release-secrets.ts";
import { makePrivateFolder, removePrivateFolder } from "../../adapters/private-folder.ts";
import { pullArguments } from "../../chart/pull-arguments.ts";
import { describeError } from "../../errors.ts";
import { type DeployResult, deployRelease } from "../../playbook/deploy-release.ts";
import { deploySummary, notStartedSummary } from "../../playbook/report/deploy-summary.ts";
import { logIn } from "../cluster-login.ts";
import { runAction } from "../run-action.ts";
import { type DeployInputs, readDeployInputs } from "./inputs.ts";
import { writeOutputs } from "./outputs.ts";
import { writeValueFiles } from "./value-files.ts";

/** `deploy`: one Helm release to one cluster, and a report of what is there afterwards. */
export async function run(): Promise<void> {
  await runAction(async (io) => {
    const inputs = readDeployInputs(io);
    const where =
      inputs.target.kind === "eks" ? `EKS cluster ${inputs.target.cluster}` : "the cluster of the kubeconfig";
    io.log.info(`Deploying ${inputs.release} to namespace ${inputs.namespace} of ${where}`);
    const folder = await makePrivateFolder();
    io.keep("folder", folder);
    try {
      const result = await deploy(inputs, folder, io).catch((error: unknown) => notStarted(inputs, error, io));
      if (result.status === "failed") throw result.error;
    } finally {
      await removePrivateFolder(folder);
    }
  });
}

/** Helm was never started: there is no release to report on, but the job summary shall not be silent. */
async function notStarted(inputs: DeployInputs, error: unknown, io: ActionsIo): Promise<never> {
  io.output("status", "failed");
  await io.summary(notStartedSummary(inputs, describeError(error)));
  throw error;
}

async function deploy(inputs: DeployInputs, folder: string, io: ActionsIo): Promise<DeployResult> {
  const values = await writeValueFiles(inputs, folder, io);
  const [helm, login, context] = await Promise.all([
    findHelm(inputs.helmVersion, { env: process.env, log: io.log.info }),
    logIn(inputs.target, folder, io),
    runContext(),
    loadKubernetesClient(),
  ]);
  const client = await openCluster(login);
  const program: HelmProgram = {
    path: helm.path,
    env: helmEnvironment(process.env),
    onLine: (line) => io.log.info(`helm: ${line}`),
  };
  const { repository, commit, ref, actor, url } = context;
  const result = await deployRelease(
    {
      ...inputs,
      kubeconfig: login.kubeconfig,
      kubeContext: client.context,
      valueFiles: values.paths,
      extraArguments: inputs.helmArgs,
      record: {
        values: {
          files: inputs.valueFiles,
          inline: inputs.values,
          set: inputs.set,
          setString: inputs.setString,
          secretLeaves: values.secretLeaves,
        },
        git: { repository, commit, ref },
        run: { url, actor },
      },
    },
    {
      helm: helmCli(program, helm),
      charts: helmCharts(program, { folder, extraArguments: pullArguments(inputs.helmArgs) }),
      releases: releaseSecrets(client),
      namespaces: clusterNamespaces(client),
      live: clusterObjects(client),
      log: io.log,
      clock: systemClock,
    },
  );
  writeOutputs(result, inputs.namespace, io);
  await io.summary(
    deploySummary(result, {
      ...inputs,
      cluster: client.context,
      helmVersion: helm.version,
      error: describeError(result.error),
    }),
  );
  return result;
}

/**
 * Helm's environment is the job's, but for what would lead it to another cluster than the one that is read back
 * (HELM_KUBECONTEXT, HELM_KUBEAPISERVER ...), and for the inputs, secret ones among them.
 */
function helmEnvironment(env: NodeJS.ProcessEnv): Record<string, string> {
  const entries = Object.entries(env).filter((entry): entry is [string, string] => entry[1] !== undefined);
  return Object.fromEntries(entries.filter(([name]) => !/^(HELM_KUBE|INPUT_)/.test(name)));
}
