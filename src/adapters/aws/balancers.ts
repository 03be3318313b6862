import type { LoadBalancer } from "@aws-sdk/client-elastic-load-balancing-v2";
import type { Balancer, Balancers } from "../../ports/balancers.ts";
import { dnsName } from "../../records/dns-name.ts";
import type { AwsLogin } from "./aws-calls.ts";
import { balancingCalls, everyLoadBalancer } from "./elastic-load-balancing.ts";

/** https://docs.aws.amazon.com/elasticloadbalancing/latest/application/edit-load-balancer-attributes.html#client-keep-alive */
const KEEP_ALIVE = "client_keep_alive.seconds";

/** Load balancers of the login's region over the AWS API. They are listed once, and again for one that was not there then. */
export function awsBalancers(login: AwsLogin): Balancers {
  const call = balancingCalls(login);
  let listing: Promise<Map<string, Balancer>> | undefined;
  let isWhole = false;

  function list(): Promise<Map<string, Balancer>> {
    isWhole = false;
    listing = everyLoadBalancer(call, login.region).then(
      (found) => {
        isWhole = true;
        return new Map(found.map((each) => balancer(each)).map((each) => [each.dnsName, each]));
      },
      (error: unknown) => {
        listing = undefined;
        throw error;
      },
    );
    return listing;
  }

  return {
    async byDnsName(name) {
      const wanted = dnsName(name).replace(/^dualstack\./, "");
      const before = isWhole ? await listing : undefined;
      const known = before?.get(wanted);
      if (known) return known;
      // It may have been made since. Those who ask while a list is under way share it.
      return (await (listing === undefined || isWhole ? list() : listing)).get(wanted);
    },
    async keepAlive(arn) {
      const asked = {
        action: "elasticloadbalancing:DescribeLoadBalancerAttributes",
        operation: `read the attributes of ${arn}`,
      };
      const { Attributes = [] } = await call(asked, ({ sdk, client }) =>
        client.send(new sdk.DescribeLoadBalancerAttributesCommand({ LoadBalancerArn: arn })),
      );
      const value = Attributes.find(({ Key }) => Key === KEEP_ALIVE)?.Value;
      return value === undefined ? undefined : Number(value);
    },
    async setKeepAlive(arn, seconds) {
      const asked = {
        action: "elasticloadbalancing:ModifyLoadBalancerAttributes",
        operation: `set ${KEEP_ALIVE} of ${arn} to ${seconds}`,
      };
      const Attributes = [{ Key: KEEP_ALIVE, Value: String(seconds) }];
      await call(asked, ({ sdk, client }) =>
        client.send(new sdk.ModifyLoadBalancerAttributesCommand({ LoadBalancerArn: arn, Attributes })),
      );
    },
  };
}

function balancer(found: LoadBalancer): Balancer {
  return {
    arn: found.LoadBalancerArn ?? "",
    dnsName: dnsName(found.DNSName ?? ""),
    type: found.Type ?? "application",
    canonicalHostedZoneId: found.CanonicalHostedZoneId ?? "",
    hasIpv6: found.IpAddressType?.startsWith("dualstack") ?? false,
    scheme: found.Scheme ?? "internet-facing",
  };
}
