import type { ChartReference } from "../../chart/chart-reference.ts";
import type { ObjectFacts } from "../../evidence/facts.ts";
import type { Finding } from "../../evidence/finding.ts";
import type { Charts } from "../../ports/charts.ts";
import type { Clock } from "../../ports/clock.ts";
import type { Evidence } from "../../ports/evidence.ts";
import type { Helm, HelmTarget } from "../../ports/helm.ts";
import type { Leases } from "../../ports/leases.ts";
import type { LiveObjects } from "../../ports/live-objects.ts";
import type { Log } from "../../ports/log.ts";
import type { Namespaces } from "../../ports/namespaces.ts";
import type { PostStep } from "../../ports/post-step.ts";
import type { Releases } from "../../ports/releases.ts";
import type { DeployRecord } from "../../release/deploy-record.ts";
import type { Release } from "../../release/release.ts";
import type { DeployAction, OnFailure, Recover } from "../../release/way.ts";
import type { CronJob, Workload } from "../../workloads/workload.ts";

export type DeployRequest = HelmTarget & {
  createNamespace: boolean;
  namespaceLabels: Readonly<Record<string, string>>;
  chart: ChartReference;
  /** All files that Helm gets, secret ones included, in the order in which later ones win. */
  valueFiles: readonly string[];
  set: readonly string[];
  setString: readonly string[];
  timeoutMs: number;
  historyMax: number;
  extraArguments: readonly string[];
  recover: Recover;
  onFailure: OnFailure;
  /** What the release's Lease says while this run works on it: a name of its own, and the run's address. */
  holder: string;
  /** What of the request is kept beside the revision. */
  record: Pick<DeployRecord, "values" | "git" | "run">;
};

export type DeployPorts = {
  helm: Helm;
  charts: Charts;
  releases: Releases;
  leases: Leases;
  namespaces: Namespaces;
  live: LiveObjects;
  evidence: Evidence;
  postStep: PostStep;
  log: Log;
  clock: Clock;
};

/** One run of Helm that did not end well, and what the cluster said about it before anything was cleaned up. */
export type FailedAttempt = {
  /** The revision that it made, where it made one. */
  revision: Release | undefined;
  error: unknown;
  /** What is wrong, the most telling first. */
  findings: Finding[];
  /** Whether Helm was stopped, since it could not succeed any more: its own words then say nothing. */
  stoppedByUs: boolean;
  evidence: ObjectFacts[];
};

export type DeployResult = {
  status: "deployed" | "rolled-back" | "failed";
  action: DeployAction;
  /** What was there before, in words. */
  found: string;
  /** What was done, in words and in order. */
  done: string[];
  /** Present exactly when the status is `rolled-back`. */
  rolledBackTo?: number;
  previousRevision: number | undefined;
  /** The newest revision after this run; absent when there is none. */
  release: Release | undefined;
  /** Of the chart that `release` was made from, where that is known: `sha256:…`. */
  chartDigest: string;
  workloads: Workload[];
  cronJobs: CronJob[];
  urls: string[];
  /** Those that failed, also where a later one worked. */
  failures: FailedAttempt[];
  durations: { part: string; milliseconds: number }[];
  /** Whether the release is as this run could leave it; else the post step looks at it again. */
  settled: boolean;
  /** Present exactly when the status is not `deployed`. */
  error?: unknown;
};
