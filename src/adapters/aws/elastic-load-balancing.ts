import type { ElasticLoadBalancingV2Client, LoadBalancer } from "@aws-sdk/client-elastic-load-balancing-v2";
import { type AwsCalls, type AwsLogin, allPages, awsCalls } from "./aws-calls.ts";

export type BalancingApi = {
  sdk: typeof import("@aws-sdk/client-elastic-load-balancing-v2");
  client: ElasticLoadBalancingV2Client;
};

/** The largest that these lists take: https://docs.aws.amazon.com/elasticloadbalancing/latest/APIReference/API_DescribeLoadBalancers.html */
export const PageSize = 400;

export function balancingCalls(login: AwsLogin): AwsCalls<BalancingApi> {
  return awsCalls<BalancingApi>(login, {
    name: "Elastic Load Balancing",
    atOnce: 6,
    open: async (settings) => {
      const sdk = await import("@aws-sdk/client-elastic-load-balancing-v2");
      return { sdk, client: new sdk.ElasticLoadBalancingV2Client(settings) };
    },
  });
}

/** Application, network and gateway load balancers of the region. */
export async function everyLoadBalancer(call: AwsCalls<BalancingApi>, region: string): Promise<LoadBalancer[]> {
  const asked = {
    action: "elasticloadbalancing:DescribeLoadBalancers",
    operation: `list the load balancers in ${region}`,
  };
  return allPages(async (Marker: string | undefined) => {
    const answer = await call(asked, ({ sdk, client }) =>
      client.send(new sdk.DescribeLoadBalancersCommand({ Marker, PageSize })),
    );
    return { items: answer.LoadBalancers ?? [], next: answer.NextMarker };
  });
}
