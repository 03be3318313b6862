import { DeleteClusterCommand } from "@aws-sdk/client-eks";
import { afterAll, beforeAll, beforeEach, expect, test } from "@jest/globals";
import { registerCluster } from "../../../sandbox/aws/aws.ts";
import { eksClient } from "../../../sandbox/aws/clients.ts";
import { run as runProgram } from "../../../sandbox/process/run.ts";
import type { Cluster, Sandbox } from "../../../sandbox/sandbox.ts";
import { clusterView } from "../../support/cluster-view.ts";
import { byRole, deploy } from "../../support/deploy.ts";
import { oidcJob, roleFor } from "../../support/login.ts";
import { newNamespace } from "../../support/namespaces.ts";
import { type ForwardProxy, startProxy } from "../../support/proxy.ts";
import { runAction } from "../../support/run-action.ts";
import { sandbox as runningSandbox } from "../../support/sandbox.ts";

// A job behind a proxy: only the proxy knows the names aws.test, token.test and kubernetes.default. The last one is in the
// certificate of the API server, which is registered under that name as a cluster of a region of its own.
const REGION = "eu-west-1";

let sandbox: Sandbox;
let shop: Cluster;
let proxy: ForwardProxy;
let inputs: Record<string, string>;
/** The job without its proxy variables. */
let job: Record<string, string>;
let hosts: { aws: string; token: string; cluster: string };

beforeAll(async () => {
  sandbox = await runningSandbox();
  if (!sandbox.clusters.shop) throw new Error("The sandbox has no cluster shop.");
  shop = sandbox.clusters.shop;
  proxy = await startProxy(["aws.test", "token.test", "kubernetes.default"]);
  const aws = new URL(sandbox.aws.url);
  aws.hostname = "aws.test";
  const token = new URL(sandbox.oidc.requestUrl);
  token.hostname = "token.test";
  const server = new URL(shop.server);
  server.hostname = "kubernetes.default";
  hosts = { aws: aws.host, token: token.host, cluster: server.host };
  await registerCluster(sandbox.aws, { name: "shop", region: REGION, server: server.origin, caFile: shop.caFile });
  inputs = { ...byRole(await roleFor(sandbox)), "aws-region": REGION };
  job = { ...oidcJob(sandbox), AWS_ENDPOINT_URL: aws.origin, ACTIONS_ID_TOKEN_REQUEST_URL: token.href };
});
beforeEach(() => proxy.clear());
afterAll(async () => {
  await eksClient(sandbox.aws, REGION).send(new DeleteClusterCommand({ name: "shop" }));
  await proxy.close();
});

test.each([
  ["3", "HTTP_PROXY", "HTTPS_PROXY"],
  ["4", "HTTP_PROXY", "HTTPS_PROXY"],
  ["4", "http_proxy", "https_proxy"],
] as const)("connect, Helm %s and kubectl go through %s and %s", async (helm, http, https) => {
  const env = { ...job, [http]: proxy.url, [https]: proxy.url };
  const connect = await runAction("actions/connect", { inputs, env });
  expect(connect).toMatchObject({ code: 0, errors: [], outputs: { server: `https://${hosts.cluster}` } });
  expect(proxy.used()).toEqual([hosts.aws, hosts.cluster, hosts.token]);

  proxy.clear();
  const namespace = newNamespace();
  const run = await deploy(helm, { ...inputs, namespace }, { env });
  expect(run).toMatchObject({ code: 0, errors: [] });
  expect(proxy.used()).toContain(hosts.cluster);
  expect(await (await clusterView()).history(helm, "orders", namespace)).toEqual(["1 deployed"]);

  proxy.clear();
  const later = { ...env, ...connect.env };
  expect(
    await runProgram(sandbox.tools.kubectl, ["get", "namespace", namespace, "--output=name"], { env: later }),
  ).toBe(`namespace/${namespace}\n`);
  expect(proxy.used()).toContain(hosts.cluster);
  for (const each of [connect, run]) expect(each.stdout + each.stderr + each.summary).not.toContain(proxy.password);
  await connect.post();
});

test("NO_PROXY bypasses it, host by host", async () => {
  const all = { HTTP_PROXY: proxy.url, HTTPS_PROXY: proxy.url };
  const connect = async (NO_PROXY: string) => {
    proxy.clear();
    const run = await runAction("actions/connect", { inputs, env: { ...job, ...all, NO_PROXY } });
    expect(run).toMatchObject({ code: 1, env: {}, outputs: {} });
    return run.errors;
  };
  expect(await connect("token.test")).toEqual([
    expect.stringMatching(/^GitHub: get the job's OIDC token failed: getaddrinfo \w+ token.test/),
  ]);
  expect(proxy.used()).toEqual([]);
  expect(await connect("aws.test")).toEqual([
    expect.stringMatching(/^AWS STS: assume role .* failed: .*getaddrinfo \w+ aws.test/),
  ]);
  expect(proxy.used()).toEqual([hosts.token]);
  expect(await connect("other.test,.default")).toEqual([
    expect.stringMatching(
      /^Kubernetes API: log in to .* failed: getaddrinfo \w+ kubernetes.default\nNext: .*HTTPS_PROXY/,
    ),
  ]);
  expect(proxy.used()).toEqual([hosts.aws, hosts.token]);
});

test("a proxy that is not needed is not asked where NO_PROXY says so", async () => {
  const direct = {
    ...oidcJob(sandbox),
    HTTP_PROXY: proxy.url,
    HTTPS_PROXY: proxy.url,
    NO_PROXY: "localhost,127.0.0.1",
  };
  const namespace = newNamespace();
  const run = await deploy("4", { ...inputs, "aws-region": "us-west-2", namespace }, { env: direct });
  expect(run).toMatchObject({ code: 0, errors: [] });
  expect(proxy.used()).toEqual([]);
});

test("a proxy that refuses is named in the error, without its password", async () => {
  const wrong = proxy.url.replace(proxy.password, "wrong-pass-4711");
  const run = await runAction("actions/connect", { inputs, env: { ...job, HTTP_PROXY: wrong, HTTPS_PROXY: wrong } });
  expect(run).toMatchObject({ code: 1, errors: [expect.stringMatching(/407|Proxy/i)] });
  expect(run.stdout + run.stderr).not.toContain("wrong-pass-4711");
});
