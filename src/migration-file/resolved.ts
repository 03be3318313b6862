import type * as z from "zod";
import { parseDuration } from "../duration/duration.ts";
import { parseServerAddress } from "./forms/server-address.ts";
import type { Cron, Environment, MovedRecord, Probe, Service, Switch } from "./migration.ts";
import type { environmentSchema } from "./schema/environment-schema.ts";
import type { ServiceKeys } from "./schema/service-schema.ts";
import { parseWindow } from "./window.ts";

/** An environment in our own words. */
export function environmentOf(name: string, keys: z.output<typeof environmentSchema>): Environment {
  const { ecs, eks, dns, state, window } = keys;
  const role = ecs["role-to-assume"] ?? "";
  const s3 = state?.s3;
  const parsed = window === undefined ? undefined : parseWindow(window);
  return {
    name,
    ecs: { region: ecs["aws-region"], cluster: ecs.cluster, roleToAssume: role },
    eks: { region: eks["aws-region"], cluster: eks.cluster, roleToAssume: eks["role-to-assume"] ?? "" },
    dns: {
      roleToAssume: dns?.["role-to-assume"] ?? role,
      resolver: dns?.resolver === undefined ? undefined : serversOf([dns.resolver])[0],
      nameServers: serversOf(dns?.["name-servers"] ?? []),
    },
    state:
      s3 === undefined
        ? { kind: "cluster" }
        : {
            kind: "s3",
            bucket: s3.bucket,
            region: s3["aws-region"] ?? ecs["aws-region"],
            roleToAssume: s3["role-to-assume"] ?? role,
          },
    window: parsed === undefined || "problem" in parsed ? undefined : parsed,
  };
}

/** The schema holds that they can be read. */
function serversOf(texts: readonly string[]): Environment["dns"]["nameServers"] {
  return texts.map(parseServerAddress).flatMap((each) => ("problem" in each ? [] : [each]));
}

/** A service in our own words. */
export function serviceOf(name: string, keys: ServiceKeys): Service {
  const { image, release, ecs, records, probe, crons, prepare } = keys;
  return {
    name,
    image: { from: image.from, container: image.container, valuesPath: image["values-path"] },
    release: {
      name: release.name,
      namespace: release.namespace,
      chart: release.chart,
      chartVersion: release["chart-version"] ?? "",
      repository: release.repository ?? "",
      valueFiles: release["value-files"],
      timeoutMs: milliseconds(release.timeout),
    },
    ecs,
    records: records.map((record) => recordOf(record, release.namespace)),
    probe: probe === undefined ? undefined : probeOf(probe),
    crons: crons.map((cron) => cronOf(cron, ecs)),
    prepare: {
      ttlSeconds: prepare.ttl,
      keepAliveSeconds: prepare["keep-alive"],
      marginMs: milliseconds(prepare.margin),
    },
    switch: switchOf(keys.switch),
  };
}

function switchOf({ weights, bake, abort }: ServiceKeys["switch"]): Switch {
  const rate = abort["error-rate"];
  return {
    weights,
    bakeMs: milliseconds(bake),
    abort: {
      probeFailures: abort["probe-failures"],
      errorRate:
        rate === undefined
          ? undefined
          : {
              most: typeof rate.most === "number" ? rate.most : Number.parseFloat(rate.most) / 100,
              leastRequests: rate["least-requests"],
              source: rate.from.url === undefined ? { kind: "cloudwatch" } : { kind: "url", url: rate.from.url },
            },
    },
  };
}

function recordOf(record: ServiceKeys["records"][number], namespace: string): MovedRecord {
  const { name, zone, type, members = [], target } = record;
  const { kind } = target;
  return {
    name,
    zone,
    type,
    members,
    managedBy: record["managed-by"],
    target:
      kind === "host"
        ? { kind, name: target.name }
        : { kind, name: target.name, namespace: target.namespace ?? namespace },
  };
}

function probeOf({ status, headers = {}, interval, ...rest }: NonNullable<ServiceKeys["probe"]>): Probe {
  const wanted = Array.isArray(status) ? status : [status];
  return { ...rest, host: rest.host, body: rest.body, status: wanted, headers, intervalMs: milliseconds(interval) };
}

function cronOf({ stop, start, jobs = [], ...cron }: ServiceKeys["crons"][number], ecs: Service["ecs"]): Cron {
  return {
    stop: stopOf(stop, ecs),
    start: start.map(({ cronjob, deployment = "", replicas = 1 }) =>
      cronjob === undefined ? { kind: "deployment", name: deployment, replicas } : { kind: "cronjob", name: cronjob },
    ),
    missedRuns: cron["missed-runs"],
    jobs: jobs.map(({ cronjob, deployment = "", ...job }) => ({
      runsIn: cronjob === undefined ? { kind: "deployment", name: deployment } : { kind: "cronjob", name: cronjob },
      schedule: job.schedule,
      timeZone: job["time-zone"],
      maxRunMs: job["max-run"] === undefined ? undefined : milliseconds(job["max-run"]),
    })),
  };
}

/** The schema holds that there is exactly one of them. */
function stopOf(stop: ServiceKeys["crons"][number]["stop"], ecs: Service["ecs"]): Cron["stop"] {
  const { rule, schedule, worker = "", "env-switch": variable } = stop;
  if (rule !== undefined) return { kind: "rule", name: rule };
  if (schedule !== undefined) {
    const [name = "", group = "default"] = schedule.split("/").toReversed();
    return { kind: "schedule", group, name };
  }
  if (variable !== undefined) {
    const { service = ecs.service, cluster = ecs.cluster, container, name, off } = variable;
    return { kind: "env-switch", cluster, service, container, name, off };
  }
  const [service = "", cluster = ecs.cluster] = worker.split("/").toReversed();
  return { kind: "worker", cluster, service };
}

function milliseconds(duration: string): number {
  return parseDuration(duration) ?? 0;
}
