import { expect, test } from "@jest/globals";
import type { DnsAnswer } from "../../../src/dns/answer.ts";
import { fakeClock } from "../../support/fakes/fake-clock.ts";
import { memoryNameServers } from "../../support/fakes/name-servers.ts";
import { memoryRecordSets } from "../../support/fakes/record-sets.ts";
import { a, alias, BALANCER, cname, ZONE } from "../record-sets/sets.ts";

// What the real ones cannot be told to do.

const question = { name: `www.${ZONE}`, type: "A" as const };

async function world() {
  const clock = fakeClock();
  const calls: string[] = [];
  const recordSets = memoryRecordSets({
    clock,
    pendingMs: 30_000,
    onCall: (name, moment) => void calls.push(`${name} ${moment}`),
  });
  const zone = recordSets.addZone({ name: ZONE });
  recordSets.put(zone, a());
  const names = memoryNameServers({ clock, recordSets: [recordSets], delayMs: 10_000 });
  const servers = recordSets.fakeZones().flatMap(({ nameServers }) => nameServers);
  const asked = async () =>
    Promise.all(
      servers.map(async (server) => {
        const answer = await names.ask({ address: names.addressOf(server), port: 53 }, question);
        return "kind" in answer ? answer.kind : answer.records.map(({ value }) => value).join();
      }),
    );
  const change = () => recordSets.change({ zone, remove: [a()], create: [a("192.0.2.9")], comment: "" });
  return { clock, calls, recordSets, zone, names, servers, asked, change };
}

test("name servers answer from a change after their delay, one that lags later", async () => {
  const { clock, names, servers, asked, change } = await world();
  names.lag(servers[3] ?? "", 5000);
  const [old, fresh] = ["192.0.2.1", "192.0.2.9"];
  await change();
  expect(await asked()).toEqual([old, old, old, old]);
  await clock.advance(10_000);
  expect(await asked()).toEqual([fresh, fresh, fresh, old]);
  await clock.advance(5000);
  expect(await asked()).toEqual([fresh, fresh, fresh, fresh]);
  names.silence(servers[0]);
  expect(await asked()).toEqual(["blocked", fresh, fresh, fresh]);
  names.silence();
  expect(await names.resolve(question)).toMatchObject({ kind: "blocked" });
});

test("batches get lost as the test says, before or after they are made", async () => {
  const { recordSets, zone, change } = await world();
  recordSets.lose("request", "none", "answer");
  expect(await change()).toMatchObject({ state: "unknown" });
  expect(recordSets.records(zone)).toEqual([a()]);
  expect(await change()).toMatchObject({ state: "made" });
  const back = { zone, remove: [a("192.0.2.9")], create: [a()], comment: "" };
  expect(await recordSets.change(back)).toMatchObject({ state: "unknown" });
  expect(recordSets.records(zone)).toEqual([a()]);
});

test("calls are told, before their effect and after; what the hook throws comes instead", async () => {
  const { calls, recordSets, zone } = await world();
  calls.length = 0;
  await recordSets.named(zone, `www.${ZONE}`);
  expect(calls).toEqual(["recordSets.named before", "recordSets.named after"]);
  const clock = fakeClock();
  for (const [when, left] of [
    ["before", []],
    ["after", [a()]],
  ] as const) {
    const dying = memoryRecordSets({
      clock,
      onCall: (name, moment) => {
        if (name === "recordSets.change" && moment === when) throw new Error("killed");
      },
    });
    const own = dying.addZone({ name: ZONE });
    await expect(dying.change({ zone: own, remove: [], create: [a()], comment: "" })).rejects.toThrow("killed");
    expect(dying.records(own)).toEqual(left);
  }
});

test("aliases answer with the addresses of their target, and the resolver knows those of name servers and of other zones", async () => {
  const { recordSets, zone, names, servers } = await world();
  names.putHost(`dualstack.${BALANCER}`, { A: ["192.0.2.70", "192.0.2.71"], AAAA: ["2001:db8::70"] });
  recordSets.drop(zone, `www.${ZONE}`, "A");
  recordSets.put(zone, alias(`dualstack.${BALANCER}`), cname(`www.${ZONE}`, { name: `c.${ZONE}` }));
  const values = async (name: string, type: "A" | "AAAA" | "NS" = "A") =>
    ((await names.resolve({ name, type })) as DnsAnswer).records.map(({ value, ttl }) => `${value} ${ttl}`);
  expect(await values(`www.${ZONE}`)).toEqual(["192.0.2.70 60", "192.0.2.71 60"]);
  expect(await values(`www.${ZONE}`, "AAAA")).toEqual([]);
  expect(await values(`c.${ZONE}`)).toEqual([`www.${ZONE} 300`, "192.0.2.70 60", "192.0.2.71 60"]);
  expect(await values(BALANCER, "AAAA")).toEqual(["2001:db8::70 60"]);
  expect(await values(servers[0] ?? "")).toEqual([`${names.addressOf(servers[0] ?? "")} 60`]);
  names.delegate(ZONE, ["ns.other.test"]);
  expect(await values(ZONE, "NS")).toEqual(["ns.other.test 172800"]);
});

test("private zones are known inside only, where they come before public ones", async () => {
  const clock = fakeClock();
  const recordSets = memoryRecordSets({ clock });
  const [open, hidden] = [recordSets.addZone({ name: ZONE }), recordSets.addZone({ name: ZONE, isPrivate: true })];
  recordSets.put(open, a("192.0.2.1"));
  recordSets.put(hidden, a("10.0.0.1"));
  const answer = (inside: boolean) => memoryNameServers({ clock, recordSets: [recordSets], inside }).resolve(question);
  expect(await answer(false)).toMatchObject({ records: [{ value: "192.0.2.1" }] });
  expect(await answer(true)).toMatchObject({ records: [{ value: "10.0.0.1" }] });
});
