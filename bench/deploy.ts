import type { ChildProcess } from "node:child_process";
import { join } from "node:path";
import { startAction } from "../test/support/action-process.ts";
import type { BenchCluster } from "./bench-cluster.ts";
import { type Peak, watchMemory } from "./memory.ts";
import { type Report, timeHeader, timeRows } from "./report.ts";
import { timeCommand } from "./run-command.ts";
import { type Lane, takeTurns } from "./take-turns.ts";

const chart = join(import.meta.dirname, "chart");

export type BenchOptions = {
  /** The beginning of the version of the Helms to measure with; empty: all. */
  helm: string;
  /** At the most so many rounds that count. */
  mostRounds: number;
  /** For how many services moves are measured; left out: for few and many. */
  services?: readonly number[];
  /** For how many record sets DNS is measured; left out: for few and many. */
  records?: readonly number[];
};

/** What is deployed, again and again, and what changes each time. */
type Scenario = { name: string; title: string; rounds: number; values: (round: number) => Values };

const waits: Scenario[] = [
  {
    name: "slow",
    title: "10 objects, a rollout of 10 s",
    rounds: 7,
    values: (round) => ({ services: "1", slow: "10", build: `b${round}` }),
  },
  {
    name: "quick",
    title: "10 objects, nothing to wait for (a ConfigMap changes)",
    rounds: 11,
    values: (round) => ({ services: "1", setting: `s${round}` }),
  },
];

const sizes: Scenario[] = [1, 10, 50].map((services) => ({
  name: `objects-${services * 10}`,
  title: `${services * 10} objects, all ${services} Deployments roll out`,
  rounds: 7,
  values: (round: number) => ({ services: String(services), build: `b${round}` }),
}));

type Values = Record<string, string>;
type OnStart = (child: ChildProcess) => void;
/** How a lane is run: with these values, its process shown to `onStart`. */
type Way = { name: string; namespace: string; run: (values: Values, onStart?: OnStart) => Promise<number> };

/** Our deploy beside `helm upgrade --install --wait`, with a rollout to wait for and without. */
export async function benchDeploy(bench: BenchCluster, options: BenchOptions): Promise<Report> {
  return measure(waits, bench, options);
}

/** The same with charts of 10, 100 and 500 objects. */
export async function benchObjects(bench: BenchCluster, options: BenchOptions): Promise<Report> {
  return measure(sizes, bench, options);
}

async function measure(
  scenarios: readonly Scenario[],
  bench: BenchCluster,
  { helm: wanted, mostRounds }: BenchOptions,
): Promise<Report> {
  const tables: Report["tables"] = [];
  for (const helm of bench.helms.filter(({ name }) => name.startsWith(`Helm ${wanted}`))) {
    for (const { name, title, rounds, values } of scenarios) {
      process.stderr.write(`[bench] ${helm.name}: ${title}\n`);
      const ways = waysToDeploy(bench, helm.path, `bench-${name}`);
      const lanes = ways.map(({ name: lane, run }): Lane => ({ name: lane, run: (round) => run(values(round)) }));
      const times = await takeTurns(lanes, Math.min(rounds, mostRounds));
      const peaks: (Peak | undefined)[] = [];
      for (const way of ways) peaks.push(await peakOf(way, values(rounds + 1)));
      const rows = timeRows(times).map((row, index) => [...row, ...memoryCells(peaks[index])]);
      tables.push({ title: `${helm.name}: ${title}`, header: [...timeHeader, "its memory", "with children"], rows });
      await bench.removeNamespaces(ways.map(({ namespace }) => namespace));
    }
  }
  return { notes: [], tables };
}

function waysToDeploy(bench: BenchCluster, helm: string, prefix: string): Way[] {
  const { cluster, folder, roleArn } = bench;
  const kubeconfig = cluster.adminKubeconfig;

  const bare = (name: string, namespace: string, ownEnv: Values): Way => ({
    name,
    namespace,
    run: async (values, onStart) => {
      const set = Object.entries(values).map(([key, value]) => `--set=${key}=${value}`);
      const where = [`--kubeconfig=${kubeconfig}`, `--namespace=${namespace}`, "--create-namespace"];
      const env = { ...(await bench.freshEnv()), ...ownEnv };
      const args = ["upgrade", "bench", chart, "--install", "--wait", ...where, ...set];
      return timeCommand(helm, args, { env, cwd: folder, ...(onStart ? { onStart } : {}) });
    },
  });

  const ours = (name: string, namespace: string, login: Values): Way => ({
    name,
    namespace,
    run: async (values, onStart) => {
      const run = await startAction("deploy", folder, {
        inputs: { release: "bench", chart, namespace, "helm-version": helm, set: lines(values), ...login },
        env: bench.actionEnv,
        timeoutMs: 600_000,
        ...(onStart ? { onStart } : {}),
      });
      if (run.outputs.status !== "deployed") throw new Error(`deploy failed:\n${run.stdout}${run.stderr}`);
      return run.durationMs;
    },
  });

  return [
    bare("bare Helm, kubeconfig", `${prefix}-bare`, {}),
    // What is left between this and ours is our own.
    bare("bare Helm, HELM_QPS=50 as ours sets it", `${prefix}-bare-50`, { HELM_QPS: "50" }),
    ours("ours, kubeconfig", `${prefix}-kubeconfig`, { kubeconfig }),
    ours("ours, EKS role by OIDC", `${prefix}-role`, { cluster: cluster.name, "role-to-assume": roleArn }),
  ];
}

function lines(values: Values): string {
  return Object.entries(values)
    .map(([key, value]) => `${key}=${value}`)
    .join("\n");
}

async function peakOf(way: Way, values: Values): Promise<Peak | undefined> {
  let watched: ReturnType<typeof watchMemory> | undefined;
  await way.run(values, ({ pid }) => {
    if (pid !== undefined) watched = watchMemory(pid);
  });
  return watched?.stop();
}

function memoryCells(peak: Peak | undefined): string[] {
  const cell = (megabytes: number | undefined) => (megabytes ? `${Math.round(megabytes)} MB` : "");
  return [cell(peak?.own), cell(peak?.all)];
}
