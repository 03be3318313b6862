import { UserError } from "../../errors.ts";
import { deployedRevision, newest } from "../../release/release.ts";
import { isUnfinished } from "../../release/situation.ts";
import { progressLines } from "../../workloads/workload.ts";
import { attempt } from "../deploy/attempt.ts";
import { describeFound } from "../deploy/describe-found.ts";
import { type Found, findSituation, readSituation } from "../deploy/find-situation.ts";
import { readLive } from "../deploy/read-live.ts";
import { type Stopwatch, stopwatch } from "../deploy/stopwatch.ts";
import { storeFlags } from "../deploy/store-flags.ts";
import { type Turn, takeTurn } from "../deploy/take-turn.ts";
import { findRecord } from "../find-record.ts";
import { hideSecrets } from "../hide-secrets.ts";
import { planIfPossible } from "../plan/tell-plan.ts";
import { suspendFlags } from "../suspend-flags.ts";
import { findTarget } from "./find-target.ts";
import { goBack } from "./go-back.ts";
import { planBack } from "./plan-back.ts";
import type { BackPorts, BackRequest, BackResult } from "./rollback-types.ts";

/**
 * Takes a release back to a revision that once was deployed, waits until it is ready, and reads back what the cluster has.
 * A failure of Helm is a result, not an error, since what is left in the cluster is worth reporting. Anything that fails
 * before Helm starts is thrown: nothing was changed then. It never uninstalls.
 * @param cancelled fires when the run shall end now: Helm is told, and nothing else is begun
 */
export async function rollBackRelease(
  request: BackRequest,
  ports: BackPorts,
  cancelled: AbortSignal,
): Promise<BackResult> {
  const timed = stopwatch(ports.clock);
  const { turn, found } = await timed("preparation", () => beginTurn(request, ports, cancelled));
  // Until the opposite is known: an error in the middle may leave anything.
  let end: "settled" | "open" = "open";
  try {
    const result = await workOn({ request, found, turn, timed }, ports);
    // A Helm that was stopped leaves its revision pending: the Lease of a dead run says that nobody works on it.
    const isLeft = turn.stop.aborted || isUnfinished(result.release?.status);
    if (result.status === "rolled-back" || !isLeft) end = "settled";
    return result;
  } catch (error) {
    // A refusal leaves what it found, and the Lease of the dead run that left it so.
    const { situation } = found;
    if (error instanceof UserError && !("last" in situation && isUnfinished(situation.last.status))) end = "settled";
    throw error;
  } finally {
    await turn.end(end);
  }
}

async function beginTurn(
  request: BackRequest,
  ports: BackPorts,
  cancelled: AbortSignal,
): Promise<{ turn: Turn; found: Found }> {
  // Before the Lease: of a release that is not there, not even that is to be left.
  const first = await readSituation(request, ports);
  if (first.situation.kind === "absent") await findTarget(request, first, ports);
  const turn = await takeTurn({ ...request, record: { run: { url: request.runUrl } } }, ports, cancelled);
  try {
    const { deadHolder, stop } = turn;
    return { turn, found: await findSituation({ ...request, deadHolder, stop }, ports) };
  } catch (error) {
    // What a dead run has left stays unsettled.
    await turn.end(turn.deadHolder ? "open" : "settled");
    throw error;
  }
}

async function workOn(
  { request, found, turn, timed }: { request: BackRequest; found: Found; turn: Turn; timed: Stopwatch },
  ports: BackPorts,
): Promise<BackResult> {
  const { release, namespace, cronjobPolicy: policy } = request;
  const { releases, log } = ports;
  const text = describeFound(found, turn.deadHolder);
  log.info(`Found ${release} in ${namespace}: ${text}`);
  const { target, why, passed } = await findTarget(request, found, ports);
  const flags = suspendFlags({ namespace, policy }, ports);
  const after = newest(found.history)?.revision ?? 0;
  const last = await releases.read(release, namespace, after);
  const previous = deployedRevision(found.history)?.revision;
  const before =
    previous === after || previous === undefined ? last : await releases.read(release, namespace, previous);
  await hideSecrets([last, before, target], ports);
  const plan = await timed("plan", () =>
    planIfPossible("rollback", log, () => planBack({ request, newest: last, target, flags }, ports)),
  );
  if (turn.stop.aborted) throw new UserError(`${release}: stopped before anything was changed`);
  await storeFlags(before, flags, ports);
  const back = { request, target: target.revision, flags, after, previous };
  const went = await timed("rollback", () => goBack(back, ports, turn.stop));
  const number = went.release ? `, as revision ${went.release.revision}` : "";
  const live = await timed("read-back", async () => {
    const read = await readLive({ release: went.release, action: "rollback" }, ports);
    for (const line of progressLines(read.workloads, went.seen)) log.info(line);
    if (went.release) log.info(`${release} is at revision ${went.release.revision}: ${went.release.status}`);
    return read;
  });
  return {
    ...live,
    ...went,
    status: went.failure ? "failed" : "rolled-back",
    found: text,
    target: target.revision,
    why,
    passed,
    done: went.failure
      ? `the rollback to revision ${target.revision} failed`
      : `rolled back to revision ${target.revision}${number}`,
    previousRevision: previous,
    chart: went.release?.chart,
    record: went.failure
      ? undefined
      : await attempt("read the record of what serves", log, () => findRecord(target, ports)),
    plan,
    durations: timed.parts,
  };
}
