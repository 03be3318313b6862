import { mkdtemp, readFile } from "node:fs/promises";
import { join } from "node:path";
import { dependencyArguments } from "../../chart/pull-arguments.ts";
import { mayHaveEntry, type RepositoriesFile, repositoriesFor } from "../../chart/repositories-file.ts";
import { UserError } from "../../errors.ts";
import { writePrivateFile } from "../private-folder.ts";
import { type ChartFolder, unbuiltFolders } from "./chart-folder.ts";
import { helmSetting } from "./helm-setting.ts";
import { type HelmProgram, helmFailure, runHelm } from "./run-helm.ts";

/** Where files of a call go, and further arguments for `helm upgrade`, of which it takes what says how a chart is got. */
export type BuildOptions = { folder: string; extraArguments: readonly string[] };

/**
 * Fetches what a chart's folder depends on and its `charts/` does not hold, by `helm dependency build`, or holds packed of a
 * folder that is there, which may have changed; the same before for each `file://` dependency. It works in place, as by hand, since `file://` paths begin at the folder: afterwards `charts/` is
 * filled, and there is a Chart.lock where there was none.
 * Where all else is there already, no Helm is called. The user's own repositories and their cache stay as they are.
 * Fails with `OutsideError` in Helm's words, for a Chart.lock that does not fit Chart.yaml too.
 */
export async function buildDependencies(program: HelmProgram, chart: string, options: BuildOptions): Promise<void> {
  for (const each of unbuiltFolders(chart)) {
    refuseWithoutSource(each);
    const own = await mkdtemp(join(options.folder, "repositories-"));
    const content = repositoriesFor(each.dependencies, await usersRepositories(program, each));
    const config = await writePrivateFile(own, "repositories.yaml", content);
    program.onLine(`dependency build of ${each.path}: ${each.toFetch.map(({ name }) => name).join(", ")}`);
    await build(program, each.path, [
      `--repository-config=${config}`,
      `--repository-cache=${join(own, "cache")}`,
      ...dependencyArguments(options.extraArguments),
    ]);
  }
}

async function build(program: HelmProgram, path: string, flags: readonly string[]): Promise<void> {
  const said: string[] = [];
  const listened = { ...program, onOutput: (line: string) => said.push(line) };
  const operation = `dependency build of ${path}`;
  try {
    await runHelm(listened, operation, ["dependency", "build", path, ...flags]);
  } catch (error) {
    const why = unreachable(said);
    throw why === "" ? error : helmFailure(operation, why);
  }
}

/** Why an index could not be had, which Helm tells on stdout, in two lines; its error only says that it has none. */
function unreachable(said: readonly string[]): string {
  const at = said.findIndex((line) => line.includes("Unable to get an update"));
  return at === -1
    ? ""
    : said
        .slice(at, at + 2)
        .map((line) => line.trim().replace(/^\.+/, ""))
        .join(" ");
}

/** Helm would only say that it cannot read a folder. */
function refuseWithoutSource({ path, missing }: ChartFolder): void {
  const lost = missing.filter(({ repository }) => repository === "").map(({ name }) => name);
  if (lost.length === 0) return;
  throw new UserError(
    `chart: ${path} depends on ${lost.join(", ")}, without a repository to get it from, and ${join(path, "charts")} does not hold it. Write a repository in Chart.yaml, or put it there`,
  );
}

async function usersRepositories(program: HelmProgram, { dependencies }: ChartFolder): Promise<RepositoriesFile> {
  if (!dependencies.some(mayHaveEntry)) return { path: "", text: "" };
  const path = await helmSetting(program, "HELM_REPOSITORY_CONFIG");
  return { path, text: await readFile(path, "utf8").catch(() => "") };
}
