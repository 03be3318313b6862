import type { RecordSets } from "../../../src/ports/record-sets.ts";
import type { RecordSet } from "../../../src/records/record-set.ts";

/** Route 53 of one account, real or in memory, as the contract's tests use it. */
export type Place = {
  records: RecordSets;
  /** @returns its id */
  addZone(name: string, kind?: "public" | "private"): Promise<string>;
  put(zone: string, ...sets: RecordSet[]): Promise<void>;
  /** Lets so much time pass that every change is INSYNC. */
  pass(): Promise<void>;
};
