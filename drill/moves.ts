import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Report } from "../bench/report.ts";
import { grantAccess, revokeAccess } from "../sandbox/aws/access.ts";
import { createRole } from "../sandbox/aws/roles.ts";
import type { Sandbox } from "../sandbox/sandbox.ts";
import { describeError } from "../src/errors.ts";
import { clusterView } from "../test/support/cluster-view.ts";
import { killMoveAtCall, type MoveKill, type MoveKillPlace, type MoveKillResult } from "../test/support/move-kills.ts";
import { MOVE_ACTIONS } from "../test/support/moving-service.ts";

/** Most of a run is waiting: for locks to be dead, and for pods. */
const AT_ONCE = 8;

/** So many runs that broke off say that it is not about the call: then a series ends. */
const MOST_BROKEN = 8;

/** `calls` is how many there are, as soon as a run had no more of them. */
type Series = Pick<MoveKill, "of" | "state"> & { next: number; calls: number | undefined; runs: Run[] };
/** `result` is absent where a run broke off: then `problem` says why. */
type Run = MoveKill & { result?: MoveKillResult; problem: string };

/**
 * Kills a prepare and a rollback after each of their calls to the outside, and leads on or back: that must work every time.
 * @param deadline no kill begins after it, in milliseconds since 1970; what is not reached is said
 */
export async function drillMoves(sandbox: Sandbox, deadline: number): Promise<Report> {
  const temp = await mkdtemp(join(tmpdir(), "k8s-migrate-drill-"));
  const role = await mover(sandbox);
  const all = (["prepare", "rollback"] as const).flatMap((of) =>
    (["cluster", "s3"] as const).map((state): Series => ({ of, state, next: 1, calls: undefined, runs: [] })),
  );
  const place = { sandbox, temp, roleArn: role.arn };
  try {
    await Promise.all(
      Array.from({ length: AT_ONCE }, async () => {
        for (let series = underWay(all); series && Date.now() < deadline; series = underWay(all)) {
          await killNext(series, place);
        }
      }),
    );
    return report(all);
  } finally {
    await role.remove();
    await rm(temp, { recursive: true, force: true });
  }
}

/** The first series that has calls left. */
function underWay(all: readonly Series[]): Series | undefined {
  return all.find(({ next, calls, runs }) =>
    calls === undefined ? runs.filter(({ result }) => result === undefined).length < MOST_BROKEN : next <= calls,
  );
}

async function killNext(series: Series, place: Omit<MoveKillPlace, "id">): Promise<void> {
  const { of, state } = series;
  const at = series.next++;
  const run = await killOne({ of, state, at, next: at % 2 === 0 ? "back" : "on" }, place);
  // No call of that number: all have had their turn.
  if (run.result?.killed === false) {
    series.calls = Math.max(series.calls ?? 0, run.result.calls.length);
    return;
  }
  series.runs.push(run);
  const call = run.result?.calls.at(-1) ?? "";
  console.log(`${of}, journal in ${state}, killed at ${at} (${call}): ${run.problem || `the way ${run.next} worked`}`);
}

async function killOne(kill: MoveKill, place: Omit<MoveKillPlace, "id">): Promise<Run> {
  const id = `${process.pid}-${kill.of}-${kill.state}-${kill.at}`;
  try {
    const result = await killMoveAtCall({ ...place, id }, kill);
    return { ...kill, result, problem: result.problem };
  } catch (error) {
    return { ...kill, problem: describeError(error) };
  }
}

/** A role that may do what a move needs, and everything in the cluster. */
async function mover({ aws, clusters }: Sandbox): Promise<{ arn: string; remove(): Promise<void> }> {
  const { shop } = clusters;
  if (!shop) throw new Error("The sandbox has no cluster shop.");
  const { kubectl } = await clusterView();
  const name = `drill-${process.pid}`;
  const arn = await createRole(aws, {
    name,
    trust: { subject: "repo:casaone/shop:*" },
    policy: [{ Effect: "Allow", Action: ["eks:DescribeCluster", ...MOVE_ACTIONS], Resource: "*" }],
  });
  await grantAccess(aws, shop, { roleArn: arn, groups: [name] });
  await kubectl("create", "clusterrolebinding", name, "--clusterrole", "cluster-admin", "--group", name);
  // All journals share it: made by the first run, it would give that one a call more.
  const journals = "k8s-migrate";
  if ((await kubectl("get", "namespace", journals, "--ignore-not-found")) === "") {
    await kubectl("create", "namespace", journals);
  }
  return {
    arn,
    async remove() {
      await kubectl("delete", "clusterrolebinding", name);
      await revokeAccess(aws, shop, arn);
    },
  };
}

function report(all: readonly Series[]): Report {
  const rows = all.map(({ of, state, next, calls, runs }) => {
    const killed = runs.filter(({ result }) => result?.killed);
    const worked = (way: MoveKill["next"]) => {
      const those = killed.filter((run) => run.next === way);
      return `${those.filter(({ problem }) => problem === "").length} of ${those.length}`;
    };
    const counted = calls !== undefined && next > calls ? String(calls) : `${runs.length}, not all`;
    return [of, state, counted, String(killed.length), worked("on"), worked("back")];
  });
  const runs = all.flatMap((series) => series.runs);
  const failed = runs.filter(({ problem }) => problem !== "");
  const names = failed.map(({ of, state, at, next, result, problem }) =>
    `; ${of}, journal in ${state}, at ${at} (${result?.calls.at(-1) ?? "no call"}), then ${next}: ${problem}`
      .split("\n")
      .join(" "),
  );
  return {
    failed: failed.length,
    notes: [
      "SIGKILL to the action right after a call of it or of its Helm was answered, before it hears of that; then, after odd calls, the way on: prepare; after even ones the way back: rollback, and prepare again",
      "at the end status says prepared, the Deployment is ready with the image that ECS runs, and the CronJob is suspended; after a rollback nothing is on",
      "the rollback that is killed has a CronJob to suspend, that was switched on; the prepare after it goes by the plan-hash of a dry run",
      "counted are all calls to AWS, and of Kubernetes each write and each read of one object; not lists, watches and discovery, whose number depends on the time that things take, and not the renewals of locks. The namespace of the journals is there before",
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
