import { readdirSync, readFileSync, statSync } from "node:fs";
import { isAbsolute, join, resolve } from "node:path";
import {
  type Dependency,
  fileDependency,
  type HeldChart,
  missingDependencies,
  packedChart,
  readChartName,
  readDependencies,
} from "../../chart/dependencies.ts";
import { registryHost } from "../../chart/registry-config.ts";

/** A chart's folder: what it depends on, and which of that its `charts/` does not hold. */
export type ChartFolder = { path: string; dependencies: Dependency[]; missing: Dependency[] };

/** Reads a chart's folder. One without a Chart.yaml depends on nothing. */
export function readChartFolder(path: string): ChartFolder {
  // A chart of Helm 2's form names them in a file of their own.
  const dependencies = ["Chart.yaml", "requirements.yaml"].flatMap((file) =>
    readDependencies(textOf(join(path, file))),
  );
  return { path, dependencies, missing: missingDependencies(dependencies, heldIn(join(path, "charts"))) };
}

/**
 * The folders that are to be built, a chart's own last: each dependency that is a folder comes before what is packed of it.
 * Those whose dependencies are all there are left out, with all below them.
 */
export function unbuiltFolders(path: string): ChartFolder[] {
  return walk(path, ({ missing }) => missing.length > 0).filter(({ missing }) => missing.length > 0);
}

/** A chart's folder and the folders that it depends on, each once, those first. Charts that depend on each other are Helm's to refuse. */
function walk(path: string, goesOn: (chart: ChartFolder) => boolean, seen = new Set<string>()): ChartFolder[] {
  if (seen.has(resolve(path))) return [];
  seen.add(resolve(path));
  const chart = readChartFolder(path);
  if (!goesOn(chart)) return [chart];
  const below = chart.dependencies.flatMap((dependency) => folderOf(dependency, path));
  return [...below.flatMap((folder) => walk(folder, goesOn, seen)), chart];
}

/** Where a dependency lies that is a folder, as Helm finds it: from the chart's folder. Empty for any other. */
export function folderOf(dependency: Dependency, chart: string): string[] {
  const written = fileDependency(dependency);
  if (written === undefined) return [];
  return [isAbsolute(written) ? written : join(chart, written)];
}

/** The OCI registries that dependencies come from: all that the chart and its folders name, or only the missing ones. */
export function dependencyRegistries(path: string, which: "all" | "missing"): string[] {
  const dependencies =
    which === "missing"
      ? unbuiltFolders(path).flatMap((chart) => chart.missing)
      : walk(path, () => true).flatMap((chart) => chart.dependencies);
  return [...new Set(dependencies.flatMap(({ repository }) => registryHost(repository) ?? []))];
}

function heldIn(charts: string): HeldChart[] {
  return namesIn(charts).flatMap((name): HeldChart[] => {
    const path = join(charts, name);
    if (!isFolder(path)) return [packedChart(name)].filter((chart) => chart !== undefined);
    // Helm goes by the name in the chart, not the folder's. Its version is what somebody put there: build would not replace it.
    const chart = readChartName(textOf(join(path, "Chart.yaml")));
    return chart === "" ? [] : [{ name: chart, version: undefined }];
  });
}

function namesIn(folder: string): string[] {
  return isFolder(folder) ? readdirSync(folder) : [];
}

function isFolder(path: string): boolean {
  return statSync(path, { throwIfNoEntry: false })?.isDirectory() ?? false;
}

function textOf(file: string): string {
  try {
    return readFileSync(file, "utf8");
  } catch {
    return "";
  }
}
