import { mkdir, symlink, writeFile } from "node:fs/promises";
import { delimiter, join } from "node:path";
import { afterAll, beforeAll, expect, test } from "@jest/globals";
import { run as runProgram } from "../../../sandbox/process/run.ts";
import { type ClusterView, clusterView, helms } from "../../support/cluster-view.ts";
import { byRole, deploy, workspace } from "../../support/deploy.ts";
import { oidcJob, roleFor } from "../../support/login.ts";
import { newNamespace } from "../../support/namespaces.ts";
import { runAction } from "../../support/run-action.ts";
import { sandbox } from "../../support/sandbox.ts";
import { tempFolder } from "../../support/temp-folder.ts";

// Which cluster a deploy reaches, and by which Helm.

let shop: ClusterView;
let staging: ClusterView;
/** A kubeconfig with the contexts "shop", which is the current one, and "shop-staging". */
let both: string;
const onStaging: string[] = [];

beforeAll(async () => {
  [shop, staging] = [await clusterView("shop"), await clusterView("shop-staging")];
  both = join(await tempFolder(), "kubeconfig");
  await writeFile(both, await merged(), { mode: 0o600 });
});
afterAll(async () => {
  await staging.kubectl("delete", "namespace", ...onStaging, "--ignore-not-found", "--wait=false");
});

test.each(helms)("Helm %s: kube-context names the cluster, else the kubeconfig's current context", async (helm) => {
  const namespace = newNamespace();
  onStaging.push(namespace);
  const there = await deploy(helm, { namespace, kubeconfig: both, "kube-context": "shop-staging" });
  expect(there).toMatchObject({ code: 0, errors: [] });
  expect(there.summary).toContain("| Cluster | shop-staging |");
  expect(await staging.history(helm, "orders", namespace)).toEqual(["1 deployed"]);
  expect(await shop.get(`namespace/${namespace}`)).toBeUndefined();

  // Helm would follow its variables; what is reported is then not where it went.
  const elsewhere = {
    HELM_KUBECONTEXT: "shop-staging",
    HELM_KUBEASUSER: "nobody",
    HELM_NAMESPACE: "default",
    KUBECONFIG: staging.kubeconfig,
  };
  const here = await deploy(helm, { namespace, kubeconfig: both }, { env: elsewhere });
  expect(here).toMatchObject({ code: 0, errors: [] });
  expect(here.summary).toContain("| Cluster | shop |");
  expect(await shop.history(helm, "orders", namespace)).toEqual(["1 deployed"]);
  expect(await staging.history(helm, "orders", namespace)).toEqual(["1 deployed"]);
});

test("a context or a kubeconfig that is not there is one clear error", async () => {
  const namespace = newNamespace();
  const context = await deploy("4", { namespace, kubeconfig: both, "kube-context": "production" });
  expect(context.errors).toEqual([
    `kube-context: there is no context "production" in ${both}; it has shop, shop-staging`,
  ]);
  const file = await deploy("4", { namespace, kubeconfig: "absent" });
  expect(file.errors).toEqual([expect.stringMatching(/^kubeconfig: cannot read absent: ENOENT/)]);
  expect(await shop.get(`namespace/${namespace}`)).toBeUndefined();
});

test.each(helms)("Helm %s: uses the login of an earlier connect step", async (helm) => {
  const running = await sandbox();
  const role = await roleFor(running);
  const env = oidcJob(running);
  const connect = await runAction("actions/connect", { inputs: byRole(role), env });
  expect(connect).toMatchObject({ code: 0, errors: [] });

  const namespace = newNamespace();
  const run = await deploy(helm, { namespace, kubeconfig: "" }, { env: { ...env, ...connect.env } });
  expect(run).toMatchObject({ code: 0, errors: [] });
  expect(await shop.history(helm, "orders", namespace)).toEqual(["1 deployed"]);
  await connect.post();
});

test.each(helms)("takes Helm %s from PATH, and hands it further arguments", async (helm) => {
  const { tools } = await sandbox();
  const folder = join(await tempFolder(), "bin");
  await mkdir(folder);
  await symlink(helm === "3" ? tools.helm3 : tools.helm4, join(folder, "helm"));
  const namespace = newNamespace();
  const description = "run 4711, by 'octocat' & \"others\" $HOME";
  const run = await deploy(
    helm,
    { namespace, "helm-version": helm, "helm-args": `--description=${description}\n--labels\nteam=shop` },
    { env: { PATH: [folder, process.env.PATH].join(delimiter) } },
  );
  expect(run).toMatchObject({ code: 0, errors: [] });
  expect(run.stdout).toContain(`${join(folder, "helm")}, found on PATH`);
  const version = await shop.helm(helm, "version", "--template", "{{.Version}}");
  expect(run.summary).toContain(`| Helm | ${version.replace("v", "")} |`);
  expect(await shop.helmJson(helm, "status", "orders", "--namespace", namespace)).toMatchObject({
    info: { description },
  });
  const labelled = await shop.helmJson<unknown[]>(helm, "list", "--namespace", namespace, "--selector", "team=shop");
  expect(labelled).toHaveLength(1);
});

test("a relative path of Helm, chart and kubeconfig is below the workspace", async () => {
  const folder = await tempFolder();
  await symlink(join(workspace, "charts"), join(folder, "charts"));
  await symlink((await sandbox()).tools.helm4, join(folder, "my-helm"));
  await symlink(both, join(folder, "my-kubeconfig"));
  const namespace = newNamespace();
  const inputs = { namespace, "helm-version": "./my-helm", kubeconfig: "my-kubeconfig", chart: "./charts/settings" };
  expect(await deploy("4", inputs, { workspace: folder })).toMatchObject({ code: 0, errors: [] });
  expect(await shop.history("4", "orders", namespace)).toEqual(["1 deployed"]);
});

/** As kubectl merges kubeconfigs. */
async function merged(): Promise<string> {
  const { tools } = await sandbox();
  const KUBECONFIG = [shop.kubeconfig, staging.kubeconfig].join(delimiter);
  return runProgram(tools.kubectl, ["config", "view", "--raw", "--flatten"], { env: { KUBECONFIG } });
}
