import type { DeployRecord } from "../release/deploy-record.ts";
import type { Release, Revision } from "../release/release.ts";

/** A release's history, as Helm keeps it in the cluster. */
export type Releases = {
  /** Oldest first; empty when there is no such release. */
  history(release: string, namespace: string): Promise<Revision[]>;
  /** One revision whole; `undefined` when it does not exist. */
  read(release: string, namespace: string, revision: number): Promise<Release | undefined>;
  /**
   * Puts another manifest into a revision as it was read, and changes nothing else of it.
   * @throws OutsideError when somebody has changed its manifest since, or removed it
   */
  rewriteManifest(read: Release, manifest: string): Promise<void>;
  /** Keeps what was deployed beside that revision, for as long as Helm keeps the revision. */
  writeRecord(record: DeployRecord): Promise<void>;
  /** The record of a revision; `undefined` when another tool deployed it. */
  readRecord(release: string, namespace: string, revision: number): Promise<DeployRecord | undefined>;
};
