import { resolve } from "node:path";
import { expect, test } from "@jest/globals";
import { type AccessObject, grantExampleAccess } from "../../sandbox/example/access.ts";
import { subjectOf } from "../../sandbox/example/files.ts";
import { clusterView } from "../support/cluster-view.ts";
import { oidcJob } from "../support/login.ts";
import { newNamespace } from "../support/namespaces.ts";
import { type ActionRun, runAction } from "../support/run-action.ts";
import { sandbox } from "../support/sandbox.ts";

// What docs/eks-access.md says of each rule in examples/eks-access/rbac.yaml. That they are enough together, the tests of
// the workflows show: their logins have these and no others.

test("without the right to list pods, digests are missing in the report", async () => {
  const { run } = await deployWith(without("pods"));
  expect(run).toMatchObject({ code: 0, errors: [] });
  expect(JSON.parse(run.outputs.images ?? "")).toMatchObject([{ image: "example.com/shop/orders:1.0", digest: "" }]);
});

test("without the right to list the charts' kinds, these are missing in the report", async () => {
  const { run } = await deployWith(without("deployments cronjobs ingresses", "list"));
  expect(run).toMatchObject({ code: 0, outputs: { images: "[]", cronjobs: "[]", urls: "[]", url: "" } });
});

test("without the right to read the namespace, its labels are not set, with a warning", async () => {
  const { run, namespace } = await deployWith(without("namespaces"));
  expect(run).toMatchObject({
    code: 0,
    warnings: [`namespace-labels: not set, since this login may not read namespace ${namespace}`],
  });
  expect((await (await clusterView()).get("namespace", namespace))?.metadata.labels).not.toHaveProperty("team");
});

test("without the right to change the namespace, labels that it lacks are not set, with a warning", async () => {
  const { run, namespace } = await deployWith(without("namespaces", "patch"));
  expect(run).toMatchObject({
    code: 0,
    warnings: [`namespace-labels: not set, since this login may not change namespace ${namespace}`],
  });
  expect((await (await clusterView()).get("namespace", namespace))?.metadata.labels).not.toHaveProperty("team");
});

test("without the right to hold Leases nothing keeps a second deploy away, and the log says so", async () => {
  const { run, namespace } = await deployWith(without("leases"));
  expect(run).toMatchObject({
    code: 0,
    warnings: [expect.stringContaining(`This login may not hold Leases in namespace ${namespace}: `)],
    outputs: { status: "deployed" },
  });
  expect(await (await clusterView()).list("leases", "--namespace", namespace)).toEqual([]);
});

test("without the right to read events and logs, a failure is told without them", async () => {
  const { again, namespace } = await deployWith(without("events pods/log"));
  const crashes = "podAnnotations: { k8s-migrate.dev/behaviour: crash-loop }";
  const run = await again({ values: crashes });
  expect(run.errors).toEqual([expect.stringMatching(/^Deployment orders: container web crashes, exit code 1/)]);
  expect(run.summary).not.toContain("panic: ");
  expect(await (await clusterView()).history("4", "orders", namespace)).toEqual([
    "1 superseded",
    "2 failed",
    "3 deployed",
  ]);
}, 60_000);

test.each([
  ["secrets", "4", /list the revisions of orders .* cannot list resource "secrets"/],
  ["services", "4", /Helm: .* cannot get resource "services"/],
  ["replicasets", "3", /Helm: .* cannot list resource "replicasets"/],
  ["replicasets", "4", /Helm: .* Deployment\/\S+\/orders not ready/],
] as const)("without rights on %s, the deploy by Helm %s fails", async (resource, helm, message) => {
  const { run } = await deployWith(without(resource), { helm, timeout: "3s" });
  expect(run).toMatchObject({ code: 1, errors: [expect.stringMatching(message)] });
});

// The emulator has no access policies. AmazonEKSEditPolicy is like the role `edit` of Kubernetes, says AWS:
// https://docs.aws.amazon.com/eks/latest/userguide/access-policy-permissions.html
test("the role edit in the namespace is enough, but for the namespace's labels", async () => {
  const { run, again, namespace } = await deployWith(edit);
  expect(run).toMatchObject({ code: 0, warnings: [expect.stringContaining("may not change namespace")] });
  await (await clusterView()).kubectl("label", "namespace", namespace, "team=orders");
  expect(await again()).toMatchObject({ code: 0, warnings: [], outputs: { url: "https://orders.example.com/" } });
});

test("a login that may create namespaces, and edit in all, makes the namespace with its labels", async () => {
  const { run, namespace } = await deployWith(everywhere);
  expect(run).toMatchObject({ code: 0, errors: [], warnings: [] });
  const { kubectl, get } = await clusterView();
  expect((await get("namespace", namespace))?.metadata.labels).toMatchObject({ team: "orders" });
  await kubectl("delete", "clusterrole,clusterrolebinding", "--selector", `for=${namespace}`);
});

/** Runs deploy as examples/deploy.yml does, with a login for which the administrator applied other objects. */
async function deployWith(
  change: (objects: AccessObject[], namespace: string) => AccessObject[],
  { helm = "4", timeout = "1m" }: { helm?: "3" | "4"; timeout?: string } = {},
): Promise<{ run: ActionRun; again: (inputs?: Record<string, string>) => Promise<ActionRun>; namespace: string }> {
  const running = await sandbox();
  const namespace = newNamespace();
  const role = await grantExampleAccess(running, { namespace, change: (objects) => change(objects, namespace) });
  const again = (inputs: Record<string, string> = {}) =>
    runAction("deploy", {
      workspace: resolve("examples"),
      env: oidcJob(running, { sub: subjectOf("production") }),
      inputs: {
        cluster: "shop",
        "aws-region": "us-west-2",
        "role-to-assume": role,
        release: "orders",
        namespace,
        "namespace-labels": "team=orders",
        chart: "charts/service",
        "value-files": "values/orders.yaml",
        "helm-version": helm === "3" ? running.tools.helm3 : running.tools.helm4,
        timeout,
        ...inputs,
      },
    });
  return { run: await again(), again, namespace };
}

/** Takes rights on these resources away, or only that verb on them. */
function without(resources: string, verb?: string): (objects: AccessObject[]) => AccessObject[] {
  const gone = resources.split(" ");
  return (objects) =>
    objects.map((object) => {
      const rules = (object.rules ?? []).flatMap((rule) => {
        const verbs = verb === undefined ? [] : rule.verbs.filter((each) => each !== verb);
        const [kept, changed] = [
          rule.resources.filter((each) => !gone.includes(each)),
          rule.resources.filter((each) => gone.includes(each)),
        ];
        return [
          { ...rule, resources: kept },
          { ...rule, resources: changed, verbs },
        ].filter((each) => each.resources.length > 0 && each.verbs.length > 0);
      });
      return object.rules ? { ...object, rules } : object;
    });
}

/** The namespace, and the role edit in it. */
function edit(objects: AccessObject[]): AccessObject[] {
  return objects
    .filter(({ kind }) => kind !== "Role")
    .map((object) => (object.kind === "RoleBinding" ? { ...object, roleRef: clusterRole("edit") } : object));
}

/** No namespace; edit everywhere, and the right to create namespaces. */
function everywhere(_: AccessObject[], namespace: string): AccessObject[] {
  const group = { apiGroup: "rbac.authorization.k8s.io", kind: "Group", name: `deploy-${namespace}` };
  const bind = (role: string, name: string) => ({
    apiVersion: "rbac.authorization.k8s.io/v1",
    kind: "ClusterRoleBinding",
    metadata: { name, labels: { for: namespace } },
    roleRef: clusterRole(role),
    subjects: [group],
  });
  return [
    {
      apiVersion: "rbac.authorization.k8s.io/v1",
      kind: "ClusterRole",
      metadata: { name: `namespaces-${namespace}`, labels: { for: namespace } },
      rules: [{ apiGroups: [""], resources: ["namespaces"], verbs: ["create"] }],
    },
    bind(`namespaces-${namespace}`, `namespaces-${namespace}`),
    bind("edit", `edit-${namespace}`),
  ];
}

function clusterRole(name: string): { apiGroup: string; kind: string; name: string } {
  return { apiGroup: "rbac.authorization.k8s.io", kind: "ClusterRole", name };
}
