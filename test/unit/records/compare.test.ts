import { describe, expect, test } from "@jest/globals";
import { sameSet, sameSets, setDifference } from "../../../src/records/compare.ts";
import type { RecordSet } from "../../../src/records/record-set.ts";
import { setWords } from "../../../src/records/set-words.ts";
import { alias, OLD_BALANCER, plain, weighted } from "./zones.ts";

const A = plain("orders.example.com A 300 192.0.2.1 192.0.2.2");
const ALIAS = alias("orders.example.com A");

describe("the same", () => {
  test.each<[string, RecordSet, RecordSet]>([
    ["in another order", A, { ...A, values: ["192.0.2.2", "192.0.2.1"] }],
    ["with the name in another form", A, { ...A, name: "Orders.Example.com." }],
    ["an alias in another form", ALIAS, alias("orders.example.com A", { name: `${OLD_BALANCER.toUpperCase()}.` })],
    ["a CNAME in another form", plain("a.test CNAME 60 b.test"), plain("a.test CNAME 60 B.test.")],
    ["an IPv6 address in another form", plain("a.test AAAA 60 2001:DB8:0:0::1"), plain("a.test AAAA 60 2001:db8::1")],
  ])("%s", (_, a, b) => {
    expect(sameSet(a, b)).toBe(true);
    expect(sameSets([a], [b])).toBe(true);
    expect(setDifference([a], [b])).toEqual([]);
  });
});

describe("not the same", () => {
  test.each<[string, RecordSet, RecordSet]>([
    ["another TTL", A, { ...A, ttl: 60 }],
    ["one value more", A, { ...A, values: [...(A.values ?? []), "192.0.2.3"] }],
    ["a value twice", A, { ...A, values: ["192.0.2.1", "192.0.2.1", "192.0.2.2"] }],
    ["another type", A, { ...A, type: "AAAA" }],
    ["with dualstack", ALIAS, alias("orders.example.com A", { name: `dualstack.${OLD_BALANCER}` })],
    ["by its health", ALIAS, alias("orders.example.com A", { evaluateTargetHealth: true })],
    ["another place", ALIAS, alias("orders.example.com A", { zone: "Z9" })],
    ["another weight", { ...A, ...weighted("us", 1) }, { ...A, ...weighted("us", 2) }],
    ["another member", { ...A, ...weighted("us") }, { ...A, ...weighted("eu") }],
    ["a health check", A, { ...A, healthCheckId: "hc-1" }],
    ["a text in another case", plain("a.test TXT 60 x"), plain("a.test TXT 60 X")],
  ])("%s", (_, a, b) => {
    expect(sameSet(a, b)).toBe(false);
    expect(sameSets([a], [b])).toBe(false);
    expect(setDifference([a], [b])).not.toEqual([]);
  });

  test("one is missing", () => {
    expect(sameSets([A, ALIAS], [A])).toBe(false);
  });
});

test("a difference is told by record set, sorted", () => {
  const expected = [
    A,
    plain("orders.example.com AAAA 300 2001:db8::1"),
    plain("pay.example.com CNAME 60 old.test", weighted("us", 3)),
  ];
  const found = [
    { ...A, ttl: 60 },
    plain("pay.example.com CNAME 60 other.test", weighted("us", 3)),
    plain("pay.example.com CNAME 60 old.test", { setIdentifier: "eu", healthCheckId: "hc-1" }),
  ];
  expect(setDifference(expected, found)).toEqual([
    "orders.example.com A: expected 192.0.2.1 and 192.0.2.2, TTL 300 s; found 192.0.2.1 and 192.0.2.2, TTL 60 s",
    "orders.example.com AAAA: is gone, and was 2001:db8::1, TTL 300 s",
    "pay.example.com CNAME [eu]: is there, and was not expected: old.test, TTL 60 s, health check hc-1",
    "pay.example.com CNAME [us]: expected old.test, TTL 60 s, weight 3; found other.test, TTL 60 s, weight 3",
  ]);
});

test.each<[string, RecordSet]>([
  ["alias of old-1.us-west-1.elb.amazonaws.com in zone ZOLD", ALIAS],
  [
    'alias of old-1.us-west-1.elb.amazonaws.com in zone ZOLD, by its health, latency {"Region":"us-west-2"}',
    alias(
      "a.test A",
      { evaluateTargetHealth: true },
      { routing: { policy: "latency", fields: { Region: "us-west-2" } } },
    ),
  ],
  [
    "192.0.2.1, TTL 60 s, traffic policy instance tp-1",
    plain("a.test A 60 192.0.2.1", { trafficPolicyInstanceId: "tp-1" }),
  ],
])("%s", (words, set) => {
  expect(setWords(set)).toBe(words);
});
