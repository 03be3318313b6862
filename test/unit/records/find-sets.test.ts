import { describe, expect, test } from "@jest/globals";
import type { MovedRecord } from "../../../src/migration-file/migration.ts";
import { findMoved } from "../../../src/records/find-sets.ts";
import type { RecordSet } from "../../../src/records/record-set.ts";
import type { ZoneRecords } from "../../../src/records/zone-records.ts";
import { A, AAAA, type Case, HERITAGE, NAME, record, txt } from "./file-record.ts";
import { alias, plain, weighted, zone } from "./zones.ts";

function identifiers({ sets }: { sets: RecordSet[] }): string[] {
  return sets.map(({ type, setIdentifier }) => (setIdentifier === undefined ? type : `${type} ${setIdentifier}`));
}

describe("finds", () => {
  const us = weighted("us");
  const eu = weighted("eu");
  const elsewhere = { name: "eu-9.eu-west-1.elb.amazonaws.com" };
  test.each<[string, Partial<MovedRecord>, ZoneRecords[], string, string[]]>([
    ["A and AAAA together", {}, [zone("example.com", [A, AAAA, plain(`${NAME} MX 60 10`)])], "Z1", ["A", "AAAA"]],
    ["a name in any form", { name: "Orders.Example.COM." }, [zone("example.com", [A])], "Z1", ["A"]],
    ["one type where it is named", { type: "AAAA" }, [zone("example.com", [A, AAAA])], "Z1", ["AAAA"]],
    [
      "it in the zone with the longest name",
      { name: "a.orders.example.com" },
      [
        zone("example.com", [alias("a.orders.example.com A")]),
        zone(NAME, [alias("a.orders.example.com A")], { id: "Z2" }),
      ],
      "Z2",
      ["A"],
    ],
    [
      "it in the only one of two zones of that name that has it",
      {},
      [zone("example.com", []), zone("example.com", [A], { id: "Z2", isPrivate: true })],
      "Z2",
      ["A"],
    ],
    [
      "it in the zone that is named by its id",
      { zone: "Z2" },
      [zone("example.com", [A]), zone("example.com", [A], { id: "Z2", isPrivate: true })],
      "Z2",
      ["A"],
    ],
    [
      "it in the zone that is named by its name",
      { zone: "Example.com." },
      [zone("example.com", [A]), zone(NAME, [A], { id: "Z2" })],
      "Z1",
      ["A"],
    ],
    [
      "all members that lead to the same place",
      {},
      [
        zone("example.com", [
          { ...A, ...us },
          alias(`${NAME} A`, { name: "dualstack.OLD-1.us-west-1.elb.amazonaws.com." }, eu),
        ]),
      ],
      "Z1",
      ["A us", "A eu"],
    ],
    [
      "the members that are named",
      { members: ["us"] },
      [zone("example.com", [{ ...A, ...us }, { ...AAAA, ...us }, alias(`${NAME} A`, elsewhere, eu)])],
      "Z1",
      ["A us", "AAAA us"],
    ],
    [
      "what external-dns keeps, where the user has it changed there",
      { managedBy: "external-dns" },
      [zone("example.com", [A, txt(`a-${NAME}`, HERITAGE)])],
      "Z1",
      ["A"],
    ],
  ])("%s", (_, more, zones, id, sets) => {
    const { found, problems } = findMoved(record(more), zones);
    expect(problems).toEqual([]);
    expect(found.map((each) => [each.zone.id, ...identifiers(each)])).toEqual([[id, ...sets]]);
  });
});

describe("refuses", () => {
  const us = weighted("us");
  const eu = weighted("eu");
  const [Z1, Z2] = ["zone Z1 (public, example.com)", "zone Z2 (private, example.com)"];
  const inUs = alias(`${NAME} A`, {}, us);
  const inEu = alias(`${NAME} A`, { name: "eu-9.eu-west-1.elb.amazonaws.com" }, eu);
  test.each<Case>([
    [
      "a name of no zone",
      {},
      [zone("example.org", []), zone("b.test", [])],
      [
        `${NAME}: no hosted zone holds that name; this login sees those of b.test and example.org: give dns.role-to-assume a role of the account that has it`,
      ],
    ],
    [
      "a name where there are no zones",
      {},
      [],
      [
        `${NAME}: no hosted zone holds that name; this login sees none at all: give dns.role-to-assume a role of the account that has it`,
      ],
    ],
    [
      "a zone that is not there",
      { zone: "exampel.com" },
      [zone("example.com", [A])],
      [`${NAME}: this login sees no hosted zone exampel.com; did you mean example.com?`],
    ],
    [
      "a zone that is not like any",
      { zone: "Z0123456789" },
      [zone("example.com", [A])],
      [
        `${NAME}: this login sees no hosted zone Z0123456789; give dns.role-to-assume a role of the account that has it`,
      ],
    ],
    [
      "a zone that does not hold the name",
      { zone: "example.org" },
      [zone("example.com", [A]), zone("example.org", [], { id: "Z2" })],
      [`${NAME}: zone example.org does not hold that name, ${Z1} would: correct name or zone`],
    ],
    [
      "a name that is nearly there",
      { name: "order.example.com" },
      [zone("example.com", [A])],
      [`order.example.com: ${Z1} has no A, AAAA or CNAME record of that name; did you mean orders.example.com?`],
    ],
    [
      "a name that is not like any",
      { name: "pay.example.com" },
      [zone("example.com", [A, txt("pay.example.com", "x")])],
      [
        `pay.example.com: ${Z1} has no A, AAAA or CNAME record of that name, only TXT; correct the name, or make the record first`,
      ],
    ],
    [
      "a name that a wildcard serves",
      {},
      [zone("example.com", [alias("*.example.com A")])],
      [
        `${NAME}: ${Z1} has no A, AAAA or CNAME record of that name; the wildcard *.example.com answers for it: name the wildcard in the file, or make a record of its own`,
      ],
    ],
    [
      "a name that is in a zone elsewhere",
      {},
      [zone("example.com", [plain(`${NAME} NS 300 ns-9.awsdns.com.`)])],
      [
        `${NAME}: ${Z1} has no A, AAAA or CNAME record of that name, only NS; it leaves ${NAME} to ns-9.awsdns.com: give dns.role-to-assume a role of the account that has that zone`,
      ],
    ],
    [
      "a name that neither the public nor the private zone has",
      {},
      [zone("example.com", []), zone("example.com", [], { id: "Z2", isPrivate: true })],
      [
        `${NAME}: ${Z1} and ${Z2} have no A, AAAA or CNAME record of that name; correct the name, or make the record first`,
      ],
    ],
    [
      "a name in a zone that another one hides",
      {},
      [zone("example.com", [A]), zone(NAME, [], { id: "Z2" })],
      [
        `${NAME} is in ${Z1}, but zone Z2 (public, ${NAME}) answers for it and has no such record: make it there, or write zone: Z1 where that one is meant`,
      ],
    ],
    [
      "a name in a public and a private zone",
      {},
      [zone("example.com", [A]), zone("example.com", [A], { id: "Z2", isPrivate: true })],
      [
        `${NAME} is in 2 hosted zones, ${Z1} and ${Z2}: list the record once for each of them that is to be moved, with zone: Z1 and so on`,
      ],
    ],
    [
      "a name in two public zones, also where the zone is named by its name",
      { zone: "example.com" },
      [zone("example.com", [A]), zone("example.com", [A], { id: "Z2" })],
      [
        `${NAME} is in 2 hosted zones, ${Z1} and zone Z2 (public, example.com): list the record once for each of them that is to be moved, with zone: Z1 and so on`,
      ],
    ],
    [
      "a zone that a service of AWS keeps",
      {},
      [zone("example.com", [A], { keptBy: "servicediscovery.amazonaws.com" })],
      [
        `${NAME}: only servicediscovery.amazonaws.com can change ${Z1}: have it changed there, and take the record out of this file`,
      ],
    ],
    [
      "a record that external-dns keeps",
      {},
      [zone("example.com", [A, txt(`a-${NAME}`, HERITAGE)])],
      [
        `${NAME} is kept by external-dns (owner shop), which would put it back: have it let go of the record, by deleting its TXT record after taking away what it reads the name from; or change the name's target there and write managed-by: external-dns`,
      ],
    ],
    [
      "a record that external-dns keeps, where the user names another keeper",
      { managedBy: "terraform" },
      [zone("example.com", [A, txt(NAME, HERITAGE)])],
      [expect.stringContaining("is kept by external-dns (owner shop)") as unknown as string],
    ],
    [
      "a traffic policy instance",
      {},
      [
        zone("example.com", [
          { ...A, trafficPolicyInstanceId: "tp-1" },
          { ...AAAA, trafficPolicyInstanceId: "tp-1" },
        ]),
      ],
      [
        `${NAME} is made by the traffic policy instance tp-1, and can only be changed through that: give it a new version of its policy, and take the record out of this file`,
      ],
    ],
    ...(
      [
        ["CloudFront", "d111111abcdef8.cloudfront.net"],
        ["API Gateway", "d-1a2b3c.execute-api.us-west-2.amazonaws.com"],
        ["Global Accelerator", "a1.awsglobalaccelerator.com"],
        ["S3", "s3-website-us-west-2.amazonaws.com"],
        ["S3", "s3-website.us-east-2.amazonaws.com"],
        ["AppSync", "d1.appsync-api.us-west-2.amazonaws.com"],
        ["a VPC endpoint", "vpce-1.vpce-svc-2.us-west-2.vpce.amazonaws.com"],
        ["Elastic Beanstalk", "shop.us-west-2.elasticbeanstalk.com"],
        ["App Runner", "x.us-west-2.awsapprunner.com"],
      ] as const
    ).map(
      ([front, target]): Case => [
        `an alias of ${target}`,
        {},
        [zone("example.com", [alias(`${NAME} A`, { name: target }), alias(`${NAME} AAAA`, { name: target })])],
        [
          `${NAME} leads to ${front} (${target}), and what is behind that is switched there: move the name that it uses as its origin instead`,
        ],
      ],
    ),
    [
      "a CNAME of CloudFront",
      {},
      [zone("example.com", [plain(`${NAME} CNAME 300 D1.cloudfront.net.`)])],
      [
        `${NAME} leads to CloudFront (d1.cloudfront.net), and what is behind that is switched there: move the name that it uses as its origin instead`,
      ],
    ],
    [
      "a record below a name that the zone has given away",
      { name: "a.orders.example.com", zone: "Z1" },
      [
        zone("example.com", [
          alias("a.orders.example.com A"),
          plain(`${NAME} NS 300 ns-8.awsdns.com. ns-7.awsdns.com`),
        ]),
      ],
      [
        `a.orders.example.com: nobody is answered from ${Z1}, which leaves ${NAME} to ns-7.awsdns.com and ns-8.awsdns.com: name the zone of those with zone, or give dns.role-to-assume a role of its account`,
      ],
    ],
    [
      "a type that is not there",
      { type: "CNAME" },
      [zone("example.com", [A, AAAA])],
      [`${NAME} has no CNAME record, but A and AAAA: correct type, or leave it out`],
    ],
    [
      "members of a simple record",
      { members: ["us"] },
      [zone("example.com", [A])],
      [`${NAME} is no routed record, so that it has no members: leave out members`],
    ],
    [
      "members that are not there",
      { members: ["uss", "antarctica"] },
      [zone("example.com", [inUs, inEu])],
      [
        `${NAME} has no member "uss"; did you mean us?`,
        `${NAME} has no member "antarctica"; its members are eu and us`,
      ],
    ],
    [
      "members that lead to different places",
      {},
      [zone("example.com", [inUs, inEu])],
      [
        `${NAME}: its members lead to different places, eu to eu-9.eu-west-1.elb.amazonaws.com and us to old-1.us-west-1.elb.amazonaws.com: name those that move, as in members: [eu]`,
      ],
    ],
    [
      "A and AAAA that are routed in different ways",
      {},
      [zone("example.com", [inUs, AAAA])],
      [`${NAME}: A is weighted and AAAA is simple, so that they cannot be switched together: route them alike first`],
    ],
    [
      "A and AAAA with different members",
      {},
      [zone("example.com", [inUs, inEu, { ...AAAA, ...us }])],
      [
        `${NAME}: its members differ, A has eu and us and AAAA has us, and A and AAAA move together: give them the same, or name those that move in both: members: [us]`,
      ],
    ],
    [
      "A and AAAA without a common member",
      {},
      [zone("example.com", [inUs, { ...AAAA, ...eu }])],
      [`${NAME}: its members differ, A has us and AAAA has eu, and A and AAAA move together: give them the same`],
    ],
    [
      "all that is wrong with it at once",
      { members: ["xyz"] },
      [zone("example.com", [{ ...inUs, trafficPolicyInstanceId: "tp-1" }])],
      [
        `${NAME} has no member "xyz"; its members are us`,
        `${NAME} is made by the traffic policy instance tp-1, and can only be changed through that: give it a new version of its policy, and take the record out of this file`,
      ],
    ],
  ])("%s", (_, more, zones, problems) => {
    expect(findMoved(record(more), zones)).toEqual({ found: [], problems, warnings: [] });
  });
});
