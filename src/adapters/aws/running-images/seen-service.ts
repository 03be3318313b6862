import type { ECSClient, Service, Task } from "@aws-sdk/client-ecs";
import type { AskedImage } from "../../../ports/running-images.ts";
import type { RunningTask } from "../../../running-image/running-image.ts";
import { type AwsCalls, allPages, inGroups } from "../aws-calls.ts";

export type EcsCalls = AwsCalls<{ sdk: typeof import("@aws-sdk/client-ecs"); client: ECSClient }>;

/** A service, and those of its tasks that run. */
export type SeenService = { service: Service; tasks: RunningTask[] };

type Name = Pick<AskedImage, "cluster" | "service">;

/** @returns undefined where the cluster has no such service */
export async function seeService(call: EcsCalls, name: Name): Promise<SeenService | undefined | "no cluster"> {
  const service = await describedService(call, name);
  if (service === undefined || service === "no cluster") return service;
  return { service, tasks: await runningTasks(call, name) };
}

async function describedService(
  call: EcsCalls,
  { cluster, service }: Name,
): Promise<Service | undefined | "no cluster"> {
  const asked = {
    action: "ecs:DescribeServices",
    operation: `describe service ${service} of cluster ${cluster}`,
  };
  return call(asked, async ({ sdk, client }) => {
    try {
      const { services = [] } = await client.send(new sdk.DescribeServicesCommand({ cluster, services: [service] }));
      return services.find(isThere);
    } catch (error) {
      if (error instanceof sdk.ClusterNotFoundException) return "no cluster";
      throw error;
    }
  });
}

/** A service that was deleted is listed for a while: https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_DeleteService.html */
export function isThere({ status }: Service): boolean {
  return status === "ACTIVE";
}

export async function runningTasks(call: EcsCalls, { cluster, service }: Name): Promise<RunningTask[]> {
  const what = `the tasks of service ${service} in cluster ${cluster}`;
  const arns = await allPages(async (nextToken: string | undefined) => {
    const answer = await call({ action: "ecs:ListTasks", operation: `list ${what}` }, ({ sdk, client }) =>
      client.send(new sdk.ListTasksCommand({ cluster, serviceName: service, nextToken, maxResults: 100 })),
    );
    return { items: answer.taskArns ?? [], next: answer.nextToken };
  });
  return (await describedTasks(call, { cluster, arns, what })).flatMap(asRunning);
}

/** @param asked.what those tasks are, in words */
export async function describedTasks(
  call: EcsCalls,
  { cluster, arns, what }: { cluster: string; arns: readonly string[]; what: string },
): Promise<Task[]> {
  const described = await Promise.all(
    inGroups(arns, 100).map((tasks) =>
      call({ action: "ecs:DescribeTasks", operation: `describe ${what}` }, ({ sdk, client }) =>
        client.send(new sdk.DescribeTasksCommand({ cluster, tasks })),
      ),
    ),
  );
  return described.flatMap((answer) => answer.tasks ?? []);
}

/** None for one that starts or ends. */
export function asRunning({ lastStatus, desiredStatus, taskDefinitionArn = "", containers = [] }: Task): RunningTask[] {
  if (lastStatus !== "RUNNING" || desiredStatus !== "RUNNING") return [];
  const digests = containers.flatMap(({ name, imageDigest }) => (name && imageDigest ? [[name, imageDigest]] : []));
  return [{ taskDefinition: taskDefinitionArn, digests: Object.fromEntries(digests) }];
}
