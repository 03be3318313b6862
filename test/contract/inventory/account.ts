import type { AwsCredentialIdentity } from "@smithy/types";
import type { Aws } from "../../../sandbox/aws/clients.ts";
import { awsEcs } from "../../../src/adapters/aws/ecs.ts";
import { awsHostedZones } from "../../../src/adapters/aws/hosted-zones.ts";
import { awsLoadBalancers } from "../../../src/adapters/aws/load-balancers.ts";
import { awsScaling } from "../../../src/adapters/aws/scaling.ts";
import { awsSchedules } from "../../../src/adapters/aws/schedules.ts";
import type { InventoryPorts } from "../../../src/playbook/inventory/inventory-types.ts";

/** The ports of an inventory on an account of the emulator, as its root or with other credentials. */
export function portsOn(aws: Aws, region: string, credentials?: AwsCredentialIdentity): InventoryPorts {
  const { accessKeyId, secretAccessKey } = aws;
  const login = { region, credentials: async () => credentials ?? { accessKeyId, secretAccessKey } };
  return {
    ecs: awsEcs(login),
    loadBalancers: awsLoadBalancers(login),
    zones: awsHostedZones(login),
    schedules: awsSchedules(login),
    scaling: awsScaling(login),
    log: { info() {}, debug() {}, warn() {}, group: async (_title, work) => work() },
  };
}
