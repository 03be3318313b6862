import { afterAll, beforeAll, describe, expect, test } from "@jest/globals";
import type { Statement } from "../../../sandbox/aws/roles.ts";
import { MissingRight } from "../../../src/inventory/missing-right.ts";
import { type EcsPlace, ecsPlace } from "./ecs-place.ts";
import { memoryPlace } from "./memory-place.ts";
import type { Place, ShownService } from "./place.ts";

const start = `${process.pid}-${Date.now().toString(36)}`;
const cluster = `shop-${start}`;
const [one, two] = [`sha256:${"1".repeat(64)}`, `sha256:${"2".repeat(64)}`];
const repository = "444444444444.dkr.ecr.us-west-1.amazonaws.com/team/orders";

let real: EcsPlace;
const memory = memoryPlace();
beforeAll(async () => {
  real = await ecsPlace();
  for (const place of [memory, real]) await place.addCluster(cluster);
});
afterAll(() => real.close());

const places: [string, () => Place][] = [
  ["in memory", () => memory],
  ["in ECS", () => real],
];

let services = 0;
const shown = (change: Partial<ShownService> = {}): ShownService => ({
  cluster,
  service: `orders-${start}-${++services}`,
  tasks: 1,
  digests: { web: one },
  containers: [{ name: "web", image: `${repository}:1.0` }],
  ...change,
});

describe.each(places)("images %s", (_, placeOf) => {
  const ask = async ({ service }: ShownService, container?: string) =>
    placeOf().images.runningImage({ cluster, service, container });

  test.each([
    [`${repository}:1.0`, repository],
    ["registry.example.com:5000/team/app:1.2", "registry.example.com:5000/team/app"],
    ["registry.example.com:5000/team/app", "registry.example.com:5000/team/app"],
    ["nginx", "nginx"],
    [`${repository}:1.0@${one}`, repository],
  ])("the image of %s is named by its digest", async (image, name) => {
    const service = shown({ tasks: 3, containers: [{ name: "web", image }] });
    const taskDefinition = await placeOf().run(service);
    const expected = { image: `${name}@${one}`, container: "web", containers: ["web"], taskDefinition };
    expect(await ask(service)).toEqual(expected);
    expect(await ask(service, "web")).toEqual(expected);
  });

  const pair = [
    { name: "proxy", image: "envoy:1" },
    { name: "web", image: `${repository}:1.0` },
  ];
  const digests = { proxy: two, web: one };

  test("of several containers the one that is named, or that the load balancer sends requests to", async () => {
    const served = shown({ containers: pair, digests, served: ["web"] });
    const plain = shown({ containers: pair, digests });
    for (const each of [served, plain]) await placeOf().run(each);
    const web = { image: `${repository}@${one}`, container: "web", containers: ["proxy", "web"] };
    expect(await ask(served)).toMatchObject(web);
    expect(await ask(served, "proxy")).toMatchObject({ image: `envoy@${two}`, container: "proxy" });
    expect(await ask(plain, "web")).toMatchObject(web);
    const who = `ECS service ${plain.service} in cluster ${cluster}`;
    expect(await ask(plain)).toEqual({
      kind: "which-container",
      problem: `${who} has more than one container: it has proxy, web. Name one`,
    });
    expect(await ask(plain, "wep")).toEqual({
      kind: "no-container",
      problem: `${who} has no container wep; did you mean web?`,
    });
    expect(await ask(plain, "worker-nightly")).toMatchObject({
      problem: `${who} has no container worker-nightly: it has proxy, web`,
    });
  });

  test("with more than one container behind load balancers, one has to be named", async () => {
    const service = shown({ containers: pair, digests, served: ["web", "proxy"] });
    await placeOf().run(service);
    expect(await ask(service)).toMatchObject({ problem: expect.stringContaining("its load balancers use web, proxy") });
  });

  test("a service without tasks has none that is known", async () => {
    const service = shown({ tasks: 0 });
    await placeOf().run(service);
    expect(await ask(service)).toEqual({
      kind: "no-task",
      problem: `ECS service ${service.service} in cluster ${cluster} has no running task, and is to have none: which image it runs is known only while one runs`,
    });
  });

  test("where a digest is not reported it is not made up, unless the task definition names it", async () => {
    const silent = shown({ digests: {}, containers: [{ name: "web", image: "quay.io/shop/orders:2" }] });
    const pinned = shown({ digests: {}, containers: [{ name: "web", image: `quay.io/shop/orders@${two}` }] });
    for (const each of [silent, pinned]) await placeOf().run(each);
    expect(await ask(silent)).toEqual({
      kind: "no-digest",
      problem: expect.stringMatching(
        new RegExp(
          `^ECS does not report the digest of quay\\.io/shop/orders:2, which container web of service ${silent.service} in`,
        ),
      ),
    });
    expect(await ask(pinned)).toMatchObject({ image: `quay.io/shop/orders@${two}` });
  });

  test("in the middle of a deployment it is not clear", async () => {
    const service = shown({ tasks: 2 });
    await placeOf().run(service);
    const next = { ...service, containers: [{ name: "web", image: `${repository}:1.1` }], digests: { web: two } };
    await placeOf().beginDeploy(next, 1);
    const { service: name } = service;
    const who = `ECS service ${name} in cluster ${cluster} is being deployed`;
    expect(await ask(service)).toEqual({
      kind: "under-way",
      problem: `${who}: it is to run ${name}:2, and its tasks run ${name}:1 (2 tasks), ${name}:2 (1 task). Wait until that is done`,
    });
  });

  test("a deployment that has no task yet counts too", async () => {
    const service = shown({ tasks: 2 });
    await placeOf().run(service);
    await placeOf().beginDeploy({ ...service, containers: [{ name: "web", image: `${repository}:1.1` }] }, 0);
    expect(await ask(service)).toMatchObject({
      kind: "under-way",
      problem: expect.stringContaining(`its tasks run ${service.service}:1 (2 tasks)`),
    });
  });

  test("tasks that took a tag at different times have different digests", async () => {
    const service = shown({ tasks: 2 });
    await placeOf().run(service);
    await placeOf().beginDeploy({ ...service, digests: { web: two } }, 1);
    expect(await ask(service)).toMatchObject({
      kind: "under-way",
      problem: expect.stringContaining(
        "its tasks run sha256:111111111111… (2 tasks), sha256:222222222222… (1 task). Wait",
      ),
    });
  });

  test("a deployment that leaves the image alone does not hide it", async () => {
    const service = shown({ tasks: 2 });
    const before = await placeOf().run(service);
    await placeOf().beginDeploy(service, 1);
    const found = await ask(service);
    expect(found).toMatchObject({ image: `${repository}@${one}` });
    expect(found).not.toMatchObject({ taskDefinition: before });
  });

  test("a service or a cluster that is not there is said to be so, with the nearest name", async () => {
    const gone = shown({ service: `checkout-${start}-${++services}` });
    const there = shown({ service: `checkouts-${start}-${services}` });
    for (const each of [gone, there]) await placeOf().run(each);
    await placeOf().remove(gone);
    expect(await ask(gone)).toEqual({
      kind: "no-service",
      problem: `there is no ECS service ${gone.service} in cluster ${cluster}; did you mean ${there.service}?`,
    });
    placeOf().lackCluster(`${cluster}x`);
    expect(await placeOf().images.runningImage({ cluster: `${cluster}x`, service: "orders" })).toEqual({
      kind: "no-cluster",
      problem: `there is no ECS cluster ${cluster}x in us-west-1; did you mean ${cluster}?`,
    });
  });
});

describe("a login", () => {
  const arn = (kind: string) => `arn:aws:ecs:us-west-1:333333330065:${kind}/${cluster}/*`;
  const reads: Statement[] = [
    { Effect: "Allow", Action: "ecs:DescribeServices", Resource: arn("service") },
    { Effect: "Allow", Action: ["ecs:ListTasks", "ecs:DescribeTasks", "ecs:DescribeTaskDefinition"], Resource: "*" },
  ];

  test("needs four rights, and no lists of services and clusters", async () => {
    const service = shown();
    await real.run(service);
    const images = await real.openBy(reads);
    expect(await images.runningImage(service)).toMatchObject({ image: `${repository}@${one}` });
    expect(await images.runningImage({ cluster, service: "absent" })).toEqual({
      kind: "no-service",
      problem: `there is no ECS service absent in cluster ${cluster}`,
    });
  });

  test("that lacks one is told which", async () => {
    const service = shown();
    await real.run(service);
    const images = await real.openBy(reads.slice(0, 1));
    const error = await images.runningImage(service).catch((caught: unknown) => caught);
    expect(error).toBeInstanceOf(MissingRight);
    expect(error).toMatchObject({ action: "ecs:ListTasks" });
    expect(String(error)).toContain(`list the tasks of service ${service.service} in cluster ${cluster} failed`);
  });
});

test("the fake answers only what a test has set up", async () => {
  const { images } = memoryPlace();
  await expect(images.runningImage({ cluster: "shop", service: "orders" })).rejects.toThrow("has put no cluster shop");
  await expect(memory.images.runningImage({ cluster, service: "never-put" })).rejects.toThrow("no service never-put");
});
