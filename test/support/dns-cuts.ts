// Lets one call of a command of `actions/dns` go wrong, or kills it there, and leads on or back. Free of jest, for the drill.
import type { ChildProcess } from "node:child_process";
import { mkdtemp } from "node:fs/promises";
import { join } from "node:path";
import { DescribeLoadBalancerAttributesCommand } from "@aws-sdk/client-elastic-load-balancing-v2";
import { loadBalancingClient } from "../../sandbox/aws/clients.ts";
import type { Call } from "../../sandbox/proxy/call.ts";
import type { Fault } from "../../sandbox/proxy/faults.ts";
import { type OutsideCall, startOutside } from "../../sandbox/proxy/outside.ts";
import type { Sandbox } from "../../sandbox/sandbox.ts";
import { journalName } from "../../src/journal/journal-name.ts";
import { type ActionRun, startAction } from "./action-process.ts";
import { type ClusterView, clusterView } from "./cluster-view.ts";
import { type MovingRecord, newBalancedService, newMovingRecord, watchHost } from "./moving-record.ts";
import { newMovingService } from "./moving-service.ts";

export const DNS_COMMANDS = ["lower-ttl", "switch", "restore"] as const;
/** `kill`: SIGKILL right after the call was answered, before the action hears of that. The others: see `Effect`. */
export const CUTS = ["throttled", "conflict", "server-error", "reset", "answer-lost", "kill"] as const;

type Command = (typeof DNS_COMMANDS)[number];

export type DnsCut = {
  of: Command;
  how: (typeof CUTS)[number];
  /** The call that it is about, from 1: see `isCounted`. */
  at: number;
  /** What follows: `on`, the same command again, or `back`: a restore, and after a cut restore a switch. */
  next: "on" | "back";
};

export type DnsCutResult = {
  /** False where there was no such call; nothing follows then. */
  isCut: boolean;
  /** The counted calls up to its end. */
  calls: string[];
  /** What was not as it must be after what followed; empty where all was. */
  problem: string;
};

export type DnsCutPlace = { sandbox: Sandbox; id: string; roleArn: string; temp: string };

type Scene = DnsCutPlace & { record: MovingRecord; environment: string; workspace: string; cluster: ClusterView };

/** Seconds of the old load balancer's keep-alive: as it is made, and as the file wants it. */
const KEEP_ALIVE = { before: "3600", lowered: "60" };

/**
 * One cut and what follows it, for a record of its own whose traces are then taken away.
 * @throws what broke it off
 */
export async function cutDnsAtCall(place: DnsCutPlace, cut: DnsCut): Promise<DnsCutResult> {
  const { sandbox, id, roleArn, temp } = place;
  const cluster = await clusterView();
  const namespace = `drill-${id}`;
  const workspace = await mkdtemp(join(temp, "repository-"));
  const record = await newMovingRecord(
    { ...sandbox, temp },
    {
      record: (host, old) => [{ Name: host, Type: "CNAME", TTL: 60, ResourceRecords: [{ Value: old.dnsName }] }],
    },
  );
  const service = await newMovingService(
    { aws: sandbox.aws, id, namespace, workspace, roleArn },
    {
      keys: record.keys,
      orders: {
        ...record.orders,
        probe: { path: "/healthz", passes: 1 },
        prepare: { ttl: 5, "keep-alive": Number(KEEP_ALIVE.lowered), margin: "1s" },
      },
    },
  );
  await cluster.kubectl("create", "namespace", namespace);
  const stop = watchHost(record);
  try {
    const at = { hostname: record.balancers.new.dnsName };
    await newBalancedService({ cluster, namespace }, { name: "public", port: record.traffic.port, at });
    const scene = { ...place, record, environment: service.environment, workspace, cluster };
    const result = await cutOne(scene, cut);
    const sides = [record.traffic.old.address, record.traffic.new.address];
    const others = (await stop()).filter((seen) => !sides.includes(seen));
    return others.length === 0
      ? result
      : { ...result, problem: `${result.problem} who resolved the name got ${others.join(", ")}` };
  } finally {
    await stop();
    await record.close();
    const journal = journalName({ environment: service.environment, service: "orders" });
    const quickly = ["--ignore-not-found", "--wait=false"];
    await cluster.kubectl("delete", "configmap,lease", journal, "--namespace", "k8s-migrate", ...quickly);
    await cluster.kubectl("delete", "namespace", namespace, ...quickly);
    await service.remove();
  }
}

async function cutOne(scene: Scene, { of, how, at, next }: DnsCut): Promise<DnsCutResult> {
  const before = await scene.record.records();
  if (of !== "lower-ttl") await ends(scene, "lower-ttl");
  if (of === "restore") await ends(scene, "switch");
  let action: ChildProcess | undefined;
  let cutCall: OutsideCall | undefined;
  // Its call is only known when it comes.
  const fault: Fault = { service: "none", effect: how === "kill" ? "reset" : how };
  const outside = await startOutside(scene.sandbox, {
    counts: isCounted,
    faults: [fault],
    async onCall(call, moment) {
      if (call.n !== at || moment !== (how === "kill" ? "after" : "before")) return;
      cutCall = call;
      const { service, operation, resource } = call;
      if (how !== "kill") Object.assign(fault, { service, operation, resource });
      else if (action?.kill("SIGKILL")) await call.clientGone;
    },
  });
  let calls: string[];
  try {
    const onStart = (child: ChildProcess) => {
      action = child;
    };
    const run = await act(scene, of, { env: outside.env, onStart });
    calls = outside.calls().map(({ service, operation, resource }) => `${service} ${operation} ${resource}`);
    if (how === "kill" && cutCall !== undefined && run.signal !== "SIGKILL") {
      throw new Error(`${of} ended by itself when it was killed.`);
    }
    if (cutCall === undefined) succeeded(of, run);
  } finally {
    await outside.close();
  }
  if (cutCall === undefined) return { isCut: false, calls, problem: "" };
  return { isCut: true, calls: calls.slice(0, at), problem: await follow(scene, before, { of, next }) };
}

/**
 * Calls whose number does not depend on how fast the machine is: all to AWS, and of Kubernetes the writes and the reads of one object, but not
 * the renewals of locks.
 */
function isCounted({ service, operation, resource, write }: Call): boolean {
  if (service !== "kubernetes") return true;
  if (/\/leases(\/|$)/.test(resource)) return operation === "create";
  return write || (operation === "get" && /^\/(api\/[^/]+|apis\/[^/]+\/[^/]+)\/./.test(resource));
}

/** What follows a cut, and what of it was not as it must be. */
async function follow(
  scene: Scene,
  before: Awaited<ReturnType<MovingRecord["records"]>>,
  { of, next }: Pick<DnsCut, "of" | "next">,
): Promise<string> {
  const last: Command = next === "on" ? of : of === "restore" ? "switch" : "restore";
  try {
    await ends(scene, last);
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  }
  const { record, sandbox } = scene;
  const { old, new: fresh } = record.balancers;
  // A switch after a restore finds the TTL as it was.
  const isLowered = last === "lower-ttl" || (last === "switch" && of === "switch");
  const ResourceRecords = [{ Value: last === "switch" ? fresh.dnsName : old.dnsName }];
  const wanted = {
    sets: before.map((set) => ({ ...set, ...(isLowered ? { TTL: 5 } : {}), ResourceRecords })),
    keepAlive: isLowered ? KEEP_ALIVE.lowered : KEEP_ALIVE.before,
  };
  const request = new DescribeLoadBalancerAttributesCommand({ LoadBalancerArn: old.arn });
  const { Attributes = [] } = await loadBalancingClient(sandbox.aws, "us-west-1").send(request);
  const keepAlive = Attributes.find(({ Key }) => Key === "client_keep_alive.seconds")?.Value;
  const found = { sets: await record.records(), keepAlive };
  if (JSON.stringify(found) === JSON.stringify(wanted)) return "";
  return `after ${last} there is ${JSON.stringify(found)}`;
}

/** @throws unless it succeeds */
async function ends(scene: Scene, command: Command): Promise<void> {
  succeeded(command, await act(scene, command));
}

function succeeded(command: string, { code, errors, stderr }: ActionRun): void {
  if (code !== 0) throw new Error(`${command} ended with code ${code}: ${errors.join("; ") || stderr}`);
}

function act(
  { sandbox, environment, workspace, temp, record }: Scene,
  command: Command,
  { env = {}, onStart }: { env?: Record<string, string>; onStart?: (child: ChildProcess) => void } = {},
): Promise<ActionRun> {
  const { aws, oidc } = sandbox;
  return startAction("actions/dns", temp, {
    workspace,
    timeoutMs: 240_000,
    inputs: { environment, services: "orders", command, ...(command === "switch" ? { "skip-wait": "true" } : {}) },
    env: {
      AWS_ENDPOINT_URL: aws.url,
      AWS_EC2_METADATA_DISABLED: "true",
      ACTIONS_ID_TOKEN_REQUEST_URL: oidc.requestUrl,
      ACTIONS_ID_TOKEN_REQUEST_TOKEN: oidc.requestToken,
      ...record.env,
      ...env,
    },
    ...(onStart ? { onStart } : {}),
  });
}
