import { describe, expect, test } from "@jest/globals";
import { parse } from "yaml";
import { draftFile } from "../../../src/inventory/draft-file.ts";
import type { Facts } from "../../../src/inventory/facts.ts";
import { writeFile } from "../../../src/inventory/file/write-file.ts";
import { readMigration } from "../../../src/migration-file/read-migration.ts";
import { answered } from "../../support/answered.ts";
import { definition, facts, loadBalancer, service, targetGroup, zone } from "./facts.ts";

const at = (name: string) => `@${name}-123.us-west-1.elb.amazonaws.com`;
const orders = service("orders");

const small: Partial<Facts> = {
  services: [orders],
  definitions: new Map([[orders.taskDefinition, definition("orders", [{ name: "web" }, { name: "router" }])]]),
  targetGroups: [targetGroup("orders", ["orders"], { path: "/healthz", codes: "200" })],
  loadBalancers: [loadBalancer("orders")],
  zones: [zone("x.test", [`orders.x.test A ${at("orders")}`, `orders.x.test AAAA ${at("orders")}`])],
  eventRules: [
    {
      name: "nightly",
      enabled: true,
      schedule: "cron(0 3 * * ? *)",
      targets: [
        {
          kind: "task",
          cluster: "orders",
          family: "orders",
          definition: "orders",
        },
      ],
    },
  ],
};

const place = { environment: "production", region: "us-west-1" };
const written = (given: Partial<Facts>, more = {}) => writeFile(draftFile(facts(given), { ...place, ...more }));

test("a service with all that is known of it, as the README shows it", () => {
  expect(written(small)).toEqual({
    text: [
      "# What runs on ECS in us-west-1, as environment production: a first file, by k8s-migrate/actions/inventory.",
      "# Each QUESTION is yours: write the answer in place of each … in the line below it, take that line's # away, and delete",
      "# the question. Then save the file as .github/k8s-migrate.yml.",
      "",
      "version: 1",
      "environments:",
      "  production:",
      "    ecs: { aws-region: us-west-1, cluster: orders }",
      "    # QUESTION: Which EKS cluster do these services move to?",
      "    # eks: { aws-region: …, cluster: … }",
      "    # There may also be: role-to-assume in ecs, eks and dns, where the job's own login may not change things; state:",
      "    # { s3: { bucket: … } }, to keep the journal outside of EKS, as is better for production; window, outside of",
      "    # which the switch is refused.",
      "defaults:",
      "  image:",
      "    from: ecs",
      "    # Where in the chart's values the image goes, if it is not there:",
      "    # values-path: image",
      "  # QUESTION: Which chart deploys these services, into which namespace, with which values files? What one service",
      "  # has differently goes there.",
      '  # release: { chart: …, namespace: …, value-files: ["…"] }',
      "services:",
      "  orders:",
      "    image: { container: web }",
      "    ecs: { service: orders }",
      "    records:",
      "      - name: orders.x.test # A, AAAA",
      "        # QUESTION: Which ingress, http-route, service or host answers for this name in EKS?",
      "        # target: { kind: …, name: … }",
      "    probe: { path: /healthz }",
      "    crons:",
      "      - stop: { rule: nightly } # cron(0 3 * * ? *) in UTC",
      "        # QUESTION: Which CronJobs do this in EKS?",
      "        # start: [{ cronjob: … }]",
      "",
    ].join("\n"),
    questions: [
      { place: "environments.production", text: "Which EKS cluster do these services move to?" },
      { place: "defaults", text: expect.stringMatching(/^Which chart /) },
      { place: "services.orders.records, orders.x.test", text: expect.stringMatching(/^Which ingress/) },
      { place: "services.orders.crons, nightly", text: "Which CronJobs do this in EKS?" },
    ],
  });
});

describe("a question is asked", () => {
  const container = (names: string[], essential = true) =>
    new Map([
      [
        orders.taskDefinition,
        definition(
          "orders",
          names.map((name) => ({ name, essential })),
        ),
      ],
    ]);
  const records = (...lines: Parameters<typeof zone>[1]) => ({ zones: [zone("x.test", lines)] });

  test.each<[string, Partial<Facts>, string]>([
    [
      "which container",
      { services: [service("orders", [])], definitions: container(["b", "a"]) },
      "Which container is the service itself: a and b?",
    ],
    [
      "which path, without any",
      { targetGroups: [targetGroup("orders")] },
      "Which path tells that the service is well? Its load balancer asks for none.",
    ],
    [
      "which path, of several",
      {
        services: [service("orders", ["a", "b"])],
        targetGroups: [targetGroup("a", ["orders"], { path: "/a" }), targetGroup("b", ["orders"], { path: "/b" })],
      },
      "Which path tells that the service is well? Its load balancers ask for /a and /b.",
    ],
    [
      "of a daemon",
      { services: [service("orders", ["orders"], { isDaemon: true })] },
      "This runs once on each machine of the cluster (a daemon). Does it move at all?",
    ],
    ["of no tasks", { services: [service("orders", ["orders"], { desired: 0 })] }, "This wants no tasks now, "],
    [
      "of service discovery",
      { services: [service("orders", ["orders"], { discoveredBy: ["orders"] })] },
      "Others may find its tasks without a load balancer, through orders,",
    ],
    ["of a worker", { services: [service("orders", [])] }, "This has no load balancer. Does it start jobs by itself"],
    [
      "of a switch",
      { definitions: new Map([[orders.taskDefinition, definition("orders", [{ variables: ["A", "CRON_ENABLED"] }])]]) },
      "Variable CRON_ENABLED of container web reads like a switch for cron jobs",
    ],
    [
      "of a traffic policy",
      records([`o.x.test A ${at("orders")}`, { trafficPolicy: "tp-1" }]),
      "o.x.test (zone ZXTEST) leads here by the traffic policy instance tp-1,",
    ],
    [
      "of a zone that a service keeps",
      { zones: [zone("x.test", [`o.x.test A ${at("orders")}`], { keptBy: "servicediscovery.amazonaws.com" })] },
      "o.x.test (zone ZXTEST) leads here, but only servicediscovery.amazonaws.com can change that zone.",
    ],
    [
      "of HTTPS alone",
      records("o.x.test HTTPS 1 orders-123.us-west-1.elb.amazonaws.com."),
      "o.x.test (zone ZXTEST) leads here by HTTPS records only,",
    ],
    [
      "of a name that the file cannot hold",
      records(`a@b.x.test A ${at("orders")}`),
      '"a@b.x.test" leads here, but is no name',
    ],
    [
      "of HTTPS beside",
      records(`o.x.test A ${at("orders")}`, "o.x.test HTTPS 1 ."),
      "This name has HTTPS records too,",
    ],
    [
      "of an AAAA elsewhere",
      records(`o.x.test A ${at("orders")}`, "o.x.test AAAA 2001:db8::9"),
      "Not all of this name leads to ECS: AAAA go elsewhere.",
    ],
    [
      "of what cannot be seen through",
      records("a.x.test A @d1.cloudfront.net", "b.x.test CNAME d2.cloudfront.net"),
      "a.x.test and b.x.test lead to CloudFront,",
    ],
    [
      "of API Gateway",
      records("a.x.test A @d-1a.execute-api.us-west-1.amazonaws.com"),
      "a.x.test leads to API Gateway,",
    ],
    [
      "of Global Accelerator",
      records("a.x.test A @a1.awsglobalaccelerator.com"),
      "a.x.test leads to Global Accelerator,",
    ],
    [
      "of a right that is missing",
      { missing: [{ action: "events:ListRules", what: "the rules" }] },
      "The login lacks the right events:ListRules, so that the rules could not be read.",
    ],
  ])("%s", (_, given, text) => {
    const { questions } = written({ ...small, ...given });
    expect(questions.map((each) => each.text)).toContainEqual(expect.stringContaining(text));
    expect(written(small).questions.map((each) => each.text)).not.toContainEqual(expect.stringContaining(text));
  });

  test("which role may change the zones, where another one read them", () => {
    const dnsRole = "arn:aws:iam::333333333333:role/dns-reader";
    const { text, questions } = written(small, { dnsRole });
    expect(text).toContain(
      `    # QUESTION: The hosted zones were read by the role ${dnsRole}. Which role may\n    # change them?\n    # dns: { role-to-assume: … }\n`,
    );
    expect(questions).toHaveLength(5);
  });
});

test("facts in another order give the same bytes", () => {
  const services = ["a", "b", "c"].map((name) => service(name));
  const many: Partial<Facts> = {
    services,
    targetGroups: services.map(({ name }) => targetGroup(name, [name], { path: "/" })),
    loadBalancers: services.map(({ name }) => loadBalancer(name)),
    zones: [
      zone(
        "x.test",
        services.map(({ name }) => `${name}.x.test A ${at(name)}`),
      ),
      zone(
        "y.test",
        services.map(({ name }) => `${name}.y.test CNAME ${name}.x.test`),
      ),
    ],
  };
  const reversed = Object.fromEntries(
    Object.entries(many).map(([key, value]) => [key, (value as unknown[]).toReversed()]),
  ) as Partial<Facts>;
  const backwards = {
    ...reversed,
    zones: reversed.zones?.map((each) => ({ ...each, records: each.records.toReversed() })),
  };
  expect(written(backwards)).toEqual(written(many));
});

test("answers to all that can be asked in a line make a file without problems", () => {
  const services = [
    service("orders"),
    service("beat", [], { desired: 0 }),
    service("jobs", []),
    service("plain", ["plain"]),
  ];
  const definitions = new Map([
    [services[1]?.taskDefinition ?? "", definition("beat", [{ name: "a" }, { name: "b" }])],
    [
      services[2]?.taskDefinition ?? "",
      definition("jobs", [{ variables: ["CRON_ENABLED"] }, { name: "b", variables: ["CRON_ENABLED", "RUN_CRON"] }]),
    ],
  ]);
  const { text } = written(
    {
      ...small,
      services,
      definitions,
      zones: [...(small.zones ?? []), zone("y.test", [`*.y.test A ${at("orders")}`, "a.y.test CNAME orders.x.test"])],
    },
    { dnsRole: "arn:aws:iam::333333333333:role/r" },
  );
  const done = answered(text);
  expect(readMigration([{ path: "k.yml", text: done }])).not.toHaveProperty("problems");
  const { services: read } = parse(done) as { services: Record<string, { crons?: object[] }> };
  expect(read.jobs?.crons).toHaveLength(4);
  expect(read.beat?.crons).toHaveLength(1);
});
