import type { AskedImage, RunningImages } from "../../../src/ports/running-images.ts";
import { noCluster, noService, runningImageOf, type ServiceFacts } from "../../../src/running-image/running-image.ts";

type FakeService = {
  cluster: string;
  service: string;
  /** Of the revision that the service is to run. */
  containers: { name: string; image: string }[];
  /** One for each running task: by container, what ECS reports. `of` names another revision than the service's, put before. */
  tasks: { digests: Record<string, string>; of?: string }[];
  /** Containers behind a load balancer. */
  served?: string[];
  desired?: number;
};

export type MemoryRunningImages = RunningImages & {
  addCluster(name: string): void;
  /** Puts a service, or deploys it anew. @returns its task definition, such as `orders:2` */
  put(service: FakeService): string;
  /** Deletes it: from then on it is known not to be there, as one that never was. */
  remove(cluster: string, service: string): void;
  /** Names a cluster that may be asked for and is not there. */
  lackCluster(name: string): void;
};

/** ECS services in memory: test/contract/running-images holds them to the behaviour of ECS. Who was not put may not be asked for. */
export function memoryRunningImages(region = "us-west-1"): MemoryRunningImages {
  const clusters = new Map<string, Map<string, ServiceFacts | "missing">>();
  const missing = new Set<string>();
  const servicesOf = (cluster: string) => {
    const found = clusters.get(cluster);
    if (found === undefined) throw new Error(`fake ECS: the test has put no cluster ${cluster}`);
    return found;
  };
  return {
    addCluster: (name) => void clusters.set(name, clusters.get(name) ?? new Map()),
    lackCluster: (name) => void missing.add(name),
    put({ cluster, service, containers, tasks, served = [], desired = tasks.length }) {
      const services = servicesOf(cluster);
      const before = services.get(service);
      const known = before === undefined || before === "missing" ? [] : before.definitions;
      const arn = `${service}:${known.length + 1}`;
      const all = containers.map((each) => ({ ...each, essential: true, variables: [] }));
      const definitions = [...known, { arn, family: service, containers: all }];
      const running = tasks.map(({ digests, of = arn }) => ({ taskDefinition: of, digests }));
      services.set(service, { cluster, service, taskDefinition: arn, desired, served, tasks: running, definitions });
      return arn;
    },
    remove: (cluster, service) => void servicesOf(cluster).set(service, "missing"),
    async runningImage({ cluster, service, container }: AskedImage) {
      if (missing.has(cluster)) return noCluster(cluster, region, [...clusters.keys()]);
      const services = servicesOf(cluster);
      const found = services.get(service);
      if (found === undefined)
        throw new Error(`fake ECS: the test has put no service ${service} in cluster ${cluster}`);
      const names = [...services].flatMap(([name, each]) => (each === "missing" ? [] : [name]));
      return found === "missing" ? noService({ cluster, service }, names) : runningImageOf(found, container);
    },
  };
}
