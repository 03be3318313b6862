import { execFileSync } from "node:child_process";
import { cpus, loadavg, release, totalmem } from "node:os";

/** What the figures depend on, a line a fact. */
export function machineFacts(root: string): string[] {
  const memory = `${Math.round(totalmem() / 2 ** 30)} GB`;
  return [
    `commit ${commit(root)}, ${new Date().toISOString().slice(0, 16)}Z`,
    `${cpus().length} cores (${cpus()[0]?.model.trim() ?? "unknown"}), ${memory}, ${process.platform} ${release()}`,
    `Node ${process.versions.node}`,
  ];
}

/** Load of the last minute. The sandbox and the benchmark itself are in it. */
export function load(): string {
  return (loadavg()[0] ?? 0).toFixed(1);
}

function commit(root: string): string {
  const git = (...args: string[]) => execFileSync("git", args, { cwd: root, encoding: "utf8" }).trim();
  // dist and the results themselves may differ: the first is what is measured, the second is what is written.
  const changed = git("status", "--porcelain", "--untracked-files=no", "--", ".", ":!dist", ":!bench/RESULTS.md");
  return git("rev-parse", "--short=12", "HEAD") + (changed === "" ? "" : " with changes");
}
