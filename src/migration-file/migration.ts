import type { WantedStatus } from "./forms/http-forms.ts";
import type { Place } from "./problem.ts";
import type { Window } from "./window.ts";
import type { KeyPath } from "./written.ts";

/** What the file says for one environment: merged, with placeholders filled in and defaults put in. */
export type EnvironmentMigration = {
  environment: Environment;
  /** Those that were asked for, in the order of the file. */
  services: Service[];
  /**
   * Where something is written, for messages: `services.orders.records[0] at .github/k8s-migrate.yml:31`. Takes the keys of the
   * file, such as `["services", "orders", "records", 0]`; for a default the innermost thing around it.
   */
  where: (path: KeyPath) => string;
  /** The same as a place. */
  placeOf: (path: KeyPath) => Place;
};

/** Empty: the job's own login. */
type RoleToAssume = string;

/** A server that is asked for names: an IP address and a port. */
type ServerAddress = { address: string; port: number };

export type Environment = {
  name: string;
  ecs: { region: string; cluster: string | undefined; roleToAssume: RoleToAssume };
  eks: { region: string; cluster: string; roleToAssume: RoleToAssume };
  dns: {
    roleToAssume: RoleToAssume;
    /** `undefined`: that of the machine. */
    resolver: ServerAddress | undefined;
    /** Asked in place of each public zone's own; empty: these. */
    nameServers: ServerAddress[];
  };
  state: { kind: "cluster" } | { kind: "s3"; bucket: string; region: string; roleToAssume: RoleToAssume };
  /** `undefined`: at any time. */
  window: Window | undefined;
};

export type Service = {
  name: string;
  image: { from: "ecs" | "values"; container: string | undefined; valuesPath: string };
  release: {
    name: string;
    namespace: string;
    chart: string;
    /** Empty: the newest. */
    chartVersion: string;
    /** Empty where `chart` says it all. */
    repository: string;
    valueFiles: string[];
    timeoutMs: number;
  };
  ecs: { service: string; cluster: string };
  records: MovedRecord[];
  /** There is one where there are records. */
  probe: Probe | undefined;
  crons: Cron[];
  prepare: {
    ttlSeconds: number;
    /** `undefined`: stays as it is. */
    keepAliveSeconds: number | undefined;
    /** Waited beyond the old TTL. */
    marginMs: number;
  };
  switch: Switch;
};

export type Switch = {
  /** In percent, ascending; the last one is 100. One alone: all at once. */
  weights: number[];
  /** How long each step but the last is watched. */
  bakeMs: number;
  /** What ends a step, and gives everything back. */
  abort: {
    /** In a row. */
    probeFailures: number;
    /** `undefined`: only probes are watched. */
    errorRate:
      | {
          /** From 0 to below 1. */
          most: number;
          /** Of fewer nothing can be told. */
          leastRequests: number;
          source: { kind: "cloudwatch" } | { kind: "url"; url: string };
        }
      | undefined;
  };
};

export type MovedRecord = {
  name: string;
  /** Id or name; `undefined` where only one zone has the record. */
  zone: string | undefined;
  type: "A" | "AAAA" | "CNAME" | undefined;
  /** Set identifiers of those members of a set that move; empty: all. */
  members: string[];
  /** What keeps the record, such as `terraform`: then only that changes it. `undefined`: it is changed here. */
  managedBy: string | undefined;
  target:
    | { kind: "ingress" | "http-route" | "service"; name: string; namespace: string }
    | { kind: "host"; name: string };
};

export type Probe = {
  scheme: "https" | "http";
  path: string;
  /** `undefined`: each record's name. */
  host: string | undefined;
  status: WantedStatus[];
  /** Which the answer must have. */
  headers: Record<string, string>;
  /** Text that must be in the answer. */
  body: string | undefined;
  from: "runner" | "cluster";
  /** Of the pod that asks, where that is in the cluster. */
  image: string;
  /** What of the answer must be as the old side gives it. */
  compare: "off" | "status" | "body";
  passes: number;
  intervalMs: number;
};

export type Cron = {
  stop:
    | { kind: "rule"; name: string }
    | { kind: "schedule"; group: string; name: string }
    | { kind: "env-switch"; cluster: string; service: string; container: string | undefined; name: string; off: string }
    | { kind: "worker"; cluster: string; service: string };
  start: ({ kind: "cronjob"; name: string } | { kind: "deployment"; name: string; replicas: number })[];
  missedRuns: "all" | "latest" | "skip";
  /** Only of an `env-switch` or a `worker`; empty: nothing is known of what they run. */
  jobs: {
    runsIn: { kind: "cronjob" | "deployment"; name: string };
    schedule: string;
    timeZone: string;
    maxRunMs: number | undefined;
  }[];
};
