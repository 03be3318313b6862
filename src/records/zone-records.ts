import type { HostedZone, RecordSet } from "./record-set.ts";

/** A hosted zone with all that is in it. */
export type ZoneRecords = HostedZone & {
  /** Its own, as names in lower case without the last dot; empty for a private zone. */
  nameServers: string[];
  /** Of all types. */
  records: RecordSet[];
};

/** The record sets of one name that are moved together. */
export type MovedSets = {
  zone: ZoneRecords;
  name: string;
  /** Of the types A, AAAA and CNAME; of a routed set those members that move. */
  sets: RecordSet[];
};

const MOVED_TYPES = new Set(["A", "AAAA", "CNAME"]);

/** Whether record sets of this type lead clients to the service, and so are moved. */
export function isMovedType({ type }: Pick<RecordSet, "type">): boolean {
  return MOVED_TYPES.has(type);
}

/** The zone in messages: `zone Z1 (public, example.com)`. */
export function zoneText({ id, name, isPrivate }: Pick<ZoneRecords, "id" | "name" | "isPrivate">): string {
  return `zone ${id} (${isPrivate ? "private" : "public"}, ${name})`;
}
