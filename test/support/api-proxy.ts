// Free of jest, so that drills can use it too.
import { once } from "node:events";
import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import type { IncomingMessage, ServerResponse } from "node:http";
import { Agent, createServer, request as httpsRequest } from "node:https";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pipeline } from "node:stream/promises";
import { setImmediate as nextTurn } from "node:timers/promises";
import { parse } from "yaml";
import { apiServerCertificate, clusterAt } from "./api-server.ts";

export type ApiWrite = {
  method: string;
  /** Without its query: `/api/v1/namespaces/shop/configmaps`. */
  path: string;
  /** `Helm/4.1.4`, `kubectl/…`, of our own client `kubernetes-client-javascript/…`; empty where there is none. */
  userAgent: string;
};

export type CountedWrite = ApiWrite & {
  /** The first one is 1. */
  n: number;
  /** Resolves when the client that asked for it has gone, or has let go of the connection. */
  clientGone: Promise<void>;
};

export type ApiProxyOptions = {
  /** Its current context must be a cluster of the sandbox. */
  kubeconfig: string;
  /** Which writes count; all when left out. The others go through, as reviews and dry runs always do. */
  counts?: (write: ApiWrite) => boolean;
  /**
   * Awaited for each counted write, one after the other. When the client has gone by its end (see `clientGone`),
   * nothing is forwarded any more.
   */
  onWrite?: (write: CountedWrite) => Promise<void> | void;
  /** Whether `onWrite` comes before the API server gets the write (default), or when it has answered and the client has not yet heard. */
  when?: "before" | "after";
};

export type ApiProxy = {
  /** Path of a copy of that kubeconfig that leads through the proxy. Gone when it is closed. */
  kubeconfig: string;
  /** The counted writes so far. */
  writes(): ApiWrite[];
  close(): Promise<void>;
};

/** Stands before the API server of a cluster of the sandbox, with that one's own certificate. Tokens pass through. */
export async function startApiProxy(options: ApiProxyOptions): Promise<ApiProxy> {
  const { counts = () => true, onWrite = () => undefined, when = "before" } = options;
  const kubeconfig = await readFile(options.kubeconfig, "utf8");
  const target = serverOf(kubeconfig);
  const cluster = await clusterAt(target);
  const agent = new Agent({ keepAlive: true, ca: await readFile(cluster.caFile) });
  const writes: ApiWrite[] = [];
  let turn = Promise.resolve();

  const server = createServer(await apiServerCertificate(cluster), (request, response) => {
    const write = writeOf(request);
    // A client that has gone is no error of the proxy.
    response.on("error", () => undefined);
    if (write === undefined || !counts(write)) {
      void ask(request, response)
        .then((answer) => deliver(answer, response))
        .catch((error: Error) => void response.destroy(error));
      return;
    }
    // One after the other, also where a client sends several at once: "the third" is then the same in each run.
    turn = turn.then(() => passWrite(write, request, response)).catch((error: Error) => void response.destroy(error));
  });

  async function passWrite(write: ApiWrite, request: IncomingMessage, response: ServerResponse): Promise<void> {
    const body = await bodyOf(request);
    if (await hasGone(request)) return;
    writes.push(write);
    const counted = { ...write, n: writes.length, clientGone: gone(request) };
    if (when === "before") {
      await onWrite(counted);
      if (!(await hasGone(request))) await deliver(await ask(request, body), response);
    } else {
      const answer = await ask(request, body);
      await onWrite(counted);
      await deliver(answer, response);
    }
  }

  /** Forwards a request: with its body where that was read before, else as it comes, and until the response to it is closed. */
  async function ask(request: IncomingMessage, content: Buffer | ServerResponse): Promise<IncomingMessage> {
    const { method, headers } = request;
    const onward = httpsRequest(new URL(request.url ?? "/", target), { method, headers, agent });
    // Later ones are the answer's too.
    onward.on("error", () => undefined);
    if (Buffer.isBuffer(content)) onward.end(content);
    else {
      request.pipe(onward);
      content.once("close", () => onward.destroy());
    }
    const [answer] = (await once(onward, "response")) as [IncomingMessage];
    return answer;
  }

  // Each write listens for the end of its connection, which carries many.
  server.on("secureConnection", (socket) => socket.setMaxListeners(0));
  // Go does not send a write again that met a closing connection.
  server.keepAliveTimeout = 0;
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  const folder = await mkdtemp(join(tmpdir(), "k8s-migrate-api-proxy-"));
  const copy = join(folder, "kubeconfig");
  const url = `https://127.0.0.1:${(server.address() as AddressInfo).port}`;
  await writeFile(copy, kubeconfig.replaceAll(target, url), { mode: 0o600 });
  return {
    kubeconfig: copy,
    writes: () => [...writes],
    async close() {
      const closed = once(server, "close");
      server.close();
      server.closeAllConnections();
      await closed;
      agent.destroy();
      await rm(folder, { recursive: true, force: true });
    },
  };
}

/** The server of the current context. */
function serverOf(kubeconfig: string): string {
  type Named = { name: string; context?: { cluster: string }; cluster?: { server: string } };
  const config = parse(kubeconfig) as { "current-context": string; contexts: Named[]; clusters: Named[] };
  const context = config.contexts.find(({ name }) => name === config["current-context"])?.context;
  const server = config.clusters.find(({ name }) => name === context?.cluster)?.cluster?.server;
  if (server === undefined) throw new Error("The kubeconfig has no current context with a cluster.");
  return server;
}

/** What a request writes; undefined when nothing: reads, dry runs, and questions that are asked by POST. */
function writeOf(request: IncomingMessage): ApiWrite | undefined {
  const { method = "GET", url = "/", headers } = request;
  if (!["POST", "PUT", "PATCH", "DELETE"].includes(method)) return undefined;
  const { pathname, searchParams } = new URL(url, "https://proxy");
  if (searchParams.has("dryRun")) return undefined;
  if (/^\/apis\/(authorization|authentication)\.k8s\.io\/.*reviews$/.test(pathname)) return undefined;
  return { method, path: pathname, userAgent: headers["user-agent"] ?? "" };
}

async function bodyOf(request: IncomingMessage): Promise<Buffer> {
  return Buffer.concat((await request.toArray()) as Buffer[]);
}

/** Whether the client's end of the connection is closed. It is seen one turn of the event loop later than it happens, or two. */
async function hasGone({ socket }: IncomingMessage): Promise<boolean> {
  for (let turns = 0; turns < 3; turns++) await nextTurn();
  return socket.destroyed || socket.readableEnded;
}

function gone({ socket }: IncomingMessage): Promise<void> {
  return new Promise((resolve) => {
    if (socket.destroyed || socket.readableEnded) resolve();
    socket.once("end", resolve).once("close", resolve);
  });
}

/** Gives the answer on as it comes: of a watch, each event at once. */
async function deliver(answer: IncomingMessage, response: ServerResponse): Promise<void> {
  response.writeHead(answer.statusCode ?? 502, answer.rawHeaders);
  response.flushHeaders();
  await pipeline(answer, response);
}
