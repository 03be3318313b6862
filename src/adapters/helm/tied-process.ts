import { type ChildProcessByStdio, execFile, spawn } from "node:child_process";
import type { Socket } from "node:net";
import type { Readable } from "node:stream";
import { searchPath } from "./search-path.ts";

/** A program whose stdin is empty and whose output we read. */
export type TiedProcess = ChildProcessByStdio<null, Readable, Readable>;

/**
 * Gives what starts a program so that it never outlives this process, however this process ends: killed by the kernel
 * where Linux can do that, else by a watchdog. The program gets the argument list and `env`, and no shell is in between.
 * To be used on the main thread only.
 */
export async function tiedSpawn(
  path: string,
  env: Readonly<Record<string, string>>,
): Promise<(args: readonly string[]) => TiedProcess> {
  const prefix = await parentDeathPrefix(path, env);
  if (prefix !== undefined) {
    const [command, ...before] = prefix;
    return (args) => start(command, [...before, path, ...args], env);
  }
  return (args) => {
    // Before the program: so the pid is told as soon as there is one, and without a watchdog there is no program.
    const watchdog = startWatchdog(env);
    const child = start(path, args, env);
    watchdog.watch(child);
    return child;
  };
}

function start(command: string, args: readonly string[], env: Readonly<Record<string, string>>): TiedProcess {
  return spawn(command, args, { env, stdio: ["ignore", "pipe", "pipe"], windowsHide: true });
}

/**
 * On Linux, what to put before a program so that the kernel kills it when the thread that started it ends, which in Node
 * is the main thread. That holds over the exec of any program that is not set-user-ID and has no capabilities of its own:
 * https://man7.org/linux/man-pages/man2/PR_SET_PDEATHSIG.2const.html
 *
 * There is no signal when this process ends before setpriv asks for it. So `env` then changes to our working folder, by
 * a path that is gone once we are: it fails, and the program never starts.
 *
 * Undefined where setpriv (util-linux) or env (coreutils) is missing or does not know these flags.
 */
async function parentDeathPrefix(
  path: string,
  env: Readonly<Record<string, string>>,
): Promise<[string, ...string[]] | undefined> {
  // `env` takes a path with "=" for a variable.
  if (process.platform !== "linux" || path.includes("=")) return undefined;
  const [setpriv, envProgram] = await Promise.all([searchPath("setpriv", env), searchPath("env", env)]);
  if (setpriv === undefined || envProgram === undefined) return undefined;
  const flags = ["--pdeathsig", "KILL", envProgram, `--chdir=/proc/${process.pid}/cwd`];
  const works = await new Promise<boolean>((resolve) => {
    execFile(setpriv, [...flags, setpriv, "--version"], { env }, (error) => resolve(error === null));
  });
  return works ? [setpriv, ...flags] : undefined;
}

/**
 * Its stdin is a pipe that only we hold: when that ends, so have we. A runner that cancels a job may signal all
 * processes of it at once, so it takes no notice of signals.
 */
const WATCHDOG = `
for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"]) process.on(signal, () => {});
let pid = "";
const end = () => {
  if (pid !== "") try { process.kill(Number(pid), "SIGKILL"); } catch {}
  process.exit();
};
process.stdin.on("data", (text) => { pid += text; }).on("end", end).on("error", end);
`;

function startWatchdog(env: Readonly<Record<string, string>>): { watch: (child: TiedProcess) => void } {
  const { NODE_OPTIONS: _, ...plain } = env;
  const watchdog = spawn(process.execPath, ["-e", WATCHDOG], {
    env: plain,
    stdio: ["pipe", "ignore", "ignore"],
    // A group of its own, which signals to ours do not reach.
    detached: true,
    windowsHide: true,
  });
  watchdog.on("error", () => undefined);
  watchdog.stdin.on("error", () => undefined);
  watchdog.unref();
  (watchdog.stdin as Socket).unref();
  // Ended at once when the program has, since the system may give its pid to another one.
  const end = () => watchdog.kill("SIGKILL");
  return {
    watch(child) {
      if (child.pid === undefined) end();
      else watchdog.stdin.write(String(child.pid));
      child.once("exit", end);
    },
  };
}
