import { randomUUID } from "node:crypto";
import { Resolver } from "node:dns/promises";
import {
  DescribeLoadBalancerAttributesCommand,
  SetIpAddressTypeCommand,
} from "@aws-sdk/client-elastic-load-balancing-v2";
import { CreateHostedZoneCommand, type ResourceRecordSet } from "@aws-sdk/client-route-53";
import { expect, test } from "@jest/globals";
import { setAddresses } from "../../../sandbox/aws/behaviour.ts";
import { inAccount, loadBalancingClient, route53Watcher } from "../../../sandbox/aws/clients.ts";
import { createRole } from "../../../sandbox/aws/roles.ts";
import { serveAccount } from "../../../sandbox/dns/dns.ts";
import { setTraffic } from "../../../sandbox/traffic/traffic.ts";
import { type DnsScene, newDnsScene } from "../../support/dns-scene.ts";
import { newBalancedService } from "../../support/moving-record.ts";
import { change, create, deleteZone, recordSets } from "../../support/record-sets.ts";
import { sandbox } from "../../support/sandbox.ts";

const OLD = "127.0.0.51";
const NEW = "127.0.0.52";
/** Of a member that does not move. */
const OTHER = "127.0.0.99";
/** An address that nothing on this machine leads to: IPv6 has only ::1 on loopback. */
const NEW_IPV6 = "fd00::52";

/** Of the zones: another one than that of both sides. */
const DNS_ACCOUNT = "777788889999";

type Balancer = DnsScene["balancers"]["old"];

function cname(Name: string, Value: string, more: Partial<ResourceRecordSet> = {}): ResourceRecordSet {
  return { Name, Type: "CNAME", TTL: 2, ResourceRecords: [{ Value }], ...more };
}

const a = (Name: string, Value: string): ResourceRecordSet => ({ ...cname(Name, Value), Type: "A" });

function alias(Name: string, Type: "A" | "AAAA", { dnsName, canonicalHostedZoneId }: Balancer): ResourceRecordSet {
  const AliasTarget = { DNSName: dnsName, HostedZoneId: canonicalHostedZoneId, EvaluateTargetHealth: false };
  return { Name, Type, AliasTarget };
}

const member = (SetIdentifier: string, Weight: number) => ({ SetIdentifier, Weight });

/** What DNS answers, sorted; of weighted sets after some draws. */
async function answers(server: string, name: string): Promise<string[]> {
  const resolver = new Resolver();
  resolver.setServers([server]);
  const draws = await Promise.all(Array.from({ length: 60 }, () => resolver.resolve4(name)));
  return [...new Set(draws.flat())].toSorted();
}

/** A role for the zones, in their account, that jobs may log in to. */
async function dnsRole(): Promise<{ account: ReturnType<typeof inAccount>; arn: string }> {
  const { aws, dns } = await sandbox();
  const account = inAccount(aws, DNS_ACCOUNT);
  await serveAccount(dns, DNS_ACCOUNT);
  const arn = await createRole(account, {
    name: "dns",
    trust: { subject: "repo:casaone/shop:*" },
    policy: [{ Effect: "Allow", Action: "route53:*", Resource: "*" }],
  });
  return { account, arn };
}

test("records of all kinds, in public and private zones of another account: switched, and restored to the letter", async () => {
  const { aws, dns } = await sandbox();
  const { account, arn } = await dnsRole();
  const zones = route53Watcher(account);
  const id = randomUUID().slice(0, 8);
  const domain = `kinds-${id}.example.com`;
  const names = {
    both: `orders.${domain}`,
    plain: `plain.${domain}`,
    weighted: `weighted.${domain}`,
    half: `half.${domain}`,
    second: `www.kinds-${id}.example.net`,
    split: `app.kinds-${id}.example.org`,
  };
  const newZone = async (name: string, VPC?: { VPCId: string; VPCRegion: "us-west-1" }) => {
    const request = new CreateHostedZoneCommand({ Name: name, CallerReference: randomUUID(), ...(VPC ? { VPC } : {}) });
    return (await zones.send(request)).HostedZone?.Id ?? "";
  };
  const second = await newZone(`kinds-${id}.example.net`);
  const open = await newZone(`kinds-${id}.example.org`);
  const hidden = await newZone(`kinds-${id}.example.org`, { VPCId: "vpc-0123456789abcdef0", VPCRegion: "us-west-1" });
  const target = { kind: "service", name: "public" };
  const scene = await newDnsScene({
    domain,
    zoneAccount: account,
    dnsKeys: { "role-to-assume": arn, resolver: dns.vpcResolver },
    record: (host, old) => [
      alias(host, "A", old),
      // As many have it that were made by one template: the old load balancer has no IPv6, so that nothing is answered.
      alias(host, "AAAA", old),
      a(names.plain, OLD),
      cname(names.weighted, old.dnsName, member("blue", 1)),
      cname(names.weighted, old.dnsName, member("green", 3)),
      cname(names.half, old.dnsName, member("ecs", 100)),
      cname(names.half, `other.${domain}`, member("other", 100)),
      a(`other.${domain}`, OTHER),
    ],
    orders: {
      records: [
        ...[names.both, names.weighted, names.second].map((name) => ({ name, target })),
        { name: names.plain, target: { kind: "service", name: "plain" } },
        { name: names.half, members: ["ecs"], target },
        { name: names.split, zone: open.replace("/hostedzone/", ""), target },
        { name: names.split, zone: hidden.replace("/hostedzone/", ""), target },
      ],
      probe: { path: "/healthz", passes: 1 },
    },
  });
  const { env, traffic, balancers, cluster, namespace } = scene;
  try {
    for (const [zone, name] of [
      [second, names.second],
      [open, names.split],
      [hidden, names.split],
    ] as const) {
      await change(zones, zone, [create(cname(name, balancers.old.dnsName))]);
    }
    const hosts = Object.values(names);
    const side = { certificates: hosts };
    const services = Object.fromEntries(hosts.map((host) => [host, "ready" as const]));
    await setTraffic(traffic, { old: side, new: side, services });
    await newBalancedService({ cluster, namespace }, { name: "plain", port: traffic.port, at: { ip: NEW } });
    const balancing = loadBalancingClient(aws, "us-west-2");
    const dual = { LoadBalancerArn: balancers.new.arn, IpAddressType: "dualstack" } as const;
    await balancing.send(new SetIpAddressTypeCommand(dual));
    await setAddresses(aws, balancers.new.arn, [NEW, NEW_IPV6]);
    const all = () => Promise.all([scene.zone, second, open, hidden].map((zone) => recordSets(zones, zone)));
    const before = await all();
    const seen = async () => {
      const asked = Object.entries(names).map(async ([kind, name]) => [kind, await answers(dns.resolver, name)]);
      return {
        ...(Object.fromEntries(await Promise.all(asked)) as object),
        inside: await answers(dns.vpcResolver, names.split),
      };
    };
    const at = (address: string) => ({
      both: [address],
      plain: [address],
      weighted: [address],
      half: [address, OTHER],
      second: [address],
      split: [address],
      inside: [address],
    });
    expect(await seen()).toEqual(at(OLD));

    const dry = await scene.dns({ command: "switch", "dry-run": "true" }, { env });
    expect({ code: dry.code, errors: dry.errors }).toEqual({ code: 0, errors: [] });
    expect(await all()).toEqual(before);
    const hash = dry.outputs["plan-hash"] ?? "";
    const switched = await scene.dns({ command: "switch", "plan-hash": hash }, { env });
    expect({ code: switched.code, errors: switched.errors }).toEqual({ code: 0, errors: [] });
    expect(switched.outputs.state).toBe("dns-switched");
    expect(switched.stdout).toContain("the resolver answers the new records of private zone");
    const { dnsName, canonicalHostedZoneId } = balancers.new;
    const moved = (set: ResourceRecordSet): ResourceRecordSet => {
      if (set.AliasTarget) {
        const AliasTarget = { ...set.AliasTarget, DNSName: `${dnsName}.`, HostedZoneId: canonicalHostedZoneId };
        return { ...set, AliasTarget };
      }
      const [{ Value = "" } = {}] = set.ResourceRecords ?? [];
      if (Value === OLD) return { ...set, ResourceRecords: [{ Value: NEW }] };
      return Value === balancers.old.dnsName ? { ...set, ResourceRecords: [{ Value: dnsName }] } : set;
    };
    expect(await all()).toEqual(before.map((sets) => sets.map(moved)));
    expect(await seen()).toEqual(at(NEW));
    const resolver = new Resolver();
    resolver.setServers([dns.resolver]);
    expect(await resolver.resolve6(names.both)).toEqual([NEW_IPV6]);
    expect(switched.stdout).toContain(`${NEW_IPV6} was not asked, since there is no IPv6 from here`);

    const verified = await scene.dns({ command: "verify" }, { env });
    expect({ code: verified.code, errors: verified.errors }).toEqual({ code: 0, errors: [] });
    const restored = await scene.dns({ command: "restore" }, { env });
    expect({ code: restored.code, errors: restored.errors }).toEqual({ code: 0, errors: [] });
    expect(restored.outputs.state).toBe("not-started");
    expect(await all()).toEqual(before);
    expect(await seen()).toEqual(at(OLD));
  } finally {
    await scene.close();
    for (const zone of [second, open, hidden]) await deleteZone(zones, zone);
  }
}, 240_000);

test("the old load balancer's keep-alive: lowered where it is asked for, waited for, and put back", async () => {
  const { aws } = await sandbox();
  const scene = await newDnsScene({
    record: (host, old) => [cname(host, old.dnsName)],
    orders: { prepare: { "keep-alive": 60, margin: "1s" } },
  });
  const { env, balancers } = scene;
  const keepAlive = async () => {
    const request = new DescribeLoadBalancerAttributesCommand({ LoadBalancerArn: balancers.old.arn });
    const { Attributes = [] } = await loadBalancingClient(aws, "us-west-1").send(request);
    return Attributes.find(({ Key }) => Key === "client_keep_alive.seconds")?.Value;
  };
  try {
    expect(await keepAlive()).toBe("3600");
    const from = Date.now();
    const lowered = await scene.dns({ command: "lower-ttl" }, { env });
    expect({ code: lowered.code, errors: lowered.errors }).toEqual({ code: 0, errors: [] });
    expect(await keepAlive()).toBe("60");
    // An hour: clients that have a connection by the old value keep it for as long. Told in whole seconds.
    expect(Date.parse(lowered.outputs["ready-at"] ?? "")).toBeGreaterThanOrEqual(from + 3_600_000);
    const early = await scene.dns({ command: "switch" }, { env });
    expect(early.errors[0]).toContain("orders: is not ready before");
    expect(await scene.resolved()).toEqual([OLD]);

    const skipped = await scene.dns({ command: "switch", "skip-wait": "true" }, { env });
    expect({ code: skipped.code, state: skipped.outputs.state }).toEqual({ code: 0, state: "dns-switched" });
    expect(await keepAlive()).toBe("60");
    const restored = await scene.dns({ command: "restore" }, { env });
    expect({ code: restored.code, state: restored.outputs.state }).toEqual({ code: 0, state: "not-started" });
    expect(await keepAlive()).toBe("3600");
    expect(await scene.resolved()).toEqual([OLD]);
  } finally {
    await scene.close();
  }
}, 240_000);
