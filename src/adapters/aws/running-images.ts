import type { ECSClient, Service } from "@aws-sdk/client-ecs";
import { MissingRight } from "../../inventory/missing-right.ts";
import type { AskedImage, RunningImages } from "../../ports/running-images.ts";
import { noCluster, noService, type RunningTask, runningImageOf } from "../../running-image/running-image.ts";
import { type AwsCalls, type AwsLogin, allPages, awsCalls, inGroups } from "./aws-calls.ts";
import { awsEcs } from "./ecs.ts";

type Api = { sdk: typeof import("@aws-sdk/client-ecs"); client: ECSClient };

/**
 * Images that ECS runs, over the AWS API. Needs `ecs:DescribeServices`, `ecs:ListTasks`, `ecs:DescribeTasks` and
 * `ecs:DescribeTaskDefinition`; with `ecs:ListClusters` and `ecs:ListServices` it also knows what a wrong name may mean.
 */
export function awsRunningImages(login: AwsLogin): RunningImages {
  const ecs = awsEcs(login);
  const call = awsCalls<Api>(login, {
    name: "ECS",
    atOnce: 8,
    open: async (settings) => {
      const sdk = await import("@aws-sdk/client-ecs");
      return { sdk, client: new sdk.ECSClient(settings) };
    },
  });
  return {
    async runningImage({ cluster, service, container }) {
      const found = await describedService(call, { cluster, service });
      if (found === "no cluster") return noCluster(cluster, login.region, await readable(ecs.clusters()));
      if (found === undefined) {
        const others = await readable(ecs.services(cluster));
        return noService(
          { cluster, service },
          others.map(({ name }) => name),
        );
      }
      // With CodeDeploy and other controllers of one's own, task sets have what else the service has itself.
      const { taskDefinition = "", loadBalancers = [] } =
        found.taskSets?.find((set) => set.status === "PRIMARY") ?? found;
      const tasks = await runningTasks(call, { cluster, service });
      const arns = [...new Set([taskDefinition, ...tasks.map((task) => task.taskDefinition)])];
      const facts = {
        cluster,
        service,
        taskDefinition,
        tasks,
        desired: found.desiredCount ?? 0,
        served: loadBalancers.map(({ containerName = "" }) => containerName),
        definitions: (await Promise.all(arns.map((arn) => ecs.taskDefinition(arn)))).filter(
          (each) => each !== undefined,
        ),
      };
      return runningImageOf(facts, container);
    },
  };
}

async function describedService(
  call: AwsCalls<Api>,
  { cluster, service }: AskedImage,
): Promise<Service | undefined | "no cluster"> {
  const asked = {
    action: "ecs:DescribeServices",
    operation: `describe service ${service} of cluster ${cluster}`,
  };
  return call(asked, async ({ sdk, client }) => {
    try {
      const { services = [] } = await client.send(new sdk.DescribeServicesCommand({ cluster, services: [service] }));
      // A service that was deleted is listed for a while: https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_DeleteService.html
      return services.find(({ status }) => status === "ACTIVE");
    } catch (error) {
      if (error instanceof sdk.ClusterNotFoundException) return "no cluster";
      throw error;
    }
  });
}

async function runningTasks(call: AwsCalls<Api>, { cluster, service }: AskedImage): Promise<RunningTask[]> {
  const what = `the tasks of service ${service} in cluster ${cluster}`;
  const arns = await allPages(async (nextToken: string | undefined) => {
    const answer = await call({ action: "ecs:ListTasks", operation: `list ${what}` }, ({ sdk, client }) =>
      client.send(new sdk.ListTasksCommand({ cluster, serviceName: service, nextToken, maxResults: 100 })),
    );
    return { items: answer.taskArns ?? [], next: answer.nextToken };
  });
  const described = await Promise.all(
    inGroups(arns, 100).map((tasks) =>
      call({ action: "ecs:DescribeTasks", operation: `describe ${what}` }, ({ sdk, client }) =>
        client.send(new sdk.DescribeTasksCommand({ cluster, tasks })),
      ),
    ),
  );
  return described
    .flatMap((answer) => answer.tasks ?? [])
    .filter(({ lastStatus, desiredStatus }) => lastStatus === "RUNNING" && desiredStatus === "RUNNING")
    .map(({ taskDefinitionArn = "", containers = [] }) => ({
      taskDefinition: taskDefinitionArn,
      digests: Object.fromEntries(
        containers.flatMap(({ name, imageDigest }) => (name && imageDigest ? [[name, imageDigest]] : [])),
      ),
    }));
}

/** A list that is only for a better message. */
async function readable<Item>(list: Promise<Item[] | undefined>): Promise<Item[]> {
  try {
    return (await list) ?? [];
  } catch (error) {
    if (error instanceof MissingRight) return [];
    throw error;
  }
}
