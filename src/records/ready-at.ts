type Waited = {
  /** When all name servers had the lowered TTL. */
  insync: Date;
  /** The longest that a resolver may keep what it got before. */
  oldTtlSeconds: number;
  /** How long the old load balancer kept a client's connection before that was lowered; absent where it was not. */
  oldKeepAliveSeconds?: number | undefined;
  marginSeconds: number;
};

/** From when on nobody holds to what was there before the TTL was lowered. */
export function readyAt({ insync, oldTtlSeconds, oldKeepAliveSeconds = 0, marginSeconds }: Waited): Date {
  const seconds = Math.max(oldTtlSeconds, oldKeepAliveSeconds) + marginSeconds;
  return new Date(insync.getTime() + seconds * 1000);
}
