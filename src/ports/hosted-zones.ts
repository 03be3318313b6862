import type { HostedZone, RecordSet } from "../inventory/facts/record-sets.ts";

/** Reads the zones of one account. Every call fails with `MissingRight` where the login may not. */
export type HostedZones = {
  all(): Promise<HostedZone[]>;
  /** Every record set of a zone, of all types. */
  records(zone: string): Promise<RecordSet[]>;
};
