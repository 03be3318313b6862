import type { ActionsIo } from "../../adapters/github/actions-io.ts";
import { CRONJOB_POLICIES, type CronJobPolicy } from "../../cronjobs/policy.ts";
import { UserError } from "../../errors.ts";
import { type EksTarget, type KubeconfigTarget, readClusterTarget } from "../cluster-inputs.ts";
import { booleanInput, choiceInput } from "../deploy/input-forms.ts";
import { checkHelmDriver, readHelmVersion, readHistoryMax, readReleaseName, readTimeout } from "../release-inputs.ts";

export type RollbackInputs = {
  target: EksTarget | KubeconfigTarget;
  release: string;
  namespace: string;
  /** `undefined`: the last good one. */
  revision: number | undefined;
  cronjobPolicy: CronJobPolicy;
  timeoutMs: number;
  historyMax: number;
  dryRun: boolean;
  helmVersion: string;
};

/** Reads all inputs of `rollback-release`. Fails with one `UserError` that lists every problem. */
export function readRollbackInputs(io: ActionsIo): RollbackInputs {
  const problems: string[] = [];
  const target = readClusterTarget(io, problems);
  const name = readReleaseName(io, problems, "the namespace of the release, such as commerce");
  if (io.lines("protected-namespaces").includes(name.namespace)) {
    problems.push(`namespace: ${name.namespace} is protected; name another, or take it out of protected-namespaces`);
  }
  const inputs = {
    target,
    ...name,
    revision: readRevision(io, problems),
    cronjobPolicy: choiceInput(io, "cronjob-policy", { choices: CRONJOB_POLICIES, problems }),
    timeoutMs: readTimeout(io, problems),
    historyMax: readHistoryMax(io, problems),
    dryRun: booleanInput(io, "dry-run", problems),
    helmVersion: readHelmVersion(io, problems),
  };
  checkHelmDriver(problems);
  const error = UserError.fromProblems("Inputs of rollback-release:", problems);
  if (error) throw error;
  return inputs;
}

function readRevision(io: ActionsIo, problems: string[]): number | undefined {
  const text = io.input("revision");
  if (text === "") return undefined;
  if (!/^[1-9]\d{0,8}$/.test(text)) {
    problems.push(
      `revision: "${text}" is not a revision's number; write one such as 3, see helm history, or leave it out for the last good one`,
    );
  }
  return Number(text);
}
