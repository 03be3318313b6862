import { randomBytes } from "node:crypto";
import { Resolver } from "node:dns/promises";
import { once } from "node:events";
import { readFile } from "node:fs/promises";
import type { IncomingHttpHeaders } from "node:http";
import { Agent, request } from "node:https";
import type { LookupFunction, Socket } from "node:net";
import { text } from "node:stream/consumers";
import { callbackify } from "node:util";
import { afterAll, beforeAll, beforeEach, expect, test } from "@jest/globals";
import type { KubernetesObject } from "@kubernetes/client-node";
import { type Aws, route53Client } from "../../../sandbox/aws/clients.ts";
import { startDns } from "../../../sandbox/dns/dns.ts";
import { askControl } from "../../../sandbox/process/control.ts";
import { stopDaemon, waitFor } from "../../../sandbox/process/daemon.ts";
import { isRunning } from "../../../sandbox/process/mark.ts";
import { registerBalancers } from "../../../sandbox/traffic/register.ts";
import { requestsOf, resetTraffic, setTraffic, startTraffic, type Traffic } from "../../../sandbox/traffic/traffic.ts";
import { daemonFolder, ownAccount } from "../../support/emulator.ts";
import { alias, change, create, newZone, remove } from "../../support/record-sets.ts";
import { sandbox } from "../../support/sandbox.ts";
import { type Kubectl, kubectlIn } from "./kubectl.ts";
import { deployment, pod } from "./objects.ts";

const region = "us-west-2";
const host = "shop.example.com";
const namespace = `traffic-${randomBytes(3).toString("hex")}`;
let aws: Aws;
let traffic: Traffic;
let ca: Buffer;
let kubectl: Kubectl;

beforeAll(async () => {
  const box = await sandbox();
  aws = ownAccount(box.aws);
  const kubeconfig = box.clusters.shop?.adminKubeconfig ?? "";
  traffic = await startTraffic({ folder: await daemonFolder(), hosts: [host], kubeconfig });
  ca = await readFile(traffic.caFile);
  kubectl = await kubectlIn(namespace);
  await kubectl("create", "namespace", namespace);
});
beforeEach(async () => {
  await resetTraffic(traffic);
  await setTraffic(traffic, { services: { [host]: "ready" } });
});
afterAll(async () => {
  await stopDaemon(traffic.pid);
  await kubectl("delete", "namespace", namespace, "--wait=false");
});

type Got = { status: number | undefined; headers: IncomingHttpHeaders; body: string; socket: Socket };

/** Asks one side directly, as a client that has resolved the name to it. */
async function get(side: "old" | "new", options: { host?: string; path?: string; agent?: Agent } = {}): Promise<Got> {
  const { host: asked = host, path = "/", agent = false } = options;
  const headers = { host: asked };
  const to = { host: traffic[side].address, port: traffic.port, servername: asked, ca, headers, path, agent };
  const sent = request(to).end();
  const [response] = await once(sent, "response");
  return {
    status: response.statusCode,
    headers: response.headers,
    body: await text(response),
    socket: response.socket,
  };
}
const service = (name: string): KubernetesObject =>
  ({
    apiVersion: "v1",
    kind: "Service",
    metadata: { name },
    spec: { selector: { app: name }, ports: [{ port: 80 }] },
  }) as KubernetesObject;

test("both sides answer alike, with a certificate for the host, and tell who they are in a header", async () => {
  const [left, right] = [await get("old"), await get("new")];

  expect([left.status, left.headers["x-served-by"], left.headers["x-host"]]).toEqual([200, "old", host]);
  expect([right.status, right.headers["x-served-by"], right.headers["x-host"]]).toEqual([200, "new", host]);
  expect(left.body).toBe(right.body);
  expect((await get("new", { path: "/healthz" })).body).toBe("ok\n");
});

test("a host that a side has no certificate for does not verify", async () => {
  await setTraffic(traffic, { new: { certificates: [] } });

  await expect(get("new")).rejects.toMatchObject({ code: "ERR_TLS_CERT_ALTNAME_INVALID" });
  await expect(get("old", { host: "other.example.com" })).rejects.toMatchObject({
    code: "ERR_TLS_CERT_ALTNAME_INVALID",
  });
  expect((await get("old")).status).toBe(200);
});

test("the new one answers 503 while the Service behind it has no ready endpoint, and 404 for a host of none", async () => {
  const certificates = [host, "unknown.example.com"];
  await setTraffic(traffic, { new: { certificates }, services: { [host]: { namespace, name: "web" } } });
  const status = async () => (await get("new")).status;
  expect(await status()).toBe(503);
  expect((await get("new", { host: "unknown.example.com" })).status).toBe(404);

  const sick = pod("sick", { behaviour: "never-ready" });
  Object.assign(sick.metadata ?? {}, { labels: { app: "web" } });
  await kubectl.apply(service("web"), sick);
  const slices = ["get", "endpointslices", "-o", "jsonpath={.items[*].endpoints[*].conditions.ready}"];
  await waitFor("an endpoint", async () => (await kubectl(...slices)) === "false", { timeoutMs: 20_000 });
  expect(await status()).toBe(503);

  await kubectl.apply(deployment("web", 1));
  await waitFor("a ready endpoint", async () => (await status()) === 200, { timeoutMs: 20_000 });

  await kubectl("scale", "deployment/web", "--replicas=0");
  await waitFor("no ready endpoint", async () => (await status()) === 503, { timeoutMs: 20_000 });
  expect((await get("old")).status).toBe(200);
});

test("answers, delays and failures can be set for a side and for single hosts of it", async () => {
  const second = "second.example.com";
  const certificates = [host, second];
  await setTraffic(traffic, {
    old: {
      certificates,
      status: 418,
      body: "teapot",
      headers: { "x-extra": "1" },
      hosts: { [second]: { status: 204 } },
    },
  });
  const teapot = await get("old");
  expect([teapot.status, teapot.body, teapot.headers["x-extra"]]).toEqual([418, "teapot", "1"]);
  expect((await get("old", { host: second })).status).toBe(204);
  expect((await get("new")).status).toBe(200);

  await setTraffic(traffic, { new: { delayMs: 300, errorRate: 1 } });
  const start = Date.now();
  expect((await get("new")).status).toBe(500);
  expect(Date.now() - start).toBeGreaterThanOrEqual(299);
  const rate = await askControl(traffic.control, "GET /error-rate?side=new&seconds=600");
  expect(rate).toEqual({ errorRate: 0.5, requests: 2 });
});

test("a connection is kept, and closed after one more request when it is too old", async () => {
  const agent = new Agent({ keepAlive: true, maxSockets: 1, ca });
  const [first, second] = [await get("old", { agent }), await get("old", { agent })];
  expect(second.socket).toBe(first.socket);
  expect([second.headers.connection, second.headers["keep-alive"]]).toEqual(["keep-alive", undefined]);

  await setTraffic(traffic, { old: { keepAliveSeconds: 0 } });
  const last = await get("old", { agent });
  expect([last.status, last.headers.connection]).toEqual([200, "close"]);
  const next = await get("old", { agent });
  expect(next.status).toBe(200);
  agent.destroy();
  const connections = (await requestsOf(traffic)).map(({ connection }) => connection);
  expect(connections.slice(0, 3)).toEqual(Array(3).fill(connections[0]));
  expect(connections[3]).not.toBe(connections[0]);
});

test("requests are recorded by side, host and time, those too that clients gave up", async () => {
  const before = Date.now();
  await get("old", { path: "/a" });
  await get("new", { path: "/b" });
  await setTraffic(traffic, { old: { delayMs: 200 } });
  const given = request({ host: traffic.old.address, port: traffic.port, servername: host, ca, headers: { host } });
  given.on("error", () => undefined).end();
  await once(given, "finish");
  setTimeout(() => given.destroy(), 100);

  await waitFor("three requests", async () => (await requestsOf(traffic)).length === 3, { intervalMs: 20 });
  const [first, second, third] = await requestsOf(traffic);
  expect(first).toMatchObject({ side: "old", host, path: "/a", status: 200 });
  expect(second).toMatchObject({ side: "new", host, path: "/b", status: 200 });
  expect(third).toMatchObject({ side: "old", host, path: "/", status: 0 });
  expect(first?.at).toBeGreaterThanOrEqual(before);
  expect(first?.at).toBeLessThanOrEqual(Date.now());
});

test("DNS leads to the side that the record names: a switch moves new connections within a second", async () => {
  const dns = await startDns({ folder: await daemonFolder(), aws, accounts: [aws.accountId], regions: [region] });
  try {
    const balancers = await registerBalancers(aws, traffic, { region });
    const route53 = route53Client(aws);
    const zone = await newZone(route53);
    const to = (side: "old" | "new") =>
      alias(balancers[side].dnsName, balancers[side].canonicalHostedZoneId, { Name: host });
    await change(route53, zone, [create(to("old"))]);
    const resolver = new Resolver({ timeout: 2000, tries: 1 });
    resolver.setServers([dns.resolver]);
    const resolve = async (name: string) => (await resolver.resolve4(name)).map((address) => ({ address, family: 4 }));
    const lookUp = callbackify(resolve);
    const resolving = ((name, _, give) => lookUp(name, give)) as LookupFunction;
    const servedBy = async () => {
      const sent = request({ host, port: traffic.port, ca, lookup: resolving, agent: false, path: "/healthz" }).end();
      const [response] = await once(sent, "response");
      response.resume();
      return [response.statusCode, response.headers["x-served-by"]].join(" ");
    };
    expect(await servedBy()).toBe("200 old");

    await change(route53, zone, [remove(to("old")), create(to("new"))]);

    const start = Date.now();
    await waitFor("the new side", async () => (await servedBy()) === "200 new", { intervalMs: 20 });
    expect(Date.now() - start).toBeLessThan(1000);
  } finally {
    await stopDaemon(dns.pid);
  }
});

test("they end when they are told to, with connections open", async () => {
  const own = await startTraffic({ folder: await daemonFolder(), hosts: [host] });
  const agent = new Agent({ keepAlive: true });
  const to = { host: own.new.address, port: own.port, servername: host, ca: await readFile(own.caFile), agent };
  const sent = request({ ...to, headers: { host } }).end();
  const [response] = await once(sent, "response");
  response.resume();

  await stopDaemon(own.pid, 1000);

  expect(isRunning(own.pid)).toBe(false);
  agent.destroy();
});
