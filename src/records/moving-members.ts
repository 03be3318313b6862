import { nearest } from "../advice/nearest.ts";
import { listed } from "../inventory/remark.ts";
import { sameJson } from "../journal/canonical-json.ts";
import { canonicalAddress } from "./address.ts";
import { dnsName } from "./dns-name.ts";
import type { RecordSet } from "./record-set.ts";

/**
 * Which record sets of a name move: all of simple ones, of routed ones the named members.
 * @param members set identifiers; empty: all, where they lead to the same place
 */
export function movingMembers(
  sets: readonly RecordSet[],
  members: readonly string[],
): { sets: RecordSet[] } | { problems: string[] } {
  const name = sets[0]?.name ?? "";
  const policies = [...new Set(sets.map(policyOf))].toSorted();
  if (policies.length > 1) {
    const each = [...byType(sets)].map(([type, same]) => `${type} is ${policyOf(same[0])}`).toSorted();
    return refused(`${name}: ${listed(each)}, so that they cannot be switched together: route them alike first`);
  }
  const known = identifiersOf(sets);
  if (known.length === 0) {
    return members.length === 0
      ? { sets: [...sets] }
      : refused(`${name} is no routed record, so that it has no members: leave out members`);
  }
  const unknown = members.filter((member) => !known.includes(member));
  if (unknown.length > 0) return refused(...unknown.map((member) => noMember(name, member, known)));
  const moving = sets.filter(({ setIdentifier = "" }) => members.length === 0 || members.includes(setIdentifier));
  const problem = unlike(name, moving) ?? (members.length === 0 ? apart(name, moving) : undefined);
  return problem === undefined ? { sets: moving } : refused(problem);
}

/** How a record set is routed, in a word. */
function policyOf(set: RecordSet | undefined): string {
  return set?.routing?.policy ?? "simple";
}

function refused(...problems: string[]): { problems: string[] } {
  return { problems };
}

function byType(sets: readonly RecordSet[]): Map<string, RecordSet[]> {
  return Map.groupBy(sets, ({ type }) => type);
}

function identifiersOf(sets: readonly RecordSet[]): string[] {
  return [...new Set(sets.flatMap(({ setIdentifier }) => setIdentifier ?? []))].toSorted();
}

function noMember(name: string, member: string, known: readonly string[]): string {
  const meant = nearest(member, known);
  return `${name} has no member "${member}"; ${meant === undefined ? `its members are ${listed(known)}` : `did you mean ${meant}?`}`;
}

/** Why A and AAAA cannot move together, where they have not the same members. */
function unlike(name: string, sets: readonly RecordSet[]): string | undefined {
  const types = [...byType(sets)].map(([type, same]) => ({ type, members: identifiersOf(same) }));
  const [first, ...others] = types;
  if (others.every(({ members }) => sameJson(members, first?.members))) return undefined;
  const each = types.map(({ type, members }) => `${type} has ${listed(members)}`).toSorted();
  const common = (first?.members ?? []).filter((member) => others.every(({ members }) => members.includes(member)));
  const rest = common.length === 0 ? "" : `, or name those that move in both: members: [${common.join(", ")}]`;
  return `${name}: its members differ, ${listed(each)}, and A and AAAA move together: give them the same${rest}`;
}

/** Why not all members can move, where they do not lead to the same place. */
function apart(name: string, sets: readonly RecordSet[]): string | undefined {
  const differs = [...byType(sets).values()].some((same) => new Set(same.map(placeOf)).size > 1);
  if (!differs) return undefined;
  const members = [...Map.groupBy(sets, ({ setIdentifier = "" }) => setIdentifier)].toSorted(([a], [b]) =>
    a < b ? -1 : 1,
  );
  const places = members.map(([member, own]) => `${member} to ${listed([...new Set(own.map(placeOf))])}`);
  return `${name}: its members lead to different places, ${listed(places)}: name those that move, as in members: [${members[0]?.[0]}]`;
}

/** Where a record set leads, in one form. */
function placeOf({ type, alias, values = [] }: RecordSet): string {
  if (alias !== undefined) return dnsName(alias.name).replace(/^dualstack\./, "");
  const canonical = type === "CNAME" ? dnsName : canonicalAddress;
  return values.map(canonical).toSorted().join(" and ");
}
