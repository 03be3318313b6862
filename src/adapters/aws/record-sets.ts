import type { RRType } from "@aws-sdk/client-route-53";
import type { RecordSets } from "../../ports/record-sets.ts";
import { dnsName } from "../../records/dns-name.ts";
import type { AwsLogin } from "./aws-calls.ts";
import { sendBatch } from "./record-batches.ts";
import { fromRoute53, writtenName } from "./record-set-form.ts";
import { type Route53Options, route53Calls } from "./route53-calls.ts";
import { listRecords, listZones } from "./route53-lists.ts";

/**
 * The hosted zones of the login's account and their record sets, over the AWS API. One for an account: its requests are kept to what
 * Route 53 takes of the whole account.
 * @param login its region tells the partition only: Route 53 is one for all regions
 * @param options.pageSize how many record sets come at once; 300 at most
 */
export function awsRecordSets(login: AwsLogin, options: Route53Options & { pageSize?: number } = {}): RecordSets {
  const calls = route53Calls(login, options);
  const { pageSize } = options;
  return {
    zones: () => listZones(calls.read),
    async nameServers(zone) {
      const asked = { action: "route53:GetHostedZone", operation: `read zone ${zone}` };
      const { DelegationSet } = await calls.read(asked, ({ sdk, client }) =>
        client.send(new sdk.GetHostedZoneCommand({ Id: zone })),
      );
      return (DelegationSet?.NameServers ?? []).map(dnsName);
    },
    all: async (zone) => (await listRecords(calls.read, { zone, pageSize })).map(fromRoute53),
    async named(zone, name) {
      return (await listRecords(calls.read, { zone, name: writtenName(name), pageSize })).map(fromRoute53);
    },
    change: (batch) => sendBatch(calls, batch),
    async status(change) {
      const asked = { action: "route53:GetChange", operation: `ask how far change ${change} is` };
      const { ChangeInfo } = await calls.read(asked, ({ sdk, client }) =>
        client.send(new sdk.GetChangeCommand({ Id: change })),
      );
      return ChangeInfo?.Status === "INSYNC" ? "INSYNC" : "PENDING";
    },
    async testAnswer(zone, { name, type }) {
      const asked = { action: "route53:TestDNSAnswer", operation: `ask what zone ${zone} answers for ${type} ${name}` };
      const { ResponseCode = "", RecordData = [] } = await calls.read(asked, ({ sdk, client }) =>
        client.send(
          new sdk.TestDNSAnswerCommand({
            HostedZoneId: zone,
            RecordName: writtenName(name),
            RecordType: type as RRType,
          }),
        ),
      );
      return { rcode: ResponseCode, values: RecordData };
    },
  };
}
