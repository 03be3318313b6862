import { describe, expect, test } from "@jest/globals";
import { answerSide, type Side, ttlAgrees } from "../../../src/dns/agreement.ts";
import type { DnsAnswer } from "../../../src/dns/answer.ts";
import { ladderSets } from "../../../src/records/ladder.ts";
import type { RecordSet } from "../../../src/records/record-set.ts";
import { alias, NEW_BALANCER, NEW_PLACE, plain, weighted } from "../records/zones.ts";

const NAME = "orders.example.com";

/** `CNAME new.test`, or an address, which stands for an A or AAAA record of the name that is led to; with the TTL behind `@`. */
function answer(lines: readonly string[], more: Partial<DnsAnswer> = {}): DnsAnswer {
  let name = NAME;
  const records = lines.map((line) => {
    const [text = "", ttl = "60"] = line.split("@");
    const [, target] = /^CNAME (.+)$/.exec(text) ?? [];
    const type = target === undefined ? (text.includes(":") ? "AAAA" : "A") : "CNAME";
    const record = { name, type, ttl: Number(ttl), value: target ?? text };
    name = target ?? name;
    return record;
  });
  return { rcode: "NOERROR", isAuthoritative: true, records, ...more };
}

const OLD_ALIAS = alias(`${NAME} A`);
const NEW_ALIAS = alias(`${NAME} A`, { zone: NEW_PLACE, name: NEW_BALANCER });
const addresses = {
  before: new Set(["192.0.2.1", "192.0.2.2"]),
  after: new Set(["198.51.100.1", "198.51.100.2", "2001:DB8::2"]),
};

type Case = [title: string, before: RecordSet[], after: RecordSet[], answers: [string[], Side][]];

describe("the side of", () => {
  const multivalue = (member: string) => ({
    setIdentifier: member,
    routing: { policy: "multivalue", fields: { MultiValueAnswer: true } } as const,
  });
  test.each<Case>([
    [
      "addresses, all of them",
      [plain(`${NAME} A 60 192.0.2.1 192.0.2.9`)],
      [plain(`${NAME} A 60 198.51.100.1 192.0.2.9`)],
      [
        [["192.0.2.9", "192.0.2.1"], "before"],
        [["192.0.2.9", "198.51.100.1"], "after"],
        [["192.0.2.1", "198.51.100.1"], "mixed"],
        [["192.0.2.1"], "neither"],
        [["192.0.2.1", "192.0.2.9", "203.0.113.1"], "neither"],
        [[], "neither"],
      ],
    ],
    [
      "IPv6 addresses in any form",
      [plain(`${NAME} AAAA 60 2001:db8:0::1`)],
      [plain(`${NAME} AAAA 60 2001:DB8::2`)],
      [
        [["2001:db8::1"], "before"],
        [["2001:db8:0:0::2"], "after"],
      ],
    ],
    [
      "aliases, some of their addresses",
      [OLD_ALIAS],
      [NEW_ALIAS],
      [
        [["192.0.2.1"], "before"],
        [["192.0.2.2", "192.0.2.1"], "before"],
        [["198.51.100.2"], "after"],
        [["2001:db8::2"], "after"],
        [["192.0.2.1", "198.51.100.1"], "mixed"],
        [["192.0.2.1", "203.0.113.1"], "neither"],
        [["CNAME new.test", "198.51.100.1"], "neither"],
      ],
    ],
    [
      "a CNAME, whatever it leads to",
      [plain(`${NAME} CNAME 60 old.test`)],
      [plain(`${NAME} CNAME 60 New.test.`)],
      [
        [["CNAME old.test", "198.51.100.1"], "before"],
        [["CNAME new.test", "192.0.2.1"], "after"],
        [["CNAME new.test"], "after"],
        [["CNAME new.test", "CNAME old.test", "192.0.2.1"], "after"],
        [["CNAME other.test", "198.51.100.1"], "neither"],
        [["198.51.100.1"], "neither"],
      ],
    ],
    [
      "weighted sets, any member but not of two",
      [plain(`${NAME} A 60 192.0.2.1`, weighted("us")), plain(`${NAME} A 60 192.0.2.7`, weighted("eu"))],
      [plain(`${NAME} A 60 198.51.100.1`, weighted("us")), plain(`${NAME} A 60 192.0.2.7`, weighted("eu"))],
      [
        [["192.0.2.1"], "before"],
        [["198.51.100.1"], "after"],
        [["192.0.2.7"], "after"],
        [["192.0.2.1", "198.51.100.1"], "mixed"],
        [["203.0.113.1"], "neither"],
      ],
    ],
    [
      "multivalue sets, some members",
      ["1", "2", "3"].map((last) => plain(`${NAME} A 60 192.0.2.${last}`, multivalue(last))),
      ["1", "2", "3"].map((last) => plain(`${NAME} A 60 198.51.100.${last}`, multivalue(last))),
      [
        [["192.0.2.1", "192.0.2.3"], "before"],
        [["198.51.100.2", "198.51.100.3"], "after"],
        [["192.0.2.1", "198.51.100.2"], "mixed"],
      ],
    ],
    [
      "what is the same on both sides",
      [plain(`${NAME} A 60 192.0.2.1`)],
      [plain(`${NAME} A 300 192.0.2.1`)],
      [[["192.0.2.1"], "after"]],
    ],
    [
      "what was not there",
      [],
      [plain(`${NAME} A 60 192.0.2.1`)],
      [
        [[], "before"],
        [["192.0.2.1"], "after"],
        [["203.0.113.1"], "neither"],
      ],
    ],
  ])("%s", (_, before, after, answers) => {
    for (const [lines, side] of answers) {
      expect([lines, answerSide(answer(lines), { before, after, addresses })]).toEqual([lines, side]);
    }
  });

  test("a rung of a ladder, where it has addresses of both", () => {
    const before = [plain(`${NAME} A 60 192.0.2.1`)];
    const after = ladderSets(before, [plain(`${NAME} A 60 198.51.100.1`)], 10);
    const sides = ["192.0.2.1", "198.51.100.1", "203.0.113.1"].map((each) =>
      answerSide(answer([each]), { before, after, addresses }),
    );
    expect(sides).toEqual(["after", "after", "neither"]);
  });

  test.each<[string, Side]>([
    ["NXDOMAIN", "before"],
    ["SERVFAIL", "neither"],
    ["REFUSED", "neither"],
  ])("%s where nothing was: %s", (rcode, side) => {
    expect(answerSide(answer([], { rcode }), { before: [], after: [NEW_ALIAS], addresses })).toBe(side);
  });
});

describe("the TTL", () => {
  const simple = plain(`${NAME} A 60 192.0.2.1`);
  const cname = plain(`${NAME} CNAME 60 new.test`);
  test.each<[string, string[], RecordSet[], boolean, boolean]>([
    // What a name server of the zone may say, and what a resolver.
    ["is the record's", ["192.0.2.1@60"], [simple], true, true],
    ["is another", ["192.0.2.1@300"], [simple], false, false],
    ["is what is left of it", ["192.0.2.1@59"], [simple], false, true],
    ["differs between addresses", ["192.0.2.1@60", "192.0.2.2@300"], [simple], false, false],
    ["is that of the CNAME, whatever it leads to", ["CNAME new.test@60", "192.0.2.1@3600"], [cname], true, true],
    ["is another than that of the CNAME", ["CNAME new.test@90", "192.0.2.1@60"], [cname], false, false],
    ["is that of any member", ["192.0.2.1@60"], [{ ...simple, ttl: 90 }, simple], true, true],
    ["is 60 of a load balancer's alias", ["192.0.2.1@60"], [OLD_ALIAS], true, true],
    ["is not 60 of a load balancer's alias", ["192.0.2.1@300"], [OLD_ALIAS], false, false],
    ["is any of another alias", ["192.0.2.1@300"], [alias(`${NAME} A`, { zone: "Z1", name: "a.test" })], true, true],
    ["is none where there is no answer", [], [simple], false, false],
    ["is none where there is no record", [], [], true, true],
    ["is one where there is no record", ["192.0.2.1@60"], [], false, false],
  ])("%s", (_, lines, sets, ofServer, ofResolver) => {
    expect(ttlAgrees(answer(lines), sets)).toBe(ofServer);
    expect(ttlAgrees(answer(lines, { isAuthoritative: false }), sets)).toBe(ofResolver);
  });
});

test("an AAAA alias of a load balancer without IPv6 answers nothing", () => {
  const set = alias(`${NAME} AAAA`);
  const fresh = alias(`${NAME} AAAA`, { zone: NEW_PLACE, name: NEW_BALANCER });
  const nothing = { before: new Set<string>(), after: new Set(["2001:db8::2"]) };
  const switched = { before: [set], after: [fresh], addresses: nothing };
  const restored = { before: [fresh], after: [set], addresses: { before: nothing.after, after: nothing.before } };
  expect(answerSide(answer([]), switched)).toBe("before");
  expect(answerSide(answer([]), restored)).toBe("after");
  expect(answerSide(answer(["2001:db8::2"]), restored)).toBe("before");
  // The name is there.
  expect(answerSide(answer([], { rcode: "NXDOMAIN" }), restored)).toBe("neither");
  // Every load balancer has IPv4.
  const a = { ...restored, before: [NEW_ALIAS], after: [OLD_ALIAS] };
  expect(answerSide(answer([]), a)).toBe("neither");
});
