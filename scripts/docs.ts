// npm run docs: writes what follows from the action.yml files: the tables of inputs and outputs in the README beside
// each, and the action.yml at the root, which is deploy/ again; and what follows from the schema of the migration file: the
// JSON Schema for editors and the tables of keys. With --check it writes nothing and fails where it would.
import { existsSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { isDeepStrictEqual } from "node:util";
import { parse } from "yaml";
import { asCommand } from "./as-command.ts";
import { fillTable, inputsTable, outputsTable } from "./tables.ts";

type Manifest = { inputs?: object; outputs?: object; runs: Record<string, string> };

/** @returns the folders below `root` that hold an action, "deploy" and "actions/connect" for example */
function actionFolders(root: string): string[] {
  const foldersIn = (folder: string) =>
    existsSync(join(root, folder))
      ? readdirSync(join(root, folder), { withFileTypes: true })
          .filter((entry) => entry.isDirectory())
          .map((entry) => entry.name)
      : [];
  return [...foldersIn("."), ...foldersIn("actions").map((name) => `actions/${name}`)]
    .filter((folder) => existsSync(join(root, folder, "action.yml")))
    .toSorted();
}

/** @returns path and text of every file that is made, whether it changed or not */
async function madeFiles(root: string): Promise<Record<string, string>> {
  const files = { ...(await madeFromSchema(root)), ...(await madeFromReport(root)) };
  for (const folder of actionFolders(root)) {
    const manifest = parse(readFileSync(join(root, folder, "action.yml"), "utf8")) as Manifest;
    const path = `${folder}/README.md`;
    if (!existsSync(join(root, path))) throw new Error(`${path} is missing: each action has one.`);
    let text = readFileSync(join(root, path), "utf8");
    if (manifest.inputs) text = fillTable(text, path, { name: "inputs", content: inputsTable(manifest.inputs) });
    if (manifest.outputs) text = fillTable(text, path, { name: "outputs", content: outputsTable(manifest.outputs) });
    files[path] = text;
  }
  if (existsSync(join(root, "deploy/action.yml"))) {
    files["action.yml"] = rootManifest(readFileSync(join(root, "deploy/action.yml"), "utf8"));
  }
  return files;
}

/** What is made from the schema of the migration file, where there is a page about it. */
async function madeFromSchema(root: string): Promise<Record<string, string>> {
  const page = "docs/migration-file.md";
  if (!existsSync(join(root, page))) return {};
  const { schemaText, withKeyTables } = await import("./docs/migration-file.ts");
  return {
    "schema/k8s-migrate.schema.json": schemaText(),
    [page]: withKeyTables(readFileSync(join(root, page), "utf8"), page),
  };
}

/** What is made from the schema of the report of the move, where there is a page about it. */
async function madeFromReport(root: string): Promise<Record<string, string>> {
  const page = "docs/move-report.md";
  if (!existsSync(join(root, page))) return {};
  const { reportSchemaText, withExamples } = await import("./docs/move-report.ts");
  return {
    "schema/move-report.schema.json": reportSchemaText(),
    [page]: withExamples(readFileSync(join(root, page), "utf8"), page),
  };
}

/** The action at the root: the text of deploy/action.yml, with the paths of what it runs seen from the root. */
function rootManifest(deploy: string): string {
  const moved = deploy.replace(/^(\s*(?:pre|main|post):\s*["']?)\.\.\//gm, "$1");
  const { runs, ...rest } = parse(moved) as Manifest;
  const { runs: deployRuns, ...deployRest } = parse(deploy) as Manifest;
  const expected = Object.entries(deployRuns).map(([key, value]) => [key, value.replace(/^\.\.\//, "")]);
  if (!isDeepStrictEqual(rest, deployRest) || !isDeepStrictEqual(Object.entries(runs), expected)) {
    throw new Error("deploy/action.yml: the root action.yml would differ in more than the paths of its files.");
  }
  return `# Made by \`npm run docs\` from deploy/action.yml: change that one.\n${moved}`;
}

/** @returns false when something is out of date and was only checked */
async function writeDocs(root: string, check: boolean): Promise<boolean> {
  const outdated = Object.entries(await madeFiles(root)).filter(([path, text]) => {
    return !existsSync(join(root, path)) || readFileSync(join(root, path), "utf8") !== text;
  });
  for (const [path, text] of outdated) {
    if (check) console.error(`${path} is not what it is made from: run \`npm run docs\`.`);
    else writeFileSync(join(root, path), text);
  }
  console.log(
    outdated.length === 0 ? "All made files are up to date." : `${outdated.length} ${check ? "to write" : "written"}.`,
  );
  return outdated.length === 0 || !check;
}

if (import.meta.main) await asCommand(() => writeDocs(process.cwd(), process.argv.includes("--check")));
