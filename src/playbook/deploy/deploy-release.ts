import { UserError } from "../../errors.ts";
import type { FetchedChart } from "../../ports/charts.ts";
import { deployedRevision, newest } from "../../release/release.ts";
import { isUnfinished } from "../../release/situation.ts";
import { progressLines } from "../../workloads/workload.ts";
import { findRecord } from "../find-record.ts";
import { suspendFlags } from "../suspend-flags.ts";
import { attempt } from "./attempt.ts";
import { carryOut, type Outcome } from "./carry-out.ts";
import type { DeployPorts, DeployRequest, DeployResult } from "./deploy-types.ts";
import { chosenWay, describeFound } from "./describe-found.ts";
import { findSituation } from "./find-situation.ts";
import { prepareNamespace } from "./prepare-namespace.ts";
import { readLive } from "./read-live.ts";
import { stopwatch } from "./stopwatch.ts";
import { takeTurn } from "./take-turn.ts";
import { writeRecord } from "./write-record.ts";

/**
 * Installs or upgrades a release and waits until it is ready, then reads back what the cluster has. What an earlier run has
 * left is brought into order first, and a failure leaves a release that can be deployed again.
 * A failure of Helm is a result, not an error, since what is left in the cluster is worth reporting.
 * Anything that fails before Helm starts is thrown: nothing was changed then but the namespace.
 * @param cancelled fires when the run shall end now: Helm is told, and nothing else is begun
 */
export async function deployRelease(
  request: DeployRequest,
  ports: DeployPorts,
  cancelled: AbortSignal,
): Promise<DeployResult> {
  const { log, clock } = ports;
  const timed = stopwatch(clock);
  const { chart, turn, found } = await timed("preparation", async () => {
    // First: a chart that is not to be had leaves nothing behind.
    const fetched = await ports.charts.fetch(request.chart);
    if (cancelled.aborted) throw new UserError(`${request.release}: stopped before anything was changed`);
    await prepareNamespace(request, ports);
    const taken = await takeTurn(request, ports, cancelled);
    try {
      const { deadHolder, stop } = taken;
      return { chart: fetched, turn: taken, found: await findSituation({ ...request, deadHolder, stop }, ports) };
    } catch (error) {
      // What a dead run has left stays unsettled.
      await taken.end(taken.deadHolder ? "open" : "settled");
      throw error;
    }
  });

  // Until the opposite is known: an error in the middle may leave anything.
  let end: "settled" | "open" = "open";
  try {
    const text = describeFound(found, turn.deadHolder);
    const foundLine = `Found ${request.release} in ${request.namespace}: ${text}`;
    log.info(foundLine);
    const way = chosenWay(request, found, foundLine);
    if (turn.held) ports.postStep.expectAbove(newest(found.history)?.revision ?? 0);
    const flags = suspendFlags({ namespace: request.namespace, policy: request.cronjobPolicy }, ports);
    const outcome = await carryOut({ request, found, way, flags, chartPath: chart.path, timed }, ports, turn.stop);
    // A Helm that was killed leaves its revision pending: the Lease of a dead run says that nobody works on it.
    if (!turn.stop.aborted && !isUnfinished(outcome.release?.status)) end = "settled";
    const live = await timed("read-back", async () => {
      const read = await readLive(outcome, ports);
      for (const line of progressLines(read.workloads, outcome.seen)) log.info(line);
      if (outcome.release)
        log.info(`${request.release} is at revision ${outcome.release.revision}: ${outcome.release.status}`);
      if (outcome.status === "deployed" && outcome.release) {
        await writeRecord({ request, chart, made: outcome.release, workloads: read.workloads }, ports);
      }
      return read;
    });
    return {
      ...outcome,
      ...live,
      found: text,
      previousRevision: deployedRevision(found.history)?.revision,
      chartDigest: await digestOf(outcome, chart, ports),
      durations: timed.parts,
      settled: end === "settled",
    };
  } catch (error) {
    // A refusal leaves what it found, and the Lease of the dead run that left it so.
    const { situation } = found;
    if (error instanceof UserError && !("last" in situation && isUnfinished(situation.last.status))) end = "settled";
    throw error;
  } finally {
    await turn.end(end);
  }
}

/** After a rollback the chart is that of the revision that was gone back to, without a change that of the one that stays. */
async function digestOf(
  { release, rolledBackTo, status }: Outcome,
  chart: FetchedChart,
  ports: DeployPorts,
): Promise<string> {
  const isChart = status !== "unchanged" && rolledBackTo === undefined;
  if (isChart || release === undefined) return chart.digest;
  const record = await attempt("read the record of what serves", ports.log, () => findRecord(release, ports));
  return record?.chart.digest ?? "";
}
