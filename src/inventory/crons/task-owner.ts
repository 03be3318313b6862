import type { EcsService, TaskDefinition } from "../facts/ecs.ts";
import { familyOf } from "../facts/ecs.ts";
import { serviceKey } from "../facts.ts";

type StartedTask = { cluster: string; family: string; definition?: string };

/**
 * Tells which service a task that is no part of one belongs to, by its key: the only one of its cluster, else the one that runs the same task
 * definition, else the one that runs the same image. `undefined` where none of these tells just one.
 */
export function taskOwner(
  services: readonly EcsService[],
  definitions: ReadonlyMap<string, TaskDefinition>,
): (task: StartedTask) => string | undefined {
  const byCluster = Map.groupBy(services, ({ cluster }) => cluster);
  return ({ cluster, family, definition }) => {
    const here = byCluster.get(cluster) ?? [];
    if (here.length === 1) return only(here);
    const sameFamily = here.filter(({ taskDefinition }) => familyOf(taskDefinition) === family);
    if (sameFamily.length > 0) return only(sameFamily);
    const images = new Set(imagesOf(definitions.get(definition ?? family)));
    return only(
      here.filter(({ taskDefinition }) => imagesOf(definitions.get(taskDefinition)).some((image) => images.has(image))),
    );
  };
}

/** The definitions, as tasks name them, whose images are needed to tell the owner. */
export function neededDefinitions(services: readonly EcsService[], tasks: readonly StartedTask[]): string[] {
  const owner = taskOwner(services, new Map());
  const clusters = new Set(services.map(({ cluster }) => cluster));
  const open = tasks.filter((task) => clusters.has(task.cluster) && owner(task) === undefined);
  return [...new Set(open.map(({ definition, family }) => definition ?? family))].toSorted();
}

function only(services: readonly EcsService[]): string | undefined {
  const [first, ...others] = services;
  return first === undefined || others.length > 0 ? undefined : serviceKey(first);
}

/** The repositories of a definition's images: tags and digests differ from one release to the next. */
function imagesOf(definition: TaskDefinition | undefined): string[] {
  return (definition?.containers ?? []).map(({ image }) => (image.split("@")[0] ?? "").replace(/:[^/:]+$/, ""));
}
