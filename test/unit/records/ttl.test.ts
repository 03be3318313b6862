import { describe, expect, test } from "@jest/globals";
import * as fc from "fast-check";
import { readyAt } from "../../../src/records/ready-at.ts";
import type { RecordSet } from "../../../src/records/record-set.ts";
import { setKey } from "../../../src/records/set-map.ts";
import { loweredSets, oldTtl, ttlTargets } from "../../../src/records/ttl.ts";
import type { MovedSets, ZoneRecords } from "../../../src/records/zone-records.ts";
import { arbitrarySets } from "./arbitrary-sets.ts";
import { alias, OLD_BALANCER, plain, weighted, zone } from "./zones.ts";

const NAME = "orders.example.com";

/** The record sets of that name, of the first zone. */
function movedIn(zones: readonly ZoneRecords[], isMoved: (set: RecordSet) => boolean = () => true): MovedSets {
  const [first] = zones;
  if (first === undefined) throw new Error("no zone");
  return { zone: first, name: NAME, sets: first.records.filter((set) => set.name === NAME && isMoved(set)) };
}

test("all members are lowered together, also those that do not move, and other types are not", () => {
  const us = plain(`${NAME} A 300 192.0.2.1`, weighted("us"));
  const eu = plain(`${NAME} A 300 192.0.2.2`, weighted("eu"));
  const zones = [zone("example.com", [us, eu, plain(`${NAME} MX 300 10`), plain("pay.example.com A 300 192.0.2.3")])];
  const moved = movedIn(zones, ({ setIdentifier }) => setIdentifier === "us");
  expect(loweredSets(moved, 60)).toEqual([
    { ...us, ttl: 60 },
    { ...eu, ttl: 60 },
  ]);
  expect(ttlTargets(moved, zones).map(({ sets }) => sets)).toEqual([[us, eu]]);
});

test("no TTL is ever raised, and nothing else is changed", () => {
  fc.assert(
    fc.property(arbitrarySets(), fc.integer({ min: 0, max: 86_400 }), (records, seconds) => {
      const sets = records.filter(({ name }) => name === NAME);
      const lowered = loweredSets({ zone: zone("example.com", records), name: NAME, sets }, seconds);
      expect(lowered.map((set) => ({ ...set, ttl: 0 }))).toEqual(sets.map((set) => ({ ...set, ttl: 0 })));
      for (const [at, { ttl }] of lowered.entries()) {
        const old = sets[at]?.ttl;
        expect(ttl).toBe(old === undefined ? undefined : Math.min(old, seconds));
      }
    }),
  );
});

type Case = [title: string, zones: ZoneRecords[], targets: string[], seconds: number, through: string];

const FIXED = "as all aliases of load balancers: nothing to lower";

describe("the chain", () => {
  const heritage = '"heritage=external-dns,external-dns/owner=shop"';
  test.each<Case>([
    ["of addresses", [zone("example.com", [plain(`${NAME} A 300 192.0.2.1`)])], [`${NAME} A`], 300, `${NAME} A`],
    [
      "of an alias of a load balancer",
      [zone("example.com", [alias(`${NAME} A`)])],
      [`${NAME} A`],
      60,
      `${NAME} A, ${FIXED}`,
    ],
    [
      "of a CNAME of a load balancer",
      [zone("example.com", [plain(`${NAME} CNAME 30 ${OLD_BALANCER}.`)])],
      [`${NAME} CNAME`],
      30,
      `${NAME} CNAME`,
    ],
    [
      "of members, the longest",
      [
        zone("example.com", [
          plain(`${NAME} A 60 192.0.2.1`, weighted("us")),
          plain(`${NAME} A 900 192.0.2.1`, weighted("eu")),
        ]),
      ],
      [`${NAME} A [us]`, `${NAME} A [eu]`],
      900,
      `${NAME} A [eu]`,
    ],
    [
      "of an alias of a record, of its type only",
      [
        zone("example.com", [
          alias(`${NAME} A`, { zone: "Z1", name: "Web.example.com." }),
          plain("web.example.com A 600 192.0.2.1"),
          plain("web.example.com AAAA 9999 2001:db8::1"),
        ]),
      ],
      [`${NAME} A`, "web.example.com A"],
      600,
      "web.example.com A",
    ],
    [
      "of an alias of an alias",
      [
        zone("example.com", [
          alias(`${NAME} A`, { zone: "Z1", name: "web.example.com" }),
          alias("web.example.com A", { zone: "Z1", name: "end.example.com" }),
          plain("end.example.com A 600 192.0.2.1"),
        ]),
      ],
      [`${NAME} A`, "end.example.com A"],
      600,
      "end.example.com A",
    ],
    [
      "of CNAMEs across zones, and a wildcard",
      [
        zone("example.com", [plain(`${NAME} CNAME 60 web.example.org`)]),
        zone(
          "example.org",
          [plain("*.example.org CNAME 3600 end.example.org"), plain("end.example.org A 120 192.0.2.1")],
          { id: "Z2" },
        ),
      ],
      [`${NAME} CNAME`, "*.example.org CNAME", "end.example.org A"],
      3600,
      "*.example.org CNAME",
    ],
    [
      "of a private CNAME to private and public records",
      [
        zone("example.com", [plain(`${NAME} CNAME 60 web.example.org`)], { isPrivate: true }),
        zone("example.org", [plain("web.example.org A 120 192.0.2.1")], { id: "Z2", isPrivate: true }),
        zone("example.org", [plain("web.example.org A 240 192.0.2.1")], { id: "Z3" }),
      ],
      [`${NAME} CNAME`, "web.example.org A", "web.example.org A"],
      240,
      "web.example.org A",
    ],
    [
      "of a public CNAME not to private records",
      [
        zone("example.com", [plain(`${NAME} CNAME 60 web.example.org`)]),
        zone("example.org", [plain("web.example.org A 120 192.0.2.1")], { id: "Z2", isPrivate: true }),
      ],
      [`${NAME} CNAME`],
      60,
      `${NAME} CNAME; not known is that of web.example.org`,
    ],
    [
      "that leads outside",
      [zone("example.com", [plain(`${NAME} CNAME 60 shop.vendor.test`)])],
      [`${NAME} CNAME`],
      60,
      `${NAME} CNAME; not known is that of shop.vendor.test`,
    ],
    [
      "that leads to a name that is not there",
      [zone("example.com", [plain(`${NAME} CNAME 60 gone.example.com`)])],
      [`${NAME} CNAME`],
      60,
      `${NAME} CNAME; not known is that of gone.example.com`,
    ],
    [
      "in a loop",
      [
        zone("example.com", [
          plain(`${NAME} CNAME 60 a.example.com`),
          plain("a.example.com CNAME 90 b.example.com"),
          plain(`b.example.com CNAME 80 ${NAME}`),
        ]),
      ],
      [`${NAME} CNAME`, "a.example.com CNAME", "b.example.com CNAME"],
      90,
      "a.example.com CNAME",
    ],
    [
      "through records that others keep, which count and are not lowered",
      [
        zone("example.com", [
          plain(`${NAME} CNAME 60 a.example.com`),
          plain("a.example.com CNAME 90 b.example.com"),
          { name: "a.example.com", type: "TXT", ttl: 300, values: [heritage] },
          plain("b.example.com CNAME 80 c.example.org", { trafficPolicyInstanceId: "tp-1" }),
        ]),
        zone("example.org", [plain("c.example.org A 7200 192.0.2.1")], { id: "Z2", keptBy: "servicediscovery" }),
      ],
      [`${NAME} CNAME`],
      7200,
      "c.example.org A",
    ],
  ])("%s", (_, zones, targets, seconds, through) => {
    const moved = movedIn(zones);
    expect(ttlTargets(moved, zones).flatMap(({ sets }) => sets.map(setKey))).toEqual(targets);
    expect(oldTtl(moved, zones)).toEqual({ seconds, through });
  });

  test("of any records ends, and begins with the moved name", () => {
    fc.assert(
      fc.property(arbitrarySets(20), (records) => {
        const zones = [zone("example.com", records)];
        const moved = movedIn(zones);
        const targets = ttlTargets(moved, zones);
        expect(targets[0]).toEqual(moved);
        for (const target of targets) expect(loweredSets(target, 1e6)).toEqual(target.sets);
        const longest = Math.max(0, ...targets.flatMap(({ sets }) => sets.map(({ ttl = 0 }) => ttl)));
        expect(oldTtl(moved, zones).seconds).toBeGreaterThanOrEqual(longest);
      }),
    );
  });
});

test.each<[string, Partial<Parameters<typeof readyAt>[0]>, string]>([
  ["the old TTL and the margin", {}, "2026-03-04T12:05:30.000Z"],
  ["the old keep-alive where that is longer", { oldKeepAliveSeconds: 3600 }, "2026-03-04T13:00:30.000Z"],
  ["the old TTL where the keep-alive is shorter", { oldKeepAliveSeconds: 60 }, "2026-03-04T12:05:30.000Z"],
])("ready after %s", (_, more, expected) => {
  const insync = new Date("2026-03-04T12:00:00Z");
  expect(readyAt({ insync, oldTtlSeconds: 300, marginSeconds: 30, ...more }).toISOString()).toBe(expected);
});
