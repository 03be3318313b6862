import type { RecordSet } from "./record-set.ts";

/** The names that a record set leads to, as the zone has them: of an alias or a CNAME; none for addresses and all else. */
export function leadsTo({ type, values = [], alias }: Pick<RecordSet, "type" | "values" | "alias">): string[] {
  if (alias !== undefined) return [alias.name];
  return type === "CNAME" ? values : [];
}
