import { parse } from "yaml";
import { inRange } from "./version-range.ts";

/** What a chart says that it needs. `repository` is empty where the chart itself is to hold it, in `charts/`. */
export type Dependency = { name: string; version: string; repository: string };

/** A chart in the folder `charts/`; the version where it can be told. */
export type HeldChart = { name: string; version: string | undefined };

/**
 * The dependencies in the text of Chart.yaml, requirements.yaml or Chart.lock. None of what cannot be read: Helm says what is
 * wrong with it. Aliases are left out, since they name the same chart once more.
 */
export function readDependencies(text: string): Dependency[] {
  return listOf(text).flatMap((entry) => {
    const { name, version, repository } = (entry ?? {}) as Record<string, unknown>;
    return typeof name === "string" ? [{ name, version: asText(version), repository: asText(repository) }] : [];
  });
}

/** The name in the text of a Chart.yaml; empty where there is none. */
export function readChartName(text: string): string {
  return asText((parsed(text) as Record<string, unknown> | null)?.name);
}

/** What a packed chart in `charts/` is, by its file's name; `undefined` for another file. */
export function packedChart(file: string): HeldChart | undefined {
  if (!file.endsWith(".tgz") || /^[._]/.test(file)) return undefined;
  const base = file.slice(0, -".tgz".length);
  const [, name = base, version] = /^(.+?)-(v?\d+\.\d+\.\d+(?:[-+].*)?)$/.exec(base) ?? [];
  return { name, version };
}

/**
 * The dependencies that `charts/` does not hold: Helm would refuse to deploy ("found in Chart.yaml, but missing in charts/
 * directory"), or deploy another version than the chart asks for. A version that cannot be compared is taken for right, and so
 * is that of a chart without a repository: Helm takes what is there, and there is nowhere to get another one from.
 */
export function missingDependencies(dependencies: readonly Dependency[], held: readonly HeldChart[]): Dependency[] {
  const fits = ({ version, repository }: Dependency, chart: HeldChart): boolean =>
    repository === "" || chart.version === undefined || inRange(version, chart.version) !== false;
  const holds = (dependency: Dependency, chart: HeldChart): boolean =>
    chart.name === dependency.name && fits(dependency, chart);
  return dependencies.filter((dependency) => !held.some((chart) => holds(dependency, chart)));
}

/** The folder of a dependency that is one on this machine, as the chart writes it; `undefined` for others. */
export function fileDependency({ repository }: Dependency): string | undefined {
  return repository.startsWith("file://") ? repository.slice("file://".length) : undefined;
}

function listOf(text: string): unknown[] {
  const { dependencies } = (parsed(text) ?? {}) as { dependencies?: unknown };
  return Array.isArray(dependencies) ? dependencies : [];
}

function parsed(text: string): unknown {
  try {
    return parse(text) as unknown;
  } catch {
    return undefined;
  }
}

function asText(value: unknown): string {
  return typeof value === "string" || typeof value === "number" ? String(value) : "";
}
