import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import {
  createServer as createPlainServer,
  type IncomingMessage,
  Agent as PlainAgent,
  type ServerResponse,
} from "node:http";
import { createServer as createTlsServer, Agent as TlsAgent } from "node:https";
import { tmpdir } from "node:os";
import { delimiter, join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import type { Cluster, Sandbox } from "../sandbox.ts";
import { awsCall } from "./aws-call.ts";
import type { Call, Requested } from "./call.ts";
import { errorOf, wire } from "./errors.ts";
import { type Effect, type Fault, faultsOf } from "./faults.ts";
import { kubernetesCall } from "./kubernetes-call.ts";
import { ask, bodyOf, close, deliver, gone, hasGone, listen } from "./passing.ts";

/** A call of the run, numbered from 1. */
export type OutsideCall = Call & {
  n: number;
  /** Of the answer that the client got; undefined while it has none, and when it got none. */
  status: number | undefined;
};

export type OutsideOptions = {
  /** Which calls are numbered, listed and go wrong; all when left out. The others just pass. */
  counts?: (call: Call) => boolean;
  /**
   * Awaited for each counted call, before it is passed on and again when the answer is there and the client has not yet got it.
   * When the client has gone by its end (see `clientGone`) nothing is passed on any more. The next call waits.
   */
  onCall?: (call: OutsideCall & { clientGone: Promise<void> }, moment: "before" | "after") => Promise<void> | void;
  faults?: Fault[];
};

export type Outside = {
  /** For the run, over its other variables. */
  env: { AWS_ENDPOINT_URL: string; KUBECONFIG: string };
  /** Writes a copy of a kubeconfig that leads through here, and returns its path. Gone when this is closed. */
  kubeconfig(path: string): Promise<string>;
  /** The counted calls so far, in order. */
  calls(): OutsideCall[];
  close(): Promise<void>;
};

type Upstream = { target: string; agent: PlainAgent; read: (request: Requested) => Call };

/**
 * Stands between one run and all that is outside of it: the AWS emulator and the API servers of the sandbox, those that
 * DescribeCluster tells included. Lists the calls in order and lets chosen ones go wrong. Each run has its own.
 */
export async function startOutside(
  sandbox: Pick<Sandbox, "aws" | "clusters">,
  options: OutsideOptions = {},
): Promise<Outside> {
  const { counts = () => true, onCall = () => undefined, faults = [] } = options;
  const effectOn = faultsOf(faults);
  const calls: OutsideCall[] = [];
  const moved = new Map<string, string>();
  const servers: ReturnType<typeof createPlainServer>[] = [];
  const agents: PlainAgent[] = [];
  let turn = Promise.resolve();

  const handler = (upstream: Upstream) => (request: IncomingMessage, response: ServerResponse) => {
    // A client that has gone is no error of the proxy.
    response.on("error", () => undefined);
    void receive(request, response, upstream).catch((error: Error) => void response.destroy(error));
  };

  async function receive(request: IncomingMessage, response: ServerResponse, upstream: Upstream): Promise<void> {
    const body = await bodyOf(request);
    const call = upstream.read(requested(request, body));
    if (!counts(call)) return pass(await ask(request, { ...upstream, content: body }), response, call);
    // One after the other, also where a client sends several at once: "the third" is then one call, and what led to it is over.
    const mine = turn.then(() => inTurn(call, { request, response, body, upstream }));
    turn = mine.then(
      () => undefined,
      () => undefined,
    );
    await (await mine)?.();
  }

  /** Returns what goes on when it is the next call's turn: a watch. */
  async function inTurn(
    described: Call,
    {
      request,
      response,
      body,
      upstream,
    }: { request: IncomingMessage; response: ServerResponse; body: Buffer; upstream: Upstream },
  ): Promise<(() => Promise<void>) | undefined> {
    if (await hasGone(request)) return undefined;
    const call: OutsideCall = { ...described, n: calls.length + 1, status: undefined };
    calls.push(call);
    await onCall({ ...call, clientGone: gone(request) }, "before");
    if (await hasGone(request)) return undefined;
    const effect = effectOn(call);
    if (effect !== undefined && (await replaced(effect, { call, request, response }))) return undefined;
    const answer = await ask(request, { ...upstream, content: body });
    await onCall({ ...call, clientGone: gone(request) }, "after");
    if (effect === "answer-lost") {
      request.socket.destroy();
      return undefined;
    }
    call.status = answer.statusCode;
    const passing = pass(answer, response, call);
    if (call.operation === "watch" || request.url?.includes("follow=true")) return () => passing;
    await passing;
    return undefined;
  }

  async function pass(answer: IncomingMessage, response: ServerResponse, call: Call): Promise<void> {
    if (call.service !== "eks" || call.operation !== "DescribeCluster") return deliver(answer, response);
    let text = (await bodyOf(answer)).toString();
    for (const [server, here] of moved) text = text.replaceAll(server, here);
    const { "content-length": _, ...headers } = answer.headers;
    response.writeHead(answer.statusCode ?? 502, headers).end(text);
  }

  async function start(server: ReturnType<typeof createPlainServer>): Promise<number> {
    servers.push(server);
    return listen(server);
  }

  async function before(cluster: Cluster): Promise<void> {
    const read = (name: string) => readFile(join(cluster.folder, "certificates", name));
    const agent = new TlsAgent({ keepAlive: true, ca: await readFile(cluster.caFile) });
    agents.push(agent);
    const identity = { cert: await read("apiserver.crt"), key: await read("apiserver.key") };
    const upstream = { target: cluster.server, agent, read: kubernetesCall };
    const port = await start(createTlsServer(identity, handler(upstream)));
    moved.set(cluster.server, `https://127.0.0.1:${port}`);
  }

  for (const cluster of Object.values(sandbox.clusters)) await before(cluster);
  const agent = new PlainAgent({ keepAlive: true });
  agents.push(agent);
  const port = await start(createPlainServer(handler({ target: sandbox.aws.url, agent, read: awsCall })));
  const folder = await mkdtemp(join(tmpdir(), "k8s-migrate-outside-"));
  let copies = 0;
  const kubeconfig = async (path: string) => {
    let text = await readFile(path, "utf8");
    for (const [server, here] of moved) text = text.replaceAll(server, here);
    const copy = join(folder, `kubeconfig-${copies++}`);
    await writeFile(copy, text, { mode: 0o600 });
    return copy;
  };
  const admin = await Promise.all(
    Object.values(sandbox.clusters).map((cluster) => kubeconfig(cluster.adminKubeconfig)),
  );
  return {
    env: { AWS_ENDPOINT_URL: `http://127.0.0.1:${port}`, KUBECONFIG: admin.join(delimiter) },
    kubeconfig,
    calls: () => calls.map((call) => ({ ...call })),
    async close() {
      await Promise.all(servers.map(close));
      for (const each of agents) each.destroy();
      await rm(folder, { recursive: true, force: true });
    },
  };
}

/** Lets the effect happen; false when the call shall be passed on after all. */
async function replaced(
  effect: Effect,
  { call, request, response }: { call: OutsideCall; request: IncomingMessage; response: ServerResponse },
): Promise<boolean> {
  if (effect === "answer-lost") return false;
  if (typeof effect === "object" && "latencyMs" in effect) {
    await sleep(effect.latencyMs);
    return false;
  }
  if (effect === "reset") request.socket.resetAndDestroy();
  else if (effect === "no-answer") await gone(request);
  else {
    const error = typeof effect === "string" ? errorOf(call, effect) : effect;
    const { headers, body } = wire(call, error);
    call.status = error.status;
    response.writeHead(error.status, headers).end(body);
  }
  return true;
}

function requested({ method, headers, url = "/" }: IncomingMessage, body: Buffer): Requested {
  const { pathname, searchParams } = new URL(url, "http://outside");
  return { method, headers, path: pathname, query: searchParams, body: body.toString() };
}
