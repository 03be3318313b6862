import { ListResourceRecordSetsCommand, type ResourceRecordSet, type Route53Client } from "@aws-sdk/client-route-53";
import { afterAll, beforeAll, expect, test } from "@jest/globals";
import { route53Client } from "../../../sandbox/aws/clients.ts";
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
  upsert,
  weighted,
} from "../../support/record-sets.ts";

// Messages as public issues show them: hashicorp/terraform-provider-aws#11485 and #15706, kubernetes-sigs/external-dns#1411
// and #720, aws/aws-sdk-go-v2#518.

let emulator: Awaited<ReturnType<typeof startEmulator>>;
let client: Route53Client;

beforeAll(async () => {
  emulator = await startEmulator();
  client = route53Client(emulator.aws);
}, INSTALL_MS);
afterAll(() => emulator.stop());

const change = (zone: string, ...changes: Change[]) => send(client, zone, changes);
const cname = (more: Partial<ResourceRecordSet> = {}) => record("CNAME", "old.example.net", more);
const balancer = "shop-1234567890.us-west-2.elb.amazonaws.com";
/** The message, whole. */
const exactly = (message: string) => new RegExp(`^${message.replaceAll(/[[\].]/g, "\\$&")}$`);

type Row = { there?: ResourceRecordSet[]; batch: Change[] };

test.each<[string, Row, RegExp]>([
  [
    "weighted beside simple",
    { there: [a()], batch: [upsert(weighted("eks", 1))] },
    exactly(
      "[RRSet with DNS name www.example.com., type A, SetIdentifier eks cannot be created as a non-weighted set exists with the same name and type.]",
    ),
  ],
  [
    "simple beside weighted",
    { there: [weighted("ecs", 1)], batch: [upsert(a())] },
    exactly(
      "[RRSet with DNS name www.example.com., type A cannot be created as other RRSets exist with the same name and type.]",
    ),
  ],
  [
    "another policy beside weighted",
    { there: [weighted("ecs", 1)], batch: [create(a("10.0.0.1", { SetIdentifier: "eks", Failover: "PRIMARY" }))] },
    /SetIdentifier eks cannot be created as a non-failover set exists with the same name and type/,
  ],
  [
    "a weighted member with another TTL",
    { there: [weighted("ecs", 1), weighted("eks", 0)], batch: [upsert(weighted("ecs", 1, { TTL: 60 }))] },
    exactly(
      "[RRSet with DNS name www.example.com., type A, SetIdentifier ecs cannot be created as weighted sets must contain the same TTL.]",
    ),
  ],
  [
    "a CNAME beside another record",
    { there: [a()], batch: [create(cname())] },
    /^\[RRSet of type CNAME with DNS name www\.example\.com\. is not permitted as it conflicts with other records with the same DNS name in zone example\.com\.\]$/,
  ],
  [
    "another record beside a CNAME",
    { there: [cname()], batch: [upsert(a())] },
    /^\[RRSet of type A with DNS name www\.example\.com\. is not permitted because a conflicting RRSet of type CNAME with the same DNS name already exists in zone example\.com\.\]$/,
  ],
  [
    "a CNAME at the apex",
    { batch: [create(cname({ Name: "example.com" }))] },
    exactly("[RRSet of type CNAME with DNS name example.com. is not permitted at apex in zone example.com.]"),
  ],
  [
    "a name outside of the zone",
    { batch: [create(a("10.0.0.1", { Name: "www.example.org" }))] },
    exactly("[RRSet with DNS name www.example.org. is not permitted in zone example.com.]"),
  ],
  [
    "a name that only ends like the zone",
    { batch: [create(a("10.0.0.1", { Name: "badexample.com" }))] },
    exactly("[RRSet with DNS name badexample.com. is not permitted in zone example.com.]"),
  ],
  [
    "an address that is none",
    { batch: [create(a("10.0.0.300"))] },
    /ARRDATAIllegalIPv4Address .* with '10\.0\.0\.300'/,
  ],
  ["IPv4 in AAAA", { batch: [create(record("AAAA", "10.0.0.1"))] }, /AAAARRDATAIllegalIPv6Address/],
  [
    "what is there already",
    { there: [a()], batch: [create(a("10.0.0.2"))] },
    exactly("[Tried to create resource record set [name='www.example.com.', type='A'] but it already exists]"),
  ],
  [
    "a weighted member that is there already",
    { there: [weighted("ecs", 1)], batch: [create(weighted("ecs", 2))] },
    exactly(
      "[Tried to create resource record set [name='www.example.com.', type='A', set identifier='ecs'] but it already exists]",
    ),
  ],
  [
    "the delete of what is not there",
    { batch: [remove(a())] },
    exactly("[Tried to delete resource record set [name='www.example.com.', type='A'] but it was not found]"),
  ],
  ...(
    [
      ["value", a(), a("10.0.0.2")],
      ["TTL", a(), a("10.0.0.1", { TTL: 60 })],
      ["weight", weighted("ecs", 1), weighted("ecs", 2)],
      ["alias target", alias(balancer, "Z1H1FL5HABSF5"), alias(`dualstack.${balancer}`, "Z1H1FL5HABSF5")],
      [
        "health flag",
        alias(balancer, "Z1H1FL5HABSF5"),
        alias(balancer, "Z1H1FL5HABSF5", {
          AliasTarget: { DNSName: balancer, HostedZoneId: "Z1H1FL5HABSF5", EvaluateTargetHealth: true },
        }),
      ],
    ] as const
  ).map(
    ([what, there, given]) =>
      [
        `a delete with another ${what}`,
        { there: [there], batch: [remove(given)] },
        /but the values provided do not match the current values\]$/,
      ] as [string, Row, RegExp],
  ),
  [
    "an alias to a load balancer in the wrong hosted zone",
    { batch: [create(alias(balancer, "Z35SXDOTRQ7X7K"))] },
    /^\[Tried to create an alias that targets shop-1234567890\.us-west-2\.elb\.amazonaws\.com\., type A in zone Z35SXDOTRQ7X7K, but the alias target name does not lie within the target zone,/,
  ],
])("InvalidChangeBatch: %s", async (_, { there = [], batch }, message) => {
  const id = await newZone(client);
  if (there.length > 0) await change(id, ...there.map(create));
  const before = await recordSets(client, id);
  await expect(change(id, ...batch)).rejects.toMatchObject({
    name: "InvalidChangeBatch",
    $metadata: { httpStatusCode: 400 },
    message: expect.stringMatching(message),
  });
  // All or nothing, also when a good change comes first.
  await expect(change(id, upsert(record("TXT", '"x"', { Name: "new.example.com" })), ...batch)).rejects.toMatchObject({
    name: "InvalidChangeBatch",
  });
  expect(await recordSets(client, id)).toEqual(before);
});

test("InvalidChangeBatch: the delete of the apex's NS or SOA", async () => {
  const id = await newZone(client);
  const apex = async () => {
    const { ResourceRecordSets = [] } = await client.send(new ListResourceRecordSetsCommand({ HostedZoneId: id }));
    return ResourceRecordSets;
  };
  const [ns, soa, ...rest] = await apex();
  expect([ns?.Type, soa?.Type, rest.length]).toEqual(["NS", "SOA", 0]);
  await expect(change(id, remove(ns as ResourceRecordSet))).rejects.toMatchObject({
    name: "InvalidChangeBatch",
    message: "[A HostedZone must contain at least one NS record for the zone itself.]",
  });
  await expect(change(id, remove(soa as ResourceRecordSet))).rejects.toMatchObject({
    name: "InvalidChangeBatch",
    message: "[A HostedZone must contain exactly one SOA record.]",
  });
  expect(await apex()).toHaveLength(2);
});

test("InvalidChangeBatch: an alias to a record of the zone that is not there", async () => {
  const id = await newZone(client);
  const own = id.replace("/hostedzone/", "");
  await expect(change(id, create(alias("web.example.com", own)))).rejects.toMatchObject({
    name: "InvalidChangeBatch",
    message: `[Tried to create an alias that targets web.example.com., type A in zone ${own}, but that target was not found]`,
  });
  await change(id, create(a("10.0.0.1", { Name: "web.example.com" })), create(alias("web.example.com", own)));
});

test.each<[string, Change[], RegExp]>([
  ["no change", [], /Changes/],
  ["a weight over 255", [create(weighted("ecs", 300))], /'300' at .*weight' failed to satisfy constraint/],
  ["a policy without SetIdentifier", [create(a("10.0.0.1", { Weight: 1 }))], /Missing field 'SetIdentifier'/],
  [
    "SetIdentifier without a policy",
    [create(a("10.0.0.1", { SetIdentifier: "ecs" }))],
    /one of \[Weight, .* found none/,
  ],
  ["no TTL", [create(a("10.0.0.1", { TTL: undefined }))], /found none in Change with \[Action=CREATE/],
  ["no value", [create(a("10.0.0.1", { ResourceRecords: [] }))], /found none in Change/],
  ["TTL for an alias", [create(alias(balancer, "Z1H1FL5HABSF5", { TTL: 60 }))], /found more than one in Change/],
])("InvalidInput: %s", async (_, changes, message) => {
  const id = await newZone(client);
  await expect(change(id, ...changes)).rejects.toMatchObject({
    name: "InvalidInput",
    message: expect.stringMatching(message),
  });
  expect(await recordSets(client, id)).toEqual([]);
});

test.each<[string, ResourceRecordSet[], Change[]]>([
  ["simple to weighted in one batch", [a()], [remove(a()), create(weighted("ecs", 1)), create(weighted("eks", 0))]],
  [
    "weighted to simple in one batch",
    [weighted("ecs", 1), weighted("eks", 0)],
    [remove(weighted("ecs", 1)), remove(weighted("eks", 0)), create(a())],
  ],
  ["CNAME to A in one batch", [cname()], [remove(cname()), create(a())]],
  [
    "the TTL of all members of a weighted set in one batch",
    [weighted("ecs", 1), weighted("eks", 0)],
    [upsert(weighted("ecs", 1, { TTL: 60 })), upsert(weighted("eks", 0, { TTL: 60 }))],
  ],
  ["A and AAAA of one name", [a()], [create(record("AAAA", "2001:db8::1"))]],
  ["an alias to a load balancer, with dualstack", [], [create(alias(`dualstack.${balancer}`, "Z1H1FL5HABSF5"))]],
  ["a delete with the values in another order", [a("10.0.0.1", twoValues(false))], [remove(a("", twoValues(true)))]],
])("takes %s", async (_, there, batch) => {
  const id = await newZone(client);
  if (there.length > 0) await change(id, ...there.map(create));
  await change(id, ...batch);
  const left = await recordSets(client, id);
  expect(left).toHaveLength(batch.filter(({ Action }) => Action !== "DELETE").length + untouched(there, batch));
});

function twoValues(reversed: boolean): Partial<ResourceRecordSet> {
  const values = [{ Value: "10.0.0.1" }, { Value: "10.0.0.2" }];
  return { ResourceRecords: reversed ? values.toReversed() : values };
}

/** How many record sets the batch neither deletes nor replaces. */
function untouched(there: ResourceRecordSet[], batch: Change[]): number {
  const key = ({ Type, SetIdentifier }: ResourceRecordSet) => `${Type}/${SetIdentifier}`;
  return there.filter((each) => !batch.some((one) => key(one.ResourceRecordSet) === key(each))).length;
}
