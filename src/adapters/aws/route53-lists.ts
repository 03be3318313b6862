import type {
  ListResourceRecordSetsRequest,
  ResourceRecordSet,
  Route53Client,
  HostedZone as SdkHostedZone,
} from "@aws-sdk/client-route-53";
import { dnsName } from "../../records/dns-name.ts";
import type { HostedZone } from "../../records/record-set.ts";
import { type AwsCalls, allPages } from "./aws-calls.ts";

export type Route53Api = { sdk: typeof import("@aws-sdk/client-route-53"); client: Route53Client };

type Place = Pick<ListResourceRecordSetsRequest, "StartRecordName" | "StartRecordType" | "StartRecordIdentifier">;

type WantedRecords = {
  /** Id. */
  zone: string;
  /** Only those of this name, as Route 53 writes it: with its escapes and the last dot. */
  name?: string | undefined;
  /** How many record sets come at once; 300 at most. */
  pageSize?: number | undefined;
};

/** The hosted zones of the account. */
export async function listZones(call: AwsCalls<Route53Api>): Promise<HostedZone[]> {
  const asked = { action: "route53:ListHostedZones", operation: "list the hosted zones" };
  const zones = await allPages(async (Marker: string | undefined) => {
    const answer = await call(asked, ({ sdk, client }) =>
      client.send(new sdk.ListHostedZonesCommand({ Marker, MaxItems: 100 })),
    );
    return { items: answer.HostedZones ?? [], next: answer.IsTruncated ? answer.NextMarker : undefined };
  });
  return zones.map(hostedZone);
}

/** The record sets of a zone, or of one name in it. */
export async function listRecords(
  call: AwsCalls<Route53Api>,
  { zone, name, pageSize = 300 }: WantedRecords,
): Promise<ResourceRecordSet[]> {
  const operation = `list the records of ${name === undefined ? "" : `${dnsName(name)} in `}zone ${zone}`;
  const asked = { action: "route53:ListResourceRecordSets", operation };
  const isWanted = ({ Name }: ResourceRecordSet) => name === undefined || Name === name;
  // Three tokens, since members of a set share name and type. The SDK has no paginator for them.
  const records = await allPages(async (place: Place | undefined) => {
    const answer = await call(asked, ({ sdk, client }) =>
      client.send(
        new sdk.ListResourceRecordSetsCommand({
          HostedZoneId: zone,
          MaxItems: pageSize,
          ...(place ?? (name === undefined ? {} : { StartRecordName: name })),
        }),
      ),
    );
    const items = answer.ResourceRecordSets ?? [];
    const next: Place = {
      StartRecordName: answer.NextRecordName,
      StartRecordType: answer.NextRecordType,
      StartRecordIdentifier: answer.NextRecordIdentifier,
    };
    // They are in the order of their names: after the first one with another name comes none that is wanted.
    return { items, next: answer.IsTruncated && items.every(isWanted) ? next : undefined };
  });
  return records.filter(isWanted);
}

function hostedZone({ Id, Name, Config, LinkedService }: SdkHostedZone): HostedZone {
  return {
    id: (Id ?? "").replace("/hostedzone/", ""),
    name: dnsName(Name ?? ""),
    isPrivate: Config?.PrivateZone ?? false,
    ...(LinkedService
      ? { keptBy: LinkedService.ServicePrincipal ?? LinkedService.Description ?? "an AWS service" }
      : {}),
  };
}
