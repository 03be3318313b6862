import { execFileSync } from "node:child_process";
import { existsSync } from "node:fs";
import { mkdir, mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { afterAll, beforeAll, expect, test } from "@jest/globals";
import { runWorkflow, stepOf, type WorkflowOptions, type WorkflowRun } from "../../../sandbox/runner/act.ts";
import { INSTALL_MS } from "../../support/emulator.ts";

const SECRET = 'p4ss "word" of #orders';
const CHECKOUT = "actions/checkout@08c6903cd8c0fde910a37f88322edcfb5dd907a8";

// A checkout like this project's: an action whose code lies in dist/, one that calls it, and a reusable workflow.
const suite = {
  ".gitignore": "ignored/\n",
  "ignored/file": "not published",
  "removed.txt": "tracked, then removed",
  "greet/action.yml": `
name: greet
description: Greets
inputs: { name: { description: whom, default: world } }
outputs: { greeting: { description: the greeting } }
runs: { using: node24, main: ../dist/greet.js, post: ../dist/post.js }
`,
  "dist/package.json": '{ "type": "module" }',
  "dist/greet.js": "throw new Error('this is the committed one')",
  "dist/post.js": 'console.log("after the job")',
  "actions/twice/action.yml": `
name: twice
description: Greets by the action beside it
runs:
  using: composite
  steps:
    - id: inner
      uses: $/greet
      with: { name: twice }
`,
  ".github/workflows/greet.yml": `
on: { workflow_call: { inputs: { name: { type: string } }, outputs: { greeting: { value: "\${{ jobs.greet.outputs.greeting }}" } } } }
jobs:
  greet:
    runs-on: ubuntu-latest
    outputs: { greeting: "\${{ steps.greet.outputs.greeting }}" }
    steps:
      - id: greet
        uses: $/greet
        with: { name: "\${{ inputs.name }}" }
`,
};

const greet = `
import { appendFileSync, existsSync } from "node:fs";
const name = process.env.INPUT_NAME;
console.log("hello " + name + " from node " + process.versions.node);
console.log("::warning file=a.yml,line=2::two%0Alines");
console.log("published: " + existsSync(new URL("../ignored/file", import.meta.url)));
appendFileSync(process.env.GITHUB_OUTPUT, "greeting<<END\\nhi " + name + "\\nand more\\nEND\\n");
appendFileSync(process.env.GITHUB_STEP_SUMMARY, "# Greeted " + name + "\\n");
`;

let folder: string;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "k8s-migrate-runner-test-"));
  await write("suite", suite);
  const git = (...args: string[]) => execFileSync("git", ["-C", join(folder, "suite"), ...args]);
  git("init", "--quiet");
  git("add", ".");
  git("-c", "user.name=a", "-c", "user.email=a@example.com", "commit", "--quiet", "--message", "Add it");
  // What is not committed counts.
  await write("suite", { "dist/greet.js": greet });
  await rm(join(folder, "suite", "removed.txt"));
});

afterAll(async () => {
  await rm(folder, { recursive: true });
});

test(
  "runs the suite's actions on Node 24: outputs, summary, annotations, post step",
  async () => {
    const run = await workflow(`
jobs:
  one:
    runs-on: ubuntu-latest
    steps:
      - id: greet
        name: Say it
        uses: casaone/k8s-migrate/greet@v1
        with: { name: there }
      - id: after
        run: echo "got \${{ steps.greet.outputs.greeting }}"
`);
    expect(run).toMatchObject({ code: 0, jobs: [{ id: "one", name: "test/one", result: "success" }] });
    const step = stepOf(run, "greet");
    expect(step).toMatchObject({
      job: "test/one",
      name: "Say it",
      result: "success",
      outputs: { greeting: "hi there\nand more" },
      summary: "# Greeted there\n",
      annotations: [{ level: "warning", message: "two\nlines" }],
    });
    expect(step.log).toMatch(/^hello there from node 24\./);
    expect(step.log).toContain("::warning file=a.yml,line=2::two%0Alines\npublished: false\n");
    expect(stepOf(run, "after").log).toBe("got hi there\nand more\n");
    expect(stepOf(run, "greet", "Post").log).toBe("after the job\n");
  },
  INSTALL_MS,
);

test("follows $/ in reusable workflows and composite actions", async () => {
  const run = await workflow(`
jobs:
  called:
    uses: casaone/k8s-migrate/.github/workflows/greet.yml@v1
    with: { name: called }
  then:
    needs: called
    runs-on: ubuntu-latest
    steps:
      - id: twice
        uses: casaone/k8s-migrate/actions/twice@v1
      - id: read
        run: echo "\${{ needs.called.outputs.greeting }}"
`);
  expect(run.code).toBe(0);
  expect(run.jobs.map(({ name, result }) => [name, result])).toEqual([
    ["called/greet.yml/greet", "success"],
    ["test/then", "success"],
  ]);
  expect(stepOf(run, "twice/inner").outputs).toEqual({ greeting: "hi twice\nand more" });
  expect(stepOf(run, "read").log).toContain("hi called");
}, 60_000);

test("tells which step and job failed, and does not run what needed them", async () => {
  const run = await workflow(`
jobs:
  fails:
    runs-on: ubuntu-latest
    steps:
      - id: tolerated
        continue-on-error: true
        run: exit 3
      - id: bad
        run: echo "::error::it broke arn:aws:iam::1:role/a" && exit 2
      - id: skipped
        run: echo never
      - id: last
        if: always()
        run: echo "\${{ steps.tolerated.outcome }} \${{ steps.tolerated.conclusion }}"
  needs-it:
    needs: fails
    runs-on: ubuntu-latest
    steps: [{ run: echo never }]
`);
  expect(run).toMatchObject({ code: 1, jobs: [{ id: "fails", result: "failure" }] });
  expect(run.steps.map(({ id, result }) => [id, result])).toEqual([
    ["tolerated", "failure"],
    ["bad", "failure"],
    ["last", "success"],
  ]);
  expect(stepOf(run, "bad").annotations).toEqual([{ level: "error", message: "it broke arn:aws:iam::1:role/a" }]);
  expect(stepOf(run, "last").log).toBe("failure success\n");
  expect(run.log).toContain("it broke");
  expect(() => stepOf(run, "skipped")).toThrow(/No step skipped \(Main\) ran.*test\/fails: bad \(Main\)/s);
}, 60_000);

test("gives inputs, variables, environment and event as they are, and nothing of this process's environment", async () => {
  process.env.AWS_SECRET_ACCESS_KEY = "the developer's own";
  const difficult = 'a "b" $C\n# d: {e}';
  const run = await workflow(
    `
jobs:
  one:
    runs-on: ubuntu-latest
    env: { MODE: "\${{ inputs.mode }}", VARIABLE: "\${{ vars.DIFFICULT }}" }
    steps:
      - id: context
        run: |
          echo "\${{ github.repository }} \${{ github.ref }} \${{ github.event_name }} \${{ github.event.number }} $GITHUB_RUN_ID"
      - { id: environment, run: "node -p 'JSON.stringify(process.env)'" }
      - { id: writes, run: "echo x > $HOME/in-home; echo x > $TMPDIR/in-tmp; echo $HOME $TMPDIR" }
`,
    {
      event: "workflow_dispatch",
      inputs: { mode: difficult },
      vars: { DIFFICULT: difficult },
      env: { GIVEN: difficult, GITHUB_RUN_ID: "4711" },
      payload: { number: 7 },
    },
  );
  expect(stepOf(run, "context").log).toBe("casaone/shop refs/heads/main workflow_dispatch 7 4711\n");
  const seen = JSON.parse(stepOf(run, "environment").log) as Record<string, string>;
  expect(seen).toMatchObject({ MODE: difficult, VARIABLE: difficult, GIVEN: difficult, GITHUB_ACTIONS: "true" });
  expect(seen).not.toHaveProperty("AWS_SECRET_ACCESS_KEY");
  const [home = "", temporary = ""] = stepOf(run, "writes").log.trim().split(" ");
  expect(home).toContain(tmpdir());
  expect([existsSync(dirname(home)), existsSync(dirname(temporary))]).toEqual([false, false]);
}, 60_000);

test("masks secrets, and leaves them to a test that looks for leaks", async () => {
  const jobs = `
jobs:
  one:
    runs-on: ubuntu-latest
    env: { PASSWORD: "\${{ secrets.PASSWORD }}" }
    steps:
      - { id: leak, run: 'echo "it is $PASSWORD."' }
      - { id: argv, run: "ps -wweo args | grep -e --secret-file" }
`;
  const masked = await workflow(jobs, { secrets: { PASSWORD: SECRET } });
  expect(masked.code).toBe(0);
  for (const text of [masked.log, stepOf(masked, "leak").log]) {
    expect(text).toContain("it is ***");
    expect(text).not.toContain(SECRET);
  }
  const open = await workflow(jobs, { secrets: { PASSWORD: SECRET }, insecureSecrets: true });
  expect(stepOf(open, "leak").log).toBe(`it is ${SECRET}.\n`);
  expect(stepOf(open, "argv").log).toContain("--secret-file");
  expect(stepOf(open, "argv").log).not.toContain(SECRET);
}, 60_000);

test("checks the caller's repository out, and takes stand-ins for actions that cannot be fetched", async () => {
  await write("stand-in", {
    "action.yml": "name: a\ndescription: a\nruns: { using: composite, steps: [{ run: echo uploaded, shell: bash }] }",
  });
  const run = await workflow(
    `
jobs:
  one:
    runs-on: ubuntu-latest
    steps:
      - uses: ${CHECKOUT}
        with: { persist-credentials: false }
      - { id: files, run: "git status --short; ls -A; git log --format=%s" }
      - uses: actions/upload-artifact@0123456789012345678901234567890123456789
`,
    { standIns: { "actions/upload-artifact@0123456789012345678901234567890123456789": join(folder, "stand-in") } },
  );
  expect(run.code).toBe(0);
  expect(stepOf(run, "files").log.trim().split(/\s+/)).toEqual([
    ".git",
    ".github",
    "values.yaml",
    "Add",
    "the",
    "service",
  ]);
  expect(run.log).toContain("uploaded");
}, 60_000);

test("kills what a workflow started, at its end and at the timeout", async () => {
  const pids = join(folder, "pids");
  const detach = `setsid nohup sleep 600 > /dev/null 2>&1 & echo $! >> ${pids}`;
  const jobs = (steps: string) => `
jobs:
  one:
    runs-on: ubuntu-latest
    steps:
      - run: ${detach}
${steps}`;
  expect((await workflow(jobs(""))).code).toBe(0);
  const start = Date.now();
  const slow = await workflow(jobs("      - { id: slow, run: sleep 600 }"), { timeoutMs: 3000 });
  expect(Date.now() - start).toBeLessThan(20_000);
  expect(slow).toMatchObject({ code: null, jobs: [] });
  expect(stepOf(slow, "slow").result).toBeUndefined();
  const started = (await readFile(pids, "utf8")).trim().split("\n").map(Number);
  expect(started).toHaveLength(2);
  for (const pid of started) expect(() => process.kill(pid, 0)).toThrow("ESRCH");
}, 60_000);

test("a line is told as it comes", async () => {
  const lines: string[] = [];
  const run = await workflow("jobs: { one: { runs-on: ubuntu-latest, steps: [{ run: echo first }] } }", {
    onLine: (line) => lines.push(line),
  });
  expect(lines).toContain("[test/one]   | first");
  expect(run.log).toBe(lines.join("\n"));
}, 60_000);

/** Runs a workflow named "test" with these jobs, in a repository that holds it and one other file. */
async function workflow(jobs: string, options: Partial<WorkflowOptions> = {}): Promise<WorkflowRun> {
  const on = "on: { push: , workflow_dispatch: { inputs: { mode: { type: string } } } }";
  await rm(join(folder, "repository"), { recursive: true, force: true });
  await write("repository", { ".github/workflows/test.yml": `name: test\n${on}\n${jobs}`, "values.yaml": "a: 1\n" });
  return runWorkflow({
    repository: join(folder, "repository"),
    workflow: ".github/workflows/test.yml",
    event: "push",
    suite: join(folder, "suite"),
    ...options,
  });
}

async function write(part: string, files: Record<string, string>): Promise<void> {
  for (const [name, text] of Object.entries(files)) {
    const file = join(folder, part, name);
    await mkdir(dirname(file), { recursive: true });
    await writeFile(file, text);
  }
}
