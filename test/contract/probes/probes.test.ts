import { once } from "node:events";
import { type AddressInfo, createServer as createTcpServer } from "node:net";
import { afterAll, afterEach, beforeAll, describe, expect, test } from "@jest/globals";
import { waitFor } from "../../../sandbox/process/daemon.ts";
import { httpProbes } from "../../../src/adapters/http-probe.ts";
import { BODY_LIMIT } from "../../../src/probe/answer.ts";
import type { ProbeRequest } from "../../../src/probe/request.ts";
import type { FakeAnswer, FakeServer } from "../../support/fakes/probes.ts";
import { type ForwardProxy, startProxy } from "../../support/proxy.ts";
import { memoryPlace } from "./memory-place.ts";
import type { Place } from "./place.ts";
import { type PodPlace, podPlace } from "./pod-place.ts";
import { serverPlace } from "./server-place.ts";

const HOST = "orders.example.com";
const TLS = { scheme: "https", names: [HOST, "*.example.net"] } as const;

const real = serverPlace();
const memory = memoryPlace();
let pods: PodPlace;
const fromPods = serverPlace((authorities = []) => pods.probes({ authorities }));
beforeAll(async () => {
  pods = await podPlace();
});
afterAll(() => Promise.all([real.close(), fromPods.close()]));

const places: [string, () => Place][] = [
  ["in memory", () => memory],
  ["of real servers", () => real],
  ["of real servers, from a pod", () => fromPods],
];

type At = { address: string; port: number };
const request = ({ address, port }: At, change: Partial<ProbeRequest> = {}): ProbeRequest => ({
  scheme: "http",
  address,
  port,
  host: HOST,
  path: "/healthz",
  headers: [],
  timeoutMs: 5000,
  ...change,
});
const answering = (answer: FakeAnswer, scheme: FakeServer["scheme"] = "http"): FakeServer => ({
  scheme,
  names: [...TLS.names],
  answer: () => answer,
});

describe.each(places)("probes %s", (_, placeOf) => {
  const ask = async (server: FakeServer, change: Partial<ProbeRequest> = {}) => {
    const served = await placeOf().serve(server);
    const found = await placeOf().probes.ask(request(served, { scheme: server.scheme, ...change }));
    return { found, at: `${served.address}:${served.port}`, served };
  };

  test.each(["http", "https"] as const)("give the status, the chosen headers and the body over %s", async (scheme) => {
    const headers = { "Content-Type": "application/json; charset=utf-8", "x-build": "7", server: "test" };
    const answer = answering({ status: 203, headers, body: '{"ok":"ö"}' }, scheme);
    const { found, served } = await ask(answer, {
      path: "/healthz?deep=1",
      headers: ["content-type", "X-Build", "x-no"],
    });
    expect(found).toEqual({
      status: 203,
      headers: { "content-type": "application/json; charset=utf-8", "x-build": "7" },
      body: '{"ok":"ö"}',
      bodyIsCut: false,
    });
    expect(served.paths()).toEqual(["/healthz?deep=1"]);
  });

  test("do not follow redirects", async () => {
    const headers = { location: "https://login.example.com/start" };
    const { found, served } = await ask(answering({ status: 302, headers }), { headers: ["location"] });
    expect(found).toMatchObject({ status: 302, headers });
    expect(served.paths()).toHaveLength(1);
  });

  test.each([
    [BODY_LIMIT, false],
    [BODY_LIMIT + 1, true],
    [3_000_000, true],
  ])("read 64 kB of a body of %i bytes", async (size, bodyIsCut) => {
    const { found } = await ask(answering({ status: 200, body: "x".repeat(size) }));
    expect(found).toEqual({ status: 200, headers: {}, body: "x".repeat(BODY_LIMIT), bodyIsCut });
  });

  test.each<[string, ...[FakeAnswer, string, string]]>([
    ["resets", "resets", "reset", "AT ends the connection before it answers"],
    ["breaks off", "breaks off", "reset", "AT breaks off in the middle of its answer"],
    ["speaks no HTTP", "speaks no HTTP", "not-http", "AT does not speak HTTP there: "],
    ["hangs", "hangs", "timed-out", "AT does not answer within 300 ms"],
    ["stalls", "stalls", "timed-out", "AT begins to answer, and does not end within 300 ms"],
  ])("say of a server that %s what it does", async (_how, answer, kind, problem) => {
    const { found, at } = await ask(answering(answer), { timeoutMs: 300 });
    expect(found).toEqual({ kind, problem: expect.stringContaining(problem.replace("AT", at)) });
  });

  test("say where nothing listens, and which name DNS does not know", async () => {
    const at = await placeOf().refusing();
    expect(await placeOf().probes.ask(request(at))).toEqual({
      kind: "refused",
      problem: `${at.address}:${at.port} refuses the connection`,
    });
    const unknown = request({ address: placeOf().unknownName(), port: 80 });
    expect(await placeOf().probes.ask(unknown)).toEqual({
      kind: "name-not-found",
      problem: expect.stringContaining(`DNS gives no address for ${unknown.address}`),
    });
  });

  test("tell TLS from no TLS", async () => {
    const plain = await ask(answering({ status: 200 }), { scheme: "https" });
    expect(plain.found).toEqual({ kind: "tls", problem: `${plain.at} does not speak TLS there` });
    const secured = await ask(answering({ status: 200 }, "https"), { scheme: "http" });
    expect(secured.found).toMatchObject({ kind: "reset" });
  });

  test.each<[string, Partial<FakeServer>, string, string?]>([
    [
      "for another name",
      { names: ["a.example.com", "*.shop.test"] },
      `is not for ${HOST}: it is for a.example.com, *.shop.test`,
      `is not for ${HOST}`,
    ],
    ["for less than it", { names: ["*.com"] }, `is not for ${HOST}: it is for *.com`, `is not for ${HOST}`],
    ["that has expired", { names: [HOST], chainProblem: "CERT_HAS_EXPIRED" }, "expired at 20", "expired"],
    [
      "of an issuer that is not trusted",
      { names: [HOST], chainProblem: "DEPTH_ZERO_SELF_SIGNED_CERT" },
      "is issued by k8s-migrate test, who is not trusted here",
      "is not trusted in the cluster (self",
    ],
    [
      "with more than one fault",
      { names: ["a.example.com"], chainProblem: "CERT_HAS_EXPIRED" },
      `is not for ${HOST}: it is for a.example.com; it expired at 20`,
      "expired",
    ],
  ])("refuse a certificate %s, and say why", async (_why, certificate, problem, byCurl = problem) => {
    const { found, at, served } = await ask({ ...answering({ status: 200 }, "https"), ...certificate });
    const said = placeOf() === fromPods ? byCurl : problem;
    expect(found).toEqual({
      kind: "certificate",
      problem: expect.stringContaining(`the certificate of ${at} ${said}`),
    });
    // Nothing was sent to it.
    expect(served.paths()).toEqual([]);
  });

  test("take a certificate for a wildcard", async () => {
    const { found } = await ask(answering({ status: 200 }, "https"), { host: "orders.example.net" });
    expect(found).toMatchObject({ status: 200 });
  });

  test("do not begin when they are told to end", async () => {
    const at = await placeOf().serve(answering({ status: 200 }));
    const found = await placeOf().probes.ask(request(at), AbortSignal.abort());
    expect(found).toEqual({ kind: "stopped", problem: "it was stopped" });
    expect(at.paths()).toEqual([]);
  });
});

test("a real request ends in the middle when it is told to", async () => {
  const at = await real.serve(answering("hangs"));
  const stop = new AbortController();
  const found = real.probes.ask(request(at), stop.signal);
  await waitFor("the request", async () => at.paths().length === 1);
  stop.abort();
  expect(await found).toEqual({ kind: "stopped", problem: "it was stopped" });
});

test.each([
  ["from the runner", real, "close"],
  ["from a pod", fromPods, undefined],
] as const)(
  "a real request %s carries the name in the Host header and in TLS, over a connection of its own",
  async (_from, place, connection) => {
    const served = await place.serve(answering({ status: 200 }, "https"));
    for (let n = 0; n < 2; n++) await place.probes.ask(request(served, { scheme: "https" }));
    const asked = served.asked();
    expect(asked).toHaveLength(2);
    expect(asked[0]).toMatchObject({ host: `${HOST}:${served.port}`, serverName: HOST });
    expect(asked[0]?.headers).toMatchObject({ "accept-encoding": "identity", "user-agent": "k8s-migrate" });
    expect(asked[0]?.headers.connection).toBe(connection);
    expect(asked[0]?.from).not.toBe(asked[1]?.from);
  },
);

test("a server that takes connections and says nothing: the TLS handshake is what is not ended", async () => {
  const silent = createTcpServer().listen(0, "127.0.0.1");
  await once(silent, "listening");
  const { port } = silent.address() as AddressInfo;
  const asked = request({ address: "127.0.0.1", port }, { scheme: "https", timeoutMs: 300 });
  expect(await real.probes.ask(asked)).toEqual({
    kind: "timed-out",
    problem: `127.0.0.1:${port} does not end the TLS handshake within 300 ms`,
  });
  silent.close();
});

test("a server that ends the connection in the TLS handshake", async () => {
  const rude = createTcpServer((socket) => void socket.destroy()).listen(0, "127.0.0.1");
  await once(rude, "listening");
  const { port } = rude.address() as AddressInfo;
  expect(await real.probes.ask(request({ address: "127.0.0.1", port }, { scheme: "https" }))).toEqual({
    kind: "reset",
    problem: `127.0.0.1:${port} ends the connection in the TLS handshake`,
  });
  rude.close();
});

test("the fake answers only what a test has set up", async () => {
  await expect(memory.probes.ask(request({ address: "127.0.0.1", port: 1 }))).rejects.toThrow(
    "no server at 127.0.0.1:1",
  );
});

describe("behind a proxy", () => {
  const LOAD_BALANCER = "k8s-orders.elb.test";
  const before = { ...process.env };
  let proxy: ForwardProxy | undefined;
  afterEach(async () => {
    process.env = { ...before };
    await proxy?.close();
    proxy = undefined;
  });
  const useProxy = async (hosts: string[], noProxy = "") => {
    proxy = await startProxy(hosts);
    Object.assign(process.env, { HTTP_PROXY: proxy.url, HTTPS_PROXY: proxy.url, NO_PROXY: noProxy });
    return proxy;
  };

  test.each(["http", "https"] as const)("%s goes to the address by a tunnel, with the name inside", async (scheme) => {
    const { used } = await useProxy([LOAD_BALANCER]);
    // Longer than what is read: the probe ends the connection, and the tunnel with it.
    const served = await real.serve(answering({ status: 200, body: "x".repeat(3_000_000) }, scheme));
    const found = await real.probes.ask(request({ address: LOAD_BALANCER, port: served.port }, { scheme }));
    expect(found).toMatchObject({ status: 200, bodyIsCut: true });
    expect(served.asked()).toMatchObject([{ host: `${HOST}:${served.port}`, path: "/healthz" }]);
    expect(used()).toEqual([`${LOAD_BALANCER}:${served.port}`]);
  });

  test("a certificate is checked as without one", async () => {
    await useProxy([LOAD_BALANCER]);
    const { port } = await real.serve({ ...answering({ status: 200 }, "https"), names: ["a.example.com"] });
    expect(await real.probes.ask(request({ address: LOAD_BALANCER, port }, { scheme: "https" }))).toMatchObject({
      kind: "certificate",
      problem: expect.stringContaining(`the certificate of ${LOAD_BALANCER}:${port} is not for ${HOST}`),
    });
  });

  test.each([[LOAD_BALANCER], [".elb.test"], [HOST], ["example.com"]])("NO_PROXY=%s is direct", async (noProxy) => {
    const { used } = await useProxy([LOAD_BALANCER], noProxy);
    const found = await real.probes.ask(request({ address: LOAD_BALANCER, port: 80 }));
    expect(found).toMatchObject({ kind: "name-not-found" });
    expect(used()).toEqual([]);
  });

  test("one that does not let it through, wants another password, or is not there", async () => {
    const { url, password } = await useProxy([]);
    const asked = request({ address: LOAD_BALANCER, port: 443 }, { scheme: "https" });
    const through = `the proxy ${new URL(url).host}, by which ${LOAD_BALANCER}:443 is reached,`;
    expect(await httpProbes().ask(asked)).toEqual({
      kind: "proxy",
      problem: `${through} answers 502: let it through, or list ${LOAD_BALANCER} in NO_PROXY where the runner reaches it without`,
    });
    process.env.HTTPS_PROXY = url.replace(password, "wrong-4711");
    const refused = await httpProbes().ask(asked);
    expect(refused).toMatchObject({ kind: "proxy", problem: expect.stringContaining(`${through} answers 407`) });
    expect(JSON.stringify(refused)).not.toMatch(/4711/);
    await proxy?.close();
    proxy = undefined;
    expect(await httpProbes().ask(asked)).toMatchObject({
      kind: "proxy",
      problem: expect.stringContaining(`${through} cannot be used: connect ECONNREFUSED`),
    });
  });
});
