import { afterAll, beforeAll, expect, test } from "@jest/globals";
import { MissingRight } from "../../../src/inventory/missing-right.ts";
import type { AskedImage, RunningImages } from "../../../src/ports/running-images.ts";
import { type EcsPlace, ecsPlace } from "./ecs-place.ts";
import type { ShownService } from "./place.ts";

// Services of one cluster that are asked for together: each gets what it would get alone.

const start = `${process.pid}-${Date.now().toString(36)}`;
const [one, two] = [`sha256:${"1".repeat(64)}`, `sha256:${"2".repeat(64)}`];
const web = { name: "web", image: "registry.test/shop/web:1.0" };
const proxy = { name: "proxy", image: "envoy:1" };

let real: EcsPlace;
beforeAll(async () => {
  real = await ecsPlace();
});
afterAll(() => real.close());

let clusters = 0;
async function newCluster(): Promise<string> {
  const cluster = `expected-${start}-${++clusters}`;
  await real.addCluster(cluster);
  return cluster;
}

const shown = (cluster: string, service: string, change: Partial<ShownService> = {}): ShownService => ({
  cluster,
  service: `${service}-${start}`,
  tasks: 1,
  digests: { web: one },
  containers: [web],
  ...change,
});

/** Each by itself, or why it cannot be told. */
const askAll = (images: RunningImages, asked: readonly AskedImage[]) =>
  Promise.all(asked.map((each) => images.runningImage(each).catch(String)));

test("whatever there is to tell of them", async () => {
  const cluster = await newCluster();
  const orders = shown(cluster, "orders", { containers: [proxy, web], digests: { proxy: two, web: one }, tasks: 3 });
  const idle = shown(cluster, "idle", { tasks: 0 });
  const deployed = shown(cluster, "deployed", { tasks: 2 });
  const gone = shown(cluster, "gone");
  const many = Array.from({ length: 12 }, (_, index) => shown(cluster, `many-${index}`, { digests: { web: two } }));
  for (const each of [orders, idle, deployed, gone, ...many]) await real.run(each);
  await real.beginDeploy({ ...deployed, containers: [{ ...web, image: "registry.test/shop/web:1.1" }] }, 1);
  await real.remove(gone);
  const ask = ({ service }: ShownService, container?: string): AskedImage => ({ cluster, service, container });
  const asked = [
    ...many.map((each) => ask(each)),
    ask(orders, "proxy"),
    ask(orders, "web"),
    ask(orders),
    ask(idle),
    ask(deployed),
    ask(gone),
    { cluster, service: "absent" },
    { cluster: `${cluster}x`, service: "absent" },
    { cluster: `${cluster}x`, service: "another" },
    // ECS refuses the whole call for such a name.
    { cluster: await newCluster(), service: "no name" },
  ];
  const together = await askAll(real.together(asked), asked);
  expect(together).toEqual(await askAll(real.images, asked));
  expect(together.slice(11, 14)).toMatchObject([
    { image: `registry.test/shop/web@${two}` },
    { image: `envoy@${two}` },
    { image: `registry.test/shop/web@${one}` },
  ]);
});

test("they are looked for together once, and then again each", async () => {
  const cluster = await newCluster();
  const [first, second] = [shown(cluster, "first", { tasks: 2 }), shown(cluster, "second", { tasks: 2 })];
  for (const each of [first, second]) await real.run(each);
  const images = real.together([first, second]);
  const before = { image: `registry.test/shop/web@${one}` };
  expect(await images.runningImage(first)).toMatchObject(before);
  for (const each of [first, second]) await real.beginDeploy({ ...each, digests: { web: two } }, 1);
  expect(await images.runningImage(second)).toMatchObject(before);
  for (const each of [first, second]) expect(await images.runningImage(each)).toMatchObject({ kind: "under-way" });
});

test("beside so many other tasks that those of each are in fewer pages", async () => {
  const cluster = await newCluster();
  const [first, second] = [shown(cluster, "first", { tasks: 2 }), shown(cluster, "second", { digests: { web: two } })];
  for (const each of [shown(cluster, "crowd", { tasks: 201 }), first, second]) await real.run(each);
  expect(await askAll(real.together([first, second]), [first, second])).toMatchObject([
    { image: `registry.test/shop/web@${one}` },
    { image: `registry.test/shop/web@${two}` },
  ]);
});

test("a login that lacks a right is told so of each, as alone", async () => {
  const cluster = await newCluster();
  const [first, second] = [shown(cluster, "first"), shown(cluster, "second")];
  for (const each of [first, second]) await real.run(each);
  const rights = [{ Effect: "Allow" as const, Action: ["ecs:DescribeServices"], Resource: "*" }];
  const images = await real.openBy(rights, [first, second]);
  for (const { service, ...asked } of [first, second]) {
    const error = await images.runningImage({ ...asked, service }).catch((caught: unknown) => caught);
    expect(error).toBeInstanceOf(MissingRight);
    expect(String(error)).toContain(`list the tasks of service ${service} in cluster ${cluster} failed`);
  }
});
