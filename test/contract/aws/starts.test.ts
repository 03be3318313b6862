import {
  CreateClusterCommand,
  DescribeTasksCommand,
  type ECSClient,
  ListTasksCommand,
  RegisterTaskDefinitionCommand,
} from "@aws-sdk/client-ecs";
import {
  DescribeRuleCommand,
  DisableRuleCommand,
  EnableRuleCommand,
  type EventBridgeClient,
  PutRuleCommand,
  PutTargetsCommand,
} from "@aws-sdk/client-eventbridge";
import {
  CreateScheduleCommand,
  type CreateScheduleCommandInput,
  GetScheduleCommand,
  type SchedulerClient,
  UpdateScheduleCommand,
} from "@aws-sdk/client-scheduler";
import { afterAll, beforeAll, expect, test } from "@jest/globals";
import { taskTags } from "../../../sandbox/aws/behaviour.ts";
import { type Aws, ecsClient, eventBridgeClient, inAccount, schedulerClient } from "../../../sandbox/aws/clients.ts";
import { type Start, scheduledStarts } from "../../../sandbox/aws/starts.ts";
import { waitFor } from "../../../sandbox/process/daemon.ts";
import { INSTALL_MS, startEmulator } from "../../support/emulator.ts";

// A minute of rules and schedules is a fifth of a second here.
const RATE = 300;
const region = "us-west-1";
let emulator: Awaited<ReturnType<typeof startEmulator>>;
let aws: Aws;
let ecs: ECSClient;
let events: EventBridgeClient;
let scheduler: SchedulerClient;
let cluster: string;

beforeAll(async () => {
  emulator = await startEmulator(RATE);
  aws = emulator.aws;
  ecs = ecsClient(aws, region);
  events = eventBridgeClient(aws, region);
  scheduler = schedulerClient(aws, region);
  const created = await ecs.send(new CreateClusterCommand({ clusterName: "shop" }));
  cluster = created.cluster?.clusterArn ?? "";
  const containerDefinitions = [{ name: "web", image: "orders:1" }];
  await ecs.send(
    new RegisterTaskDefinitionCommand({ family: "orders", containerDefinitions, tags: taskTags({ seconds: 30 }) }),
  );
}, INSTALL_MS);
afterAll(() => emulator.stop());

const overrides = {
  containerOverrides: [{ name: "web", command: ["invoice"], environment: [{ name: "A", value: "b" }] }],
};
const target = (more: object = {}) => ({
  Arn: cluster,
  RoleArn: "arn:aws:iam::000000000000:role/invoker",
  EcsParameters: { TaskDefinitionArn: `arn:aws:ecs:${region}:000000000000:task-definition/orders` },
  Input: JSON.stringify(overrides),
  ...more,
});
async function rule(Name: string, ScheduleExpression: string): Promise<void> {
  await events.send(new PutRuleCommand({ Name, ScheduleExpression }));
  await events.send(new PutTargetsCommand({ Rule: Name, Targets: [{ Id: "1", ...target() }] }));
}
const schedule = (Name: string, ScheduleExpression: string, more: Partial<CreateScheduleCommandInput> = {}) => ({
  Name,
  ScheduleExpression,
  FlexibleTimeWindow: { Mode: "OFF" as const },
  Target: target(),
  ...more,
});
const create = (input: CreateScheduleCommandInput) => scheduler.send(new CreateScheduleCommand(input));
const update = (input: CreateScheduleCommandInput) => scheduler.send(new UpdateScheduleCommand(input));

async function startsOf(name: string): Promise<Start[]> {
  return (await scheduledStarts(aws)).filter(({ source }) => source.endsWith(`/${name}`));
}
async function atLeast(count: number, name: string): Promise<Start[]> {
  await waitFor(`${count} starts of ${name}`, async () => (await startsOf(name)).length >= count);
  return startsOf(name);
}
const minutes = (starts: Start[]) => starts.map(({ tick }) => Date.parse(tick) / 60_000);
/** The time as rules and schedules have it: what was made just now was made then. */
async function virtualNow(): Promise<number> {
  const { CreationDate } = await scheduler.send(new GetScheduleCommand(await made()));
  return Number(CreationDate);
}
let clocks = 0;
async function made(): Promise<{ Name: string }> {
  const Name = `clock-${clocks++}`;
  await create(schedule(Name, "rate(1 days)", { State: "DISABLED" }));
  return { Name };
}

test("a rule starts its task at each tick, once, with its overrides; the ledger and ECS agree", async () => {
  await rule("orders-nightly-invoice-and-more", "cron(* * * * ? *)");
  const starts = await atLeast(4, "orders-nightly-invoice-and-more");
  await events.send(new DisableRuleCommand({ Name: "orders-nightly-invoice-and-more" }));
  const [first = 0] = minutes(starts);
  expect(minutes(starts)).toEqual(starts.map((_, i) => first + i));
  expect(Number.isInteger(first)).toBe(true);
  // ECS keeps 36 characters.
  const startedBy = "events-rule/orders-nightly-invoice-a";
  expect(starts[0]).toMatchObject({ startedBy, cluster, overrides, account: "000000000000", region });

  const [taskArn = ""] = starts[0]?.tasks ?? [];
  const { tasks } = await ecs.send(new DescribeTasksCommand({ cluster, tasks: [taskArn] }));
  expect(tasks).toMatchObject([{ startedBy, overrides }]);
  const all = await startsOf("orders-nightly-invoice-and-more");
  await waitFor("all tasks to end", async () => {
    const stopped = await ecs.send(new ListTasksCommand({ cluster, startedBy, desiredStatus: "STOPPED" }));
    return stopped.taskArns?.length === all.length;
  });
});

test("a disabled rule starts nothing, and does not make up for it when it is on again", async () => {
  await rule("switched", "cron(* * * * ? *)");
  await atLeast(1, "switched");
  await events.send(new DisableRuleCommand({ Name: "switched" }));
  const off = await virtualNow();
  await waitFor("three minutes", async () => (await virtualNow()) > off + 180_000);
  await events.send(new EnableRuleCommand({ Name: "switched" }));
  const on = await virtualNow();
  await waitFor("a start", async () => (await startsOf("switched")).some(({ tick }) => Date.parse(tick) > on));
  // The tick between the call and the clock's reading may have been taken.
  const between = (await startsOf("switched")).filter(
    ({ tick }) => Date.parse(tick) > off && Date.parse(tick) < on - 60_000,
  );
  expect(between).toEqual([]);
  await events.send(new DisableRuleCommand({ Name: "switched" }));
});

test("a rule's rate counts from its creation", async () => {
  const before = (await virtualNow()) / 60_000;
  await rule("rate", "rate(2 minutes)");
  const starts = await atLeast(2, "rate");
  await events.send(new DisableRuleCommand({ Name: "rate" }));
  expect((await events.send(new DescribeRuleCommand({ Name: "rate" }))).State).toBe("DISABLED");
  const [first = 0, second = 0] = minutes(starts);
  expect(first).toBeGreaterThanOrEqual(before + 2);
  expect(second - first).toBeCloseTo(2, 6);
});

test("a schedule starts its task at each tick, until UpdateSchedule turns it off", async () => {
  const input = schedule("sandbox-nightly-report", "cron(* * * * ? *)");
  await create(input);
  const starts = await atLeast(2, "sandbox-nightly-report");
  expect(starts[0]).toMatchObject({ startedBy: "chronos-schedule/sandbox-nightly-rep", overrides });
  const [first = 0, second = 0] = minutes(starts);
  expect(second - first).toBe(1);
  await update({ ...input, State: "DISABLED" });
  const off = await virtualNow();
  await waitFor("two minutes", async () => (await virtualNow()) > off + 120_000);
  expect((await startsOf("sandbox-nightly-report")).filter(({ tick }) => Date.parse(tick) > off)).toEqual([]);
});

// https://docs.aws.amazon.com/scheduler/latest/UserGuide/schedule-types.html
test("a schedule's rate is due at once, or at its start date, and until its end date", async () => {
  await create(schedule("at-once", "rate(1 days)"));
  expect(await atLeast(1, "at-once")).toHaveLength(1);
  const now = Math.floor((await virtualNow()) / 1000) * 1000;
  const [StartDate, EndDate] = [new Date(now + 600_000), new Date(now + 750_000)];
  await create(schedule("bounded", "rate(1 minutes)", { StartDate, EndDate }));
  await waitFor("the end date", async () => (await virtualNow()) > EndDate.getTime() + 120_000);
  const ticks = (await startsOf("bounded")).map(({ tick }) => Date.parse(tick) - StartDate.getTime());
  expect(ticks).toEqual([0, 60_000, 120_000]);
});

test("at() is due once, in the schedule's time zone, and then deleted if it says so", async () => {
  const due = new Date((Math.floor((await virtualNow()) / 60_000) + 10) * 60_000);
  const local = (timeZone: string) => due.toLocaleString("sv-SE", { timeZone }).replace(" ", "T");
  await create(
    schedule("once", `at(${local("America/Los_Angeles")})`, {
      ScheduleExpressionTimezone: "America/Los_Angeles",
      ActionAfterCompletion: "DELETE",
    }),
  );
  const [start] = await atLeast(1, "once");
  expect(Date.parse(start?.tick ?? "")).toBe(due.getTime());
  await expect(scheduler.send(new GetScheduleCommand({ Name: "once" }))).rejects.toMatchObject({
    name: "ResourceNotFoundException",
  });
});

test("a universal target starts what its input says, and sets no startedBy of its own", async () => {
  const Input = {
    Cluster: "shop",
    TaskDefinition: "orders",
    Overrides: { ContainerOverrides: [{ Name: "web", Command: ["x"] }] },
  };
  const Target = {
    Arn: "arn:aws:scheduler:::aws-sdk:ecs:runTask",
    RoleArn: target().RoleArn,
    Input: JSON.stringify(Input),
  };
  await create(schedule("universal", "rate(1 days)", { Target }));
  const [start] = await atLeast(1, "universal");
  expect(start).toMatchObject({ cluster: "shop", startedBy: "" });
  const { tasks } = await ecs.send(new DescribeTasksCommand({ cluster, tasks: start?.tasks ?? [] }));
  expect(tasks?.[0]?.overrides?.containerOverrides).toEqual([{ name: "web", command: ["x"] }]);
});

test("a start that ECS refuses is in the ledger with ECS's word", async () => {
  const Target = { ...target(), EcsParameters: { TaskDefinitionArn: "absent:1" } };
  await create(schedule("refused", "rate(1 days)", { Target }));
  expect(await atLeast(1, "refused")).toMatchObject([{ tasks: [], error: expect.stringMatching(/task definition/i) }]);
});

test("the ledger of an account holds its own starts", async () => {
  await create(schedule("own", "rate(1 days)"));
  await atLeast(1, "own");
  expect(await scheduledStarts(inAccount(aws, "222222222222"))).toEqual([]);
});
