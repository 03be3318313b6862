import { expect, test } from "@jest/globals";
import type { EnvironmentMigration } from "../../../src/migration-file/migration.ts";
import { problemLine, problemsError } from "../../../src/migration-file/problem.ts";
import { readMigration } from "../../../src/migration-file/read-migration.ts";
import { resolve } from "../../../src/migration-file/resolve.ts";

const ENVIRONMENTS = `version: 1
environments:
  staging:
    ecs: { aws-region: us-west-1, cluster: shop-staging }
    eks: { aws-region: us-west-2, cluster: shop-staging }
  production:
    ecs: { aws-region: us-west-1, cluster: shop }
    eks: { aws-region: us-west-2, cluster: shop }
`;

function problemsOf(files: Record<string, string>): string[] {
  const read = readMigration(Object.entries(files).map(([path, text]) => ({ path, text })));
  return "problems" in read ? read.problems.map(problemLine) : [];
}

function migrationOf(text: string) {
  const read = readMigration([{ path: "m.yml", text }]);
  if ("problems" in read) throw new Error(read.problems.map(problemLine).join("\n"));
  return read.migration;
}

function resolved(text: string, environment = "production", services: string[] = []): EnvironmentMigration {
  const found = resolve(migrationOf(text), { environment, services });
  if ("problems" in found) throw new Error(found.problems.map(problemLine).join("\n"));
  return found.migration;
}

const SHOP = `${ENVIRONMENTS}defaults:
  image: { from: ecs, container: web }
  release:
    chart: charts/service
    namespace: "{environment}"
    value-files: [common.yaml, "{service}/{environment}.yaml"]
  ecs: { cluster: "{service}" }
  probe: { path: /healthz, passes: 5 }
services:
  orders:
    release: { value-files: ["orders.yaml"] }
    records:
      - { name: "{service}.example.com", target: { kind: ingress, name: "{service}" } }
    environments:
      staging:
        release: { namespace: test }
        probe: { path: /staging }
  billing: {}
`;

test("defaults, service and environment merge: maps by key, lists whole, and names are filled in", () => {
  const staging = resolved(SHOP, "staging").services.find(({ name }) => name === "orders");
  expect(staging).toMatchObject({
    image: { from: "ecs", container: "web", valuesPath: "image" },
    release: { name: "orders", chart: "charts/service", namespace: "test", valueFiles: ["orders.yaml"] },
    ecs: { service: "orders", cluster: "orders" },
    records: [{ name: "orders.example.com", target: { kind: "ingress", name: "orders", namespace: "test" } }],
    probe: { path: "/staging", passes: 5, status: [200], intervalMs: 5000 },
    prepare: { ttlSeconds: 60, keepAliveSeconds: undefined, marginMs: 60_000 },
  });
  const [orders, billing] = resolved(SHOP, "production").services;
  expect(orders).toMatchObject({ release: { namespace: "production" }, probe: { path: "/healthz" } });
  expect(billing).toMatchObject({
    release: { valueFiles: ["common.yaml", "billing/production.yaml"], timeoutMs: 300_000 },
    records: [],
  });
});

test("what is not written of how DNS is switched is as the docs say", () => {
  const { environment, services } = resolved(SHOP);
  expect(environment.dns).toEqual({ roleToAssume: "", resolver: undefined, nameServers: [] });
  expect(services[0]?.records[0]).toMatchObject({ members: [], managedBy: undefined });
  expect(services[0]?.probe).toMatchObject({ from: "runner", compare: "status" });
  expect(services[0]?.probe?.image).toMatch(/^curlimages\/curl:[\d.]+@sha256:[0-9a-f]{64}$/);
  expect(services[0]?.switch).toEqual({
    weights: [100],
    bakeMs: 300_000,
    abort: { probeFailures: 3, errorRate: undefined },
  });
});

test("what is written of how DNS is switched", () => {
  const text = SHOP.replace(
    "  production:\n",
    '  production:\n    dns: { resolver: "10.0.0.2:5353", name-servers: [10.0.0.53, "[fd00::53]:54"] }\n',
  )
    .replace("defaults:\n", "defaults:\n  switch: { bake: 90s, abort: { probe-failures: 2 } }\n")
    .replace(
      "  billing: {}",
      `  billing:
    prepare: { margin: 2m }
    probe: { from: cluster, image: registry.example.com/curl:1, compare: body }
    records:
      - { name: a.example.com, managed-by: Our own Terraform, target: { kind: ingress, name: a } }
      - { name: b.example.com, members: ["{service} old", b], target: { kind: ingress, name: b } }
    switch: { abort: { error-rate: { most: 2.5%, from: { url: "https://example.com/{service}" } } } }
    environments:
      staging:
        records: [{ name: c.example.com, target: { kind: ingress, name: c } }]
        switch:
          weights: [5, 100]
          abort: { error-rate: { most: 0.001, least-requests: 7 } }`,
    );
  const { environment, services } = resolved(text, "production", ["billing"]);
  expect(environment.dns).toMatchObject({
    resolver: { address: "10.0.0.2", port: 5353 },
    nameServers: [
      { address: "10.0.0.53", port: 53 },
      { address: "fd00::53", port: 54 },
    ],
  });
  expect(services[0]).toMatchObject({
    prepare: { marginMs: 120_000 },
    probe: { from: "cluster", image: "registry.example.com/curl:1", compare: "body" },
    records: [
      { managedBy: "Our own Terraform", members: [] },
      { managedBy: undefined, members: ["billing old", "b"] },
    ],
  });
  const source = { kind: "url", url: "https://example.com/billing" };
  expect(services[0]?.switch).toEqual({
    weights: [100],
    bakeMs: 90_000,
    abort: { probeFailures: 2, errorRate: { most: 0.025, leastRequests: 100, source } },
  });
  expect(resolved(text, "staging", ["billing"]).services[0]?.switch).toEqual({
    weights: [5, 100],
    bakeMs: 90_000,
    abort: { probeFailures: 2, errorRate: { most: 0.001, leastRequests: 7, source } },
  });
  expect(
    resolved(text.replace(/url: "[^"]*"/, "cloudwatch: true"), "staging").services[1]?.switch.abort.errorRate,
  ).toEqual({
    most: 0.001,
    leastRequests: 7,
    source: { kind: "cloudwatch" },
  });
});

test("only the services that are asked for, in the order of the file", () => {
  expect(resolved(SHOP, "production", ["billing"]).services.map(({ name }) => name)).toEqual(["billing"]);
  expect(resolved(SHOP, "production", ["billing", "orders"]).services.map(({ name }) => name)).toEqual([
    "orders",
    "billing",
  ]);
});

test("every value tells where it is written", () => {
  const { where, placeOf } = resolved(SHOP, "staging");
  expect(where(["services", "orders", "records", 0])).toBe("services.orders.records[0] at m.yml:21");
  expect(where(["services", "orders", "probe", "passes"])).toBe("defaults.probe.passes at m.yml:16");
  expect(where(["services", "orders", "probe", "path"])).toBe(
    "services.orders.environments.staging.probe.path at m.yml:25",
  );
  expect(where(["services", "orders", "probe", "interval"])).toContain("probe at m.yml:25");
  expect(where(["environments", "staging", "ecs", "cluster"])).toBe("environments.staging.ecs.cluster at m.yml:4");
  expect(placeOf(["services", "orders", "records", 0, "name"])).toEqual({ file: "m.yml", line: 21, column: 17 });
});

test("unknown environments and services are refused with the names that there are", () => {
  expect(() => resolve(migrationOf(SHOP), { environment: "prodction", services: ["order", "x"] })).toThrow(
    [
      "Not in the migration file:",
      '- environment "prodction" is not in the migration file; did you mean production? There are staging, production.',
      '- service "order" is not in the migration file; did you mean orders? There are orders, billing.',
      '- service "x" is not in the migration file; there are orders, billing.',
    ].join("\n"),
  );
});

test("a key that is lacking in one environment is told for that one, and for services that are asked for", () => {
  const migration = migrationOf(`${ENVIRONMENTS}services:
  orders:
    image: { from: values }
    release: { chart: charts/service }
    environments:
      staging: { release: { namespace: test } }
  billing:
    image: { from: values }
    release: { chart: charts/service, namespace: commerce }
`);
  expect(resolve(migration, { environment: "staging", services: [] })).toHaveProperty("migration");
  expect(resolve(migration, { environment: "production", services: ["billing"] })).toHaveProperty("migration");
  const lacking = resolve(migration, { environment: "production", services: [] });
  expect("problems" in lacking && lacking.problems.map(problemLine)).toEqual([
    "m.yml:12:5: services.orders.release.namespace: is missing for production; write a namespace such as commerce, here or in defaults, or for production only in its environments.production",
  ]);
});

test("anchors, aliases and << bring in values, which keep the place where they are written", () => {
  const text = `${ENVIRONMENTS}services:
  orders: &orders
    image: { from: values }
    release: &release { chart: charts/service, namespace: commerce }
    probe: &probe { path: /healthz, passes: 5 }
  billing:
    <<: *orders
    release: { <<: [{ chart: other }, *release], name: bills }
    probe: *probe
`;
  const { services, where } = resolved(text);
  expect(services[1]).toMatchObject({
    image: { from: "values" },
    release: { name: "bills", chart: "other", namespace: "commerce" },
    probe: { path: "/healthz", passes: 5 },
  });
  expect(where(["services", "billing", "probe", "path"])).toBe("services.billing.probe.path at m.yml:13");
});

test("aliases that grow without end are refused at once", () => {
  const grows = Array.from(
    { length: 20 },
    (_, at) => `  a${at}: &a${at} [${"*a".concat(String(at - 1), ", ").repeat(9)}]`,
  );
  const text = `a:\n  a0: &a0 [x, x, x]\n${grows.slice(1).join("\n")}\n`;
  const begun = performance.now();
  const problems = problemsOf({ "m.yml": text });
  expect(performance.now() - begun).toBeLessThan(5000);
  expect(problems.filter((line) => line.includes("has more than 100000 values with its aliases"))).toHaveLength(1);
});

test("what is nested very deeply, or very long, is refused", () => {
  const nested = (depth: number) => problemsOf({ "m.yml": `services: ${"{a: ".repeat(depth)}1${"}".repeat(depth)}` });
  for (const depth of [60, 2000, 150_000])
    expect(nested(depth).join("\n")).toContain("is nested too deeply; write it as");
  expect(problemsOf({ "m.yml": "#".repeat(1_000_001) })[0]).toContain("m.yml:1:1: has 1000001 characters");
});

const SHARED = `${ENVIRONMENTS}defaults:
  image: { from: ecs }
  release: { chart: charts/service, namespace: commerce }
`;

test("the files of a folder are one, whatever their order", () => {
  const orders = { path: "d/orders.yml", text: "services:\n  orders: {}\n" };
  const billing = { path: "d/billing.yml", text: "version: 1\nservices:\n  billing: { probe: { path: / } }\n" };
  const shared = { path: "d/shared.yml", text: SHARED };
  for (const files of [
    [orders, billing, shared],
    [shared, billing, orders],
  ]) {
    const read = readMigration(files);
    if ("problems" in read) throw new Error(read.problems.map(problemLine).join("\n"));
    const found = resolve(read.migration, { environment: "production", services: ["billing"] });
    expect("migration" in found && found.migration.services[0]?.release.namespace).toBe("commerce");
    expect("migration" in found && found.migration.where(["services", "billing", "probe", "path"])).toBe(
      "services.billing.probe.path at d/billing.yml:3",
    );
  }
});

test("what is in two files is told with both places, and problems of all files in one list", () => {
  expect(
    problemsOf({
      "d/a.yml": "services:\n  orders: { recrods: [] }\n",
      "d/b.yml": `${SHARED}services:\n  orders: {}\n`,
      "d/c.yml":
        "version: 1\nenvironments:\n  staging:\n    ecs: { aws-region: us-west-1 }\n    eks: { aws-region: us-west-2, cluster: a }\ndefaults: {}\n",
    }),
  ).toEqual([
    "d/a.yml:2:13: services.orders.recrods: there is no such key; did you mean records?",
    "d/b.yml:13:3: services.orders: is also at d/a.yml:2; write it in one file",
    "d/c.yml:3:3: environments.staging: is also at d/b.yml:3; write it in one file",
    "d/c.yml:6:1: defaults: is also at d/b.yml:9; write the defaults in one file",
  ]);
});

test("with a file that cannot be read nothing is said of what it may hold", () => {
  expect(
    problemsOf({ "d/a.yml": "version: [1\n", "d/b.yml": "services:\n  orders: { environments: { x: {} } }\n" }),
  ).toEqual([
    "d/a.yml:2:1: is not YAML: flow sequence in block collection must be sufficiently indented and end with a ]; close the bracket, or indent what is in it",
  ]);
});

test("problems become one error of the user", () => {
  const read = readMigration([{ path: "m.yml", text: "version: 2\n" }]);
  expect("problems" in read && problemsError(read.problems)?.message).toBe(
    [
      "The migration file cannot be used:",
      "- m.yml:1:1: environments: is missing; write one such as production, with ecs and eks: see docs/migration-file.md",
      "- m.yml:1:1: services: is missing; write one such as orders: see docs/migration-file.md",
      "- m.yml:1:10: version: 2 is not a version that is known here; write one such as 1",
    ].join("\n"),
  );
  expect(problemsError([])).toBeUndefined();
});
