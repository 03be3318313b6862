// What the messages of Helm are provoked with. Free of jest: the tests and docs/messages.md use it.
import { mkdir, mkdtemp, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { helmCharts } from "../../../src/adapters/helm/helm-charts.ts";
import { helmCli } from "../../../src/adapters/helm/helm-cli.ts";
import type { HelmProgram } from "../../../src/adapters/helm/run-helm.ts";
import type { ChartReference } from "../../../src/chart/chart-reference.ts";
import { describeError } from "../../../src/errors.ts";
import type { ClusterView, HelmMajor } from "../cluster-view.ts";

/** Where a message is provoked: one Helm, and a namespace and an empty folder of its own. */
export type MessagePlace = {
  helm: HelmMajor;
  helmPath: string;
  /** It exists. */
  namespace: string;
  folder: string;
  cluster: ClusterView;
};

/** What is said when something is wrong. */
export type Message = {
  /** What is wrong: its heading on the page. */
  name: string;
  /** What it means, in a plain sentence or two. */
  means: string;
  /** Which Helm can say it; both when left out. */
  helms?: readonly HelmMajor[];
  /** Makes it happen for real; gives what our adapter fails with. */
  provoke(place: MessagePlace): Promise<string>;
  /** In what is said. */
  says: RegExp;
  /** The whole of the next step. */
  next: RegExp;
};

/** The same of AWS, before any Helm is started. */
export type LoginMessage = Omit<Message, "helms" | "provoke"> & { provoke(): Promise<string> };

/** Files of a chart by their paths; a Chart.yaml is added where there is none. */
type ChartFiles = Record<string, string | Buffer>;

type Deploy = {
  release?: string;
  namespace?: string;
  kubeconfig?: string;
  set?: readonly string[];
  args?: readonly string[];
  timeoutMs?: number;
};

export const chartYaml = (more = "") => `apiVersion: v2\nname: web\nversion: 1.2.3\n${more}`;

/** A ConfigMap as a template. */
export const configMap = (name: string, more = "data: { key: value }") =>
  `apiVersion: v1\nkind: ConfigMap\nmetadata: { name: ${name} }\n${more}\n`;

/** A Deployment as a template, whose pods are ready at once in the sandbox. */
export const deployment = (name: string, { labels = `app: ${name}`, spec = "", pod = "" } = {}) =>
  `apiVersion: apps/v1
kind: Deployment
metadata: { name: ${name} }
spec:
  replicas: 1
  selector: { matchLabels: { ${labels} } }
  ${spec}
  template:
    metadata: { labels: { ${labels} }, annotations: { ${pod} } }
    spec:
      terminationGracePeriodSeconds: 1
      containers: [{ name: web, image: "registry.test/shop/web:7.0" }]
`;

export async function writeChart({ folder }: MessagePlace, files: ChartFiles): Promise<string> {
  const chart = join(await mkdtemp(join(folder, "chart-")), "web");
  for (const [path, content] of Object.entries({ "Chart.yaml": chartYaml(), ...files })) {
    await mkdir(dirname(join(chart, path)), { recursive: true });
    await writeFile(join(chart, path), content);
  }
  return chart;
}

/** Deploys a chart, which has to work. */
export async function deployed(place: MessagePlace, chart: string | ChartFiles, more: Deploy = {}): Promise<void> {
  await upgrade(place, chart, more);
}

/** Deploys a chart, which has to fail; gives the error's text. */
export async function refusedDeploy(place: MessagePlace, chart: string | ChartFiles, more: Deploy = {}) {
  return failureOf(upgrade(place, chart, more));
}

/** Pulls a chart, which has to fail; gives the error's text. */
export async function refusedPull(place: MessagePlace, reference: ChartReference, extraArguments: string[] = []) {
  const program = await programOf(place);
  return failureOf(helmCharts(program, { folder: place.folder, extraArguments }).fetch(reference));
}

export async function failureOf(work: Promise<unknown>): Promise<string> {
  const error = await work.then(
    () => undefined,
    (thrown: unknown) => thrown,
  );
  if (error === undefined) throw new Error("It was to fail, and did not.");
  return describeError(error);
}

/** Applies objects as the cluster's administrator. */
export async function applied({ cluster, namespace, folder }: MessagePlace, object: string | object): Promise<void> {
  const file = join(await mkdtemp(join(folder, "apply-")), "object.yaml");
  await writeFile(file, typeof object === "string" ? object : JSON.stringify(object));
  await cluster.kubectl("apply", "--filename", file, "--namespace", namespace);
}

/** The administrator's kubeconfig with another server, authority or login. */
export async function changedKubeconfig(
  { cluster, folder }: MessagePlace,
  { server = {}, user }: { server?: Record<string, unknown>; user?: object },
): Promise<string> {
  const config = JSON.parse(await cluster.kubectl("config", "view", "--raw", "--output=json")) as {
    clusters: { cluster: object }[];
    users: { user: object }[];
  };
  for (const each of config.clusters) each.cluster = { ...each.cluster, ...server };
  if (user) for (const each of config.users) each.user = user;
  const path = join(folder, "changed.kubeconfig");
  await writeFile(path, JSON.stringify(config), { mode: 0o600 });
  return path;
}

async function upgrade(place: MessagePlace, chart: string | ChartFiles, more: Deploy): Promise<void> {
  const { helm, namespace, cluster } = place;
  const { release = "orders", kubeconfig = cluster.kubeconfig, set = [], args = [], timeoutMs = 15_000 } = more;
  const chartPath = typeof chart === "string" ? chart : await writeChart(place, chart);
  await helmCli(await programOf(place), { version: "", major: helm === "3" ? 3 : 4 }).upgradeInstall({
    release,
    namespace: more.namespace ?? namespace,
    kubeconfig,
    kubeContext: "",
    chartPath,
    valueFiles: [],
    set,
    setString: [],
    timeoutMs,
    historyMax: 10,
    extraArguments: args,
  });
}

/** The place's Helm, with a home of its own. */
async function programOf({ helmPath, folder }: MessagePlace): Promise<HelmProgram> {
  const home = join(folder, "home");
  await mkdir(home, { recursive: true });
  return { path: helmPath, env: { PATH: process.env.PATH ?? "", HOME: home }, onLine: () => {} };
}
