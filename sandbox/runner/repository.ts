import { existsSync } from "node:fs";
import { cp } from "node:fs/promises";
import { join } from "node:path";
import { run } from "../process/run.ts";

/**
 * Makes the git repository that a workflow runs for. The runner reads the repository's name, its commit and its branch from it.
 *
 * @param source its content. With a .git folder it is taken as it is; else it becomes one commit on `main`
 * @param name owner and name, as GITHUB_REPOSITORY
 */
export async function makeRepository(source: string, target: string, name: string): Promise<void> {
  await cp(source, target, { recursive: true, verbatimSymlinks: true });
  // What the user's own git does at a commit (hooks, signing) does not belong in it.
  const env = { GIT_CONFIG_GLOBAL: "/dev/null", GIT_CONFIG_NOSYSTEM: "1" };
  const git = (...args: string[]) => run("git", ["-C", target, ...args], { env });
  if (!existsSync(join(target, ".git"))) {
    await git("init", "--quiet", "--initial-branch", "main");
    await git("add", "--all");
    const author = ["-c", "user.name=octocat", "-c", "user.email=octocat@example.com"];
    await git(...author, "commit", "--quiet", "--allow-empty", "--message", "Add the service");
  }
  const remotes = await git("remote");
  const url = `https://github.com/${name}.git`;
  await git("remote", remotes.split("\n").includes("origin") ? "set-url" : "add", "origin", url);
}
