import { formatDuration } from "../../duration/duration.ts";
import { describeError } from "../../errors.ts";
import type { DeployResult, FailedAttempt } from "../deploy/deploy-types.ts";
import { evidenceReport } from "./evidence-report.ts";
import { code, fenced, folded, table } from "./markdown.ts";

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
  const failed = result.status !== "deployed";
  const parts = [
    heading(result, subject),
    failed ? fenced(subject.error) : "",
    table(["What", "Value"], facts(result, subject)),
    ...result.failures.map((failure, index) => failureSection(failure, failed && index === result.failures.length - 1)),
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

/** What the post step adds for a deploy that was cancelled or killed. */
export function broughtBackSummary(
  { release, namespace }: Pick<DeploySubject, "release" | "namespace">,
  said: string,
): string {
  return `### ⏪ ${release} in ${namespace}, after the deploy was cut off\n\n${fenced(said)}\n`;
}

function failedHeading(release: string, namespace: string): string {
  return `### ❌ ${release} was not deployed to ${namespace}`;
}

function heading(result: DeployResult, { release, namespace }: DeploySubject): string {
  if (result.status === "failed") return failedHeading(release, namespace);
  if (result.status === "rolled-back") return `${failedHeading(release, namespace)}, and was rolled back`;
  return `### ✅ ${release} ${result.action.endsWith("install") ? "installed" : "upgraded"} in ${namespace}`;
}

function facts(result: DeployResult, subject: DeploySubject): string[][] {
  const { release } = result;
  return [
    ["Found", result.found],
    ["Done", result.done.join("; ")],
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

/** What the cluster said of one run of Helm that failed; the last one's first finding stands above already. */
function failureSection({ revision, findings, evidence, error }: FailedAttempt, isLast: boolean): string {
  const title = revision ? `Why revision ${revision.revision} failed` : "Why it failed";
  const rest = isLast ? findings.slice(1) : findings;
  const list = rest.length === 0 ? "" : fenced(rest.map(({ problem, next }) => `${problem}\n  ${next}`).join("\n"));
  const parts = [list, evidenceReport(evidence), folded("What Helm said", describeError(error))];
  return `#### ${title}\n\n${parts.filter((part) => part !== "").join("\n\n")}`;
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
