import { createHash } from "node:crypto";
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { beforeAll, expect, test } from "@jest/globals";
import { waitFor } from "../../../sandbox/process/daemon.ts";
import { packChart } from "../../support/charts.ts";
import { type ClusterView, clusterView, helms, type KubeObject } from "../../support/cluster-view.ts";
import { deploy, workspace } from "../../support/deploy.ts";
import { newNamespace } from "../../support/namespaces.ts";
import { tempFolder } from "../../support/temp-folder.ts";

let chart: string;
let cluster: ClusterView;

beforeAll(async () => {
  chart = await packChart("web", await tempFolder());
  cluster = await clusterView();
});

test.concurrent.each(helms)(
  "Helm %s: a record beside the release says what was deployed, from where and by whom",
  async (helm) => {
    const namespace = newNamespace();
    const values = "note: 'from the workflow'";
    const run = await deploy(helm, {
      namespace,
      chart,
      values,
      "value-files": "values/first.yaml",
      set: "replicas=2\nnested.c=yes",
      "set-string": "nested.d=1",
      "secret-values": "password: never-recorded-1\nkeys: { api: never-recorded-2 }",
    });
    expect(run).toMatchObject({ code: 0, warnings: [] });

    const { secret, record } = await readRecord(namespace, 1);
    expect(record).toEqual({
      schemaVersion: 1,
      release: "orders",
      namespace,
      revision: 1,
      deployedAt: expect.stringMatching(/^\d{4}-\d\d-\d\dT/),
      helmVersion: (await cluster.helm(helm, "version", "--template", "{{.Version}}")).replace("v", ""),
      chart: {
        source: chart,
        repository: "",
        name: "web",
        version: "1.2.3",
        appVersion: "7.0",
        digest: `sha256:${createHash("sha256")
          .update(await readFile(chart))
          .digest("hex")}`,
      },
      values: {
        files: [{ path: "values/first.yaml", content: await readFile(join(workspace, "values/first.yaml"), "utf8") }],
        inline: values,
        set: ["replicas=2", "nested.c=yes"],
        setString: ["nested.d=1"],
        secretLeaves: 2,
        secretPaths: [["password"], ["keys", "api"]],
      },
      images: JSON.parse(run.outputs.images ?? ""),
      git: {
        repository: "octo-org/shop",
        commit: "0123456789abcdef0123456789abcdef01234567",
        ref: "refs/heads/main",
      },
      run: { url: "https://github.com/octo-org/shop/actions/runs/4711/attempts/1", actor: "octocat" },
    });
    expect(Math.abs(Date.parse(String(record.deployedAt)) - Date.now())).toBeLessThan(30_000);
    // Helm's own copy of the release does hold the secret values: the record must not.
    expect(JSON.stringify([secret, record])).not.toContain("never-recorded");

    const owner = await cluster.get("secret/sh.helm.release.v1.orders.v1", "-n", namespace);
    expect(secret.metadata.ownerReferences).toEqual([
      { apiVersion: "v1", kind: "Secret", name: owner?.metadata.name, uid: owner?.metadata.uid },
    ]);
    // `helm list` and `helm history` read Secrets by their labels: the record is none of theirs.
    expect(await cluster.helmJson(helm, "list", "--namespace", namespace)).toHaveLength(1);
  },
);

test.concurrent.each(helms)("Helm %s: records go when Helm prunes their revisions, and on uninstall", async (helm) => {
  const namespace = newNamespace();
  for (const revision of ["1", "2", "3"]) {
    const run = await deploy(helm, { namespace, values: `revision: ${revision}`, "history-max": "2" });
    expect(run).toMatchObject({ code: 0, warnings: [], outputs: { revision } });
  }
  expect(await cluster.history(helm, "orders", namespace)).toEqual(["2 superseded", "3 deployed"]);
  await waitForRecords(namespace, ["k8s-migrate.orders.v2", "k8s-migrate.orders.v3"]);
  expect((await readRecord(namespace, 2)).record).toMatchObject({ revision: 2, values: { inline: "revision: 2" } });

  await cluster.helm(helm, "uninstall", "orders", "--namespace", namespace);
  // At once: the old records may still be there, under the names of the new ones.
  const again = await deploy(helm, { namespace, values: "revision: again" });
  expect(again).toMatchObject({ code: 0, warnings: [], outputs: { action: "install", revision: "1" } });
  await waitForRecords(namespace, ["k8s-migrate.orders.v1"]);
  expect((await readRecord(namespace, 1)).record).toMatchObject({ values: { inline: "revision: again" } });

  await cluster.helm(helm, "uninstall", "orders", "--namespace", namespace);
  await waitForRecords(namespace, []);
});

async function readRecord(
  namespace: string,
  revision: number,
): Promise<{ secret: KubeObject; record: Record<string, unknown> }> {
  const secret = await cluster.get(`secret/k8s-migrate.orders.v${revision}`, "-n", namespace);
  if (!secret) throw new Error(`Revision ${revision} has no record in ${namespace}.`);
  expect(secret.type).toBe("k8s-migrate.dev/deploy-record.v1");
  return { secret, record: JSON.parse(Buffer.from(secret.data?.record ?? "", "base64").toString()) };
}

/** The garbage collector removes them a moment after their owners. */
async function waitForRecords(namespace: string, names: string[]): Promise<void> {
  let found: string[] = [];
  await waitFor(`the records ${names.join(" ")} alone`, async () => {
    const label = "app.kubernetes.io/managed-by=k8s-migrate";
    found = (await cluster.list("secrets", "-n", namespace, "-l", label)).map(({ metadata }) => metadata.name);
    return JSON.stringify(found.toSorted()) === JSON.stringify(names);
  }).catch((cause: unknown) => {
    throw new Error(`There are the records ${JSON.stringify(found)}`, { cause });
  });
}
