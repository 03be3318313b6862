import { randomUUID } from "node:crypto";
import { Resolver } from "node:dns/promises";
import { CreateLoadBalancerCommand } from "@aws-sdk/client-elastic-load-balancing-v2";
import { CreateHostedZoneCommand, type ResourceRecordSet, type Route53Client } from "@aws-sdk/client-route-53";
import { afterAll, afterEach, beforeAll, expect, test } from "@jest/globals";
import { type Aws, loadBalancingClient, route53Client } from "../../../sandbox/aws/clients.ts";
import { type Dns, readZonesNow, serveAccount, setDns, startDns } from "../../../sandbox/dns/dns.ts";
import { stopDaemon, waitFor } from "../../../sandbox/process/daemon.ts";
import { isRunning } from "../../../sandbox/process/mark.ts";
import { daemonFolder, ownAccount } from "../../support/emulator.ts";
import { a, alias, change, create, newZone, record, remove, upsert, weighted } from "../../support/record-sets.ts";
import { sandbox } from "../../support/sandbox.ts";
import { ask, askOverTcp, linesOf, rcodeOf } from "./dns-questions.ts";

const region = "us-west-2";
const NOERROR = 0;
const [SERVFAIL, NXDOMAIN, NOTIMP, REFUSED] = [2, 3, 4, 5];
let aws: Aws;
let route53: Route53Client;
let dns: Dns;
let nameServer: string;
let zone: string;

beforeAll(async () => {
  aws = ownAccount((await sandbox()).aws);
  route53 = route53Client(aws);
  dns = await startDns({ folder: await daemonFolder(), aws, accounts: [aws.accountId], regions: [region] });
  nameServer = dns.nameServers[0] ?? "";
  zone = await newZone(route53);
});
afterEach(() => setDns(dns, { nameServers: {}, delegations: {} }));
afterAll(() => stopDaemon(dns.pid));

/** Creates record sets named `<name>.example.com`, or that of the zone itself. */
async function have(name: string, ...recordSets: ResourceRecordSet[]): Promise<string> {
  const Name = `${name}.example.com`;
  await change(
    route53,
    zone,
    recordSets.map((each) => create({ ...each, Name })),
  );
  await readZonesNow(dns);
  return Name;
}
async function balancer(Name: string, ...addresses: string[]): Promise<{ name: string; zone: string }> {
  return makeBalancer(Name, addresses, addresses.some((each) => each.includes(":")) ? "dualstack" : "ipv4");
}
async function makeBalancer(Name: string, addresses: string[], IpAddressType: "ipv4" | "dualstack") {
  const Tags = [{ Key: "sandbox:addresses", Value: addresses.join(",") }];
  const request = new CreateLoadBalancerCommand({ Name, Subnets: ["subnet-1"], Tags, IpAddressType });
  const { LoadBalancers: [made] = [] } = await loadBalancingClient(aws, region).send(request);
  return { name: (made?.DNSName ?? "").toLowerCase(), zone: made?.CanonicalHostedZoneId ?? "" };
}
const resolver = (server = dns.resolver) => {
  const own = new Resolver({ timeout: 2000, tries: 1 });
  own.setServers([server]);
  return own;
};
/** How often each address comes in so many answers. */
async function draws(name: string, count: number): Promise<Record<string, number>> {
  const drawn: Record<string, number> = {};
  for (let i = 0; i < count; i++) {
    const [line = ""] = linesOf(await ask(nameServer, name, "A"));
    const address = line.split(" ").at(-1) ?? "";
    drawn[address] = (drawn[address] ?? 0) + 1;
  }
  return drawn;
}

test("answers with the values and the TTL of a record set, in the letters that were asked for", async () => {
  await have("plain", a("10.0.0.1", { ResourceRecords: [{ Value: "10.0.0.1" }, { Value: "10.0.0.2" }], TTL: 17 }));
  await change(route53, zone, [create(record("AAAA", "2001:db8::1", { Name: "plain.example.com", TTL: 18 }))]);
  await have("text", record("TXT", '"heritage=external-dns" "say \\"so\\" \\052"'));

  const v4 = await ask(nameServer, "Plain.Example.COM", "A");
  expect([rcodeOf(v4), v4.flag_aa, v4.flag_ra, v4.id]).toEqual([NOERROR, true, false, 7]);
  expect(linesOf(v4)).toEqual(["Plain.Example.COM 17 A 10.0.0.1", "Plain.Example.COM 17 A 10.0.0.2"]);
  expect(linesOf(await ask(nameServer, "plain.example.com", "AAAA"))).toEqual([
    "plain.example.com 18 AAAA 2001:db8::1",
  ]);
  expect(await resolver().resolveTxt("text.example.com")).toEqual([["heritage=external-dns", 'say "so" *']]);
});

test("goes from a CNAME to where it leads within the zone", async () => {
  await have("end", a("10.0.0.3", { TTL: 20 }));
  await have("middle", record("CNAME", "END.example.com.", { TTL: 30 }));
  const name = await have("start", record("CNAME", "middle.example.com"));
  const lost = await have("lost", record("CNAME", "nowhere.example.com"));
  await have("loop", record("CNAME", "loop.example.com"));

  expect(linesOf(await ask(nameServer, name, "A"))).toEqual([
    "start.example.com 300 CNAME middle.example.com",
    "middle.example.com 30 CNAME end.example.com",
    "end.example.com 20 A 10.0.0.3",
  ]);
  expect(linesOf(await ask(nameServer, name, "CNAME"))).toEqual(["start.example.com 300 CNAME middle.example.com"]);
  const nothing = await ask(nameServer, lost, "A");
  expect([rcodeOf(nothing), linesOf(nothing)]).toEqual([NXDOMAIN, ["lost.example.com 300 CNAME nowhere.example.com"]]);
  expect(rcodeOf(await ask(nameServer, "loop.example.com", "A"))).toBe(SERVFAIL);
});

test("answers an alias in the zone with the target's values under its own name", async () => {
  await have("target", a("10.0.0.4", { TTL: 40 }));
  const name = await have("alias", alias("target.example.com", zone.replace("/hostedzone/", "")));

  expect(linesOf(await ask(nameServer, name, "A"))).toEqual(["alias.example.com 40 A 10.0.0.4"]);
});

test("an alias to a load balancer answers with its addresses and a TTL of 60 s, with dualstack. or without", async () => {
  const { name, zone: canonical } = await balancer("dual", "127.0.0.51", "2001:db8::51");
  await have("elb", alias(name, canonical), alias(`dualstack.${name}`, canonical, { Type: "AAAA" }));
  const single = await makeBalancer("single", ["127.0.0.52", "2001:db8::52"], "ipv4");
  await have("v4", alias(single.name, single.zone), alias(single.name, single.zone, { Type: "AAAA" }));

  expect(linesOf(await ask(nameServer, "elb.example.com", "A"))).toEqual(["elb.example.com 60 A 127.0.0.51"]);
  expect(linesOf(await ask(nameServer, "elb.example.com", "AAAA"))).toEqual(["elb.example.com 60 AAAA 2001:db8::51"]);
  const none = await ask(nameServer, "v4.example.com", "AAAA");
  expect([rcodeOf(none), linesOf(none)]).toEqual([NOERROR, []]);
});

test("a name server leaves a CNAME to a load balancer to the resolver, which knows its name", async () => {
  const { name } = await balancer("by-name", "127.0.0.53");
  await have("by-name", record("CNAME", name));
  const cname = `by-name.example.com 300 CNAME ${name}`;

  expect(linesOf(await ask(nameServer, "by-name.example.com", "A"))).toEqual([cname]);
  const resolved = await ask(dns.resolver, "by-name.example.com", "A");
  expect(linesOf(resolved)).toEqual([cname, `${name} 60 A 127.0.0.53`]);
  expect([resolved.flag_aa, resolved.flag_ra]).toEqual([false, true]);
  expect(await resolver().resolve4(name)).toEqual(["127.0.0.53"]);
  expect(rcodeOf(await ask(nameServer, name, "A"))).toBe(REFUSED);
});

test("draws from a weighted set by weight; 0 is never drawn, unless all are 0", async () => {
  const members = (x: number, y: number) => [
    weighted("x", x),
    weighted("y", y, { ResourceRecords: [{ Value: "10.0.0.2" }] }),
  ];
  const share = await have("share", ...members(30, 10));
  const { "10.0.0.1": x = 0, "10.0.0.2": y = 0 } = await draws(share, 400);
  // 300 of 400 are expected, with a standard deviation of 8.7.
  expect(x + y).toBe(400);
  expect(Math.abs(x - 300)).toBeLessThan(60);

  expect(await draws(await have("never", ...members(0, 1)), 50)).toEqual({ "10.0.0.2": 50 });
  const both = await draws(await have("zero", ...members(0, 0)), 100);
  expect(Object.keys(both).toSorted()).toEqual(["10.0.0.1", "10.0.0.2"]);
});

test("draws from weighted aliases and CNAMEs too", async () => {
  const [old, next] = [await balancer("weighted-old", "127.0.0.54"), await balancer("weighted-new", "127.0.0.55")];
  await have(
    "aliases",
    alias(old.name, old.zone, { SetIdentifier: "old", Weight: 0 }),
    alias(next.name, next.zone, { SetIdentifier: "new", Weight: 5 }),
  );
  await have(
    "cnames",
    record("CNAME", old.name, { SetIdentifier: "old", Weight: 5 }),
    record("CNAME", next.name, { SetIdentifier: "new", Weight: 0 }),
  );

  expect(await draws("aliases.example.com", 20)).toEqual({ "127.0.0.55": 20 });
  expect(await draws("cnames.example.com", 20)).toEqual({ [old.name]: 20 });
});

test("a wildcard answers for what does not exist, under the name that was asked for", async () => {
  await have("*.wild", a("10.0.0.5"));
  await have("own.wild", record("TXT", '"x"'));
  await have("below.empty.wild", a("10.0.0.6"));

  const addressesOf = async (name: string) => linesOf(await ask(nameServer, `${name}.wild.example.com`, "A"));
  expect(await addressesOf("any")).toEqual(["any.wild.example.com 300 A 10.0.0.5"]);
  expect(await addressesOf("deep.any")).toEqual(["deep.any.wild.example.com 300 A 10.0.0.5"]);
  expect(await addressesOf("*")).toEqual(["*.wild.example.com 300 A 10.0.0.5"]);
  expect(await addressesOf("own")).toEqual([]);
  expect(await addressesOf("empty")).toEqual([]);
  expect(await addressesOf("other.empty")).toEqual([]);
});

test("says with the zone's SOA that a name has no such record, or is not there", async () => {
  await have("deep.down", a());
  const found = async (name: string) => {
    const answer = await ask(nameServer, name, "MX");
    return [rcodeOf(answer), linesOf(answer), answer.authorities?.map(({ name: of, type }) => `${of} ${type}`)];
  };

  expect(await found("deep.down.example.com")).toEqual([NOERROR, [], ["example.com SOA"]]);
  expect(await found("down.example.com")).toEqual([NOERROR, [], ["example.com SOA"]]);
  expect(await found("absent.example.com")).toEqual([NXDOMAIN, [], ["example.com SOA"]]);
  expect((await ask(nameServer, "absent.example.com", "A")).authorities).toMatchObject([
    { ttl: 900, data: { minimum: 86_400 } },
  ]);
});

test("has SOA and NS at the apex, and the resolver knows where these name servers are", async () => {
  const names = await resolver(nameServer).resolveNs("example.com");
  expect(names).toHaveLength(4);
  const found = await Promise.all(names.map(async (name) => (await resolver().resolve4(name)).join()));
  expect(found.toSorted()).toEqual(dns.nameServers.map((server) => server.split(":")[0]));
  for (const server of dns.nameServers) expect(await resolver(server).resolveNs("example.com")).toEqual(names);
  expect(await resolver(nameServer).resolveSoa("example.com")).toMatchObject({ refresh: 7200, minttl: 86_400 });
});

test("refuses what is in none of its zones, and what it does not do", async () => {
  for (const server of [nameServer, dns.resolver, dns.vpcResolver]) {
    const refused = await ask(server, "www.example.org", "A");
    expect([rcodeOf(refused), refused.flag_aa]).toEqual([REFUSED, false]);
  }
  expect(rcodeOf(await ask(nameServer, "example.com", "ANY" as "A"))).toBe(NOTIMP);
});

test("an answer that is too long for UDP is whole over TCP", async () => {
  const ResourceRecords = Array.from({ length: 40 }, (_, i) => ({ Value: `10.0.1.${i}` }));
  const name = await have("long", a("", { ResourceRecords }));

  const cut = await ask(nameServer, name, "A");
  expect([cut.flag_tc, linesOf(cut)]).toEqual([true, []]);
  const large = await ask(nameServer, name, "A", { udpBytes: 4096 });
  expect([large.flag_tc, linesOf(large).length]).toEqual([false, 40]);
  const [first, second] = await askOverTcp(nameServer, [name, "example.org"], "A");
  expect([first?.flag_tc, first && linesOf(first).length, second && rcodeOf(second)]).toEqual([false, 40, REFUSED]);
  expect(await resolver().resolve4(name)).toHaveLength(40);
});

test("what a zone gives away is told by its name servers, and lost for the resolver", async () => {
  const Name = "given.example.com";
  const ResourceRecords = [{ Value: "ns.elsewhere.test." }];
  await change(route53, zone, [create({ Name, Type: "NS", TTL: 60, ResourceRecords })]);
  await readZonesNow(dns);

  const referral = await ask(nameServer, `www.${Name}`, "A");
  expect([rcodeOf(referral), referral.flag_aa, linesOf(referral)]).toEqual([NOERROR, false, []]);
  expect(referral.authorities).toMatchObject([{ name: Name, type: "NS", data: "ns.elsewhere.test" }]);
  expect(rcodeOf(await ask(dns.resolver, `www.${Name}`, "A"))).toBe(SERVFAIL);
});

test("of several zones the nearest answers, and accounts are served side by side", async () => {
  const other = ownAccount(aws);
  const sub = await newZone(route53Client(other), "sub.example.com");
  await change(route53Client(other), sub, [create(a("10.0.0.8", { Name: "www.sub.example.com" }))]);
  expect(rcodeOf(await ask(nameServer, "www.sub.example.com", "A"))).toBe(NXDOMAIN);

  await serveAccount(dns, other.accountId);

  expect(await resolver(nameServer).resolve4("www.sub.example.com")).toEqual(["10.0.0.8"]);
  const cname = "across.example.com 300 CNAME www.sub.example.com";
  await have("across", record("CNAME", "www.sub.example.com"));
  expect(linesOf(await ask(nameServer, "across.example.com", "A"))).toEqual([cname]);
  const answers = linesOf(await ask(dns.resolver, "across.example.com", "A"));
  expect(answers).toEqual([cname, "www.sub.example.com 300 A 10.0.0.8"]);
});

test("within a VPC a private zone comes before the public ones, and hides what it does not have", async () => {
  await have("split", a("10.0.0.9"));
  await have("public-only", a("10.0.0.9"));
  const VPC = { VPCRegion: region, VPCId: "vpc-1" } as const;
  const request = new CreateHostedZoneCommand({ Name: "example.com", CallerReference: randomUUID(), VPC });
  const { HostedZone } = await route53.send(request);
  const hidden = HostedZone?.Id ?? "";
  const Name = "split.example.com";
  await change(route53, hidden, [create(a("10.1.0.9", { Name })), create(a("10.1.0.1", { Name: "in.example.com" }))]);
  await readZonesNow(dns);
  try {
    expect(await resolver(dns.vpcResolver).resolve4(Name)).toEqual(["10.1.0.9"]);
    expect(rcodeOf(await ask(dns.vpcResolver, "public-only.example.com", "A"))).toBe(NXDOMAIN);
    expect(await resolver(dns.resolver).resolve4(Name)).toEqual(["10.0.0.9"]);
    expect(await resolver(nameServer).resolve4(Name)).toEqual(["10.0.0.9"]);
    expect(rcodeOf(await ask(dns.resolver, "in.example.com", "A"))).toBe(NXDOMAIN);
  } finally {
    await change(route53, hidden, [remove(a("10.1.0.9", { Name })), remove(a("10.1.0.1", { Name: "in.example.com" }))]);
  }
});

test("a change is seen within a second by all name servers", async () => {
  const name = await have("switched", a("10.0.0.1", { TTL: 60 }));
  const Name = name;
  const everywhere = async () => {
    const servers = [...dns.nameServers, dns.resolver];
    return (await Promise.all(servers.map((server) => resolver(server).resolve4(name)))).flat();
  };
  expect(new Set(await everywhere())).toEqual(new Set(["10.0.0.1"]));

  await change(route53, zone, [remove(a("10.0.0.1", { Name, TTL: 60 })), create(a("10.0.0.2", { Name, TTL: 60 }))]);

  const start = Date.now();
  await waitFor("the new address", async () => (await everywhere()).every((each) => each === "10.0.0.2"), {
    intervalMs: 20,
  });
  expect(Date.now() - start).toBeLessThan(1000);
});

test("a name server can stay behind, one can be silent, and the others go on", async () => {
  const [behind = "", silent = "", good = ""] = dns.nameServers;
  const name = await have("late", a("10.0.0.1"));
  const addressOf = (server: string) => server.split(":")[0] ?? "";
  await setDns(dns, { nameServers: { [addressOf(behind)]: "lags", [addressOf(silent)]: "silent" } });

  await change(route53, zone, [upsert(a("10.0.0.2", { Name: name }))]);
  await readZonesNow(dns);

  expect(await resolver(good).resolve4(name)).toEqual(["10.0.0.2"]);
  expect(await resolver(behind).resolve4(name)).toEqual(["10.0.0.1"]);
  await expect(ask(silent, name, "A", { waitMs: 300 })).rejects.toThrow(/abort/i);

  await setDns(dns, { nameServers: {} });
  expect(await resolver(behind).resolve4(name)).toEqual(["10.0.0.2"]);
  expect(await resolver(silent).resolve4(name)).toEqual(["10.0.0.2"]);
});

test("the parent of a zone can point elsewhere, which only the resolver shows", async () => {
  await setDns(dns, { delegations: { "example.com": ["ns1.registrar.test"] } });

  expect(await resolver().resolveNs("example.com")).toEqual(["ns1.registrar.test"]);
  expect(await resolver(nameServer).resolveNs("example.com")).toHaveLength(4);
});

test("without its emulator it says that it failed, and it ends when it is told to", async () => {
  const folder = await daemonFolder();
  const lone = await startDns({
    folder,
    aws: { url: "http://127.0.0.1:1" },
    accounts: [aws.accountId],
    regions: [region],
  });

  expect(rcodeOf(await ask(lone.resolver, "www.example.com", "A"))).toBe(SERVFAIL);
  await stopDaemon(lone.pid, 1000);
  expect(isRunning(lone.pid)).toBe(false);
});
