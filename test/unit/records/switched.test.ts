import { describe, expect, test } from "@jest/globals";
import type { RecordSet } from "../../../src/records/record-set.ts";
import { type NewSide, switchedSets } from "../../../src/records/switched.ts";
import { alias, moved, NEW_BALANCER, NEW_PLACE, OLD_BALANCER, plain, weighted, zone } from "./zones.ts";

const NAME = "orders.example.com";
const A = alias(`${NAME} A`);
const AAAA = alias(`${NAME} AAAA`);
const NETWORK_BALANCER = "new-2.elb.us-west-2.amazonaws.com";

function balancer(more: Partial<Extract<NewSide, { kind: "load-balancer" }>> = {}): NewSide {
  return { kind: "load-balancer", dnsName: NEW_BALANCER, canonicalHostedZoneId: NEW_PLACE, hasIpv6: true, ...more };
}

const host: NewSide = { kind: "host", name: "orders.commerce.svc.cluster.local" };
const addresses: NewSide = { kind: "addresses", ipv4: ["198.51.100.1", "198.51.100.2"], ipv6: ["2001:db8::2"] };
const onlyIpv4: NewSide = { ...addresses, ipv6: [] };

describe("switches", () => {
  const target = { zone: NEW_PLACE, name: NEW_BALANCER };
  const health = { healthCheckId: "hc-1" };
  test.each<[string, RecordSet[], NewSide, RecordSet[]]>([
    [
      "aliases to aliases, A and AAAA together",
      [A, AAAA],
      balancer(),
      [alias(`${NAME} A`, target), alias(`${NAME} AAAA`, target)],
    ],
    [
      "an alias with dualstack and by its health",
      [alias(`${NAME} A`, { name: `dualstack.${OLD_BALANCER}`, evaluateTargetHealth: true })],
      balancer(),
      [alias(`${NAME} A`, { ...target, name: `dualstack.${NEW_BALANCER}`, evaluateTargetHealth: true })],
    ],
    [
      "an alias with dualstack to a network load balancer, which has no such name",
      [alias(`${NAME} A`, { name: `dualstack.${OLD_BALANCER}` })],
      balancer({ dnsName: NETWORK_BALANCER }),
      [alias(`${NAME} A`, { ...target, name: NETWORK_BALANCER })],
    ],
    [
      "an alias of a record of its zone",
      [alias(`${NAME} A`, { zone: "Z1", name: "web.example.com" })],
      balancer(),
      [alias(`${NAME} A`, target)],
    ],
    [
      "an alias to a load balancer without IPv6, where there is no AAAA",
      [A],
      balancer({ hasIpv6: false }),
      [alias(`${NAME} A`, target)],
    ],
    [
      "a weighted alias with a health check",
      [{ ...A, ...weighted("us", 7), ...health }],
      balancer(),
      [alias(`${NAME} A`, target, { ...weighted("us", 7), ...health })],
    ],
    [
      "a CNAME to a load balancer",
      [plain(`${NAME} CNAME 300 ${OLD_BALANCER}`)],
      balancer(),
      [plain(`${NAME} CNAME 300 ${NEW_BALANCER}`)],
    ],
    [
      "a CNAME with a dot at its end to a host",
      [plain(`${NAME} CNAME 300 ${OLD_BALANCER}.`, weighted("us", 7))],
      host,
      [plain(`${NAME} CNAME 300 orders.commerce.svc.cluster.local.`, weighted("us", 7))],
    ],
    [
      "addresses to addresses",
      [plain(`${NAME} A 300 192.0.2.1`, health), plain(`${NAME} AAAA 300 2001:db8::1`)],
      addresses,
      [plain(`${NAME} A 300 198.51.100.1 198.51.100.2`, health), plain(`${NAME} AAAA 300 2001:db8::2`)],
    ],
  ])("%s", (_, sets, to, expected) => {
    expect(switchedSets(moved(sets), to)).toEqual({ sets: expected, isAlready: false });
    // What is switched leads to the new side already, and is switched again to the same.
    expect(switchedSets(moved(expected), to)).toEqual({ sets: expected, isAlready: true });
  });
});

describe("refuses", () => {
  const aaaaAddress = plain(`${NAME} AAAA 300 2001:db8::1`);
  test.each<[string, RecordSet[], NewSide, string[]]>([
    [
      "to leave an AAAA alias behind",
      [A, AAAA],
      balancer({ hasIpv6: false }),
      [
        `${NAME} has an AAAA record, and the new load balancer has no IPv6 addresses, so that clients with IPv6 would stay on the old side: give it some, or delete the AAAA record and wait for its TTL to pass`,
      ],
    ],
    [
      "to leave an AAAA record with addresses behind",
      [plain(`${NAME} A 300 192.0.2.1`), aaaaAddress],
      onlyIpv4,
      [
        `${NAME} has an AAAA record, and the new side has no IPv6 addresses, so that clients with IPv6 would stay on the old side: give it some, or delete the AAAA record and wait for its TTL to pass`,
      ],
    ],
    [
      "an A record where the new side has no IPv4 addresses",
      [plain(`${NAME} A 300 192.0.2.1`)],
      { kind: "addresses", ipv4: [], ipv6: ["2001:db8::2"] },
      [`${NAME} has an A record, and the new side has no IPv4 addresses: give it some`],
    ],
    [
      "an alias of what is no load balancer",
      [alias(`${NAME} A`, { name: "x.example.net" })],
      balancer(),
      [
        `${NAME}: its A record is an alias of x.example.net, which is neither a load balancer nor a record of its zone: switch what that stands for, and take the record out of this file`,
      ],
    ],
    [
      "an alias to a host",
      [A],
      host,
      [
        `${NAME}: its A record is an alias, which cannot lead to orders.commerce.svc.cluster.local: choose a target that has a load balancer in AWS, or make it a CNAME record first`,
      ],
    ],
    [
      "an alias to addresses",
      [A, AAAA],
      addresses,
      ["A", "AAAA"].map(
        (type) =>
          `${NAME}: its ${type} record is an alias, which cannot lead to addresses: choose a target that has a load balancer in AWS, or make it an A record first`,
      ),
    ],
    [
      "a CNAME to addresses",
      [plain(`${NAME} CNAME 300 ${OLD_BALANCER}`)],
      addresses,
      [
        `${NAME} is a CNAME record, which leads to a name, and the new side has only addresses: choose a target with a host name, or make it an A record first`,
      ],
    ],
    [
      "a CNAME to itself",
      [plain(`${NAME} CNAME 300 ${OLD_BALANCER}`)],
      { kind: "host", name: `${NAME}.` },
      [`${NAME} would lead to itself: choose a target with another name`],
    ],
    [
      "addresses to a load balancer",
      [plain(`${NAME} A 300 192.0.2.1`)],
      balancer(),
      [
        `${NAME}: its A record has addresses, and the new side is a load balancer, whose addresses change: make it an alias of the old load balancer first`,
      ],
    ],
    [
      "addresses to a host",
      [plain(`${NAME} A 300 192.0.2.1`)],
      host,
      [
        `${NAME}: its A record has addresses, and the new side is orders.commerce.svc.cluster.local: make it a CNAME record first`,
      ],
    ],
  ])("%s", (_, sets, to, problems) => {
    expect(switchedSets(moved(sets), to)).toEqual({ problems });
  });

  test("a CNAME at the zone's own name", () => {
    const sets = [plain("example.com A 300 192.0.2.1")];
    expect(switchedSets({ zone: zone("example.com", sets), name: "example.com", sets }, host)).toEqual({
      problems: [
        "example.com: its A record has addresses, and the new side is orders.commerce.svc.cluster.local: choose a target with addresses: example.com is the zone's own name, which cannot be a CNAME",
      ],
    });
  });
});
