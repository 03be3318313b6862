import type { ActionsIo } from "../../adapters/github/actions-io.ts";
import { readWorkspaceFile, whatIsAt } from "../../adapters/workspace.ts";
import { type ChartReference, parseChartReference } from "../../chart/chart-reference.ts";
import { parseDuration } from "../../duration/duration.ts";
import { describeError, UserError } from "../../errors.ts";
import { parseWantedHelm } from "../../helm-version/wanted-version.ts";
import { namespaceNameProblem, releaseNameProblem } from "../../release/release-name.ts";
import type { OnFailure, Recover } from "../../release/way.ts";
import { inlineValuesProblem, secretValuesProblem } from "../../values/inline-values.ts";
import { type EksTarget, type KubeconfigTarget, readClusterTarget } from "../cluster-inputs.ts";
import { booleanInput, choiceInput, pairs, refuseUnsupported } from "./input-forms.ts";

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
  const release = io.input("release");
  const namespace = io.input("namespace");
  problems.push(...nameProblems(release, namespace, io.lines("protected-namespaces")));

  const chart = readChart(io, problems);
  const values = io.text("values");
  const secretValues = io.text("secret-values");
  for (const problem of [inlineValuesProblem("values", values), secretValuesProblem(secretValues)]) {
    if (problem !== undefined) problems.push(problem);
  }
  const timeoutMs = parseDuration(io.input("timeout"));
  if (timeoutMs === undefined)
    problems.push(`timeout: "${io.input("timeout")}" is not a duration above zero; write one such as 5m or 1h30m`);
  const historyMax = Number(io.input("history-max"));
  if (!Number.isInteger(historyMax) || historyMax < 2) {
    problems.push(
      `history-max: "${io.input("history-max")}" must be a whole number of at least 2: a rollback needs a revision to go back to`,
    );
  }
  const inputs = {
    target,
    release,
    namespace,
    createNamespace: booleanInput(io, "create-namespace", problems),
    namespaceLabels: Object.fromEntries(pairs("namespace-labels", io.lines("namespace-labels"), problems)),
    values,
    valueFiles: readValueFiles(io.lines("value-files"), problems),
    set: assignments(io, "set", problems),
    setString: assignments(io, "set-string", problems),
    secretValues,
    timeoutMs: timeoutMs ?? 0,
    historyMax,
    helmVersion: helmVersion(io, problems),
    helmArgs: readHelmArgs(io.lines("helm-args"), problems),
    recover: choiceInput<Recover>(io, "recover", { choices: ["auto", "never", "auto-delete-volumes"], problems }),
    onFailure: choiceInput<OnFailure>(io, "on-failure", { choices: ["rollback", "keep"], problems }),
  };
  refuseUnsupported(io, problems);
  const driver = process.env.HELM_DRIVER ?? "";
  if (!["", "secret", "secrets"].includes(driver)) {
    problems.push(
      `HELM_DRIVER: "${driver}" is not supported; releases are read where Helm keeps them by default, in Secrets`,
    );
  }
  const error = UserError.fromProblems("Inputs of deploy:", problems);
  if (error || chart === undefined) throw error;
  return { ...inputs, chart };
}

function nameProblems(release: string, namespace: string, protectedNamespaces: readonly string[]): string[] {
  const found = [
    release === "" ? "release: missing; write the Helm release's name, such as orders" : releaseNameProblem(release),
    namespace === ""
      ? "namespace: missing; write the namespace to deploy to, such as commerce"
      : namespaceNameProblem(namespace),
    protectedNamespaces.includes(namespace)
      ? `namespace: ${namespace} is protected; deploy elsewhere, or take it out of protected-namespaces`
      : undefined,
  ];
  return found.filter((problem) => problem !== undefined);
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

function helmVersion(io: ActionsIo, problems: string[]): string {
  const text = io.input("helm-version");
  try {
    parseWantedHelm(text);
  } catch (error) {
    problems.push(describeError(error));
  }
  return text;
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
