import { UserError } from "../../errors.ts";
import type { Clock } from "../../ports/clock.ts";
import type { Lease } from "../../ports/leases.ts";
import type { Log } from "../../ports/log.ts";
import type { Releases } from "../../ports/releases.ts";
import { runIsDead } from "../../release/pending-run.ts";
import type { Revision } from "../../release/release.ts";
import { pastIn, type Situation, situationOf } from "../../release/situation.ts";

const POLL_MS = 1000;

export type Found = { situation: Situation; history: Revision[] };

/** Reads what is there now, and of superseded revisions whether they once were deployed. */
export async function readSituation(
  { release, namespace }: { release: string; namespace: string },
  { releases }: { releases: Releases },
): Promise<Found> {
  const history = await releases.history(release, namespace);
  const situation = await situationOf(history, async (revision) => {
    const found = await releases.read(release, namespace, revision);
    return found === undefined ? "failed" : pastIn(found);
  });
  return { situation, history };
}

/**
 * Reads what is there, and waits while a run that holds no Lease is at work on it.
 * @param request.deadHolder who held the Lease before us and died with it
 * @throws UserError when `stop` fires while it waits
 */
export async function findSituation(
  request: { release: string; namespace: string; timeoutMs: number; deadHolder: Lease | undefined; stop: AbortSignal },
  ports: { releases: Releases; log: Log; clock: Clock },
): Promise<Found> {
  const { release, timeoutMs, deadHolder, stop } = request;
  const { log, clock } = ports;
  for (let told = false; ; told = true) {
    const found = await readSituation(request, ports);
    const { situation } = found;
    if (situation.kind !== "pending" && situation.kind !== "uninstalling") return found;
    if (runIsDead(situation.last, { deadHolder, now: clock.now(), timeoutMs })) return found;
    if (!told) {
      log.info(
        `${release} is ${situation.last.status} since ${situation.last.changedAt}, by something that holds no Lease: waiting until it ends, or is older than the timeout`,
      );
    }
    await clock.sleep(POLL_MS, stop);
    if (stop.aborted) throw new UserError(`${release}: stopped while waiting for another run; nothing was changed`);
  }
}
