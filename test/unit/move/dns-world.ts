import type { Service } from "../../../src/migration-file/migration.ts";
import type { RecordSet } from "../../../src/records/record-set.ts";
import { memoryBalancers } from "../../support/fakes/balancers.ts";
import { memoryErrorRates } from "../../support/fakes/error-rates.ts";
import { memoryNameServers } from "../../support/fakes/name-servers.ts";
import { memoryRecordSets } from "../../support/fakes/record-sets.ts";
import { newWorld, service, type World } from "./world.ts";

export const OLD = "old.us-west-1.elb.amazonaws.com";
export const NEW = "new.us-west-2.elb.amazonaws.com";
export const OLD_ZONE = "Z368ELLRRE2KJ0";
export const NEW_ZONE = "Z1H1FL5HABSF5";

/** A world with a zone example.com, an old and a new load balancer, and name servers that follow the zone after a while. */
export function newDnsWorld() {
  const world: World = newWorld();
  const { clock, targets, probes } = world;
  const records = memoryRecordSets({ clock, pendingMs: 20_000 });
  const servers = memoryNameServers({ clock, recordSets: [records], delayMs: 15_000 });
  const balancers = { old: memoryBalancers(), new: memoryBalancers() };
  const errorRates = memoryErrorRates();
  const zone = records.addZone({ name: "example.com" });
  servers.putHost(OLD, { A: ["192.0.2.1"] });
  servers.putHost(NEW, { A: ["192.0.2.9"] });
  const arn = balancers.old.put({ dnsName: OLD, canonicalHostedZoneId: OLD_ZONE });
  balancers.new.put({ dnsName: NEW, canonicalHostedZoneId: NEW_ZONE });
  targets.put({
    kind: "ingress",
    namespace: "commerce",
    name: "orders",
    addresses: [NEW],
    hosts: ["orders.example.com"],
    tlsHosts: [],
    listeners: undefined,
  });
  for (const address of ["192.0.2.1", "192.0.2.9"]) {
    probes.serve({ address, port: 443 }, { scheme: "https", answer: () => ({ status: 200 }) });
  }
  world.dns = {
    ports: (life) => ({
      records: life.of("records", records),
      servers: life.of("servers", servers),
      asked: { resolver: undefined, nameServers: [] },
      balancers: { old: life.of("old", balancers.old), new: life.of("new", balancers.new) },
      errorRates: life.of("errorRates", errorRates),
    }),
  };
  return Object.assign(world, { records, servers, balancers, errorRates, zone, arn });
}
export type DnsWorld = ReturnType<typeof newDnsWorld>;

export function cname(value: string, ttl = 300, name = "orders.example.com"): RecordSet {
  return { name, type: "CNAME", ttl, values: [value] };
}

export function alias(target: string, zone: string, more: Partial<RecordSet> = {}): RecordSet {
  const name = `dualstack.${target}`;
  return {
    name: "orders.example.com",
    type: "A",
    alias: { zone, name, evaluateTargetHealth: true },
    ...more,
  };
}

/** `orders` with other keys of the file. */
export function orders(more: Partial<Service> = {}): Service {
  return service("orders", more);
}

/** What the zone has of the name that moves. */
export function now(world: DnsWorld): RecordSet[] {
  return world.records.records(world.zone).filter(({ name }) => name === "orders.example.com");
}
