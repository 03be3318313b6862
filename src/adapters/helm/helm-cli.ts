import type { Helm, HelmTarget, UpgradeRequest } from "../../ports/helm.ts";
import { reusesValues } from "../../values/reused-values.ts";
import { runTiedHelm } from "./helm-process.ts";
import type { HelmProgram } from "./run-helm.ts";

/** Helm 3 or 4 as a program. */
export function helmCli(program: HelmProgram, version: { version: string; major: 3 | 4 }): Helm {
  return {
    ...version,

    async upgradeInstall(request, signal) {
      const operation = `upgrade --install ${request.release} in namespace ${request.namespace}`;
      return {
        revision: madeRevision(await runTiedHelm(program, { operation, args: upgradeArguments(request), signal })),
      };
    },

    async rollback(request, signal) {
      const { release, revision } = request;
      const operation = `rollback of ${release} to revision ${revision} in namespace ${request.namespace}`;
      const args = [
        "rollback",
        release,
        String(revision),
        ...reaching(request),
        ...(request.wait ? ["--wait"] : []),
        ...(request.noHooks ? ["--no-hooks"] : []),
        timeout(request.timeoutMs),
        `--history-max=${request.historyMax}`,
      ];
      await runTiedHelm(program, { operation, args, signal });
    },

    async uninstall(request, signal) {
      const { release } = request;
      const operation = `uninstall of ${release} in namespace ${request.namespace}`;
      // Deleted in the foreground, a workload is there until its pods are gone: else Helm would not wait for these.
      // https://kubernetes.io/docs/concepts/architecture/garbage-collection/#foreground-deletion
      const args = [
        "uninstall",
        release,
        ...reaching(request),
        "--wait",
        "--cascade=foreground",
        ...(request.noHooks ? ["--no-hooks"] : []),
        timeout(request.timeoutMs),
      ];
      await runTiedHelm(program, { operation, args, signal });
    },
  };
}

function upgradeArguments(request: UpgradeRequest): string[] {
  return [
    "upgrade",
    request.release,
    request.chartPath,
    "--install",
    ...reaching(request),
    "--wait",
    ...valuesPolicy(request.extraArguments),
    timeout(request.timeoutMs),
    `--history-max=${request.historyMax}`,
    ...request.valueFiles.map((file) => `--values=${asField(file)}`),
    ...request.set.map((assignment) => `--set=${assignment}`),
    ...request.setString.map((assignment) => `--set-string=${assignment}`),
    ...request.extraArguments,
  ];
}

function reaching({ namespace, kubeconfig, kubeContext }: HelmTarget): string[] {
  return [
    `--namespace=${namespace}`,
    `--kubeconfig=${kubeconfig}`,
    ...(kubeContext === "" ? [] : [`--kube-context=${kubeContext}`]),
  ];
}

/**
 * The revision that Helm says it has made: the first line of that form in its usual output, also without notes; or the
 * release's version, where helm-args ask for `--output json` or `yaml`.
 */
function madeRevision(stdout: string): number | undefined {
  if (stdout.startsWith("{")) {
    try {
      const { version } = JSON.parse(stdout) as { version?: unknown };
      return typeof version === "number" ? version : undefined;
    } catch {
      return undefined;
    }
  }
  const [, number] = /^(?:REVISION|version): (\d+)$/m.exec(stdout) ?? [];
  return number === undefined ? undefined : Number(number);
}

/** Never 0: that is no time at all for Helm 3, and 30 s for Helm 4. */
function timeout(milliseconds: number): string {
  return `--timeout=${Math.max(1, Math.ceil(milliseconds / 1000))}s`;
}

/** Helm reads `--values` as a list with commas; quoted, a path stays one whatever it holds. */
function asField(path: string): string {
  return `"${path.replaceAll('"', '""')}"`;
}

/** Helm given no values takes those of the last revision: a value that a workflow drops would stay for ever. */
function valuesPolicy(extraArguments: readonly string[]): string[] {
  return reusesValues(extraArguments) ? [] : ["--reset-values"];
}
