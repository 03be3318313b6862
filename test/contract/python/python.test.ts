import { execFile } from "node:child_process";
import { mkdtemp, readdir, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { promisify } from "node:util";
import { afterAll, beforeAll, expect, test } from "@jest/globals";
import { cacheFolder } from "../../../sandbox/cache/cache.ts";
import { pythonTools } from "../../../sandbox/python/python.ts";
import { INSTALL_MS } from "../../support/emulator.ts";

const run = promisify(execFile);
let folder: string;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "k8s-migrate-python-test-"));
});
afterAll(() => rm(folder, { recursive: true }));

test(
  "the tools are in the cache and run there, in the pinned versions",
  async () => {
    const { python, act, zizmor } = await pythonTools();
    for (const tool of [python, act, zizmor]) expect(tool.startsWith(cacheFolder())).toBe(true);
    expect((await run(act, ["--version"])).stdout).toBe("act version 0.2.89\n");
    expect((await run(zizmor, ["--version"])).stdout).toBe("zizmor 1.32.0\n");
    const ask = "import jwt, cryptography, importlib.metadata as m; print(m.version('ministack'), m.version('PyJWT'))";
    expect((await run(python, ["-I", "-c", ask])).stdout).toBe("1.5.33 2.15.1\n");
  },
  INSTALL_MS,
);

test.each([
  ["is too old", '["/usr/bin/python3", 3, 9, true]', "python3 is 3.9)"],
  ["lacks its venv module", '["/usr/bin/python3", 3, 13, false]', "python3 is 3.13 without its venv module)"],
])("a Python that %s is named, with what to install", async (_, answer, found) => {
  await writeFile(join(folder, "python3"), `#!/bin/sh\necho '${answer}'\n`, { mode: 0o755 });
  await expect(toolsWith(folder)).rejects.toMatchObject({
    stderr: expect.stringMatching(
      /needs Python 3\.11 or later with its venv module .*apt install python3 python3-venv/,
    ),
  });
  await expect(toolsWith(folder)).rejects.toMatchObject({ stderr: expect.stringContaining(found) });
});

test("no Python at all says so", async () => {
  await rm(join(folder, "python3"), { force: true });
  await expect(toolsWith(folder)).rejects.toMatchObject({ stderr: expect.stringContaining("(found: none)") });
});

test("an install that fails tells pip's reason, and keeps nothing", async () => {
  const unreachable = { PIP_INDEX_URL: "http://127.0.0.1:1", PIP_CONFIG_FILE: "/dev/null", PIP_RETRIES: "0" };
  const asked = toolsWith(process.env.PATH ?? "", unreachable);
  await expect(asked).rejects.toMatchObject({
    stderr: expect.stringMatching(/Installing the sandbox's Python packages failed: .*No matching distribution/s),
  });
  const kept = await readdir(join(folder, "python"));
  expect(kept.filter((name) => !name.endsWith(".lock"))).toEqual([]);
}, 60_000);

/** Asks for the tools in a process that has these folders as PATH, with an empty cache. */
function toolsWith(path: string, settings: Record<string, string> = {}): Promise<unknown> {
  const source = pathToFileURL(join(import.meta.dirname, "../../../sandbox/python/python.ts")).href;
  const script = `import { pythonTools } from ${JSON.stringify(source)}; await pythonTools();`;
  const env = { ...settings, PATH: path, K8S_MIGRATE_CACHE: folder };
  return run(process.execPath, ["--input-type=module", "--eval", script], { env });
}
