import { clusterName, familyOf } from "./ecs.ts";

/** A rule of EventBridge. */
export type EventRule = {
  name: string;
  enabled: boolean;
  /** `cron(…)` or `rate(…)`, in UTC; absent for a rule that waits for events. */
  schedule?: string;
  targets: ScheduleTarget[];
};

/** A schedule of EventBridge Scheduler. */
export type Schedule = {
  group: string;
  name: string;
  enabled: boolean;
  /** `cron(…)`, `rate(…)` or `at(…)`. */
  expression: string;
  timeZone: string;
  target: ScheduleTarget;
};

/** What a rule or a schedule starts. */
export type ScheduleTarget =
  | {
      kind: "task";
      /** Name. */
      cluster: string;
      family: string;
      /** The task definition as it is named there: an ARN, `family:revision` or `family`. */
      definition: string;
      /** What its tasks say of who started them, where the parameters tell that themselves. */
      startedBy?: string;
    }
  /** A task, but which one cannot be read. */
  | { kind: "unreadable task"; why: string }
  /** Something that may start a task in turn. */
  | { kind: "function" | "state machine"; name: string }
  | { kind: "other"; what: string };

/** Targets of the API itself: https://docs.aws.amazon.com/scheduler/latest/UserGuide/managing-targets-universal.html */
const API_TARGET = /^arn:[\w-]+:scheduler:::aws-sdk:(\w+):(\w+)$/i;

export type RawTarget = {
  arn: string;
  /** ARN of the definition in the target's own parameters for ECS. */
  taskDefinition?: string;
  /** What the target gets: for targets of the API its parameters, as JSON. It may hold secrets: nothing of it is shown. */
  input?: string;
};

/** What a target's ARN and parameters say that it starts. */
export function readTarget({ arn, taskDefinition, input }: RawTarget): ScheduleTarget {
  if (taskDefinition !== undefined) return task(arn, taskDefinition);
  const [, service = "", call = ""] = API_TARGET.exec(arn) ?? [];
  const starter = starters.get(`${service}.${call}`.toLowerCase());
  if (starter !== undefined) return starter(input);
  const [, kind, name = ""] = /^arn:[\w-]+:(lambda|states):[^:]*:[^:]*:(?:function|stateMachine):(.+)$/.exec(arn) ?? [];
  if (kind === "lambda") return { kind: "function", name };
  if (kind === "states") return { kind: "state machine", name };
  return { kind: "other", what: arn.split(":")[2] ?? "" };
}

/** Whether reading the whole of a schedule tells more than the ARN of its target does. */
export function needsParameters(arn: string): boolean {
  const [, service = "", call = ""] = API_TARGET.exec(arn) ?? [];
  return /^arn:[\w-]+:ecs:/.test(arn) || starters.has(`${service}.${call}`.toLowerCase());
}

/** Calls of the API that start a task, or something that may start one. */
const starters = new Map<string, (input: string | undefined) => ScheduleTarget>([
  ["ecs.runtask", readRunTask],
  ["lambda.invoke", (input) => ({ kind: "function", name: named(input, "FunctionName") })],
  ["sfn.startexecution", (input) => ({ kind: "state machine", name: named(input, "StateMachineArn") })],
]);

function readRunTask(input: string | undefined): ScheduleTarget {
  const given = parsed(input);
  if (given === undefined) return { kind: "unreadable task", why: "its parameters are no JSON object" };
  const definition = textOf(given, "TaskDefinition");
  if (definition === undefined) return { kind: "unreadable task", why: "its parameters name no task definition" };
  // What RunTask does without: https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_RunTask.html
  // A plain call of the API: the Scheduler does not name itself.
  return { ...task(textOf(given, "Cluster") ?? "default", definition), startedBy: textOf(given, "StartedBy") ?? "" };
}

function task(cluster: string, definition: string): Extract<ScheduleTarget, { kind: "task" }> {
  return { kind: "task", cluster: clusterName(cluster), family: familyOf(definition), definition };
}

function named(input: string | undefined, key: string): string {
  return (textOf(parsed(input) ?? {}, key) ?? "unknown").split(/:(?:function|stateMachine):/).at(-1) ?? "unknown";
}

function parsed(input: string | undefined): Record<string, unknown> | undefined {
  try {
    const value: unknown = JSON.parse(input ?? "");
    return typeof value === "object" && value !== null ? (value as Record<string, unknown>) : undefined;
  } catch {
    return undefined;
  }
}

/** Parameters of the API are written `Cluster` or `cluster`. */
function textOf(parameters: Record<string, unknown>, key: string): string | undefined {
  const value = parameters[key] ?? parameters[`${key.charAt(0).toLowerCase()}${key.slice(1)}`];
  return typeof value === "string" && value !== "" ? value : undefined;
}
