// Runs an action's dist as the runner does: a process of its own, with INPUT_ variables and command files.
// Free of jest, so that bench/ can use it too; tests use run-action.ts.
import { type ChildProcess, spawn } from "node:child_process";
import { mkdir, mkdtemp, readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { inputVariables, readAction } from "./action-manifest.ts";
import { commandsIn, parseCommandFile } from "./command-files.ts";

export type ActionOptions = {
  /** By the names in action.yml; what is left out gets its default from there. */
  inputs?: Record<string, string>;
  /** Added to a clean environment; nothing of this process's own comes in, PATH aside. */
  env?: Record<string, string>;
  /** The workspace, and the folder that the process starts in; the run's own empty folder when left out. */
  workspace?: string;
  /** Value of `github.token` in defaults. */
  token?: string;
  /** The process is killed after this time, 120 s by default. */
  timeoutMs?: number;
  /** Called with the running process, to send it signals. */
  onStart?: (child: ChildProcess) => void;
};

export type ActionRun = {
  /** Exit code; null when a signal ended it, which `signal` then names. */
  code: number | null;
  signal: NodeJS.Signals | null;
  stdout: string;
  stderr: string;
  outputs: Record<string, string>;
  env: Record<string, string>;
  state: Record<string, string>;
  paths: string[];
  summary: string;
  /** Texts of ::error::, ::warning:: and ::add-mask:: lines. */
  errors: string[];
  warnings: string[];
  masks: string[];
  /** RUNNER_TEMP of the run. */
  runnerTemp: string;
  durationMs: number;
  /** Runs the post step with what main saved, as the runner does at the end of the job. */
  post: (options?: Pick<ActionOptions, "timeoutMs" | "onStart" | "env">) => Promise<ActionRun>;
};

const commandFiles = ["GITHUB_OUTPUT", "GITHUB_ENV", "GITHUB_STATE", "GITHUB_PATH", "GITHUB_STEP_SUMMARY"] as const;

/**
 * Runs the main step of the action in `folder` ("deploy", "actions/connect").
 * `temp` is a folder that the caller removes; every run makes its own below it.
 */
export async function startAction(folder: string, temp: string, options: ActionOptions = {}): Promise<ActionRun> {
  const action = await readAction(folder);
  const job = await mkdtemp(join(temp, "job-"));
  const env = {
    ...(await runnerEnvironment(job, options.workspace)),
    ...inputVariables(action, options.inputs ?? {}, options.token ?? ""),
    ...options.env,
  };
  const main = await runStep(action.main, { job, env, options });
  const post: ActionRun["post"] = async (postOptions = {}) => {
    if (action.post === undefined) throw new Error(`${folder}/action.yml has no post step.`);
    const saved = Object.fromEntries(Object.entries(main.state).map(([name, value]) => [`STATE_${name}`, value]));
    const postEnv = { ...env, ...main.env, ...saved, ...postOptions.env };
    const step = await runStep(action.post, { job, env: postEnv, options: postOptions });
    return { ...step, post };
  };
  return { ...main, post };
}

async function runnerEnvironment(job: string, workspace?: string): Promise<Record<string, string>> {
  const folders = {
    HOME: join(job, "home"),
    RUNNER_TEMP: join(job, "temp"),
    RUNNER_TOOL_CACHE: join(job, "tool-cache"),
    GITHUB_WORKSPACE: workspace ?? join(job, "workspace"),
  };
  for (const folder of Object.values(folders)) await mkdir(folder, { recursive: true });
  const event = join(job, "event.json");
  await writeFile(event, "{}");
  return {
    ...folders,
    ...inherited("PATH", "SystemRoot", "TEMP", "TMP", "PATHEXT", "COMSPEC"),
    CI: "true",
    GITHUB_ACTIONS: "true",
    GITHUB_ACTOR: "octocat",
    GITHUB_API_URL: "http://127.0.0.1:9",
    GITHUB_EVENT_NAME: "workflow_dispatch",
    GITHUB_EVENT_PATH: event,
    GITHUB_JOB: "deploy",
    GITHUB_REF: "refs/heads/main",
    GITHUB_REF_NAME: "main",
    GITHUB_REPOSITORY: "octo-org/shop",
    GITHUB_RUN_ATTEMPT: "1",
    GITHUB_RUN_ID: "4711",
    GITHUB_SERVER_URL: "https://github.com",
    GITHUB_SHA: "0123456789abcdef0123456789abcdef01234567",
    GITHUB_WORKFLOW: "deploy",
    RUNNER_ARCH: process.arch === "arm64" ? "ARM64" : "X64",
    RUNNER_OS: { darwin: "macOS", win32: "Windows" }[process.platform as string] ?? "Linux",
  };
}

function inherited(...names: string[]): Record<string, string> {
  return Object.fromEntries(names.flatMap((name) => (process.env[name] ? [[name, process.env[name]]] : [])));
}

type Step = { job: string; env: Record<string, string>; options: Pick<ActionOptions, "timeoutMs" | "onStart"> };

async function runStep(file: string, { job, env, options }: Step): Promise<Omit<ActionRun, "post">> {
  const step = await mkdtemp(join(job, "step-"));
  const files = Object.fromEntries(commandFiles.map((name) => [name, join(step, name)]));
  for (const path of Object.values(files)) await writeFile(path, "");
  const { timeoutMs = 120_000 } = options;
  const begin = performance.now();
  const child = spawn(process.execPath, [file], {
    cwd: env.GITHUB_WORKSPACE ?? job,
    env: { ...env, ...files },
    stdio: ["ignore", "pipe", "pipe"],
    timeout: timeoutMs,
    killSignal: "SIGKILL",
  });
  options.onStart?.(child);
  const texts = { stdout: "", stderr: "" };
  child.stdout.setEncoding("utf8").on("data", (chunk: string) => (texts.stdout += chunk));
  child.stderr.setEncoding("utf8").on("data", (chunk: string) => (texts.stderr += chunk));
  const ended = await new Promise<{ code: number | null; signal: NodeJS.Signals | null }>((done, fail) => {
    child.once("error", fail);
    child.once("close", (code, signal) => done({ code, signal }));
  });
  const durationMs = performance.now() - begin;
  if (ended.signal === "SIGKILL" && durationMs >= timeoutMs) {
    throw new Error(`${file} did not end within ${timeoutMs} ms.\n${texts.stdout}\n${texts.stderr}`);
  }
  const read = async (name: (typeof commandFiles)[number]) => readFile(join(step, name), "utf8");
  return {
    ...ended,
    ...texts,
    outputs: parseCommandFile(await read("GITHUB_OUTPUT")),
    env: parseCommandFile(await read("GITHUB_ENV")),
    state: parseCommandFile(await read("GITHUB_STATE")),
    paths: (await read("GITHUB_PATH")).split("\n").filter((line) => line !== ""),
    summary: await read("GITHUB_STEP_SUMMARY"),
    errors: commandsIn(texts.stdout, "error"),
    warnings: commandsIn(texts.stdout, "warning"),
    masks: commandsIn(texts.stdout, "add-mask"),
    runnerTemp: env.RUNNER_TEMP ?? job,
    durationMs,
  };
}
