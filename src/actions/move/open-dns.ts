import { awsBalancers } from "../../adapters/aws/balancers.ts";
import { awsRecordSets } from "../../adapters/aws/record-sets.ts";
import { systemClock } from "../../adapters/clock.ts";
import { nameServers } from "../../adapters/dns/name-servers.ts";
import { errorRates } from "../../adapters/error-rates.ts";
import type { ActionsIo } from "../../adapters/github/actions-io.ts";
import { httpProbes } from "../../adapters/http-probe.ts";
import type { KubernetesClient } from "../../adapters/kubernetes/client.ts";
import { podProbes } from "../../adapters/kubernetes/pod-probe.ts";
import { clusterRouteTargets } from "../../adapters/kubernetes/route-targets.ts";
import type { Environment, Service } from "../../migration-file/migration.ts";
import { type DnsSteps, dnsSteps } from "../../playbook/dns/dns-steps.ts";
import type { Sessions } from "./open-move.ts";

/** Puts together the steps of the DNS half: the zones in their account, the load balancers of both sides, and name servers. */
export function openDns(
  { name: environment, ecs, eks, dns }: Environment,
  { client, session }: { client: KubernetesClient; session: Sessions },
  io: ActionsIo,
): DnsSteps {
  const zones = { region: ecs.region, credentials: session("dns", { region: ecs.region, ...dns }) };
  const newSide = { region: eks.region, credentials: session("eks", eks) };
  const ports = {
    records: awsRecordSets(zones),
    servers: nameServers(dns.resolver === undefined ? {} : { resolver: dns.resolver }),
    asked: { resolver: dns.resolver, nameServers: dns.nameServers },
    balancers: {
      old: awsBalancers({ region: ecs.region, credentials: session("ecs", ecs) }),
      new: awsBalancers(newSide),
    },
    targets: clusterRouteTargets(client),
    errorRates: errorRates({ login: (region) => ({ ...newSide, region }) }),
    clock: systemClock,
    log: io.log,
  };
  const clusterProbes = (service: Service) => {
    const owner = { environment, service: service.name };
    return podProbes(client, { namespace: service.release.namespace, image: service.probe?.image ?? "", owner });
  };
  return dnsSteps(ports, { probes: httpProbes(), clusterProbes, hidden: io.hidden });
}
