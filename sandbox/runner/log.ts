/** A job that ran. One that was skipped, or never reached, is not listed: act says nothing of it. */
export type JobRun = {
  /** Its key in the workflow. */
  id: string;
  /** `<workflow>/<job name>`; in a reusable workflow `<calling job>/<file>/<job name>`; a matrix adds `-1`, `-2` ... */
  name: string;
  result: "success" | "failure" | "cancelled";
};

/** A step that ran, once for each of its stages. A skipped step is not listed. */
export type StepRun = {
  /** The name of its job. */
  job: string;
  /** Its id in the workflow, else its number from 0; in a composite action `<outer id>/<inner id>`. */
  id: string;
  name: string;
  stage: "Pre" | "Main" | "Post";
  /** Its outcome, before `continue-on-error`. Undefined when it was killed. */
  result: "success" | "failure" | undefined;
  outputs: Record<string, string>;
  /** What it wrote to its job summary, in Markdown and not masked. */
  summary: string;
  /** What it wrote to stdout and stderr, with secrets masked as the runner masks them. */
  log: string;
  /** Its messages of these levels, which GitHub shows beside the run. */
  annotations: { level: "error" | "warning" | "notice"; message: string }[];
};

/** One line of `act --json`. Not every field is on every line. */
export type Entry = {
  msg: string;
  job?: string;
  jobID?: string;
  jobResult?: JobRun["result"];
  step?: string;
  stepID?: string[];
  stage?: StepRun["stage"];
  stepResult?: "success" | "failure";
  raw_output?: boolean;
  command?: string;
  name?: string;
  arg?: string;
  content?: string;
  /** On a workflow command that was written to stdout; those written to a file have none. */
  raw?: string;
};

/** Reads a line of `act --json`; a line that is not JSON is a message of its own. */
export function readEntry(line: string): Entry {
  try {
    const entry = JSON.parse(line) as Entry;
    return { ...entry, msg: entry.msg ?? "", ...(entry.job && { job: entry.job.trim() }) };
  } catch {
    return { msg: line };
  }
}

/** What act says of its own doings. */
const NOISE = /^(LocalRepositoryCache |Cleaning up container|Couldn't get a valid docker connection)/;

/** The line as a person follows the run, or undefined for one that tells nothing. */
export function readableLine(entry: Entry): string | undefined {
  const text = entry.msg.trimEnd();
  if (!text || NOISE.test(text)) return undefined;
  return `${entry.job ? `[${entry.job}] ` : ""}${entry.raw_output ? "  | " : ""}${text}`;
}

/** The jobs that ended, in the order of their end. */
export function jobsOf(entries: Entry[]): JobRun[] {
  return entries.flatMap(({ jobID, job, jobResult }) =>
    jobID && job && jobResult ? [{ id: jobID, name: job, result: jobResult }] : [],
  );
}

/** The steps that were started, in order. */
export function stepsOf(entries: Entry[]): StepRun[] {
  const steps = new Map<string, StepRun>();
  for (const entry of entries) {
    const { job, stage, stepID } = entry;
    if (!job || !stage || !stepID) continue;
    const id = stepID.join("/");
    const key = JSON.stringify([job, stage, id]);
    const known = steps.get(key);
    const step = known ?? newStep({ job, stage, id, name: entry.step ?? "" });
    if (!known && NOISE.test(entry.msg)) continue; // tells that the step will come
    steps.set(key, step);
    add(step, entry);
  }
  return [...steps.values()];
}

function newStep(start: Pick<StepRun, "job" | "id" | "name" | "stage">): StepRun {
  return { ...start, result: undefined, outputs: {}, summary: "", log: "", annotations: [] };
}

function add(step: StepRun, entry: Entry): void {
  step.result = entry.stepResult ?? step.result;
  if (entry.raw_output) step.log += entry.msg;
  const line = workflowCommand(entry.msg);
  // act splits "::error::arn:aws:iam::1" at the last "::", and takes "error::arn:aws:iam" for the command.
  const command = entry.raw ? /^::([\w-]+)/.exec(line)?.[1] : entry.command;
  switch (command) {
    case undefined:
      return;
    case "set-output":
      if (entry.name) step.outputs[entry.name] = entry.arg ?? "";
      return;
    case "summary":
      step.summary += entry.content ?? "";
      return;
    case "error":
    case "warning":
    case "notice":
      step.annotations.push({ level: command, message: annotation(entry.msg) });
  }
  if (entry.raw && line.startsWith("::")) step.log += line; // act shows only *** for add-mask
}

/** `  ❗  ::error file=a::text` without what act puts before it. */
function workflowCommand(message: string): string {
  return message.replace(/^\s*\S+\s+(?=::)/u, "");
}

/** The text of `::error file=a::text`, decoded: https://docs.github.com/actions/reference/workflow-commands */
function annotation(message: string): string {
  const text = workflowCommand(message)
    .trimEnd()
    .replace(/^::\w+.*?::/, "");
  return text.replaceAll("%0D", "\r").replaceAll("%0A", "\n").replaceAll("%25", "%");
}
