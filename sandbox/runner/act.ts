import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { mkdir, mkdtemp, realpath, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { delimiter, dirname, join, resolve } from "node:path";
import { createInterface } from "node:readline";
import { setTimeout as sleep } from "node:timers/promises";
import { daemonsOf, MARK } from "../process/mark.ts";
import { pythonTools } from "../python/python.ts";
import { type Entry, type JobRun, jobsOf, readableLine, readEntry, type StepRun, stepsOf } from "./log.ts";
import { makeRepository } from "./repository.ts";
import { exportSuite, SUITE } from "./suite.ts";

/*
 * Runs workflows through act 0.2.89 on this machine, without containers. What it does otherwise than GitHub, beside what
 * is handled here:
 * - `actions/checkout` is done by act itself, at any ref of that action and without network: it copies the repository's
 *   working tree and .git, without ignored files, to `path`. It does so only where `with.repository` and `with.ref` are
 *   left out, or are written exactly as github.repository and github.ref are ("casaone/shop", "refs/heads/main": no
 *   expression, no other case, not ""). All its other inputs are ignored. Else it needs a stand-in, as every action does
 *   that is not of this suite.
 * - A secret of several lines is not masked. `${{ }}` inside the value of a variable or an input is evaluated.
 * - Steps have a terminal. Every step leads a session of its own: to end act does not end what a step started.
 * - Skipped jobs and steps leave no trace. A job with `needs: <call of a reusable workflow>` and `if: always()` does not
 *   run when that call failed. `concurrency`, `permissions` and approvals are not enforced, and `vars` and `secrets` are
 *   the same in every environment.
 */

export type WorkflowOptions = {
  /** Folder with the caller's files; it is copied. See `makeRepository`. */
  repository: string;
  /** The workflow file in it, such as `.github/workflows/deploy.yml`. */
  workflow: string;
  /** The event that starts it, such as `push` or `workflow_dispatch`. */
  event: string;
  /** The checkout whose actions and reusable workflows are `casaone/k8s-migrate@v1`. */
  suite: string;
  /** Inputs of `workflow_dispatch`. */
  inputs?: Record<string, string>;
  secrets?: Record<string, string>;
  vars?: Record<string, string>;
  /** Environment of every step; what the runner itself sets (GITHUB_RUN_ID, GITHUB_API_URL ...) can be replaced. */
  env?: Record<string, string>;
  /** The event's payload, for events that have more than their inputs. */
  payload?: Record<string, unknown>;
  /** Folders that come first on PATH. The node that runs this follows, for the actions to run on, then this process's PATH. */
  path?: string[];
  /** Folders that take the place of actions that cannot be fetched, by `owner/name@ref`. */
  standIns?: Record<string, string>;
  /** GITHUB_REPOSITORY; `casaone/shop` when left out. */
  name?: string;
  /** Leaves secrets in the logs, for tests that look for leaks: act masks them, so that a search would find none. */
  insecureSecrets?: boolean;
  /** After this everything is killed. Ten minutes when left out. */
  timeoutMs?: number;
  /** When it fires everything is killed. */
  signal?: AbortSignal;
  /** Called with each line as a person follows the run, as it comes. */
  onLine?: (line: string) => void;
};

export type WorkflowRun = {
  /** act's exit code: 0 when no job failed; null when it was killed. */
  code: number | null;
  jobs: JobRun[];
  steps: StepRun[];
  /** All jobs' lines as a person follows the run, and what act said on stderr. */
  log: string;
};

/**
 * Runs a workflow with the actions of a checkout, and returns what it did once every process of it is gone.
 * Its environment is only what is given here. Its files are removed.
 *
 * @throws when it could not be started; a workflow that fails is a result
 */
export async function runWorkflow(options: WorkflowOptions): Promise<WorkflowRun> {
  // The real path: macOS's temporary folder is a link, and processes are found by it.
  const folder = await realpath(await mkdtemp(join(tmpdir(), "k8s-migrate-run-")));
  try {
    for (const name of ["home", "tmp"]) await mkdir(join(folder, name));
    await exportSuite(options.suite, join(folder, "suite"));
    await makeRepository(options.repository, join(folder, "repository"), options.name ?? "casaone/shop");
    const { act } = await pythonTools();
    const child = spawn(act, await actArguments(folder, options), {
      cwd: join(folder, "repository"),
      env: environment(folder, options.path ?? []),
      stdio: ["ignore", "pipe", "pipe"],
    });
    return await followed(child, folder, options);
  } finally {
    await rm(folder, { recursive: true, force: true, maxRetries: 3 });
  }
}

async function actArguments(folder: string, options: WorkflowOptions): Promise<string[]> {
  const { standIns = {}, inputs = {} } = options;
  const env = { GITHUB_RUN_ID: String(Date.now()), ...options.env };
  // act reads a .yml as a map of strings, and JSON is YAML: values need no quoting. A secret in argv could be seen by others.
  const file = async (name: string, content: unknown) => {
    await writeFile(join(folder, name), JSON.stringify(content), { mode: 0o600 });
    return join(folder, name);
  };
  const repositories = { [`${SUITE.repository}@${SUITE.ref}`]: join(folder, "suite"), ...standIns };
  const flags = {
    workflows: options.workflow,
    platform: "ubuntu-latest=-self-hosted",
    "env-file": await file("env.yml", env),
    "secret-file": await file("secrets.yml", options.secrets ?? {}),
    "var-file": await file("vars.yml", options.vars ?? {}),
    "input-file": await file("inputs.yml", inputs),
    eventpath: await file("event.json", { ...options.payload, inputs }),
  };
  return [
    options.event,
    ...Object.entries(flags).map(([name, value]) => `--${name}=${value}`),
    ...Object.entries(repositories).map(([name, source]) => `--local-repository=${name}=${resolve(source)}`),
    "--no-cache-server", // its address is not the loopback one
    "--json",
    ...(options.insecureSecrets ? ["--insecure-secrets"] : []),
  ];
}

/** act hands its own environment on to the steps. */
function environment(folder: string, path: string[]): Record<string, string> {
  return {
    PATH: [...path, dirname(process.execPath), process.env.PATH ?? ""].join(delimiter),
    HOME: join(folder, "home"),
    TMPDIR: join(folder, "tmp"),
    LANG: "C.UTF-8",
    // Steps have a terminal: no program may wait at it for a key.
    TERM: "dumb",
    PAGER: "cat",
    [MARK]: `${folder}#act`,
  };
}

async function followed(child: ChildProcess, folder: string, options: WorkflowOptions): Promise<WorkflowRun> {
  const entries: Entry[] = [];
  const lines: string[] = [];
  const say = (line: string | undefined) => {
    if (line === undefined) return;
    lines.push(line);
    options.onLine?.(line);
  };
  if (child.stdout) {
    createInterface({ input: child.stdout }).on("line", (line) => {
      const entry = readEntry(line);
      entries.push(entry);
      say(readableLine(entry));
    });
  }
  if (child.stderr) createInterface({ input: child.stderr }).on("line", (line) => say(readableLine(readEntry(line))));

  await once(child, "spawn");
  const closed = once(child, "close");
  const kill = () => void killAll(folder);
  const timeout = setTimeout(kill, options.timeoutMs ?? 600_000);
  options.signal?.addEventListener("abort", kill);
  try {
    await once(child, "exit");
  } finally {
    clearTimeout(timeout);
    options.signal?.removeEventListener("abort", kill);
    await killAll(folder);
  }
  await closed;
  return { code: child.exitCode, jobs: jobsOf(entries), steps: stepsOf(entries), log: lines.join("\n") };
}

/** Kills every process of the run: act hands on the mark in its environment, however deep and in whatever session. */
async function killAll(folder: string): Promise<void> {
  for (let found = daemonsOf(folder); found.length > 0; found = daemonsOf(folder)) {
    for (const { pid } of found) {
      try {
        process.kill(pid, "SIGKILL");
      } catch (error) {
        if ((error as NodeJS.ErrnoException).code !== "ESRCH") throw error;
      }
    }
    await sleep(20);
  }
}

/**
 * The step of that id (see `StepRun`), in its main stage when none is named. Where several jobs have it, the first.
 *
 * @throws an error that lists the steps that ran and ends with the log
 */
export function stepOf(run: WorkflowRun, id: string, stage: StepRun["stage"] = "Main"): StepRun {
  const found = run.steps.find((step) => step.id === id && step.stage === stage);
  if (found) return found;
  const ran = run.steps.map((step) => `${step.job}: ${step.id} (${step.stage})`).join("\n");
  throw new Error(`No step ${id} (${stage}) ran. These did:\n${ran}\nThe log:\n${run.log}`);
}
