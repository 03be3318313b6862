import { execFile, spawn } from "node:child_process";
import { once } from "node:events";
import { resolve } from "node:path";
import { promisify } from "node:util";
import { afterEach, beforeAll, describe, expect, test } from "@jest/globals";
import { waitFor } from "../../../sandbox/process/daemon.ts";
import { openCluster } from "../../../src/adapters/kubernetes/client.ts";
import { clusterNamespaces } from "../../../src/adapters/kubernetes/namespaces.ts";
import { type ApiProxy, type ApiProxyOptions, startApiProxy } from "../../support/api-proxy.ts";
import { type ClusterView, clusterView, type HelmMajor, helms } from "../../support/cluster-view.ts";
import { newNamespace } from "../../support/namespaces.ts";
import { sandbox } from "../../support/sandbox.ts";

const execute = promisify(execFile);
const web = resolve("test/fixtures/charts/web");
let cluster: ClusterView;
let tools: { helm3: string; helm4: string; kubectl: string };
const open: ApiProxy[] = [];

beforeAll(async () => {
  cluster = await clusterView();
  ({ tools } = await sandbox());
});

afterEach(async () => {
  for (const proxy of open.splice(0)) await proxy.close();
});

async function start(options: Omit<ApiProxyOptions, "kubeconfig">): Promise<ApiProxy> {
  const proxy = await startApiProxy({ kubeconfig: cluster.kubeconfig, ...options });
  open.push(proxy);
  return proxy;
}

const pathOf = (helm: HelmMajor) => (helm === "3" ? tools.helm3 : tools.helm4);

async function namespaceOnServer(): Promise<string> {
  const namespace = newNamespace();
  await cluster.kubectl("create", "namespace", namespace);
  return namespace;
}

/** The writes as "POST secrets", without what is the same in all. */
function short(proxy: ApiProxy, namespace: string): string[] {
  return proxy.writes().map(({ method, path }) => `${method} ${path.split(`/namespaces/${namespace}/`)[1]}`);
}

describe("kubectl", () => {
  test("works through it, and its writes are counted", async () => {
    const namespace = await namespaceOnServer();
    const seen: number[] = [];
    const proxy = await start({ onWrite: ({ n }) => void seen.push(n) });
    const kubectl = async (...args: string[]) =>
      (await execute(tools.kubectl, ["--kubeconfig", proxy.kubeconfig, "--namespace", namespace, ...args])).stdout;
    await kubectl("create", "configmap", "one", "--from-literal=a=b");
    await kubectl("create", "configmap", "two", "--dry-run=server");
    expect(await kubectl("auth", "can-i", "create", "configmaps")).toBe("yes\n");
    expect(await kubectl("get", "configmap", "one", "--output", "jsonpath={.data.a}")).toBe("b");
    await kubectl("delete", "configmap", "one");
    expect(short(proxy, namespace)).toEqual(["POST configmaps", "DELETE configmaps/one"]);
    expect(seen).toEqual([1, 2]);
    expect(proxy.writes().map(({ userAgent }) => userAgent.split("/")[0])).toEqual(["kubectl", "kubectl"]);
  });

  test("sees each event of a watch as it comes", async () => {
    const namespace = await namespaceOnServer();
    const proxy = await start({});
    const args = ["--namespace", namespace, "get", "configmaps", "--watch-only", "--output", "name"];
    const watch = spawn(tools.kubectl, ["--kubeconfig", proxy.kubeconfig, ...args], {
      stdio: ["ignore", "pipe", "inherit"],
    });
    let said = "";
    watch.stdout.setEncoding("utf8").on("data", (text: string) => (said += text));
    // The watch may begin later than the first ones are made.
    let made = 0;
    await waitFor("an event", async () => {
      await cluster.kubectl("create", "configmap", `seen-${made++}`, "--namespace", namespace);
      return said.includes("configmap/seen-");
    });
    watch.kill("SIGKILL");
    expect(await once(watch, "exit")).toEqual([null, "SIGKILL"]);
  });
});

describe.each(helms)("Helm %s", (helm) => {
  const run = (proxy: ApiProxy, ...args: string[]) =>
    execute(pathOf(helm), ["--kubeconfig", proxy.kubeconfig, ...args]);

  test("installs, waits and uninstalls through it, and its writes are counted", async () => {
    const namespace = await namespaceOnServer();
    const proxy = await start({});
    await run(proxy, "install", "web", web, "--namespace", namespace, "--wait");
    const secret = "secrets/sh.helm.release.v1.web.v1";
    const create = helm === "3" ? "POST deployments" : "PATCH deployments/web";
    expect(short(proxy, namespace)).toEqual(["POST secrets", create, `PUT ${secret}`]);
    await run(proxy, "uninstall", "web", "--namespace", namespace, "--wait");
    const removal = [`PUT ${secret}`, "DELETE deployments/web", `DELETE ${secret}`];
    expect(short(proxy, namespace).slice(3)).toEqual(removal);
    expect(new Set(proxy.writes().map(({ userAgent }) => userAgent.split(".")[0]))).toEqual(new Set([`Helm/${helm}`]));
  });

  test.each(["before", "after"] as const)("is stopped right there when it is killed: %s", async (when) => {
    const namespace = await namespaceOnServer();
    const proxy = await start({
      when,
      async onWrite({ n, clientGone }) {
        if (n !== 2) return;
        child.kill("SIGKILL");
        await clientGone;
      },
    });
    const args = ["install", "web", web, "--namespace", namespace, "--wait", "--kubeconfig", proxy.kubeconfig];
    const child = spawn(pathOf(helm), args, { stdio: "ignore" });
    expect(await once(child, "exit")).toEqual([null, "SIGKILL"]);
    // Closed first: nothing can be under way after that.
    const writes = short(proxy, namespace);
    await proxy.close();
    open.splice(0);
    expect(writes).toHaveLength(2);
    expect((await cluster.get("deployment/web", "-n", namespace))?.kind).toBe(
      when === "before" ? undefined : "Deployment",
    );
    expect(await cluster.history(helm, "web", namespace)).toEqual(["1 pending-install"]);
  });
});

test("our own client has another user agent than Helm, and what does not count goes through", async () => {
  const [first, second] = [newNamespace(), newNamespace()];
  const proxy = await start({ counts: ({ method }) => method !== "PATCH" });
  const client = await openCluster({ kubeconfig: proxy.kubeconfig, context: "" });
  const namespaces = clusterNamespaces(client);
  expect(await namespaces.ensure(first, { create: true, labels: {} })).toBe("created");
  await cluster.kubectl("create", "namespace", second);
  expect(await namespaces.ensure(second, { create: true, labels: { team: "shop" } })).toBe("labelled");
  const userAgent = expect.stringMatching(/^kubernetes-client-javascript\//);
  expect(proxy.writes()).toEqual([{ method: "POST", path: "/api/v1/namespaces", userAgent }]);
});

test("writes that come at once are taken one after the other", async () => {
  const namespace = await namespaceOnServer();
  let under = 0;
  let most = 0;
  const proxy = await start({
    async onWrite() {
      most = Math.max(most, ++under);
      await cluster.kubectl("get", "namespace", namespace);
      under--;
    },
  });
  const names = ["one", "two", "three"];
  await Promise.all(
    names.map((name) =>
      execute(tools.kubectl, ["--kubeconfig", proxy.kubeconfig, "create", "configmap", name, "--namespace", namespace]),
    ),
  );
  expect([most, proxy.writes().length]).toEqual([1, 3]);
  expect(
    await cluster.list("configmaps", "-n", namespace, "--field-selector=metadata.name!=kube-root-ca.crt"),
  ).toHaveLength(3);
});
