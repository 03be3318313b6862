import type { CronJobPolicy } from "../../cronjobs/policy.ts";
import type { Plan } from "../../plan/plan.ts";
import type { HelmTarget } from "../../ports/helm.ts";
import type { DeployRecord } from "../../release/deploy-record.ts";
import type { Release } from "../../release/release.ts";
import type { DeployPorts, FailedAttempt } from "../deploy/deploy-types.ts";
import type { LiveState } from "../deploy/read-live.ts";

export type BackRequest = HelmTarget & {
  /** Where to go back to; `undefined`: to the last good revision. */
  revision: number | undefined;
  cronjobPolicy: CronJobPolicy;
  timeoutMs: number;
  historyMax: number;
  /** What the release's Lease says while this run works on it: a name of its own, and the run's address. */
  holder: string;
  runUrl: string;
};

export type BackPorts = Pick<
  DeployPorts,
  "helm" | "releases" | "leases" | "live" | "cronJobs" | "dryRun" | "evidence" | "log" | "clock" | "hidden"
> & {
  /** From now on these texts are secrets of this run. */
  hide: (secrets: readonly string[]) => void;
};

export type BackResult = LiveState & {
  status: "rolled-back" | "planned" | "failed";
  /** What was there before, in words. */
  found: string;
  /** The revision that it goes back to, and why to that one. */
  target: number;
  why: string;
  /** Newer revisions that were not taken, and why. */
  passed: string[];
  /** What was done, or would be. */
  done: string;
  /** The revision that was deployed before, if one was. */
  previousRevision: number | undefined;
  /** The newest revision after this. */
  release: Release | undefined;
  /** Of the newest revision; of a plan that of the revision that it would go back to. */
  chart: Release["chart"] | undefined;
  /** What the deploy of the revision gone back to has recorded, where it did and that is what serves, or would. */
  record: DeployRecord | undefined;
  /** What it would change, or has changed, where that could be told before. */
  plan: Plan | undefined;
  durations: { part: string; milliseconds: number }[];
  /** Present exactly when the status is `failed`, as is `error`. */
  failure?: FailedAttempt;
  error?: unknown;
};
