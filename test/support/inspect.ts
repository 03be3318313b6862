import { readFile } from "node:fs/promises";
import { clusterView } from "./cluster-view.ts";
import { type ActionOptions, type ActionRun, runAction } from "./run-action.ts";

/** What an action says of commit and run in this harness. */
export const COMMIT = "0123456789abcdef0123456789abcdef01234567";
export const RUN = "https://github.com/octo-org/shop/actions/runs/4711/attempts/1";

/** Runs `inspect-release` for the release "orders", as the administrator of "shop" unless `inputs` name a cluster. */
export async function inspect(
  namespace: string,
  inputs: Record<string, string> = {},
  options: Omit<ActionOptions, "inputs"> = {},
): Promise<ActionRun> {
  const login = inputs.cluster === undefined ? { kubeconfig: (await clusterView()).kubeconfig } : {};
  const given = { ...login, release: "orders", namespace, ...inputs };
  return runAction("actions/inspect-release", { ...options, inputs: given });
}

/** The text of the values file that a run has made. */
export function valuesFileOf(run: ActionRun): Promise<string> {
  return readFile(run.outputs["values-file"] ?? "", "utf8");
}

export async function valuesOf(run: ActionRun): Promise<unknown> {
  return JSON.parse(await valuesFileOf(run));
}

/** The warning, and what is empty, where a revision has no record. */
export const NO_RECORD = /^Revision \d of orders has no deploy record: another tool made it, /;
export const UNKNOWN = { "chart-digest": "", "git-sha": "", "values-file": "" };
