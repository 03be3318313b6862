import { describe, expect, test } from "@jest/globals";
import { draftCrons } from "../../../src/inventory/crons/draft-crons.ts";
import { neededDefinitions } from "../../../src/inventory/crons/task-owner.ts";
import { unexplainedTasks } from "../../../src/inventory/crons/unexplained-tasks.ts";
import type { EventRule, Schedule, ScheduleTarget } from "../../../src/inventory/facts/schedules.ts";
import type { Facts } from "../../../src/inventory/facts.ts";
import { definition, facts, service } from "./facts.ts";

const task = (family: string, cluster = "shop"): ScheduleTarget => ({
  kind: "task",
  cluster,
  family,
  definition: family,
});
const eventRule = (name: string, targets: ScheduleTarget[], more: Partial<EventRule> = {}): EventRule => ({
  name,
  enabled: true,
  schedule: "rate(1 day)",
  targets,
  ...more,
});
const schedule = (name: string, target: ScheduleTarget, more: Partial<Schedule> = {}): Schedule => ({
  group: "default",
  name,
  enabled: true,
  expression: "cron(0 3 * * ? *)",
  timeZone: "UTC",
  target,
  ...more,
});

const shop = [service("orders", [], { cluster: "shop" }), service("carts", [], { cluster: "shop" })];

function drafted(given: Partial<Facts>) {
  const { byService, remarks } = draftCrons(facts({ services: shop, ...given }));
  return {
    crons: [...byService].flatMap(([key, { crons }]) => crons.map(({ stop }) => `${key} ${JSON.stringify(stop)}`)),
    remarks: [...byService].flatMap(([key, { remarks: own }]) => own.map(({ text }) => `${key}: ${text}`)),
    open: remarks.map(({ text }) => text),
  };
}

describe("a task of a schedule belongs to", () => {
  test.each<[string, ScheduleTarget, Partial<Facts>, string]>([
    [
      "the only service of its cluster",
      task("other", "one"),
      { services: [...shop, service("web", [], { cluster: "one" })] },
      "one/web",
    ],
    ["the service with its task definition", task("orders"), {}, "shop/orders"],
    [
      "the service with its image, whatever its tag",
      task("nightly"),
      {
        definitions: new Map(
          Object.entries({
            nightly: definition("nightly", [{ image: "r.test:5000/orders:2" }]),
            [shop[0]?.taskDefinition ?? ""]: definition("orders", [
              { image: `r.test:5000/orders@sha256:${"a".repeat(64)}` },
            ]),
            [shop[1]?.taskDefinition ?? ""]: definition("carts", [{ image: "r.test:5000/carts:2" }]),
          }),
        ),
      },
      "shop/orders",
    ],
  ])("%s", (_, target, given, owner) => {
    expect(drafted({ ...given, eventRules: [eventRule("r", [target])] })).toEqual({
      crons: [`${owner} {"rule":"r"}`],
      remarks: [],
      open: [],
    });
  });

  test("none where nothing tells, and that is asked", () => {
    const same = new Map(
      ["nightly", ...shop.map(({ taskDefinition }) => taskDefinition)].map((name) => [
        name,
        definition(name, [{ image: "same:1" }]),
      ]),
    );
    for (const definitions of [new Map(), same]) {
      expect(drafted({ definitions, schedules: [schedule("s", task("nightly"), { group: "g" })] })).toEqual({
        crons: [],
        remarks: [],
        open: [
          expect.stringMatching(
            /^Schedule g\/s \(cron\(0 3 \* \* \? \*\) in UTC\) starts task nightly in cluster shop, and nothing tells/,
          ),
        ],
      });
    }
  });

  test("none in a cluster without services", () => {
    expect(
      drafted({ clusters: ["shop", "jobs"], eventRules: [eventRule("r", [task("nightly", "jobs")])] }).open,
    ).toHaveLength(1);
  });

  test("no service here in a cluster that is not read", () => {
    expect(drafted({ eventRules: [eventRule("r", [task("orders", "elsewhere")])] })).toEqual({
      crons: [],
      remarks: [],
      open: [],
    });
  });

  test("several, and that is asked", () => {
    expect(drafted({ eventRules: [eventRule("r", [task("orders"), task("carts")])] })).toMatchObject({
      crons: [],
      open: [
        expect.stringMatching(
          /^Rule r .* starts task carts in cluster shop and task orders in cluster shop, which belong to several/,
        ),
      ],
    });
  });
});

test("what is disabled, starts once or waits for events is no cron job", () => {
  const target = task("orders");
  const { crons, remarks } = drafted({
    eventRules: [eventRule("off", [target], { enabled: false }), { name: "upload", enabled: true, targets: [target] }],
    schedules: [schedule("once", target, { expression: "at(2040-01-01T00:00:00)" })],
  });
  expect(crons).toEqual([]);
  expect(remarks).toEqual([
    "shop/orders: Rule off (rate(1 day) in UTC) is disabled: there is nothing to stop.",
    expect.stringMatching(/^shop\/orders: Rule upload starts a task of this service when events come/),
    expect.stringMatching(/^shop\/orders: Schedule default\/once starts a task of this service once, at\(2040/),
  ]);
});

test("what may start tasks in turn is one question for all, without what is disabled", () => {
  const machine: ScheduleTarget = { kind: "state machine", name: "job" };
  const { open } = drafted({
    eventRules: [
      eventRule("a", [machine]),
      eventRule("off", [machine], { enabled: false }),
      { name: "b", enabled: true, targets: [machine] },
    ],
    schedules: [
      schedule("c", { kind: "function", name: "clean" }),
      schedule("d", { kind: "other", what: "sqs" }),
      schedule("e", { kind: "unreadable task", why: "its parameters are no JSON object" }),
    ],
  });
  expect(open).toEqual([
    expect.stringMatching(
      /^Schedule default\/e starts an ECS task, but which cannot be read: its parameters are no JSON object/,
    ),
    expect.stringContaining("not read: rule a (state machine job) and schedule default/c (function clean). "),
  ]);
});

describe("tasks that ran lately", () => {
  const long = "orders-with-a-very-long-name-that-is-cut";
  const found: Partial<Facts> = {
    eventRules: [eventRule(long, [task("orders")])],
    schedules: [
      schedule("nightly", task("carts")),
      schedule("universal", { kind: "task", cluster: "shop", family: "jobs", definition: "jobs", startedBy: "" }),
    ],
  };
  test.each([
    [{ family: "orders", startedBy: "ecs-svc/123", group: "service:orders" }, true],
    [{ family: "orders", startedBy: "events-rule/orders-with-a-very-long", group: "family:orders" }, false],
    [{ family: "orders", startedBy: "events-rule/orders-with-a-very-long-", group: "family:orders" }, true],
    [{ family: "carts", startedBy: "events-rule/orders-with-a-very-long-", group: "family:carts" }, false],
    [{ family: "carts", startedBy: "chronos-schedule/nightly", group: "family:carts" }, true],
    [{ family: "carts", startedBy: "events-rule/nightly", group: "family:carts" }, false],
    [{ family: "jobs", startedBy: "", group: "family:jobs" }, true],
    [{ family: "carts", startedBy: "", group: "family:carts" }, false],
    [{ family: "carts", startedBy: "AWS Step Functions", group: "family:carts" }, false],
  ])("%j is explained: %s", (ran, explained) => {
    const open = unexplainedTasks(facts({ ...found, services: shop, tasks: [{ cluster: "shop", ...ran }] }));
    expect(open).toHaveLength(explained ? 0 : 1);
  });

  test("are asked about once for each task definition, at the service that they belong to", () => {
    const ran = (family: string, startedBy: string) => ({
      cluster: "shop",
      family,
      startedBy,
      group: `family:${family}`,
    });
    const tasks = [ran("orders", "b"), ran("orders", ""), ran("orders", "b"), ran("else", "c")];
    const open = unexplainedTasks(facts({ ...found, services: shop, tasks }));
    expect(open.map(({ owner, remark }) => [owner, remark.text])).toEqual([
      [undefined, expect.stringMatching(/^Tasks of else ran lately in cluster shop, started by c, /)],
      [
        "shop/orders",
        expect.stringMatching(
          /^Tasks of orders ran lately in cluster shop, started by b and somebody who gave no name, /,
        ),
      ],
    ]);
  });

  test("are not asked about where rules or schedules could not be read", () => {
    const tasks = [{ cluster: "shop", family: "x", startedBy: "x", group: "family:x" }];
    expect(unexplainedTasks(facts({ services: shop, tasks, eventRules: undefined }))).toEqual([]);
    expect(unexplainedTasks(facts({ services: shop, tasks, schedules: undefined }))).toEqual([]);
  });
});

test("only the task definitions that nothing else decides have to be read", () => {
  const services = [...shop, service("web", [], { cluster: "one" })];
  const tasks = [task("orders"), task("nightly"), task("x", "one"), task("y", "elsewhere")];
  expect(neededDefinitions(services, tasks as { cluster: string; family: string }[])).toEqual(["nightly"]);
});
