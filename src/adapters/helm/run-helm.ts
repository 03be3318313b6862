import { getExecOutput } from "@actions/exec";
import { OutsideError } from "../../errors.ts";

export type HelmProgram = {
  path: string;
  env: Readonly<Record<string, string>>;
  /** Gets each line that Helm writes to stderr, as it comes. */
  onLine: (line: string) => void;
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
    listeners: { errline: (line) => reportLine(program, line) },
  });
  if (exitCode === 0) return stdout;
  const said = helmReason(hiddenBy(program, stderr));
  throw new OutsideError({ system: "Helm", operation, reason: said || `it ended with code ${exitCode}` });
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

/** Helm's message: all from the last line on that begins with `Error:`. Warnings before it are in the log already. */
export function helmReason(stderr: string): string {
  const start = [...stderr.matchAll(/^Error:/gm)].at(-1)?.index;
  return (start === undefined ? stderr : stderr.slice(start + "Error:".length)).trim();
}
