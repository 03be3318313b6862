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

/** A chart's folder: what it depends on, which of that its `charts/` does not hold, and which is to be fetched. */
export type ChartFolder = {
  path: string;
  dependencies: Dependency[];
  missing: Dependency[];
  /** What is missing, and what `charts/` holds packed of a folder that is there: nothing tells whether that is what it was. */
  toFetch: Dependency[];
};

/** Reads a chart's folder. One without a Chart.yaml depends on nothing. */
export function readChartFolder(path: string): ChartFolder {
  // A chart of Helm 2's form names them in a file of their own.
  const dependencies = ["Chart.yaml", "requirements.yaml"].flatMap((file) =>
    readDependencies(textOf(join(path, file))),
  );
  const unpacked = unpackedIn(join(path, "charts"));
  const missing = missingDependencies(dependencies, [...unpacked, ...packedIn(join(path, "charts"))]);
  const isPackedFolder = (dependency: Dependency): boolean =>
    // Build does not replace an unpacked one, but puts a second chart beside it.
    !unpacked.some(({ name }) => name === dependency.name) && folderOf(dependency, path).some(isChart);
  const toFetch = dependencies.filter((dependency) => missing.includes(dependency) || isPackedFolder(dependency));
  return { path, dependencies, missing, toFetch };
}

/** Whether that folder is a chart's. */
export function isChart(folder: string): boolean {
  return statSync(join(folder, "Chart.yaml"), { throwIfNoEntry: false })?.isFile() ?? false;
}

/**
 * The folders that are to be built, a chart's own last: each dependency that is a folder comes before what is packed of it.
 * Those whose dependencies are all there, none of them packed of a folder, are left out, with all below them.
 */
export function unbuiltFolders(path: string): ChartFolder[] {
  const isUnbuilt = ({ toFetch }: ChartFolder): boolean => toFetch.length > 0;
  return walk(path, isUnbuilt).filter(isUnbuilt);
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

/**
 * The OCI registries that dependencies come from: all that the chart and its folders name, or only those of the folders where
 * one is to be fetched, since Helm then fetches the others again.
 */
export function dependencyRegistries(path: string, which: "all" | "missing"): string[] {
  const charts = which === "missing" ? unbuiltFolders(path) : walk(path, () => true);
  return [
    ...new Set(
      charts.flatMap((chart) => chart.dependencies).flatMap(({ repository }) => registryHost(repository) ?? []),
    ),
  ];
}

function packedIn(charts: string): HeldChart[] {
  return namesIn(charts).flatMap((name) => (isFolder(join(charts, name)) ? [] : (packedChart(name) ?? [])));
}

/** Helm goes by the name in the chart, not the folder's. The version is what somebody put there: build would not replace it. */
function unpackedIn(charts: string): HeldChart[] {
  const names = namesIn(charts).map((folder) => readChartName(textOf(join(charts, folder, "Chart.yaml"))));
  return names.filter((name) => name !== "").map((name) => ({ name, version: undefined }));
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
