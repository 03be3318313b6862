/** What the cluster says about one container of a pod. */
export type ContainerFacts = {
  name: string;
  /** Whether it must end before the pod's own containers start. A sidecar is none of these, though Kubernetes lists it with them. */
  init: boolean;
  /** As the pod names it. */
  image: string;
  ready: boolean;
  restarts: number;
  state: ContainerState;
  /** How its run before this one ended, where there was one. */
  lastState?: ContainerState;
  /** Last lines of its log, and of the run before; absent when not read or not there. */
  log?: string[];
  previousLog?: string[];
};

export type ContainerState = {
  kind: "waiting" | "running" | "terminated";
  /** The kubelet's word, such as CrashLoopBackOff or OOMKilled; empty for a running one. */
  reason: string;
  message: string;
  exitCode?: number;
};

export type Condition = { type: string; status: string; reason: string; message: string };

export type EventFacts = {
  /** The object that it is about, such as `Pod orders-6c5-x`. */
  about: string;
  /** Normal or Warning */
  type: string;
  reason: string;
  message: string;
  count: number;
  /** RFC 3339, when it was last seen. */
  at: string;
};

export type PodFacts = {
  namespace: string;
  name: string;
  uid: string;
  /** RFC 3339, by the cluster's clock. */
  createdAt: string;
  phase: string;
  /** Why the whole pod is as it is, such as Evicted; mostly empty. */
  reason: string;
  message: string;
  /** Empty while no node has it. */
  node: string;
  conditions: Condition[];
  /** Init containers first; empty until a node has begun with the pod. */
  containers: ContainerFacts[];
  /** Its own, and those of its volume claims; oldest first. */
  events: EventFacts[];
};

/** What the cluster says about one object of a release, and about the pods that it has made for its present form. */
export type ObjectFacts = {
  kind: string;
  namespace: string;
  name: string;
  uid: string;
  /** RFC 3339, by the cluster's clock. */
  createdAt: string;
  /** Whether it is an object of a hook, which Helm waits for before it goes on. */
  hook: boolean;
  /** Pods ready (a Job: succeeded) and wanted. */
  ready: number;
  wanted: number;
  conditions: Condition[];
  /** Its own, and those of what stands between it and its pods (ReplicaSets); oldest first. */
  events: EventFacts[];
  pods: PodFacts[];
};
