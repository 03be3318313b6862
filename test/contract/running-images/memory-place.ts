import { memoryRunningImages } from "../../support/fakes/running-images.ts";
import type { Place, ShownService } from "./place.ts";

export function memoryPlace(): Place {
  const images = memoryRunningImages();
  type Task = { digests: Record<string, string>; of?: string };
  const running = new Map<string, Task[]>();
  const put = (service: ShownService, before: Task[], started: number) => {
    const tasks = [...before, ...Array.from({ length: started }, (): Task => ({ digests: reported(service) }))];
    const of = images.put({ ...service, tasks });
    running.set(
      service.service,
      tasks.map((task) => ({ of, ...task })),
    );
    return of;
  };
  return {
    images,
    addCluster: async (cluster) => images.addCluster(cluster),
    run: async (service) => put(service, [], service.tasks),
    beginDeploy: async (service, newTasks) => void put(service, running.get(service.service) ?? [], newTasks),
    remove: async ({ cluster, service }) => images.remove(cluster, service),
    lackCluster: (cluster) => images.lackCluster(cluster),
  };
}

/** ECS says nothing of a container whose digest it does not know. */
function reported({ containers, digests }: ShownService): Record<string, string> {
  return Object.fromEntries(
    containers.flatMap(({ name, image }) => {
      const digest = image.split("@")[1] ?? digests[name];
      return digest === undefined ? [] : [[name, digest]];
    }),
  );
}
