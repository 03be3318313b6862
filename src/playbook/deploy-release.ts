import type { ChartReference } from "../chart/chart-reference.ts";
import { describeError } from "../errors.ts";
import type { Charts } from "../ports/charts.ts";
import type { Clock } from "../ports/clock.ts";
import type { Helm } from "../ports/helm.ts";
import type { LiveObjects } from "../ports/live-objects.ts";
import type { Log } from "../ports/log.ts";
import type { Namespaces } from "../ports/namespaces.ts";
import type { Releases } from "../ports/releases.ts";
import type { DeployRecord } from "../release/deploy-record.ts";
import { deployAction, deployedRevision, madeBy, newest, type Release, type Revision } from "../release/release.ts";
import { objectsOf } from "../workloads/objects.ts";
import type { CronJob, Workload } from "../workloads/workload.ts";
import { watchProgress } from "./watch-progress.ts";

export type DeployRequest = {
  release: string;
  namespace: string;
  createNamespace: boolean;
  namespaceLabels: Readonly<Record<string, string>>;
  chart: ChartReference;
  kubeconfig: string;
  kubeContext: string;
  /** All files that Helm gets, secret ones included, in the order in which later ones win. */
  valueFiles: readonly string[];
  set: readonly string[];
  setString: readonly string[];
  timeoutMs: number;
  historyMax: number;
  extraArguments: readonly string[];
  /** What of the request is kept beside the revision. */
  record: Pick<DeployRecord, "values" | "git" | "run">;
};

export type DeployPorts = {
  helm: Helm;
  charts: Charts;
  releases: Releases;
  namespaces: Namespaces;
  live: LiveObjects;
  log: Log;
  clock: Clock;
};

export type DeployResult = {
  status: "deployed" | "failed";
  action: "install" | "upgrade";
  /** What Helm's history said before. */
  found: Revision | undefined;
  previousRevision: number | undefined;
  /** The revision that this run made, read back; absent when Helm made none. */
  release: Release | undefined;
  chartDigest: string;
  workloads: Workload[];
  cronJobs: CronJob[];
  urls: string[];
  durations: { part: string; milliseconds: number }[];
  /** Present exactly when the status is `failed`. */
  error?: unknown;
};

/**
 * Installs or upgrades a release and waits until it is ready, then reads back what the cluster has.
 * A failure of Helm is a result, not an error, since what is left in the cluster is worth reporting.
 * Anything that fails before Helm starts is thrown: nothing was changed then but the namespace.
 */
export async function deployRelease(request: DeployRequest, ports: DeployPorts): Promise<DeployResult> {
  const { helm, charts, releases, log } = ports;
  const { release, namespace } = request;
  const timed = stopwatch(ports.clock);

  const [history, chart] = await timed("preparation", async () => {
    const [found, fetched] = await Promise.all([releases.history(release, namespace), charts.fetch(request.chart)]);
    await prepareNamespace(request, ports);
    return [found, fetched] as const;
  });
  const before = newest(history);
  const action = deployAction(history);
  log.info(
    before
      ? `Found ${release} at revision ${before.revision}: ${before.status}`
      : `Found no release ${release} in ${namespace}`,
  );
  log.info(`${action === "install" ? "Installing" : "Upgrading"} ${release} in ${namespace} with Helm ${helm.version}`);

  const failure = await timed("rollout", async () => {
    const ended = new AbortController();
    const progress = watchProgress(
      { release, namespace, action, after: before?.revision ?? 0, signal: ended.signal },
      ports,
    );
    try {
      await helm.upgradeInstall({ ...request, chartPath: chart.path });
      return undefined;
    } catch (error) {
      return { error };
    } finally {
      ended.abort();
      await progress;
    }
  });

  const result = await timed("read-back", async () => {
    const made = await readBack(request, ports, before);
    const live = await readLive(action, made, ports);
    const failed = failure ?? notOurs(made);
    if (made && !failed) {
      const { name, version, appVersion } = made.chart;
      const source = {
        source: request.chart.text,
        repository: "repository" in request.chart ? (request.chart.repository ?? "") : "",
      };
      await attempt("keep a record of this deploy, which promotion reads", log, () =>
        releases.writeRecord({
          schemaVersion: 1,
          release,
          namespace,
          revision: made.revision,
          deployedAt: made.deployedAt,
          helmVersion: helm.version,
          chart: { ...source, name, version, appVersion, digest: chart.digest },
          images: live.workloads.flatMap((workload) => workload.images),
          ...request.record,
        }),
      );
    }
    return { made, live, failed };
  });

  return {
    status: result.failed ? "failed" : "deployed",
    action,
    found: before,
    previousRevision: deployedRevision(history)?.revision,
    release: result.made,
    chartDigest: chart.digest,
    ...result.live,
    durations: timed.parts,
    ...(result.failed ? { error: result.failed.error } : {}),
  };
}

async function prepareNamespace(request: DeployRequest, { namespaces, log }: DeployPorts): Promise<void> {
  const { namespace, createNamespace, namespaceLabels } = request;
  const state = await namespaces.ensure(namespace, { create: createNamespace, labels: namespaceLabels });
  if (state === "created") log.info(`Created namespace ${namespace}`);
  if (state === "labelled")
    log.info(`Set labels on namespace ${namespace}: ${Object.keys(namespaceLabels).join(", ")}`);
  if (state === "unlabelled") {
    log.warn(`namespace-labels: not set, since this login may not change namespace ${namespace}`);
  }
  if (state === "unreadable" && Object.keys(namespaceLabels).length > 0) {
    log.warn(`namespace-labels: not set, since this login may not read namespace ${namespace}`);
  }
}

/** The newest revision, when it is newer than what was found. */
async function readBack(
  { release, namespace }: DeployRequest,
  { releases }: DeployPorts,
  before: Revision | undefined,
): Promise<Release | undefined> {
  const last = newest(await releases.history(release, namespace));
  if (last === undefined || last.revision <= (before?.revision ?? 0)) return undefined;
  return releases.read(release, namespace, last.revision);
}

type LiveState = Pick<DeployResult, "workloads" | "cronJobs" | "urls">;

async function readLive(
  action: DeployResult["action"],
  release: Release | undefined,
  { live, log }: DeployPorts,
): Promise<LiveState> {
  const none: LiveState = { workloads: [], cronJobs: [], urls: [] };
  if (release === undefined) return none;
  const objects = objectsOf(madeBy(action, release), release.namespace);
  const found = await attempt("read what the cluster runs now", log, async () => {
    const [workloads, cronJobs, urls] = await Promise.all([
      live.workloads(objects),
      live.cronJobs(objects),
      live.urls(objects),
    ]);
    return { workloads, cronJobs, urls };
  });
  return found ?? none;
}

/** Helm has ended by now, and its result stands: what only reports may fail with a warning. */
async function attempt<T>(what: string, log: Log, work: () => Promise<T>): Promise<T | undefined> {
  try {
    return await work();
  } catch (error) {
    log.warn(`Could not ${what}: ${describeError(error)}`);
    return undefined;
  }
}

/** Helm ended well, yet the cluster does not have a new deployed revision: somebody else was there in between. */
function notOurs(made: Release | undefined): { error: Error } | undefined {
  if (made?.status === "deployed") return undefined;
  const state = made ? `revision ${made.revision} is ${made.status}` : "there is no new revision";
  return {
    error: new Error(`Helm reported success, but ${state}. Another deploy of this release ran at the same time`),
  };
}

type Stopwatch = {
  <T>(part: string, work: () => Promise<T>): Promise<T>;
  parts: { part: string; milliseconds: number }[];
};

function stopwatch(clock: Clock): Stopwatch {
  const parts: Stopwatch["parts"] = [];
  const timed = async <T>(part: string, work: () => Promise<T>): Promise<T> => {
    const start = clock.now().getTime();
    try {
      return await work();
    } finally {
      parts.push({ part, milliseconds: clock.now().getTime() - start });
    }
  };
  return Object.assign(timed, { parts });
}
