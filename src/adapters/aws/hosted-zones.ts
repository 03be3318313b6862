import type { ResourceRecordSet } from "@aws-sdk/client-route-53";
import type { RecordSet, Routing } from "../../inventory/facts/record-sets.ts";
import type { HostedZones } from "../../ports/hosted-zones.ts";
import { dnsName } from "../../records/dns-name.ts";
import { type AwsLogin, awsCalls } from "./aws-calls.ts";
import { listRecords, listZones, type Route53Api } from "./route53-lists.ts";

/**
 * The hosted zones of the login's account over the AWS API.
 * @param login its region tells the partition only: Route 53 is one for all regions
 */
export function awsHostedZones(login: AwsLogin): HostedZones {
  const call = awsCalls<Route53Api>(login, {
    name: "Route 53",
    atOnce: 2,
    open: async (settings) => {
      const sdk = await import("@aws-sdk/client-route-53");
      return { sdk, client: new sdk.Route53Client(settings) };
    },
  });
  return {
    all: () => listZones(call),
    records: async (zone) => (await listRecords(call, { zone })).map(recordSet),
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
