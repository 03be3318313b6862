import { deployedRevision } from "../../release/release.ts";
import { actionOf, type Way } from "../../release/way.ts";
import { suspendFlags } from "../suspend-flags.ts";
import { backFirst } from "./back-first.ts";
import type { DeployPorts, DeployRequest, DeployResult } from "./deploy-types.ts";
import { chosenWay, describeFound } from "./describe-found.ts";
import { readSituation } from "./find-situation.ts";
import { revisionsBefore } from "./newest-revision.ts";
import { planDeploy } from "./plan-deploy.ts";
import { stopwatch } from "./stopwatch.ts";

type Ports = Pick<
  DeployPorts,
  "helm" | "charts" | "releases" | "cronJobs" | "dryRun" | "log" | "clock" | "hide" | "hidden"
>;

/** `manifest`: what Helm would apply; absent where that cannot be told. */
export type PlannedRelease = DeployResult & { manifest: string | undefined };

/**
 * What `deployRelease` would do, and what that would change. Writes nothing: no namespace, no Lease, no revision.
 * @throws UserError where a deploy would refuse; OutsideError where Helm cannot render the chart
 */
export async function planRelease(request: DeployRequest, ports: Ports, stop: AbortSignal): Promise<PlannedRelease> {
  const { release, namespace, cronjobPolicy: policy } = request;
  const { log } = ports;
  const timed = stopwatch(ports.clock);
  const { chart, found } = await timed("preparation", async () => ({
    chart: await ports.charts.fetch(request.chart),
    found: await readSituation(request, ports),
  }));
  const text = describeFound(found, undefined);
  const foundLine = `Found ${release} in ${namespace}: ${text}`;
  log.info(foundLine);
  const { situation } = found;
  const target = { ...request, chartPath: chart.path };
  const way = await backFirst({ request: target, situation, way: chosenWay(request, found, foundLine) }, ports, stop);
  const there = await revisionsBefore(request, ports);
  const inTheWay = situation.kind === "pending" || situation.kind === "uninstalling";
  const planned = inTheWay
    ? undefined
    : await timed("plan", () => {
        const flags = suspendFlags({ namespace, policy }, ports);
        const before = situation.kind === "absent" ? { ...there, compared: undefined } : there;
        return planDeploy({ request: target, before, flags, stop }, ports);
      });
  if (inTheWay)
    log.warn(
      `What it would change cannot be shown: Helm renders nothing for a release that is ${situation.last.status}`,
    );
  return {
    status: "planned",
    action: actionOf(way),
    found: text,
    done: wouldDo(way),
    previousRevision: deployedRevision(found.history)?.revision,
    release: there.newest,
    chartDigest: chart.digest,
    plan: planned?.plan,
    manifest: planned?.manifest,
    workloads: [],
    cronJobs: [],
    urls: [],
    failures: [],
    durations: timed.parts,
    settled: true,
  };
}

function wouldDo({ first, deploy }: Way): string[] {
  const before =
    first === "nothing"
      ? []
      : [first === "uninstall" ? "would uninstall what is left" : `would go back to revision ${first.rollBackTo}`];
  return [...before, `would ${deploy}`];
}
