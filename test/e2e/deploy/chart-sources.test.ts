import { cp, readFile, rename } from "node:fs/promises";
import { join, relative } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "@jest/globals";
import { run as runProgram } from "../../../sandbox/process/run.ts";
import { type ChartSite, digestOf, startChartSite, trustInSites } from "../../support/chart-site.ts";
import { packChart } from "../../support/charts.ts";
import { type ClusterView, clusterView, type HelmMajor, helms } from "../../support/cluster-view.ts";
import { deploy, workspace } from "../../support/deploy.ts";
import { newNamespace } from "../../support/namespaces.ts";
import { sandbox } from "../../support/sandbox.ts";
import { tempFolder } from "../../support/temp-folder.ts";

// The chart "settings" in two versions, wherever charts come from. Which one was deployed, Helm itself says.

let cluster: ClusterView;
let folder: string;
/** Paths of the packed chart, by version. */
let archives: { old: string; current: string };
let plain: ChartSite;
let secure: ChartSite;
let trust: Record<string, string>;

beforeAll(async () => {
  [cluster, folder, trust] = [await clusterView(), await tempFolder(), await trustInSites()];
  const current = await packChart("settings", folder);
  const old = await packChart("settings", folder, ["--version", "0.2.0", "--app-version", "1.0"]);
  archives = { old, current };
  const pushed = [
    { name: "charts/settings", version: "0.2.0", archive: old },
    { name: "charts/settings", version: "0.3.1", archive: current },
  ];
  plain = await startChartSite({ folder, pushed });
  secure = await startChartSite({ folder, pushed, tls: true });
  await runProgram((await sandbox()).tools.helm4, ["repo", "index", folder]);
});
afterAll(async () => {
  await Promise.all([plain.close(), secure.close()]);
});

type Source = { inputs: (helm: HelmMajor) => Record<string, string>; version?: "0.2.0" };
/** Helm 3 speaks http to registries on loopback, but https to ask for their tags: there only --plain-http works. */
const inRegistry = (helm: HelmMajor, chart: string): Record<string, string> =>
  helm === "3"
    ? { chart: `oci://${plain.host}/charts/${chart}`, "helm-args": "--plain-http" }
    : { chart: `oci://${secure.host}/charts/${chart}` };
const sources: Record<string, Source> = {
  "a packed chart": { inputs: () => ({ chart: relative(workspace, archives.current) }) },
  "a packed chart over http": { inputs: () => ({ chart: `${plain.url}/settings-0.3.1.tgz` }) },
  "a packed chart over https": { inputs: () => ({ chart: `${secure.url}/settings-0.3.1.tgz` }) },
  "a repository's newest": { inputs: () => ({ chart: "settings", repository: plain.url }) },
  "a repository's, of a version": {
    inputs: () => ({ chart: "settings", repository: secure.url, "chart-version": "0.2.0" }),
    version: "0.2.0",
  },
  "a registry's newest": { inputs: (helm) => inRegistry(helm, "settings") },
  "a registry's, of a range of versions": {
    inputs: (helm) => ({ ...inRegistry(helm, "settings"), "chart-version": "~0.2" }),
    version: "0.2.0",
  },
  "a registry's without TLS": {
    inputs: () => ({
      chart: `oci://${plain.host}/charts/settings`,
      "chart-version": "0.2.0",
      "helm-args": "--plain-http",
    }),
    version: "0.2.0",
  },
};

describe.each(helms)("Helm %s", (helm) => {
  test.concurrent.each(Object.keys(sources))("deploys %s", async (name) => {
    const { inputs, version = "0.3.1" } = sources[name] as Source;
    const namespace = newNamespace();
    const given = inputs(helm);
    const run = await deploy(helm, { namespace, ...given }, { env: trust });
    expect(run).toMatchObject({ code: 0, errors: [] });
    const [listed] = await cluster.helmJson<unknown[]>(helm, "list", "--namespace", namespace);
    expect(listed).toMatchObject({ status: "deployed", chart: `settings-${version}` });
    const digest = digestOf(await readFile(version === "0.2.0" ? archives.old : archives.current));
    expect(run.outputs).toMatchObject({ chart: "settings", "chart-version": version, "chart-digest": digest });
    const { repository = "" } = given;
    expect(await recordedChart(namespace)).toMatchObject({ source: given.chart, repository, version, digest });
  });

  test.concurrent("says what is wrong with a chart that it cannot get, and leaves the cluster as it is", async () => {
    const namespace = newNamespace();
    const wrong: [Record<string, string>, RegExp][] = [
      [{ chart: `${plain.url}/absent-1.0.0.tgz` }, /pull chart http.*absent-1.0.0.tgz failed: .*404 Not Found/],
      [
        { chart: "absent", repository: plain.url },
        /pull chart absent failed: .*chart "absent".* not found in .* repository/,
      ],
      [
        { chart: "settings", repository: plain.url, "chart-version": "9.9.9" },
        /chart "settings" version "9.9.9" not found/,
      ],
      [{ ...inRegistry(helm, "absent"), "chart-version": "1.0.0" }, /pull chart oci:.*(not found|404)/],
      [{ chart: "absent/settings" }, /repo absent not found/],
    ];
    for (const [inputs, message] of wrong) {
      const run = await deploy(helm, { namespace, ...inputs }, { env: trust });
      expect(run).toMatchObject({ code: 1, errors: [expect.stringMatching(message)] });
      expect(run.outputs).toEqual({ status: "failed" });
    }
    expect(await cluster.get(`namespace/${namespace}`)).toBeUndefined();
  });
});

test("a folder's digest is that of its files' names and contents, wherever it lies", async () => {
  const namespace = newNamespace();
  const digestOfChart = async (chart: string) => {
    const run = await deploy("4", { namespace, chart });
    expect(run).toMatchObject({ code: 0, errors: [] });
    expect(await recordedChart(namespace, run.outputs.revision)).toMatchObject({ digest: run.outputs["chart-digest"] });
    return run.outputs["chart-digest"];
  };
  const first = await digestOfChart("charts/settings");
  const copy = join(await tempFolder(), "copy");
  await cp(join(workspace, "charts", "settings"), copy, { recursive: true });
  expect(await digestOfChart(copy)).toBe(first);
  await rename(join(copy, "values.yaml"), join(copy, "values.yml"));
  expect(await digestOfChart(copy)).not.toBe(first);
});

async function recordedChart(namespace: string, revision = "1"): Promise<unknown> {
  const secret = await cluster.get(`secret/k8s-migrate.orders.v${revision}`, "-n", namespace);
  return (JSON.parse(Buffer.from(secret?.data?.record ?? "", "base64").toString()) as { chart: unknown }).chart;
}
