import { beforeAll, describe, expect, test } from "@jest/globals";
import { type ClusterView, clusterView, type HelmMajor, helms } from "../../support/cluster-view.ts";
import { deploy } from "../../support/deploy.ts";
import { COMMIT, inspect, valuesFileOf, valuesOf } from "../../support/inspect.ts";
import { leaks, placesOfRun } from "../../support/leaks.ts";
import { newNamespace } from "../../support/namespaces.ts";

let cluster: ClusterView;
beforeAll(async () => {
  cluster = await clusterView();
});

describe.each(helms)("Helm %s", (helm) => {
  test("secrets are nowhere, and with the values file the same release is deployed again", async () => {
    const namespace = newNamespace();
    const password = `p4ss "word" of #orders: {it's}`;
    const key = "-----BEGIN KEY-----\nMIIEvQIBADANBgkqhkiG9w0\n-----END KEY-----\n";
    const inputs = {
      namespace,
      "value-files": "values/first.yaml\nvalues/second.yaml",
      values: `"on": "yes"\n"010": "0x10"\nusers: [none]\ndb: { host: db, password: none, port: 5432 }\nnote: "a\\u2028b 😀"`,
      set: "more[0].name=x\nnested.c=true\nuntouched=null",
      "set-string": "number=007",
      "secret-values": [
        `secret: { password: ${JSON.stringify(password)}, key: ${JSON.stringify(key)} }`,
        "db: { password: Secret-In-Db, none: null, empty: '' }",
        "users: [{ name: a, token: Secret-In-List }]",
        "on: Secret-Under-Boolean\n1.50: Secret-Under-Number",
        "base: &base { token: Secret-In-Anchor }\nmerged: { <<: *base, plain: 12345678901 }",
      ].join("\n"),
    };
    expect(await deploy(helm, inputs)).toMatchObject({ code: 0 });
    const run = await inspect(namespace, {}, { env: { RUNNER_DEBUG: "1" } });
    expect(run).toMatchObject({ code: 0, warnings: [] });
    expect(await valuesOf(run)).toEqual({
      origin: "second file",
      fromFirst: true,
      nested: { a: "first", b: "second", c: true },
      list: [4],
      on: "yes",
      "010": "0x10",
      db: { host: "db", port: 5432 },
      note: "a\u2028b 😀",
      more: [{ name: "x" }],
      untouched: null,
      number: "007",
      secret: {},
      base: {},
      merged: {},
    });
    const secrets = { password, key: "MIIEvQIBADANBgkqhkiG9w0", prefix: "Secret-", number: "12345678901" };
    expect(leaks(await placesOfRun(run, { ...run, ...empty }), secrets)).toEqual([]);

    const again = await deploy(helm, {
      namespace,
      "value-files": run.outputs["values-file"] ?? "",
      "secret-values": inputs["secret-values"],
    });
    expect(again).toMatchObject({ code: 0, outputs: { revision: "2" } });
    const [first, second] = await Promise.all(["1", "2"].map((revision) => manifestOf(helm, namespace, revision)));
    expect(second).toBe(first);
    expect(await valuesFileOf(await inspect(namespace))).toBe(await valuesFileOf(run));
    await run.post();
  });

  test("where secrets cannot be told apart there is no values file", async () => {
    const namespace = newNamespace();
    const password = "Taken-Over-Secret-1";
    await deploy(helm, { namespace, "secret-values": `secret: { password: ${password} }` });
    const reused = await deploy(helm, { namespace, values: "note: new", "helm-args": "--reuse-values" });
    expect(reused).toMatchObject({ code: 0, outputs: { revision: "2" } });
    expect(await cluster.helm(helm, "get", "values", "orders", "-n", namespace)).toContain(password);
    const run = await inspect(namespace);
    expect(run).toMatchObject({
      code: 0,
      warnings: [expect.stringContaining("cannot be told apart (the record does not say where; there are 0)")],
      outputs: { "values-file": "", "git-sha": COMMIT, revision: "2" },
    });
    expect(leaks(await placesOfRun(run, await run.post()), { password })).toEqual([]);

    await deploy(helm, { namespace, "secret-values": `secret: { password: ${password} }` });
    await changeRecord(namespace, 3, (values) => ({ ...values, secretPaths: [["secret", "pass"]] }));
    const moved = await inspect(namespace);
    expect(moved).toMatchObject({
      warnings: [expect.stringContaining("(they are not where the record says; there are 1)")],
      outputs: { "values-file": "", "git-sha": COMMIT, revision: "3" },
    });
  });
});

/** A step that shows nothing. */
const empty = { stdout: "", stderr: "", summary: "", outputs: {}, env: {}, state: {} };

async function changeRecord(
  namespace: string,
  revision: number,
  change: (values: Record<string, unknown>) => Record<string, unknown>,
): Promise<void> {
  const name = `k8s-migrate.orders.v${revision}`;
  const secret = await cluster.get(`secret/${name}`, "-n", namespace);
  const record = JSON.parse(Buffer.from(secret?.data?.record ?? "", "base64").toString()) as {
    values: Record<string, unknown>;
  };
  const stringData = { record: JSON.stringify({ ...record, values: change(record.values) }) };
  await cluster.kubectl("patch", "secret", name, "-n", namespace, "--patch", JSON.stringify({ stringData }));
}

function manifestOf(helm: HelmMajor, namespace: string, revision: string): Promise<string> {
  return cluster.helm(helm, "get", "manifest", "orders", "--revision", revision, "--namespace", namespace);
}
