import type { ContainerFacts, EventFacts, ObjectFacts, PodFacts } from "../../../src/evidence/facts.ts";

/** A Deployment of which no pod is ready. */
export function object(wish: Partial<ObjectFacts> = {}): ObjectFacts {
  const own = { kind: "Deployment", namespace: "commerce", name: "orders", uid: "u-orders", createdAt: START };
  return { ...own, hook: false, ready: 0, wanted: 1, conditions: [], events: [], pods: [], ...wish };
}

export function pod(container: Partial<ContainerFacts> = {}, wish: Partial<PodFacts> = {}): PodFacts {
  return {
    namespace: "commerce",
    name: "orders-1",
    uid: "u-orders-1",
    createdAt: START,
    phase: "Running",
    reason: "",
    message: "",
    node: "node-1",
    conditions: [{ type: "Ready", status: "False", reason: "ContainersNotReady", message: "" }],
    containers: [{ ...web, ...container }],
    events: [],
    ...wish,
  };
}

export function event(reason: string, message: string, wish: Partial<EventFacts> = {}): EventFacts {
  return { about: "Pod orders-1", type: "Warning", reason, message, count: 1, at: START, ...wish };
}

/** When all of them were made. */
export const START = "2026-01-01T10:00:00.000Z";

const web: ContainerFacts = {
  name: "web",
  init: false,
  image: "shop/orders:2",
  ready: false,
  restarts: 0,
  state: { kind: "running", reason: "", message: "" },
};

export function waiting(reason: string, message = ""): Pick<ContainerFacts, "state"> {
  return { state: { kind: "waiting", reason, message } };
}

/** In a crash loop; `log` is of its last run. */
export function crashed(
  restarts: number,
  wish: { exitCode?: number; reason?: string; message?: string; log?: string[] } = {},
) {
  const { exitCode = 1, reason = "Error", message = "", log } = wish;
  return {
    ...waiting("CrashLoopBackOff", "back-off 10s restarting failed container=web"),
    restarts,
    lastState: { kind: "terminated" as const, reason, message, exitCode },
    ...(log ? { previousLog: log } : {}),
  };
}
