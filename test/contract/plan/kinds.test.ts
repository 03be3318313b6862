import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import { afterAll, expect, test } from "@jest/globals";
import { waitFor } from "../../../sandbox/process/daemon.ts";
import { openCluster } from "../../../src/adapters/kubernetes/client.ts";
import { clusterDryRun } from "../../../src/adapters/kubernetes/server-dry-run.ts";
import { clusterView } from "../../support/cluster-view.ts";
import { newNamespace } from "../../support/namespaces.ts";
import { tempFolder } from "../../support/temp-folder.ts";

const group = `plan-${process.pid}.k8s-migrate.dev`;
const definition = `apiVersion: apiextensions.k8s.io/v1
kind: CustomResourceDefinition
metadata: { name: gadgets.${group} }
spec:
  group: ${group}
  scope: Namespaced
  names: { kind: Gadget, plural: gadgets }
  versions:
    - { name: v1, served: true, storage: true, schema: { openAPIV3Schema: { type: object, x-kubernetes-preserve-unknown-fields: true } } }
`;

afterAll(async () => {
  const { kubectl } = await clusterView();
  await kubectl("delete", "crd", `gadgets.${group}`, "--ignore-not-found", "--wait=false");
});

test("a kind that comes while a run is under way is seen", async () => {
  const cluster = await clusterView();
  const namespace = newNamespace();
  await cluster.kubectl("create", "namespace", namespace);
  const dryRun = clusterDryRun(await openCluster({ kubeconfig: cluster.kubeconfig, context: "" }));
  const gadget = {
    apiVersion: `${group}/v1`,
    kind: "Gadget",
    metadata: { name: "first", namespace },
    spec: { size: 1 },
  };
  const apply = async (text: string) => {
    const file = join(await tempFolder(), "objects.yaml");
    await writeFile(file, text);
    await cluster.kubectl("apply", "--filename", file);
  };
  const compare = async () => (await dryRun.compare([{ rendered: gadget }], { namespace, serverSide: true }))[0];
  expect(await compare()).toEqual({ after: gadget });
  await apply(definition);
  await cluster.kubectl("wait", "crd", `gadgets.${group}`, "--for=condition=Established", "--timeout=30s");
  await apply(JSON.stringify(gadget));
  // Discovery takes a moment longer than that.
  await waitFor("the kind", async () => (await compare())?.before !== undefined, { timeoutMs: 30_000 });
  expect((await compare())?.after).toMatchObject({ spec: { size: 1 } });
});
