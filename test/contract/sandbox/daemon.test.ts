import { spawn } from "node:child_process";
import { mkdtemp, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "@jest/globals";
import { logOf, startDaemon, stopDaemon, stopDaemons, waitFor } from "../../../sandbox/process/daemon.ts";
import { daemonsOf, isRunning } from "../../../sandbox/process/mark.ts";

let folder: string;

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), "daemon-test-"));
});

afterEach(async () => {
  await stopDaemons(folder);
  await rm(folder, { recursive: true, force: true });
});

function start(script: string, part = ""): number {
  return startDaemon({ name: "shell", command: "sh", args: ["-c", script], folder: join(folder, part) });
}

test("a daemon that does not end when asked is killed", async () => {
  const pid = start("trap '' TERM; echo ready; while :; do sleep 0.1; done");
  await waitFor("it to ignore SIGTERM", async () => (await readFile(logOf(folder, "shell"), "utf8")) === "ready\n");

  await stopDaemon(pid, 100);

  expect(isRunning(pid)).toBe(false);
});

test("a process that is no daemon is left alone, as when a daemon's pid was given away", async () => {
  const foreign = spawn("sleep", ["60"]);
  const pid = foreign.pid ?? 0;

  await stopDaemon(pid, 100);

  expect(isRunning(pid)).toBe(true);
  foreign.kill("SIGKILL");
});

test("daemons and their children are found and stopped when their folder is gone", async () => {
  start("sleep 60 & exec sleep 60");
  start("exec sleep 60", "part");
  await waitFor("three processes", async () => daemonsOf(folder).length === 3);
  await rm(folder, { recursive: true });

  await stopDaemons(folder);

  expect(daemonsOf(folder)).toEqual([]);
});

test("daemons of a folder whose name begins alike are not touched", async () => {
  const neighbour = `${folder}-2`;
  const pid = startDaemon({ name: "shell", command: "sleep", args: ["60"], folder: neighbour });

  await stopDaemons(folder);

  expect(isRunning(pid)).toBe(true);
  await stopDaemons(neighbour);
  await rm(neighbour, { recursive: true });
});

test("waiting for a daemon that ended says so at once, with the end of its log", async () => {
  const pid = start("echo no such flag: --frob; exit 2");

  const waiting = waitFor("the shell", async () => false, { pid, log: logOf(folder, "shell"), timeoutMs: 30_000 });

  await expect(waiting).rejects.toThrow(/^Waited for the shell: its process ended after .*shell\.log.*--frob/s);
});

test("what cannot be started is named", () => {
  const starting = () => startDaemon({ name: "kwok", command: "/no/such/kwok", args: [], folder });

  expect(starting).toThrow("Could not start kwok: is /no/such/kwok there and executable?");
});
