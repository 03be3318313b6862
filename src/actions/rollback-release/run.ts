import { systemClock } from "../../adapters/clock.ts";
import type { ActionsIo } from "../../adapters/github/actions-io.ts";
import { runContext } from "../../adapters/github/run-context.ts";
import { findHelm } from "../../adapters/helm/find-helm.ts";
import { helmCli } from "../../adapters/helm/helm-cli.ts";
import { loadKubernetesClient, openCluster } from "../../adapters/kubernetes/client.ts";
import { makePrivateFolder, removePrivateFolder } from "../../adapters/private-folder.ts";
import { describeError, UserError } from "../../errors.ts";
import { notRolledBackSummary, rollbackSummary } from "../../playbook/report/rollback-summary.ts";
import { planRollback } from "../../playbook/rollback-release/plan-rollback.ts";
import { rollBackRelease } from "../../playbook/rollback-release/rollback-release.ts";
import type { BackPorts, BackResult } from "../../playbook/rollback-release/rollback-types.ts";
import { cancellation } from "../cancellation.ts";
import { logIn } from "../cluster-login.ts";
import { clusterPorts } from "../cluster-ports.ts";
import { helmProgram, newHolder } from "../deploy/unfinished.ts";
import { writeReleaseOutputs } from "../release-outputs.ts";
import { runAction } from "../run-action.ts";
import { type RollbackInputs, readRollbackInputs } from "./inputs.ts";

/** `actions/rollback-release`: one Helm release back to a good revision, and a report of what is there afterwards. */
export async function run(): Promise<void> {
  await runAction(async (io) => {
    const inputs = readRollbackInputs(io);
    const where =
      inputs.target.kind === "eks" ? `EKS cluster ${inputs.target.cluster}` : "the cluster of the kubeconfig";
    const doing = inputs.dryRun ? "Planning a rollback of" : "Rolling back";
    io.log.info(`${doing} ${inputs.release} in namespace ${inputs.namespace} of ${where}`);
    const folder = await makePrivateFolder();
    io.keep("folder", folder);
    const cancelled = cancellation((signal) => io.log.info(`Got ${signal}: telling Helm to stop`));
    try {
      const result = await goBack(inputs, { folder, cancelled: cancelled.signal }, io);
      if (result.status === "failed") io.fail(describeError(result.error));
    } catch (error) {
      // There is no result to report on, but the job summary shall not be silent.
      io.output("status", "failed");
      const refused = error instanceof UserError;
      await io.summary(notRolledBackSummary(inputs, { error: describeError(error), refused }));
      throw error;
    } finally {
      cancelled.end();
      await removePrivateFolder(folder);
    }
  });
}

async function goBack(
  inputs: RollbackInputs,
  { folder, cancelled }: { folder: string; cancelled: AbortSignal },
  io: ActionsIo,
): Promise<BackResult> {
  const [helm, login, { url }] = await Promise.all([
    findHelm(inputs.helmVersion, { env: process.env, log: io.log.info }),
    logIn(inputs.target, folder, io),
    runContext(),
    loadKubernetesClient(),
  ]);
  const client = await openCluster(login);
  const ports: BackPorts = {
    helm: helmCli(helmProgram(helm.path, io), helm),
    ...clusterPorts(client, io),
    log: io.log,
    clock: systemClock,
    hidden: io.hidden,
    hide: io.hide,
  };
  const reach = { kubeconfig: login.kubeconfig, kubeContext: client.context };
  const request = { ...inputs, ...reach, holder: newHolder(url), runUrl: url };
  const result = await (inputs.dryRun ? planRollback(request, ports) : rollBackRelease(request, ports, cancelled));

  const report = { ...result, action: "rollback", chartDigest: result.record?.chart.digest ?? "" };
  writeReleaseOutputs(report, inputs.namespace, io);
  io.output("target-revision", String(result.target));
  const error = result.error === undefined ? "" : describeError(result.error);
  await io.summary(rollbackSummary(result, { ...inputs, cluster: client.context, helmVersion: helm.version, error }));
  return result;
}
