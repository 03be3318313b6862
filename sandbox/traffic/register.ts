import { CreateLoadBalancerCommand } from "@aws-sdk/client-elastic-load-balancing-v2";
import { type Aws, loadBalancingClient } from "../aws/clients.ts";
import type { SideName } from "./settings.ts";
import type { Traffic } from "./traffic.ts";

/** A load balancer as the emulated ELBv2 has it. */
export type Registered = { arn: string; dnsName: string; canonicalHostedZoneId: string };

/**
 * Makes both load balancers known to an account of the emulator, under the names `old` and `new` and what is put before them: DNS
 * leads there from then on.
 */
export async function registerBalancers(
  aws: Aws,
  traffic: Traffic,
  options: { region: string; prefix?: string },
): Promise<Record<SideName, Registered>> {
  const { region, prefix = "" } = options;
  const client = loadBalancingClient(aws, region);
  const register = async (side: SideName): Promise<Registered> => {
    const Tags = [{ Key: "sandbox:addresses", Value: traffic[side].address }];
    const request = new CreateLoadBalancerCommand({
      Name: `${prefix}${side}`,
      Subnets: ["subnet-1", "subnet-2"],
      Tags,
    });
    const { LoadBalancers: [made] = [] } = await client.send(request);
    const { LoadBalancerArn: arn = "", DNSName: dnsName = "", CanonicalHostedZoneId = "" } = made ?? {};
    return { arn, dnsName, canonicalHostedZoneId: CanonicalHostedZoneId };
  };
  return { old: await register("old"), new: await register("new") };
}
