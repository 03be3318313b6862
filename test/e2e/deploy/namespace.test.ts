import { beforeAll, expect, test } from "@jest/globals";
import { type ClusterView, clusterView, helms } from "../../support/cluster-view.ts";
import { byRole, deploy } from "../../support/deploy.ts";
import { oidcJob, roleFor } from "../../support/login.ts";
import { newNamespace } from "../../support/namespaces.ts";
import { sandbox } from "../../support/sandbox.ts";

let cluster: ClusterView;
beforeAll(async () => {
  cluster = await clusterView();
});

test("creates the namespace with its labels, changes those that differ, and leaves others alone", async () => {
  const namespace = newNamespace();
  const first = await deploy("4", { namespace, "namespace-labels": "team=shop\nenv=test\ncost=a=b" });
  // Kubernetes refuses "a=b" as a label's value: the message is its own.
  expect(first.errors[0]).toMatch(/create namespace .* failed: .*metadata.labels: Invalid value: "a=b"/);
  expect(await cluster.get(`namespace/${namespace}`)).toBeUndefined();

  const second = await deploy("4", { namespace, "namespace-labels": "team=shop\nenv=test" });
  expect(second).toMatchObject({ code: 0, errors: [] });
  expect(second.stdout).toContain(`Created namespace ${namespace}`);
  expect(await labels(namespace)).toMatchObject({ team: "shop", env: "test" });

  await cluster.kubectl("label", "namespace", namespace, "owner=someone", "env-", "example.com/kept=yes");
  const third = await deploy("4", { namespace, "namespace-labels": "team=orders\nempty=" });
  expect(third.stdout).toContain(`Set labels on namespace ${namespace}: team, empty`);
  expect(await labels(namespace)).toEqual({
    team: "orders",
    empty: "",
    owner: "someone",
    "example.com/kept": "yes",
    "kubernetes.io/metadata.name": namespace,
  });
});

test.each(helms)(
  "Helm %s: create-namespace: false refuses a namespace that is not there, and creates nothing",
  async (helm) => {
    const namespace = newNamespace();
    const run = await deploy(helm, { namespace, "create-namespace": "false", "namespace-labels": "team=shop" });
    expect(run.code).toBe(1);
    expect(run.errors).toEqual([`namespace: ${namespace} does not exist. Create it, or set create-namespace: true`]);
    expect(run.summary).toContain(`${namespace} does not exist`);
    expect(await cluster.get(`namespace/${namespace}`)).toBeUndefined();

    await cluster.kubectl("create", "namespace", namespace);
    const next = await deploy(helm, { namespace, "create-namespace": "false", "namespace-labels": "team=shop" });
    expect(next).toMatchObject({ code: 0, errors: [] });
    expect(await labels(namespace)).toMatchObject({ team: "shop" });
  },
);

test.each(helms)("Helm %s: a login that may do nothing outside its namespace deploys there", async (helm) => {
  const running = await sandbox();
  const role = await roleFor(running, { rights: "none" });
  const namespace = newNamespace();
  await cluster.kubectl("create", "namespace", namespace);
  const may = ["--verb=*", "--resource=secrets,configmaps,leases.coordination.k8s.io"];
  await cluster.kubectl("create", "role", "deployer", ...may, "--namespace", namespace);
  const binding = ["rolebinding", "deployer", "--role=deployer", `--group=${role.name}`];
  await cluster.kubectl("create", ...binding, "--namespace", namespace);

  const inputs = { ...byRole(role), namespace, "namespace-labels": "team=shop" };
  const run = await deploy(helm, inputs, { env: oidcJob(running) });
  expect(run).toMatchObject({ code: 0, errors: [], outputs: { status: "deployed", revision: "1", images: "[]" } });
  expect(run.warnings).toEqual([`namespace-labels: not set, since this login may not read namespace ${namespace}`]);
  expect(await cluster.history(helm, "orders", namespace)).toEqual(["1 deployed"]);
  expect(await cluster.get("secret/k8s-migrate.orders.v1", "-n", namespace)).toBeDefined();

  // Elsewhere it may not even look: one error, with Kubernetes' reason and what to do.
  const refused = await deploy(helm, { ...inputs, namespace: "default" }, { env: oidcJob(running) });
  expect(refused.code).toBe(1);
  expect(refused.errors).toHaveLength(1);
  expect(refused.errors[0]).toMatch(/list the revisions of orders in namespace default failed: secrets is forbidden/);
  expect(refused.errors[0]).toContain(
    'Next: add rules: [{apiGroups: [""], resources: ["secrets"], verbs: ["list"]}] to a Role of namespace default',
  );
});

test("a login that may not create the namespace says so before anything else, and deploys once it is there", async () => {
  const running = await sandbox();
  const role = await roleFor(running, { rights: "none" });
  const namespace = newNamespace();
  const may = ["--verb=*", "--resource=secrets,configmaps,leases.coordination.k8s.io"];
  await cluster.kubectl("create", "clusterrole", role.name, ...may);
  await cluster.kubectl(
    "create",
    "clusterrolebinding",
    role.name,
    `--clusterrole=${role.name}`,
    `--group=${role.name}`,
  );
  try {
    const run = await deploy("4", { ...byRole(role), namespace }, { env: oidcJob(running) });
    expect(run.code).toBe(1);
    expect(run.errors).toEqual([
      expect.stringMatching(
        /create namespace \S+ failed: namespaces is forbidden[\s\S]*Next: let somebody who may run kubectl/,
      ),
    ]);
    expect(await cluster.get(`namespace/${namespace}`)).toBeUndefined();
    await cluster.kubectl("create", "namespace", namespace);
    const next = await deploy("4", { ...byRole(role), namespace }, { env: oidcJob(running) });
    expect(next).toMatchObject({ code: 0, errors: [], outputs: { status: "deployed" } });
  } finally {
    await cluster.kubectl("delete", "clusterrole,clusterrolebinding", role.name);
  }
});

test("inputs that are refused write nothing to the cluster", async () => {
  const namespace = newNamespace();
  const run = await deploy("4", {
    namespace,
    "namespace-labels": "team=shop",
    "dry-run": "maybe",
    recover: "rollback",
    "helm-args": "--atomic",
    "secret-values": "password: [",
  });
  expect(run.code).toBe(1);
  expect(run.errors).toEqual([
    expect.stringMatching(/^Inputs of deploy:\n(- (secret-values|helm-args|recover|dry-run): .*\n?){4}$/),
  ]);
  expect(await cluster.get(`namespace/${namespace}`)).toBeUndefined();

  const before = await cluster.list("secrets", "--namespace", "kube-system");
  const guarded = await deploy("4", { namespace: "kube-system" });
  expect(guarded).toMatchObject({ code: 1, errors: [expect.stringContaining("kube-system is protected")] });
  expect(await cluster.list("secrets", "--namespace", "kube-system")).toEqual(before);
  // Where the user's own list names others, it may be deployed to.
  const release = namespace;
  const allowed = await deploy("4", { namespace: "kube-system", release, "protected-namespaces": "default" });
  expect(allowed).toMatchObject({ code: 0, errors: [] });
  await cluster.helm("4", "uninstall", release, "--namespace", "kube-system");
});

async function labels(namespace: string): Promise<Record<string, string> | undefined> {
  return (await cluster.get(`namespace/${namespace}`))?.metadata.labels;
}
