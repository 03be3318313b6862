import { expect, test } from "@jest/globals";
import { delegationProblem, hidingZone } from "../../../src/dns/delegation.ts";
import { zone } from "../records/zones.ts";

const WHO = "zone Z1 (public, example.com)";
const OWN = "those of the zone are ns-1.awsdns.com and ns-2.awsdns.net";

test.each<[string, string[], string | undefined]>([
  ["the same", ["NS-2.awsdns.net.", "ns-1.awsdns.com"], undefined],
  ["some of them", ["ns-1.awsdns.com"], undefined],
  [
    "none",
    [],
    `${WHO} is asked by nobody: no name servers are registered for example.com, and ${OWN}. Register those with the parent of example.com, or name the zone that is in use`,
  ],
  [
    "others",
    ["ns-8.awsdns.org", "NS-9.awsdns.com."],
    `${WHO}: the parent of example.com names only other name servers: ns-8.awsdns.org and ns-9.awsdns.com, and ${OWN}. Name the zone that is in use, or put that right first`,
  ],
  [
    "others too",
    ["ns-1.awsdns.com", "ns-9.awsdns.com"],
    `${WHO}: the parent of example.com names other name servers too: ns-9.awsdns.com, and ${OWN}. Name the zone that is in use, or put that right first`,
  ],
])("the parent names %s", (_, answered, expected) => {
  expect(delegationProblem(zone("example.com", []), answered)).toBe(expected);
});

test("nothing delegates a private zone", () => {
  expect(delegationProblem(zone("example.com", [], { isPrivate: true, nameServers: [] }), [])).toBeUndefined();
});

test("a resolver of a VPC answers from a private zone", () => {
  const open = zone("example.com", []);
  const servers = ["ns-0.awsdns-00.com.", "ns-512.awsdns-00.net."];
  const ns = { name: "example.com", type: "NS", ttl: 172_800, values: servers };
  const same = zone("example.com", [ns], { id: "Z9", isPrivate: true, nameServers: [] });
  const above = zone("com", [], { id: "Z8", isPrivate: true, nameServers: [] });
  const told = ["NS-512.awsdns-00.net", "ns-0.awsdns-00.com"];
  expect(hidingZone(open, told, [open, same])).toBe("zone Z9 (private, example.com)");
  // Those that the parent names: it is not hidden from here.
  expect(hidingZone(open, ["ns-8.awsdns.org"], [open, same, above])).toBeUndefined();
  expect(hidingZone(open, told, [open])).toBeUndefined();
  // A private zone above has no such name.
  expect(hidingZone(open, [], [open, above])).toBe("zone Z8 (private, com)");
  expect(hidingZone(open, [], [open, same])).toBeUndefined();
});
