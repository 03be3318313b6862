import { execFileSync } from "node:child_process";
import { readdirSync, readFileSync } from "node:fs";
import { sep } from "node:path";

/**
 * The environment variable that says whose a daemon is: `<folder>#<name>`. It tells a daemon from a foreign process that was
 * given its pid, and finds the daemons of a folder that is gone.
 */
export const MARK = "K8S_MIGRATE_DAEMON";

/** A running process that `startDaemon` started, or a child of one. */
export type Daemon = { pid: number; folder: string; name: string };

/** Whether this pid is a running process that was started by `startDaemon`. */
export function isDaemon(pid: number): boolean {
  return markOf(pid) !== undefined;
}

/** The running daemons whose folder is `folder` or lies in it. */
export function daemonsOf(folder: string): Daemon[] {
  return pids().flatMap((pid) => {
    const daemon = markOf(pid);
    return daemon && `${daemon.folder}${sep}`.startsWith(`${folder}${sep}`) ? [daemon] : [];
  });
}

function markOf(pid: number): Daemon | undefined {
  const mark = environment(pid).find((entry) => entry.startsWith(`${MARK}=`));
  if (!mark) return undefined;
  const value = mark.slice(MARK.length + 1);
  const end = value.lastIndexOf("#");
  return { pid, folder: value.slice(0, end), name: value.slice(end + 1) };
}

/** Whether the process is still there; one that ended and was not yet waited for by its parent (a zombie) is not. */
export function isRunning(pid: number): boolean {
  try {
    if (!hasProc) return process.kill(pid, 0);
    const stat = readFileSync(`/proc/${pid}/stat`, "utf8"); // pid (command) state ...
    return !"ZX".includes(stat.charAt(stat.lastIndexOf(")") + 2));
  } catch {
    return false;
  }
}

// Linux tells a process's environment in /proc (empty for a zombie); macOS by ps, for the user's own processes.
const hasProc = process.platform === "linux";

function environment(pid: number): string[] {
  try {
    if (hasProc) return readFileSync(`/proc/${pid}/environ`, "utf8").split("\0");
    return execFileSync("ps", ["-wwEo", "command=", "-p", String(pid)], { encoding: "utf8" })
      .trim()
      .split(" ");
  } catch {
    return []; // gone, or another user's
  }
}

function pids(): number[] {
  const names = hasProc ? readdirSync("/proc") : execFileSync("ps", ["-axo", "pid="], { encoding: "utf8" }).split("\n");
  return names.map(Number).filter((pid) => pid > 0);
}
