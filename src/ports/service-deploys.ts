import type { JsonValue } from "../journal/canonical-json.ts";
import type { Service } from "../migration-file/migration.ts";

/** What of a service shall be deployed: its release, with an image where that does not come from the values. */
export type WantedDeploy = {
  service: Service;
  /** `<repository>@sha256:…`; undefined: as the values say. */
  image: string | undefined;
};

export type DeployLook = {
  /**
   * What the release is deployed from; null: there is none. `on` has the names of CronJobs that are not suspended. Where something
   * else than a deploy of ours made it, only its revision is known.
   */
  now: JsonValue;
  /** The same as it would be. */
  wanted: JsonValue;
  /** Whether a deploy would leave everything as it is. */
  isSo: boolean;
  /** What a deploy would change in the cluster, such as "2 to create, 1 to change"; empty where that cannot be told. */
  totals: string;
  /** Why it cannot be deployed; empty when it can. */
  problems: string[];
};

export type RunningJobs = {
  /** Names of CronJobs that are not suspended: `name`, or `namespace/name` in another namespace than the release's. */
  cronJobs: string[];
  /** Names of those Deployments that the service's `crons` start, and that are not scaled to zero. */
  deployments: string[];
};

/** Deploys of a service to the new side. CronJobs are suspended in each of them. */
export type ServiceDeploys = {
  /** Writes nothing. */
  look(wanted: WantedDeploy): Promise<DeployLook>;
  /**
   * Deploys it, and waits until it is ready.
   * @returns what was done, in words
   * @throws StepError with the evidence when it does not get ready; what was there before serves again then, where there was something
   */
  deploy(wanted: WantedDeploy, stop: AbortSignal): Promise<string>;
  /** What of the release starts jobs by itself now; nothing where there is no release. */
  running(service: Service): Promise<RunningJobs>;
  /** Suspends those CronJobs of the release, and scales those Deployments to zero. Leaves out what is not there. */
  stop(service: Service, jobs: RunningJobs): Promise<void>;
};
