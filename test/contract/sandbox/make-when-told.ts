// node make-when-told.ts <folder>: asks for a cached part. Its make writes "begun", and ends when there is "go" in <folder>.
import { existsSync } from "node:fs";
import { appendFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { cached } from "../../../sandbox/cache/cache.ts";
import { waitFor } from "../../../sandbox/process/daemon.ts";

const [, , signals = ""] = process.argv;
const path = await cached("part", "1.0", async (folder) => {
  await writeFile(join(folder, `half-${process.pid}`), "");
  await appendFile(join(signals, "begun"), `${process.pid}\n`);
  await waitFor("the signal", async () => existsSync(join(signals, "go")), { intervalMs: 10 });
  await writeFile(join(folder, "whole"), String(process.pid));
});
process.stdout.write(path);
