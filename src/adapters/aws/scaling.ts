import type { ApplicationAutoScalingClient, ScalableTarget } from "@aws-sdk/client-application-auto-scaling";
import type { ScalableService } from "../../inventory/facts/scaling.ts";
import type { Scaling } from "../../ports/scaling.ts";
import { type AwsLogin, allPages, awsCalls } from "./aws-calls.ts";

type Api = { sdk: typeof import("@aws-sdk/client-application-auto-scaling"); client: ApplicationAutoScalingClient };

/** Application Auto Scaling of ECS services over the AWS API. */
export function awsScaling(login: AwsLogin): Scaling {
  const call = awsCalls<Api>(login, {
    name: "Application Auto Scaling",
    atOnce: 4,
    open: async (settings) => {
      const sdk = await import("@aws-sdk/client-application-auto-scaling");
      return { sdk, client: new sdk.ApplicationAutoScalingClient(settings) };
    },
  });
  return {
    async services() {
      const asked = {
        action: "application-autoscaling:DescribeScalableTargets",
        operation: `list what scales in ${login.region}`,
      };
      // Its own default, and largest, page is 50: https://docs.aws.amazon.com/autoscaling/application/APIReference/API_DescribeScalableTargets.html
      const targets = await allPages(async (NextToken: string | undefined) => {
        const answer = await call(asked, ({ sdk, client }) =>
          client.send(new sdk.DescribeScalableTargetsCommand({ ServiceNamespace: "ecs", NextToken, MaxResults: 50 })),
        );
        return { items: answer.ScalableTargets ?? [], next: answer.NextToken };
      });
      return targets.flatMap(scalableService);
    },
  };
}

function scalableService({ ResourceId = "", MinCapacity, MaxCapacity }: ScalableTarget): ScalableService[] {
  const [, cluster, service] = /^service\/([^/]+)\/([^/]+)$/.exec(ResourceId) ?? [];
  if (cluster === undefined || service === undefined) return [];
  return [{ cluster, service, min: MinCapacity ?? 0, max: MaxCapacity ?? 0 }];
}
