import { readFile } from "node:fs/promises";
import { join, resolve } from "node:path";
import { parse } from "yaml";

type Manifest = {
  inputs?: Record<string, { required?: boolean; default?: string | number | boolean | null } | null>;
  runs: { using: string; main: string; post?: string };
};

export type Action = { main: string; post: string | undefined; inputs: NonNullable<Manifest["inputs"]> };

/**
 * Reads the action.yml of that folder ("deploy", "actions/connect").
 * @returns its inputs, and the files it runs as absolute paths
 */
export async function readAction(folder: string): Promise<Action> {
  const manifest = parse(await readFile(join(folder, "action.yml"), "utf8")) as Manifest;
  if (manifest.runs.using !== "node24") throw new Error(`${folder}/action.yml: runs.using must be node24.`);
  return {
    main: resolve(folder, manifest.runs.main),
    post: manifest.runs.post === undefined ? undefined : resolve(folder, manifest.runs.post),
    inputs: manifest.inputs ?? {},
  };
}

/**
 * The INPUT_ variables as the runner sets them: the given values, else the defaults of action.yml.
 * Throws for an input that action.yml does not declare, which the runner would only warn of.
 */
export function inputVariables(action: Action, given: Record<string, string>, token: string): Record<string, string> {
  const unknown = Object.keys(given).filter((name) => !(name in action.inputs));
  if (unknown.length > 0) throw new Error(`action.yml has no input ${unknown.map((name) => `"${name}"`).join(", ")}.`);
  return Object.fromEntries(
    Object.entries(action.inputs).map(([name, input]) => [
      `INPUT_${name.replaceAll(" ", "_").toUpperCase()}`,
      given[name] ?? evaluate(name, input?.default, token),
    ]),
  );
}

/** Defaults may hold expressions; github.token is the only one that we use. */
function evaluate(name: string, value: string | number | boolean | null | undefined, token: string): string {
  const text = String(value ?? "");
  const done = text.replace(/\$\{\{\s*github\.token\s*\}\}/g, token);
  if (done.includes("${{"))
    throw new Error(`The default of "${name}" has an expression unknown to this harness: ${text}`);
  return done;
}
