import { listed } from "../inventory/remark.ts";
import { frontOf } from "./alias-target.ts";
import { delegatedAbove } from "./choose-zone.ts";
import { dnsName } from "./dns-name.ts";
import { keptByExternalDns } from "./external-dns.ts";
import type { RecordSet } from "./record-set.ts";
import { type MovedSets, type ZoneRecords, zoneText } from "./zone-records.ts";

/** Why nobody but its keeper can change records of this zone; undefined where that is not so. */
export function keptZoneProblem(zone: ZoneRecords, name: string): string | undefined {
  if (zone.keptBy === undefined) return undefined;
  return `${name}: only ${zone.keptBy} can change ${zoneText(zone)}: have it changed there, and take the record out of this file`;
}

/**
 * Why a switch of these record sets would not be made, or would not last, or would not lead anybody anywhere.
 * @param managedBy who makes the change instead, as the user says it
 */
export function unmovableProblems(moved: MovedSets, managedBy: string | undefined): string[] {
  const { zone, name, sets } = moved;
  return [
    ...policyInstances(name, sets),
    ...fronts(name, sets),
    ...hiddenByDelegation(zone, name),
    ...(isExternalDns(managedBy) ? [] : externalDns(zone, name)),
  ];
}

function isExternalDns(managedBy: string | undefined): boolean {
  return managedBy !== undefined && /external-?dns/i.test(managedBy);
}

function policyInstances(name: string, sets: readonly RecordSet[]): string[] {
  const ids = [...new Set(sets.flatMap(({ trafficPolicyInstanceId }) => trafficPolicyInstanceId ?? []))].toSorted();
  return ids.map(
    (id) =>
      `${name} is made by the traffic policy instance ${id}, and can only be changed through that: give it a new version of its policy, and take the record out of this file`,
  );
}

function fronts(name: string, sets: readonly RecordSet[]): string[] {
  const found = sets.flatMap(({ type, alias, values = [] }) => {
    const target = dnsName(alias?.name ?? (type === "CNAME" ? (values[0] ?? "") : ""));
    const front = frontOf(target);
    return front === undefined ? [] : [`${front} (${target})`];
  });
  return [...new Set(found)].map(
    (front) =>
      `${name} leads to ${front}, and what is behind that is switched there: move the name that it uses as its origin instead`,
  );
}

function hiddenByDelegation(zone: ZoneRecords, name: string): string[] {
  const delegated = delegatedAbove(zone, name);
  if (delegated === undefined) return [];
  return [
    `${name}: nobody is answered from ${zoneText(zone)}, which leaves ${delegated.name} to ${listed(delegated.servers)}: name the zone of those with zone, or give dns.role-to-assume a role of its account`,
  ];
}

function externalDns(zone: ZoneRecords, name: string): string[] {
  const owner = keptByExternalDns(zone).owners.get(name);
  if (owner === undefined) return [];
  return [
    `${name} is kept by external-dns (owner ${owner}), which would put it back: have it let go of the record, by deleting its TXT record after taking away what it reads the name from; or change the name's target there and write managed-by: external-dns`,
  ];
}
