import { oneLine } from "../evidence/text.ts";
import type { Advice } from "./advice.ts";

const FAULTS_SHOWN = 3;

/** The chart as it lies there, and the values: https://github.com/helm/helm/tree/v4.1.4/pkg/chart */
export const chartAdvice: readonly Advice[] = [
  {
    pattern: /chart requires kubeVersion: (.+?) which is incompatible with Kubernetes v?(\S+)/,
    next: ([, wanted, has = ""]) => {
      const own = has.includes("-")
        ? `; for such a version the chart has to write its range with -0, as in ">=1.25.0-0"`
        : "";
      return `take a version of the chart that is for Kubernetes ${has}, or upgrade the cluster to ${wanted}${own}`;
    },
  },
  {
    pattern: /found in Chart\.yaml, but missing in charts\/ directory: (.+)/,
    next: ([, names]) =>
      `run helm dependency build for the chart before this step, or commit its folder charts with ${names}`,
  },
  {
    pattern: /lock file \((\S+)\) is out of sync/,
    next: ([, file]) => `run helm dependency update for the chart, and commit ${file}`,
  },
  {
    pattern: /can't get a valid version for (?:\d+ subchart\(s\)|repositories|dependency) (.+)/,
    next: ([, which = ""]) => `correct the version in Chart.yaml: its repository has none that fits ${oneLine(which)}`,
  },
  {
    pattern: /values don't meet the specifications of the schema\(s\) in the following chart\(s\):\n([\s\S]*)/,
    next: ([, faults = ""]) => `correct in the values ${schemaFaults(faults)}`,
  },
  {
    pattern: /cannot load (Chart\.yaml|values\.yaml|Chart\.lock):(?:.*yaml: line (\d+))?/,
    next: ([, file, line]) =>
      `correct ${line ? `line ${line} of ` : ""}the chart's ${file}: it is not YAML as Helm reads it`,
  },
  {
    pattern: /failed to parse (\S+): .*yaml: line (\d+)/,
    next: ([, file, line]) => `correct line ${line} of ${file}`,
  },
  {
    pattern: /chart\.metadata\.(\w+) is required/,
    next: ([, field]) => `add ${field} to the chart's Chart.yaml`,
  },
  {
    pattern: /chart\.metadata\.(\w+) "([^"]*)" is invalid/,
    next: ([, field, value]) =>
      `correct ${field} in the chart's Chart.yaml${field === "version" ? `: write one such as 1.2.3 in place of ${value}` : ""}`,
  },
  {
    pattern: /Chart\.yaml file is missing|no Chart\.yaml exists/,
    next: () => "name the folder in chart that holds Chart.yaml, or pack the chart by helm package",
  },
  {
    pattern: /seems to be a YAML file, but expected a gzipped archive/,
    next: () => "name the chart's folder in chart, not a file in it",
  },
  {
    pattern: /does not appear to be a gzipped archive; got '([^';]+)/,
    next: ([, type]) => `check where the file comes from: it is ${type}, not a chart packed by helm package`,
  },
  {
    // Nothing but "unexpected EOF" is what Helm 3 says of an archive that is cut off.
    pattern:
      /does not appear to be a valid chart file|unable to load chart archive|no files in chart archive|gzip: invalid|^(?:[A-Z]+ FAILED: )?unexpected EOF$/,
    next: () => "get the packed chart again, or pack it anew by helm package: it is broken or cut off",
  },
  {
    pattern: /\b(\w+) charts are not installable/,
    next: ([, type]) => `deploy the chart that uses this one: a ${type} chart only has templates for others`,
  },
  {
    pattern: /failed parsing --set-(file|json|literal) data: (.+)/,
    next: ([, kind, why = ""]) => `correct --set-${kind} in helm-args: ${oneLine(why)}`,
  },
  {
    pattern: /failed parsing --(set|set-string) data: (.+)/,
    next: ([, input, why = ""]) =>
      `correct the input ${input}, one key=value a line, such as image.tag=v1: ${oneLine(why)}`,
  },
];

/**
 * Helm 3.17: `- replicas: Invalid type. Expected: integer, given: string` below the chart's name, Helm 3.18 and later:
 * `- at '/replicas': got string, want integer`.
 */
function schemaFaults(text: string): string {
  const charts = new Map<string, string[]>();
  let chart = "";
  for (const line of text.split("\n")) {
    chart = /^(\S.*):$/.exec(line)?.[1] ?? chart;
    const fault = /^\s*- (.+)$/.exec(line)?.[1];
    if (fault !== undefined) charts.set(chart, [...(charts.get(chart) ?? []), shownFault(fault)]);
  }
  return [...charts]
    .map(([name, faults]) => {
      const more = faults.length > FAULTS_SHOWN ? `, and ${faults.length - FAULTS_SHOWN} more` : "";
      return `of chart ${name}: ${faults.slice(0, FAULTS_SHOWN).join(", ")}${more}`;
    })
    .join("; ");
}

function shownFault(fault: string): string {
  const [, pointer, why] = /^at '([^']*)': (.+)$/.exec(fault) ?? [];
  const [, path, problem] = /^([^:]+): (.+)$/.exec(fault) ?? [];
  const where = pointer === undefined ? path : pointer.slice(1).replaceAll("/", ".");
  const what = oneLine(why ?? problem ?? fault);
  return where === undefined || where === "" || where === "(root)" ? what : `${where}: ${what}`;
}
