import type { ECSClient, TaskDefinition as SdkTaskDefinition, Service, Task } from "@aws-sdk/client-ecs";
import {
  type Attachment,
  clusterName,
  type EcsService,
  type EcsTask,
  familyOf,
  type TaskDefinition,
} from "../../inventory/facts/ecs.ts";
import type { Ecs } from "../../ports/ecs.ts";
import { type AwsCalls, type AwsLogin, allPages, awsCalls, inGroups } from "./aws-calls.ts";

type Api = { sdk: typeof import("@aws-sdk/client-ecs"); client: ECSClient };

/** ECS over the AWS API. */
export function awsEcs(login: AwsLogin): Ecs {
  const call = awsCalls<Api>(login, {
    name: "ECS",
    atOnce: 8,
    open: async (settings) => {
      const sdk = await import("@aws-sdk/client-ecs");
      return { sdk, client: new sdk.ECSClient(settings) };
    },
  });
  return {
    async clusters() {
      const asked = { action: "ecs:ListClusters", operation: `list the clusters in ${login.region}` };
      const arns = await allPages(async (nextToken: string | undefined) => {
        const answer = await call(asked, ({ sdk, client }) =>
          client.send(new sdk.ListClustersCommand({ nextToken, maxResults: 100 })),
        );
        return { items: answer.clusterArns ?? [], next: answer.nextToken };
      });
      return arns.map(clusterName);
    },
    services: (cluster) => services(call, cluster),
    async taskDefinition(taskDefinition) {
      const asked = { action: "ecs:DescribeTaskDefinition", operation: `describe task definition ${taskDefinition}` };
      const answer = await call(asked, async ({ sdk, client }) => {
        try {
          return await client.send(new sdk.DescribeTaskDefinitionCommand({ taskDefinition }));
        } catch (error) {
          // "Unable to describe task definition": rules outlive what they name.
          if (error instanceof sdk.ClientException && !/not authorized/i.test(error.message)) return undefined;
          throw error;
        }
      });
      return answer && definition(taskDefinition, answer.taskDefinition);
    },
    async tasks(cluster) {
      const found = await Promise.all(["RUNNING", "STOPPED"].map((status) => taskArns(call, cluster, status)));
      const asked = { action: "ecs:DescribeTasks", operation: `describe the tasks of cluster ${cluster}` };
      const described = await Promise.all(
        inGroups(found.flat(), 100).map((tasks) =>
          call(asked, ({ sdk, client }) => client.send(new sdk.DescribeTasksCommand({ cluster, tasks }))),
        ),
      );
      return described.flatMap((answer) => answer.tasks ?? []).map((task) => taskOf(cluster, task));
    },
  };
}

async function services(call: AwsCalls<Api>, cluster: string): Promise<EcsService[] | undefined> {
  const asked = { action: "ecs:ListServices", operation: `list the services of cluster ${cluster}` };
  const arns = await allPages(async (nextToken: string | undefined) => {
    const answer = await call(asked, async ({ sdk, client }) => {
      try {
        return await client.send(new sdk.ListServicesCommand({ cluster, nextToken, maxResults: 100 }));
      } catch (error) {
        if (error instanceof sdk.ClusterNotFoundException) return undefined;
        throw error;
      }
    });
    return { items: answer === undefined ? [undefined] : (answer.serviceArns ?? []), next: answer?.nextToken };
  });
  const listed = arns.filter((arn) => arn !== undefined);
  if (listed.length < arns.length) return undefined;
  // As many as one call takes: https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_DescribeServices.html
  const described = await Promise.all(
    inGroups(listed, 10).map((group) =>
      call(
        { action: "ecs:DescribeServices", operation: `describe services of cluster ${cluster}` },
        ({ sdk, client }) => client.send(new sdk.DescribeServicesCommand({ cluster, services: group })),
      ),
    ),
  );
  return described
    .flatMap((answer) => answer.services ?? [])
    .filter((service) => service.status === "ACTIVE")
    .map((service) => serviceOf(cluster, service));
}

function serviceOf(cluster: string, service: Service): EcsService {
  // With CodeDeploy and other controllers of one's own, task sets have what else the service has itself.
  const primary = service.taskSets?.find((set) => set.status === "PRIMARY");
  const from = primary ?? service;
  const connect = service.deployments?.find(
    (deployment) => deployment.status === "PRIMARY",
  )?.serviceConnectConfiguration;
  const connected = connect?.enabled ? (connect.services ?? []) : [];
  return {
    cluster,
    name: service.serviceName ?? "",
    taskDefinition: from.taskDefinition ?? "",
    desired: service.desiredCount ?? 0,
    running: service.runningCount ?? 0,
    isDaemon: service.schedulingStrategy === "DAEMON",
    attachments: (from.loadBalancers ?? []).map(
      ({ containerName = "", targetGroupArn, loadBalancerName }): Attachment => ({
        container: containerName,
        ...(targetGroupArn ? { targetGroup: targetGroupArn } : {}),
        ...(loadBalancerName ? { classic: loadBalancerName } : {}),
      }),
    ),
    discoveredBy: [
      ...(from.serviceRegistries ?? []).map(({ registryArn = "" }) => registryArn),
      ...connected.map(({ discoveryName, portName = "" }) => discoveryName ?? portName),
    ],
  };
}

/** Of the environment only the names are taken: its values are often secrets. */
function definition(arn: string, given: SdkTaskDefinition | undefined): TaskDefinition {
  return {
    arn,
    family: given?.family ?? familyOf(arn),
    containers: (given?.containerDefinitions ?? []).map((container) => ({
      name: container.name ?? "",
      image: container.image ?? "",
      essential: container.essential ?? true,
      variables: [...(container.environment ?? []), ...(container.secrets ?? [])].map(({ name }) => name ?? ""),
    })),
  };
}

async function taskArns(call: AwsCalls<Api>, cluster: string, status: string): Promise<string[]> {
  const desiredStatus = status as "RUNNING" | "STOPPED";
  return allPages(async (nextToken: string | undefined) => {
    const answer = await call(
      { action: "ecs:ListTasks", operation: `list the tasks of cluster ${cluster}` },
      ({ sdk, client }) =>
        client.send(new sdk.ListTasksCommand({ cluster, desiredStatus, nextToken, maxResults: 100 })),
    );
    return { items: answer.taskArns ?? [], next: answer.nextToken };
  });
}

function taskOf(cluster: string, { taskDefinitionArn = "", startedBy = "", group = "" }: Task): EcsTask {
  return { cluster, family: familyOf(taskDefinitionArn), startedBy, group };
}
