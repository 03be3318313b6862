import type { ActionsIo } from "../../adapters/github/actions-io.ts";
import type { DeployResult } from "../../playbook/deploy/deploy-types.ts";

/** Sets every output. What is not known is an empty text, lists are JSON. */
export function writeOutputs(result: DeployResult, namespace: string, io: ActionsIo): void {
  const { release } = result;
  const outputs: Record<string, string> = {
    status: result.status,
    action: result.action,
    revision: release ? String(release.revision) : "",
    "previous-revision": result.previousRevision === undefined ? "" : String(result.previousRevision),
    namespace,
    chart: release?.chart.name ?? "",
    "chart-version": release?.chart.version ?? "",
    "app-version": release?.chart.appVersion ?? "",
    "chart-digest": result.chartDigest,
    url: result.urls[0] ?? "",
    urls: JSON.stringify(result.urls),
    images: JSON.stringify(result.workloads.flatMap((workload) => workload.images)),
    cronjobs: JSON.stringify(result.cronJobs),
    "duration-ms": String(result.durations.reduce((sum, part) => sum + part.milliseconds, 0)),
  };
  for (const [name, value] of Object.entries(outputs)) io.output(name, value);
}
