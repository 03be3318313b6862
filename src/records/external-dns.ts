/** What external-dns writes beside the records that it keeps: https://kubernetes-sigs.github.io/external-dns/latest/docs/registry/txt/ */
const HERITAGE = /heritage=external-dns/;

type Zone = { name: string; records: readonly { name: string; type: string; values?: readonly string[] }[] };

export type Owned = {
  /** Owner by the name of the record. */
  owners: Map<string, string>;
  /** TXT records for which no record was found, each with its owner. */
  unmatched: Map<string, string>;
};

/**
 * Which names of a zone external-dns keeps. Its TXT record has the name of the record, or that with a prefix, such as `a-` or one of the
 * user's own: so it is about the longest name that its own ends with. Not seen are those that it has encrypted.
 */
export function keptByExternalDns(zone: Zone): Owned {
  const names = new Set(zone.records.filter(({ type }) => type !== "TXT").map(({ name }) => name));
  const owned: Owned = { owners: new Map(), unmatched: new Map() };
  for (const { name, type, values = [] } of zone.records) {
    const text = values.join(" ");
    if (type !== "TXT" || !HERITAGE.test(text)) continue;
    // Every name ends with that of the zone.
    const about = ends(name).find((end) => names.has(end) && (end !== zone.name || end === name));
    const owner = /external-dns\/owner=([^,"\s]+)/.exec(text)?.[1] ?? "unknown";
    if (about === undefined) owned.unmatched.set(name, owner);
    else owned.owners.set(about, owner);
  }
  return owned;
}

/** The text and what is left of it when letters are taken from its start, from the longest. */
function ends(text: string): string[] {
  return Array.from({ length: text.length }, (_, at) => text.slice(at));
}
