import { spawn } from "node:child_process";
import { once } from "node:events";
import { chmod, mkdir, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { waitFor } from "../../../sandbox/process/daemon.ts";
import { configMap, deployment, type Message, type MessagePlace, refusedDeploy, writeChart } from "./place.ts";

const settings = { "templates/settings.yaml": configMap("settings") };
const neverReady = { "templates/web.yaml": deployment("web", { pod: "k8s-migrate.dev/behaviour: never-ready" }) };

const hook = (more = "helm.sh/hook-delete-policy: before-hook-creation", behaviour = "job-fails") => ({
  "templates/migrate.yaml": `apiVersion: batch/v1
kind: Job
metadata:
  name: migrate
  annotations: { helm.sh/hook: "pre-install,pre-upgrade", ${more} }
spec:
  backoffLimit: 0
  template:
    metadata: { annotations: { k8s-migrate.dev/behaviour: "${behaviour}" } }
    spec: { restartPolicy: Never, containers: [{ name: migrate, image: "registry.test/shop/migrate:1" }] }
`,
});

/** Makes a program a post-renderer of Helm 4: https://helm.sh/docs/plugins/developer/ */
async function asPlugin({ folder }: MessagePlace, program: string): Promise<string> {
  const plugin = join(folder, "home", ".local", "share", "helm", "plugins", "kustomizer");
  await mkdir(plugin, { recursive: true });
  const manifest = {
    apiVersion: "v1",
    type: "postrenderer/v1",
    name: "kustomizer",
    version: "1.0.0",
    runtime: "subprocess",
    runtimeConfig: { platformCommand: [{ command: program }] },
  };
  await writeFile(join(plugin, "plugin.yaml"), JSON.stringify(manifest));
  return "kustomizer";
}

/** Helm itself gives up, or does not begin. */
export const runMessages: Message[] = [
  {
    name: "A hook failed",
    means: "A Job that the chart runs before or after the deploy did not succeed.",
    provoke: (place) => refusedDeploy(place, hook()),
    says: /failed pre-install/,
    next: /^correct what the Job migrate runs, or its settings/,
  },
  {
    name: "An object is left over from an earlier run",
    means: "A hook's object is there since an earlier run, and the chart does not say that Helm may delete it.",
    async provoke(place) {
      const { cluster, namespace } = place;
      await cluster.kubectl("create", "job", "migrate", "--image=registry.test/shop/migrate:1", "-n", namespace);
      return refusedDeploy(place, hook("helm.sh/hook-delete-policy: hook-succeeded", ""));
    },
    says: /Hook pre-install web\/templates\/migrate\.yaml failed: /,
    next: /^delete (Job|jobs\.batch) migrate, which an earlier run has left, .*before-hook-creation$/,
  },
  {
    name: "Workloads are not ready in time",
    means: "Helm waited for as long as timeout says. What is not ready, and why, is told by the cluster.",
    provoke: (place) => refusedDeploy(place, neverReady, { timeoutMs: 2000 }),
    says: /context deadline exceeded|not ready\. status: |timed out waiting/,
    next: /^raise timeout where it only needs longer/,
  },
  {
    name: "Somebody else works on the release",
    means: "The newest revision is pending: another Helm is at work, or died in the middle.",
    async provoke(place) {
      const { cluster, namespace, helmPath } = place;
      const chart = await writeChart(place, neverReady);
      const args = ["install", "orders", chart, "--namespace", namespace, "--wait", "--kubeconfig", cluster.kubeconfig];
      const other = spawn(helmPath, args, { stdio: "ignore" });
      const gone = once(other, "exit");
      try {
        await waitFor(
          "the other Helm to be at work",
          async () => (await cluster.list("secrets", "-n", namespace, "-l", "owner=helm")).length > 0,
        );
        return await refusedDeploy(place, chart);
      } finally {
        other.kill("SIGKILL");
        await gone;
      }
    },
    says: /another operation \(install\/upgrade\/rollback\) is in progress/,
    next: /^run it again when the other one has ended/,
  },
  {
    name: "A flag that this Helm does not have",
    means: "helm-args has a flag of another Helm, or one that is misspelt.",
    provoke: (place) => refusedDeploy(place, settings, { args: ["--recreate-podz"] }),
    says: /unknown flag/,
    next: /^take --recreate-podz out of helm-args, or correct it/,
  },
  {
    name: "A flag with a value that it does not take",
    means: "helm-args gives a flag a value that is no value of it.",
    provoke: (place) => refusedDeploy(place, settings, { args: ["--skip-crds=perhaps"] }),
    says: /invalid argument/,
    next: /^correct --skip-crds in helm-args: "perhaps" is no value for it$/,
  },
  {
    name: "The post-renderer fails",
    means: "The program that changes what the chart renders ended with an error.",
    async provoke(place) {
      const program = join(place.folder, "post-renderer");
      await writeFile(program, "#!/bin/sh\necho 'kustomize: no such base' >&2\nexit 3\n");
      await chmod(program, 0o755);
      const renderer = place.helm === "3" ? program : await asPlugin(place, program);
      return refusedDeploy(place, settings, { args: [`--post-renderer=${renderer}`] });
    },
    says: /error while running post render/,
    next: /^run the post-renderer by hand on what helm template renders/,
  },
  {
    name: "The post-renderer is not there",
    means: "Helm 3 takes a program for --post-renderer, Helm 4 the name of a plugin; there is none of that name.",
    provoke: (place) => refusedDeploy(place, settings, { args: ["--post-renderer=absent"] }),
    says: /absent/,
    next: /^(put absent on PATH|install a plugin absent of type postrenderer\/v1)/,
  },
];
