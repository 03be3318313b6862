import type { Pair } from "../plan/compared.ts";
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
  /** Names of those volume claims that exist and that an uninstall would delete. All of them where the login may not look. */
  volumeClaims(objects: readonly ManifestObject[]): Promise<string[]>;
  /**
   * Deletes Jobs and Pods with what belongs to them, and waits until they are gone, or the signal fires; `kind/name` of each
   * that was there. Leaves out what the login may not delete. Fails with `OutsideError` where one is still there after a minute.
   */
  removeRuns(objects: readonly ManifestObject[], signal: AbortSignal): Promise<string[]>;
  /**
   * Waits until none of these objects is being deleted any more; what is not being deleted is left alone. Fails with
   * `OutsideError` that names those that still are when the time is over.
   */
  untilGone(objects: readonly ManifestObject[], timeoutMs: number, signal: AbortSignal): Promise<void>;
  /** Scales these Deployments to zero. Leaves out what is not there. */
  scaleToZero(deployments: readonly { namespace: string; name: string }[]): Promise<void>;
  /**
   * Patches objects from `original` to `rendered` as Helm 3 does: what only the former has goes, what others have set stays.
   * Leaves out what is not there. Fails with `OutsideError` where one is refused.
   * @param namespace where objects are that name none
   */
  takeBack(pairs: readonly Required<Pair>[], namespace: string): Promise<void>;
  /**
   * Deletes those objects that are there, belong to that release by Helm's own annotations, and that Helm would delete too;
   * `kind/name` of each.
   */
  removeOwned(objects: readonly ManifestObject[], owner: { release: string; namespace: string }): Promise<string[]>;
};
