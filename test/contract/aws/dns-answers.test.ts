import {
  CreateLoadBalancerCommand,
  type CreateLoadBalancerCommandInput,
} from "@aws-sdk/client-elastic-load-balancing-v2";
import {
  CreateHostedZoneCommand,
  type ResourceRecordSet,
  type Route53Client,
  type RRType,
  TestDNSAnswerCommand,
} from "@aws-sdk/client-route-53";
import { afterAll, beforeAll, expect, test } from "@jest/globals";
import { setAddresses } from "../../../sandbox/aws/behaviour.ts";
import { type Aws, assumeRole, inAccount, loadBalancingClient, route53Client } from "../../../sandbox/aws/clients.ts";
import { createRole } from "../../../sandbox/aws/roles.ts";
import { INSTALL_MS, startEmulator } from "../../support/emulator.ts";
import { a, alias, change, create, newZone, record, weighted } from "../../support/record-sets.ts";

let emulator: Awaited<ReturnType<typeof startEmulator>>;
let aws: Aws;
let client: Route53Client;

beforeAll(async () => {
  emulator = await startEmulator();
  aws = emulator.aws;
  client = route53Client(aws);
}, INSTALL_MS);
afterAll(() => emulator.stop());

async function zoneWith(...records: ResourceRecordSet[]): Promise<string> {
  const id = await newZone(client);
  await change(client, id, records.map(create));
  return id;
}
async function ask(HostedZoneId: string, RecordType: RRType = "A", RecordName = "www.example.com") {
  const input = { HostedZoneId, RecordName, RecordType };
  const { ResponseCode, RecordData } = await client.send(new TestDNSAnswerCommand(input));
  return [ResponseCode, ...(RecordData ?? [])];
}

test("TestDNSAnswer tells what it was asked, and one of the zone's name servers", async () => {
  const id = await zoneWith(a());
  const input = { HostedZoneId: id, RecordName: "WWW.example.com", RecordType: "A" as const };
  expect(await client.send(new TestDNSAnswerCommand(input))).toEqual({
    $metadata: expect.anything(),
    Nameserver: expect.stringMatching(/^ns-\d+\.awsdns-\d\d\.com$/),
    RecordName: "WWW.example.com",
    RecordType: "A",
    RecordData: ["10.0.0.1"],
    ResponseCode: "NOERROR",
    Protocol: "UDP",
  });
});

const wild = a("10.0.0.9", { Name: "*.example.com" });
const deep = a("10.0.0.5", { Name: "a.b.example.com" });
test.each<[string, ResourceRecordSet[], question: [RRType, string?], answer: string[]]>([
  ["an AAAA record", [record("AAAA", "2001:db8::1")], ["AAAA"], ["NOERROR", "2001:db8::1"]],
  ["no record of the type", [a()], ["AAAA"], ["NOERROR"]],
  ["no such name", [], ["A"], ["NXDOMAIN"]],
  ["a name of another zone", [a()], ["A", "www.example.org"], ["REFUSED"]],
  ["a CNAME", [record("CNAME", "x.example.net")], ["CNAME"], ["NOERROR", "x.example.net"]],
  ["a CNAME that leads out", [record("CNAME", "x.example.net")], ["A"], ["NOERROR", "x.example.net"]],
  [
    "a CNAME that leads to a record of the zone",
    [record("CNAME", "Web.example.com"), a("10.0.0.7", { Name: "web.example.com" })],
    ["A"],
    ["NOERROR", "Web.example.com", "10.0.0.7"],
  ],
  ["CNAMEs in a circle", [record("CNAME", "www.example.com")], ["A"], ["SERVFAIL"]],
  ["a wildcard", [wild], ["A"], ["NOERROR", "10.0.0.9"]],
  ["a wildcard, several names below", [wild], ["A", "x.y.example.com"], ["NOERROR", "10.0.0.9"]],
  ["a name beside a wildcard", [wild, a()], ["A"], ["NOERROR", "10.0.0.1"]],
  ["a type beside a wildcard", [wild, record("TXT", '"x"')], ["A"], ["NOERROR"]],
  ["a name above a record, beside a wildcard", [wild, deep], ["A", "b.example.com"], ["NOERROR"]],
  ["a name below one that is there, beside a wildcard", [wild, deep], ["A", "x.b.example.com"], ["NXDOMAIN"]],
])("TestDNSAnswer: %s", async (_, records, [type, name], answer) => {
  const id = records.length > 0 ? await zoneWith(...records) : await newZone(client);
  expect(await ask(id, type, name)).toEqual(answer);
});

test("TestDNSAnswer: an alias in the zone, also through a wildcard", async () => {
  const id = await zoneWith(a("10.0.0.9", { Name: "*.web.example.com" }));
  const own = id.replace("/hostedzone/", "");
  await change(client, id, [
    create(alias("*.web.example.com", own)),
    create(alias("www.example.com", own, { Name: "a.example.com" })),
  ]);
  expect(await ask(id, "A", "a.example.com")).toEqual(["NOERROR", "10.0.0.9"]);
});

test("TestDNSAnswer draws a member by its weight each time; all 0 are even, one 0 is never drawn", async () => {
  const members = (ecs: number, eks: number) => [
    weighted("ecs", ecs),
    weighted("eks", eks, { ResourceRecords: [{ Value: "10.0.0.2" }] }),
  ];
  const draw = async (id: string) => {
    const answers = await Promise.all(Array.from({ length: 100 }, () => ask(id)));
    return answers.filter(([, value]) => value === "10.0.0.2").length;
  };
  expect(await draw(await zoneWith(...members(1, 0)))).toBe(0);
  expect(await draw(await zoneWith(...members(0, 1)))).toBe(100);
  // 1 in 5 billion is outside of these.
  const [few, half] = [await draw(await zoneWith(...members(3, 1))), await draw(await zoneWith(...members(0, 0)))];
  expect([few > 0 && few < 55, half > 18 && half < 82]).toEqual([true, true]);
});

test("TestDNSAnswer: an alias to a load balancer has the addresses of its tag, of IPv6 where it is dualstack", async () => {
  // In another account than the zone, and another region.
  const owner = inAccount(aws, "222222222222");
  const balancer = async (Name: string, IpAddressType: CreateLoadBalancerCommandInput["IpAddressType"]) => {
    const input = { Name, Subnets: ["subnet-1"], IpAddressType };
    const { LoadBalancers } = await loadBalancingClient(owner, "us-west-2").send(new CreateLoadBalancerCommand(input));
    const { LoadBalancerArn = "", DNSName = "", CanonicalHostedZoneId = "" } = LoadBalancers?.[0] ?? {};
    return { arn: LoadBalancerArn, name: DNSName, zone: CanonicalHostedZoneId };
  };
  const [dual, four] = [await balancer("dual", "dualstack"), await balancer("four", "ipv4")];
  const aliases = (name: string, target: typeof dual) =>
    (["A", "AAAA"] as const).map((Type) => alias(target.name, target.zone, { Name: `${name}.example.com`, Type }));
  const id = await zoneWith(...aliases("dual", { ...dual, name: `dualstack.${dual.name}` }), ...aliases("four", four));
  expect(await ask(id, "A", "dual.example.com")).toEqual(["NOERROR"]);
  for (const { arn } of [dual, four]) await setAddresses(owner, arn, ["127.0.0.51", "127.0.0.52", "2001:db8::51"]);
  expect(await ask(id, "A", "dual.example.com")).toEqual(["NOERROR", "127.0.0.51", "127.0.0.52"]);
  expect(await ask(id, "AAAA", "dual.example.com")).toEqual(["NOERROR", "2001:db8::51"]);
  expect(await ask(id, "A", "four.example.com")).toEqual(["NOERROR", "127.0.0.51", "127.0.0.52"]);
  expect(await ask(id, "AAAA", "four.example.com")).toEqual(["NOERROR"]);
});

test("TestDNSAnswer is for public zones that are there", async () => {
  const VPC = { VPCId: "vpc-1", VPCRegion: "us-west-2" as const };
  const request = new CreateHostedZoneCommand({ Name: "internal.example.com", CallerReference: "internal", VPC });
  const { HostedZone } = await client.send(request);
  await expect(ask(HostedZone?.Id ?? "")).rejects.toMatchObject({ name: "InvalidInput" });
  await expect(ask("Z0000000000000")).rejects.toMatchObject({ name: "NoSuchHostedZone" });
});

// https://docs.aws.amazon.com/service-authorization/latest/reference/list_amazonroute53.html names no resource for it.
test("a policy allows TestDNSAnswer for every zone, not for one", async () => {
  const id = await zoneWith(a());
  const sessionOf = async (name: string, Resource: string) => {
    const policy = [{ Effect: "Allow" as const, Action: "route53:TestDNSAnswer", Resource }];
    const role = await createRole(aws, { name, trust: { account: aws.accountId }, policy });
    return route53Client(aws, "us-east-1", await assumeRole(aws, role));
  };
  const input = { HostedZoneId: id, RecordName: "www.example.com", RecordType: "A" as const };
  const every = await sessionOf("asks-all", "*");
  expect((await every.send(new TestDNSAnswerCommand(input))).RecordData).toEqual(["10.0.0.1"]);
  const one = await sessionOf("asks-one", `arn:aws:route53:::${id.replace("/hostedzone", "hostedzone")}`);
  await expect(one.send(new TestDNSAnswerCommand(input))).rejects.toMatchObject({ name: "AccessDenied" });
});
