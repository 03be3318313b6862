/** A CronJob that is in the cluster. */
export type SuspendState = { namespace: string; name: string; suspend: boolean };

/** The suspend flags of CronJobs in the cluster. */
export type CronJobs = {
  /** What they are now, of those CronJobs that are there. */
  suspendStates(cronJobs: readonly { namespace: string; name: string }[]): Promise<SuspendState[]>;
  /**
   * Takes `spec.suspend` from every field manager but Helm's server-side apply, so that Helm may set it. Changes no value.
   * CronJobs that are not there are left out.
   */
  giveUpSuspend(cronJobs: readonly { namespace: string; name: string }[]): Promise<void>;
  /** Suspends those that are there, and no other field of them. */
  suspend(cronJobs: readonly { namespace: string; name: string }[]): Promise<void>;
};
