import { afterAll, beforeAll, describe, expect, test } from "@jest/globals";
import { openCluster } from "../../../src/adapters/kubernetes/client.ts";
import { clusterNamespaces } from "../../../src/adapters/kubernetes/namespaces.ts";
import type { Namespaces } from "../../../src/ports/namespaces.ts";
import { type ClusterView, clusterView } from "../../support/cluster-view.ts";
import { newNamespace } from "../../support/namespaces.ts";
import { serviceAccount } from "../../support/service-account.ts";

let cluster: ClusterView;
let namespaces: Namespaces;
const roles: string[] = [];

beforeAll(async () => {
  cluster = await clusterView();
  namespaces = clusterNamespaces(await openCluster({ kubeconfig: cluster.kubeconfig, context: "" }));
});

afterAll(async () => {
  if (roles.length > 0)
    await cluster.kubectl("delete", "clusterrole,clusterrolebinding", ...roles, "--ignore-not-found");
});

test("a namespace is created once, then left alone or labelled", async () => {
  const name = newNamespace();
  const team = { create: true, labels: { team: "shop" } };
  expect(await namespaces.ensure(name, team)).toBe("created");
  expect(await namespaces.ensure(name, team)).toBe("unchanged");
  expect(await namespaces.ensure(name, { create: false, labels: {} })).toBe("unchanged");
  expect(await namespaces.ensure(name, { create: false, labels: { env: "test" } })).toBe("labelled");
  expect(await labels(name)).toMatchObject({ team: "shop", env: "test" });
});

test("one that is not there is not created against the user's wish", async () => {
  const name = newNamespace();
  await expect(namespaces.ensure(name, { create: false, labels: {} })).rejects.toThrow(
    `namespace: ${name} does not exist`,
  );
  expect(await cluster.get(`namespace/${name}`)).toBeUndefined();
});

test("deploys that make the same namespace at the same time all get their labels", async () => {
  for (let round = 0; round < 5; round++) {
    const name = newNamespace();
    const teams = ["a", "b", "c", "d"];
    const states = await Promise.all(
      teams.map((team) => namespaces.ensure(name, { create: true, labels: { [`team-${team}`]: "yes" } })),
    );
    expect(states.filter((state) => state === "created")).toHaveLength(1);
    expect(Object.keys((await labels(name)) ?? {})).toEqual(
      expect.arrayContaining(teams.map((team) => `team-${team}`)),
    );
  }
});

test("a login without rights says what it could not do", async () => {
  const name = newNamespace();
  await cluster.kubectl("create", "namespace", name);
  const login = await asServiceAccount(name);
  for (const create of [true, false]) {
    expect(await login.ensure(name, { create, labels: { team: "shop" } })).toBe("unreadable");
  }

  const reads = ["--verb=get", "--resource=namespaces"];
  await cluster.kubectl("create", "role", "reads", ...reads, "--namespace", name);
  const to = ["--role=reads", `--serviceaccount=${name}:deployer`];
  await cluster.kubectl("create", "rolebinding", "reads", ...to, "--namespace", name);
  expect(await login.ensure(name, { create: true, labels: { team: "shop" } })).toBe("unlabelled");
  expect(await login.ensure(name, { create: true, labels: {} })).toBe("unchanged");
  expect(await labels(name)).not.toHaveProperty("team");
});

describe("a login that may", () => {
  // In every namespace, as a deployer of several of them: else none that is missing could grant it anything.
  test.each([
    ["make Secrets only", ["create secrets"]],
    ["read namespaces too", ["create secrets", "get namespaces"]],
  ])("%s is told of a namespace that is not there, and by whom it is to be made", async (_, rules) => {
    const [home, name] = [newNamespace(), newNamespace()];
    await cluster.kubectl("create", "namespace", home);
    const login = await asServiceAccount(home, rules);
    await expect(login.ensure(name, { create: false, labels: {} })).rejects.toThrow(
      `namespace: ${name} does not exist. Create it`,
    );
    const error = await login.ensure(name, { create: true, labels: {} }).catch(String);
    expect(error).toMatch(/create namespace \S+ failed: namespaces is forbidden: User "system:serviceaccount:/);
    expect(error).toContain(`Next: let somebody who may run kubectl create namespace ${name} once, or add rules: `);
    expect(error).toContain('resources: ["namespaces"], verbs: ["create"]');
    expect(await cluster.get(`namespace/${name}`)).toBeUndefined();

    await cluster.kubectl("create", "namespace", name);
    const state = await login.ensure(name, { create: true, labels: {} });
    expect(state).toBe(rules.length > 1 ? "unchanged" : "unreadable");
    expect((await cluster.list("secrets", "--namespace", name)).map(({ metadata }) => metadata.name)).toEqual([]);
  });

  test("create namespaces, but not read them, creates the one that is not there", async () => {
    const [home, name] = [newNamespace(), newNamespace()];
    await cluster.kubectl("create", "namespace", home);
    const login = await asServiceAccount(home, ["create secrets", "create namespaces"]);
    expect(await login.ensure(name, { create: true, labels: { team: "shop" } })).toBe("created");
    expect(await labels(name)).toMatchObject({ team: "shop" });
    expect(await login.ensure(name, { create: true, labels: {} })).toBe("unreadable");
  });
});

test("one that is being deleted is refused, whoever asks", async () => {
  const [home, name] = [newNamespace(), newNamespace()];
  for (const each of [home, name]) await cluster.kubectl("create", "namespace", each);
  const login = await asServiceAccount(home, ["create secrets"]);
  const object = ["configmap", "held", "--namespace", name];
  const held = (finalizers: string[]) =>
    cluster.kubectl("patch", ...object, "--type=merge", "--patch", JSON.stringify({ metadata: { finalizers } }));
  await cluster.kubectl("create", ...object);
  await held(["k8s-migrate.dev/test"]);
  await cluster.kubectl("delete", "namespace", name, "--wait=false");
  for (const asked of [namespaces, login]) {
    await expect(asked.ensure(name, { create: true, labels: {} })).rejects.toThrow(
      `namespace: ${name} is being deleted. Wait until it is gone`,
    );
  }
  await held([]);
});

/** By a token of a service account in that namespace, which has these rights in all of the cluster, and no others. */
async function asServiceAccount(namespace: string, rules: string[] = []): Promise<Namespaces> {
  const kubeconfig = await serviceAccount(namespace, "deployer", []);
  for (const rule of rules) {
    const [verb = "", resource = ""] = rule.split(" ");
    const role = `${namespace}-${verb}-${resource}`;
    roles.push(role);
    await cluster.kubectl("create", "clusterrole", role, `--verb=${verb}`, `--resource=${resource}`);
    const to = [`--clusterrole=${role}`, `--serviceaccount=${namespace}:deployer`];
    await cluster.kubectl("create", "clusterrolebinding", role, ...to);
  }
  return clusterNamespaces(await openCluster({ kubeconfig, context: "" }));
}

async function labels(name: string): Promise<Record<string, string> | undefined> {
  return (await cluster.get(`namespace/${name}`))?.metadata.labels;
}
