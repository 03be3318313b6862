export type HostedZone = {
  /** Without `/hostedzone/`. */
  id: string;
  /** In lower case, without the last dot. */
  name: string;
  isPrivate: boolean;
  /** The AWS service whose zone it is: only that one may change its records. */
  keptBy?: string;
};

/** One record set of a zone: for a weighted name and the like there is one for each member. */
export type RecordSet = {
  /** In lower case, without the last dot and without escapes: `*.example.com`. */
  name: string;
  /** `A`, `CNAME`, … */
  type: string;
  /** As the zone has them; empty for an alias. */
  values: string[];
  /** The name that an alias stands for. */
  alias?: string;
  /** Which member of a set it is. */
  member?: string;
  /** How the member to answer with is chosen; absent for a record that stands alone. */
  routing?: Routing;
  /** The traffic policy instance that keeps it: nothing else can change it. */
  trafficPolicy?: string;
};

export type Routing = "weighted" | "latency" | "failover" | "geolocation" | "geoproximity" | "multivalue" | "ip-based";

export type Zone = HostedZone & { records: RecordSet[] };
