import type { CoreV1Api } from "@kubernetes/client-node";
import type { ContainerFacts, PodFacts } from "../../../evidence/facts.ts";
import { endedBy, limitedTo } from "../limited-call.ts";

const LINES = 20;
/** What is kept of a log, in characters. */
const KEPT = 16 * 1024;
/** The server cuts at the end, where the reason mostly is: so it may send more than is kept. */
const LIMIT_BYTES = 8 * KEPT;
/** A node that is gone must not hold up what comes after. */
const CALL_LIMIT_MS = 5_000;
const PODS_PER_OBJECT = 5;
const READS_AT_ONCE = 8;

/**
 * Reads the last lines of the containers that are not well, of at most five pods of each object, the failing ones first.
 * A log that cannot be read is left out.
 *
 * @param objects the pods of each object
 * @returns those pods with their logs, by uid
 */
export async function readLogs(
  core: CoreV1Api,
  objects: readonly (readonly PodFacts[])[],
): Promise<ReadonlyMap<string, PodFacts>> {
  const read = new Map<string, PodFacts>();
  const pods = objects.flatMap((each) => failingFirst(each).slice(0, PODS_PER_OBJECT));
  const reads = pods.flatMap((pod) => {
    const copy = { ...pod, containers: pod.containers.map((container) => ({ ...container })) };
    read.set(pod.uid, copy);
    return copy.containers.filter((container) => isUnwell(container, pod)).map((container) => ({ pod, container }));
  });
  const queue = reads.values();
  await Promise.all(
    Array.from({ length: READS_AT_ONCE }, async () => {
      for (const { pod, container } of queue) Object.assign(container, await logsOf(core, pod, container));
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
  core: CoreV1Api,
  pod: PodFacts,
  container: ContainerFacts,
): Promise<Pick<ContainerFacts, "log" | "previousLog">> {
  const ranBefore = container.lastState?.kind === "terminated";
  // Of a container that waits for its next start, both logs are those of its last run.
  const [log, previousLog] = await Promise.all([
    container.state.kind === "waiting" ? undefined : tail(core, pod, { container: container.name, previous: false }),
    ranBefore ? tail(core, pod, { container: container.name, previous: true }) : undefined,
  ]);
  return { ...(log ? { log } : {}), ...(previousLog ? { previousLog } : {}) };
}

/** The last lines of a log that is followed until its container has ended. Empty where it cannot be read. */
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

async function tail(
  core: CoreV1Api,
  { namespace, name }: PodFacts,
  of: { container: string; previous: boolean },
): Promise<string[] | undefined> {
  try {
    const wanted = { namespace, name, ...of, tailLines: LINES, limitBytes: LIMIT_BYTES };
    const text = await core.readNamespacedPodLog(wanted, await limitedTo(CALL_LIMIT_MS));
    return lastLines(text);
  } catch {
    return undefined;
  }
}

function lastLines(text: string): string[] {
  return text === "" ? [] : text.slice(-KEPT).replace(/\n$/, "").split("\n").slice(-LINES);
}
