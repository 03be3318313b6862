import { systemClock } from "../../adapters/clock.ts";
import type { ActionsIo } from "../../adapters/github/actions-io.ts";
import { runContext } from "../../adapters/github/run-context.ts";
import { findHelm } from "../../adapters/helm/find-helm.ts";
import { helmCharts } from "../../adapters/helm/helm-charts.ts";
import { helmCli } from "../../adapters/helm/helm-cli.ts";
import { readWorkspaceFile, whatIsAt } from "../../adapters/workspace.ts";
import { type ChartReference, parseChartReference } from "../../chart/chart-reference.ts";
import { UserError } from "../../errors.ts";
import type { EnvironmentMigration, Service } from "../../migration-file/migration.ts";
import type { DeployRequest } from "../../playbook/deploy/deploy-types.ts";
import type { ReleaseDeployParts } from "../../playbook/move/release-deploys.ts";
import type { Charts, FetchedChart } from "../../ports/charts.ts";
import type { Helm } from "../../ports/helm.ts";
import { clusterPorts } from "../cluster-ports.ts";
import { withRegistryLogins } from "../deploy/registry.ts";
import { helmProgram, newHolder } from "../deploy/unfinished.ts";
import { siblingEntry } from "../sibling-entry.ts";
import type { OpenCluster } from "./open-move.ts";

/** Many tries before it works leave something to go back to. */
const HISTORY_MAX = 100;

/** Gives what a deploy of a service needs: the request by the migration file, and the parts around Helm. */
export async function deployPreparation(
  { migration, helmVersion, folder }: { migration: EnvironmentMigration; helmVersion: string; folder: string },
  io: ActionsIo,
): Promise<(cluster: OpenCluster) => ReleaseDeployParts["prepare"]> {
  const [helm, context] = await Promise.all([
    findHelm(helmVersion, { env: process.env, log: io.log.info }),
    runContext(),
  ]);
  const { eks } = migration.environment;
  const target = {
    kind: "eks",
    cluster: eks.cluster,
    region: eks.region,
    roleToAssume: eks.roleToAssume,
    kubeContext: "",
  } as const;
  // Services share charts: each is fetched, and each registry logged in to, once in a run; and what is deployed is what was planned.
  const tools = new Map<string, ReturnType<typeof toolsFor>>();
  const charts = new Map<string, Promise<FetchedChart>>();
  let building: Promise<unknown> = Promise.resolve();

  async function toolsFor(chart: ChartReference): Promise<{ helm: Helm; fetcher: Charts }> {
    const registries = { chart, target, registryLogin: undefined, helmArgs: [] };
    const program = await withRegistryLogins(registries, { program: helmProgram(helm.path, io), folder }, io);
    return {
      helm: helmCli(program, helm, { node: process.execPath, entry: siblingEntry("post-render"), folder }),
      fetcher: helmCharts(program, { folder, extraArguments: [] }),
    };
  }

  return ({ client, kubeconfig }) => {
    // One of each for all services: what they find out of the cluster, such as its kinds, is asked for once.
    const cluster = clusterPorts(client, io);
    return async ({ service, image }) => {
      const { chart, files } = sourcesOf(service, migration);
      const { helm: withLogins, fetcher } = await once(tools, chart.text, () => toolsFor(chart));
      // One after the other, since Helm builds a chart's dependencies in the chart's own folder.
      const fetchOnce = (reference: ChartReference) =>
        once(charts, JSON.stringify(reference), () => {
          const fetched = building.then(() => fetcher.fetch(reference));
          building = fetched.catch(() => undefined);
          return fetched;
        });
      const { repository, commit, ref, actor, url } = context;
      const setString = image === undefined ? [] : [`${service.image.valuesPath}=${image}`];
      const request: DeployRequest = {
        release: service.release.name,
        namespace: service.release.namespace,
        kubeconfig,
        kubeContext: client.context,
        createNamespace: true,
        namespaceLabels: {},
        chart,
        valueFiles: files.map(({ path }) => path),
        set: [],
        setString,
        extraArguments: [],
        timeoutMs: service.release.timeoutMs,
        historyMax: HISTORY_MAX,
        cronjobPolicy: "suspend",
        skipUnchanged: false,
        recover: "auto",
        onFailure: "rollback",
        holder: newHolder(url),
        record: {
          values: { files, inline: "", set: [], setString, secretLeaves: 0, secretPaths: [] },
          git: { repository, commit, ref },
          run: { url, actor },
        },
      };
      const ports = {
        ...cluster,
        helm: withLogins,
        charts: { fetch: fetchOnce },
        // The next run goes on from what this one leaves.
        postStep: { expectAbove: () => undefined },
        log: io.log,
        clock: systemClock,
        hide: io.hide,
        hidden: io.hidden,
      };
      return { request, ports };
    };
  };
}

/** What was asked for before is not asked again, unless it failed. */
function once<T>(known: Map<string, Promise<T>>, key: string, make: () => Promise<T>): Promise<T> {
  const found = known.get(key);
  if (found !== undefined) return found;
  const made = make();
  known.set(key, made);
  made.catch(() => known.delete(key));
  return made;
}

/** The chart and the value files of a service, as the workspace has them. */
function sourcesOf(
  { name, release }: Service,
  { where }: EnvironmentMigration,
): { chart: ChartReference; files: { path: string; content: string }[] } {
  const problems: string[] = [];
  const key = (...path: (string | number)[]) => where(["services", name, "release", ...path]);
  const given = { chart: release.chart, version: release.chartVersion, repository: release.repository };
  const chart = parseChartReference(given, whatIsAt);
  if ("problem" in chart) problems.push(`${key("chart")}: ${chart.problem}`);
  const files = release.valueFiles.flatMap((path, index) => {
    const file = readWorkspaceFile(path);
    if ("text" in file) return [{ path, content: file.text }];
    problems.push(`${key("value-files", index)}: cannot read ${path}: ${file.problem}`);
    return [];
  });
  const error = UserError.fromProblems("What it is deployed from:", problems);
  if (error || "problem" in chart) throw error;
  return { chart, files };
}
