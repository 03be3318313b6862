import { cp, mkdir, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import { afterAll, beforeAll, describe, expect, test } from "@jest/globals";
import { run } from "../../../sandbox/process/run.ts";
import { helmCharts } from "../../../src/adapters/helm/helm-charts.ts";
import type { HelmProgram } from "../../../src/adapters/helm/run-helm.ts";
import { type ChartSite, startChartSite, trustInSites } from "../../support/chart-site.ts";
import { packChart } from "../../support/charts.ts";
import { helms } from "../../support/cluster-view.ts";
import { copySettings, writeChart, writeLock } from "../../support/dependent-charts.ts";
import { tempFolder } from "../../support/temp-folder.ts";
import { cleanHelm } from "./clean-helm.ts";

// Charts that depend on "settings", wherever that comes from. That it is there, Helm says by rendering it.

let site: ChartSite;
let plain: ChartSite;
let trust: Record<string, string>;

beforeAll(async () => {
  const folder = await tempFolder();
  trust = await trustInSites();
  const current = await packChart("settings", folder);
  const old = await packChart("settings", folder, ["--version", "0.2.0"]);
  const pushed = [
    { name: "charts/settings", version: "0.2.0", archive: old },
    { name: "charts/settings", version: "0.3.1", archive: current },
  ];
  site = await startChartSite({ folder, pushed, tls: true });
  plain = await startChartSite({ folder, pushed });
  const { path } = await cleanHelm("4");
  await run(path, ["repo", "index", folder]);
});
afterAll(async () => {
  await Promise.all([site.close(), plain.close()]);
});

describe.each(helms)("Helm %s", (major) => {
  async function fetchChart(
    chart: string,
    helm: HelmProgram,
    extraArguments: string[] = [],
  ): Promise<{ digest: string; sources: string[] }> {
    const folder = await tempFolder();
    const { path, digest } = await helmCharts(helm, { folder, extraArguments }).fetch({ text: chart, kind: "folder" });
    const rendered = await run(helm.path, ["template", "orders", path], { env: helm.env });
    const sources = [...rendered.matchAll(/^# Source: (.+)$/gm)].map(([, source = ""]) => source);
    return { digest, sources: [...new Set(sources)] };
  }

  const settings = { name: "settings", version: "^0.3.0" };

  test("a file:// dependency, one that itself needs one, and one under two names", async () => {
    const [helm, folder] = [await cleanHelm(major), await tempFolder()];
    await copySettings(folder);
    await writeChart(folder, "middle", [{ ...settings, repository: "file://../settings" }]);
    const middle = { name: "middle", version: "1.x", repository: "file://../middle" };
    const chart = await writeChart(folder, "orders", [middle, { ...middle, alias: "second" }]);
    const { sources } = await fetchChart(chart, helm);
    expect(sources.filter((source) => source.endsWith("charts/settings/templates/settings.yaml"))).toEqual([
      "orders/charts/middle/charts/settings/templates/settings.yaml",
      "orders/charts/second/charts/settings/templates/settings.yaml",
    ]);
    expect(helm.lines).toEqual([
      `dependency build of ${join(folder, "middle")}: settings`,
      `dependency build of ${chart}: middle, middle`,
    ]);
  });

  test("one of a repository that nobody has added, without a lock", async () => {
    const helm = await cleanHelm(major, trust);
    const chart = await writeChart(await tempFolder(), "orders", [{ ...settings, repository: site.url }]);
    const { sources } = await fetchChart(chart, helm);
    expect(sources).toContain("orders/charts/settings/templates/settings.yaml");
    expect(await readdir(join(chart, "charts"))).toEqual(["settings-0.3.1.tgz"]);
  });

  test("one of a repository that nobody has added, of the version in the lock; nothing of it stays in the user's folders", async () => {
    const helm = await cleanHelm(major, trust);
    const chart = await writeChart(await tempFolder(), "orders", [
      { ...settings, version: "0.x", repository: site.url },
    ]);
    await writeLock(chart, { ...settings, version: "0.x", repository: site.url }, "0.2.0");
    // By hand it needs `helm repo add` first.
    await expect(run(helm.path, ["dependency", "build", chart], { env: await freshHome(helm.env) })).rejects.toThrow(
      /no repository definition for https:/,
    );
    await fetchChart(chart, { ...helm, env: await freshHome(helm.env) });
    expect(await readdir(join(chart, "charts"))).toEqual(["settings-0.2.0.tgz"]);
    const home = await freshHome(helm.env);
    await rm(join(chart, "charts"), { recursive: true });
    await fetchChart(chart, { ...helm, env: home });
    expect((await readdir(home.HOME ?? "", { recursive: true })).filter((name) => /repositor/.test(name))).toEqual([]);
  });

  test("one of a repository that the user has added under a name, with its login", async () => {
    const login = { username: "deployer", password: "repo-pass-4711", challenge: "Basic" } as const;
    const folder = await tempFolder();
    await packChart("settings", folder);
    const guarded = await startChartSite({ folder, tls: true, login });
    try {
      const helm = await cleanHelm(major, trust);
      await run(helm.path, ["repo", "index", folder]);
      const added = ["repo", "add", "ours", guarded.url, "--username", login.username, "--password", login.password];
      await run(helm.path, added, { env: helm.env });
      // One that is not needed, and not there any more.
      const own = (await run(helm.path, ["env", "HELM_REPOSITORY_CONFIG"], { env: helm.env })).trim();
      const before = await readFile(own, "utf8");
      await writeFile(own, `${before}- name: gone\n  url: http://127.0.0.1:9\n`);
      for (const repository of ["@ours", "alias:ours", guarded.url]) {
        const chart = await writeChart(await tempFolder(), "orders", [{ ...settings, repository }]);
        const { sources } = await fetchChart(chart, helm);
        expect(sources).toContain("orders/charts/settings/templates/settings.yaml");
      }
      expect(await readFile(own, "utf8")).toContain("gone");
      const chart = await writeChart(await tempFolder(), "orders", [{ ...settings, repository: "@theirs" }]);
      await expect(fetchChart(chart, helm)).rejects.toThrow(
        /dependency build of .* failed: .*no repository definition for @theirs/,
      );
    } finally {
      await guarded.close();
    }
  });

  test("one of a registry", async () => {
    const helm = await cleanHelm(major, trust);
    const host = major === "3" ? plain.host : site.host;
    const repository = `oci://${host}/charts`;
    const chart = await writeChart(await tempFolder(), "orders", [{ ...settings, repository }]);
    const { sources } = await fetchChart(chart, helm, major === "3" ? ["--plain-http", "--devel"] : ["--devel"]);
    expect(sources).toContain("orders/charts/settings/templates/settings.yaml");
  });

  test("a lock that does not fit is refused in Helm's words", async () => {
    const helm = await cleanHelm(major, trust);
    const chart = await writeChart(await tempFolder(), "orders", [{ ...settings, repository: site.url }]);
    await writeLock(chart, { ...settings, version: "0.2.x", repository: site.url }, "0.2.0");
    await expect(fetchChart(chart, helm)).rejects.toThrow(
      /^Helm: dependency build of .* failed: the lock file \(Chart.lock\) is out of sync with the dependencies file \(Chart.yaml\)/,
    );
  });

  test("what is not there is said in Helm's words, and what cannot be got anywhere at once", async () => {
    const helm = await cleanHelm(major, trust);
    const failing = async (dependency: Parameters<typeof writeChart>[2][0]) => {
      const chart = await writeChart(await tempFolder(), "orders", [dependency]);
      return fetchChart(chart, helm).then(String, String);
    };
    expect(await failing({ name: "settings", version: "^9", repository: site.url })).toMatch(
      /dependency build of .* failed: .*settings/,
    );
    expect(await failing({ name: "absent", version: "1", repository: site.url })).toMatch(
      /dependency build of .* failed: .*absent/,
    );
    expect(await failing({ name: "settings", version: "1", repository: "https://127.0.0.1:9" })).toMatch(
      /dependency build of .* failed: .*127.0.0.1:9/,
    );
    expect(await failing({ name: "settings", version: "1", repository: "file://../absent" })).toMatch(
      /dependency build of .* failed: .*absent/,
    );
    expect(await failing({ name: "settings", version: "1" })).toMatch(
      /^UserError: chart: .*orders depends on settings, without a repository to get it from, and .*charts does not hold it/,
    );
  });

  test("where all is there no Helm is called, packed or as a folder of any name", async () => {
    const broken = { path: "/nonexistent/helm", env: {}, onLine: () => undefined };
    const chart = await writeChart(await tempFolder(), "orders", [{ ...settings, repository: "https://127.0.0.1:9" }]);
    const fetching = () =>
      helmCharts(broken, { folder: "/nonexistent", extraArguments: [] }).fetch({ text: chart, kind: "folder" });
    await expect(fetching()).rejects.toThrow("/nonexistent");
    await mkdir(join(chart, "charts"));
    await packChart("settings", join(chart, "charts"));
    await fetching();
    await rm(join(chart, "charts", "settings-0.3.1.tgz"));
    await cp(await copySettings(await tempFolder()), join(chart, "charts", "vendored"), { recursive: true });
    await fetching();
    await rm(join(chart, "charts"), { recursive: true });
    await mkdir(join(chart, "charts"));
    // Of a version that the chart does not ask for: Helm would take it.
    await packChart("settings", join(chart, "charts"), ["--version", "0.2.0"]);
    await expect(fetching()).rejects.toThrow("/nonexistent");
  });

  test("what is packed of a folder is what the folder is now; an unpacked one stays", async () => {
    const [helm, folder] = [await cleanHelm(major), await tempFolder()];
    const near = await copySettings(folder);
    const chart = await writeChart(folder, "orders", [{ ...settings, repository: "file://../settings" }]);
    const { digest } = await fetchChart(chart, helm);
    await cp(join(near, "templates", "settings.yaml"), join(near, "templates", "new.yaml"));
    const changed = await fetchChart(chart, helm);
    expect(changed.sources).toContain("orders/charts/settings/templates/new.yaml");
    expect(changed.digest).not.toBe(digest);
    await rm(join(chart, "charts"), { recursive: true });
    await cp(near, join(chart, "charts", "settings"), { recursive: true });
    await fetchChart(chart, helm);
    expect(await readdir(join(chart, "charts"))).toEqual(["settings"]);
    // One whose folder is not here is what was packed.
    await rm(join(chart, "charts"), { recursive: true });
    await fetchChart(chart, helm);
    await rm(near, { recursive: true });
    expect((await fetchChart(chart, helm)).sources).toContain("orders/charts/settings/templates/new.yaml");
  });

  test("one without a repository is what charts/ holds, of any version", async () => {
    const helm = await cleanHelm(major);
    const chart = await writeChart(await tempFolder(), "orders", [{ name: "settings", version: "0.x" }]);
    await mkdir(join(chart, "charts"));
    await packChart("settings", join(chart, "charts"), ["--version", "0.4.0-rc.1"]);
    expect((await fetchChart(chart, helm)).sources).toContain("orders/charts/settings/templates/settings.yaml");
  });

  test("one of a plugin's address that the user has added, with its login", async () => {
    const [helm, bucket] = [await cleanHelm(major), await tempFolder()];
    await packChart("settings", bucket);
    await run(helm.path, ["repo", "index", bucket]);
    const plugins = await tempFolder();
    await mkdir(join(plugins, "bucket"));
    const get = `#!/bin/sh\n[ "$HELM_PLUGIN_PASSWORD" = repo-pass-4711 ] && exec cat "${bucket}/\${4##*/}"\nexit 1\n`;
    await writeFile(join(plugins, "bucket", "get.sh"), get, { mode: 0o755 });
    const plugin = { name: "bucket", version: "0.1.0", downloaders: [{ command: "get.sh", protocols: ["s3"] }] };
    await writeFile(join(plugins, "bucket", "plugin.yaml"), JSON.stringify(plugin));
    const own = join(plugins, "own.yaml");
    const entry = { name: "ours", url: "s3://bucket/stable", username: "deployer", password: "repo-pass-4711" };
    await writeFile(own, JSON.stringify({ apiVersion: "v1", repositories: [entry] }));
    const env = { ...helm.env, HELM_PLUGINS: plugins, HELM_REPOSITORY_CONFIG: own };
    const chart = await writeChart(await tempFolder(), "orders", [{ ...settings, repository: entry.url }]);
    await writeLock(chart, { ...settings, repository: entry.url }, "0.3.1");
    const { sources } = await fetchChart(chart, { ...helm, env });
    expect(sources).toContain("orders/charts/settings/templates/settings.yaml");
  });

  test("the digest is one of what Helm reads of the folder, without .git", async () => {
    const helm = await cleanHelm(major);
    const chart = await writeChart(await tempFolder(), "orders", []);
    await writeFile(join(chart, "templates", "all.yaml"), '{{ range $path, $_ := .Files }}# "{{ $path }}"\n{{ end }}');
    await writeFile(join(chart, ".helmignore"), "# no part\n*.md\nnode_modules/\n/top.txt\nsub/[a-c].txt\n");
    const write = async (path: string) => {
      await mkdir(join(chart, path, ".."), { recursive: true });
      await writeFile(join(chart, path), "x");
      const text = await run(helm.path, ["template", "orders", chart, "--show-only=templates/all.yaml"]);
      return { digest: (await fetchChart(chart, helm)).digest, isRead: text.includes(`# "${path}"`) };
    };
    let { digest } = await fetchChart(chart, helm);
    const left = ["README.md", "sub/a.md", "node_modules/x/index.js", "sub/node_modules/y", "top.txt", "sub/a.txt"];
    for (const path of left) expect({ path, ...(await write(path)) }).toEqual({ path, digest, isRead: false });
    for (const path of ["sub/top.txt", "sub/d.txt", "md"]) {
      const after = await write(path);
      expect({ path, same: after.digest === digest, isRead: after.isRead }).toEqual({
        path,
        same: false,
        isRead: true,
      });
      digest = after.digest;
    }
    expect((await write(".git/HEAD")).digest).toBe(digest);
    expect((await write("vendored/.git")).digest).toBe(digest);
  });

  test("the digest is the same on another machine, at another time and in a second run; not for other files of a dependency", async () => {
    const helm = await cleanHelm(major, trust);
    const digests: string[] = [];
    for (const at of [0, 1]) {
      const folder = await tempFolder();
      // Packed charts hold times in seconds.
      await wait(at * 1100);
      const near = await copySettings(folder);
      await writeChart(folder, "middle", [{ ...settings, repository: site.url }]);
      const middle = { name: "middle", version: "1.x", repository: "file://../middle" };
      const chart = await writeChart(folder, "orders", [middle, { ...settings, repository: "file://../settings" }]);
      for (const _ of ["first run", "second run"]) digests.push((await fetchChart(chart, helm)).digest);
      await writeFile(join(near, "values.yaml"), "{}");
      expect((await fetchChart(chart, helm)).digest).not.toBe(digests[0]);
    }
    expect(new Set(digests).size).toBe(1);
  });
});

async function freshHome(env: Readonly<Record<string, string>>): Promise<Record<string, string>> {
  return { ...env, HOME: await tempFolder() };
}
