import { readdir, readFile } from "node:fs/promises";
import { join, relative, resolve, sep } from "node:path";
import { describeError, UserError } from "../errors.ts";
import type { MigrationText } from "../migration-file/read-yaml.ts";
import type { MigrationFiles } from "../ports/migration-files.ts";
import { whatIsAt } from "./workspace.ts";

/** Where it is when nothing else is said: a file, or a folder of files. */
const STANDARD = [".github/k8s-migrate.yml", ".github/k8s-migrate.yaml", ".github/k8s-migrate"];

/**
 * The migration file below a workspace.
 * @param config a file or a folder, from the workspace; empty: where it is by default
 */
export function migrationFiles({ workspace, config }: { workspace: string; config: string }): MigrationFiles {
  return {
    async read() {
      const path = config === "" ? standardPlace(workspace) : config;
      const kind = whatIsAt(resolve(workspace, path));
      if (kind === "nothing") {
        throw new UserError(`config: ${path} is not in the workspace; is there a checkout step before?`);
      }
      const paths = kind === "file" ? [path] : await yamlFilesBelow(workspace, path);
      return Promise.all(paths.map((each) => readText(workspace, each)));
    },
  };
}

function standardPlace(workspace: string): string {
  const found = STANDARD.filter((path) => whatIsAt(resolve(workspace, path)) !== "nothing");
  const [first, second] = found;
  if (first === undefined) {
    throw new UserError(
      `There is no ${STANDARD[0]}, and no folder ${STANDARD[2]}/. Write one as docs/migration-file.md shows, or let actions/inventory write a first one; is there a checkout step before?`,
    );
  }
  if (second !== undefined) {
    throw new UserError(
      `${first} and ${second} are both there; keep one: the file, or the folder with a file a service`,
    );
  }
  return first;
}

/** In folders below it too; hidden files are those of editors. */
async function yamlFilesBelow(workspace: string, folder: string): Promise<string[]> {
  const root = resolve(workspace, folder);
  const entries = await readdir(root, { recursive: true, withFileTypes: true });
  const found = entries
    .filter((entry) => !entry.isDirectory() && /^[^.].*\.ya?ml$/.test(entry.name))
    .map((entry) => relative(root, join(entry.parentPath, entry.name)).split(sep).join("/"))
    .toSorted();
  if (found.length === 0)
    throw new UserError(`${folder} holds no .yml file; write one as docs/migration-file.md shows`);
  return found.map((path) => `${folder.replace(/\/+$/, "")}/${path}`);
}

async function readText(workspace: string, path: string): Promise<MigrationText> {
  try {
    return { path, text: await readFile(resolve(workspace, path), "utf8") };
  } catch (error) {
    throw new UserError(`${path} cannot be read: ${describeError(error)}`);
  }
}
