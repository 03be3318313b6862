import { setTimeout as wait } from "node:timers/promises";
import { afterAll, beforeAll, describe, expect, test } from "@jest/globals";
import { run as runProgram } from "../../../sandbox/process/run.ts";
import { type ChartSite, startChartSite, trustInSites } from "../../support/chart-site.ts";
import { packChart } from "../../support/charts.ts";
import { type ClusterView, clusterView, helms } from "../../support/cluster-view.ts";
import { writeChart, writeLock } from "../../support/dependent-charts.ts";
import { deploy } from "../../support/deploy.ts";
import { newNamespace } from "../../support/namespaces.ts";
import { sandbox } from "../../support/sandbox.ts";
import { tempFolder } from "../../support/temp-folder.ts";

// Chart folders as a checkout has them: their charts/ is not committed.

let cluster: ClusterView;
let site: ChartSite;
let trust: Record<string, string>;

beforeAll(async () => {
  cluster = await clusterView();
  const folder = await tempFolder();
  trust = await trustInSites();
  await packChart("settings", folder);
  await packChart("settings", folder, ["--version", "0.2.0"]);
  site = await startChartSite({ folder, tls: true });
  await runProgram((await sandbox()).tools.helm4, ["repo", "index", folder]);
});
afterAll(() => site.close());

describe.each(helms)("Helm %s", (helm) => {
  test("deploys what the chart depends on, and again with the same digest", async () => {
    const namespace = newNamespace();
    const digests: (string | undefined)[] = [];
    for (const checkout of [1, 2]) {
      const folder = await tempFolder();
      const settings = { name: "settings", version: "0.x", repository: site.url };
      await writeLock(await writeChart(folder, "middle", [settings]), settings, "0.2.0");
      const middle = { name: "middle", version: "1.x", repository: "file://../middle" };
      const chart = await writeChart(folder, "orders", [middle]);
      for (const _ of ["the first service of the job", "the second"]) {
        const run = await deploy(helm, { namespace, chart }, { env: trust });
        expect(run).toMatchObject({ code: 0, errors: [], outputs: { chart: "orders", status: "deployed" } });
        digests.push(run.outputs["chart-digest"]);
      }
      const manifest = await cluster.helm(helm, "get", "manifest", "orders", "--namespace", namespace);
      expect(manifest).toContain("# Source: orders/charts/middle/charts/settings/templates/settings.yaml");
      // Packed charts hold times in seconds.
      if (checkout === 1) await wait(1100);
    }
    expect(digests[0]).toMatch(/^sha256:/);
    expect(new Set(digests).size).toBe(1);
    expect((await cluster.history(helm, "orders", namespace)).at(-1)).toBe("4 deployed");
  });

  test("says what is wrong with a dependency that it cannot get, and leaves the cluster as it is", async () => {
    const namespace = newNamespace();
    const failing = async (chart: string) => (await deploy(helm, { namespace, chart }, { env: trust })).errors;
    const settings = { name: "settings", version: "0.2.x", repository: site.url };
    const locked = await writeChart(await tempFolder(), "orders", [{ ...settings, version: "0.3.x" }]);
    await writeLock(locked, settings, "0.2.0");
    expect(await failing(locked)).toEqual([
      expect.stringMatching(
        /dependency build of .*orders failed: the lock file \(Chart.lock\) is out of sync[\s\S]*helm dependency update/,
      ),
    ]);
    const unreachable = { ...settings, repository: "https://127.0.0.1:9" };
    expect(await failing(await writeChart(await tempFolder(), "orders", [unreachable]))).toEqual([
      expect.stringMatching(
        /dependency build of .*orders failed: Unable to get an update .*127.0.0.1:9.*connection refused/,
      ),
    ]);
    expect(await failing(await writeChart(await tempFolder(), "orders", [{ name: "settings", version: "1" }]))).toEqual(
      [expect.stringMatching(/^chart: .*orders depends on settings, without a repository to get it from/)],
    );
    expect(await cluster.get(`namespace/${namespace}`)).toBeUndefined();
  });
});
