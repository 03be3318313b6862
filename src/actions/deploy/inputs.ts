import type { ActionsIo } from "../../adapters/github/actions-io.ts";
import { readWorkspaceFile, whatIsAt } from "../../adapters/workspace.ts";
import { type ChartReference, parseChartReference } from "../../chart/chart-reference.ts";
import type { RegistryLogin } from "../../chart/registry-config.ts";
import { CRONJOB_POLICIES, type CronJobPolicy } from "../../cronjobs/policy.ts";
import { UserError } from "../../errors.ts";
import type { OnFailure, Recover } from "../../release/way.ts";
import { inlineValuesProblem, secretValuesProblem } from "../../values/inline-values.ts";
import { type EksTarget, type KubeconfigTarget, readClusterTarget } from "../cluster-inputs.ts";
import { checkHelmDriver, readHelmVersion, readHistoryMax, readReleaseName, readTimeout } from "../release-inputs.ts";
import { booleanInput, choiceInput, pairs } from "./input-forms.ts";
import { readRegistryInputs } from "./registry-inputs.ts";

export type DeployInputs = {
  target: EksTarget | KubeconfigTarget;
  release: string;
  namespace: string;
  createNamespace: boolean;
  namespaceLabels: Record<string, string>;
  chart: ChartReference;
  values: string;
  valueFiles: { path: string; content: string }[];
  set: string[];
  setString: string[];
  secretValues: string;
  timeoutMs: number;
  historyMax: number;
  helmVersion: string;
  helmArgs: string[];
  recover: Recover;
  onFailure: OnFailure;
  cronjobPolicy: CronJobPolicy;
  skipUnchanged: boolean;
  dryRun: boolean;
  registryLogin: RegistryLogin | undefined;
};

/** Flags that an input decides. */
const OWNED_FLAGS: Record<string, string> = {
  "--namespace": "namespace",
  "-n": "namespace",
  "--kubeconfig": "kubeconfig",
  "--kube-context": "kube-context",
  "--kube-apiserver": "kubeconfig",
  "--kube-as-group": "kubeconfig",
  "--kube-as-user": "kubeconfig",
  "--kube-ca-file": "kubeconfig",
  "--kube-insecure-skip-tls-verify": "kubeconfig",
  "--kube-tls-server-name": "kubeconfig",
  "--kube-token": "kubeconfig",
  "--values": "value-files",
  "-f": "value-files",
  "--set": "set",
  "--set-string": "set-string",
  "--timeout": "timeout",
  "--history-max": "history-max",
  "--version": "chart-version",
  "--repo": "repository",
  "--dry-run": "dry-run",
  "--create-namespace": "create-namespace",
  "--atomic": "on-failure",
  "--rollback-on-failure": "on-failure",
};

/** Flags that the action itself decides, and how. */
const FIXED_FLAGS: Record<string, string> = {
  "--wait": "it always waits",
  "--install": "it always installs what is not there yet",
  "-i": "it always installs what is not there yet",
};

/** Reads all inputs of `deploy`. Fails with one `UserError` that lists every problem. */
export function readDeployInputs(io: ActionsIo): DeployInputs {
  const problems: string[] = [];
  const target = readClusterTarget(io, problems);
  const name = readReleaseName(io, problems, "the namespace to deploy to, such as commerce");
  if (io.lines("protected-namespaces").includes(name.namespace)) {
    problems.push(
      `namespace: ${name.namespace} is protected; deploy elsewhere, or take it out of protected-namespaces`,
    );
  }

  const chart = readChart(io, problems);
  const registryLogin = readRegistryInputs(io, chart, problems);
  const values = io.text("values");
  const secretValues = io.text("secret-values");
  for (const problem of [inlineValuesProblem("values", values), secretValuesProblem(secretValues)]) {
    if (problem !== undefined) problems.push(problem);
  }
  const inputs = {
    target,
    ...name,
    createNamespace: booleanInput(io, "create-namespace", problems),
    namespaceLabels: Object.fromEntries(pairs("namespace-labels", io.lines("namespace-labels"), problems)),
    values,
    valueFiles: readValueFiles(io.lines("value-files"), problems),
    set: assignments(io, "set", problems),
    setString: assignments(io, "set-string", problems),
    secretValues,
    timeoutMs: readTimeout(io, problems),
    historyMax: readHistoryMax(io, problems),
    helmVersion: readHelmVersion(io, problems),
    helmArgs: readHelmArgs(io.lines("helm-args"), problems),
    recover: choiceInput<Recover>(io, "recover", { choices: ["auto", "never", "auto-delete-volumes"], problems }),
    onFailure: choiceInput<OnFailure>(io, "on-failure", { choices: ["rollback", "keep"], problems }),
    cronjobPolicy: choiceInput(io, "cronjob-policy", { choices: CRONJOB_POLICIES, problems }),
    skipUnchanged: booleanInput(io, "skip-unchanged", problems),
    dryRun: booleanInput(io, "dry-run", problems),
  };
  checkHelmDriver(problems);
  const error = UserError.fromProblems("Inputs of deploy:", problems);
  if (error || chart === undefined) throw error;
  return { ...inputs, chart, registryLogin };
}

function readChart(io: ActionsIo, problems: string[]): ChartReference | undefined {
  const given = { chart: io.input("chart"), version: io.input("chart-version"), repository: io.input("repository") };
  if (given.chart === "") {
    problems.push(
      "chart: missing; write a path such as charts/service, repo/name, an https address of a .tgz, or oci://…",
    );
    return undefined;
  }
  const parsed = parseChartReference(given, whatIsAt);
  if ("problem" in parsed) {
    problems.push(parsed.problem);
    return undefined;
  }
  return parsed;
}

function readValueFiles(paths: readonly string[], problems: string[]): { path: string; content: string }[] {
  return paths.flatMap((path) => {
    const file = readWorkspaceFile(path);
    const problem =
      "problem" in file
        ? `value-files: cannot read ${path}: ${file.problem}`
        : inlineValuesProblem(`value-files: ${path}`, file.text);
    if (problem !== undefined) problems.push(problem);
    return "text" in file ? { path, content: file.text } : [];
  });
}

function assignments(io: ActionsIo, name: string, problems: string[]): string[] {
  const lines = io.lines(name);
  pairs(name, lines, problems);
  return lines;
}

function readHelmArgs(lines: readonly string[], problems: string[]): string[] {
  for (const line of lines) {
    // A short flag may have its value right behind it: -nother.
    const flag = /^-[^-]/.test(line) ? line.slice(0, 2) : (line.split(/[=\s]/)[0] ?? "");
    const input = OWNED_FLAGS[flag];
    if (input !== undefined) problems.push(`helm-args: ${flag} is decided by the input ${input}; use that`);
    const how = FIXED_FLAGS[flag];
    if (how !== undefined) problems.push(`helm-args: ${flag} is decided by the action: ${how}; leave it out`);
  }
  return [...lines];
}
