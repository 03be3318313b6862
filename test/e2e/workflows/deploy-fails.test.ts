import { expect, test } from "@jest/globals";
import { setValues } from "../../../sandbox/example/repository.ts";
import { stepOf } from "../../../sandbox/runner/act.ts";
import { clusterView } from "../../support/cluster-view.ts";
import { ended, errorsOf, exampleUser, inputsOf, jobOf } from "../../support/example.ts";

test("a job of another environment does not get the role, and is told what to check", async () => {
  const user = await exampleUser({
    workflow: "deploy.yml",
    change: (workflow) => {
      jobOf(workflow).environment = "staging";
    },
  });
  const run = await user.run();
  expect(ended(run)).toMatchObject({ code: 1, failed: ["deploy (Main)"] });
  const [error = ""] = errorsOf(stepOf(run, "deploy"));
  expect(error).toContain(`AWS STS: assume role ${user.role} with the runner's OIDC token failed: `);
  expect(error).toMatch(
    /\nNext: check the role's trust policy: .*its condition on …:sub allows this job, whose sub is ".*:environment:staging"/,
  );
  const secrets = await (await clusterView()).list("secret", "--namespace", user.namespace);
  expect(secrets).toEqual([]);
}, 120_000);

test("a version that crashes fails the job, and the one before goes on serving", async () => {
  const user = await exampleUser({
    workflow: "deploy.yml",
    change: (workflow) => {
      Object.assign(inputsOf(workflow, "deploy"), { timeout: "10s" });
      jobOf(workflow).steps.push({
        id: "later",
        if: "failure()",
        run: 'echo "${{ steps.deploy.outputs.status }} ${{ steps.deploy.outputs.revision }}"',
      });
    },
  });
  expect(ended(await user.run())).toEqual({ code: 0, failed: [] });

  await setValues(user.repository, "values/orders.yaml", {
    image: "example.com/shop/orders:1.1",
    podAnnotations: { "k8s-migrate.dev/behaviour": "crash-loop" },
  });
  const run = await user.run();
  expect(ended(run)).toMatchObject({ code: 1, failed: ["deploy (Main)"] });
  expect(run.jobs).toMatchObject([{ id: "deploy", result: "failure" }]);
  const step = stepOf(run, "deploy");
  const [error = ""] = errorsOf(step);
  expect(error).toMatch(/^Deployment orders: container web /);
  expect(error).toContain("\norders was rolled back to revision 1");
  expect(step.summary).toContain(`⏪ orders was not deployed to ${user.namespace}: rolled back to revision 1`);
  expect(stepOf(run, "later").log).toBe("rolled-back 3\n");

  const cluster = await clusterView();
  const own = ["--namespace", user.namespace];
  const history = await cluster.helmJson<{ revision: number; status: string }[]>("4", "history", "orders", ...own);
  expect(history).toMatchObject([
    { revision: 1, status: "superseded" },
    { revision: 2, status: "failed" },
    { revision: 3, status: "deployed" },
  ]);
  const pods = await cluster.list<Pod>("pods", ...own);
  const ready = pods.filter(({ status }) =>
    status.conditions?.some((each) => each.type === "Ready" && each.status === "True"),
  );
  expect(ready.map(({ spec }) => spec.containers[0]?.image)).toEqual(Array(2).fill("example.com/shop/orders:1.0"));
}, 120_000);

type Pod = {
  spec: { containers: { image: string }[] };
  status: { conditions?: { type: string; status: string }[] };
};
