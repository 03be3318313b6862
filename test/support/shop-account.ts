import { alias, type LoadBalancer, plainRecord, type SeededService, type Seeding } from "./seeded-account.ts";

/** Names of the 40 services, each in a cluster of its own. Those named `web` share their name. */
const PLAIN = [
  "accounts",
  "basket",
  "billing",
  "catalog",
  "emails",
  "images",
  "invoices",
  "ledger",
  "maps",
  "media",
  "offers",
  "payments",
  "profile",
  "refunds",
  "returns",
];

/**
 * Seeds 40 services in 40 clusters, with every trait that records, schedules and services have in accounts that grew. Returns the
 * ids of the public and the private zone, which are made anew each time.
 */
export async function seedShop(seed: Seeding): Promise<{ publicZone: string; privateZone: string }> {
  const publicZone = await seed.zone("shop.test");
  const privateZone = await seed.zone("shop.test", "private");
  const own = (name: string, wishes: OwnWishes = {}) => ownService(seed, name, wishes);
  const add = (...sets: Parameters<Seeding["records"]>[1]) => seed.records(publicZone, sets);

  for (const name of PLAIN) {
    const { balancer } = await own(name);
    await add(alias(`${name}.shop.test`, balancer));
  }
  await seedRecords(seed, { publicZone, privateZone });
  await seedShared(seed, publicZone);
  await seedCrons(seed);
  await seedOthers(seed, publicZone);
  return { publicZone, privateZone };
}

type OwnWishes = {
  cluster?: string;
  variables?: string[];
  image?: string;
  check?: { path?: string; codes?: string };
  desired?: number;
};
type Owned = { service: SeededService; balancer: LoadBalancer };

/** A service with a load balancer of its own. */
async function ownService(seed: Seeding, name: string, wishes: OwnWishes = {}): Promise<Owned> {
  const { cluster = name, variables = [], image = `shop/${cluster}:1.0`, check, desired } = wishes;
  const targetGroup = await seed.targetGroup(cluster, check);
  const balancer = await seed.loadBalancer(cluster, targetGroup);
  const containers = [seed.container("web", image, variables), seed.container("log-router", "shop/router:1")];
  const service = await seed.service(
    { cluster, name },
    { containers, targetGroups: [targetGroup], ...(desired === undefined ? {} : { desired }) },
  );
  return { service, balancer };
}

/** One trait of records each. */
async function seedRecords(seed: Seeding, zones: { publicZone: string; privateZone: string }): Promise<void> {
  const own = (name: string, wishes?: OwnWishes) => ownService(seed, name, wishes);
  const add = (...sets: Parameters<Seeding["records"]>[1]) => seed.records(zones.publicZone, sets);

  const orders = await own("orders");
  await add(
    alias("orders.shop.test", orders.balancer),
    alias("orders.shop.test", orders.balancer, { Type: "AAAA", plain: true }),
  );

  const search = await own("search", { check: { path: "/up", codes: "200-399" } });
  await add(plainRecord("search.shop.test", "CNAME", [`${search.balancer.dnsName.toUpperCase()}.`]));

  const chain = await own("reviews");
  await add(alias("reviews-lb.shop.test", chain.balancer));
  await add(
    plainRecord("reviews.shop.test", "CNAME", ["Reviews-LB.shop.test."]),
    plainRecord("opinions.shop.test", "CNAME", ["reviews.shop.test"]),
  );

  const split = await own("prices");
  await add(alias("prices.shop.test", split.balancer));
  await seed.records(zones.privateZone, [alias("prices.shop.test", split.balancer, { plain: true })]);

  const internal = await own("stock");
  await seed.records(zones.privateZone, [alias("stock.shop.test", internal.balancer)]);

  const tenants = await own("tenants");
  await add(alias("*.tenants.shop.test", tenants.balancer), plainRecord("docs.tenants.shop.test", "A", ["192.0.2.7"]));
  await add(plainRecord("acme.shop.test", "CNAME", ["acme.tenants.shop.test"]));

  const weighted = await own("checkout");
  const member = (SetIdentifier: string, Weight: number) => ({ SetIdentifier, Weight });
  await add(
    alias("checkout.shop.test", weighted.balancer, member("blue", 90)),
    alias("checkout.shop.test", weighted.balancer, { ...member("green", 10), plain: true }),
  );

  const partly = await own("quotes");
  await add(
    plainRecord("quotes.shop.test", "CNAME", [partly.balancer.dnsName], { ...member("ecs", 90), TTL: 60 }),
    plainRecord("quotes.shop.test", "CNAME", ["quotes.elsewhere.test"], { ...member("other", 10), TTL: 60 }),
  );

  const hints = await own("sessions");
  await add(
    alias("sessions.shop.test", hints.balancer),
    plainRecord("sessions.shop.test", "HTTPS", ["1 . alpn=h2 ipv4hint=192.0.2.9"]),
  );

  const kept = await own("tickets");
  const heritage = '"heritage=external-dns,external-dns/owner=shop,external-dns/resource=ingress/commerce/tickets"';
  await add(alias("tickets.shop.test", kept.balancer), plainRecord("a-tickets.shop.test", "TXT", [heritage]));
}

/** Services that share load balancers. */
async function seedShared(seed: Seeding, zone: string): Promise<void> {
  const groups = new Map<string, string>();
  for (const name of ["gifts", "loyalty", "banners", "stores", "help", "faq"]) {
    const targetGroup = await seed.targetGroup(name);
    groups.set(name, targetGroup);
    await seed.service(
      { cluster: name, name },
      { containers: [seed.container("web", `shop/${name}:1`)], targetGroups: [targetGroup] },
    );
  }
  const group = (name: string) => groups.get(name) ?? "";

  // By host, each name with a record of its own.
  const byHost = await seed.loadBalancer("by-host");
  await seed.rule(byHost.listener, { priority: 1, hosts: ["gifts.shop.test"], targetGroup: group("gifts") });
  await seed.rule(byHost.listener, { priority: 2, hosts: ["LOYALTY.*"], targetGroup: group("loyalty") });
  await seed.records(zone, [
    alias("gifts.shop.test", byHost),
    alias("loyalty.shop.test", byHost),
    alias("old.shop.test", byHost),
  ]);

  // By host, through one name that leads to the load balancer for all.
  const byLink = await seed.loadBalancer("by-link");
  await seed.rule(byLink.listener, { priority: 1, hosts: ["banners.shop.test"], targetGroup: group("banners") });
  await seed.rule(byLink.listener, { priority: 2, hosts: ["stores.shop.test"], targetGroup: group("stores") });
  await seed.records(zone, [alias("ecs.shop.test", byLink)]);
  await seed.records(zone, [
    plainRecord("banners.shop.test", "CNAME", ["ecs.shop.test"]),
    plainRecord("stores.shop.test", "CNAME", ["ecs.shop.test"]),
  ]);

  // By path.
  const byPath = await seed.loadBalancer("by-path", group("help"));
  await seed.rule(byPath.listener, { priority: 1, paths: ["/faq/*"], targetGroup: group("faq") });
  await seed.records(zone, [alias("help.shop.test", byPath)]);
}

/** What starts tasks. */
async function seedCrons(seed: Seeding): Promise<void> {
  const bare = async (name: string, variables: string[] = []) =>
    seed.service({ cluster: name, name }, { containers: [seed.container("app", `shop/${name}:1`, variables)] });
  const target = (name: string) => ({ Id: name, Arn: name });

  const rules = await bare("reports");
  await seed.eventRule("reports-nightly", { schedule: "cron(0 3 * * ? *)", targets: [seed.ofTask(rules)] });
  await seed.eventRule("reports-off", { schedule: "rate(5 minutes)", disabled: true, targets: [seed.ofTask(rules)] });
  const long = "reports-with-a-name-that-is-cut-in-started-by";
  await seed.family("reports-weekly", [seed.container("app", "shop/reports:1")]);
  await seed.eventRule(long, { schedule: "cron(0 4 ? * MON *)", targets: [seed.ofTask(rules, "reports-weekly")] });
  await seed.task({ ...rules, family: "reports-weekly" }, `events-rule/${long}`.slice(0, 36));

  const mixed = await bare("exports");
  await seed.eventRule("exports-hourly", {
    schedule: "rate(1 hour)",
    targets: [seed.ofTask(mixed), { ...target("queue"), Arn: seed.arn("sqs", "exports") }],
  });
  await seed.eventRule("exports-upload", { pattern: { source: ["aws.s3"] }, targets: [seed.ofTask(mixed)] });

  const scheduled = await bare("digests");
  await seed.scheduleGroup("shop");
  const daily = { ScheduleExpression: "cron(30 6 * * ? *)", ScheduleExpressionTimezone: "America/Los_Angeles" };
  await seed.schedule({ Name: "digests-daily", GroupName: "shop", ...daily }, { service: scheduled });
  await seed.schedule({ Name: "digests-once", ScheduleExpression: "at(2040-01-01T00:00:00)" }, { service: scheduled });
  const input = {
    Cluster: seed.arn("ecs", "cluster/digests"),
    TaskDefinition: scheduled.family,
    Overrides: { secret: "Secret-Value-1" },
  };
  const runTask = { arn: "arn:aws:scheduler:::aws-sdk:ecs:runTask", input: JSON.stringify(input) };
  await seed.schedule({ Name: "digests-universal", ScheduleExpression: "rate(1 day)" }, runTask);

  await bare("sweeper", ["CRON_ENABLED", "CRON_SECRET"]);

  const unknown = await bare("imports");
  await seed.task(unknown, "airflow");

  await seed.eventRule("wrapped", {
    schedule: "rate(1 day)",
    targets: [{ ...target("machine"), Arn: seed.arn("states", "stateMachine:wrapped-job") }],
  });
  await seed.schedule(
    { Name: "lambda-cron", ScheduleExpression: "rate(1 day)" },
    { arn: seed.arn("lambda", "function:clean-up") },
  );
  await seed.eventRule("to-a-queue", {
    schedule: "rate(1 day)",
    targets: [{ ...target("queue"), Arn: seed.arn("sqs", "jobs") }],
  });
}

/** Names that are not unique, what wants no tasks, what scales, and what is no concern of ECS. */
async function seedOthers(seed: Seeding, zone: string): Promise<void> {
  for (const cluster of ["storefront", "backoffice"]) {
    const { balancer } = await ownService(seed, "web", { cluster });
    await seed.records(zone, [alias(`${cluster}.shop.test`, balancer)]);
  }
  const idle = await ownService(seed, "legacy", { desired: 0, image: `shop/legacy@sha256:${"ab".repeat(32)}` });
  await seed.records(zone, [alias("legacy.shop.test", idle.balancer)]);
  const scaled = await ownService(seed, "uploads");
  await seed.records(zone, [alias("uploads.shop.test", scaled.balancer)]);
  await seed.scaling(scaled.service, 2, 10);

  const foreign = await seed.loadBalancer("foreign", await seed.targetGroup("foreign"));
  await seed.records(zone, [
    alias("foreign.shop.test", foreign),
    plainRecord("static.shop.test", "A", ["192.0.2.1"]),
    plainRecord("cdn.shop.test", "CNAME", ["d111111abcdef8.cloudfront.net"]),
    plainRecord("mail.shop.test", "MX", ["10 mail.shop.test"]),
  ]);
}
