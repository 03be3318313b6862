import { afterAll, beforeAll, describe, expect, test } from "@jest/globals";
import { newNamespace } from "../../support/namespaces.ts";
import { serviceAccount } from "../../support/service-account.ts";
import { type ClusterPlace, clusterPlace } from "./cluster-place.ts";
import { opened } from "./opened.ts";
import { newKey } from "./place.ts";

const RIGHTS = ["get,create,update configmaps", "get,create,update leases.coordination.k8s.io"];

let place: ClusterPlace;
beforeAll(async () => {
  place = await clusterPlace();
});
afterAll(() => place.close());

describe("what is in the namespace", () => {
  test("is a ConfigMap and a Lease for each service, with labels to find it by", async () => {
    const [store, key] = [await place.open(), { environment: "production", service: "orders" }];
    const open = await opened(store, key);
    await open.append({ kind: "note", text: "one" });
    await open.close("settled");
    const selector = "--selector=k8s-migrate.dev/environment=production,k8s-migrate.dev/service=orders";
    const names = await place.cluster.kubectl(
      "get",
      "configmap",
      selector,
      "--namespace",
      place.namespace,
      "--output=name",
    );
    expect(names).toBe("configmap/journal-production-orders\n");
    expect((await place.object("journal-production-orders"))?.metadata.labels).toEqual({
      "app.kubernetes.io/managed-by": "k8s-migrate",
      "app.kubernetes.io/component": "journal",
      "k8s-migrate.dev/environment": "production",
      "k8s-migrate.dev/service": "orders",
    });
    const lease = await place.cluster.get("lease", "journal-production-orders", "--namespace", place.namespace);
    expect(lease?.metadata.annotations).toEqual({
      "k8s-migrate.dev/journal-head": expect.stringMatching(/^1 [0-9a-f]{64}$/),
    });
    expect(store.journals.place(key)).toMatchObject({
      journal: `ConfigMap journal-production-orders in namespace ${place.namespace}`,
      remove: `kubectl delete configmap,lease journal-production-orders --namespace ${place.namespace}`,
    });
  });

  test("is shown and removed by the commands that are told", async () => {
    const [store, key] = [await place.open(), newKey()];
    const open = await opened(store, key);
    await open.append({ kind: "note", text: "one" });
    await open.close("settled");
    const { show, remove } = store.journals.place(key);
    const run = (command: string) =>
      place.cluster.kubectl(
        ...command
          .replaceAll("'", "")
          .replace(/^kubectl /, "")
          .split(" "),
      );
    expect(await run(show)).toBe(await place.text(key));
    await run(remove);
    const again = await opened(store, key);
    expect(again.document().entries).toEqual([]);
    await again.close("settled");
  });

  test("keeps what others put on it, who do not disturb a run by that", async () => {
    const [store, key] = [await place.open(), newKey()];
    const open = await opened(store, key);
    await open.append({ kind: "note", text: "one" });
    const on = [`journal-production-${key.service}`, "--namespace", place.namespace];
    await place.cluster.kubectl("label", "configmap", ...on, "team=shop");
    await place.cluster.kubectl("annotate", "configmap", ...on, "example.com/note=by hand");
    await open.append({ kind: "note", text: "two" });
    await place.cluster.kubectl("annotate", "lease", ...on, "example.com/note=by hand");
    await open.append({ kind: "note", text: "three" });
    await open.close("settled");
    const { metadata } = (await place.object(`journal-production-${key.service}`)) ?? {};
    expect(metadata?.labels).toMatchObject({ team: "shop", "k8s-migrate.dev/environment": "production" });
    expect(metadata?.annotations).toMatchObject({ "example.com/note": "by hand" });
    expect(open.document().entries).toHaveLength(3);
    await (await opened(await place.open(), key)).close("settled");
  });

  test("is another one when the ConfigMap was made anew", async () => {
    const [store, key] = [await place.open(), newKey()];
    const open = await opened(store, key);
    await open.append({ kind: "note", text: "one" });
    await place.overwrite(key, "another");
    await expect(open.append({ kind: "note", text: "two" })).rejects.toThrow(/was written by another one/);
    expect(await place.text(key)).toBe("another");
    await open.close("settled");
  });
});

test("a journal that is too large for a ConfigMap is refused before, and what is there stays", async () => {
  const [store, key] = [await place.open(), newKey()];
  const open = await opened(store, key);
  await open.append({ kind: "note", text: "one" });
  const before = "é".repeat(400_000);
  const intent = { kind: "intent", step: "s", change: "c", target: "t", after: null } as const;
  await open.append({ ...intent, before });
  await expect(open.append({ ...intent, before })).rejects.toThrow(
    /^Kubernetes API: write ConfigMap .* failed: a ConfigMap holds 1048576 bytes, and the journal would have 160\d{4}\nNext: keep the journal in S3: set state\.s3 in the migration file, and copy what there is \(kubectl get configmap journal-production-\S+ --namespace \S+ --output=jsonpath='\{\.data\.journal\\\.json\}' \| aws s3 cp - s3:/,
  );
  await open.close("settled");
  const next = await opened(await place.open(), key);
  expect(next.document().entries).toHaveLength(2);
  await next.close("settled");
});

test("a journal that just fits is kept", async () => {
  const [store, key] = [await place.open(), newKey()];
  const text = "x".repeat(1024 * 1024);
  const first = await store.journals.write(key, text, undefined);
  if (first === "changed") throw new Error("It was changed.");
  expect(await place.text(key)).toBe(text);
  await expect(store.journals.write(key, `${text}x`, first.version)).rejects.toThrow(/would have 1048577/);
});

describe("the namespace", () => {
  test("is made where it is missing", async () => {
    const namespace = newNamespace();
    const store = await place.openBy(place.cluster.kubeconfig, namespace);
    const open = await opened(store, newKey());
    await open.append({ kind: "note", text: "one" });
    await open.close("settled");
    expect(await place.cluster.get("namespace", namespace)).toBeDefined();
  });

  test("that is missing, and may not be made", async () => {
    const [store, namespace] = [await place.openMissing(), `${place.namespace}-not-there`];
    await expect(opened(store, newKey())).rejects.toMatchObject({
      name: "OutsideError",
      message: expect.stringMatching(new RegExp(`namespace ${namespace} failed: [\\s\\S]*\nNext: `)),
    });
    expect(await place.cluster.get("namespace", namespace)).toBeUndefined();
  });
});

describe("a login", () => {
  test("with the rights that the message names is enough", async () => {
    const store = await place.openBy(await serviceAccount(place.namespace, "mover", RIGHTS));
    const key = newKey();
    const open = await opened(store, key);
    await open.append({ kind: "note", text: "one" });
    await open.append({ kind: "note", text: "two" });
    await open.close("settled");
    expect(await place.text(key)).toContain('"text":"two"');
  });

  test.each([
    [
      "nothing",
      [],
      /cannot create resource "configmaps".*\nNext: add rules: \[\{apiGroups: \[""\], resources: \["configmaps"\], verbs: \["create"\]\}\] to a Role of namespace/,
    ],
    [
      "no leases",
      RIGHTS.slice(0, 1),
      /^Journal: take the lock of ConfigMap .* failed: this login may not read and write it\nNext: allow get, create and update of leases and configmaps, by rules: \[\{apiGroups: \[""\], resources: \["configmaps"\], verbs: \["get", "create", "update"\]\}, \{apiGroups: \["coordination\.k8s\.io"\], resources: \["leases"\], .* that is bound to the login$/,
    ],
    [
      "no update of journals",
      ["get,create configmaps", RIGHTS[1] ?? ""],
      /cannot update resource "configmaps".*\nNext: add rules: .*verbs: \["update"\]/,
    ],
    [
      "no reading of journals",
      ["create,update configmaps", RIGHTS[1] ?? ""],
      /cannot get resource "configmaps".*\nNext: add rules: .*verbs: \["get"\]/,
    ],
  ])("that has %s is told what it lacks", async (_, rules, says) => {
    const store = await place.openBy(await serviceAccount(place.namespace, `login-${++logins}`, rules));
    const work = async () => {
      const open = await opened(store, newKey());
      try {
        await open.append({ kind: "note", text: "one" });
        await open.append({ kind: "note", text: "two" });
      } finally {
        await open.close("settled");
      }
    };
    await expect(work()).rejects.toMatchObject({ name: "OutsideError", message: expect.stringMatching(says) });
  });
});

let logins = 0;
