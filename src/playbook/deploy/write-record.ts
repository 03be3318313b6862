import type { FetchedChart } from "../../ports/charts.ts";
import type { Release } from "../../release/release.ts";
import type { Workload } from "../../workloads/workload.ts";
import { attempt } from "./attempt.ts";
import type { DeployPorts, DeployRequest } from "./deploy-types.ts";

/** Keeps beside the revision what it was deployed from. */
export async function writeRecord(
  deployed: { request: DeployRequest; chart: FetchedChart; made: Release; workloads: readonly Workload[] },
  { releases, helm, log }: Pick<DeployPorts, "releases" | "helm" | "log">,
): Promise<void> {
  const { request, chart, made, workloads } = deployed;
  const { name, version, appVersion } = made.chart;
  const source = {
    source: request.chart.text,
    repository: "repository" in request.chart ? (request.chart.repository ?? "") : "",
  };
  await attempt("keep a record of this deploy, which promotion reads", log, () =>
    releases.writeRecord({
      schemaVersion: 1,
      release: made.name,
      namespace: made.namespace,
      revision: made.revision,
      deployedAt: made.deployedAt,
      helmVersion: helm.version,
      chart: { ...source, name, version, appVersion, digest: chart.digest },
      images: workloads.flatMap((workload) => workload.images),
      ...request.record,
    }),
  );
}
