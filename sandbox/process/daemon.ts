import { spawn } from "node:child_process";
import { closeSync, mkdirSync, openSync, readFileSync } from "node:fs";
import { createServer } from "node:net";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { type Daemon, daemonsOf, isDaemon, isRunning, MARK } from "./mark.ts";

/**
 * Returns a TCP port of 127.0.0.1 that is free now. It is taken from below the range that the system hands to outgoing
 * connections (32768 on Linux, 49152 elsewhere), so that none of those takes it before its server starts. Another process
 * still may: who starts a server retries when it does not come up.
 */
export async function freePort(): Promise<number> {
  for (let attempt = 0; attempt < 100; attempt++) {
    const port = 20_000 + Math.floor(Math.random() * 12_000);
    if (!handedOut.has(port) && (await canListen(port))) {
      handedOut.add(port);
      return port;
    }
  }
  throw new Error("No free port of 127.0.0.1 between 20000 and 32000 in 100 tries: close what listens there.");
}

const handedOut = new Set<number>();

function canListen(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const server = createServer();
    server.once("error", () => resolve(false));
    server.listen({ host: "127.0.0.1", port, exclusive: true }, () => server.close(() => resolve(true)));
  });
}

/**
 * Starts a detached daemon whose stdout and stderr go to `<folder>/logs/<name>.log`; it outlives this process.
 *
 * @param spec.env added to this process's environment
 * @param spec.folder the folder of the sandbox, or of the part of it, that the daemon belongs to
 * @returns its pid
 * @throws when the command cannot be started
 */
export function startDaemon(spec: {
  name: string;
  command: string;
  args: string[];
  env?: Record<string, string>;
  cwd?: string;
  folder: string;
}): number {
  const logFile = logOf(spec.folder, spec.name);
  mkdirSync(join(spec.folder, "logs"), { recursive: true });
  const log = openSync(logFile, "a");
  const child = spawn(spec.command, spec.args, {
    detached: true,
    stdio: ["ignore", log, log],
    cwd: spec.cwd ?? spec.folder,
    env: { ...process.env, ...spec.env, [MARK]: `${spec.folder}#${spec.name}` },
  });
  closeSync(log);
  child.on("error", () => {}); // also told by the missing pid
  child.unref();
  if (child.pid === undefined)
    throw new Error(`Could not start ${spec.name}: is ${spec.command} there and executable?`);
  return child.pid;
}

/** Where a daemon's stdout and stderr go. */
export function logOf(folder: string, name: string): string {
  return join(folder, "logs", `${name}.log`);
}

/**
 * Ends a daemon: SIGTERM, then SIGKILL after `graceMs`; resolves when the process is gone. A process that `startDaemon` did not
 * start is left alone: the pid was given to another one in the meantime.
 *
 * @throws when it is still there 10 s after SIGKILL
 */
export async function stopDaemon(pid: number, graceMs = 10_000): Promise<void> {
  if (!isDaemon(pid)) return;
  signal(pid, "SIGTERM");
  if (await isGone(pid, graceMs)) return;
  signal(pid, "SIGKILL");
  if (await isGone(pid, 10_000)) return;
  throw new Error(
    `Process ${pid} does not end, not even by SIGKILL: look at it with ps -o pid,stat,wchan,args -p ${pid}.`,
  );
}

function signal(pid: number, name: "SIGTERM" | "SIGKILL"): void {
  try {
    if (isDaemon(pid)) process.kill(pid, name);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== "ESRCH") throw error;
  }
}

async function isGone(pid: number, withinMs: number): Promise<boolean> {
  const deadline = Date.now() + withinMs;
  while (isRunning(pid)) {
    if (Date.now() > deadline) return false;
    await sleep(20);
  }
  return true;
}

/**
 * Ends all daemons of a folder and of the folders in it, whatever is left of the folder.
 *
 * @param last names of those that others need until they have ended themselves
 */
export async function stopDaemons(folder: string, last: string[] = []): Promise<void> {
  const daemons = daemonsOf(folder);
  const stop = (wanted: Daemon[]) => Promise.all(wanted.map(({ pid }) => stopDaemon(pid)));
  await stop(daemons.filter(({ name }) => !last.includes(name)));
  await stop(daemons.filter(({ name }) => last.includes(name)));
}

/**
 * Polls `probe` until it gives true; one that throws counts as false.
 *
 * @param options.log the file that the error names, with its last lines
 * @param options.pid the daemon that is waited for: waiting ends when it does
 * @throws an error that says what was waited for, how long, why the last probe failed and which log to read
 */
export async function waitFor(
  what: string,
  probe: () => Promise<boolean>,
  options: { timeoutMs?: number; intervalMs?: number; log?: string; pid?: number } = {},
): Promise<void> {
  const { timeoutMs = 30_000, intervalMs = 100, log, pid } = options;
  const start = Date.now();
  for (;;) {
    let cause: unknown;
    try {
      if (await probe()) return;
    } catch (error) {
      cause = error;
    }
    const seconds = ((Date.now() - start) / 1000).toFixed(1);
    const ended = pid !== undefined && !isDaemon(pid);
    if (ended || Date.now() - start > timeoutMs) {
      const outcome = ended ? `its process ended after ${seconds} s` : `not so after ${seconds} s`;
      throw new Error(`Waited for ${what}: ${outcome}.${log ? tail(log) : ""}`, { cause });
    }
    await sleep(intervalMs);
  }
}

function tail(log: string): string {
  try {
    const lines = readFileSync(log, "utf8").trimEnd().split("\n").slice(-5);
    return ` Read ${log}, which ends with:\n${lines.join("\n")}`;
  } catch {
    return ` Its log ${log} cannot be read.`;
  }
}
