import { afterAll, beforeAll, describe, expect, test } from "@jest/globals";
import { parse } from "yaml";
import { inAccount } from "../../../sandbox/aws/clients.ts";
import { readMigration } from "../../../src/migration-file/read-migration.ts";
import { resolve } from "../../../src/migration-file/resolve.ts";
import { inventorySummary } from "../../../src/playbook/inventory/inventory-summary.ts";
import { type Inventory, takeInventory } from "../../../src/playbook/inventory/take-inventory.ts";
import { answered } from "../../support/answered.ts";
import { INSTALL_MS, startEmulator } from "../../support/emulator.ts";
import { SECRET, seeding } from "../../support/seeded-account.ts";
import { seedShop } from "../../support/shop-account.ts";
import { portsOn } from "./account.ts";

const region = "us-west-1";
const ask = { environment: "production", region, clusters: [] };

let emulator: Awaited<ReturnType<typeof startEmulator>>;
let zones: Awaited<ReturnType<typeof seedShop>>;
let inventory: Inventory;
let written: { services: Record<string, WrittenService> };

type WrittenService = {
  image?: object;
  ecs: object;
  records?: { name: string; zone?: string }[];
  probe?: object;
  crons?: { stop: object }[];
};

beforeAll(async () => {
  emulator = await startEmulator();
  process.env.AWS_ENDPOINT_URL = emulator.aws.url;
  const aws = inAccount(emulator.aws, "600000000001");
  zones = await seedShop(seeding(aws, region));
  inventory = await takeInventory(ask, portsOn(aws, region));
  written = parse(inventory.text) as typeof written;
}, INSTALL_MS);
afterAll(async () => {
  delete process.env.AWS_ENDPOINT_URL;
  await emulator.stop();
});

describe("an account of 40 services in 40 clusters", () => {
  test("every service is there once, by a name of its own", () => {
    const services = Object.entries(written.services);
    expect(services).toHaveLength(40);
    expect(new Set(services.map(([, { ecs }]) => JSON.stringify(ecs))).size).toBe(40);
    expect(written.services.storefront?.ecs).toEqual({ service: "web", cluster: "storefront" });
    expect(written.services.backoffice?.ecs).toEqual({ service: "web", cluster: "backoffice" });
  });

  test("every record is found at its service, and no other", () => {
    const plain = (name: string) => [name, [`${name}.shop.test`]] as const;
    const expected = Object.fromEntries([
      ...["accounts", "backoffice", "banners", "basket", "billing", "catalog", "checkout", "emails", "gifts"].map(
        plain,
      ),
      ...["images", "invoices", "ledger", "legacy", "loyalty", "maps", "media", "offers", "orders", "payments"].map(
        plain,
      ),
      ...["profile", "quotes", "refunds", "returns", "search", "sessions", "stock", "storefront", "stores"].map(plain),
      ...["tickets", "uploads"].map(plain),
      ["prices", ["prices.shop.test", "prices.shop.test"]],
      ["reviews", ["reviews-lb.shop.test"]],
      ["tenants", ["*.tenants.shop.test"]],
    ]);
    const found = Object.entries(written.services).flatMap(([name, { records }]) =>
      records === undefined ? [] : [[name, records.map((record) => record.name)]],
    );
    expect(Object.fromEntries(found)).toEqual(expected);
  });

  test("a zone is named only where a name is in several", () => {
    const withZone = Object.values(written.services).flatMap(({ records = [] }) =>
      records.flatMap((each) => each.zone ?? []),
    );
    expect(withZone.toSorted()).toEqual([zones.privateZone, zones.publicZone].toSorted());
  });

  test("every schedule is found at its service, and no other", () => {
    const found = Object.entries(written.services).flatMap(([name, { crons }]) =>
      crons === undefined ? [] : [[name, crons.map(({ stop }) => stop)]],
    );
    expect(Object.fromEntries(found)).toEqual({
      digests: [{ schedule: "default/digests-universal" }, { schedule: "shop/digests-daily" }],
      exports: [{ rule: "exports-hourly" }],
      reports: [{ rule: "reports-nightly" }, { rule: "reports-with-a-name-that-is-cut-in-started-by" }],
    });
  });

  test("the container, and how the load balancer checks it, are taken over", () => {
    expect(written.services.orders).toMatchObject({ image: { container: "web" }, probe: { path: "/healthz" } });
    expect(written.services.search?.probe).toEqual({ path: "/up", status: ["2xx", "3xx"] });
    expect(written.services.sweeper).toEqual({
      image: { container: "app" },
      ecs: { service: "sweeper", cluster: "sweeper" },
    });
  });

  test("what cannot be decided is asked, once, at its place", () => {
    const asked = inventory.questions.filter(
      ({ text }) => !/^Which (ingress|CronJobs)|no load balancer\. Does/.test(text),
    );
    expect(asked.map(({ place, text }) => [place, text.slice(0, 60)])).toEqual([
      ["environments.production", "Which EKS cluster do these services move to?"],
      ["defaults", "Which chart deploys these services, into which namespace, wi"],
      ["services.digests.crons", "Schedule default/digests-once starts a task of this service "],
      ["services.exports.crons, exports-hourly", "Rule exports-hourly also starts a target of sqs, which stops"],
      ["services.exports.crons", "Rule exports-upload starts a task of this service when event"],
      ["services.imports.crons", "Tasks of imports-imports ran lately in cluster imports, star"],
      ["services.legacy", "This wants no tasks now, so that there is no running image t"],
      ["services.quotes.records, quotes.shop.test", "Not all of this name leads to ECS: CNAME other (weighted) go"],
      ["services.sessions.records, sessions.shop.test", "This name has HTTPS records too, which may hold addresses of"],
      ["services.sweeper.crons", "Variable CRON_ENABLED of container app reads like a switch f"],
      ["services.tenants.records, *.tenants.shop.test", "A wildcard switches every name below it that has no record o"],
      ["services.tickets.records, tickets.shop.test", "external-dns (owner shop) keeps this record and would put it"],
      ["", expect.stringMatching(/^help\.shop\.test \(zone Z\w+\) leads to faq and help, /)],
      ["", "old.shop.test leads to load balancer by-host, where a redire"],
      ["", "cdn.shop.test leads to CloudFront, and what is behind it was"],
      ["", "These start functions or state machines by time, and what th"],
    ]);
    expect(inventory.text.match(/# +QUESTION: /g)).toHaveLength(inventory.questions.length);
  });

  test("no value of an environment variable is in the file or the summary", () => {
    const told = `${inventory.text}\n${inventorySummary(inventory)}`;
    expect(told).toContain("CRON_ENABLED");
    expect(told).not.toContain(SECRET);
    expect(JSON.stringify(inventory.draft)).not.toContain(SECRET);
  });

  test("another run gives the same bytes", async () => {
    const again = await takeInventory(ask, portsOn(inAccount(emulator.aws, "600000000001"), region));
    expect(again.text).toBe(inventory.text);
    expect(inventorySummary(again)).toBe(inventorySummary(inventory));
  });

  test("the file reads without a problem once its questions are answered, and not before", () => {
    const read = (text: string) => readMigration([{ path: ".github/k8s-migrate.yml", text }]);
    expect(read(inventory.text)).toMatchObject({ problems: expect.any(Array) });
    const answers = answered(inventory.text);
    expect(answers.replaceAll(/^\s*#.*$/gm, "")).not.toContain("…");
    const done = read(answers);
    expect(done).not.toHaveProperty("problems");
    if (!("migration" in done)) return;
    const resolved = resolve(done.migration, { environment: "production", services: [] });
    expect(resolved).not.toHaveProperty("problems");
    expect(resolved).toMatchObject({ migration: { services: { length: 40 } } });
  });

  test("of some clusters, only those are read", async () => {
    const clusters = ["orders", "reports"];
    const some = await takeInventory({ ...ask, clusters }, portsOn(inAccount(emulator.aws, "600000000001"), region));
    expect(some.draft.services.map(({ name, records, crons }) => [name, records.length, crons.length])).toEqual([
      ["orders", 1, 0],
      ["reports", 0, 2],
    ]);
  });

  test("a cluster that is not there is an error with the nearest", async () => {
    const clusters = ["ordes", "reports"];
    await expect(
      takeInventory({ ...ask, clusters }, portsOn(inAccount(emulator.aws, "600000000001"), region)),
    ).rejects.toThrow("clusters: there is no ECS cluster ordes in us-west-1; did you mean orders?");
  });
});

test("an account without services is an error that says where it looked", async () => {
  await expect(takeInventory(ask, portsOn(inAccount(emulator.aws, "600000000009"), region))).rejects.toThrow(
    "There is no ECS service in us-west-1 (0 clusters): check aws-region and clusters, and that the login is of the right account",
  );
});
