import { formatDuration } from "../../duration/duration.ts";
import { planTotals } from "../../plan/plan.ts";
import type { BackResult } from "../rollback-release/rollback-types.ts";
import { deployedFrom } from "./deployed-from.ts";
import { evidenceReport } from "./evidence-report.ts";
import { liveSections } from "./live-sections.ts";
import { code, fenced, table } from "./markdown.ts";
import { planSection } from "./plan-report.ts";

export type RollbackSubject = {
  release: string;
  namespace: string;
  cluster: string;
  helmVersion: string;
  /** Used when the rollback failed. */
  error: string;
};

/** The job summary of `rollback-release`, as Markdown. */
export function rollbackSummary(result: BackResult, subject: RollbackSubject): string {
  const parts = [
    heading(result, subject),
    result.status === "failed" ? fenced(subject.error) : "",
    table(["What", "Value"], facts(result, subject)),
    failureSection(result),
    result.plan === undefined ? "" : `#### Changes\n\n${planSection(result.plan)}`,
    ...liveSections(result),
  ];
  return `${parts.filter((part) => part !== "").join("\n\n")}\n`;
}

/** The job summary of a rollback that has no result: it was refused, or an error came before Helm had made anything. */
export function notRolledBackSummary(
  { release, namespace }: Pick<RollbackSubject, "release" | "namespace">,
  { error, refused }: { error: string; refused: boolean },
): string {
  const sign = refused ? "⏸️" : "❌";
  const state = refused ? ": nothing was changed" : "";
  return `### ${sign} ${release} in ${namespace} was not rolled back${state}\n\n${fenced(error)}\n`;
}

function heading({ status, target, plan }: BackResult, { release, namespace }: RollbackSubject): string {
  if (status === "failed") return `### ❌ ${release} in ${namespace} was not rolled back to revision ${target}`;
  if (status === "rolled-back") return `### ⏪ ${release} in ${namespace} rolled back to revision ${target}`;
  const changes = plan ? `: ${planTotals(plan)}` : "";
  return `### 📝 Plan of a rollback of ${release} in ${namespace} to revision ${target}${changes}`;
}

function facts(result: BackResult, subject: RollbackSubject): string[][] {
  const { release, chart, status } = result;
  const isKnown = status !== "failed";
  const of = status === "planned" ? ` of revision ${result.target}` : "";
  return [
    ["Found", result.found],
    ["Back to", `revision ${result.target}, ${result.why}`],
    ...(result.passed.length === 0 ? [] : [["Not to", result.passed.join("\n")]]),
    ["Done", result.done],
    ["Now", release ? `revision ${release.revision}, ${release.status}` : "no revision"],
    ...(chart ? [[`Chart${of}`, `${chart.name} ${chart.version} (app ${chart.appVersion || "not named"})`]] : []),
    ...(isKnown
      ? [
          [`Chart digest${of}`, code(result.record?.chart.digest ?? "") || "not known"],
          [`Commit${of}`, deployedFrom(result.record)],
        ]
      : []),
    ["Cluster", subject.cluster],
    ["Helm", subject.helmVersion],
    [
      "Duration",
      result.durations.map(({ part, milliseconds }) => `${part} ${formatDuration(milliseconds)}`).join(", "),
    ],
  ];
}

/** What the cluster said. The error above all holds the first finding, and Helm's words. */
function failureSection({ failure }: BackResult): string {
  if (failure === undefined) return "";
  const rest = failure.findings.slice(1);
  const parts = [
    rest.length === 0 ? "" : fenced(rest.map(({ problem, next }) => `${problem}\n  ${next}`).join("\n")),
    evidenceReport(failure.evidence),
  ].filter((part) => part !== "");
  if (parts.length === 0) return "";
  const number = failure.revision ? `revision ${failure.revision.revision}` : "it";
  return `#### Why ${number} failed\n\n${parts.join("\n\n")}`;
}
