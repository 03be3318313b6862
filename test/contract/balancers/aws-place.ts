import { CreateLoadBalancerCommand } from "@aws-sdk/client-elastic-load-balancing-v2";
import { type Aws, loadBalancingClient } from "../../../sandbox/aws/clients.ts";
import { awsBalancers } from "../../../src/adapters/aws/balancers.ts";
import type { Balancers } from "../../../src/ports/balancers.ts";
import type { Place } from "./place.ts";

const REGION = "us-west-2";

/** Elastic Load Balancing of an emulator, as root of an account. */
export function awsPlace(aws: Aws): Place & { open(url?: string): Balancers } {
  const client = loadBalancingClient(aws, REGION);
  const { accessKeyId, secretAccessKey } = aws;
  const open = (url = aws.url) => {
    process.env.AWS_ENDPOINT_URL = url;
    return awsBalancers({ region: REGION, credentials: async () => ({ accessKeyId, secretAccessKey }) });
  };
  return {
    balancers: open(),
    open,
    async make({ name, type = "application", hasIpv6 = false, scheme = "internet-facing" }) {
      const IpAddressType = hasIpv6 ? "dualstack" : "ipv4";
      const request = {
        Name: name,
        Type: type,
        Scheme: scheme,
        IpAddressType,
        Subnets: ["subnet-1", "subnet-2"],
      } as const;
      const { LoadBalancers = [] } = await client.send(
        new CreateLoadBalancerCommand({ ...request, Subnets: [...request.Subnets] }),
      );
      const [made] = LoadBalancers;
      return { arn: made?.LoadBalancerArn ?? "", dnsName: made?.DNSName ?? "" };
    },
  };
}
