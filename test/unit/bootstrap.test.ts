import { type ChildProcess, spawn } from "node:child_process";
import { cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { afterEach, beforeEach, expect, test } from "@jest/globals";

// The bootstrap in a small checkout. npm is played by a script that installs one package and, as npm does, lists it at the end.
const npm = `
import { appendFileSync, copyFileSync, cpSync, mkdirSync, rmSync, symlinkSync } from "node:fs";
import { setTimeout as sleep } from "node:timers/promises";
appendFileSync("npm.log", process.argv[2] + "\\n");
if (process.env.NPM_FAILS) { console.error("npm error no network"); process.exit(1); }
if (process.argv[2] === "ci") {
  rmSync("node_modules", { recursive: true, force: true });
  await sleep(400);
}
mkdirSync("node_modules/node/bin", { recursive: true });
if (process.argv[2] === "rebuild" || !process.env.NO_INSTALL_SCRIPTS) {
  if (process.platform === "win32") copyFileSync(process.execPath, "node_modules/node/bin/node.exe");
  else symlinkSync(process.execPath, "node_modules/node/bin/node");
}
if (process.argv[2] === "ci") cpSync("package-lock.json", "node_modules/.package-lock.json");
`;

let root: string;

beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), "bootstrap-"));
  mkdirSync(join(root, "scripts"));
  cpSync("scripts/bootstrap.mjs", join(root, "scripts/bootstrap.mjs"));
  write("npm.mjs", npm);
  write("package-lock.json", lock("24.21.0"));
  write("sandbox/control-plane/go.mod", "module x\n\ngo 1.26.0\n");
  write("sandbox/cli.ts", 'console.log("cli", ...process.argv.slice(2)); process.exitCode = 3;\n');
  write("scripts/test.ts", 'console.log("test", ...process.argv.slice(2));\n');
});

afterEach(() => rmSync(root, { recursive: true, force: true }));

function write(path: string, text: string): void {
  mkdirSync(dirname(join(root, path)), { recursive: true });
  writeFileSync(join(root, path), text);
}

function lock(nodeVersion: string): string {
  const other = { version: "1.0.0", optional: true, os: ["haiku"] };
  return JSON.stringify({
    packages: { "": {}, "node_modules/node": { version: nodeVersion }, "node_modules/other": other },
  });
}

function npmCalls(): string[] {
  return existsSync(join(root, "npm.log")) ? readFileSync(join(root, "npm.log"), "utf8").trim().split("\n") : [];
}

type Run = { code: number | null; stdout: string; stderr: string };

async function bootstrap(
  args: string[],
  { env = {}, onStart }: { env?: Record<string, string>; onStart?: (child: ChildProcess) => void } = {},
): Promise<Run> {
  const child = spawn(process.execPath, [join(root, "scripts/bootstrap.mjs"), ...args], {
    env: { ...process.env, npm_execpath: join(root, "npm.mjs"), ...env },
  });
  const run = { code: null, stdout: "", stderr: "" };
  child.stdout.setEncoding("utf8").on("data", (text: string) => (run.stdout += text));
  child.stderr.setEncoding("utf8").on("data", (text: string) => (run.stderr += text));
  onStart?.(child);
  const code = await new Promise<number | null>((done) => child.once("close", done));
  return { ...run, code };
}

test("installs once, then passes arguments and exit code", async () => {
  const first = await bootstrap(["sandbox", "status", "--name", "a b"]);
  expect(first).toMatchObject({ code: 3, stdout: "cli status --name a b\n" });
  expect(first.stderr).toContain("installing packages (npm ci), about half a minute");
  const second = await bootstrap(["sandbox", "status"]);
  expect(second).toEqual({ code: 3, stdout: "cli status\n", stderr: "" });
  expect(npmCalls()).toEqual(["ci"]);
});

test("installs again when package-lock.json asks for another version, or an install was cut off", async () => {
  await bootstrap(["test", "unit"]);
  write("package-lock.json", lock("24.22.0"));
  expect((await bootstrap(["test", "unit"])).code).toBe(0);
  expect(npmCalls()).toEqual(["ci", "ci"]);
  rmSync(join(root, "node_modules/.package-lock.json"));
  expect((await bootstrap(["test", "unit"])).code).toBe(0);
  expect(npmCalls()).toEqual(["ci", "ci", "ci"]);
});

test("two at once install once; the other waits", async () => {
  const runs = await Promise.all([
    bootstrap(["test", "unit"]),
    bootstrap(["test", "unit"]),
    bootstrap(["test", "unit"]),
  ]);
  expect(runs.map((run) => run.code)).toEqual([0, 0, 0]);
  expect(npmCalls()).toEqual(["ci"]);
  expect(runs.filter((run) => run.stderr.includes("another run is installing"))).toHaveLength(2);
  expect(existsSync(join(root, ".npm-ci.lock"))).toBe(false);
});

test("takes over the lock of a run that was killed", async () => {
  const dead = spawn(process.execPath, ["--version"]);
  await new Promise((done) => dead.once("close", done));
  write(".npm-ci.lock", String(dead.pid));
  const runs = await Promise.all([bootstrap(["test", "unit"]), bootstrap(["test", "unit"])]);
  expect(runs.map((run) => run.code)).toEqual([0, 0]);
  expect(npmCalls()).toEqual(["ci"]);
});

test("brings Node 24 where npm runs no install scripts", async () => {
  expect((await bootstrap(["test", "unit"], { env: { NO_INSTALL_SCRIPTS: "1" } })).stdout).toBe("test unit\n");
  expect(npmCalls()).toEqual(["ci", "rebuild"]);
});

test("a failed install shows npm's words", async () => {
  const run = await bootstrap(["test", "unit"], { env: { NPM_FAILS: "1" } });
  expect(run.code).toBe(1);
  expect(run.stderr).toContain("npm ci failed\nnpm error no network");
});

test("says what to install for the sandbox, and asks for it only where it starts", async () => {
  const env = { PATH: join(root, "nothing"), Path: join(root, "nothing") };
  const all = await bootstrap(["test"], { env });
  expect(all.code).toBe(1);
  expect(all.stderr).toContain("Go 1.26.0 or later (found: none). Install it from https://go.dev/doc/install");
  expect(all.stderr).toContain("Python 3.11 or later with its venv module (found: none)");
  expect((await bootstrap(["sandbox", "up"], { env })).code).toBe(1);
  expect(npmCalls()).toEqual([]);
  expect((await bootstrap(["test", "unit"], { env })).code).toBe(0);
  expect((await bootstrap(["sandbox", "down"], { env })).code).toBe(3);
});

test("an unknown command is refused with the known ones", async () => {
  const run = await bootstrap(["tset"]);
  expect(run.code).toBe(1);
  expect(run.stderr).toContain("test|demo|sandbox|bench|drill");
});

test("a signal reaches the script, and the exit code says how it ended", async () => {
  write(
    "scripts/test.ts",
    'process.on("SIGTERM", () => process.exit(9)); console.log("up"); setInterval(() => {}, 1000);\n',
  );
  const run = await bootstrap(["test", "unit"], {
    onStart: (child) => child.stdout?.once("data", () => child.kill("SIGTERM")),
  });
  // Windows ends a process at once, whatever the signal.
  expect(run.code).toBe(process.platform === "win32" ? null : 9);
});

// On Windows no process gets another parent.
if (process.platform !== "win32") {
  test("it ends with the shell that npm started it in", async () => {
    await bootstrap(["test", "unit"]);
    write(
      "scripts/test.ts",
      'process.on("SIGTERM", () => process.exit(9)); console.log(process.pid); setTimeout(() => {}, 20_000);\n',
    );
    const command = `"${process.execPath}" "${join(root, "scripts/bootstrap.mjs")}" test unit; true`;
    const shell = spawn("sh", ["-c", command], { env: { ...process.env, npm_lifecycle_event: "test" } });
    const ended = new Promise((done) => shell.stdout.once("close", done));
    const pid = await new Promise<number>((done) => shell.stdout.once("data", (text: Buffer) => done(Number(text))));
    shell.kill("SIGTERM");
    await ended;
    expect(() => process.kill(pid, 0)).toThrow("ESRCH");
  });
}
