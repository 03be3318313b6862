import type { Service } from "../../migration-file/migration.ts";
import type { ErrorRateSource } from "../../ports/error-rates.ts";
import { leadsTo } from "../../records/leads-to.ts";
import type { RecordSet } from "../../records/record-set.ts";
import type { Step } from "../move/step.ts";
import { lowerKeepAlive } from "../steps/lower-keep-alive.ts";
import { lowerTtl } from "../steps/lower-ttl.ts";
import { type OldRecord, type ProbeParts, probeNewSide } from "../steps/probe-new-side.ts";
import { switchDns } from "../steps/switch-dns.ts";
import { delegationCheck } from "./check-delegation.ts";
import type { DnsPorts } from "./dns-ports.ts";
import { movedNames } from "./moved-names.ts";
import { probeOnce } from "./probe-once.ts";
import { zoneReader } from "./read-zones.ts";

export type DnsSteps = {
  /** What is lowered before the switch, in its order. */
  lower: Step[];
  probe: Step;
  switchDns: Step;
};

/** The steps of the DNS half, over one reader of zones. */
export function dnsSteps(
  ports: DnsPorts,
  probe: Omit<ProbeParts, "targets" | "clock" | "log" | "names" | "oldSide">,
): DnsSteps {
  const reader = zoneReader(ports.records);
  const { targets, clock, log, balancers, errorRates } = ports;
  const probed: ProbeParts = {
    ...probe,
    targets,
    clock,
    log,
    names: ports.servers,
    oldSide: async (service) => oldRecords((await movedNames(service, { isLocked: false }, reader)).names),
  };
  const bake = { probe: probeOnce(probed), errorRates, source, clock, log };
  return {
    lower: [lowerTtl({ ...ports, reader }), lowerKeepAlive({ old: balancers.old, reader })],
    probe: probeNewSide(probed),
    switchDns: switchDns({ ...ports, reader, delegations: delegationCheck(ports), bake }),
  };

  async function source(
    { switch: { abort } }: Service,
    names: readonly { after: readonly RecordSet[] }[],
  ): Promise<ErrorRateSource | undefined> {
    const wanted = abort.errorRate?.source;
    if (wanted?.kind === "url") return wanted;
    const [target] = names.flatMap(({ after }) => after.flatMap(leadsTo));
    const balancer = target === undefined ? undefined : await balancers.new.byDnsName(target);
    if (balancer === undefined) return undefined;
    return { kind: "cloudwatch", loadBalancer: balancer.arn, region: balancer.arn.split(":")[3] ?? "" };
  }
}

function oldRecords(names: Awaited<ReturnType<typeof movedNames>>["names"]): OldRecord[] {
  return names.map(({ record, moved }) => ({
    record: record.name,
    addresses: [...new Set(moved.sets.flatMap((set) => [...leadsTo(set), ...addressesIn(set)]))],
  }));
}

function addressesIn({ type, values = [] }: RecordSet): string[] {
  return type === "CNAME" ? [] : values;
}
