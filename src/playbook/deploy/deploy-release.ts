import { UserError } from "../../errors.ts";
import type { Lease } from "../../ports/leases.ts";
import { deployedRevision } from "../../release/release.ts";
import { isPending } from "../../release/situation.ts";
import { chooseWay, type Way } from "../../release/way.ts";
import { progressLines } from "../../workloads/workload.ts";
import { carryOut } from "./carry-out.ts";
import type { DeployPorts, DeployRequest, DeployResult } from "./deploy-types.ts";
import { type Found, findSituation } from "./find-situation.ts";
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
    await prepareNamespace(request, ports);
    const taken = await takeTurn(request, ports, cancelled);
    try {
      const { deadHolder, stop } = taken;
      return { chart: fetched, turn: taken, found: await findSituation({ ...request, deadHolder, stop }, ports) };
    } catch (error) {
      await taken.end("settled");
      throw error;
    }
  });

  // Until the opposite is known: an error in the middle may leave anything.
  let end: "settled" | "open" = "open";
  try {
    const text = describeFound(found, turn.deadHolder);
    const foundLine = `Found ${request.release} in ${request.namespace}: ${text}`;
    log.info(foundLine);
    const way = chosen(request, found, foundLine);
    const outcome = await timed("rollout", () =>
      carryOut({ request, found, way, chartPath: chart.path }, ports, turn.stop),
    );
    // A Helm that was killed leaves its revision pending: the Lease of a dead run says that nobody works on it.
    if (!turn.stop.aborted && !isPending(outcome.release?.status)) end = "settled";
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
      chartDigest: chart.digest,
      durations: timed.parts,
    };
  } catch (error) {
    if (error instanceof UserError) end = "settled";
    throw error;
  } finally {
    await turn.end(end);
  }
}

function describeFound({ situation }: Found, dead: Lease | undefined): string {
  if (situation.kind === "absent") return "no release";
  const { revision, status } = situation.last;
  const left = situation.kind === "pending" || situation.kind === "uninstalling";
  const by = left && dead ? `, left by a run that died (${dead.runUrl || dead.holder})` : "";
  return `revision ${revision}, ${status}${by}`;
}

function chosen(request: DeployRequest, { situation }: Found, text: string): Way {
  const way = chooseWay(situation, request);
  if ("refusal" in way) throw new UserError(`${text}. ${way.refusal}`);
  return way;
}
