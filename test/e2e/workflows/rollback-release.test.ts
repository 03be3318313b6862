import { expect, test } from "@jest/globals";
import { stepOf } from "../../../sandbox/runner/act.ts";
import { clusterView } from "../../support/cluster-view.ts";
import { ended, exampleUser } from "../../support/example.ts";

const chart = "examples/charts/service";

test("examples/rollback-release.yml shows what it would do, and then does it", async () => {
  const user = await exampleUser({ workflow: "rollback-release.yml" });
  const cluster = await clusterView();
  const own = ["--namespace", user.namespace];
  for (const image of ["example.com/shop/orders:1.0", "example.com/shop/orders:1.1"]) {
    const values = ["--values", "examples/values/orders.yaml", "--set", `image=${image}`];
    await cluster.helm("4", "upgrade", "--install", "orders", chart, ...own, ...values, "--wait");
  }
  const history = ["1 superseded", "2 deployed"];

  const planned = await user.run({ event: "workflow_dispatch", inputs: { "dry-run": "true", revision: "1" } });
  expect(ended(planned)).toEqual({ code: 0, failed: [] });
  expect(stepOf(planned, "rollback").outputs).toMatchObject({ status: "planned", "target-revision": "1" });
  expect(await cluster.history("4", "orders", user.namespace)).toEqual(history);

  const run = await user.run({ event: "workflow_dispatch" });
  expect(ended(run)).toEqual({ code: 0, failed: [] });
  expect(stepOf(run, "rollback").outputs).toMatchObject({
    status: "rolled-back",
    "target-revision": "1",
    revision: "3",
  });
  expect(stepOf(run, "rollback").summary).toContain(`⏪ orders in ${user.namespace} rolled back to revision 1`);
  expect(await cluster.history("4", "orders", user.namespace)).toEqual(["1 superseded", "2 superseded", "3 deployed"]);
  type Deployment = { spec: { template: { spec: { containers: { image: string }[] } } } };
  const deployment = await cluster.get<Deployment>("deployment", "orders", ...own);
  expect(deployment?.spec.template.spec.containers[0]?.image).toBe("example.com/shop/orders:1.0");
}, 180_000);
