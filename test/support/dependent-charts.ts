import { cp, mkdir, writeFile } from "node:fs/promises";
import { join, resolve } from "node:path";
import { stringify } from "yaml";
import { digestOf } from "./chart-site.ts";

export type Needs = { name: string; version?: string; repository?: string; alias?: string };

/** Writes a chart that depends on others, with one ConfigMap of its own, into a new folder below `folder`. */
export async function writeChart(folder: string, name: string, dependencies: Needs[]): Promise<string> {
  const chart = join(folder, name);
  await mkdir(join(chart, "templates"), { recursive: true });
  const metadata = { apiVersion: "v2", name, version: "1.0.0", dependencies };
  await writeFile(join(chart, "Chart.yaml"), JSON.stringify(metadata));
  const object = { apiVersion: "v1", kind: "ConfigMap", metadata: { name: `${name}-own` } };
  await writeFile(join(chart, "templates", "own.yaml"), JSON.stringify(object));
  return chart;
}

/** A copy of the chart "settings" of the fixtures in that folder. */
export async function copySettings(folder: string): Promise<string> {
  const chart = join(folder, "settings");
  await cp(resolve("test/fixtures/charts/settings"), chart, { recursive: true });
  return chart;
}

/**
 * Writes the Chart.lock that Helm made when that was wanted, and the version was the newest:
 * https://github.com/helm/helm/blob/v4.1.4/internal/resolver/resolver.go
 */
export async function writeLock(chart: string, wanted: Required<Omit<Needs, "alias">>, version: string): Promise<void> {
  const { name, repository } = wanted;
  const locked = { name, version, repository };
  const digest = digestOf(Buffer.from(JSON.stringify([[{ name, version: wanted.version, repository }], [locked]])));
  const generated = new Date().toISOString();
  await writeFile(join(chart, "Chart.lock"), stringify({ dependencies: [locked], digest, generated }));
}
