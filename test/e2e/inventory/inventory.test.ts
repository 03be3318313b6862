import { readFile, stat } from "node:fs/promises";
import { beforeAll, expect, test } from "@jest/globals";
import { type Aws, inAccount } from "../../../sandbox/aws/clients.ts";
import { createRole } from "../../../sandbox/aws/roles.ts";
import type { Sandbox } from "../../../sandbox/sandbox.ts";
import { awsOf, oidcJob } from "../../support/login.ts";
import { startRecorder } from "../../support/recorder.ts";
import { runAction } from "../../support/run-action.ts";
import { sandbox as runningSandbox } from "../../support/sandbox.ts";
import { alias, SECRET, seeding } from "../../support/seeded-account.ts";

const region = "us-west-1";
const inputs = { environment: "production", "aws-region": region };

let sandbox: Sandbox;
let aws: Aws;
let dnsAccount: Aws;

beforeAll(async () => {
  sandbox = await runningSandbox();
  const now = Date.now().toString().slice(-10);
  [aws, dnsAccount] = [inAccount(sandbox.aws, `61${now}`), inAccount(sandbox.aws, `62${now}`)];
  const seed = seeding(aws, region);
  const targetGroup = await seed.targetGroup("orders");
  const balancer = await seed.loadBalancer("orders", targetGroup);
  const service = { cluster: "shop", name: "orders" };
  await seed.service(service, {
    containers: [seed.container("web", "shop/orders:1", ["CRON_ENABLED"])],
    targetGroups: [targetGroup],
  });
  for (const account of [aws, dnsAccount]) {
    const zones = seeding(account, region);
    const name = account === aws ? "own.test" : "other.test";
    await zones.records(await zones.zone(name), [alias(`orders.${name}`, balancer)]);
  }
});

/** The account's root as the job's own credentials. */
function asRoot({ accessKeyId, secretAccessKey }: Aws): Record<string, string> {
  return { ...awsOf(sandbox), AWS_ACCESS_KEY_ID: accessKeyId, AWS_SECRET_ACCESS_KEY: secretAccessKey };
}

test("the file is at the path of the output, for its owner only, and in the summary", async () => {
  const run = await runAction("actions/inventory", { inputs, env: asRoot(aws) });
  expect(run).toMatchObject({ code: 0, errors: [], warnings: [], stderr: "" });
  const { file = "", "open-questions": open } = run.outputs;
  expect(file).toMatch(/k8s-migrate\.yml$/);
  expect(file.startsWith(run.runnerTemp)).toBe(true);
  expect((await stat(file)).mode & 0o777).toBe(0o600);
  const text = await readFile(file, "utf8");
  expect(text).toContain("    records:\n      - name: orders.own.test # A\n");
  expect(run.summary).toContain(text.trimEnd());
  expect(run.summary).toContain(`### 📋 1 service on ECS in us-west-1, ${open} open questions`);
  expect(text.match(/QUESTION: /g)).toHaveLength(Number(open));
});

test("nothing that it reads of the environment's values gets out", async () => {
  const recorder = await startRecorder(sandbox.aws.url);
  try {
    const env = { ...asRoot(aws), AWS_ENDPOINT_URL: recorder.url, RUNNER_DEBUG: "1" };
    const run = await runAction("actions/inventory", { inputs, env });
    expect(recorder.answers.join("\n")).toContain(SECRET);
    const file = await readFile(run.outputs.file ?? "", "utf8");
    const told = [run.stdout, run.stderr, run.summary, file, JSON.stringify([run.outputs, run.env, run.state])].join(
      "\n",
    );
    expect(told).toContain("CRON_ENABLED");
    expect(told).not.toContain(SECRET);
  } finally {
    await recorder.close();
  }
});

test("two roles, for ECS and for zones in another account, by the job's OIDC token", async () => {
  const subject = "repo:casaone/shop:environment:production";
  const reader = (account: Aws, Action: string[]) =>
    createRole(account, {
      name: "inventory",
      trust: { subject },
      policy: [{ Effect: "Allow", Action, Resource: "*" }],
    });
  const own = ["ecs:*", "elasticloadbalancing:*", "events:*", "scheduler:*", "application-autoscaling:*"];
  const [ecs, dns] = [await reader(aws, own), await reader(dnsAccount, ["route53:*"])];
  const roles = { "role-to-assume": ecs, "dns-role-to-assume": dns };
  const run = await runAction("actions/inventory", { inputs: { ...inputs, ...roles }, env: oidcJob(sandbox) });
  expect(run).toMatchObject({ code: 0, errors: [] });
  const text = await readFile(run.outputs.file ?? "", "utf8");
  expect(text).toContain("      - name: orders.other.test # A\n");
  expect(text).not.toContain("own.test");
  expect(text).toContain(`# QUESTION: The hosted zones were read by the role ${dns}.`);
  expect(text).not.toContain("lacks the right");
});

test("through the job's proxy settings, and without a way to AWS it says so", async () => {
  const env = { ...asRoot(aws), AWS_ENDPOINT_URL: "http://127.0.0.1:9" };
  const run = await runAction("actions/inventory", { inputs: { ...inputs, clusters: "shop" }, env });
  expect(run).toMatchObject({ code: 1, outputs: {} });
  expect(run.errors).toEqual([
    expect.stringMatching(/^[\w ]+: .* failed: .*ECONNREFUSED.*\nNext: check that the runner can reach AWS/s),
  ]);
});
