import type { ResourceRecordSet, RRType } from "@aws-sdk/client-route-53";
import type { AliasTarget, RecordSet, Routing } from "../../records/record-set.ts";

const ESCAPE = /\\([0-3][0-7]{2})/g;
/** A dot inside of a label, and the backslash itself: resolved they could not be told from others. */
const KEPT_ESCAPES = new Set(["\\056", "\\134"]);

type Fields = Extract<Routing, { fields: unknown }>["fields"];

/** A record set of the API in our form. Nothing that a DELETE has to repeat is left out. */
export function fromRoute53(set: ResourceRecordSet): RecordSet {
  const { Name = "", Type = "", TTL, ResourceRecords, AliasTarget: alias, SetIdentifier } = set;
  const routing = routingOf(set);
  return {
    name: readName(Name),
    type: Type,
    ...(TTL === undefined ? {} : { ttl: TTL }),
    ...(ResourceRecords?.length ? { values: ResourceRecords.map(({ Value = "" }) => Value) } : {}),
    ...(alias === undefined ? {} : { alias: aliasOf(alias) }),
    ...(SetIdentifier === undefined ? {} : { setIdentifier: SetIdentifier }),
    ...(routing === undefined ? {} : { routing }),
    ...(set.HealthCheckId === undefined ? {} : { healthCheckId: set.HealthCheckId }),
    ...(set.TrafficPolicyInstanceId === undefined ? {} : { trafficPolicyInstanceId: set.TrafficPolicyInstanceId }),
  };
}

/** The same record set as the API takes it. */
export function toRoute53(set: RecordSet): ResourceRecordSet {
  const { name, type, ttl, values, alias, setIdentifier, routing } = set;
  return {
    Name: writtenName(name),
    Type: type as RRType,
    ...(ttl === undefined ? {} : { TTL: ttl }),
    ...(values === undefined ? {} : { ResourceRecords: values.map((Value) => ({ Value })) }),
    ...(alias === undefined
      ? {}
      : {
          AliasTarget: {
            HostedZoneId: alias.zone,
            DNSName: writtenName(alias.name),
            EvaluateTargetHealth: alias.evaluateTargetHealth,
          },
        }),
    ...(setIdentifier === undefined ? {} : { SetIdentifier: setIdentifier }),
    ...(routing === undefined ? {} : routing.policy === "weighted" ? { Weight: routing.weight } : routing.fields),
    ...(set.healthCheckId === undefined ? {} : { HealthCheckId: set.healthCheckId }),
    ...(set.trafficPolicyInstanceId === undefined ? {} : { TrafficPolicyInstanceId: set.trafficPolicyInstanceId }),
  };
}

/**
 * A name with the escapes and the last dot that Route 53 lists it with: `\052.example.com.`.
 * https://docs.aws.amazon.com/Route53/latest/DeveloperGuide/DomainNameFormat.html
 */
export function writtenName(name: string): string {
  const plain = name.toLowerCase().replace(/\.$/, "");
  const escaped = plain.replace(/\\[0-3][0-7]{2}|[^a-z0-9_.-]/g, (found) =>
    found.length > 1 ? found : `\\${found.charCodeAt(0).toString(8).padStart(3, "0")}`,
  );
  return `${escaped}.`;
}

function readName(written: string): string {
  return written
    .replace(ESCAPE, (whole, octal: string) =>
      KEPT_ESCAPES.has(whole) ? whole : String.fromCharCode(Number.parseInt(octal, 8)),
    )
    .replace(/\.$/, "")
    .toLowerCase();
}

function aliasOf({
  HostedZoneId,
  DNSName,
  EvaluateTargetHealth,
}: NonNullable<ResourceRecordSet["AliasTarget"]>): AliasTarget {
  return {
    zone: HostedZoneId ?? "",
    name: readName(DNSName ?? ""),
    evaluateTargetHealth: EvaluateTargetHealth ?? false,
  };
}

function routingOf(set: ResourceRecordSet): Routing | undefined {
  const { Weight, Region, Failover, GeoLocation, GeoProximityLocation, MultiValueAnswer, CidrRoutingConfig } = set;
  if (Weight !== undefined) return { policy: "weighted", weight: Weight };
  if (Region !== undefined) return { policy: "latency", fields: { Region } };
  if (Failover !== undefined) return { policy: "failover", fields: { Failover } };
  if (GeoLocation !== undefined) return { policy: "geolocation", fields: fieldsOf({ GeoLocation }) };
  if (GeoProximityLocation !== undefined) return { policy: "geoproximity", fields: fieldsOf({ GeoProximityLocation }) };
  if (CidrRoutingConfig !== undefined) return { policy: "ip-based", fields: fieldsOf({ CidrRoutingConfig }) };
  return MultiValueAnswer ? { policy: "multivalue", fields: { MultiValueAnswer } } : undefined;
}

/** As JSON, which the journal keeps: without what is undefined. */
function fieldsOf(fields: object): Fields {
  return JSON.parse(JSON.stringify(fields)) as Fields;
}
