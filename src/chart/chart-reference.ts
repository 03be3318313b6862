/** How a user names a chart. `text` is what they wrote. */
export type ChartReference = { text: string; version?: string } & (
  | { kind: "folder" }
  | { kind: "archive" }
  | { kind: "url" }
  | { kind: "oci" }
  | { kind: "repository"; repository?: string }
);

/**
 * Tells the kinds of chart apart as Helm does: what exists on disk comes first.
 * `onDisk` says what the text is as a path. Returns the reference, or the problem with it.
 */
export function parseChartReference(
  given: { chart: string; version: string; repository: string },
  onDisk: (path: string) => "folder" | "file" | "nothing",
): ChartReference | { problem: string } {
  const { chart, version, repository } = given;
  const base = { text: chart, ...(version === "" ? {} : { version }) };
  if (chart.startsWith("oci://")) {
    if (repository !== "")
      return { problem: "repository: not used with an oci:// chart; write the whole address in chart" };
    return { ...base, kind: "oci" };
  }
  if (repository !== "") {
    if (!/^https?:\/\//.test(repository)) {
      return { problem: `repository: "${repository}" is not an address; write one that starts with https://` };
    }
    return { ...base, kind: "repository", repository };
  }
  if (/^https?:\/\//.test(chart)) {
    // Helm would take what is at the address, whatever version was asked for.
    if (version !== "") return { problem: `chart-version: not used with the address "${chart}"; it names one .tgz` };
    return { ...base, kind: "url" };
  }
  const found = onDisk(chart);
  if (found === "folder" || found === "file") {
    if (version !== "")
      return {
        problem: `chart-version: not used with the path "${chart}"; the chart's own Chart.yaml says its version`,
      };
    if (found === "folder" && onDisk(`${chart}/Chart.yaml`) !== "file") {
      return { problem: `chart: ${chart} holds no Chart.yaml; name the folder that does, such as charts/orders` };
    }
    return { ...base, kind: found === "folder" ? "folder" : "archive" };
  }
  if (/^[\w.-]+\/[\w.-]+$/.test(chart) && !chart.startsWith(".")) return { ...base, kind: "repository" };
  return {
    problem: `chart: "${chart}" is not here. Write a path from the workspace (is there a checkout step before?), repo/name, an https address of a .tgz, or oci://…`,
  };
}
