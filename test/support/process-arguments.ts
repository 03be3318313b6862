import { readdir, readFile } from "node:fs/promises";
import { setTimeout as wait } from "node:timers/promises";

/** A Helm that fails lives for some tenths of a second. */
const EVERY_MS = 5;

/**
 * Reads the arguments of all processes of this machine that start while `work` runs, again and again until it ends.
 * @returns what `work` gives, and every command line that was seen, each once
 */
export async function withArguments<T>(work: () => Promise<T>): Promise<{ result: T; commandLines: string[] }> {
  const before = new Set(await pids());
  const seen = new Set<string>();
  const ended = new AbortController();
  const sampling = (async () => {
    while (!ended.signal.aborted) {
      const started = (await pids()).filter((pid) => !before.has(pid));
      for (const line of await commandLines(started)) seen.add(line);
      await wait(EVERY_MS);
    }
  })();
  try {
    const result = await work();
    return { result, commandLines: [...seen] };
  } finally {
    ended.abort();
    await sampling;
  }
}

async function pids(): Promise<string[]> {
  return (await readdir("/proc")).filter((name) => /^\d+$/.test(name));
}

async function commandLines(of: string[]): Promise<string[]> {
  // A process may end before it is read.
  const lines = await Promise.all(of.map((pid) => readFile(`/proc/${pid}/cmdline`, "utf8").catch(() => "")));
  return lines.filter((line) => line !== "").map((line) => line.replaceAll("\0", " ").trim());
}
