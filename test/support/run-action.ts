import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll } from "@jest/globals";
import { type ActionOptions, type ActionRun, startAction } from "./action-process.ts";

export type { ActionOptions, ActionRun } from "./action-process.ts";

const temps: string[] = [];
// Registered for each test file that imports this one: kubeconfigs and saved state must outlive main, for later steps.
afterAll(async () => {
  for (const temp of temps.splice(0)) await rm(temp, { recursive: true, force: true });
});

/**
 * Runs the main step of the action in that folder of the repository ("deploy", "actions/connect") from its dist, in a
 * clean environment. What it leaves is read back; its files go when the test file ends. See ActionOptions, ActionRun.
 * Throws for an input that action.yml does not have, a command file that the runner would refuse, or no end in time.
 */
export async function runAction(folder: string, options: ActionOptions = {}): Promise<ActionRun> {
  const temp = await mkdtemp(join(tmpdir(), "run-action-"));
  temps.push(temp);
  return startAction(folder, temp, options);
}
