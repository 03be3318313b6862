import type { ObjectFacts } from "../evidence/facts.ts";
import type { ManifestObject } from "../workloads/objects.ts";

/**
 * Why a release's objects are not ready: Deployments, StatefulSets, DaemonSets, Jobs and Pods; other kinds are passed over.
 * Objects that do not exist, and what the login may not read, are left out.
 */
export type Evidence = {
  /** Workloads and their present pods: states only, no events and no logs. Cheap enough to ask every other second. */
  states(objects: readonly ManifestObject[]): Promise<ObjectFacts[]>;
  /**
   * Reads a container's log from its start until it ends, and gives the last lines. For hooks, which Helm may delete as soon
   * as they fail. Never fails: what cannot be read is empty.
   */
  logToEnd(
    container: { namespace: string; pod: string; container: string },
    /** Ends the reading before; what was read is lost then. */
    signal: AbortSignal,
  ): Promise<string[]>;
  /** The same with events, and with the last lines of the logs of containers that are not well. */
  collect(objects: readonly ManifestObject[]): Promise<ObjectFacts[]>;
};
