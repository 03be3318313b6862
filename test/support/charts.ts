import { cp, mkdtemp } from "node:fs/promises";
import { join, resolve } from "node:path";
import { run } from "../../sandbox/process/run.ts";
import { sandbox } from "./sandbox.ts";

/** Packs a chart of test/fixtures/charts into `folder`, by Helm itself; `changes` are flags of `helm package`. Returns the .tgz. */
export async function packChart(name: string, folder: string, changes: string[] = []): Promise<string> {
  const { tools } = await sandbox();
  return pack(tools.helm4, fixtureChart(name), ["--destination", folder, ...changes]);
}

/** The chart "storefront" as published charts are: packed, with its subchart packed in it. Returns the .tgz. */
export async function packStorefront(folder: string): Promise<string> {
  const { tools } = await sandbox();
  const copy = join(await mkdtemp(join(folder, "packing-")), "storefront");
  await cp(fixtureChart("storefront"), copy, { recursive: true });
  await packChart("settings", join(copy, "charts"));
  return pack(tools.helm4, copy, ["--destination", folder]);
}

async function pack(helm: string, chart: string, flags: string[]): Promise<string> {
  const said = await run(helm, ["package", chart, ...flags]);
  const [, path] = /saved it to: (.+)/.exec(said) ?? [];
  if (path === undefined) throw new Error(`helm package did not say where the chart is: ${said}`);
  return path;
}

function fixtureChart(name: string): string {
  return resolve("test", "fixtures", "charts", name);
}
