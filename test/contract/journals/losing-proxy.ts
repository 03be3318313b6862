import { once } from "node:events";
import { createServer, request as httpRequest } from "node:http";
import type { AddressInfo } from "node:net";

/** What becomes of a write: `request`: it never gets there; `answer`: it is done, and nobody hears of it. */
export type Loss = "request" | "answer" | "none";

export type LosingProxy = {
  url: string;
  /** Of the writes (PUT) that come from now on, in turn. Later ones pass. */
  lose(...losses: Loss[]): void;
  /** Lets the next write meet this error of S3 in place of an answer. */
  refuse(status: number, code: string, headers?: Record<string, string>): void;
  close(): Promise<void>;
};

/** Stands before an AWS emulator and drops connections. The Host header stays: AWS's signatures cover it. */
export async function startLosingProxy(address: string): Promise<LosingProxy> {
  const target = new URL(address);
  const losses: (Loss | { status: number; code: string; headers: Record<string, string> })[] = [];
  const server = createServer((request, response) => {
    const { method, url: path, headers } = request;
    const loss = (method === "PUT" ? losses.shift() : undefined) ?? "none";
    if (loss === "request") {
      request.socket.destroy();
      return;
    }
    if (typeof loss === "object") {
      const body = `<?xml version="1.0"?><Error><Code>${loss.code}</Code><Message>as the test says</Message></Error>`;
      request
        .resume()
        .on("end", () =>
          response.writeHead(loss.status, { ...loss.headers, "content-type": "application/xml" }).end(body),
        );
      return;
    }
    const onward = httpRequest({ host: target.hostname, port: target.port, path, method, headers }, (answer) => {
      if (loss === "answer") answer.resume().on("end", () => request.socket.destroy());
      else answer.pipe(response.writeHead(answer.statusCode ?? 502, answer.rawHeaders));
    });
    onward.on("error", () => response.destroy());
    request.pipe(onward);
  });
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    lose: (...next) => void losses.push(...next),
    refuse: (status, code, headers = {}) => void losses.push({ status, code, headers }),
    async close() {
      const closed = once(server, "close");
      server.close();
      server.closeAllConnections();
      await closed;
    },
  };
}
