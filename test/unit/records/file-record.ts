import type { MovedRecord } from "../../../src/migration-file/migration.ts";
import type { RecordSet } from "../../../src/records/record-set.ts";
import type { ZoneRecords } from "../../../src/records/zone-records.ts";
import { alias } from "./zones.ts";

export const NAME = "orders.example.com";
export const A = alias(`${NAME} A`);
export const AAAA = alias(`${NAME} AAAA`);
export const HERITAGE = '"heritage=external-dns,external-dns/owner=shop,external-dns/resource=ingress/a/b"';

export function txt(name: string, value: string): RecordSet {
  return { name, type: "TXT", ttl: 300, values: [value] };
}

/** A record of the file: all that is not given is left out there. */
export function record(more: Partial<MovedRecord> = {}): MovedRecord {
  const target = { kind: "ingress", name: "orders", namespace: "commerce" } as const;
  return { name: NAME, zone: undefined, type: undefined, members: [], managedBy: undefined, target, ...more };
}

export type Case = [title: string, record: Partial<MovedRecord>, zones: ZoneRecords[], expected: string[]];
