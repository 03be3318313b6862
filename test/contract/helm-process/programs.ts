import { chmod, mkdir, writeFile } from "node:fs/promises";
import { join } from "node:path";
import type { HelmProgram } from "../../../src/adapters/helm/run-helm.ts";
import type { HelmMajor } from "../../support/cluster-view.ts";
import type { Mark } from "../../support/marked-processes.ts";
import { sandbox } from "../../support/sandbox.ts";
import { tempFolder } from "../../support/temp-folder.ts";

/** How a Helm is tied to its parent: by what Linux offers, where setpriv is on PATH, else by a watchdog. */
export const ties = ["setpriv", "watchdog"] as const;
export type Tie = (typeof ties)[number];

/** A PATH on which Helm is tied that way. */
export async function pathFor(tie: Tie): Promise<string> {
  return tie === "setpriv" ? (process.env.PATH ?? "") : tempFolder();
}

/** The sandbox's Helm, as the product runs it. `lines` gets what Helm writes to stderr. */
export async function helmProgram(
  major: HelmMajor,
  options: { mark: Mark; tie?: Tie; lines?: string[] },
): Promise<HelmProgram> {
  const { tools } = await sandbox();
  return program(major === "3" ? tools.helm3 : tools.helm4, options);
}

/** A shell script in the place of Helm. */
export async function scriptProgram(
  script: string,
  options: { mark: Mark; tie?: Tie; lines?: string[] },
): Promise<HelmProgram> {
  return program(await writeScript(join(await tempFolder(), "helm"), script), options);
}

export async function writeScript(path: string, script: string): Promise<string> {
  await mkdir(join(path, ".."), { recursive: true });
  await writeFile(path, `#!/bin/sh\n${script}\n`);
  await chmod(path, 0o755);
  return path;
}

async function program(
  path: string,
  { mark, tie = "setpriv", lines = [] }: { mark: Mark; tie?: Tie; lines?: string[] },
): Promise<HelmProgram> {
  // Without a home Helm keeps its cache in the folder that it is started in.
  return {
    path,
    env: { PATH: await pathFor(tie), HOME: await tempFolder(), ...mark.env },
    onLine: (line) => lines.push(line),
  };
}
