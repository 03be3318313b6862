import { containerProblem, missingConfig, titleOf } from "./container-problems.ts";
import type { Condition, EventFacts, PodFacts } from "./facts.ts";
import type { Problem } from "./finding.ts";
import { oneLine } from "./text.ts";

/** What is wrong with a pod and its containers; empty for one that is well. */
export function podProblems(pod: PodFacts): Problem[] {
  if (pod.phase === "Succeeded" || conditionOf(pod, "Ready")?.status === "True") return [];
  const ofContainers = pod.containers.flatMap((container) => containerProblem(container, pod) ?? []);
  if (ofContainers.length > 0) return ofContainers;
  const ofPod = removed(pod) ?? notScheduled(pod) ?? notMounted(pod) ?? noSandbox(pod) ?? unhealthy(pod);
  return ofPod ? [ofPod] : [];
}

/** Why a pod is not ready that has no problem; may be empty. */
export function waitsFor(pod: PodFacts): string {
  const ready = conditionOf(pod, "Ready");
  // https://kubernetes.io/docs/concepts/workloads/pods/pod-lifecycle/#pod-readiness-gate
  if (ready?.reason === "ReadinessGatesNotReady") return oneLine(ready.message);
  const init = pod.containers.find((container) => container.init && container.state.kind === "running");
  if (init) return `${titleOf(init)} still runs`;
  const unready = pod.containers.find((container) => !container.ready);
  if (unready?.state.kind === "running") return `${titleOf(unready)} runs`;
  return unready && unready.state.reason !== "" ? `${titleOf(unready)}: ${unready.state.reason}` : "";
}

/** https://kubernetes.io/docs/concepts/scheduling-eviction/node-pressure-eviction/ and the like: the whole pod failed. */
function removed({ name, phase, reason, message }: PodFacts): Problem | undefined {
  if (phase !== "Failed" || reason === "") return undefined;
  const next =
    "look at the node's pressure and at the pod's requests and limits; a pod in its place may get another node";
  return { kind: "evicted", what: `its pod failed: ${reason}`, pod: name, detail: oneLine(message), next };
}

function notScheduled(pod: PodFacts): Problem | undefined {
  const scheduled = conditionOf(pod, "PodScheduled");
  if (scheduled?.status !== "False") return undefined;
  const { name, events } = pod;
  const detail = oneLine(scheduled.message) || scheduled.reason;
  if (/persistentvolumeclaim|persistent volumes? to bind/i.test(scheduled.message)) {
    const claim = lastWarning(events, (event) => event.about.startsWith("PersistentVolumeClaim "));
    const next = "check the claim's storage class and access mode, and that its provisioner runs";
    const said = claim ? oneLine(`${claim.about}: ${claim.message}`) : detail;
    return { kind: "volume", what: "it waits for a volume", pod: name, detail: said, next };
  }
  const next = "add a node that fits, or correct requests, node selector, affinity or tolerations in the values";
  return { kind: "unschedulable", what: "no node takes its pod", pod: name, detail, next };
}

function notMounted(pod: PodFacts): Problem | undefined {
  if (hasRun(pod)) return undefined;
  const failed = lastWarning(pod.events, ({ reason }) => /^Failed(Mount|AttachVolume|MapVolume)$/.test(reason));
  if (failed === undefined) return undefined;
  const missing = missingConfig(failed.message, pod, "its pod waits for a volume");
  if (missing) return missing;
  const next = "check the volume and the claim that it names, and that the driver for it runs on the node";
  return { kind: "volume", what: "a volume cannot be mounted", pod: pod.name, detail: oneLine(failed.message), next };
}

/** Mostly the network, such as no free address in the subnet. */
function noSandbox(pod: PodFacts): Problem | undefined {
  if (hasRun(pod)) return undefined;
  const failed = lastWarning(pod.events, ({ reason }) => reason === "FailedCreatePodSandBox");
  if (failed === undefined) return undefined;
  const next = "check that the subnets of the nodes have free addresses, and the log of the network plugin";
  return { kind: "not-started", what: "its pod cannot start", pod: pod.name, detail: oneLine(failed.message), next };
}

function unhealthy(pod: PodFacts): Problem | undefined {
  const container = pod.containers.find(({ init, ready, state }) => !init && !ready && state.kind === "running");
  const failed = lastWarning(pod.events, ({ reason }) => reason === "Unhealthy");
  if (container === undefined || failed === undefined) return undefined;
  return {
    kind: "probe",
    what: `${titleOf(container)} runs, but is not ready`,
    pod: pod.name,
    detail: oneLine(failed.message),
    next: `check path and port of the probe, and in the log of container ${container.name} in the job summary what it waits for`,
  };
}

function hasRun({ containers }: PodFacts): boolean {
  return containers.some(({ state, lastState }) => state.kind !== "waiting" || lastState !== undefined);
}

function lastWarning(events: readonly EventFacts[], fits: (event: EventFacts) => boolean): EventFacts | undefined {
  return events.findLast((event) => event.type === "Warning" && fits(event));
}

function conditionOf({ conditions }: PodFacts, type: string): Condition | undefined {
  return conditions.find((each) => each.type === type);
}
