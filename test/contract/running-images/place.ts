import type { RunningImages } from "../../../src/ports/running-images.ts";

/** A tag's digest by container; `undefined` where ECS does not report one. */
type Digests = Readonly<Record<string, string | undefined>>;

export type ShownService = {
  cluster: string;
  service: string;
  containers: { name: string; image: string }[];
  tasks: number;
  digests: Digests;
  /** The container behind a load balancer. */
  served?: string[];
};

/** ECS, real or in memory, as the contract's tests use it. Clusters and services are of this place alone. */
export type Place = {
  images: RunningImages;
  addCluster(cluster: string): Promise<void>;
  /** Makes a service. @returns what its task definition is called */
  run(service: ShownService): Promise<string>;
  /**
   * Begins to deploy it with these containers, and stays in the middle: beside all tasks of the revision before, that many of
   * the new one run.
   */
  beginDeploy(service: ShownService, newTasks: number): Promise<void>;
  remove(service: ShownService): Promise<void>;
  /** Says that the test will ask for a cluster that is not there. */
  lackCluster(cluster: string): void;
};
