import { describeError } from "../../errors.ts";
import type { Helm, HelmTarget, Rendered, UpgradeRequest } from "../../ports/helm.ts";
import { lacksKinds } from "../../release/helm-messages.ts";
import { withoutHooks } from "../../release/template-hooks.ts";
import { reusesValues } from "../../values/reused-values.ts";
import { pluginFolders } from "./helm-plugins.ts";
import { type HelmCall, runTiedHelm } from "./helm-process.ts";
import { type PostRenderProgram, postRendered } from "./post-renderer.ts";
import type { HelmProgram } from "./run-helm.ts";
import { asHook, type StoredHook } from "./stored-hook.ts";

/**
 * Helm 3 or 4 as a program.
 * @param through needed for requests with `postRender`
 */
export function helmCli(
  program: HelmProgram,
  version: { version: string; major: 3 | 4 },
  through?: PostRenderProgram,
): Helm {
  let plugins: Promise<string[]> | undefined;
  return {
    ...version,

    async upgradeInstall(request, signal) {
      const operation = `upgrade --install ${request.release} in namespace ${request.namespace}`;
      return { revision: madeRevision(await runUpgrade(request, { operation, args: [], signal })) };
    },

    async render(request, signal) {
      const operation = `upgrade --install --dry-run=server ${request.release} in namespace ${request.namespace}`;
      // Behind the user's own: of a flag that is there twice the last one counts.
      const args = ["--dry-run=server", "--output=json"];
      try {
        return readRendered(await runUpgrade(request, { operation, args, signal, graceMs: 0 }));
      } catch (error) {
        if (request.postRender !== undefined || signal?.aborted || !lacksKinds(describeError(error))) throw error;
        const template = {
          operation: `template of ${request.release}`,
          args: templateArguments(request),
          signal,
          graceMs: 0,
        };
        const text = await runTiedHelm(program, template).catch(() => {
          throw error;
        });
        return { ...withoutHooks(text), note: WITHOUT_CLUSTER };
      }
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

  /** Gives Helm's stdout. */
  async function runUpgrade(request: UpgradeRequest, call: HelmCall): Promise<string> {
    const { postRender, extraArguments } = request;
    if (postRender === undefined) {
      return runTiedHelm(program, { ...call, args: [...upgradeArguments(request), ...call.args] });
    }
    if (through === undefined) throw new Error("a post-renderer needs the program that Helm starts for it");
    const helm = { major: version.major, through, pluginFolders: knownPluginFolders };
    const rendered = await postRendered(helm, extraArguments, postRender);
    try {
      const args = upgradeArguments({ ...request, extraArguments: rendered.extraArguments });
      return await runTiedHelm(program, { ...call, args: [...args, ...call.args], env: rendered.env });
    } catch (error) {
      // Helm only knows the text of it.
      throw rendered.error() ?? error;
    } finally {
      await rendered.end();
    }
  }

  /** Helm is asked once: they stay what they are while it is the same program. */
  function knownPluginFolders(): Promise<string[]> {
    plugins ??= pluginFolders(program).catch((error: unknown) => {
      plugins = undefined;
      throw error;
    });
    return plugins;
  }
}

function readRendered(stdout: string): Rendered {
  const { manifest = "", hooks } = JSON.parse(stdout) as { manifest?: string; hooks?: StoredHook[] };
  return { manifest, hooks: (hooks ?? []).map(asHook) };
}

const WITHOUT_CLUSTER =
  "The chart brings kinds that the cluster does not have yet: it was rendered without the cluster, and what depends on that may be another in the deploy";

function templateArguments(request: UpgradeRequest): string[] {
  const { release, chartPath, namespace, extraArguments } = request;
  return ["template", release, chartPath, `--namespace=${namespace}`, ...valueArguments(request), ...extraArguments];
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
    ...valueArguments(request),
    ...request.extraArguments,
  ];
}

function valueArguments(request: UpgradeRequest): string[] {
  return [
    ...request.valueFiles.map((file) => `--values=${asField(file)}`),
    ...request.set.map((assignment) => `--set=${assignment}`),
    ...request.setString.map((assignment) => `--set-string=${assignment}`),
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
