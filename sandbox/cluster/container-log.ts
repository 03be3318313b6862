import type { V1ContainerState, V1ContainerStatus, V1Pod } from "@kubernetes/client-node";

export type LogOptions = {
  /** The log of the container's last run before this one. */
  previous: boolean;
  timestamps: boolean;
  /** The last lines only. */
  tailLines: number | undefined;
};

/** The container has no such log; the message is a kubelet's. */
export class NoLog extends Error {}

/**
 * The log that a container would have written by now, told by its state and the pod's behaviour.
 *
 * @throws NoLog as a kubelet does: the container has not run yet, or not before
 */
export function readLog(pod: V1Pod, container: string, options: LogOptions): { text: string; running: boolean } {
  const status = [...(pod.status?.containerStatuses ?? []), ...(pod.status?.initContainerStatuses ?? [])].find(
    (each) => each.name === container,
  );
  const state = options.previous ? status?.lastState : currentState(status);
  const run = state?.running ?? state?.terminated;
  if (!status || !run) throw new NoLog(reasonOf(status, { pod, container, previous: options.previous }));
  const started = new Date(run.startedAt ?? 0).toISOString();
  const lines = linesOf(pod, status, state).map((line) => (options.timestamps ? `${started} ${line}` : line));
  const wanted = options.tailLines === undefined ? lines : lines.slice(Math.max(0, lines.length - options.tailLines));
  return { text: wanted.map((line) => `${line}\n`).join(""), running: state?.running !== undefined };
}

/** A container that waits for its next start shows the log of its last run. */
function currentState(status: V1ContainerStatus | undefined): V1ContainerState | undefined {
  return status?.state?.waiting ? status.lastState : status?.state;
}

const lastWords: Record<string, string> = {
  "crash-loop": "panic: could not connect to database: dial tcp 10.0.9.20:5432: connect: connection refused",
  "out-of-memory": "loading all orders",
};

function linesOf(pod: V1Pod, status: V1ContainerStatus, state: V1ContainerState | undefined): string[] {
  const first = `starting ${status.name} (${status.image})`;
  if (state?.terminated?.exitCode === 0) return [first, "done"];
  if (state?.terminated) {
    const behaviour = pod.metadata?.annotations?.["k8s-migrate.dev/behaviour"] ?? "";
    return [first, lastWords[behaviour] ?? 'error: relation "orders" does not exist'];
  }
  return status.ready ? [first, "listening on port 8080"] : [first, "not ready: waiting for the database"];
}

function reasonOf(
  status: V1ContainerStatus | undefined,
  { pod, container, previous }: { pod: V1Pod; container: string; previous: boolean },
): string {
  const named = `container "${container}" in pod "${pod.metadata?.name}"`;
  if (previous && status) return `previous terminated ${named} not found`;
  const waiting = status?.state?.waiting?.reason ?? "ContainerCreating";
  const reasons: Record<string, string> = {
    ErrImagePull: "trying and failing to pull image",
    ImagePullBackOff: "image can't be pulled",
  };
  return `${named} is waiting to start: ${reasons[waiting] ?? waiting}`;
}
