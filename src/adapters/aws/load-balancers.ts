import type {
  Listener,
  Rule,
  LoadBalancer as SdkLoadBalancer,
  TargetGroup as SdkTargetGroup,
} from "@aws-sdk/client-elastic-load-balancing-v2";
import type { ListenerRule, LoadBalancer, TargetGroup } from "../../inventory/facts/load-balancers.ts";
import type { LoadBalancers } from "../../ports/load-balancers.ts";
import { type AwsCalls, type AwsLogin, allPages } from "./aws-calls.ts";
import { type BalancingApi, balancingCalls, everyLoadBalancer, PageSize } from "./elastic-load-balancing.ts";

/** Application, network and gateway load balancers over the AWS API. */
export function awsLoadBalancers(login: AwsLogin): LoadBalancers {
  const call = balancingCalls(login);
  const asked = (what: string, operation: string) => ({ action: `elasticloadbalancing:Describe${what}`, operation });
  return {
    all: async () => (await everyLoadBalancer(call, login.region)).map(loadBalancer),
    async targetGroups() {
      const found = await allPages(async (Marker: string | undefined) => {
        const answer = await call(
          asked("TargetGroups", `list the target groups in ${login.region}`),
          ({ sdk, client }) => client.send(new sdk.DescribeTargetGroupsCommand({ Marker, PageSize })),
        );
        return { items: answer.TargetGroups ?? [], next: answer.NextMarker };
      });
      return found.map(targetGroup);
    },
    async rules(arn) {
      const listeners = await allPages(async (Marker: string | undefined) => {
        const answer = await call(asked("Listeners", `list the listeners of ${arn}`), ({ sdk, client }) =>
          client.send(new sdk.DescribeListenersCommand({ LoadBalancerArn: arn, Marker, PageSize })),
        );
        return { items: answer.Listeners ?? [], next: answer.NextMarker };
      });
      return (await Promise.all(listeners.map((listener) => rulesOf(call, listener)))).flat();
    },
  };
}

async function rulesOf(call: AwsCalls<BalancingApi>, listener: Listener): Promise<ListenerRule[]> {
  const ListenerArn = listener.ListenerArn ?? "";
  // Only listeners of application load balancers have rules.
  if (!/:listener\/app\//.test(ListenerArn)) return [rule(ListenerArn, { Actions: listener.DefaultActions })];
  const asked = { action: "elasticloadbalancing:DescribeRules", operation: `list the rules of ${ListenerArn}` };
  const rules = await allPages(async (Marker: string | undefined) => {
    const answer = await call(asked, ({ sdk, client }) =>
      client.send(new sdk.DescribeRulesCommand({ ListenerArn, Marker, PageSize })),
    );
    return { items: answer.Rules ?? [], next: answer.NextMarker };
  });
  return rules.map((each) => rule(ListenerArn, each));
}

function loadBalancer({
  LoadBalancerArn,
  LoadBalancerName,
  DNSName,
  AvailabilityZones,
}: SdkLoadBalancer): LoadBalancer {
  const addresses = (AvailabilityZones ?? [])
    .flatMap((zone) => zone.LoadBalancerAddresses ?? [])
    .flatMap(({ IpAddress, PrivateIPv4Address, IPv6Address }) => [IpAddress, PrivateIPv4Address, IPv6Address])
    .filter((address) => address !== undefined);
  return { arn: LoadBalancerArn ?? "", name: LoadBalancerName ?? "", dnsName: DNSName ?? "", addresses };
}

function targetGroup(group: SdkTargetGroup): TargetGroup {
  const codes = group.Matcher?.HttpCode ?? undefined;
  const isHttp = group.HealthCheckProtocol?.startsWith("HTTP") ?? false;
  return {
    arn: group.TargetGroupArn ?? "",
    loadBalancers: group.LoadBalancerArns ?? [],
    health: isHttp && group.HealthCheckPath ? { path: group.HealthCheckPath, ...(codes ? { codes } : {}) } : {},
  };
}

function rule(
  listener: string,
  { Priority, Conditions = [], Actions = [] }: Pick<Rule, "Priority" | "Conditions" | "Actions">,
): ListenerRule {
  const ofField = (field: string) => Conditions.filter((condition) => condition.Field === field);
  const hosts = ofField("host-header");
  const paths = ofField("path-pattern");
  return {
    listener,
    priority: Priority === undefined || Priority === "default" ? Number.POSITIVE_INFINITY : Number(Priority),
    hosts: hosts.flatMap(({ Values, HostHeaderConfig }) => HostHeaderConfig?.Values ?? Values ?? []),
    byRegex: hosts.some(
      ({ RegexValues, HostHeaderConfig }) => (HostHeaderConfig?.RegexValues ?? RegexValues ?? []).length > 0,
    ),
    paths: paths.flatMap(({ Values, PathPatternConfig }) => PathPatternConfig?.Values ?? Values ?? []),
    takesPart: Conditions.length > hosts.length,
    targetGroups: [
      ...new Set(
        Actions.flatMap(({ TargetGroupArn, ForwardConfig }) => [
          TargetGroupArn,
          ...(ForwardConfig?.TargetGroups ?? []).map((group) => group.TargetGroupArn),
        ]).filter((group) => group !== undefined),
      ),
    ],
  };
}
