import { execFile } from "node:child_process";
import { createHash } from "node:crypto";
import { readdir, readFile, rm } from "node:fs/promises";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { cached } from "../cache/cache.ts";
import { progress } from "../progress.ts";

const run = promisify(execFile);
const requirements = fileURLToPath(new URL("requirements.txt", import.meta.url));

const OLDEST = [3, 11] as const;
const NAMES = ["python3", "python3.14", "python3.13", "python3.12", "python3.11", "python"];
/** The venv's programs that are native files. All others start with the path of the folder that the venv was made in. */
const NATIVE = ["act", "zizmor"];

export type PythonTools = {
  /** An interpreter that can import what requirements.txt holds. */
  python: string;
  /** The workflow runner. */
  act: string;
  /** The linter for workflows. */
  zizmor: string;
};

/**
 * Returns the absolute paths of the tools that come from Python packages; the first call installs them into the cache.
 *
 * @throws an error that says what to install when there is no fitting Python, and pip's own words when it fails
 */
export async function pythonTools(): Promise<PythonTools> {
  const base = await findPython();
  const wanted = await readFile(requirements, "utf8");
  const version = createHash("sha256").update(`${base.path}\n${base.version}\n${wanted}`).digest("hex").slice(0, 16);
  const folder = await cached("python", version, (temporary) => install(base.path, temporary));
  const bin = join(folder, "bin");
  return { python: join(bin, "python"), act: join(bin, "act"), zizmor: join(bin, "zizmor") };
}

/** Makes a venv that still works when its folder is renamed: its interpreter is found relative to the folder. */
async function install(python: string, folder: string): Promise<void> {
  progress("Python packages (AWS emulator, workflow runner): installing, up to a minute ...");
  await runPython(python, ["-m", "venv", folder]);
  const own = join(folder, "bin", "python");
  await runPython(own, ["-m", "pip", "install", "--quiet", "--require-hashes", "--requirement", requirements]);
  for (const name of await readdir(join(folder, "bin"))) {
    if (!name.startsWith("python") && !NATIVE.includes(name)) await rm(join(folder, "bin", name), { recursive: true });
  }
}

async function runPython(python: string, args: string[]): Promise<void> {
  try {
    // -I: neither PYTHONPATH nor the user's own packages change what is installed.
    await run(python, ["-I", ...args], { maxBuffer: 64 * 1024 * 1024 });
  } catch (cause) {
    const { stdout = "", stderr = "" } = cause as { stdout?: string; stderr?: string };
    const said = `${stdout}${stderr}`.trim().split("\n").slice(-15).join("\n");
    throw new Error(`Installing the sandbox's Python packages failed: ${python} ${args.join(" ")}\n${said}`, { cause });
  }
}

/** The interpreter that venvs are made from, and its version without the patch level. */
type BasePython = { path: string; version: string };

const ASK = `
import json, os, sys
try:
    import ensurepip, venv
    complete = True
except ImportError:
    complete = False
print(json.dumps([os.path.realpath(getattr(sys, "_base_executable", sys.executable)), *sys.version_info[:2], complete]))
`;

async function findPython(): Promise<BasePython> {
  const found: string[] = [];
  for (const name of NAMES) {
    const answer = await run(name, ["-I", "-c", ASK]).catch(() => undefined);
    if (!answer) continue;
    const [path, major, minor, complete] = JSON.parse(answer.stdout) as [string, number, number, boolean];
    const fits = major === OLDEST[0] && minor >= OLDEST[1];
    if (fits && complete) return { path, version: `${major}.${minor}` };
    found.push(`${name} is ${major}.${minor}${fits ? " without its venv module" : ""}`);
  }
  throw new Error(
    `The sandbox needs Python ${OLDEST.join(".")} or later with its venv module (found: ${found.join(", ") || "none"}). ` +
      "Install it: `apt install python3 python3-venv` on Debian and Ubuntu, `brew install python` on macOS.",
  );
}
