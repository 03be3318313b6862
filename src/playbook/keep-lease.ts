import { describeError } from "../errors.ts";
import type { Clock } from "../ports/clock.ts";
import type { Lease, Leases } from "../ports/leases.ts";
import type { Log } from "../ports/log.ts";

export type HeldLease = {
  /** The holder that died with the lease in its hand; undefined when the lease was free. */
  deadHolder: Lease | undefined;
  /**
   * Fires when somebody else has the lease, or may have it soon since it could not be renewed: whoever held it must stop
   * writing within five seconds. Its reason is an `Error` that says which of them.
   */
  lost: AbortSignal;
  /** What the lease said of its journal when it was taken; undefined where it said nothing. */
  journalHead: string | undefined;
  /** Lets the lease say so from the next renewal on, or from its release. */
  keepJournalHead(head: string): void;
  /** Stops the renewals and frees the lease where it is still ours. Never fails: what is not freed runs out. */
  release(): Promise<void>;
  /** Stops the renewals and lets the lease run out, so that the next one finds a dead holder. Never fails. */
  abandon(): Promise<void>;
};

export const DURATION_SECONDS = 15;
/** With no renewal for so long, a holder stops: before others may take the lease. */
export const GIVE_UP_MS = 10_000;
const RENEW_MS = 5000;
const RETRY_MS = 1000;
/** A renewal without an answer for so long is tried again, maybe by another connection. */
const TRY_MS = 3000;
const RELEASE_TRIES = 3;
/** Of the ten seconds that GitHub gives to a cancelled job. */
const RELEASE_MS = 3000;

/** Renews a lease in the background that has just been written as ours. */
export function keepLease(
  taken: Lease,
  deadHolder: Lease | undefined,
  ports: { leases: Leases; clock: Clock; log: Log },
): HeldLease {
  const { leases, clock, log } = ports;
  const { namespace, name, holder } = taken;
  const ended = new AbortController();
  const lost = new AbortController();
  let mine = taken;
  let { journalHead } = taken;
  /** When the last renewal that succeeded was sent: it counts for others from then on or later. */
  let renewed = Date.parse(taken.renewedAt);
  let left: Promise<void> | undefined;

  // Neither of them fails, and both end with `ended`.
  void renewals();
  void giveUp();
  return {
    deadHolder,
    lost: lost.signal,
    journalHead,
    keepJournalHead(head) {
      journalHead = head;
    },
    async release() {
      left ??= release();
      await left;
    },
    async abandon() {
      left ??= Promise.resolve(ended.abort());
      await left;
    },
  };

  async function renewals(): Promise<void> {
    let pause = RENEW_MS;
    for (;;) {
      await clock.sleep(pause, ended.signal);
      if (ended.signal.aborted) return;
      try {
        pause = (await within(TRY_MS, renew())) ? RENEW_MS : RETRY_MS;
      } catch (error) {
        log.debug(`The lease ${name} was not renewed this time: ${describeError(error)}`);
        pause = RETRY_MS;
      }
    }
  }

  /** False when it is still ours, yet not renewed. */
  async function renew(): Promise<boolean> {
    const sent = clock.now();
    const written = await leases.write({ ...mine, ...kept(), renewedAt: sent.toISOString() }, mine.version);
    if (written === "forbidden") throw new Error("this login may no longer write it");
    if (written === "changed") {
      await readMine();
      return false;
    }
    mine = written;
    renewed = Math.max(renewed, sent.getTime());
    return true;
  }

  /** After a write of ours whose answer never came, the lease has a version that we do not know. False: not ours any more. */
  async function readMine(): Promise<boolean> {
    const found = await leases.read(namespace, name);
    if (found === "forbidden") throw new Error("this login may no longer read it");
    if (found?.holder !== holder) {
      lose(`${found?.holder ? found.runUrl || found.holder : "somebody"} has taken it from this run`);
      return false;
    }
    mine = found;
    return true;
  }

  function kept(): Pick<Lease, "journalHead"> {
    return journalHead === undefined ? {} : { journalHead };
  }

  /** Apart from the renewals, since one of them may hang. */
  async function giveUp(): Promise<void> {
    while (!ended.signal.aborted) {
      const silent = clock.now().getTime() - renewed;
      if (silent >= GIVE_UP_MS) lose(`it could not be renewed for ${GIVE_UP_MS / 1000} s`);
      else await clock.sleep(GIVE_UP_MS - silent, ended.signal);
    }
  }

  function lose(why: string): void {
    if (ended.signal.aborted) return;
    ended.abort();
    lost.abort(new Error(`The lease ${name} in ${namespace} is lost: ${why}`));
  }

  async function release(): Promise<void> {
    ended.abort();
    try {
      await within(RELEASE_MS, free());
    } catch (error) {
      log.debug(`The lease ${name} was not freed and runs out by itself: ${describeError(error)}`);
    }
  }

  async function free(): Promise<void> {
    for (let tries = 0; tries < RELEASE_TRIES; tries++) {
      const nobody = { holder: "", runUrl: "", unsettledSince: "", renewedAt: clock.now().toISOString() };
      const freed = { ...mine, ...kept(), ...nobody };
      const written = await leases.write(freed, mine.version);
      if (written === "forbidden") throw new Error("this login may no longer write it");
      // Changed by a renewal that was under way, or it is not ours.
      if (written !== "changed" || !(await readMine())) return;
    }
  }

  async function within<T>(milliseconds: number, work: Promise<T>): Promise<T> {
    const done = new AbortController();
    const late = async () => {
      await clock.sleep(milliseconds, done.signal);
      throw new Error(`no answer within ${milliseconds / 1000} s`);
    };
    try {
      return await Promise.race([work, late()]);
    } finally {
      done.abort();
    }
  }
}
