import * as fc from "fast-check";
import type { RecordSet, Routing } from "../../../src/records/record-set.ts";

const name = fc.constantFrom(
  "orders.example.com",
  "pay.example.com",
  "*.example.com",
  "example.com",
  "a b.example.com",
);
const ttl = fc.integer({ min: 0, max: 172_800 });
const address = fc.integer({ min: 0, max: 255 }).map((last) => `192.0.2.${last}`);
const host = fc.constantFrom(
  "old-1.us-west-1.elb.amazonaws.com",
  "web.example.com",
  "pay.example.com",
  "Shop.Vendor.test.",
);

const routing: fc.Arbitrary<Routing> = fc.oneof(
  fc.integer({ min: 0, max: 255 }).map((weight): Routing => ({ policy: "weighted", weight })),
  fc.constantFrom<Routing>(
    { policy: "latency", fields: { Region: "us-west-2" } },
    { policy: "failover", fields: { Failover: "PRIMARY" } },
    { policy: "geoproximity", fields: { GeoProximityLocation: { Coordinates: { Latitude: "1", Longitude: "2" } } } },
    { policy: "multivalue", fields: { MultiValueAnswer: true } },
  ),
);

/** What a record set holds. */
const content: fc.Arbitrary<Pick<RecordSet, "type"> & Partial<RecordSet>> = fc.oneof(
  fc.record({ type: fc.constant("A"), ttl, values: fc.array(address, { minLength: 1, maxLength: 8 }) }),
  fc.record({ type: fc.constant("CNAME"), ttl, values: host.map((each) => [each]) }),
  fc.record({
    type: fc.constantFrom("A", "AAAA"),
    alias: fc.record({ zone: fc.constantFrom("Z1", "ZOLD"), name: host, evaluateTargetHealth: fc.boolean() }),
  }),
);

/** Simple record sets and routed ones, each with a key of its own. */
export function arbitrarySets(most = 12): fc.Arbitrary<RecordSet[]> {
  const set = fc
    .record({ name, content, member: fc.option(fc.record({ setIdentifier: fc.string({ minLength: 1 }), routing })) })
    .chain(({ name: of, content: has, member }) =>
      fc.option(fc.stringMatching(/^[a-f0-9]{8}$/)).map((check): RecordSet => {
        return { name: of, ...has, ...member, ...(check === null ? {} : { healthCheckId: check }) };
      }),
    );
  const selector = (each: RecordSet) => `${each.name} ${each.type} ${each.setIdentifier}`;
  return fc.uniqueArray(set, { maxLength: most, selector });
}

/** Simple record sets of one name, of types that can be there together. */
export function simpleSets(): fc.Arbitrary<RecordSet[]> {
  const one = (type: string) =>
    content.filter((each) => each.type === type).map((has): RecordSet => ({ name: "orders.example.com", ...has }));
  return fc.oneof(fc.tuple(one("A")), fc.tuple(one("CNAME")), fc.tuple(one("A"), one("AAAA")));
}
