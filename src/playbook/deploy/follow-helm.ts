import type { ObjectFacts } from "../../evidence/facts.ts";
import type { Finding } from "../../evidence/finding.ts";
import type { DeployPorts } from "./deploy-types.ts";
import { type WatchedRollout, watchRollout } from "./watch-rollout.ts";

export type Followed<T> = {
  /** How it ended. */
  result: { value: T } | { error: unknown };
  /** What cannot heal, where Helm was stopped for that. */
  doomed: Finding | undefined;
  /** What hooks that failed have said. */
  ofHooks: ObjectFacts[];
  /** The ready counts that the log has told: see `progressLines`. */
  seen: Map<string, string>;
};

/**
 * Follows a run of Helm in the log until it ends, and stops it when it cannot succeed any more.
 * @param work runs Helm, and tells it to stop when its signal fires. What it throws is a result.
 * @param stop fires when the run shall end
 */
export async function followHelm<T>(
  {
    work,
    ...watched
  }: Omit<WatchedRollout, "seen" | "signal" | "onDoomed"> & {
    work: (signal: AbortSignal) => Promise<T>;
  },
  ports: Pick<DeployPorts, "releases" | "live" | "evidence" | "log" | "clock">,
  stop: AbortSignal,
): Promise<Followed<T>> {
  const [ended, hopeless] = [new AbortController(), new AbortController()];
  const seen = new Map<string, string>();
  let doomed: Finding | undefined;
  const watching = watchRollout(
    {
      ...watched,
      seen,
      signal: ended.signal,
      onDoomed(found) {
        doomed = found;
        ports.log.info(`${found.problem}. This cannot heal by itself: Helm is stopped`);
        hopeless.abort();
      },
    },
    ports,
  );
  let result: Followed<T>["result"];
  try {
    result = { value: await work(AbortSignal.any([stop, hopeless.signal])) };
  } catch (error) {
    result = { error };
  }
  ended.abort();
  return { result, ofHooks: await watching, doomed, seen };
}
