/** A lease that says who works on something now: https://kubernetes.io/docs/concepts/architecture/leases/ */
export type Lease = {
  namespace: string;
  name: string;
  /** Unique for each process that holds it; empty: nobody does. */
  holder: string;
  /** Address of the holder's workflow run; empty where there is none. */
  runUrl: string;
  /** When this holder took it, RFC 3339, by the holder's clock. */
  acquiredAt: string;
  /**
   * Since when nobody has let it go: where a holder died and the next one took over, when the first of them took it. What
   * was begun since then may not be in order yet. RFC 3339; empty while nobody holds it.
   */
  unsettledSince: string;
  /** When this holder last said that it lives, RFC 3339, by the holder's clock. */
  renewedAt: string;
  /** A holder that has not renewed for this long is dead. */
  durationSeconds: number;
  /** Of a lease that guards a journal: the last entry that its holders know to be in there. Absent where there is none. */
  journalHead?: string;
  /** Another one after each write, whoever wrote. */
  version: string;
};

/** Leases in a cluster or in S3. `forbidden`: this login may not do it, and nothing was done. */
export type Leases = {
  /** `undefined` when there is none of that name. */
  read(namespace: string, name: string): Promise<Lease | undefined | "forbidden">;
  /**
   * Compare and swap: writes only while the lease has the version `expected` (`undefined`: while there is none).
   * `changed`: somebody else wrote in between, and nothing was done.
   */
  write(lease: Omit<Lease, "version">, expected: string | undefined): Promise<Lease | "changed" | "forbidden">;
};
