import { once } from "node:events";
import type { IncomingMessage, ServerResponse } from "node:http";
import { createServer } from "node:https";
import type { Socket } from "node:net";
import { setTimeout as sleep } from "node:timers/promises";
import { createSecureContext, type SecureContext } from "node:tls";
import { type Authority, makeCertificate } from "./certificate.ts";
import type { Behaviour, SideName, SideSettings, TrafficRequest } from "./settings.ts";

/** ALB's default: https://docs.aws.amazon.com/elasticloadbalancing/latest/application/edit-load-balancer-attributes.html */
const IDLE_MS = 60_000;

type Options = {
  name: SideName;
  authority: Authority;
  settings: () => SideSettings;
  /** The status with which the load balancer itself answers for a host; undefined where it passes the request on. */
  refusal: (host: string) => 404 | 503 | undefined;
  onRequest: (request: TrafficRequest) => void;
};

type Connection = { number: number; since: number };
const connections = new WeakMap<Socket, Connection>();
let connectionCount = 0;

/** Starts a load balancer and the application behind it: HTTPS with SNI, HTTP/1.1. */
export async function startSide(at: { address: string; port: number }, options: Options): Promise<void> {
  const { authority, settings } = options;
  const contexts = new Map<string, SecureContext>();
  const contextFor = (host: string) => {
    const context = contexts.get(host) ?? createSecureContext(makeCertificate([host], authority));
    contexts.set(host, context);
    return context;
  };
  const server = createServer(
    {
      // What a client gets that names no host.
      ...makeCertificate(["default.invalid"], authority),
      ALPNProtocols: ["http/1.1"],
      SNICallback(host, give) {
        give(null, contextFor(settings().certificates.includes(host) ? host : "default.invalid"));
      },
      keepAliveTimeout: IDLE_MS,
    },
    (request, response) => void answer(options, request, response),
  );
  server.on("secureConnection", (socket: Socket) => {
    connections.set(socket, { number: ++connectionCount, since: Date.now() });
  });
  server.listen({ host: at.address, port: at.port, exclusive: true });
  await once(server, "listening");
}

async function answer(options: Options, request: IncomingMessage, response: ServerResponse): Promise<void> {
  const { name, settings, refusal, onRequest } = options;
  const [at, path] = [Date.now(), request.url ?? "/"];
  const { number: connection, since } = connections.get(request.socket) ?? { number: 0, since: at };
  const host = (request.headers.host ?? "").replace(/:\d+$/, "").toLowerCase();
  request.resume();
  const record: TrafficRequest = { at, side: name, host, path, status: 0, connection };
  response.once("close", () => {
    if (record.status === 0) onRequest(record);
    if (!response.writableFinished) record.status = 0;
  });
  const { hosts, keepAliveSeconds, ...usual } = settings();
  const { status, body, headers } = refused(refusal(host)) ?? (await behaved({ ...usual, ...hosts[host] }, host, path));
  // As ALB does it, at whose link see IDLE_MS: one more request is answered, and the answer says that it closes.
  const isOld = Date.now() - since > keepAliveSeconds * 1000;
  const own = { "content-type": "text/plain", "x-served-by": name, "x-host": host };
  if (response.destroyed) return;
  record.status = status;
  // Before the client has it: who has an answer finds it recorded.
  onRequest(record);
  response.writeHead(status, { ...own, ...headers, connection: isOld ? "close" : "keep-alive" }).end(body);
}

type Given = { status: number; body: string; headers: Record<string, string> };

function refused(status: 404 | 503 | undefined): Given | undefined {
  return status && { status, body: status === 404 ? "no rule for this host\n" : "no ready endpoint\n", headers: {} };
}

/** Both sides give the same body, unless a test wants otherwise: it is what probes compare. */
async function behaved(behaviour: Behaviour, host: string, path: string): Promise<Given> {
  const { status = 200, body, headers = {}, delayMs = 0, errorRate = 0 } = behaviour;
  if (delayMs > 0) await sleep(delayMs);
  if (Math.random() < errorRate) return { status: 500, body: "something went wrong\n", headers };
  return { status, body: body ?? (path === "/healthz" ? "ok\n" : `${host}\n`), headers };
}
