import { execFileSync } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";

/**
 * A line for each result in bench/RESULTS.md that is older than the code that it is about.
 * @param text the file
 * @param commitsSince how many commits have changed src/ since that one; undefined when that is not known here
 */
export function staleResults(text: string, commitsSince: (commit: string) => number | undefined): string[] {
  return text.split(/^(?=## )/m).flatMap((section) => {
    const name = /^## (.+)$/m.exec(section)?.[1];
    const commit = /^- commit ([0-9a-f]+)/m.exec(section)?.[1];
    if (name === undefined || commit === undefined) return [];
    const since = commitsSince(commit);
    if (since === 0) return [];
    const age = since === undefined ? "a commit that is not here" : `${since} commits of src/ ago`;
    const command = /`npm run (bench|drill) -- /.exec(section)?.[1] ?? "bench";
    return `bench/RESULTS.md: ${name} is of ${commit}, ${age}. Anew: npm run ${command} -- ${name} --record`;
  });
}

/** The same for the checkout in that folder. */
export function resultsAge(root: string): string[] {
  const file = join(root, "bench/RESULTS.md");
  if (!existsSync(file)) return ["bench/RESULTS.md is missing: npm run bench -- --record, npm run drill -- --record"];
  return staleResults(readFileSync(file, "utf8"), (commit) => {
    try {
      const log = ["log", "--oneline", `${commit}..HEAD`, "--", "src"];
      const said = execFileSync("git", log, { cwd: root, encoding: "utf8", stdio: ["ignore", "pipe", "ignore"] });
      return said.split("\n").filter(Boolean).length;
    } catch {
      return undefined;
    }
  });
}
