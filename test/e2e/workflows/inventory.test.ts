import { mkdir, readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { expect, test } from "@jest/globals";
import { inAccount } from "../../../sandbox/aws/clients.ts";
import { createRole } from "../../../sandbox/aws/roles.ts";
import { checkout, shop, subjectOf } from "../../../sandbox/example/files.ts";
import { makeExampleRepository, workflowFile } from "../../../sandbox/example/repository.ts";
import { runWorkflow, stepOf } from "../../../sandbox/runner/act.ts";
import { ended } from "../../support/example.ts";
import { oidcJob } from "../../support/login.ts";
import { sandbox as runningSandbox } from "../../support/sandbox.ts";
import { alias, seeding } from "../../support/seeded-account.ts";
import { tempFolder } from "../../support/temp-folder.ts";

const UPLOAD = "actions/upload-artifact@bbbca2ddaa5d8feaa63e36b76fdaad77386f024f";

test("examples/inventory.yml writes the file, shows it, and hands it on", async () => {
  const sandbox = await runningSandbox();
  const aws = inAccount(sandbox.aws, `63${Date.now().toString().slice(-10)}`);
  const seed = seeding(aws, "us-west-1");
  const targetGroup = await seed.targetGroup("orders");
  const balancer = await seed.loadBalancer("orders", targetGroup);
  const containers = [seed.container("web", "shop/orders:1")];
  await seed.service({ cluster: "orders", name: "orders" }, { containers, targetGroups: [targetGroup] });
  await seed.records(await seed.zone("shop.test"), [alias("orders.shop.test", balancer)]);
  const role = await createRole(aws, {
    name: "inventory",
    trust: { subject: subjectOf("production") },
    policy: [{ Effect: "Allow", Action: await readmeActions(), Resource: "*" }],
  });

  const folder = await tempFolder();
  const [repository, upload] = [join(folder, "repository"), join(folder, "upload")];
  await makeExampleRepository(repository, { workflow: "inventory.yml" });
  await mkdir(upload);
  const step = "{ run: 'cat \"${{ inputs.path }}\"', shell: bash }";
  const inputs = "inputs: { name: { required: true }, path: { required: true } }";
  await writeFile(
    join(upload, "action.yml"),
    `name: upload\ndescription: upload\n${inputs}\nruns: { using: composite, steps: [${step}] }\n`,
  );
  const run = await runWorkflow({
    repository,
    workflow: workflowFile("inventory.yml"),
    event: "workflow_dispatch",
    suite: checkout,
    name: shop.name,
    vars: { INVENTORY_ROLE: role },
    env: oidcJob(sandbox, { sub: subjectOf("production") }),
    standIns: { [UPLOAD]: upload },
    timeoutMs: 120_000,
  });
  expect(ended(run)).toEqual({ code: 0, failed: [] });
  const { outputs, summary } = stepOf(run, "inventory");
  expect(outputs["open-questions"]).toBe("3");
  expect(summary).toContain("### 📋 1 service on ECS in us-west-1, 3 open questions");
  expect(summary).toContain("      - name: orders.shop.test # A\n");
  // What comes next in the job can read it.
  expect(run.log).toContain("- name: orders.shop.test # A");
}, 120_000);

async function readmeActions(): Promise<string[]> {
  const [, json = ""] = /```json\n([\s\S]*?)```/.exec(await readFile("actions/inventory/README.md", "utf8")) ?? [];
  return (JSON.parse(json) as { Statement: { Action: string[] }[] }).Statement.flatMap(({ Action }) => Action);
}
