/** A record set as Route 53 keeps it: with all that a DELETE has to repeat. It is JSON, for the journal. */
export type RecordSet = {
  /** In lower case, without the last dot and without escapes: `*.example.com`. */
  name: string;
  /** `A`, `AAAA`, `CNAME`, `TXT`, … */
  type: string;
  /** In seconds; absent for an alias, which has that of its target. */
  ttl?: number;
  /** As the zone has them, in its order; absent for an alias. */
  values?: string[];
  alias?: AliasTarget;
  /** Which member of a set it is; absent for a record set that stands alone. */
  setIdentifier?: string;
  /** How the member to answer with is chosen; absent for a record set that stands alone. */
  routing?: Routing;
  healthCheckId?: string;
  /** The traffic policy instance that keeps it: nothing else can change it. */
  trafficPolicyInstanceId?: string;
};

export type AliasTarget = {
  /** Id of the hosted zone that the target is in: of a load balancer its canonical hosted zone. */
  zone: string;
  /** In lower case, without the last dot; of a load balancer with `dualstack.` where the zone has it so. */
  name: string;
  evaluateTargetHealth: boolean;
};

export type Routing =
  | { policy: "weighted"; weight: number }
  /** `fields` as the API has them, such as `{ Region: "us-west-2" }`: they are kept, and not looked into. */
  | { policy: "latency" | "failover" | "geolocation" | "geoproximity" | "multivalue" | "ip-based"; fields: JsonFields };

type JsonFields = { [name: string]: string | number | boolean | JsonFields };

/** A hosted zone, without its records. */
export type HostedZone = {
  /** Without `/hostedzone/`. */
  id: string;
  /** In lower case, without the last dot. */
  name: string;
  isPrivate: boolean;
  /** The AWS service whose zone it is: only that one may change its records. */
  keptBy?: string;
};
