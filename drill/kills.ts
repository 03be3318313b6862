import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Report } from "../bench/report.ts";
import type { Sandbox } from "../sandbox/sandbox.ts";
import { describeError } from "../src/errors.ts";
import { packStorefront } from "../test/support/charts.ts";
import { type ClusterView, clusterView, type HelmMajor, helms } from "../test/support/cluster-view.ts";
import { type Kill, type KillResult, killAtWrite } from "../test/support/kill-runs.ts";

/** Most of a run is waiting: for a Lease to be dead, and for pods. */
const AT_ONCE = 8;

type Series = { helm: HelmMajor; of: Kill["of"]; victim: Kill["victim"] };
/** `result` is absent where a run broke off: then `problem` says why. */
type Run = Series & { at: number; result?: KillResult; problem: string; repeated?: true };
type SeriesRuns = { series: Series; runs: Run[]; isWhole: boolean };

/**
 * Kills a deploy after each of its writes to the API, the action or Helm, and deploys again: that must work every time.
 * @param deadline no kill begins after it, in milliseconds since 1970; what is not reached is said
 */
export async function drillKills(sandbox: Sandbox, deadline: number): Promise<Report> {
  const temp = await mkdtemp(join(tmpdir(), "k8s-migrate-drill-"));
  const cluster = await clusterView();
  try {
    const chart = await packStorefront(temp);
    const place = { sandbox, cluster, chart, temp, deadline };
    // The newest Helm first.
    const all = helms
      .toReversed()
      .flatMap((helm) =>
        (["action", "helm"] as const).flatMap((victim) =>
          (["install", "upgrade", "failing-upgrade"] as const).map((of) => ({ helm, of, victim })),
        ),
      );
    const done: SeriesRuns[] = [];
    for (const series of all) done.push(await killEach(series, place));
    for (const { runs } of done) await repeatCutOnes(runs, place);
    return report(done);
  } finally {
    await rm(temp, { recursive: true, force: true });
  }
}

type Place = { sandbox: Sandbox; cluster: ClusterView; chart: string; temp: string; deadline: number };

/** Kills at the first write, the second and so on, until a deploy has no more. */
async function killEach(series: Series, place: Place): Promise<SeriesRuns> {
  const runs: Run[] = [];
  let next = 1;
  let last = Number.POSITIVE_INFINITY;
  await Promise.all(
    Array.from({ length: AT_ONCE }, async () => {
      while (next <= last && Date.now() < place.deadline) {
        const at = next++;
        const run = await killOne({ ...series, at }, place);
        // No write of that number: all have had their turn.
        if (run.result && run.result.writes.length < at) last = Math.min(last, at - 1);
        else runs.push(run);
        const { helm, of, victim } = series;
        console.log(`Helm ${helm}, ${of}, ${victim} killed at ${at}: ${run.problem || "the next deploy worked"}`);
      }
    }),
  );
  return { series, runs, isWhole: last !== Number.POSITIVE_INFINITY && next > last };
}

/** A run that broke off, such as by its time limit on a busy machine, says nothing of the deploy: it has a second try, alone. */
async function repeatCutOnes(runs: Run[], place: Place): Promise<void> {
  for (const [index, run] of runs.entries()) {
    if (run.result !== undefined || Date.now() >= place.deadline) continue;
    const { helm, of, victim, at } = run;
    console.log(`Helm ${helm}, ${of}, ${victim} killed at ${at}: once more, since it broke off`);
    runs[index] = { ...(await killOne({ helm, of, victim, at }, place)), repeated: true };
  }
}

async function killOne(run: Series & { at: number }, place: Place): Promise<Run> {
  const { helm, of, victim, at } = run;
  const { sandbox, cluster, chart, temp } = place;
  const namespace = `drill-${process.pid}-${helm}-${of}-${victim}-${at}`;
  const helmPath = helm === "3" ? sandbox.tools.helm3 : sandbox.tools.helm4;
  try {
    // The post step runs in every other one: both are ways on.
    const result = await killAtWrite(
      { helm, helmPath, namespace, chart, temp },
      { of, victim, at, post: at % 2 === 0 },
    );
    return { ...run, result, problem: problemOf(result) };
  } catch (error) {
    return { ...run, problem: describeError(error) };
  } finally {
    await cluster.kubectl("delete", "namespace", namespace, "--ignore-not-found", "--wait=false");
  }
}

function problemOf({ next, history, unready }: KillResult): string {
  if (next.code !== 0) return next.errors.join("; ");
  if (history.at(-1) !== `${next.outputs.revision} deployed`) return `history: ${history.join(", ")}`;
  return unready.length > 0 ? `not ready: ${unready.join(", ")}` : "";
}

function report(done: SeriesRuns[]): Report {
  const rows = done.map(({ series, runs, isWhole }) => {
    const killed = runs.filter(({ result }) => result?.killed);
    const left = Map.groupBy(killed, ({ result }) => result?.left.at(-1)?.replace(/^\d+ /, "") ?? "no release");
    const states = [...left].map(([state, { length }]) => `${state} ${length}`).join(", ");
    const worked = killed.filter(({ problem }) => problem === "").length;
    const writes = isWhole ? String(runs.length) : `${runs.length}, not all`;
    return [series.helm, series.of, series.victim, writes, String(killed.length), String(worked), states];
  });
  const runs = done.flatMap((each) => each.runs);
  const failed = runs.filter(({ problem }) => problem !== "");
  const repeated = runs.filter((run) => run.repeated).length;
  return {
    failed: failed.length,
    notes: [
      "SIGKILL after each write to the API server (Leases, events and reviews aside), then the same deploy again; in every other run after the job's post step",
      "failing-upgrade: its pods crash, so that the rollback is cut, too; the deploy after it has good values",
      "chart with a CRD, hooks, a subchart, Deployment, StatefulSet, DaemonSet, Job and CronJob (`test/fixtures/charts/storefront`)",
      ...(repeated === 0 ? [] : [`${repeated} runs broke off, and were repeated alone`]),
      `${runs.length} runs, ${failed.length} whose next deploy did not work${failed.map(({ helm, of, victim, at, problem }) => `; Helm ${helm} ${of} ${victim} at ${at}: ${problem.split("\n")[0]}`).join("")}`,
    ],
    tables: [
      {
        title: "The deploy after a kill",
        header: ["Helm", "killed in", "who", "writes", "killed", "next deploy worked", "left behind"],
        rows,
      },
    ],
  };
}
