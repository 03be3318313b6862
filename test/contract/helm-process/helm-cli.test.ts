import { spawn } from "node:child_process";
import { once } from "node:events";
import { cp, mkdtemp, writeFile } from "node:fs/promises";
import { join, resolve } from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import { beforeAll, describe, expect, test } from "@jest/globals";
import { waitFor } from "../../../sandbox/process/daemon.ts";
import { helmCli } from "../../../src/adapters/helm/helm-cli.ts";
import type { Helm, UpgradeRequest } from "../../../src/ports/helm.ts";
import { type ClusterView, clusterView, helms, type KubeObject } from "../../support/cluster-view.ts";
import { newMark } from "../../support/marked-processes.ts";
import { newNamespace } from "../../support/namespaces.ts";
import { tempFolder } from "../../support/temp-folder.ts";
import { helmProgram } from "./programs.ts";

const web = resolve("test/fixtures/charts/web");
const settings = resolve("test/fixtures/charts/settings");
const neverReady = "pod.k8s-migrate\\.dev/behaviour=never-ready";
let cluster: ClusterView;

beforeAll(async () => {
  cluster = await clusterView();
});

describe.each(helms)("Helm %s", (major) => {
  let helm: Helm;

  beforeAll(async () => {
    helm = helmCli(await helmProgram(major, { mark: newMark() }), { version: "", major: major === "3" ? 3 : 4 });
  });

  function request(namespace: string, more: Partial<UpgradeRequest> = {}): UpgradeRequest {
    return {
      release: "web",
      namespace,
      kubeconfig: cluster.kubeconfig,
      kubeContext: "",
      chartPath: web,
      valueFiles: [],
      set: [],
      setString: [],
      timeoutMs: 20_000,
      historyMax: 10,
      extraArguments: [],
      ...more,
    };
  }

  async function namespaceOnServer(): Promise<string> {
    const namespace = newNamespace();
    await cluster.kubectl("create", "namespace", namespace);
    return namespace;
  }

  /** Starts that Helm, and kills it once `probe` is true. */
  async function killed(args: string[], probe: () => Promise<boolean>): Promise<void> {
    const { path } = await helmProgram(major, { mark: newMark() });
    const child = spawn(path, ["--kubeconfig", cluster.kubeconfig, ...args], { stdio: "ignore" });
    const exit = once(child, "exit");
    await waitFor(`helm ${args[0]} to be under way`, probe, { intervalMs: 20 });
    child.kill("SIGKILL");
    expect(await exit).toEqual([null, "SIGKILL"]);
  }

  /** What there is of a release and its objects: "Pod web-5d9c". */
  async function left(namespace: string): Promise<string[]> {
    const objects = await cluster.list("deployments,replicasets,pods,secrets", "-n", namespace);
    return objects.map(({ kind, metadata }) => `${kind} ${metadata.name}`);
  }

  async function podOf(namespace: string): Promise<string> {
    const [pod] = await cluster.list("pods", "-n", namespace);
    return `pod/${pod?.metadata.name}`;
  }

  /** Keeps an object from going, or lets it go. */
  async function hold(namespace: string, object: string, held: boolean): Promise<void> {
    const patch = JSON.stringify({ metadata: { finalizers: held ? ["k8s-migrate.dev/test"] : [] } });
    await cluster.kubectl("patch", object, "--namespace", namespace, "--type=merge", "--patch", patch);
  }

  async function untilDeleting(namespace: string, object: string): Promise<void> {
    await waitFor(`${object} to be on its way`, async () => {
      const found = await cluster.get<Deleting>(object, "-n", namespace);
      return found?.metadata.deletionTimestamp !== undefined;
    });
  }

  const stateIs = (namespace: string, state: string) => async () =>
    (await cluster.history(major, "web", namespace)).at(-1) === state;

  test("an upgrade gives the revision, whatever helm-args make of the output", async () => {
    const namespace = await namespaceOnServer();
    const notes = await mkdtemp(join(await tempFolder(), "notes-"));
    await cp(settings, notes, { recursive: true });
    await writeFile(join(notes, "templates", "NOTES.txt"), "REVISION: 99\nversion: 98\n");
    const revision = async (chartPath: string, ...extraArguments: string[]) =>
      (await helm.upgradeInstall(request(namespace, { chartPath, extraArguments }))).revision;
    expect(await revision(settings)).toBe(1);
    expect(await revision(notes)).toBe(2);
    expect(await revision(notes, "--hide-notes")).toBe(3);
    expect(await revision(notes, "--output=json")).toBe(4);
    expect(await revision(notes, "--output=yaml")).toBe(5);
    expect(await revision(notes, "--debug")).toBe(6);
    expect((await cluster.history(major, "web", namespace)).at(-1)).toBe("6 deployed");
  });

  test("a rollback goes to the revision that is named, and keeps as much history as it is told", async () => {
    const namespace = await namespaceOnServer();
    const deploy = (replicas: number) => helm.upgradeInstall(request(namespace, { set: [`replicas=${replicas}`] }));
    for (const replicas of [1, 2, 3]) await deploy(replicas);
    const goBack = { ...request(namespace), revision: 1, wait: true, historyMax: 3 };
    await helm.rollback(goBack);
    expect(await cluster.history(major, "web", namespace)).toEqual(["2 superseded", "3 superseded", "4 deployed"]);
    const deployment = await cluster.get<{ spec: { replicas: number }; status: { readyReplicas?: number } }>(
      "deployment/web",
      "-n",
      namespace,
    );
    expect([deployment?.spec.replicas, deployment?.status.readyReplicas]).toEqual([1, 1]);
    await expect(helm.rollback(goBack)).rejects.toThrow(
      /^Helm: rollback of web to revision 1 in namespace \S+ failed: release has no 1 version$/,
    );
  });

  test("a rollback waits for the workloads, or not, as it is told; what has failed is uninstalled", async () => {
    const namespace = await namespaceOnServer();
    const timeoutMs = 2000;
    const doomed = request(namespace, { set: [neverReady], timeoutMs });
    await expect(helm.upgradeInstall(doomed)).rejects.toThrow(/^Helm: upgrade --install web in namespace /);
    await helm.rollback({ ...doomed, revision: 1, wait: false });
    await expect(helm.rollback({ ...doomed, revision: 1, wait: true })).rejects.toThrow(/^Helm: rollback of web to /);
    expect(await cluster.history(major, "web", namespace)).toEqual(["1 failed", "2 deployed", "3 failed"]);
    await helm.uninstall(request(namespace));
    expect(await left(namespace)).toEqual([]);
  });

  test("an uninstall is over when the pods are gone too", async () => {
    const namespace = await namespaceOnServer();
    await helm.upgradeInstall(request(namespace));
    const pod = await podOf(namespace);
    await hold(namespace, pod, true);
    let over = false;
    const uninstall = helm.uninstall(request(namespace)).finally(() => (over = true));
    await untilDeleting(namespace, pod);
    // Within this time Helm would see that the Deployment is gone, and end.
    await wait(3000);
    expect(over).toBe(false);
    await hold(namespace, pod, false);
    await uninstall;
    expect(await left(namespace)).toEqual([]);
  });

  test("a release that was killed in mid-install is uninstalled", async () => {
    const namespace = await namespaceOnServer();
    await killed(
      ["install", "web", web, "--namespace", namespace, "--wait", "--set", neverReady],
      async () => (await cluster.list("pods", "-n", namespace)).length > 0,
    );
    expect(await cluster.history(major, "web", namespace)).toEqual(["1 pending-install"]);
    await helm.uninstall(request(namespace));
    expect(await left(namespace)).toEqual([]);
  });

  test("an uninstall that was killed is brought to its end", async () => {
    const namespace = await namespaceOnServer();
    await helm.upgradeInstall(request(namespace));
    const pod = await podOf(namespace);
    await hold(namespace, pod, true);
    const uninstalling = ["uninstall", "web", "--namespace", namespace, "--wait", "--cascade=foreground"];
    await killed(uninstalling, stateIs(namespace, "1 uninstalling"));
    const uninstall = helm.uninstall(request(namespace));
    await untilDeleting(namespace, pod);
    await hold(namespace, pod, false);
    await uninstall;
    expect(await cluster.history(major, "web", namespace).catch(() => [])).toEqual([]);
    // Helm 4 may end while an object is still going.
    await waitFor("all to be gone", async () => (await left(namespace)).length === 0);
  });

  test("an uninstall in which an object stays says so, and yet there is no release any more", async () => {
    const namespace = await namespaceOnServer();
    await helm.upgradeInstall(request(namespace));
    await hold(namespace, "deployment/web", true);
    // Helm 4 takes for gone what it has not seen by the end: it needs the time to look.
    await expect(helm.uninstall({ ...request(namespace), timeoutMs: 8000 })).rejects.toThrow(
      /^Helm: uninstall of web in namespace \S+ failed: uninstallation completed with 1 error/,
    );
    expect(await left(namespace)).toEqual(["Deployment web"]);
    await hold(namespace, "deployment/web", false);
  });
});

type Deleting = KubeObject & { metadata: { deletionTimestamp?: string } };
