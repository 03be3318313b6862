import { nearest } from "../../advice/nearest.ts";
import { UserError } from "../../errors.ts";
import type { EcsService } from "../../inventory/facts/ecs.ts";
import { MissingRight } from "../../inventory/missing-right.ts";
import type { InventoryPorts, InventoryRequest, Read } from "./inventory-types.ts";

/**
 * The services of the clusters that are asked for, or of all, and the clusters that could be read. Fails when there is none: with what was not allowed, where that is the reason, and
 * with the clusters that there are where one is asked for that is not.
 */
export async function findServices(
  request: InventoryRequest,
  ports: Pick<InventoryPorts, "ecs">,
  read: Read,
): Promise<{ clusters: string[]; services: EcsService[] }> {
  const { ecs } = ports;
  const names = request.clusters.length > 0 ? [...new Set(request.clusters)] : await ecs.clusters();
  let denied: unknown;
  const found = await Promise.all(
    names.map((name) =>
      read(`the services of cluster ${name}`, async () => {
        try {
          return { name, services: await ecs.services(name) };
        } catch (error) {
          denied ??= error;
          throw error;
        }
      }),
    ),
  );
  const absent = found.flatMap((each) => (each !== undefined && each.services === undefined ? [each.name] : []));
  if (absent.length > 0 && request.clusters.length > 0) throw await noSuchCluster(absent, request, ecs);
  const services = found.flatMap((each) => each?.services ?? []);
  if (services.length > 0) return { clusters: found.flatMap((each) => (each?.services ? [each.name] : [])), services };
  if (denied !== undefined) throw denied;
  const where = request.clusters.length > 0 ? `clusters ${names.join(", ")}` : `${names.length} clusters`;
  throw new UserError(
    `There is no ECS service in ${request.region} (${where}): check aws-region and clusters, and that the login is of the right account`,
  );
}

async function noSuchCluster(
  absent: readonly string[],
  { region }: InventoryRequest,
  ecs: InventoryPorts["ecs"],
): Promise<UserError> {
  const known = await ecs.clusters().catch((error: unknown) => {
    if (error instanceof MissingRight) return [];
    throw error;
  });
  const lines = absent.map((name) => {
    const meant = nearest(name, known);
    return `clusters: there is no ECS cluster ${name} in ${region}${meant === undefined ? "" : `; did you mean ${meant}?`}`;
  });
  return UserError.fromProblems("Clusters that are not there:", lines) ?? new UserError(lines.join("\n"));
}
