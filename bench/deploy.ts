import type { ChildProcess } from "node:child_process";
import { join } from "node:path";
import { startAction } from "../test/support/action-process.ts";
import type { BenchCluster } from "./bench-cluster.ts";
import { type Peak, watchMemory } from "./memory.ts";
import { type Report, timeHeader, timeRows } from "./report.ts";
import { timeCommand } from "./run-command.ts";
import { type Lane, takeTurns } from "./take-turns.ts";

const chart = join(import.meta.dirname, "chart");

/** What is deployed, again and again, and what changes each time. */
type Scenario = { name: string; title: string; rounds: number; values: (round: number) => Record<string, string> };

const scenarios: Scenario[] = [
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
  ...[1, 10, 50].map((services) => ({
    name: `objects-${services * 10}`,
    title: `${services * 10} objects, all ${services} Deployments roll out`,
    rounds: 7,
    values: (round: number) => ({ services: String(services), build: `b${round}` }),
  })),
];

/** How a lane is run: with these values, its process shown to `onStart`. */
type Way = {
  name: string;
  run: (values: Record<string, string>, onStart?: (child: ChildProcess) => void) => Promise<number>;
};

/** Our deploy beside `helm upgrade --install --wait`, with both Helms. */
export async function benchDeploy(bench: BenchCluster): Promise<Report> {
  const tables: Report["tables"] = [];
  for (const helm of bench.helms) {
    for (const { name, title, rounds, values } of scenarios) {
      process.stderr.write(`[bench] ${helm.name}: ${title}\n`);
      const namespaces = ["bare", "by-kubeconfig", "by-role"].map((way) => `bench-${name}-${way}`);
      const ways = waysToDeploy(bench, helm.path, namespaces);
      const lanes = ways.map(({ name: lane, run }): Lane => ({ name: lane, run: (round) => run(values(round)) }));
      const times = await takeTurns(lanes, rounds);
      const peaks: (Peak | undefined)[] = [];
      for (const way of ways) peaks.push(await peakOf(way, values(rounds + 1)));
      const rows = timeRows(times).map((row, index) => [...row, ...memoryCells(peaks[index])]);
      tables.push({ title: `${helm.name}: ${title}`, header: [...timeHeader, "its memory", "with children"], rows });
      await bench.removeNamespaces(namespaces);
    }
  }
  return { notes: [], tables };
}

function waysToDeploy(bench: BenchCluster, helm: string, [bare = "", byKubeconfig = "", byRole = ""]: string[]): Way[] {
  const { cluster, folder, roleArn } = bench;
  const deploy = async (
    inputs: Record<string, string>,
    values: Record<string, string>,
    onStart?: (child: ChildProcess) => void,
  ) => {
    const run = await startAction("deploy", folder, {
      inputs: { release: "bench", chart, "helm-version": helm, set: lines(values), ...inputs },
      env: bench.actionEnv,
      ...(onStart ? { onStart } : {}),
    });
    if (run.outputs.status !== "deployed") throw new Error(`deploy failed:\n${run.stdout}${run.stderr}`);
    return run.durationMs;
  };
  return [
    {
      name: "bare Helm, kubeconfig",
      run: async (values, onStart) => {
        const set = Object.entries(values).map(([key, value]) => `--set=${key}=${value}`);
        const where = [`--kubeconfig=${cluster.adminKubeconfig}`, `--namespace=${bare}`, "--create-namespace"];
        return timeCommand(helm, ["upgrade", "bench", chart, "--install", "--wait", ...where, ...set], {
          env: await bench.freshEnv(),
          cwd: folder,
          ...(onStart ? { onStart } : {}),
        });
      },
    },
    {
      name: "ours, kubeconfig",
      run: (values, onStart) =>
        deploy({ namespace: byKubeconfig, kubeconfig: cluster.adminKubeconfig }, values, onStart),
    },
    {
      name: "ours, EKS role by OIDC",
      run: (values, onStart) =>
        deploy({ namespace: byRole, cluster: cluster.name, "role-to-assume": roleArn }, values, onStart),
    },
  ];
}

function lines(values: Record<string, string>): string {
  return Object.entries(values)
    .map(([key, value]) => `${key}=${value}`)
    .join("\n");
}

async function peakOf(way: Way, values: Record<string, string>): Promise<Peak | undefined> {
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
