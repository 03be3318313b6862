import type { Revision } from "./release.ts";

/** Who held the release's Lease and died with it, RFC 3339: see `Lease`. */
export type DeadHolder = { unsettledSince: string; renewedAt: string; durationSeconds: number };

/**
 * Whether the run that made a pending revision is dead. Its Lease tells where it held one. Anything else, such as Helm by
 * hand, holds none: that counts as dead once the revision is older than `timeoutMs`, since Helm would have given up by then.
 */
export function runIsDead(
  pending: Pick<Revision, "changedAt">,
  facts: { deadHolder: DeadHolder | undefined; now: Date; timeoutMs: number },
): boolean {
  const { deadHolder, now, timeoutMs } = facts;
  const since = Date.parse(pending.changedAt);
  if (deadHolder !== undefined) {
    // Helm writes whole seconds, by the same clock.
    const from = Date.parse(deadHolder.unsettledSince) - 1000;
    const to = Date.parse(deadHolder.renewedAt) + deadHolder.durationSeconds * 1000;
    if (since >= from && since <= to) return true;
  }
  return now.getTime() - since > timeoutMs;
}
