import type { Inspection } from "../inspect-release.ts";
import { deployedFrom } from "./deployed-from.ts";
import { code, table } from "./markdown.ts";

export type InspectSubject = { release: string; namespace: string; cluster: string };

/** The job summary of `inspect-release`, as Markdown. */
export function inspectSummary(inspection: Inspection, subject: InspectSubject): string {
  const { release, namespace, cluster } = subject;
  const { newest, serving, images } = inspection;
  if (newest === undefined || serving === undefined) {
    return `### 🔍 There is no release ${release} in ${namespace}\n\n${table(["What", "Value"], [["Cluster", cluster]])}\n`;
  }
  const parts = [
    `### 🔍 ${release} in ${namespace}`,
    table(["What", "Value"], facts(inspection, subject)),
    images.length === 0
      ? ""
      : table(
          ["Workload", "Container", "Image", "Digest"],
          images.map(({ workload, container, image, digest }) => [workload, container, code(image), code(digest)]),
        ),
  ];
  return `${parts.filter((part) => part !== "").join("\n\n")}\n`;
}

function facts({ newest, serving, record, lease }: Inspection, { cluster }: InspectSubject): string[][] {
  if (newest === undefined || serving === undefined) return [];
  const { chart, revision, status, deployedAt } = serving;
  const differs = newest.revision !== revision;
  return [
    ["Status", newest.status],
    [differs ? "Serves" : "Revision", `${revision}, ${status}, of ${deployedAt}`],
    ...(differs ? [["Newest revision", `${newest.revision}, ${newest.status}, of ${newest.changedAt}`]] : []),
    ...(lease === undefined
      ? []
      : [["Lease of", `${lease.runUrl || lease.holder}, last renewed at ${lease.renewedAt}`]]),
    ["Chart", `${chart.name} ${chart.version} (app ${chart.appVersion || "not named"})`],
    ["Chart digest", code(record?.chart.digest ?? "") || "not known"],
    ["Commit", deployedFrom(record)],
    ["Cluster", cluster],
  ];
}
