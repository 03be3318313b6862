import { afterAll, afterEach, beforeAll, expect, test } from "@jest/globals";
import type { Effect } from "../../../sandbox/proxy/faults.ts";
import { type Outside, startOutside } from "../../../sandbox/proxy/outside.ts";
import type { BatchOutcome, RecordSets } from "../../../src/ports/record-sets.ts";
import { INSTALL_MS, startEmulator } from "../../support/emulator.ts";
import { type Route53Place, route53Place } from "./route53-place.ts";
import { a, aaaa, own, ZONE } from "./sets.ts";

let emulator: Awaited<ReturnType<typeof startEmulator>>;
let place: Route53Place;
let open: Outside[] = [];
beforeAll(async () => {
  emulator = await startEmulator();
  place = route53Place(emulator.aws);
}, INSTALL_MS);
afterEach(async () => {
  for (const each of open) await each.close();
  open = [];
});
afterAll(async () => {
  delete process.env.AWS_ENDPOINT_URL;
  await emulator.stop();
});

type Faulty = { records: RecordSets; outside: Outside };

async function through(
  operation: string,
  effect: Effect,
  options: { times?: number; budgetMs?: number } = {},
): Promise<Faulty> {
  const { times = 1, budgetMs = 5000 } = options;
  const faults = [{ service: "route53", operation, effect, times }];
  const outside = await startOutside({ aws: emulator.aws, clusters: {} }, { faults });
  open.push(outside);
  return { records: place.open({ budgetMs }, outside.env.AWS_ENDPOINT_URL), outside };
}

const prior: Effect = "conflict";
const noContent: Effect = { status: 200, code: "Broken", message: "no answer to this" };
const every: Effect[] = ["throttled", prior, "server-error", "reset", "answer-lost"];

/** Reads of the port, and what they give without a fault. */
const reads: Record<string, (records: RecordSets, zone: string, change: string) => Promise<unknown>> = {
  ListHostedZones: async (records) => (await records.zones()).length > 0,
  GetHostedZone: async (records, zone) => (await records.nameServers(zone)).length,
  ListResourceRecordSets: async (records, zone) => own(await records.all(zone)),
  GetChange: async (records, _zone, change) => /PENDING|INSYNC/.test(await records.status(change)),
  TestDNSAnswer: (records, zone) => records.testAnswer(zone, { name: `www.${ZONE}`, type: "A" }),
};
const readRows = Object.keys(reads).flatMap((operation) => every.map((effect) => [operation, effect] as const));

test.each(readRows)("%s with %s is asked again, and answered as without", async (operation, effect) => {
  const zone = await place.addZone(ZONE);
  const made = await place.records.change({ zone, remove: [], create: [a()], comment: "" });
  const change = made.state === "made" ? made.change : "";
  const { records, outside } = await through(operation, effect, { times: 2 });
  const expected = await reads[operation]?.(place.records, zone, change);
  expect(await reads[operation]?.(records, zone, change)).toEqual(expected);
  expect(outside.calls().filter((call) => call.operation === operation)).toHaveLength(3);
});

test("a name's records come too when each page is lost once", async () => {
  const zone = await place.addZone(ZONE);
  await place.put(zone, a(), aaaa());
  const { outside } = await through("ListResourceRecordSets", "reset", { times: 2 });
  const records = place.open({ pageSize: 1 }, outside.env.AWS_ENDPOINT_URL);
  expect(await records.named(zone, `www.${ZONE}`)).toEqual([a(), aaaa()]);
});

/** Which of the two the zone has after it, and what is said of it. */
const writes: [string, Effect, BatchOutcome["state"], "old" | "new"][] = [
  ["throttled", "throttled", "made", "new"],
  ["PriorRequestNotComplete", prior, "made", "new"],
  ["a 5xx", "server-error", "unknown", "old"],
  ["an answer that cannot be read", noContent, "unknown", "old"],
  ["a reset", "reset", "unknown", "old"],
  ["a lost answer", "answer-lost", "unknown", "new"],
  ["InvalidInput", { status: 400, code: "InvalidInput", message: "Invalid XML ; the reason" }, "refused", "old"],
];

test.each(writes)("a batch with %s", async (_name, effect, state, has) => {
  const zone = await place.addZone(ZONE);
  await place.put(zone, a());
  const { records, outside } = await through("ChangeResourceRecordSets", effect);
  const outcome = await records.change({ zone, remove: [a()], create: [a("192.0.2.9")], comment: "switch" });
  expect(outcome).toEqual({ state, [state === "made" ? "change" : "reason"]: expect.stringMatching(/./) });
  expect(own(await place.records.all(zone))).toEqual([has === "old" ? a() : a("192.0.2.9")]);
  // What nobody knows to be undone is not sent once more.
  expect(outside.calls()).toHaveLength(state === "made" ? 2 : 1);
});

test("an answer that is lost after others that were too many is still unknown", async () => {
  const zone = await place.addZone(ZONE);
  const faults = [
    { service: "route53", operation: "ChangeResourceRecordSets", times: 2, effect: "throttled" as const },
    { service: "route53", operation: "ChangeResourceRecordSets", from: 3, effect: "answer-lost" as const },
  ];
  const outside = await startOutside({ aws: emulator.aws, clusters: {} }, { faults });
  open.push(outside);
  const records = place.open({}, outside.env.AWS_ENDPOINT_URL);
  const batch = { zone, remove: [], create: [a()], comment: "" };
  expect(await records.change(batch)).toMatchObject({ state: "unknown" });
  expect(own(await place.records.all(zone))).toEqual([a()]);
  expect(await records.change(batch)).toMatchObject({
    state: "refused",
    reason: expect.stringContaining("already exists"),
  });
});

test.each(["throttled", prior] as const)(
  "%s without end fails when the budget is used up, with nothing changed",
  async (effect) => {
    const zone = await place.addZone(ZONE);
    const { records } = await through("ChangeResourceRecordSets", effect, {
      times: Number.POSITIVE_INFINITY,
      budgetMs: 200,
    });
    const changing = records.change({ zone, remove: [], create: [a()], comment: "" });
    await expect(changing).rejects.toMatchObject({
      name: "OutsideError",
      message: expect.stringMatching(/^Route 53: change records of zone \w+ failed: .*\nNext: run it again/),
    });
    expect(own(await place.records.all(zone))).toEqual([]);
  },
);

test("a right that lacks is named", async () => {
  const zone = await place.addZone(ZONE);
  const { records } = await through("ChangeResourceRecordSets", "access-denied");
  await expect(records.change({ zone, remove: [], create: [a()], comment: "" })).rejects.toMatchObject({
    action: "route53:ChangeResourceRecordSets",
  });
  const reading = await through("GetHostedZone", "access-denied");
  await expect(reading.records.nameServers(zone)).rejects.toMatchObject({ action: "route53:GetHostedZone" });
});

test("where nothing listens nothing is sent: that is no unknown outcome", async () => {
  const zone = await place.addZone(ZONE);
  const { outside } = await through("GetChange", "reset");
  await outside.close();
  open = [];
  const records = place.open({}, outside.env.AWS_ENDPOINT_URL);
  await expect(records.change({ zone, remove: [], create: [a()], comment: "" })).rejects.toMatchObject({
    name: "OutsideError",
    message: expect.stringContaining("ECONNREFUSED"),
  });
});

test("a login that fails says so itself", async () => {
  const { awsRecordSets } = await import("../../../src/adapters/aws/record-sets.ts");
  const { UserError } = await import("../../../src/errors.ts");
  const problem = new UserError("AWS credentials: the job has none");
  const records = awsRecordSets({ region: "us-east-1", credentials: async () => Promise.reject(problem) });
  await expect(records.zones()).rejects.toBe(problem);
  await expect(records.change({ zone: "Z1", remove: [], create: [a()], comment: "" })).rejects.toBe(problem);
});
