import {
  CreateHostedZoneCommand,
  type CreateHostedZoneCommandInput,
  DeleteHostedZoneCommand,
  GetHostedZoneCommand,
  ListHostedZonesCommand,
  ListResourceRecordSetsCommand,
  type Route53Client,
} from "@aws-sdk/client-route-53";
import { afterAll, beforeAll, expect, test } from "@jest/globals";
import { setLinkedService, setTrafficPolicy } from "../../../sandbox/aws/behaviour.ts";
import { type Aws, inAccount, route53Client } from "../../../sandbox/aws/clients.ts";
import { INSTALL_MS, startEmulator } from "../../support/emulator.ts";
import { a, change, create, newZone, record, recordSets, remove, upsert, weighted } from "../../support/record-sets.ts";

let emulator: Awaited<ReturnType<typeof startEmulator>>;
let aws: Aws;
let client: Route53Client;

beforeAll(async () => {
  emulator = await startEmulator();
  aws = emulator.aws;
  client = route53Client(aws);
}, INSTALL_MS);
afterAll(() => emulator.stop());

const zone = (Id: string) => client.send(new GetHostedZoneCommand({ Id }));
const createZone = (Name: string, CallerReference: string, more: Partial<CreateHostedZoneCommandInput> = {}) =>
  client.send(new CreateHostedZoneCommand({ Name, CallerReference, ...more }));
async function apex(HostedZoneId: string, type: "NS" | "SOA"): Promise<string[]> {
  const { ResourceRecordSets = [] } = await client.send(new ListResourceRecordSetsCommand({ HostedZoneId }));
  return ResourceRecordSets.find(({ Type }) => Type === type)?.ResourceRecords?.map(({ Value = "" }) => Value) ?? [];
}

// https://docs.aws.amazon.com/Route53/latest/DeveloperGuide/SOA-NSrecords.html
test("a public zone has four name servers, always the same ones; its NS and SOA name them", async () => {
  const created = await createZone("example.com", "servers");
  const { NameServers = [] } = created.DelegationSet ?? {};
  expect(NameServers).toEqual(
    ["com", "net", "org", "co\\.uk"].map((domain) =>
      expect.stringMatching(new RegExp(`^ns-\\d{1,4}\\.awsdns-\\d\\d\\.${domain}$`)),
    ),
  );
  const id = created.HostedZone?.Id ?? "";
  for (let i = 0; i < 2; i++) expect((await zone(id)).DelegationSet).toEqual({ NameServers });
  expect(await apex(id, "NS")).toEqual(NameServers.map((name) => `${name}.`));
  expect(await apex(id, "SOA")).toEqual([`${NameServers[0]}. awsdns-hostmaster.amazon.com. 1 7200 900 1209600 86400`]);
});

test("several zones have one name, and each its own name servers, also when the NS of one is changed", async () => {
  const ids = [await newZone(client, "twice.example.com"), await newZone(client, "twice.example.com")];
  const servers = async () => Promise.all(ids.map(async (id) => (await zone(id)).DelegationSet?.NameServers));
  const [first, second] = await servers();
  expect(first).not.toEqual(second);
  const { HostedZones } = await client.send(new ListHostedZonesCommand({}));
  expect(HostedZones?.filter(({ Name }) => Name === "twice.example.com.").map(({ Id }) => Id)).toEqual(
    expect.arrayContaining(ids),
  );
  const ResourceRecords = [{ Value: "ns.example.net." }];
  await change(client, ids[0] ?? "", [upsert({ Name: "twice.example.com", Type: "NS", TTL: 60, ResourceRecords })]);
  expect(await servers()).toEqual([first, second]);
});

test("a private zone tells its VPCs, and has no delegation set", async () => {
  const VPC = { VPCId: "vpc-1", VPCRegion: "us-west-2" as const };
  const created = await createZone("private.example.com", "private", { VPC });
  expect([created.DelegationSet, created.VPC]).toEqual([undefined, VPC]);
  const id = created.HostedZone?.Id ?? "";
  const { DelegationSet, VPCs, HostedZone } = await zone(id);
  expect([DelegationSet, VPCs, HostedZone?.Config?.PrivateZone]).toEqual([undefined, [VPC], true]);
  expect(await apex(id, "NS")).toEqual([
    "ns-0.awsdns-00.com.",
    "ns-512.awsdns-00.net.",
    "ns-1024.awsdns-00.org.",
    "ns-1536.awsdns-00.co.uk.",
  ]);
});

// https://docs.aws.amazon.com/Route53/latest/APIReference/API_LinkedService.html
test("a zone that another service keeps says so, and only that service changes it", async () => {
  const owner = inAccount(aws, "520000000001");
  const theirs = route53Client(owner);
  const [kept, free] = [await newZone(theirs, "kept.example.com"), await newZone(theirs, "free.example.com")];
  await change(theirs, kept, [create(a("10.0.0.1", { Name: "www.kept.example.com" }))]);
  await setLinkedService(owner, kept, "servicediscovery.amazonaws.com");
  const { HostedZone } = await theirs.send(new GetHostedZoneCommand({ Id: kept }));
  const linked = {
    ServicePrincipal: "servicediscovery.amazonaws.com",
    Description: expect.stringMatching(/^arn:aws:servicediscovery:us-east-1:520000000001:namespace\/ns-/),
  };
  expect(HostedZone?.LinkedService).toEqual(linked);
  const { HostedZones = [] } = await theirs.send(new ListHostedZonesCommand({}));
  expect(new Map(HostedZones.map(({ Id, LinkedService }) => [Id, LinkedService]))).toEqual(
    new Map([
      [kept, linked],
      [free, undefined],
    ]),
  );

  const refused = {
    name: "AccessDenied",
    message: expect.stringContaining(" can only be managed through servicediscovery.amazonaws.com (arn:aws:"),
    $metadata: { httpStatusCode: 403 },
  };
  const more = create(a("10.0.0.1", { Name: "x.kept.example.com" }));
  await expect(change(theirs, kept, [more])).rejects.toMatchObject(refused);
  await expect(theirs.send(new DeleteHostedZoneCommand({ Id: kept }))).rejects.toMatchObject(refused);
  expect(await recordSets(theirs, kept)).toHaveLength(1);
  await change(theirs, free, [create(a("10.0.0.1", { Name: "x.free.example.com" }))]);
});

test("a record set of a traffic policy instance shows the instance in place of values, and is not changed", async () => {
  const id = await newZone(client, "policy.example.com");
  const Name = "www.policy.example.com";
  const free = record("AAAA", "2001:db8::1", { Name });
  await change(client, id, [create(a("10.0.0.1", { Name })), create(free)]);
  const instance = "12131415-abac-5432-caba-6f5e4d3c2b1a";
  await setTrafficPolicy(aws, id, { name: Name, type: "A", instance });
  const shown = { Name: `${Name}.`, Type: "A" as const, TrafficPolicyInstanceId: instance };
  expect(await recordSets(client, id)).toEqual([shown, { ...free, Name: `${Name}.` }]);
  const refused = {
    name: "InvalidChangeBatch",
    message: expect.stringContaining(`traffic policy instance ${instance}`),
  };
  for (const batch of [
    [remove(a("10.0.0.1", { Name }))],
    [remove(shown)],
    [upsert(a("10.0.0.2", { Name }))],
    [create(weighted("eks", 1, { Name }))],
    [remove(free), upsert(a("10.0.0.2", { Name }))],
  ]) {
    await expect(change(client, id, batch)).rejects.toMatchObject(refused);
  }
  await change(client, id, [remove(free)]);
  expect(await recordSets(client, id)).toEqual([shown]);
});
