/** What a deploy does with the suspend flag of CronJobs. */
export type CronJobPolicy = "keep" | "suspend" | "resume";

/** The first is the default. */
export const CRONJOB_POLICIES = ["keep", "suspend", "resume"] as const satisfies readonly CronJobPolicy[];

/**
 * What `spec.suspend` of a CronJob shall be.
 * @param rendered what the chart says
 * @param live what it is in the cluster; `undefined` when it is not there
 */
export function wantedSuspend(
  policy: CronJobPolicy,
  { rendered, live }: { rendered: boolean; live: boolean | undefined },
): boolean {
  if (policy === "keep") return live ?? rendered;
  return policy === "suspend";
}
