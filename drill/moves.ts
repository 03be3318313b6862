import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Report } from "../bench/report.ts";
import type { Sandbox } from "../sandbox/sandbox.ts";
import { describeError } from "../src/errors.ts";
import { killMoveAtCall, type MoveKill, type MoveKillPlace, type MoveKillResult } from "../test/support/move-kills.ts";
import { mover } from "./mover.ts";

/** Most of a run is waiting: for locks to be dead, and for pods. */
const AT_ONCE = 8;

/** So many runs that broke off say that it is not about the call: then a series ends. */
const MOST_BROKEN = 8;

/** `calls` is how many there are, as soon as a run had no more of them. */
type Series = Pick<MoveKill, "of" | "state"> & { begun: number; calls: number | undefined; runs: Run[] };
/** `result` is absent where a run broke off: then `problem` says why. */
type Run = MoveKill & { result?: MoveKillResult; problem: string; repeated?: true };

/**
 * Kills a prepare and a rollback after each of their calls to the outside, and leads on or back: that must work every time.
 * @param deadline no kill begins after it, in milliseconds since 1970; what is not reached is said
 * @param every kills only at the first call, and at each that is so many after the one before
 */
export async function drillMoves(sandbox: Sandbox, deadline: number, every = 1): Promise<Report> {
  const temp = await mkdtemp(join(tmpdir(), "k8s-migrate-drill-"));
  const role = await mover(sandbox);
  const all = (["prepare", "rollback"] as const).flatMap((of) =>
    (["cluster", "s3"] as const).map((state): Series => ({ of, state, begun: 0, calls: undefined, runs: [] })),
  );
  const place = { sandbox, temp, roleArn: role.arn };
  try {
    await Promise.all(
      Array.from({ length: AT_ONCE }, async () => {
        for (let series = underWay(all, every); series && Date.now() < deadline; series = underWay(all, every)) {
          await killNext(series, every, place);
        }
      }),
    );
    for (const series of all) await repeatBrokenOnes(series, deadline, place);
    return report(all, every);
  } finally {
    await role.remove();
    await rm(temp, { recursive: true, force: true });
  }
}

/** The first series that has calls left. */
function underWay(all: readonly Series[], every: number): Series | undefined {
  return all.find(({ begun, calls, runs }) =>
    calls === undefined
      ? runs.filter(({ result }) => result === undefined).length < MOST_BROKEN
      : placeOf(begun, every) <= calls,
  );
}

/** The call, from 1, at which the kill of that index is, from 0. */
function placeOf(index: number, every: number): number {
  return 1 + index * every;
}

async function killNext(series: Series, every: number, place: Omit<MoveKillPlace, "id">): Promise<void> {
  const { of, state } = series;
  const index = series.begun++;
  const at = placeOf(index, every);
  const run = await killOne({ of, state, at, next: index % 2 === 0 ? "on" : "back" }, place);
  if (hadNoSuchCall(series, run)) return;
  series.runs.push(run);
  const call = run.result?.calls.at(-1) ?? "";
  console.log(`${of}, journal in ${state}, killed at ${at} (${call}): ${run.problem || `the way ${run.next} worked`}`);
}

/** Then all have had their turn. */
function hadNoSuchCall(series: Series, { result }: Run): boolean {
  if (result?.killed !== false) return false;
  series.calls = Math.max(series.calls ?? 0, result.calls.length);
  return true;
}

/** A run that broke off, such as by a lock that was lost on a busy machine, says nothing of the kill: it has a second try, alone. */
async function repeatBrokenOnes(series: Series, deadline: number, place: Omit<MoveKillPlace, "id">): Promise<void> {
  const broken = series.runs.filter(({ result }) => result === undefined);
  for (const { of, state, at, next } of broken) {
    if (Date.now() >= deadline) return;
    console.log(`${of}, journal in ${state}, killed at ${at}: once more, since it broke off`);
    const run = await killOne({ of, state, at, next }, place, "-again");
    const isNone = hadNoSuchCall(series, run);
    series.runs = series.runs.flatMap((each) =>
      each.at !== at ? each : isNone ? [] : { ...run, repeated: true as const },
    );
  }
}

async function killOne(kill: MoveKill, place: Omit<MoveKillPlace, "id">, again = ""): Promise<Run> {
  const id = `${process.pid}-${kill.of}-${kill.state}-${kill.at}${again}`;
  try {
    const result = await killMoveAtCall({ ...place, id }, kill);
    return { ...kill, result, problem: result.problem };
  } catch (error) {
    return { ...kill, problem: describeError(error) };
  }
}

function report(all: readonly Series[], every: number): Report {
  const rows = all.map(({ of, state, begun, calls, runs }) => {
    const killed = runs.filter(({ result }) => result?.killed);
    const worked = (way: MoveKill["next"]) => {
      const those = killed.filter((run) => run.next === way);
      return `${those.filter(({ problem }) => problem === "").length} of ${those.length}`;
    };
    const counted = calls !== undefined && placeOf(begun, every) > calls ? String(calls) : `${runs.length}, not all`;
    return [of, state, counted, String(killed.length), worked("on"), worked("back")];
  });
  const runs = all.flatMap((series) => series.runs);
  const failed = runs.filter(({ problem }) => problem !== "");
  const repeated = runs.filter((run) => run.repeated).length;
  const names = failed.map(({ of, state, at, next, result, problem }) =>
    `; ${of}, journal in ${state}, at ${at} (${result?.calls.at(-1) ?? "no call"}), then ${next}: ${problem}`
      .split("\n")
      .join(" "),
  );
  return {
    failed: failed.length,
    notes: [
      "SIGKILL to the action right after a call of it or of its Helm was answered, before it hears of that; then, in turn, the way on: prepare; or the way back: rollback, and prepare again",
      "at the end status says prepared, the Deployment is ready with the image that ECS runs, and the CronJob is suspended; after a rollback nothing is on",
      "the rollback that is killed has a CronJob to suspend, that was switched on; the prepare after it goes by the plan-hash of a dry run",
      "counted are all calls to AWS, and of Kubernetes each write and each read of one object; not lists, watches and discovery, whose number depends on the time that things take, and not the renewals of locks. The namespace of the journals is there before",
      ...(every === 1 ? [] : [`not after each call, but after one of ${every}`]),
      ...(repeated === 0 ? [] : [`${repeated} runs broke off, and were repeated alone`]),
      `${runs.length} runs, ${failed.length} that did not lead on or back${names.join("")}`,
    ],
    tables: [
      {
        title: "What follows a kill",
        header: ["killed in", "journals in", "calls", "killed", "the way on worked", "the way back worked"],
        rows,
      },
    ],
  };
}
