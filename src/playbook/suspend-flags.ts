import { cronJobsIn, type RenderedCronJob, withSuspend } from "../cronjobs/manifest-suspend.ts";
import { type CronJobPolicy, wantedSuspend } from "../cronjobs/policy.ts";
import type { CronJobs } from "../ports/cron-jobs.ts";
import type { Log } from "../ports/log.ts";

/** The suspend flags of one release's CronJobs, by the policy of this run. */
export type SuspendFlags = {
  /** Remembers the flags of a manifest's CronJobs, for the case that these are deleted and made anew. */
  remember(manifest: string): Promise<void>;
  /** A manifest with the flags that its CronJobs shall have, by what the cluster has now. */
  planned(manifest: string): Promise<string>;
  /**
   * The same, for Helm to apply at once: where a flag is to change, whoever has set it gives it up first. So Helm sets each flag
   * in the one write that it makes anyway, and nobody patches it afterwards.
   */
  applied(manifest: string): Promise<string>;
  /** A manifest with the flags that its CronJobs have now; those that are not there stay as they are written. */
  asLive(manifest: string): Promise<string>;
};

/** @throws OutsideError from its calls when the cluster's CronJobs cannot be read */
export function suspendFlags(
  { namespace, policy }: { namespace: string; policy: CronJobPolicy },
  { cronJobs, log }: { cronJobs: CronJobs; log: Log },
): SuspendFlags {
  const seen = new Map<string, boolean>();
  const told = new Set<string>();

  async function look(manifest: string): Promise<{ all: RenderedCronJob[]; live: Map<string, boolean> }> {
    const all = cronJobsIn(manifest, namespace);
    const states = all.length === 0 ? [] : await cronJobs.suspendStates(all);
    const live = new Map(states.map((state) => [keyOf(state), state.suspend]));
    for (const [key, suspend] of live) seen.set(key, suspend);
    return { all, live };
  }

  async function decide(manifest: string) {
    const { all, live } = await look(manifest);
    const wanted = new Map(
      all.map((cronJob) => {
        const key = keyOf(cronJob);
        return [key, wantedSuspend(policy, { rendered: cronJob.suspend, live: live.get(key) ?? seen.get(key) })];
      }),
    );
    const changed = withSuspend(manifest, namespace, (cronJob) => {
      const key = keyOf(cronJob);
      const suspend = wanted.get(key);
      // Not written where nothing would change: then the flag stays whose it is.
      return suspend === cronJob.suspend && (live.get(key) ?? suspend) === suspend ? undefined : suspend;
    });
    return { all, live, wanted, changed };
  }

  return {
    async remember(manifest) {
      await look(manifest);
    },
    async planned(manifest) {
      return (await decide(manifest)).changed;
    },
    async applied(manifest) {
      const { all, live, wanted, changed } = await decide(manifest);
      const differing = all.filter(
        (each) => (live.get(keyOf(each)) ?? wanted.get(keyOf(each))) !== wanted.get(keyOf(each)),
      );
      await cronJobs.giveUpSuspend(differing);
      for (const cronJob of all) {
        const suspend = wanted.get(keyOf(cronJob)) ?? cronJob.suspend;
        const line = `CronJob ${cronJob.name}: ${suspend ? "suspended" : "on"}, by cronjob-policy ${policy} (the chart says ${cronJob.suspend ? "suspended" : "on"})`;
        if (suspend !== cronJob.suspend && !told.has(line)) log.info(line);
        told.add(line);
      }
      return changed;
    },
    async asLive(manifest) {
      const { live } = await look(manifest);
      return withSuspend(manifest, namespace, (cronJob) => {
        const suspend = live.get(keyOf(cronJob));
        return suspend === cronJob.suspend ? undefined : suspend;
      });
    },
  };
}

function keyOf({ namespace, name }: { namespace: string; name: string }): string {
  return `${namespace}/${name}`;
}
