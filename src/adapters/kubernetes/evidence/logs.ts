import type { CoreV1Api } from "@kubernetes/client-node";
import type { ContainerFacts, PodFacts } from "../../../evidence/facts.ts";
import { lastLines } from "../../../evidence/text.ts";
import { endedBy } from "../limited-call.ts";

const LINES = 20;
/** The server cuts at the end, where the reason mostly is: so it may send more than is kept. */
const LIMIT_BYTES = 128 * 1024;
/** It "may return slightly more or slightly less": https://kubernetes.io/docs/reference/kubernetes-api/workload-resources/pod-v1/ */
const LIMIT_SLACK_BYTES = 1024;
/** A node that is gone must not hold up what comes after. */
const CALL_LIMIT_MS = 5_000;
const ALL_LIMIT_MS = 30_000;
const PODS_PER_OBJECT = 5;
const PODS = 30;
const READS_AT_ONCE = 8;

type Tail = (pod: PodFacts, of: { container: string; previous: boolean }) => Promise<string[] | undefined>;

/**
 * Reads the last lines of the containers that are not well, of at most five pods of each object and thirty in all, the
 * failing ones first. A log that cannot be read, or that is not there when the time is over, is left out.
 *
 * @param objects the pods of each object
 * @param over fires when there is no more time; after 30 s unless told otherwise
 * @returns those pods with their logs, by uid
 */
export async function readLogs(
  core: CoreV1Api,
  objects: readonly (readonly PodFacts[])[],
  over: AbortSignal = AbortSignal.timeout(ALL_LIMIT_MS),
): Promise<ReadonlyMap<string, PodFacts>> {
  const read = new Map<string, PodFacts>();
  const ofEach = objects.flatMap((each) => failingFirst(each).slice(0, PODS_PER_OBJECT));
  const pods = failingFirst(ofEach).slice(0, PODS);
  const reads = pods.flatMap((pod) => {
    const copy = { ...pod, containers: pod.containers.map((container) => ({ ...container })) };
    read.set(pod.uid, copy);
    return copy.containers.filter((container) => isUnwell(container, pod)).map((container) => ({ pod, container }));
  });
  const tail = tailsUntil(over, core);
  const queue = reads.values();
  await Promise.all(
    Array.from({ length: READS_AT_ONCE }, async () => {
      for (const { pod, container } of queue) Object.assign(container, await logsOf(pod, container, tail));
    }),
  );
  return read;
}

function failingFirst(pods: readonly PodFacts[]): PodFacts[] {
  const weight = (pod: PodFacts) =>
    pod.containers.reduce((sum, each) => sum + (isUnwell(each, pod) ? 1 + each.restarts : 0), 0);
  return pods.toSorted((a, b) => weight(b) - weight(a));
}

/** Waiting, ended badly, or not ready in a pod that is not ready. */
function isUnwell({ state, ready }: ContainerFacts, { conditions }: PodFacts): boolean {
  if (state.kind === "terminated") return state.exitCode !== 0;
  if (state.kind === "waiting") return true;
  return !ready && !conditions.some(({ type, status }) => type === "Ready" && status === "True");
}

async function logsOf(
  pod: PodFacts,
  container: ContainerFacts,
  tail: Tail,
): Promise<Pick<ContainerFacts, "log" | "previousLog">> {
  const ranBefore = container.lastState?.kind === "terminated";
  // Of a container that waits for its next start, both logs are those of its last run.
  const [log, previousLog] = await Promise.all([
    container.state.kind === "waiting" ? undefined : tail(pod, { container: container.name, previous: false }),
    ranBefore ? tail(pod, { container: container.name, previous: true }) : undefined,
  ]);
  return { ...(log ? { log } : {}), ...(previousLog ? { previousLog } : {}) };
}

/** The last lines of a log that is followed until its container has ended. Empty where it cannot be read to its end. */
export async function logToEnd(
  core: CoreV1Api,
  { namespace, pod: name, container }: { namespace: string; pod: string; container: string },
  signal: AbortSignal,
): Promise<string[]> {
  try {
    const wanted = { namespace, name, container, follow: true };
    return lastLines(await core.readNamespacedPodLog(wanted, await endedBy(() => signal)));
  } catch {
    return [];
  }
}

function tailsUntil(over: AbortSignal, core: CoreV1Api): Tail {
  return async ({ namespace, name }, of) => {
    if (over.aborted) return undefined;
    try {
      const wanted = { namespace, name, ...of, tailLines: LINES, limitBytes: LIMIT_BYTES };
      const limit = await endedBy(() => AbortSignal.any([over, AbortSignal.timeout(CALL_LIMIT_MS)]));
      const text = await core.readNamespacedPodLog(wanted, limit);
      // One that ends without a new line did so by itself, unless it is as long as it may be.
      const full = Buffer.byteLength(text) >= LIMIT_BYTES - LIMIT_SLACK_BYTES;
      return lastLines(text, { cut: full && !text.endsWith("\n") });
    } catch {
      return undefined;
    }
  };
}
