import type {
  ListResourceRecordSetsRequest,
  ResourceRecordSet,
  Route53Client,
  HostedZone as SdkHostedZone,
} from "@aws-sdk/client-route-53";
import { dnsName, type HostedZone, type RecordSet, type Routing } from "../../inventory/facts/record-sets.ts";
import type { HostedZones } from "../../ports/hosted-zones.ts";
import { type AwsLogin, allPages, awsCalls } from "./aws-calls.ts";

type Api = { sdk: typeof import("@aws-sdk/client-route-53"); client: Route53Client };
type Place = Pick<ListResourceRecordSetsRequest, "StartRecordName" | "StartRecordType" | "StartRecordIdentifier">;

/**
 * The hosted zones of the login's account over the AWS API.
 * @param login its region tells the partition only: Route 53 is one for all regions
 */
export function awsHostedZones(login: AwsLogin): HostedZones {
  const call = awsCalls<Api>(login, {
    name: "Route 53",
    atOnce: 2,
    open: async (settings) => {
      const sdk = await import("@aws-sdk/client-route-53");
      return { sdk, client: new sdk.Route53Client(settings) };
    },
  });
  return {
    async all() {
      const asked = { action: "route53:ListHostedZones", operation: "list the hosted zones" };
      const zones = await allPages(async (Marker: string | undefined) => {
        const answer = await call(asked, ({ sdk, client }) =>
          client.send(new sdk.ListHostedZonesCommand({ Marker, MaxItems: 100 })),
        );
        return { items: answer.HostedZones ?? [], next: answer.IsTruncated ? answer.NextMarker : undefined };
      });
      return zones.map(hostedZone);
    },
    async records(zone) {
      const asked = { action: "route53:ListResourceRecordSets", operation: `list the records of zone ${zone}` };
      // Three tokens, since members of a set share name and type. The SDK has no paginator for them.
      const records = await allPages(async (place: Place | undefined) => {
        const answer = await call(asked, ({ sdk, client }) =>
          client.send(new sdk.ListResourceRecordSetsCommand({ HostedZoneId: zone, MaxItems: 300, ...place })),
        );
        const next: Place = {
          StartRecordName: answer.NextRecordName,
          StartRecordType: answer.NextRecordType,
          StartRecordIdentifier: answer.NextRecordIdentifier,
        };
        return { items: answer.ResourceRecordSets ?? [], next: answer.IsTruncated ? next : undefined };
      });
      return records.map(recordSet);
    },
  };
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

function recordSet(set: ResourceRecordSet): RecordSet {
  const how = routing(set);
  return {
    name: dnsName(set.Name ?? ""),
    type: set.Type ?? "",
    values: (set.ResourceRecords ?? []).map(({ Value }) => Value ?? ""),
    ...(set.AliasTarget?.DNSName === undefined ? {} : { alias: dnsName(set.AliasTarget.DNSName) }),
    ...(set.SetIdentifier === undefined ? {} : { member: set.SetIdentifier }),
    ...(how === undefined ? {} : { routing: how }),
    ...(set.TrafficPolicyInstanceId === undefined ? {} : { trafficPolicy: set.TrafficPolicyInstanceId }),
  };
}

function routing(set: ResourceRecordSet): Routing | undefined {
  if (set.Weight !== undefined) return "weighted";
  if (set.Region !== undefined) return "latency";
  if (set.Failover !== undefined) return "failover";
  if (set.GeoLocation !== undefined) return "geolocation";
  if (set.GeoProximityLocation !== undefined) return "geoproximity";
  if (set.CidrRoutingConfig !== undefined) return "ip-based";
  return set.MultiValueAnswer ? "multivalue" : undefined;
}
