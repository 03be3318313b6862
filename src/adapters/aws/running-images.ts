import { MissingRight } from "../../inventory/missing-right.ts";
import type { AskedImage, RunningImages } from "../../ports/running-images.ts";
import { noCluster, noService, runningImageOf } from "../../running-image/running-image.ts";
import { type AwsLogin, awsCalls } from "./aws-calls.ts";
import { awsEcs } from "./ecs.ts";
import { seeService } from "./running-images/seen-service.ts";
import { seenTogether } from "./running-images/seen-together.ts";

/**
 * Images that ECS runs, over the AWS API. Needs `ecs:DescribeServices`, `ecs:ListTasks`, `ecs:DescribeTasks` and
 * `ecs:DescribeTaskDefinition`; with `ecs:ListClusters` and `ecs:ListServices` it also knows what a wrong name may mean.
 * @param expected services that will be asked for: the first question for one of them asks ECS for all of its cluster, in fewer
 *   calls. Whoever asks for one again gets what is then
 */
export function awsRunningImages(login: AwsLogin, expected: readonly AskedImage[] = []): RunningImages {
  const ecs = awsEcs(login);
  const call = awsCalls(login, {
    name: "ECS",
    atOnce: 8,
    open: async (settings) => {
      const sdk = await import("@aws-sdk/client-ecs");
      return { sdk, client: new sdk.ECSClient(settings) };
    },
  });
  const expectedOne = seenTogether(call, expected);
  return {
    async runningImage({ cluster, service, container }) {
      const found = (await expectedOne({ cluster, service })) ?? (await seeService(call, { cluster, service }));
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
        found.service.taskSets?.find((set) => set.status === "PRIMARY") ?? found.service;
      const { tasks } = found;
      const arns = [...new Set([taskDefinition, ...tasks.map((task) => task.taskDefinition)])];
      const facts = {
        cluster,
        service,
        taskDefinition,
        tasks,
        desired: found.service.desiredCount ?? 0,
        served: loadBalancers.map(({ containerName = "" }) => containerName),
        definitions: (await Promise.all(arns.map((arn) => ecs.taskDefinition(arn)))).filter(
          (each) => each !== undefined,
        ),
      };
      return runningImageOf(facts, container);
    },
  };
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
