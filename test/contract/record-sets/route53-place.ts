import { randomUUID } from "node:crypto";
import { CreateHostedZoneCommand, type ResourceRecordSet } from "@aws-sdk/client-route-53";
import { type Aws, route53Client } from "../../../sandbox/aws/clients.ts";
import { toRoute53 } from "../../../src/adapters/aws/record-set-form.ts";
import { awsRecordSets } from "../../../src/adapters/aws/record-sets.ts";
import type { RecordSets } from "../../../src/ports/record-sets.ts";
import { change, create, recordSets } from "../../support/record-sets.ts";
import type { Place } from "./place.ts";

export type Route53Place = Place & {
  /** Puts them as the API takes them, and reads them as it gives them. */
  putRaw(zone: string, ...sets: ResourceRecordSet[]): Promise<void>;
  raw(zone: string): Promise<ResourceRecordSet[]>;
  /** The same account by other ways. */
  open(options?: Parameters<typeof awsRecordSets>[1], url?: string): RecordSets;
};

/** Route 53 of an emulator, as root of an account. */
export function route53Place(aws: Aws): Route53Place {
  const client = route53Client(aws);
  const { accessKeyId, secretAccessKey } = aws;
  const login = { region: "us-east-1", credentials: async () => ({ accessKeyId, secretAccessKey }) };
  const open = (options: Parameters<typeof awsRecordSets>[1] = {}, url = aws.url) => {
    process.env.AWS_ENDPOINT_URL = url;
    return awsRecordSets(login, { perSecond: Number.POSITIVE_INFINITY, random: () => 0, ...options });
  };
  return {
    records: open(),
    open,
    async addZone(name, kind = "public") {
      const vpc = kind === "private" ? { VPC: { VPCRegion: "us-west-2" as const, VPCId: "vpc-1" } } : {};
      const request = { Name: name, CallerReference: randomUUID(), ...vpc };
      const { HostedZone } = await client.send(new CreateHostedZoneCommand(request));
      return (HostedZone?.Id ?? "").replace("/hostedzone/", "");
    },
    async put(zone, ...sets) {
      await change(client, zone, sets.map(toRoute53).map(create));
    },
    async putRaw(zone, ...sets) {
      await change(client, zone, sets.map(create));
    },
    raw: (zone) => recordSets(client, zone),
    // GetChange says PENDING the first time only, where the zone says nothing else.
    pass: async () => undefined,
  };
}
