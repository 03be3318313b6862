import { resolve } from "node:path";
import { gunzipSync } from "node:zlib";
import { beforeAll, describe, expect, test } from "@jest/globals";
import { openCluster } from "../../../src/adapters/kubernetes/client.ts";
import { releaseSecrets } from "../../../src/adapters/kubernetes/release-secrets.ts";
import type { Releases } from "../../../src/ports/releases.ts";
import type { Release } from "../../../src/release/release.ts";
import { type ClusterView, clusterView, type HelmMajor, helms } from "../../support/cluster-view.ts";
import { newNamespace } from "../../support/namespaces.ts";

const chart = resolve("test/fixtures/charts/settings");
let cluster: ClusterView;
let releases: Releases;

beforeAll(async () => {
  cluster = await clusterView();
  releases = releaseSecrets(await openCluster({ kubeconfig: cluster.kubeconfig, context: "" }));
});

describe.each(helms)("Helm %s", (helm) => {
  test("another manifest is what Helm applies when it goes back, and all else of the revision stays", async () => {
    const namespace = newNamespace();
    await install(helm, namespace);
    const first = await read(namespace);
    const before = await stored(namespace);
    await releases.rewriteManifest(
      first,
      first.manifest.replace("kind: ConfigMap", "kind: ConfigMap\nimmutable: false"),
    );

    const after = await stored(namespace);
    expect(after.text).toContain("123456789012345678");
    expect({ ...JSON.parse(after.text), manifest: "" }).toEqual({ ...JSON.parse(before.text), manifest: "" });
    expect(after.labels).toEqual(before.labels);
    expect(await cluster.helm(helm, "get", "manifest", "orders", "-n", namespace)).toContain("immutable: false");
    expect(await cluster.helm(helm, "get", "values", "orders", "-n", namespace)).toContain("large: ");

    await cluster.helm(helm, "upgrade", "orders", chart, "-n", namespace, "--set", "origin=second");
    await cluster.helm(helm, "rollback", "orders", "1", "-n", namespace);
    const live = await cluster.get<{ immutable?: boolean }>("configmap/orders", "-n", namespace);
    expect(live?.immutable).toBe(false);
  });

  test("what somebody has changed since it was read is left alone", async () => {
    const namespace = newNamespace();
    await install(helm, namespace);
    const first = await read(namespace);
    await releases.rewriteManifest(first, `${first.manifest}\n# once`);
    await expect(releases.rewriteManifest(first, `${first.manifest}\n# twice`)).rejects.toThrow(
      "somebody has changed it since it was read",
    );
    expect((await read(namespace)).manifest).toMatch(/# once\n*$/);
    await cluster.helm(helm, "uninstall", "orders", "-n", namespace);
    await expect(releases.rewriteManifest(first, "")).rejects.toThrow("it is gone");
  });
});

/** With a number that JavaScript cannot hold. */
async function install(helm: HelmMajor, namespace: string): Promise<void> {
  const values = ["--set", "large=123456789012345678", "--set", "text=<a & b>"];
  await cluster.helm(helm, "install", "orders", chart, "--create-namespace", "-n", namespace, ...values);
}

async function read(namespace: string): Promise<Release> {
  const found = await releases.read("orders", namespace, 1);
  if (found === undefined) throw new Error("Helm has stored nothing.");
  return found;
}

type Secret = { metadata: { labels: Record<string, string> }; data: { release: string } };

async function stored(namespace: string): Promise<{ text: string; labels: Record<string, string> }> {
  const secret = await cluster.get<Secret>("secret/sh.helm.release.v1.orders.v1", "-n", namespace);
  const zipped = Buffer.from(Buffer.from(secret?.data.release ?? "", "base64").toString(), "base64");
  return { text: gunzipSync(zipped).toString(), labels: secret?.metadata.labels ?? {} };
}
