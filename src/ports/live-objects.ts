import type { ManifestObject } from "../workloads/objects.ts";
import type { CronJob, Workload } from "../workloads/workload.ts";

/** Reads what a release's objects are like now. Objects that do not exist (yet) are left out. */
export type LiveObjects = {
  /** Ready counts only: cheap enough to ask every second. */
  readiness(objects: readonly ManifestObject[]): Promise<Workload[]>;
  /** Ready counts and the images that the pods run. */
  workloads(objects: readonly ManifestObject[]): Promise<Workload[]>;
  cronJobs(objects: readonly ManifestObject[]): Promise<CronJob[]>;
  /** Addresses at which Ingresses and HTTPRoutes serve, such as `https://orders.example.com/`. */
  urls(objects: readonly ManifestObject[]): Promise<string[]>;
};
