import {
  CreateScheduleCommand,
  type CreateScheduleCommandInput,
  CreateScheduleGroupCommand,
  GetScheduleCommand,
  ListSchedulesCommand,
  type SchedulerClient,
  UpdateScheduleCommand,
} from "@aws-sdk/client-scheduler";
import { afterAll, beforeAll, expect, test } from "@jest/globals";
import { type Aws, assumeRole, inAccount, schedulerClient } from "../../../sandbox/aws/clients.ts";
import { createRole } from "../../../sandbox/aws/roles.ts";
import { INSTALL_MS, startEmulator } from "../../support/emulator.ts";

const region = "us-west-1";
let emulator: Awaited<ReturnType<typeof startEmulator>>;
let aws: Aws;
let scheduler: SchedulerClient;
let invoker: string;

beforeAll(async () => {
  emulator = await startEmulator();
  aws = emulator.aws;
  scheduler = schedulerClient(aws, region);
  invoker = await createRole(aws, { name: "invoker", trust: { service: "scheduler.amazonaws.com" } });
}, INSTALL_MS);
afterAll(() => emulator.stop());

const schedule = (Name: string, more: Partial<CreateScheduleCommandInput> = {}): CreateScheduleCommandInput => ({
  Name,
  ScheduleExpression: "cron(0 3 * * ? *)",
  FlexibleTimeWindow: { Mode: "OFF" },
  Target: {
    Arn: `arn:aws:ecs:${region}:000000000000:cluster/shop`,
    RoleArn: invoker,
    EcsParameters: { TaskDefinitionArn: `arn:aws:ecs:${region}:000000000000:task-definition/orders:1` },
  },
  ...more,
});
const create = (name: string, more: Partial<CreateScheduleCommandInput> = {}) =>
  scheduler.send(new CreateScheduleCommand(schedule(name, more)));
const universal = (Input: object) => {
  const RoleArn = "arn:aws:iam::000000000000:role/invoker";
  return { Target: { Arn: "arn:aws:scheduler:::aws-sdk:ecs:runTask", RoleArn, Input: JSON.stringify(Input) } };
};

test.each<[string, Partial<CreateScheduleCommandInput>]>([
  ["an expression that is none", { ScheduleExpression: "every day" }],
  ["a cron expression of five fields", { ScheduleExpression: "cron(0 3 * * ?)" }],
  ["a time zone that is none", { ScheduleExpressionTimezone: "Mars/Phobos" }],
  // As seen in public code: the parameters of a universal target begin with a capital letter.
  ["a universal target with small letters", universal({ cluster: "shop", taskDefinition: "orders" })],
])("refuses %s", async (_, more) => {
  await expect(create("bad", more)).rejects.toMatchObject({
    name: "ValidationException",
    $metadata: { httpStatusCode: 400 },
  });
});

test.each<[string, Partial<CreateScheduleCommandInput>]>([
  ["rate(1 minutes)", {}],
  ["rate(5 minutes)", {}],
  ["at(2030-01-01T00:00:00)", {}],
  ["cron(0 3 ? * MON-FRI *)", { ScheduleExpressionTimezone: "America/Los_Angeles" }],
  ["rate(1 hour)", universal({ Cluster: "shop", TaskDefinition: "orders" })],
])("takes %s", async (ScheduleExpression, more) => {
  const name = ScheduleExpression.replaceAll(/\W+/g, "-");
  await create(name, { ScheduleExpression, ...more });
  const shown = await scheduler.send(new GetScheduleCommand({ Name: name }));
  expect(shown).toMatchObject({ ScheduleExpression, ...more, State: "ENABLED", ActionAfterCompletion: "NONE" });
});

test("a name is taken once in a group, and the group must be there", async () => {
  await create("twice");
  await expect(create("twice")).rejects.toMatchObject({
    name: "ConflictException",
    $metadata: { httpStatusCode: 409 },
  });
  await expect(create("grouped", { GroupName: "absent" })).rejects.toMatchObject({
    name: "ResourceNotFoundException",
    $metadata: { httpStatusCode: 404 },
  });
});

// https://docs.aws.amazon.com/scheduler/latest/APIReference/API_UpdateSchedule.html
test("UpdateSchedule puts a schedule anew: what it omits goes back to its default", async () => {
  const StartDate = new Date("2030-01-01T00:00:00Z");
  const more = { State: "DISABLED", ScheduleExpressionTimezone: "Europe/Berlin", Description: "x", StartDate } as const;
  await create("updated", more);
  expect(await scheduler.send(new GetScheduleCommand({ Name: "updated" }))).toMatchObject(more);
  await scheduler.send(new UpdateScheduleCommand(schedule("updated")));
  const shown = await scheduler.send(new GetScheduleCommand({ Name: "updated" }));
  expect(shown).toMatchObject({ State: "ENABLED", ScheduleExpressionTimezone: "UTC" });
  expect(shown.StartDate).toBeUndefined();
});

test("schedules are listed by group, prefix and state, in pages; regions and accounts have their own", async () => {
  await scheduler.send(new CreateScheduleGroupCommand({ Name: "shop" }));
  for (const name of ["a", "b", "c"]) await create(`listed-${name}`, { GroupName: "shop" });
  await create("listed-d", { State: "DISABLED" });
  const names = async (more: object, client = scheduler) => {
    const { Schedules, NextToken } = await client.send(new ListSchedulesCommand({ NamePrefix: "listed", ...more }));
    return { names: Schedules?.map(({ Name }) => Name), NextToken };
  };
  expect((await names({})).names).toEqual(["listed-d", "listed-a", "listed-b", "listed-c"]);
  expect((await names({ State: "DISABLED" })).names).toEqual(["listed-d"]);
  const first = await names({ GroupName: "shop", MaxResults: 2 });
  expect(first).toEqual({ names: ["listed-a", "listed-b"], NextToken: expect.any(String) });
  expect(await names({ GroupName: "shop", MaxResults: 2, NextToken: first.NextToken })).toEqual({
    names: ["listed-c"],
    NextToken: undefined,
  });
  expect((await names({}, schedulerClient(aws, "us-west-2"))).names).toEqual([]);
  expect((await names({}, schedulerClient(inAccount(aws, "222222222222"), region))).names).toEqual([]);
});

// https://docs.aws.amazon.com/scheduler/latest/UserGuide/security_iam_id-based-policies.html
test("a role needs the schedule by its group, and iam:PassRole for the target's role, to update too", async () => {
  await create("mine");
  await create("theirs");
  const allow = (Action: string, Resource: string, more = {}) => ({
    Effect: "Allow" as const,
    Action,
    Resource,
    ...more,
  });
  const update = allow("scheduler:UpdateSchedule", `arn:aws:scheduler:${region}:000000000000:schedule/default/mine`);
  const passed = (service: string) =>
    allow("iam:PassRole", invoker, { Condition: { StringEquals: { "iam:PassedToService": service } } });
  const sessionWith = async (policy: ReturnType<typeof allow>[]) => {
    const roleArn = await createRole(aws, { name: "operator", trust: { account: aws.accountId }, policy });
    return schedulerClient(aws, region, await assumeRole(aws, roleArn));
  };
  const off = (name: string) => new UpdateScheduleCommand(schedule(name, { State: "DISABLED" }));
  const denied = (message: string) => ({
    name: "AccessDeniedException",
    message: expect.stringContaining(message),
  });
  for (const policy of [[update], [update, passed("ecs.amazonaws.com")]]) {
    const session = await sessionWith(policy);
    await expect(session.send(off("mine"))).rejects.toMatchObject(denied("iam:PassRole"));
  }
  const session = await sessionWith([update, passed("scheduler.amazonaws.com")]);
  await session.send(off("mine"));
  await expect(session.send(off("theirs"))).rejects.toMatchObject(denied("scheduler:UpdateSchedule"));
  await expect(session.send(new GetScheduleCommand({ Name: "mine" }))).rejects.toMatchObject(
    denied("scheduler:GetSchedule"),
  );
});
