import {
  CreateClusterCommand,
  CreateServiceCommand,
  DescribeServicesCommand,
  DescribeTasksCommand,
  type ECSClient,
  ListClustersCommand,
  ListServicesCommand,
  ListTaskDefinitionsCommand,
  ListTasksCommand,
  paginateListServices,
  RegisterTaskDefinitionCommand,
  type RegisterTaskDefinitionCommandInput,
  RunTaskCommand,
  StopTaskCommand,
  UpdateServiceCommand,
} from "@aws-sdk/client-ecs";
import { afterAll, beforeAll, expect, test } from "@jest/globals";
import { endTask, taskTags } from "../../../sandbox/aws/behaviour.ts";
import { type Aws, assumeRole, ecsClient, inAccount } from "../../../sandbox/aws/clients.ts";
import { createRole } from "../../../sandbox/aws/roles.ts";
import { waitFor } from "../../../sandbox/process/daemon.ts";
import { INSTALL_MS, startEmulator } from "../../support/emulator.ts";

const region = "us-west-1";
const cluster = "shop";
let emulator: Awaited<ReturnType<typeof startEmulator>>;
let aws: Aws;
let ecs: ECSClient;

beforeAll(async () => {
  emulator = await startEmulator();
  aws = emulator.aws;
  ecs = ecsClient(aws, region);
  await ecs.send(new CreateClusterCommand({ clusterName: cluster }));
}, INSTALL_MS);
afterAll(() => emulator.stop());

const image = "444444444444.dkr.ecr.us-west-1.amazonaws.com/orders:1.0";
const register = async (family: string, more: Partial<RegisterTaskDefinitionCommandInput> = {}) => {
  const containerDefinitions = [
    { name: "web", image },
    { name: "proxy", image: `${image}-proxy` },
  ];
  const input = { family, networkMode: "awsvpc" as const, containerDefinitions, ...more };
  const { taskDefinition } = await ecs.send(new RegisterTaskDefinitionCommand(input));
  return taskDefinition?.taskDefinitionArn ?? "";
};
const run = async (taskDefinition: string, more: object = {}) => {
  const { tasks = [] } = await ecs.send(new RunTaskCommand({ cluster, taskDefinition, ...more }));
  return tasks.map(({ taskArn = "" }) => taskArn);
};
const describe = async (...tasks: string[]) =>
  (await ecs.send(new DescribeTasksCommand({ cluster, tasks }))).tasks ?? [];

test.each<[string, () => Promise<unknown>]>([
  ["RunTask", () => ecs.send(new RunTaskCommand({ cluster: "absent", taskDefinition: "orders" }))],
  ["ListTasks", () => ecs.send(new ListTasksCommand({ cluster: "absent" }))],
  ["DescribeTasks", () => ecs.send(new DescribeTasksCommand({ cluster: "absent", tasks: ["x"] }))],
  ["StopTask", () => ecs.send(new StopTaskCommand({ cluster: "absent", task: "x" }))],
  ["ListServices", () => ecs.send(new ListServicesCommand({ cluster: "absent" }))],
  ["DescribeServices", () => ecs.send(new DescribeServicesCommand({ cluster: "absent", services: ["x"] }))],
  ["UpdateService", () => ecs.send(new UpdateServiceCommand({ cluster: "absent", service: "x" }))],
  ["CreateService", () => ecs.send(new CreateServiceCommand({ cluster: "absent", serviceName: "x" }))],
])("%s in a cluster that is not there: ClusterNotFoundException, and none is made", async (_, call) => {
  await expect(call()).rejects.toMatchObject({ name: "ClusterNotFoundException", message: "Cluster not found." });
  const { clusterArns } = await ecs.send(new ListClustersCommand({}));
  expect(clusterArns).toEqual([`arn:aws:ecs:${region}:000000000000:cluster/${cluster}`]);
});

test("RunTask keeps overrides, startedBy and group; a task tells the digest of each container's image", async () => {
  const pinned = `sha256:${"1".repeat(64)}`;
  const tagged = `sha256:${"2".repeat(64)}`;
  const definition = await register("orders-digests", {
    tags: taskTags({ digests: { proxy: tagged } }),
    containerDefinitions: [
      { name: "web", image: `orders@${pinned}` },
      { name: "proxy", image: "proxy:1" },
      { name: "log", image: "log:1" },
    ],
  });
  const overrides = { containerOverrides: [{ name: "web", command: ["invoice"] }] };
  const [task] = await describe(...(await run(definition, { overrides, startedBy: "me", group: "family:x" })));
  expect(task).toMatchObject({ overrides, startedBy: "me", group: "family:x", lastStatus: "RUNNING" });
  expect(task?.containers?.map(({ name, imageDigest }) => [name, imageDigest])).toEqual([
    ["web", pinned],
    ["proxy", tagged],
    ["log", expect.stringMatching(/^sha256:[0-9a-f]{64}$/)],
  ]);
  expect(task?.containers?.map((container) => container.image)).toEqual([`orders@${pinned}`, "proxy:1", "log:1"]);
});

test("the same image has the same digest, another one another", async () => {
  const digests = async (taskDefinition: string) => {
    const [task] = await describe(...(await run(taskDefinition)));
    return task?.containers?.map(({ imageDigest }) => imageDigest) ?? [];
  };
  const [first, again] = [await digests(await register("one")), await digests(await register("two"))];
  expect(again).toEqual(first);
  expect(new Set(first).size).toBe(2);
});

test("a task ends when it is told to, or after its time, with its exit code; a service's task goes on", async () => {
  const tags = taskTags({ seconds: 0.3, exitCode: 3 });
  const definition = await register("cron", { tags });
  await ecs.send(
    new CreateServiceCommand({ cluster, serviceName: "beat", taskDefinition: definition, desiredCount: 1 }),
  );
  const [told = "", timed = ""] = [(await run(await register("plain")))[0], (await run(definition))[0]];
  await endTask(aws, told, 7);
  const ended = { lastStatus: "STOPPED", stopCode: "EssentialContainerExited", desiredStatus: "STOPPED" };
  expect(await describe(told)).toMatchObject([{ ...ended, containers: [{ exitCode: 7 }, { exitCode: 7 }] }]);
  await waitFor("the task to end", async () => (await describe(timed))[0]?.lastStatus === "STOPPED");
  expect(await describe(timed)).toMatchObject([{ ...ended, containers: [{ exitCode: 3 }, { exitCode: 3 }] }]);

  const { taskArns = [] } = await ecs.send(new ListTasksCommand({ cluster, serviceName: "beat" }));
  expect(await describe(...taskArns)).toMatchObject([{ lastStatus: "RUNNING", startedBy: expect.any(String) }]);
  const stopped = await ecs.send(new ListTasksCommand({ cluster, family: "cron", desiredStatus: "STOPPED" }));
  expect(stopped.taskArns).toEqual([timed]);
});

// https://docs.aws.amazon.com/AmazonECS/latest/APIReference/ECS_Idempotency.html
test("RunTask with a client token again starts nothing, and with other parameters is refused", async () => {
  const definition = await register("fill");
  const first = await run(definition, { clientToken: "orders-29000000" });
  expect(await run(definition, { clientToken: "orders-29000000" })).toEqual(first);
  await expect(run(definition, { clientToken: "orders-29000000", count: 2 })).rejects.toMatchObject({
    name: "ConflictException",
  });
  const { taskArns } = await ecs.send(new ListTasksCommand({ cluster, family: "fill" }));
  expect(taskArns).toEqual(first);
});

test("a service tells its load balancers and registries, and has as many tasks as it wants", async () => {
  const definition = await register("web");
  const loadBalancers = [
    {
      targetGroupArn: `arn:aws:elasticloadbalancing:${region}:000000000000:targetgroup/web/0123456789abcdef`,
      containerName: "web",
      containerPort: 80,
    },
  ];
  const serviceRegistries = [{ registryArn: `arn:aws:servicediscovery:${region}:000000000000:service/srv-1` }];
  const service = { cluster, serviceName: "web", taskDefinition: definition, desiredCount: 2 };
  await ecs.send(new CreateServiceCommand({ ...service, loadBalancers, serviceRegistries }));
  const shown = async () => (await ecs.send(new DescribeServicesCommand({ cluster, services: ["web"] }))).services?.[0];
  expect(await shown()).toMatchObject({ loadBalancers, serviceRegistries, desiredCount: 2, runningCount: 2 });
  await ecs.send(new UpdateServiceCommand({ cluster, service: "web", desiredCount: 0 }));
  expect(await shown()).toMatchObject({ desiredCount: 0, runningCount: 0 });
});

test("lists come in pages: ListServices 10 by default, the others as told", async () => {
  const many = "many";
  await ecs.send(new CreateClusterCommand({ clusterName: many }));
  const taskDefinition = await register("small");
  for (let i = 0; i < 23; i++) {
    await ecs.send(new CreateServiceCommand({ cluster: many, serviceName: `s${i}`, taskDefinition, desiredCount: 0 }));
  }
  const sizes: number[] = [];
  for await (const { serviceArns = [] } of paginateListServices({ client: ecs }, { cluster: many })) {
    sizes.push(serviceArns.length);
  }
  expect(sizes).toEqual([10, 10, 3]);
  const clusters = (nextToken?: string) => ecs.send(new ListClustersCommand({ maxResults: 1, nextToken }));
  const first = await clusters();
  expect([first.clusterArns?.length, (await clusters(first.nextToken)).clusterArns?.length]).toEqual([1, 1]);
  expect((await clusters(first.nextToken)).clusterArns).not.toEqual(first.clusterArns);
  const definitions = await ecs.send(new ListTaskDefinitionsCommand({ maxResults: 1 }));
  expect(definitions).toMatchObject({ nextToken: expect.any(String), taskDefinitionArns: [expect.any(String)] });
  const eleven = Array.from({ length: 11 }, (_, i) => `s${i}`);
  await expect(ecs.send(new DescribeServicesCommand({ cluster: many, services: eleven }))).rejects.toMatchObject({
    name: "InvalidParameterException",
  });
  await expect(ecs.send(new ListServicesCommand({ cluster: many, nextToken: "x" }))).rejects.toMatchObject({
    name: "InvalidParameterException",
  });
});

test("regions and accounts do not see each other", async () => {
  for (const elsewhere of [ecsClient(aws, "us-west-2"), ecsClient(inAccount(aws, "222222222222"), region)]) {
    expect((await elsewhere.send(new ListClustersCommand({}))).clusterArns).toEqual([]);
    await expect(elsewhere.send(new ListServicesCommand({ cluster }))).rejects.toMatchObject({
      name: "ClusterNotFoundException",
    });
  }
});

test("a role may do what its policy names, and pass the roles that it names", async () => {
  const owner = inAccount(aws, "666666666666");
  const arn = (kind: string, name: string) => `arn:aws:ecs:${region}:666666666666:${kind}/${name}`;
  await ecsClient(owner, region).send(new CreateClusterCommand({ clusterName: cluster }));
  const taskRole = await createRole(owner, { name: "task", trust: { service: "ecs-tasks.amazonaws.com" } });
  const policy = [
    { Effect: "Allow" as const, Action: "ecs:RegisterTaskDefinition", Resource: "*" },
    { Effect: "Allow" as const, Action: "ecs:RunTask", Resource: arn("task-definition", "cron:*") },
    { Effect: "Allow" as const, Action: "ecs:DescribeServices", Resource: arn("service", `${cluster}/web`) },
  ];
  const role = { name: "operator", trust: { account: aws.accountId } };
  const sessionWith = async (more: typeof policy) => {
    const roleArn = await createRole(owner, { ...role, policy: [...policy, ...more] });
    return ecsClient(owner, region, await assumeRole(aws, roleArn));
  };
  const definition = (family: string) => ({ family, containerDefinitions: [{ name: "web", image }] });

  const session = await sessionWith([]);
  const denied = { name: "AccessDeniedException" };
  await session.send(new RegisterTaskDefinitionCommand(definition("cron")));
  await session.send(new RegisterTaskDefinitionCommand(definition("other")));
  await session.send(new RunTaskCommand({ cluster, taskDefinition: "cron:1" }));
  await session.send(new DescribeServicesCommand({ cluster, services: ["web"] }));
  for (const call of [
    session.send(new RunTaskCommand({ cluster, taskDefinition: "other:1" })),
    session.send(new DescribeServicesCommand({ cluster, services: ["api"] })),
    session.send(new UpdateServiceCommand({ cluster, service: "web", desiredCount: 0 })),
    session.send(new ListTasksCommand({ cluster })),
  ]) {
    await expect(call).rejects.toMatchObject(denied);
  }
  const withRole = new RegisterTaskDefinitionCommand({ ...definition("cron"), taskRoleArn: taskRole });
  await expect(session.send(withRole)).rejects.toMatchObject({
    ...denied,
    message: expect.stringContaining(`is not authorized to perform: iam:PassRole on resource: ${taskRole}`),
  });
  const passing = await sessionWith([{ Effect: "Allow", Action: "iam:PassRole", Resource: taskRole }]);
  await passing.send(withRole);
});
