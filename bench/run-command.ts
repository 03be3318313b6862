import { type ChildProcess, spawn } from "node:child_process";

/**
 * Runs a program to its end and gives the milliseconds that it took.
 * @throws when it fails, with what it said
 */
export async function timeCommand(
  command: string,
  args: readonly string[],
  options: { env: Record<string, string>; cwd: string; onStart?: (child: ChildProcess) => void },
): Promise<number> {
  const begin = performance.now();
  const child = spawn(command, args, { env: options.env, cwd: options.cwd, stdio: ["ignore", "pipe", "pipe"] });
  options.onStart?.(child);
  let said = "";
  child.stdout.on("data", (chunk) => (said += chunk));
  child.stderr.on("data", (chunk) => (said += chunk));
  const code = await new Promise<number | null>((done, fail) => {
    child.once("error", fail);
    child.once("close", done);
  });
  const time = performance.now() - begin;
  if (code !== 0) throw new Error(`${command} ${args.join(" ")} ended with ${code}:\n${said}`);
  return time;
}
