import type { ObjectFacts } from "../../evidence/facts.ts";
import type { Clock } from "../../ports/clock.ts";
import type { Evidence } from "../../ports/evidence.ts";

/** How long the end of a log is waited for once Helm has ended. */
const END_MS = 2000;

export type HookWatch = {
  /** Takes in what the cluster says of the hooks now. */
  see(facts: readonly ObjectFacts[]): void;
  /** What the hooks that did not end well said, with their logs. */
  end(): Promise<ObjectFacts[]>;
};

/** A log that is being read; `again` once nothing has come of it while its container may still run. */
type Reading = { log: Promise<string[]>; again: boolean };

/**
 * Keeps what hooks say while they run: by their policy Helm deletes them as soon as they have failed, with their logs.
 * https://helm.sh/docs/topics/charts_hooks/#hook-deletion-policies
 */
export function watchHooks({ evidence, clock }: { evidence: Evidence; clock: Clock }): HookWatch {
  const last = new Map<string, ObjectFacts>();
  const logs = new Map<string, Reading>();
  const ended = new AbortController();
  return {
    see(facts) {
      for (const object of facts.filter(({ hook }) => hook)) {
        const { namespace, kind, name } = object;
        // Deleted already, or not made yet: what was seen before says more.
        if (object.pods.length > 0) last.set(`${namespace}/${kind}/${name}`, object);
        for (const pod of object.pods) {
          for (const { name: container, state } of pod.containers) {
            const key = `${pod.uid}/${container}`;
            if (state.kind === "waiting" || logs.get(key)?.again === false) continue;
            const log = evidence.logToEnd({ namespace: pod.namespace, pod: pod.name, container }, ended.signal);
            const reading: Reading = { log, again: false };
            logs.set(key, reading);
            // A connection on which nothing is said for minutes ends before the container does.
            if (state.kind === "running")
              void log.then(({ length }) => Object.assign(reading, { again: length === 0 }));
          }
        }
      }
    },
    async end() {
      const failed = [...last.values()].filter(({ ready, wanted }) => ready < wanted);
      const read = new Map<string, string[]>();
      const reading = [...logs].map(async ([key, { log }]) => read.set(key, await log));
      if (failed.length > 0) await Promise.race([Promise.all(reading), clock.sleep(END_MS, ended.signal)]);
      ended.abort();
      return failed.map((object) => ({
        ...object,
        pods: object.pods.map((pod) => ({
          ...pod,
          containers: pod.containers.map((container) => {
            const log = read.get(`${pod.uid}/${container.name}`);
            return log ? { ...container, log } : container;
          }),
        })),
      }));
    },
  };
}
