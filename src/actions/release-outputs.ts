import type { ActionsIo } from "../adapters/github/actions-io.ts";
import type { LiveState } from "../playbook/deploy/read-live.ts";
import type { Release } from "../release/release.ts";

/** What a run that may have changed a release tells the steps that follow. */
export type ReleaseReport = LiveState & {
  status: string;
  action: string;
  release: Release | undefined;
  previousRevision: number | undefined;
  chart: Release["chart"] | undefined;
  chartDigest: string;
  durations: readonly { milliseconds: number }[];
};

/** Sets every output of such a run. What is not known is an empty text, lists are JSON. */
export function writeReleaseOutputs(report: ReleaseReport, namespace: string, io: ActionsIo): void {
  const { release, chart, previousRevision } = report;
  const outputs: Record<string, string> = {
    status: report.status,
    action: report.action,
    revision: release ? String(release.revision) : "",
    "previous-revision": previousRevision === undefined ? "" : String(previousRevision),
    namespace,
    chart: chart?.name ?? "",
    "chart-version": chart?.version ?? "",
    "app-version": chart?.appVersion ?? "",
    "chart-digest": report.chartDigest,
    url: report.urls[0] ?? "",
    urls: JSON.stringify(report.urls),
    images: JSON.stringify(report.workloads.flatMap((workload) => workload.images)),
    cronjobs: JSON.stringify(report.cronJobs),
    "duration-ms": String(report.durations.reduce((sum, part) => sum + part.milliseconds, 0)),
  };
  for (const [name, value] of Object.entries(outputs)) io.output(name, value);
}
