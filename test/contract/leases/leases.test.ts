import { once } from "node:events";
import { writeFile } from "node:fs/promises";
import { type AddressInfo, createServer } from "node:net";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "@jest/globals";
import { openCluster } from "../../../src/adapters/kubernetes/client.ts";
import { clusterLeases } from "../../../src/adapters/kubernetes/leases.ts";
import type { Lease, Leases } from "../../../src/ports/leases.ts";
import { type ClusterView, clusterView } from "../../support/cluster-view.ts";
import { memoryLeases } from "../../support/fakes/memory-leases.ts";
import { newNamespace } from "../../support/namespaces.ts";
import { serviceAccount } from "../../support/service-account.ts";
import { tempFolder } from "../../support/temp-folder.ts";
import { type S3Place, s3Place } from "../journals/s3-place.ts";

const RUN = "https://github.com/casaone/shop/actions/runs/1/attempts/1";

let cluster: ClusterView;
let namespace: string;
let s3: S3Place;

beforeAll(async () => {
  s3 = await s3Place();
  cluster = await clusterView();
  namespace = newNamespace();
  await cluster.kubectl("create", "namespace", namespace);
});

afterAll(() => s3.close());

const inMemory = {
  name: "in memory",
  open: async (): Promise<Leases> => memoryLeases(),
  openForbidden: async (): Promise<Leases> => Object.assign(memoryLeases(), { mood: "forbids" as const }),
};
const inCluster = {
  name: "in a cluster",
  open: () => leasesBy(cluster.kubeconfig),
  openForbidden: async () => leasesBy(await serviceAccount(namespace, "stranger", [])),
};
const inS3 = {
  name: "in S3",
  open: async () => (await s3.open()).leases,
  openForbidden: async () => (await s3.openForbidden()).leases,
};

describe.each([inMemory, inCluster, inS3])("leases $name", ({ open, openForbidden }) => {
  test("are made once", async () => {
    const leases = await open();
    const wanted = lease("made");
    expect(await leases.read(namespace, "made")).toBeUndefined();
    const written = await leases.write(wanted, undefined);
    expect(written).toEqual({ ...wanted, version: expect.stringMatching(/./) });
    expect(await leases.read(namespace, "made")).toEqual(written);
    expect(await leases.write({ ...wanted, holder: "them" }, undefined)).toBe("changed");
    expect(await leases.read(namespace, "made")).toEqual(written);
  });

  test("are changed by who knows their version", async () => {
    const leases = await open();
    const first = done(await leases.write(lease("changed"), undefined));
    const change = { ...first, renewedAt: "2026-01-01T00:00:10.000Z" };
    const second = done(await leases.write(change, first.version));
    expect(second).toEqual({ ...change, version: second.version });
    expect(second.version).not.toBe(first.version);

    expect(await leases.write({ ...first, holder: "them" }, first.version)).toBe("changed");
    expect(await leases.read(namespace, "changed")).toEqual(second);
  });

  test("get another version when the same is written again", async () => {
    const leases = await open();
    const first = done(await leases.write(lease("renewed"), undefined));
    const second = done(await leases.write({ ...first, renewedAt: "2026-01-01T00:00:00.001Z" }, first.version));
    expect(second.version).not.toBe(first.version);
  });

  test("are given back without a holder and a run", async () => {
    const leases = await open();
    const first = done(await leases.write(lease("freed"), undefined));
    const freed = done(await leases.write({ ...first, holder: "", runUrl: "", unsettledSince: "" }, first.version));
    expect(freed).toMatchObject({ holder: "", runUrl: "", unsettledSince: "" });
    expect(await leases.read(namespace, "freed")).toEqual(freed);
    expect(await leases.write({ ...freed, holder: "them" }, freed.version)).toMatchObject({ holder: "them" });
  });

  test("keep what they know of a journal until it is something else", async () => {
    const leases = await open();
    const first = done(await leases.write({ ...lease("guarding"), journalHead: "1 abc" }, undefined));
    expect(first.journalHead).toBe("1 abc");
    expect(await leases.read(namespace, "guarding")).toEqual(first);
    const second = done(await leases.write({ ...first, journalHead: "2 def" }, first.version));
    expect(await leases.read(namespace, "guarding")).toMatchObject({ journalHead: "2 def" });
    const third = done(await leases.write(lease("guarding"), second.version));
    expect(third).not.toHaveProperty("journalHead");
    expect(await leases.read(namespace, "guarding")).toEqual(third);
  });

  test("that are gone count as changed", async () => {
    const leases = await open();
    expect(await leases.write(lease("gone"), "1")).toBe("changed");
    expect(await leases.read(namespace, "gone")).toBeUndefined();
  });

  test("of two that write at once, one gets it", async () => {
    const leases = await open();
    const first = done(await leases.write(lease("raced"), undefined));
    const holders = ["a", "b", "c", "d"];
    const results = await Promise.all(holders.map((holder) => leases.write({ ...first, holder }, first.version)));
    const winners = results.filter((result) => result !== "changed").map(done);
    expect(winners).toHaveLength(1);
    expect(await leases.read(namespace, "raced")).toEqual(winners[0]);
  });

  test("are forbidden to a login without the right", async () => {
    const leases = await openForbidden();
    expect(await leases.read(namespace, "forbidden")).toBe("forbidden");
    expect(await leases.write(lease("forbidden"), undefined)).toBe("forbidden");
    expect(await leases.write(lease("forbidden"), "1")).toBe("forbidden");
  });
});

test("a lease is one of Kubernetes' own, as kubectl shows it", async () => {
  const leases = await inCluster.open();
  const first = done(await leases.write(lease("shown"), undefined));
  expect(await shown("shown")).toMatchObject({
    metadata: {
      labels: { "app.kubernetes.io/managed-by": "k8s-migrate" },
      annotations: { "k8s-migrate.dev/run": RUN, "k8s-migrate.dev/unsettled-since": "2025-12-31T23:59:00.000Z" },
      resourceVersion: first.version,
    },
    spec: {
      holderIdentity: "us",
      leaseDurationSeconds: 15,
      acquireTime: "2026-01-01T00:00:00.123000Z",
      renewTime: "2026-01-01T00:00:05.000000Z",
    },
  });
});

test("what others put on a lease stays on it", async () => {
  const leases = await inCluster.open();
  const first = done(await leases.write(lease("labelled"), undefined));
  const on = ["lease", "labelled", "--namespace", namespace];
  await cluster.kubectl("label", ...on, "team=shop");
  await cluster.kubectl("annotate", ...on, "example.com/note=by hand");
  await cluster.kubectl("patch", ...on, "--type=merge", "--patch", '{"spec":{"leaseTransitions":7}}');

  // The object as it was before is still known here, and must not be written back.
  expect(await leases.write({ ...first, holder: "", runUrl: "", unsettledSince: "" }, first.version)).toBe("changed");
  const second = done(await leases.read(namespace, "labelled"));
  await leases.write({ ...second, holder: "", runUrl: "", unsettledSince: "" }, second.version);
  const after = await shown("labelled");
  expect(after?.metadata.labels).toEqual({ team: "shop", "app.kubernetes.io/managed-by": "k8s-migrate" });
  expect(after?.metadata.annotations).toEqual({ "example.com/note": "by hand" });
  expect(after?.spec).toMatchObject({ holderIdentity: "", leaseTransitions: 7 });
});

test("a lease is written by another process than the one that read it", async () => {
  const first = done(await (await inCluster.open()).write(lease("handed-on"), undefined));
  await cluster.kubectl("label", "lease", "handed-on", "team=shop", "--namespace", namespace);
  const { resourceVersion = "" } = (await shown("handed-on"))?.metadata ?? {};
  const other = await inCluster.open();
  expect(await other.write({ ...first, holder: "them" }, first.version)).toBe("changed");
  expect(await other.write({ ...first, holder: "them" }, resourceVersion)).toMatchObject({ holder: "them" });
  expect((await shown("handed-on"))?.metadata.labels).toMatchObject({ team: "shop" });
});

test("a lease that another program made is read, its times to the millisecond", async () => {
  const leases = await inCluster.open();
  const times = '"renewTime":"2026-01-01T00:00:05.123456Z"';
  const object = `{"apiVersion":"coordination.k8s.io/v1","kind":"Lease","metadata":{"name":"precise"},"spec":{${times}}}`;
  const file = join(await tempFolder(), "lease.json");
  await writeFile(file, object);
  await cluster.kubectl("create", "--filename", file, "--namespace", namespace);
  expect(await leases.read(namespace, "precise")).toMatchObject({
    holder: "",
    acquiredAt: "",
    renewedAt: "2026-01-01T00:00:05.123Z",
    durationSeconds: 0,
  });
});

test.each([
  ["only read", "get", "forbidden", "forbidden"],
  ["not create", "get,update", "forbidden", "written"],
  ["not update", "get,create", "written", "forbidden"],
  ["do all that it needs", "get,create,update", "written", "written"],
])("a login that may %s", async (_, verbs, creating, updating) => {
  const id = verbs.replaceAll(",", "-");
  const admin = await inCluster.open();
  const existing = done(await admin.write(lease(`existing-${id}`), undefined));
  const leases = await leasesBy(await serviceAccount(namespace, id, [`${verbs} leases.coordination.k8s.io`]));
  const outcome = (result: Lease | string) => (typeof result === "string" ? result : "written");

  expect(await leases.read(namespace, existing.name)).toEqual(existing);
  expect(outcome(await leases.write(lease(`new-${id}`), undefined))).toBe(creating);
  expect(outcome(await leases.write({ ...existing, holder: "them" }, existing.version))).toBe(updating);
});

test("other failures say what failed", async () => {
  const leases = await inCluster.open();
  const nowhere = { ...lease("orders"), namespace: "test-not-there" };
  await expect(leases.write(nowhere, undefined)).rejects.toThrow(
    'Kubernetes API: write Lease orders in namespace test-not-there failed: namespaces "test-not-there" not found',
  );
  const invalid = { ...lease("Not-A-Name"), durationSeconds: 0 };
  await expect(leases.write(invalid, undefined)).rejects.toThrow(/write Lease Not-A-Name .*spec.leaseDurationSeconds/);
});

test("a call ends when the API server is silent", async () => {
  const silent = createServer().listen(0, "127.0.0.1");
  await once(silent, "listening");
  try {
    const server = `http://127.0.0.1:${(silent.address() as AddressInfo).port}`;
    const config = {
      "current-context": "silent",
      contexts: [{ name: "silent", context: { cluster: "silent", user: "silent" } }],
      // Which also lets the client speak HTTP.
      clusters: [{ name: "silent", cluster: { server, "insecure-skip-tls-verify": true } }],
      users: [{ name: "silent", user: { token: "none" } }],
    };
    const kubeconfig = join(await tempFolder(), "kubeconfig");
    await writeFile(kubeconfig, JSON.stringify(config));
    const leases = await leasesBy(kubeconfig);
    await expect(leases.read(namespace, "orders")).rejects.toThrow(/read Lease orders .* aborted due to timeout/);
  } finally {
    silent.close();
  }
}, 30_000);

function lease(name: string): Omit<Lease, "version"> {
  return {
    namespace,
    name,
    holder: "us",
    runUrl: RUN,
    acquiredAt: "2026-01-01T00:00:00.123Z",
    unsettledSince: "2025-12-31T23:59:00.000Z",
    renewedAt: "2026-01-01T00:00:05.000Z",
    durationSeconds: 15,
  };
}

function done(result: Lease | string | undefined): Lease {
  if (typeof result === "object") return result;
  throw new Error(`There is no lease, but ${result}.`);
}

async function leasesBy(kubeconfig: string): Promise<Leases> {
  return clusterLeases(await openCluster({ kubeconfig, context: "" }));
}

type Shown = {
  metadata: { labels?: object; annotations?: object; resourceVersion: string };
  spec: { holderIdentity?: string };
};

async function shown(name: string): Promise<Shown | undefined> {
  return cluster.get<Shown>("lease", name, "--namespace", namespace);
}
