import { mkdtemp, readdir } from "node:fs/promises";
import { join } from "node:path";
import type { ChartReference } from "../../chart/chart-reference.ts";
import { OutsideError } from "../../errors.ts";
import type { Charts } from "../../ports/charts.ts";
import { buildDependencies } from "./chart-dependencies.ts";
import { fileDigest, folderDigest } from "./chart-digest.ts";
import { type HelmProgram, runHelm } from "./run-helm.ts";

export type PullOptions = {
  /** Pulled charts land in new folders below this one. */
  folder: string;
  /** Further arguments for `helm pull`. */
  extraArguments: readonly string[];
};

/** Charts from disk, where a folder's dependencies are fetched into it, and from anywhere that `helm pull` reaches. */
export function helmCharts(program: HelmProgram, { folder, extraArguments }: PullOptions): Charts {
  return {
    async fetch(reference) {
      if (reference.kind === "folder") {
        await buildDependencies(program, reference.text, { folder, extraArguments });
        return { path: reference.text, digest: await folderDigest(reference.text) };
      }
      if (reference.kind === "archive") return { path: reference.text, digest: await fileDigest(reference.text) };
      const path = await pull(reference);
      return { path, digest: await fileDigest(path) };
    },
  };

  async function pull(reference: ChartReference): Promise<string> {
    const destination = await mkdtemp(join(folder, "chart-"));
    const operation = `pull chart ${reference.text}`;
    const repository = reference.kind === "repository" ? reference.repository : undefined;
    await runHelm(program, operation, [
      "pull",
      reference.text,
      ...(reference.version === undefined ? [] : [`--version=${reference.version}`]),
      ...(repository === undefined ? [] : [`--repo=${repository}`]),
      `--destination=${destination}`,
      ...extraArguments,
    ]);
    const archive = (await readdir(destination)).find((file) => file.endsWith(".tgz"));
    if (archive === undefined) {
      throw new OutsideError({ system: "Helm", operation, reason: "it ended well, but wrote no .tgz" });
    }
    return join(destination, archive);
  }
}
