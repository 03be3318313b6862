import { once } from "node:events";
import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import { createServer as createHttpsServer } from "node:https";
import { type AddressInfo, createServer as createTcpServer } from "node:net";
import type { TLSSocket } from "node:tls";
import { httpProbes } from "../../../src/adapters/http-probe.ts";
import type { Probes } from "../../../src/ports/probes.ts";
import type { ProbeRequest } from "../../../src/probe/request.ts";
import { selfSigned } from "../../support/certificate.ts";
import type { FakeServer } from "../../support/fakes/probes.ts";
import type { Place, Served } from "./place.ts";

export type Asked = {
  host: string | undefined;
  path: string;
  /** Absent without TLS. */
  serverName: unknown;
  headers: IncomingMessage["headers"];
  /** The client's port: another one for each connection. */
  from: number;
};

export type ServedReally = Served & { asked(): Asked[] };

export type ServerPlace = Omit<Place, "serve"> & {
  serve(server: FakeServer): Promise<ServedReally>;
  close(): Promise<void>;
};

/**
 * Servers on loopback.
 * @param probesBy what asks them, when it trusts these authorities, in PEM
 */
export function serverPlace(
  probesBy: (authorities: string[] | undefined) => Probes = (ca) => httpProbes(ca === undefined ? {} : { ca }),
): ServerPlace {
  // By port: several of the same name would be taken for each other.
  const authorities = new Map<number, string[]>();
  const servers: Server[] = [];

  async function serve(server: FakeServer): Promise<ServedReally> {
    const { scheme, names = ["orders.example.com"], chainProblem } = server;
    const asked: Asked[] = [];
    const listener = (request: IncomingMessage, response: ServerResponse): void => {
      const { servername } = request.socket as TLSSocket & { servername?: unknown };
      const { headers, url: path = "" } = request;
      asked.push({ host: headers.host, path, serverName: servername, headers, from: request.socket.remotePort ?? 0 });
      answer(server, request, response);
    };
    const days = chainProblem === "CERT_HAS_EXPIRED" ? { from: -3, to: -1 } : undefined;
    const certificate = selfSigned(names, days);
    const made = scheme === "https" ? createHttpsServer(certificate, listener) : createServer(listener);
    servers.push(made);
    made.listen(0, "127.0.0.1");
    await once(made, "listening");
    const { port } = made.address() as AddressInfo;
    if (chainProblem !== "DEPTH_ZERO_SELF_SIGNED_CERT") authorities.set(port, [certificate.cert]);
    return { address: "127.0.0.1", port, asked: () => asked, paths: () => asked.map(({ path }) => path) };
  }

  return {
    probes: {
      async ask(request, signal) {
        return probesBy(authorities.get(request.port)).ask(request, signal);
      },
    },
    serve,
    async refusing() {
      const gone = createTcpServer().listen(0, "127.0.0.1");
      await once(gone, "listening");
      const { port } = gone.address() as AddressInfo;
      gone.close();
      await once(gone, "close");
      return { address: "127.0.0.1", port };
    },
    // No name may ever end so: https://www.rfc-editor.org/rfc/rfc6761#section-6.4
    unknownName: () => "nowhere.invalid",
    async close() {
      for (const server of servers) {
        server.close();
        server.closeAllConnections();
      }
    },
  };
}

function answer(server: FakeServer, { url = "", socket }: IncomingMessage, response: ServerResponse): void {
  const asked: ProbeRequest = {
    scheme: server.scheme,
    address: "",
    port: 0,
    host: "",
    path: url,
    headers: [],
    timeoutMs: 0,
  };
  const how = server.answer(asked);
  if (typeof how !== "string") response.writeHead(how.status, how.headers).end(how.body);
  if (how === "resets") socket.destroy();
  if (how === "speaks no HTTP") socket.end("220 mail.example.com ESMTP\r\n");
  if (how === "stalls" || how === "breaks off") {
    response.writeHead(200, { "content-length": 100 });
    response.write("begun", () => {
      if (how === "breaks off") socket.destroy();
    });
  }
}
