import { expect, test } from "@jest/globals";
import { setValues } from "../../../sandbox/example/repository.ts";
import { stepOf } from "../../../sandbox/runner/act.ts";
import { clusterView } from "../../support/cluster-view.ts";
import { ended, exampleUser, PASSWORD } from "../../support/example.ts";
import { everything } from "../../support/whole-namespace.ts";

test("examples/plan.yml shows on a pull request what a deploy would change, and writes nothing", async () => {
  const user = await exampleUser({ workflow: "plan.yml", environment: "plan" });
  const cluster = await clusterView();
  const own = ["--namespace", user.namespace];
  const password = `secretEnv.DATABASE_PASSWORD=${PASSWORD}`.replaceAll(/[,{}"]/g, "");
  const values = ["-f", `${user.repository}/values/orders.yaml`, "--set-string", password];
  await cluster.helm("4", "install", "orders", `${user.repository}/charts/service`, ...own, ...values, "--wait");
  const before = await everything(cluster, user.namespace);

  await setValues(user.repository, "values/orders.yaml", { image: "example.com/shop/orders:1.1" });
  const repository = { full_name: "casaone/shop" };
  const payload = { pull_request: { head: { repo: repository }, base: { ref: "main" } }, repository };
  const run = await user.run({ event: "pull_request", payload, insecureSecrets: true });
  expect(ended(run)).toEqual({ code: 0, failed: [] });
  const { outputs, summary, log } = stepOf(run, "plan");
  expect(outputs).toMatchObject({ status: "planned", action: "upgrade", revision: "1" });
  expect(summary).toContain("### 📝 Plan of a deploy of orders");
  expect(summary).toMatch(/^-\s+image: example\.com\/shop\/orders:1\.0\n\+\s+image: example\.com\/shop\/orders:1\.1/m);
  expect(summary).toContain("(hidden, changed)");
  for (const part of ["p4ss", "#orders:"]) expect(log + summary).not.toContain(part);
  expect(await everything(cluster, user.namespace)).toEqual(before);
}, 120_000);
