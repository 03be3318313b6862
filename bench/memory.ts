import { readdirSync, readFileSync } from "node:fs";

/** Megabytes at their peak: of the process itself, and of it and its children together. */
export type Peak = { own: number; all: number };

const EVERY_MS = 20;

/**
 * Looks at a running process and its children until `stop` is called. It costs time: not for runs whose time counts.
 * Linux only, where /proc tells it; elsewhere all is 0.
 */
export function watchMemory(pid: number): { stop(): Peak } {
  const peak = { own: 0, all: 0 };
  const look = () => {
    peak.own = Math.max(peak.own, kilobytes(pid, "VmHWM"));
    peak.all = Math.max(peak.all, sumBelow(pid));
  };
  const timer = setInterval(look, EVERY_MS);
  return {
    stop() {
      clearInterval(timer);
      return { own: peak.own / 1024, all: Math.max(peak.own, peak.all) / 1024 };
    },
  };
}

function sumBelow(pid: number): number {
  return kilobytes(pid, "VmRSS") + children(pid).reduce((sum, child) => sum + sumBelow(child), 0);
}

function kilobytes(pid: number, field: string): number {
  try {
    return Number(
      new RegExp(`^${field}:\\s+(\\d+) kB`, "m").exec(readFileSync(`/proc/${pid}/status`, "utf8"))?.[1] ?? 0,
    );
  } catch {
    return 0; // gone in between
  }
}

function children(pid: number): number[] {
  try {
    return readdirSync(`/proc/${pid}/task`)
      .flatMap((thread) => readFileSync(`/proc/${pid}/task/${thread}/children`, "utf8").split(" "))
      .filter((text) => text.trim() !== "")
      .map(Number);
  } catch {
    return [];
  }
}
