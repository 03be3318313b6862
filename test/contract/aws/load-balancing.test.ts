import {
  CreateClusterCommand,
  CreateServiceCommand,
  RegisterTaskDefinitionCommand,
  UpdateServiceCommand,
} from "@aws-sdk/client-ecs";
import {
  AddTagsCommand,
  CreateListenerCommand,
  CreateLoadBalancerCommand,
  type CreateLoadBalancerCommandInput,
  CreateRuleCommand,
  CreateTargetGroupCommand,
  DeleteLoadBalancerCommand,
  DeregisterTargetsCommand,
  DescribeListenersCommand,
  DescribeLoadBalancerAttributesCommand,
  DescribeLoadBalancersCommand,
  DescribeRulesCommand,
  DescribeTagsCommand,
  DescribeTargetGroupsCommand,
  DescribeTargetHealthCommand,
  type ElasticLoadBalancingV2Client,
  ModifyListenerCommand,
  ModifyLoadBalancerAttributesCommand,
  ModifyTargetGroupAttributesCommand,
  paginateDescribeLoadBalancers,
  RegisterTargetsCommand,
  SetIpAddressTypeCommand,
} from "@aws-sdk/client-elastic-load-balancing-v2";
import { afterAll, beforeAll, expect, test } from "@jest/globals";
import { setAddresses, setTargetHealth } from "../../../sandbox/aws/behaviour.ts";
import { type Aws, assumeRole, ecsClient, inAccount, loadBalancingClient } from "../../../sandbox/aws/clients.ts";
import { createRole } from "../../../sandbox/aws/roles.ts";
import { INSTALL_MS, startEmulator } from "../../support/emulator.ts";

const region = "us-west-2";
let emulator: Awaited<ReturnType<typeof startEmulator>>;
let aws: Aws;
let client: ElasticLoadBalancingV2Client;

beforeAll(async () => {
  emulator = await startEmulator();
  aws = emulator.aws;
  client = loadBalancingClient(aws, region);
}, INSTALL_MS);
afterAll(() => emulator.stop());

async function balancer(Name: string, more: Partial<CreateLoadBalancerCommandInput> = {}, owner = client) {
  const created = await owner.send(new CreateLoadBalancerCommand({ Name, Subnets: ["subnet-1"], ...more }));
  const [found] = created.LoadBalancers ?? [];
  const { LoadBalancers } = await owner.send(new DescribeLoadBalancersCommand({ Names: [Name] }));
  expect(LoadBalancers).toEqual([found]);
  return { arn: found?.LoadBalancerArn ?? "", dnsName: found?.DNSName, zone: found?.CanonicalHostedZoneId };
}
async function group(Name: string): Promise<string> {
  const input = { Name, Protocol: "HTTP" as const, Port: 80, VpcId: "vpc-1", TargetType: "ip" as const };
  const { TargetGroups } = await client.send(new CreateTargetGroupCommand(input));
  return TargetGroups?.[0]?.TargetGroupArn ?? "";
}
const forward = (...groups: [arn: string, weight: number][]) => ({
  Type: "forward" as const,
  ForwardConfig: { TargetGroups: groups.map(([TargetGroupArn, Weight]) => ({ TargetGroupArn, Weight })) },
});
async function listener(LoadBalancerArn: string, action: ReturnType<typeof forward>): Promise<string> {
  const input = { LoadBalancerArn, Protocol: "HTTP" as const, Port: 80, DefaultActions: [action] };
  const { Listeners } = await client.send(new CreateListenerCommand(input));
  return Listeners?.[0]?.ListenerArn ?? "";
}
const usersOf = async (arn: string) =>
  (await client.send(new DescribeTargetGroupsCommand({ TargetGroupArns: [arn] }))).TargetGroups?.[0]?.LoadBalancerArns;
async function health(TargetGroupArn: string): Promise<[string | undefined, string | undefined][]> {
  const { TargetHealthDescriptions = [] } = await client.send(new DescribeTargetHealthCommand({ TargetGroupArn }));
  return TargetHealthDescriptions.map(({ Target, TargetHealth }) => [Target?.Id, TargetHealth?.State]);
}

// https://docs.aws.amazon.com/general/latest/gr/elb.html
test.each<[string, Partial<CreateLoadBalancerCommandInput>, RegExp, string, string]>([
  ["us-west-2", {}, /^shop-\d+\.us-west-2\.elb\.amazonaws\.com$/, "Z1H1FL5HABSF5", "app"],
  ["us-west-1", { Scheme: "internal" }, /^internal-shop-\d+\.us-west-1\.elb\.amazonaws\.com$/, "Z368ELLRRE2KJ0", "app"],
  ["us-west-2", { Type: "network" }, /^shop-[0-9a-z]{16}\.elb\.us-west-2\.amazonaws\.com$/, "Z18D5FSROUN65G", "net"],
])("a load balancer in %s with %o has AWS's name and hosted zone", async (where, more, dnsName, zone, kind) => {
  const account = inAccount(aws, `${700_000_000_000 + Object.keys(more).join().length}`);
  const found = await balancer("shop", more, loadBalancingClient(account, where));
  expect(found).toEqual({
    arn: expect.stringContaining(`:loadbalancer/${kind}/shop/`),
    dnsName: expect.stringMatching(dnsName),
    zone,
  });
});

test("client_keep_alive.seconds is 3600 until it is changed, within limits", async () => {
  const { arn: LoadBalancerArn } = await balancer("attributes");
  const value = async () => {
    const { Attributes } = await client.send(new DescribeLoadBalancerAttributesCommand({ LoadBalancerArn }));
    return Attributes?.find(({ Key }) => Key === "client_keep_alive.seconds")?.Value;
  };
  const set = (Value: string) => {
    const Attributes = [{ Key: "client_keep_alive.seconds", Value }];
    return client.send(new ModifyLoadBalancerAttributesCommand({ LoadBalancerArn, Attributes }));
  };
  expect(await value()).toBe("3600");
  await set("300");
  expect(await value()).toBe("300");
  await expect(set("59")).rejects.toMatchObject({ name: "InvalidConfigurationRequestException" });
  expect(await value()).toBe("300");
});

test("a network load balancer has no client_keep_alive.seconds", async () => {
  const { arn: LoadBalancerArn } = await balancer("nlb-attributes", { Type: "network" });
  const { Attributes } = await client.send(new DescribeLoadBalancerAttributesCommand({ LoadBalancerArn }));
  expect(Attributes?.map(({ Key }) => Key)).toContain("load_balancing.cross_zone.enabled");
  expect(Attributes?.map(({ Key }) => Key)).not.toContain("client_keep_alive.seconds");
  const set = (Key: string, Value: string) =>
    client.send(new ModifyLoadBalancerAttributesCommand({ LoadBalancerArn, Attributes: [{ Key, Value }] }));
  await expect(set("client_keep_alive.seconds", "300")).rejects.toMatchObject({
    name: "InvalidConfigurationRequestException",
    message:
      "Load balancer attribute key 'client_keep_alive.seconds' is not supported on load balancers with type 'network'",
  });
  await set("load_balancing.cross_zone.enabled", "true");
});

test("scheme, type and IP address type are told as they were made, and as they were set", async () => {
  const described = async (arn: string) => {
    const request = new DescribeLoadBalancersCommand({ LoadBalancerArns: [arn] });
    const [{ Scheme, Type, IpAddressType } = {}] = (await client.send(request)).LoadBalancers ?? [];
    return [Scheme, Type, IpAddressType];
  };
  const { arn } = await balancer("told");
  expect(await described(arn)).toEqual(["internet-facing", "application", "ipv4"]);
  await client.send(new SetIpAddressTypeCommand({ LoadBalancerArn: arn, IpAddressType: "dualstack" }));
  expect(await described(arn)).toEqual(["internet-facing", "application", "dualstack"]);
  const more = { Scheme: "internal", Type: "network", IpAddressType: "dualstack" } as const;
  expect(await described((await balancer("told-too", more)).arn)).toEqual(["internal", "network", "dualstack"]);
});

test("load balancers are found by names and by ARNs; one that is not there fails the call", async () => {
  const [one, two] = [await balancer("found-1"), await balancer("found-2", { Type: "network" })];
  const arns = async (query: { Names?: string[]; LoadBalancerArns?: string[] }) =>
    (await client.send(new DescribeLoadBalancersCommand(query))).LoadBalancers?.map(
      ({ LoadBalancerArn }) => LoadBalancerArn,
    );
  expect(await arns({ Names: ["found-1", "found-2"] })).toEqual([one.arn, two.arn]);
  expect(await arns({ LoadBalancerArns: [two.arn] })).toEqual([two.arn]);
  const missing = { name: "LoadBalancerNotFoundException", message: "One or more load balancers not found" };
  await expect(arns({ Names: ["found-1", "found-3"] })).rejects.toMatchObject(missing);
  await expect(arns({ LoadBalancerArns: [one.arn, `${one.arn}0`] })).rejects.toMatchObject(missing);
  await expect(arns({ Names: ["found-3"] })).rejects.toMatchObject(missing);
});

test("the tag that says where a load balancer listens is told by DescribeTags", async () => {
  const { arn } = await balancer("addresses");
  await setAddresses(aws, arn, ["127.0.0.51", "::1"]);
  const { TagDescriptions } = await client.send(new DescribeTagsCommand({ ResourceArns: [arn] }));
  expect(TagDescriptions?.[0]?.Tags).toEqual([{ Key: "sandbox:addresses", Value: "127.0.0.51,::1" }]);
});

test("the sandbox makes no load balancer in a region whose hosted zones it does not know", async () => {
  const elsewhere = loadBalancingClient(aws, "af-south-1");
  const made = elsewhere.send(new CreateLoadBalancerCommand({ Name: "shop", Subnets: ["subnet-1"] }));
  await expect(made).rejects.toThrow("The sandbox has no application load balancers in af-south-1");
});

test("weighted forwards in listeners and rules are told; a target group's load balancers are those that forward to it", async () => {
  const { arn } = await balancer("weights");
  const [ecs, eks, api] = [await group("w-ecs"), await group("w-eks"), await group("w-api")];
  const ListenerArn = await listener(arn, forward([ecs, 1]));
  const shown = async () => (await client.send(new DescribeListenersCommand({ LoadBalancerArn: arn }))).Listeners?.[0];
  expect((await shown())?.DefaultActions).toMatchObject([{ TargetGroupArn: ecs, ...forward([ecs, 1]) }]);
  await client.send(new ModifyListenerCommand({ ListenerArn, DefaultActions: [forward([ecs, 90], [eks, 10])] }));
  const [action] = (await shown())?.DefaultActions ?? [];
  expect(action).toMatchObject(forward([ecs, 90], [eks, 10]));
  expect(action?.TargetGroupArn).toBeUndefined();
  const Conditions = [{ Field: "path-pattern", Values: ["/api/*"] }];
  await client.send(new CreateRuleCommand({ ListenerArn, Priority: 1, Conditions, Actions: [forward([api, 1])] }));
  const { Rules } = await client.send(new DescribeRulesCommand({ ListenerArn }));
  expect(
    Rules?.map(({ IsDefault, Actions }) => [IsDefault, Actions?.[0]?.ForwardConfig?.TargetGroups?.length]),
  ).toEqual([
    [true, 2],
    [false, 1],
  ]);

  expect([await usersOf(ecs), await usersOf(eks), await usersOf(api)]).toEqual([[arn], [arn], [arn]]);
  await client.send(new ModifyListenerCommand({ ListenerArn, DefaultActions: [forward([eks, 1])] }));
  expect([await usersOf(ecs), await usersOf(eks)]).toEqual([[], [arn]]);
  await client.send(new DeleteLoadBalancerCommand({ LoadBalancerArn: arn }));
  expect([await usersOf(eks), await usersOf(api)]).toEqual([[], []]);
});

test("targets are healthy, or as a test says, and drain for the deregistration delay", async () => {
  const TargetGroupArn = await group("health");
  const Targets = [{ Id: "10.1.0.1" }, { Id: "10.1.0.2" }];
  await client.send(new RegisterTargetsCommand({ TargetGroupArn, Targets }));
  await setTargetHealth(aws, TargetGroupArn, { id: "10.1.0.2", state: "unhealthy" });
  expect(await health(TargetGroupArn)).toEqual([
    ["10.1.0.1", "healthy"],
    ["10.1.0.2", "unhealthy"],
  ]);
  await setTargetHealth(aws, TargetGroupArn, { state: "initial" });
  expect(await health(TargetGroupArn)).toEqual([
    ["10.1.0.1", "initial"],
    ["10.1.0.2", "unhealthy"],
  ]);

  const leave = (Id: string) => client.send(new DeregisterTargetsCommand({ TargetGroupArn, Targets: [{ Id }] }));
  await leave("10.1.0.1");
  expect(await health(TargetGroupArn)).toEqual([
    ["10.1.0.2", "unhealthy"],
    ["10.1.0.1", "draining"],
  ]);
  const delay = (Value: string) => {
    const Attributes = [{ Key: "deregistration_delay.timeout_seconds", Value }];
    return client.send(new ModifyTargetGroupAttributesCommand({ TargetGroupArn, Attributes }));
  };
  await expect(delay("3601")).rejects.toMatchObject({ name: "InvalidConfigurationRequestException" });
  await delay("0");
  await leave("10.1.0.2");
  expect(await health(TargetGroupArn)).toEqual([["10.1.0.1", "draining"]]);
});

test("the tasks of a service are targets of its target group as long as they run", async () => {
  const targetGroupArn = await group("tasks");
  const ecs = ecsClient(aws, region);
  const cluster = "targets";
  await ecs.send(new CreateClusterCommand({ clusterName: cluster }));
  const containerDefinitions = [{ name: "web", image: "web:1" }];
  await ecs.send(new RegisterTaskDefinitionCommand({ family: "web", networkMode: "awsvpc", containerDefinitions }));
  const loadBalancers = [{ targetGroupArn, containerName: "web", containerPort: 8080 }];
  const service = { cluster, serviceName: "web", taskDefinition: "web", desiredCount: 2, loadBalancers };
  await ecs.send(new CreateServiceCommand(service));
  expect((await health(targetGroupArn)).map(([, state]) => state)).toEqual(["healthy", "healthy"]);
  await ecs.send(new UpdateServiceCommand({ cluster, service: "web", desiredCount: 1 }));
  expect((await health(targetGroupArn)).map(([, state]) => state)).toEqual(["healthy", "draining"]);
});

test("load balancers come in pages", async () => {
  const owner = loadBalancingClient(inAccount(aws, "800000000000"), region);
  for (let i = 0; i < 5; i++)
    await owner.send(new CreateLoadBalancerCommand({ Name: `lb-${i}`, Subnets: ["subnet-1"] }));
  const pages: (string | undefined)[][] = [];
  for await (const { LoadBalancers = [] } of paginateDescribeLoadBalancers({ client: owner }, { PageSize: 2 })) {
    pages.push(LoadBalancers.map(({ LoadBalancerName }) => LoadBalancerName));
  }
  expect(pages).toEqual([["lb-0", "lb-1"], ["lb-2", "lb-3"], ["lb-4"]]);
  const elsewhere = loadBalancingClient(inAccount(aws, "800000000000"), "us-west-1");
  expect((await elsewhere.send(new DescribeLoadBalancersCommand({}))).LoadBalancers).toEqual([]);
});

test("a role may read what its policy names, and change the load balancer that it names", async () => {
  const [own, other] = [await balancer("mine"), await balancer("theirs")];
  const policy = [
    { Effect: "Allow" as const, Action: "elasticloadbalancing:DescribeLoadBalancers", Resource: "*" },
    { Effect: "Allow" as const, Action: "elasticloadbalancing:ModifyLoadBalancerAttributes", Resource: own.arn },
  ];
  const roleArn = await createRole(aws, { name: "balancing", trust: { account: aws.accountId }, policy });
  const session = loadBalancingClient(aws, region, await assumeRole(aws, roleArn));
  await session.send(new DescribeLoadBalancersCommand({ Names: ["mine"] }));
  const Attributes = [{ Key: "client_keep_alive.seconds", Value: "60" }];
  await session.send(new ModifyLoadBalancerAttributesCommand({ LoadBalancerArn: own.arn, Attributes }));
  const denied = { name: "AccessDenied" };
  for (const call of [
    session.send(new ModifyLoadBalancerAttributesCommand({ LoadBalancerArn: other.arn, Attributes })),
    session.send(new DescribeLoadBalancerAttributesCommand({ LoadBalancerArn: own.arn })),
    session.send(new AddTagsCommand({ ResourceArns: [own.arn], Tags: [{ Key: "a", Value: "b" }] })),
  ]) {
    await expect(call).rejects.toMatchObject(denied);
  }
});
