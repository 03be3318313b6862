import type { CloudWatchClient, MetricDataQuery } from "@aws-sdk/client-cloudwatch";
import type { ErrorRate } from "../../ports/error-rates.ts";
import { type AwsCalls, type AwsLogin, allPages, awsCalls } from "./aws-calls.ts";

type Api = { sdk: typeof import("@aws-sdk/client-cloudwatch"); client: CloudWatchClient };

/** https://docs.aws.amazon.com/elasticloadbalancing/latest/application/load-balancer-cloudwatch-metrics.html */
const METRICS = { requests: "RequestCount", balancer: "HTTPCode_ELB_5XX_Count", targets: "HTTPCode_Target_5XX_Count" };
type Counted = keyof typeof METRICS;

export function cloudWatchCalls(login: AwsLogin): AwsCalls<Api> {
  return awsCalls<Api>(login, {
    name: "CloudWatch",
    atOnce: 2,
    open: async (settings) => {
      const sdk = await import("@aws-sdk/client-cloudwatch");
      return { sdk, client: new sdk.CloudWatchClient(settings) };
    },
  });
}

/** @param loadBalancer its ARN; only application load balancers count what they answer */
export async function balancerErrorRate(
  call: AwsCalls<Api>,
  loadBalancer: string,
  { from, to }: { from: Date; to: Date },
): Promise<ErrorRate | undefined> {
  const [, dimension = ""] = loadBalancer.split(":loadbalancer/");
  if (!dimension.startsWith("app/")) return undefined;
  const asked = { action: "cloudwatch:GetMetricData", operation: `read the error rate of ${dimension}` };
  const found = await allPages(async (NextToken: string | undefined) => {
    const answer = await call(asked, ({ sdk, client }) =>
      client.send(
        new sdk.GetMetricDataCommand({
          MetricDataQueries: queriesOf(dimension),
          StartTime: from,
          EndTime: to,
          NextToken,
        }),
      ),
    );
    return { items: answer.MetricDataResults ?? [], next: answer.NextToken };
  });
  const sum = (id: Counted) =>
    found
      .filter((each) => each.Id === id)
      .flatMap(({ Values = [] }) => Values)
      .reduce((all, value) => all + value, 0);
  return errorRate({ requests: sum("requests"), failed: sum("balancer") + sum("targets") });
}

/** What the balancer answers before it has chosen a target is no request to it, but may have failed. */
function errorRate({ requests, failed }: { requests: number; failed: number }): ErrorRate | undefined {
  const all = Math.max(requests, failed);
  return all === 0 ? undefined : { rate: failed / all, requests: all };
}

function queriesOf(Value: string): MetricDataQuery[] {
  return Object.entries(METRICS).map(([Id, MetricName]) => ({
    Id,
    MetricStat: {
      Metric: { Namespace: "AWS/ApplicationELB", MetricName, Dimensions: [{ Name: "LoadBalancer", Value }] },
      Period: 60,
      Stat: "Sum",
    },
  }));
}
