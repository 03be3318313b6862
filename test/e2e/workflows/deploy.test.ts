import { mkdir, symlink } from "node:fs/promises";
import { join } from "node:path";
import { expect, test } from "@jest/globals";
import { setValues } from "../../../sandbox/example/repository.ts";
import { stepOf } from "../../../sandbox/runner/act.ts";
import { type ClusterView, clusterView } from "../../support/cluster-view.ts";
import { ended, exampleUser, inputsOf, jobOf, PASSWORD } from "../../support/example.ts";
import { sandbox } from "../../support/sandbox.ts";
import { tempFolder } from "../../support/temp-folder.ts";

type Revision = { revision: number; status: string; chart: string };

test("examples/deploy.yml installs the service, and upgrades it to what was changed", async () => {
  const user = await exampleUser({
    workflow: "deploy.yml",
    change: (workflow) => {
      const outputs = "${{ steps.deploy.outputs.action }} ${{ steps.deploy.outputs.revision }}";
      jobOf(workflow).steps.push({ id: "later", run: `echo "${outputs} \${{ steps.deploy.outputs.url }}"` });
    },
  });
  const cluster = await clusterView();

  const installed = await user.run({ insecureSecrets: true });
  expect(ended(installed)).toEqual({ code: 0, failed: [] });
  expect(stepOf(installed, "deploy").outputs).toMatchObject({
    status: "deployed",
    action: "install",
    revision: "1",
    "previous-revision": "",
    namespace: user.namespace,
    url: "https://orders.example.com/",
  });
  expect(stepOf(installed, "later").log).toBe("install 1 https://orders.example.com/\n");
  expect(stepOf(installed, "deploy").summary).toContain(`✅ orders installed in ${user.namespace}`);
  expect(await orders(cluster, user.namespace)).toEqual({
    revisions: ["1 deployed service-1.0.0"],
    image: "example.com/shop/orders:1.0",
    ready: 2,
    password: PASSWORD,
    team: "orders",
  });

  await setValues(user.repository, "values/orders.yaml", { image: "example.com/shop/orders:1.1", replicas: 3 });
  const upgraded = await user.run({ insecureSecrets: true, event: "workflow_dispatch" });
  expect(ended(upgraded)).toEqual({ code: 0, failed: [] });
  expect(stepOf(upgraded, "deploy").outputs).toMatchObject({
    status: "deployed",
    action: "upgrade",
    revision: "2",
    "previous-revision": "1",
  });
  expect(stepOf(upgraded, "deploy").summary).toMatch(/Deployment orders \| 3\/3 \| `example\.com\/shop\/orders:1\.1`/);
  expect(await orders(cluster, user.namespace)).toMatchObject({
    revisions: ["1 superseded service-1.0.0", "2 deployed service-1.0.0"],
    image: "example.com/shop/orders:1.1",
    ready: 3,
  });

  // In one piece or in the pieces in which JSON or a shell would show it.
  for (const run of [installed, upgraded]) {
    const summaries = run.steps.map(({ summary }) => summary).join();
    for (const part of ["p4ss", "#orders:", "{it's}"]) {
      expect(run.log).not.toContain(part);
      expect(summaries).not.toContain(part);
    }
  }
}, 120_000);

test("the same with Helm 3", async () => {
  const { tools } = await sandbox();
  const user = await exampleUser({
    workflow: "deploy.yml",
    change: (workflow) => Object.assign(inputsOf(workflow, "deploy"), { "helm-version": "3" }),
  });
  const bin = join(await tempFolder(), "bin");
  await mkdir(bin);
  await symlink(tools.helm3, join(bin, "helm"));

  const run = await user.run({ path: [bin] });
  expect(ended(run)).toEqual({ code: 0, failed: [] });
  expect(stepOf(run, "deploy").summary).toContain("| Helm | 3.");
  expect(await orders(await clusterView(), user.namespace)).toMatchObject({
    revisions: ["1 deployed service-1.0.0"],
    ready: 2,
    password: PASSWORD,
  });
}, 120_000);

/** The service as the cluster has it. */
async function orders(cluster: ClusterView, namespace: string): Promise<Record<string, unknown>> {
  const own = ["--namespace", namespace];
  const history = await cluster.helmJson<Revision[]>("4", "history", "orders", ...own);
  const deployment = await cluster.get<{
    spec: { template: { spec: { containers: { image: string }[] } } };
    status: { readyReplicas: number; updatedReplicas: number };
  }>("deployment", "orders", ...own);
  const secret = await cluster.get("secret", "orders", ...own);
  const labels = (await cluster.get("namespace", namespace))?.metadata.labels;
  return {
    revisions: history.map(({ revision, status, chart }) => `${revision} ${status} ${chart}`),
    image: deployment?.spec.template.spec.containers[0]?.image,
    ready: deployment?.status.readyReplicas,
    password: Buffer.from(secret?.data?.DATABASE_PASSWORD ?? "", "base64").toString(),
    team: labels?.team,
  };
}
