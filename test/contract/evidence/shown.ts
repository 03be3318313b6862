import { isDeepStrictEqual } from "node:util";
import type { CoreV1Event, V1ContainerState, V1ContainerStatus, V1Pod } from "@kubernetes/client-node";
import { waitFor } from "../../../sandbox/process/daemon.ts";
import type { ContainerFacts, EventFacts, PodFacts } from "../../../src/evidence/facts.ts";
import type { Kubectl } from "../sandbox/kubectl.ts";

type Items<T> = { items: T[] };

/** What kubectl shows of a namespace, in the form of what `collect` says. */
export type Shown = {
  pods: V1Pod[];
  /** `reason, message, count` of the events about the object with that uid, sorted. */
  events(uid: string): string[];
};

/**
 * Reads facts while the namespace stands still: crash loops count up, so that two programs that ask at different moments
 * may both be right.
 */
export async function standing<T>(kubectl: Kubectl, read: () => Promise<T>): Promise<{ facts: T; shown: Shown }> {
  let found: { facts: T; shown: Shown } | undefined;
  await waitFor(
    "the namespace to stand still",
    async () => {
      const before = await now(kubectl);
      const facts = await read();
      const after = await now(kubectl);
      if (isDeepStrictEqual(before, after)) found = { facts, shown: shownOf(after) };
      return found !== undefined;
    },
    { timeoutMs: 60_000 },
  );
  if (found === undefined) throw new Error("It never stood still.");
  return found;
}

async function now(kubectl: Kubectl): Promise<{ pods: V1Pod[]; events: CoreV1Event[] }> {
  const [pods, events] = await Promise.all([
    kubectl("get", "pods", "--output=json"),
    kubectl("get", "events", "--output=json"),
  ]);
  return { pods: (JSON.parse(pods) as Items<V1Pod>).items, events: (JSON.parse(events) as Items<CoreV1Event>).items };
}

function shownOf({ pods, events }: { pods: V1Pod[]; events: CoreV1Event[] }): Shown {
  return {
    pods,
    events: (uid) =>
      events
        .filter(({ involvedObject }) => involvedObject.uid === uid)
        .map(({ reason = "", message = "", count, series }) =>
          eventLine({ reason, message, count: series?.count ?? count ?? 1 }),
        )
        .toSorted(),
  };
}

export function eventLine({ reason, message, count }: Pick<EventFacts, "reason" | "message" | "count">): string {
  return `${reason}, ${message}, ${count}`;
}

/** What is said of a pod, as kubectl shows it: states, events, `kubectl logs` and `kubectl logs --previous`. */
export async function podShown(kubectl: Kubectl, { metadata, spec, status }: V1Pod, shown: Shown) {
  const name = metadata?.name ?? "";
  const uid = metadata?.uid ?? "";
  const init = await containersOf(name, spec?.initContainers, status?.initContainerStatuses);
  const own = await containersOf(name, spec?.containers, status?.containerStatuses);
  return {
    name,
    uid,
    phase: status?.phase,
    node: spec?.nodeName ?? "",
    containers: [...init.map((each) => ({ ...each, init: true })), ...own],
    events: shown.events(uid),
  };

  async function containersOf(
    pod: string,
    specs: { name: string; image?: string }[] = [],
    statuses: V1ContainerStatus[] = [],
  ): Promise<ContainerFacts[]> {
    return Promise.all(
      statuses.map(async (each) => {
        const logged = async (...flags: string[]) =>
          (await kubectl("logs", pod, "--container", each.name, ...flags)).replace(/\n$/, "").split("\n");
        const state = stateOf(each.state ?? {});
        const lastState = Object.keys(each.lastState ?? {}).length > 0 ? stateOf(each.lastState ?? {}) : undefined;
        const hasLog = state.kind === "running" || (state.kind === "terminated" && state.exitCode !== 0);
        return {
          name: each.name,
          init: false,
          image: specs.find(({ name: one }) => one === each.name)?.image ?? "",
          ready: each.ready,
          restarts: each.restartCount,
          state,
          ...(lastState ? { lastState, previousLog: await logged("--previous") } : {}),
          ...(hasLog ? { log: await logged() } : {}),
        };
      }),
    );
  }
}

/** What is said of a pod, in the form of `podShown`. */
export function podSaid({ name, uid, phase, node, containers, events }: PodFacts) {
  const own = events.filter(({ about }) => about === `Pod ${name}`);
  return { name, uid, phase, node, containers, events: own.map(eventLine).toSorted() };
}

function stateOf({ waiting, terminated }: V1ContainerState): ContainerFacts["state"] {
  if (terminated) {
    const { reason = "", message = "", exitCode } = terminated;
    return { kind: "terminated", reason, message, exitCode };
  }
  return waiting
    ? { kind: "waiting", reason: waiting.reason ?? "", message: waiting.message ?? "" }
    : { kind: "running", reason: "", message: "" };
}
