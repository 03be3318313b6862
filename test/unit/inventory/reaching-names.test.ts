import { describe, expect, test } from "@jest/globals";
import type { Zone } from "../../../src/inventory/facts/record-sets.ts";
import { type ReachingName, reachingNames } from "../../../src/inventory/records/reaching-names.ts";
import { loadBalancer, zone } from "./facts.ts";

const lb = "web-123.us-west-1.elb.amazonaws.com";

function found(zones: Zone[], classic: string[] = []): ReachingName[] {
  return reachingNames(zones, [loadBalancer("web", ["192.0.2.1", "2001:db8::1"]), loadBalancer("other")], classic);
}
const names = (zones: Zone[], classic?: string[]) =>
  found(zones, classic)
    .map(({ name }) => name)
    .toSorted();

describe("a record reaches the load balancer", () => {
  test.each<[string, string, boolean]>([
    ["as an alias", `a.x.test A @${lb}`, true],
    ["as an alias with dualstack.", `a.x.test A @dualstack.${lb}`, true],
    ["as an alias of type AAAA", `a.x.test AAAA @dualstack.${lb}`, true],
    ["as a CNAME", `a.x.test CNAME ${lb}`, true],
    ["as a CNAME in capitals and with a dot", `a.x.test CNAME ${lb.toUpperCase()}.`, true],
    ["as a CNAME with dualstack.", `a.x.test CNAME dualstack.${lb}`, true],
    ["by an address that it keeps", "a.x.test A 192.0.2.1", true],
    ["by an IPv6 address that it keeps", "a.x.test AAAA 2001:db8::1", true],
    ["as the target of an HTTPS record", `a.x.test HTTPS 1 ${lb}. alpn=h2`, true],
    ["as a wildcard", `*.x.test A @${lb}`, true],
    ["not by another address", "a.x.test A 192.0.2.2", false],
    ["not by a name that begins like it", `a.x.test CNAME my-${lb}`, false],
    ["not by a name that ends unlike it", `a.x.test CNAME ${lb}.x.test`, false],
    ["not by an HTTPS record for itself", "a.x.test HTTPS 1 . alpn=h2", false],
    ["not by a text", `a.x.test TXT "${lb}"`, false],
  ])("%s: %s", (_, record, reaches) => {
    expect(names([zone("x.test", [record])])).toEqual(reaches ? [record.split(" ")[0]] : []);
  });

  test.each([
    ["web-1-987654321.us-west-1.elb.amazonaws.com", true],
    ["internal-web-1-987654321.us-west-1.elb.amazonaws.com", true],
    ["dualstack.Web-1-987654321.us-west-1.elb.amazonaws.com.", true],
    ["web-12-987654321.us-west-1.elb.amazonaws.com", false],
  ])("of a classic one, of which only the name is known: %s", (target, reaches) => {
    expect(names([zone("x.test", [`a.x.test CNAME ${target}`])], ["Web-1"])).toEqual(reaches ? ["a.x.test"] : []);
  });
});

describe("through other names", () => {
  test.each<[string, Zone[], string[]]>([
    [
      "a chain over zones",
      [zone("x.test", ["a.x.test CNAME b.y.test."]), zone("y.test", ["b.y.test A @c.y.test", `c.y.test A @${lb}`])],
      ["a.x.test", "b.y.test", "c.y.test"],
    ],
    [
      "a wildcard that answers for a name",
      [zone("x.test", ["a.x.test CNAME b.apps.x.test", `*.apps.x.test A @${lb}`])],
      ["*.apps.x.test", "a.x.test"],
    ],
    [
      "not a wildcard below which the name exists",
      [zone("x.test", ["a.x.test CNAME b.apps.x.test", "b.apps.x.test TXT here", `*.apps.x.test A @${lb}`])],
      ["*.apps.x.test"],
    ],
    [
      "not a wildcard above a name that exists without records",
      [zone("x.test", ["a.x.test CNAME c.b.x.test", "d.b.x.test A 192.0.2.9", `*.x.test A @${lb}`])],
      ["*.x.test"],
    ],
    [
      "the zone below, not the one above",
      [
        zone("x.test", ["a.x.test CNAME b.sub.x.test", `b.sub.x.test A @${lb}`]),
        zone("sub.x.test", ["b.sub.x.test A 192.0.2.9"]),
      ],
      ["b.sub.x.test"],
    ],
    [
      "a name of a private zone",
      [
        zone("x.test", ["a.x.test CNAME b.x.test"]),
        zone("x.test", [`b.x.test A @${lb}`], { isPrivate: true, id: "ZP" }),
      ],
      ["a.x.test", "b.x.test"],
    ],
    ["a circle", [zone("x.test", ["a.x.test CNAME b.x.test", "b.x.test CNAME a.x.test"])], []],
    [
      "a circle with a way out",
      [
        zone("x.test", [
          "a.x.test CNAME b.x.test",
          ["b.x.test CNAME a.x.test", { member: "1" }],
          [`b.x.test CNAME ${lb}`, { member: "2" }],
        ]),
      ],
      ["a.x.test", "b.x.test"],
    ],
  ])("%s", (_, zones, expected) => {
    expect(names(zones)).toEqual(expected);
  });
});

test("members that go elsewhere are told from those that get there", () => {
  const weighted = (member: string) => ({ member, routing: "weighted" as const });
  const [name] = found([
    zone("x.test", [
      [`a.x.test A @${lb}`, weighted("ecs")],
      ["a.x.test A 192.0.2.9", weighted("eks")],
      "a.x.test AAAA 2001:db8::9",
    ]),
  ]);
  expect(name?.there.map(({ member }) => member)).toEqual(["ecs"]);
  expect(name?.elsewhere.map(({ type, member }) => [type, member])).toEqual([
    ["A", "eks"],
    ["AAAA", undefined],
  ]);
});

test("a name that reaches two load balancers has both", () => {
  const other = "other-123.us-west-1.elb.amazonaws.com";
  const [name] = found([
    zone("x.test", [
      [`a.x.test A @${lb}`, { member: "1" }],
      [`a.x.test A @${other}`, { member: "2" }],
    ]),
  ]);
  expect([...(name?.loadBalancers ?? [])].toSorted()).toEqual(["other", "web"]);
});
