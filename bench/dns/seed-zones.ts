import { randomUUID } from "node:crypto";
import {
  type Change,
  ChangeResourceRecordSetsCommand,
  CreateHostedZoneCommand,
  ListResourceRecordSetsCommand,
  type ResourceRecordSet,
} from "@aws-sdk/client-route-53";
import { setInsyncSeconds, setRequestsPerSecond } from "../../sandbox/aws/behaviour.ts";
import { type Aws, inAccount, route53Watcher } from "../../sandbox/aws/clients.ts";
import { createRole } from "../../sandbox/aws/roles.ts";
import { readZonesNow, serveAccount } from "../../sandbox/dns/dns.ts";
import type { Sandbox } from "../../sandbox/sandbox.ts";
import type { Registered } from "../../sandbox/traffic/register.ts";
import type { ZoneSize } from "./least-calls.ts";

/** Of an account: https://docs.aws.amazon.com/Route53/latest/DeveloperGuide/DNSLimitations.html#limits-api-requests */
export const REQUESTS_PER_SECOND = 5;
export const INSYNC_SECONDS = 1;
export const ZONES = 5;
const TTL = 60;
/** The apex's own: NS and SOA. */
const OF_THE_APEX = 2;
/** Far below what one request takes. */
const AT_ONCE = 200;

/** An account with hosted zones, which nobody else uses. */
export type SeededZones = {
  aws: Aws;
  /** To change its records. */
  roleArn: string;
  /** The names that move. */
  names: string[];
  sizes: ZoneSize[];
  /** How many of the names lead to a load balancer. */
  leadingTo(balancer: Registered): Promise<number>;
};

type Wishes = {
  accountId: string;
  /** Where the records lead to, and where they are to lead. */
  balancers: { old: Registered; new: Registered };
  /** In all zones. */
  count: number;
};

/** Names of records in such an account, evenly in all zones. They are in DNS as soon as `seedZones` is through. */
export function namesIn(accountId: string, count: number): string[] {
  return Array.from({ length: count }, (_, at) => `host-${at + 1}.${zoneName(accountId, at % ZONES)}`);
}

/** Makes the zones with record sets that lead to the old load balancer: aliases and CNAMEs by turns. */
export async function seedZones(
  { aws: root, dns }: Pick<Sandbox, "aws" | "dns">,
  { accountId, balancers, count }: Wishes,
): Promise<SeededZones> {
  const aws = inAccount(root, accountId);
  const client = route53Watcher(aws);
  const trust = { subject: "repo:casaone/shop:*" };
  const policy = [{ Effect: "Allow" as const, Action: "route53:*", Resource: "*" }];
  const roleArn = await createRole(aws, { name: "bench-dns", trust, policy });
  const names = namesIn(accountId, count);
  const ids: string[] = [];
  const sizes: ZoneSize[] = [];
  for (let at = 0; at < ZONES; at++) {
    const Name = zoneName(accountId, at);
    const made = await client.send(new CreateHostedZoneCommand({ Name, CallerReference: randomUUID() }));
    const id = made.HostedZone?.Id ?? "";
    ids.push(id);
    const own = names.filter((name) => name.endsWith(`.${Name}`)).map((name, n) => recordSet(name, n, balancers.old));
    for (let from = 0; from < own.length; from += AT_ONCE) {
      const Changes = own
        .slice(from, from + AT_ONCE)
        .map((ResourceRecordSet): Change => ({ Action: "CREATE", ResourceRecordSet }));
      await client.send(new ChangeResourceRecordSetsCommand({ HostedZoneId: id, ChangeBatch: { Changes } }));
    }
    await setInsyncSeconds(aws, id, INSYNC_SECONDS);
    const characters = balancers.old.dnsName.length + balancers.new.dnsName.length;
    const changes = own.map(({ Type }) => ({ records: 2, characters: Type === "CNAME" ? characters : 0 }));
    sizes.push({ recordSets: own.length + OF_THE_APEX, changes });
  }
  await setRequestsPerSecond(aws, ids[0] ?? "", REQUESTS_PER_SECOND);
  await serveAccount(dns, accountId);
  await readZonesNow(dns);
  return {
    aws,
    roleArn,
    names,
    sizes,
    async leadingTo(balancer) {
      const found = await Promise.all(ids.map((id) => recordSets(aws, id)));
      return found.flat().filter((set) => leadsTo(set, balancer)).length;
    },
  };
}

function zoneName(accountId: string, at: number): string {
  return `zone-${at + 1}.shop-${accountId}.example.com`;
}

function recordSet(Name: string, at: number, to: Registered): ResourceRecordSet {
  if (at % 2 === 1) return { Name, Type: "CNAME", TTL, ResourceRecords: [{ Value: to.dnsName }] };
  const AliasTarget = { DNSName: to.dnsName, HostedZoneId: to.canonicalHostedZoneId, EvaluateTargetHealth: false };
  return { Name, Type: "A", AliasTarget };
}

function leadsTo({ AliasTarget, ResourceRecords = [] }: ResourceRecordSet, { dnsName }: Registered): boolean {
  const values = [AliasTarget?.DNSName, ...ResourceRecords.map(({ Value }) => Value)];
  return values.some((value) => value?.replace(/\.$/, "").toLowerCase() === dnsName.toLowerCase());
}

async function recordSets(aws: Aws, HostedZoneId: string): Promise<ResourceRecordSet[]> {
  const request = new ListResourceRecordSetsCommand({ HostedZoneId, MaxItems: 300 });
  const { ResourceRecordSets = [], IsTruncated } = await route53Watcher(aws).send(request);
  if (IsTruncated) throw new Error(`Zone ${HostedZoneId} has more record sets than a page.`);
  return ResourceRecordSets;
}
