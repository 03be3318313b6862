// npm run check-dist: rebuilds dist/ from nothing and compares it with what git has; then prints its size and speed.
import { execFileSync } from "node:child_process";
import { join } from "node:path";
import { asCommand } from "./as-command.ts";
import { build } from "./build.ts";
import { sizeOf } from "./size.ts";
import { startUpTimes } from "./start-up.ts";

/** @returns the files of dist/ that differ from the index of git, with what is wrong with each; untracked ones too */
export function distChanges(root: string): string[] {
  const git = (...args: string[]) =>
    execFileSync("git", [...args, "--", "dist"], { cwd: root, encoding: "utf8", maxBuffer: 64 * 1024 * 1024 })
      .split("\n")
      .filter((line) => line !== "");
  const names: Record<string, string> = { A: "added", D: "missing after the build", M: "differs", T: "differs" };
  return [
    ...git("diff", "--name-status", "--no-renames").map((line) => {
      const [status = "", path] = line.split("\t");
      return `${path}: ${names[status] ?? status}`;
    }),
    // Also what .gitignore would hide: users of the action get only what is in git.
    ...git("ls-files", "--others").map((path) => `${path}: made by the build, but not in git`),
  ];
}

async function checkDist(root: string): Promise<boolean> {
  await build(root);
  const dist = join(root, "dist");
  const { files, bytes, packed } = sizeOf(dist);
  console.log(`dist: ${files} files, ${(bytes / 1e6).toFixed(1)} MB (gzip ${(packed / 1e6).toFixed(1)} MB)`);
  const { empty, entries } = await startUpTimes(dist);
  console.log(`start-up to the first line, above an empty script (${empty.firstLineMs.toFixed(0)} ms):`);
  for (const { entry, firstLineMs } of entries) {
    console.log(`  ${entry.padEnd(16)} +${(firstLineMs - empty.firstLineMs).toFixed(0)} ms`);
  }

  const changes = distChanges(root);
  if (changes.length === 0) {
    console.log("dist is what a clean build gives.");
    return true;
  }
  console.error(`dist is not what a clean build gives (${changes.length} files):`);
  for (const change of changes.slice(0, 20)) console.error(`  ${change}`);
  console.error("It is rebuilt now: look at the change, then commit it (git add dist), in a commit of its own.");
  return false;
}

if (import.meta.main) await asCommand(() => checkDist(process.cwd()));
