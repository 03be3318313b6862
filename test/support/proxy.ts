import { once } from "node:events";
import { createServer, request as httpRequest, type IncomingMessage, type ServerResponse } from "node:http";
import { type AddressInfo, connect } from "node:net";
import type { Duplex } from "node:stream";

export type ForwardProxy = {
  /** With user and password, without which it answers 407. */
  url: string;
  password: string;
  /** The hosts with ports that it was asked for, each once, by tunnel or by request. */
  used(): string[];
  /** Forgets what was used. */
  clear(): void;
  close(): Promise<void>;
};

/**
 * A forward proxy on loopback, whose names nobody else can resolve: each of `hosts` is this machine, at any port.
 * @param ports where a host is at port 443 for those who ask, but at another one of this machine
 */
export async function startProxy(hosts: string[], ports: Record<string, number> = {}): Promise<ForwardProxy> {
  const used = new Set<string>();
  const password = "proxy-pass-4711";
  const expected = `Basic ${Buffer.from(`runner:${password}`).toString("base64")}`;
  const refusal = (request: IncomingMessage, host: string): number | undefined => {
    if (request.headers["proxy-authorization"] !== expected) return 407;
    return hosts.includes(host) || host in ports ? undefined : 502;
  };

  const server = createServer((request, response) => {
    const target = new URL(request.url ?? "/", "http://no-proxy-request");
    used.add(target.host);
    const refused = refusal(request, target.hostname);
    if (refused !== undefined) response.writeHead(refused).end();
    else forward(request, response, target);
  });
  server.on("connect", (request: IncomingMessage, socket: Duplex) => {
    const [host = "", port = ""] = (request.url ?? "").split(":");
    used.add(request.url ?? "");
    socket.on("error", () => undefined);
    const refused = refusal(request, host);
    if (refused !== undefined) {
      socket.end(`HTTP/1.1 ${refused} Refused\r\n\r\n`);
      return;
    }
    const target = connect(ports[host] ?? Number(port), "127.0.0.1", () => {
      socket.write("HTTP/1.1 200 Connection established\r\n\r\n");
      target.pipe(socket).pipe(target);
    });
    target.on("error", () => socket.destroy());
    // Else closing the proxy would wait for a client that waits itself.
    target.on("close", () => socket.destroy());
    socket.on("close", () => target.destroy());
  });
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  return {
    url: `http://runner:${password}@127.0.0.1:${(server.address() as AddressInfo).port}`,
    password,
    used: () => [...used].toSorted(),
    clear: () => used.clear(),
    async close() {
      const closed = once(server, "close");
      server.close();
      server.closeAllConnections();
      await closed;
    },
  };
}

/** The Host header stays: AWS's signatures cover it. */
function forward(request: IncomingMessage, response: ServerResponse, target: URL): void {
  const { "proxy-authorization": _, ...headers } = request.headers;
  const onward = httpRequest(
    { host: "127.0.0.1", port: target.port, path: target.pathname + target.search, method: request.method, headers },
    (answer) => {
      response.writeHead(answer.statusCode ?? 502, answer.headers);
      answer.pipe(response);
    },
  );
  onward.on("error", () => response.destroy());
  request.pipe(onward);
}
