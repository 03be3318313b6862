import type { HelmProgram } from "../../../src/adapters/helm/run-helm.ts";
import type { HelmMajor } from "../../support/cluster-view.ts";
import { sandbox } from "../../support/sandbox.ts";
import { tempFolder } from "../../support/temp-folder.ts";

/** The sandbox's Helm in an environment of its own, as a runner without anything of Helm's has it. */
export async function cleanHelm(
  major: HelmMajor,
  env: Record<string, string> = {},
): Promise<HelmProgram & { lines: string[] }> {
  const { tools } = await sandbox();
  const lines: string[] = [];
  return {
    path: major === "3" ? tools.helm3 : tools.helm4,
    env: { PATH: process.env.PATH ?? "", HOME: await tempFolder(), ...env },
    onLine: (line) => lines.push(line),
    lines,
  };
}
