import { afterAll, beforeAll, describe, expect, test } from "@jest/globals";
import type { RecordSet } from "../../../src/records/record-set.ts";
import { INSTALL_MS, startEmulator } from "../../support/emulator.ts";
import { memoryPlace } from "./memory-place.ts";
import type { Place } from "./place.ts";
import { type Route53Place, route53Place } from "./route53-place.ts";
import { a, aaaa, alias, BALANCER, BALANCER_ZONE, cname, own, txt, weighted, ZONE } from "./sets.ts";

let emulator: Awaited<ReturnType<typeof startEmulator>>;
let real: Route53Place;
const memory = memoryPlace();
beforeAll(async () => {
  emulator = await startEmulator();
  real = route53Place(emulator.aws);
}, INSTALL_MS);
afterAll(async () => {
  delete process.env.AWS_ENDPOINT_URL;
  await emulator.stop();
});

const places: [string, () => Place][] = [
  ["in memory", () => memory],
  ["in Route 53", () => real],
];

const routed = (setIdentifier: string, routing: RecordSet["routing"]): RecordSet => ({
  ...a("192.0.2.1", { setIdentifier }),
  ...(routing === undefined ? {} : { routing }),
});

/** Of every form that is kept: what is read is what has to be written to delete it. */
const forms: [string, RecordSet[]][] = [
  ["A with several values", [a("192.0.2.7", { values: ["192.0.2.7", "192.0.2.1"] })]],
  ["AAAA", [aaaa()]],
  ["CNAME", [cname("target.example.net.")]],
  ["TXT in quotes", [txt('"v=spf1 -all" "it\'s \\"so\\""')]],
  ["MX", [a("10 mail.example.net.", { type: "MX" })]],
  ["an alias", [alias()]],
  [
    "an alias with dualstack and target health",
    [
      alias(`dualstack.${BALANCER}`, {
        alias: { zone: BALANCER_ZONE, name: `dualstack.${BALANCER}`, evaluateTargetHealth: true },
      }),
    ],
  ],
  ["a wildcard", [a("192.0.2.1", { name: `*.${ZONE}` })]],
  ["a name with an @ in it", [txt('"x"', { name: `who@there._tcp.${ZONE}` })]],
  ["a name with a dot inside of a label", [a("192.0.2.1", { name: `one\\056two.${ZONE}` })]],
  [
    "a weighted set with a health check",
    [weighted("ecs", 255, { healthCheckId: "11111111-2222-3333-4444-555555555555" }), weighted("eks", 0)],
  ],
  ["weighted aliases", [alias(BALANCER, { setIdentifier: "ecs", routing: { policy: "weighted", weight: 1 } })]],
  ["latency", [routed("west", { policy: "latency", fields: { Region: "us-west-2" } })]],
  ["failover", [routed("first", { policy: "failover", fields: { Failover: "PRIMARY" } })]],
  [
    "geolocation",
    [routed("texas", { policy: "geolocation", fields: { GeoLocation: { CountryCode: "US", SubdivisionCode: "TX" } } })],
  ],
  ["multivalue", [routed("one", { policy: "multivalue", fields: { MultiValueAnswer: true } })]],
];
/** What the emulator does not know how to keep. */
const unknownToEmulator: [string, RecordSet[]][] = [
  [
    "geoproximity",
    [
      routed("west", {
        policy: "geoproximity",
        fields: { GeoProximityLocation: { AWSRegion: "us-west-2", Bias: -10 } },
      }),
    ],
  ],
  [
    "ip-based",
    [
      routed("office", {
        policy: "ip-based",
        fields: { CidrRoutingConfig: { CollectionId: "c8c02a84-aaaa-bbbb-e0d2-d833a2f80106", LocationName: "office" } },
      }),
    ],
  ],
];

describe.each(places)("record sets %s", (_, placeOf) => {
  const zoneWith = async (...sets: RecordSet[]) => {
    const zone = await placeOf().addZone(ZONE);
    if (sets.length > 0) await placeOf().put(zone, ...sets);
    return zone;
  };
  const change = (zone: string, remove: RecordSet[], create: RecordSet[]) =>
    placeOf().records.change({ zone, remove, create, comment: "k8s-migrate: test" });
  const read = async (zone: string) => own(await placeOf().records.all(zone));

  test("zones are told with id and kind, public ones with their name servers", async () => {
    const { records } = placeOf();
    const [open, inside] = [await placeOf().addZone("Kinds.Test"), await placeOf().addZone("kinds.test", "private")];
    const found = (await records.zones()).filter(({ name }) => name === "kinds.test");
    expect(found.toSorted((one) => (one.isPrivate ? 1 : -1))).toEqual([
      { id: open, name: "kinds.test", isPrivate: false },
      { id: inside, name: "kinds.test", isPrivate: true },
    ]);
    const servers = await records.nameServers(open);
    expect(servers).toHaveLength(4);
    for (const server of servers) expect(server).toMatch(/^[a-z0-9.-]+[a-z0-9]$/);
    expect(await records.nameServers(inside)).toEqual([]);
    const ns = (await records.all(open)).find(({ type }) => type === "NS");
    expect(ns?.values).toEqual(servers.map((server) => `${server}.`));
  });

  test.each(forms)("%s: what is created is what is read, and what is read can be removed", async (_name, sets) => {
    const zone = await zoneWith();
    expect(await change(zone, [], sets)).toMatchObject({ state: "made" });
    const found = await read(zone);
    expect(found).toEqual(sets);
    expect(JSON.parse(JSON.stringify(found))).toEqual(sets);
    const [first] = sets;
    expect(await placeOf().records.named(zone, first?.name ?? "")).toEqual(sets);
    expect(await change(zone, found, [])).toMatchObject({ state: "made" });
    expect(await read(zone)).toEqual([]);
  });

  test("of one name all types and members come, and nothing of its neighbours", async () => {
    const members = Array.from({ length: 7 }, (_each, at) => weighted(`m${at}`, at));
    const neighbours = [
      a("192.0.2.2", { name: `wwv.${ZONE}` }),
      a("192.0.2.2", { name: `x.www.${ZONE}` }),
      a("192.0.2.2", { name: `wwx.${ZONE}` }),
    ];
    const zone = await zoneWith(...members, aaaa(), ...neighbours);
    expect(await placeOf().records.named(zone, `WWW.${ZONE}.`)).toEqual([...members, aaaa()]);
    expect(await placeOf().records.named(zone, `wwa.${ZONE}`)).toEqual([]);
    expect(await placeOf().records.named(zone, `zzz.${ZONE}`)).toEqual([]);
    expect(await read(zone)).toHaveLength(11);
  });

  test("a simple record set becomes a weighted one and back, in one batch each", async () => {
    const zone = await zoneWith(a());
    const ladder = [weighted("ecs", 99), weighted("eks", 1, { values: ["192.0.2.9"] })];
    expect(await change(zone, [a()], ladder)).toMatchObject({ state: "made" });
    expect(await read(zone)).toEqual(ladder);
    expect(await change(zone, ladder, [a("192.0.2.9")])).toMatchObject({ state: "made" });
    expect(await read(zone)).toEqual([a("192.0.2.9")]);
  });

  test("a change is PENDING, then INSYNC; it is listed at once", async () => {
    const zone = await zoneWith();
    const made = await change(zone, [], [a()]);
    if (made.state !== "made") throw new Error(made.reason);
    expect(made.change).toMatch(/^\w+$/);
    expect(await read(zone)).toEqual([a()]);
    expect(await placeOf().records.status(made.change)).toBe("PENDING");
    await placeOf().pass();
    expect(await placeOf().records.status(made.change)).toBe("INSYNC");
  });

  const label = `[name='www.${ZONE}.', type='A']`;
  test.each<[string, { there?: RecordSet[]; remove?: RecordSet[]; create?: RecordSet[] }, string]>([
    ["what goes is not there", { remove: [a()] }, `Tried to delete resource record set ${label} but it was not found`],
    [
      "what goes has another value",
      { there: [a()], remove: [a("192.0.2.2")] },
      "but the values provided do not match the current values",
    ],
    [
      "what goes has another TTL",
      { there: [a()], remove: [a("192.0.2.1", { ttl: 60 })] },
      "do not match the current values",
    ],
    [
      "what goes has another weight",
      { there: [weighted("ecs", 1)], remove: [weighted("ecs", 2)] },
      "do not match the current values",
    ],
    [
      "what comes is there already",
      { there: [a()], create: [a("192.0.2.2")] },
      `Tried to create resource record set ${label} but it already exists`,
    ],
    [
      "weighted beside simple",
      { there: [a()], create: [weighted("eks", 1)] },
      `RRSet with DNS name www.${ZONE}., type A, SetIdentifier eks cannot be created as a non-weighted set exists with the same name and type.`,
    ],
    [
      "simple beside weighted",
      { there: [weighted("ecs", 1)], create: [a()] },
      `RRSet with DNS name www.${ZONE}., type A cannot be created as other RRSets exist with the same name and type.`,
    ],
    [
      "members with different TTLs",
      { there: [weighted("ecs", 1)], create: [weighted("eks", 1, { ttl: 60 })] },
      "cannot be created as weighted sets must contain the same TTL.",
    ],
    [
      "a CNAME beside another record",
      { there: [a()], create: [cname()] },
      `RRSet of type CNAME with DNS name www.${ZONE}. is not permitted as it conflicts with other records with the same DNS name in zone ${ZONE}.`,
    ],
    [
      "another record beside a CNAME",
      { there: [cname()], create: [aaaa()] },
      `RRSet of type AAAA with DNS name www.${ZONE}. is not permitted because a conflicting RRSet of type CNAME with the same DNS name already exists in zone ${ZONE}.`,
    ],
    [
      "a CNAME at the apex",
      { create: [cname("x.test", { name: ZONE })] },
      `RRSet of type CNAME with DNS name ${ZONE}. is not permitted at apex in zone ${ZONE}.`,
    ],
    [
      "a name of another zone",
      { create: [a("192.0.2.1", { name: "www.other.test" })] },
      `RRSet with DNS name www.other.test. is not permitted in zone ${ZONE}.`,
    ],
    ["no address", { create: [a("192.0.2.300")] }, "ARRDATAIllegalIPv4Address"],
    ["no IPv6 address", { create: [aaaa("192.0.2.1")] }, "AAAARRDATAIllegalIPv6Address"],
    [
      "no value",
      { create: [a("", { values: [] })] },
      "Expected exactly one of [AliasTarget, all of [TTL, and ResourceRecords], or TrafficPolicyInstanceId]",
    ],
    [
      "two faults at once",
      { remove: [aaaa()], create: [a("192.0.2.300")] },
      "but it was not found, Invalid Resource Record",
    ],
    ["nothing to change", {}, "Changes"],
  ])("refused, and nothing is changed: %s", async (_name, { there = [], remove = [], create = [] }, reason) => {
    const zone = await zoneWith(...there);
    // A good change beside it goes nowhere either.
    const good = remove.length + create.length === 0 ? [] : [txt('"new"', { name: `new.${ZONE}` })];
    expect(await change(zone, remove, [...good, ...create])).toEqual({
      state: "refused",
      reason: expect.stringContaining(reason),
    });
    expect(await read(zone)).toEqual(there);
  });

  test("the record sets that a zone cannot be without stay", async () => {
    const zone = await zoneWith();
    const apex = (await placeOf().records.all(zone)).filter(({ type }) => type === "NS");
    expect(await change(zone, apex, [])).toEqual({
      state: "refused",
      reason: "A HostedZone must contain at least one NS record for the zone itself.",
    });
  });

  test("Route 53 tells what it would answer", async () => {
    const zone = await zoneWith(
      a("192.0.2.5"),
      txt('"hello"', { name: `t.${ZONE}` }),
      a("192.0.2.6", { name: `*.w.${ZONE}` }),
    );
    const answer = (name: string, type: string) => placeOf().records.testAnswer(zone, { name, type });
    expect(await answer(`www.${ZONE}`, "A")).toEqual({ rcode: "NOERROR", values: ["192.0.2.5"] });
    expect(await answer(`x.w.${ZONE}`, "A")).toEqual({ rcode: "NOERROR", values: ["192.0.2.6"] });
    expect(await answer(`*.w.${ZONE}`, "A")).toEqual({ rcode: "NOERROR", values: ["192.0.2.6"] });
    expect(await answer(`www.${ZONE}`, "AAAA")).toEqual({ rcode: "NOERROR", values: [] });
    expect(await answer(`nobody.${ZONE}`, "A")).toEqual({ rcode: "NXDOMAIN", values: [] });
  });
});

test.each(unknownToEmulator)("%s is kept in memory as the others", async (_name, sets) => {
  const zone = await memory.addZone(ZONE);
  await memory.put(zone, ...sets);
  expect(own(await memory.records.all(zone))).toEqual(sets);
});
