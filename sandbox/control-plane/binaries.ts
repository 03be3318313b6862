import { existsSync } from "node:fs";
import { join } from "node:path";
import { cached, cacheFolder } from "../cache/cache.ts";
import { build } from "./build.ts";
import { findGiven } from "./given.ts";
import { type BinaryName, binaryNames, type ControlPlane, readVersions } from "./programs.ts";
import { download } from "./release.ts";

/**
 * Finds the control plane's programs: in the folder that K8S_MIGRATE_CONTROL_PLANE names or on PATH, where complete and new
 * enough; else in the cache, which each program enters once, as an official release with its checksum or built from source.
 *
 * @throws when a program has to be built and Go is missing or too old, or a build fails
 */
export async function controlPlane(): Promise<ControlPlane> {
  const given = await findGiven();
  if (given) return given;
  const versions = await readVersions();
  const versionOf = (name: BinaryName) => `${versions[name]}-${process.platform}-${process.arch}`;
  const missing = binaryNames.filter((name) => !existsSync(join(cacheFolder(), partOf(name), versionOf(name))));
  const paths = {} as ControlPlane;
  for (const name of binaryNames) {
    const folder = await cached(partOf(name), versionOf(name), async (target) => {
      const program = { name, version: versions[name], file: join(target, name) };
      if (!(await download(program))) await build(program, missing);
    });
    paths[name] = join(folder, name);
  }
  return paths;
}

/** Each program has a folder of its own in the cache, so that those that are finished outlive an interrupted run. */
function partOf(name: BinaryName): string {
  return join("control-plane", name);
}
