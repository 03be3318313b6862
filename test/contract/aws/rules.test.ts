import {
  DeleteRuleCommand,
  DescribeRuleCommand,
  DisableRuleCommand,
  EnableRuleCommand,
  type EventBridgeClient,
  ListRuleNamesByTargetCommand,
  ListRulesCommand,
  ListTargetsByRuleCommand,
  PutRuleCommand,
  type PutRuleCommandInput,
  PutTargetsCommand,
  RemoveTargetsCommand,
} from "@aws-sdk/client-eventbridge";
import { afterAll, beforeAll, expect, test } from "@jest/globals";
import { managedBy } from "../../../sandbox/aws/behaviour.ts";
import { type Aws, assumeRole, eventBridgeClient, inAccount } from "../../../sandbox/aws/clients.ts";
import { createRole } from "../../../sandbox/aws/roles.ts";
import { INSTALL_MS, startEmulator } from "../../support/emulator.ts";

const region = "us-west-1";
const cluster = `arn:aws:ecs:${region}:000000000000:cluster/shop`;
let emulator: Awaited<ReturnType<typeof startEmulator>>;
let aws: Aws;
let events: EventBridgeClient;

beforeAll(async () => {
  emulator = await startEmulator();
  aws = emulator.aws;
  events = eventBridgeClient(aws, region);
}, INSTALL_MS);
afterAll(() => emulator.stop());

const put = (Name: string, more: Partial<PutRuleCommandInput> = {}) =>
  events.send(new PutRuleCommand({ Name, ScheduleExpression: "cron(0 3 * * ? *)", ...more }));
const describe = (Name: string) => events.send(new DescribeRuleCommand({ Name }));
const target = (Id: string, RoleArn = "arn:aws:iam::000000000000:role/events") => {
  const TaskDefinitionArn = `arn:aws:ecs:${region}:000000000000:task-definition/orders:1`;
  return { Id, Arn: cluster, RoleArn, EcsParameters: { TaskDefinitionArn } };
};

// https://docs.aws.amazon.com/eventbridge/latest/userguide/eb-scheduled-rule-pattern.html
test.each([
  ["rate(1 minutes)"],
  ["rate(2 minute)"],
  ["rate(0 minutes)"],
  ["cron(0 3 * * *)"],
  ["cron(0 3 * * * *)"],
  ["every day"],
])("PutRule refuses the schedule %s", async (ScheduleExpression) => {
  await expect(put("bad", { ScheduleExpression })).rejects.toMatchObject({
    name: "ValidationException",
    message: "Parameter ScheduleExpression is not valid.",
  });
});

test.each(["rate(1 minute)", "rate(5 minutes)", "cron(0/15 8-17 ? * MON-FRI *)", "cron(0 10 L * ? *)"])(
  "PutRule takes the schedule %s",
  async (ScheduleExpression) => {
    await put("good", { ScheduleExpression });
    expect(await describe("good")).toMatchObject({ ScheduleExpression, State: "ENABLED" });
  },
);

// https://docs.aws.amazon.com/eventbridge/latest/APIReference/API_PutRule.html
test("PutRule puts a rule anew: what it omits is gone, and the rule is on", async () => {
  await put("again", { Description: "invoices", RoleArn: "arn:aws:iam::000000000000:role/x", State: "DISABLED" });
  await put("again", { ScheduleExpression: "rate(1 hour)" });
  const rule = await describe("again");
  expect(rule).toMatchObject({ State: "ENABLED", ScheduleExpression: "rate(1 hour)" });
  expect([rule.Description, rule.RoleArn]).toEqual([undefined, undefined]);
});

test("DisableRule and EnableRule set the state, and a rule that is not there is told", async () => {
  await put("switched");
  await events.send(new DisableRuleCommand({ Name: "switched" }));
  expect((await describe("switched")).State).toBe("DISABLED");
  await events.send(new EnableRuleCommand({ Name: "switched" }));
  expect((await describe("switched")).State).toBe("ENABLED");
  for (const command of [DisableRuleCommand, EnableRuleCommand]) {
    await expect(events.send(new command({ Name: "absent" }))).rejects.toMatchObject({
      name: "ResourceNotFoundException",
      message: "Rule absent does not exist on EventBus default.",
    });
  }
  await expect(events.send(new ListTargetsByRuleCommand({ Rule: "absent" }))).rejects.toMatchObject({
    name: "ResourceNotFoundException",
  });
});

test("a rule with targets is not deleted", async () => {
  await put("full");
  await events.send(new PutTargetsCommand({ Rule: "full", Targets: [target("1")] }));
  await expect(events.send(new DeleteRuleCommand({ Name: "full" }))).rejects.toMatchObject({
    name: "ValidationException",
    message: "Rule can't be deleted since it has targets.",
  });
  await events.send(new RemoveTargetsCommand({ Rule: "full", Ids: ["1"] }));
  await events.send(new DeleteRuleCommand({ Name: "full" }));
  await expect(describe("full")).rejects.toMatchObject({ name: "ResourceNotFoundException" });
});

test("a managed rule says whose it is, and cannot be changed but by force", async () => {
  await put("managed", { Tags: [managedBy("ecs.amazonaws.com")] });
  expect((await describe("managed")).ManagedBy).toBe("ecs.amazonaws.com");
  const refused = { name: "ManagedRuleException" };
  for (const command of [DisableRuleCommand, EnableRuleCommand, DeleteRuleCommand]) {
    await expect(events.send(new command({ Name: "managed" }))).rejects.toMatchObject(refused);
  }
  await expect(put("managed")).rejects.toMatchObject(refused);
  await expect(events.send(new PutTargetsCommand({ Rule: "managed", Targets: [target("1")] }))).rejects.toMatchObject(
    refused,
  );
  const removal = { Rule: "managed", Ids: ["1"] };
  await expect(events.send(new RemoveTargetsCommand(removal))).rejects.toMatchObject(refused);
  await events.send(new RemoveTargetsCommand({ ...removal, Force: true }));
  await events.send(new DeleteRuleCommand({ Name: "managed", Force: true }));
});

test("rules are found by the cluster that they start tasks in; lists come in pages", async () => {
  for (const name of ["a", "b", "c"]) {
    await put(`found-${name}`);
    await events.send(new PutTargetsCommand({ Rule: `found-${name}`, Targets: [target("1"), target("2")] }));
  }
  const found = await events.send(new ListRuleNamesByTargetCommand({ TargetArn: cluster, Limit: 2 }));
  expect(found).toMatchObject({ RuleNames: ["found-a", "found-b"], NextToken: expect.any(String) });
  const next = { TargetArn: cluster, Limit: 2, NextToken: found.NextToken };
  expect((await events.send(new ListRuleNamesByTargetCommand(next))).RuleNames).toEqual(["found-c"]);

  const targets = await events.send(new ListTargetsByRuleCommand({ Rule: "found-a", Limit: 1 }));
  expect(targets).toMatchObject({ Targets: [target("1")], NextToken: expect.any(String) });
  const rest = { Rule: "found-a", Limit: 1, NextToken: targets.NextToken };
  const last = await events.send(new ListTargetsByRuleCommand(rest));
  expect([last.Targets, last.NextToken]).toEqual([[target("2")], undefined]);
});

test("PutTargets refuses a target in ECS without a task definition", async () => {
  await put("targets");
  const { EcsParameters: _, ...bare } = target("1");
  await expect(events.send(new PutTargetsCommand({ Rule: "targets", Targets: [bare] }))).rejects.toMatchObject({
    name: "ValidationException",
    message: expect.stringContaining("EcsParameters"),
  });
});

test("regions and accounts do not see each other's rules", async () => {
  await put("here");
  for (const elsewhere of [
    eventBridgeClient(aws, "us-west-2"),
    eventBridgeClient(inAccount(aws, "222222222222"), region),
  ]) {
    expect((await elsewhere.send(new ListRulesCommand({}))).Rules).toEqual([]);
  }
});

test("a role may do to a rule what its policy names, by the ARN that AWS gives rules", async () => {
  await put("mine");
  await put("theirs");
  const rule = `arn:aws:events:${region}:000000000000:rule/mine`;
  expect((await describe("mine")).Arn).toBe(rule);
  const policy = [{ Effect: "Allow" as const, Action: ["events:DisableRule", "events:PutTargets"], Resource: rule }];
  const roleArn = await createRole(aws, { name: "rules", trust: { account: aws.accountId }, policy });
  const session = eventBridgeClient(aws, region, await assumeRole(aws, roleArn));
  const denied = { name: "AccessDeniedException" };
  await session.send(new DisableRuleCommand({ Name: "mine" }));
  await expect(session.send(new DisableRuleCommand({ Name: "theirs" }))).rejects.toMatchObject(denied);
  await expect(session.send(new EnableRuleCommand({ Name: "mine" }))).rejects.toMatchObject(denied);
  await expect(session.send(new ListRulesCommand({}))).rejects.toMatchObject(denied);
  const passed = await createRole(aws, { name: "events", trust: { service: "events.amazonaws.com" } });
  await expect(
    session.send(new PutTargetsCommand({ Rule: "mine", Targets: [target("1", passed)] })),
  ).rejects.toMatchObject({ ...denied, message: expect.stringContaining("iam:PassRole") });
});
