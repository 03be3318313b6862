import { describe, expect, test } from "@jest/globals";
import { type HelmMajor, helms } from "../../support/cluster-view.ts";
import { newScene } from "../../support/release-states/scene.ts";
import { byHand, type Scene } from "../../support/release-states/states.ts";
import { rollBack, serving, version } from "../../support/roll-back.ts";

/** What the first revision says of each: not suspended, suspended, nothing. */
const crons = 'crons: { awake: false, asleep: true, unsaid: "" }';
/** The other way round; one of them is gone, another new. */
const swapped = "crons: { awake: true, asleep: false, fresh: false }";

async function flags({ cluster, namespace }: Scene): Promise<Record<string, boolean>> {
  type CronJob = { metadata: { name: string }; spec: { suspend?: boolean } };
  const cronJobs = await cluster.list<CronJob>("cronjobs", "-n", namespace);
  return Object.fromEntries(cronJobs.map(({ metadata, spec }) => [metadata.name, spec.suspend ?? false]));
}

/** As an operator would, by a field manager of its own. */
async function patch({ cluster, namespace }: Scene, name: string, suspend: boolean): Promise<void> {
  const merge = ["--type=merge", "-p", JSON.stringify({ spec: { suspend } })];
  await cluster.kubectl("patch", "cronjob", name, "-n", namespace, ...merge);
}

async function twoRevisions(scene: Scene): Promise<void> {
  expect(await scene.deploy({ values: `${version("1.0")}\n${crons}` })).toMatchObject({ code: 0 });
  // By Helm itself, so that what is stored differs both ways from what will be live.
  await byHand(scene, "upgrade", "orders", "test/fixtures/charts/web", ...setSwapped, "--wait");
  expect(await flags(scene)).toEqual({ awake: true, asleep: false, fresh: false });
}

const setSwapped = [
  "--reset-values",
  "--set",
  "image=registry.test/shop/web:2.0",
  "--set-json",
  'crons={"awake":true,"asleep":false,"fresh":false}',
];

describe.each(helms)("Helm %s", (helm: HelmMajor) => {
  test.concurrent("keep: no flag changes, with others stored", async () => {
    const scene = await newScene(helm);
    await twoRevisions(scene);
    const run = await rollBack(scene);
    expect(run).toMatchObject({ code: 0, warnings: [], outputs: { "target-revision": "1" } });
    expect(await flags(scene)).toEqual({ awake: true, asleep: false, unsaid: false });
    expect(JSON.parse(run.outputs.cronjobs ?? "")).toEqual(
      expect.arrayContaining([expect.objectContaining({ name: "awake", suspend: true })]),
    );
    expect(run.stdout).toContain("CronJob awake: suspended, by cronjob-policy keep (the chart says on)");
    expect(await serving(scene)).toBe("1.0, 1/1 ready");
    // The plan knew it: no flag is among what it changes.
    expect(run.stdout).not.toMatch(/^ {4}\| \+.*suspend:/m);
  }, 300_000);

  test.concurrent("keep: the same where somebody else owns the field", async () => {
    const scene = await newScene(helm);
    await twoRevisions(scene);
    await patch(scene, "awake", false);
    await patch(scene, "asleep", true);
    await patch(scene, "fresh", true);
    expect(await rollBack(scene)).toMatchObject({ code: 0, warnings: [] });
    expect(await flags(scene)).toEqual({ awake: false, asleep: true, unsaid: false });
    await patch(scene, "awake", true);
    await patch(scene, "asleep", false);
    await patch(scene, "unsaid", true);
    // Forward again: what it left is made anew as it was then.
    expect(await rollBack(scene, { revision: "2" })).toMatchObject({ code: 0, warnings: [] });
    expect(await flags(scene)).toEqual({ awake: true, asleep: false, fresh: true });
    expect(await rollBack(scene, { revision: "3" })).toMatchObject({ code: 0, warnings: [] });
    expect(await flags(scene)).toEqual({ awake: true, asleep: false, unsaid: true });
    // Nobody's field: deploys go on.
    expect(await scene.deploy({ values: `${version("3.0")}\n${swapped}` })).toMatchObject({ code: 0 });
    expect(await flags(scene)).toEqual({ awake: true, asleep: false, fresh: false });
  }, 300_000);

  test.concurrent("suspend and resume set them all, whoever owns the field", async () => {
    const scene = await newScene(helm);
    await twoRevisions(scene);
    await patch(scene, "awake", false);
    expect(await rollBack(scene, { "cronjob-policy": "suspend" })).toMatchObject({ code: 0, warnings: [] });
    expect(await flags(scene)).toEqual({ awake: true, asleep: true, unsaid: true });
    await patch(scene, "asleep", true);
    const resume = { "cronjob-policy": "resume", revision: "2" };
    expect(await rollBack(scene, resume)).toMatchObject({ code: 0, warnings: [] });
    expect(await flags(scene)).toEqual({ awake: false, asleep: false, fresh: false });
  }, 300_000);
});
