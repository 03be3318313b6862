import type { CoreV1Api, CoreV1Event } from "@kubernetes/client-node";
import type { EventFacts } from "../../../evidence/facts.ts";
import { listed } from "../listing.ts";
import { asTime } from "./pod-facts.ts";

export type Events = {
  /** Those about the objects with these uids, oldest first. */
  about(uids: readonly string[]): EventFacts[];
  /** Those about volume claims of that name, oldest first. */
  aboutClaims(namespace: string, names: readonly string[]): EventFacts[];
};

/** The events of these namespaces, one list call each; none where the login may not list them. */
export async function readEvents(core: CoreV1Api, namespaces: readonly string[]): Promise<Events> {
  const found = await Promise.all(
    namespaces.map((namespace) =>
      listed(`list events in namespace ${namespace}`, core.listNamespacedEvent({ namespace })),
    ),
  );
  const all = found.flat().map((event) => ({ about: event.involvedObject, facts: eventFacts(event) }));
  all.sort((a, b) => a.facts.at.localeCompare(b.facts.at));
  const byUid = Map.groupBy(all, ({ about }) => about.uid ?? "");
  return {
    about: (uids) => inOrder(uids.flatMap((uid) => byUid.get(uid) ?? []).map(({ facts }) => facts)),
    aboutClaims: (namespace, names) =>
      all
        .filter(({ about }) => about.kind === "PersistentVolumeClaim" && about.namespace === namespace)
        .filter(({ about }) => names.includes(about.name ?? ""))
        .map(({ facts }) => facts),
  };
}

export function inOrder(events: readonly EventFacts[]): EventFacts[] {
  return events.toSorted((a, b) => a.at.localeCompare(b.at));
}

/** Two forms are in use, the scheduler's without `count` and `lastTimestamp`: https://kubernetes.io/docs/reference/kubernetes-api/cluster/event-v1/ */
function eventFacts(event: CoreV1Event): EventFacts {
  const { involvedObject, series, metadata } = event;
  const at = series?.lastObservedTime ?? event.lastTimestamp ?? event.eventTime ?? metadata.creationTimestamp;
  return {
    about: `${involvedObject.kind ?? ""} ${involvedObject.name ?? ""}`,
    type: event.type ?? "",
    reason: event.reason ?? "",
    message: event.message ?? "",
    count: series?.count ?? event.count ?? 1,
    at: asTime(at),
  };
}
