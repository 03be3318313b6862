import { randomBytes } from "node:crypto";
import type { V1Pod } from "@kubernetes/client-node";
import { OutsideError } from "../../errors.ts";
import type { Probes } from "../../ports/probes.ts";
import type { ProbeAnswer, ProbeFailure } from "../../probe/answer.ts";
import { curlCommand } from "../../probe/curl-command.ts";
import { readCurlOutput } from "../../probe/curl-output.ts";
import { STOPPED } from "../../probe/failures.ts";
import type { ProbeRequest } from "../../probe/request.ts";
import { apiStatus } from "./api-errors.ts";
import type { KubernetesClient } from "./client.ts";
import { extraAuthorities } from "./pod-probe-authorities.ts";
import { AUTHORITIES_FILE, type PodOwner, type ProbePod, probePod, probePodLabels } from "./pod-probe-manifest.ts";
import { createPod, type EndedPod, endOfPod, endText, notStarted, podError } from "./pod-probe-run.ts";

export type PodProbeOptions = {
  /** Where the pods run. */
  namespace: string;
  /** With curl 7.83 or later on its PATH. */
  image: string;
  /** No other run may be at work for it: pods that are there of an earlier one are removed. */
  owner: PodOwner;
  /** In PEM: trusted where those of the image are not enough. Left out: those of NODE_EXTRA_CA_CERTS. */
  authorities?: string[];
  /** How long a pod may take until it runs; 3 minutes unless told otherwise: a node may have to be made for it. */
  startWithinMs?: number;
};

const START_WITHIN_MS = 180_000;

/**
 * Probes from inside the cluster, by HTTP/1.1: a pod for each request, which is gone afterwards. Needs `create`, `get`, `list` and
 * `delete` of pods in that namespace, and `get` of `pods/log`.
 */
export function podProbes(client: KubernetesClient, options: PodProbeOptions): Probes {
  const { namespace, image, owner, authorities = extraAuthorities(), startWithinMs = START_WITHIN_MS } = options;
  let removed: Promise<void> | undefined;
  /** Whether those of the image were not enough the last time. */
  let needed = false;

  return {
    async ask(request, signal) {
      if (signal?.aborted) return STOPPED;
      removed ??= removeLeft(client, { namespace, owner });
      await removed;
      if (!needed) {
        const answer = await askOnce(request, [], signal);
        if (authorities.length === 0 || !("problem" in answer) || answer.kind !== "certificate") return answer;
      }
      const answer = await askOnce(request, authorities, signal);
      needed = !("problem" in answer);
      return answer;
    },
  };

  async function askOnce(
    request: ProbeRequest,
    trusted: string[],
    signal: AbortSignal | undefined,
  ): Promise<ProbeAnswer | ProbeFailure> {
    const mark = `k8s-migrate-${randomBytes(16).toString("hex")}`;
    const file = trusted.length > 0 ? AUTHORITIES_FILE : undefined;
    const wanted: ProbePod = {
      namespace,
      owner,
      image,
      authorities: trusted,
      name: `k8s-migrate-probe-${randomBytes(5).toString("hex")}`,
      command: curlCommand(request, { mark, authorities: file }),
      deadlineSeconds: Math.ceil((startWithinMs + request.timeoutMs) / 1000),
    };
    const ended = await ranPod(probePod(wanted), {
      startWithinMs,
      signal,
      isWhole: (log) => readCurlOutput(log, request, { mark, hasIpv6: true }) !== undefined,
    });
    if (ended === undefined) return STOPPED;
    const answer = readCurlOutput(ended.log, request, { mark, hasIpv6: ended.hasIpv6 });
    if (answer !== undefined) return answer;
    const next = `name in probe.image an image with curl 7.83 or later; ${image} is used now`;
    throw notStarted(wanted, { problem: endText(ended), next });
  }

  /** Gone afterwards, whatever happens. */
  async function ranPod(pod: V1Pod, waiting: Parameters<typeof endOfPod>[2]): Promise<EndedPod | undefined> {
    const name = pod.metadata?.name ?? "";
    try {
      await createPod(client, pod);
      const ended = await endOfPod(client, pod, waiting);
      await remove(client, { namespace, name });
      return ended;
    } catch (error) {
      // Also where the answer to its making got lost. What went wrong first is what is told.
      await remove(client, { namespace, name }).catch(() => undefined);
      throw error;
    }
  }
}

/** What a run that was killed has left. */
async function removeLeft(
  client: KubernetesClient,
  { namespace, owner }: Pick<PodProbeOptions, "namespace" | "owner">,
): Promise<void> {
  const labelSelector = Object.entries(probePodLabels(owner))
    .map(([name, value]) => `${name}=${value}`)
    .join(",");
  try {
    const { items } = await client.core.listNamespacedPod({ namespace, labelSelector });
    await Promise.all(items.map(({ metadata }) => remove(client, { namespace, name: metadata?.name ?? "" })));
  } catch (error) {
    throw error instanceof OutsideError ? error : podError("list pods", error, namespace);
  }
}

async function remove(
  { core }: KubernetesClient,
  { namespace, name }: { namespace: string; name: string },
): Promise<void> {
  try {
    await core.deleteNamespacedPod({ namespace, name });
  } catch (error) {
    if (apiStatus(error) === 404) return;
    throw podError(`delete pod ${name}`, error, namespace);
  }
}
