import { expect, test } from "@jest/globals";
import { helms } from "../../support/cluster-view.ts";
import { newScene } from "../../support/release-states/scene.ts";
import { neverReady, type Scene } from "../../support/release-states/states.ts";
import { rollBack, serving, version } from "../../support/roll-back.ts";

/** Every object of the namespace with its version; events come and go by themselves. */
async function versions({ cluster, namespace }: Scene): Promise<string[]> {
  const kinds = (await cluster.kubectl("api-resources", "--namespaced", "--verbs=list", "--output=name"))
    .split("\n")
    .filter((kind) => kind !== "" && !/^events(\.|$)/.test(kind));
  type Versioned = { kind: string; metadata: { name: string; resourceVersion: string } };
  const all = await cluster.list<Versioned>(kinds.join(","), "-n", namespace);
  return all.map(({ kind, metadata }) => `${kind} ${metadata.name} ${metadata.resourceVersion}`);
}

test.concurrent.each(helms)(
  "Helm %s: dry-run shows where it would go and what that would change, and writes nothing; then that is what is done",
  async (helm) => {
    const scene = await newScene(helm);
    const first = `${version("1.0")}\ncrons: { nightly: false }\nextra: [old]`;
    expect(await scene.deploy({ values: first })).toMatchObject({ code: 0 });
    expect(await scene.deploy({ values: `${version("2.0")}\nextra: [new]` })).toMatchObject({ code: 0 });
    const failing = { values: `${version("2.0")}\nextra: [newer]\n${neverReady}`, timeout: "3s", "on-failure": "keep" };
    expect(await scene.deploy(failing)).toMatchObject({ code: 1, outputs: { revision: "3" } });

    const before = await versions(scene);
    expect(before.length).toBeGreaterThan(5);
    const plan = await rollBack(scene, { "dry-run": "true", revision: "1", "cronjob-policy": "suspend" });
    expect(plan).toMatchObject({ code: 0, errors: [], warnings: [], stderr: "" });
    expect(plan.outputs).toMatchObject({
      status: "planned",
      "target-revision": "1",
      revision: "3",
      "previous-revision": "2",
      "chart-digest": expect.stringMatching(/^sha256:/),
      images: "[]",
    });
    // The newest revision failed, and yet it is what Helm has left there.
    for (const line of ["~ Deployment orders", "+ CronJob nightly", "+ ConfigMap old", "- ConfigMap newer"]) {
      expect(plan.stdout).toContain(`${line}\n`);
    }
    expect(plan.stdout).not.toContain("ConfigMap new\n");
    expect(plan.stdout).toMatch(/\+ +suspend: true\n/);
    expect(plan.summary).toContain(
      `### 📝 Plan of a rollback of orders in ${scene.namespace} to revision 1: 2 to create, 1 to change, 1 to delete\n`,
    );
    expect(plan.summary).toContain("| Done | would roll back to revision 1 |");
    expect(await versions(scene)).toEqual(before);

    const wanted = { revision: plan.outputs["target-revision"] ?? "", "cronjob-policy": "suspend" };
    expect(await rollBack(scene, wanted)).toMatchObject({ code: 0, outputs: { revision: "4" } });
    expect(await serving(scene)).toBe("1.0, 1/1 ready");
    type Flagged = { kind: string; metadata: { name: string }; spec?: { suspend?: boolean } };
    const after = await scene.cluster.list<Flagged>("cronjobs,configmaps", "-n", scene.namespace);
    expect(after.map(({ kind, metadata, spec }) => `${kind} ${metadata.name} ${spec?.suspend ?? ""}`.trim())).toEqual([
      "CronJob nightly true",
      "ConfigMap kube-root-ca.crt",
      "ConfigMap old",
    ]);
  },
  300_000,
);
