import { mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { afterAll, beforeAll, expect, test } from "@jest/globals";
import { parseCommandFile } from "../support/command-files.ts";
import { runAction } from "../support/run-action.ts";

// The harness that the tests of dist rest on, tried on a small action that uses the real @actions/core.
let root: string;
let action: string;

beforeAll(async () => {
  root = await mkdtemp(join(tmpdir(), "action-"));
  action = join(root, "actions", "echo");
  await mkdir(action, { recursive: true });
  await writeFile(
    join(action, "action.yml"),
    [
      "name: echo",
      "inputs:",
      '  dry-run: { default: "false" }',
      "  release name: { required: true }",
      "  token: { default: '${{ github.token }}' }",
      "  text:",
      "runs: { using: node24, main: ../../dist/main.mjs, post: ../../dist/post.mjs }",
    ].join("\n"),
  );
  const core = pathToFileURL(join(process.cwd(), "node_modules/@actions/core/lib/core.js")).href;
  const main = `
    import * as core from "${core}";
    if (core.getInput("text") === "hang") await new Promise((done) => setTimeout(done, 60_000));
    if (core.getInput("text") === "wait") process.on("SIGTERM", () => process.exit(7)), console.log("waits"), setInterval(() => {}, 1000);
    core.setOutput("inputs", JSON.stringify([core.getBooleanInput("dry-run"), core.getInput("release name"), core.getInput("token"), core.getInput("text")]));
    core.setOutput("lines", "a=1\\nb<<x\\n");
    core.setOutput("environment", JSON.stringify(Object.keys(process.env)));
    core.exportVariable("GREETING", "hello");
    core.saveState("file", "one\\ntwo");
    core.addPath("/opt/tool");
    core.setSecret("s3cret");
    core.warning("careful");
    await core.summary.addRaw("# Done").write();
    if (core.getInput("text") === "fail") core.setFailed("100% wrong:\\nnothing works");
  `;
  const post = `
    import * as core from "${core}";
    core.info(JSON.stringify([core.getState("file"), process.env.GREETING, core.getInput("release name")]));
  `;
  await mkdir(join(root, "dist"));
  await writeFile(join(root, "dist", "main.mjs"), main);
  await writeFile(join(root, "dist", "post.mjs"), post);
});

afterAll(async () => rm(root, { recursive: true, force: true }));

test("gives inputs and defaults of action.yml and reads everything back", async () => {
  const run = await runAction(action, { inputs: { "release name": "shop" }, token: "t0ken" });
  expect(run).toMatchObject({ code: 0, signal: null, errors: [], warnings: ["careful"], masks: ["s3cret"] });
  expect(JSON.parse(run.outputs.inputs ?? "")).toEqual([false, "shop", "t0ken", ""]);
  expect(run.outputs.lines).toBe("a=1\nb<<x\n");
  expect(run.env).toEqual({ GREETING: "hello" });
  expect(run.state).toEqual({ file: "one\ntwo" });
  expect(run.paths).toEqual(["/opt/tool"]);
  expect(run.summary).toBe("# Done");
});

test("nothing of this process's environment comes in", async () => {
  process.env.LEAK_OF_THE_TEST = "1";
  const run = await runAction(action, { inputs: { "release name": "shop" }, env: { GIVEN: "1" } });
  const names = JSON.parse(run.outputs.environment ?? "") as string[];
  expect(names).toContain("GIVEN");
  expect(names).not.toContain("LEAK_OF_THE_TEST");
});

test("a failed action gives its exit code and the error as it was written", async () => {
  const run = await runAction(action, { inputs: { "release name": "shop", text: "fail" } });
  expect(run.code).toBe(1);
  expect(run.errors).toEqual(["100% wrong:\nnothing works"]);
});

test("the post step gets state, environment and inputs", async () => {
  const run = await runAction(action, { inputs: { "release name": "shop" } });
  const post = await run.post();
  expect(post.code).toBe(0);
  expect(post.stdout).toBe('["one\\ntwo","hello","shop"]\n');
});

test("an input that action.yml does not declare is refused", async () => {
  await expect(runAction(action, { inputs: { dry_run: "true" } })).rejects.toThrow('no input "dry_run"');
});

test("an action that does not end is killed and its log shown", async () => {
  const run = runAction(action, { inputs: { "release name": "shop", text: "hang" }, timeoutMs: 500 });
  await expect(run).rejects.toThrow("did not end within 500 ms");
});

test("signals reach the action", async () => {
  const run = await runAction(action, {
    inputs: { "release name": "shop", text: "wait" },
    onStart: (child) => child.stdout?.once("data", () => child.kill("SIGTERM")),
  });
  // Windows ends a process at once, whatever the signal.
  const expected = process.platform === "win32" ? { code: null, signal: "SIGTERM" } : { code: 7, signal: null };
  expect(run).toMatchObject(expected);
});

test("a command file that the runner would refuse is refused", () => {
  expect(() => parseCommandFile("name<<END\nvalue\n")).toThrow('"name" does not end');
  expect(() => parseCommandFile("no value\n")).toThrow("neither name=value");
});
