// npm run build: makes dist/, which is committed. Its bytes depend on the sources and package-lock.json only.
import { spawnSync } from "node:child_process";
import { mkdirSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { asCommand } from "./as-command.ts";

/**
 * Builds the checkout in `root`: src/ by tsc into build/, that by ncc into dist/lib/ once for all actions, and for each
 * entry of src/main.ts a file dist/<entry>/index.js that calls it. What was in both folders goes: names of chunks change
 * when modules come or go. When src/ does not compile, dist/ stays as it is.
 * @throws when a step fails; what it said is printed
 */
export async function build(root: string): Promise<void> {
  rmSync(join(root, "build"), { recursive: true, force: true });
  // By path and not by .bin: these are the same files on Windows.
  run(root, "node_modules/typescript/bin/tsc", "-p", "tsconfig.build.json");
  rmSync(join(root, "dist"), { recursive: true, force: true });
  const ncc = ["build", "build/main.js", "-o", "dist/lib", "--license", "licenses.txt", "--no-cache", "--quiet"];
  run(root, "node_modules/@vercel/ncc/dist/ncc/cli.js", ...ncc);
  writeFileSync(join(root, "dist", "package.json"), '{ "type": "module" }\n');
  for (const entry of await entryNames(root)) {
    mkdirSync(join(root, "dist", entry));
    writeFileSync(
      join(root, "dist", entry, "index.js"),
      `// Made by npm run build from src/main.ts.\nimport { main } from "../lib/index.js";\nawait main("${entry}");\n`,
    );
  }
}

function run(root: string, script: string, ...options: string[]): void {
  const { status } = spawnSync(process.execPath, [join(root, script), ...options], { cwd: root, stdio: "inherit" });
  if (status !== 0) throw new Error(`The build stopped: ${script} ended with ${status}.`);
}

/** The keys of the table `entries` in src/main.ts; reading them loads nothing heavy, since its values are functions. */
async function entryNames(root: string): Promise<string[]> {
  const main = (await import(pathToFileURL(join(root, "build", "main.js")).href)) as { entries?: object };
  const names = Object.keys(main.entries ?? {});
  if (names.length === 0) throw new Error("src/main.ts exports no `entries`: there is nothing to build actions from.");
  return names;
}

if (import.meta.main) {
  await asCommand(async () => {
    await build(process.cwd());
    return true;
  });
}
