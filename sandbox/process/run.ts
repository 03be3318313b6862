import { execFile } from "node:child_process";
import { accessSync, constants } from "node:fs";
import { delimiter, join } from "node:path";
import { promisify } from "node:util";

const execute = promisify(execFile);

/**
 * Runs a command to its end and returns its stdout.
 *
 * @throws when it cannot be started or ends with another code than 0; the error's message ends with the last lines of its stderr
 */
export async function run(
  command: string,
  args: string[],
  options: { cwd?: string; env?: Record<string, string>; timeoutMs?: number } = {},
): Promise<string> {
  const { cwd, env, timeoutMs } = options;
  try {
    const { stdout } = await execute(command, args, {
      cwd,
      env: { ...process.env, ...env },
      timeout: timeoutMs,
      maxBuffer: 64 * 1024 * 1024,
    });
    return stdout;
  } catch (error) {
    const { stderr = "", code } = error as { stderr?: string; code?: string | number };
    const reason =
      code === "ENOENT" ? "not found" : stderr.trim().split("\n").slice(-15).join("\n") || `ended with ${code}`;
    throw new Error(`${command} ${args[0] ?? ""}: ${reason}`, { cause: error });
  }
}

/** The path of an executable in one of these folders (those of PATH when none are given), or undefined. */
export function findExecutable(name: string, folders = (process.env.PATH ?? "").split(delimiter)): string | undefined {
  return folders.map((folder) => join(folder, name)).find(isExecutable);
}

function isExecutable(file: string): boolean {
  try {
    accessSync(file, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}
