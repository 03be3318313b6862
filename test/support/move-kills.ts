// Kills a phase of a move after its n-th call to the outside, and leads on or back. Free of jest, for the drill.
import type { ChildProcess } from "node:child_process";
import { mkdtemp } from "node:fs/promises";
import { join } from "node:path";
import { startOutside } from "../../sandbox/proxy/outside.ts";
import type { Sandbox } from "../../sandbox/sandbox.ts";
import { journalName } from "../../src/journal/journal-name.ts";
import { type ActionRun, startAction } from "./action-process.ts";
import { type ClusterView, clusterView, type KubeObject } from "./cluster-view.ts";
import { countCalls } from "./counted-calls.ts";
import { type MovingService, newMovingService } from "./moving-service.ts";

export type MoveKillPlace = {
  sandbox: Sandbox;
  /** Ends the names of all that is made for it, in AWS and in the cluster. */
  id: string;
  /** What `switchover` and `rollback` log in as: see `MOVE_ACTIONS`. */
  roleArn: string;
  /** A folder that the caller removes. */
  temp: string;
};

export type MoveKill = {
  /** What is cut. A rollback has a CronJob to suspend again, that somebody has switched on. */
  of: "prepare" | "rollback";
  /** Where the journal and its lock are. */
  state: "cluster" | "s3";
  /** The call after whose answer it is killed, from 1: see `countCalls`. */
  at: number;
  /** What follows: `on`, a prepare, or `back`, a rollback and then a prepare. */
  next: "on" | "back";
};

export type MoveKillResult = {
  /** False where there was no such call; nothing follows then. */
  killed: boolean;
  /** The counted calls up to its end. */
  calls: string[];
  /** What was not as it must be after what followed; empty where all was. */
  problem: string;
};

const CRON_JOB = "nightly-invoice";

/**
 * One kill and what follows it, for a service of its own whose traces are then taken away. Each of its up to five runs has 120 s.
 * @throws what broke it off
 */
export async function killMoveAtCall(place: MoveKillPlace, kill: MoveKill): Promise<MoveKillResult> {
  const { sandbox, id, roleArn, temp } = place;
  const cluster = await clusterView();
  const namespace = `drill-${id}`;
  const workspace = await mkdtemp(join(temp, "repository-"));
  const service = await newMovingService(
    { aws: sandbox.aws, id, namespace, workspace, roleArn },
    { state: kill.state },
  );
  try {
    const image = await service.runInEcs("7.1");
    const scene = { ...place, cluster, namespace, workspace, environment: service.environment, image };
    return await cut(scene, kill);
  } finally {
    await remove({ cluster, namespace, service });
  }
}

type Scene = MoveKillPlace & {
  cluster: ClusterView;
  namespace: string;
  workspace: string;
  environment: string;
  /** What ECS runs. */
  image: string;
};

async function cut(scene: Scene, { of, at, next }: MoveKill): Promise<MoveKillResult> {
  const { sandbox, cluster, namespace } = scene;
  if (of === "rollback") {
    await ends(scene, { of: "prepare" }, "prepared");
    const on = JSON.stringify({ spec: { suspend: false } });
    await cluster.kubectl("patch", "cronjob", CRON_JOB, "--namespace", namespace, "--patch", on);
  }
  let action: ChildProcess | undefined;
  let killed = false;
  let broken: unknown;
  const counted = countCalls({ aws: sandbox.aws, cluster });
  const outside = await startOutside(sandbox, {
    async onCall(call, moment) {
      if (killed || moment === "before") return;
      try {
        if ((await counted.count(call)) !== at || action === undefined) return;
        killed = action.kill("SIGKILL");
        await call.clientGone;
      } catch (error) {
        // Thrown here it would only cost the action an answer.
        broken ??= error;
      }
    },
  });
  try {
    const onStart = (child: ChildProcess) => {
      action = child;
    };
    const run = await act(scene, { of, env: outside.env, onStart });
    if (broken !== undefined) throw broken;
    if (killed !== (run.signal === "SIGKILL")) throw new Error(`The ${of} ended by itself when it was killed.`);
    const calls = counted.calls();
    if (!killed) {
      succeeded(of, run);
      return { killed, calls, problem: "" };
    }
    return { killed, calls, problem: await follow(scene, { of, next }) };
  } finally {
    await outside.close();
  }
}

/** What follows a kill, and what of it was not as it must be. */
async function follow(scene: Scene, { of, next }: Pick<MoveKill, "of" | "next">): Promise<string> {
  try {
    if (next === "back") {
      await ends(scene, { of: "rollback" }, "not-started");
      const { on } = await newSide(scene);
      if (on.length > 0) return `after the rollback CronJobs are on: ${on.join(", ")}`;
    }
    // What somebody has switched on meanwhile is only gone over by that plan.
    const plan = of === "rollback" ? await ends(scene, { of: "prepare", inputs: { "dry-run": "true" } }) : undefined;
    const hash = plan?.outputs["plan-hash"] ?? "";
    await ends(scene, { of: "prepare", ...(plan ? { inputs: { "plan-hash": hash } } : {}) }, "prepared");
    // Read by another one, the journal is whole, too.
    await ends(scene, { of: "status" }, "prepared");
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  }
  const { image, ready, cronJobs, on } = await newSide(scene);
  const found = { image, ready, cronJobs, on };
  const wanted = { image: scene.image, ready: true, cronJobs: [CRON_JOB], on: [] };
  return JSON.stringify(found) === JSON.stringify(wanted) ? "" : `the new side is ${JSON.stringify(found)}`;
}

type Act = {
  of: "prepare" | "rollback" | "status";
  inputs?: Record<string, string>;
  env?: Record<string, string>;
  onStart?: (child: ChildProcess) => void;
};

/** @throws unless it succeeds, and with that output `state` */
async function ends(scene: Scene, run: Act, state?: string): Promise<ActionRun> {
  const done = await act(scene, run);
  succeeded(run.of, done);
  const found = done.outputs.state;
  if (state !== undefined && found !== state) throw new Error(`${run.of} ended ${found}, not ${state}`);
  return done;
}

function succeeded(of: string, { code, errors, stderr }: ActionRun): void {
  if (code !== 0) throw new Error(`${of} ended with code ${code}: ${errors.join("; ") || stderr}`);
}

function act({ sandbox, environment, workspace, temp }: Scene, { of, inputs, env, onStart }: Act): Promise<ActionRun> {
  const { aws, oidc, tools } = sandbox;
  const ofPhase = of === "rollback" ? {} : { phase: of, "helm-version": tools.helm4 };
  return startAction(of === "rollback" ? "rollback" : "switchover", temp, {
    workspace,
    timeoutMs: 120_000,
    inputs: { environment, services: "orders", ...ofPhase, ...inputs },
    env: {
      AWS_ENDPOINT_URL: aws.url,
      AWS_EC2_METADATA_DISABLED: "true",
      ACTIONS_ID_TOKEN_REQUEST_URL: oidc.requestUrl,
      ACTIONS_ID_TOKEN_REQUEST_TOKEN: oidc.requestToken,
      ...env,
    },
    ...(onStart ? { onStart } : {}),
  });
}

type Found = KubeObject & {
  spec: { suspend?: boolean; replicas?: number; template?: { spec: { containers: { image: string }[] } } };
  status?: { readyReplicas?: number };
};

/** What the new side has of the service. */
async function newSide({ cluster, namespace }: Scene) {
  const [deployment, cronJobs] = await Promise.all([
    cluster.get<Found>("deployment/orders", "--namespace", namespace),
    cluster.list<Found>("cronjobs", "--namespace", namespace),
  ]);
  const { replicas = 1 } = deployment?.spec ?? {};
  return {
    image: deployment?.spec.template?.spec.containers[0]?.image,
    ready: (deployment?.status?.readyReplicas ?? 0) >= replicas,
    cronJobs: cronJobs.map(({ metadata }) => metadata.name),
    on: cronJobs.filter(({ spec }) => spec.suspend !== true).map(({ metadata }) => metadata.name),
  };
}

async function remove({
  cluster,
  namespace,
  service,
}: Pick<Scene, "cluster" | "namespace"> & { service: MovingService }) {
  const journal = journalName({ environment: service.environment, service: "orders" });
  const quickly = ["--ignore-not-found", "--wait=false"];
  await cluster.kubectl("delete", "configmap,lease", journal, "--namespace", "k8s-migrate", ...quickly);
  await cluster.kubectl("delete", "namespace", namespace, ...quickly);
  await service.remove();
}
