import { cp, mkdir, readFile, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { isMap, parseDocument } from "yaml";
import { checkout, written } from "./files.ts";

/** A workflow as far as tests change it. */
export type Workflow = { jobs: Record<string, Job> };
type Job = { environment?: string | { name: string }; steps: Step[]; [key: string]: unknown };
type Step = { id?: string; uses?: string; run?: string; if?: string; with?: Record<string, string> };

/**
 * Makes the repository of somebody who follows the examples: charts, values, and one workflow.
 *
 * @param folder does not have to exist
 * @param options.workflow a file of examples/, such as `deploy.yml`
 * @param options.namespace takes the place of `commerce`
 * @param options.change changes the workflow, as a user would
 */
export async function makeExampleRepository(
  folder: string,
  options: { workflow: string; namespace?: string; change?: (workflow: Workflow) => void },
): Promise<void> {
  const { workflow, namespace, change } = options;
  for (const part of ["charts", "values"]) {
    await cp(join(checkout, "examples", part), join(folder, part), { recursive: true });
  }
  const file = workflowFile(workflow);
  await mkdir(dirname(join(folder, file)), { recursive: true });
  await cp(join(checkout, "examples", workflow), join(folder, file));
  if (namespace !== undefined) {
    await edit(folder, file, (text) => text.replaceAll(`namespace: ${written.namespace}`, `namespace: ${namespace}`));
    await edit(folder, file, (text) => text.replaceAll(`--namespace ${written.namespace}`, `--namespace ${namespace}`));
  }
  if (change) {
    await edit(folder, file, (text) => {
      const content = parseDocument(text).toJS() as Workflow;
      change(content);
      return JSON.stringify(content);
    });
  }
}

/** Where GitHub finds that workflow in the repository. */
export function workflowFile(workflow: string): string {
  return join(".github/workflows", workflow);
}

/** Sets values in a YAML file of the repository as an editor would: its comments and its order stay. */
export async function setValues(folder: string, file: string, values: Record<string, unknown>): Promise<void> {
  await edit(folder, file, (text) => {
    const document = parseDocument(text);
    if (!isMap(document.contents)) throw new Error(`${file} is not a map`);
    for (const [name, value] of Object.entries(values)) document.set(name, value);
    return document.toString();
  });
}

async function edit(folder: string, file: string, change: (text: string) => string): Promise<void> {
  const path = join(folder, file);
  await writeFile(path, change(await readFile(path, "utf8")));
}
