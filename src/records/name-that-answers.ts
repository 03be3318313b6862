import { namesAbove } from "./dns-name.ts";

type Zone = { name: string; records: readonly { name: string }[] };

/** All names that exist in the zone: also those that have no record, but names below them that have. */
export function existingNames(zone: Zone): Set<string> {
  const names = new Set([zone.name]);
  for (const { name } of zone.records) {
    for (const each of namesAbove(name)) {
      if (names.has(each)) break;
      names.add(each);
    }
  }
  return names;
}

/** A name that exists answers for itself; else the wildcard right below its nearest parent that exists: https://www.rfc-editor.org/rfc/rfc4592 */
export function nameThatAnswers(name: string, existing: ReadonlySet<string>): string | undefined {
  if (existing.has(name)) return name;
  const encloser = namesAbove(name).find((parent) => existing.has(parent));
  const wildcard = `*.${encloser}`;
  return existing.has(wildcard) ? wildcard : undefined;
}
