import { run } from "../sandbox/process/run.ts";
import { startOutside } from "../sandbox/proxy/outside.ts";
import { fewAtATime } from "../src/few-at-a-time.ts";
import { type ActionRun, startAction } from "../test/support/action-process.ts";
import type { BenchCluster } from "./bench-cluster.ts";
import type { BenchOptions } from "./deploy.ts";
import { type Peak, watchMemory } from "./memory.ts";
import { callCells, callTable, type Made } from "./moves/call-tables.ts";
import { type Counts, countCalls } from "./moves/count-calls.ts";
import { LEAST_NOTES, leastCalls } from "./moves/least-calls.ts";
import { NAMESPACE, nameOf, type SeededMove, seedMove, TASKS } from "./moves/seed.ts";
import { type Report, seconds } from "./report.ts";
import { median } from "./take-turns.ts";

type Phase = "prepare" | "status";
type Size = { services: number; rounds: number; isPrepared: boolean };

const PHASES: Phase[] = ["prepare", "status"];
const SIZES: Size[] = [
  { services: 1, rounds: 7, isPrepared: false },
  { services: 40, rounds: 3, isPrepared: false },
  { services: 200, rounds: 1, isPrepared: false },
];
/** The last one, since what it deploys stays. */
const PREPARED: Size = { services: 10, rounds: 3, isPrepared: true };
const CLUSTERS = 40;
/** As many as a phase plans. */
const AT_ONCE = 8;
const TIMEOUT_MS = 30 * 60_000;

type Scene = { bench: BenchCluster; move: SeededMove; helm: { name: string; path: string } };
type BareHelm = Parameters<typeof leastCalls>[0]["bareHelm"];
type Measured = Made & { size: Size; times: number[]; bareMs: number; peak: Peak | undefined };

/** A plan of `prepare`, and `status`, for few services and many: the calls beside the least that would do, time and memory. */
export async function benchMoves(bench: BenchCluster, options: BenchOptions): Promise<Report> {
  const { helm: wanted, mostRounds, services } = options;
  const helm = bench.helms.find(({ name }) => name.startsWith(`Helm ${wanted}`));
  if (helm === undefined) throw new Error(`There is no Helm ${wanted}.`);
  const sizes = services?.map((count) => ({ services: count, rounds: 1, isPrepared: false })) ?? SIZES;
  const most = Math.max(...[...sizes, PREPARED].map((size) => size.services));
  process.stderr.write(`[bench] ${most} services in ECS\n`);
  const move = await seedMove(bench, { services: most, clusters: CLUSTERS });
  const scene = { bench, move, helm };
  const measured: Measured[] = [];
  const measureAll = async (size: Size) => {
    const bareHelm = await callsOfBareHelm(scene);
    for (const phase of PHASES) measured.push(await measure(scene, { phase, size, bareHelm, mostRounds }));
  };
  for (const size of sizes) await measureAll(size);
  const prepared = await start(scene, { phase: "prepare", services: PREPARED.services, dryRun: false });
  await measureAll(PREPARED);
  await bench.removeNamespaces([NAMESPACE]);
  return {
    notes: [
      `${helm.name}; services of \`examples/charts/service\` (Deployment, Service, CronJob) in one namespace, ${TASKS} tasks each in ECS, one after the other in ${CLUSTERS} clusters: 200 services are five in each`,
      "a plan is `phase: prepare` with `dry-run: true`; ECS and EKS in accounts of their own, each with a role by OIDC; journals in the cluster",
      "time: of the whole process, which meets the sandbox directly; with several rounds the median. Calls and memory: of another run, through the sandbox's proxy, which takes calls one after the other",
      "bare Helm: the time of a bare `helm upgrade --install --dry-run=server` for each service, 8 at once, as a phase plans them",
      `${PREPARED.services} services were prepared for real in ${seconds(prepared.durationMs)}`,
      ...LEAST_NOTES,
    ],
    tables: [summary(measured), callTable("Calls, made / least", measured)],
  };
}

async function measure(
  scene: Scene,
  { phase, size, bareHelm, mostRounds }: { phase: Phase; size: Size; bareHelm: BareHelm; mostRounds: number },
): Promise<Measured> {
  const { services, isPrepared } = size;
  const title = `${phase === "prepare" ? "a plan" : "status"}, ${services}${isPrepared ? " prepared" : ""}`;
  process.stderr.write(`[bench] ${title}\n`);
  const { made, peak } = await counted(scene, { phase, services });
  const bareMs = await timeBareHelm(scene, services);
  const times: number[] = [];
  for (let round = 0; round < Math.min(size.rounds, mostRounds); round++) {
    times.push((await start(scene, { phase, services })).durationMs);
  }
  const { roles, clustersOf } = scene.move;
  const least = leastCalls({ clusters: clustersOf(services), tasksPerService: TASKS, roles, isPrepared, bareHelm });
  return { size, title, made, least, times, bareMs, peak };
}

async function counted(
  scene: Scene,
  { phase, services }: { phase: Phase; services: number },
): Promise<{ made: Counts; peak: Peak | undefined }> {
  const outside = await startOutside(scene.bench.sandbox);
  let watched: ReturnType<typeof watchMemory> | undefined;
  try {
    await start(scene, {
      phase,
      services,
      env: outside.env,
      onStart: ({ pid }) => {
        if (pid !== undefined) watched = watchMemory(pid);
      },
    });
    return { made: countCalls(outside.calls()), peak: watched?.stop() };
  } finally {
    watched?.stop();
    await outside.close();
  }
}

type Wishes = {
  phase: Phase;
  services: number;
  /** Of `prepare`; true when left out. */
  dryRun?: boolean;
  env?: Record<string, string>;
  onStart?: NonNullable<Parameters<typeof startAction>[2]>["onStart"];
};

async function start({ bench, move, helm }: Scene, wishes: Wishes): Promise<ActionRun> {
  const { phase, services, dryRun = true, env = {}, onStart } = wishes;
  const done = await startAction("switchover", bench.folder, {
    workspace: move.workspace,
    inputs: {
      environment: move.environment,
      config: await move.configFor(services),
      phase,
      "dry-run": String(phase === "prepare" && dryRun),
      "helm-version": helm.path,
    },
    env: { ...bench.actionEnv, ...env },
    timeoutMs: TIMEOUT_MS,
    ...(onStart ? { onStart } : {}),
  });
  if (done.code !== 0) throw new Error(`switchover failed:\n${done.stdout}${done.stderr}`);
  return done;
}

/** Of the first service, as it is then. */
async function callsOfBareHelm(scene: Scene): Promise<BareHelm> {
  const outside = await startOutside(scene.bench.sandbox);
  try {
    const kubeconfig = await outside.kubeconfig(scene.bench.cluster.adminKubeconfig);
    const env = await scene.bench.freshEnv();
    await renderBare(scene, nameOf(0), { kubeconfig, env });
    const first = outside.calls();
    await renderBare(scene, nameOf(0), { kubeconfig, env });
    return { first: countCalls(first), next: countCalls(outside.calls().slice(first.length)) };
  } finally {
    await outside.close();
  }
}

/** Milliseconds to render all of them by Helm alone, as many at once as a phase plans. */
async function timeBareHelm(scene: Scene, services: number): Promise<number> {
  const where = { kubeconfig: scene.bench.cluster.adminKubeconfig, env: await scene.bench.freshEnv() };
  const names = Array.from({ length: services }, (_, index) => nameOf(index));
  const begin = performance.now();
  await fewAtATime(names, AT_ONCE, (name) => renderBare(scene, name, where));
  return performance.now() - begin;
}

async function renderBare(
  { move, helm }: Scene,
  name: string,
  { kubeconfig, env }: { kubeconfig: string; env: Record<string, string> },
): Promise<void> {
  const flags = ["--install", "--wait", "--reset-values", "--dry-run=server", `--values=values/${name}.yaml`];
  const args = ["upgrade", name, "charts/service", ...flags, `--kubeconfig=${kubeconfig}`, `--namespace=${NAMESPACE}`];
  // As a deploy sets it.
  await run(helm.path, args, { cwd: move.workspace, env: { ...env, HELM_QPS: "50" } });
}

function summary(measured: readonly Measured[]): Report["tables"][number] {
  const megabytes = (value = 0) => `${Math.round(value)} MB`;
  return {
    title: "Time, memory, and calls made / least",
    header: [
      "",
      "time",
      "n",
      "a service",
      "bare Helm",
      "its memory",
      "with children",
      "AWS",
      "API server, its own",
      "API server, Helm's",
    ],
    rows: measured.map((each) => {
      const time = median(each.times);
      return [
        each.title,
        seconds(time),
        String(each.times.length),
        seconds(time / each.size.services),
        seconds(each.bareMs),
        megabytes(each.peak?.own),
        megabytes(each.peak?.all),
        ...callCells(each),
      ];
    }),
  };
}
