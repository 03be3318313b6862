import type { Helm } from "../../ports/helm.ts";
import { type HelmProgram, runHelm } from "./run-helm.ts";

/** Helm 3 or 4 as a program. */
export function helmCli(program: HelmProgram, version: { version: string; major: 3 | 4 }): Helm {
  return {
    ...version,
    async upgradeInstall(request) {
      const { release, namespace, kubeContext } = request;
      await runHelm(program, `upgrade --install ${release} in namespace ${namespace}`, [
        "upgrade",
        release,
        request.chartPath,
        "--install",
        `--namespace=${namespace}`,
        `--kubeconfig=${request.kubeconfig}`,
        ...(kubeContext === "" ? [] : [`--kube-context=${kubeContext}`]),
        "--wait",
        ...valuesPolicy(request.extraArguments),
        `--timeout=${Math.ceil(request.timeoutMs / 1000)}s`,
        `--history-max=${request.historyMax}`,
        ...request.valueFiles.map((file) => `--values=${asField(file)}`),
        ...request.set.map((assignment) => `--set=${assignment}`),
        ...request.setString.map((assignment) => `--set-string=${assignment}`),
        ...request.extraArguments,
      ]);
    },
  };
}

/** Helm reads `--values` as a list with commas; quoted, a path stays one whatever it holds. */
function asField(path: string): string {
  return `"${path.replaceAll('"', '""')}"`;
}

/** Helm given no values takes those of the last revision: a value that a workflow drops would stay for ever. */
function valuesPolicy(extraArguments: readonly string[]): string[] {
  const reuses = /^--(reuse-values|reset-then-reuse-values)(=|$)/;
  return extraArguments.some((argument) => reuses.test(argument)) ? [] : ["--reset-values"];
}
