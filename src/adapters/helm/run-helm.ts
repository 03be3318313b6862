import { getExecOutput } from "@actions/exec";
import { OutsideError } from "../../errors.ts";

export type HelmProgram = {
  path: string;
  env: Readonly<Record<string, string>>;
  /** Gets each line that Helm writes to stderr, as it comes. */
  onLine: (line: string) => void;
};

/**
 * Without it Helm asks the API server five times a second at most once its burst of 100 is used up, and waits a minute
 * over a chart of 500 objects. 50 is Flux's own: https://github.com/fluxcd/pkg/pull/242. The step's HELM_QPS wins, and
 * helm-args do.
 */
const REQUEST_RATE = { HELM_QPS: "50" };

/** Runs Helm with an argument list, never through a shell. Resolves to its stdout; fails with `OutsideError` in Helm's own words. */
export async function runHelm(program: HelmProgram, operation: string, args: readonly string[]): Promise<string> {
  const { exitCode, stdout, stderr } = await getExecOutput(program.path, [...args], {
    silent: true,
    ignoreReturnCode: true,
    env: { ...REQUEST_RATE, ...program.env },
    listeners: { errline: (line) => isProgress(line) && program.onLine(line) },
  });
  if (exitCode === 0) return stdout;
  throw new OutsideError({ system: "Helm", operation, reason: helmReason(stderr) || `it ended with code ${exitCode}` });
}

/** Helm's error is reported once, as the failure; all else on stderr is worth a line while it runs. */
function isProgress(line: string): boolean {
  return line.trim() !== "" && !line.startsWith("Error:");
}

/** Helm's message: all from its last `Error:` on. Warnings before it are in the log already. */
function helmReason(stderr: string): string {
  const start = stderr.lastIndexOf("Error:");
  return (start === -1 ? stderr : stderr.slice(start + "Error:".length)).trim();
}
