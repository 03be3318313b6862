import { afterAll, beforeAll, describe, expect, test } from "@jest/globals";
import type { DnsAnswer, DnsQuestion } from "../../../src/dns/answer.ts";
import type { RecordSet } from "../../../src/records/record-set.ts";
import { a, aaaa, cname, txt, ZONE } from "../record-sets/sets.ts";
import { memoryPlace } from "./memory-place.ts";
import type { Place } from "./place.ts";
import { sandboxPlace } from "./sandbox-place.ts";
import { serverPlace } from "./server-place.ts";

const real = serverPlace();
const memory = memoryPlace();
let emulated: Place;
beforeAll(async () => {
  emulated = await sandboxPlace();
});
afterAll(() => real.close());

const places: [string, () => Place][] = [
  ["in memory", () => memory],
  ["on loopback", () => real],
  ["of the sandbox", () => emulated],
];

const WWW = `www.${ZONE}`;
const question = (type: DnsQuestion["type"], name = WWW): DnsQuestion => ({ type, name });
const record = (type: string, value: string, more: Partial<DnsAnswer["records"][number]> = {}) => ({
  name: WWW,
  type,
  ttl: 300,
  value,
  ...more,
});

describe.each(places)("name servers %s", (_, placeOf) => {
  /** The same for the zone that the place has. */
  const here = <Value>(value: Value) => JSON.parse(JSON.stringify(value).replaceAll(ZONE, placeOf().zone)) as Value;
  const serve = (sets: readonly RecordSet[]) => placeOf().serve(here(sets));

  const rows: [string, RecordSet[], DnsQuestion, DnsAnswer["records"]][] = [
    [
      "addresses",
      [a("192.0.2.1", { ttl: 60, values: ["192.0.2.1", "192.0.2.2"] })],
      question("A"),
      [record("A", "192.0.2.1", { ttl: 60 }), record("A", "192.0.2.2", { ttl: 60 })],
    ],
    ["IPv6 addresses", [a(), aaaa("2001:db8::1")], question("AAAA"), [record("AAAA", "2001:db8::1")]],
    [
      "a CNAME that is asked for",
      [cname("Target.example.NET.")],
      question("CNAME"),
      [record("CNAME", "target.example.net")],
    ],
    [
      "a CNAME that leads out of the zone",
      [cname("target.example.net")],
      question("A"),
      [record("CNAME", "target.example.net")],
    ],
    [
      "a CNAME and what it leads to",
      [cname(`two.${ZONE}.`), a("192.0.2.3", { name: `two.${ZONE}`, ttl: 30 })],
      question("A"),
      [record("CNAME", `two.${ZONE}`), record("A", "192.0.2.3", { name: `two.${ZONE}`, ttl: 30 })],
    ],
    ["a name in capitals", [a()], question("A", `WwW.${ZONE}`), [record("A", "192.0.2.1")]],
    ["what a wildcard stands for", [a("192.0.2.1", { name: `*.${ZONE}` })], question("A"), [record("A", "192.0.2.1")]],
    [
      "a text",
      [txt('"heritage=external-dns," "owner"')],
      question("TXT"),
      [record("TXT", "heritage=external-dns,owner")],
    ],
    ["nothing of another type", [a()], question("AAAA"), []],
  ];
  test.each(rows)("give %s", async (_name, sets, asked, records) => {
    const { names, server } = await serve(sets);
    expect(await names.ask(server, here(asked))).toEqual(here({ rcode: "NOERROR", isAuthoritative: true, records }));
  });

  test("know which names there are not, and which are not theirs", async () => {
    const { names, server } = await serve([a("192.0.2.1", { name: `deep.down.${ZONE}` })]);
    expect(await names.ask(server, here(question("A")))).toEqual({
      rcode: "NXDOMAIN",
      isAuthoritative: true,
      records: [],
    });
    expect(await names.ask(server, here(question("A", `down.${ZONE}`)))).toMatchObject({
      rcode: "NOERROR",
      records: [],
    });
    expect(await names.ask(server, here(question("A", "www.other.test")))).toMatchObject({ rcode: "REFUSED" });
  });

  test("name the zone's name servers, each without the last dot", async () => {
    const { names, server } = await serve([]);
    const answer = (await names.ask(server, here(question("NS", ZONE)))) as DnsAnswer;
    expect(answer.records).toHaveLength(4);
    for (const { value, ttl } of answer.records)
      expect([value, ttl]).toEqual([expect.stringMatching(/^ns-.*[a-z]$/), 172_800]);
  });

  test("a weighted name answers with one member at a time", async () => {
    const member = (id: string, weight: number, value: string) =>
      a(value, { setIdentifier: id, routing: { policy: "weighted", weight } });
    const { names, server } = await serve([member("ecs", 0, "192.0.2.1"), member("eks", 7, "192.0.2.2")]);
    for (let times = 0; times < 5; times++) {
      expect(await names.ask(server, here(question("A")))).toMatchObject(here({ records: [record("A", "192.0.2.2")] }));
    }
  });

  test("a resolver follows CNAMEs", async () => {
    const sets = [cname(`two.${ZONE}`), a("192.0.2.3", { name: `two.${ZONE}` })];
    const { names } = await serve(sets);
    const records = [record("CNAME", `two.${ZONE}`), record("A", "192.0.2.3", { name: `two.${ZONE}` })];
    expect(await names.resolve(here(question("A")))).toMatchObject(here({ rcode: "NOERROR", records }));
    expect(await names.resolve(here(question("A", `none.${ZONE}`)))).toMatchObject({ rcode: "NXDOMAIN", records: [] });
  });

  test("from where nothing comes back it is blocked", async () => {
    const { names } = await serve([a()]);
    expect(await names.ask(await placeOf().nobody(), question("A"))).toEqual({
      kind: "blocked",
      problem: expect.any(String),
    });
  });

  test("a question that is stopped before is not asked", async () => {
    const { names, server } = await serve([a()]);
    const stopped = { kind: "other", problem: "it was stopped" };
    expect(await names.ask(server, here(question("A")), AbortSignal.abort())).toEqual(stopped);
    expect(await names.resolve(here(question("A")), AbortSignal.abort())).toEqual(stopped);
  });
});
