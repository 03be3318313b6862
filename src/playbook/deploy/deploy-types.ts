import type { ChartReference } from "../../chart/chart-reference.ts";
import type { CronJobPolicy } from "../../cronjobs/policy.ts";
import type { ObjectFacts } from "../../evidence/facts.ts";
import type { Finding } from "../../evidence/finding.ts";
import type { Plan } from "../../plan/plan.ts";
import type { Charts } from "../../ports/charts.ts";
import type { Clock } from "../../ports/clock.ts";
import type { CronJobs } from "../../ports/cron-jobs.ts";
import type { Evidence } from "../../ports/evidence.ts";
import type { Helm, UpgradeRequest } from "../../ports/helm.ts";
import type { Leases } from "../../ports/leases.ts";
import type { LiveObjects } from "../../ports/live-objects.ts";
import type { Log } from "../../ports/log.ts";
import type { Namespaces } from "../../ports/namespaces.ts";
import type { PostStep } from "../../ports/post-step.ts";
import type { Releases } from "../../ports/releases.ts";
import type { ServerDryRun } from "../../ports/server-dry-run.ts";
import type { DeployRecord } from "../../release/deploy-record.ts";
import type { Release } from "../../release/release.ts";
import type { DeployAction, OnFailure, Recover } from "../../release/way.ts";
import type { CronJob, Workload } from "../../workloads/workload.ts";

/** `valueFiles` holds all files that Helm gets, secret ones included. */
export type DeployRequest = Omit<UpgradeRequest, "chartPath" | "postRender"> & {
  createNamespace: boolean;
  namespaceLabels: Readonly<Record<string, string>>;
  chart: ChartReference;
  cronjobPolicy: CronJobPolicy;
  /** Whether a run that would change nothing ends without a new revision. */
  skipUnchanged: boolean;
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
  cronJobs: CronJobs;
  dryRun: ServerDryRun;
  evidence: Evidence;
  postStep: PostStep;
  log: Log;
  clock: Clock;
  /** Gives a text without the secrets of this run. */
  hidden: (text: string) => string;
  /** Adds to those. */
  hide: (secrets: readonly string[]) => void;
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
  status: "deployed" | "unchanged" | "planned" | "rolled-back" | "failed";
  /** Of a plan, what would be done; of a run that found nothing to change, what it would have done. */
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
  /** What it would change, or has changed, where that could be told before. */
  plan?: Plan | undefined;
  /** Those that failed, also where a later one worked. */
  failures: FailedAttempt[];
  durations: { part: string; milliseconds: number }[];
  /** Whether the release is as this run could leave it; else the post step looks at it again. */
  settled: boolean;
  /** Present exactly when the status is `rolled-back` or `failed`. */
  error?: unknown;
};

/** Whether the step fails. */
export function isFailure({ status }: Pick<DeployResult, "status">): boolean {
  return status === "rolled-back" || status === "failed";
}
