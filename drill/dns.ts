import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Report } from "../bench/report.ts";
import type { Sandbox } from "../sandbox/sandbox.ts";
import { describeError } from "../src/errors.ts";
import { CUTS, cutDnsAtCall, DNS_COMMANDS, type DnsCut, type DnsCutResult } from "../test/support/dns-cuts.ts";
import { mover } from "./mover.ts";

/** Most of a run is waiting: for probes, for INSYNC, and for locks to be dead. */
const AT_ONCE = 6;

/** So many runs that broke off say that it is not about the call: then a series ends. */
const MOST_BROKEN = 8;

/** `calls` is how many there are, as soon as a run had no more of them. */
type Series = Pick<DnsCut, "of" | "how"> & { begun: number; calls: number | undefined; runs: Run[] };
/** `result` is absent where a run broke off: then `problem` says why. */
type Run = DnsCut & { result?: DnsCutResult; problem: string };

/**
 * Lets each call of `lower-ttl`, `switch` and `restore` to the outside go wrong in each way, and kills after each; then leads on, and back. That
 * must work every time, and the name is resolved all the while.
 * @param deadline no run begins after it, in milliseconds since 1970; what is not reached is said
 * @param every only the first call of a series, and each that is so many after the one before
 */
export async function drillDns(sandbox: Sandbox, deadline: number, every = 1): Promise<Report> {
  const temp = await mkdtemp(join(tmpdir(), "k8s-migrate-drill-"));
  const role = await mover(sandbox);
  const all = DNS_COMMANDS.flatMap((of) =>
    CUTS.map((how): Series => ({ of, how, begun: 0, calls: undefined, runs: [] })),
  );
  try {
    await Promise.all(
      Array.from({ length: AT_ONCE }, async () => {
        for (let series = underWay(all, every); series && Date.now() < deadline; series = underWay(all, every)) {
          await cutNext(series, every, { sandbox, temp, roleArn: role.arn });
        }
      }),
    );
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
      : placeOf(begun, every).at <= calls,
  );
}

/** Of the run of that index, from 0: at each place one leads on and one back. */
function placeOf(index: number, every: number): Pick<DnsCut, "at" | "next"> {
  return { at: 1 + Math.floor(index / 2) * every, next: index % 2 === 0 ? "on" : "back" };
}

async function cutNext(
  series: Series,
  every: number,
  place: { sandbox: Sandbox; temp: string; roleArn: string },
): Promise<void> {
  const { of, how } = series;
  const cut = { of, how, ...placeOf(series.begun++, every) };
  const run = await cutOne(cut, place);
  // No call of that number: all have had their turn.
  if (run.result?.isCut === false) {
    series.calls = Math.max(series.calls ?? 0, run.result.calls.length);
    return;
  }
  series.runs.push(run);
  const call = run.result?.calls.at(-1) ?? "";
  console.log(`${of}, ${how} at ${cut.at} (${call}): ${run.problem || `the way ${cut.next} worked`}`);
}

async function cutOne(cut: DnsCut, place: { sandbox: Sandbox; temp: string; roleArn: string }): Promise<Run> {
  const id = `${process.pid}-${cut.of}-${cut.how}-${cut.at}-${cut.next}`;
  try {
    const result = await cutDnsAtCall({ ...place, id }, cut);
    return { ...cut, result, problem: result.problem };
  } catch (error) {
    return { ...cut, problem: describeError(error) };
  }
}

function report(all: readonly Series[], every: number): Report {
  const rows = all.map(({ of, how, begun, calls, runs }) => {
    const worked = (way: DnsCut["next"]) => {
      const those = runs.filter(({ next }) => next === way);
      return `${those.filter(({ problem }) => problem === "").length} of ${those.length}`;
    };
    const isWhole = calls !== undefined && placeOf(begun, every).at > calls;
    return [of, how, isWhole ? String(calls) : `${runs.length} runs, not all`, worked("on"), worked("back")];
  });
  const runs = all.flatMap((series) => series.runs);
  const failed = runs.filter(({ problem }) => problem !== "");
  const names = failed.map(({ of, how, at, next, result, problem }) =>
    `; ${of}, ${how} at ${at} (${result?.calls.at(-1) ?? "no call"}), then ${next}: ${problem}`.split("\n").join(" "),
  );
  return {
    failed: failed.length,
    notes: [
      "each call of a command was answered once by an error, or its connection reset, or its answer lost after it was done; or the action got SIGKILL right after the answer, before it hears of that",
      "then the way on, the same command; and in another run the way back: restore, or after a restore that was cut a switch",
      "at the end the records and the old load balancer's keep-alive are as that command leaves them; who resolved the name all the while got the old or the new address each time",
      "counted are all calls to AWS, and of Kubernetes each write and each read of one object, but not the renewals of locks",
      ...(every === 1 ? [] : [`not at every call, but at every ${every}th`]),
      `${runs.length} runs, ${failed.length} that did not lead on or back${names.join("")}`,
    ],
    tables: [
      {
        title: "What follows a call that went wrong",
        header: ["command", "how", "calls", "the way on worked", "the way back worked"],
        rows,
      },
    ],
  };
}
