import type { HostedZone, RecordSet } from "../records/record-set.ts";

/** One batch of a zone: all of it is made, or nothing. */
export type RecordBatch = {
  zone: string;
  /** What has to be there to the letter, and goes: so the batch is a compare-and-swap. */
  remove: readonly RecordSet[];
  create: readonly RecordSet[];
  /** For people who look at the change in AWS. */
  comment: string;
};

export type BatchOutcome =
  /** `change`: by which Route 53 tells how far it is. */
  | { state: "made"; change: string }
  /** By what there is, or by a rule of Route 53: nothing was changed. In the words of Route 53. */
  | { state: "refused"; reason: string }
  /** The answer got lost, or Route 53 failed in the middle: only the zone says whether it was made. */
  | { state: "unknown"; reason: string };

/** What a name server has answered. */
export type TestedAnswer = { rcode: string; values: string[] };

/**
 * The hosted zones of one account and their record sets. Calls that were too many (`Throttling`), and those that Route 53 puts off
 * (`PriorRequestNotComplete`), are made again, with jitter and inside one budget; every call fails with `MissingRight` where the
 * login may not, else with `OutsideError`.
 */
export type RecordSets = {
  zones(): Promise<HostedZone[]>;
  /** The name servers of a public zone, as names in lower case without the last dot; none for a private one. */
  nameServers(zone: string): Promise<string[]>;
  /** Every record set of a zone, of all types. */
  all(zone: string): Promise<RecordSet[]>;
  /** Those of one name, of all types and members. */
  named(zone: string, name: string): Promise<RecordSet[]>;
  change(batch: RecordBatch): Promise<BatchOutcome>;
  /** `INSYNC`: all name servers of Route 53 have it. */
  status(change: string): Promise<"PENDING" | "INSYNC">;
  /** What Route 53 would answer, for public zones: it draws a new member of a weighted set each time. */
  testAnswer(zone: string, question: { name: string; type: string }): Promise<TestedAnswer>;
};
