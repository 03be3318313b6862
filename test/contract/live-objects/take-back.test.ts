import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import { beforeAll, expect, test } from "@jest/globals";
import { openCluster } from "../../../src/adapters/kubernetes/client.ts";
import { clusterObjects } from "../../../src/adapters/kubernetes/live-objects.ts";
import type { KubeObject } from "../../../src/plan/kube-object.ts";
import type { LiveObjects } from "../../../src/ports/live-objects.ts";
import { type ClusterView, clusterView } from "../../support/cluster-view.ts";
import { newNamespace } from "../../support/namespaces.ts";
import { tempFolder } from "../../support/temp-folder.ts";

// What one manifest has set is taken back to another one; what others have set since stays.

let cluster: ClusterView;
let live: LiveObjects;

beforeAll(async () => {
  cluster = await clusterView();
  live = clusterObjects(await openCluster({ kubeconfig: cluster.kubeconfig, context: "" }));
});

const settings = (data: object): KubeObject => ({
  apiVersion: "v1",
  kind: "ConfigMap",
  metadata: { name: "settings" },
  data,
});
const web = (env: string[], annotations: object): KubeObject => ({
  apiVersion: "apps/v1",
  kind: "Deployment",
  metadata: { name: "web" },
  spec: {
    selector: { matchLabels: { app: "web" } },
    template: {
      metadata: { labels: { app: "web" }, ...annotations },
      spec: {
        containers: [{ name: "web", image: "registry.test/web:1", env: env.map((name) => ({ name, value: "1" })) }],
      },
    },
  },
});
/** A custom resource. */
const route = (hostnames: string[]): KubeObject => ({
  apiVersion: "gateway.networking.k8s.io/v1",
  kind: "HTTPRoute",
  metadata: { name: "web" },
  spec: { hostnames, parentRefs: [{ name: "gateway" }] },
});

test("fields go and come back, also of custom resources; what others have set stays", async () => {
  const namespace = newNamespace();
  const failed = [
    settings({ a: "2", added: "1" }),
    web(["A", "ADDED"], { annotations: { added: "1" } }),
    route(["new.example.com"]),
  ];
  const good = [settings({ a: "1" }), web(["A"], {}), route(["old.example.com"])];
  const file = join(await tempFolder(), "failed.json");
  await writeFile(file, JSON.stringify({ apiVersion: "v1", kind: "List", items: failed }));
  const own = ["--namespace", namespace];
  await cluster.kubectl("create", "namespace", namespace);
  await cluster.kubectl("create", "--filename", file, ...own);
  await cluster.kubectl("patch", "configmap/settings", "--patch", '{"data":{"others":"1"}}', ...own);

  const pairs = failed.map((original, index) => ({ original, rendered: good[index] ?? original }));
  const gone = { original: settings({}), rendered: { ...settings({}), metadata: { name: "gone" } } };
  await live.takeBack([gone, ...pairs], namespace);

  const now = <T>(object: string) => cluster.get<KubeObject & T>(object, ...own);
  expect((await now("configmap/settings"))?.data).toEqual({ a: "1", others: "1" });
  const deployment = await now<{ spec: { template: unknown } }>("deployment/web");
  expect(deployment?.spec.template).toMatchObject({
    metadata: { labels: { app: "web" } },
    spec: { containers: [{ env: [{ name: "A", value: "1" }] }] },
  });
  expect(JSON.stringify(deployment?.spec.template)).not.toMatch(/added/i);
  expect(await now("httproute/web")).toMatchObject({ spec: { hostnames: ["old.example.com"] } });
});

test("what is refused is an error that names the object", async () => {
  const namespace = newNamespace();
  await cluster.kubectl("create", "namespace", namespace);
  await cluster.kubectl("create", "configmap", "settings", "--from-literal=a=1", "--namespace", namespace);
  const pair = { original: settings({ a: "1" }), rendered: settings({ a: { not: "text" } }) };
  await expect(live.takeBack([pair], namespace)).rejects.toThrow(
    new RegExp(`^Kubernetes API: patch ConfigMap settings in namespace ${namespace} failed: `),
  );
});
