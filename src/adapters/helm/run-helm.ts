import { getExecOutput } from "@actions/exec";
import { adviceOn } from "../../advice/helm-advice.ts";
import { OutsideError } from "../../errors.ts";

export type HelmProgram = {
  path: string;
  env: Readonly<Record<string, string>>;
  /** Gets each line that Helm writes to stderr, as it comes. */
  onLine: (line: string) => void;
  /** Gets each line that a short call writes to stdout. */
  onOutput?: (line: string) => void;
  /** Hides secrets in what Helm says, before anything is cut off or made from it. */
  hidden?: (text: string) => string;
};

/**
 * Without it Helm asks the API server five times a second at most once its burst of 100 is used up, and waits a minute
 * over a chart of 500 objects. 50 is Flux's own: https://github.com/fluxcd/pkg/pull/242. The step's HELM_QPS wins, and
 * helm-args do.
 */
const REQUEST_RATE = { HELM_QPS: "50" };

/**
 * Runs Helm for a short call that changes nothing in a cluster, with an argument list, never through a shell.
 * Resolves to its stdout; fails with `OutsideError` in Helm's own words.
 */
export async function runHelm(program: HelmProgram, operation: string, args: readonly string[]): Promise<string> {
  const { exitCode, stdout, stderr } = await getExecOutput(program.path, [...args], {
    silent: true,
    ignoreReturnCode: true,
    env: environmentOf(program),
    listeners: {
      errline: (line) => reportLine(program, line),
      stdline: (line) => program.onOutput?.(hiddenBy(program, line)),
    },
  });
  if (exitCode === 0) return stdout;
  const said = helmReason(hiddenBy(program, stderr));
  throw helmFailure(operation, said || `it ended with code ${exitCode}`);
}

/** A failure of Helm, with what to do about it where that is known. */
export function helmFailure(operation: string, reason: string): OutsideError {
  const next = adviceOn(reason);
  return new OutsideError({ system: "Helm", operation, reason, ...(next === undefined ? {} : { next }) });
}

/** What every Helm gets as its whole environment. */
export function environmentOf(program: HelmProgram): Record<string, string> {
  return { ...REQUEST_RATE, ...program.env };
}

/** Helm's error is reported once, as the failure; all else on stderr is worth a line while it runs. */
export function reportLine(program: HelmProgram, line: string): void {
  if (line.trim() === "" || line.startsWith("Error:")) return;
  program.onLine(withoutHeader(hiddenBy(program, line)));
}

export function hiddenBy({ hidden }: HelmProgram, text: string): string {
  return hidden === undefined ? text : hidden(text);
}

/**
 * A line without the header of Kubernetes' own log format: `W1124 06:02:21.368578   18795 warnings.go:70] unknown field`.
 * https://github.com/kubernetes/community/blob/master/contributors/devel/sig-instrumentation/logging.md
 */
function withoutHeader(line: string): string {
  const [, text] = /^[IWE]\d{4} [\d:.]+ +\d+ [\w.-]+:\d+\] (.*)$/.exec(line) ?? [];
  return text === undefined ? line : text.replace(/^"(.*)"$/, "$1");
}

/**
 * Helm's message: all from the last line on that begins with `Error:`. Warnings before it are in the log already.
 * What Helm breaks into lines is one again, so that the first line tells what is wrong: Helm 3 lists even one error
 * (https://github.com/hashicorp/go-multierror/blob/v1.1.1/format.go), and Helm 4 lays out those of templates
 * (https://github.com/helm/helm/blob/v4.1.4/pkg/engine/engine.go).
 */
export function helmReason(stderr: string): string {
  const start = [...stderr.matchAll(/^Error:/gm)].at(-1)?.index;
  const said = start === undefined ? stderr : stderr.slice(start + "Error:".length);
  return said
    .replace(/\b1 error occurred:\n\s*\* /g, "")
    .replace(/(:\d+:\d+)\n {2}(executing "[^"]*" at <.*>:)\n {4}/g, "$1: $2 ")
    .replace(/(error calling \w+:)\n(?=\S)/g, "$1 ")
    .trim();
}
