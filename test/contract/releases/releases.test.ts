import { resolve } from "node:path";
import { beforeAll, describe, expect, test } from "@jest/globals";
import { waitFor } from "../../../sandbox/process/daemon.ts";
import { openCluster } from "../../../src/adapters/kubernetes/client.ts";
import { releaseSecrets } from "../../../src/adapters/kubernetes/release-secrets.ts";
import type { Releases } from "../../../src/ports/releases.ts";
import type { DeployRecord } from "../../../src/release/deploy-record.ts";
import { type ClusterView, clusterView, helms } from "../../support/cluster-view.ts";
import { newNamespace } from "../../support/namespaces.ts";

// Releases that Helm itself has made, read by us.

const chart = resolve("test/fixtures/charts/settings");
let cluster: ClusterView;
let releases: Releases;

beforeAll(async () => {
  cluster = await clusterView();
  releases = releaseSecrets(await openCluster({ kubeconfig: cluster.kubeconfig, context: "" }));
});

function record(namespace: string, more: Partial<DeployRecord> = {}): DeployRecord {
  return {
    schemaVersion: 1,
    release: "orders",
    namespace,
    revision: 1,
    deployedAt: "2026-01-02T03:04:05Z",
    helmVersion: "4.1.4",
    chart: { source: "x", repository: "", name: "x", version: "1", appVersion: "", digest: "sha256:0" },
    values: { files: [], inline: "text: grüße", set: [], setString: [], secretLeaves: 0 },
    images: [],
    git: { repository: "", commit: "", ref: "" },
    run: { url: "", actor: "" },
    ...more,
  };
}

describe.each(helms)("Helm %s", (helm) => {
  const namespace = newNamespace();
  const helmIn = (...args: string[]) => cluster.helm(helm, ...args, "--namespace", namespace);

  test("history and releases are as Helm says", async () => {
    await helmIn("install", "orders", chart, "--create-namespace", "--description", "the first");
    await helmIn("install", "orders-api", chart);
    await helmIn("upgrade", "orders", chart, "--set", "origin=second");
    await expect(
      helmIn("upgrade", "orders", chart, "--set", "leak=api,secret.key=x,secret.password=not a label"),
    ).rejects.toThrow("Invalid value");
    const said = await cluster.history(helm, "orders", namespace);
    expect(said).toEqual(["1 superseded", "2 deployed", "3 failed"]);
    const history = await releases.history("orders", namespace);
    expect(history.map(({ revision, status }) => `${revision} ${status}`)).toEqual(said);

    expect(await releases.read("orders", namespace, 1)).toEqual({
      name: "orders",
      namespace,
      revision: 1,
      serverSide: helm === "4",
      status: "superseded",
      changedAt: expect.stringMatching(/^20\d\d-\d\d-\d\dT/),
      description: "the first",
      deployedAt: expect.stringMatching(/^20\d\d-\d\d-\d\dT/),
      chart: { name: "settings", version: "0.3.1", appVersion: "2.0" },
      manifest: expect.stringContaining("kind: ConfigMap"),
      hooks: [],
      values: {},
    });
    const third = await releases.read("orders", namespace, 3);
    expect(third).toMatchObject({ status: "failed", description: expect.stringContaining("Invalid value") });
    expect(third?.values).toEqual({ leak: "api", secret: { key: "x", password: "not a label" } });
    expect(third?.manifest.trim()).toBe((await helmIn("get", "manifest", "orders", "--revision", "3")).trim());
  });

  test("revisions are in the order of their numbers, also beyond nine", async () => {
    for (let revision = 4; revision <= 11; revision++) await helmIn("upgrade", "orders", chart, "--history-max", "0");
    const history = await releases.history("orders", namespace);
    expect(history.map(({ revision }) => revision)).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11]);
    expect(history.at(-1)).toEqual({ revision: 11, status: "deployed", changedAt: expect.any(String) });
  });

  test("a revision is as old as its last change, which its labels do not always say", async () => {
    const before = await releases.history("orders", namespace);
    await waitFor("the next second", () =>
      Promise.resolve(Date.now() > Date.parse(before.at(-1)?.changedAt ?? "") + 2000),
    );
    const start = Math.floor(Date.now() / 1000) * 1000;
    await helmIn("upgrade", "orders", chart, "--history-max", "0");
    const after = await releases.history("orders", namespace);
    expect(after.slice(0, -2)).toEqual(before.slice(0, -1));
    for (const changed of after.slice(-2)) {
      expect(Date.parse(changed.changedAt)).toBeGreaterThanOrEqual(start);
      expect(Date.parse(changed.changedAt)).toBeLessThanOrEqual(Date.now());
      expect(await releases.read("orders", namespace, changed.revision)).toMatchObject(changed);
    }
  });

  test("a pending revision is as old as its start", async () => {
    await helmIn("upgrade", "orders", chart, "--history-max", "0");
    const made = Math.floor(Date.now() / 1000);
    // As Helm labels one that it has just begun.
    const secret = "secret/sh.helm.release.v1.orders.v13";
    const labels = ["status=pending-upgrade", `createdAt=${made - 60}`, `modifiedAt=${made - 3600}`];
    await cluster.kubectl("label", "--overwrite", secret, "-n", namespace, ...labels);
    const last = (await releases.history("orders", namespace)).at(-1);
    expect(last).toEqual({
      revision: 13,
      status: "pending-upgrade",
      changedAt: new Date((made - 60) * 1000).toISOString(),
    });
  });

  test("a copy of a release's Secret is no revision", async () => {
    const before = await releases.history("orders", namespace);
    const secret = await cluster.get("secret/sh.helm.release.v1.orders.v11", "-n", namespace);
    const labels = Object.entries(secret?.metadata.labels ?? {}).map(([key, value]) => `${key}=${value}`);
    for (const name of ["copy-of-orders", "sh.helm.release.v1.orders.v3-backup"]) {
      await cluster.kubectl("create", "secret", "generic", name, "-n", namespace, "--from-literal=release=x");
      await cluster.kubectl("label", "secret", name, "-n", namespace, ...labels);
    }
    expect(await releases.history("orders", namespace)).toEqual(before);
  });

  test("an uninstalled release that Helm keeps is uninstalled", async () => {
    await helmIn("uninstall", "orders-api", "--keep-history");
    expect(await releases.history("orders-api", namespace)).toEqual([
      { revision: 1, status: "uninstalled", changedAt: expect.any(String) },
    ]);
  });
});

describe("what is not there", () => {
  test("is no history, no release and no record", async () => {
    const namespace = newNamespace();
    expect(await releases.history("orders", namespace)).toEqual([]);
    expect(await releases.read("orders", namespace, 1)).toBeUndefined();
    expect(await releases.readRecord("orders", namespace, 1)).toBeUndefined();
  });

  test("has no record, which the error says", async () => {
    const namespace = newNamespace();
    await cluster.kubectl("create", "namespace", namespace);
    await expect(releases.writeRecord(record(namespace))).rejects.toThrow(
      /^Kubernetes API: record the deploy of orders revision 1 in namespace .* failed: secrets "sh.helm.release.v1.orders.v1" not found/,
    );
  });
});

describe("records", () => {
  test("are read as they were written, and replace what an earlier release of that name has left", async () => {
    const namespace = newNamespace();
    await cluster.helm("4", "install", "orders", chart, "--create-namespace", "--namespace", namespace);
    const first = record(namespace, { values: { ...record(namespace).values, inline: "first: true" } });
    await releases.writeRecord(first);
    expect(await releases.readRecord("orders", namespace, 1)).toEqual(first);

    // The garbage collector may take its time, and a release of the same name be there before.
    const second = record(namespace, { run: { url: "https://github.com/o/r/actions/runs/2", actor: "octocat" } });
    await releases.writeRecord(second);
    expect(await releases.readRecord("orders", namespace, 1)).toEqual(second);
    const owner = await cluster.get("secret/sh.helm.release.v1.orders.v1", "-n", namespace);
    const written = await cluster.get("secret/k8s-migrate.orders.v1", "-n", namespace);
    expect(written?.metadata.ownerReferences?.map(({ uid }) => uid)).toEqual([owner?.metadata.uid]);
  });

  test("of a release under its longest name, with dots, are found by a label", async () => {
    const namespace = newNamespace();
    const release = `${"x".repeat(40)}.${"y".repeat(12)}`;
    await cluster.helm("4", "install", release, chart, "--create-namespace", "--namespace", namespace);
    await releases.writeRecord(record(namespace, { release }));
    const label = `k8s-migrate.dev/release=${release}`;
    expect(await cluster.list("secrets", "-n", namespace, "-l", label)).toHaveLength(1);
  });
});

test("a Secret that only looks like Helm's is an error that says how to look at it", async () => {
  const namespace = newNamespace();
  await cluster.kubectl("create", "namespace", namespace);
  const name = "sh.helm.release.v1.orders.v1";
  await cluster.kubectl("create", "secret", "generic", name, "--from-literal=release=none", "--namespace", namespace);
  await expect(releases.read("orders", namespace, 1)).rejects.toThrow(
    /not in the form of Helm 3 and 4\nNext: .*helm history/,
  );
});
