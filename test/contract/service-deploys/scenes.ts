import { join, resolve } from "node:path";
import { systemClock } from "../../../src/adapters/clock.ts";
import { helmCharts } from "../../../src/adapters/helm/helm-charts.ts";
import { helmCli } from "../../../src/adapters/helm/helm-cli.ts";
import { openCluster } from "../../../src/adapters/kubernetes/client.ts";
import { clusterEvidence } from "../../../src/adapters/kubernetes/evidence.ts";
import { clusterLeases } from "../../../src/adapters/kubernetes/leases.ts";
import { clusterObjects } from "../../../src/adapters/kubernetes/live-objects.ts";
import { clusterNamespaces } from "../../../src/adapters/kubernetes/namespaces.ts";
import { releaseSecrets } from "../../../src/adapters/kubernetes/release-secrets.ts";
import { clusterDryRun } from "../../../src/adapters/kubernetes/server-dry-run.ts";
import { clusterCronJobs } from "../../../src/adapters/kubernetes/suspend-flags.ts";
import type { Service } from "../../../src/migration-file/migration.ts";
import type { DeployPorts, DeployRequest } from "../../../src/playbook/deploy/deploy-types.ts";
import { releaseDeploys } from "../../../src/playbook/move/release-deploys.ts";
import type { Log } from "../../../src/ports/log.ts";
import type { ServiceDeploys } from "../../../src/ports/service-deploys.ts";
import { type ClusterView, clusterView, type HelmMajor } from "../../support/cluster-view.ts";
import { memoryDeploys } from "../../support/fakes/service-deploys.ts";
import { newMark } from "../../support/marked-processes.ts";
import { newNamespace } from "../../support/namespaces.ts";
import { tempFolder } from "../../support/temp-folder.ts";
import { helmProgram } from "../helm-process/programs.ts";

/** One service that can be deployed, with the CronJob "nightly" and the Deployment "orders". */
export type Scene = {
  deploys: ServiceDeploys;
  service: Service;
  /** Switches the CronJob on, as somebody by hand would. */
  switchOn(): Promise<void>;
  /** What is there: the image that is to run, and whether the CronJob is suspended. */
  world(): Promise<{ image: string | undefined; suspended: boolean } | undefined>;
  /** From now on its pods do not get ready, or do again. */
  breakPods(broken: boolean): void;
};

const silent: Log = { info: () => {}, debug: () => {}, warn: () => {}, group: (_, work) => work() };

export function memoryScene(): Scene {
  const deploys = memoryDeploys();
  const service = ordersIn("commerce");
  return {
    deploys,
    service,
    async switchOn() {
      deploys.releases.get("commerce/orders")?.cronJobs.set("nightly", false);
    },
    async world() {
      const found = deploys.releases.get("commerce/orders");
      return found && { image: found.image, suspended: found.cronJobs.get("nightly") ?? false };
    },
    breakPods(broken) {
      deploys.fails = broken ? "they crash" : undefined;
    },
  };
}

export async function clusterScene(helm: HelmMajor): Promise<Scene> {
  const cluster = await clusterView();
  const namespace = newNamespace();
  const service = ordersIn(namespace);
  let broken = false;
  const client = await openCluster({ kubeconfig: cluster.kubeconfig, context: "" });
  const [releases, cronJobs, live] = [releaseSecrets(client), clusterCronJobs(client), clusterObjects(client)];
  const program = await helmProgram(helm, { mark: newMark() });
  const ports: DeployPorts = {
    helm: helmCli(
      program,
      { version: helm, major: helm === "3" ? 3 : 4 },
      {
        node: process.execPath,
        entry: resolve("test/contract/helm-process/post-render-process.ts"),
        folder: await tempFolder(),
      },
    ),
    charts: helmCharts(program, { folder: await tempFolder(), extraArguments: [] }),
    releases,
    cronJobs,
    live,
    leases: clusterLeases(client),
    namespaces: clusterNamespaces(client),
    dryRun: clusterDryRun(client),
    evidence: clusterEvidence(client),
    postStep: { expectAbove: () => undefined },
    log: silent,
    clock: systemClock,
    hidden: (text) => text,
    hide: () => {},
  };
  let runs = 0;
  const deploys = releaseDeploys({
    releases,
    cronJobs,
    live,
    async prepare({ image }) {
      const setString = image === undefined ? [] : [`image=${image}`];
      const set = ["crons.nightly=false", ...(broken ? ["pod.k8s-migrate\\.dev/behaviour=crash-loop"] : [])];
      const request: DeployRequest = {
        release: "orders",
        namespace,
        kubeconfig: cluster.kubeconfig,
        kubeContext: "",
        createNamespace: true,
        namespaceLabels: {},
        valueFiles: [],
        set,
        setString,
        extraArguments: [],
        chart: { kind: "folder", text: join("test", "fixtures", "charts", "web") },
        timeoutMs: 60_000,
        historyMax: 10,
        cronjobPolicy: "suspend",
        skipUnchanged: false,
        recover: "auto",
        onFailure: "rollback",
        holder: `test ${++runs}`,
        record: {
          values: { files: [], inline: "", set, setString, secretLeaves: 0, secretPaths: [] },
          git: { repository: "octo-org/shop", commit: "", ref: "" },
          run: { url: "", actor: "mona" },
        },
      };
      return { request, ports };
    },
  });
  const own = ["--namespace", namespace];
  return {
    deploys,
    service,
    async switchOn() {
      await cluster.kubectl("patch", "cronjob/nightly", "--patch", '{"spec":{"suspend":false}}', ...own);
    },
    world: () => worldOf(cluster, own),
    breakPods(is) {
      broken = is;
    },
  };
}

async function worldOf(cluster: ClusterView, own: string[]) {
  type Found = { spec: { suspend?: boolean; template?: { spec: { containers: { image: string }[] } } } };
  const [deployment, cronJob] = await Promise.all([
    cluster.get<Found>("deployment/orders", ...own),
    cluster.get<Found>("cronjob/nightly", ...own),
  ]);
  if (deployment === undefined) return undefined;
  return {
    image: deployment.spec.template?.spec.containers[0]?.image,
    suspended: cronJob?.spec.suspend ?? false,
  };
}

function ordersIn(namespace: string): Service {
  return {
    name: "orders",
    image: { from: "ecs", container: "web", valuesPath: "image" },
    release: {
      name: "orders",
      namespace,
      chart: "charts/web",
      chartVersion: "",
      repository: "",
      valueFiles: [],
      timeoutMs: 60_000,
    },
    ecs: { service: "orders", cluster: "shop" },
    records: [],
    probe: undefined,
    crons: [],
    prepare: { ttlSeconds: 60, keepAliveSeconds: undefined, marginMs: 60_000 },
    switch: { weights: [100], bakeMs: 300_000, abort: { probeFailures: 3, errorRate: undefined } },
  };
}
