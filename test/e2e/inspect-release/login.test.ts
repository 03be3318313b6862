import { readdir } from "node:fs/promises";
import { beforeAll, expect, test } from "@jest/globals";
import type { Sandbox } from "../../../sandbox/sandbox.ts";
import { type ClusterView, clusterView } from "../../support/cluster-view.ts";
import { byRole, deploy } from "../../support/deploy.ts";
import { COMMIT, inspect, valuesOf } from "../../support/inspect.ts";
import { oidcJob, roleFor } from "../../support/login.ts";
import { newNamespace } from "../../support/namespaces.ts";
import { sandbox as runningSandbox } from "../../support/sandbox.ts";

let sandbox: Sandbox;
let cluster: ClusterView;
beforeAll(async () => {
  [sandbox, cluster] = [await runningSandbox(), await clusterView()];
});

test("with the rights that the README names it reads all, and leaves nothing but the values file", async () => {
  const namespace = newNamespace();
  const made = await deploy("4", { namespace, chart: "charts/web", "secret-values": "pod: { a: Secret-Value-1 }" });
  const role = await roleFor(sandbox, { rights: "none" });
  await allow(namespace, role.name, { secrets: "get,list", pods: "list", leases: "get", ...workloads });
  const run = await inspect(namespace, byRole(role), { env: oidcJob(sandbox) });
  expect(run).toMatchObject({ code: 0, errors: [], warnings: [] });
  expect(run.outputs).toMatchObject({ status: "deployed", images: made.outputs.images, "git-sha": COMMIT });
  expect(await valuesOf(run)).toEqual({ pod: {} });
  const left = await readdir(run.runnerTemp, { recursive: true });
  expect(left.map((path) => path.replace(/k8s-migrate-\w+/, "folder")).toSorted()).toEqual([
    "folder",
    "folder/values.yaml",
  ]);
});

test("without a right to read releases the error says which is missing", async () => {
  const namespace = newNamespace();
  const role = await roleFor(sandbox, { rights: "none" });
  const run = await inspect(namespace, byRole(role), { env: oidcJob(sandbox) });
  expect(run).toMatchObject({ code: 1, outputs: {}, stderr: "" });
  expect(run.errors).toEqual([
    expect.stringMatching(
      /^Kubernetes API: list the revisions of orders in namespace .* failed: secrets is forbidden: .* cannot list resource "secrets" .*\nNext: add rules: .*resources: \["secrets"\], verbs: \["list"\]/,
    ),
  ]);
  await run.post();
  expect(await readdir(run.runnerTemp)).toEqual([]);
});

test("without a right to list workloads a warning says what images lack", async () => {
  const namespace = newNamespace();
  await deploy("4", { namespace, chart: "charts/web" });
  const role = await roleFor(sandbox, { rights: "none" });
  await allow(namespace, role.name, { secrets: "get,list" });
  const run = await inspect(namespace, byRole(role), { env: oidcJob(sandbox) });
  expect(run).toMatchObject({ code: 0, outputs: { status: "deployed", images: "[]", "git-sha": COMMIT } });
  expect(run.warnings).toEqual([
    "images: without Deployment orders: not in the cluster, or this login may not list them",
  ]);
});

const workloads = Object.fromEntries(
  ["deployments.apps", "statefulsets.apps", "daemonsets.apps", "jobs.batch"].map((resource) => [resource, "list"]),
);

/** Lets the role's group do that in the namespace, and nothing else. */
async function allow(namespace: string, group: string, verbs: Record<string, string>): Promise<void> {
  for (const [resource, verb] of Object.entries(verbs)) {
    const name = resource.replace(".", "-");
    const own = ["--namespace", namespace];
    await cluster.kubectl("create", "role", name, `--verb=${verb}`, `--resource=${resource}`, ...own);
    await cluster.kubectl("create", "rolebinding", name, `--role=${name}`, `--group=${group}`, ...own);
  }
}
