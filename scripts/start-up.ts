import { spawn } from "node:child_process";
import { mkdtempSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

/** Milliseconds from the start of a process to its first line, and to its end; medians. */
export type StartUp = { firstLineMs: number; endMs: number };

/**
 * Measures every program in `dist`, in turn with an empty script, so that a busy moment of the machine hits all alike.
 * They run without inputs, as after a typing error in a workflow: what they load before they look at inputs counts.
 */
export async function startUpTimes(
  dist: string,
  runs = 9,
): Promise<{ empty: StartUp; entries: ({ entry: string } & StartUp)[] }> {
  const temp = mkdtempSync(join(tmpdir(), "start-up-"));
  try {
    const empty = join(temp, "empty.mjs");
    writeFileSync(empty, 'process.stdout.write("\\n");\n');
    const names = readdirSync(dist, { withFileTypes: true })
      .filter((entry) => entry.isDirectory() && entry.name !== "lib")
      .map((entry) => entry.name);
    const programs = [empty, ...names.map((name) => join(dist, name, "index.js"))];
    const times = programs.map((): StartUp[] => []);
    for (let run = 0; run < runs; run++) {
      for (const [index, program] of programs.entries()) times[index]?.push(await start(program, temp));
    }
    const [none = [], ...own] = times;
    return { empty: medians(none), entries: names.map((entry, index) => ({ entry, ...medians(own[index] ?? []) })) };
  } finally {
    rmSync(temp, { recursive: true, force: true });
  }
}

/** The first line of a program that prints none is its end. */
async function start(program: string, temp: string): Promise<StartUp> {
  const begin = performance.now();
  const child = spawn(process.execPath, [program], {
    env: { HOME: temp, RUNNER_TEMP: temp, GITHUB_WORKSPACE: temp, PATH: "" },
    cwd: temp,
    stdio: ["ignore", "pipe", "pipe"],
    timeout: 20_000,
  });
  let first: number | undefined;
  const note = () => {
    first ??= performance.now() - begin;
  };
  child.stdout.on("data", note);
  child.stderr.on("data", note);
  await new Promise((done, fail) => {
    child.once("error", fail);
    child.once("close", done);
  });
  const endMs = performance.now() - begin;
  return { firstLineMs: first ?? endMs, endMs };
}

function medians(times: readonly StartUp[]): StartUp {
  return {
    firstLineMs: median(times.map(({ firstLineMs }) => firstLineMs)),
    endMs: median(times.map(({ endMs }) => endMs)),
  };
}

function median(values: number[]): number {
  return values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0;
}
