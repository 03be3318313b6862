import { describe, expect, test } from "@jest/globals";
import { type ClusterView, helms } from "../../support/cluster-view.ts";
import { changed, objects } from "./objects.ts";
import { scene, settled } from "./scene.ts";

// What a plan says of an object is compared with what Helm then makes of it.

const CHANGED = {
  "ConfigMap/settings": "configmap/settings",
  "CronJob/nightly": "cronjob/nightly",
  "Deployment/web": "deployment/web",
  "HTTPRoute/web": "httproute/web",
  "PodDisruptionBudget/web": "pdb/web",
  "Service/web": "service/web",
};

/** What a chart's next version may drop and change, of each sort that a patch treats in its own way. */
function nextVersion(yaml: string): string {
  return changed(
    yaml,
    [", team: shop }", " }"],
    ["replicas: 2", "replicas: 3"],
    [', keep: "1"', ""],
    ["{ name: one }, ", ""],
    ["topologyKey: zone", "topologyKey: host"],
    ["      initContainers:\n        - { name: prepare, image: registry.test/shop/web:1 }\n", ""],
    [
      "            - { name: GONE, value: x }\n",
      "            - { name: NEW, valueFrom: { fieldRef: { fieldPath: metadata.name } } }\n",
    ],
    [
      '            - { name: MODE, value: "on" }\n            - { name: LEVEL, value: "1" }\n',
      '            - { name: LEVEL, value: "2" }\n            - { name: MODE, value: "on" }\n',
    ],
    ["            - { name: admin, containerPort: 8081 }\n", ""],
    [", memory: 1024Mi", ""],
    [
      "            - { name: settings, mountPath: /settings }\n",
      "            - { name: settings, mountPath: /etc/settings }\n",
    ],
    ["        - name: sidecar\n          image: registry.test/shop/sidecar:1\n", ""],
    ["configMap: { name: settings }", "emptyDir: { medium: Memory }"],
    ["    - { name: http, port: 80, targetPort: http }\n", "    - { name: http, port: 8080, targetPort: http }\n"],
    [", annotations: { from: chart }", ""],
    ["  b: second\n", "  c: third\n"],
    [", env: [{ name: A, value: a }, { name: B, value: b }]", ", env: [{ name: B, value: b }]"],
    ["app: web, tier: front } } }\n---", "app: web } } }\n---"],
    [
      "metadata: { name: web, labels: { team: shop } }\nspec:\n  parentRefs",
      "metadata: { name: web }\nspec:\n  parentRefs",
    ],
    ["[a.example.com, b.example.com]", "[b.example.com]"],
  );
}

/** What others did to the objects: added what no chart has, and, for Helm 3, changed what the chart has. */
async function drift({ kubectl }: ClusterView, namespace: string, { all }: { all: boolean }): Promise<void> {
  const patch = (object: string, body: object, type = "strategic") =>
    kubectl("patch", object, "-n", namespace, `--type=${type}`, "-p", JSON.stringify(body));
  const extra = { name: "EXTRA", value: "x" };
  const env = all ? [extra, { name: "LEVEL", value: "7" }] : [extra];
  const containers = [
    { name: "app", env },
    { name: "third", image: "registry.test/x:1" },
  ];
  await patch("deployment/web", {
    metadata: { labels: { added: "by-hand" } },
    spec: { template: { spec: { containers } } },
  });
  await patch("configmap/settings", { data: { added: "by hand", ...(all ? { a: "drifted" } : {}) } });
  await patch("service/web", { metadata: { annotations: { by: "hand" } } });
  const route = { metadata: { labels: { by: "hand" } }, ...(all ? { spec: { hostnames: ["c.example.com"] } } : {}) };
  await patch("httproute/web", route, "merge");
}

describe.each(helms)("Helm %s", (helm) => {
  test.each(["as Helm made them", "changed by others"])("objects are what the plan said: %s", async (state) => {
    const { cluster, namespace, deploy, plan, live } = await scene(helm);
    await deploy(objects(namespace));
    if (state === "changed by others") await drift(cluster, namespace, { all: helm === "3" });
    const changes: [string, string][] = helm === "3" ? [["type: RollingUpdate", "type: Recreate"]] : [];
    const next = changed(nextVersion(objects(namespace)), ...changes);
    const now = () => Promise.all(Object.values(CHANGED).map(live));
    const before = await now();
    const found = await plan(next);
    expect(await now()).toEqual(before);
    expect(found.changes.flatMap(({ problem }) => problem ?? [])).toEqual([]);
    expect(found.told.toSorted()).toEqual(Object.keys(CHANGED).map((object) => `change ${object}`));
    await deploy(next);
    for (const [object, name] of Object.entries(CHANGED)) {
      const { after = {} } = found.compared[object] ?? {};
      expect([name, settled(after)]).toEqual([name, await live(name)]);
    }
    expect((await plan(next)).told).toEqual([]);
  });
});
