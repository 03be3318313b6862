import { formatDuration } from "../../duration/duration.ts";
import { describeError } from "../../errors.ts";
import { planTotals } from "../../plan/plan.ts";
import { type DeployResult, isFailure } from "../deploy/deploy-types.ts";
import { evidenceReport } from "./evidence-report.ts";
import { liveSections } from "./live-sections.ts";
import { code, fenced, folded, table } from "./markdown.ts";
import { planSection } from "./plan-report.ts";

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
  const failed = isFailure(result);
  const failures = result.failures.map((_, index) => failureSection(result, index));
  const parts = [
    heading(result, subject),
    failed ? fenced(subject.error) : "",
    table(["What", "Value"], facts(result, subject)),
    ...(failed ? failures : []),
    result.plan === undefined ? "" : planSection(result.plan),
    ...liveSections(result),
    ...(failed ? [] : failures),
  ];
  return `${parts.filter((part) => part !== "").join("\n\n")}\n`;
}

/** The job summary of a deploy that has no result: it was refused, or an error came before Helm had made anything. */
export function notStartedSummary(
  { release, namespace }: Pick<DeploySubject, "release" | "namespace">,
  { error, refused }: { error: string; refused: boolean },
): string {
  const title = refused
    ? `### ⏸️ ${release} was not deployed to ${namespace}: nothing was changed`
    : failedHeading(release, namespace);
  return `${title}\n\n${fenced(error)}\n`;
}

/** What the post step adds for a deploy that was cancelled or killed. */
export function broughtBackSummary(
  { release, namespace }: Pick<DeploySubject, "release" | "namespace">,
  { said, rolledBack }: { said: string; rolledBack: boolean },
): string {
  return `### ${rolledBack ? "⏪" : "⚠️"} ${release} in ${namespace}, after its deploy was cut off\n\n${fenced(said)}\n`;
}

function failedHeading(release: string, namespace: string): string {
  return `### ❌ ${release} was not deployed to ${namespace}`;
}

function heading(result: DeployResult, { release, namespace }: DeploySubject): string {
  if (result.status === "failed") return failedHeading(release, namespace);
  if (result.status === "rolled-back") {
    return `### ⏪ ${release} was not deployed to ${namespace}: rolled back to revision ${result.rolledBackTo}`;
  }
  if (result.status === "planned") {
    return `### 📝 Plan of a deploy of ${release} to ${namespace}${result.plan ? `: ${planTotals(result.plan)}` : ""}`;
  }
  if (result.status === "unchanged") return `### ✅ ${release} in ${namespace}: nothing to change`;
  return `### ✅ ${release} ${result.action.endsWith("install") ? "installed" : "upgraded"} in ${namespace}`;
}

function facts(result: DeployResult, subject: DeploySubject): string[][] {
  const { release } = result;
  return [
    ["Found", result.found],
    ["Done", result.done.join("; ")],
    ["Now", release ? `revision ${release.revision}, ${release.status}` : "no revision"],
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

/** What the cluster said of one run of Helm that failed. The error above all holds the last one's first finding, and Helm's words. */
function failureSection({ failures, status }: DeployResult, index: number): string {
  const failure = failures[index];
  if (failure === undefined) return "";
  const { revision, findings, evidence, error, stoppedByUs } = failure;
  const isLast = isFailure({ status }) && index === failures.length - 1;
  const rest = isLast ? findings.slice(1) : findings;
  const parts = [
    rest.length === 0 ? "" : fenced(rest.map(({ problem, next }) => `${problem}\n  ${next}`).join("\n")),
    evidenceReport(evidence),
    isLast || stoppedByUs ? "" : folded("What Helm said", describeError(error)),
  ].filter((part) => part !== "");
  if (parts.length === 0) return "";
  const number = revision ? `revision ${revision.revision}` : "it";
  const when = failures.length === 1 && isLast ? "" : index === 0 ? ", at the first try" : ", after the clean-up";
  return `#### Why ${number} failed${when}\n\n${parts.join("\n\n")}`;
}
