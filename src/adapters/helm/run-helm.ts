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
  const report = stderrReporter(program);
  const { exitCode, stdout, stderr } = await getExecOutput(program.path, [...args], {
    silent: true,
    ignoreReturnCode: true,
    env: environmentOf(program),
    listeners: {
      errline: report,
      stdline: (line) => program.onOutput?.(hiddenBy(program, line)),
    },
  });
  if (exitCode === 0) return stdout;
  const said = helmReason(hiddenBy(program, stderr));
  throw helmFailure(operation, said || `it ended with code ${exitCode}`);
}

/** A failure of Helm, with what to do about it where that is known. No value of a Secret is in it. */
export function helmFailure(operation: string, said: string): OutsideError {
  const reason = withoutSecretValues(said);
  const next = adviceOn(reason);
  return new OutsideError({ system: "Helm", operation, reason, ...(next === undefined ? {} : { next }) });
}

/** What every Helm gets as its whole environment. */
export function environmentOf(program: HelmProgram): Record<string, string> {
  return { ...REQUEST_RATE, ...program.env };
}

/**
 * Gets each line of stderr and reports what is worth a line while it runs. Helm's error is not: it is reported once, as the
 * failure. An `Error:` that another one follows was of a program that Helm has started, such as the kubeconfig's login.
 */
export function stderrReporter(program: HelmProgram): (line: string) => void {
  const isError = errorLines();
  let last: string | undefined;
  const report = (line: string) => program.onLine(withoutHeader(withoutValues(hiddenBy(program, line))));
  return (line) => {
    if (line.trim() === "") return;
    if (!isError(line)) {
      report(line);
      return;
    }
    if (last !== undefined) report(last);
    last = line;
  };
}

export function hiddenBy({ hidden }: HelmProgram, text: string): string {
  return hidden === undefined ? text : hidden(text);
}

/** How Helm 4 quotes a value of another type than the schema has, with all that is in it, up to the end of the line. */
const QUOTED_VALUE = /(\bgot &value\.value\w+)\{[^\n]*/g;

/** The message of an object that is no Secret stays whole; a text that names no kind may be the end of one about a Secret. */
function withoutSecretValues(text: string): string {
  const kinds = [...text.matchAll(/\bKind=(\w+)/g)].map(([, kind]) => kind);
  return kinds.length > 0 && !kinds.includes("Secret") ? text : withoutValues(text);
}

function withoutValues(text: string): string {
  return text.replace(QUOTED_VALUE, "$1{…}");
}

/**
 * A line without the header of Kubernetes' own log format: `W1124 06:02:21.368578   18795 warnings.go:70] unknown field`.
 * https://github.com/kubernetes/community/blob/master/contributors/devel/sig-instrumentation/logging.md
 */
function withoutHeader(line: string): string {
  const [, text] = /^[IWE]\d{4} [\d:.]+ +\d+ [\w.-]+:\d+\] (.*)$/.exec(line) ?? [];
  return text === undefined ? line : text.replace(/^"(.*)"$/, "$1");
}

/** Behind it Helm 3 quotes a post-renderer's stderr, to the end: https://github.com/helm/helm/blob/v3.17.3/pkg/postrender/exec.go */
const OUTPUT_BEGINS = /^Error:.* error output:$/;

/**
 * Helm's message: all from its last line on that begins with `Error:`. What is before it is in the log already.
 * What Helm breaks into lines is one again, so that the first line tells what is wrong: Helm 3 lists even one error
 * (https://github.com/hashicorp/go-multierror/blob/v1.1.1/format.go), and Helm 4 lays out those of templates
 * (https://github.com/helm/helm/blob/v4.1.4/pkg/engine/engine.go).
 */
export function helmReason(stderr: string): string {
  const start = lastError(stderr);
  const said = start === undefined ? stderr : stderr.slice(start + "Error:".length);
  return said
    .replace(/\b1 error occurred:\n\s*\* /g, "")
    .replace(/(:\d+:\d+)\n {2}(executing "[^"]*" at <.*>:)\n {4}/g, "$1: $2 ")
    .replace(/(error calling \w+:)\n(?=\S)/g, "$1 ")
    .trim();
}

/** Where the last `Error:` line begins. */
function lastError(stderr: string): number | undefined {
  const isError = errorLines();
  let start: number | undefined;
  for (const { 0: line, index } of stderr.matchAll(/^.*$/gm)) {
    if (isError(line)) start = index;
  }
  return start;
}

/** Gets line by line; whether one begins an error, and is not what a post-renderer has written. */
function errorLines(): (line: string) => boolean {
  let quoted = false;
  return (line) => {
    const isError = !quoted && line.startsWith("Error:");
    quoted ||= OUTPUT_BEGINS.test(line);
    return isError;
  };
}
