import { createHash } from "node:crypto";
import { readdir, readFile, stat } from "node:fs/promises";
import { join, posix, resolve } from "node:path";
import { readDependencies } from "../../chart/dependencies.ts";
import { helmIgnore, type Ignored } from "../../chart/helm-ignore.ts";
import { UserError } from "../../errors.ts";
import { folderOf, isChart, readChartFolder } from "./chart-folder.ts";

/** SHA-256 of a packed chart, as `sha256sum` and OCI registries give it for the chart's layer. */
export async function fileDigest(path: string): Promise<string> {
  return `sha256:${createHash("sha256")
    .update(await readFile(path))
    .digest("hex")}`;
}

/**
 * SHA-256 over the names and contents of the chart's files, in the order of their names: the same on every machine for the
 * same files, which the bytes of `helm package` are not (they hold times). What .helmignore names is none of them, nor is `.git`,
 * which differs from clone to clone.
 * For the same reason packed dependencies that Chart.lock names are left out, and so is its time: the lock's names and versions
 * stand for them, and for a `file://` dependency the digest of its folder. So it is the same before and after
 * `helm dependency build`, where a lock was there before, and in every later run.
 */
export async function folderDigest(folder: string, above: readonly string[] = []): Promise<string> {
  if (!isChart(folder)) throw new UserError(`chart: ${folder} holds no Chart.yaml`);
  const rules = await readFile(join(folder, ".helmignore"), "utf8").catch(() => "");
  const files = await filesBelow(folder, "", helmIgnore(rules));
  const { packed, folders } = await standIns(folder, above);
  const hash = createHash("sha256");
  for (const file of files.filter((name) => !packed.has(name))) {
    const content = withoutTime(file, await readFile(join(folder, file)));
    hash.update(`${file}\0${content.length}\0`).update(content);
  }
  for (const each of folders) {
    hash.update(`file://\0${await folderDigest(each, [...above, resolve(folder)])}\0`);
  }
  return `sha256:${hash.digest("hex")}`;
}

/** The packed dependencies that something else stands for, as paths in the folder, and the folders of `file://` dependencies. */
async function standIns(
  folder: string,
  above: readonly string[],
): Promise<{ packed: ReadonlySet<string>; folders: string[] }> {
  const { dependencies } = readChartFolder(folder);
  const folders = dependencies
    .flatMap((dependency) => folderOf(dependency, folder))
    .filter((path) => isChart(path) && ![...above, resolve(folder)].includes(resolve(path)));
  const locks = await Promise.all(
    LOCKS.map((name) => readFile(join(folder, name), "utf8").then(readDependencies, () => [])),
  );
  const packed = locks
    .flat()
    .filter((locked) => locked.repository !== "")
    // A folder that is not there cannot stand for what was packed of it.
    .filter((locked) => folderOf(locked, folder).every(isChart))
    .map(({ name, version }) => `charts/${name}-${version}.tgz`);
  return { packed: new Set(packed), folders: [...new Set(folders)] };
}

const LOCKS = ["Chart.lock", "requirements.lock"];

function withoutTime(file: string, content: Buffer): Buffer {
  if (!LOCKS.includes(file)) return content;
  return Buffer.from(content.toString().replace(/^generated:.*\r?\n?/m, ""));
}

async function filesBelow(root: string, folder: string, ignored: Ignored): Promise<string[]> {
  const files: string[] = [];
  for (const name of (await readdir(join(root, folder))).toSorted()) {
    const path = posix.join(folder, name);
    const found = await stat(join(root, path));
    if (name === ".git" || ignored(path, found.isDirectory())) continue;
    if (found.isDirectory()) files.push(...(await filesBelow(root, path, ignored)));
    else files.push(path);
  }
  return files;
}
