import type { V1ContainerState, V1ContainerStatus, V1Pod } from "@kubernetes/client-node";
import type { Condition, ContainerFacts, ContainerState, PodFacts } from "../../../evidence/facts.ts";

/** A pod as the API gives it, without events and logs. */
export function podFacts(pod: V1Pod): PodFacts {
  const { metadata, spec, status } = pod;
  return {
    namespace: metadata?.namespace ?? "",
    name: metadata?.name ?? "",
    uid: metadata?.uid ?? "",
    createdAt: asTime(metadata?.creationTimestamp),
    phase: status?.phase ?? "",
    reason: status?.reason ?? "",
    message: status?.message ?? "",
    node: spec?.nodeName ?? "",
    conditions: conditionsOf(status),
    containers: containersOf(pod),
    events: [],
  };
}

type Conditions = { conditions?: { type: string; status: string; reason?: string; message?: string }[] };

export function conditionsOf(status: Conditions | undefined): Condition[] {
  return (status?.conditions ?? []).map(({ type, status: is, reason = "", message = "" }) => {
    return { type, status: is, reason, message };
  });
}

/** RFC 3339; empty where there is none. The client gives some times as the text that the server sent, whatever its types say. */
export function asTime(time: Date | string | undefined): string {
  return time ? new Date(time).toISOString() : "";
}

function containersOf({ spec, status }: V1Pod): ContainerFacts[] {
  const specs = [...(spec?.initContainers ?? []), ...(spec?.containers ?? [])];
  // https://kubernetes.io/docs/concepts/workloads/pods/sidecar-containers/
  const init = new Set(spec?.initContainers?.filter((each) => each.restartPolicy !== "Always").map(({ name }) => name));
  return [...(status?.initContainerStatuses ?? []), ...(status?.containerStatuses ?? [])].map((each) => {
    // The status names the image as the node resolved it.
    const image = specs.find(({ name }) => name === each.name)?.image ?? each.image;
    return containerFacts(each, { image, init: init.has(each.name) });
  });
}

function containerFacts(status: V1ContainerStatus, known: { image: string; init: boolean }): ContainerFacts {
  const lastState = stateOf(status.lastState);
  return {
    name: status.name,
    ...known,
    ready: status.ready,
    restarts: status.restartCount,
    // One with none of its members waits: https://kubernetes.io/docs/reference/kubernetes-api/core/pod-v1/#ContainerState
    state: stateOf(status.state) ?? { kind: "waiting", reason: "", message: "" },
    ...(lastState ? { lastState } : {}),
  };
}

function stateOf(state: V1ContainerState | undefined): ContainerState | undefined {
  const { waiting, running, terminated } = state ?? {};
  if (running) return { kind: "running", reason: "", message: "" };
  if (terminated) {
    const { reason = "", message = "", exitCode } = terminated;
    return { kind: "terminated", reason, message, exitCode };
  }
  return waiting ? { kind: "waiting", reason: waiting.reason ?? "", message: waiting.message ?? "" } : undefined;
}
