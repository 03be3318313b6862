import type { KubeObject } from "./kube-object.ts";

/** An object of a release: as Helm stored it, and as the chart renders it now; the latter is absent where the chart has it no more. */
export type Pair = { original?: KubeObject; rendered?: KubeObject };

/** What the cluster has of an object, and what it would have. */
export type Compared = {
  /** What is there now. */
  before?: KubeObject;
  /** What would be there. Absent where that could not be found out. */
  after?: KubeObject;
  /** Why the API server would refuse it, in its words. */
  problem?: string;
  /** Fields that another manager owns, such as `.spec.replicas`, where that is the problem. */
  conflicts?: readonly string[];
  /** Why the cluster could not be asked. */
  uncompared?: string;
};
