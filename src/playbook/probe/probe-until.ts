import { formatDuration } from "../../duration/duration.ts";
import type { Probe } from "../../migration-file/migration.ts";
import type { Clock } from "../../ports/clock.ts";
import type { Probes } from "../../ports/probes.ts";
import type { ProbeAnswer, ProbeFailure } from "../../probe/answer.ts";
import { misfits } from "../../probe/misfits.ts";
import type { ProbeRequest } from "../../probe/request.ts";

export type ProbeParts = {
  probes: Probes;
  clock: Clock;
  /** Gets a line whenever an answer is another one than the last. */
  tell?: (line: string) => void;
};

export type ProbeGoal = {
  request: ProbeRequest;
  /** What an answer must be like, and how many have to be so in a row, with how long between them. */
  wanted: Pick<Probe, "status" | "headers" | "body" | "passes" | "intervalMs">;
  /** No try begins later than this. */
  limitMs: number;
  /** What else is wrong with an answer that is as wanted, in words. */
  check?: (answer: ProbeAnswer, signal?: AbortSignal) => Promise<string[]>;
  /** At the first of these it ends: it would not help to try again. */
  endsAt?: readonly ProbeFailure["kind"][];
};

export type ProbeOutcome =
  | { passed: true; tries: number }
  | {
      passed: false;
      /** What ended it. */
      by: "limit" | "stop";
      tries: number;
      /** In words, with the last failure. */
      problem: string;
    }
  /** It was one of `endsAt`. */
  | { passed: false; by: "failure"; kind: ProbeFailure["kind"]; tries: number; problem: string };

/** Probes until it has passed so often in a row, the time is over, or the signal fires. */
export async function probeUntil(parts: ProbeParts, goal: ProbeGoal, signal?: AbortSignal): Promise<ProbeOutcome> {
  const { clock } = parts;
  const { passes, intervalMs } = goal.wanted;
  const end = clock.now().getTime() + goal.limitMs;
  const seen: Seen = { tries: 0, inRow: 0, most: 0, lastFailure: undefined };
  let last: string | undefined;
  for (;;) {
    if (signal?.aborted) return { passed: false, by: "stop", tries: seen.tries, problem: stoppedText(seen) };
    const { problem, kind } = await tryOnce(parts.probes, goal, signal);
    // A try that was broken off says nothing.
    if (signal?.aborted) continue;
    count(seen, problem);
    if (problem !== undefined && kind !== undefined && goal.endsAt?.includes(kind)) {
      return { passed: false, by: "failure", kind, tries: seen.tries, problem };
    }
    if (seen.tries === 1 || problem !== last) parts.tell?.(problem ?? "it passes");
    last = problem;
    if (seen.inRow >= passes) return { passed: true, tries: seen.tries };
    if (clock.now().getTime() + intervalMs > end) {
      return { passed: false, by: "limit", tries: seen.tries, problem: limitText(seen, goal) };
    }
    await clock.sleep(intervalMs, signal);
  }
}

type Seen = { tries: number; inRow: number; most: number; lastFailure: string | undefined };

function count(seen: Seen, problem: string | undefined): void {
  seen.tries++;
  seen.inRow = problem === undefined ? seen.inRow + 1 : 0;
  seen.most = Math.max(seen.most, seen.inRow);
  seen.lastFailure = problem ?? seen.lastFailure;
}

type Tried = {
  /** What is wrong; absent when it passes. */
  problem?: string;
  /** Where there is no answer. */
  kind?: ProbeFailure["kind"];
};

async function tryOnce(probes: Probes, goal: ProbeGoal, signal?: AbortSignal): Promise<Tried> {
  const answer = await probes.ask(goal.request, signal);
  if ("problem" in answer) return answer;
  const misfit = misfits(answer, goal.wanted);
  const problems = misfit.length > 0 ? misfit : ((await goal.check?.(answer, signal)) ?? []);
  return problems.length === 0 ? {} : { problem: problems.join("; ") };
}

function limitText(seen: Seen, { wanted: { passes }, limitMs }: ProbeGoal): string {
  const within = `within ${formatDuration(limitMs)} (${tries(seen)})`;
  if (seen.lastFailure === undefined) {
    return `it passed ${times(seen.most)} ${within}, and has to pass ${times(passes)} in a row: that needs more time`;
  }
  const row = seen.most === 0 ? "it never passed" : `it passed ${times(seen.most)} in a row at most`;
  const has = passes === 1 ? "" : `, and has to pass ${times(passes)}`;
  return `${row} ${within}${has}. The last failure: ${seen.lastFailure}`;
}

function stoppedText(seen: Seen): string {
  const failure = seen.lastFailure === undefined ? "" : `. The last failure: ${seen.lastFailure}`;
  return `it was stopped after ${tries(seen)}${failure}`;
}

function tries(seen: Seen): string {
  return seen.tries === 1 ? "1 try" : `${seen.tries} tries`;
}

function times(often: number): string {
  return often === 1 ? "once" : `${often} times`;
}
