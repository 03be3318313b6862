import { systemClock } from "../../adapters/clock.ts";
import type { ActionsIo } from "../../adapters/github/actions-io.ts";
import { helmCli } from "../../adapters/helm/helm-cli.ts";
import { openCluster } from "../../adapters/kubernetes/client.ts";
import { clusterLeases } from "../../adapters/kubernetes/leases.ts";
import { clusterObjects } from "../../adapters/kubernetes/live-objects.ts";
import { releaseSecrets } from "../../adapters/kubernetes/release-secrets.ts";
import { clusterCronJobs } from "../../adapters/kubernetes/suspend-flags.ts";
import { describeError } from "../../errors.ts";
import { bringBack } from "../../playbook/deploy/bring-back.ts";
import { broughtBackSummary } from "../../playbook/report/deploy-summary.ts";
import { leaves } from "../../values/inline-values.ts";
import { masksFor } from "../../values/secrets.ts";
import { cancellation } from "../cancellation.ts";
import { removeKeptFolder } from "../remove-kept-folder.ts";
import { runAction } from "../run-action.ts";
import { helmProgram, type UnfinishedRun, unfinishedRun } from "./unfinished.ts";

/** The server ends everything of a cancelled job five minutes after the cancellation: https://docs.github.com/actions/reference/workflows-and-actions/workflow-cancellation */
const LONGEST_MS = 4 * 60_000;

/** Brings the release of a cancelled or killed deploy back, and takes away what that could not. */
export async function run(): Promise<void> {
  await runAction(async (io) => {
    // It has the inputs of the main step.
    io.hide(masksFor(leaves(io.text("secret-values"))));
    const unfinished = unfinishedRun(io);
    if (unfinished === undefined) return;
    try {
      await finish(unfinished, io);
    } catch (error) {
      io.log.warn(`${unfinished.release} was not brought back: ${describeError(error)}\nThe next deploy of it does so`);
    }
  });
  await removeKeptFolder();
}

async function finish(unfinished: UnfinishedRun, io: ActionsIo): Promise<void> {
  io.log.info(`The deploy of ${unfinished.release} did not end by itself: looking at what it has left`);
  const client = await openCluster({ kubeconfig: unfinished.kubeconfig, context: unfinished.kubeContext });
  const cancelled = cancellation((signal) => io.log.info(`Got ${signal}: telling Helm to stop`));
  try {
    const brought = await bringBack(
      { ...unfinished, timeoutMs: Math.min(unfinished.timeoutMs, LONGEST_MS) },
      {
        helm: helmCli(helmProgram(unfinished.helm.path, io), unfinished.helm),
        releases: releaseSecrets(client),
        leases: clusterLeases(client),
        live: clusterObjects(client),
        cronJobs: clusterCronJobs(client),
        log: io.log,
        clock: systemClock,
      },
      cancelled.signal,
    );
    io.log.info(brought?.said ?? `${unfinished.release} is as it was before`);
    if (brought !== undefined) await io.summary(broughtBackSummary(unfinished, brought));
  } finally {
    cancelled.end();
  }
}
