import type { Clock } from "../ports/clock.ts";
import type { Lease, Leases } from "../ports/leases.ts";
import type { Log } from "../ports/log.ts";
import { DURATION_SECONDS, GIVE_UP_MS, type HeldLease, keepLease } from "./keep-lease.ts";

export type { HeldLease };

export type LeaseRequest = {
  namespace: string;
  name: string;
  /** Unique for this process: another attempt of the same run is another holder. */
  holder: string;
  /** Address of this workflow run; empty where there is none. */
  runUrl: string;
  /** How long to wait for a holder that is alive. */
  waitMs: number;
  /** A holder that is known to be dead: the lease is taken from it without waiting. */
  dead?: string;
};

export type TakenLease = { state: "held"; lease: HeldLease } | { state: "busy"; by: Lease } | { state: "forbidden" };

/** Since when the lease has not changed, in milliseconds by our own clock, and whether it ever did while we looked. */
type Watch = { version: string; since: number; changed: boolean };

const POLL_MS = 1000;

/**
 * Takes a lease, and renews it in the background until `release()`. `busy`: its holder is alive, and was for all of
 * `waitMs`; finding out whether it is alive can take 15 s more. Failures to read or to write are thrown: nothing is
 * held then that does not run out by itself. So is the reason of `cancelled` when that fires before the lease is held.
 *
 * A holder is dead when it has not changed the lease for its duration while we looked: the times in the lease are of
 * another machine's clock. https://pkg.go.dev/k8s.io/client-go/tools/leaderelection does the same.
 */
export async function takeLease(
  request: LeaseRequest,
  ports: { leases: Leases; clock: Clock; log: Log },
  cancelled?: AbortSignal,
): Promise<TakenLease> {
  const { namespace, name, holder, runUrl, waitMs, dead } = request;
  const { leases, clock, log } = ports;
  const start = clock.now().getTime();
  let watch: Watch | undefined;
  let told = "";
  for (;;) {
    cancelled?.throwIfAborted();
    const found = await leases.read(namespace, name);
    if (found === "forbidden") return { state: "forbidden" };
    const now = clock.now();
    const free = found === undefined || found.holder === "" || found.holder === holder;
    if (!free) watch = watchOn(watch, found, now.getTime());

    if (free || found.holder === dead || isDead(found, watch, now)) {
      const at = now.toISOString();
      const unsettledSince = free ? at : found.unsettledSince || found.acquiredAt;
      const times = { acquiredAt: at, unsettledSince, renewedAt: at };
      const kept = found?.journalHead === undefined ? {} : { journalHead: found.journalHead };
      const wanted = { namespace, name, holder, runUrl, ...times, durationSeconds: DURATION_SECONDS, ...kept };
      const taken = await leases.write(wanted, found?.version);
      if (taken === "forbidden") return { state: "forbidden" };
      if (taken !== "changed") {
        if (!free) log.info(`Took the lease ${name} over from ${nameOf(found)}, which is dead`);
        return { state: "held", lease: keepLease(taken, free ? undefined : found, ports) };
      }
      // Somebody else was quicker: look again who.
    } else {
      if (now.getTime() - start >= waitMs && isDecided(watch, now)) return { state: "busy", by: found };
      if (told !== found.holder) log.info(`Waiting: the lease ${name} in ${namespace} is held by ${nameOf(found)}`);
      told = found.holder;
    }
    await clock.sleep(POLL_MS, cancelled);
  }
}

function watchOn(watch: Watch | undefined, { version }: Lease, now: number): Watch {
  return watch?.version === version ? watch : { version, since: now, changed: watch !== undefined };
}

function isDead({ durationSeconds }: Lease, watch: Watch | undefined, now: Date): boolean {
  return silence(watch, now) >= (durationSeconds || DURATION_SECONDS) * 1000;
}

/**
 * Whether we have looked for long enough to say that the holder is alive: it renewed the lease, and not so long ago that
 * it must have given up by now; or the lease is not one of ours, and runs for longer.
 */
function isDecided(watch: Watch | undefined, now: Date): boolean {
  const silent = silence(watch, now);
  return (watch?.changed === true && silent < GIVE_UP_MS) || silent >= DURATION_SECONDS * 1000;
}

function silence(watch: Watch | undefined, now: Date): number {
  return watch === undefined ? 0 : now.getTime() - watch.since;
}

/** How to find the holder: its run where it has one. */
function nameOf({ holder, runUrl }: Lease): string {
  return runUrl || holder;
}
