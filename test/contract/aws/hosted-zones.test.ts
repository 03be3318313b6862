import {
  ChangeResourceRecordSetsCommand,
  CreateHostedZoneCommand,
  GetChangeCommand,
  ListHostedZonesCommand,
  ListResourceRecordSetsCommand,
  type Route53Client,
} from "@aws-sdk/client-route-53";
import { afterAll, beforeAll, expect, test } from "@jest/globals";
import { setInsyncSeconds } from "../../../sandbox/aws/behaviour.ts";
import { type Aws, assumeRole, inAccount, route53Client } from "../../../sandbox/aws/clients.ts";
import { createRole } from "../../../sandbox/aws/roles.ts";
import { INSTALL_MS, startEmulator } from "../../support/emulator.ts";
import {
  a,
  alias,
  type Change,
  create,
  newZone,
  record,
  recordSets,
  remove,
  change as send,
  weighted,
} from "../../support/record-sets.ts";

let emulator: Awaited<ReturnType<typeof startEmulator>>;
let aws: Aws;
let client: Route53Client;

beforeAll(async () => {
  emulator = await startEmulator();
  aws = emulator.aws;
  client = route53Client(aws);
}, INSTALL_MS);
afterAll(() => emulator.stop());

const change = (zone: string, ...changes: Change[]) => send(client, zone, changes);
const balancer = "shop-1234567890.us-west-2.elb.amazonaws.com";

// https://docs.aws.amazon.com/Route53/latest/DeveloperGuide/DomainNameFormat.html
test("names are listed in lower case, and * as \\052; either form names the record", async () => {
  const id = await newZone(client, "Example.COM");
  await change(id, create(a("10.0.0.1", { Name: "*.Shop.Example.com" })));
  await change(id, create(alias("Shop-1234567890.US-WEST-2.elb.amazonaws.com", "Z1H1FL5HABSF5")));
  const [wild, www] = await recordSets(client, id);
  expect(wild?.Name).toBe("\\052.shop.example.com.");
  expect(www?.AliasTarget?.DNSName).toBe(`${balancer}.`);
  const start = { HostedZoneId: id, StartRecordName: "*.shop.example.com", StartRecordType: "A" as const };
  const { ResourceRecordSets } = await client.send(new ListResourceRecordSetsCommand({ ...start, MaxItems: 1 }));
  expect(ResourceRecordSets?.[0]?.Name).toBe("\\052.shop.example.com.");
  await change(id, remove(a("10.0.0.1", { Name: "*.shop.example.com" })));
  await change(id, remove(alias(balancer, "Z1H1FL5HABSF5")));
  expect(await recordSets(client, id)).toEqual([]);
});

test("a weighted name is listed whole, one record set a page", async () => {
  const id = await newZone(client);
  await change(id, ...["a", "b", "c"].map((name) => create(weighted(name, 1))), create(record("TXT", '"x"')));
  const seen: string[] = [];
  let next: Record<string, string | undefined> = {};
  do {
    const page = await client.send(new ListResourceRecordSetsCommand({ HostedZoneId: id, MaxItems: 1, ...next }));
    seen.push(...(page.ResourceRecordSets ?? []).map(({ Type, SetIdentifier }) => `${Type} ${SetIdentifier ?? ""}`));
    const { NextRecordName, NextRecordType, NextRecordIdentifier } = page;
    next = {
      StartRecordName: NextRecordName,
      StartRecordType: NextRecordType,
      StartRecordIdentifier: NextRecordIdentifier,
    };
  } while (next.StartRecordName !== undefined);
  expect(seen).toEqual(["NS ", "SOA ", "A a", "A b", "A c", "TXT "]);
});

test("a change is PENDING, then INSYNC; with a time of its zone's, after that time", async () => {
  const id = await newZone(client);
  const { ChangeInfo } = await change(id, create(a()));
  expect(ChangeInfo?.Status).toBe("PENDING");
  const status = async (Id = "") => (await client.send(new GetChangeCommand({ Id }))).ChangeInfo?.Status;
  expect([await status(ChangeInfo?.Id), await status(ChangeInfo?.Id)]).toEqual(["PENDING", "INSYNC"]);

  await setInsyncSeconds(aws, id, 1);
  const start = Date.now();
  const slow = (await change(id, remove(a()))).ChangeInfo?.Id;
  expect([await status(slow), await status(slow), await status(slow)]).toEqual(Array(3).fill("PENDING"));
  while ((await status(slow)) === "PENDING");
  expect(Date.now() - start).toBeGreaterThanOrEqual(999);
  expect(await status(slow)).toBe("INSYNC");
  await expect(status("C0000000000000")).rejects.toMatchObject({ name: "NoSuchChange" });
});

test("a caller reference makes one zone", async () => {
  const request = new CreateHostedZoneCommand({ Name: "once.example.com", CallerReference: "once" });
  await client.send(request);
  await expect(client.send(request)).rejects.toMatchObject({
    name: "HostedZoneAlreadyExists",
    $metadata: { httpStatusCode: 409 },
  });
});

test("a public and a private zone have the same name; accounts have zones of their own", async () => {
  const other = inAccount(aws, "555555555555");
  const theirs = route53Client(other);
  const request = { Name: "split.example.com", CallerReference: "split" };
  await theirs.send(new CreateHostedZoneCommand(request));
  const VPC = { VPCId: "vpc-1", VPCRegion: "us-west-2" as const };
  await theirs.send(new CreateHostedZoneCommand({ ...request, CallerReference: "split-private", VPC }));
  const { HostedZones } = await theirs.send(new ListHostedZonesCommand({}));
  expect(HostedZones?.map(({ Config }) => Config?.PrivateZone).toSorted()).toEqual([false, true]);
  const { HostedZones: own } = await client.send(new ListHostedZonesCommand({}));
  expect(own?.filter(({ Name }) => Name === "split.example.com.")).toEqual([]);
});

test("a role of another account changes the zone that its policy names, and no other", async () => {
  const owner = inAccount(aws, "333333333333");
  const [allowed, forbidden] = [
    await newZone(route53Client(owner), "dns.example.com"),
    await newZone(route53Client(owner), "x.example.com"),
  ];
  const policy = [
    {
      Effect: "Allow" as const,
      Action: "route53:ChangeResourceRecordSets",
      Resource: `arn:aws:route53:::${allowed.replace("/hostedzone", "hostedzone")}`,
    },
  ];
  const role = await createRole(owner, { name: "dns", trust: { account: aws.accountId }, policy });
  const session = route53Client(owner, "us-east-1", await assumeRole(aws, role));
  const batch = (Name: string) => ({ Changes: [create(a("10.0.0.1", { Name }))] });
  const sendAs = (HostedZoneId: string, name: string) =>
    session.send(new ChangeResourceRecordSetsCommand({ HostedZoneId, ChangeBatch: batch(name) }));
  const { ChangeInfo } = await sendAs(allowed, "www.dns.example.com");
  const denied = { name: "AccessDenied", $metadata: { httpStatusCode: 403 } };
  await expect(sendAs(forbidden, "www.x.example.com")).rejects.toMatchObject(denied);
  await expect(session.send(new GetChangeCommand({ Id: ChangeInfo?.Id }))).rejects.toMatchObject(denied);
  await expect(session.send(new ListHostedZonesCommand({}))).rejects.toMatchObject(denied);
});
