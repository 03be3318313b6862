import { setTimeout as wait } from "node:timers/promises";
import type { V1Pod } from "@kubernetes/client-node";
import { OutsideError } from "../../errors.ts";
import { lastLines, oneLine } from "../../evidence/text.ts";
import { podTrouble, refusedPodNext } from "../../probe/pod-trouble.ts";
import { apiError, apiStatus } from "./api-errors.ts";
import type { KubernetesClient } from "./client.ts";
import { PROBE_CONTAINER } from "./pod-probe-manifest.ts";

const POLL_MS = 300;
/** A registry that fails once may not the next time. */
const PULL_TROUBLE_MS = 20_000;
const LOG_READS = 5;
const LOST_AFTER_MS = 30_000;

/** What a pod's container has written, when it has ended. */
export type EndedPod = { log: string; hasIpv6: boolean; exitCode: number; message: string };

/** Makes the pod. Fails with `OutsideError` where the cluster does not let it. */
export async function createPod({ core }: KubernetesClient, pod: V1Pod): Promise<void> {
  const { namespace, name } = idOf(pod);
  try {
    await core.createNamespacedPod({ namespace, body: pod });
  } catch (error) {
    throw podError(`create pod ${name}`, error, namespace);
  }
}

/** A failed call about such a pod. */
export function podError(operation: string, error: unknown, namespace: string): OutsideError {
  const told = apiError(`${operation} in namespace ${namespace}, for probe.from: cluster,`, error);
  const next = refusedPodNext(told.failure.reason, namespace);
  return next === undefined ? told : new OutsideError({ ...told.failure, next });
}

/**
 * Waits until the pod's container has ended, and reads all that it wrote, once `isWhole` takes it for that.
 * @param options.startWithinMs how long it may take until it runs
 * @returns `undefined` when the signal has fired
 */
export async function endOfPod(
  client: KubernetesClient,
  pod: V1Pod,
  options: { startWithinMs: number; isWhole: (log: string) => boolean; signal: AbortSignal | undefined },
): Promise<EndedPod | undefined> {
  const { signal, startWithinMs } = options;
  for (const began = Date.now(); ; await wait(POLL_MS, undefined, { signal }).catch(() => undefined)) {
    if (signal?.aborted) return undefined;
    const live = await readPod(client, pod);
    const state = live.status?.containerStatuses?.find(({ name }) => name === PROBE_CONTAINER)?.state;
    if (state?.terminated !== undefined) {
      const log = await wholeLog(client, pod, options.isWhole);
      const { exitCode, message = "" } = state.terminated;
      return { log, exitCode, message, hasIpv6: live.status?.podIPs?.some(({ ip }) => ip.includes(":")) ?? false };
    }
    const waited = Date.now() - began;
    // A node that is gone tells of no end.
    const isLost = waited > (pod.spec?.activeDeadlineSeconds ?? 0) * 1000 + LOST_AFTER_MS;
    if (state?.running !== undefined && live.status?.phase !== "Failed" && !isLost) continue;
    const trouble = podTrouble(factsOf(live));
    if (trouble?.isFinal || waited > startWithinMs || (trouble?.next !== undefined && waited > PULL_TROUBLE_MS)) {
      throw notStarted(idOf(pod), trouble ?? { problem: "it did not start, or did not end, in time", next: undefined });
    }
  }
}

export function notStarted(
  { namespace, name }: { namespace: string; name: string },
  { problem, next }: { problem: string; next: string | undefined },
): OutsideError {
  return new OutsideError({
    system: "Kubernetes",
    operation: `run pod ${name} in namespace ${namespace}, for probe.from: cluster,`,
    reason: oneLine(problem),
    next:
      next ??
      `put right what keeps pods from starting in namespace ${namespace}, or leave probe.from out, so that the runner asks`,
  });
}

/** Why a container has ended without a result. */
export function endText({ exitCode, message, log }: EndedPod): string {
  const last = lastLines(log).at(-1) ?? "";
  return `its container ended with exit code ${exitCode}${message || last ? `: ${message || last}` : ""}`;
}

function factsOf({ status }: V1Pod) {
  const unscheduled = status?.conditions?.find((each) => each.type === "PodScheduled" && each.status === "False");
  const { reason = unscheduled?.reason ?? "", message = unscheduled?.message ?? "" } = status ?? {};
  const waiting = status?.containerStatuses?.[0]?.state?.waiting;
  return {
    phase: status?.phase ?? "",
    reason,
    message,
    waiting: waiting && { reason: waiting.reason ?? "", message: waiting.message ?? "" },
  };
}

async function readPod({ core }: KubernetesClient, pod: V1Pod): Promise<V1Pod> {
  const id = idOf(pod);
  try {
    return await core.readNamespacedPod(id);
  } catch (error) {
    if (apiStatus(error) === 404)
      throw notStarted(idOf(pod), { problem: "somebody has deleted it", next: "run this again" });
    throw podError(`read pod ${id.name}`, error, id.namespace);
  }
}

/** A log may come a moment later than the container's end. */
async function wholeLog(client: KubernetesClient, pod: V1Pod, isWhole: (log: string) => boolean): Promise<string> {
  for (let read = 1; ; read++) {
    const log = await readLog(client, pod, read === LOG_READS);
    if (log !== undefined && (isWhole(log) || read === LOG_READS)) return log;
    await wait(POLL_MS);
  }
}

/** `undefined` where it cannot be read, but the next time maybe. */
async function readLog({ core }: KubernetesClient, pod: V1Pod, isLast: boolean): Promise<string | undefined> {
  const { namespace, name } = idOf(pod);
  try {
    return await core.readNamespacedPodLog({ namespace, name, container: PROBE_CONTAINER });
  } catch (error) {
    if (isLast || apiStatus(error) === 403) throw podError(`read the log of pod ${name}`, error, namespace);
    return undefined;
  }
}

function idOf({ metadata }: V1Pod): { namespace: string; name: string } {
  return { namespace: metadata?.namespace ?? "", name: metadata?.name ?? "" };
}
