import { mkdir, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { openCluster } from "../../../src/adapters/kubernetes/client.ts";
import { releaseSecrets } from "../../../src/adapters/kubernetes/release-secrets.ts";
import { clusterDryRun } from "../../../src/adapters/kubernetes/server-dry-run.ts";
import type { Compared } from "../../../src/plan/compared.ts";
import type { Plan, PlannedChange } from "../../../src/plan/plan.ts";
import { makePlan } from "../../../src/playbook/plan/make-plan.ts";
import { planLines, planSection } from "../../../src/playbook/report/plan-report.ts";
import type { ServerDryRun } from "../../../src/ports/server-dry-run.ts";
import type { Hook } from "../../../src/release/release.ts";
import { type ClusterView, clusterView, type HelmMajor } from "../../support/cluster-view.ts";
import { newNamespace } from "../../support/namespaces.ts";
import { tempFolder } from "../../support/temp-folder.ts";

/** A release "app" in a namespace of its own, whose chart is the YAML that a test gives. */
export type Scene = {
  cluster: ClusterView;
  namespace: string;
  /** `helm upgrade --install` of these documents. */
  deploy(yaml: string, by?: HelmMajor): Promise<void>;
  /** What a deploy of these documents would change, and what the server said of each object that is rendered, by `kind/name`. */
  plan(yaml: string, login?: { kubeconfig?: string; hidden?: (text: string) => string }): Promise<Planned>;
  /** `kubectl get` without what changes by itself. */
  live(object: string): Promise<object | undefined>;
};

type Planned = Plan & {
  /** All that is shown of it. */
  report: string;
  compared: Record<string, Compared>;
  /** Of that object; it must be in the plan. */
  of(object: string): PlannedChange;
  /** Such as "change Deployment/web", without what stays the same. */
  told: string[];
};

export async function scene(helm: HelmMajor, options: { serverSide?: boolean } = {}): Promise<Scene> {
  const cluster = await clusterView();
  const namespace = newNamespace();
  await cluster.kubectl("create", "namespace", namespace);
  const serverSide = options.serverSide ?? helm === "4";
  const upgrade = async (yaml: string, by: HelmMajor, ...flags: string[]) => {
    const chart = await chartOf(yaml);
    return cluster.helm(by, "upgrade", "--install", "app", chart, "--namespace", namespace, ...flags);
  };
  return {
    cluster,
    namespace,
    async deploy(yaml, by = helm) {
      await upgrade(yaml, by);
    },
    async plan(yaml, { kubeconfig = cluster.kubeconfig, hidden = (text: string) => text } = {}) {
      const said = await upgrade(yaml, helm, "--dry-run=server", "--output", "json");
      const rendered = JSON.parse(said) as { manifest: string; hooks?: Hook[] };
      const releases = releaseSecrets(await openCluster({ kubeconfig: cluster.kubeconfig, context: "" }));
      const newest = (await releases.history("app", namespace))
        .map(({ revision }) => revision)
        .toSorted((a, b) => b - a)[0];
      const { compared, dryRun } = recording(clusterDryRun(await openCluster({ kubeconfig, context: "" })));
      const plan = await makePlan(
        {
          release: "app",
          namespace,
          original: newest === undefined ? undefined : await releases.read("app", namespace, newest),
          rendered: { manifest: rendered.manifest, hooks: rendered.hooks ?? [] },
          serverSide,
        },
        { dryRun, hidden },
      );
      const of = (object: string) => {
        const found = plan.changes.find(({ kind, name }) => `${kind}/${name}` === object);
        if (found === undefined) throw new Error(`${object} is not in the plan: ${planLines(plan).join("\n")}`);
        return found;
      };
      const told = plan.changes
        .filter(({ action }) => action !== "same")
        .map(({ action, kind, name, hook }) => `${action} ${hook ? "hook " : ""}${kind}/${name}`);
      return { ...plan, report: [...planLines(plan), planSection(plan)].join("\n"), compared, of, told };
    },
    async live(object) {
      const found = await cluster.get(object, "--namespace", namespace);
      return found && settled(found);
    },
  };
}

/** Without what each write changes. */
export function settled(object: object): object {
  const {
    status: _,
    metadata = {},
    ...rest
  } = structuredClone(object) as { status?: unknown; metadata?: Record<string, unknown> };
  for (const field of ["managedFields", "resourceVersion", "generation"]) delete metadata[field];
  const annotations = metadata.annotations as Record<string, string> | undefined;
  // A controller writes it a moment later.
  delete annotations?.["deployment.kubernetes.io/revision"];
  return { ...rest, metadata };
}

function recording(port: ServerDryRun) {
  const compared: Record<string, Compared> = {};
  const dryRun: ServerDryRun = {
    async compare(pairs, options) {
      const found = await port.compare(pairs, options);
      for (const [index, { rendered }] of pairs.entries()) {
        if (rendered) compared[`${rendered.kind}/${rendered.metadata.name}`] = found[index] ?? {};
      }
      return found;
    },
  };
  return { compared, dryRun };
}

async function chartOf(yaml: string): Promise<string> {
  const chart = join(await tempFolder(), "app");
  await mkdir(join(chart, "templates"), { recursive: true });
  await writeFile(join(chart, "Chart.yaml"), "apiVersion: v2\nname: app\nversion: 1.0.0\n");
  await writeFile(join(chart, "templates", "all.yaml"), yaml);
  return chart;
}
