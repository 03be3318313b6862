import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import { describe, expect, test } from "@jest/globals";
import { type HelmMajor, helms } from "../../support/cluster-view.ts";
import { newScene } from "../../support/release-states/scene.ts";
import { good, neverReady, type Scene } from "../../support/release-states/states.ts";
import { tempFolder } from "../../support/temp-folder.ts";

/** What the chart says of each: not suspended, suspended, nothing. */
const crons = 'crons: { awake: false, asleep: true, unsaid: "" }';
/** The other way round. */
const swapped = 'crons: { awake: true, asleep: false, unsaid: "" }';
const failing = { timeout: "5s", "history-max": "20" };

/** The flags as the cluster has them. */
async function flags({ cluster, namespace }: Scene): Promise<Record<string, boolean>> {
  type Live = { metadata: { name: string }; spec: { suspend?: boolean } };
  const cronJobs = await cluster.list<Live>("cronjobs", "-n", namespace);
  return Object.fromEntries(cronJobs.map(({ metadata, spec }) => [metadata.name, spec.suspend ?? false]));
}

/** As an operator would: by a field manager of its own, by server-side apply or as kubectl edit does. */
async function suspend({ cluster, namespace }: Scene, name: string, value: boolean): Promise<void> {
  const patch = JSON.stringify({ spec: { suspend: value } });
  await cluster.kubectl("patch", "cronjob", name, "-n", namespace, "--type=merge", "-p", patch);
}

async function isWell(scene: Scene, last: string): Promise<void> {
  const { helm, cluster, namespace } = scene;
  expect((await cluster.history(helm, "orders", namespace)).at(-1)).toBe(last);
}

describe.each(helms)("Helm %s", (helm: HelmMajor) => {
  test.concurrent("keep: new CronJobs are as the chart says, and later ones as they are, whatever the chart says", async () => {
    const scene = await newScene(helm);
    expect(await scene.deploy({ values: crons })).toMatchObject({ code: 0 });
    expect(await flags(scene)).toEqual({ awake: false, asleep: true, unsaid: false });

    // All three differ from what is stored.
    await suspend(scene, "awake", true);
    await suspend(scene, "asleep", false);
    await suspend(scene, "unsaid", true);
    const live = { awake: true, asleep: false, unsaid: true };
    const upgraded = await scene.deploy({ values: crons });
    expect(upgraded).toMatchObject({ code: 0, outputs: { status: "deployed", revision: "2" } });
    expect(await flags(scene)).toEqual(live);
    expect(JSON.parse(upgraded.outputs.cronjobs ?? "")).toEqual(
      expect.arrayContaining([expect.objectContaining({ name: "awake", suspend: true })]),
    );
    expect(await scene.deploy({ values: swapped })).toMatchObject({ code: 0 });
    expect(await flags(scene)).toEqual(live);
    // Back again, as the next step of a migration does.
    await suspend(scene, "awake", false);
    await suspend(scene, "asleep", true);
    expect(await scene.deploy({ values: swapped })).toMatchObject({ code: 0 });
    expect(await flags(scene)).toEqual({ awake: false, asleep: true, unsaid: true });
    // Those that come with an upgrade are as the chart says.
    const grown = swapped.replace("}", ", fresh: true, early: false }");
    expect(await scene.deploy({ values: grown })).toMatchObject({ code: 0 });
    expect(await flags(scene)).toEqual({ awake: false, asleep: true, unsaid: true, fresh: true, early: false });
    await isWell(scene, "5 deployed");
  }, 300_000);

  test.concurrent("keep: a deploy that fails and is rolled back changes no flag, with other ones stored", async () => {
    const scene = await newScene(helm);
    expect(await scene.deploy({ values: crons })).toMatchObject({ code: 0 });
    await suspend(scene, "awake", true);
    await suspend(scene, "asleep", false);
    await suspend(scene, "unsaid", true);
    const live = { awake: true, asleep: false, unsaid: true };
    // It drops one of them: the rollback makes that anew, as it was.
    const dropping = `crons: { asleep: true, unsaid: "" }\n${neverReady}`;
    for (const values of [`${crons}\n${neverReady}`, `${swapped}\n${neverReady}`, dropping]) {
      const run = await scene.deploy({ values, ...failing });
      expect(run).toMatchObject({ code: 1, outputs: { status: "rolled-back" } });
      expect(await flags(scene)).toEqual(live);
    }
    await isWell(scene, "7 deployed");
    // Nobody's field: a deploy goes on from there.
    expect(await scene.deploy({ values: `${crons}\n${good}` })).toMatchObject({ code: 0 });
    expect(await flags(scene)).toEqual(live);
  }, 300_000);

  test.concurrent("a rollback by hand finds the flags that were there when its revision was left", async () => {
    const scene = await newScene(helm);
    expect(await scene.deploy({ values: crons })).toMatchObject({ code: 0 });
    await suspend(scene, "awake", true);
    expect(await scene.deploy({ values: 'crons: { asleep: true, unsaid: "" }' })).toMatchObject({ code: 0 });
    expect(await flags(scene)).toEqual({ asleep: true, unsaid: false });
    const { cluster, namespace } = scene;
    await cluster.helm(helm, "rollback", "orders", "1", "-n", namespace);
    expect(await flags(scene)).toEqual({ awake: true, asleep: true, unsaid: false });
  }, 300_000);

  test.concurrent("suspend and resume win over the chart and over what somebody has set, also in a rollback", async () => {
    const scene = await newScene(helm);
    expect(await scene.deploy({ values: crons, "cronjob-policy": "suspend" })).toMatchObject({ code: 0 });
    const all = (suspended: boolean) => ({ awake: suspended, asleep: suspended, unsaid: suspended });
    expect(await flags(scene)).toEqual(all(true));
    await suspend(scene, "awake", false);
    await suspend(scene, "unsaid", false);
    expect(await scene.deploy({ values: swapped, "cronjob-policy": "suspend" })).toMatchObject({ code: 0 });
    expect(await flags(scene)).toEqual(all(true));
    expect(await scene.deploy({ values: crons, "cronjob-policy": "resume" })).toMatchObject({ code: 0 });
    expect(await flags(scene)).toEqual(all(false));
    await suspend(scene, "asleep", true);
    await suspend(scene, "unsaid", true);
    const failed = { values: `${crons}\n${neverReady}`, "cronjob-policy": "resume", ...failing };
    expect(await scene.deploy(failed)).toMatchObject({ code: 1, outputs: { status: "rolled-back" } });
    expect(await flags(scene)).toEqual(all(false));
    // Keep takes over what the policy has set.
    expect(await scene.deploy({ values: `${swapped}\n${good}` })).toMatchObject({ code: 0 });
    expect(await flags(scene)).toEqual(all(false));
  }, 300_000);

  test.concurrent("the flags that somebody set by server-side apply are kept, and given up where the policy asks for others", async () => {
    const scene = await newScene(helm);
    const { cluster, namespace } = scene;
    expect(await scene.deploy({ values: crons })).toMatchObject({ code: 0 });
    const applied = { apiVersion: "batch/v1", kind: "CronJob", metadata: { name: "awake" }, spec: { suspend: true } };
    const file = join(await tempFolder(), "awake.json");
    await writeFile(file, JSON.stringify(applied));
    const as = ["--server-side", "--force-conflicts", "--field-manager=operator"];
    await cluster.kubectl("apply", "-n", namespace, ...as, "-f", file);
    expect(await scene.deploy({ values: crons })).toMatchObject({ code: 0 });
    expect(await flags(scene)).toMatchObject({ awake: true });
    expect(await scene.deploy({ values: crons, "cronjob-policy": "resume" })).toMatchObject({ code: 0 });
    expect(await flags(scene)).toMatchObject({ awake: false });
  }, 300_000);

  test.concurrent("a release that never worked is begun anew with the flags that its CronJobs had", async () => {
    const scene = await newScene(helm);
    expect(await scene.deploy({ values: `${crons}\n${neverReady}`, ...failing })).toMatchObject({ code: 1 });
    await suspend(scene, "awake", true);
    await suspend(scene, "asleep", false);
    // The selector cannot change: what is left is in the way, and is uninstalled.
    const run = await scene.deploy({ values: `${crons}\n${good}\ntrack: stable` });
    expect(run).toMatchObject({ code: 0, outputs: { action: "recovered-install" } });
    expect(await flags(scene)).toEqual({ awake: true, asleep: false, unsaid: false });
  }, 300_000);
});
