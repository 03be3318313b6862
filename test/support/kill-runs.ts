// Kills a deploy after its n-th write to the API, and deploys again. Free of jest: the tests use it, and the drill.
import type { ChildProcess } from "node:child_process";
import { readdir, readFile } from "node:fs/promises";
import { type ActionRun, startAction } from "./action-process.ts";
import { type ApiWrite, startApiProxy } from "./api-proxy.ts";
import { type ClusterView, clusterView, type HelmMajor } from "./cluster-view.ts";

export type KillPlace = {
  helm: HelmMajor;
  /** Path of that Helm. */
  helmPath: string;
  namespace: string;
  /** A packed chart, with hooks and a few of each kind of workload. */
  chart: string;
  /** A folder that the caller removes. */
  temp: string;
};

export type Kill = {
  /** What is cut: a first install, an upgrade of a release that is deployed, or one that crashes and is then rolled back. */
  of: "install" | "upgrade" | "failing-upgrade";
  victim: "action" | "helm";
  /** The write after which it is killed, from 1; 0 kills nothing. */
  at: number;
  /** Whether the job's post step runs before the next deploy. */
  post: boolean;
};

export type KillResult = {
  /** False where there was no such write, or no Helm ran at it. */
  killed: boolean;
  writes: ApiWrite[];
  /** `helm history` after the kill. */
  left: string[];
  next: ActionRun;
  /** `helm history` at the end. */
  history: string[];
  /** Workloads that are not ready at the end. */
  unready: string[];
};

const before = "many: 2";
const after = "many: 4\nimage: { tag: next }";
const crashing = `${after}\npods: { web: { k8s-migrate.dev/behaviour: crash-loop } }`;

/** One kill, and the deploy that follows it, in a namespace of its own. Each of its up to four runs has 120 s. */
export async function killAtWrite(place: KillPlace, kill: Kill): Promise<KillResult> {
  const { helm, namespace, temp } = place;
  const cluster = await clusterView();
  const deploy = (kubeconfig: string, values: string, onStart?: (child: ChildProcess) => void) =>
    startAction("deploy", temp, {
      inputs: {
        kubeconfig,
        release: "shop",
        namespace,
        chart: place.chart,
        values,
        "helm-version": place.helmPath,
        timeout: "60s",
      },
      timeoutMs: 120_000,
      ...(onStart ? { onStart } : {}),
    });
  if (kill.of !== "install") await works(deploy(cluster.kubeconfig, before));

  let action: ChildProcess | undefined;
  let killed = false;
  const proxy = await startApiProxy({
    kubeconfig: cluster.kubeconfig,
    when: "after",
    // Renewals come when their time is, and would make each run another one.
    counts: ({ path }) => !/\/(leases|events)(\/|$)/.test(path),
    async onWrite({ n, clientGone }) {
      if (n !== kill.at || killed || action?.pid === undefined) return;
      const pid = kill.victim === "action" ? action.pid : await helmOf(action.pid, place.helmPath);
      if (pid === undefined) return;
      killed = true;
      process.kill(pid, "SIGKILL");
      await clientGone;
    },
  });
  try {
    const run = await deploy(proxy.kubeconfig, kill.of === "failing-upgrade" ? crashing : after, (child) => {
      action = child;
    });
    const history = async () => cluster.history(helm, "shop", namespace).catch(() => []);
    const left = await history();
    if (kill.post) await works(run.post());
    const next = await deploy(cluster.kubeconfig, after);
    return {
      killed,
      writes: proxy.writes(),
      left,
      next,
      history: await history(),
      unready: await unready(cluster, namespace),
    };
  } finally {
    await proxy.close();
  }
}

async function works(running: Promise<ActionRun>): Promise<void> {
  const { code, errors, warnings } = await running;
  if (code !== 0 || warnings.length > 0)
    throw new Error([`It ended with code ${code}.`, ...errors, ...warnings].join("\n"));
}

/** The Helm that the action has started. */
async function helmOf(parent: number, helmPath: string): Promise<number | undefined> {
  const pids = (await readdir("/proc")).filter((name) => /^\d+$/.test(name));
  for (const pid of pids) {
    const [stat, command] = await Promise.all(
      ["stat", "cmdline"].map((name) => readFile(`/proc/${pid}/${name}`, "utf8").catch(() => "")),
    );
    if (command?.split("\0")[0] !== helmPath) continue;
    if (Number(stat?.replace(/^.*\) /s, "").split(" ")[1]) === parent) return Number(pid);
  }
  return undefined;
}

type Workload = {
  kind: string;
  metadata: { name: string };
  spec: { replicas?: number };
  status: { readyReplicas?: number; numberReady?: number; desiredNumberScheduled?: number };
};

async function unready(cluster: ClusterView, namespace: string): Promise<string[]> {
  const workloads = await cluster.list<Workload>("deployments,statefulsets,daemonsets", "-n", namespace);
  return workloads
    .filter(({ kind, spec, status }) =>
      kind === "DaemonSet"
        ? (status.numberReady ?? 0) < (status.desiredNumberScheduled ?? 1)
        : (status.readyReplicas ?? 0) < (spec.replicas ?? 1),
    )
    .map(({ kind, metadata }) => `${kind}/${metadata.name}`);
}
