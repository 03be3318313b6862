import { createHash } from "node:crypto";
import { mkdtemp, readdir, readFile, stat } from "node:fs/promises";
import { join, posix } from "node:path";
import type { ChartReference } from "../../chart/chart-reference.ts";
import { OutsideError, UserError } from "../../errors.ts";
import type { Charts } from "../../ports/charts.ts";
import { type HelmProgram, runHelm } from "./run-helm.ts";

export type PullOptions = {
  /** Pulled charts land in new folders below this one. */
  folder: string;
  /** Further arguments for `helm pull`. */
  extraArguments: readonly string[];
};

/** Charts from disk, and from anywhere that `helm pull` reaches. */
export function helmCharts(program: HelmProgram, { folder, extraArguments }: PullOptions): Charts {
  return {
    async fetch(reference) {
      if (reference.kind === "folder") return { path: reference.text, digest: await folderDigest(reference.text) };
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

/** SHA-256 of a packed chart, as `sha256sum` and OCI registries give it for the chart's layer. */
async function fileDigest(path: string): Promise<string> {
  return `sha256:${createHash("sha256")
    .update(await readFile(path))
    .digest("hex")}`;
}

/**
 * SHA-256 over the names and contents of all files, in the order of their names: the same on every machine for the
 * same files, which the bytes of `helm package` are not (they hold times).
 */
async function folderDigest(folder: string): Promise<string> {
  const files = await filesBelow(folder, "");
  if (!files.includes("Chart.yaml")) throw new UserError(`chart: ${folder} holds no Chart.yaml`);
  const hash = createHash("sha256");
  for (const file of files) {
    const content = await readFile(join(folder, file));
    hash.update(`${file}\0${content.length}\0`).update(content);
  }
  return `sha256:${hash.digest("hex")}`;
}

async function filesBelow(root: string, folder: string): Promise<string[]> {
  const files: string[] = [];
  for (const name of (await readdir(join(root, folder))).toSorted()) {
    const path = posix.join(folder, name);
    const found = await stat(join(root, path));
    if (found.isDirectory()) files.push(...(await filesBelow(root, path)));
    else files.push(path);
  }
  return files;
}
