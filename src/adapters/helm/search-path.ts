import { constants } from "node:fs";
import { access, stat } from "node:fs/promises";
import { delimiter, resolve } from "node:path";

/** The first executable file of that name in the folders of PATH, as the system itself would find it; absolute or undefined. */
export async function searchPath(name: string, env: NodeJS.ProcessEnv): Promise<string | undefined> {
  const file = process.platform === "win32" ? `${name}.exe` : name;
  for (const folder of (pathOf(env) ?? "").split(delimiter)) {
    if (folder === "") continue;
    const candidate = resolve(folder, file);
    if (await isExecutableFile(candidate)) return candidate;
  }
  return undefined;
}

/** Windows writes it `Path`, and a copy of process.env no longer ignores the case of names. */
function pathOf(env: NodeJS.ProcessEnv): string | undefined {
  if (env.PATH !== undefined || process.platform !== "win32") return env.PATH;
  const key = Object.keys(env).find((name) => name.toUpperCase() === "PATH");
  return key === undefined ? undefined : env[key];
}

async function isExecutableFile(path: string): Promise<boolean> {
  try {
    if (!(await stat(path)).isFile()) return false;
    await access(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}
