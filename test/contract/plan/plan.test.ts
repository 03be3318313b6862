import { describe, expect, test } from "@jest/globals";
import { helms } from "../../support/cluster-view.ts";
import { serviceAccount } from "../../support/service-account.ts";
import { changed, encoded, objects, without } from "./objects.ts";
import { scene } from "./scene.ts";

// Plans of a real release on a real API server.

describe.each(helms)("Helm %s", (helm) => {
  test("a first install creates all, and shows no value of a Secret", async () => {
    const { namespace, plan } = await scene(helm);
    const found = await plan(objects(namespace));
    expect(found.changes.every(({ action }) => action === "create")).toBe(true);
    expect(found.changes).toHaveLength(13);
    expect(found.isUnchanged).toBe(false);
    expect(found.report).toContain("password: (hidden)");
    expect(found.report).not.toMatch(/in-string-data|in-data|in-a-hook/);
    expect(found.report).not.toContain(encoded("in-string-data"));
    expect(found.report).not.toContain(encoded("in-data"));
    expect(found.report).not.toContain("app.kubernetes.io/managed-by");
  });

  test("a deploy that changes nothing is unchanged, and planning writes nothing", async () => {
    const { cluster, namespace, deploy, plan } = await scene(helm);
    await deploy(objects(namespace));
    await cluster.kubectl("rollout", "status", "deployment/web", "-n", namespace);
    const versions = async () =>
      (await cluster.list("configmaps,secrets,services,pdb,httproutes,cronjobs,sa", "-n", namespace)).map(
        ({ metadata }) => [metadata.name, (metadata as { resourceVersion?: string }).resourceVersion],
      );
    const before = await versions();
    const found = await plan(objects(namespace));
    expect(found).toMatchObject({ isUnchanged: true, told: [], notes: [] });
    expect(found.report).toContain("Nothing would change: 11 unchanged.");
    expect(await versions()).toEqual(before);
  });

  test("new and dropped objects and hooks, and what is kept", async () => {
    const { cluster, namespace, deploy, plan, live } = await scene(helm);
    const first = objects(namespace);
    await deploy(first);
    const next = `${changed(without(first, "PersistentVolumeClaim/data", "Service/web", "PodDisruptionBudget/web", "ConfigMap/hooked"), ["in-a-hook", "changed-in-a-hook"])}
---
apiVersion: v1
kind: ConfigMap
metadata: { name: new }
data: { quoted: "no", plain: "12" }
`;
    await cluster.kubectl("delete", "pdb/web", "-n", namespace);
    const found = await plan(next);
    expect(found.told).toEqual(
      [
        "create ConfigMap/new",
        "delete Service/web",
        "keep PersistentVolumeClaim/data",
        "change hook Secret/hooked",
        "delete hook ConfigMap/hooked",
      ].toSorted((a, b) => found.told.indexOf(a) - found.told.indexOf(b)),
    );
    expect(found.of("ConfigMap/new").diff).toContain('+  quoted: "no"');
    expect(found.of("Service/web")).toMatchObject({ namespace, diff: expect.stringContaining("-  name: web") });
    expect(found.of(`ClusterRole/${namespace}:Reader`)).toMatchObject({ action: "same", namespace: "" });
    expect(found.report).toContain("password: (hidden, changed)");
    expect(found.report).not.toContain("in-a-hook");
    await deploy(next);
    expect(await live("service/web")).toBeUndefined();
    expect(await live("pvc/data")).toBeDefined();
  });

  test("Secrets: what changes is told, never a value", async () => {
    const { cluster, namespace, deploy, plan } = await scene(helm);
    const first = changed(objects(namespace), [
      "{ password: in-string-data }",
      "{ password: in-string-data, same: the-same-value }",
    ]);
    await deploy(first);
    await cluster.kubectl(
      "annotate",
      "secret/creds",
      "-n",
      namespace,
      `kubectl.kubernetes.io/last-applied-configuration={"data":"${encoded("in-data")}"}`,
    );
    const next = changed(
      first,
      ["password: in-string-data", "password: next-in-string-data, fresh: brand-new-value"],
      [`  data: { token: ${encoded("in-data")} }`.trim(), `data: { token2: ${encoded("next-in-data")} }`],
    );
    const found = await plan(next);
    expect(found.told).toEqual(["change Secret/creds"]);
    const { diff } = found.of("Secret/creds");
    expect(diff).toContain("-  password: (hidden)\n");
    expect(diff).toContain("+  password: (hidden, changed)");
    expect(diff).toContain("+  fresh: (hidden)");
    expect(diff).toContain("-  token: (hidden)");
    expect(diff).toContain("   same: (hidden)");
    for (const value of [
      "in-string-data",
      "the-same-value",
      "next-in-string-data",
      "brand-new-value",
      "in-data",
      "next-in-data",
    ]) {
      for (const form of [value, encoded(value)])
        expect(JSON.stringify({ ...found, compared: undefined })).not.toContain(form);
    }
    expect(found.report).not.toContain("last-applied");
  });

  test("what the API server would refuse is told in its words, and a Secret's value in them is not", async () => {
    const { namespace, deploy, plan } = await scene(helm);
    await deploy(objects(namespace));
    const next = changed(
      objects(namespace),
      ["matchLabels: { app: web } }\n  strategy", "matchLabels: { app: web, tier: front } }\n  strategy"],
      ["{ password: in-string-data }", "{ password: 4711081599 }"],
    );
    const found = await plan(next);
    expect(found.of("Deployment/web")).toMatchObject({
      action: "change",
      problem: expect.stringContaining("field is immutable"),
      diff: expect.stringContaining("+      tier: front"),
    });
    expect(found.of("Secret/creds").problem).toBeDefined();
    expect(found.isUnchanged).toBe(false);
    expect(found.report).not.toContain("4711081599");
    await expect(deploy(next)).rejects.toThrow(/field is immutable|4711081599|expected string|cannot unmarshal/);
  });

  test("a login that may only read compares with what Helm stored, and says so", async () => {
    const { cluster, namespace, deploy, plan } = await scene(helm);
    const first = without(objects(namespace), `ClusterRole/${namespace}:Reader`);
    await deploy(first);
    const readable = [
      "deployments.apps",
      "services",
      "configmaps",
      "secrets",
      "cronjobs.batch",
      "poddisruptionbudgets.policy",
      "persistentvolumeclaims",
      "serviceaccounts",
    ];
    const kubeconfig = await serviceAccount(
      namespace,
      "reader",
      readable.map((each) => `get,list ${each}`),
    );
    const same = await plan(first, { kubeconfig });
    expect(same.told).toEqual([]);
    expect(same.isUnchanged).toBe(false);
    expect(same.notes).toHaveLength(10);
    expect(same.notes.join("\n")).toMatch(
      /Deployment web was compared with what Helm stored, not with what is live: .*cannot patch resource/,
    );
    expect(same.notes.join("\n")).toMatch(/HTTPRoute web .*cannot get resource/);
    const next = await plan(
      changed(
        without(first, "HTTPRoute/web"),
        ["replicas: 2", "replicas: 3"],
        ["in-data", "in-data"].map(encoded) as [string, string],
        ["password: in-string-data", "password: other"],
      ),
      { kubeconfig },
    );
    expect(next.told.toSorted()).toEqual(["change Deployment/web", "change Secret/creds", "delete HTTPRoute/web"]);
    expect(next.of("Deployment/web").diff).toContain("-  replicas: 2\n+  replicas: 3");
    expect(next.report).not.toContain("in-string-data");
    expect(await cluster.kubectl("get", "deployment/web", "-n", namespace, "-o=jsonpath={.spec.replicas}")).toBe("2");
  });

  test("what must be hidden is hidden in diffs, also where a long one is cut", async () => {
    const { namespace, deploy, plan } = await scene(helm);
    await deploy(objects(namespace));
    const lines = Array.from({ length: 300 }, (_, index) => `    line ${index}`).join("\n");
    const next = changed(objects(namespace), ["  b: second\n", `  b: not-to-be-seen\n  long: |\n${lines}\n`]);
    const found = await plan(next, { hidden: (text) => text.replaceAll("not-to-be-seen", "***") });
    const { diff } = found.of("ConfigMap/settings");
    expect(diff).toContain("+  b: ***");
    expect(diff.split("\n")).toHaveLength(201);
    expect(diff).toMatch(/… \d+ more lines$/);
    expect(found.report).not.toContain("not-to-be-seen");
  });
});
