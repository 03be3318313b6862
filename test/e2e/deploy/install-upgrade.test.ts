import { createHash } from "node:crypto";
import { readFile } from "node:fs/promises";
import { beforeAll, expect, test } from "@jest/globals";
import { packStorefront } from "../../support/charts.ts";
import { type ClusterView, clusterView, type HelmMajor, helms, type KubeObject } from "../../support/cluster-view.ts";
import { byRole, deploy } from "../../support/deploy.ts";
import { oidcJob, roleFor } from "../../support/login.ts";
import { newNamespace } from "../../support/namespaces.ts";
import type { ActionRun } from "../../support/run-action.ts";
import { sandbox } from "../../support/sandbox.ts";
import { tempFolder } from "../../support/temp-folder.ts";

let chart: string;
let role: { arn: string };
let job: Record<string, string>;
let cluster: ClusterView;

beforeAll(async () => {
  const running = await sandbox();
  [role, cluster, chart] = [await roleFor(running), await clusterView(), await packStorefront(await tempFolder())];
  job = oidcJob(running);
});

test.concurrent.each(helms)(
  "Helm %s installs and upgrades a chart with all that published charts have",
  async (helm) => {
    const namespace = newNamespace();
    const deployShop = (values: string) =>
      deploy(helm, { ...byRole(role), namespace, release: "shop", chart, values }, { env: job });

    const first = await deployShop("many: 150");
    expect(first).toMatchObject({ code: 0, errors: [], stderr: "" });
    expect(first.outputs).toMatchObject({
      status: "deployed",
      action: "install",
      revision: "1",
      "previous-revision": "",
    });
    await expectAsHelmSays(first, helm, namespace);
    await expectAsClusterSays(first, namespace);
    expect(first.outputs["chart-digest"]).toBe(sha256(await readFile(chart)));
    // The chart's objects are really there: of the custom kind, of the hook, of the subchart, and all of the many.
    expect(await cluster.get("widget/shop", "-n", namespace)).toMatchObject({ spec: { size: 3 } });
    expect(await cluster.get("configmap/shop-after", "-n", namespace)).toMatchObject({ data: { revision: "1" } });
    expect(await configMaps(namespace)).toEqual(expect.arrayContaining(["shop", "shop-0", "shop-149"]));
    expect(await cluster.get("job/shop-before", "-n", namespace)).toBeUndefined(); // its policy: hook-succeeded

    const second = await deployShop("image: { tag: next }\nsuspend: true\nhost: new.example.com");
    expect(second).toMatchObject({ code: 0, errors: [], stderr: "" });
    expect(second.outputs).toMatchObject({
      status: "deployed",
      action: "upgrade",
      revision: "2",
      "previous-revision": "1",
      url: "https://new.example.com/shop",
      images: expect.stringContaining("registry.test/shop/storefront:next"),
    });
    await expectAsHelmSays(second, helm, namespace);
    await expectAsClusterSays(second, namespace);
    expect(await cluster.history(helm, "shop", namespace)).toEqual(["1 superseded", "2 deployed"]);
    expect(await cluster.get("configmap/shop-after", "-n", namespace)).toMatchObject({ data: { revision: "2" } });
    expect(await configMaps(namespace)).not.toContain("shop-149");
  },
  90_000,
);

async function configMaps(namespace: string): Promise<string[]> {
  return (await cluster.list("configmaps", "-n", namespace)).map(({ metadata }) => metadata.name);
}

async function expectAsHelmSays(run: ActionRun, helm: HelmMajor, namespace: string): Promise<void> {
  const { outputs } = run;
  const [listed] = await cluster.helmJson<Record<string, string>[]>(helm, "list", "-n", namespace);
  expect(listed).toMatchObject({
    name: "shop",
    namespace,
    status: outputs.status,
    revision: outputs.revision,
    chart: `${outputs.chart}-${outputs["chart-version"]}`,
    app_version: outputs["app-version"],
  });
  expect(outputs).toMatchObject({ namespace, chart: "storefront", "chart-version": "4.5.6", "app-version": "2026.1" });
  const texts = [`revision ${outputs.revision}, deployed`, "storefront 4.5.6 (app 2026.1)", outputs["chart-digest"]];
  for (const text of texts) expect(run.summary).toContain(text);
}

type Pod = KubeObject & { status: { containerStatuses: { image: string; imageID: string; ready: boolean }[] } };
type CronJob = KubeObject & { spec: { schedule: string; timeZone: string; suspend: boolean } };

async function expectAsClusterSays({ outputs, summary }: ActionRun, namespace: string): Promise<void> {
  // While an upgrade's old pods end they are still listed: only those of the new image count.
  const images = parse(outputs.images) as { workload: string; container: string; image: string; digest: string }[];
  const pods = await cluster.list<Pod>("pods", "-n", namespace);
  const digests = images.map(({ container, image }) => {
    const pod = pods.find(
      ({ metadata, status }) =>
        metadata.labels?.["app.kubernetes.io/component"] === container && status.containerStatuses[0]?.image === image,
    );
    return pod?.status.containerStatuses[0]?.imageID.split("@")[1];
  });
  expect(images.map(({ digest }) => digest)).toEqual(digests);
  for (const digest of digests) {
    expect(digest).toMatch(/^sha256:[0-9a-f]{64}$/);
    expect(summary).toContain(digest?.slice(0, 19));
  }
  expect(images.map(({ workload }) => workload)).toEqual([
    "Deployment/shop-web",
    "StatefulSet/shop-db",
    "DaemonSet/shop-agent",
    `Job/shop-migrate-${outputs.revision}`,
    "Job/shop-announce",
  ]);

  const [cronJob] = await cluster.list<CronJob>("cronjobs", "-n", namespace);
  const { schedule, timeZone, suspend } = cronJob?.spec ?? {};
  const name = "shop-nightly";
  expect(cronJob?.metadata.name).toBe(name);
  expect(parse(outputs.cronjobs)).toEqual([{ namespace, name, schedule, timeZone, suspend, lastScheduleTime: "" }]);
  expect(summary).toContain(`| ${name} | \`${schedule}\` ${timeZone} | ${suspend ? "suspended" : "on"} | never |`);

  const host = (await cluster.get<{ spec: { rules: { host: string }[] } }>("ingress/shop", "-n", namespace))?.spec
    .rules[0]?.host;
  const urls = [`https://${host}/shop`, `http://plain.${host}/shop`, `https://api.${host}/`];
  expect(parse(outputs.urls)).toEqual(urls);
  expect(outputs.url).toBe(urls[0]);
  for (const url of urls) expect(summary).toContain(url);
}

function parse(json: string | undefined): unknown {
  return JSON.parse(json ?? "");
}

function sha256(content: Buffer): string {
  return `sha256:${createHash("sha256").update(content).digest("hex")}`;
}
