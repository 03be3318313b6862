import { describe, expect, test } from "@jest/globals";
import { type HelmMajor, helms } from "../../support/cluster-view.ts";
import { deploy } from "../../support/deploy.ts";
import { newNamespace } from "../../support/namespaces.ts";
import { newScene } from "../../support/release-states/scene.ts";
import { good, neverReady } from "../../support/release-states/states.ts";
import { everything } from "../../support/whole-namespace.ts";

describe.each(helms)("Helm %s", (helm: HelmMajor) => {
  test.concurrent("dry-run shows what a first deploy would make, and leaves no trace of itself", async () => {
    const scene = await newScene(helm);
    const namespace = newNamespace();
    const run = await scene.deploy({ namespace, "dry-run": "true" });
    expect(run).toMatchObject({
      code: 0,
      errors: [],
      outputs: { status: "planned", action: "install", revision: "", "previous-revision": "" },
    });
    expect(run.summary).toContain("### 📝 Plan of a deploy of orders");
    expect(run.summary).toContain("Deployment orders");
    expect(run.stdout).toMatch(/\+ Deployment orders/);
    expect(await scene.cluster.get("namespace", namespace)).toBeUndefined();
  }, 300_000);

  test.concurrent("dry-run of an upgrade shows the difference to what is live, and writes nothing", async () => {
    const scene = await newScene(helm);
    const { cluster, namespace } = scene;
    expect(await scene.deploy({ values: "extra: [old]" })).toMatchObject({ code: 0 });
    await cluster.kubectl("annotate", "deployment/orders", "-n", namespace, "by-hand=yes");
    const before = await everything(cluster, namespace);
    const run = await scene.deploy({ values: "extra: [new]\nimage: registry.test/shop/web:8.0", "dry-run": "true" });
    expect(run).toMatchObject({ code: 0, outputs: { status: "planned", action: "upgrade", revision: "1" } });
    expect(run.stdout).toMatch(/~ Deployment orders\n.*-.*image: registry.test\/shop\/web:7.0\n.*\+.*web:8.0/s);
    expect(run.stdout).toMatch(/\+ ConfigMap new/);
    expect(run.stdout).toMatch(/- ConfigMap old/);
    expect(run.stdout).not.toMatch(/^.*-.*by-hand/m);
    expect(run.summary).toContain("1 to create, 1 to change, 1 to delete");
    expect(await everything(cluster, namespace)).toEqual(before);
    // A deploy of the same shows the same before it acts.
    const real = await scene.deploy({ values: "extra: [new]\nimage: registry.test/shop/web:8.0" });
    expect(real).toMatchObject({ code: 0, outputs: { status: "deployed", revision: "2" } });
    expect(real.summary).toContain("1 to create, 1 to change, 1 to delete");
    const shown = real.stdout.indexOf("~ Deployment orders");
    expect(shown).toBeGreaterThan(0);
    expect(shown).toBeLessThan(real.stdout.indexOf("Upgrading orders"));
  }, 300_000);

  test.concurrent("skip-unchanged ends without a revision, and only where everything is as the chart wants it", async () => {
    const scene = await newScene(helm);
    const { cluster, namespace } = scene;
    const inputs = { values: 'crons: { nightly: false, unsaid: "" }\nextra: [settings]', "skip-unchanged": "true" };
    expect(await scene.deploy(inputs)).toMatchObject({ code: 0, outputs: { status: "deployed", revision: "1" } });
    // With CronJobs Helm 4 stores YAML in another form where there is a post-renderer.
    expect(await scene.deploy(inputs)).toMatchObject({ code: 0 });
    const settled = (await cluster.history(helm, "orders", namespace)).length;
    const same = await scene.deploy(inputs);
    expect(same).toMatchObject({
      code: 0,
      errors: [],
      outputs: { status: "unchanged", action: "", revision: String(settled), "previous-revision": String(settled) },
    });
    expect(JSON.parse(same.outputs.cronjobs ?? "")).toHaveLength(2);
    expect(same.outputs["chart-digest"]).toMatch(/^sha256:/);
    expect(same.summary).toContain("nothing to change");
    expect(await cluster.history(helm, "orders", namespace)).toHaveLength(settled);

    // Somebody has changed what is live.
    await cluster.kubectl("delete", "configmap/settings", "-n", namespace);
    const again = await scene.deploy(inputs);
    expect(again).toMatchObject({ code: 0, outputs: { status: "deployed", revision: String(settled + 1) } });
    expect(await cluster.get("configmap/settings", "-n", namespace)).toBeDefined();

    // Without the input a run is a revision, so that hooks run.
    const hooked = { ...inputs, "skip-unchanged": "false" };
    expect(await scene.deploy(hooked)).toMatchObject({ code: 0, outputs: { revision: String(settled + 2) } });
  }, 300_000);

  test.concurrent("a failed release is never unchanged, even where its text is the same", async () => {
    const scene = await newScene(helm);
    const inputs = { values: neverReady, "skip-unchanged": "true", "on-failure": "keep", timeout: "5s" };
    expect(await scene.deploy({ values: good })).toMatchObject({ code: 0 });
    expect(await scene.deploy(inputs)).toMatchObject({ code: 1, outputs: { status: "failed" } });
    expect(await scene.deploy(inputs)).toMatchObject({ code: 1, outputs: { status: "failed", revision: "3" } });
  }, 300_000);

  test.concurrent("values of Secrets stand in no plan, and those of secret-values nowhere", async () => {
    const namespace = newNamespace();
    const inputs = (word: string) => ({ namespace, "secret-values": `secret: { password: ${word} }` });
    const [one, two] = ["horse-battery-staple", "correct-battery-horse"];
    const first = await deploy(helm, inputs(one));
    expect(first).toMatchObject({ code: 0 });
    const plan = await deploy(helm, { ...inputs(two), "dry-run": "true" });
    expect(plan).toMatchObject({ code: 0, outputs: { status: "planned" } });
    const second = await deploy(helm, inputs(two));
    expect(second).toMatchObject({ code: 0 });
    const shown = [first, plan, second].map((run) => {
      // The runner hides what it is told to hide.
      return run.stdout.replaceAll(/^::add-mask::.*$/gm, "") + run.summary + JSON.stringify(run.outputs);
    });
    for (const text of shown) {
      for (const word of [one, two]) {
        expect(text).not.toContain(word);
        expect(text).not.toContain(Buffer.from(JSON.stringify({ password: word })).toString("base64"));
      }
    }
    expect(shown[1]).toContain("(hidden, changed)");
  }, 300_000);

  test.concurrent("a former secret value that the cluster has in a plain field is hidden, too", async () => {
    const scene = await newScene(helm);
    const [one, two] = ["horse-battery-staple", "correct-battery-horse"];
    const inputs = (word: string) => ({ "secret-values": `image: registry.test/shop/web:${word}` });
    expect(await scene.deploy(inputs(one))).toMatchObject({ code: 0 });
    const run = await scene.deploy(inputs(two));
    expect(run).toMatchObject({ code: 0, outputs: { status: "deployed", revision: "2" } });
    expect(run.stdout).toMatch(/~ Deployment orders\n.*-.*image: .*\*\*\*\n.*\+.*image: .*\*\*\*/s);
    const shown = run.stdout.replaceAll(/^::add-mask::.*$/gm, "") + run.summary;
    for (const word of [one, two]) expect(shown).not.toContain(word);
  }, 300_000);

  test.concurrent("a secret that was a plain value before, or is one of a revision that failed, is hidden where it is live", async () => {
    const scene = await newScene(helm);
    const { cluster, namespace } = scene;
    const words = ["horse-battery-staple", "correct-battery-horse", "staple-horse-correct"];
    const image = (word: string | undefined) => `registry.test/shop/web:${word}`;
    const secret = (word: string | undefined) => ({ "secret-values": `image: ${image(word)}` });
    const plain = ["--set", `image=${image(words[0])}`];
    await cluster.helm(helm, "install", "orders", "test/fixtures/charts/web", "-n", namespace, "--wait", ...plain);
    const keep = { "on-failure": "keep", timeout: "5s", values: neverReady };
    const failed = await scene.deploy({ ...secret(words[1]), ...keep });
    expect(failed).toMatchObject({ code: 1, outputs: { status: "failed" } });
    const last = await scene.deploy({ ...secret(words[2]), values: good });
    expect(last).toMatchObject({ code: 0, outputs: { status: "deployed", revision: "3" } });
    for (const run of [failed, last]) {
      expect(run.stdout).toMatch(/~ Deployment orders\n/);
      const shown = run.stdout.replaceAll(/^::add-mask::.*$/gm, "") + run.summary;
      for (const word of words) expect(shown).not.toContain(word);
    }
  }, 300_000);

  test.concurrent("what a failed upgrade has left is a change, also where the chart is that of before", async () => {
    const scene = await newScene(helm);
    const skip = { "skip-unchanged": "true" };
    expect(await scene.deploy({ values: good, ...skip })).toMatchObject({ code: 0 });
    const failing = { values: `${neverReady}\nextra: [left]`, "on-failure": "keep", timeout: "5s" };
    expect(await scene.deploy(failing)).toMatchObject({ code: 1, outputs: { status: "failed" } });
    const planned = await scene.deploy({ values: good, "dry-run": "true" });
    expect(planned).toMatchObject({ code: 0, outputs: { status: "planned", revision: "2" } });
    const run = await scene.deploy({ values: good, ...skip });
    // It is taken away first, by a rollback.
    expect(run).toMatchObject({ code: 0, outputs: { status: "deployed", action: "recovered-upgrade", revision: "4" } });
    expect((await scene.cluster.history(helm, "orders", scene.namespace)).at(-1)).toBe("4 deployed");
    expect(await scene.cluster.get("configmap/left", "-n", scene.namespace)).toBeUndefined();
  }, 300_000);

  test.concurrent("a chart that cannot be rendered fails the plan, with Helm's words and where", async () => {
    const scene = await newScene(helm);
    const run = await scene.deploy({ chart: "charts/settings", values: "leak: template", "dry-run": "true" });
    expect(run).toMatchObject({ code: 1, outputs: { status: "failed" } });
    expect(run.errors[0]).toMatch(/settings\/templates/);
  }, 300_000);
});
