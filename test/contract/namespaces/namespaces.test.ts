import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import { beforeAll, expect, test } from "@jest/globals";
import { openCluster } from "../../../src/adapters/kubernetes/client.ts";
import { clusterNamespaces } from "../../../src/adapters/kubernetes/namespaces.ts";
import type { Namespaces } from "../../../src/ports/namespaces.ts";
import { type ClusterView, clusterView } from "../../support/cluster-view.ts";
import { newNamespace } from "../../support/namespaces.ts";
import { tempFolder } from "../../support/temp-folder.ts";

let cluster: ClusterView;
let namespaces: Namespaces;

beforeAll(async () => {
  cluster = await clusterView();
  namespaces = clusterNamespaces(await openCluster({ kubeconfig: cluster.kubeconfig, context: "" }));
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
  expect(await login.ensure(name, { create: true, labels: { team: "shop" } })).toBe("unreadable");

  const reads = ["--verb=get", "--resource=namespaces"];
  await cluster.kubectl("create", "role", "reads", ...reads, "--namespace", name);
  const to = ["--role=reads", `--serviceaccount=${name}:deployer`];
  await cluster.kubectl("create", "rolebinding", "reads", ...to, "--namespace", name);
  expect(await login.ensure(name, { create: true, labels: { team: "shop" } })).toBe("unlabelled");
  expect(await login.ensure(name, { create: true, labels: {} })).toBe("unchanged");
  expect(await labels(name)).not.toHaveProperty("team");
});

/** By a token of a service account in that namespace, which has no rights yet. */
async function asServiceAccount(namespace: string): Promise<Namespaces> {
  await cluster.kubectl("create", "serviceaccount", "deployer", "--namespace", namespace);
  const token = (await cluster.kubectl("create", "token", "deployer", "--namespace", namespace)).trim();
  const config = JSON.parse(await cluster.kubectl("config", "view", "--raw", "--output=json")) as {
    users: { user: object }[];
  };
  for (const each of config.users) each.user = { token };
  const kubeconfig = join(await tempFolder(), "kubeconfig");
  await writeFile(kubeconfig, JSON.stringify(config), { mode: 0o600 });
  return clusterNamespaces(await openCluster({ kubeconfig, context: "" }));
}

async function labels(name: string): Promise<Record<string, string> | undefined> {
  return (await cluster.get(`namespace/${name}`))?.metadata.labels;
}
