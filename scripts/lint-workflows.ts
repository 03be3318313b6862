// npm run lint:workflows: actionlint and zizmor over .github/, the examples and the actions.
import { spawnSync } from "node:child_process";
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { basename, dirname, join } from "node:path";
import { cached } from "../sandbox/cache/cache.ts";
import { run } from "../sandbox/process/run.ts";
import { progress } from "../sandbox/progress.ts";
import { pythonTools } from "../sandbox/python/python.ts";
import { asCommand } from "./as-command.ts";

const actionlintVersion = "v1.7.12";

async function actionlint(): Promise<string> {
  const folder = await cached("actionlint", actionlintVersion, async (temporary) => {
    progress(`actionlint ${actionlintVersion}: building, about half a minute ...`);
    const module = `github.com/rhysd/actionlint/cmd/actionlint@${actionlintVersion}`;
    await run("go", ["install", module], { env: { GOBIN: temporary, CGO_ENABLED: "0", GOFLAGS: "" } });
  });
  return join(folder, process.platform === "win32" ? "actionlint.exe" : "actionlint");
}

/** @returns paths of the YAML files right in that folder */
function yamlFiles(root: string, folder: string): string[] {
  if (!existsSync(join(root, folder))) return [];
  return (
    readdirSync(join(root, folder))
      // Examples of the migration file are no workflows.
      .filter((name) => /\.ya?ml$/.test(name) && !name.startsWith("k8s-migrate"))
      .toSorted()
      .map((name) => `${folder}/${name}`)
  );
}

/**
 * Our own actions by their folders, so that actionlint compares inputs and outputs with their action.yml. It does not
 * know the form `$/deploy` yet (rhysd/actionlint#711), and cannot look into `casaone/k8s-migrate/deploy@v1`.
 */
export function withLocalActions(workflow: string): string {
  return workflow.replace(
    /(\buses:\s*["']?)(?:casaone\/k8s-migrate(\/[\w./-]+)?@v1|\$(\/[\w./-]*))(?=["'\s]|$)/gm,
    (_, ...groups) => {
      const [uses, external, self] = groups as (string | undefined)[];
      return `${uses}.${external ?? self ?? "/"}`;
    },
  );
}

/**
 * Lints the workflows in a copy, since actionlint sees a workflow and its actions only below .github/workflows/.
 * @returns true when it found nothing; what it found is printed
 */
async function lintByActionlint(root: string, workflows: string[]): Promise<boolean> {
  const program = await actionlint();
  const copy = mkdtempSync(join(tmpdir(), "workflows-"));
  try {
    mkdirSync(join(copy, ".git")); // by it actionlint knows the root
    for (const name of readdirSync(root).filter((each) => !each.startsWith("."))) {
      symlinkSync(join(root, name), join(copy, name));
    }
    const copies = workflows.map((path) => {
      const folder = path.startsWith(".github/") ? ".github/workflows" : join(".github/workflows", dirname(path));
      const file = join(folder, basename(path));
      mkdirSync(join(copy, folder), { recursive: true });
      writeFileSync(join(copy, file), withLocalActions(readFileSync(join(root, path), "utf8")));
      return file;
    });
    // Programs that it would call, where a machine has them, are off: the findings shall be the same everywhere.
    return report("actionlint", spawnSync(program, ["-shellcheck=", "-pyflakes=", ...copies], { cwd: copy }));
  } finally {
    rmSync(copy, { recursive: true, force: true });
  }
}

async function lintByZizmor(root: string, examples: string[]): Promise<boolean> {
  const { zizmor } = await pythonTools();
  const options = ["--offline", "--no-progress", "--quiet", "--strict-collection", ".", ...examples];
  return report("zizmor", spawnSync(zizmor, options, { cwd: root }));
}

function report(what: string, result: ReturnType<typeof spawnSync>): boolean {
  if (result.error) throw new Error(`${what}: the linter did not start`, { cause: result.error });
  if (result.status === 0) return true;
  console.error(`${what}:\n${String(result.stdout)}${String(result.stderr)}`);
  return false;
}

async function lintWorkflows(root: string): Promise<boolean> {
  const examples = yamlFiles(root, "examples");
  const workflows = [...yamlFiles(root, ".github/workflows"), ...examples];
  const clean = [await lintByActionlint(root, workflows), await lintByZizmor(root, examples)].every(Boolean);
  console.log(`${workflows.length} workflows and the actions: ${clean ? "clean" : "not clean"}`);
  return clean;
}

if (import.meta.main) await asCommand(() => lintWorkflows(process.cwd()));
