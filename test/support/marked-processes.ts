import { readdirSync, readFileSync } from "node:fs";
import { waitFor } from "../../sandbox/process/daemon.ts";
import { isRunning } from "../../sandbox/process/mark.ts";

const VARIABLE = "K8S_MIGRATE_TEST_MARK";
let marks = 0;

export type MarkedProcess = { pid: number; commandLine: string };

export type Mark = {
  /** For the environment of a process: those that it starts have it too. */
  env: Record<string, string>;
  /** The processes with that mark that run now, whoever their parent is. Linux only. */
  running(): MarkedProcess[];
  /** Resolves when no process has the mark any more; fails after 10 s, and names them. */
  allGone(): Promise<void>;
};

/** A mark by which a test finds all processes of its own, also those that were left behind. */
export function newMark(): Mark {
  const mark = `${process.pid}-${marks++}`;
  const running = () =>
    readdirSync("/proc")
      .map(Number)
      .filter((pid) => pid > 0 && read(pid, "environ").includes(`${VARIABLE}=${mark}`) && isRunning(pid))
      .map((pid) => ({ pid, commandLine: read(pid, "cmdline").join(" ").trim() }));
  return {
    env: { [VARIABLE]: mark },
    running,
    async allGone() {
      await waitFor("the processes to be gone", async () => running().length === 0, {
        timeoutMs: 10_000,
        intervalMs: 10,
      }).catch((cause: unknown) => {
        throw new Error(`Still there: ${JSON.stringify(running())}`, { cause });
      });
    },
  };
}

/** A file of /proc with its entries; empty when the process is gone or not ours. */
function read(pid: number, file: "environ" | "cmdline"): string[] {
  try {
    return readFileSync(`/proc/${pid}/${file}`, "utf8").split("\0");
  } catch {
    return [];
  }
}
