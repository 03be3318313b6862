import type { CronJobs } from "../../ports/cron-jobs.ts";
import type { Releases } from "../../ports/releases.ts";

type Read = { releases: Releases; cronJobs: CronJobs };

/**
 * Reads each thing once, so that all who look at it see the same. For one look only: what is written meanwhile, by this run or
 * another, is not seen.
 */
export function readOnce({ releases, cronJobs }: Read): Read {
  const suspendState = once((namespace: string, name: string) => cronJobs.suspendStates([{ namespace, name }]));
  return {
    releases: {
      ...releases,
      history: once(releases.history),
      read: once(releases.read),
      readRecord: once(releases.readRecord),
    },
    cronJobs: {
      ...cronJobs,
      async suspendStates(asked) {
        return (await Promise.all(asked.map(({ namespace, name }) => suspendState(namespace, name)))).flat();
      },
    },
  };
}

function once<Given extends (string | number)[], T>(
  read: (...given: Given) => Promise<T>,
): (...given: Given) => Promise<T> {
  const known = new Map<string, Promise<T>>();
  return (...given) => {
    const key = JSON.stringify(given);
    const found = known.get(key) ?? read(...given);
    known.set(key, found);
    return found;
  };
}
