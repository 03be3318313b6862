import { formatDuration } from "../../duration/duration.ts";
import type { DeployResult } from "../deploy-release.ts";
import { code, folded, table } from "./markdown.ts";

export type DeploySubject = {
  release: string;
  namespace: string;
  cluster: string;
  helmVersion: string;
  /** Used when the deploy failed. */
  error: string;
};

/** The job summary of a deploy, as Markdown. */
export function deploySummary(result: DeployResult, subject: DeploySubject): string {
  const parts = [
    heading(result, subject),
    table(["What", "Value"], facts(result, subject)),
    result.status === "failed" ? folded("What Helm said", subject.error) : "",
    section("Workloads", ["Workload", "Ready", "Image", "Digest"], workloadRows(result)),
    section(
      "URLs",
      ["URL"],
      result.urls.map((url) => [url]),
    ),
    section("CronJobs", ["CronJob", "Schedule", "State", "Last run"], cronJobRows(result)),
  ];
  return `${parts.filter((part) => part !== "").join("\n\n")}\n`;
}

/** The job summary of a deploy that ended before Helm could start. */
export function notStartedSummary(
  { release, namespace }: Pick<DeploySubject, "release" | "namespace">,
  error: string,
): string {
  return `${failedHeading(release, namespace)}\n\n${folded("What went wrong", error)}\n`;
}

function failedHeading(release: string, namespace: string): string {
  return `### ❌ ${release} was not deployed to ${namespace}`;
}

function heading(result: DeployResult, { release, namespace }: DeploySubject): string {
  if (result.status === "failed") return failedHeading(release, namespace);
  return `### ✅ ${release} ${result.action === "install" ? "installed" : "upgraded"} in ${namespace}`;
}

function facts(result: DeployResult, subject: DeploySubject): string[][] {
  const { release } = result;
  const found = result.found ? `revision ${result.found.revision}, ${result.found.status}` : "no release";
  return [
    ["Found", found],
    ["Now", release ? `revision ${release.revision}, ${release.status}` : "no new revision"],
    ...(release
      ? [["Chart", `${release.chart.name} ${release.chart.version} (app ${release.chart.appVersion || "not named"})`]]
      : []),
    ["Chart digest", code(result.chartDigest)],
    ["Cluster", subject.cluster],
    ["Helm", subject.helmVersion],
    [
      "Duration",
      result.durations.map(({ part, milliseconds }) => `${part} ${formatDuration(milliseconds)}`).join(", "),
    ],
  ];
}

function workloadRows({ workloads }: DeployResult): string[][] {
  return workloads.flatMap(({ kind, name, ready, wanted, images }) =>
    (images.length > 0 ? images : [{ image: "", digest: "" }]).map(({ image, digest }, index) => [
      index === 0 ? `${kind} ${name}` : "",
      index === 0 ? `${ready}/${wanted}` : "",
      code(image),
      code(digest.slice(0, "sha256:".length + 12)),
    ]),
  );
}

function cronJobRows({ cronJobs }: DeployResult): string[][] {
  return cronJobs.map(({ name, schedule, timeZone, suspend, lastScheduleTime }) => [
    name,
    `${code(schedule)}${timeZone === "" ? "" : ` ${timeZone}`}`,
    suspend ? "suspended" : "on",
    lastScheduleTime || "never",
  ]);
}

function section(title: string, header: readonly string[], rows: readonly (readonly string[])[]): string {
  return rows.length === 0 ? "" : `#### ${title}\n\n${table(header, rows)}`;
}
