import { describe, expect, test } from "@jest/globals";
import { clusterScene, memoryScene, type Scene } from "./scenes.ts";

const image = (letter: string) => `registry.test/shop/web@sha256:${letter.repeat(64)}`;
const going = new AbortController().signal;

const places: { place: string; scene: () => Promise<Scene> }[] = [
  { place: "in memory", scene: async () => memoryScene() },
  // Deploys themselves are tested with both Helms elsewhere.
  { place: "in the cluster", scene: () => clusterScene("4") },
];

describe.each(places)("deploys $place", ({ scene }) => {
  test("a first deploy, once more, and another image: each is foreseen, and CronJobs stay suspended", async () => {
    const { deploys, service, world } = await scene();
    const [first, second] = [image("a"), image("b")];
    expect(await deploys.running(service)).toEqual({ cronJobs: [], deployments: [] });
    const look = await deploys.look({ service, image: first });
    expect(look).toMatchObject({ now: null, wanted: { image: first, on: [] }, isSo: false, problems: [] });
    expect(look.totals).toContain("to create");
    expect(await world()).toBeUndefined();

    expect(await deploys.deploy({ service, image: first }, going)).toContain(
      `deployed release ${service.release.namespace}/orders`,
    );
    expect(await world()).toEqual({ image: first, suspended: true });
    expect(await deploys.running(service)).toEqual({ cronJobs: [], deployments: [] });
    const so = await deploys.look({ service, image: first });
    expect(so).toMatchObject({ isSo: true, problems: [] });
    // What was meant is what is there: else each run would take it for somebody else's change.
    expect([so.now, so.wanted]).toEqual([look.wanted, look.wanted]);

    const other = await deploys.look({ service, image: second });
    expect(other).toMatchObject({ now: look.wanted, wanted: { image: second, on: [] }, isSo: false });
    await deploys.deploy({ service, image: second }, going);
    expect(await world()).toEqual({ image: second, suspended: true });
  }, 120_000);

  test("a CronJob that somebody has switched on is seen, and suspended again, alone or by a deploy", async () => {
    const { deploys, service, world, switchOn } = await scene();
    const wanted = { service, image: image("a") };
    await deploys.deploy(wanted, going);
    await switchOn();
    expect(await deploys.running(service)).toEqual({ cronJobs: ["nightly"], deployments: [] });
    expect(await deploys.look(wanted)).toMatchObject({ now: { on: ["nightly"] }, wanted: { on: [] }, isSo: false });
    await deploys.stop(service, { cronJobs: ["nightly", "gone"], deployments: [] });
    expect(await world()).toMatchObject({ suspended: true });
    expect(await deploys.look(wanted)).toMatchObject({ isSo: true });
    await switchOn();
    await deploys.deploy(wanted, going);
    expect(await world()).toMatchObject({ suspended: true });
  }, 120_000);

  test("a deploy that fails says why; the next one leads on", async () => {
    const { deploys, service, world, breakPods } = await scene();
    await deploys.deploy({ service, image: image("a") }, going);
    breakPods(true);
    await expect(deploys.deploy({ service, image: image("b") }, going)).rejects.toThrow(/crash/);
    expect(await world()).toMatchObject({ suspended: true });
    breakPods(false);
    expect(await deploys.look({ service, image: image("b") })).toMatchObject({ isSo: false, problems: [] });
    await deploys.deploy({ service, image: image("b") }, going);
    expect(await world()).toEqual({ image: image("b"), suspended: true });
    expect(await deploys.look({ service, image: image("b") })).toMatchObject({ isSo: true });
  }, 120_000);
});

test("Deployments that start jobs are seen while they are not scaled to zero", async () => {
  const { deploys, service } = await clusterScene("4");
  const started = {
    ...service,
    crons: [
      {
        stop: { kind: "worker" as const, cluster: "shop", service: "beat" },
        start: [{ kind: "deployment" as const, name: "orders", replicas: 1 }],
        missedRuns: "latest" as const,
        jobs: [],
      },
    ],
  };
  await deploys.deploy({ service, image: image("a") }, going);
  expect(await deploys.running(started)).toEqual({ cronJobs: [], deployments: ["orders"] });
  expect((await deploys.look({ service: started, image: image("b") })).problems).toEqual([
    expect.stringContaining("Deployment orders would start jobs that ECS runs"),
  ]);
  await deploys.stop(started, { cronJobs: [], deployments: ["orders", "gone"] });
  expect(await deploys.running(started)).toEqual({ cronJobs: [], deployments: [] });
}, 120_000);
