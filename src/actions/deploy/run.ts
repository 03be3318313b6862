import { systemClock } from "../../adapters/clock.ts";
import type { ActionsIo } from "../../adapters/github/actions-io.ts";
import { runContext } from "../../adapters/github/run-context.ts";
import { findHelm } from "../../adapters/helm/find-helm.ts";
import { helmCharts } from "../../adapters/helm/helm-charts.ts";
import { helmCli } from "../../adapters/helm/helm-cli.ts";
import { loadKubernetesClient, openCluster } from "../../adapters/kubernetes/client.ts";
import { makePrivateFolder, removePrivateFolder } from "../../adapters/private-folder.ts";
import { pullArguments } from "../../chart/pull-arguments.ts";
import { describeError, UserError } from "../../errors.ts";
import { deployRelease } from "../../playbook/deploy/deploy-release.ts";
import {
  type DeployPorts,
  type DeployRequest,
  type DeployResult,
  isFailure,
} from "../../playbook/deploy/deploy-types.ts";
import { planRelease } from "../../playbook/deploy/plan-release.ts";
import { deploySummary, notStartedSummary } from "../../playbook/report/deploy-summary.ts";
import { cancellation } from "../cancellation.ts";
import { logIn } from "../cluster-login.ts";
import { clusterPorts } from "../cluster-ports.ts";
import { runAction } from "../run-action.ts";
import { siblingEntry } from "../sibling-entry.ts";
import { failurePlace } from "./failure-place.ts";
import { type DeployInputs, readDeployInputs } from "./inputs.ts";
import { writeOutputs } from "./outputs.ts";
import { withRegistryLogins } from "./registry.ts";
import { forgetUnfinished, helmProgram, newHolder, postStep } from "./unfinished.ts";
import { writeValueFiles } from "./value-files.ts";

/** `deploy`: one Helm release to one cluster, and a report of what is there afterwards. */
export async function run(): Promise<void> {
  await runAction(async (io) => {
    const inputs = readDeployInputs(io);
    const where =
      inputs.target.kind === "eks" ? `EKS cluster ${inputs.target.cluster}` : "the cluster of the kubeconfig";
    const doing = inputs.dryRun ? "Planning a deploy of" : "Deploying";
    io.log.info(`${doing} ${inputs.release} to namespace ${inputs.namespace} of ${where}`);
    const folder = await makePrivateFolder();
    io.keep("folder", folder);
    const cancelled = cancellation((signal) => io.log.info(`Got ${signal}: telling Helm to stop`));
    let inOrder = false;
    try {
      const result = await deploy(inputs, { folder, cancelled: cancelled.signal }, io);
      inOrder = result.settled;
      if (isFailure(result)) io.fail(describeError(result.error), failurePlace(result, inputs));
    } catch (error) {
      // A refusal has changed nothing. Anything else may have come in the middle of something.
      inOrder = error instanceof UserError;
      await notStarted(inputs, error, io);
      throw error;
    } finally {
      cancelled.end();
      // Else the post step logs in with what is in the folder, and brings the release back.
      if (inOrder) {
        forgetUnfinished(io);
        await removePrivateFolder(folder);
      }
    }
  });
}

/** There is no result to report on, but the job summary shall not be silent. */
async function notStarted(inputs: DeployInputs, error: unknown, io: ActionsIo): Promise<void> {
  io.output("status", "failed");
  await io.summary(notStartedSummary(inputs, { error: describeError(error), refused: error instanceof UserError }));
}

async function deploy(
  inputs: DeployInputs,
  { folder, cancelled }: { folder: string; cancelled: AbortSignal },
  io: ActionsIo,
): Promise<DeployResult> {
  const values = await writeValueFiles(inputs, folder, io);
  const [helm, login, context] = await Promise.all([
    findHelm(inputs.helmVersion, { env: process.env, log: io.log.info }),
    logIn(inputs.target, folder, io),
    runContext(),
    loadKubernetesClient(),
  ]);
  const client = await openCluster(login);
  const program = await withRegistryLogins(inputs, { program: helmProgram(helm.path, io), folder }, io);
  const { repository, commit, ref, actor, url } = context;
  const { release, namespace, timeoutMs, historyMax, onFailure, cronjobPolicy } = inputs;
  const target = { release, namespace, kubeconfig: login.kubeconfig, kubeContext: client.context };
  const holder = newHolder(url);
  const unfinished = {
    ...target,
    timeoutMs,
    historyMax,
    onFailure,
    cronjobPolicy,
    holder,
    runUrl: url,
    helm: { ...helm },
  };
  const request: DeployRequest = {
    ...inputs,
    ...target,
    holder,
    valueFiles: values.paths,
    extraArguments: inputs.helmArgs,
    record: {
      values: {
        files: inputs.valueFiles,
        inline: inputs.values,
        set: inputs.set,
        setString: inputs.setString,
        secretLeaves: values.secretLeaves,
        secretPaths: values.secretPaths,
      },
      git: { repository, commit, ref },
      run: { url, actor },
    },
  };
  const ports: DeployPorts = {
    helm: helmCli(program, helm, { node: process.execPath, entry: siblingEntry("post-render"), folder }),
    charts: helmCharts(program, { folder, extraArguments: pullArguments(inputs.helmArgs) }),
    ...clusterPorts(client, io),
    postStep: postStep(unfinished, io),
    log: io.log,
    clock: systemClock,
    hide: io.hide,
    hidden: io.hidden,
  };
  const result = await (inputs.dryRun ? planRelease : deployRelease)(request, ports, cancelled);
  writeOutputs(result, inputs.namespace, io);
  const error = result.error === undefined ? "" : describeError(result.error);
  await io.summary(deploySummary(result, { ...inputs, cluster: client.context, helmVersion: helm.version, error }));
  return result;
}
