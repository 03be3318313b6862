import { readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { expect, test } from "@jest/globals";
import { subjectOf } from "../../../sandbox/example/files.ts";
import { makeExampleRepository, type Workflow } from "../../../sandbox/example/repository.ts";
import { runExample } from "../../../sandbox/example/run.ts";
import { stepOf } from "../../../sandbox/runner/act.ts";
import { ended, inputsOf } from "../../support/example.ts";
import { newMoveScene } from "../../support/move-scene.ts";
import { sandbox as runningSandbox } from "../../support/sandbox.ts";

const examples = [
  { workflow: "switchover.yml", step: "switchover" },
  { workflow: "rollback.yml", step: "rollback" },
];

test("examples/switchover.yml plans, does that plan, and examples/rollback.yml takes it back", async () => {
  const sandbox = await runningSandbox();
  const scene = await newMoveScene({ subject: subjectOf("production") });
  const { workspace: repository, environment, namespace, cluster } = scene;
  const values = await readFile(join(repository, "values/orders.yaml"), "utf8");
  for (const { workflow, step } of examples) {
    const change = (content: Workflow) => {
      inputsOf(content, step).environment = environment;
    };
    await makeExampleRepository(repository, { workflow, change });
  }
  // The examples have values of that name, too.
  await writeFile(join(repository, "values/orders.yaml"), values);
  const run = (workflow: string, inputs: Record<string, string>) =>
    runExample(sandbox, { repository, workflow, role: "", event: "workflow_dispatch", inputs, timeoutMs: 120_000 });

  // The form's own defaults: only the plan.
  const planned = await run("switchover.yml", { phase: "prepare" });
  expect(ended(planned)).toEqual({ code: 0, failed: [] });
  const { outputs } = stepOf(planned, "switchover");
  expect(outputs).toMatchObject({ state: "not-started" });
  expect(await cluster.get("deployment/orders", "-n", namespace)).toBeUndefined();

  const plan = { "dry-run": "false", "plan-hash": outputs["plan-hash"] ?? "" };
  const prepared = await run("switchover.yml", { phase: "prepare", services: "orders", ...plan });
  expect(ended(prepared)).toEqual({ code: 0, failed: [] });
  expect(stepOf(prepared, "switchover").outputs).toMatchObject({ state: "prepared" });
  expect(stepOf(prepared, "switchover").summary).toContain("```mermaid");
  type CronJob = { spec: { suspend?: boolean } };
  const cronJob = await cluster.get<CronJob>("cronjob/nightly-invoice", "-n", namespace);
  expect(cronJob?.spec.suspend).toBe(true);

  const back = await run("rollback.yml", {});
  expect(ended(back)).toEqual({ code: 0, failed: [] });
  expect(stepOf(back, "rollback").outputs).toMatchObject({ state: "not-started" });
}, 400_000);
