import { chmod, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { cached } from "../sandbox/cache/cache.ts";
import { run } from "../sandbox/process/run.ts";
import { progress } from "../sandbox/progress.ts";

const VERSION = "1.46.3";

/** A folder for PATH that holds `aws`, AWS CLI version 1; the first call installs it into the cache. */
export async function awsCli(): Promise<{ bin: string; version: string }> {
  const folder = await cached("bench-aws-cli", VERSION, async (temporary) => {
    progress(`AWS CLI ${VERSION}: installing ...`);
    await run("python3", ["-m", "venv", temporary]);
    const requirements = join(import.meta.dirname, "aws-cli", "requirements.txt");
    const pip = ["-I", "-m", "pip", "install", "--quiet", "--require-hashes", "--requirement", requirements];
    await run(join(temporary, "bin", "python"), pip);
    // pip's own start file names the folder that the venv was made in, and that one is renamed.
    const start = join(temporary, "bin", "aws");
    await rm(start);
    await writeFile(start, '#!/bin/sh\nexec "${0%/*}/python" -I -m awscli "$@"\n');
    await chmod(start, 0o755);
  });
  return { bin: join(folder, "bin"), version: VERSION };
}
