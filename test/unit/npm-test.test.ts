import { type ChildProcess, spawn } from "node:child_process";
import { cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "@jest/globals";

// scripts/test.ts in a small checkout, where each part does what its line in `parts` says. npm is played by a script that
// knows `run --silent <part>`: the real one takes half a second each time.
const npm = `
import { appendFileSync, readFileSync, writeFileSync } from "node:fs";
const [, , , , part, ...args] = process.argv;
appendFileSync("calls.log", [part, ...args].join(" ") + "\\n");
const what = JSON.parse(readFileSync("parts.json", "utf8"))[part] ?? "pass";
if (what === "sandbox?") console.log("sandbox is " + process.env.K8S_MIGRATE_SANDBOX);
if (what.includes(" passed, ")) console.log(what + "\\nTime: 1 s");
if (what === "hang") { writeFileSync("hangs", String(process.pid)); setInterval(() => {}, 1000); }
process.exitCode = what === "fail" || what.endsWith("!") ? 1 : 0;
`;

let root: string;

beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), "npm-test-"));
  cpSync("scripts", join(root, "scripts"), { recursive: true });
  writeFileSync(join(root, "package.json"), '{ "type": "module" }');
  writeFileSync(join(root, "npm.mjs"), npm);
  mkdirSync(join(root, "home"));
});

afterEach(() => rmSync(root, { recursive: true, force: true }));

type Run = { code: number | null; log: string; rows: Record<string, string>; calls: string[] };

/** Runs npm test; what its parts do is "pass", "fail", "hang", or the line of a tally, with ! when it ends badly. */
async function npmTest(
  does: Record<string, string>,
  {
    args = [],
    env = {},
    onStart,
  }: { args?: string[]; env?: NodeJS.ProcessEnv; onStart?: (child: ChildProcess) => void } = {},
): Promise<Run> {
  writeFileSync(join(root, "parts.json"), JSON.stringify(does));
  const { K8S_MIGRATE_SANDBOX: _, ...clean } = process.env;
  const child = spawn(process.execPath, ["scripts/test.ts", ...args], {
    cwd: root,
    env: { ...clean, npm_execpath: join(root, "npm.mjs"), ...env },
  });
  let log = "";
  for (const stream of [child.stdout, child.stderr]) {
    stream.setEncoding("utf8").on("data", (text: string) => {
      log += text;
    });
  }
  onStart?.(child);
  const code = await new Promise<number | null>((done) => child.once("close", done));
  const table = log.split("=== npm test")[1] ?? "";
  const rows = Object.fromEntries(
    [...table.matchAll(/^ {2}(\S+)\s+(?:[\d.]+ s\s+)?(.*)$/gm)].map(([, part, text]) => [part, text]),
  );
  const calls = existsSync(join(root, "calls.log"))
    ? readFileSync(join(root, "calls.log"), "utf8").trim().split("\n")
    : [];
  return { code, log, rows, calls };
}

async function until(probe: () => boolean): Promise<void> {
  while (!probe()) await new Promise((done) => setTimeout(done, 20));
}

function isAlive(pid: number): boolean {
  try {
    return process.kill(pid, 0);
  } catch {
    return false;
  }
}

test("runs every part in order on one sandbox, and stops it", async () => {
  const { code, log, calls, rows } = await npmTest({ unit: "unit: 12 passed, 0 failed", contract: "sandbox?" });
  expect(code).toBe(0);
  const name = /sandbox is (test-\d+)/.exec(log)?.[1];
  const before = ["lint", "knip", "docs -- --check", "typecheck", "unit", "check-dist", "dist-tests"];
  const on = [
    `sandbox -- up --name ${name}`,
    "contract",
    "e2e",
    "lint:workflows",
    `sandbox -- down --family --name ${name}`,
  ];
  expect(calls).toEqual([...before, ...on]);
  expect(rows.unit).toBe("12 passed, 0 failed");
  expect(log).toContain("\nlint: 1 passed, 0 failed\n");
  expect(log).toContain(`\ntotal: ${12 + before.length + on.length - 1} passed, 0 failed\n`);
});

test("a part that fails makes npm test fail, and the cheap ones after it run", async () => {
  const { code, rows, log } = await npmTest({ unit: "unit: 11 passed, 1 failed!" });
  expect(code).toBe(1);
  expect(rows).toMatchObject({
    unit: "11 passed, 1 failed",
    "dist-tests": "1 passed, 0 failed",
    sandbox: "not run: unit failed",
    contract: "not run: unit failed",
    e2e: "not run: unit failed",
    workflows: "1 passed, 0 failed",
  });
  expect(log).toMatch(/\ntotal: \d+ passed, 1 failed\n/);
});

test("a part that ends badly has failed, whatever its line says", async () => {
  const { code, rows } = await npmTest({ "dist-tests": "dist: 5 passed, 0 failed!" });
  expect(code).toBe(1);
  expect(rows["dist-tests"]).toBe("5 passed, 1 failed");
});

test("without a sandbox its parts do not run, and what was started is stopped", async () => {
  const { code, rows, calls } = await npmTest({ sandbox: "fail" }, { args: ["contract", "e2e", "lint"] });
  expect(code).toBe(1);
  expect(rows).toMatchObject({ contract: "not run: sandbox failed", e2e: "not run: sandbox failed" });
  expect(calls.at(-1)).toMatch(/^sandbox -- down --family --name test-/);
});

test("a sandbox that is named is used and left as it is", async () => {
  const env = { K8S_MIGRATE_SANDBOX: "mine" };
  const { log, calls } = await npmTest({ contract: "sandbox?" }, { args: ["contract"], env });
  expect(log).toContain("sandbox is mine");
  expect(calls).toEqual(["contract"]);
});

test("parts that are named run, in the usual order; an unknown one is refused", async () => {
  expect((await npmTest({}, { args: ["unit", "lint"] })).calls).toEqual(["lint", "unit"]);
  const { code, log } = await npmTest({}, { args: ["units"] });
  expect(code).toBe(1);
  expect(log).toContain("no part units");
});

test("the time limit ends the part that hangs and stops the sandbox", async () => {
  const env = { K8S_MIGRATE_TEST_MINUTES: "0.03" };
  const { code, rows, calls } = await npmTest({ e2e: "hang" }, { args: ["contract", "e2e", "workflows"], env });
  expect(code).toBe(1);
  expect(rows.e2e).toContain("0 passed, 1 failed; it may take 0.03 minutes");
  expect(rows.workflows).toContain("not run: it may take 0.03 minutes");
  expect(calls.at(-1)).toMatch(/^sandbox -- down --family --name test-/);
  expect(isAlive(Number(readFileSync(join(root, "hangs"), "utf8")))).toBe(false);
});

// Windows has no signals that a process could answer.
const signals = process.platform === "win32" ? [] : (["SIGINT", "SIGTERM"] as const);
for (const signal of signals) {
  test(`${signal} ends the part that runs and stops the sandbox`, async () => {
    const { code, rows, calls } = await npmTest(
      { contract: "hang" },
      {
        args: ["contract", "e2e"],
        onStart: (child) => void until(() => existsSync(join(root, "hangs"))).then(() => child.kill(signal)),
      },
    );
    expect(code).toBe(1);
    expect(rows.contract).toContain(`it got ${signal}`);
    expect(rows.e2e).toBe(`not run: it got ${signal}`);
    expect(calls.at(-1)).toMatch(/^sandbox -- down --family --name test-/);
    expect(isAlive(Number(readFileSync(join(root, "hangs"), "utf8")))).toBe(false);
  });
}
