import { formatDuration } from "../../duration/duration.ts";
import { describeError } from "../../errors.ts";
import type { Change, ServicePlan, StepPlan } from "../../move/change.ts";
import { changeLines } from "../../move/report/change-lines.ts";
import { withoutEnvironmentValues } from "../../move/report/environment-values.ts";
import { cutTo, oneLine } from "../../move/report/one-line.ts";
import type { Log } from "../../ports/log.ts";

/** Tells in the log what is done for one service: a line each, with the service before it. Durations are in milliseconds. */
export type Teller = {
  /** What is so before anything is done. */
  already(words: string): void;
  /** Before a change is made. */
  goingTo(change: Change): void;
  /** What was done, in words. */
  done(words: string, milliseconds: number): void;
  /** A change that an earlier run has made, and could not say so any more. */
  foundDone(words: string): void;
  /** What was found true after the changes of a step. */
  verified(words: string, milliseconds: number): void;
  /** Before when the next phase refuses, and why. */
  waiting(until: Date, why: string): void;
  /** What did not succeed, in words, and why. */
  failed(words: string, error: unknown, milliseconds: number): void;
};

const MOST_FIELDS = 5;
const LINE_CHARACTERS = 1200;

export function teller(service: string, log: Log): Teller {
  const tell = (words: string) => log.info(lineOf(service, words));
  return {
    already: (words) => tell(`already so: ${words}`),
    goingTo: (change) => tell(`going to ${changeWords(change)}`),
    done: (words, milliseconds) => tell(`${words} (${formatDuration(milliseconds)})`),
    foundDone: (words) => tell(`found done, by a run that was cut off: ${words}`),
    verified: (words, milliseconds) => tell(`verified: ${words} (${formatDuration(milliseconds)})`),
    waiting: (until, why) => tell(`ready at ${until.toISOString().replace(/\.\d+Z$/, "Z")}: ${why}`),
    failed(words, error, milliseconds) {
      const [reason = ""] = describeError(error).split("\n");
      tell(`failed after ${formatDuration(milliseconds)} to ${words}: ${reason}`);
    },
  };
}

/** Tells in the log what a phase would do for one service, a line for each change. */
export function tellServicePlan({ service, steps }: ServicePlan, log: Log): void {
  const lines = steps.flatMap(planLines);
  for (const line of lines.length === 0 ? ["nothing to do"] : lines) log.info(lineOf(service, line));
}

function planLines({ already, changes, problems, warnings = [] }: StepPlan): string[] {
  return [
    ...already.map((words) => `already so: ${words}`),
    ...changes.map((change) => `would ${changeWords(change)}`),
    ...warnings.map((warning) => `mind: ${warning}`),
    ...problems.map((problem) => `cannot be done: ${problem}`),
  ];
}

function changeWords({ words, before, after }: Change): string {
  const { lines } = changeLines(withoutEnvironmentValues({ before, after }), MOST_FIELDS);
  return lines.length === 0 ? words : `${words} (${lines.join("; ")})`;
}

/** The runner takes a line that begins with `::` for a command, and `##[` wherever it is in a line. */
function lineOf(service: string, words: string): string {
  return cutTo(LINE_CHARACTERS, oneLine(`${service}: ${words}`)).replaceAll("##[", "## [");
}
