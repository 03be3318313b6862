import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtemp, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { text } from "node:stream/consumers";
import { fileURLToPath } from "node:url";
import { afterEach, beforeEach, expect, test } from "@jest/globals";
import { cached } from "../../../sandbox/cache/cache.ts";
import { waitFor } from "../../../sandbox/process/daemon.ts";

const program = fileURLToPath(new URL("make-when-told.ts", import.meta.url));

let folder: string;
let before: string | undefined;
let children: ChildProcess[];

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), "cache-test-"));
  before = process.env.K8S_MIGRATE_CACHE;
  process.env.K8S_MIGRATE_CACHE = join(folder, "cache");
  children = [];
});

afterEach(async () => {
  for (const child of children) child.kill("SIGKILL");
  if (before === undefined) delete process.env.K8S_MIGRATE_CACHE;
  else process.env.K8S_MIGRATE_CACHE = before;
  await rm(folder, { recursive: true, force: true });
});

function ask(): { child: ChildProcess; path: Promise<string> } {
  const child = spawn(process.execPath, [program, folder], { env: process.env, stdio: ["ignore", "pipe", "inherit"] });
  children.push(child);
  return { child, path: text(child.stdout) };
}

async function begun(): Promise<string[]> {
  return (await readFile(join(folder, "begun"), "utf8").catch(() => "")).split("\n").filter(Boolean);
}

test("of two processes that ask at once one makes the part, and the other waits for it", async () => {
  const first = ask();
  const second = ask();
  await waitFor("one to begin", async () => (await begun()).length > 0);
  await writeFile(join(folder, "go"), "");

  const paths = await Promise.all([first.path, second.path]);

  const [maker] = await begun();
  expect(await begun()).toHaveLength(1);
  expect(paths).toEqual([join(folder, "cache", "part", "1.0"), join(folder, "cache", "part", "1.0")]);
  expect(await readFile(join(paths[0] ?? "", "whole"), "utf8")).toBe(maker);
});

test("what an interrupted make left is neither used nor kept", async () => {
  const interrupted = ask();
  await waitFor("it to begin", async () => (await begun()).length === 1);
  interrupted.child.kill("SIGKILL");
  await once(interrupted.child, "exit");
  await writeFile(join(folder, "go"), "");

  const next = ask();
  const path = await next.path;

  expect(await readdir(path)).toEqual([`half-${next.child.pid}`, "whole"]);
  expect(await readdir(join(folder, "cache", "part"))).toEqual([".1.0.lock", "1.0"]);
});

test("a make that fails leaves nothing, and the next one is tried", async () => {
  const failing = cached("part", "2.0", async () => {
    throw new Error("no space left");
  });
  await expect(failing).rejects.toThrow("no space left");

  const path = await cached("part", "2.0", (temporary) => writeFile(join(temporary, "file"), ""));

  expect(await readdir(path)).toEqual(["file"]);
});
