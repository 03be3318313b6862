import { createInterface } from "node:readline";
import { OutsideError } from "../../errors.ts";
import { environmentOf, type HelmProgram, helmFailure, helmReason, hiddenBy, stderrReporter } from "./run-helm.ts";
import { type TiedProcess, tiedSpawn } from "./tied-process.ts";

/** How long Helm may take to mark its release as failed once it is told to stop. GitHub gives a cancelled step 7.5 s. */
const GRACE_MS = 5000;

/** What of Helm's output is kept, in characters. The largest is a whole release, by `--output json` in helm-args. */
const STDOUT_KEPT = 32 * 1024 * 1024;
const STDERR_KEPT = 1024 * 1024;

export type HelmCall = {
  /** What it does, in the user's words: "rollback of orders". */
  operation: string;
  args: readonly string[];
  /** Beside the program's own. */
  env?: Readonly<Record<string, string>>;
  signal?: AbortSignal | undefined;
  /** How long it may take to stop once it is told to, in milliseconds; 5 s when left out. 0: it is killed at once. */
  graceMs?: number;
};

/**
 * Runs Helm for a call that writes to the cluster, so that it never outlives this process. Resolves to its stdout; fails
 * with `OutsideError` in Helm's own words.
 * When the signal fires, Helm gets SIGINT, on which an install or upgrade marks its release as failed
 * (https://github.com/helm/helm/blob/v4.1.4/pkg/cmd/upgrade.go), and a rollback or uninstall just ends. If it is there
 * still after 5 s it is killed; on Windows, which has no SIGINT to send, at once. The call fails once Helm is gone,
 * unless Helm had ended well by then.
 */
export async function runTiedHelm(
  program: HelmProgram,
  { operation, args, env = {}, signal, graceMs = GRACE_MS }: HelmCall,
): Promise<string> {
  const fail = (reason: string) => helmFailure(operation, reason);
  const spawnHelm = await tiedSpawn(program.path, { ...environmentOf(program), ...env });
  if (signal?.aborted) throw fail("it was not started, since it was to stop before");

  const child = spawnHelm(args);
  const output = readOutput(child, program);
  const stopping = stopOn(signal, child, graceMs);
  try {
    const { code, signal: endedBy } = await ended(child);
    if (code === 0) return output.stdout();
    const said = helmReason(hiddenBy(program, output.stderr()));
    if (stopping.killed()) throw fail(`it was told to stop, and killed since it did not within ${graceMs / 1000} s`);
    if (signal?.aborted) throw fail(said ? `it was told to stop: ${said}` : "it was told to stop, and did");
    throw fail(said || (endedBy === null ? `it ended with code ${code}` : `it was ended by ${endedBy}`));
  } catch (error) {
    throw error instanceof OutsideError ? error : fail(`it could not be started: ${(error as Error).message}`);
  } finally {
    stopping.over();
  }
}

/** stdout from its start; of stderr the end, whole lines only: a part of a line may be a part of a secret, which none would find. */
function readOutput(child: TiedProcess, program: HelmProgram): { stdout: () => string; stderr: () => string } {
  let stdout = "";
  let stderr = "";
  let cut = false;
  child.stdout.setEncoding("utf8").on("data", (text: string) => {
    if (stdout.length < STDOUT_KEPT) stdout += text;
  });
  child.stderr.setEncoding("utf8").on("data", (text: string) => {
    stderr += text;
    if (stderr.length <= STDERR_KEPT) return;
    stderr = stderr.slice(-STDERR_KEPT);
    cut = true;
  });
  createInterface({ input: child.stderr }).on("line", stderrReporter(program));
  return { stdout: () => stdout, stderr: () => (cut ? stderr.replace(/^.*\n?/, "") : stderr) };
}

function stopOn(
  signal: AbortSignal | undefined,
  child: TiedProcess,
  graceMs: number,
): { killed: () => boolean; over: () => void } {
  let killed = false;
  let timer: NodeJS.Timeout | undefined;
  const stop = () => {
    if (graceMs > 0) child.kill("SIGINT");
    timer = setTimeout(() => {
      killed = child.kill("SIGKILL");
    }, graceMs);
  };
  signal?.addEventListener("abort", stop, { once: true });
  return {
    killed: () => killed,
    over() {
      signal?.removeEventListener("abort", stop);
      clearTimeout(timer);
    },
  };
}

type Ending = { code: number | null; signal: NodeJS.Signals | null };

/** Resolves when the process is gone and its output is read; fails when it could not be started. */
function ended(child: TiedProcess): Promise<Ending> {
  return new Promise((resolve, reject) => {
    child.once("error", reject);
    child.once("close", (code, signal) => resolve({ code, signal }));
    // A program that Helm has started (a post-renderer) may hold on to the output of a Helm that was killed.
    child.once("exit", () => {
      const timer = setTimeout(() => {
        child.stdout.destroy();
        child.stderr.destroy();
      }, 1000);
      child.once("close", () => clearTimeout(timer));
    });
  });
}
