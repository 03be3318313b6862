import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import { beforeAll, expect, test } from "@jest/globals";
import { openCluster } from "../../../src/adapters/kubernetes/client.ts";
import { clusterCronJobs } from "../../../src/adapters/kubernetes/suspend-flags.ts";
import type { CronJobs } from "../../../src/ports/cron-jobs.ts";
import { type ClusterView, clusterView } from "../../support/cluster-view.ts";
import { newNamespace } from "../../support/namespaces.ts";
import { tempFolder } from "../../support/temp-folder.ts";

let cluster: ClusterView;
let cronJobs: CronJobs;

beforeAll(async () => {
  cluster = await clusterView();
  cronJobs = clusterCronJobs(await openCluster({ kubeconfig: cluster.kubeconfig, context: "" }));
});

type Live = {
  spec: { suspend?: boolean; schedule: string };
  metadata: {
    generation: number;
    managedFields: { manager: string; operation: string; fieldsV1: { "f:spec"?: object } }[];
  };
};

async function apply(namespace: string, manager: string, suspend: boolean | undefined): Promise<void> {
  const container = { name: "a", image: "registry.test/a:1" };
  const template = { spec: { restartPolicy: "Never", containers: [container] } };
  const cronJob = {
    apiVersion: "batch/v1",
    kind: "CronJob",
    metadata: { name: "nightly" },
    spec: { schedule: "0 0 1 1 *", jobTemplate: { spec: { template } }, ...(suspend === undefined ? {} : { suspend }) },
  };
  const file = join(await tempFolder(), "cronjob.json");
  await writeFile(file, JSON.stringify(cronJob));
  await cluster.kubectl("apply", "-n", namespace, "--server-side", `--field-manager=${manager}`, "-f", file);
}

async function live(namespace: string): Promise<Live> {
  const found = await cluster.get<Live>("cronjob/nightly", "-n", namespace, "--show-managed-fields");
  if (found === undefined) throw new Error("There is no CronJob.");
  return found;
}

/** Who owns spec.suspend, such as "helm Apply". */
async function owners(namespace: string): Promise<string[]> {
  const { metadata } = await live(namespace);
  return metadata.managedFields
    .filter(({ fieldsV1 }) => "f:suspend" in (fieldsV1["f:spec"] ?? {}))
    .map(({ manager, operation }) => `${manager} ${operation}`);
}

test("whoever set the flag gives it up, and its value stays", async () => {
  const namespace = newNamespace();
  await cluster.kubectl("create", "namespace", namespace);
  await apply(namespace, "helm", undefined);
  await cluster.kubectl("patch", "cronjob/nightly", "-n", namespace, "-p", '{"spec":{"suspend":true}}');
  await apply(namespace, "operator", true);
  expect((await owners(namespace)).toSorted()).toEqual(["kubectl-patch Update", "operator Apply"]);
  // What Helm would meet.
  await expect(apply(namespace, "helm", false)).rejects.toThrow("conflict");

  const before = await live(namespace);
  await cronJobs.giveUpSuspend([
    { namespace, name: "nightly" },
    { namespace, name: "absent" },
  ]);
  expect(await owners(namespace)).toEqual([]);
  const after = await live(namespace);
  expect(after.spec).toEqual(before.spec);
  expect(after.metadata.generation).toBe(before.metadata.generation);
  // The operator still owns the rest.
  expect(after.metadata.managedFields.map(({ manager }) => manager)).toEqual(
    expect.arrayContaining(["helm", "operator"]),
  );

  await apply(namespace, "helm", false);
  expect(await owners(namespace)).toEqual(["helm Apply"]);
  await cronJobs.giveUpSuspend([{ namespace, name: "nightly" }]);
  expect(await owners(namespace)).toEqual(["helm Apply"]);
  expect((await live(namespace)).spec.suspend).toBe(false);
});

test("the flags of those that are there", async () => {
  const namespace = newNamespace();
  await cluster.kubectl("create", "namespace", namespace);
  await apply(namespace, "helm", undefined);
  const asked = [
    { namespace, name: "nightly" },
    { namespace, name: "absent" },
  ];
  expect(await cronJobs.suspendStates(asked)).toEqual([{ namespace, name: "nightly", suspend: false }]);
  await cluster.kubectl("patch", "cronjob/nightly", "-n", namespace, "-p", '{"spec":{"suspend":true}}');
  expect(await cronJobs.suspendStates(asked)).toEqual([{ namespace, name: "nightly", suspend: true }]);
});
