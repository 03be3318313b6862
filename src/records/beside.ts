import { listed } from "../inventory/remark.ts";
import { dnsName, isInZone, namesAbove } from "./dns-name.ts";
import { keptByExternalDns } from "./external-dns.ts";
import { leadsTo } from "./leads-to.ts";
import { existingNames, nameThatAnswers } from "./name-that-answers.ts";
import { isMovedType, type MovedSets, type ZoneRecords, zoneText } from "./zone-records.ts";

/** What stands beside record sets that move and may matter to who moves them, in words. */
export function besideWarnings(moved: MovedSets, zones: readonly ZoneRecords[]): string[] {
  return [
    ...leftTypes(moved),
    ...hints(moved),
    ...issuers(moved),
    ...healthChecks(moved),
    ...aliasOfRecord(moved),
    ...otherZones(moved, zones),
    ...wildcard(moved, zones),
    ...externalDns(moved),
  ];
}

/** The user has named one type, and there is another. */
function leftTypes({ zone, name, sets }: MovedSets): string[] {
  const moving = new Set(sets.map(({ type }) => type));
  const left = zone.records.filter((set) => set.name === name && isMovedType(set) && !moving.has(set.type));
  if (left.length === 0) return [];
  const types = listed([...new Set(left.map(({ type }) => type))].toSorted());
  return [
    `${name}: its ${types} record does not move with this one: unless this file has that too, clients that ask for it stay on the old side`,
  ];
}

/** https://www.rfc-editor.org/rfc/rfc9460#section-7.3 */
function hints({ zone, name }: MovedSets): string[] {
  const types = new Set(["HTTPS", "SVCB"]);
  const found = zone.records.filter((set) => set.name === name && types.has(set.type));
  return [...new Set(found.map(({ type }) => type))].map(
    (type) =>
      `${name} has an ${type} record too, which stays as it is: see that it names nothing of the old side, such as addresses in ipv4hint`,
  );
}

/** The nearest CAA above a name says who may issue certificates for it: https://www.rfc-editor.org/rfc/rfc8659#section-3 */
function issuers({ zone, name }: MovedSets): string[] {
  const withCaa = new Set(zone.records.filter(({ type }) => type === "CAA").map((set) => set.name));
  const at = namesAbove(name).find((each) => withCaa.has(each));
  if (at === undefined) return [];
  return [`${name}: the CAA record of ${at} says who may issue certificates: see that the new side's issuer is in it`];
}

function healthChecks({ name, sets }: MovedSets): string[] {
  const ids = [...new Set(sets.flatMap(({ healthCheckId }) => healthCheckId ?? []))].toSorted();
  return ids.map((id) => `${name}: its health check ${id} stays as it is: see that it does not check the old side`);
}

function aliasOfRecord({ zone, name, sets }: MovedSets): string[] {
  const targets = sets.flatMap(({ alias }) => (alias?.zone === zone.id ? [dnsName(alias.name)] : []));
  return [...new Set(targets)].map(
    (target) => `${name} is an alias of the record ${target}: ${name} alone is switched, and no longer follows it`,
  );
}

/** Zones that answer for the name too, by a wildcard, or by a record of their own where the user has named this one. */
function otherZones({ zone, name }: MovedSets, zones: readonly ZoneRecords[]): string[] {
  return zones
    .filter((other) => other !== zone && isInZone(name, other.name))
    .flatMap((other) => {
      const answers = nameThatAnswers(name, existingNames(other));
      const answering = other.records.some((set) => set.name === answers && isMovedType(set));
      if (answers === undefined || !answering) return [];
      const by = answers === name ? "has a record of that name too" : `answers for that name too, by ${answers}`;
      return [`${name}: ${zoneText(other)} ${by}, which does not move with this one`];
    });
}

function wildcard({ zone, name }: MovedSets, zones: readonly ZoneRecords[]): string[] {
  if (!name.startsWith("*.")) return [];
  const above = name.slice(2);
  const own = new Set(zone.records.filter(({ name: each }) => each.endsWith(`.${above}`)).map((set) => set.name));
  own.delete(name);
  const existing = existingNames(zone);
  const through = zones.flatMap(({ records }) =>
    records.flatMap(({ name: from, ...set }) => {
      const target = dnsName(leadsTo(set)[0] ?? "");
      const isBelow = target.endsWith(`.${above}`) && nameThatAnswers(target, existing) === name;
      return isBelow && target !== name ? [`${target} (${from} leads there)`] : [];
    }),
  );
  const known = [...new Set(through)].toSorted();
  return [
    `${name} switches every name below ${above} that has no record of its own${known.length === 0 ? "" : `, of which are known: ${listed(known)}`}`,
    ...(own.size === 0
      ? []
      : [`${name}: ${listed([...own].toSorted())} have records of their own and stay as they are`]),
  ];
}

function externalDns({ zone, name }: MovedSets): string[] {
  const { owners, unmatched } = keptByExternalDns(zone);
  const isUnclear = name.startsWith("*.") || name === zone.name;
  const unclear = [...unmatched.keys()].filter((txt) => isUnclear || mayBeAbout(txt, name)).toSorted();
  const isDefault = [...owners.values(), ...unmatched.values()].includes("default");
  return [
    ...(unclear.length === 0
      ? []
      : [
          `${name}: external-dns has ${listed(unclear)} for a record that could not be found: see that it is not this one`,
        ]),
    ...(isDefault
      ? [
          `${zoneText(zone)} has records of an external-dns with the owner "default": one in the new cluster must have another --txt-owner-id, or each takes the other's records for its own`,
        ]
      : []),
    ...encrypted({ zone, name }),
  ];
}

/** With a suffix of the user's own: `cname-orders-owned.example.com` for `orders.example.com`. */
function mayBeAbout(txt: string, name: string): boolean {
  const [label = "", ...parent] = name.split(".");
  const [own = "", ...others] = txt.split(".");
  return parent.join(".") === others.join(".") && own.replace(/^(?:a|aaaa|cname)-/, "").startsWith(label);
}

/** The text of an encrypted registry cannot be read, its name can: https://kubernetes-sigs.github.io/external-dns/latest/docs/registry/txt/ */
function encrypted({ zone, name }: Pick<MovedSets, "zone" | "name">): string[] {
  const names = new Set(["a", "aaaa", "cname"].map((type) => `${type}-${name}`));
  const found = zone.records.filter(
    (set) => set.type === "TXT" && names.has(set.name) && !/heritage=/.test((set.values ?? []).join(" ")),
  );
  return [...new Set(found.map((set) => set.name))].map(
    (txt) =>
      `${name}: the TXT record ${txt} is named as external-dns names its own, and cannot be read: see that no external-dns keeps ${name}`,
  );
}
