import { delimiter } from "node:path";
import { findExecutable, run } from "../process/run.ts";
import { progress } from "../progress.ts";
import { binaryNames, type ControlPlane, sources } from "./programs.ts";

/**
 * The programs in the folder that K8S_MIGRATE_CONTROL_PLANE names, else those on PATH; undefined when neither place has all
 * five in versions that are new enough. Says in one line why a place that has some of them is passed over.
 */
export async function findGiven(): Promise<ControlPlane | undefined> {
  const named = process.env.K8S_MIGRATE_CONTROL_PLANE;
  const places = [
    ...(named ? [{ place: `K8S_MIGRATE_CONTROL_PLANE=${named}`, folders: [named], expected: true }] : []),
    { place: "PATH", folders: (process.env.PATH ?? "").split(delimiter), expected: false },
  ];
  for (const { place, folders, expected } of places) {
    const found = locate(folders);
    const fault = await faultOf(found);
    if (!fault) return found as ControlPlane;
    if (expected || Object.keys(found).length > 0) progress(`control plane from ${place} is not used: ${fault}`);
  }
  return undefined;
}

function locate(folders: string[]): Partial<ControlPlane> {
  const found = binaryNames.map((name) => [name, findExecutable(name, folders)] as const);
  return Object.fromEntries(found.filter(([, path]) => path));
}

async function faultOf(found: Partial<ControlPlane>): Promise<string | undefined> {
  const missing = binaryNames.filter((name) => !found[name]);
  if (missing.length > 0) return `${missing.join(", ")} missing`;
  for (const name of binaryNames) {
    const output = await run(found[name] as string, ["--version"], { timeoutMs: 10_000 }).catch(
      (error: Error) => error.message,
    );
    const version = output.match(/(\d+)\.(\d+)\.\d+/);
    const [major, minor] = sources[name].oldest;
    if (!version) return `${name} --version says no version: ${output.split("\n")[0]}`;
    const old = Number(version[1]) < major || (Number(version[1]) === major && Number(version[2]) < minor);
    if (old) return `${name} is ${version[0]}, at least ${major}.${minor} is needed`;
  }
  return undefined;
}
