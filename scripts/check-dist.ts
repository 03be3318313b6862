// npm run check-dist: rebuilds dist/ from nothing and compares it with what git has; then prints its size and speed.
import { execFileSync } from "node:child_process";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import { asCommand } from "./as-command.ts";
import { build } from "./build.ts";
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

/** @returns number of files, bytes, and bytes as gzip, of the folder with all below it */
function sizeOf(folder: string): { files: number; bytes: number; packed: number } {
  const files = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
  const contents = files.map((file) => readFileSync(join(file.parentPath, file.name)));
  const sum = (numbers: number[]) => numbers.reduce((total, each) => total + each, 0);
  return {
    files: files.length,
    bytes: sum(contents.map((content) => content.length)),
    packed: sum(contents.map((content) => gzipSync(content).length)),
  };
}

async function checkDist(root: string): Promise<boolean> {
  await build(root);
  const dist = join(root, "dist");
  const { files, bytes, packed } = sizeOf(dist);
  console.log(`dist: ${files} files, ${(bytes / 1e6).toFixed(1)} MB (gzip ${(packed / 1e6).toFixed(1)} MB)`);
  const { emptyMs, entries } = await startUpTimes(dist);
  console.log(`start-up to the first line, above an empty script (${emptyMs.toFixed(0)} ms):`);
  for (const { entry, overEmptyMs } of entries) console.log(`  ${entry.padEnd(16)} +${overEmptyMs.toFixed(0)} ms`);

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
