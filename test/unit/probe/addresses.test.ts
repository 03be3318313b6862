import { expect, test } from "@jest/globals";
import type { DnsAnswer, DnsFailure } from "../../../src/dns/answer.ts";
import { addressesIn, isAddress } from "../../../src/probe/addresses.ts";

const answer = (records: [type: string, value: string][], rcode = "NOERROR"): DnsAnswer => ({
  rcode,
  isAuthoritative: false,
  records: records.map(([type, value]) => ({ name: "lb.example.net", type, ttl: 60, value })),
});
const blocked: DnsFailure = { kind: "blocked", problem: "192.0.2.53 does not answer" };
const four = answer([
  ["CNAME", "lb-1.example.net"],
  ["A", "192.0.2.1"],
  ["A", "192.0.2.2"],
]);
const six = answer([["AAAA", "2001:db8::1"]]);

test.each<[string, DnsAnswer | DnsFailure, DnsAnswer | DnsFailure, string[], string | undefined]>([
  ["both kinds, behind a CNAME", four, six, ["192.0.2.1", "192.0.2.2", "2001:db8::1"], undefined],
  ["one kind", four, answer([]), ["192.0.2.1", "192.0.2.2"], undefined],
  ["a name that is not there", answer([], "NXDOMAIN"), answer([], "NXDOMAIN"), [], undefined],
  ["no DNS", blocked, blocked, [], "192.0.2.53 does not answer"],
  ["a half answer", four, answer([], "SERVFAIL"), ["192.0.2.1", "192.0.2.2"], "DNS answers SERVFAIL"],
])("%s", (_what, a, aaaa, addresses, problem) => {
  expect(addressesIn({ a, aaaa })).toEqual({ addresses, problem });
});

test.each([
  ["192.0.2.1", true],
  ["2001:db8::1", true],
  ["lb-1.example.net", false],
])("%s is an address: %s", (text, expected) => {
  expect(isAddress(text)).toBe(expected);
});
