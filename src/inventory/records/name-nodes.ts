import { dnsName, namesAbove } from "../../records/dns-name.ts";
import { existingNames, nameThatAnswers } from "../../records/name-that-answers.ts";
import type { RecordSet, Zone } from "../facts/record-sets.ts";

/** A name of a zone with its records that lead somewhere. */
export type NameNode = {
  zone: Zone;
  name: string;
  /** Those of the types A, AAAA, CNAME, HTTPS and SVCB. */
  sets: RecordSet[];
};

/** HTTPS and SVCB may hold a target and addresses: https://www.rfc-editor.org/rfc/rfc9460 */
const LEADING = new Set(["A", "AAAA", "CNAME", "HTTPS", "SVCB"]);

/** All such names of the zones. */
export function nameNodes(zones: readonly Zone[]): NameNode[] {
  return zones.flatMap((zone) => {
    const byName = Map.groupBy(
      zone.records.filter(({ type }) => LEADING.has(type)),
      ({ name }) => name,
    );
    return [...byName].map(([name, sets]) => ({ zone, name, sets }));
  });
}

/** The names, and for A and AAAA the addresses, that a record set leads to. */
export function leadsTo({ name, type, alias, values }: RecordSet): string[] {
  if (alias !== undefined) return [alias];
  if (type === "CNAME") return values.map(dnsName);
  if (type === "A" || type === "AAAA") return values;
  // "priority target parameters…"; a dot stands for the record's own name.
  return values
    .map((value) => dnsName(value.split(/\s+/)[1] ?? ""))
    .filter((target) => target !== "" && target !== name);
}

/**
 * Finds which nodes may answer for a name: in the public zone that fits best, and in each private zone that fits, the name's own, else that of
 * the wildcard that covers it. Who asks from where is not known: what may answer in some place counts.
 */
export function answering(nodes: readonly NameNode[], zones: readonly Zone[]): (name: string) => NameNode[] {
  const inZone = new Map(zones.map((zone) => [zone, new Map<string, NameNode>()]));
  for (const node of nodes) inZone.get(node.zone)?.set(node.name, node);
  const existing = new Map(zones.map((zone) => [zone, existingNames(zone)]));
  const byName = Map.groupBy(zones, (zone) => zone.name);

  return (name) => {
    const fitting = namesAbove(name).flatMap((parent) => byName.get(parent) ?? []);
    const best = fitting.find((zone) => !zone.isPrivate)?.name;
    return fitting
      .filter((zone) => zone.isPrivate || zone.name === best)
      .flatMap((zone) => {
        const answer = nameThatAnswers(name, existing.get(zone) ?? new Set());
        const node = answer === undefined ? undefined : inZone.get(zone)?.get(answer);
        return node === undefined ? [] : [node];
      });
  };
}
