import { describe, expect, test } from "@jest/globals";
import { looksLikeCronSwitch } from "../../../src/inventory/cron-switches.ts";
import { needsParameters, readTarget } from "../../../src/inventory/facts/schedules.ts";
import { healthStatus } from "../../../src/inventory/health-status.ts";
import { serviceNames } from "../../../src/inventory/service-names.ts";
import { dnsName } from "../../../src/records/dns-name.ts";
import { keptByExternalDns } from "../../../src/records/external-dns.ts";
import { service, zone } from "./facts.ts";

test.each([
  ["CRON_ENABLED", true],
  ["ENABLE_CRON", true],
  ["DISABLE_CRONJOBS", true],
  ["RUN_SCHEDULER", true],
  ["enableCron", true],
  ["SPRING_TASK_SCHEDULING_ENABLED", true],
  ["CELERY_BEAT_ON", true],
  ["CRON", true],
  ["CRON_SECRET", false],
  ["CRON_SCHEDULE_EXPRESSION", false],
  ["SCHEDULER_URL", false],
  ["FEATURE_ENABLED", false],
  ["MACRON_ENABLED", false],
  ["HEARTBEAT_ENABLED", false],
  ["", false],
])("%s is a switch for cron jobs: %s", (name, expected) => {
  expect(looksLikeCronSwitch(name)).toBe(expected);
});

test.each([
  ["200", undefined],
  ["204", 204],
  ["200-299", "2xx"],
  ["200-399", ["2xx", "3xx"]],
  ["200,301,302", [200, 301, 302]],
  ["200-202", [200, 201, 202]],
  ["200-299,404", [404, "2xx"]],
  ["200-298", undefined],
  ["", undefined],
])("health codes %s are the status %j", (codes, expected) => {
  expect(healthStatus(codes)).toEqual(expected);
});

test.each([
  ["Orders.Example.COM.", "orders.example.com"],
  ["\\052.example.com.", "*.example.com"],
  ["a\\100b.example.com", "a@b.example.com"],
])("the name %s is %s", (text, expected) => {
  expect(dnsName(text)).toBe(expected);
});

describe("what a schedule starts", () => {
  const cluster = "arn:aws:ecs:us-west-1:111122223333:cluster/shop";
  const runTask = "arn:aws:scheduler:::aws-sdk:ecs:runTask";
  const definition = "arn:aws:ecs:us-west-1:111122223333:task-definition/orders-nightly:7";
  test.each([
    [
      { arn: cluster, taskDefinition: definition },
      { kind: "task", cluster: "shop", family: "orders-nightly", definition },
    ],
    [
      { arn: runTask, input: JSON.stringify({ Cluster: cluster, TaskDefinition: definition }) },
      { kind: "task", cluster: "shop", family: "orders-nightly", definition, startedBy: "" },
    ],
    [
      { arn: runTask, input: '{"cluster":"shop","taskDefinition":"orders:3","startedBy":"me"}' },
      { kind: "task", cluster: "shop", family: "orders", definition: "orders:3", startedBy: "me" },
    ],
    [
      { arn: runTask, input: '{"TaskDefinition":"orders"}' },
      { kind: "task", cluster: "default", family: "orders", definition: "orders", startedBy: "" },
    ],
    [
      { arn: runTask, input: "<aws.scheduler.execution-id>" },
      { kind: "unreadable task", why: "its parameters are no JSON object" },
    ],
    [{ arn: runTask }, { kind: "unreadable task", why: "its parameters are no JSON object" }],
    [
      { arn: runTask, input: '{"Cluster":"shop"}' },
      { kind: "unreadable task", why: "its parameters name no task definition" },
    ],
    [{ arn: "arn:aws:lambda:us-west-1:111122223333:function:clean:live" }, { kind: "function", name: "clean:live" }],
    [{ arn: "arn:aws:states:us-west-1:111122223333:stateMachine:job" }, { kind: "state machine", name: "job" }],
    [
      { arn: "arn:aws:scheduler:::aws-sdk:lambda:invoke", input: '{"FunctionName":"clean"}' },
      { kind: "function", name: "clean" },
    ],
    [
      {
        arn: "arn:aws:scheduler:::aws-sdk:sfn:startExecution",
        input: '{"StateMachineArn":"arn:aws:states:us-west-1:111122223333:stateMachine:job"}',
      },
      { kind: "state machine", name: "job" },
    ],
    [{ arn: "arn:aws:sqs:us-west-1:111122223333:jobs" }, { kind: "other", what: "sqs" }],
    [{ arn: "arn:aws:scheduler:::aws-sdk:sqs:sendMessage" }, { kind: "other", what: "scheduler" }],
  ])("%j", (target, expected) => {
    expect(readTarget(target)).toEqual(expected);
  });

  test.each([
    [cluster, true],
    [runTask, true],
    ["arn:aws:scheduler:::aws-sdk:sfn:startExecution", true],
    ["arn:aws:scheduler:::aws-sdk:sqs:sendMessage", false],
    ["arn:aws:lambda:us-west-1:111122223333:function:clean", false],
  ])("of %s more has to be read: %s", (arn, expected) => {
    expect(needsParameters(arn)).toBe(expected);
  });
});

describe("names of services", () => {
  const names = (...places: [string, string][]) => [
    ...serviceNames(places.map(([cluster, name]) => service(name, [], { cluster }))).entries(),
  ];
  test.each<[string, [string, string][], [string, string][]]>([
    ["their own", [["shop", "orders"]], [["shop/orders", "orders"]]],
    [
      "the cluster's where several share theirs",
      [
        ["a", "web"],
        ["b", "web"],
      ],
      [
        ["a/web", "a"],
        ["b/web", "b"],
      ],
    ],
    [
      "both where the cluster has more",
      [
        ["a", "web"],
        ["a", "beat"],
        ["b", "web"],
      ],
      [
        ["a/beat", "beat"],
        ["a/web", "a-web"],
        ["b/web", "b"],
      ],
    ],
    [
      "both where the cluster's name is another service",
      [
        ["a", "web"],
        ["b", "web"],
        ["c", "a"],
      ],
      [
        ["a/web", "a-web"],
        ["b/web", "b"],
        ["c/a", "c-a"],
      ],
    ],
    ["in small letters", [["Shop", "Orders_API"]], [["Shop/Orders_API", "orders-api"]]],
    [
      "with a number where nothing else helps",
      [
        ["s", "o_p"],
        ["s", "o-p"],
      ],
      [
        ["s/o-p", "s-o-p"],
        ["s/o_p", "s-o-p-2"],
      ],
    ],
  ])("are %s", (_, places, expected) => {
    expect(names(...places)).toEqual(expected);
    expect(names(...places.toReversed())).toEqual(expected);
  });

  test("are short enough for a release", () => {
    const long = "x".repeat(200);
    const all = names(["a", long], ["b", long]).map(([, name]) => name);
    expect(new Set(all).size).toBe(2);
    for (const [, name] of names([long, "web"], [`${long}y`, "web"])) expect(name.length).toBeLessThanOrEqual(53);
  });
});

describe("what external-dns keeps", () => {
  const text = '"heritage=external-dns,external-dns/owner=shop,external-dns/resource=ingress/a/b"';
  test.each<[string, string[], [string, string][], string[]]>([
    ["of the same name", ["a.x.test A 192.0.2.1", `a.x.test TXT ${text}`], [["a.x.test", "shop"]], []],
    ["with the type before", ["a.x.test A 192.0.2.1", `aaaa-a.x.test TXT ${text}`], [["a.x.test", "shop"]], []],
    [
      "with a prefix of one's own",
      ["a.x.test A 192.0.2.1", `edns.cname-a.x.test TXT ${text}`],
      [["a.x.test", "shop"]],
      [],
    ],
    [
      "the longest name",
      ["b.x.test A 192.0.2.1", "a-b.x.test A 192.0.2.1", `a-a-b.x.test TXT ${text}`],
      [["a-b.x.test", "shop"]],
      [],
    ],
    ["of the zone's own name", ["x.test A 192.0.2.1", `x.test TXT ${text}`], [["x.test", "shop"]], []],
    [
      "an unknown one, which may be the zone's own",
      ["x.test A 192.0.2.1", `a-b.x.test TXT ${text}`],
      [],
      ["a-b.x.test"],
    ],
    ["nothing for a TXT of another sort", ["a.x.test A 192.0.2.1", 'a.x.test TXT "v=spf1"'], [], []],
    [
      "an unknown one for a name that is not there",
      ["b.x.test A 192.0.2.1", `a-a.x.test TXT ${text}`],
      [],
      ["a-a.x.test"],
    ],
  ])("%s", (_, records, owners, unmatched) => {
    const owned = keptByExternalDns(zone("x.test", records));
    expect([...owned.owners]).toEqual(owners);
    expect([...owned.unmatched.keys()]).toEqual(unmatched);
  });
});
