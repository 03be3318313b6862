import { randomUUID } from "node:crypto";
import type { ActionsIo } from "../../adapters/github/actions-io.ts";
import type { HelmProgram } from "../../adapters/helm/run-helm.ts";
import type { UnfinishedDeploy } from "../../playbook/deploy/bring-back.ts";
import type { PostStep } from "../../ports/post-step.ts";

/** What the post step needs to bring the release back. Holds paths and names, no secrets. */
export type UnfinishedRun = UnfinishedDeploy & { helm: { path: string; version: string; major: 3 | 4 } };

const STATE = "unfinished";

/** A name that no other process has, not even another attempt of the same run. */
export function newHolder(runUrl: string): string {
  return `${runUrl || "k8s-migrate"}#${randomUUID()}`;
}

/** Tells the post step that the release is this run's to bring into order. */
export function postStep(run: Omit<UnfinishedRun, "above">, io: ActionsIo): PostStep {
  return { expectAbove: (above) => io.keep(STATE, JSON.stringify({ ...run, above })) };
}

/** Tells the post step that the release is in order. */
export function forgetUnfinished(io: ActionsIo): void {
  io.keep(STATE, "");
}

export function unfinishedRun(io: ActionsIo): UnfinishedRun | undefined {
  const kept = io.kept(STATE);
  return kept === "" ? undefined : (JSON.parse(kept) as UnfinishedRun);
}

/** Helm as the step has it, its progress in the log. */
export function helmProgram(path: string, io: ActionsIo): HelmProgram {
  return { path, env: helmEnvironment(process.env), hidden: io.hidden, onLine: (line) => io.log.info(`helm: ${line}`) };
}

/**
 * Helm's environment is the job's, but for what would lead it to another cluster than the one that is read back
 * (HELM_KUBECONTEXT, HELM_KUBEAPISERVER ...), and for the inputs, secret ones among them.
 */
function helmEnvironment(env: NodeJS.ProcessEnv): Record<string, string> {
  const entries = Object.entries(env).filter((entry): entry is [string, string] => entry[1] !== undefined);
  return Object.fromEntries(entries.filter(([name]) => !/^(HELM_KUBE|INPUT_)/.test(name)));
}
