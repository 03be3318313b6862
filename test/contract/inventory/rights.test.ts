import { readFile } from "node:fs/promises";
import { afterAll, beforeAll, expect, test } from "@jest/globals";
import { type Aws, assumeRole, inAccount } from "../../../sandbox/aws/clients.ts";
import { createRole, type Statement } from "../../../sandbox/aws/roles.ts";
import { takeInventory } from "../../../src/playbook/inventory/take-inventory.ts";
import { INSTALL_MS, startEmulator } from "../../support/emulator.ts";
import { alias, seeding } from "../../support/seeded-account.ts";
import { portsOn } from "./account.ts";

const region = "us-west-1";

let emulator: Awaited<ReturnType<typeof startEmulator>>;
let aws: Aws;
let policy: string[];

beforeAll(async () => {
  emulator = await startEmulator();
  process.env.AWS_ENDPOINT_URL = emulator.aws.url;
  aws = inAccount(emulator.aws, "600000000002");
  policy = await readmePolicy();
  await seedTwo();
}, INSTALL_MS);
afterAll(async () => {
  delete process.env.AWS_ENDPOINT_URL;
  await emulator.stop();
});

test("the policy in the README is enough to read all", async () => {
  const [asRoot, asRole] = [await inventory("root"), await inventory(policy)];
  expect(asRole.text).toBe(asRoot.text);
  expect(asRole.text).not.toContain("lacks the right");
});

// Only what the emulator checks can be shown here: it lets actions pass that it does not know.
test.each([
  ["ecs:ListTasks", "the tasks that ran lately"],
  ["ecs:DescribeTasks", "the tasks that ran lately"],
  ["ecs:DescribeTaskDefinition", "the task definitions"],
  ["elasticloadbalancing:DescribeLoadBalancers", "the load balancers, and so the records that lead to them,"],
  ["elasticloadbalancing:DescribeTargetGroups", "the target groups, and so the records that lead to services,"],
  ["elasticloadbalancing:DescribeListeners", "which names a shared load balancer sends to which service"],
  ["elasticloadbalancing:DescribeRules", "which names a shared load balancer sends to which service"],
  ["events:ListRules", "the rules of EventBridge"],
  ["events:ListTargetsByRule", "the rules of EventBridge"],
  ["scheduler:ListSchedules", "the schedules of EventBridge Scheduler"],
  ["scheduler:GetSchedule", "the schedules of EventBridge Scheduler"],
  ["route53:ListHostedZones", "the hosted zones"],
  ["route53:ListResourceRecordSets", "the records of zone small.test"],
])("without %s the rest is read, and the right is asked for", async (action, what) => {
  const { questions, draft } = await inventory(policy.filter((each) => each !== action));
  expect(draft.services).toHaveLength(2);
  const missing = questions.filter(({ text }) => text.includes("lacks the right"));
  expect(missing).toEqual([
    { place: "", text: expect.stringContaining(`The login lacks the right ${action}, so that ${what}`) },
  ]);
});

test.each(["ecs:ListClusters", "ecs:ListServices", "ecs:DescribeServices"])(
  "without %s it fails, and says so",
  async (action) => {
    const run = inventory(policy.filter((each) => each !== action));
    await expect(run).rejects.toThrow(new RegExp(`^ECS: .* failed: .*not authorized to perform: ${action}`, "s"));
  },
);

test("where listing is not allowed, named clusters can be read", async () => {
  const { draft } = await inventory(
    policy.filter((each) => each !== "ecs:ListClusters"),
    ["one"],
  );
  expect(draft.services.map(({ name }) => name)).toEqual(["one"]);
});

async function inventory(actions: string[] | "root", clusters: string[] = []) {
  const request = { environment: "production", region, clusters };
  if (actions === "root") return takeInventory(request, portsOn(aws, region));
  const name = `inventory-${++roles}`;
  const statement: Statement = { Effect: "Allow", Action: actions, Resource: "*" };
  const role = await createRole(aws, { name, trust: { account: aws.accountId }, policy: [statement] });
  return takeInventory(request, portsOn(aws, region, await assumeRole(aws, role)));
}
let roles = 0;

/** The actions of the policy that users copy. */
async function readmePolicy(): Promise<string[]> {
  const readme = await readFile("actions/inventory/README.md", "utf8");
  const [, json = ""] = /```json\n([\s\S]*?)```/.exec(readme) ?? [];
  const { Statement } = JSON.parse(json) as { Statement: { Action: string[] }[] };
  return Statement.flatMap(({ Action }) => Action);
}

/** Two services behind one load balancer, each with something of every sort. */
async function seedTwo(): Promise<void> {
  const seed = seeding(aws, region);
  const zone = await seed.zone("small.test");
  const balancer = await seed.loadBalancer("both");
  for (const [at, name] of ["one", "two"].entries()) {
    const targetGroup = await seed.targetGroup(name);
    const place = { cluster: name, name };
    const service = await seed.service(place, {
      containers: [seed.container("web", `small/${name}`)],
      targetGroups: [targetGroup],
    });
    await seed.rule(balancer.listener, { priority: at + 1, hosts: [`${name}.small.test`], targetGroup });
    await seed.records(zone, [alias(`${name}.small.test`, balancer)]);
    await seed.eventRule(`${name}-daily`, { schedule: "rate(1 day)", targets: [seed.ofTask(service)] });
    await seed.schedule({ Name: `${name}-hourly`, ScheduleExpression: "cron(0 * * * ? *)" }, { service });
    await seed.scaling(service, 1, 3);
  }
}
