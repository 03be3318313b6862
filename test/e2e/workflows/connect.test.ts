import { mkdir, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { expect, test } from "@jest/globals";
import { stepOf } from "../../../sandbox/runner/act.ts";
import { clusterView } from "../../support/cluster-view.ts";
import { ended, exampleUser, jobOf } from "../../support/example.ts";

const CHECKOUT = "actions/checkout@9c091bb21b7c1c1d1991bb908d89e4e9dddfe3e0";

test("examples/connect.yml: kubectl and Helm work after connect, and its kubeconfig goes with the job", async () => {
  const user = await exampleUser({
    workflow: "connect.yml",
    change: (workflow) => {
      // Post steps run in the order from the last: that of the first step sees what the job leaves.
      jobOf(workflow).steps.unshift({ uses: CHECKOUT }, { id: "look", uses: "./.github/actions/look" });
      jobOf(workflow).steps.push(
        { id: "who", run: "kubectl auth whoami --output jsonpath='{.status.userInfo.groups}'" },
        { id: "file", run: "stat --format '%a %n' $KUBECONFIG" },
        { id: "elsewhere", run: "kubectl get pods --namespace default 2>&1 || true" },
      );
    },
  });
  const cluster = await clusterView();
  const own = ["--namespace", user.namespace];
  await cluster.helm("4", "install", "orders", "examples/charts/service", ...own, "--wait");

  await writeLook(user.repository);
  const run = await user.run({ event: "workflow_dispatch" });
  expect(ended(run)).toEqual({ code: 0, failed: [] });
  const { kubeconfig = "", context, server } = stepOf(run, "connect").outputs;
  expect({ context, server }).toEqual({
    context: "shop",
    server: expect.stringMatching(/^https:\/\/127\.0\.0\.1:\d+$/),
  });
  expect(stepOf(run, "restart").log).toContain('deployment "orders" successfully rolled out');
  expect(stepOf(run, "history").log).toMatch(/1 .*deployed.*service-1\.0\.0/);
  expect(stepOf(run, "who").log).toContain(`deploy-${user.namespace}`);
  expect(stepOf(run, "file").log).toBe(`600 ${kubeconfig}\n`);
  expect(stepOf(run, "elsewhere").log).toContain("pods is forbidden");

  const deployment = await cluster.get<{ spec: { template: { metadata: { annotations: Record<string, string> } } } }>(
    "deployment",
    "orders",
    ...own,
  );
  expect(deployment?.spec.template.metadata.annotations).toHaveProperty(["kubectl.kubernetes.io/restartedAt"]);
  expect(stepOf(run, "look", "Post").log).toBe(`${dirname(dirname(kubeconfig))}: \n`);
}, 120_000);

/** An action whose post step lists the runner's temporary folder. */
async function writeLook(repository: string): Promise<void> {
  const folder = join(repository, ".github/actions/look");
  await mkdir(folder, { recursive: true });
  const action = "name: look\ndescription: Looks\nruns: { using: node24, main: main.js, post: post.js }\n";
  await writeFile(join(folder, "action.yml"), action);
  await writeFile(join(folder, "main.js"), "");
  const list = "`${process.env.RUNNER_TEMP}: ${require('node:fs').readdirSync(process.env.RUNNER_TEMP)}`";
  await writeFile(join(folder, "post.js"), `console.log(${list});\n`);
}
