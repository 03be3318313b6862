import type { EventBridgeClient, Rule } from "@aws-sdk/client-eventbridge";
import type { SchedulerClient, ScheduleSummary } from "@aws-sdk/client-scheduler";
import { type EventRule, needsParameters, readTarget, type Schedule } from "../../inventory/facts/schedules.ts";
import type { Schedules } from "../../ports/schedules.ts";
import { type AwsCalls, type AwsLogin, allPages, awsCalls } from "./aws-calls.ts";

type Events = { sdk: typeof import("@aws-sdk/client-eventbridge"); client: EventBridgeClient };
type Scheduler = { sdk: typeof import("@aws-sdk/client-scheduler"); client: SchedulerClient };

/** EventBridge's rules and EventBridge Scheduler's schedules over the AWS API. */
export function awsSchedules(login: AwsLogin): Schedules {
  const events = awsCalls<Events>(login, {
    name: "EventBridge",
    atOnce: 6,
    open: async (settings) => {
      const sdk = await import("@aws-sdk/client-eventbridge");
      return { sdk, client: new sdk.EventBridgeClient(settings) };
    },
  });
  const scheduler = awsCalls<Scheduler>(login, {
    name: "EventBridge Scheduler",
    atOnce: 6,
    open: async (settings) => {
      const sdk = await import("@aws-sdk/client-scheduler");
      return { sdk, client: new sdk.SchedulerClient(settings) };
    },
  });
  return {
    async rules() {
      const asked = { action: "events:ListRules", operation: `list the rules in ${login.region}` };
      const rules = await allPages(async (NextToken: string | undefined) => {
        const answer = await events(asked, ({ sdk, client }) =>
          client.send(new sdk.ListRulesCommand({ NextToken, Limit: 100 })),
        );
        return { items: answer.Rules ?? [], next: answer.NextToken };
      });
      return Promise.all(rules.filter(({ ManagedBy }) => !ManagedBy).map((rule) => withTargets(events, rule)));
    },
    async schedules() {
      const asked = { action: "scheduler:ListSchedules", operation: `list the schedules in ${login.region}` };
      const found = await allPages(async (NextToken: string | undefined) => {
        const answer = await scheduler(asked, ({ sdk, client }) =>
          client.send(new sdk.ListSchedulesCommand({ NextToken, MaxResults: 100 })),
        );
        return { items: answer.Schedules ?? [], next: answer.NextToken };
      });
      return (await Promise.all(found.map((summary) => schedule(scheduler, summary)))).filter(
        (each) => each !== undefined,
      );
    },
  };
}

async function withTargets(call: AwsCalls<Events>, rule: Rule): Promise<EventRule> {
  const name = rule.Name ?? "";
  const asked = { action: "events:ListTargetsByRule", operation: `list the targets of rule ${name}` };
  const targets = await allPages(async (NextToken: string | undefined) => {
    const answer = await call(asked, ({ sdk, client }) =>
      client.send(new sdk.ListTargetsByRuleCommand({ Rule: name, NextToken, Limit: 100 })),
    );
    return { items: answer.Targets ?? [], next: answer.NextToken };
  });
  return {
    name,
    enabled: rule.State !== "DISABLED",
    ...(rule.ScheduleExpression ? { schedule: rule.ScheduleExpression } : {}),
    targets: targets.map(({ Arn = "", EcsParameters }) =>
      readTarget({
        arn: Arn,
        ...(EcsParameters?.TaskDefinitionArn ? { taskDefinition: EcsParameters.TaskDefinitionArn } : {}),
      }),
    ),
  };
}

/** The list tells a target's ARN only: whatever that does not settle is read one by one. `undefined` when it has gone meanwhile. */
async function schedule(call: AwsCalls<Scheduler>, summary: ScheduleSummary): Promise<Schedule | undefined> {
  const { Name = "", GroupName = "default", State, Target } = summary;
  const arn = Target?.Arn ?? "";
  const known = { group: GroupName, name: Name, enabled: State !== "DISABLED" };
  if (!needsParameters(arn)) return { ...known, expression: "", timeZone: "", target: readTarget({ arn }) };
  const asked = { action: "scheduler:GetSchedule", operation: `read schedule ${GroupName}/${Name}` };
  const answer = await call(asked, async ({ sdk, client }) => {
    try {
      return await client.send(new sdk.GetScheduleCommand({ Name, GroupName }));
    } catch (error) {
      if (error instanceof sdk.ResourceNotFoundException) return undefined;
      throw error;
    }
  });
  if (answer === undefined) return undefined;
  const { TaskDefinitionArn } = answer.Target?.EcsParameters ?? {};
  const input = answer.Target?.Input;
  return {
    ...known,
    expression: answer.ScheduleExpression ?? "",
    timeZone: answer.ScheduleExpressionTimezone ?? "UTC",
    target: readTarget({
      arn,
      ...(TaskDefinitionArn ? { taskDefinition: TaskDefinitionArn } : {}),
      ...(input === undefined ? {} : { input }),
    }),
  };
}
