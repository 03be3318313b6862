import {
  type ApplicationAutoScalingClient,
  DeleteScheduledActionCommand,
  DeregisterScalableTargetCommand,
  DescribeScalableTargetsCommand,
  DescribeScalingPoliciesCommand,
  DescribeScheduledActionsCommand,
  PutScalingPolicyCommand,
  PutScheduledActionCommand,
  RegisterScalableTargetCommand,
  type RegisterScalableTargetCommandInput,
} from "@aws-sdk/client-application-auto-scaling";
import {
  CreateClusterCommand,
  CreateServiceCommand,
  DescribeServicesCommand,
  type ECSClient,
  RegisterTaskDefinitionCommand,
  UpdateServiceCommand,
} from "@aws-sdk/client-ecs";
import { afterAll, beforeAll, expect, test } from "@jest/globals";
import { type Aws, assumeRole, autoScalingClient, ecsClient, inAccount } from "../../../sandbox/aws/clients.ts";
import { createRole } from "../../../sandbox/aws/roles.ts";
import { INSTALL_MS, startEmulator } from "../../support/emulator.ts";

const region = "us-west-1";
const cluster = "shop";
let emulator: Awaited<ReturnType<typeof startEmulator>>;
let aws: Aws;
let scaling: ApplicationAutoScalingClient;
let ecs: ECSClient;
let services = 0;

beforeAll(async () => {
  emulator = await startEmulator();
  aws = emulator.aws;
  scaling = autoScalingClient(aws, region);
  ecs = ecsClient(aws, region);
  await ecs.send(new CreateClusterCommand({ clusterName: cluster }));
  const containerDefinitions = [{ name: "web", image: "web:1" }];
  await ecs.send(new RegisterTaskDefinitionCommand({ family: "web", containerDefinitions }));
}, INSTALL_MS);
afterAll(() => emulator.stop());

async function service(desiredCount: number) {
  const serviceName = `web-${services++}`;
  await ecs.send(new CreateServiceCommand({ cluster, serviceName, taskDefinition: "web", desiredCount }));
  return {
    id: {
      ServiceNamespace: "ecs",
      ResourceId: `service/${cluster}/${serviceName}`,
      ScalableDimension: "ecs:service:DesiredCount",
    } as const,
    scale: (count: number) =>
      ecs.send(new UpdateServiceCommand({ cluster, service: serviceName, desiredCount: count })),
    async count() {
      const { services: found } = await ecs.send(new DescribeServicesCommand({ cluster, services: [serviceName] }));
      return found?.[0]?.desiredCount;
    },
  };
}
const register = (input: RegisterScalableTargetCommandInput, client = scaling) =>
  client.send(new RegisterScalableTargetCommand(input));
const targetsOf = async (client = scaling, ResourceIds?: string[]) =>
  (await client.send(new DescribeScalableTargetsCommand({ ServiceNamespace: "ecs", ResourceIds }))).ScalableTargets;

const going = { DynamicScalingInSuspended: false, DynamicScalingOutSuspended: false, ScheduledScalingSuspended: false };
const suspended = {
  DynamicScalingInSuspended: true,
  DynamicScalingOutSuspended: true,
  ScheduledScalingSuspended: true,
};

// https://docs.aws.amazon.com/autoscaling/application/APIReference/API_RegisterScalableTarget.html
test("a target keeps what a later call leaves out", async () => {
  const { id } = await service(1);
  await register({ ...id, MinCapacity: 1, MaxCapacity: 4 });
  const shown = async () => (await targetsOf(scaling, [id.ResourceId]))?.[0];
  expect(await shown()).toMatchObject({ ...id, MinCapacity: 1, MaxCapacity: 4, SuspendedState: going });
  await register({ ...id, SuspendedState: { ScheduledScalingSuspended: true } });
  expect(await shown()).toMatchObject({
    MinCapacity: 1,
    MaxCapacity: 4,
    SuspendedState: { ...going, ScheduledScalingSuspended: true },
  });
  await register({ ...id, MaxCapacity: 8 });
  expect(await shown()).toMatchObject({ MaxCapacity: 8, SuspendedState: { ScheduledScalingSuspended: true } });
});

test("registering pulls the count into the bounds, also when only the suspended state is set", async () => {
  const { id, count, scale } = await service(1);
  await register({ ...id, MinCapacity: 2, MaxCapacity: 4 });
  expect(await count()).toBe(2);
  await scale(6);
  await register({ ...id, SuspendedState: suspended });
  expect(await count()).toBe(4);
  await scale(0);
  await register({ ...id, MinCapacity: 0 });
  expect(await count()).toBe(0);
});

test("a target needs both capacities at first, in order, and a service that is there", async () => {
  const { id } = await service(1);
  const refused = (message: RegExp) => ({ name: "ValidationException", message: expect.stringMatching(message) });
  await expect(register(id)).rejects.toMatchObject(refused(/must have both MinCapacity and MaxCapacity/));
  await expect(register({ ...id, MinCapacity: 3, MaxCapacity: 2 })).rejects.toMatchObject(refused(/cannot be less/));
  const ResourceId = `service/${cluster}/absent`;
  await expect(register({ ...id, ResourceId, MinCapacity: 1, MaxCapacity: 2 })).rejects.toMatchObject(
    refused(/ECS service doesn't exist: service\/shop\/absent/),
  );
});

test("policies and scheduled actions belong to a target, and go with it", async () => {
  const { id } = await service(1);
  const action = {
    ...id,
    ScheduledActionName: "night",
    Schedule: "cron(0 3 * * ? *)",
    ScalableTargetAction: { MinCapacity: 0 },
  };
  const policy = { ...id, PolicyName: "cpu", PolicyType: "TargetTrackingScaling" as const };
  const absent = { name: "ObjectNotFoundException" };
  await expect(scaling.send(new PutScheduledActionCommand(action))).rejects.toMatchObject(absent);
  await expect(scaling.send(new PutScalingPolicyCommand(policy))).rejects.toMatchObject(absent);
  await register({ ...id, MinCapacity: 1, MaxCapacity: 2 });
  await scaling.send(new PutScheduledActionCommand(action));
  await scaling.send(new PutScalingPolicyCommand(policy));
  const found = async () => [
    (await scaling.send(new DescribeScheduledActionsCommand(id))).ScheduledActions,
    (await scaling.send(new DescribeScalingPoliciesCommand(id))).ScalingPolicies,
  ];
  expect(await found()).toMatchObject([[action], [policy]]);
  await scaling.send(new DeleteScheduledActionCommand({ ...id, ScheduledActionName: "night" }));
  expect(await found()).toMatchObject([[], [policy]]);
  await scaling.send(new DeregisterScalableTargetCommand(id));
  expect(await found()).toEqual([[], []]);
  await expect(scaling.send(new DeregisterScalableTargetCommand(id))).rejects.toMatchObject(absent);
});

test("targets come in pages; regions and accounts have their own", async () => {
  for (let i = 0; i < 3; i++) await register({ ...(await service(0)).id, MinCapacity: 0, MaxCapacity: 1 });
  const first = await scaling.send(new DescribeScalableTargetsCommand({ ServiceNamespace: "ecs", MaxResults: 2 }));
  expect(first.ScalableTargets).toHaveLength(2);
  const next = { ServiceNamespace: "ecs" as const, MaxResults: 2, NextToken: first.NextToken };
  const second = await scaling.send(new DescribeScalableTargetsCommand(next));
  expect(second.ScalableTargets?.[0]).not.toEqual(first.ScalableTargets?.[0]);
  expect(await targetsOf(autoScalingClient(aws, "us-west-2"))).toEqual([]);
  expect(await targetsOf(autoScalingClient(inAccount(aws, "222222222222"), region))).toEqual([]);
});

test("a role of another account may do what its policy allows, and nothing else", async () => {
  const { id } = await service(1);
  const policy = [{ Effect: "Allow" as const, Action: "application-autoscaling:Describe*", Resource: "*" }];
  const roleArn = await createRole(aws, { name: "scaling", trust: { account: "222222222222" }, policy });
  const session = autoScalingClient(aws, region, await assumeRole(inAccount(aws, "222222222222"), roleArn));
  expect(await targetsOf(session)).toEqual(await targetsOf());
  await expect(register({ ...id, MinCapacity: 1, MaxCapacity: 2 }, session)).rejects.toMatchObject({
    name: "AccessDeniedException",
    message: expect.stringContaining("application-autoscaling:RegisterScalableTarget"),
  });
});

test("the emulator's reset forgets targets too", async () => {
  const { id } = await service(1);
  await register({ ...id, MinCapacity: 1, MaxCapacity: 2 });
  await fetch(`${aws.url}/_ministack/reset`, { method: "POST" });
  expect(await targetsOf()).toEqual([]);
});
