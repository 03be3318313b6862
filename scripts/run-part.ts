import { type ChildProcess, spawn } from "node:child_process";
import type { Part } from "./parts.ts";

export type PartResult = { passed: number; failed: number; seconds: number };

/**
 * Runs the npm script of a part; what it prints goes through. It gets a process group of its own, so that ending it ends
 * its workers too.
 * @param onStart is given the function that ends it
 * @returns how many tests passed and failed, read from its line `<name>: N passed, N failed`. One that prints none counts
 *   as one test, and one that ends badly has failed, whatever its line says
 */
export async function runPart(part: Part, onStart: (stop: () => void) => void): Promise<PartResult> {
  const begin = performance.now();
  const npm = process.env.npm_execpath;
  const [command, first] = npm ? [process.execPath, [npm]] : ["npm", []];
  const child = spawn(command, [...first, "run", "--silent", ...part.script], {
    env: process.stdout.isTTY ? { FORCE_COLOR: "1", ...process.env } : process.env,
    stdio: ["ignore", "pipe", "pipe"],
    detached: process.platform !== "win32",
  });
  onStart(() => stop(child));
  let printed = "";
  child.stdout.setEncoding("utf8").on("data", (text: string) => {
    process.stdout.write(text);
    printed = (printed + text).slice(-20_000);
  });
  child.stderr.pipe(process.stderr, { end: false });
  const code = await new Promise<number | null>((done, fail) => {
    child.once("error", fail);
    child.once("close", done);
  });
  const seconds = (performance.now() - begin) / 1000;
  const [, passed, failed] = /^[\w-]+: (\d+) passed, (\d+) failed/m.exec(printed)?.map(Number) ?? [];
  if (passed !== undefined && failed !== undefined) {
    return { passed, failed: code === 0 ? failed : Math.max(failed, 1), seconds };
  }
  const result = code === 0 ? { passed: 1, failed: 0, seconds } : { passed: 0, failed: 1, seconds };
  console.log(`${part.name}: ${result.passed} passed, ${result.failed} failed`);
  return result;
}

function stop(child: ChildProcess): void {
  const kill = (signal: NodeJS.Signals) => {
    try {
      if (process.platform === "win32" || child.pid === undefined) child.kill(signal);
      else process.kill(-child.pid, signal);
    } catch {
      // It has ended.
    }
  };
  kill("SIGTERM");
  setTimeout(kill, 20_000, "SIGKILL").unref();
}
