// Free of jest, so that drills can use it too.
import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import type { IncomingMessage, ServerResponse } from "node:http";
import { Agent, createServer } from "node:https";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { parse } from "yaml";
import { ask, bodyOf, close, deliver, gone, hasGone, listen } from "../../sandbox/proxy/passing.ts";
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
      void ask(request, { target, agent, content: response })
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
      if (!(await hasGone(request))) await deliver(await ask(request, { target, agent, content: body }), response);
    } else {
      const answer = await ask(request, { target, agent, content: body });
      await onWrite(counted);
      await deliver(answer, response);
    }
  }

  const port = await listen(server);
  const folder = await mkdtemp(join(tmpdir(), "k8s-migrate-api-proxy-"));
  const copy = join(folder, "kubeconfig");
  const url = `https://127.0.0.1:${port}`;
  await writeFile(copy, kubeconfig.replaceAll(target, url), { mode: 0o600 });
  return {
    kubeconfig: copy,
    writes: () => [...writes],
    async close() {
      await close(server);
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
