import { expect, test } from "@jest/globals";
import { subjectOf } from "../../../sandbox/example/files.ts";
import { makeExampleRepository, type Workflow } from "../../../sandbox/example/repository.ts";
import { runExample } from "../../../sandbox/example/run.ts";
import { waitFor } from "../../../sandbox/process/daemon.ts";
import type { WorkflowRun } from "../../../sandbox/runner/act.ts";
import { newDnsScene } from "../../support/dns-scene.ts";
import { ended } from "../../support/example.ts";
import { sandbox as runningSandbox } from "../../support/sandbox.ts";

/** The outputs of the second job: it does what the first one has planned, by its hash. */
function applied(run: WorkflowRun): Record<string, string> {
  expect(ended(run)).toEqual({ code: 0, failed: [] });
  const [plan, apply] = run.steps.filter(({ id, stage }) => id === "dns" && stage === "Main");
  expect([plan?.job, apply?.job]).toEqual(["Switch DNS/plan", "Switch DNS/apply"]);
  expect(plan?.outputs["plan-hash"]).toBe(apply?.outputs["plan-hash"]);
  return apply?.outputs ?? {};
}

test("examples/dns.yml plans, and does exactly that plan: lowers, switches, restores", async () => {
  const sandbox = await runningSandbox();
  const scene = await newDnsScene({
    // Of both jobs: each has an environment of its own.
    subject: subjectOf("*"),
    record: (host, old) => [{ Name: host, Type: "CNAME", TTL: 8, ResourceRecords: [{ Value: old.dnsName }] }],
    orders: { prepare: { ttl: 2, margin: "1s" } },
  });
  const { workspace: repository, environment, env, balancers, traffic } = scene;
  const change = ({ jobs }: Workflow) => {
    for (const { steps } of Object.values(jobs)) {
      for (const { id, with: inputs } of steps) if (id === "dns" && inputs) inputs.environment = environment;
    }
  };
  await makeExampleRepository(repository, { workflow: "dns.yml", change });
  const run = (inputs: Record<string, string>) =>
    runExample(sandbox, {
      repository,
      workflow: "dns.yml",
      role: "",
      event: "workflow_dispatch",
      inputs,
      env,
      timeoutMs: 120_000,
    });
  try {
    const before = await scene.records();
    const planned = await run({ command: "plan" });
    expect(ended(planned)).toEqual({ code: 0, failed: [] });
    // It changes nothing, so there is no second job.
    expect(planned.jobs.map(({ id }) => id)).toEqual(["plan"]);
    expect(await scene.records()).toEqual(before);

    const lowered = applied(await run({ command: "lower-ttl", services: "orders" }));
    expect(lowered).toMatchObject({ state: "ttl-lowered" });
    expect(await scene.records()).toMatchObject([{ TTL: 2, ResourceRecords: [{ Value: balancers.old.dnsName }] }]);

    await waitFor("the old TTL to be over", async () => Date.now() >= Date.parse(lowered["ready-at"] ?? ""), {
      timeoutMs: 90_000,
    });
    expect(applied(await run({ command: "switch" }))).toMatchObject({ state: "dns-switched" });
    expect(await scene.records()).toMatchObject([{ TTL: 2, ResourceRecords: [{ Value: balancers.new.dnsName }] }]);
    expect(await scene.resolved()).toEqual([traffic.new.address]);

    expect(applied(await run({ command: "restore" }))).toMatchObject({ state: "not-started" });
    expect(await scene.records()).toEqual(before);
  } finally {
    await scene.close();
  }
}, 400_000);
