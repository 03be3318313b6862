export type SideName = "old" | "new";

/** How an application behind a load balancer answers; what is left out is as usual: 200, at once, the host as body. */
export type Behaviour = {
  status?: number;
  body?: string;
  headers?: Record<string, string>;
  delayMs?: number;
  /** From 0 to 1: the share of requests that end with 500. */
  errorRate?: number;
};

/** A load balancer. */
export type SideSettings = Behaviour & {
  /** Over `Behaviour`, for single hosts. */
  hosts: Record<string, Behaviour>;
  /** Host names that it has a certificate for; for others it shows one that fits no name. */
  certificates: string[];
  /** How old a client's connection may be; after it one more request is answered, and the connection closed. */
  keepAliveSeconds: number;
};

/** What a test can say while both run. */
export type TrafficSettings = {
  old: SideSettings;
  new: SideSettings;
  /**
   * By host, the Service that the new one passes its requests on to: without a ready endpoint it answers 503. `ready`: as if it
   * always had one. A host that is not here gets 404.
   */
  services: Record<string, { namespace: string; name: string } | "ready">;
};

/** What `setTraffic` takes: of each part that is named, what shall be other than now. */
export type TrafficChanges = {
  old?: Partial<SideSettings>;
  new?: Partial<SideSettings>;
  services?: TrafficSettings["services"];
};

/** One request that was answered, or given up by its client. */
export type TrafficRequest = {
  /** When it came, in ms since 1970. */
  at: number;
  side: SideName;
  host: string;
  path: string;
  /** 0 where the client has gone before the answer. */
  status: number;
  /** Numbered over both sides, from 1. */
  connection: number;
};
