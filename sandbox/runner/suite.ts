import { cp, mkdir, readFile, writeFile } from "node:fs/promises";
import { basename, dirname, join } from "node:path";
import { run } from "../process/run.ts";

/** How users name this project's actions; the runner gets the export in the place of that repository at that ref. */
export const SUITE = { repository: "casaone/k8s-migrate", ref: "v1" };

/**
 * Copies what a checkout would publish: its tracked and its new files as they are now, changes that are not committed
 * included, ignored files not. The runner copies its source for every action that it runs, so node_modules must not be in it.
 *
 * `uses: $/path` (this repository at the same commit) is not known to act 0.2.89: in the copy it names the repository.
 *
 * @param checkout a folder in git
 * @param target a folder that does not exist yet
 */
export async function exportSuite(checkout: string, target: string): Promise<void> {
  const listing = await run("git", ["-C", checkout, "ls-files", "-z", "--cached", "--others", "--exclude-standard"]);
  for (const file of new Set(listing.split("\0").filter(Boolean))) {
    await mkdir(dirname(join(target, file)), { recursive: true });
    try {
      if (isWorkflowOrAction(file))
        await writeFile(join(target, file), named(await readFile(join(checkout, file), "utf8")));
      else await cp(join(checkout, file), join(target, file), { verbatimSymlinks: true });
    } catch (error) {
      // Tracked, but removed from the working tree.
      if ((error as NodeJS.ErrnoException).code !== "ENOENT") throw error;
    }
  }
}

function isWorkflowOrAction(file: string): boolean {
  return file.startsWith(".github/workflows/") || /^action\.ya?ml$/.test(basename(file));
}

/** `uses: $/deploy` becomes `uses: casaone/k8s-migrate/deploy@v1`. */
function named(text: string): string {
  const reference = `${SUITE.repository}/$<path>@${SUITE.ref}`;
  return text.replace(
    /^(?<start>[\s-]*uses:\s*)(?<quote>["']?)\$\/(?<path>[^\s"']+)\k<quote>/gm,
    `$<start>${reference}`,
  );
}
