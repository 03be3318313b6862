import {
  ChangeResourceRecordSetsCommand,
  ListHostedZonesCommand,
  ListResourceRecordSetsCommand,
  Route53Client,
} from "@aws-sdk/client-route-53";
import { afterAll, beforeAll, expect, test } from "@jest/globals";
import { setBatchSeconds, setRequestsPerSecond } from "../../../sandbox/aws/behaviour.ts";
import { type Aws, inAccount, route53Client, route53Watcher } from "../../../sandbox/aws/clients.ts";
import { INSTALL_MS, startEmulator } from "../../support/emulator.ts";
import {
  a,
  alias,
  type Change,
  change,
  create,
  newZone,
  record,
  recordSets,
  remove,
  upsert,
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

/** Without the SDK's own retries. */
const impatient = (account: Aws) => {
  const credentials = { accessKeyId: account.accessKeyId, secretAccessKey: account.secretAccessKey };
  return new Route53Client({ endpoint: account.url, region: "us-east-1", credentials, maxAttempts: 1 });
};
const named = (count: number, of: (Name: string) => Change) =>
  Array.from({ length: count }, (_, i) => of(`n${i}.example.com`));
const values = (count: number) => Array.from({ length: count }, (_, i) => ({ Value: `10.1.${i >> 8}.${i & 255}` }));
const text = (Name: string, length: number) => record("TXT", `"${"x".repeat(length - 2)}"`, { Name });
const aliases = (count: number) =>
  named(count, (Name) => create(alias("shop-1.us-west-2.elb.amazonaws.com", "Z1H1FL5HABSF5", { Name })));

// https://docs.aws.amazon.com/Route53/latest/DeveloperGuide/DNSLimitations.html#limits-api-requests-changeresourcerecordsets
const records = "[Number of records limit of 1000 exceeded.]";
const characters = "[RDATA character limit of 32000 exceeded.]";
test.each<[string, most: Change[], tooMuch: Change[], message: string]>([
  [
    "1,000 records, of which a record set has several",
    [create(a("", { ResourceRecords: values(1000) }))],
    [create(a("", { ResourceRecords: values(1001) }))],
    records,
  ],
  ["1,000 aliases", aliases(1000), aliases(1001), records],
  [
    "500 records with UPSERT",
    named(500, (Name) => upsert(a("10.0.0.1", { Name }))),
    named(501, (Name) => upsert(a("10.0.0.1", { Name }))),
    records,
  ],
  [
    "32,000 characters of values",
    named(8, (Name) => create(text(Name, 4000))),
    named(8, (Name) => create(text(Name, Name.startsWith("n7") ? 4001 : 4000))),
    characters,
  ],
  [
    "16,000 characters with UPSERT",
    named(4, (Name) => upsert(text(Name, 4000))),
    named(4, (Name) => upsert(text(Name, 4001))),
    characters,
  ],
])("a batch has at most %s", async (_, most, tooMuch, message) => {
  const id = await newZone(client);
  await expect(change(client, id, tooMuch)).rejects.toMatchObject({ name: "InvalidChangeBatch", message });
  expect(await recordSets(client, id)).toEqual([]);
  await change(client, id, most);
});

test("deletes count too: a batch replaces 500 records", async () => {
  const id = await newZone(client);
  const old = named(501, (Name) => create(a("10.0.0.1", { Name })));
  await change(client, id, old);
  const replace = (count: number) =>
    old
      .slice(0, count)
      .flatMap(({ ResourceRecordSet }) => [
        remove(ResourceRecordSet),
        create({ ...ResourceRecordSet, ResourceRecords: [{ Value: "10.0.0.2" }] }),
      ]);
  await expect(change(client, id, replace(501))).rejects.toMatchObject({
    name: "InvalidChangeBatch",
    message: records,
  });
  await change(client, id, replace(500));
});

test("all calls of an account together have a rate, where a test says so; those of a watcher and of others do not count", async () => {
  const account = inAccount(aws, "510000000001");
  const [one, watcher] = [impatient(account), route53Watcher(account)];
  const id = await newZone(watcher);
  await newZone(watcher, "other.example.com");
  await setRequestsPerSecond(account, id, 5);
  const calls = () => [
    ...Array.from({ length: 6 }, () => one.send(new ListHostedZonesCommand({}))),
    ...Array.from({ length: 6 }, () => one.send(new ListResourceRecordSetsCommand({ HostedZoneId: id }))),
  ];
  const answered = async (sent: Promise<unknown>[]) => {
    const results = await Promise.allSettled(sent);
    const refused = results.flatMap((result) => (result.status === "rejected" ? [result.reason] : []));
    for (const error of refused) {
      expect(error).toMatchObject({ name: "Throttling", message: "Rate exceeded", $metadata: { httpStatusCode: 400 } });
    }
    return results.length - refused.length;
  };
  expect(await answered(calls())).toBe(5);
  const watched = Array.from({ length: 6 }, () => watcher.send(new ListHostedZonesCommand({})));
  expect((await Promise.all(watched)).map(({ $metadata }) => $metadata.attempts)).toEqual(Array(6).fill(1));
  await impatient(aws).send(new ListHostedZonesCommand({}));
  await setRequestsPerSecond(account, id, undefined);
  expect(await answered(calls())).toBe(12);
});

test("the SDK itself tries again what was throttled", async () => {
  const account = inAccount(aws, "510000000002");
  const id = await newZone(route53Watcher(account));
  await setRequestsPerSecond(account, id, 2);
  const patient = new Route53Client({
    endpoint: account.url,
    region: "us-east-1",
    credentials: { accessKeyId: account.accessKeyId, secretAccessKey: account.secretAccessKey },
    maxAttempts: 20,
  });
  const start = Date.now();
  const sent = Array.from({ length: 6 }, () => patient.send(new ListHostedZonesCommand({})));
  const attempts = (await Promise.all(sent)).map(({ $metadata }) => $metadata.attempts ?? 0);
  expect(Math.max(...attempts)).toBeGreaterThan(1);
  // Two at once, two after a second, two after another.
  expect(Date.now() - start).toBeGreaterThanOrEqual(1990);
});

test("a zone that is busy with a batch takes no other one, where a test says so; other zones do", async () => {
  const [id, other] = [await newZone(client), await newZone(client)];
  await setBatchSeconds(aws, id, 60);
  const batch = (zone: string, of: Change) =>
    impatient(aws).send(new ChangeResourceRecordSetsCommand({ HostedZoneId: zone, ChangeBatch: { Changes: [of] } }));
  await batch(id, create(a()));
  await expect(batch(id, remove(a()))).rejects.toMatchObject({
    name: "PriorRequestNotComplete",
    message: "The request was rejected because Route 53 was still processing a prior request.",
    $metadata: { httpStatusCode: 400 },
  });
  expect(await recordSets(client, id)).toHaveLength(1);
  await batch(other, create(a()));
  await setBatchSeconds(aws, id, 0.5);
  const outcomes = new Set<string>();
  while ((await recordSets(client, id)).length > 0) {
    await batch(id, remove(a())).catch((error: Error) => outcomes.add(error.name));
  }
  expect([...outcomes].filter((outcome) => outcome !== "PriorRequestNotComplete")).toEqual([]);
  await expect(batch(id, create(a()))).rejects.toMatchObject({ name: "PriorRequestNotComplete" });
});
